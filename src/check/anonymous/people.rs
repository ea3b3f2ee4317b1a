//! First names, and first names or titles that a surname follows.

use crate::check::words::{TextWord, TextWords};
use crate::territory::france;
use crate::text::fold;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

const NAMES: &str = include_str!("prenoms.txt");

struct NameLists {
    sure: BTreeSet<&'static str>,
    /// Words of the language as well.
    maybe: BTreeSet<&'static str>,
}

fn names() -> &'static NameLists {
    static ALL: OnceLock<NameLists> = OnceLock::new();
    ALL.get_or_init(|| {
        let lines = || NAMES.lines().filter(|line| !line.starts_with('#'));
        let sure = lines().filter(|line| !line.starts_with('?')).flat_map(str::split_whitespace);
        let maybe = lines().filter_map(|line| line.strip_prefix('?')).flat_map(str::split_whitespace);
        NameLists { sure: sure.collect(), maybe: maybe.collect() }
    })
}

/// Names of the language that are no person's where they stand alone: « France Services », « Noël ».
const NEVER_ALONE: [&str; 4] = ["france", "noel", "marine", "florence"];

const TITLES: [&str; 15] = [
    "m",
    "mm",
    "mr",
    "mme",
    "mmes",
    "mlle",
    "mlles",
    "monsieur",
    "madame",
    "mademoiselle",
    "messieurs",
    "mesdames",
    "dr",
    "docteur",
    "maitre",
];

/// Words before a surname alone.
const FAMILY: [&str; 5] = ["famille", "epoux", "veuve", "veuf", "couple"];

/// Words before a name and a surname that no list knows.
const CALLED: [&str; 8] =
    ["appelle", "appelait", "nomme", "nommee", "nommait", "prenomme", "prenommee", "denomme"];

/// Buildings and works have the names of people: « lycée Jean Moulin ».
const PLACES: [&str; 24] = [
    "lycee",
    "college",
    "ecole",
    "hopital",
    "clinique",
    "centre",
    "espace",
    "salle",
    "maison",
    "mediatheque",
    "bibliotheque",
    "fondation",
    "institut",
    "stade",
    "gymnase",
    "theatre",
    "universite",
    "foyer",
    "prix",
    "loi",
    "plan",
    "saint",
    "sainte",
    "association",
];

const ACRONYMS: [&str; 24] = [
    "SMS", "CLIC", "CCAS", "CIAS", "CAF", "MSA", "CPAM", "MDPH", "MDA", "EHPAD", "LSF", "APA", "TV", "PC",
    "SNCF", "EDF", "RSA", "URL", "PDF", "USB", "CDAS", "EPCI", "ANTS", "CARSAT",
];

/// Where surnames and first names stand.
pub struct PeoplePlaces {
    /// A first name and its surname, a title and its surname.
    pub surnames: Vec<Range<usize>>,
    /// First names, alone or not.
    pub first_names: Vec<Range<usize>>,
}

/// Looks for people; `official` are the words, by their place, of names that are nobody's.
pub fn people(text: &str, words: &TextWords<'_>, official: &BTreeSet<usize>) -> PeoplePlaces {
    let look = PeopleText { text, words, official };
    let mut people = PeoplePlaces { surnames: Vec::new(), first_names: Vec::new() };
    let mut at = 0;
    while at < words.len() {
        let end = look
            .titled(at)
            .or_else(|| look.named(at))
            .or_else(|| look.called(at))
            .or_else(|| look.shouted(at));
        if look.first_name(at) {
            people.first_names.push(words.range(at, at));
        }
        if let Some(end) = end {
            people.surnames.push(words.range(at, end));
        }
        at = end.map_or(at, |end| end) + 1;
    }
    people
}

struct PeopleText<'a> {
    text: &'a str,
    words: &'a TextWords<'a>,
    official: &'a BTreeSet<usize>,
}

