//! Drawings: one XML reader, names by namespace, and lists of what is allowed. What is on no list is refused.
//!
//! A drawing is shown by `<img>`, where browsers run nothing; but people also open files by themselves, and paper
//! draws less than a browser.

mod address;
mod css;
mod names;
mod prolog;
#[cfg(test)]
mod tests;
mod weight;

use address::{AddressTarget, address, bytes_of};
use roxmltree::{Document, Error, Node, ParsingOptions};
use weight::{is_nothing, repeats, size};

/// More elements than any drawing of a guide has; a browser takes a second for as many.
const MOST_NODES: u32 = 300_000;

/// How deep groups may stand in each other.
const DEEPEST: usize = 200;

/// Drawings inside drawings.
const NESTED: u8 = 2;

/// What a photograph within a drawing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embedded {
    Fine,
    Cmyk,
    Wrong,
}

/// Looks at the bytes of a photograph within a drawing: those who read drawings do not read photographs.
pub type Look = fn(&[u8]) -> Embedded;

/// After so many faults a curator knows enough.
const MOST_FAULTS: usize = 20;

/// What a drawing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// In CSS pixels.
    pub size: Option<(u32, u32)>,
    /// The words that it draws.
    pub words: Vec<PlacedWords>,
    /// What hinders that it is shown, by line.
    pub faults: Vec<PlacedFault>,
    /// The line of a typeface that it carries: paper draws with its own.
    pub typeface: Option<usize>,
}

/// Words, and their line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedWords {
    pub line: usize,
    pub text: String,
}

/// A fault, and its line from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedFault {
    pub line: usize,
    pub fault: DrawingFault,
}

/// What is wrong with a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawingFault {
    Unsafe(Unsafe),
    Unseen(Unseen),
}

/// What could run, fetch or harm, or stands on no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsafe {
    /// An element that runs programs.
    Script,
    /// An element that holds a page.
    Page(String),
    /// `onload` and its like.
    Handler(String),
    /// `javascript:`
    Program,
    /// An address outside the drawing.
    Outside(String),
    /// A style sheet from elsewhere.
    Import,
    /// A part of a document type that browsers would follow.
    Entities,
    /// `<?xml-stylesheet …?>`
    Instruction(String),
    Animation(String),
    Element(String),
    Attribute(String),
    /// A rule of style, by its name.
    Rule(String),
    /// Bytes within the drawing that are no picture.
    Embedded,
    /// A photograph within the drawing that is made for presses.
    EmbeddedCmyk,
    /// Parts repeated by parts, without end or nearly.
    Bomb,
    Deep,
}

/// What browsers do not draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unseen {
    Utf16,
    NotUtf8,
    /// The drawing says that it is written in that encoding, and is not.
    Encoding(String),
    NoNamespace,
    /// The declaration of the root is another: `https://…`, with a slip.
    OtherNamespace(String),
    /// Something stands before `<?xml …?>`.
    BeforeDeclaration,
    /// Two drawings in one file, or words after it.
    AfterTheEnd,
    /// `<<<<<<<`, as git leaves it.
    Conflict,
    /// The root is that element.
    NotADrawing(String),
    Empty,
    /// An element that is closed by another: its name, and what stands there.
    Closed(String, String),
    /// The root, or something in it, is never closed.
    Unclosed,
    Ampersand,
    /// `&eacute;`
    Entity(String),
    Twice(String),
    Prefix(String),
    /// `<` in an attribute.
    Less,
    /// An attribute without quotation marks, or without value.
    Quotes,
    Sign(char),
    /// `--` in a comment.
    Comment,
    /// Anything else, as the reader says it.
    Other(String),
}

/// Reads a drawing.
#[must_use]
pub fn read(bytes: &[u8], look: Look) -> Drawing {
    read_at(bytes, NESTED, look)
}

