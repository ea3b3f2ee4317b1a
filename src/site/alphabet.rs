//! Everything that can be looked up from A to Z: titles, other names, and the words that people say instead.

use super::Site;
use crate::model::{CaseId, GuideId, NeedId, ProductId, ServiceId, Status, WordId};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Words above which each letter has a page of its own: they weigh 12 kB compressed, of the 60 that a page may.
const ONE_PAGE: usize = 600;

/// Services that share a word, above which a list of them is no answer: the choice of a commune is.
pub const CROWD: usize = 4;

/// Where a word leads; in this order beside one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    Need(NeedId),
    Guide(GuideId),
    Service(ServiceId),
    Case(CaseId),
    Product(ProductId),
    Word(WordId),
    /// The choice of a commune: « mairie » leads to too many services.
    Territories,
}

/// A word and one place where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// As it is written in the content.
    pub word: String,
    pub leads: Leads,
}

/// All words by letter, from `a` to `z`, after `0` for all figures.
#[derive(Default)]
pub struct Alphabet {
    letters: BTreeMap<char, Vec<Saying>>,
}

impl Alphabet {
    pub(super) fn of(site: &Site) -> Self {
        let mut letters: BTreeMap<char, BTreeMap<(String, Leads), Saying>> = BTreeMap::new();
        for saying in without_crowds(site.sayings()) {
            let same = (stem(&saying.word), saying.leads);
            letters.entry(initial(&saying.word)).or_default().entry(same).or_insert(saying);
        }
        let letters = letters.into_iter().map(|(letter, words)| (letter, words.into_values().collect()));
        Self { letters: letters.collect() }
    }

    /// Each letter that has words, with them, in the order of a reader.
    pub fn letters(&self) -> impl Iterator<Item = (char, &[Saying])> {
        self.letters.iter().map(|(letter, words)| (*letter, words.as_slice()))
    }

    /// Whether each letter has a page of its own, for all of them would be too heavy a page.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.letters.values().map(Vec::len).sum::<usize>() > ONE_PAGE
    }
}

/// The letter under which a word is looked up: « É » is under `e`, « 114 » under `0`.
#[must_use]
pub fn initial(word: &str) -> char {
    fold(word).chars().find(char::is_ascii_alphanumeric).filter(char::is_ascii_alphabetic).unwrap_or('0')
}

/// A word without its accents and its plurals: of « chèque » and « cheques », side by side and leading to the same page, one is enough.
fn stem(word: &str) -> String {
    let words = fold(word);
    let one = |word: &str| {
        if word.len() > 3 { word.trim_end_matches(['s', 'x']).to_owned() } else { word.to_owned() }
    };
    words.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

/// A word that leads to many services, as « mairie » does, leads to the choice of a commune instead.
fn without_crowds(sayings: Vec<Saying>) -> Vec<Saying> {
    let mut by_word: BTreeMap<String, Vec<Saying>> = BTreeMap::new();
    for saying in sayings {
        by_word.entry(fold(&saying.word)).or_default().push(saying);
    }
    let mut kept = Vec::new();
    for mut same in by_word.into_values() {
        let services: BTreeSet<Leads> = same
            .iter()
            .map(|saying| saying.leads)
            .filter(|leads| matches!(leads, Leads::Service(_)))
            .collect();
        if services.len() > CROWD {
            let word = same[0].word.clone();
            same.retain(|saying| !services.contains(&saying.leads));
            same.push(Saying { word, leads: Leads::Territories });
        }
        kept.append(&mut same);
    }
    kept
}

impl Site {
    /// Every word by which something can be looked up; titles first, so that they win over lay words.
    fn sayings(&self) -> Vec<Saying> {
        let mut sayings = Vec::new();
        let mut add = |title: &str, words: Vec<&String>, leads: Leads| {
            let words = std::iter::once(title).chain(words.into_iter().map(String::as_str));
            sayings.extend(words.map(|word| Saying { word: word.to_owned(), leads }));
        };
        for (id, need) in self.needs.pairs() {
            add(&need.title, Vec::new(), Leads::Need(id));
        }
        // Not `listed_sheets`: withdrawn guides are looked up, for their pages say what replaces them.
        for id in self.guide_ids() {
            let guide = self.guide(id);
            if !matches!(guide.status, Status::Draft) {
                add(&guide.title, guide.also_said.iter().collect(), Leads::Guide(id));
            }
        }
        for id in self.service_ids() {
            let service = self.service(id);
            if service.is_listed() {
                let words = service.other_names.iter().chain(&service.former_names).chain(&service.also_said);
                add(&service.name, words.collect(), Leads::Service(id));
            }
        }
        for id in self.listed_cases() {
            let case = self.case(id);
            add(&case.title, case.also_said.iter().collect(), Leads::Case(id));
        }
        for (id, product) in self.products.pairs() {
            let words = product.other_names.iter().chain(&product.also_said);
            add(&product.name, words.collect(), Leads::Product(id));
        }
        for (id, word) in self.words.pairs() {
            // « adresse web » stands beside « adresse de site » already.
            let first = |word: &str| stem(word).split(' ').next().map(str::to_owned);
            let far = word.other_forms.iter().filter(|form| first(form) != first(&word.word));
            add(&word.word, far.collect(), Leads::Word(id));
        }
        sayings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(word: &str, at: usize) -> Saying {
        Saying { word: word.to_owned(), leads: Leads::Service(ServiceId(at)) }
    }

    #[test]
    fn accents_and_figures_have_their_letter() {
        assert_eq!(["Élan", "île", "œil", "114", "« A »", "…"].map(initial), ['e', 'i', 'o', '0', 'a', '0']);
    }

    #[test]
    fn a_word_of_too_many_services_leads_to_the_choice_of_a_commune() {
        let few: Vec<_> = (0..CROWD).map(|at| service("Mairie", at)).collect();
        assert_eq!(without_crowds(few.clone()), few);
        let crowd = (0..=CROWD).map(|at| service("Mairie", at)).chain([service("Maire", 9)]).collect();
        let led = Saying { word: "Mairie".to_owned(), leads: Leads::Territories };
        assert_eq!(without_crowds(crowd), [service("Maire", 9), led]);
    }
}
