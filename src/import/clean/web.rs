//! E-mail and web addresses as people typed them.

use crate::import::people;
use crate::import::row::{Aside, Notes};
use crate::model::{Email, WebAddress};

/// The e-mail address to show: the first that is sound and is nobody's own. The others are counted, and listed when
/// they are nobody's either.
#[must_use]
pub fn email(candidates: &[String], place_words: &str, notes: &mut Notes) -> Option<String> {
    let mut kept: Option<String> = None;
    let mut told: Vec<String> = Vec::new();
    for text in candidates.iter().filter(|text| !text.contains('@')) {
        // « mairie(at)ville.fr »: where the sign stands is not guessed, and it is told.
        let lower = text.to_lowercase();
        let at = ["(at)", "[at]", "{at}", "(a)", "[a]", " at ", "(arobase)", "[arobase]", "arobase"]
            .iter()
            .find(|at| lower.contains(**at));
        let Some(at) = at else { continue };
        if people::is_personal(&lower.replace(at, "@").replace(' ', ""), place_words) {
            notes.emails += 1;
        } else {
            notes.bad_emails += 1;
            notes.aside.push((Aside::Email, text.clone()));
        }
    }
    for text in candidates.iter().flat_map(|text| text.split([' ', ',', ';', '|', '/', '<', '>', '?', '\n']))
    {
        let text =
            text.trim().trim_start_matches("mailto:").trim_matches(['(', ')', '[', ']', '.', ':', '"', '\'']);
        let lower = text.to_lowercase();
        if !text.contains('@') || told.contains(&lower) || kept.as_ref() == Some(&lower) {
            continue;
        }
        if people::is_personal(&lower, place_words) {
            notes.emails += 1;
            continue;
        }
        match Email::parse(&lower) {
            None => {
                notes.bad_emails += 1;
                notes.aside.push((Aside::Email, text.to_owned()));
            }
            Some(email) if kept.is_none() => {
                kept = Some(email.as_str().to_owned());
                continue;
            }
            Some(_) => {
                notes.more_emails += 1;
                notes.aside.push((Aside::MoreEmail, text.to_owned()));
            }
        }
        told.push(lower);
    }
    kept
}

/// The web address to show: the first that is sound. One that is none, and cannot be mended for certain, is counted;
/// so are those that follow.
#[must_use]
pub fn site(candidates: &[String], notes: &mut Notes) -> Option<String> {
    let mut kept: Option<String> = None;
    let mut told: Vec<(Aside, String)> = Vec::new();
    for token in candidates.iter().flat_map(|text| tokens(text)) {
        let told_as = match address(&token) {
            Some(found) if kept.is_none() => {
                kept = Some(found);
                continue;
            }
            Some(found) if kept.as_deref().is_some_and(|kept| same(kept, &found)) => continue,
            Some(found) => (Aside::MoreSite, found),
            None if looks_meant(&token) => (Aside::Site, token),
            None => continue,
        };
        if !told.contains(&told_as) {
            told.push(told_as);
        }
    }
    notes.bad_sites += told.iter().filter(|(why, _)| *why == Aside::Site).count();
    notes.more_sites += told.iter().filter(|(why, _)| *why == Aside::MoreSite).count();
    notes.aside.extend(told);
    kept
}

