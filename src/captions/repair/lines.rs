//! Cutting the text of a caption anew.

use super::sense::{cut, never};
use crate::captions::check::{GOOD_WIDTH, WIDTH, width};
use crate::captions::track::{Cue, PieceKind};
use crate::source::Edit;
use crate::text::NARROW;
use std::collections::BTreeSet;
use std::ops::Range;

/// A space or a line end between two words.
struct Gap {
    range: Range<usize>,
    is_break: bool,
}

/// Words as they are seen, and the gaps between them: always one less.
#[derive(Default)]
struct LineWords {
    words: Vec<String>,
    gaps: Vec<Gap>,
}

impl LineWords {
    /// `added`: spaces that the cue gets, which take room.
    fn of(cue: &Cue, text: Option<&str>, added: &[Edit]) -> Self {
        let added: BTreeSet<usize> = added.iter().map(|edit| edit.range.start).collect();
        let mut found = Self { words: vec![String::new()], gaps: Vec::new() };
        for piece in &cue.text {
            let at = piece.at as usize;
            match &piece.what {
                PieceKind::Break => {
                    // `\r\n` is one line end.
                    let two = text.is_some_and(|text| text.get(at..at + 2) == Some("\r\n"));
                    found.gap(at..at + 1 + usize::from(two), true);
                }
                PieceKind::Text(letters) => {
                    for (offset, c) in letters.char_indices() {
                        // A space that is written `&#32;` or `<br>` is no gap of the file.
                        let in_file = text.is_none_or(|text| {
                            text.get(at + offset..).is_some_and(|rest| rest.starts_with(' '))
                        });
                        if c == ' ' && in_file {
                            found.gap(at + offset..at + offset + 1, false);
                        } else if let Some(last) = found.words.last_mut() {
                            last.extend(added.contains(&(at + offset)).then_some(NARROW));
                            last.push(c);
                        }
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn gap(&mut self, range: Range<usize>, is_break: bool) {
        self.gaps.push(Gap { range, is_break });
        self.words.push(String::new());
    }

    /// Which gaps should be line ends; `None` when all is well, or cannot be mended.
    fn breaks(&self, french: bool) -> Option<Vec<usize>> {
        let lines = self.lines();
        let wide = |most: usize| lines.iter().any(|line| self.width(line) > most);
        let badly_cut = french && lines.windows(2).any(|pair| self.is_bad_cut(&pair[0], &pair[1]));
        if lines.len() <= 2 && !wide(GOOD_WIDTH) && !badly_cut {
            return None;
        }
        let parts = self.parts();
        let found = [GOOD_WIDTH, WIDTH].into_iter().find_map(|most| self.fit(&parts, most))?;
        // A line of 41 or 42 is no worse than before: it stays as its author cut it.
        let now: Vec<usize> = (0..self.gaps.len()).filter(|gap| self.gaps[*gap].is_break).collect();
        (found != now).then_some(found)
    }

    /// Ranges of words that stand on one line; lines without a word are none.
    fn lines(&self) -> Vec<Range<usize>> {
        self.split(|gap| self.gaps[gap].is_break)
    }

    fn split(&self, ends: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut start = 0;
        for gap in 0..=self.gaps.len() {
            if gap == self.gaps.len() || ends(gap) {
                if self.words[start..=gap].iter().any(|word| !word.is_empty()) {
                    out.push(start..gap + 1);
                }
                start = gap + 1;
            }
        }
        out
    }

    /// What must stay on lines of its own: the words of one speaker after a dash or a name, a sound in brackets.
    fn parts(&self) -> Vec<Range<usize>> {
        let lines = self.lines();
        let stays = |pair: &[Range<usize>]| {
            let (before, after) = (self.seen(&pair[0]).next_back(), self.seen(&pair[1]).next());
            let named = self.seen(&pair[1]).nth(1).is_some_and(|second| second == ":");
            after.is_some_and(|after| {
                after.starts_with(['-', '–', '—', '[', '(', '♪']) || named && is_name(after)
            }) || before.is_some_and(|before| before.ends_with([']', ')', '♪']))
        };
        let mut out: Vec<Range<usize>> = lines.first().cloned().into_iter().collect();
        for pair in lines.windows(2) {
            match out.last_mut() {
                Some(last) if !stays(pair) => last.end = pair[1].end,
                _ => out.push(pair[1].clone()),
            }
        }
        out
    }

    /// Words of a range that are not empty.
    fn seen(&self, range: &Range<usize>) -> impl DoubleEndedIterator<Item = &str> {
        self.words[range.clone()].iter().map(String::as_str).filter(|word| !word.is_empty())
    }

    /// How wide words are on one line.
    fn width(&self, range: &Range<usize>) -> usize {
        let (count, letters) = self
            .seen(range)
            .fold((0, 0), |(count, letters), word| (count + 1, letters + width(word.chars())));
        letters + usize::saturating_sub(count, 1)
    }

    fn is_bad_cut(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        let (last, next) = (self.seen(first).next_back(), self.seen(second).next());
        matches!((last, next), (Some(last), Some(next)) if never(last, next))
    }

    /// Two lines at most, none wider than `most`.
    fn fit(&self, parts: &[Range<usize>], most: usize) -> Option<Vec<usize>> {
        let mut breaks: Vec<usize> = parts.iter().skip(1).map(|part| part.start - 1).collect();
        match parts {
            [one] if self.width(one) > most => {
                // Empty words, of two spaces, have no say.
                let kept: Vec<usize> = one.clone().filter(|word| !self.words[*word].is_empty()).collect();
                let words: Vec<&str> = kept.iter().map(|word| self.words[*word].as_str()).collect();
                let after = cut(&words, most)?;
                breaks.push(kept[after] - 1);
            }
            [_] => {}
            [first, second] if self.width(first) <= most && self.width(second) <= most => {}
            _ => return None,
        }
        Some(breaks)
    }
}

fn is_name(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && word.chars().count() > 1
}

/// The changes that cut a cue anew; none when it is well cut, or cannot be.
pub fn edits(cue: &Cue, text: &str, added: &[Edit], french: bool) -> Vec<Edit> {
    let words = LineWords::of(cue, Some(text), added);
    let Some(breaks) = words.breaks(french) else { return Vec::new() };
    // The line end of the file, as it stands after the times.
    let end = cue.timing.end as usize;
    let line_end = ["\r\n", "\r"].into_iter().find(|e| text.get(end..).is_some_and(|t| t.starts_with(e)));
    let mut out = Vec::new();
    for (index, gap) in words.gaps.iter().enumerate() {
        let wanted = breaks.contains(&index);
        if wanted == gap.is_break {
            continue;
        }
        // After another gap, which stays, nothing more is needed between two words.
        let after_a_gap = words.words[index].is_empty();
        let with = match (wanted, after_a_gap) {
            (true, _) => line_end.unwrap_or("\n"),
            (false, true) => "",
            (false, false) => " ",
        };
        out.push(Edit { range: gap.range.clone(), with: with.to_owned() });
    }
    out
}

/// How a French cue would be cut: « première ligne / seconde ligne ». `None` when it is well cut, or cannot be.
pub fn better_lines(cue: &Cue) -> Option<String> {
    let words = LineWords::of(cue, None, &super::spaces(cue));
    let breaks = words.breaks(true)?;
    let lines = words.split(|gap| breaks.contains(&gap));
    let text = |line: &Range<usize>| {
        let words: Vec<&str> =
            words.words[line.clone()].iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
        words.join(" ")
    };
    Some(lines.iter().map(text).collect::<Vec<_>>().join(" / "))
}

/// Whether no line more becomes too wide with these spaces, as lines are or cut anew.
pub fn have_room(cue: &Cue, added: &[Edit]) -> bool {
    let wide = |words: &LineWords| words.lines().iter().filter(|line| words.width(line) > WIDTH).count();
    let with = LineWords::of(cue, None, added);
    wide(&with) <= wide(&LineWords::of(cue, None, &[])) || with.fit(&with.parts(), WIDTH).is_some()
}
