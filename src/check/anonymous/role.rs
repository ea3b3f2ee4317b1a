//! Who verified is a role: « médiatrice numérique », « agent du CCAS », never the name of a person.

use super::{numbers, people};
use crate::check::words::TextWords;
use std::collections::BTreeSet;

#[cfg(test)]
mod tests;

/// What people are to those whom they help, and the offices that they belong to; without accents, one form a word.
const ROLES: &str = include_str!("roles.txt");

fn is_role(word: &str) -> bool {
    let roles = || ROLES.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let known = |word: &str| roles().any(|role| role == word);
    // Plurals, and feminine forms that end in « e », are those of the list.
    let is_form = |part: &str| ["s", "e", "es"].iter().any(|end| part.strip_suffix(end).is_some_and(known));
    word.split('-').any(|part| known(part) || is_form(part))
}

/// How sure it is that somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Somebody {
    Sure,
    /// A word that may be a name: « Kerboul », « rose ».
    Perhaps,
}

/// Whether a text that should tell a role names a person, or is the name of one. `official` are names of offices of the
/// site, which are nobody's.
#[must_use]
pub fn names_somebody(text: &str, official: &[&str]) -> bool {
    somebody(text, official).is_some()
}

/// The same, and how sure that is.
#[must_use]
pub fn somebody(text: &str, official: &[&str]) -> Option<Somebody> {
    if !numbers::phones(text).is_empty() || !numbers::emails(text).is_empty() {
        return Some(Somebody::Sure);
    }
    if numbers::without_web(text) != text {
        return Some(Somebody::Perhaps);
    }
    let words = TextWords::new(text);
    let offices: Vec<TextWords<'_>> =
        official.iter().map(|name| TextWords::new(name)).filter(|w| w.len() > 1).collect();
    let mut masked: BTreeSet<usize> =
        offices.iter().flat_map(|phrase| words.find(phrase)).flatten().collect();
    let houses: Vec<usize> = (0..words.len()).filter(|at| is_of_a_house(&words, *at)).collect();
    masked.extend(houses);
    let found = people::people(text, &words, &masked);
    let look = RoleText { words: &words, masked: &masked };
    let all = || (0..words.len()).filter(|at| !masked.contains(at));
    let surname = found.surnames.iter().any(|range| {
        // « Conseiller Numérique » looks like a name and its surname to who knows no role.
        all()
            .filter(|at| words.range(*at, *at).start >= range.start && words.range(*at, *at).end <= range.end)
            .all(|at| words.get(at).is_some_and(|word| !is_role(&word.folded)))
    });
    let full = || all().any(|at| look.is_first_name(at) && look.is_followed_by_a_name(at));
    if surname || !found.first_names.is_empty() || all().any(|at| look.is_initial(at)) || full() {
        return Some(Somebody::Sure);
    }
    let role = all().any(|at| {
        words.get(at).is_some_and(|word| is_role(&word.folded) || word.shouted && word.folded.len() <= 8)
    });
    let capital = all().filter_map(|at| words.get(at)).any(|word| {
        word.capital && !word.shouted && word.folded.len() > 1 && !people::is_place(&word.folded)
    });
    let perhaps = all().any(|at| look.is_first_name(at) || look.follows_a_role(at))
        || capital && !role && masked.is_empty()
        || words.len() == 1 && look.is_alone(0);
    perhaps.then_some(Somebody::Perhaps)
}

/// Houses that bear the names of people, beside those of [`people::names_a_place`].
const HOUSES: [&str; 30] = [
    "residence",
    "ehpad",
    "cite",
    "quartier",
    "square",
    "rue",
    "place",
    "avenue",
    "boulevard",
    "pole",
    "tiers-lieu",
    "lieu",
    "batiment",
    "immeuble",
    "complexe",
    "ludotheque",
    "cyberbase",
    "cyberespace",
    "auditorium",
    "cinema",
    "musee",
    "conservatoire",
    "mjc",
    "crous",
    "chu",
    "chru",
    "groupe",
    "cafe",
    "tour",
    "campus",
];

