//! Codes of the theme.

use super::{At, Fixture};
use crate::small_site::{SITE, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E090",
        file: SITE,
        at: At::Words("theme: kiosk"),
        says: "Le thème « kiosk » n’existe pas.",
        make: || site().append(SITE, "theme: kiosk\n").into(),
    },
    Fixture {
        code: "E091",
        file: "themes/kiosque/plan.html",
        at: At::WholeFile,
        says: "Ce modèle de page ne peut pas être lu",
        make: || site().with("themes/kiosque/plan.html", "{% if vue %}jamais fermé").into(),
    },
    // Compiles, and fails only when a page is made.
    Fixture {
        code: "E091",
        file: "themes/kiosque/plan.html",
        at: At::WholeFile,
        says: "inconnue",
        make: || site().with("themes/kiosque/plan.html", "{{ vue.inconnue.nom }}").into(),
    },
    Fixture {
        code: "E092",
        file: "themes/kiosque/plan.html",
        at: At::WholeFile,
        says: "La phrase « plan_chapo » n’est pas dans textes.yaml.",
        make: || {
            site().with("themes/kiosque/plan.html", "{% if false %}{{ t.plan_chapo }}{% endif %}").into()
        },
    },
    Fixture {
        code: "A090",
        file: "themes/kiosque/acueil.html",
        at: At::WholeFile,
        says: "Ce fichier ne remplace aucun fichier du thème.",
        make: || site().with("themes/kiosque/acueil.html", "<p>Bonjour</p>").into(),
    },
];
