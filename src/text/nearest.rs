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

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 4] = ["titre", "numero", "dit_aussi", "telephone"];

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
