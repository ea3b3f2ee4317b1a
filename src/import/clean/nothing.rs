//! What forms, spreadsheets and programs write where they have nothing to say.

/// What forms and programs write for « nothing », whatever capitals, accents and signs.
#[must_use]
pub fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    // Most cells end here: each is asked several times.
    if text.len() > 60 {
        return false;
    }
    if is_a_fault_of_a_spreadsheet(text) {
        return true;
    }
    if text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = crate::text::fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        []
        | ["n", "a" | "c" | "d" | "r" | "p"]
        | ["s", "o"]
        | ["r", "a", "s"]
        | ["en", "cours" | "attente"]
        | ["en", "cours", "de", "saisie" | "mise"]
        | ["sans", "objet" | "reponse" | "information"] => return true,
        [.., "ne", "sait" | "sais", "pas"] if words.len() <= 4 => return true,
        ["information" | "donnee" | "donnees", "non" | "pas", ..] => return words.len() <= 4,
        _ => {}
    }
    let moment = words.ends_with(&["le", "moment"]);
    let is_link = |word: &&str| LINKS.contains(word) || moment && *word == "le";
    let mut words: Vec<&str> = words.into_iter().filter(|word| !is_link(word)).collect();
    // « à ce jour »
    if words.len() > 1 && words.last() == Some(&"a") {
        words.pop();
    }
    let is_column = |word: &&str| COLUMNS.contains(word);
    match words.as_slice() {
        // « Aucun frais » says something; so does « Non », of a question.
        ["aucun" | "aucune"] => true,
        ["aucun" | "aucune" | "sans" | "pas", rest @ ..]
            if !rest.is_empty() && rest.iter().all(is_column) =>
        {
            true
        }
        _ => {
            let named = words.iter().take_while(|word| is_column(word)).count();
            is_unknown(words.get(named..).unwrap_or_default(), named > 0)
        }
    }
}

/// What a form makes people type where it wants something: « 0 », « x », « non »; nothing where words are wanted.
#[must_use]
pub fn is_filler(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let all = |sign: char| bare.chars().all(|c| c == sign);
    all('0')
        // « xxx » fills a cell; a long one was written by somebody.
        || all('x') && bare.len() <= 20
        || ["non", "oui", "no", "yes", "false", "true", "faux", "vrai"].contains(&bare.as_str())
}

/// « #REF! », « #N/A », « Err:502 »: a formula that failed.
fn is_a_fault_of_a_spreadsheet(text: &str) -> bool {
    if let Some(number) = text.strip_prefix("Err:") {
        return number.bytes().all(|b| b.is_ascii_digit());
    }
    let Some(name) = text.strip_prefix('#') else { return false };
    let name = name.trim_end_matches(['!', '?', ' ']);
    FAULTS.contains(&name) && (text.ends_with(['!', '?']) || name == "N/A" || name == "N/D")
}

/// Names of failed formulas, in English and in French.
const FAULTS: [&str; 25] = [
    "REF",
    "VALUE",
    "VALEUR",
    "NOM",
    "NAME",
    "DIV/0",
    "NULL",
    "NUL",
    "NUM",
    "NOMBRE",
    "N/A",
    "N/D",
    "ERROR",
    "ERREUR",
    "SPILL",
    "PROPAGATION",
    "EPARS",
    "CALC",
    "CALCUL",
    "CHAMP",
    "FIELD",
    "BLOCKED",
    "CONNECT",
    "GETTING_DATA",
    "BUSY",
];

/// Whether those words, after the column's own name or alone, say that it is not known.
fn is_unknown(words: &[&str], named: bool) -> bool {
    match words {
        ["non" | "pas", only] => UNKNOWN.iter().any(|stem| only.starts_with(stem)),
        ["a", only] => TO_DO.contains(only),
        [only] => {
            NOTHING.contains(only)
                || named
                    && (only.starts_with("manquant")
                        || only.starts_with("absent")
                        || only.starts_with("inexistant"))
        }
        _ => false,
    }
}

/// Words that only hold others together: « pas de site pour le moment ».
const LINKS: [&str; 16] = [
    "de",
    "d",
    "du",
    "des",
    "la",
    "l",
    "les",
    "en",
    "encore",
    "ce",
    "jour",
    "pour",
    "instant",
    "moment",
    "actuellement",
    "toujours",
];

/// What columns are called.
const COLUMNS: [&str; 32] = [
    "adresse",
    "adresses",
    "postale",
    "telephone",
    "telephones",
    "tel",
    "numero",
    "numeros",
    "site",
    "sites",
    "web",
    "internet",
    "mail",
    "mails",
    "email",
    "courriel",
    "courriels",
    "electronique",
    "horaire",
    "horaires",
    "information",
    "informations",
    "renseignement",
    "renseignements",
    "donnee",
    "donnees",
    "champ",
    "valeur",
    "commentaire",
    "commentaires",
    "precision",
    "precisions",
];

