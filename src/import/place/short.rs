//! Names cut short, as people say them: « Cherbourg » is Cherbourg-en-Cotentin, « Évry » is Évry-Courcouronnes.
//!
//! A short name fits many communes, so it never decides alone where a code could have: the caller keeps to those of the
//! postal code, and takes none when two fit.

use super::spelling::words;
use crate::territory::Commune;

/// Words that begin so many names that alone they are none: « Saint », « Mont ».
const COMMON: [&str; 36] = [
    "saint", "sainte", "saints", "saintes", "notre", "dame", "mont", "monts", "val", "vals", "pays", "pont",
    "port", "bourg", "ville", "chateau", "roche", "bois", "grand", "grande", "petit", "petite", "haut",
    "haute", "bas", "basse", "vieux", "vieille", "neuf", "neuve", "bel", "belle", "bon", "beau", "nouveau",
    "nouvelle",
];

/// Words that tie the parts of a name.
const TIES: [&str; 19] = [
    "sur", "sous", "en", "les", "lez", "le", "la", "l", "de", "du", "des", "d", "a", "au", "aux", "et",
    "pres", "dans", "devant",
];

/// Whether these are the words of a name cut short: its beginning, or its beginning and « -sur-Loire », or the second of
/// its two names.
pub(super) fn shortens(said: &str, name: &str) -> bool {
    let (said, name) = (bare(said), bare(name));
    if said.len() >= name.len() || !tells(&said) {
        return false;
    }
    begins(&said, &name) || leaves_out(&said, &name) || is_second(&said, &name)
}

/// The same for its beginning alone, words whole.
pub(super) fn is_beginning(said: &str, name: &str) -> bool {
    let (said, name) = (words(said), words(name));
    said.len() < name.len() && tells(&said) && begins(&said, &name)
}

/// Whether the commune bears, or a part of it, a name that is cut short so.
pub(super) fn is_short_for(said: &str, commune: &Commune) -> bool {
    shortens(said, commune.name) || commune.aliases().iter().any(|alias| shortens(said, alias.name))
}

fn bare(name: &str) -> Vec<String> {
    let mut words = words(name);
    if words.len() > 1 && ["le", "la", "les", "l"].contains(&words[0].as_str()) {
        words.remove(0);
    }
    words
}

fn is_tie(word: &str) -> bool {
    TIES.contains(&word)
}

/// « Saint », « La », « Mont » name nothing.
fn tells(said: &[String]) -> bool {
    said.iter().any(|word| word.len() > 2 && !is_tie(word) && !COMMON.contains(&word.as_str()))
        && said.last().is_some_and(|last| !is_tie(last))
}

fn begins(said: &[String], name: &[String]) -> bool {
    name.starts_with(said)
}

/// « Cosne-sur-Loire » for Cosne-Cours-sur-Loire.
fn leaves_out(said: &[String], name: &[String]) -> bool {
    let Some(tie) = said.iter().position(|word| is_tie(word)) else { return false };
    let (head, tail) = said.split_at(tie);
    tells(head) && name.starts_with(head) && name.ends_with(tail)
}

/// « Courcouronnes » of Évry-Courcouronnes, « Clerval » of Pays-de-Clerval.
fn is_second(said: &[String], name: &[String]) -> bool {
    match name {
        [pays, tie, rest @ ..] if pays == "pays" && is_tie(tie) => rest == said,
        [first, second] => {
            let whole = |word: &String| !is_tie(word) && !COMMON.contains(&word.as_str());
            whole(first) && whole(second) && said == std::slice::from_ref(second)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cut_short_is_known_and_a_word_of_it_is_not() {
        for (said, name) in [
            ("Évry", "Évry-Courcouronnes"),
            ("Courcouronnes", "Évry-Courcouronnes"),
            ("CHERBOURG", "Cherbourg-en-Cotentin"),
            ("Oissel", "Oissel-sur-Seine"),
            ("Trouville", "Trouville-sur-Mer"),
            ("Cosne", "Cosne-Cours-sur-Loire"),
            ("Cosne sur Loire", "Cosne-Cours-sur-Loire"),
            ("Clerval", "Pays de Clerval"),
            ("Quesnoy", "Le Quesnoy-en-Artois"),
            ("St Amand", "Saint-Amand-les-Eaux"),
            ("Aix", "Aix-les-Bains"),
            ("Sarlat", "Sarlat-la-Canéda"),
            ("Dol", "Dol-de-Bretagne"),
        ] {
            assert!(shortens(said, name), "{said}: {name}");
        }
        for (said, name) in [
            ("Saint", "Saint-Amand-les-Eaux"),
            ("La", "La Roche-de-Glun"),
            ("Le Mont", "Mont-de-Marsan"),
            ("Bourg", "Bourg-en-Bresse"),
            ("Loire", "Cosne-Cours-sur-Loire"),
            ("Seine", "Oissel-sur-Seine"),
            ("Trouvil", "Trouville-sur-Mer"),
            ("Champagne", "Châlons-en-Champagne"),
            ("Denis", "Saint-Denis"),
            ("Quevilly", "Le Grand-Quevilly"),
            ("Aix-en", "Aix-en-Provence"),
            ("Landerneau", "Landerneau"),
            ("Sulpice", "Saint-Sulpice-la-Forêt"),
            ("", "Landerneau"),
        ] {
            assert!(!shortens(said, name), "{said}: {name}");
        }
    }
}
