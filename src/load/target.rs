//! What the target of a link was meant for, when it is none that Éliane reads.

use crate::model::{Email, Phone, WebAddress};
use crate::source::{extension, is_film, is_picture};
use crate::text::{fold, is_slug, nearest, slug};

/// Schemes of links, each with what people write for it.
const SCHEMES: [(&str, &[&str]); 12] = [
    ("guide", &["guide", "page", "fiche", "tuto", "article"]),
    ("service", &["service", "contact"]),
    ("produit", &["produit", "logiciel", "appli", "application", "product"]),
    ("mot", &["mot", "glossaire", "definition"]),
    ("besoin", &["besoin"]),
    ("cas", &["cas"]),
    ("role", &["role"]),
    ("commune", &["commune", "ville", "territoire"]),
    ("https", &["https", "http"]),
    ("mailto", &["mailto", "mail", "email", "e-mail", "courriel", "mel"]),
    ("tel", &["tel", "telephone", "phone", "appel", "tel."]),
    ("sms", &["sms", "texto"]),
];

/// Endings of names of files, which no address of the web has.
const FILES: [&str; 12] =
    ["md", "html", "htm", "yaml", "yml", "pdf", "txt", "php", "docx", "odt", "vtt", "srt"];

/// The target as it should be; `None` when nothing can be guessed.
pub fn meant(target: &str) -> Option<String> {
    let target = target.trim();
    if let Some(address) = web(target) {
        return Some(address);
    }
    if Email::parse(target).is_some() {
        return Some(format!("mailto:{target}"));
    }
    let digits: String = target.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let number = target.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+.-/()".contains(c));
    if number && digits.len() > 1 {
        return Phone::parse(&digits).map(|_| format!("tel:{digits}"));
    }
    match target.split_once([':', '\u{ff1a}']) {
        Some((scheme, rest)) => named(scheme.trim(), rest.trim()),
        None => path(target),
    }
}

/// `www.a.fr`, `//a.fr`, `https:/a.fr`, `htps://a.fr`, `a.fr/x`
fn web(target: &str) -> Option<String> {
    let (scheme, rest) = match target.split_once(':') {
        Some((scheme, rest))
            if fold(scheme).starts_with('h') && nearest(scheme, ["https", "http"]).is_some() =>
        {
            (if fold(scheme) == "http" { "http" } else { "https" }, rest.trim())
        }
        Some(_) => return None,
        None => ("https", target),
    };
    let bare = rest.trim_start_matches(['/', '\\']);
    let host = bare.split(['/', '?', '#']).next()?;
    let (before, top) = host.rsplit_once('.')?;
    let good = !before.is_empty()
        && top.len() > 1
        && top.bytes().all(|b| b.is_ascii_alphabetic())
        && !before.ends_with('.')
        && !host.contains(['@', ' '])
        && (bare != host || !FILES.contains(&fold(top).as_str()))
        && !(is_picture(host) || is_film(host));
    let address = format!("{scheme}://{bare}");
    (good && WebAddress::parse(&address).is_some()).then_some(address)
}

/// `Besoin:Appel-vidéo`, `téléphone:02 98 …`, `guides:nom`
fn named(scheme: &str, rest: &str) -> Option<String> {
    let word = fold(scheme);
    let singular = word.strip_suffix('s').unwrap_or(&word);
    let is = |all: &[&str]| all.contains(&word.as_str()) || all.contains(&singular);
    let known = SCHEMES.iter().find(|(_, all)| is(all)).map(|(known, _)| *known);
    let known = known.or_else(|| nearest(&word, SCHEMES.map(|(known, _)| known)))?;
    let target = match known {
        "tel" | "sms" => {
            let digits: String = rest.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            Phone::parse(&digits)?;
            digits
        }
        "mailto" => {
            let address: String =
                rest.trim_start_matches('/').chars().filter(|c| !c.is_whitespace()).collect();
            Email::parse(&address)?;
            address
        }
        "https" => return None,
        "commune" => rest.to_owned(),
        _ => {
            let (name, step) = rest.split_once('#').map_or((rest, None), |(name, step)| (name, Some(step)));
            let name = name_of(name)?;
            match step.map(slug).filter(|_| known == "guide") {
                Some(step) if is_slug(&step) => format!("{name}#{step}"),
                _ => name,
            }
        }
    };
    Some(format!("{known}:{target}"))
}

