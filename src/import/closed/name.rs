//! Marks of an end in the name of a service, and what only looks like one: a farm, a closed centre.

use super::WORDS;
use super::told::is_told;
use crate::text::{fold, is_month};

/// The name without its mark: « Les Chênes (FERMÉ) », « FERMÉ - Les Chênes ».
#[must_use]
pub fn marked(name: &str) -> Option<String> {
    let name = name.trim_start_matches(['*', ' ', '!']);
    for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
        let Some((before, rest)) = name.split_once(open) else { continue };
        let Some((inside, after)) = rest.split_once(close) else { continue };
        if is_a_mark(inside) {
            return Some(tidy(&format!("{before} {after}")));
        }
    }
    for sign in [" - ", " – ", " — ", " : ", ": ", " / ", "***", "**", ", "] {
        if let Some((first, rest)) = name.split_once(sign)
            && is_a_mark(first)
        {
            return Some(tidy(rest));
        }
        if let Some((rest, last)) = name.rsplit_once(sign)
            && is_a_mark(last)
        {
            return Some(tidy(rest));
        }
    }
    let folded = fold(name);
    for end in [
        " definitivement ferme",
        " definitivement fermee",
        " ferme definitivement",
        " fermee definitivement",
        " n'existe plus",
    ] {
        if let Some(kept) = folded.replace('’', "'").strip_suffix(end) {
            let letters = kept.chars().count();
            return Some(tidy(&name.chars().take(letters).collect::<String>()));
        }
    }
    beside(name)
}

/// Words of an end that nothing parts from the name: « Les Chênes FERMÉ depuis 2023 », « À SUPPRIMER Les Chênes ».
fn beside(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| folded_word(word)).collect();
    let kept = |words: &[&str]| Some(tidy(&words.join(" "))).filter(|name| !name.is_empty());
    for at in 0..words.len() {
        let (before, rest) = (&words[..at], &folded[at + 1..]);
        if !is_shut(words[at]) && words[at] != "FERME" || !is_dated(rest, is_shut(words[at])) {
            continue;
        }
        if at > 0 {
            return kept(before);
        }
        let year = folded.iter().position(|word| is_a_year(word))?;
        return kept(&words[year + 1..]);
    }
    for (first, length) in
        [(0, 1), (0, 2), (0, 3), (words.len().saturating_sub(1), 1), (words.len().saturating_sub(2), 2)]
    {
        let (Some(mark), Some(said)) = (words.get(first..first + length), folded.get(first..first + length))
        else {
            continue;
        };
        let rest: Vec<&str> = words[..first].iter().chain(&words[first + length..]).copied().collect();
        let next = folded.get(first + length..).unwrap_or_default();
        let is_mark = match &said.join(" ")[..] {
            "ferme" | "fermee" => {
                let of_prison = first > 0
                    && ["educatif", "milieu", "circuit", "ouvert", "et"]
                        .contains(&folded[first - 1].as_str());
                is_shut(mark[0]) && !of_prison && !is_when(next)
            }
            "archive" | "supprime" | "desactive" => {
                mark[0].to_lowercase().ends_with('é')
                    || rest.iter().any(|word| has_small(word)) && !has_small(mark[0])
            }
            "archivee" | "supprimee" | "desactivee" | "inactif" | "inactive" | "obsolete" | "dissous"
            | "dissoute" | "radie" | "radiee" | "a supprimer" | "ne plus utiliser" | "ne pas utiliser" => {
                true
            }
            _ => false,
        };
        if is_mark && !rest.is_empty() {
            return kept(&rest);
        }
    }
    None
}

