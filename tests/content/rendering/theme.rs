//! The theme: what it may mark safe, and files of the site's own that take the place of its files.

use crate::page::Page;
use crate::small_site::{SITE, site};
use std::path::Path;

fn templates() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/kiosque");
    let entries = fs_err::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let html = entries.filter(|path| path.extension().is_some_and(|extension| extension == "html"));
    html.map(|path| (path.display().to_string(), fs_err::read_to_string(path).unwrap())).collect()
}

#[test]
fn only_fields_that_are_html_already_are_marked_safe() {
    let mut marks = 0;
    for (path, text) in templates() {
        for (at, _) in text.match_indices("safe") {
            let before = text[..at].trim_end();
            let Some(field) = before.strip_suffix('|').map(str::trim_end) else {
                // A word of a comment or of a class name; `safe` as a test or a function would be news.
                assert!(
                    !before.ends_with(['=', '(', '~']),
                    "{path}: {}",
                    &text[at.saturating_sub(40)..at + 4]
                );
                continue;
            };
            marks += 1;
            let start = field
                .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.')
                .map_or(0, |at| at + 1);
            let field = &field[start..];
            assert!(field.ends_with("_html") || field.ends_with("style_css"), "{path}: {field} | safe");
        }
    }
    assert!(marks >= 5, "{marks} marks: the search finds nothing any more");
}

#[test]
fn no_template_switches_escaping_off() {
    for (path, text) in templates() {
        for word in ["autoescape", "{% raw", "{%- raw", " onclick", " onload"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
        // Scripts are files of the theme: the security policy then needs no exception.
        for (at, tag) in text.match_indices("<script") {
            let rest = &text[at + tag.len()..];
            assert!(rest.starts_with(" src=\"{{ "), "{path}: a script in the page");
            assert!(rest.split_once('>').is_some_and(|(_, after)| after.starts_with("</script>")), "{path}");
        }
        // Every attribute value that a template fills stands between quotes.
        for (at, _) in text.match_indices("={{") {
            let component = text[..at].rfind("{{").is_some_and(|open| text[open..at].starts_with("{{ <"));
            assert!(component, "{path}: an attribute without quotes: {}", &text[at..at + 12]);
        }
    }
}

#[test]
fn a_template_of_the_site_takes_the_place_of_the_themes() {
    let own = "{% extends \"base.html\" %}{% block contenu %}<p class=\"mien\">{{ t.erreur_suite }} {{ page.titre }}</p>{% endblock %}";
    let pages = site().with("themes/kiosque/plan.html", own).pages();
    let plan = Page::read(&pages["plan.html"]);
    assert!(
        plan.elements
            .iter()
            .any(|element| element.attributes.get("class").is_some_and(|class| class == "mien"))
    );
    assert!(!plan.text().contains("Voici toutes les pages de ce site."));
    let az = site().pages()["a-z.html"].clone();
    assert_eq!(pages["a-z.html"], az, "the other pages do not change");
}

#[test]
fn sentences_and_styles_of_the_site_take_the_place_of_the_themes() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/kiosque");
    let texts = fs_err::read_to_string(theme.join("textes.yaml")).unwrap();
    assert!(texts.contains("nav_accueil: \"Accueil\""));
    let mine = texts.replace("nav_accueil: \"Accueil\"", "nav_accueil: \"Entrée & <hall>\"");
    let own =
        site().with("themes/kiosque/textes.yaml", mine).with("themes/kiosque/style.css", "p{color:#123456}");
    let sheet = String::from_utf8(own.file(eliane::site::STYLE_SHEET)).unwrap();
    assert!(sheet.contains("p{color:#123456}") && !sheet.contains(".porte {"), "{sheet}");
    assert!(sheet.contains("@font-face") && sheet.contains("@media print"), "the other pieces stay");
    let pages = own.pages();
    let alone = Page::read(&pages["404.html"]).raw.concat();
    assert!(alone.contains("p{color:#123456}") && !alone.contains("url("), "{alone}");
    for (address, html) in &pages {
        assert!(Page::read(html).text().contains("Entrée & <hall>"), "{address}");
    }
}

#[test]
fn a_whole_theme_of_the_sites_own() {
    let own = site().append(SITE, "theme: sobre\n").with(
        "themes/sobre/plan.html",
        "{% extends \"base.html\" %}{% block contenu %}<p>Sobre</p>{% endblock %}",
    );
    assert!(Page::read(&own.pages()["plan.html"]).text().contains("Sobre"));
}

#[test]
fn a_piece_of_a_script_of_the_site_is_in_each_script_that_has_it() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/kiosque");
    let memory = fs_err::read_to_string(theme.join("scripts/memory.js")).unwrap();
    let mine = memory.replace("SameSite=Lax", "SameSite=Strict");
    let own = site().with("themes/kiosque/scripts/memory.js", &mine);
    for (name, has) in [("reglages.js", true), ("film.js", true), ("mots.js", false)] {
        let script = |site: &crate::small_site::SmallSite| {
            String::from_utf8(site.file(&format!("actifs/{name}"))).unwrap()
        };
        assert_eq!(script(&own).contains("SameSite=Strict"), has, "{name}");
        assert_eq!(script(&own) == script(&site()), !has, "{name}");
    }
}