/// `../guides/nom/guide.md#etape`, `services/nom.yaml`, `nom.md`
fn path(target: &str) -> Option<String> {
    let (path, step) = target.split_once('#').map_or((target, None), |(path, step)| (path, Some(step)));
    let parts: Vec<&str> =
        path.split(['/', '\\']).filter(|part| !part.is_empty() && !part.starts_with('.')).collect();
    let folder = parts.iter().rev().skip(1).find_map(|part| {
        let part = fold(part);
        let singular = part.strip_suffix('s').unwrap_or(&part);
        let kinds = ["guide", "service", "produit", "mot", "besoin", "cas"];
        kinds.into_iter().find(|kind| *kind == singular || *kind == part)
    });
    let last = parts.last().copied().unwrap_or_default();
    let name = if fold(last).starts_with("guide.") { parts.iter().rev().nth(1).copied()? } else { last };
    let file = FILES.contains(&extension(last).as_str());
    if folder.is_none() && !file && parts.len() != 1 || name.is_empty() {
        return None;
    }
    let name = name_of(name)?;
    let step = step.map(slug).filter(|step| is_slug(step)).map(|step| format!("#{step}")).unwrap_or_default();
    let scheme = folder.unwrap_or("guide");
    Some(format!("{scheme}:{name}{}", if scheme == "guide" { step } else { String::new() }))
}

/// A name as an address has it.
fn name_of(written: &str) -> Option<String> {
    let ending = extension(written);
    let stem = if FILES.contains(&ending.as_str()) {
        written.rsplit_once('.').map_or(written, |(stem, _)| stem)
    } else {
        written
    };
    let name = slug(stem);
    is_slug(&name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_found() {
        for (target, good) in [
            ("www.a.fr", "https://www.a.fr"),
            ("a.fr", "https://a.fr"),
            ("a.fr/x", "https://a.fr/x"),
            ("ameli.fr/assure?x=1", "https://ameli.fr/assure?x=1"),
            ("//a.fr", "https://a.fr"),
            ("https:/a.fr", "https://a.fr"),
            ("http:a.fr", "http://a.fr"),
            ("htps://a.fr", "https://a.fr"),
            ("HTTPS://a.fr", "https://a.fr"),
            ("a@b.fr", "mailto:a@b.fr"),
            ("mail:a@b.fr", "mailto:a@b.fr"),
            ("Mailto:a@b.fr", "mailto:a@b.fr"),
            ("courriel: a@b.fr", "mailto:a@b.fr"),
            ("02 98 85 43 00", "tel:0298854300"),
            ("3646", "tel:3646"),
            ("téléphone:3646", "tel:3646"),
            ("Tel:02 98 85 43 00", "tel:0298854300"),
            ("Besoin:appel-video", "besoin:appel-video"),
            ("BESOIN:Appel-Vidéo", "besoin:appel-video"),
            ("besoins:appel-video", "besoin:appel-video"),
            ("besoin:appel_vidéo", "besoin:appel-video"),
            ("guides:g", "guide:g"),
            ("Guide:g#ouvrir", "guide:g#ouvrir"),
            ("guide:g.md", "guide:g"),
            ("fiche:g", "guide:g"),
            ("rôle:ccas", "role:ccas"),
            ("roles:ccas", "role:ccas"),
            ("services:mairie", "service:mairie"),
            ("srvice:mairie", "service:mairie"),
            ("guide/g", "guide:g"),
            ("guides/g", "guide:g"),
            ("/guides/g.html", "guide:g"),
            ("../g/guide.md", "guide:g"),
            ("../guides/g/guide.md#ouvrir", "guide:g#ouvrir"),
            ("content/services/mairie.yaml", "service:mairie"),
            ("g.md", "guide:g"),
            ("g", "guide:g"),
        ] {
            assert_eq!(meant(target).as_deref(), Some(good), "{target}");
        }
        for target in [
            "",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "C:\\x\\y",
            "ftp://a.fr",
            "a b c.fr",
            "12",
        ] {
            let found = meant(target);
            let safe = found.as_ref().is_none_or(|good| !good.contains("alert") && !good.contains("passwd"));
            assert!(safe, "{target}: {found:?}");
        }
    }
}
