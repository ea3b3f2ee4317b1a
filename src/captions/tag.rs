//! The text of a WebVTT cue: letters, tags, entities, as the standard cuts them.

use super::finding::Findings;
use super::line::PlacedText;
use super::time;
use super::track::{CuePiece, PieceKind, Tag, TagKind};
use crate::diag::catalogue::captions::{self as say, Who};
use std::ops::Range;

/// The longest name of an entity is 32 letters.
const LONGEST_ENTITY: usize = 33;

/// Tags inside each other; nobody writes more, and each costs time at every letter inside.
pub const DEEPEST: usize = 64;

/// Tags of pages and of SRT files, which browsers pass by while showing the words inside.
const OF_PAGES: [&str; 14] =
    ["font", "span", "br", "p", "em", "strong", "s", "div", "a", "small", "big", "sub", "sup", "mark"];

/// Cuts the text that stands at `range`.
pub fn pieces(source: &PlacedText<'_>, range: Range<usize>, who: Who, out: &mut Findings) -> Vec<CuePiece> {
    let mut text = TagText { source, who, out, open: Vec::new(), pieces: Vec::new() };
    let all = &source.text[range.clone()];
    let mut at = 0;
    while at < all.len() {
        let rest = &all[at..];
        let here = range.start + at;
        at += match rest.as_bytes()[0] {
            b'<' => {
                let close = rest.find('>');
                text.tag(here, &rest[1..close.unwrap_or(rest.len())], close.is_some());
                close.map_or(rest.len(), |close| close + 1)
            }
            b'\n' => {
                text.push(here, PieceKind::Break);
                1
            }
            b'&' => text.entity(here, rest),
            _ => {
                let end = rest.find(['<', '&', '\n']).unwrap_or(rest.len());
                text.push(here, PieceKind::Text(rest[..end].to_owned()));
                end
            }
        };
    }
    text.finish(range.end)
}

struct TagText<'a, 'b> {
    source: &'a PlacedText<'b>,
    who: Who,
    out: &'a mut Findings,
    /// Tags that are open, each with its place.
    open: Vec<(TagKind, usize)>,
    pieces: Vec<CuePiece>,
}

impl TagText<'_, '_> {
    fn push(&mut self, at: usize, what: PieceKind) {
        self.pieces.push(CuePiece { at: self.source.at(at), what });
    }

    /// An entity becomes its character; any other `&` is one. Gives the bytes that were taken.
    fn entity(&mut self, at: usize, rest: &str) -> usize {
        let (text, length) = entity(rest).unwrap_or_else(|| ("&".to_owned(), 1));
        self.push(at, PieceKind::Text(text));
        length
    }

    /// What stands between `<` and `>`, or the end of the text.
    fn tag(&mut self, at: usize, inside: &str, closed: bool) {
        let span = self.source.span(at..at + 1 + inside.len() + usize::from(closed));
        if !closed {
            self.out.push(say::hidden(span, self.who, inside));
        }
        if inside.starts_with(|c: char| c.is_ascii_digit()) {
            match time::exact(inside).filter(|(_, length)| *length == inside.len()) {
                Some((ms, _)) => self.push(at, PieceKind::Time(ms)),
                None if closed => self.out.push(say::hidden(span, self.who, inside)),
                None => {}
            }
        } else if let Some(name) = inside.strip_prefix('/') {
            self.close(at, name, span);
        } else {
            let tag = tag(inside);
            match TagKind::named(&tag.0) {
                Some(TagKind::RubyText)
                    if self.open.last().is_none_or(|(kind, _)| *kind != TagKind::Ruby) =>
                {
                    self.out.push(say::stray_tag(span, self.who, inside));
                }
                Some(_) if self.open.len() >= DEEPEST => {
                    self.out.push(say::stray_tag(span, self.who, inside));
                }
                Some(kind) => {
                    self.open.push((kind, at));
                    self.push(at, PieceKind::Open(Tag { kind, classes: tag.1, note: tag.2 }));
                }
                None if !closed => {}
                None if is_of_pages(&tag.0) => {
                    self.out.push(say::unknown_tag(span, self.who, inside));
                    if parts_words(&tag.0) {
                        self.push(at, PieceKind::Text(" ".to_owned()));
                    }
                }
                None => self.out.push(say::hidden(span, self.who, inside)),
            }
        }
    }

    fn close(&mut self, at: usize, name: &str, span: crate::source::Span) {
        let kind = TagKind::named(name);
        let last = self.open.last().map(|(kind, _)| *kind);
        if kind == Some(TagKind::Ruby) && last == Some(TagKind::RubyText) {
            // `</ruby>` closes both.
            self.pop(at);
            self.pop(at);
        } else if kind.is_some() && kind == last {
            self.pop(at);
        } else if is_of_pages(name) {
            self.out.push(say::unknown_tag(span, self.who, &format!("/{name}")));
        } else {
            self.out.push(say::stray_tag(span, self.who, &format!("/{name}")));
        }
    }

    fn pop(&mut self, at: usize) {
        if let Some((kind, _)) = self.open.pop() {
            self.push(at, PieceKind::Close(kind));
        }
    }

    /// Closes what is open, as browsers do. A voice may stay open: it is that of the whole text.
    fn finish(mut self, end: usize) -> Vec<CuePiece> {
        for (kind, at) in self.open.clone() {
            if !matches!(kind, TagKind::Voice | TagKind::RubyText) {
                let span = self.source.span(at..at + 1 + kind.name().len());
                self.out.push(say::open_tag(span, self.who, kind.name()));
            }
        }
        while !self.open.is_empty() {
            self.pop(end);
        }
        self.pieces
    }
}

/// Whether a tag of pages stands between two words as a space would: `<br>`.
pub fn parts_words(name: &str) -> bool {
    ["br", "p", "div"].contains(&name.trim_end_matches('/').to_ascii_lowercase().as_str())
}

/// A tag that hides no word: one of pages, or one of ours in capitals.
fn is_of_pages(name: &str) -> bool {
    let name = name.trim_end_matches('/').to_ascii_lowercase();
    OF_PAGES.contains(&name.as_str()) || TagKind::named(&name).is_some()
}

/// The entity at the beginning of a text, as its characters, and its length.
pub fn entity(rest: &str) -> Option<(String, usize)> {
    let name = |b: u8| b.is_ascii_alphanumeric() || b == b'#';
    let length = rest.bytes().skip(1).take(LONGEST_ENTITY).take_while(|b| name(*b)).count();
    let end = 1 + length + usize::from(rest.as_bytes().get(1 + length) == Some(&b';'));
    if length == 0 {
        return None;
    }
    let found = htmlize::unescape(&rest[..end]);
    (found != rest[..end]).then(|| (found.into_owned(), end))
}

/// Name, classes and annotation of what stands in a start tag.
pub fn tag(inside: &str) -> (String, Vec<String>, String) {
    let space = |c: char| matches!(c, '\t' | '\n' | '\u{c}' | ' ');
    let head_end = inside.find(space).unwrap_or(inside.len());
    let (head, note) = inside.split_at(head_end);
    let mut parts = head.split('.');
    let name = parts.next().unwrap_or_default().to_owned();
    let classes = parts.filter(|class| !class.is_empty()).map(str::to_owned).collect();
    (name, classes, annotation(note))
}

/// Entities become characters, white space single.
fn annotation(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (found, length) = entity(&rest[at..]).unwrap_or_else(|| ("&".to_owned(), 1));
        out.push_str(&found);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
