//! Codes of services that are withdrawn, and of what helps in their place.

use super::{At, Fixture};
use crate::petit_site::{MAIRIE, site};

/// Where the sheet of a service that closed stands.
const CLOSED: &str = "content/services/point-ferme.yaml";

pub(super) static FIXTURES: &[Fixture] = &[Fixture {
    code: "E154",
    file: CLOSED,
    at: At::Words("nom:"),
    says: "« Point d’accueil » est remplacé par « Autre point », qui n’est plus là",
    make: || {
        let closed = |name: &str, by: &str| {
            format!(
                "nom: {name}\ntype: autre\nzone: [\"29103\"]\netat: retire\nretire_raison: Ce point d’accueil a fermé.\n{by}"
            )
        };
        site()
            .with(CLOSED, closed("Point d’accueil", "remplace_par: [autre-point]\n"))
            .with("content/services/autre-point.yaml", closed("Autre point", "remplace_par: [mairie]\n"))
            .append(MAIRIE, "alias: [services/ancienne-mairie.html]\n")
            .into()
    },
}];