impl PeopleText<'_> {
    fn word(&self, at: usize) -> Option<&TextWord> {
        self.words.get(at).filter(|_| !self.official.contains(&at))
    }

    /// A first name, alone or before a surname.
    fn is_name(&self, at: usize) -> bool {
        let Some(word) = self.word(at).filter(|word| word.capital) else { return false };
        if self.words.before(at).is_some_and(|before| PLACES.contains(&before.folded.as_str()))
            && (self.words.joined(at))
        {
            return false;
        }
        let names = names();
        // « Jean-Pierre », but not « Marie-Galante ».
        word.folded
            .split('-')
            .all(|part| names.sure.contains(part) || names.maybe.contains(part) && word.folded.contains('-'))
            || names.maybe.contains(word.folded.as_str())
    }

    /// A first name for sure: a word of the language counts where no sentence begins.
    fn first_name(&self, at: usize) -> bool {
        self.is_name(at)
            && self.words.get(at).is_some_and(|word| {
                let word = word.folded.as_str();
                names().sure.contains(word)
                    || word.contains('-')
                    || !NEVER_ALONE.contains(&word) && !self.words.begins(at)
            })
    }

    /// « Éliane Le Goff », « Marie D. »
    fn named(&self, at: usize) -> Option<usize> {
        if !self.is_name(at) {
            return None;
        }
        let word = self.words.get(at)?;
        let end = self.surname(at + 1, true)?;
        // « Marine nationale », « Noël Solidaire », « Rose Garden »: a word that begins a sentence and a name of things.
        let sure = names().sure.contains(word.folded.as_str()) || word.folded.contains('-');
        (sure || !NEVER_ALONE.contains(&word.folded.as_str())).then_some(end)
    }

    /// « Mme Le Goff », « famille Dupont »; « Mme Éliane » names nobody.
    fn titled(&self, at: usize) -> Option<usize> {
        let word = self.word(at)?;
        let title = word.folded.as_str();
        let family = FAMILY.contains(&title);
        if !family && !TITLES.contains(&title) {
            return None;
        }
        let short = ["m", "mm", "mr", "dr"].contains(&title);
        let dot = self.words.gap(at + 1).trim() == ".";
        // « la lettre M » is no title: « M. » is. A full stop ends a sentence after a whole word.
        let doubtful = if short { !dot && (!word.capital || title == "m") } else { dot && title.len() > 4 };
        if doubtful {
            return None;
        }
        let next = at + 1;
        if !(self.words.joined(next) || dot) {
            return None;
        }
        if self.is_name(next) && !family {
            return self.surname(next + 1, true);
        }
        self.surname_at(next, false)
    }

    /// « s’appelle Yannig Kerboul »
    fn called(&self, at: usize) -> Option<usize> {
        let word = self.word(at)?;
        if !CALLED.contains(&word.folded.as_str()) || !self.words.joined(at + 1) {
            return None;
        }
        self.word(at + 1).filter(|word| word.capital && !self.is_place(at + 1))?;
        self.surname(at + 2, false)
    }

    /// « Yannig KERBOUL », « KERBOUL Yannig »
    fn shouted(&self, at: usize) -> Option<usize> {
        let (word, next) = (self.word(at)?, self.word(at + 1)?);
        if !self.words.joined(at + 1) {
            return None;
        }
        let loud = |at: usize, least: usize| {
            let word = self.words.get(at)?;
            let letters = &self.text[word.range.clone()];
            let loud = word.shouted && letters.chars().count() >= least;
            (loud && !ACRONYMS.contains(&letters) && !self.is_place(at)).then_some(())
        };
        let name = |word: &TextWord| word.capital && !word.shouted && word.folded.len() > 2;
        if name(word) && !self.words.begins(at) && !self.is_place(at) && loud(at + 1, 4).is_some()
            || name(next) && self.is_name(at + 1) && loud(at, 5).is_some()
        {
            return Some(at + 1);
        }
        None
    }

    /// The last word of a surname that begins at `at`, right after a name.
    fn surname(&self, at: usize, initial: bool) -> Option<usize> {
        self.words.joined(at).then(|| self.surname_at(at, initial)).flatten()
    }

    fn surname_at(&self, at: usize, initial: bool) -> Option<usize> {
        let word = self.word(at)?;
        let follows = |at: usize| {
            self.words.elided(at) && self.word(at).is_some_and(|word| word.capital && !self.is_acronym(at))
        };
        // « Marie de Kersauson », but « Éliane de Landerneau » and « Éliane, du CLIC ».
        if ["de", "d", "von", "van"].contains(&word.folded.as_str()) && !word.capital {
            let more = usize::from(self.words.get(at + 1).is_some_and(|w| w.folded == "la" && !w.capital));
            let last = at + 1 + more;
            return (follows(last) && !self.is_place(last)).then_some(last);
        }
        if !word.capital {
            return None;
        }
        if ["le", "la", "l", "du", "de", "des", "van", "von", "ben", "el", "al", "ar", "an"]
            .contains(&word.folded.as_str())
        {
            return follows(at + 1).then_some(at + 1);
        }
        if word.folded.len() == 1 {
            let dot = self.words.gap(at + 1).starts_with('.');
            return (initial && dot).then_some(at);
        }
        // « Éliane Kerboul »; an acronym is an office.
        (!self.is_acronym(at)).then_some(at)
    }

    fn is_acronym(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| ACRONYMS.contains(&&self.text[word.range.clone()]))
    }

    /// The name of a territory: where somebody lives, not what they are called.
    fn is_place(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| places().contains(word.folded.as_str()))
    }
}

/// Whether a word, without accents, is a first name and nothing else: « jean-pierre » too.
pub fn is_first_name(word: &str) -> bool {
    let sure = |part: &str| names().sure.contains(part);
    word.split('-').all(|part| sure(part) || names().maybe.contains(part)) && word.split('-').any(sure)
}

/// Whether it is a first name, and a word of the language as well.
pub fn is_doubtful_name(word: &str) -> bool {
    names().maybe.contains(word) && word != "france"
}

/// Whether the name of a person after that word is the name of a place: « médiathèque Jean Moulin », « Saint Martin ».
pub fn names_a_place(word: &str) -> bool {
    PLACES.contains(&word)
}

/// Whether a word is the name of a territory.
pub fn is_place(word: &str) -> bool {
    places().contains(word)
}

/// Communes, départements, régions of one word.
fn places() -> &'static BTreeSet<String> {
    static ALL: OnceLock<BTreeSet<String>> = OnceLock::new();
    ALL.get_or_init(|| {
        let france = france();
        let communes = france.communes().iter().map(|commune| commune.name);
        let wide =
            france.departements().iter().map(|d| d.name).chain(france.regions().iter().map(|r| r.name));
        communes.chain(wide).map(fold).filter(|name| !name.contains(' ')).collect()
    })
}
