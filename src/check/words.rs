//! A text as words with their places.

use crate::text::fold;
use std::ops::Range;

/// A run of letters, hyphens between them included, or a run of digits.
pub struct TextWord {
    pub range: Range<usize>,
    /// Lower case, without accents.
    pub folded: String,
    pub capital: bool,
    /// All letters are capitals, and there are several.
    pub shouted: bool,
}

impl TextWord {
    pub fn is_number(&self) -> bool {
        self.folded.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Signs that take no place, and would hide a word from whoever compares letters.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_letter(c: char) -> bool {
    // Combining accents belong to their letter.
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

pub struct TextWords<'a> {
    text: &'a str,
    list: Vec<TextWord>,
}

impl<'a> TextWords<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut list = Vec::new();
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut at = 0;
        while at < chars.len() {
            let from = at;
            let inside = |at: usize| {
                let (_, c) = chars[at];
                if chars[from].1.is_ascii_digit() {
                    return c.is_ascii_digit();
                }
                is_letter(c)
                    || is_hyphen(c)
                        && at > from
                        && chars.get(at + 1).is_some_and(|(_, next)| next.is_alphabetic())
            };
            if !chars[from].1.is_ascii_digit() && !chars[from].1.is_alphabetic() {
                at += 1;
                continue;
            }
            while at < chars.len() && inside(at) {
                at += 1;
            }
            let end = chars.get(at).map_or(text.len(), |(byte, _)| *byte);
            list.push(word(text, chars[from].0..end));
        }
        Self { text, list }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, at: usize) -> Option<&TextWord> {
        self.list.get(at)
    }

    /// Whether one of these stands at a place.
    pub fn is(&self, at: usize, any: &[&str]) -> bool {
        self.get(at).is_some_and(|word| any.contains(&word.folded.as_str()))
    }

    /// The word before.
    pub fn before(&self, at: usize) -> Option<&TextWord> {
        at.checked_sub(1).and_then(|at| self.list.get(at))
    }

    /// What stands between a word and the one before it.
    pub fn gap(&self, at: usize) -> &'a str {
        let from = self.before(at).map_or(0, |word| word.range.end);
        self.list.get(at).map_or(&self.text[from..], |word| &self.text[from..word.range.start])
    }

    /// Whether a word follows the one before it with nothing but space between them.
    pub fn joined(&self, at: usize) -> bool {
        let gap = self.gap(at);
        at > 0 && !gap.is_empty() && gap.chars().all(|c| c.is_whitespace() || is_invisible(c))
    }

    /// The same, or an apostrophe: « d’Arc ».
    pub fn elided(&self, at: usize) -> bool {
        self.joined(at) || at > 0 && matches!(self.gap(at), "'" | "’" | "ʼ")
    }

    /// Whether a word begins a sentence, where any word has a capital.
    pub fn begins(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains(['.', '!', '?', ':', '…', '«', '"', '“', '\n', '-', '–', '•'])
    }

    pub fn range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.list.get(from).map_or(0, |word| word.range.start);
        start..self.list.get(to).map_or(self.text.len(), |word| word.range.end)
    }

    /// Where a phrase stands, word for word; hyphens and spaces count alike.
    pub fn find(&self, phrase: &TextWords<'_>) -> Vec<Range<usize>> {
        let size = phrase.list.len();
        if size == 0 || size > self.list.len() {
            return Vec::new();
        }
        (0..=self.list.len() - size)
            .filter(|at| (0..size).all(|i| self.list[at + i].folded == phrase.list[i].folded))
            .map(|at| at..at + size)
            .collect()
    }
}

fn word(text: &str, range: Range<usize>) -> TextWord {
    let letters: String = text[range.clone()].chars().filter(|c| !is_invisible(*c)).collect();
    let mut upper = letters.chars().filter(|c| c.is_alphabetic());
    let capital = upper.clone().next().is_some_and(char::is_uppercase);
    let shouted = upper.clone().count() > 1 && upper.all(char::is_uppercase);
    TextWord { folded: fold(&letters), capital, shouted, range }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_hyphens_and_lose_what_hides_them() {
        let text = "L’aînée, Anne-Laure – 91 ans : É\u{301}li\u{200b}ane";
        let words = TextWords::new(text);
        let folded: Vec<&str> = (0..words.len()).map(|at| words.get(at).unwrap().folded.as_str()).collect();
        assert_eq!(folded, ["l", "ainee", "anne-laure", "91", "ans", "eliane"]);
        assert!(words.elided(1) && !words.joined(1) && !words.joined(2) && words.joined(4));
    }
}
