//! The text as the standard wants it (lines ended by `\n`, no null character), and where it stands in the file.

use crate::source::{FileId, Span};
use std::borrow::Cow;
use std::ops::Range;

/// A text made ready for parsing, that remembers the places of the file.
pub struct PlacedText<'a> {
    file: FileId,
    pub text: Cow<'a, str>,
    /// From this byte on, this much is to be added to come back to the file's bytes.
    moves: Vec<(usize, i64)>,
}

impl<'a> PlacedText<'a> {
    /// Without byte order mark; `\r\n` and `\r` become `\n`, and a null character U+FFFD.
    pub fn new(file: FileId, text: &'a str) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut moves = Vec::new();
        let mut gone = i64::try_from(text.len() - body.len()).unwrap_or(0);
        if gone > 0 {
            moves.push((0, gone));
        }
        if !body.contains(['\r', '\0']) {
            return Self { file, text: Cow::Borrowed(body), moves };
        }
        let mut out = String::with_capacity(body.len());
        let mut chars = body.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' => {
                    out.push('\n');
                    if chars.next_if_eq(&'\n').is_some() {
                        gone += 1;
                        moves.push((out.len(), gone));
                    }
                }
                '\0' => {
                    out.push('\u{fffd}');
                    gone -= 2;
                    moves.push((out.len(), gone));
                }
                other => out.push(other),
            }
        }
        Self { file, text: Cow::Owned(out), moves }
    }

    /// The byte of the file where a byte of the text stands.
    pub fn at(&self, byte: usize) -> u32 {
        let before = self.moves.partition_point(|(from, _)| *from <= byte);
        let moved = before.checked_sub(1).map_or(0, |last| self.moves[last].1);
        let at = i64::try_from(byte).unwrap_or(i64::MAX).saturating_add(moved);
        u32::try_from(at.max(0)).unwrap_or(u32::MAX)
    }

    /// The place in the file of a stretch of the text.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span { file: self.file, start: self.at(range.start), end: self.at(range.end) }
    }

    /// Each line without its end, and the byte where it begins.
    pub fn lines(&self) -> Vec<(usize, &str)> {
        let mut at = 0;
        let lines = self.text.split('\n').map(|line| {
            let here = at;
            at += line.len() + 1;
            (here, line)
        });
        lines.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn places_are_those_of_the_file() {
        let sources = Sources::memory([("a.md", "")]);
        let (file, _) = sources.find("a.md").unwrap();
        let raw = "\u{feff}a\r\nb\rc\0d\ne";
        let source = PlacedText::new(file, raw);
        assert_eq!(source.text, "a\nb\nc\u{fffd}d\ne");
        for (letter, from) in [("a", 3), ("b", 6), ("c", 8), ("d", 10), ("e", 12)] {
            assert_eq!(source.at(source.text.find(letter).unwrap()), from, "{letter}");
            assert_eq!(&raw[from as usize..=from as usize], letter);
        }
    }

    #[test]
    fn a_plain_text_is_not_copied() {
        let sources = Sources::memory([("a.md", "")]);
        let (file, _) = sources.find("a.md").unwrap();
        assert!(matches!(PlacedText::new(file, "a\nb").text, Cow::Borrowed(_)));
    }
}
