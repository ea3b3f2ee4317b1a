//! YAML as a tree with places. Every scalar keeps the text its author typed, so that `29103`, `"29103"` and `01001`
//! stay what they look like.

mod above;
mod flow;
mod line;
mod lost;
mod quotes;
mod rows;
#[cfg(test)]
mod tests;
mod tree;
mod why;

use crate::diag::catalogue::yaml as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{File, FileId, Span};
use crate::text::is_blank;
use rows::Rows;
use std::ops::Range;
use tree::{Raw, RawKey, Value};

/// A value and the place it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub span: Span,
    pub kind: ValueKind,
    /// The text that a group of one key was meant to be, where a text is wanted; the lines of a text that YAML joined.
    pub meant: Option<Box<MeantPair>>,
}

/// A text that YAML read as a key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeantPair {
    /// As typed.
    pub words: Box<str>,
    /// The line as it should be, when it holds more than those words.
    pub line: Option<Box<str>>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Nothing after the colon, or `null`.
    Empty,
    /// Any scalar, as text.
    Scalar(String),
    List(Vec<Node>),
    /// Keys in the order they were written; the same key may stand twice.
    Map(Vec<(Key, Node)>),
}

/// A key and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub name: String,
    pub span: Span,
}

/// Reads the YAML that stands at `range` of a file. YAML that is not well formed stops at its first fault, which is
/// told; what YAML's own rules would take from a well-formed value is told too, each at its place.
pub fn parse(id: FileId, file: &File, range: Range<usize>, out: &mut Diagnostics) -> Option<Node> {
    let text = &file.text()[range.clone()];
    if text.trim().is_empty() {
        return Some(Node { span: Span::new(id, range), kind: ValueKind::Empty, meant: None });
    }
    let mut reading = TreeReading { id, rows: Rows::new(text), offset: range.start, out };
    let node = match tree::read(text) {
        Ok(raw) => reading.node(raw),
        Err(fault) => Err(why::explain(&reading, &fault)),
    };
    node.map_err(|diagnostic| reading.out.push(diagnostic)).ok()
}

/// From the library's tree, with places in the YAML, to ours, with places in the file.
struct TreeReading<'a> {
    id: FileId,
    rows: Rows<'a>,
    /// Where the YAML begins in its file.
    offset: usize,
    out: &'a mut Diagnostics,
}

impl<'a> TreeReading<'a> {
    fn node(&mut self, raw: Raw<'a>) -> Result<Node, Diagnostic> {
        let own = raw.range;
        let meant = match &raw.value {
            Value::Text(_) => lost::lines(&self.rows.text[own.clone()]),
            Value::Map(entries) => lost::one_key(&self.rows, entries),
            Value::Empty | Value::List(_) => None,
        };
        let kind = match raw.value {
            Value::Empty => ValueKind::Empty,
            Value::Text(text) => self.scalar(&own, &text),
            Value::List(items) => {
                ValueKind::List(items.into_iter().map(|item| self.item(item)).collect::<Result<_, _>>()?)
            }
            Value::Map(entries) => ValueKind::Map(
                entries.into_iter().map(|(key, value)| self.entry(key, value)).collect::<Result<_, _>>()?,
            ),
        };
        Ok(Node { span: self.span(own), kind, meant })
    }

    /// A key and its value. Words that begin with a `#` on the key's line are a value that YAML does not see.
    fn entry(&mut self, key: RawKey<'a>, value: Raw<'a>) -> Result<(Key, Node), Diagnostic> {
        let end = key.range.end;
        let key = self.key(key)?;
        let lower = match value.value {
            Value::Empty => true,
            Value::Text(_) => value.range.start > self.rows.end(end),
            Value::List(_) | Value::Map(_) => false,
        };
        let start = if lower { lost::after_key(self.rows.text, end) } else { None };
        match start.and_then(|start| lost::nothing(&self.rows, start)) {
            Some(told) => Ok((key, self.tell(told))),
            None => Ok((key, self.node(value)?)),
        }
    }

    fn item(&mut self, item: Raw<'a>) -> Result<Node, Diagnostic> {
        let empty = matches!(item.value, Value::Empty);
        let start = if empty { lost::after_dash(&self.rows, item.range.start) } else { None };
        match start.and_then(|start| lost::nothing(&self.rows, start)) {
            Some(told) => Ok(self.tell(told)),
            None => self.node(item),
        }
    }

    /// Tells it, and reads what was meant.
    fn tell(&mut self, told: lost::LostValue) -> Node {
        let span = self.span(told.range.clone());
        self.out.push(told.say(span));
        Node { span, kind: ValueKind::Scalar(told.words), meant: None }
    }

    /// A scalar, and what is told of it: words after a `#`, a tag that took the first word, signs that nobody sees.
    fn scalar(&mut self, own: &Range<usize>, text: &str) -> ValueKind {
        if let Some(told) = lost::told(&self.rows, own, text) {
            // What was meant: it says nothing more that would be wrong.
            return self.tell(told).kind;
        }
        if is_blank(text) { ValueKind::Empty } else { ValueKind::Scalar(text.to_owned()) }
    }

    fn key(&self, key: RawKey<'_>) -> Result<Key, Diagnostic> {
        let span = self.span(key.range);
        if key.name.contains(['\u{a0}', '\u{202f}', '\t']) {
            return Err(say::odd_space_in_key(span, &key.name));
        }
        Ok(Key { name: key.name.into_owned(), span })
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.id, self.offset + range.start..self.offset + range.end)
    }
}
