//! What a reader may mean: the same ranking, in whole numbers, as the theme's `scripts/ranking.js`.
//!
//! 1. Each word that says something finds words of the index: the same, one that sounds the same, one that begins
//!    so, one a slip or two away; each with its likeness, from 0 to 100.
//! 2. A rare word weighs more than a common one.
//! 3. A page's score: the likeness of each word, more in titles and in what people say than inside; a phrase that
//!    says just what was asked adds to it; words that were not found take away.
//! 4. A page that holds one word of three is no answer, however rare the word: it is said to be weak.
//! 5. « Votre mairie » comes after those who are called so, and always among the answers.
//!
//! `tests/search/answers.json` holds both programs to the same answers.

use super::index::{Field, SearchIndex, Sort};
use super::slips::slips;
use super::words::{Heard, split, telling};
use std::collections::BTreeMap;

/// Words of a question that are read.
const MOST_WORDS: usize = 8;
/// Answers that are kept.
const MOST_ANSWERS: usize = 15;
/// A likeness below which several words together are no question that was understood.
const NEAR: u32 = 70;
/// A likeness that needs no « Vouliez-vous dire ».
const SURE: u32 = 80;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub document: usize,
    pub score: u32,
    /// What was asked is there, or nearly all of it; otherwise it is a guess.
    pub sure: bool,
    /// Not even half of what was asked is there: no answer to count on.
    pub weak: bool,
    /// The phrase that made it an answer.
    pub phrase: usize,
}

/// Answers, the best first.
#[must_use]
pub fn search(index: &SearchIndex, query: &str) -> Vec<Hit> {
    let all = split(query);
    let mut kept = telling(&all);
    let asked = kept.len();
    kept.truncate(MOST_WORDS);
    let Some(&last) = kept.last() else { return Vec::new() };
    let likeness = likenesses(index, &all, &kept, last);
    let weights: Vec<u32> = likeness.iter().map(|found| weight(index, found)).collect();
    let whole: u32 = weights.iter().sum();
    let mut hits = Vec::new();
    for (document, phrases) in by_document(index, &likeness) {
        let mut best = vec![(0, 0); kept.len()];
        let (mut bonus, mut told, mut alone) = (0, (0, 0), false);
        // The most words that its title, or one thing that people say of it, holds.
        let mut together = 0;
        for phrase in phrases {
            let Some(at) = index.phrases.get(phrase) else { continue };
            let factor = if at.field == Field::Inside { 4 } else { 10 };
            let (mut sum, mut found, mut called) = (0, 0, 0);
            for (word, weight) in weights.iter().enumerate() {
                let like = likeness[word].get(&phrase).copied().unwrap_or_default();
                best[word].0 = best[word].0.max(like * factor);
                best[word].1 = best[word].1.max(like);
                sum += weight * like;
                found += usize::from(like > 0);
                let named = like >= SURE && at.field != Field::Inside;
                alone |= named && at.size < 2;
                called += usize::from(named);
            }
            together = together.max(called);
            let both = at.size + kept.len();
            let exact = if at.field == Field::Inside {
                0
            } else {
                sum * 10 * to_u32((2 * found).min(both)) / to_u32(both)
            };
            // The reader sees the phrase that says most.
            let telling = exact + sum;
            if telling > told.0 {
                told = (telling, phrase);
            }
            bonus = bonus.max(exact);
        }
        let share = |keep: &dyn Fn(u32) -> bool| {
            let kept = best.iter().zip(&weights).filter(|((_, like), _)| keep(*like));
            kept.map(|(_, weight)| weight).sum::<u32>() * 100 / whole.max(1)
        };
        let cover = share(&|like| like > 0);
        let sum: u32 = best.iter().zip(&weights).map(|((value, _), weight)| value * weight).sum();
        let mut score = (sum + bonus) * cover / 100 * cover / 100;
        match index.documents[document].sort {
            Sort::Withdrawn => score = score * 3 / 4,
            // Somebody who is called so is nearer than the way to whoever holds the role.
            Sort::Role => score = score * 2 / 3,
            _ => {}
        }
        if cover >= 30 {
            // One word of several is not what they say together: « noir » is no « idées noires ».
            // Words that stand far from each other, in its text or in two things that people say, are none either: « téléphone
            // perdu » is no page of telephones where something else is lost.
            let about = if kept.len() > 1 { 2 * together > kept.len() } else { alone };
            let many = |like: u32| 2 * best.iter().filter(|(_, best)| *best >= like).count() > asked;
            let sure = about && many(SURE) && share(&|like| like >= SURE) >= 60;
            hits.push(Hit { document, score, sure, weak: kept.len() > 1 && !many(NEAR), phrase: told.1 });
        }
    }
    hits.sort_by(|a, b| b.score.cmp(&a.score).then(a.document.cmp(&b.document)));
    let top = hits.first().map_or(0, |hit| hit.score);
    hits.retain(|hit| hit.score * 4 >= top);
    keep_role(index, &mut hits);
    hits
}

