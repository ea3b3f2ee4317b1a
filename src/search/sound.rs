//! How a word sounds: what « franssconèkt » and « FranceConnect » have in common.
//!
//! The rules are a table, `sons.txt`, that the theme's `scripts/sound.js` gets with the data: only this reader of it is
//! written twice, and both are held to `tests/search/sounds.json`.

use serde::Serialize;
use std::sync::LazyLock;

/// An ending, what takes its place, and how many letters must stay before it.
#[derive(Serialize)]
pub struct Ending(pub &'static str, pub &'static str, pub usize);

/// Letters, what must follow them (see `sons.txt`), and their sound.
#[derive(Serialize)]
pub struct SoundRule(pub &'static str, pub &'static str, pub &'static str);

/// The table, in its order.
#[derive(Serialize)]
pub struct Sounds {
    #[serde(rename = "fins")]
    pub endings: Vec<Ending>,
    #[serde(rename = "sons")]
    pub sounds: Vec<SoundRule>,
}

/// The rules of `sons.txt`.
pub static SOUNDS: LazyLock<Sounds> = LazyLock::new(|| {
    let mut table = Sounds { endings: Vec::new(), sounds: Vec::new() };
    for line in include_str!("sons.txt").lines() {
        let silent = |word: &'static str| if word == "." { "" } else { word };
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["fin", from, to, stay] => {
                table.endings.push(Ending(from, silent(to), stay.parse().unwrap_or_default()));
            }
            ["son", from, after, to] => table.sounds.push(SoundRule(from, after, silent(to))),
            _ => {}
        }
    }
    table
});

/// The rules of sounds by their first letter, each in the order of the table: a word tries few of them at each of its letters.
static BY_LETTER: LazyLock<[Vec<&'static SoundRule>; 256]> = LazyLock::new(|| {
    let mut rules = [const { Vec::new() }; 256];
    for rule in &SOUNDS.sounds {
        if let Some(first) = rule.0.bytes().next() {
            rules[usize::from(first)].push(rule);
        }
    }
    rules
});

/// The sound of a folded word in which « ç » became « ss ». A word with a digit sounds as it is written.
#[must_use]
pub fn sound(word: &str) -> String {
    if word.bytes().any(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    let ending = SOUNDS
        .endings
        .iter()
        .find(|Ending(from, _, stay)| word.len() >= from.len() + stay && word.ends_with(from));
    let text = match ending {
        Some(Ending(from, to, _)) => format!("{}{to}", &word[..word.len() - from.len()]),
        None => word.to_owned(),
    };
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = text.as_bytes().get(at) {
        let rest = &text[at..];
        let rule = BY_LETTER[usize::from(*first)].iter().find(|SoundRule(from, after, _)| {
            rest.strip_prefix(from).is_some_and(|rest| follows(after, rest.bytes().next()))
        });
        let (taken, heard) = match rule {
            Some(SoundRule(from, _, to)) => (from.len(), *to),
            None => (1, &rest[..1]),
        };
        for c in heard.chars() {
            if !out.ends_with(c) {
                out.push(c);
            }
        }
        at += taken;
    }
    out
}

fn follows(wanted: &str, next: Option<u8>) -> bool {
    let among = |letters: &[u8]| next.is_some_and(|b| letters.contains(&b));
    match wanted {
        "e" => among(b"eiy'"),
        "a" => among(b"aou"),
        "v" => among(b"aeiouy'"),
        "n" => !among(b"aeiouy'nm"),
        "$" => next.is_none(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::words::split;

    /// The same list is read by the browser tests, for the script.
    const EXAMPLES: &str = include_str!("../../tests/search/sounds.json");

    fn heard(text: &str) -> String {
        split(text).iter().map(|word| word.sound.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_line_of_the_table_is_a_rule() {
        let lines = include_str!("sons.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')).count();
        assert_eq!(SOUNDS.endings.len() + SOUNDS.sounds.len(), lines);
        for Ending(from, to, _) in &SOUNDS.endings {
            assert!(from.len() > to.len() || from == to || *to == "'" || *to == "eau", "{from}");
        }
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for (a, b) in [
            ("pharmacie", "farmassi"),
            ("téléphone", "telefone"),
            ("conseiller", "conseillé"),
            ("reçu", "ressu"),
            ("téléconsultation", "telekonsultassion"),
            ("WhatsApp", "ouatsapp"),
            ("ordinateur", "ordinateure"),
            ("bureau", "buro"),
            ("médecin", "medesin"),
            ("rendez-vous", "rendé vou"),
            ("main", "mein"),
            ("accès", "aksé"),
            ("photo", "foto"),
            ("clic", "clique"),
            ("famille", "famiye"),
            ("travail", "travaille"),
            ("messages", "messaje"),
            ("numéro", "numéros"),
        ] {
            assert_eq!(heard(a), heard(b), "{a} / {b}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (a, b) in
            [("bain", "banc"), ("pont", "pan"), ("cabine", "cabane"), ("photo", "moto"), ("carte", "quatre")]
        {
            assert_ne!(heard(a), heard(b), "{a} / {b}");
        }
    }

    #[test]
    fn sounds_are_those_of_the_shared_examples() {
        let examples: Vec<(String, String)> = serde_json::from_str(EXAMPLES).unwrap();
        assert!(examples.len() > 3000);
        for (written, wanted) in examples {
            assert_eq!(heard(&written), wanted, "{written}");
        }
    }
}
