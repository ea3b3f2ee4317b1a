//! Several names where YAML reads one.

use crate::diag::catalogue::yaml::in_quotes;
use crate::parse::yaml::Node;

/// The names that a line holds, as items of a list: `(visio, skype)`, `[visio] , skype`, `visio; skype`.
pub fn several(text: &str) -> Vec<String> {
    let text = if is_bracketed(text) { bare(text) } else { text };
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' | '\n' if depth == 0 => {
                names.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    names.push(&text[from..]);
    let names = names.into_iter().map(bare).filter(|name| !name.is_empty());
    // A comma within parentheses belongs to the name.
    names.map(|name| if name.contains([',', ';']) { in_quotes(name) } else { name.to_owned() }).collect()
}

/// A name without the brackets around it, or those that are alone.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
    for (open, close) in pairs {
        match (text.strip_prefix(open), text.strip_suffix(close)) {
            (Some(inside), Some(_)) => {
                let inside = inside.strip_suffix(close).unwrap_or(inside);
                if !inside.contains([open, close]) {
                    return inside.trim();
                }
            }
            (Some(inside), None) if !inside.contains(close) => return inside.trim(),
            (None, Some(inside)) if !inside.contains(open) => return inside.trim(),
            _ => {}
        }
    }
    text
}

/// Whether brackets stand around a text, or one stands alone at its end.
pub fn is_bracketed(text: &str) -> bool {
    bare(text) != text.trim()
}

/// The lines of a text that YAML joined, when each is a word or two: a list without its dashes.
pub fn one_a_line(node: &Node) -> Option<Vec<String>> {
    let lines = &node.meant.as_ref()?.words;
    let names: Vec<String> =
        lines.lines().map(|line| bare(line.trim().trim_end_matches([',', ';'])).to_owned()).collect();
    let is_name = |name: &String| {
        name.split_whitespace().count() <= 2
            && name.starts_with(char::is_lowercase)
            && !name.ends_with(['.', ':', '’', '\''])
            && !["de", "du", "des", "la", "le", "les", "et", "à", "d", "l"]
                .contains(&name.split_whitespace().last().unwrap_or_default())
    };
    (names.len() > 1 && names.iter().all(is_name)).then_some(names)
}

/// Whether an item is single words with commas between them, and no name with its place.
pub fn are_plain_words(text: &str) -> bool {
    let words: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
    let is_word = |word: &&str| {
        !word.is_empty() && word.starts_with(char::is_lowercase) && !word.contains(char::is_whitespace)
    };
    words.len() > 1 && words.iter().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_without_their_signs() {
        for (text, names) in [
            ("visio, skype", &["visio", "skype"][..]),
            ("visio; skype ;", &["visio", "skype"]),
            ("(visio, skype)", &["visio", "skype"]),
            ("{visio, skype}", &["visio", "skype"]),
            ("visio, skype]", &["visio", "skype"]),
            ("visio]", &["visio"]),
            ("(visio), (skype)", &["visio", "skype"]),
            ("mairie (accueil, état civil)", &["\"mairie (accueil, état civil)\""]),
            ("mairie (accueil), ccas", &["mairie (accueil)", "ccas"]),
            ("mairie", &["mairie"]),
            ("mairie (accueil)", &["mairie (accueil)"]),
        ] {
            assert_eq!(several(text), names, "{text}");
        }
        for good in ["mairie", "mairie (accueil)", "(la) mairie", "mairie (a) (b)", ":)", ""] {
            assert_eq!(is_bracketed(good), good == ":)", "{good}");
        }
        for bad in ["visio, skype", "visio;skype", "français, breton, anglais"] {
            assert!(are_plain_words(bad), "{bad}");
        }
        for good in [
            "visio",
            "Mairie, hôtel de ville",
            "mairie de Landerneau, Finistère",
            "Paris, Lyon",
            "a,",
            "visio skype",
        ] {
            assert!(!are_plain_words(good), "{good}");
        }
    }
}
