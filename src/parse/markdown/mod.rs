//! Markdown as a tree with places: the only module that knows pulldown-cmark.
//!
//! 1. [`meant`] reads lines as their author meant them, and says what was wrong with each;
//! 2. pulldown-cmark gives events with byte ranges;
//! 3. a stack turns them into [`PlacedBlock`]s and [`PlacedInline`]s;
//! 4. what Éliane does not show (HTML, tables, code blocks, deep lists) becomes a diagnostic on the way;
//! 5. [`unseen`] finds the signs that nobody sees, [`left`] the marks that stayed in the words.
//!
//! One tree serves the screen and the paper.

mod callout;
mod heading;
mod indent;
mod left;
mod line;
mod links;
mod mark;
mod meant;
mod pictures;
mod signs;
mod stars;
mod unseen;

use crate::diag::catalogue::{markdown as say, marks};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{File, FileId, Span};
use crate::text::fold;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// A block and its place.
#[derive(Clone, Debug)]
pub struct PlacedBlock {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Clone, Debug)]
pub enum BlockKind {
    Heading(Heading),
    Paragraph(Vec<PlacedInline>),
    /// Numbered from `start`, or with bullets.
    List {
        start: Option<u64>,
        items: Vec<Vec<PlacedBlock>>,
    },
    Quote(Vec<PlacedBlock>),
}

/// `## Titre {#id cle=valeur}`
#[derive(Clone, Debug)]
pub struct Heading {
    pub level: u8,
    pub text: Vec<PlacedInline>,
    pub id: Option<String>,
    pub attributes: Vec<(String, String)>,
}

/// A piece of a line and its place.
#[derive(Clone, Debug)]
pub struct PlacedInline {
    pub span: Span,
    pub kind: InlineKind,
}

#[derive(Clone, Debug)]
pub enum InlineKind {
    Text(String),
    Strong(Vec<PlacedInline>),
    Emphasis(Vec<PlacedInline>),
    Code(String),
    Break,
    Link { target: String, text: Vec<PlacedInline> },
    Image { target: String, alt: String, caption: String },
}

/// How deep blocks may nest: a list in a list in a quote.
const MAX_DEPTH: usize = 6;

/// Reads the Markdown that stands at `range` of a file.
#[must_use]
pub fn parse(id: FileId, file: &File, range: Range<usize>) -> (Vec<PlacedBlock>, Diagnostics) {
    let (meant, diagnostics) =
        meant::read(id, file.text().get(range.clone()).unwrap_or_default(), range.start);
    let text = meant.text.as_str();
    let mut builder = TreeBuilder {
        id,
        file,
        meant: &meant,
        stack: vec![OpenElement::new(FrameKind::Root, 0..text.len())],
        diagnostics,
        skipping: 0,
        deep: false,
    };
    let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let mut defined: BTreeMap<String, Range<usize>> = events
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (fold(label), definition.span.clone()))
        .collect();
    for (event, place) in events {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
            defined.remove(&fold(id));
        }
        builder.event(event, place);
    }
    let mut vanished: Vec<Range<usize>> = defined.into_values().collect();
    vanished.sort_by_key(|place| place.start);
    for place in vanished {
        let span = builder.span(place.clone());
        builder.push(marks::vanished(span, text.get(place).unwrap_or_default().trim()));
    }
    builder.finish()
}

struct TreeBuilder<'a> {
    id: FileId,
    file: &'a File,
    meant: &'a meant::MeantText,
    stack: Vec<OpenElement>,
    diagnostics: Diagnostics,
    /// How many refused containers are open: their contents are not kept.
    skipping: usize,
    /// Whether too deep a nesting was already said.
    deep: bool,
}

struct OpenElement {
    kind: FrameKind,
    range: Range<usize>,
    blocks: Vec<PlacedBlock>,
    inlines: Vec<PlacedInline>,
    items: Vec<Vec<PlacedBlock>>,
}

impl OpenElement {
    fn new(kind: FrameKind, range: Range<usize>) -> Self {
        Self { kind, range, blocks: Vec::new(), inlines: Vec::new(), items: Vec::new() }
    }
}

enum FrameKind {
    Root,
    Paragraph,
    Heading { level: u8, id: Option<String>, attributes: Vec<(String, String)> },
    List(Option<u64>),
    Item,
    Quote,
    Strong,
    Emphasis,
    Link(String),
    Image { target: String, caption: String },
}