/// Cuts the list. Twenty town halls of that name leave the last place to the page that leads to one's own.
fn keep_role(index: &SearchIndex, hits: &mut Vec<Hit>) {
    let is_role = |hit: &Hit| index.documents[hit.document].sort == Sort::Role;
    let shown = hits.iter().take(MOST_ANSWERS).any(is_role);
    let role = hits.iter().skip(MOST_ANSWERS).find(|hit| !shown && is_role(hit)).cloned();
    hits.truncate(MOST_ANSWERS - usize::from(role.is_some()));
    hits.extend(role);
}

/// For each telling word, the phrases that hold one like it, and how like.
fn likenesses(index: &SearchIndex, all: &[Heard], kept: &[usize], last: usize) -> Vec<BTreeMap<usize, u32>> {
    let mut likeness: Vec<BTreeMap<usize, u32>> = vec![BTreeMap::new(); kept.len()];
    let mut note = |words: &[usize], found: Vec<(usize, u32)>, less: u32| {
        for (entry, like) in found {
            for phrase in &index.words[entry].phrases {
                for word in words {
                    let old = likeness[*word].entry(*phrase).or_default();
                    *old = (*old).max(like - less);
                }
            }
        }
    };
    let mut alone = Vec::new();
    for (word, at) in kept.iter().enumerate() {
        let found = alike(index, &all[*at], *at == last, true);
        if found.iter().all(|(_, like)| *like < SURE) {
            alone.push(word);
        }
        note(&[word], found, 0);
    }
    // « face time », « mot de passe » in one, or one word cut in two.
    if (2..=MOST_WORDS).contains(&all.len()) {
        let mut spans: Vec<(usize, usize)> = (0..all.len() - 1).map(|at| (at, at + 2)).collect();
        if all.len() > 2 {
            spans.push((0, all.len()));
        }
        for (from, to) in spans {
            let words: Vec<usize> = (0..kept.len()).filter(|k| (from..to).contains(&kept[*k])).collect();
            let glued = Heard::glued(&all[from..to]);
            if !words.is_empty() && (6..=24).contains(&glued.letters.len()) {
                // Two words that are well known need no guess of what they would be as one.
                let unsure = words.iter().any(|word| alone.contains(word));
                note(&words, alike(index, &glued, false, unsure), 2);
            }
        }
    }
    for word in alone {
        for phrase in parted(index, &all[kept[word]].letters) {
            likeness[word].insert(phrase, 82);
        }
    }
    likeness
}

/// Phrases that hold both parts of a word, when it is two words of the index written as one: « appelvideo ».
fn parted(index: &SearchIndex, letters: &str) -> Vec<usize> {
    let place = |part: &str| index.words.binary_search_by(|entry| entry.letters.as_str().cmp(part)).ok();
    let mut found = Vec::new();
    for cut in 3..letters.len().saturating_sub(2) {
        if let (Some(first), Some(second)) = (place(&letters[..cut]), place(&letters[cut..])) {
            let both = &index.words[second].phrases;
            found.extend(index.words[first].phrases.iter().filter(|phrase| both.contains(phrase)));
        }
    }
    found
}