/// After « à ».
const TO_DO: [&str; 10] = [
    "completer",
    "renseigner",
    "preciser",
    "definir",
    "venir",
    "confirmer",
    "determiner",
    "remplir",
    "saisir",
    "verifier",
];

const NOTHING: [&str; 37] = [
    "null",
    "none",
    "nan",
    "na",
    "nr",
    "nc",
    "nd",
    "nsp",
    "so",
    "neant",
    "inconnu",
    "inconnue",
    "inconnus",
    "inconnues",
    "rien",
    "vide",
    "nil",
    "undefined",
    "unknown",
    "tbd",
    "todo",
    "tba",
    "indisponible",
    "indetermine",
    "indeterminee",
    "empty",
    "void",
    "missing",
    "nul",
    "nulle",
    "npt",
    "ras",
    "sans",
    "idem",
    "manquant",
    "manquante",
    "ditto",
];

/// After « non » or « pas »: said, known, given…
const UNKNOWN: [&str; 18] = [
    "renseign",
    "communiqu",
    "precis",
    "dispo",
    "connu",
    "determin",
    "fourni",
    "applicable",
    "concern",
    "indiqu",
    "defini",
    "attribu",
    "saisi",
    "rempli",
    "trouve",
    "information",
    "diffus",
    "localis",
];

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING_SAID: [&str; 91] = [
        "NR",
        "nr",
        "N.R.",
        "N/R",
        "Non renseigné",
        "NON RENSEIGNÉE",
        "(non renseigné)",
        "non-renseigné",
        "non communiqué",
        "Non communiquée.",
        "néant",
        "NEANT",
        "- néant -",
        "à compléter",
        "A COMPLETER !",
        "[à compléter]",
        ".",
        "...",
        "-",
        "—",
        "?",
        "/",
        "N/A",
        "#N/A",
        "null",
        "NaN",
        "Non précisé",
        "Non disponible",
        "Pas renseigné",
        "pas d’information",
        "Sans objet",
        "S.O.",
        "Inconnu",
        "Aucun",
        "aucune",
        "Aucune information",
        "rien",
        "en cours",
        "À venir",
        "à définir",
        "ND",
        "n.d.",
        "Indisponible",
        "Information non disponible",
        "Données non communiquées",
        "non applicable",
        "undefined",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "#NOM?",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#NOMBRE!",
        "#N/A",
        "#####",
        "#ERROR!",
        "#SPILL!",
        "#PROPAGATION!",
        "Err:502",
        "Sans",
        "RAS",
        "R.A.S.",
        "Adresse inconnue",
        "Adresse non communiquée",
        "Adresse non renseignée",
        "sans adresse",
        "pas d’adresse",
        "pas de site",
        "pas de site internet",
        "Pas de site web pour le moment",
        "aucun site internet",
        "sans téléphone",
        "pas de numéro de téléphone",
        "Pas de mail",
        "Donnée manquante",
        "Information manquante",
        "champ vide",
        "Ne sait pas",
        "Je ne sais pas",
        "NSP",
        "idem",
        "Horaires inconnus",
        "horaires à définir",
        "Horaires non connus à ce jour",
        "Téléphone : néant",
        "non défini pour l’instant",
        "inconnu à ce jour",
        "manquant",
    ];

    const SOMETHING_SAID: [&str; 41] = [
        "Non",
        "oui",
        "Mairie",
        "NR 12",
        "Néant-sur-Yvel",
        "À compléter avant le 3 mai",
        "non-voyants",
        "Aucun frais à prévoir ici",
        "Aucun frais",
        "En cours de travaux",
        "Sans rendez-vous",
        "pas à pas",
        "Non-lieu",
        "Rien-ne-va",
        "12",
        "0",
        "Inconnu au bataillon",
        "A",
        "À Brest",
        "Vide-grenier",
        "Vide, le",
        "Sans-Souci",
        "Sans rendez-vous ni inscription",
        "Sans contact",
        "Adresse confidentielle",
        "Accueil sans adresse fixe",
        "Site de la mairie",
        "Adresse",
        "Horaires",
        "Pas de rendez-vous",
        "Aucun rendez-vous",
        "RAS Intérim",
        "Site indisponible le lundi",
        "Numéro vert",
        "#Numérique",
        "#ref",
        "Idem Lieu",
        "Horaires à l’accueil",
        "Erreur",
        "Mairie inconnue",
        "Pas-de-Calais",
    ];

    #[test]
    fn nothing_is_said_in_many_ways() {
        for text in NOTHING_SAID {
            assert!(says_nothing(text), "{text}");
        }
        for text in SOMETHING_SAID {
            assert!(!says_nothing(text), "{text}");
        }
    }

    #[test]
    fn a_form_makes_people_type_something() {
        for text in ["0", "00", "x", "XXX", "non", "Non.", "NON", "oui", "false", ""] {
            assert!(is_filler(text), "{text}");
        }
        for text in ["Noncey", "Non-lieu", "Ouistreham", "1", "xylophone"] {
            assert!(!is_filler(text), "{text}");
        }
    }
}
