//! Postal addresses in running text.

use crate::check::words::TextWords;
use std::ops::Range;

/// A kind of way, and how much it takes to be one.
struct StreetWay {
    word: &'static str,
    /// After a number, any word makes it an address: « 12 rue des lilas »; the others need a name with a capital,
    /// as « 3 place de parking » is none.
    plain: bool,
    /// Is one without a number, when a name follows: « rue de Brest », « avenue Foch ».
    alone: bool,
}

const fn way(word: &'static str, plain: bool, alone: bool) -> StreetWay {
    StreetWay { word, plain, alone }
}

const WAYS: [StreetWay; 41] = [
    way("rue", true, true),
    way("avenue", true, true),
    way("av", true, true),
    way("boulevard", true, true),
    way("bd", true, true),
    way("bld", true, true),
    way("bvd", true, true),
    way("impasse", true, true),
    way("allee", true, true),
    way("allees", true, true),
    way("ruelle", true, true),
    way("venelle", true, true),
    way("chemin", true, true),
    way("quai", true, true),
    way("faubourg", true, true),
    way("lotissement", true, true),
    way("hameau", true, true),
    way("residence", true, true),
    way("square", true, true),
    way("rond-point", true, true),
    way("esplanade", true, true),
    way("sentier", true, true),
    way("traverse", true, false),
    way("promenade", false, true),
    way("place", false, true),
    way("route", false, true),
    way("clos", false, true),
    way("cite", false, true),
    way("parvis", false, true),
    way("villa", false, true),
    way("cours", false, false),
    way("passage", false, false),
    way("voie", false, false),
    way("montee", false, false),
    way("cote", false, false),
    way("domaine", false, false),
    way("mail", false, false),
    way("porte", false, false),
    way("pont", false, false),
    way("port", false, false),
    way("parc", false, false),
];

const LINKS: [&str; 9] = ["de", "du", "des", "d", "la", "le", "les", "l", "aux"];

/// « bis », « ter », and the letters that follow a number.
const AFTER_NUMBER: [&str; 7] = ["bis", "ter", "quater", "a", "b", "c", "d"];

/// Verbs before « allée » that make it a participle, and words before « place » or « cité » that make it none.
const BEFORE_PARTICIPLE: [&str; 14] = [
    "est", "etait", "suis", "es", "sera", "serait", "soit", "fut", "etre", "etes", "sont", "etaient", "deja",
    "pas",
];

/// Every address: a number and a way, a way and its name, a place that has a name and no street.
pub fn streets(words: &TextWords<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        if let Some((from, to)) = street(words, at).or_else(|| named_place(words, at)) {
            let range = words.range(from, to);
            if found.last().is_none_or(|last| last.end <= range.start) {
                found.push(range);
            }
        }
    }
    found
}

fn street(words: &TextWords<'_>, at: usize) -> Option<(usize, usize)> {
    let word = words.get(at)?;
    let way = WAYS.iter().find(|way| way.word == word.folded)?;
    let name = name_after(words, at);
    if let Some(from) = number_before(words, at) {
        if way.plain {
            return Some((from, name.map_or(at, |(end, _)| end)));
        }
        return name.filter(|(_, capital)| *capital).map(|(end, _)| (from, end));
    }
    let (end, capital) = name?;
    let linked = end > at + 1;
    let before = words.before(at).map_or("", |word| word.folded.as_str());
    let taken = match way.word {
        // « elle est allée de Brest à Quimper »
        "allee" | "allees" => BEFORE_PARTICIPLE.contains(&before),
        // « à la place de Claude », « en place »
        "place" => ["la", "en", "sur", "sa", "ma", "leur", "une"].contains(&before) && !word.capital,
        _ => false,
    };
    // « rue des lilas » is an address even when nobody typed a capital; « la rue voisine » is none.
    let lower = ["rue", "avenue", "boulevard", "ruelle", "venelle"].contains(&way.word) && linked;
    (way.alone && !taken && (capital || lower)).then_some((at, end))
}

/// The number before a way, « 12 bis, » included: where it stands.
fn number_before(words: &TextWords<'_>, at: usize) -> Option<usize> {
    let near =
        |at: usize| words.gap(at).chars().all(|c| c.is_whitespace() || c == ',') && words.gap(at).len() <= 4;
    if !near(at) {
        return None;
    }
    let mut from = at.checked_sub(1)?;
    if AFTER_NUMBER.contains(&words.get(from)?.folded.as_str()) {
        let gap = words.gap(from);
        if !gap.chars().all(char::is_whitespace) {
            return None;
        }
        from = from.checked_sub(1)?;
    }
    let number = words.get(from)?;
    (number.is_number() && number.folded.len() <= 4).then_some(from)
}

/// The last word of the name after a way, and whether it has a capital: « de la République », « Foch ».
fn name_after(words: &TextWords<'_>, at: usize) -> Option<(usize, bool)> {
    let mut next = at + 1;
    // « av. Foch »
    let abbreviated = |next: usize| next == at + 1 && words.gap(next).trim() == ".";
    while (words.elided(next) || abbreviated(next))
        && words.get(next).is_some_and(|w| LINKS.contains(&w.folded.as_str()))
    {
        next += 1;
    }
    if !words.elided(next) && !abbreviated(next) {
        return None;
    }
    let word = words.get(next)?;
    (!word.is_number()).then_some((next, word.capital))
}

/// « lieu-dit Kerlosquet », « appartement 12 », « boîte postale 3 ».
fn named_place(words: &TextWords<'_>, at: usize) -> Option<(usize, usize)> {
    let word = words.get(at)?;
    let next = words.get(at + 1).filter(|_| words.joined(at + 1));
    match word.folded.as_str() {
        "lieu-dit" | "lieudit" => next
            .filter(|next| next.capital || next.folded == "le" || next.folded == "la")
            .map(|_| (at, at + 1)),
        "lieu" => {
            let said = next.is_some_and(|next| next.folded == "dit");
            let name = words.get(at + 2).filter(|_| words.joined(at + 2));
            (said && name.is_some_and(|name| name.capital)).then_some((at, at + 2))
        }
        "appartement" | "appt" | "apt" | "bp" | "cs" => {
            next.filter(|next| next.is_number()).map(|_| (at, at + 1))
        }
        "batiment" | "bat" | "escalier" => next
            .filter(|next| next.is_number() || next.capital && next.folded.len() == 1)
            .map(|_| (at, at + 1)),
        _ => None,
    }
}