/// Whether a name may say an end, or be that of a farm, or of a place that opens again: a person must read it.
#[must_use]
pub fn is_doubtful(name: &str) -> bool {
    if marked(name).is_some() {
        return false;
    }
    let folded = fold(name);
    let for_a_time = ["temporairement", "provisoirement", "momentanement", "pour travaux", "jusqu"];
    let is_shut_once =
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| ["ferme", "fermee"].contains(&word));
    if is_shut_once && for_a_time.iter().any(|words| folded.contains(words)) {
        return true;
    }
    let parts: Vec<&str> = [" - ", " – ", " — ", ", ", " / ", "(", ")", "[", "]"]
        .iter()
        .fold(vec![name], |parts, sign| parts.iter().flat_map(|part| part.split(sign)).collect());
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.iter().skip(1).any(|part| fold(part) == "ferme") || parts.len() > 1 && parts[0] == "ferme" {
        return true;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let farm = |before: &str| {
        [
            "la", "une", "de", "des", "du", "notre", "ma", "mini", "vieille", "petite", "grande", "en", "et",
            "a", "educatif", "milieu",
        ]
        .contains(&before)
            || before.ends_with("l'")
            || before.ends_with("d'")
    };
    match &words[..] {
        [.., before, last] if tidy(last) == "FERME" => !farm(&folded_word(before)),
        ["FERME", next, ..] => {
            let is_small = next.chars().next().is_some_and(char::is_lowercase);
            !is_small && words[1..].iter().any(|word| has_small(word))
        }
        _ => false,
    }
}

fn folded_word(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')).replace('’', "'")
}

/// « fermé », « FERMÉE »: with its accent, or in capitals where a farm could not be.
fn is_shut(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let small = bare.to_lowercase();
    small == "fermé" || small == "fermée" || bare == "FERMEE"
}

fn has_small(word: &str) -> bool {
    word.chars().any(char::is_lowercase)
}

fn is_a_year(word: &str) -> bool {
    word.get(word.len().saturating_sub(4)..)
        .is_some_and(|end| end.starts_with("20") && end.bytes().all(|b| b.is_ascii_digit()))
        && word.len() >= 4
}

/// Whether words after « fermé » date an end, once and for good.
fn is_dated(rest: &[String], sure: bool) -> bool {
    let has_year = rest.iter().any(|word| is_a_year(word));
    let is_weekly =
        rest.iter().any(|word| is_a_day(word)) || rest.iter().any(|word| word.starts_with("jusqu"));
    let first = |at: usize| rest.get(at).map(String::as_str).unwrap_or_default();
    let begins = match first(0) {
        "depuis" => sure || has_year,
        "definitivement" => true,
        "le" | "au" | "en" | "courant" | "fin" => has_year,
        "a" => ["compter", "partir"].contains(&first(1)) && (sure || has_year),
        _ => false,
    };
    begins && !is_weekly
}

fn is_a_day(word: &str) -> bool {
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        .contains(&word.trim_end_matches('s'))
}

