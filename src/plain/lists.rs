//! Closed lists of words and turns. Each is a text in `lists/`, named as the rule that reads it, one entry a line:
//! `turn = what to write instead`; `turn == words` when those words say the same in any sentence, without another word to change.

use super::token::Token;
use std::collections::BTreeMap;

/// Turns by their first word.
pub struct Turns(BTreeMap<&'static str, Vec<Turn>>);

struct Turn {
    whole: &'static str,
    words: Vec<&'static str>,
    instead: &'static str,
    same: bool,
}

/// A turn found in tokens.
pub struct FoundTurn {
    /// As the list has it.
    pub turn: &'static str,
    pub instead: &'static str,
    /// Whether `instead` says the same in any sentence.
    same: bool,
    /// How many tokens it takes.
    pub len: usize,
}

impl Turns {
    /// The turns of a text.
    pub fn read(text: &'static str) -> Self {
        let mut map: BTreeMap<&str, Vec<Turn>> = BTreeMap::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (turn, instead) = line.split_once('=').unwrap_or((line, ""));
            let (same, instead) = instead.strip_prefix('=').map_or((false, instead), |words| (true, words));
            // Elided words are tokens of their own: « d'un » is two.
            let words: Vec<&str> =
                turn.split_whitespace().flat_map(|word| word.split_inclusive('\'')).collect();
            let Some(&first) = words.first() else { continue };
            map.entry(first).or_default().push(Turn {
                whole: turn.trim(),
                words,
                instead: instead.trim(),
                same,
            });
        }
        // The longest first: « ci-joint la copie » before « ci-joint ».
        for turns in map.values_mut() {
            turns.sort_by_key(|turn| std::cmp::Reverse(turn.words.len()));
        }
        Self(map)
    }

    /// The turn that begins at the first of these tokens, none of whose words is quoted.
    pub fn at(&self, tokens: &[Token<'_>]) -> Option<FoundTurn> {
        let first = tokens.first()?;
        self.0.get(first.low.as_str())?.iter().find_map(|turn| {
            let here = tokens.get(..turn.words.len())?;
            let same = here.iter().zip(&turn.words).all(|(token, word)| token.low == *word && !token.quoted);
            same.then_some(FoundTurn {
                turn: turn.whole,
                instead: turn.instead,
                same: turn.same,
                len: turn.words.len(),
            })
        })
    }

    /// Whether a whole text is one of the turns.
    pub fn has(&self, text: &str) -> bool {
        self.0.values().flatten().any(|turn| turn.whole == text)
    }
}

impl FoundTurn {
    /// What can stand in the place of the words as they are written, for certain: a capital stays one, and a word that leaned
    /// on the next one leaves its space.
    pub fn in_place(&self, written: &str) -> Option<String> {
        let letters: Vec<char> = written.chars().filter(|c| c.is_alphabetic()).collect();
        let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
        let first = letters.first().is_some_and(|c| c.is_uppercase());
        // « RDV » may begin a sentence, or shout.
        if !self.same || capitals > usize::from(first) {
            return None;
        }
        let mut out = String::new();
        let mut rest = self.instead.chars();
        if first {
            out.extend(rest.next()?.to_uppercase());
        }
        out.extend(rest);
        if written.ends_with(['\'', '’']) && !out.ends_with('’') {
            out.push(' ');
        }
        Some(out)
    }
}