impl TreeBuilder<'_> {
    fn event(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, place),
            Event::End(end) => self.end(end),
            _ if self.skipping > 0 => {}
            Event::Text(text) => self.text(&text, place),
            Event::Code(code) => self.code(&code, place),
            Event::SoftBreak => self.text(" ", place),
            Event::HardBreak => self.inline(InlineKind::Break, place),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, place),
            Event::Rule => self.refuse(place, "un trait de séparation"),
            Event::FootnoteReference(_) => self.refuse(place, "une note"),
            Event::TaskListMarker(_) => self.refuse(place, "une case à cocher"),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.refuse(place, "une formule"),
        }
    }

    fn start(&mut self, tag: Tag<'_>, place: Range<usize>) {
        if self.skipping > 0 {
            self.skipping += 1;
            return;
        }
        let kind = match tag {
            Tag::Paragraph => FrameKind::Paragraph,
            Tag::Heading { level, .. } if !self.is_marked(&place) => {
                return self.underlined(level_of(level), place);
            }
            Tag::Heading { level, id, attrs, .. } => FrameKind::Heading {
                level: level_of(level),
                id: id.map(pulldown_cmark::CowStr::into_string),
                attributes: attrs
                    .into_iter()
                    .map(|(key, value)| {
                        (
                            key.into_string(),
                            value.map_or_else(String::new, pulldown_cmark::CowStr::into_string),
                        )
                    })
                    .collect(),
            },
            Tag::List(start) => FrameKind::List(start),
            Tag::Item => FrameKind::Item,
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::Strong => FrameKind::Strong,
            Tag::Emphasis => FrameKind::Emphasis,
            Tag::Link { dest_url, title, link_type, .. } => {
                // Nobody sees a title, which a browser shows and a voice may say.
                let span = self.span(place.clone());
                unseen::one(&mut title.into_string(), span, true, self.id, self.file, &mut self.diagnostics);
                // <a@b.fr> is Markdown, which says no scheme.
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                FrameKind::Link(format!("{scheme}{dest_url}"))
            }
            Tag::Image { dest_url, title, .. } => {
                FrameKind::Image { target: dest_url.into_string(), caption: title.into_string() }
            }
            // Its content comes as `Event::Html`, one event a line.
            Tag::HtmlBlock => return,
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                return self.skip(place, "un bloc de code (un texte qui commence par quatre espaces)");
            }
            Tag::CodeBlock(_) => return self.skip(place, "un bloc de code"),
            Tag::Table(_) => return self.skip(place, "un tableau"),
            _ => return self.skip(place, "cette mise en forme"),
        };
        if self.stack.len() > MAX_DEPTH + 1 {
            if !self.deep {
                self.deep = true;
                let span = self.span(place);
                self.push(say::too_deep(span));
            }
            self.skipping += 1;
            return;
        }
        self.stack.push(OpenElement::new(kind, place));
    }

    fn is_marked(&self, place: &Range<usize>) -> bool {
        self.meant.text.get(place.clone()).is_some_and(|text| text.trim_start().starts_with('#'))
    }

    /// A title by a line of hyphens below it, or a paragraph before what was meant for a rule.
    fn underlined(&mut self, level: u8, place: Range<usize>) {
        let text = self.meant.text.get(place.clone()).unwrap_or_default();
        let mut lines = text.trim_end().lines();
        lines.next_back();
        let title = lines.clone().collect::<Vec<_>>().join(" ");
        let is_title =
            level <= 2 && lines.count() == 1 && !title.trim_end().ends_with(['.', '!', '?', ';', ',', ':']);
        let span = self.span(place.clone());
        self.push(marks::underlined_title(span, title.trim()));
        let kind = if is_title {
            FrameKind::Heading { level: 2, id: None, attributes: Vec::new() }
        } else {
            FrameKind::Paragraph
        };
        self.stack.push(OpenElement::new(kind, place));
    }

    /// A piece of code; two accents that were typed for apostrophes (l`écran s`allume) are none.
    fn code(&mut self, code: &str, place: Range<usize>) {
        let before = stars::around(&self.meant.text, &place).before;
        if before.is_some_and(char::is_alphabetic) {
            let span = self.span(place.start..place.start + 1);
            self.push(marks::left(span, "`", &marks::Left::Backtick));
            self.text(&format!("’{code}’"), place);
        } else {
            self.inline(InlineKind::Code(code.to_owned()), place);
        }
    }

    fn skip(&mut self, place: Range<usize>, what: &str) {
        self.refuse(place, what);
        self.skipping += 1;
    }

    fn end(&mut self, end: TagEnd) {
        if matches!(end, TagEnd::HtmlBlock) {
            return;
        }
        if self.skipping > 0 {
            self.skipping -= 1;
            return;
        }
        let Some(mut frame) = self.stack.pop() else { return };
        let place = frame.range.clone();
        match frame.kind {
            FrameKind::Root => self.stack.push(frame),
            FrameKind::Paragraph => self.block(BlockKind::Paragraph(frame.inlines), place),
            FrameKind::Heading { level, id, attributes } => {
                self.block(BlockKind::Heading(Heading { level, text: frame.inlines, id, attributes }), place);
            }
            FrameKind::List(start) => self.block(BlockKind::List { start, items: frame.items }, place),
            FrameKind::Item => {
                // A tight list has text straight in its items.
                if !frame.inlines.is_empty() {
                    let paragraph =
                        PlacedBlock { span: self.span(place), kind: BlockKind::Paragraph(frame.inlines) };
                    frame.blocks.insert(0, paragraph);
                }
                if let Some(list) = self.stack.last_mut() {
                    list.items.push(frame.blocks);
                }
            }
            FrameKind::Quote => self.block(BlockKind::Quote(frame.blocks), place),
            FrameKind::Strong => self.inline(InlineKind::Strong(frame.inlines), place),
            FrameKind::Emphasis => self.emphasis(frame.inlines, place),
            FrameKind::Link(target) => self.inline(InlineKind::Link { target, text: frame.inlines }, place),
            FrameKind::Image { target, caption } => {
                let alt = plain(&frame.inlines);
                self.inline(InlineKind::Image { target, alt, caption }, place);
            }
        }
    }

    fn block(&mut self, kind: BlockKind, place: Range<usize>) {
        let block = PlacedBlock { span: self.span(place), kind };
        let Some(parent) = self.stack.last_mut() else { return };
        // Text before this block, in a tight item, comes first.
        if !parent.inlines.is_empty() {
            let span = parent.inlines[0].span;
            let inlines = std::mem::take(&mut parent.inlines);
            parent.blocks.push(PlacedBlock { span, kind: BlockKind::Paragraph(inlines) });
        }
        parent.blocks.push(block);
    }

    fn inline(&mut self, kind: InlineKind, place: Range<usize>) {
        let inline = PlacedInline { span: self.span(place), kind };
        if let Some(frame) = self.stack.last_mut() {
            frame.inlines.push(inline);
        }
    }

    /// `*mot*`; between stars that are part of a code (`*21*`), or of a product (`3*4*5`), the stars stay.
    fn emphasis(&mut self, inlines: Vec<PlacedInline>, place: Range<usize>) {
        let words = plain(&inlines);
        let around = stars::around(&self.meant.text, &place);
        if let Some(mark) = stars::of_code(&words, &around) {
            let span = self.span(place.clone());
            self.push(marks::lost_stars(span, &words, mark));
            self.text(&format!("{mark}{words}{mark}"), place);
        } else {
            self.inline(InlineKind::Emphasis(inlines), place);
        }
    }

    fn text(&mut self, text: &str, place: Range<usize>) {
        let span = self.span(place.clone());
        if let Some(frame) = self.stack.last_mut()
            && let Some(PlacedInline { kind: InlineKind::Text(before), span: first }) =
                frame.inlines.last_mut()
        {
            // One run of text, so that French spacing sees both sides of an entity or a line end.
            before.push_str(text);
            first.end = span.end;
        } else {
            self.inline(InlineKind::Text(text.to_owned()), place);
        }
    }

    fn html(&mut self, html: &str, place: Range<usize>) {
        // A permission is read by the check of plain language, from the file's own text.
        if !html.trim().is_empty() && !is_permission(html) {
            let span = self.span(place);
            self.push(say::raw_html(span, html));
        }
    }

    fn refuse(&mut self, place: Range<usize>, what: &str) {
        let span = self.span(place);
        self.push(say::unsupported(span, what));
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn span(&self, place: Range<usize>) -> Span {
        Span::new(self.id, self.meant.range(place))
    }

    fn finish(mut self) -> (Vec<PlacedBlock>, Diagnostics) {
        self.stack.truncate(1);
        let mut blocks = self.stack.pop().map(|root| root.blocks).unwrap_or_default();
        unseen::tell(&mut blocks, self.id, self.file, &mut self.diagnostics);
        left::tell(&blocks, self.id, self.file, &mut self.diagnostics);
        (blocks, self.diagnostics)
    }
}

/// `<!-- langage: permet … -->`, on one line.
fn is_permission(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!-- langage:") && html.ends_with("-->") && html.matches("-->").count() == 1
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The words of a line without their marks.
#[must_use]
pub fn plain(inlines: &[PlacedInline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Break => out.push(' '),
            InlineKind::Strong(inner)
            | InlineKind::Emphasis(inner)
            | InlineKind::Link { text: inner, .. } => {
                out.push_str(&plain(inner));
            }
            InlineKind::Image { alt, .. } => out.push_str(alt),
        }
    }
    out
}

#[cfg(test)]
mod tests;
