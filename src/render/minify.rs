//! White space out, nothing else changed.
//!
//! html5gum reads the page as browsers do; what is here knows where white space means nothing. Attributes come out by name,
//! with the quotes that they need. Closing tags and the html and head tags stay: people save, open and print these files with
//! programs of all ages. Scripts and styles are left alone, so that what we wrote is what runs.

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use htmlize::Context;
use std::convert::Infallible;
use std::mem::take;

/// Minifies one page.
#[must_use]
pub fn minify(html: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len());
    let mut emitter: CallbackEmitter<_, Infallible> = CallbackEmitter::new(Minifier::new(&mut out));
    // Scripts, styles and titles are read as text, without a tree.
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    out
}

/// What white space means inside an element, by what is laid out there.
#[derive(Clone, Copy, PartialEq)]
enum Space {
    /// Blocks one below the other: white space alone is nothing.
    Blocks,
    /// A block of words: nothing at its two ends, one space between words.
    Words,
    /// A part of a line: one space, wherever it is.
    Line,
    /// Each character counts.
    Kept,
}

impl Space {
    fn within(element: &[u8], svg: bool) -> Self {
        match (svg, element) {
            (true, b"desc" | b"text" | b"title") => Self::Words,
            (true, b"a" | b"tspan") => Self::Line,
            (true, _)
            | (
                _,
                b"article" | b"aside" | b"blockquote" | b"body" | b"colgroup" | b"datalist" | b"dialog"
                | b"div" | b"dl" | b"fieldset" | b"figure" | b"footer" | b"form" | b"head" | b"header"
                | b"hgroup" | b"html" | b"main" | b"menu" | b"nav" | b"ol" | b"optgroup" | b"picture"
                | b"section" | b"select" | b"table" | b"tbody" | b"tfoot" | b"thead" | b"tr" | b"ul",
            ) => Self::Blocks,
            (
                _,
                b"address" | b"audio" | b"button" | b"caption" | b"dd" | b"details" | b"dt" | b"figcaption"
                | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"label" | b"legend" | b"li" | b"noscript"
                | b"option" | b"output" | b"p" | b"progress" | b"script" | b"style" | b"summary" | b"td"
                | b"template" | b"th" | b"video",
            ) => Self::Words,
            (_, b"code" | b"pre" | b"textarea" | b"title") => Self::Kept,
            _ => Self::Line,
        }
    }
}

/// An element that is open.
struct Open {
    name: Vec<u8>,
    svg: bool,
    space: Space,
    /// Whether its content has begun: white space before it is before everything.
    begun: bool,
}

struct Minifier<'out> {
    out: &'out mut Vec<u8>,
    open: Vec<Open>,
    /// Words not yet written: whether something follows them tells if their last space means anything.
    words: Vec<u8>,
    /// The start tag that is being read, and its attributes.
    tag: Vec<u8>,
    attributes: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Callback<Infallible, ()> for Minifier<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::Doctype { .. } => self.out.extend_from_slice(b"<!doctype html>"),
            CallbackEvent::OpenStartTag { name } => {
                self.write_words(false);
                self.tag = name.to_vec();
            }
            CallbackEvent::AttributeName { name } => self.attributes.push((name.to_vec(), Vec::new())),
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, last)) = self.attributes.last_mut() {
                    last.extend_from_slice(value);
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => {
                self.attributes.clear();
                self.end(name);
            }
            CallbackEvent::String { value } => self.words.extend_from_slice(value),
            CallbackEvent::Comment { .. } | CallbackEvent::Error(_) => {}
        }
        None
    }
}

impl<'out> Minifier<'out> {
    fn new(out: &'out mut Vec<u8>) -> Self {
        Self { out, open: Vec::new(), words: Vec::new(), tag: Vec::new(), attributes: Vec::new() }
    }

    fn start(&mut self, self_closing: bool) {
        let (name, mut attributes) = (take(&mut self.tag), take(&mut self.attributes));
        let parent = self.open.last();
        let svg = name == b"svg" || parent.is_some_and(|parent| parent.svg);
        let kept = parent.is_some_and(|parent| parent.space == Space::Kept);
        self.out.push(b'<');
        self.out.extend_from_slice(&name);
        // Those with quotes first: `/>` after a value without would be read as its last sign.
        attributes.sort_by(|a, b| (quote(&a.1).is_none(), &a.0).cmp(&(quote(&b.1).is_none(), &b.0)));
        for (name, value) in &attributes {
            self.out.push(b' ');
            self.out.extend_from_slice(name);
            if !value.is_empty() {
                self.out.push(b'=');
                write_value(self.out, value);
            }
        }
        // Only foreign elements close themselves.
        let closed = svg && self_closing;
        if closed {
            if attributes.last().is_some_and(|(_, value)| quote(value).is_none()) {
                self.out.push(b' ');
            }
            self.out.push(b'/');
        }
        self.out.push(b'>');
        attributes.clear();
        self.attributes = attributes;
        if !closed && !is_void(&name) {
            let space = if kept { Space::Kept } else { Space::within(&name, svg) };
            self.open.push(Open { name, svg, space, begun: false });
        }
    }

    fn end(&mut self, name: &[u8]) {
        // A closing tag of nothing that is open is no tag.
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
        self.write_words(true);
        self.open.truncate(at);
        self.out.extend_from_slice(b"</");
        self.out.extend_from_slice(name);
        self.out.push(b'>');
    }

