//! Small changes of a text, as its author wrote it: the rest stays byte for byte, line ends, accents and byte order mark included.

use super::names::composed;
use super::text_file::decode;
use std::ops::Range;

/// Bytes of a text, and what is to stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub with: String,
}

impl Edit {
    #[must_use]
    pub fn new(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into() }
    }

    /// Whether both cannot be made: they touch the same bytes, or would write at the same place.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.range.start == other.range.start
            || self.range.start < other.range.end && other.range.start < self.range.end
    }
}

/// Makes all changes at once; those that do not fit (they never should) are left out.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for edit in edits {
        if edit.range.start < done || text.get(edit.range.clone()).is_none() {
            continue;
        }
        out.push_str(&text[done..edit.range.start]);
        out.push_str(&edit.with);
        done = edit.range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// The bytes of a file with changes of the text that was read from it. `None` when the file holds another text by now, or when
/// a change stands where the file has no place for it.
#[must_use]
pub fn apply_to_bytes(bytes: &[u8], text: &str, edits: &[Edit]) -> Option<Vec<u8>> {
    if composed(&decode(bytes.to_vec()).ok()?) != text {
        return None;
    }
    let raw = std::str::from_utf8(bytes).ok()?;
    let mark = if raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let lines = lines(raw, mark, text);
    let end = match raw.find(['\r', '\n']) {
        Some(at) if raw[at..].starts_with("\r\n") => "\r\n",
        Some(at) if raw[at..].starts_with('\r') => "\r",
        _ => "\n",
    };
    let placed: Option<Vec<Edit>> = edits
        .iter()
        .map(|edit| {
            let (start, stop) = (place(&lines, edit.range.start)?, place(&lines, edit.range.end)?);
            Some(Edit::new(start..stop, edit.with.replace('\n', end)))
        })
        .collect();
    Some(apply(raw, &placed?).into_bytes())
}

/// A line without its end, in the file and in the text.
struct Pair<'a> {
    raw: &'a str,
    raw_start: usize,
    text: &'a str,
    text_start: usize,
}

fn lines<'a>(raw: &'a str, mark: usize, text: &'a str) -> Vec<Pair<'a>> {
    let mut out = Vec::new();
    let (mut raw_start, mut text_start) = (mark, 0);
    for line in text.split('\n') {
        let rest = raw.get(raw_start..).unwrap_or_default();
        let length = memchr::memchr2(b'\r', b'\n', rest.as_bytes()).unwrap_or(rest.len());
        out.push(Pair { raw: &rest[..length], raw_start, text: line, text_start });
        let end = if rest[length..].starts_with("\r\n") { 2 } else { 1 };
        raw_start += length + end;
        text_start += line.len() + 1;
    }
    out
}

/// Where a byte of the text stands in the file.
fn place(lines: &[Pair<'_>], at: usize) -> Option<usize> {
    let line = &lines[..lines.partition_point(|line| line.text_start <= at)].last()?;
    let within = at - line.text_start;
    let (before, after) = line.text.split_at_checked(within)?;
    if line.raw == line.text {
        return Some(line.raw_start + within);
    }
    // The file has its accents apart.
    let same = |cut: &usize| {
        let (first, second) = line.raw.split_at(*cut);
        composed(first) == before && composed(second) == after
    };
    let cuts = line.raw.char_indices().map(|(cut, _)| cut).chain([line.raw.len()]);
    cuts.skip_while(|cut| *cut < within).find(same).map(|cut| line.raw_start + cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a file becomes when each `a` word is replaced, whatever its form.
    fn mended(bytes: &str, word: &str, with: &str) -> Option<String> {
        let text = composed(&decode(bytes.as_bytes().to_vec()).unwrap()).into_owned();
        let edits: Vec<Edit> =
            text.match_indices(word).map(|(at, _)| Edit::new(at..at + word.len(), with)).collect();
        apply_to_bytes(bytes.as_bytes(), &text, &edits).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn all_else_stays_byte_for_byte() {
        for (bytes, expected) in [
            ("un rdv.\nfin", "un RENDEZ.\nfin"),
            ("un rdv.\r\ndeux rdv\r\n", "un RENDEZ.\r\ndeux RENDEZ\r\n"),
            ("un\rdeux rdv\r", "un\rdeux RENDEZ\r"),
            ("un\r\ndeux\n\rrdv", "un\r\ndeux\n\rRENDEZ"),
            ("\u{feff}rdv\r\n", "\u{feff}RENDEZ\r\n"),
            ("\u{feff}# é\nrdv", "\u{feff}# é\nRENDEZ"),
            ("e\u{301}te\u{301} rdv e\u{301}\n", "e\u{301}te\u{301} RENDEZ e\u{301}\n"),
            ("e\u{301}\r\n\r\ne\u{301}rdv", "e\u{301}\r\n\r\ne\u{301}RENDEZ"),
            ("\n\nrdv\n\n\n", "\n\nRENDEZ\n\n\n"),
        ] {
            assert_eq!(mended(bytes, "rdv", "RENDEZ").as_deref(), Some(expected), "{bytes:?}");
        }
        // A new line ends as the file's lines do.
        assert_eq!(mended("a rdv\r\nb", "rdv", "x\ny").as_deref(), Some("a x\r\ny\r\nb"));
        assert_eq!(mended("a rdv\r\nb", " rdv\nb", "").as_deref(), Some("a"));
    }

    #[test]
    fn a_file_that_changed_is_left() {
        let edit = [Edit::new(0..1, "x")];
        assert_eq!(apply_to_bytes(b"abc", "abd", &edit), None);
        assert_eq!(apply_to_bytes(b"abc\r\n", "abc\n", &edit), Some(b"xbc\r\n".to_vec()));
        assert_eq!(apply_to_bytes(b"\xff\xfea", "a", &edit), None);
        assert_eq!(apply_to_bytes("é".as_bytes(), "é", &[Edit::new(1..2, "")]), None, "no character is cut");
    }

    #[test]
    fn changes_that_meet_are_known() {
        let edit = |range| Edit::new(range, "");
        assert!(edit(0..3).meets(&edit(2..4)) && edit(2..4).meets(&edit(0..3)));
        assert!(
            edit(2..2).meets(&edit(2..2)) && edit(2..2).meets(&edit(2..5)) && edit(1..4).meets(&edit(2..2))
        );
        assert!(!edit(0..2).meets(&edit(2..4)) && !edit(2..4).meets(&edit(0..2)));
    }

    proptest::proptest! {
        #[test]
        fn a_change_of_the_text_is_that_change_of_the_file(
            bytes in "[a-cé\u{301}\r\n ]{0,24}x[a-cé\u{301}\r\n ]{0,24}",
            from in 0..30_usize,
            length in 0..6_usize,
        ) {
            let Ok(text) = decode(bytes.as_bytes().to_vec()) else { return Ok(()) };
            let text = composed(&text).into_owned();
            let edit = Edit::new(from..from + length, "y");
            if text.get(edit.range.clone()).is_none() { return Ok(()) }
            let edits = [edit];
            if let Some(changed) = apply_to_bytes(bytes.as_bytes(), &text, &edits) {
                let again = composed(&decode(changed).unwrap()).into_owned();
                proptest::prop_assert_eq!(again, composed(&apply(&text, &edits)).into_owned());
            }
        }
    }
}
