//! E-mail and web addresses as people typed them.

use crate::import::people;
use crate::import::row::{Aside, Notes};
use crate::model::{Email, WebAddress};

/// The e-mail address to show: the first that is sound and is nobody's own; the others are counted.
#[must_use]
pub fn email(candidates: &[String], place_words: &str, notes: &mut Notes) -> Option<String> {
    let mut kept = None;
    for text in candidates.iter().flat_map(|text| text.split([' ', ',', ';', '|', '/'])) {
        let text =
            text.trim().trim_start_matches("mailto:").trim_matches(['<', '>', '(', ')', '.', '"', '\'']);
        if text.is_empty() || !text.contains('@') {
            continue;
        }
        let Some(email) = Email::parse(&text.to_lowercase()) else {
            notes.bad_emails += 1;
            continue;
        };
        if people::is_personal(email.as_str(), place_words) {
            notes.emails += 1;
        } else if kept.is_none() {
            kept = Some(email.as_str().to_owned());
        }
    }
    kept
}

/// The web address to show: the first that is sound. One that is none, and cannot be mended for certain, is counted.
#[must_use]
pub fn site(candidates: &[String], notes: &mut Notes) -> Option<String> {
    let mut bad = Vec::new();
    for token in candidates.iter().flat_map(|text| tokens(text)) {
        match address(&token) {
            Some(found) => return Some(found),
            None if token.contains('@') => {}
            None if looks_meant(&token) => bad.push((Aside::Site, token)),
            None => {}
        }
    }
    notes.bad_sites += bad.len();
    notes.aside.extend(bad);
    None
}

/// One address each: a space ends one, unless it stands after « https:// »; a comma or a semicolon, only when another
/// address follows.
fn tokens(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split([' ', '|', '\n', '\t', '\u{a0}']).filter(|word| !word.is_empty()) {
        match out.last_mut() {
            Some(last) if scheme(last).is_some_and(|(_, rest)| rest.is_empty()) => last.push_str(word),
            _ => out.push(word.to_owned()),
        }
    }
    out.iter().flat_map(|word| parts(word)).collect()
}

fn parts(word: &str) -> Vec<String> {
    let begins = |rest: &str| {
        let rest = rest.to_ascii_lowercase();
        rest.is_empty() || rest.starts_with("http") || rest.starts_with("www.")
    };
    let cut =
        word.char_indices().find(|(at, c)| matches!(c, ',' | ';') && word.get(at + 1..).is_some_and(begins));
    // « http;// » is no end.
    let Some((at, _)) = cut.filter(|(at, _)| *at > 5) else { return vec![word.to_owned()] };
    let mut out = vec![word.get(..at).unwrap_or_default().to_owned()];
    out.extend(parts(word.get(at + 1..).unwrap_or_default()));
    out
}

/// Somebody wanted an address there, and it is not a mere word.
fn looks_meant(token: &str) -> bool {
    let lower = token.to_ascii_lowercase();
    lower.starts_with("http")
        || lower.starts_with("www")
        || lower.contains("://")
        || lower.contains(':') && lower.contains('.')
}

/// One address, mended where there is one way only to do it.
fn address(token: &str) -> Option<String> {
    let token = token.trim_matches(['<', '>', '"', '\'', '«', '»', ',', ';']);
    let token = token.trim_end_matches(['.', ')']).trim_start_matches('(');
    // A bracket that the address itself opened.
    let closed = if token.contains('(') { format!("{token})") } else { token.to_owned() };
    let token = closed.as_str();
    if token.contains('@') {
        return None;
    }
    let (scheme, mut rest) = match scheme(token) {
        Some((scheme, rest)) => (scheme, rest.to_owned()),
        None if token.contains("://") => return None,
        None => ("https", token.to_owned()),
    };
    // « http://https://… »
    let mut scheme_said = scheme;
    while let Some((inner, after)) = self::scheme(&rest) {
        scheme_said = inner;
        rest = after.to_owned();
    }
    for wrong in ["wwww.", "www.www.", "ww.", "www;", "www,", "www:"] {
        if let Some(after) = strip_ignoring_case(&rest, wrong) {
            rest = format!("www.{after}");
        }
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let last = host.rsplit('.').next().unwrap_or_default();
    let last = last.split(':').next().unwrap_or_default();
    // « 12.30 », « M.Dupont. »: a name of the web ends with two letters at least.
    let one_case = last == last.to_lowercase() || last == last.to_uppercase();
    let named =
        host.contains('.') && last.chars().count() >= 2 && last.chars().all(char::is_alphabetic) && one_case;
    if !named {
        return None;
    }
    WebAddress::parse(&format!("{scheme_said}://{rest}")).map(|address| address.as_str().to_owned())
}

fn strip_ignoring_case<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let head = text.get(..start.len())?;
    head.eq_ignore_ascii_case(start).then(|| text.get(start.len()..))?
}

