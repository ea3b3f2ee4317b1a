//! Codes of services named by their role, and of services of another territory.

use super::{At, Fixture, plain};
use crate::small_site::{
    CALL, CASE, CLIC, DEPARTEMENT, MAIRIE, PHOTO, QUESTIONS, SITE, SmallSite, codes, site,
};

const ASK: &str = "Montrez la photo à [votre département](role:departement).";
const TOULON: &str = "content/services/mairie-toulon.yaml";
const OF_TOULON: &str = "nom: Mairie de Toulon\ntype: mairie\nzone: [\"83137\"]\ntelephone: 04 94 36 30 00\nsi_non:\n  - raison: Si la mairie est fermée\n    service: departement\n";

/// The good site, with a service of another territory: its road to Finistère is its own business.
fn beside(link: &str) -> SmallSite {
    let toulon = OF_TOULON.split("si_non").next().unwrap_or_default();
    site().with(TOULON, toulon).replace(PHOTO, ASK, link)
}

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E240",
        file: PHOTO,
        at: At::Words("role:police"),
        says: "« police » n’est pas un rôle.",
        make: || site().replace(PHOTO, "role:departement", "role:police").into(),
    },
    Fixture {
        code: "A120",
        file: PHOTO,
        at: At::Words("service:mairie-toulon"),
        says: "« Mairie de Toulon » n’aide personne du territoire de ce site. Sa zone : Toulon (83137).",
        make: || beside("Voyez [la mairie](service:mairie-toulon).").into(),
    },
    // The advice of a case sends somebody somewhere.
    Fixture {
        code: "A120",
        file: CASE,
        at: At::Words("service:mairie-toulon"),
        says: "« Mairie de Toulon »",
        make: || {
            beside(ASK)
                .replace(CASE, "## Conseil\n", "## Conseil\nVoyez [la mairie](service:mairie-toulon).\n\n")
                .into()
        },
    },
    Fixture {
        code: "A120",
        file: MAIRIE,
        at: At::Words("service: mairie-toulon"),
        says: "« Mairie de Toulon »",
        make: || {
            let more = "  - raison: Si le département est fermé\n    service: mairie-toulon\n";
            site().with(TOULON, OF_TOULON).append(MAIRIE, more).replace(TOULON, "service: departement", "service: var").with(
                "content/services/var.yaml",
                "nom: Département du Var\ntype: departement\nzone: [\"83\", \"29\"]\ntelephone: 04 94 36 30 00\n",
            ).into()
        },
    },
    // The answer to a question.
    Fixture {
        code: "A120",
        file: QUESTIONS,
        at: At::Words("services: [mairie-toulon]"),
        says: "« Mairie de Toulon »",
        make: || {
            beside(ASK)
                .replace(
                    QUESTIONS,
                    "      guides: [photo]\n",
                    "      guides: [photo]\n      services: [mairie-toulon]\n",
                )
                .into()
        },
    },
    // Nothing leads there, but lists and the search do.
    Fixture {
        code: "A120",
        file: TOULON,
        at: At::Line(1),
        says: "« Mairie de Toulon » n’aide personne du territoire de ce site.",
        make: || beside(ASK).into(),
    },
    Fixture {
        code: "A121",
        file: PHOTO,
        at: At::Words("role:ccas"),
        says: "Le site ne connaît aucun service pour le rôle « ccas » sur son territoire, et un lien y mène.",
        make: || site().replace(PHOTO, "role:departement", "role:ccas").into(),
    },
];

fn said(site: &SmallSite) -> Vec<(String, String)> {
    let examined = site.examine();
    examined.diagnostics.iter().map(|found| (found.code.id.to_owned(), plain(&found.repair))).collect()
}

#[test]
fn every_role_is_a_link_and_nothing_else_is() {
    let roles = "mairie clic ccas epci departement france-services conseiller-numerique mdph cpam msa caf social jeunesse gendarmerie bibliotheque";
    for role in roles.split(' ') {
        let found = codes(&site().replace(PHOTO, "role:departement", &format!("role:{role}")).findings())
            .iter()
            .map(|code| (*code).to_owned())
            .collect::<Vec<_>>();
        assert!(found.iter().all(|code| code == "A121"), "{role}: {found:?}");
    }
    for (written, repair) in [
        ("Mairie", "role:mairie"),
        ("mairie-landerneau", "role:mairie"),
        ("hotel-de-ville", "role:mairie"),
        ("france-service", "role:france-services"),
        ("conseiller", "role:conseiller-numerique"),
        ("mdph-29", "role:mdph"),
        ("securite-sociale", "role:cpam"),
        ("mediatheque", "role:bibliotheque"),
        ("urgence", "service:urgence-15"),
        ("samu", "service:urgence-15"),
        ("national", "service:urgence-15"),
        ("prefecture", "Rôles possibles : mairie, clic, ccas"),
        ("autre", "Rôles possibles : "),
        ("", "Rôles possibles : "),
    ] {
        let broken = site().replace(PHOTO, "role:departement", &format!("role:{written}"));
        let said = said(&broken);
        assert!(
            said.iter().any(|(code, said)| code == "E240" && said.contains(repair)),
            "{written}: {said:?}"
        );
    }
}

