//! YAML as a tree with places: the only file that knows the YAML library.
//!
//! The library is serde-saphyr under the customer's name `serde_yaml` (see ARCHITECTURE.md). Every scalar
//! keeps the text its author typed, so that `29103`, `"29103"` and `01001` stay what they look like.

use crate::diag::Diagnostic;
use crate::diag::catalogue::yaml as say;
use crate::source::{File, FileId, Span};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Error, Location, MergeKeyPolicy, Spanned};
use std::ops::Range;

/// A value and the place it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
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

/// Reads the YAML that stands at `range` of a file.
///
/// # Errors
/// One diagnostic: YAML that is not well formed stops at its first fault.
pub fn parse(id: FileId, file: &File, range: Range<usize>) -> Result<Node, Diagnostic> {
    let whole = file.text();
    let text = &whole[range.clone()];
    let lines = Lines { id, text, offset: range.start };
    // No anchors, no aliases, no merge keys: sheets do not need them, and bombs are made of them.
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
        budget: serde_yaml::budget! { max_aliases: 0, max_anchors: 0, max_depth: MAX_DEPTH, max_nodes: 60_000, max_events: 200_000 },
    };
    if text.trim().is_empty() {
        return Ok(Node { span: Span::new(id, range.clone()), kind: Kind::Empty });
    }
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options) {
        Ok(raw) => lines.node(raw),
        Err(error) => Err(lines.explain(&error)),
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
}

impl Lines<'_> {
    fn node(&self, raw: Spanned<Raw>) -> Result<Node, Diagnostic> {
        let own = self.range(&raw.referenced);
        let kind = match raw.value {
            Raw::Empty => Kind::Empty,
            Raw::Text(text) if text.trim().is_empty() => Kind::Empty,
            Raw::Text(text) => Kind::Scalar(text),
            Raw::Plain => Kind::Scalar(self.text[own.clone()].to_owned()),
            Raw::List(items) => {
                Kind::List(items.into_iter().map(|item| self.node(item)).collect::<Result<_, _>>()?)
            }
            Raw::Map(entries) => Kind::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| Ok((self.key(key)?, self.node(value)?)))
                    .collect::<Result<_, _>>()?,
            ),
        };
        Ok(Node { span: self.span(own), kind })
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

    fn explain(&self, error: &Error) -> Diagnostic {
        let at = error.location().map_or(0, |location| self.byte_of(&location));
        let span = self.span(at..at + 1);
        let detail = error.to_string();
        let says = |words: &str| detail.contains(words);
        if says("budget") || says("alias") || says("anchor") || says("recursion") || says("depth") {
            return say::too_complex(span);
        }
        if says("mapping values are not allowed")
            && let Some((key, value)) = self.value_with_colon(at)
        {
            return say::colon(span, key, value);
        }
        let reason = if says("tab") {
            "une tabulation sert de retrait"
        } else if says("quote") {
            "un guillemet n’est pas fermé"
        } else if says("bracket") || says("brace") {
            "un crochet ou une accolade n’est pas fermé"
        } else if says("multiple YAML documents") {
            "une ligne « --- » de trop le coupe en deux"
        } else if says("expected string scalar") {
            "une clé doit être un mot"
        } else if says("unexpected character") || says("cannot start") {
            "une valeur commence par un signe réservé ; entourez-la de guillemets droits"
        } else {
            "la structure ne se lit pas à cet endroit"
        };
        say::syntax(span, reason)
    }

    /// The `key: value: more` of a line, the curator's first error.
    fn value_with_colon(&self, at: usize) -> Option<(&str, &str)> {
        let start = self.text[..at].rfind('\n').map_or(0, |line| line + 1);
        let line = self.text[start..].lines().next()?.trim_start_matches([' ', '-']);
        let (key, value) = line.split_once(':')?;
        let value = value.trim();
        value.contains(": ").then_some((key, value))
    }
}

fn to_usize(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn read(text: &str) -> Result<Node, Diagnostic> {
        let sources = Sources::memory([("content/a.yaml", text)]);
        let (id, file) = sources.find("content/a.yaml").unwrap();
        parse(id, file, 0..text.len())
    }

    fn code(text: &str) -> &'static str {
        read(text).unwrap_err().code.id
    }

    #[test]
    fn scalars_keep_their_spelling() {
        let node = read("zone: [01001, 29103, no, 0x10]\n").unwrap();
        let Kind::Map(entries) = node.kind else { panic!() };
        let Kind::List(items) = &entries[0].1.kind else { panic!() };
        let texts: Vec<_> = items.iter().map(|item| item.kind.clone()).collect();
        assert_eq!(texts, ["01001", "29103", "no", "0x10"].map(|t| Kind::Scalar(t.into())));
    }

    #[test]
    fn places_are_bytes_of_the_file() {
        let text = "---\né: 1\nnom: Été\n---\n";
        let sources = Sources::memory([("a.md", text)]);
        let (id, file) = sources.find("a.md").unwrap();
        let node = parse(id, file, 4..text.len() - 4).unwrap();
        let Kind::Map(entries) = node.kind else { panic!() };
        assert_eq!(&text[entries[1].0.span.range()], "nom");
        assert_eq!(&text[entries[1].1.span.range()], "Été");
    }

    #[test]
    fn the_curators_first_error_has_its_own_message() {
        let error = read("titre: Skype : que faire ?\n").unwrap_err();
        assert_eq!(error.code.id, "E021");
        assert!(error.repair.contains("titre: \"Skype : que faire ?\""), "{}", error.repair);
    }

    #[test]
    fn faults_are_told_apart() {
        assert_eq!(code("a: [1\n"), "E020");
        assert_eq!(code("a: \"x\nb: c\n"), "E020");
        assert_eq!(code("nom\u{a0}: x\n"), "E024");
        assert_eq!(code("a: &x b\n"), "E022");
        assert_eq!(code("a: *x\n"), "E022");
    }

    #[test]
    fn bombs_do_not_explode() {
        let mut bomb = String::from("a0: &a0 [x, x]\n");
        for i in 1..40 {
            bomb.push_str(&format!("a{i}: &a{i} [*a{}, *a{}]\n", i - 1, i - 1));
        }
        assert_eq!(code(&bomb), "E022");
        assert_eq!(code(&format!("a: {}{}\n", "[".repeat(200), "]".repeat(200))), "E022");
    }

    #[test]
    fn an_empty_text_is_an_empty_value() {
        assert_eq!(read("# rien\n\n").unwrap().kind, Kind::Empty);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-c:\\-\\[\\]{}\"'#&*!|>%@ \n\té\u{a0}]{0,60}") {
            let _ = read(&text);
        }
    }
}
