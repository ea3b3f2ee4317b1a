//! A passage, and where its bytes stand in the file.

use crate::plain::{AuthorMark, MarkKind, Passage, PassageKind};
use crate::source::{File, Span};
use std::ops::Range;

/// How far in the file the next letter of a text may be: marks, escapes, and the margin of a new line.
const AHEAD: usize = 64;

pub struct PassageRun {
    pub passage: Passage,
    /// The whole block, marks included.
    pub span: Span,
    /// From the end of the block before to the end of this one: a permission there is for this one.
    pub before: Range<usize>,
    /// Where the distance between text and file changes: byte of the text, byte of the file.
    map: Vec<(usize, usize)>,
}

impl PassageRun {
    pub fn new(span: Span, kind: PassageKind, linkable: bool) -> Self {
        let passage = Passage { text: String::new(), kind, marks: Vec::new(), linkable };
        Self { passage, span, before: 0..span.range().end, map: Vec::new() }
    }

    /// Adds words that stand somewhere in `place`.
    pub fn push(&mut self, file: &File, text: &str, place: Range<usize>) {
        let source = file.text().get(place.clone()).unwrap_or_default();
        let mut at = 0;
        for c in text.chars() {
            let here = &source[at..];
            let same = |other: char| other == c || other.is_whitespace() && c.is_whitespace();
            let step =
                here.char_indices().take_while(|(far, _)| *far < AHEAD).find(|(_, other)| same(*other));
            if let Some((far, other)) = step {
                let from = place.start + at + far;
                self.note(from);
                at += far + other.len_utf8();
            }
            self.passage.text.push(c);
        }
    }

    /// The next byte of the text stands at that byte of the file.
    fn note(&mut self, from: usize) {
        let at = self.passage.text.len();
        let goes_on = self.map.last().is_some_and(|(text, file)| file + (at - text) == from);
        if !goes_on {
            self.map.push((at, from));
        }
    }

    /// Marks the text from `start` to its end.
    pub fn mark(&mut self, start: usize, kind: MarkKind) {
        self.passage.marks.push(AuthorMark { range: start..self.passage.text.len(), kind });
    }

    /// Marks the labels that the text cites from `start` on: `{libelle: jitsi.entrer}` stands for a button's words.
    pub fn mark_citations(&mut self, start: usize) {
        let mut from = start;
        while let Some(at) = self.passage.text[from..].find("{libell").map(|at| from + at) {
            let end = self.passage.text[at..].find('}').map_or(self.passage.text.len(), |end| at + end + 1);
            self.passage.marks.push(AuthorMark { range: at..end, kind: MarkKind::Label });
            from = end;
        }
    }

    /// The bytes of the file where these bytes of the text stand.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let byte = |at: usize| {
            let next = self.map.partition_point(|(text, _)| *text <= at);
            next.checked_sub(1).map_or(self.span.range().start, |found| {
                let (text, file) = self.map[found];
                file + (at - text)
            })
        };
        let start = byte(range.start);
        let end = range.end.checked_sub(1).map_or(start, |last| byte(last) + 1);
        start..end.max(start)
    }
}