/// Zones that hold somebody of the site, however wide or narrow, and those that hold nobody.
#[test]
fn a_service_is_foreign_when_nobody_of_the_site_lives_in_its_zone() {
    let of = |zone: &str| OF_TOULON.split("si_non").next().unwrap_or_default().replace("\"83137\"", zone);
    for (territory, zone, foreign) in [
        ("\"29103\"", "\"29103\"", false),
        ("\"29103\"", "\"242900801\"", false),
        ("\"29103\"", "\"29\"", false),
        ("\"29103\"", "\"R53\"", false),
        ("\"29103\"", "\"FR\"", false),
        ("\"29103\"", "\"83137\", \"29103\"", false),
        ("\"29103\"", "\"83137\"", true),
        ("\"29103\"", "\"29232\"", true),
        ("\"29103\"", "\"248300543\"", true),
        ("\"29103\"", "\"22\"", true),
        ("\"29103\"", "\"R93\"", true),
        ("\"242900801\"", "\"29103\"", false),
        ("\"242900801\"", "\"29232\"", true),
        ("\"29\"", "\"29232\"", false),
        ("\"29\"", "\"242900801\"", false),
        ("\"29\"", "\"22113\"", true),
        ("\"R53\"", "\"22113\"", false),
        ("\"R53\"", "\"83137\"", true),
        ("\"29103\", \"83137\"", "\"83\"", false),
        ("\"29103\", \"R93\"", "\"83137\"", false),
        ("\"FR\"", "\"83137\"", false),
        ("\"FR\"", "\"97411\"", false),
    ] {
        let made = site()
            .replace(SITE, "territoires: [\"29103\"]", &format!("territoires: [{territory}]"))
            .with(TOULON, of(zone));
        let found = made.findings();
        let said = found.iter().any(|found| found.code == "A120");
        assert_eq!(said, foreign, "{territory} {zone}: {found:?}");
    }
}

#[test]
fn a_case_may_tell_what_services_of_elsewhere_did() {
    let told = beside(ASK).append(CASE, "\n").replace(CASE, "{service=clic}", "{service=mairie-toulon}");
    let found = told.findings();
    // The sheet itself, which nobody here can use, is told once.
    assert_eq!(codes(&found), ["A120"], "{found:?}");
    assert!(found[0].file.as_deref().is_some_and(|file| file.ends_with(TOULON)), "{found:?}");
}

#[test]
fn many_foreign_sheets_are_one_finding() {
    let mut made = site();
    for at in 0..40 {
        let text = format!(
            "nom: Mairie d’ailleurs {at}\ntype: mairie\nzone: [\"83137\"]\ntelephone: 04 94 36 30 00\n"
        );
        made = made.with(&format!("content/services/ailleurs-{at}.yaml"), text);
    }
    let found = made.findings();
    assert_eq!(codes(&found), ["A120"]);
    assert!(plain(&found[0].message).starts_with("40 fiches n’aident personne du territoire"), "{found:?}");
}

#[test]
fn a_role_is_held_by_a_sheet_of_its_type_or_by_a_number_for_all_of_france() {
    let named = site().replace(PHOTO, "role:departement", "role:cpam");
    let number = "nom: 3646, Assurance maladie\ntype: national\nzone: [\"FR\"]\ntelephone:\n  - numero: \"3646\"\n    prix: normal\n";
    assert_eq!(codes(&named.clone().with("content/services/3646.yaml", number).findings()), ["A121"]);
    let stands_in = number.to_owned() + "tient_lieu_de: [cpam]\n";
    assert_eq!(
        codes(&named.clone().with("content/services/3646.yaml", &stands_in).findings()),
        Vec::<&str>::new()
    );
    // A draft and a sheet of elsewhere hold nothing.
    let cpam = "nom: Caisse\ntype: cpam\nzone: [\"29103\"]\ntelephone: 02 98 85 99 09\n";
    assert_eq!(codes(&named.clone().with("content/services/cpam.yaml", cpam).findings()), Vec::<&str>::new());
    let elsewhere = cpam.replace("29103", "83137");
    let found = named.clone().with("content/services/cpam.yaml", elsewhere).findings();
    assert!(codes(&found).contains(&"A121"), "{found:?}");
    let draft = cpam.to_owned() + "etat: brouillon\n";
    let found = named.with("content/services/cpam.yaml", draft).findings();
    assert!(codes(&found).contains(&"A121"), "{found:?}");
    // Several links, one finding that counts them.
    let twice = site().replace(PHOTO, "role:departement", "role:ccas").replace(
        CALL,
        "Ce guide sert",
        "Voyez [l’aide sociale](role:ccas). Ce guide sert",
    );
    let found = twice.findings();
    assert_eq!(codes(&found), ["A121"]);
    assert!(plain(&found[0].message).ends_with("et 2 liens y mènent."), "{found:?}");
    // A guide that has no page sends nobody.
    let withdrawn = site().replace(PHOTO, "role:departement", "role:ccas").replace(
        PHOTO,
        "faut_entendre: non",
        "faut_entendre: non\netat: retire\nretire_raison: Il ne sert plus.",
    );
    assert!(!codes(&withdrawn.findings()).contains(&"A121"));
}

#[test]
fn a_site_without_territory_leaves_nobody_out() {
    let nowhere = beside("Voyez [la mairie](service:mairie-toulon), ou [l’aide sociale](role:ccas).")
        .replace(SITE, "territoires: [\"29103\"]\n", "");
    assert_eq!(codes(&nowhere.findings()), Vec::<&str>::new());
    let _ = (CLIC, DEPARTEMENT);
}
