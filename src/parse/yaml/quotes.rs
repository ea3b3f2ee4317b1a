//! Quotation marks that YAML and a French hand do not read alike.

/// Where the quotation mark that begins a value is closed on the same line.
fn close_of(value: &str) -> Option<usize> {
    let mark = value.chars().next()?;
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = letters.next() {
        if mark == '"' && c == '\\' {
            letters.next();
        } else if c == mark {
            if mark == '\'' && letters.peek().is_some_and(|(_, next)| *next == mark) {
                letters.next();
            } else {
                return Some(at);
            }
        }
    }
    None
}

/// Whether a value begins with a quotation mark that its line does not close.
pub(super) fn is_open(value: &str) -> bool {
    value.starts_with(['"', '\'']) && close_of(value).is_none()
}

/// The words of a value that begins with a quotation mark and goes on after the one that closes it, without either;
/// and whether only a comma goes on.
pub(super) fn after_quote(value: &str) -> Option<(String, bool)> {
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let close = close_of(value)?;
    let after = value[close + 1..].trim();
    if after.is_empty() || after.starts_with(['#', ']', '}', ':']) {
        return None;
    }
    if after == "," || after == ";" {
        return Some((value[1..close].to_owned(), true));
    }
    let words = if mark == '\'' {
        value.trim_matches('\'').replace("''", "'")
    } else {
        french(&value.replace("\\\"", "\""))
    };
    Some((words, false))
}

/// "Mairie" de Landerneau: French has quotation marks of its own. A pair around everything is YAML's.
fn french(value: &str) -> String {
    let letters: Vec<char> = value.chars().collect();
    let mut depth = 0_usize;
    // For each letter: whether it opens, or closes, and how deep.
    let marks: Vec<Option<(bool, usize)>> = letters
        .iter()
        .enumerate()
        .map(|(at, c)| {
            if *c != '"' {
                return None;
            }
            let before = at.checked_sub(1).and_then(|at| letters.get(at));
            let after = letters.get(at + 1);
            let starts = before
                .is_none_or(|c| c.is_whitespace() || "([«’'".contains(*c) || *c == '"' && depth > 0)
                && after.is_some_and(|c| !c.is_whitespace() && !",.;:!?)]".contains(*c))
                && !(before == Some(&'"') && marks_close(&letters, at));
            if starts || depth == 0 {
                depth += 1;
                Some((true, depth))
            } else {
                depth -= 1;
                Some((false, depth + 1))
            }
        })
        .collect();
    // Pairs that hold all the rest say nothing.
    let around = (0..letters.len() / 2)
        .take_while(|at| {
            let own = at + 1;
            let (first, last) = (marks[*at], marks[letters.len() - 1 - at]);
            let inner = &marks[at + 1..letters.len() - 1 - at];
            first == Some((true, own))
                && last == Some((false, own))
                && !inner.iter().flatten().any(|mark| mark.1 == own)
        })
        .count();
    // The mark that opens the value, and that nothing closes, is YAML's as well.
    let alone = usize::from(around == 0 && depth > 0);
    let kept = around.max(alone)..letters.len() - around;
    let words: String = letters[kept.clone()]
        .iter()
        .zip(&marks[kept])
        .map(|(c, mark)| match mark {
            Some((true, _)) => "« ".to_owned(),
            Some((false, _)) => " »".to_owned(),
            None => c.to_string(),
        })
        .collect();
    words.replace(" »", "\u{0}").replace(" \u{0}", " »").replace('\u{0}', " »").trim().to_owned()
}

/// Whether a mark that follows another belongs to a run that closes: letters stand before the run.
fn marks_close(letters: &[char], at: usize) -> bool {
    letters[..at].iter().rev().find(|c| **c != '"').is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_quotation_marks_become_french_ones() {
        for (value, words) in [
            (r#""Mairie" de Landerneau"#, "« Mairie » de Landerneau"),
            (r#""Mairie de "L"""#, "Mairie de « L »"),
            (r#""Mairie de "L" et de "M"""#, "Mairie de « L » et de « M »"),
            (r#""La "mairie" de L""#, "La « mairie » de L"),
            (r#"""Mairie"""#, "Mairie"),
            (r#""""Mairie""""#, "Mairie"),
            (r#"""Mairie" de L""#, "« Mairie » de L"),
            (r#""Oui" puis "Non""#, "« Oui » puis « Non »"),
            (r#""Oui", puis "Non""#, "« Oui », puis « Non »"),
            (r#""Oui" ou "Non" ?"#, "« Oui » ou « Non » ?"),
            (r#""Mairie"."#, "« Mairie »."),
            (r#""L’"accueil" du soir""#, "L’« accueil » du soir"),
            (r#""Touchez ("Oui") ici""#, "Touchez (« Oui ») ici"),
            ("'Mairie de l'Hôpital'", "Mairie de l'Hôpital"),
            (r#""Mairie","#, "Mairie"),
            (r#""Mairie" ;"#, "Mairie"),
        ] {
            assert_eq!(after_quote(value).map(|(words, _)| words).as_deref(), Some(words), "{value}");
        }
        for good in
            [r#""Mairie""#, r#""Mairie" # x"#, r#""a \" b""#, "'l''été'", "\"Mairie", "Mairie \"L\"", ""]
        {
            assert_eq!(after_quote(good), None, "{good}");
        }
    }
}
