//! Words of somebody in danger, found in what they write: the same reading as in the theme's `scripts/danger.js`.
//!
//! A question is read as its words, without those that say nothing; small words that decide are kept (`mots-urgence.txt`). Each entry of
//! the site's list has phrases: all the words of one must be there, in any order, as written, as heard, or a slip
//! away; a phrase of the list `alone` must be all that is said. Where a phrase of `except` stands, nothing else is read in its words.
//!
//! `tests/search/firsts.json` holds both programs to the same answers.

use super::slips::slips;
use super::sound::sound;
use super::words::{EMPTY, Heard, IndexedWord, split};
use crate::load::own_emergency_phrases;
use crate::model::{Emergency, Phone, Resolved, ServiceId};
use crate::site::Site;
use crate::source::At;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Words of a question that are read.
const MOST: usize = 16;
/// Letters of a word in which a slip is forgiven, and those in which two are.
const ONE_SLIP: usize = 6;
const TWO_SLIPS: usize = 9;

const SMALL_WORDS: &str = include_str!("mots-urgence.txt");

/// Small words that decide, and what each is read as.
pub(super) static KEPT: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = SMALL_WORDS.lines().filter(|line| !line.starts_with('#') && !line.starts_with("autour"));
    lines.flat_map(str::split_whitespace).filter_map(|pair| pair.split_once(':')).collect()
});

/// Words that stand around a cry.
pub(super) static AROUND: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = SMALL_WORDS.lines().filter_map(|line| line.strip_prefix("autour:"));
    lines.flat_map(str::split_whitespace).collect()
});

/// The phrases of the program's own list, read once: they are most of those of any site.
static OWN_READ: LazyLock<BTreeMap<&'static str, Vec<Heard>>> =
    LazyLock::new(|| own_emergency_phrases().map(|text| (text, read(text))).collect());

/// Those that belong to the very next word: « me tuer », « en finir ».
const TIED: [&str; 3] = ["me", "se", "en"];

/// The phrases of a site, read once.
#[derive(Clone, Default)]
pub struct Cries {
    /// The words of all phrases, by letters.
    pub words: Vec<Heard>,
    pub entries: Vec<Cry>,
}

/// The phrases of one entry, each as places in [`Cries::words`].
#[derive(Clone, Default)]
pub struct Cry {
    pub within: Vec<Vec<usize>>,
    pub alone: Vec<Vec<usize>>,
    pub except: Vec<Vec<usize>>,
}

impl Cries {
    #[must_use]
    pub fn of(site: &Site) -> Self {
        Self::from(site.emergencies.iter())
    }

    fn from<'a, S: crate::model::Stage + 'a>(list: impl Iterator<Item = &'a Emergency<S>>) -> Self {
        let told = |one: &Emergency<S>| {
            let read = |text: &String| OWN_READ.get(text.as_str()).cloned().unwrap_or_else(|| read(text));
            let heard = |list: &[At<String>]| list.iter().map(|word| read(&word.value)).collect::<Vec<_>>();
            let except = one.except.iter().map(read).collect();
            [heard(&one.words), heard(&one.alone), except]
        };
        let told: Vec<[Vec<Vec<Heard>>; 3]> = list.map(told).collect();
        let mut words: BTreeMap<&str, &Heard> = BTreeMap::new();
        for word in told.iter().flatten().flatten().flatten() {
            words.entry(&word.letters).or_insert(word);
        }
        let words: Vec<Heard> = words.into_values().cloned().collect();
        let places = |phrase: &Vec<Heard>| -> Vec<usize> {
            let at = |word: &Heard| words.binary_search_by(|one| one.letters.cmp(&word.letters)).ok();
            phrase.iter().filter_map(at).collect()
        };
        let phrases = |list: &[Vec<Heard>]| {
            let all = list.iter().map(places).filter(|phrase: &Vec<usize>| !phrase.is_empty());
            // Phrases that say the same, once.
            all.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        };
        let cry = |[within, alone, except]: &[Vec<Vec<Heard>>; 3]| Cry {
            within: phrases(within),
            alone: phrases(alone),
            except: phrases(except),
        };
        let entries = told.iter().map(cry).collect();
        Self { words, entries }
    }