fn read_at(bytes: &[u8], nested: u8, look: Look) -> Drawing {
    let mut drawing = Drawing::default();
    let unseen = |line, fault| PlacedFault { line, fault: DrawingFault::Unseen(fault) };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.starts_with(b"<\0") {
        drawing.faults.push(unseen(1, Unseen::Utf16));
        return drawing;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = memchr::memchr_iter(b'\n', before).count() + 1;
            drawing.faults.push(unseen(line, Unseen::NotUtf8));
            return drawing;
        }
    };
    let mut walk = DrawingWalk { out: &mut drawing, nested, embedded: Vec::new(), look };
    walk.out.faults.extend(prolog::faults(text));
    // What a document type declares changes what names mean: nothing more can be said.
    if walk.out.faults.iter().any(|told| told.fault == DrawingFault::Unsafe(Unsafe::Entities)) {
        return drawing;
    }
    let options = || ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    match Document::parse_with_options(text, options()) {
        Ok(document) => walk.document(&document),
        Err(error) => {
            let line = error.pos().row as usize;
            let bare = matches!(&error, Error::UnknownNamespace(prefix, _) if prefix == "xlink");
            walk.out.faults.push(malformed(line, text, error));
            // What is copied from a page lacks this declaration, and may hold more than that.
            if bare {
                let text = text.replacen("<svg", &format!("<svg xmlns:xlink=\"{}\"", names::XLINK), 1);
                if let Ok(document) = Document::parse_with_options(&text, options()) {
                    walk.document(&document);
                }
            }
        }
    }
    drawing.faults.sort_by_key(|told| told.line);
    drawing.faults.dedup();
    drawing.faults.truncate(MOST_FAULTS);
    drawing
}

fn malformed(line: usize, text: &str, error: Error) -> PlacedFault {
    let last = text.lines().count().max(1);
    let conflict = text.lines().position(|line| {
        ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark)) || line.trim_end() == "======="
    });
    if let Some(at) = conflict {
        return PlacedFault { line: at + 1, fault: DrawingFault::Unseen(Unseen::Conflict) };
    }
    let ended = |at: usize| {
        let before: String = text.lines().take(at).collect::<Vec<_>>().join(" ");
        before.contains("</svg>")
    };
    let (line, fault) = match error {
        Error::UnexpectedDeclaration(_) => (line, Unseen::BeforeDeclaration),
        Error::UnknownToken(_) if ended(line) => (line, Unseen::AfterTheEnd),
        Error::UnknownToken(_)
            if !text.lines().take(line.saturating_sub(1)).any(|line| line.contains("<svg")) =>
        {
            (line, Unseen::BeforeDeclaration)
        }
        Error::UnexpectedCloseTag(expected, found, _) => (line, Unseen::Closed(expected, found)),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => (last, Unseen::Unclosed),
        Error::MalformedEntityReference(_) => (line, Unseen::Ampersand),
        Error::UnknownEntityReference(name, _) => (line, Unseen::Entity(name)),
        Error::DuplicatedAttribute(name, _) => (line, Unseen::Twice(name)),
        Error::UnknownNamespace(prefix, _) => (line, Unseen::Prefix(prefix)),
        Error::InvalidAttributeValue(_) | Error::InvalidChar(b'"' | b'\'', b'<', _) => (line, Unseen::Less),
        Error::InvalidChar(b'=', ..) | Error::InvalidChar2("a quote", ..) => (line, Unseen::Quotes),
        Error::NonXmlChar(sign, _) => (line, Unseen::Sign(sign)),
        Error::InvalidComment(_) => (line, Unseen::Comment),
        // A first tag that the file's end cuts is no root for the reader.
        Error::NoRootNode if text.contains("<svg") => (last, Unseen::Unclosed),
        Error::NoRootNode => (line, Unseen::Empty),
        Error::EntityReferenceLoop(_) => {
            return PlacedFault { line, fault: DrawingFault::Unsafe(Unsafe::Entities) };
        }
        Error::NodesLimitReached | Error::AttributesLimitReached | Error::NamespacesLimitReached => {
            return PlacedFault { line, fault: DrawingFault::Unsafe(Unsafe::Bomb) };
        }
        other => (line, Unseen::Other(other.to_string())),
    };
    PlacedFault { line, fault: DrawingFault::Unseen(fault) }
}

struct DrawingWalk<'a> {
    out: &'a mut Drawing,
    nested: u8,
    /// Drawings within the drawing that were looked at already, by their address.
    embedded: Vec<String>,
    look: Look,
}