/// What stands between such a house and its name: « centre social et culturel Jacques Brel ».
const OF_A_HOUSE: [&str; 43] = [
    "annexe",
    "social",
    "sociale",
    "culturel",
    "culturelle",
    "socioculturel",
    "socio-culturel",
    "municipal",
    "municipale",
    "communal",
    "communale",
    "intercommunal",
    "intercommunale",
    "departemental",
    "departementale",
    "regional",
    "regionale",
    "primaire",
    "elementaire",
    "maternelle",
    "professionnel",
    "professionnelle",
    "general",
    "polyvalent",
    "polyvalente",
    "hospitalier",
    "universitaire",
    "associatif",
    "numerique",
    "public",
    "publique",
    "jeunesse",
    "citoyen",
    "citoyenne",
    "de",
    "du",
    "des",
    "d",
    "la",
    "l",
    "et",
    "sante",
    "autonomie",
];

/// Whether a word is part of the name of a house: « espace social Simone Veil ».
fn is_of_a_house(words: &TextWords<'_>, at: usize) -> bool {
    let folded = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
    if !words.get(at).is_some_and(|word| word.capital) || is_role(folded(at)) {
        return false;
    }
    // First the words of the name before this one, then what joins them to the house.
    let mut here = at;
    let mut length = 0;
    while here > 0 && words.elided(here) && words.get(here - 1).is_some_and(|word| word.capital) && length < 3
    {
        if is_house(folded(here - 1)) || is_office_called_after(words, here - 1) {
            return true;
        }
        here -= 1;
        length += 1;
    }
    while here > 0 && words.elided(here) {
        here -= 1;
        if is_house(folded(here)) || is_office_called_after(words, here) {
            return true;
        }
        if !OF_A_HOUSE.contains(&folded(here)) {
            return false;
        }
    }
    false
}

/// Offices that are called after somebody: « CCAS Jean Jaurès », « mairie annexe Jean Jaurès ». A first name alone may be
/// the agent's, and so may what follows « Mme ».
fn is_office_called_after(words: &TextWords<'_>, house: usize) -> bool {
    const CALLED: [&str; 8] = ["ccas", "cias", "clic", "antenne", "annexe", "agence", "services", "maia"];
    const TITLES: [&str; 9] = ["m", "mr", "mme", "mlle", "madame", "monsieur", "dr", "docteur", "maitre"];
    let known = words.get(house).is_some_and(|word| CALLED.contains(&word.folded.as_str()));
    let name = || {
        (house + 1..words.len()).map_while(|at| words.get(at).filter(|word| word.capital && words.joined(at)))
    };
    let long = || name().count() >= 2 || name().any(|word| word.folded.contains('-'));
    known && long() && !name().any(|word| TITLES.contains(&word.folded.as_str()))
}

fn is_house(word: &str) -> bool {
    HOUSES.contains(&word) || people::names_a_place(word)
}

struct RoleText<'a> {
    words: &'a TextWords<'a>,
    masked: &'a BTreeSet<usize>,
}

impl RoleText<'_> {
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

    /// « marie dupont »: no word of the language, and none that joins words.
    fn is_followed_by_a_name(&self, at: usize) -> bool {
        const JOINING: [&str; 12] = ["de", "du", "des", "d", "la", "le", "les", "et", "a", "au", "aux", "en"];
        let next = self.folded(at + 1);
        self.words.joined(at + 1)
            && !self.masked.contains(&(at + 1))
            && next.len() > 1
            // « jean-pierre le goff », but not « rose de l’accueil ».
            && (!JOINING.contains(&next) || self.folded(at).contains('-'))
            && !is_role(next)
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
const OFFICES: [&str; 25] = [
    "mairie",
    "service",
    "services",
    "bureau",
    "point",
    "cafe",
    "antenne",
    "ccas",
    "clic",
    "france",
    "emploi",
    "groupe",
    "reseau",
    "club",
    "comite",
    "travail",
    "croix",
    "secours",
    "emmaus",
    "restos",
    "ligue",
    "compagnons",
    "petits",
    "freres",
    "ateliers",
];
