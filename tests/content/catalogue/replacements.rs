//! Codes of what replaces a retired guide, and of « voir aussi ».

use super::{At, Fixture};
use crate::more_guides::SOMEBODY;
use crate::small_site::{CALL, JITSI, SKYPE, SmallSite, codes, site};

const OLD_GUIDE: &str = "content/guides/vieux/guide.md";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E233",
        file: OLD_GUIDE,
        at: At::Words("remplace_par"),
        says: "« remplace_par » nomme « Faire la chose 9 » : c’est un guide retiré.",
        make: || site().with_retired("vieux", 8, "autre").with_retired("autre", 9, "photo").into(),
    },
    Fixture {
        code: "E233",
        file: OLD_GUIDE,
        at: At::Words("remplace_par"),
        says: "c’est un guide qui dit d’installer un produit arrêté, « Skype »",
        make: || installing("Installez Skype.").with_retired("vieux", 8, "autre").into(),
    },
    Fixture {
        code: "A115",
        file: SKYPE,
        at: At::Words("nom: Skype"),
        says: "« Skype » est remplacé par « Vieil outil », qui est arrêté aussi.",
        make: || {
            let old =
                "nom: Vieil outil\nresume: Cet outil n'existe plus.\netat: arrete\nremplace_par: [jitsi]\n";
            site()
                .with("content/produits/vieil-outil.yaml", old)
                .replace(SKYPE, "remplace_par: [jitsi]", "remplace_par: [vieil-outil]")
                .into()
        },
    },
    Fixture {
        code: "A112",
        file: CALL,
        at: At::Words("voir_aussi"),
        says: "« voir_aussi » nomme « Faire la chose 8 » : c’est un guide retiré.",
        make: || {
            site()
                .with_retired("vieux", 8, "photo")
                .replace(CALL, "voir_aussi: [photo]", "voir_aussi: [photo, vieux]")
                .into()
        },
    },
];

fn installing(action: &str) -> SmallSite {
    site().with_guide("autre", 9, "produits: [skype]", &[("premier", action, SOMEBODY)])
}

/// Each replacement with whether it is refused.
#[test]
fn a_replacement_can_be_followed_today() {
    let with = |head: &str| site().with_short_guide("autre", 9, head);
    let refused = [
        ("itself", site().with_retired("vieux", 8, "vieux")),
        ("a draft", with("etat: brouillon").with_retired("vieux", 8, "autre")),
        ("retired", with("etat: retire\nretire_raison: Fini.").with_retired("vieux", 8, "autre")),
        ("of a stopped product", with("depend_de: [skype]").with_retired("vieux", 8, "autre")),
        ("installs", installing("Installez Skype.").with_retired("vieux", 8, "autre")),
        ("downloads", installing("Téléchargez Skype.").with_retired("vieux", 8, "autre")),
        ("updates", installing("Mettez à jour Skype.").with_retired("vieux", 8, "autre")),
        ("one of two", installing("Installez Skype.").with_retired("vieux", 8, "photo, autre")),
        ("each other", site().with_retired("vieux", 8, "autre").with_retired("autre", 9, "vieux")),
        (
            "the product stops later",
            site().with_short_guide("autre", 9, "depend_de: [skype]").with_retired(
                "vieux",
                8,
                "photo, autre",
            ),
        ),
    ];
    for (name, site) in refused {
        let found = site.findings();
        assert!(codes(&found).contains(&"E233"), "{name}: {found:#?}");
    }
    let accepted = [
        ("a live guide", with("").with_retired("vieux", 8, "autre")),
        ("suspended, which says so", with("etat: suspendu").with_retired("vieux", 8, "autre")),
        ("speaks of the product", with("produits: [skype]").with_retired("vieux", 8, "autre")),
        ("needs a product that lives", with("depend_de: [jitsi]").with_retired("vieux", 8, "autre")),
        ("says not to install", installing("N'installez pas Skype.").with_retired("vieux", 8, "autre")),
        ("asks", installing("On veut installer Skype ? Refusez.").with_retired("vieux", 8, "autre")),
        ("installs another", installing("Installez Jitsi.").with_retired("vieux", 8, "autre")),
        ("removes it", installing("Désinstallez Skype.").with_retired("vieux", 8, "autre")),
        (
            "installs what lives still",
            installing("Installez Skype.")
                .replace(SKYPE, "etat: arrete\nfin: 2025-05-05\nremplace_par: [jitsi]\n", "etat: actif\n")
                .with_retired("vieux", 8, "autre"),
        ),
        ("two live guides", with("").with_retired("vieux", 8, "photo, autre")),
    ];
    for (name, site) in accepted {
        let found = site.findings();
        assert!(!codes(&found).iter().any(|code| code.starts_with('E')), "{name}: {found:#?}");
    }
}

#[test]
fn a_replacement_that_does_not_serve_is_told_with_one_that_does() {
    let found = site().with_retired("vieux", 8, "autre").with_retired("autre", 9, "photo").examine();
    let said = eliane::diag::render_plain(&found.diagnostics, &found.sources);
    assert!(said.contains("Nommez plutôt : [photo]"), "{said}");
}

#[test]
fn a_stopped_product_takes_its_guides_out_of_what_replaces() {
    let before = site().with_short_guide("autre", 9, "depend_de: [jitsi]").with_retired("vieux", 8, "autre");
    assert!(before.findings().is_empty(), "{:#?}", before.findings());
    let after = before.replace(JITSI, "etat: actif", "etat: arrete").findings();
    assert!(
        after.iter().any(|found| found.code == "E233" && found.file.as_deref() == Some(OLD_GUIDE)),
        "{after:#?}"
    );
}
