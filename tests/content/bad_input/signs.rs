//! Signs that no typeface of paper has: `check` says where they are written, and nothing that is not printed is accused.

use crate::small_site::{CALL, CASE, CLIC, GLOSSARY, JITSI, MAIRIE, PHOTO, SITE, SmallSite, findings, site};

fn printed() -> SmallSite {
    site().replace(SITE, "papier: non", "papier: oui")
}

/// Codes, files and lines; nothing is laid out for a site with errors.
fn found(site: &SmallSite) -> Vec<(String, String, usize)> {
    let examined = site.examine();
    let found = findings(&examined.diagnostics, &examined.sources);
    found.into_iter().map(|f| (f.code, f.file.unwrap_or_default(), f.line.unwrap_or(0))).collect()
}

#[test]
fn a_sign_is_told_where_it_is_written() {
    for (file, from, to) in [
        (CALL, "titre: Rejoindre un appel", "titre: Rejoindre un 电 appel"),
        (CALL, "resume: Vous", "resume: 🏠 Vous"),
        (CALL, "Ce guide sert", "Ce guide 👍🏽 sert"),
        (CALL, "La page de l'appel", "La page 日本 de l'appel"),
        (CALL, "le lien reçu]", "le lien 🔗 reçu]"),
        (CALL, "Ouvrez le lien reçu {#ouvrir}", "Ouvrez 📎 le lien reçu {#ouvrir}"),
        (CALL, "> Fermez", "> 한국 Fermez"),
        (CALL, "Notice de Jitsi", "Notice 🛈🛈🤖 de Jitsi"),
        (PHOTO, "\"Les deux mains\"", "\"Les deux 🙌 mains\""),
        (PHOTO, "Tenez l'appareil à deux", "Tenez &#128247; l'appareil à deux"),
        (PHOTO, "Tenez l'appareil à deux", "Tenez &#x1F4F7; l'appareil à deux"),
        (MAIRIE, "nom: ", "nom: 🏠 "),
        (CLIC, "nom: ", "nom: 家 "),
        (GLOSSARY, "definition: ", "definition: 🔗 "),
    ] {
        let site = printed().replace(file, from, to);
        let text = site.text(file);
        let line = text.lines().position(|line| line.contains(to)).unwrap() + 1;
        let all = found(&site);
        let here = |(code, path, at): &(String, String, usize)| code == "E221" && path == file && *at == line;
        assert!(all.iter().any(here), "{file} « {to} » line {line}: {all:?}");
        assert!(all.iter().all(|one| one.0 != "E221" || here(one)), "{file} « {to} »: {all:?}");
        // Without paper nothing is wrong with it.
        let pages = site.replace(SITE, "papier: oui", "papier: non");
        assert!(found(&pages).iter().all(|(code, ..)| code != "E221"));
    }
    let escaped = printed().replace(MAIRIE, "nom: ", "nom: \"\\U0001F3E0 ");
    let escaped = escaped.clone().replace(
        MAIRIE,
        escaped.text(MAIRIE).lines().next().unwrap(),
        "nom: \"Mairie \\U0001F3E0\"",
    );
    assert_eq!(found(&escaped), [("E221".to_owned(), MAIRIE.to_owned(), 1)]);
}

#[test]
fn what_is_not_printed_is_not_accused() {
    for site in [
        printed().replace(MAIRIE, "nom: ", "# 🏠 une note\nnom: "),
        printed().replace(CALL, "dit_aussi: [visio, skaip]", "dit_aussi: [visio, 电话]"),
        printed().replace(CASE, "---\n", "---\n# 中文\n"),
        printed().replace(JITSI, "nom: ", "# 🏠\nnom: "),
        printed().replace(CALL, "Ce guide sert", "Ce guide → ✔ € œ “sert” ½ № … ½ ≤ 100 °C"),
        printed().replace(CALL, "Ce guide sert", "Ce gui\u{ad}de sert e\u{301} \u{200f}"),
        printed().replace(CALL, "Ce guide sert", "Ce gui\u{ad}de\u{200b} sert e\u{301} \u{2060}"),
    ] {
        let all = found(&site);
        assert!(all.iter().all(|(code, ..)| code != "E221"), "{all:?}");
    }
}

/// The words of a drawing are drawn: the drawing is named, with its line.
#[test]
fn a_sign_in_a_drawing_is_told_in_the_drawing() {
    const DRAWING: &str = "content/guides/photo/appareil.svg";
    let drawing = |inside: &str| {
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"40\">";
        printed().with(DRAWING, format!("{head}\n{inside}\n<path d=\"M0 0h9v9z\"/></svg>"))
    };
    for inside in [
        "<text>Aller 🏠</text>",
        "<text>Aller <tspan>🏠</tspan></text>",
        "<text>&#x1F3E0;</text>",
        "<text><tspan x=\"1\">写真</tspan></text>",
        "<g><s:text xmlns:s=\"http://www.w3.org/2000/svg\">🏠</s:text></g>",
    ] {
        assert_eq!(found(&drawing(inside)), [("E221".to_owned(), DRAWING.to_owned(), 2)], "{inside}");
    }
    for inside in [
        "<text>Aller là-bas, œuf €</text>",
        "<title>🏠</title><desc>写真</desc>",
        "<g id=\"🏠\"/>",
        "<!-- 🏠 -->",
    ] {
        assert_eq!(found(&drawing(inside)), [], "{inside}");
    }
}