    /// The entries that a question calls for, in the site's order.
    #[must_use]
    pub fn heard(&self, known: &[IndexedWord], question: &str) -> Vec<usize> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let asked = self.parted(known, read(question));
        let heard: Vec<Asked<'_>> = asked.iter().map(|one| Asked::of(known, one)).collect();
        let like: Vec<u32> = self.words.iter().map(|word| mask(&heard, |one| one.may_be(word))).collect();
        let same: Vec<u32> =
            self.words.iter().map(|word| mask(&asked, |one| one.letters == word.letters)).collect();
        let around = mask(&asked, |one| AROUND.contains(one.letters.as_str()));
        let whole = (1 << asked.len()) - 1;
        let called = |entry: &Cry| {
            let mut free: u32 = whole;
            for phrase in &entry.except {
                // One word alone is taken as it is written: « violet » is no « violée » that somebody misspelt.
                free &= !self.excepted(phrase, if phrase.len() < 2 { &same } else { &like });
            }
            let holds = |phrase: &Vec<usize>| self.found(phrase, &like, free);
            entry.within.iter().any(|phrase| holds(phrase).is_some())
                || entry
                    .alone
                    .iter()
                    .any(|phrase| holds(phrase).is_some_and(|used| whole & !used & !around == 0))
        };
        (0..self.entries.len()).filter(|at| called(&self.entries[*at])).collect()
    }

    /// The words of a question that a phrase takes, when it finds all of its own.
    fn found(&self, phrase: &[usize], like: &[u32], free: u32) -> Option<u32> {
        let mut used = 0;
        let mut tied = u32::MAX;
        for &word in phrase {
            let there = like[word] & free & !used & tied;
            if there == 0 {
                return None;
            }
            let is_tied = self.is_tied(word);
            // Of several, one that the next word follows; it is looked at in its turn.
            let bit = if is_tied {
                let next = phrase.iter().skip_while(|one| **one != word).nth(1);
                let before = next.map_or(u32::MAX, |next| (like[*next] & free & !used) >> 1);
                lowest(there & before)?
            } else {
                lowest(there)?
            };
            used |= bit;
            tied = if is_tied { bit << 1 } else { u32::MAX };
        }
        Some(used)
    }

    /// The words that a phrase of exceptions takes: all of its own, one word between two at most, in any order but for those that are
    /// tied to the next.
    fn excepted(&self, phrase: &[usize], like: &[u32]) -> u32 {
        let mut out = 0;
        for from in 0..MOST {
            let room = ((1u32 << (2 * phrase.len() - 1)) - 1) << from;
            let (mut used, mut all) = (0, true);
            for (at, word) in phrase.iter().enumerate() {
                let mut there = like[*word] & room & !used;
                if self.is_tied(*word)
                    && let Some(next) = phrase.get(at + 1)
                {
                    there &= like[*next] >> 1;
                }
                match lowest(there) {
                    Some(bit) => used |= bit,
                    None => all = false,
                }
            }
            if all {
                out |= used;
            }
        }
        out
    }

    fn is_tied(&self, word: usize) -> bool {
        TIED.contains(&self.words[word].letters.as_str())
    }

    /// « crisecardiaque » as two words.
    fn parted(&self, known: &[IndexedWord], asked: Vec<Heard>) -> Vec<Heard> {
        let mut out = Vec::new();
        for word in asked {
            match self.halves(known, &word) {
                Some(two) => out.extend(two),
                None => out.push(word),
            }
        }
        out.truncate(MOST);
        out
    }

    fn halves(&self, known: &[IndexedWord], word: &Heard) -> Option<[Heard; 2]> {
        if word.letters.len() < 8 || is_known(known, word) || self.place(&word.letters).is_some() {
            return None;
        }
        (3..word.letters.len() - 2).find_map(|cut| {
            let first = self.place(word.letters.get(..cut)?)?;
            let second = self.place(word.letters.get(cut..)?)?;
            Some([self.words[first].clone(), self.words[second].clone()])
        })
    }

    fn place(&self, letters: &str) -> Option<usize> {
        self.words.binary_search_by(|word| word.letters.as_str().cmp(letters)).ok()
    }
}