/// Whether words begin with a day or a season: « fermé le lundi », « fermé en août ».
fn is_when(words: &[String]) -> bool {
    let of = |word: &String| {
        is_a_day(word)
            || is_month(word)
            || ["matin", "midi", "travaux", "conges", "vacances", "ete", "hiver"].contains(&word.as_str())
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let small = |word: &String| {
        [
            "le",
            "la",
            "les",
            "du",
            "au",
            "en",
            "pour",
            "apres",
            "l",
            "temporairement",
            "provisoirement",
            "momentanement",
        ]
        .contains(&word.as_str())
            || word.starts_with("jusqu")
    };
    words.first().is_some_and(|word| of(word) || word.starts_with("jusqu") || word.ends_with("ement"))
        || words.first().is_some_and(small) && words.get(1).is_some_and(of)
}

fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "-–—:*/,".contains(c));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether those words, apart from the name, say the end. A farm is « ferme », without accent and in small letters.
fn is_a_mark(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some((first, rest)) = text.split_once(' ')
        && (is_shut(first) || first == "FERME")
    {
        let rest: Vec<String> = rest.split_whitespace().map(folded_word).collect();
        if is_dated(&rest, is_shut(first)) {
            return true;
        }
    }
    let folded = fold(text).replace('’', "'");
    match folded.as_str() {
        "ferme" => text.to_lowercase().contains('é') || text.chars().all(char::is_uppercase),
        "off" | "f" | "c" | "hs" | "fini" | "close" | "clos" | "archive" | "ancien" | "ancienne"
        | "liquide" => {
            text.len() > 2
                && (text.chars().all(char::is_uppercase)
                    || ["ancien", "ancienne", "clos", "archive"].contains(&folded.as_str()))
        }
        word => WORDS.contains(&word) || is_told(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_in_the_name_is_no_part_of_it() {
        for name in [
            "Les Chênes (FERMÉ)",
            "Les Chênes (fermé)",
            "Les Chênes [FERME]",
            "Les Chênes (Fermée)",
            "(FERMÉ) Les Chênes",
            "FERMÉ - Les Chênes",
            "Les Chênes - FERMÉ",
            "Les Chênes – fermé définitivement",
            "Les Chênes (n’existe plus)",
            "Les Chênes (définitivement fermé)",
            "Les Chênes (ancien)",
            "*** FERMÉ *** Les Chênes",
            "Les Chênes : fermé",
            "Les Chênes (OFF)",
            "Les Chênes (supprimé)",
            "Les Chênes fermé définitivement",
            "Les Chênes, fermé",
            "Les Chênes (inactif)",
            "Les Chênes (à supprimer)",
            "Les Chênes (CLOS)",
            "Les Chênes FERMÉ depuis 2023",
            "Les Chênes fermé depuis le 1er mars",
            "Les Chênes FERME depuis 2023",
            "Les Chênes FERMÉ",
            "Les Chênes fermé",
            "Les Chênes FERMEE",
            "Les Chênes FERMÉ le 31/12/2023",
            "Les Chênes fermé en 2023",
            "Les Chênes (fermé en 2023)",
            "Les Chênes [FERMÉ le 31/12/2023]",
            "Les Chênes fermé au 31 décembre 2023",
            "FERMÉ Les Chênes",
            "Fermée Les Chênes",
            "FERMÉ DEPUIS 2023 Les Chênes",
            "À SUPPRIMER Les Chênes",
            "A SUPPRIMER Les Chênes",
            "Les Chênes à supprimer",
            "SUPPRIMÉ Les Chênes",
            "SUPPRIME Les Chênes",
            "ARCHIVÉ Les Chênes",
            "Les Chênes INACTIF",
            "NE PLUS UTILISER Les Chênes",
        ] {
            assert_eq!(marked(name).as_deref(), Some("Les Chênes"), "{name}");
        }
        for name in [
            "Les Chênes",
            "La Ferme",
            "La Ferme des Chênes",
            "Les Chênes (ferme)",
            "Espace ferme - Les Chênes",
            "Ancienne mairie",
            "Les Chênes (mairie)",
            "Maison fermière",
            "Centre fermé le lundi",
            "Le Clos",
            "Les Chênes - Le Clos des Pins",
            "Archives (dépôt)",
            "LA FERME DU PARC",
            "Centre éducatif fermé",
            "CENTRE ÉDUCATIF FERMÉ",
            "Service milieu fermé",
            "Archives municipales",
            "Fermé le lundi - Les Chênes",
            "Les Chênes fermé le lundi",
            "Les Chênes fermé en août",
            "Les Chênes fermé du 3 au 5 mai 2026",
            "Ferme depuis 1850",
            "Ferme de Kerouzien",
        ] {
            assert_eq!(marked(name), None, "{name}");
        }
    }

    #[test]
    fn what_may_be_an_end_or_a_farm_is_read_by_a_person() {
        for name in [
            "FERME Les Chênes",
            "Les Chênes FERME",
            "LES CHENES FERME",
            "Les Chênes (ferme)",
            "Les Chênes (Ferme)",
            "Les Chênes - ferme",
            "Les Chênes fermé temporairement",
            "FERMÉ TEMPORAIREMENT Les Chênes",
            "Les Chênes (fermé pour travaux)",
            "Les Chênes, fermé jusqu’en 2027",
        ] {
            assert!(is_doubtful(name) && marked(name).is_none(), "{name}");
        }
        for name in [
            "Les Chênes",
            "La Ferme",
            "LA FERME",
            "FERME de Kerouzien",
            "FERME PÉDAGOGIQUE",
            "LES AMIS DE LA FERME",
            "La Ferme des Chênes",
            "Espace ferme - Les Chênes",
            "Ferme - Les Chênes",
            "CENTRE EDUCATIF FERME",
            "Centre fermé le lundi",
            "Maison fermière",
            "FERMÉ - Les Chênes",
        ] {
            assert!(!is_doubtful(name), "{name}");
        }
    }
}
