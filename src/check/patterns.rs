//! Patterns: words of a closed list looked for in a text.
//!
//! A pattern is words with single spaces, in lower case without accents: `a|b` is either, `a?` may be missing (never the
//! first), `#` is a number. A list of them is kept by first word: most words of a text begin none.

use super::words::{TextWord, TextWords};
use std::collections::BTreeMap;

/// One of the words of a pattern.
struct PatternPart {
    choices: Vec<&'static str>,
    may_miss: bool,
}

impl PatternPart {
    fn of(part: &'static str) -> Self {
        let (choices, may_miss) = part.strip_suffix('?').map_or((part, false), |choices| (choices, true));
        Self { choices: choices.split('|').collect(), may_miss }
    }

    fn fits(&self, word: &TextWord) -> bool {
        self.choices
            .iter()
            .any(|choice| if *choice == "#" { word.is_number() } else { word.folded == *choice })
    }
}

/// A list of patterns, each with what is known of it.
pub struct Patterns<T = ()> {
    list: Vec<(Vec<PatternPart>, T)>,
    by_first: BTreeMap<&'static str, Vec<usize>>,
}

impl Patterns {
    pub fn of(patterns: &[&'static str]) -> Self {
        Self::with(patterns.iter().map(|pattern| (*pattern, ())))
    }

    /// Where the first pattern of the list that begins at a word ends.
    pub fn end(&self, words: &TextWords<'_>, at: usize) -> Option<usize> {
        self.at(words, at).next().map(|(end, ())| end)
    }

    pub fn stands(&self, words: &TextWords<'_>, at: usize) -> bool {
        self.end(words, at).is_some()
    }
}

impl<T: Copy> Patterns<T> {
    pub fn with(patterns: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let list: Vec<(Vec<PatternPart>, T)> = patterns
            .into_iter()
            .map(|(pattern, known)| (pattern.split(' ').map(PatternPart::of).collect(), known))
            .collect();
        let mut by_first: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (number, (parts, _)) in list.iter().enumerate() {
            for first in parts.first().into_iter().flat_map(|part| &part.choices) {
                by_first.entry(first).or_default().push(number);
            }
        }
        Self { list, by_first }
    }

    /// What is known of each pattern that begins at a word, in the list's order, and where it ends.
    pub fn at<'p>(
        &'p self,
        words: &'p TextWords<'_>,
        at: usize,
    ) -> impl Iterator<Item = (usize, T)> + use<'p, T> {
        let word = words.get(at);
        let first = word.map(|word| if word.is_number() { "#" } else { word.folded.as_str() });
        let numbers = first.and_then(|first| self.by_first.get(first)).into_iter().flatten();
        // « 114 » is a number, and a word of a list.
        let named =
            word.filter(|word| word.is_number()).and_then(|word| self.by_first.get(word.folded.as_str()));
        numbers.chain(named.into_iter().flatten()).filter_map(move |number| {
            let (parts, known) = &self.list[*number];
            Some((end_of(words, at, parts)?, *known))
        })
    }
}

/// The end of a pattern that begins at a word.
pub fn matching(words: &TextWords<'_>, at: usize, pattern: &'static str) -> Option<usize> {
    let parts: Vec<PatternPart> = pattern.split(' ').map(PatternPart::of).collect();
    end_of(words, at, &parts)
}

fn end_of(words: &TextWords<'_>, at: usize, parts: &[PatternPart]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    let fits = words.get(at).is_some_and(|word| part.fits(word));
    let taken = if fits { end_of(words, at + 1, rest) } else { None };
    taken.or_else(|| if part.may_miss { end_of(words, at, rest) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_finds_what_each_pattern_finds() {
        const LIST: [&str; 5] = ["un|une petit? mot", "114", "# euros", "mot", "un"];
        let list = Patterns::with(LIST.iter().map(|pattern| (*pattern, *pattern)));
        for text in [
            "un petit mot",
            "Une autre",
            "le 114",
            "114 euros",
            "3 euros",
            "mot",
            "un mot un",
            "",
            "petit mot",
        ] {
            let words = TextWords::new(text);
            for at in 0..=words.len() {
                let slow = LIST.iter().filter_map(|pattern| Some((matching(&words, at, pattern)?, *pattern)));
                let mut quick: Vec<_> = list.at(&words, at).collect();
                quick.sort_by_key(|(_, pattern)| LIST.iter().position(|other| other == pattern));
                assert_eq!(quick, slow.collect::<Vec<_>>(), "{text}, {at}");
            }
        }
    }
}