/// « http:// » in the ways that people mistype it, and what follows it.
fn scheme(text: &str) -> Option<(&'static str, &str)> {
    let known = [
        "https", "http", "htpps", "htpp", "htttps", "htttp", "hhttps", "hhttp", "ttps", "ttp", "htps", "htp",
    ];
    let name = known.into_iter().find(|name| strip_ignoring_case(text, name).is_some())?;
    let rest = strip_ignoring_case(text, name)?;
    let after = rest.trim_start_matches([':', ';', '/', '.', '\\', ',']);
    let signs = rest.get(..rest.len() - after.len())?;
    let sure = signs.contains('/') || signs.starts_with(':') && !after.is_empty();
    sure.then_some((if name.ends_with('s') { "https" } else { "http" }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> (Option<String>, usize) {
        let mut notes = Notes::default();
        let found = site(&[text.to_owned()], &mut notes);
        (found, notes.bad_sites)
    }

    #[test]
    fn addresses_are_mended_when_there_is_one_way_to_do_it() {
        for (text, wanted) in [
            ("www.exemple.fr", "https://www.exemple.fr"),
            ("HTTP://exemple.fr/a", "http://exemple.fr/a"),
            ("http:/www.exemple.fr", "http://www.exemple.fr"),
            ("http//www.exemple.fr", "http://www.exemple.fr"),
            ("http:www.exemple.fr", "http://www.exemple.fr"),
            ("https//:www.exemple.fr", "https://www.exemple.fr"),
            ("http;//www.exemple.fr", "http://www.exemple.fr"),
            ("http.//www.exemple.fr", "http://www.exemple.fr"),
            ("htpp://www.exemple.fr", "http://www.exemple.fr"),
            ("ttps://www.exemple.fr", "https://www.exemple.fr"),
            ("https:// www.exemple.fr", "https://www.exemple.fr"),
            ("http:///www.exemple.fr", "http://www.exemple.fr"),
            ("http:\\\\www.exemple.fr", "http://www.exemple.fr"),
            ("http://http://www.exemple.fr", "http://www.exemple.fr"),
            ("http://https://www.exemple.fr", "https://www.exemple.fr"),
            ("wwww.exemple.fr", "https://www.exemple.fr"),
            ("www.exemple.fr.", "https://www.exemple.fr"),
            ("(www.exemple.fr)", "https://www.exemple.fr"),
            ("http://www.exemple.fr, http://autre.fr", "http://www.exemple.fr"),
            ("http://www.exemple.fr;http://autre.fr", "http://www.exemple.fr"),
            ("www.exemple.fr | www.autre.fr", "https://www.exemple.fr"),
            ("https://www.ville.fr/?a=1&b=2", "https://www.ville.fr/?a=1&b=2"),
            ("https://www.ville.fr/page,12.html", "https://www.ville.fr/page,12.html"),
            ("https://www.ville.fr/a;jsessionid=1", "https://www.ville.fr/a;jsessionid=1"),
            ("https://fr.wikipedia.org/wiki/Brest_(29)", "https://fr.wikipedia.org/wiki/Brest_(29)"),
            ("Site : exemple.fr", "https://exemple.fr"),
        ] {
            assert_eq!(one(text), (Some(wanted.to_owned()), 0), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_left_out_and_counted_when_one_was_meant() {
        for text in [
            "javascript:alert(1).x",
            "http://",
            "https://mairie",
            "http://www.souzay.Mairie et services",
            "www",
            "ftp://exemple.fr/a",
        ] {
            assert_eq!(one(text), (None, 1), "{text}");
        }
        for text in ["non", "contact@exemple.fr", "voir la mairie", "12.30", "M.D."] {
            assert_eq!(one(text), (None, 0), "{text}");
        }
    }
}
