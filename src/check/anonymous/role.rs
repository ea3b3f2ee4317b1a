//! Who verified is a role: « médiatrice numérique », « agent du CCAS », never the name of a person.

use super::{numbers, people};
use crate::check::words::Words;
use std::collections::BTreeSet;

/// What people are to those whom they help, and the offices that they belong to; without accents, one form a word.
const ROLES: &str = include_str!("roles.txt");

fn is_role(word: &str) -> bool {
    let roles = || ROLES.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let known = |word: &str| roles().any(|role| role == word);
    // Plurals, and feminine forms that end in « e », are those of the list.
    let is_form = |part: &str| ["s", "e", "es"].iter().any(|end| part.strip_suffix(end).is_some_and(known));
    word.split('-').any(|part| known(part) || is_form(part))
}

/// Whether a text that should tell a role names a person, or is the name of one. `official` are names of offices of the
/// site, which are nobody's.
#[must_use]
pub fn names_somebody(text: &str, official: &[&str]) -> bool {
    let blank = numbers::without_web(text);
    if blank != text || !numbers::phones(text).is_empty() || !numbers::emails(text).is_empty() {
        return true;
    }
    let words = Words::new(text);
    let offices: Vec<Words<'_>> =
        official.iter().map(|name| Words::new(name)).filter(|w| w.len() > 1).collect();
    let masked: BTreeSet<usize> = offices.iter().flat_map(|phrase| words.find(phrase)).flatten().collect();
    let found = people::people(text, &words, &masked);
    if !found.first_names.is_empty() {
        return true;
    }
    let look = Look { words: &words, masked: &masked };
    let all = || (0..words.len()).filter(|at| !masked.contains(at));
    let surname = found.surnames.iter().any(|range| {
        // « Conseiller Numérique » looks like a name and its surname to who knows no role.
        all()
            .filter(|at| words.range(*at, *at).start >= range.start && words.range(*at, *at).end <= range.end)
            .all(|at| words.get(at).is_some_and(|word| !is_role(&word.folded)))
    });
    let role = all().any(|at| {
        words.get(at).is_some_and(|word| is_role(&word.folded) || word.shouted && word.folded.len() <= 8)
    });
    let capital = all().filter_map(|at| words.get(at)).any(|word| {
        word.capital && !word.shouted && word.folded.len() > 1 && !people::is_place(&word.folded)
    });
    surname
        || all().any(|at| look.is_first_name(at) || look.is_initial(at) || look.follows_a_role(at))
        || capital && !role && masked.is_empty()
        || words.len() == 1 && look.is_alone(0)
}

struct Look<'a> {
    words: &'a Words<'a>,
    masked: &'a BTreeSet<usize>,
}

impl Look<'_> {
    fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    fn before(&self, at: usize) -> &str {
        self.words.before(at).map_or("", |word| word.folded.as_str())
    }

    /// A first name in whatever letters, but that of a saint, or of a place of that name.
    fn is_first_name(&self, at: usize) -> bool {
        let word = self.folded(at);
        people::is_first_name(word)
            && !(at > 0 && self.words.joined(at) && people::names_a_place(self.before(at)))
    }

    /// « J. Kerboul », « Kerboul J. »; « C.C.A.S. » is an office.
    fn is_initial(&self, at: usize) -> bool {
        let single =
            |at: usize| self.words.get(at).is_some_and(|word| word.capital && word.folded.len() == 1);
        let dotted = |at: usize| self.words.gap(at + 1).trim_start().starts_with('.');
        let name = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.capital && word.folded.len() > 1 && !is_role(&word.folded))
                && !self.masked.contains(&at)
        };
        let chained = at > 0 && single(at - 1) && dotted(at - 1);
        single(at) && dotted(at) && !chained && (name(at + 1) || at > 0 && name(at - 1))
    }

    /// « médiatrice Kerboul »: after « de », it would be a place or an office.
    fn follows_a_role(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|_| at > 0 && self.words.joined(at)) else { return false };
        word.capital
            && !word.shouted
            && is_role(self.before(at))
            && !people::names_a_place(self.before(at))
            && !OFFICES.contains(&self.before(at))
            && !is_role(&word.folded)
            && !people::is_place(&word.folded)
    }

    /// A word that is a name wherever it stands by itself.
    fn is_alone(&self, at: usize) -> bool {
        let word = self.folded(at);
        !is_role(word) && (people::is_first_name(word) || people::is_doubtful_name(word))
    }
}

/// Before a capital these tell the name of a house: « Mairie Centre », « Espace Kerjean ».
const OFFICES: [&str; 16] = [
    "mairie", "service", "services", "bureau", "point", "cafe", "antenne", "ccas", "clic", "france",
    "emploi", "groupe", "reseau", "club", "comite", "travail",
];
