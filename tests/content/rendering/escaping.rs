//! Signs that HTML and templates would read are shown, never obeyed.

use crate::page::Page;
use crate::small_site::{
    CALL, CASE, CLIC, GLOSSARY, JITSI, MAIRIE, NEEDS, PHOTO, SITE, SKYPE, SmallSite, site,
};
use std::collections::BTreeMap;

/// Passes every check, and would break a page or a template that does not escape.
const SIGNS: &str = "& b < c > \"d\" `e` {{ 7*7 }} {% raw %} {# f #} {numero} {titre} {nom} {date} {delai} {editeur} {licence} {role} %3C &lt; __CSP__";

/// The signs as a YAML text that begins with a word of its own, and that word.
fn marked(key: usize) -> (String, String) {
    let word = format!("mot{key:03}");
    (format!("'{word} {SIGNS}'"), word)
}

/// A text of a sheet: where it stands, from where to where.
struct Field {
    path: &'static str,
    key: &'static str,
}

const fn field(path: &'static str, key: &'static str) -> Field {
    Field { path, key }
}

/// Every text that readers see. The keys of the good site are replaced, the others added.
const SHOWN: [Field; 56] = [
    field(SITE, "titre"),
    field(SITE, "sous_titre"),
    field(SITE, "resume"),
    field(SITE, "editeur"),
    field(SITE, "contact"),
    field(SITE, "licence"),
    field(SITE, "mention_accessibilite"),
    field(NEEDS, "  titre"),
    field(NEEDS, "  exemple"),
    field(GLOSSARY, "  mot"),
    field(GLOSSARY, "  autres_formes"),
    field(GLOSSARY, "  definition"),
    field(CALL, "titre"),
    field(CALL, "resume"),
    field(CALL, "a_avoir"),
    field(CALL, "dit_aussi"),
    field(CALL, "licence"),
    field(CALL, "verifie_par"),
    field(CALL, "  - titre"),
    field(JITSI, "nom"),
    field(JITSI, "autres_noms"),
    field(JITSI, "resume"),
    field(JITSI, "dit_aussi"),
    field(SKYPE, "nom"),
    field(SKYPE, "resume"),
    field(CLIC, "nom"),
    field(CLIC, "autres_noms"),
    field(CLIC, "anciens_noms"),
    field(CLIC, "organisation"),
    field(CLIC, "resume"),
    field(CLIC, "fait"),
    field(CLIC, "ne_fait_pas"),
    field(CLIC, "pour_qui"),
    field(CLIC, "entendre_precision"),
    field(CLIC, "voir"),
    field(CLIC, "bouger"),
    field(CLIC, "lire"),
    field(CLIC, "langues"),
    field(CLIC, "cout"),
    field(CLIC, "a_apporter"),
    field(CLIC, "dit_aussi"),
    field(CLIC, "    precision"),
    field(CLIC, "  - raison"),
    field(CLIC, "  osm"),
    field(CLIC, "      raison"),
    field(CLIC, "    lieu"),
    field(CASE, "titre"),
    field(CASE, "resume"),
    field(CASE, "dit_aussi"),
    field(CASE, "prenoms_recit"),
    field(CASE, "  - titre"),
    field(MAIRIE, "  rue"),
    field(MAIRIE, "  commune"),
    field(MAIRIE, "  complement"),
    field(MAIRIE, "  texte"),
    field(MAIRIE, "  precision"),
];

/// The good site with a text in that field.
fn set(site: SmallSite, field: &Field, value: &str) -> SmallSite {
    let Field { path, key } = field;
    let line = format!("{key}: {value}");
    let text = site.text(path);
    if let Some(old) = text.lines().find(|line| line.starts_with(&format!("{key}:"))).map(str::to_owned) {
        return site.replace(path, &old, &line);
    }
    // A new key goes after a sister: the last line that is as far to the right, or the first of the sheet.
    let sister = match *key {
        "  complement" => "  commune:",
        "  precision" => "  osm:",
        _ => "",
    };
    let after = text.lines().find(|line| !sister.is_empty() && line.starts_with(sister)).map(str::to_owned);
    match after {
        Some(old) => site.replace(path, &old, &format!("{old}\n{line}")),
        None if path.ends_with(".md") => site.replace(path, "---\n", &format!("---\n{line}\n")),
        None => {
            let text = format!("{line}\n{text}");
            site.with(path, text)
        }
    }
}

/// The good site with keys that it does not need.
fn with_licence_and_story() -> SmallSite {
    site().replace(CALL, "faut_un_email: non", "faut_un_email: non\nlicence: x").replace(
        CASE,
        "prenoms_changes: oui",
        "prenoms_changes: publies\nprenoms_recit: x",
    )
}