impl DrawingWalk<'_> {
    fn say(&mut self, line: usize, fault: Unsafe) {
        if self.out.faults.len() <= MOST_FAULTS {
            self.out.faults.push(PlacedFault { line, fault: DrawingFault::Unsafe(fault) });
        }
    }

    fn unseen(&mut self, line: usize, fault: Unseen) {
        self.out.faults.push(PlacedFault { line, fault: DrawingFault::Unseen(fault) });
    }

    fn document(&mut self, document: &Document<'_>) {
        let root = document.root_element();
        // A line of a place costs a walk from the start: places come in order, so the lines are counted once.
        let mut lines = LineCounter { text: document.input_text(), at: 0, line: 1 };
        let line = lines.of(root.range().start);
        match root.tag_name().namespace() {
            Some(names::SVG) if root.tag_name().name() == "svg" => {}
            None if root.tag_name().name() == "svg" => self.unseen(line, Unseen::NoNamespace),
            Some(other) if root.tag_name().name() == "svg" => {
                self.unseen(line, Unseen::OtherNamespace(other.to_owned()));
                return;
            }
            _ => {
                self.unseen(line, Unseen::NotADrawing(root.tag_name().name().to_owned()));
                return;
            }
        }
        self.out.size = size(root);
        if self.out.size.is_none() && ["width", "height"].iter().any(|name| is_nothing(root.attribute(*name)))
        {
            self.unseen(line, Unseen::Empty);
        }
        let mut lines = LineCounter { text: document.input_text(), at: 0, line: 1 };
        let mut draws = false;
        let mut style = String::new();
        let mut depth = 0_usize;
        let mut open: Vec<usize> = Vec::new();
        for node in document.descendants() {
            let range = node.range();
            let line = lines.of(range.start);
            if node.is_pi() {
                let target = node.pi().map(|pi| pi.target).unwrap_or_default();
                if !names::INSTRUCTIONS.contains(&target) {
                    self.say(line, Unsafe::Instruction(target.to_owned()));
                }
            } else if node.is_text() {
                self.text(node, line, &mut style);
            } else if node.is_element() {
                while open.last().is_some_and(|end| *end <= range.start) {
                    open.pop();
                }
                open.push(range.end);
                depth = depth.max(open.len());
                draws |= names::draws(node.tag_name().name());
                self.element(node, line);
            }
        }
        if depth > DEEPEST {
            self.say(line, Unsafe::Deep);
        } else if repeats(root) > u64::from(MOST_NODES) {
            self.say(line, Unsafe::Bomb);
        }
        if !draws && self.out.faults.is_empty() {
            self.unseen(line, Unseen::Empty);
        }
    }

    fn text(&mut self, node: Node<'_, '_>, line: usize, style: &mut String) {
        let (Some(parent), Some(text)) = (node.parent_element(), node.text()) else { return };
        match parent.tag_name().name() {
            "style" => {
                // Comments cut the text of an element: what is split is read whole, at its last part.
                style.push_str(text);
                if node.next_sibling().is_none() {
                    let whole = std::mem::take(style);
                    let first = line.saturating_sub(
                        whole.matches('\n').count().saturating_sub(text.matches('\n').count()),
                    );
                    self.style(&whole, first, true);
                }
            }
            _ if text.trim().is_empty() => {}
            _ if parent.ancestors().any(|above| above.tag_name().name() == "text") => {
                for (more, part) in text.lines().enumerate().filter(|(_, part)| !part.trim().is_empty()) {
                    self.out.words.push(PlacedWords { line: line + more, text: part.to_owned() });
                }
            }
            _ => {}
        }
    }

    fn element(&mut self, node: Node<'_, '_>, line: usize) {
        let name = node.tag_name().name();
        match node.tag_name().namespace() {
            // A drawing without its namespace is refused for that; the rest is said all the same.
            Some(names::SVG) | None => match name {
                "script" => self.say(line, Unsafe::Script),
                "foreignObject" | "iframe" | "object" | "embed" | "audio" | "video" | "canvas" => {
                    self.say(line, Unsafe::Page(name.to_owned()));
                }
                "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" | "discard" => {
                    self.say(line, Unsafe::Animation(name.to_owned()));
                }
                // Names that differ by capitals mean nothing in XML, and something to a page that takes them in.
                _ if name.eq_ignore_ascii_case("script") => self.say(line, Unsafe::Script),
                _ if !names::is_element(name) => self.say(line, Unsafe::Element(name.to_owned())),
                _ => {}
            },
            Some(names::XHTML) if name.eq_ignore_ascii_case("script") => self.say(line, Unsafe::Script),
            Some(names::XHTML) => self.say(line, Unsafe::Page(name.to_owned())),
            Some(other) if names::is_editor(other) => {}
            Some(_) => self.say(line, Unsafe::Element(qualified(node))),
        }
        for attribute in node.attributes() {
            let at = line + breaks_before(node, attribute.range().start);
            self.attribute(node, attribute, at);
        }
    }

    fn attribute(&mut self, node: Node<'_, '_>, attribute: roxmltree::Attribute<'_, '_>, line: usize) {
        let (name, value) = (attribute.name(), attribute.value());
        match attribute.namespace() {
            None | Some(names::SVG) if name.len() > 2 && name.to_ascii_lowercase().starts_with("on") => {
                self.say(line, Unsafe::Handler(name.to_owned()));
            }
            None | Some(names::XLINK) if name == "href" => self.link(node, value, line),
            // A drawing program's own element: browsers give it no meaning, nor its attributes.
            None if node.tag_name().namespace().is_some_and(names::is_editor) => {}
            None if name == "style" => self.style(value, line, false),
            None if names::is_attribute(name) => {
                if !names::is_prose(name) && value.contains(['(', '\\']) {
                    self.style(value, line, false);
                }
            }
            Some(names::XLINK) if names::XLINK_ATTRIBUTES.contains(&name) => {}
            Some(names::XML) if ["space", "lang", "id"].contains(&name) => {}
            Some(other) if names::is_editor(other) => {}
            _ => self.say(line, Unsafe::Attribute(name.to_owned())),
        }
    }

    fn link(&mut self, node: Node<'_, '_>, value: &str, line: usize) {
        match address(value) {
            AddressTarget::Inside => {}
            AddressTarget::Program => self.say(line, Unsafe::Program),
            AddressTarget::Data(data) if ["image", "feImage"].contains(&node.tag_name().name()) => {
                self.data(&data, line, false);
            }
            AddressTarget::Data(data) => self.say(line, Unsafe::Outside(data)),
            AddressTarget::Outside(address) => self.say(line, Unsafe::Outside(address)),
        }
    }

    /// `rules`: a whole sheet of style, and not the value of an attribute.
    fn style(&mut self, text: &str, line: usize, rules: bool) {
        for (more, found) in css::look(text, rules) {
            let line = line + more;
            match found {
                css::CssFinding::Import => self.say(line, Unsafe::Import),
                css::CssFinding::Rule(name) => self.say(line, Unsafe::Rule(name)),
                css::CssFinding::Animation(name) => self.say(line, Unsafe::Animation(name)),
                css::CssFinding::Deep => self.say(line, Unsafe::Deep),
                css::CssFinding::Address(value) => match address(&value) {
                    AddressTarget::Inside => {}
                    AddressTarget::Program => self.say(line, Unsafe::Program),
                    AddressTarget::Data(data) => self.data(&data, line, true),
                    AddressTarget::Outside(address) => self.say(line, Unsafe::Outside(address)),
                },
            }
        }
    }

    /// Bytes within the drawing: pictures, looked at as such, and typefaces where a style names them.
    fn data(&mut self, address: &str, line: usize, style: bool) {
        let kind = address.split([';', ',']).next().unwrap_or_default().to_ascii_lowercase();
        let kind = kind.trim_start_matches("data:").trim();
        if style && (kind.starts_with("font/") || kind.starts_with("application/")) {
            self.out.typeface.get_or_insert(line);
            return;
        }
        if !kind.starts_with("image/") {
            return self.say(line, Unsafe::Outside(address.to_owned()));
        }
        if self.embedded.iter().any(|known| known == address) {
            return;
        }
        let Some(bytes) = bytes_of(address) else { return self.say(line, Unsafe::Embedded) };
        if kind == "image/svg+xml" {
            let inner = match self.nested.checked_sub(1) {
                Some(left) => read_at(&bytes, left, self.look),
                None => return self.say(line, Unsafe::Deep),
            };
            self.out.words.extend(inner.words.into_iter().map(|words| PlacedWords { line, ..words }));
            for told in inner.faults.into_iter().take(3) {
                self.out.faults.push(PlacedFault { line, ..told });
            }
        } else {
            match (self.look)(&bytes) {
                Embedded::Fine => {}
                Embedded::Cmyk => self.say(line, Unsafe::EmbeddedCmyk),
                Embedded::Wrong => self.say(line, Unsafe::Embedded),
            }
        }
        self.embedded.push(address.to_owned());
    }
}

fn qualified(node: Node<'_, '_>) -> String {
    let name = node.tag_name();
    match name.namespace().and_then(|uri| node.lookup_prefix(uri)) {
        Some(prefix) if !prefix.is_empty() => format!("{prefix}:{}", name.name()),
        _ => name.name().to_owned(),
    }
}

/// How many lines of an element's tag stand before that byte of the document.
fn breaks_before(node: Node<'_, '_>, at: usize) -> usize {
    let text = node.document().input_text();
    text.get(node.range().start..at).map_or(0, |before| before.bytes().filter(|byte| *byte == b'\n').count())
}

/// Counts lines of places that come in order.
struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl LineCounter<'_> {
    fn of(&mut self, at: usize) -> usize {
        if let Some(between) = self.text.as_bytes().get(self.at..at) {
            self.line += memchr::memchr_iter(b'\n', between).count();
            self.at = at;
        }
        self.line
    }
}
