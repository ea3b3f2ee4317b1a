//! Codes of the searches that must succeed.

use super::{At, Fixture};
use crate::small_site::{QUERIES, site};

const EMERGENCIES: &str = "content/urgences.yaml";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E150",
        file: QUERIES,
        at: At::Words("visiau"),
        says: "La recherche « visiau » ne mène pas à « navigateur » : on trouve « Rejoindre un appel vidéo ».",
        make: || site().replace(QUERIES, "attendu: guide:appel", "attendu: mot:navigateur").into(),
    },
    Fixture {
        code: "E151",
        file: QUERIES,
        at: At::Words("guide:photo#etape-1"),
        says: "La recherche ne donne pas « guide:photo#etape-1 » pour réponse.",
        make: || site().replace(QUERIES, "attendu: guide:photo", "attendu: guide:photo#etape-1").into(),
    },
    Fixture {
        code: "E151",
        file: QUERIES,
        at: At::Words("visiau"),
        says: "Le rôle « ccas » n’a pas de page dans ce site",
        make: || site().replace(QUERIES, "attendu: guide:appel", "attendu: [guide:appel, role:ccas]").into(),
    },
    Fixture {
        code: "E152",
        file: QUERIES,
        at: At::Words("VISIAU"),
        says: "La requête « VISIAU » est écrite deux fois.",
        make: || {
            site()
                .replace(
                    QUERIES,
                    "requete: liain\n  attendu: [mot:lien, mot:navigateur]",
                    "requete: VISIAU\n  attendu: guide:appel",
                )
                .into()
        },
    },
    Fixture {
        code: "E112",
        file: EMERGENCIES,
        at: At::Words("je suis en danger"),
        says: "Le mot d’urgence « je suis en danger » mène d’abord à l’entrée « police ».",
        make: || {
            let text = entry("mots: [la mer monte, je suis en danger]\n  sauf: [danger]");
            site().with(EMERGENCIES, text).into()
        },
    },
    Fixture {
        code: "E113",
        file: EMERGENCIES,
        at: At::Words("id: marees"),
        says: "L’urgence « marees » ne dit pas qui joindre.",
        make: || {
            site().with(EMERGENCIES, entry("mots: [la mer monte]").replace("  numero: \"196\"\n", "")).into()
        },
    },
    Fixture {
        code: "E114",
        file: EMERGENCIES,
        at: At::Line(8),
        says: "L’urgence « marees » est écrite deux fois.",
        make: || {
            let one = entry("mots: [la mer monte]\n");
            site().with(EMERGENCIES, format!("{one}# encore\n{one}")).into()
        },
    },
    Fixture {
        code: "A130",
        file: EMERGENCIES,
        at: At::Words("id: marees"),
        says: "L’urgence « marees » mène à une fiche sans numéro.",
        make: || {
            site().with(EMERGENCIES, entry("mots: [la mer monte]").replace("numero: \"196\"", "service: mer"))
                .with("content/services/mer.yaml", "nom: Les amis de la mer\ntype: association\nzone: [\"FR\"]\nsite: https://www.exemple.fr/mer\n")
                .into()
        },
    },
];

/// An entry of a site by the sea.
fn entry(words: &str) -> String {
    format!(
        "- id: marees\n  phrase: La mer vous entoure ? Appelez le 196.\n  par_ecrit: Envoyez un SMS au 114.\n  numero: \"196\"\n  {words}\n"
    )
}