    /// Writes the words that wait, before an element (`last` is false) or at the end of the one that holds them.
    fn write_words(&mut self, last: bool) {
        let (space, first, raw) = match self.open.last_mut() {
            None => (Space::Blocks, false, false),
            Some(open) => {
                let first = !std::mem::replace(&mut open.begun, true);
                (open.space, first, matches!(open.name.as_slice(), b"script" | b"style"))
            }
        };
        let mut words = self.words.as_slice();
        if raw {
            self.out.extend_from_slice(words.trim_ascii());
        } else if space == Space::Kept {
            write_text(self.out, words);
        } else if space != Space::Blocks || !words.trim_ascii().is_empty() {
            if space != Space::Line && first {
                words = words.trim_ascii_start();
            }
            if space != Space::Line && last {
                words = words.trim_ascii_end();
            }
            for run in words.chunk_by(|a, b| a.is_ascii_whitespace() == b.is_ascii_whitespace()) {
                if run[0].is_ascii_whitespace() {
                    self.out.push(b' ');
                } else {
                    write_text(self.out, run);
                }
            }
        }
        self.words.clear();
    }
}

/// Text with what would be read as a tag or as a character's name spelled out.
fn write_text(out: &mut Vec<u8>, text: &[u8]) {
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'<' => out.extend_from_slice(b"&lt;"),
            b'&' if begins_a_name(&text[at..], Context::General) => out.extend_from_slice(b"&amp;"),
            _ => out.push(byte),
        }
    }
}

/// A value that has one, with its quotes if it needs some: those that it holds less often.
fn write_value(out: &mut Vec<u8>, value: &[u8]) {
    let around = quote(value);
    out.extend(around);
    for (at, &byte) in value.iter().enumerate() {
        match byte {
            b'&' if begins_a_name(&value[at..], Context::Attribute) => out.extend_from_slice(b"&amp;"),
            b'"' if around == Some(b'"') => out.extend_from_slice(b"&#34;"),
            b'\'' if around == Some(b'\'') => out.extend_from_slice(b"&#39;"),
            _ => out.push(byte),
        }
    }
    out.extend(around);
}

fn quote(value: &[u8]) -> Option<u8> {
    let count = |quote: u8| memchr::memchr_iter(quote, value).count();
    if !value.iter().any(|byte| byte.is_ascii_whitespace() || b"\"'=<>`".contains(byte)) {
        None
    } else if count(b'\'') < count(b'"') {
        Some(b'\'')
    } else {
        Some(b'"')
    }
}

/// Whether a browser would read the ampersand at the start of `text` as the start of a character's name or number.
fn begins_a_name(text: &[u8], place: Context) -> bool {
    let name = 1 + text[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    // With the sign after it, which may tell.
    let written = &text[..text.len().min(name + 1)];
    name > 1 && *htmlize::unescape_bytes_in(written, place) != *written
}

/// The elements that hold nothing, and have no closing tag (HTML, « Void elements »).
fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(html: &str, minified: &str) {
        assert_eq!(String::from_utf8(minify(html)).unwrap(), minified);
    }

    #[test]
    fn words_of_a_paragraph_stay_apart() {
        becomes(
            "<p>\n  Appelez\n  le <strong>02 98</strong> <a href=\"tel:+332\">85 99</a> .\n</p>",
            "<p>Appelez le <strong>02 98</strong> <a href=tel:+332>85 99</a> .</p>",
        );
    }

    #[test]
    fn a_telephone_number_keeps_its_no_break_spaces() {
        becomes("<p>02\u{a0}98\u{202f}!</p>", "<p>02\u{a0}98\u{202f}!</p>");
    }

    #[test]
    fn between_blocks_nothing_is_left_and_what_counts_each_space_keeps_them() {
        becomes(
            "<!doctype html>\n<main>\n <!-- here -->\n <pre>a\n  <b>b</b>  c</pre>\n</main>\n<style>\n a  b\n</style>",
            "<!doctype html><main><pre>a\n  <b>b</b>  c</pre></main><style>a  b</style>",
        );
    }

    #[test]
    fn attributes_come_by_name_with_the_quotes_that_they_need() {
        becomes(
            "<img src=\"a.png\" hidden alt='«\u{a0}l’\"eau\" d&#39;or\u{a0}»' title=\"a b\" data-x=\"\">",
            "<img alt='«\u{a0}l’\"eau\" d&#39;or\u{a0}»' title=\"a b\" data-x hidden src=a.png>",
        );
        becomes(
            "<svg><use href=\"#a\"/><path d=\"M0 0\" /></svg>",
            "<svg><use href=#a /><path d=\"M0 0\"/></svg>",
        );
    }

    #[test]
    fn nothing_that_was_text_becomes_a_tag_or_a_name() {
        for (html, minified) in [
            ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 & 3</p>"),
            ("<p>&amp;lt;b&amp;gt;</p>", "<p>&amp;lt;b&amp;gt;</p>"),
            ("<a href=\"?a&amp;copy\">a&amp;copyb</a>", "<a href=?a&amp;copy>a&amp;copyb</a>"),
            ("<a href=\"?a=1&amp;copy=2&amp;b\">x</a>", "<a href=\"?a=1&copy=2&b\">x</a>"),
            ("<title>&lt;/title&gt;&lt;script&gt;</title>", "<title>&lt;/title>&lt;script></title>"),
            ("<p>&#38;#60;script></p>", "<p>&amp;#60;script></p>"),
        ] {
            becomes(html, minified);
        }
    }
}