/// What is shown when somebody calls: who to reach, and how.
#[derive(Clone, Debug)]
pub struct Call {
    pub id: String,
    pub sentence: String,
    pub written: String,
    /// In order; the first is the one to reach. Never empty.
    pub contacts: Vec<Contact>,
    /// The number that takes messages, when it is not the first contact.
    pub by_message: Option<Contact>,
}

/// A number, and the sheet of the site that says more of it.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Nothing for a sheet without any number.
    pub number: Option<Phone>,
    /// It takes messages, and no voice.
    pub message: bool,
    pub service: Option<ServiceId>,
    /// Where that sheet is.
    pub address: Option<String>,
}

impl Call {
    /// Those of a site, in its order.
    #[must_use]
    pub fn all(site: &Site) -> Vec<Self> {
        let sheets = Sheets::of(site);
        site.emergencies.iter().map(|one| Self::of(site, &sheets, one)).collect()
    }

    fn of(site: &Site, sheets: &Sheets, emergency: &Emergency<Resolved>) -> Self {
        let contact = |number: Option<Phone>, message: bool, service: Option<ServiceId>| Contact {
            number,
            message,
            service,
            address: service.map(|id| site.addresses.service(id).to_owned()),
        };
        let mut contacts: Vec<Contact> = Vec::new();
        for id in emergency.services.iter().filter(|id| site.service(**id).is_listed()) {
            let service = site.service(*id);
            let voice = service.phones.first().map(|line| line.phone.clone());
            let message = voice.is_none() && service.sms.is_some();
            contacts.push(contact(voice.or_else(|| service.sms.clone()), message, Some(*id)));
        }
        for number in &emergency.numbers {
            if contacts.iter().all(|one| one.number.as_ref() != Some(number)) {
                let service = sheets.voice.get(number).map(|(_, id)| *id);
                contacts.push(contact(Some(number.clone()), false, service));
            }
        }
        let mut by_message = emergency.sms.clone().map(|number| {
            let service = sheets.message.get(&number).map(|(_, id)| *id);
            contact(Some(number), true, service)
        });
        if contacts.is_empty() {
            contacts.extend(by_message.take());
        }
        Self {
            id: emergency.id.clone(),
            sentence: emergency.sentence.clone(),
            written: emergency.written.clone(),
            contacts,
            by_message,
        }
    }
}

/// The sheet of each number of help: of several, the one that has the fewest numbers, then the first.
#[derive(Default)]
struct Sheets {
    voice: BTreeMap<Phone, (usize, ServiceId)>,
    message: BTreeMap<Phone, (usize, ServiceId)>,
}

impl Sheets {
    fn of(site: &Site) -> Self {
        let wanted: BTreeSet<&Phone> =
            site.emergencies.iter().flat_map(|one| one.numbers.iter().chain(&one.sms)).collect();
        let mut sheets = Self::default();
        let note = |map: &mut BTreeMap<Phone, (usize, ServiceId)>, number: &Phone, rank| {
            if wanted.contains(number) {
                let best = map.entry(number.clone()).or_insert(rank);
                *best = rank.min(*best);
            }
        };
        for id in site.service_ids().filter(|id| site.service(*id).is_listed()) {
            let service = site.service(id);
            let rank = (service.phones.len(), id);
            for line in &service.phones {
                note(&mut sheets.voice, &line.phone, rank);
            }
            if let Some(number) = &service.sms {
                note(&mut sheets.message, number, rank);
            }
        }
        sheets
    }
}

