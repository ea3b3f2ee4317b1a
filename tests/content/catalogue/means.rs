//! Codes of what a guide needs that not everybody has.

use super::{At, Fixture};
use crate::more_guides::SOMEBODY;
use crate::small_site::{SmallSite, codes, site};

const A: &str = "content/guides/a/guide.md";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "A110",
        file: A,
        at: At::Words("Écrivez votre adresse e-mail"),
        says: "« Écrivez votre adresse e-mail » suppose une adresse e-mail, et « Avant de commencer » n’en parle pas.",
        make: || {
            guide(
                "",
                "Écrivez votre adresse e-mail.",
                "Pas d'adresse ? Demandez à [la mairie](service:mairie).",
            )
            .into()
        },
    },
    Fixture {
        code: "A110",
        file: A,
        at: At::Words("faut_un_email"),
        says: "« a_avoir » demande un accès aux courriels, et « faut_un_email » dit « non ».",
        make: || guide("a_avoir: [un accès à vos courriels]", "Appuyez une fois.", SOMEBODY).into(),
    },
    Fixture {
        code: "A111",
        file: A,
        at: At::Words("Asseyez-vous face à la caméra"),
        says: "L’étape « Faites le geste un » demande une caméra, et ne dit pas comment faire sans.",
        make: || guide("faut_une_camera: oui", "Asseyez-vous face à la caméra.", SOMEBODY).into(),
    },
    Fixture {
        code: "A111",
        file: A,
        at: At::Words("faut_une_carte_bancaire"),
        says: "Le guide demande une carte bancaire, et ne dit nulle part comment faire sans.",
        make: || guide("faut_une_carte_bancaire: oui", "Appuyez une fois.", SOMEBODY).into(),
    },
];

fn guide(head: &str, action: &str, fallback: &str) -> SmallSite {
    site().with_guide("a", 10, head, &[("un", action, fallback)])
}

fn found(site: &SmallSite) -> Vec<String> {
    let found = site.findings();
    codes(&found).into_iter().filter(|code| ["A110", "A111"].contains(code)).map(str::to_owned).collect()
}

/// For each thing: a sentence that needs it, how the head says it, how one does without.
const THINGS: [(&str, &str, &str, &str); 4] = [
    (
        "Ouvrez votre messagerie.",
        "faut_un_email: oui",
        "a_avoir: [un accès à vos courriels]\nfaut_un_email: oui",
        "Pas de courriel ? Demandez à [la mairie](service:mairie).",
    ),
    (
        "Installez cette application.",
        "faut_un_smartphone: oui",
        "a_avoir: [un smartphone]",
        "Pas de smartphone ? Demandez à [la mairie](service:mairie).",
    ),
    (
        "Regardez la caméra.",
        "faut_une_camera: oui",
        "a_avoir: [un ordinateur avec une caméra]",
        "Pas de caméra ? Demandez à [la mairie](service:mairie).",
    ),
    (
        "Payez par carte.",
        "faut_une_carte_bancaire: oui",
        "a_avoir: [votre carte bancaire]",
        "Pas de carte ? Demandez à [la mairie](service:mairie).",
    ),
];

#[test]
fn what_is_needed_is_said_first_and_has_another_way_there() {
    for (needs, key, item, without) in THINGS {
        assert_eq!(found(&guide("", needs, SOMEBODY)), ["A110", "A111"], "{needs}: neither said nor spared");
        assert_eq!(found(&guide("", needs, without)), ["A110"], "{needs}: not said");
        assert_eq!(found(&guide(key, needs, SOMEBODY)), ["A111"], "{needs}: no other way");
        assert_eq!(found(&guide(key, needs, without)), [""; 0], "{needs}: said by {key}");
        assert_eq!(found(&guide(item, needs, without)), [""; 0], "{needs}: said by {item}");
        let no = key.replace("oui", "non");
        assert_eq!(found(&guide(&no, needs, without)), ["A110"], "{needs}: {no}");
        // Where the action itself lets one choose, nothing is needed.
        let choice = format!("{needs} Sinon, allez au guichet.");
        assert_eq!(found(&guide("", &choice, SOMEBODY)), [""; 0], "{choice}");
        // In the introduction, before any étape.
        let intro = guide(key, needs, SOMEBODY).replace(
            A,
            "sans rien de rare.",
            "sans rien de rare. Sinon, allez au guichet.",
        );
        assert_eq!(found(&intro), [""; 0], "{needs}: in the introduction");
        // Only a later étape gives it: too late.
        let late = site().with_guide(
            "a",
            10,
            key,
            &[("un", needs, SOMEBODY), ("deux", "Appuyez une fois.", without)],
        );
        assert_eq!(found(&late), ["A111"], "{needs}: too late");
        // Said, and needed in words that the lists do not know: anywhere will do.
        let quiet = site().with_guide(
            "a",
            10,
            key,
            &[("un", "Appuyez une fois.", SOMEBODY), ("deux", "Appuyez deux fois.", without)],
        );
        assert_eq!(found(&quiet), [""; 0], "{needs}: declared");
    }
}

#[test]
fn what_nobody_reads_or_another_language_is_not_looked_at() {
    for head in ["etat: retire\nretire_raison: Fini.", "depend_de: [skype]", "langue: en"] {
        assert_eq!(found(&guide(head, "Regardez la caméra.", SOMEBODY)), [""; 0], "{head}");
    }
    assert_eq!(found(&guide("etat: brouillon", "Regardez la caméra.", SOMEBODY)), ["A110", "A111"]);
}

#[test]
fn a_mail_that_some_need_may_stand_in_what_to_have() {
    for item in [
        "un accès à vos courriels si vous choisissez le compte des impôts",
        "un accès à vos courriels, ou à vos SMS",
        "un accès à vos courriels selon le site",
    ] {
        assert_eq!(
            found(&guide(&format!("a_avoir: [\"{item}\"]"), "Appuyez une fois.", SOMEBODY)),
            [""; 0],
            "{item}"
        );
    }
}

#[test]
fn before_beginning_the_page_says_what_is_needed() {
    let heads = "faut_un_smartphone: oui\nfaut_une_camera: oui\nfaut_une_carte_bancaire: oui";
    let page = guide(heads, "Appuyez une fois.", SOMEBODY).pages().remove("guides/a.html").unwrap();
    let text = crate::page::Page::read(&page).text().replace(['\u{a0}', '\u{202f}'], " ");
    for words in [
        "Téléphone à écran tactile (smartphone) : il en faut un.",
        "Caméra : il en faut une.",
        "Carte bancaire : il en faut une.",
    ] {
        assert!(text.contains(words), "no « {words} » in {text}");
    }
    let without =
        guide("faut_une_camera: non", "Appuyez une fois.", SOMEBODY).pages().remove("guides/a.html").unwrap();
    assert!(!crate::page::Page::read(&without).text().contains("il en faut une"));
}