/// Words of the index like one of the question, slips only when it is a `guess`. A number is itself or nothing.
fn alike(index: &SearchIndex, asked: &Heard, last: bool, guess: bool) -> Vec<(usize, u32)> {
    let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let exact = index.words.binary_search_by(|entry| entry.letters.as_str().cmp(&asked.letters)).ok();
    let mut found: Vec<(usize, u32)> = exact.iter().map(|at| (*at, 100)).collect();
    if digits(&asked.letters) || !(2..60).contains(&asked.letters.len()) {
        return found;
    }
    for (at, entry) in index.words.iter().enumerate() {
        if Some(at) == exact {
            continue;
        }
        let mut like = near(asked, &entry.letters, &entry.sound, last);
        if like == 0 && guess && exact.is_none() {
            like = slipped(asked, &entry.letters, &entry.sound);
        }
        // Few words come so far: it costs least to ask here whether they are numbers.
        if like > 0 && !digits(&entry.letters) {
            found.push((at, like));
        }
    }
    found
}

/// Words that sound the same or begin alike.
fn near(asked: &Heard, letters: &str, sound: &str, last: bool) -> u32 {
    if sound == asked.sound {
        // Short sounds are shared by too many words: « café » is no CAF.
        return match sound.len() {
            0..=2 => 70,
            3 => 78,
            _ => 90,
        };
    }
    // What is half written may become another word: « table » is no tablette.
    if last && asked.letters.len() > 2 && letters.starts_with(&asked.letters) {
        return match (asked.letters.len(), letters.len() - asked.letters.len()) {
            (3, _) => 72,
            (_, 1 | 2) => 79,
            _ => 76,
        };
    }
    if last && asked.sound.len() > 3 && sound.starts_with(&asked.sound) { 74 } else { 0 }
}

/// Words a slip away, as written or as heard; two slips in a long one.
fn slipped(asked: &Heard, letters: &str, sound: &str) -> u32 {
    if asked.letters.len() < 4 || letters.len() < 3 {
        return 0;
    }
    let written = slips(&asked.letters, letters, if asked.letters.len() > 7 { 2 } else { 1 });
    let heard = match asked.sound.len() {
        0..=2 => None,
        length => slips(&asked.sound, sound, if length > 6 { 2 } else { 1 }),
    };
    let by_eye = match written {
        Some(0 | 1) => 72 - if asked.letters.len() < 5 { 8 } else { 0 },
        Some(_) => 55,
        None => 0,
    };
    let by_ear = match heard {
        Some(0 | 1) => 70 - if asked.sound.len() < 5 { 12 } else { 0 },
        Some(_) => 50,
        None => 0,
    };
    let like: u32 = by_eye.max(by_ear);
    // People rarely miss the first letter.
    let begins = |a: &str, b: &str| a.bytes().next() == b.bytes().next();
    if begins(&asked.letters, letters) || begins(&asked.sound, sound) {
        like
    } else {
        like.saturating_sub(12)
    }
}

/// How much a word weighs: one more each time half as many pages have it.
fn weight(index: &SearchIndex, found: &BTreeMap<usize, u32>) -> u32 {
    let mut documents: Vec<usize> = found.keys().map(|phrase| index.phrases[*phrase].document).collect();
    documents.dedup();
    let all = index.documents.len().max(1);
    if documents.is_empty() { all.ilog2() + 2 } else { (all / documents.len()).max(1).ilog2() + 1 }
}

fn by_document(index: &SearchIndex, likeness: &[BTreeMap<usize, u32>]) -> BTreeMap<usize, Vec<usize>> {
    let mut all: Vec<usize> = likeness.iter().flat_map(|found| found.keys().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let mut documents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for phrase in all {
        documents.entry(index.phrases[phrase].document).or_default().push(phrase);
    }
    documents
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
