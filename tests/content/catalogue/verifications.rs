//! Codes of who verified a sheet, and how.

use super::{At, Fixture};
use crate::small_site::{CALL, CASE, DAY, JITSI, MAIRIE, PHOTO, SmallSite, codes, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E103",
        file: MAIRIE,
        at: At::Words("verifie_par:"),
        says: "« verifie_par » nomme quelqu’un : « Marie Dupont ».",
        make: || by(MAIRIE, "Marie Dupont").into(),
    },
    Fixture {
        code: "A006",
        file: MAIRIE,
        at: At::Words("verifie_par:"),
        says: "« verifie_par » contient peut-être le nom d’une personne : « Kerboul ».",
        make: || by(MAIRIE, "Kerboul").into(),
    },
    Fixture {
        code: "E104",
        file: CALL,
        at: At::Words("verifie_comment:"),
        says: "« verifie_comment: appel » ne se dit pas d’un guide.",
        make: || how(CALL, "appel").into(),
    },
];

/// A sheet that somebody verified.
fn by(path: &str, who: &str) -> SmallSite {
    let line = format!("verifie_par: {who}\n");
    let dated = |text: &str| {
        let mut out = String::new();
        for line in text.lines().filter(|line| !line.starts_with("verifie_")) {
            out += &format!("{line}\n");
        }
        out
    };
    let stamp = format!("verifie_le: 2026-11-01\nverifie_comment: documents\n{line}");
    let text = site().text(path).to_owned();
    let text = match dated(&text).strip_prefix("---\n") {
        Some(rest) => format!("---\n{stamp}{rest}"),
        None => dated(&text) + &stamp,
    };
    site().with(path, text)
}

fn how(path: &str, how: &str) -> SmallSite {
    let made = by(path, "rédaction");
    let text = made.text(path).replace("verifie_comment: documents", &format!("verifie_comment: {how}"));
    made.with(path, text)
}

#[test]
fn nobody_is_named_in_any_sheet_and_roles_are_left_alone() {
    for path in [CALL, PHOTO, MAIRIE, JITSI, CASE] {
        for (who, code) in [
            ("Marie Dupont", "E103"),
            ("Mme Le Goff", "E103"),
            ("Marie", "E103"),
            ("marie.dupont@mairie.fr", "E103"),
            ("Paul (CCAS)", "E103"),
            ("Kerboul", "A006"),
            ("médiatrice Kerboul", "A006"),
        ] {
            let found = by(path, who).findings_on(DAY);
            // A case names nobody anywhere, and that is told once.
            let told = codes(&found);
            assert!(told == [code] || path == CASE && told.len() == 1, "{path} {who}: {found:?}");
            assert!(
                found[0].file.as_deref().is_some_and(|file| file.ends_with(path)),
                "{path} {who}: {found:?}"
            );
            assert_eq!(found[0].line, Some(by(path, who).line_of(path, "verifie_par:")), "{path} {who}");
        }
        for who in [
            "rédaction",
            "médiatrice numérique",
            "équipe de la médiathèque Marie-Curie",
            "CCAS de Landerneau",
            "France services",
        ] {
            assert_eq!(codes(&by(path, who).findings_on(DAY)), Vec::<&str>::new(), "{path} {who}");
        }
    }
}

#[test]
fn a_guide_is_tried_or_read_and_other_sheets_are_called_too() {
    for (path, way, good) in [
        (CALL, "essai", true),
        (CALL, "documents", true),
        (CALL, "site", true),
        (CALL, "appel", false),
        (CALL, "visite", false),
        (PHOTO, "courriel", false),
        (MAIRIE, "appel", true),
        (MAIRIE, "visite", true),
        (MAIRIE, "courriel", true),
        (JITSI, "appel", true),
        (CASE, "appel", true),
    ] {
        let found = how(path, way).findings_on(DAY);
        let told = codes(&found).contains(&"E104");
        assert_eq!(told, !good, "{path} {way}: {found:?}");
    }
}
