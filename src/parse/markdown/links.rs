//! Links that were meant, and are none: `[mots] (guide:nom)`, `(mots)[guide:nom]`, `[mots][guide:nom]`.

use super::line::is_hard;
use std::ops::Range;

/// What a link leads to begins so, in a text that speaks of nothing else.
const SCHEMES: [&str; 12] = [
    "guide:", "service:", "produit:", "mot:", "besoin:", "cas:", "commune:", "https://", "http://",
    "mailto:", "tel:", "sms:",
];

/// Bytes of a link at most, words and target.
const LONGEST: usize = 500;

/// A link that Markdown does not read, within a line.
#[derive(Debug, PartialEq, Eq)]
pub struct MeantLink {
    pub range: Range<usize>,
    /// As it should be written.
    pub good: String,
}

/// The links of a line that were meant and are none.
pub fn meant(line: &str) -> Vec<MeantLink> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = line.get(from..).and_then(|rest| rest.find(['[', '(', '`', '\\'])) {
        let start = from + at;
        let rest = line.get(start..).unwrap_or_default();
        // What is code, or was escaped, is as it is.
        if let Some(code) = rest.strip_prefix('`') {
            from = start + 1 + code.find('`').map_or(0, |end| end + 1);
            continue;
        }
        if rest.starts_with('\\') {
            from = start + 1 + rest.chars().nth(1).map_or(0, char::len_utf8);
            continue;
        }
        // No link is longer: a page of brackets costs no more than its length.
        let near = rest.get(..rest.floor_char_boundary(LONGEST)).unwrap_or(rest);
        match one(near) {
            Some((length, Some(good))) => {
                out.push(MeantLink { range: start..start + length, good });
                from = start + length;
            }
            Some((length, None)) => from = start + length,
            None => from = start + 1,
        }
    }
    out
}

/// Whether a text leads somewhere: `#nom`, `guide:nom`, an address.
pub fn is_target(text: &str) -> bool {
    let step = text.strip_prefix('#').is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    });
    let known = SCHEMES.iter().any(|scheme| {
        text.strip_prefix(scheme)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '+'))
    });
    (step || known) && !text.contains(char::is_whitespace)
}

/// The link at the beginning of a text: how long it is, and how it should be when it is badly written.
fn one(text: &str) -> Option<(usize, Option<String>)> {
    if let Some(inner) = text.strip_prefix("[[") {
        let (inner, rest) = inner.split_once("]]")?;
        let (target, words) = inner.split_once('|').unwrap_or((inner, inner));
        let (target, words) = if is_target(words.trim()) { (words, target) } else { (target, words) };
        let length = text.len() - rest.len();
        return is_target(target.trim())
            .then(|| (length, Some(format!("[{}]({})", words.trim(), target.trim()))));
    }
    let reversed = text.starts_with('(');
    let close = if reversed { ')' } else { ']' };
    let body = text.get(1..)?;
    let (words, after) = body.split_once(close)?;
    if words.contains(['[', '(']) {
        return None;
    }
    let second = after.trim_start_matches(|c| is_hard(c) || matches!(c, ' ' | ':' | '\\'));
    let gap = second.len() != after.len();
    let open = second.chars().next()?;
    let end = match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '（' => '）',
        _ => return None,
    };
    let inside = second.strip_prefix(open)?;
    let start = inside.trim_start_matches(['<', '"', '“', '”', '«', '\'', ' ', '\u{a0}', '\u{202f}']);
    let number = !reversed && open == '(' && is_number(inside.split(end).next().unwrap_or_default());
    if !number && !start.starts_with('#') && !SCHEMES.iter().any(|scheme| start.starts_with(scheme)) {
        return None;
    }
    // Without its end, a target goes to the next space.
    let (inside, rest, closed) = match inside.split_once(end) {
        Some((inside, rest)) => (inside, rest, true),
        None => {
            let rest = inside.trim_start_matches(|c: char| !c.is_whitespace());
            (inside.strip_suffix(rest)?, rest, false)
        }
    };
    // A title after the target is Markdown.
    let titled = inside
        .trim_start()
        .split_once(' ')
        .is_some_and(|(target, title)| is_target(target) && title.trim_start().starts_with(['"', '\'']));
    if titled && closed && !gap && open == '(' && !reversed {
        return Some((text.len() - rest.len(), None));
    }
    let bare = without_spaces(inside, closed);
    let target = bare.trim_matches(['<', '>', '"', '“', '”', '«', '»', '\'']);
    let target = if closed { target } else { target.trim_end_matches(['.', ',', ';']) };
    if !is_target(target) || words.trim().is_empty() {
        return None;
    }
    let length =
        if closed { text.len() - rest.len() } else { text.len() - rest.len() - (bare.len() - target.len()) };
    // An address in brackets after words in parentheses is no link: « (voir) [https://…] » is, « f(x)[1] » is not.
    let good = !reversed && !gap && open == '(' && closed;
    let inner = inside.trim_matches(' ');
    let read = good && (inner == target || inner == format!("<{target}>"));
    let words = words.trim();
    Some((length, (!read).then(|| format!("[{words}]({target})"))))
}