/// All fields at once, and the pages that come of them.
fn poisoned(minify: bool) -> BTreeMap<String, String> {
    let mut site = with_licence_and_story();
    for (at, field) in SHOWN.iter().enumerate() {
        site = set(site, field, &marked(at).0);
    }
    let prose = SIGNS.replace('&', "&amp;").replace('`', "\\`").replace('_', "\\_");
    let caption = prose.replace('"', "\\\"");
    let site = site
        .replace(PHOTO, "Un guide court", &format!("prose1 {prose}. Un guide court"))
        .replace(PHOTO, "## Tenez", &format!("## prose2 {prose} Tenez"))
        .replace(
            PHOTO,
            "Tenez l'appareil à deux mains.",
            &format!("- prose3 {prose}\n- **prose4 {prose}**\n- `prose5 {{{{ 7*7 }}}} <b>`"),
        )
        .replace(PHOTO, "L'image ne bouge plus.", &format!("> prose6 {prose}"))
        .replace(PHOTO, "[navigateur]", &format!("[prose7 {prose}]"))
        .replace(PHOTO, "Deux mains tiennent un téléphone", &format!("prose8 {prose}"))
        .replace(PHOTO, "Les deux mains", &format!("prose9 {caption}"))
        .replace(CASE, "Le père de Claudine", &format!("cas1 {prose}. Le père de Claudine"))
        .replace(CASE, "### Un ami", &format!("### cas2 {prose} Un ami"))
        .replace(CASE, "Elle était fermée.", &format!("cas3 {prose}."))
        .replace(CASE, "### Le CLIC", &format!("### cas4 {prose} CLIC"))
        .replace(CASE, "Quelqu'un est allé", &format!("cas5 {prose}. Quelqu'un est allé"))
        .replace(CASE, "Cherchez d'abord", &format!("cas6 {prose}. Cherchez d'abord"));
    site.pages_with(minify)
}

#[test]
fn every_text_is_shown_as_it_was_written() {
    for minify in [false, true] {
        let pages = poisoned(minify);
        let read: BTreeMap<&str, Page> =
            pages.iter().map(|(address, html)| (address.as_str(), Page::read(html))).collect();
        let mut shown: Vec<&str> = Vec::new();
        for page in read.values() {
            shown.extend(page.lines.iter().map(String::as_str));
            shown.extend(
                page.elements.iter().flat_map(|element| element.attributes.values().map(String::as_str)),
            );
        }
        let mut words: Vec<String> = (0..SHOWN.len()).map(|at| marked(at).1).collect();
        words.extend((1..=6).map(|n| format!("cas{n}")));
        words.extend((1..=9).filter(|n| *n != 5).map(|n| format!("prose{n}")));
        for word in words {
            let whole = format!("{word} {SIGNS}");
            let here: Vec<&&str> = shown.iter().filter(|text| text.contains(&word)).collect();
            assert!(!here.is_empty(), "{word} is on no page");
            for text in here {
                assert!(
                    text.replace(['\u{a0}', '\u{202f}'], " ").contains(&whole),
                    "{word} (minify: {minify}): {text}"
                );
            }
        }
        assert!(shown.iter().any(|text| text.contains("prose5 {{ 7*7 }} <b>")));
    }
}

#[test]
fn no_page_holds_a_program() {
    for (address, html) in poisoned(true).iter().chain(&poisoned(false)).chain(&site().pages()) {
        let scripts = html.to_ascii_lowercase().matches("<script").count();
        let page = Page::read(html);
        assert!(
            page.elements.iter().filter(|element| element.name == "script").count() == scripts,
            "{address}"
        );
        assert!(address == "404.html" || page.raw.iter().all(|raw| !raw.contains("script")), "{address}");
        for element in page.elements {
            if element.name == "script" {
                let source = element.attributes.get("src").map_or("", String::as_str);
                let file = source.trim_start_matches("../").strip_prefix("actifs/");
                assert!(
                    file.is_some_and(|file| eliane::site::ASSETS.contains(&file)),
                    "{address}: a script of {source}"
                );
            }
            for (name, value) in &element.attributes {
                assert!(!name.starts_with("on"), "{address}: {name}={value}");
                assert!(
                    !value.trim_start().to_ascii_lowercase().starts_with("javascript:"),
                    "{address}: {value}"
                );
            }
        }
        for (at, _) in html.match_indices(" on") {
            let rest = html[at + 3..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
            assert!(
                !rest.starts_with('=') || rest.len() == html[at + 3..].len(),
                "{address}: {}",
                &html[at..at + 20]
            );
        }
    }
}

#[test]
fn the_elements_of_a_page_do_not_depend_on_its_words() {
    // The same site without the signs has the same tags in the same order, whatever the words.
    let names = |pages: &BTreeMap<String, String>| -> Vec<(String, Vec<String>)> {
        let list = |html: &str| Page::read(html).elements.into_iter().map(|element| element.name).collect();
        pages.iter().map(|(address, html)| (address.clone(), list(html))).collect()
    };
    let mut plain = with_licence_and_story();
    for (at, field) in SHOWN.iter().enumerate() {
        plain = set(plain, field, &format!("'{} @'", marked(at).1));
    }
    let plain = plain.replace(PHOTO, "Tenez l'appareil à deux mains.", "- a\n- **b**\n- `c`");
    let plain = plain.replace(PHOTO, "L'image ne bouge plus.", "> d");
    let (plain, poisoned) = (names(&plain.pages_with(false)), names(&poisoned(false)));
    for (plain, poisoned) in plain.iter().zip(&poisoned) {
        // « contact » alone is a link when it is an address: the signs hold no « @ ».
        if !["a-propos.html", "accessibilite.html"].contains(&plain.0.as_str()) {
            assert_eq!(plain, poisoned);
        }
    }
    assert_eq!(plain.len(), poisoned.len());
}