/// Whether two addresses differ by what changes nothing: « http », « www. », a bar at the end.
fn same(a: &str, b: &str) -> bool {
    let bare = |text: &str| {
        let text = text.to_lowercase();
        let text = text.trim_start_matches("https://").trim_start_matches("http://");
        text.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    bare(a) == bare(b)
}

/// One address each: a space ends one, unless it stands after « https:// »; a comma or a semicolon, only when another
/// address follows.
fn tokens(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split([' ', '|', '\n', '\t', '\u{a0}']).filter(|word| !word.is_empty()) {
        match out.last_mut() {
            Some(last) if scheme(last).is_some_and(|(_, rest)| rest.is_empty()) => last.push_str(word),
            // « https://www.ville.fr/a b »: nobody can say where it ends; « …/a (accueil) » is clear.
            Some(last) if goes_on(last, word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out.iter().flat_map(|word| parts(word)).collect()
}

/// Whether a word after an address may be the rest of its path.
fn goes_on(before: &str, word: &str) -> bool {
    const LINKS: [&str; 22] = [
        "et",
        "ou",
        "puis",
        "pour",
        "en",
        "sur",
        "dans",
        "rubrique",
        "site",
        "page",
        "onglet",
        "avec",
        "par",
        "de",
        "du",
        "à",
        "a",
        "aussi",
        "également",
        "the",
        "le",
        "la",
    ];
    if before.contains(' ') {
        // What was broken off stays so, until another address begins.
        return !begins(word);
    }
    let Some((_, rest)) = scheme(before).or(before.starts_with("www.").then_some(("https", before))) else {
        return false;
    };
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    !path.is_empty()
        && !path.ends_with([',', ';', ':', '.', ')', '"'])
        && !begins(word)
        && !word.contains('@')
        && word.starts_with(|c: char| c.is_alphanumeric() || "/%_?&=#".contains(c))
        && !LINKS.contains(&word.to_lowercase().as_str())
        && address(word).is_none()
}

fn begins(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.is_empty() || word.starts_with("http") || word.starts_with("www.") || word.starts_with("//")
}

fn parts(word: &str) -> Vec<String> {
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
        || lower.starts_with("//")
        // « @mediatheque » is a name on a network that is not said; an e-mail address is looked at elsewhere.
        || lower.starts_with('@') && lower.len() > 1
        || lower.contains(':') && lower.contains('.')
}

/// One address, mended where there is one way only to do it.
fn address(token: &str) -> Option<String> {
    let token = token.trim_matches(['<', '>', '"', '\'', '«', '»', ',', ';']);
    let token = token.trim_end_matches(['.', ')']).trim_start_matches('(');
    // A bracket that the address itself opened.
    let closed = if token.contains('(') { format!("{token})") } else { token.to_owned() };
    let token = closed.as_str().trim_start_matches("//");
    // « https://mastodon.social/@ville » is one; « contact@ville.fr » is not, nor what hides its host behind a name.
    let host =
        scheme(token).map_or(token, |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') || token.contains(char::is_whitespace) {
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
            ("//www.ville.fr", "https://www.ville.fr"),
            ("//www.ville.fr/aide", "https://www.ville.fr/aide"),
            ("https://mastodon.social/@ville", "https://mastodon.social/@ville"),
            ("https://www.youtube.com/@ville", "https://www.youtube.com/@ville"),
            ("https://www.ville.fr/aide (accueil)", "https://www.ville.fr/aide"),
            ("https://www.ville.fr/aide et sur place", "https://www.ville.fr/aide"),
            ("https://www.ville.fr/ mairie", "https://www.ville.fr/"),
            ("www.ville.fr accueil", "https://www.ville.fr"),
            ("<https://www.ville.fr>", "https://www.ville.fr"),
            ("https://www.ville.fr/aide, rubrique contact", "https://www.ville.fr/aide"),
        ] {
            assert_eq!(one(text), (Some(wanted.to_owned()), 0), "{text}");
        }
    }

    #[test]
    fn an_address_beside_the_first_is_told() {
        for (text, more) in [
            ("https://a.fr https://b.fr", "https://b.fr"),
            ("https://a.fr / https://b.fr", "https://b.fr"),
            ("https://a.fr;https://b.fr/x", "https://b.fr/x"),
            ("https://a.fr, www.b.fr", "https://www.b.fr"),
            ("https://a.fr et b.fr", "https://b.fr"),
        ] {
            let mut notes = Notes::default();
            assert_eq!(site(&[text.to_owned()], &mut notes).as_deref(), Some("https://a.fr"), "{text}");
            assert_eq!(notes.aside, [(Aside::MoreSite, more.to_owned())], "{text}");
            assert_eq!((notes.more_sites, notes.bad_sites), (1, 0), "{text}");
        }
        for text in ["https://a.fr http://www.a.fr/", "https://a.fr https://a.fr", "https://a.fr A.FR"] {
            let mut notes = Notes::default();
            assert!(site(&[text.to_owned()], &mut notes).is_some());
            assert_eq!(notes.aside, [], "{text}");
        }
        for text in [
            "https://www.ville.fr/a b",
            "https://www.ville.fr/mes documents/plan.pdf",
            "www.ville.fr/plan d’accès.html",
            "https://www.ville.fr/un deux trois",
        ] {
            let mut notes = Notes::default();
            assert_eq!(site(&[text.to_owned()], &mut notes), None, "{text}");
            assert_eq!(notes.aside, [(Aside::Site, text.to_owned())], "{text}");
        }
    }

    #[test]
    fn an_email_that_is_not_copied_is_told_unless_it_is_a_persons() {
        let of = |text: &str| {
            let mut notes = Notes::default();
            let kept = email(&[text.to_owned()], "Mairie de Landerneau", &mut notes);
            (kept, notes)
        };
        for (text, kept, more) in [
            (
                "mairie@ville.fr / ccas@ville.fr",
                Some("mairie@ville.fr"),
                Some((Aside::MoreEmail, "ccas@ville.fr")),
            ),
            (
                "mairie@ville.fr;ccas@ville.fr",
                Some("mairie@ville.fr"),
                Some((Aside::MoreEmail, "ccas@ville.fr")),
            ),
            (
                "mairie@ville.fr ou ccas@ville.fr",
                Some("mairie@ville.fr"),
                Some((Aside::MoreEmail, "ccas@ville.fr")),
            ),
            ("Mairie <mairie@ville.fr>", Some("mairie@ville.fr"), None),
            ("\"Mairie\"<mairie@ville.fr>", Some("mairie@ville.fr"), None),
            ("[mairie@ville.fr]", Some("mairie@ville.fr"), None),
            ("mailto:mairie@ville.fr", Some("mairie@ville.fr"), None),
            ("mairie@ville.fr, Mairie@Ville.fr", Some("mairie@ville.fr"), None),
            ("mairie@ville", None, Some((Aside::Email, "mairie@ville"))),
            ("mairie@@ville.fr", None, Some((Aside::Email, "mairie@@ville.fr"))),
            ("mairie(at)ville.fr", None, Some((Aside::Email, "mairie(at)ville.fr"))),
            ("mairie [at] ville.fr", None, Some((Aside::Email, "mairie [at] ville.fr"))),
            ("mairie at ville.fr", None, Some((Aside::Email, "mairie at ville.fr"))),
            ("mailto:mairie@ville.fr?subject=Bonjour", Some("mairie@ville.fr"), None),
            ("voir le site", None, None),
            ("@mediatheque", None, Some((Aside::Email, "@mediatheque"))),
            ("mairie@ville.fr, ccas@ville", Some("mairie@ville.fr"), Some((Aside::Email, "ccas@ville"))),
        ] {
            let (found, notes) = of(text);
            assert_eq!(found.as_deref(), kept, "{text}");
            let told: Vec<_> = notes.aside.iter().map(|(why, value)| (*why, value.as_str())).collect();
            assert_eq!(told, more.into_iter().collect::<Vec<_>>(), "{text}");
        }
        for text in [
            "jean.dupont@ville.fr",
            "jean.dupont@ville",
            "jean.dupont(at)ville.fr",
            "mairie@ville.fr jean.dupont@ville.fr",
        ] {
            let (_, notes) = of(text);
            assert_eq!((notes.emails, notes.aside.len()), (1, 0), "{text}");
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
            "@mediatheque",
            "https://nom@ville.fr/a",
        ] {
            assert_eq!(one(text), (None, 1), "{text}");
        }
        for text in ["non", "contact@exemple.fr", "voir la mairie", "12.30", "M.D."] {
            assert_eq!(one(text), (None, 0), "{text}");
        }
    }
}
