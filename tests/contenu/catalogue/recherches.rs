//! Codes of the searches that must succeed.

use super::{At, Fixture};
use crate::petit_site::{REQUETES, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E150",
        file: REQUETES,
        at: At::Words("visiau"),
        says: "La recherche « visiau » ne mène pas à « navigateur » : on trouve « Rejoindre un appel vidéo ».",
        make: || site().replace(REQUETES, "attendu: guide:appel", "attendu: mot:navigateur").into(),
    },
    Fixture {
        code: "E151",
        file: REQUETES,
        at: At::Words("guide:photo#etape-1"),
        says: "La recherche ne donne pas « guide:photo#etape-1 » pour réponse.",
        make: || site().replace(REQUETES, "attendu: guide:photo", "attendu: guide:photo#etape-1").into(),
    },
    Fixture {
        code: "E152",
        file: REQUETES,
        at: At::Words("VISIAU"),
        says: "La requête « VISIAU » est écrite deux fois.",
        make: || {
            site()
                .replace(
                    REQUETES,
                    "requete: liain\n  attendu: [mot:lien, mot:navigateur]",
                    "requete: VISIAU\n  attendu: guide:appel",
                )
                .into()
        },
    },
];
