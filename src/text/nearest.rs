//! « Vouliez-vous dire … ? »

use super::fold;

/// The candidate most like `word`, when one is near enough to be worth proposing.
///
/// Near enough: after folding, at most a third of the letters differ (Damerau–Levenshtein), or one word
/// begins with the other. Ties go to the first candidate, so the answer does not depend on chance.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word).replace(['-', ' '], "_");
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let folded = fold(candidate).replace(['-', ' '], "_");
            let distance = strsim::damerau_levenshtein(&word, &folded);
            let prefix = word.len() >= 4
                && (folded.starts_with(&word) || word.starts_with(&folded))
                && folded.len() >= 4;
            (distance <= allowed || prefix).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The only candidate that is the word but for one slip: a letter too many, missing, another or exchanged with its neighbour;
/// accents, capitals and hyphens aside. Short words are near too many others: they have no slip.
#[must_use]
pub fn slip_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word).replace(['-', ' '], "_");
    let allowed = usize::from(word.chars().count() >= 5);
    let mut near = candidates.into_iter().filter(|candidate| {
        strsim::damerau_levenshtein(&word, &fold(candidate).replace(['-', ' '], "_")) <= allowed
    });
    let only = near.next()?;
    near.next().is_none().then_some(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 4] = ["titre", "numero", "dit_aussi", "telephone"];

    #[test]
    fn a_slip_is_certain_when_nothing_else_is_near() {
        for (word, expected) in [
            ("titer", Some("titre")),
            ("Titre", Some("titre")),
            ("titr\u{e9}", Some("titre")),
            ("titree", Some("titre")),
            ("dit-aussi", Some("dit_aussi")),
            ("Dit aussi", Some("dit_aussi")),
            ("tElEphone", Some("telephone")),
            ("telepone", Some("telephone")),
            ("numro", Some("numero")),
            ("telefone", None),
            ("tel", None),
            ("titl", None),
            ("nombre", None),
        ] {
            assert_eq!(slip_of(word, KEYS), expected, "{word}");
        }
        assert_eq!(slip_of("mots", ["mot", "mots_cles"]), None, "a short word");
        assert_eq!(slip_of("horaire", ["horaires", "horairs"]), None, "two are as near");
    }

    #[test]
    fn a_slip_finds_its_word() {
        assert_eq!(nearest("titer", KEYS), Some("titre"));
        assert_eq!(nearest("téléphone", KEYS), Some("telephone"));
        assert_eq!(nearest("dit-aussi", KEYS), Some("dit_aussi"));
    }

    #[test]
    fn another_word_finds_nothing() {
        assert_eq!(nearest("couleur", KEYS), None);
    }
}