/// `02 98 85 43 00`: a telephone number with its spaces.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = |c: char| c.is_ascii_digit() || is_hard(c) || " .+-".contains(c);
    (10..=13).contains(&digits) && text.contains(|c: char| is_hard(c) || c == ' ') && text.chars().all(signs)
}

/// A target without its spaces; those inside an address of the web are of its name, and become `%20`.
fn without_spaces(inside: &str, closed: bool) -> String {
    let space = |c: char| is_hard(c) || c == ' ';
    let edge = |c: char| space(c) || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '\'');
    let trimmed = inside.trim_matches(edge);
    if closed && (trimmed.starts_with("https://") || trimmed.starts_with("http://")) {
        let (scheme, rest) = trimmed.split_once("//").unwrap_or(("", trimmed));
        let words: Vec<&str> = rest.split(space).filter(|word| !word.is_empty()).collect();
        return format!("{scheme}//{}", words.join("%20"));
    }
    // A name of the site has hyphens for its spaces.
    let name = SCHEMES.iter().take(6).find_map(|scheme| Some((*scheme, trimmed.strip_prefix(scheme)?)));
    if let Some((scheme, name)) = name.filter(|_| closed) {
        let words: Vec<&str> = name.split(space).filter(|word| !word.is_empty()).collect();
        return format!("{scheme}{}", words.join("-"));
    }
    if trimmed.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
        let digits = trimmed.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        return format!("tel:{}", digits.collect::<String>());
    }
    inside.chars().filter(|c| !space(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_are_none_are_found() {
        for (line, good) in [
            ("[aide] (service:x)", "[aide](service:x)"),
            ("[aide]\u{a0}(service:x)", "[aide](service:x)"),
            ("Voir [Touchez] (#toucher).", "[Touchez](#toucher)"),
            ("(aide)[service:x]", "[aide](service:x)"),
            ("(Touchez le bouton)[#toucher]", "[Touchez le bouton](#toucher)"),
            ("[aide][service:x]", "[aide](service:x)"),
            ("[aide]{service:x}", "[aide](service:x)"),
            ("[aide]<service:x>", "[aide](service:x)"),
            ("[aide]:(service:x)", "[aide](service:x)"),
            ("[aide]: (service:x)", "[aide](service:x)"),
            ("[aide](service: x)", "[aide](service:x)"),
            ("[aide](“service:x”)", "[aide](service:x)"),
            ("[aide](« service:x »)", "[aide](service:x)"),
            ("[aide](service:x", "[aide](service:x)"),
            ("[aide](service:x puis", "[aide](service:x)"),
            ("[[service:x]]", "[service:x](service:x)"),
            ("[[service:x|aide]]", "[aide](service:x)"),
            ("[[aide|service:x]]", "[aide](service:x)"),
            ("[le site] (https://exemple.fr/a)", "[le site](https://exemple.fr/a)"),
            ("(le site)[https://exemple.fr]", "[le site](https://exemple.fr)"),
            ("[le plan](https://exemple.fr/mon plan.pdf)", "[le plan](https://exemple.fr/mon%20plan.pdf)"),
            (
                "[le plan](https://exemple.fr/mon\u{a0}beau plan)",
                "[le plan](https://exemple.fr/mon%20beau%20plan)",
            ),
            ("[le site](« https://exemple.fr »)", "[le site](https://exemple.fr)"),
            ("[le site](https:// exemple.fr)", "[le site](https://exemple.fr)"),
            ("[écrire] (mailto:a@b.fr)", "[écrire](mailto:a@b.fr)"),
            ("[le 3939] (tel:3939)", "[le 3939](tel:3939)"),
            ("[mot] (mot:lien)", "[mot](mot:lien)"),
            ("[m](besoin:appel video)", "[m](besoin:appel-video)"),
            ("[m](guide: mon guide)", "[m](guide:mon-guide)"),
            ("[m](02 98 85 43 00)", "[m](tel:0298854300)"),
            ("[m](+33 2 98 85 43 00)", "[m](tel:+33298854300)"),
            ("[m] (02 98 85 43 00)", "[m](tel:0298854300)"),
        ] {
            let found = meant(line);
            assert_eq!(found.iter().map(|link| link.good.as_str()).collect::<Vec<_>>(), [good], "{line}");
        }
    }

    #[test]
    fn links_and_brackets_that_are_right_stay() {
        for line in [
            "[aide](service:x)",
            "[aide](<service:x>)",
            "[aide]( service:x )",
            "[aide](service:x \"Titre\")",
            "[le bouton](#toucher), [l’autre](guide:a#b).",
            "[Le téléphone sonne]",
            "[facultatif] (si besoin)",
            "(voir) [plus]",
            "La mairie (accueil) (02 98 85 43 00)",
            "La mairie (02 98 85 43 00)",
            "[Oui] (12 34)",
            "f(x)[1]",
            "`[aide] (service:x)`",
            "\\[aide] (service:x)",
            "[le site](https://fr.wikipedia.org/wiki/A_(b))",
            "Touchez (à droite) le bouton [Oui].",
            "![Une image](a.png \"b\")",
            "",
        ] {
            assert_eq!(meant(line), [], "{line}");
        }
    }
}
