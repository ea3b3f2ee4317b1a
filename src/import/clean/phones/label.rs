//! What the words around a number say of it: a fax, a telephone, an extension, whose it is.

use super::FigureRun;
use crate::import::clean::says_nothing;
use crate::import::people;

/// What the words around a number say of it.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that may stand there or not")]
pub(super) struct Label {
    pub fax: bool,
    pub telephone: bool,
    /// « poste », « touche »: the figures that follow are dialled after.
    pub extension: bool,
    /// Nothing but « et », « ou », a sign.
    pub is_and: bool,
    /// « pas de fax », « fax : idem », « et fax »: words of a fax that do not make the number before one.
    pub other: bool,
}

impl Label {
    /// Whether the number before these words is a fax and nothing else.
    pub fn is_of_a_fax(&self) -> bool {
        self.fax && !self.telephone && !self.other
    }
}

/// Whether a description is that of a fax and of no telephone.
#[must_use]
pub fn says_fax(text: &str) -> bool {
    label(text).is_of_a_fax()
}

const FAX: [&str; 13] = [
    "facs", "fx", "f", "tcp", "telec", "telecop", "tlc", "tlcp", "tcopie", "tcop", "telcop", "telc",
    "copieur",
];
/// Beginnings of longer words for it.
const FAX_STEMS: [&str; 4] = ["fax", "telecopi", "telefax", "facsimile"];
/// Words after which a fax is none, or is a telephone too.
const OTHER: [&str; 13] =
    ["pas", "sans", "aucun", "plus", "idem", "id", "meme", "aussi", "egalement", "panne", "et", "ou", "non"];
const TELEPHONE: [&str; 14] = [
    "tel",
    "telephone",
    "telephones",
    "tels",
    "phone",
    "t",
    "tph",
    "fixe",
    "std",
    "standard",
    "portable",
    "mobile",
    "gsm",
    "port",
];
const EXTENSION: [&str; 21] = [
    "poste",
    "postes",
    "ext",
    "extension",
    "extensions",
    "interne",
    "int",
    "ligne",
    "touche",
    "touches",
    "tapez",
    "taper",
    "choix",
    "code",
    "option",
    "pst",
    "p",
    "x",
    "puis",
    "bip",
    "faire",
];
/// Words that only say that a number follows.
const EMPTY: [&str; 9] = ["n", "no", "num", "numero", "numeros", "nos", "le", "au", "du"];

pub(super) fn label(text: &str) -> Label {
    let folded = crate::text::fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    // « Télé-copie », « tél. copie », « fac-similé » are one word.
    let split = |at: usize| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        match words[at] {
            "tele" | "tel" | "t" => next.starts_with("copi") || next == "fax" && words[at] == "tele",
            "fac" => next.starts_with("simil"),
            _ => false,
        }
    };
    let is_fax = |word: &str| FAX.contains(&word) || FAX_STEMS.iter().any(|stem| word.starts_with(stem));
    let fax = (0..words.len()).find(|at| is_fax(words[*at]) || split(*at));
    let telephone = (0..words.len()).any(|at| TELEPHONE.contains(&words[at]) && !split(at));
    // « fax : » with no number after it is an empty place of a form, or says « idem ».
    let after = text.rsplit_once([':', '=']).map(|(_, after)| after.trim_matches(['(', ')', ' ']));
    let empty = fax.is_some() && after.is_some_and(says_nothing);
    let pressed = folded.trim().trim_start_matches(['(', ',', ' ', '-']) == "#";
    Label {
        fax: fax.is_some(),
        telephone,
        extension: pressed || words.iter().rev().take(2).any(|word| EXTENSION.contains(word)),
        is_and: !pressed && words.iter().all(|word| ["et", "ou", "a", "puis", "&"].contains(word)),
        other: empty || words.iter().any(|word| OTHER.contains(word)),
    }
}

/// What the words of a number say more than « téléphone ».
#[derive(Debug, Default)]
pub(super) struct LabelSaid {
    /// Shown beside the number.
    pub text: Option<String>,
    pub is_too_long: bool,
    /// Never shown.
    pub is_about_somebody: bool,
}

/// The words of a number that say more than « téléphone », and name nobody.
pub(super) fn note(run: &FigureRun) -> LabelSaid {
    let one = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        let words: Vec<String> =
            crate::text::fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        let empty = words.iter().all(|word| {
            word.is_empty()
                || TELEPHONE.contains(&word.as_str())
                || EMPTY.contains(&word.as_str())
                || FAX.contains(&word.as_str())
                || FAX_STEMS.iter().any(|stem| word.starts_with(stem))
                || ["et", "ou", "puis"].contains(&word.as_str())
        });
        // « 16S »: a letter glued to figures is no word.
        let glued = text.chars().count() == 1;
        if empty || glued { String::new() } else { text.to_owned() }
    };
    let text = [one(&run.before), one(&run.after)].join(" ");
    let text = text.trim();
    let is_about_somebody = people::names_somebody(text);
    let is_too_long = text.len() >= 60;
    let shown = !text.is_empty() && !is_too_long && !is_about_somebody;
    LabelSaid { text: shown.then(|| text.to_owned()), is_too_long, is_about_somebody }
}
