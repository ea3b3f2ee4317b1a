//! Stars that belong to the words: codes to dial (`*21*`), products (`3*4*5`).

use std::ops::Range;

/// The signs beside an emphasis, and its mark.
pub struct Flanks {
    pub before: Option<char>,
    pub mark: char,
    pub after: Option<char>,
}

/// What stands around the emphasis at `place`.
pub fn around(text: &str, place: &Range<usize>) -> Flanks {
    Flanks {
        before: text.get(..place.start).and_then(|before| before.chars().next_back()),
        mark: text.get(place.start..).and_then(|here| here.chars().next()).unwrap_or('*'),
        after: text.get(place.end..).and_then(|after| after.chars().next()),
    }
}

/// The mark, when it is part of what is written and no emphasis: digits alone stand between, or a digit touches it
/// from outside.
pub fn of_code(words: &str, around: &Flanks) -> Option<char> {
    let only_code = words.contains(|c: char| c.is_ascii_digit())
        && words.chars().all(|c| c.is_ascii_digit() || "#*+_ \u{a0}\u{202f}".contains(c));
    let touches = [around.before, around.after].into_iter().flatten().any(|c| c.is_ascii_digit() || c == '#');
    (only_code || around.mark == '*' && touches).then_some(around.mark)
}

/// Whether `**` stands in a text as a mark: three stars alone between spaces, once, are a sign of their own.
pub fn are_left(text: &str) -> bool {
    let mut words = text.split_whitespace().filter(|word| word.contains("**"));
    let first = words.next();
    let alone =
        first.is_some_and(|word| word.len() > 2 && word.bytes().all(|b| b == b'*')) && words.next().is_none();
    first.is_some() && !alone
}

/// A line with its bold as Markdown wants it; `None` when a pair misses its other half.
pub fn repaired(line: &str) -> Option<String> {
    let parts: Vec<&str> = line.split("**").collect();
    if parts.len().is_multiple_of(2) {
        return None;
    }
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at % 2 == 0 {
            // A letter may not touch a mark that a sign follows inside: « **« Oui »**puis ».
            let before = at.checked_sub(1).and_then(|at| parts.get(at)).map(|part| part.trim());
            let after = parts.get(at + 1).map(|part| part.trim());
            let ends_in_sign = before.is_some_and(|part| part.ends_with(is_sign));
            let begins_with_sign = after.is_some_and(|part| part.starts_with(is_sign));
            if ends_in_sign && part.starts_with(char::is_alphanumeric) {
                out.push(' ');
            }
            // The space that stood inside goes outside.
            let inner_end = at
                .checked_sub(1)
                .and_then(|at| parts.get(at))
                .is_some_and(|p| p.ends_with(char::is_whitespace));
            if inner_end && part.starts_with(char::is_alphanumeric) && !out.ends_with(' ') {
                out.push(' ');
            }
            out.push_str(part);
            let inner_start = parts.get(at + 1).is_some_and(|p| p.starts_with(char::is_whitespace));
            if (begins_with_sign || inner_start) && part.ends_with(char::is_alphanumeric) {
                out.push(' ');
            }
        } else {
            let words = part.trim();
            if words.is_empty() {
                return None;
            }
            out.push_str("**");
            out.push_str(words);
            out.push_str("**");
        }
    }
    (out != line).then(|| out.trim().to_owned())
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_products_are_told_from_emphasis() {
        let of = |before: &str, words: &str, after: &str| {
            let around =
                Flanks { before: before.chars().next_back(), mark: '*', after: after.chars().next() };
            of_code(words, &around).is_some()
        };
        for (before, words, after) in [
            ("", "21", ""),
            ("le ", "21", " puis"),
            ("", "21", "0612345678#"),
            ("#", "62", "#"),
            ("3", "4", "5"),
            ("2", "3 et 4", "5"),
            ("(", "144#", ")"),
            ("", "31#", ""),
            ("", "61 10", ""),
        ] {
            assert!(of(before, words, after), "{before}*{words}*{after}");
        }
        for (before, words, after) in [
            ("", "ici", ""),
            ("un ", "mot", "s"),
            ("« ", "12 rue", " »"),
            ("", "Le 15", "."),
            ("l’", "étape 2", ","),
        ] {
            assert!(!of(before, words, after), "{before}*{words}*{after}");
        }
    }

    #[test]
    fn bold_is_repaired_where_it_is_wrong() {
        for (line, good) in [
            ("Touchez **« Oui »**puis attendez.", "Touchez **« Oui »** puis attendez."),
            ("Touchez**« Oui »** puis.", "Touchez **« Oui »** puis."),
            ("appuyez ** ici**", "appuyez **ici**"),
            ("appuyez **ici ** puis", "appuyez **ici** puis"),
            ("appuyez ** ici ** puis", "appuyez **ici** puis"),
            ("appuyez **ici **puis", "appuyez **ici** puis"),
            ("**Oui**, **non **.", "**Oui**, **non**."),
            ("**\u{a0}Oui** puis", "**Oui** puis"),
            ("**Oui !**Puis", "**Oui !** Puis"),
        ] {
            assert_eq!(repaired(line).as_deref(), Some(good), "{line}");
        }
        for line in ["**Oui", "Oui**", "**Oui** et **non", "****"] {
            assert_eq!(repaired(line), None, "{line}");
        }
    }
}
