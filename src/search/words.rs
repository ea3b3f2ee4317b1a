//! A text as the words that one searches by.

use super::sound::sound;
use crate::text::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words that say nothing of what is sought.
pub static EMPTY: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("mots-vides.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// A word of the index, with the phrases that hold it, in order.
pub struct IndexedWord {
    pub letters: String,
    pub sound: String,
    pub phrases: Vec<usize>,
}

/// One word, as written and as heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Folded: lower-case ASCII letters and digits.
    pub letters: String,
    pub sound: String,
}

impl Heard {
    /// Two words or more, written as one: « face time ».
    #[must_use]
    pub fn glued(words: &[Self]) -> Self {
        let letters: String = words.iter().map(|word| word.letters.as_str()).collect();
        Self { sound: sound(&letters), letters }
    }

    #[must_use]
    pub fn is_empty_word(&self) -> bool {
        EMPTY.contains(self.letters.as_str())
    }
}

/// All words of a text, in order.
#[must_use]
pub fn split(text: &str) -> Vec<Heard> {
    let letters = pieces(text);
    // « ç » is heard as « ss »; folding would make it a c.
    let spoken = text
        .contains(['ç', 'Ç', '\u{327}'])
        .then(|| text.replace("c\u{327}", "ç").replace("C\u{327}", "ç").replace(['ç', 'Ç'], "ss"));
    let heard: Vec<String> = match spoken {
        Some(spoken) => pieces(&spoken).iter().map(|word| sound(word)).collect(),
        None => letters.iter().map(|word| sound(word)).collect(),
    };
    letters.into_iter().zip(heard).map(|(letters, sound)| Heard { letters, sound }).collect()
}

/// The words of a text, folded.
fn pieces(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words that say what is sought; all of them when no word does.
#[must_use]
pub fn telling(all: &[Heard]) -> Vec<usize> {
    let kept: Vec<usize> = (0..all.len()).filter(|at| !all[*at].is_empty_word()).collect();
    if kept.is_empty() { (0..all.len()).collect() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_words_fall_unless_they_are_all() {
        let letters = |text: &str| {
            let all = split(text);
            telling(&all).into_iter().map(|at| all[at].letters.clone()).collect::<Vec<_>>()
        };
        assert_eq!(letters("Je n’arrive pas à l’Ordinateur !"), ["arrive", "ordinateur"]);
        assert_eq!(letters("fiche n° 412"), ["412"]);
        assert_eq!(letters("où est"), ["ou", "est"]);
        assert!(letters("?!").is_empty());
    }
}
