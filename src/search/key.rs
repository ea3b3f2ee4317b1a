//! What all the ways of writing one name have in common.

use crate::text::fold;

/// The words of a text without accents, capitals or signs, with the short forms of addresses written out:
/// « St-Divy » and « SAINT DIVY » give `saint`, `divy`. What follows CEDEX is the sorting office's, and falls.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let all: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let kept = all.iter().position(|word| *word == "cedex").unwrap_or(all.len());
    let inside = |at: usize| at > 0 && at + 1 < kept;
    all[..kept]
        .iter()
        .enumerate()
        .map(|(at, &word)| match word {
            "st" => "saint",
            "ste" => "sainte",
            "sts" => "saints",
            "stes" => "saintes",
            // « Villeneuve s/ Lot »
            "s" if inside(at) => "sur",
            other => other,
        })
        .map(str::to_owned)
        .collect()
}

/// Those words in one: whether a name is written with spaces, hyphens or apostrophes no longer shows.
#[must_use]
pub fn key(text: &str) -> String {
    words(text).concat()
}

#[cfg(test)]
mod tests {
    use super::key;
    use crate::territory::france;

    /// The same list is read by the browser tests, for the script.
    const EXAMPLES: &str = include_str!("../../tests/search/keys.json");

    #[test]
    fn keys_are_those_of_the_shared_examples() {
        let examples: Vec<(String, String)> = serde_json::from_str(EXAMPLES).unwrap();
        assert!(examples.len() > 20);
        for (written, wanted) in examples {
            assert_eq!(key(&written), wanted, "{written}");
        }
    }

    #[test]
    fn every_commune_has_a_key_and_no_name_is_taken_for_a_short_form() {
        for commune in france().communes() {
            let letters = crate::text::slug(commune.name).replace('-', "");
            assert_eq!(key(commune.name), letters, "{commune:?}");
            assert!(!letters.is_empty());
        }
    }
}