/// The words of a text that say something to somebody who must help.
fn read(text: &str) -> Vec<Heard> {
    let mut out = Vec::new();
    for word in split(text) {
        match KEPT.get(word.letters.as_str()) {
            Some(same) => out.push(Heard { letters: (*same).to_owned(), sound: sound(same) }),
            None if EMPTY.contains(word.letters.as_str()) => {}
            None => out.push(word),
        }
    }
    out.truncate(MOST);
    out
}

fn mask<T>(asked: &[T], is: impl Fn(&T) -> bool) -> u32 {
    asked.iter().enumerate().filter(|(_, one)| is(one)).fold(0, |bits, (at, _)| bits | 1 << at)
}

fn lowest(bits: u32) -> Option<u32> {
    (bits != 0).then(|| bits & bits.wrapping_neg())
}

fn is_known(known: &[IndexedWord], word: &Heard) -> bool {
    known.binary_search_by(|entry| entry.letters.as_str().cmp(&word.letters)).is_ok()
}

/// Whether a word is itself or nothing: one that decides, or a number.
fn is_exact(letters: &str) -> bool {
    KEPT.contains_key(letters) || letters.bytes().any(|b| b.is_ascii_digit())
}

/// A word of a question, and what is asked of it for every word of the list: found once.
struct Asked<'a> {
    word: &'a Heard,
    exact: bool,
    /// The site knows it, and then it is no slip.
    known: bool,
    /// « jarrive », « setouffe »: what follows the apostrophe, and its sound.
    rest: Option<(&'a str, String)>,
}

impl<'a> Asked<'a> {
    fn of(known: &[IndexedWord], word: &'a Heard) -> Self {
        let rest = elided(&word.letters).map(|rest| (rest, sound(rest)));
        Self { word, exact: is_exact(&word.letters), known: is_known(known, word), rest }
    }

    /// Whether it is meant for a word of a phrase.
    fn may_be(&self, word: &Heard) -> bool {
        let asked = self.word;
        if word.letters == asked.letters {
            return true;
        }
        // What few words pass comes first, what costs most last.
        !self.exact
            && (word.sound == asked.sound && word.sound.len() > 1 || !self.known && self.slips_to(word))
            && !is_exact(&word.letters)
    }

    fn slips_to(&self, word: &Heard) -> bool {
        if let Some((rest, sound)) = &self.rest
            && (*rest == word.letters || (word.sound.len() > 2 && *sound == word.sound))
        {
            return true;
        }
        let asked = self.word;
        let length = word.letters.len();
        let begins = |a: &str, b: &str| a.bytes().next() == b.bytes().next();
        let far = length.abs_diff(asked.letters.len()) > 3;
        if length < ONE_SLIP || far || !begins(&word.letters, &asked.letters) {
            return false;
        }
        let most = if length < TWO_SLIPS { 1 } else { 2 };
        slips(&asked.letters, &word.letters, most).is_some()
            // By ear, long words only: « réussir » sounds nearly as « respire ».
            || (length >= TWO_SLIPS && slips(&asked.sound, &word.sound, 1).is_some())
    }
}

/// A word without the letter that an apostrophe should have parted from it.
fn elided(letters: &str) -> Option<&str> {
    let mut all = letters.chars();
    let (first, second) = (all.next()?, all.next()?);
    let vowel = matches!(second, 'a' | 'e' | 'h' | 'i' | 'o' | 'u' | 'y');
    (first == 'j' || (vowel && matches!(first, 'c' | 'd' | 'l' | 'm' | 'n' | 's' | 't')))
        .then(|| letters.get(1..))
        .flatten()
        .filter(|rest| rest.len() > 2)
}
