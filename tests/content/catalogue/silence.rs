//! Codes of what cannot be followed without hearing.

use super::{At, Fixture};
use crate::small_site::{CALL, MAIRIE, PHOTO, site};

const ASK: &str = "Appelez [votre mairie](service:mairie), ou allez sur place.";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "A070",
        file: CALL,
        at: At::Words("Appelez [votre mairie]"),
        says: "« Appelez » suppose d’entendre ou de parler, et l’étape « Ouvrez le lien reçu » ne donne pas d’autre moyen.",
        make: || site().replace(CALL, ASK, "Appelez [votre mairie](service:mairie).").into(),
    },
    Fixture {
        code: "A070",
        file: PHOTO,
        at: At::Words("## Parlez à l'appareil"),
        says: "« Parlez »",
        make: || site().replace(PHOTO, "## Tenez l'appareil droit", "## Parlez à l'appareil").into(),
    },
    // The caption; the title of a link, which holds the same word, stands before it.
    Fixture {
        code: "A070",
        file: PHOTO,
        at: At::Words("(appareil.svg"),
        says: "« Dites »",
        make: || {
            site()
                .replace(PHOTO, "Tenez l'appareil à", "Lisez [Dites non](guide:appel). Tenez-le à")
                .replace(PHOTO, "Les deux mains\")", "Dites bonjour\")")
                .into()
        },
    },
    Fixture {
        code: "E225",
        file: CALL,
        at: At::Words("faut_entendre: oui"),
        says: "Il faut entendre pour suivre « Rejoindre un appel vidéo », et ce guide ne mène à personne d’autre.",
        make: || {
            let alone = "Appelez le [3646](tel:3646), ou allez sur place.";
            site().replace(CALL, ASK, alone).into()
        },
    },
    // A service that one reaches by voice only is no way out.
    Fixture {
        code: "E225",
        file: CALL,
        at: At::Words("faut_entendre: oui"),
        says: "ne mène à personne d’autre",
        make: || site().replace(MAIRIE, "entendre: [sur_place]", "mode_contact: [telephone]").into(),
    },
];

#[test]
fn a_guide_that_needs_hearing_may_lead_to_a_need_a_commune_or_an_sms() {
    for way in ["besoin:appel-video", "commune:29103", "sms:114", "service:clic"] {
        let link = format!("Voyez [qui peut vous aider]({way}).");
        let found = site().replace(CALL, ASK, &link).findings();
        assert!(found.is_empty(), "{way}: {found:#?}");
    }
}

#[test]
fn what_nobody_reads_is_not_looked_at() {
    let withdrawn = "etat: retire\nretire_raison: Ce guide ne sert plus.\nfaut_entendre: non";
    let found = site()
        .replace(PHOTO, "faut_entendre: non", withdrawn)
        .replace(PHOTO, "Tenez l'appareil à", "Dites oui. Tenez-le à")
        .findings();
    assert!(found.iter().all(|found| found.code != "A070"), "{found:#?}");
    let english = site().replace(PHOTO, "faut_entendre: non", "langue: en\nfaut_entendre: non").replace(
        PHOTO,
        "Tenez l'appareil à",
        "Dites oui. Tenez-le à",
    );
    assert!(english.findings().is_empty(), "{:#?}", english.findings());
}
