//! A commune of France that is spelt right: it comes before everything but help, whether the site covers it or not.
//!
//! The same reading as in the theme's `scripts/commune-named.js`; `tests/search/firsts.json` holds both to the same answers.

use super::key::{key, words};
use crate::territory::{Commune, france};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const PLACES: &str = include_str!("lieux.txt");

/// Names of communes, former ones too, by [`key`]: the commune of each.
static NAMES: LazyLock<Vec<(String, &'static Commune)>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for commune in france().communes() {
        names.push((key(commune.name), commune));
        names.extend(commune.aliases().iter().map(|alias| (key(alias.name), commune)));
    }
    names.extend(france().said().iter().map(|(name, commune)| (key(name), *commune)));
    names.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.code.cmp(b.1.code)));
    names.dedup_by(|a, b| a.0 == b.0 && a.1.code == b.1.code);
    names
});

/// The words of one list of `lieux.txt`.
fn list(name: &str) -> BTreeSet<&'static str> {
    let lines = PLACES.lines().filter(|line| !line.starts_with('#'));
    let mine = lines.filter_map(|line| match line.split_once(": ") {
        Some((of, words)) => (of == name).then_some(words),
        None => name.is_empty().then_some(line),
    });
    mine.flat_map(str::split_whitespace).collect()
}

pub(super) struct TownPlaces {
    pub strong: BTreeSet<&'static str>,
    pub weak: BTreeSet<&'static str>,
    pub ties: BTreeSet<&'static str>,
    /// A name may begin with these.
    pub articles: BTreeSet<&'static str>,
    /// Names that say another thing more often.
    pub others: BTreeSet<&'static str>,
}

impl TownPlaces {
    fn knows(&self, word: &str) -> bool {
        [&self.strong, &self.weak, &self.ties, &self.articles].iter().any(|list| list.contains(word))
    }
}

pub(super) static LISTS: LazyLock<TownPlaces> = LazyLock::new(|| TownPlaces {
    strong: list(""),
    weak: list("peu"),
    ties: list("liens"),
    articles: list("articles"),
    others: list("autres"),
});

/// The communes that a question names as they are written; none when it says anything else besides.
#[must_use]
pub fn towns(question: &str) -> Vec<&'static Commune> {
    let all = words(question);
    let lists = &*LISTS;
    for from in 0..all.len() {
        let (before, name) = all.split_at(from);
        if from > 0 {
            let word = before[from - 1].as_str();
            if !lists.knows(word) {
                break;
            }
            // « hôtel de ville » is not at Deville.
            if lists.ties.contains(name[0].as_str()) {
                continue;
            }
            let strong = before.iter().any(|word| lists.strong.contains(word.as_str()));
            let tied =
                lists.ties.contains(word) && before.iter().any(|word| lists.weak.contains(word.as_str()));
            // « horaires de bus » is not at Bus.
            let other = word != "a" && lists.others.contains(name.concat().as_str());
            if !strong && (!tied || other) {
                continue;
            }
        }
        let mut found = named(name);
        if from == 0 {
            found.retain(|commune| accents_fit(&letters(question), commune));
        }
        if !found.is_empty() {
            return found;
        }
    }
    before_words(question, &all)
}

/// « Toulon mairie », « brest aide informatique »: a name, then words that may stand before one.
fn before_words(question: &str, all: &[String]) -> Vec<&'static Commune> {
    let lists = &*LISTS;
    let known = |word: &String| lists.knows(word);
    for to in (1..all.len()).rev() {
        let (name, after) = all.split_at(to);
        if !known(&after[0]) {
            break;
        }
        let strong = after.iter().any(|word| lists.strong.contains(word.as_str()));
        let whole = name.concat();
        if name.iter().all(known)
            || !after.iter().all(known)
            || (!strong && lists.others.contains(whole.as_str()))
        {
            continue;
        }
        let mut found = named(name);
        let mut written = letters(question);
        written.truncate(whole.len());
        found.retain(|commune| accents_fit(&written, commune));
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Whether no accent of what is written speaks against a name: « mère » is no Méré. Those that are missing say nothing.
fn accents_fit(written: &[(char, String)], commune: &Commune) -> bool {
    // With a postal code, or a short form of « saint », letters do not stand side by side: then nothing speaks against it.
    let side_by_side = |name: &&Vec<(char, String)>| {
        written.len() == name.len() && written.iter().zip(name.iter()).all(|(a, b)| a.0 == b.0)
    };
    let names: Vec<_> =
        commune.aliases().iter().map(|alias| letters(alias.name)).chain([letters(commune.name)]).collect();
    let same: Vec<_> = names.iter().filter(side_by_side).collect();
    let fits = |name: &&Vec<(char, String)>| {
        written.iter().zip(name.iter()).all(|(a, b)| a.1.is_empty() || a.1 == b.1)
    };
    same.is_empty() || same.iter().any(fits)
}

/// Each letter or digit, and the accents on it.
fn letters(text: &str) -> Vec<(char, String)> {
    let mut out: Vec<(char, String)> = Vec::new();
    for c in text.to_lowercase().replace('œ', "oe").replace('æ', "ae").nfd() {
        if c.is_ascii_alphanumeric() {
            out.push((c, String::new()));
        } else if is_combining_mark(c)
            && let Some((_, marks)) = out.last_mut()
        {
            marks.push(c);
        }
    }
    out
}

/// The communes of that name, which a postal code, a département or an arrondissement may go with.
fn named(name: &[String]) -> Vec<&'static Commune> {
    let whole = of_key(&name.concat());
    if !whole.is_empty() {
        return whole;
    }
    // « 83000 Toulon », « Toulon 83 », « Toulon (Var) », « Paris 12e arrondissement »
    let digits = |word: &String| word.bytes().any(|b| b.is_ascii_digit()) && word.len() <= 6;
    let rest: Vec<String> =
        name.iter().filter(|word| !digits(word) && *word != "arrondissement").cloned().collect();
    let codes: Vec<&String> = name.iter().filter(|word| digits(word)).collect();
    if rest.is_empty() {
        return Vec::new();
    }
    let narrowed = |found: Vec<&'static Commune>, fits: &dyn Fn(&Commune) -> bool| {
        let near: Vec<_> = found.iter().copied().filter(|commune| fits(commune)).collect();
        if near.is_empty() { found } else { near }
    };
    let found = of_key(&rest.concat());
    if !found.is_empty() && rest.len() < name.len() {
        return narrowed(found, &|commune| {
            let code = |code: &&String| {
                commune.postal_codes.contains(&code.as_str())
                    || commune.departement.code.eq_ignore_ascii_case(code)
            };
            codes.iter().any(code)
        });
    }
    // The département in words, at the end.
    (1..rest.len())
        .find_map(|cut| {
            let departement = rest[cut..].concat();
            let departement = france().departements().iter().find(|d| key(d.name) == departement)?;
            let mut found = of_key(&rest[..cut].concat());
            found.retain(|commune| commune.departement == departement);
            (!found.is_empty()).then_some(found)
        })
        .unwrap_or_default()
}

fn of_key(key: &str) -> Vec<&'static Commune> {
    let names = &*NAMES;
    let start = names.partition_point(|(name, _)| name.as_str() < key);
    names[start..].iter().take_while(|(name, _)| name == key).map(|(_, commune)| *commune).collect()
}
