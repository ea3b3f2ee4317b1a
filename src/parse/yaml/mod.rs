//! YAML as a tree with places: the only file that knows the YAML library.
//!
//! The library is serde-saphyr under the customer's name `serde_yaml` (see ARCHITECTURE.md). Every scalar
//! keeps the text its author typed, so that `29103`, `"29103"` and `01001` stay what they look like.

mod above;
mod flow;
mod lost;
mod quotes;
#[cfg(test)]
mod tests;
mod why;

use crate::diag::catalogue::yaml as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{File, FileId, Span};
use crate::text::is_blank;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Location, MergeKeyPolicy, Spanned};
use std::ops::Range;

/// A value and the place it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
    /// The text that a group of one key was meant to be, where a text is wanted; the lines of a text that YAML joined.
    pub meant: Option<Box<Meant>>,
}

/// A text that YAML read as a key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// As typed.
    pub words: Box<str>,
    /// The line as it should be, when it holds more than those words.
    pub line: Option<Box<str>>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
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

/// How deep a sheet may nest: none of ours goes beyond four.
const MAX_DEPTH: usize = 24;

/// Reads the YAML that stands at `range` of a file. YAML that is not well formed stops at its first fault, which is
/// told; what YAML's own rules would take from a well-formed value is told too, each at its place.
pub fn parse(id: FileId, file: &File, range: Range<usize>, out: &mut Diagnostics) -> Option<Node> {
    let whole = file.text();
    let text = &whole[range.clone()];
    let mut lines = Lines { id, text, offset: range.start, out };
    // No anchors, no aliases, no merge keys: sheets do not need them, and bombs are made of them.
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
        budget: serde_yaml::budget! { max_aliases: 0, max_anchors: 0, max_depth: MAX_DEPTH, max_nodes: 60_000, max_events: 200_000 },
    };
    if text.trim().is_empty() {
        return Some(Node { span: Span::new(id, range.clone()), kind: Kind::Empty, meant: None });
    }
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options) {
        Ok(raw) => match lines.node(raw) {
            Ok(node) => Some(node),
            Err(diagnostic) => {
                lines.out.push(diagnostic);
                None
            }
        },
        Err(error) => {
            let diagnostic = why::explain(&lines, &error);
            lines.out.push(diagnostic);
            None
        }
    }
}

/// The tree as the library gives it.
enum Raw {
    Empty,
    /// A text, quotes and escapes undone.
    Text(String),
    /// A number or a truth value, whose spelling stands in the source.
    Plain,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

macro_rules! plain {
    ($($visit:ident: $kind:ty),*) => {
        $(fn $visit<E>(self, _: $kind) -> Result<Raw, E> { Ok(Raw::Plain) })*
    };
}

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("une valeur")
    }

    plain!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            entries.push((key, map.next_value()?));
        }
        Ok(Raw::Map(entries))
    }
}

/// From places in the YAML text to places in the file.
struct Lines<'a> {
    id: FileId,
    text: &'a str,
    /// Where the YAML begins in its file.
    offset: usize,
    out: &'a mut Diagnostics,
}

impl Lines<'_> {
    fn node(&mut self, raw: Spanned<Raw>) -> Result<Node, Diagnostic> {
        let own = self.range(&raw.referenced);
        let meant = match &raw.value {
            Raw::Text(_) => lost::lines(&self.text[own.clone()]),
            Raw::Map(entries) => lost::one_key(self.text, entries, |at| self.range(at)),
            _ => None,
        };
        let kind = match raw.value {
            Raw::Empty => Kind::Empty,
            Raw::Text(text) => self.scalar(&own, text),
            Raw::Plain => self.scalar(&own, self.text[own.clone()].to_owned()),
            Raw::List(items) => {
                Kind::List(items.into_iter().map(|item| self.item(item)).collect::<Result<_, _>>()?)
            }
            Raw::Map(entries) => Kind::Map(
                entries.into_iter().map(|(key, value)| self.entry(key, value)).collect::<Result<_, _>>()?,
            ),
        };
        Ok(Node { span: self.span(own), kind, meant })
    }

    /// A key and its value. Words that begin with a `#` on the key's line are a value that YAML does not see.
    fn entry(&mut self, key: Spanned<String>, value: Spanned<Raw>) -> Result<(Key, Node), Diagnostic> {
        let end = self.range(&key.referenced).end;
        let key = self.key(key)?;
        let line_end = self.text[end..].find('\n').map_or(self.text.len(), |at| end + at);
        let lower = match value.value {
            Raw::Empty => true,
            Raw::Text(_) | Raw::Plain => self.range(&value.referenced).start > line_end,
            Raw::List(_) | Raw::Map(_) => false,
        };
        let told = lost::after_key(self.text, end).filter(|_| lower);
        match told.and_then(|start| lost::nothing(self.text, start)) {
            Some(told) => Ok((key, self.tell(told))),
            None => Ok((key, self.node(value)?)),
        }
    }

    fn item(&mut self, item: Spanned<Raw>) -> Result<Node, Diagnostic> {
        let own = self.range(&item.referenced);
        let empty = matches!(item.value, Raw::Empty);
        let start = if empty { lost::after_dash(self.text, own.start) } else { None };
        match start.and_then(|start| lost::nothing(self.text, start)) {
            Some(told) => Ok(self.tell(told)),
            None => self.node(item),
        }
    }

    /// Tells it, and reads what was meant.
    fn tell(&mut self, told: lost::Told) -> Node {
        let span = self.span(told.range.clone());
        self.out.push(told.say(span));
        Node { span, kind: Kind::Scalar(told.words), meant: None }
    }

    /// A scalar, and what is told of it: words after a `#`, a tag that took the first word, signs that nobody sees.
    fn scalar(&mut self, own: &Range<usize>, text: String) -> Kind {
        if let Some(told) = lost::told(self.text, own, &text) {
            let span = self.span(told.range.clone());
            self.out.push(told.say(span));
            // What was meant: it says nothing more that would be wrong.
            return Kind::Scalar(told.words);
        }
        if is_blank(&text) { Kind::Empty } else { Kind::Scalar(text) }
    }

    fn key(&self, key: Spanned<String>) -> Result<Key, Diagnostic> {
        let span = self.span(self.range(&key.referenced));
        if key.value.contains(['\u{a0}', '\u{202f}', '\t']) {
            return Err(say::odd_space_in_key(span, &key.value));
        }
        Ok(Key { name: key.value, span })
    }

    /// The bytes of a node; a collection is given by the first byte alone.
    fn range(&self, location: &Location) -> Range<usize> {
        let span = location.span();
        let bytes = span.byte_offset().zip(span.byte_len());
        let (start, len) = bytes
            .map_or_else(|| (self.byte_of(location), 1), |(start, len)| (to_usize(start), to_usize(len)));
        let start = self.text.floor_char_boundary(start);
        let end = self.text.floor_char_boundary(start.saturating_add(len)).max(start);
        // A block scalar ends with its last line break; a caret should not.
        start..start + self.text[start..end].trim_end().len()
    }

    fn byte_of(&self, location: &Location) -> usize {
        let line = to_usize(location.line()).saturating_sub(1);
        let column = to_usize(location.column()).saturating_sub(1);
        let start: usize = self.text.split_inclusive('\n').take(line).map(str::len).sum();
        let rest = &self.text[start.min(self.text.len())..];
        start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.id, self.offset + range.start..self.offset + range.end)
    }
}

fn to_usize(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
