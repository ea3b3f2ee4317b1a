//! Codes of services that are withdrawn, and of what helps in their place.

use super::plain;
use super::{At, Fixture};
use crate::small_site::{DAY, MAIRIE, SITE, SmallSite, codes, site};

/// Where the sheet of a service that closed stands.
const CLOSED: &str = "content/services/point-ferme.yaml";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "A007",
        file: CLOSED,
        at: At::Words("remplace_par:"),
        says: "« Point d’accueil » aidait ici : Landerneau (29103). « Mairie de Quimper », qui le remplace, n’y aide personne. Sa zone : Quimper (29232).",
        make: || replaced("\"29103\"", &[("mairie-quimper", "\"29232\"")]).into(),
    },
    Fixture {
        code: "E154",
        file: CLOSED,
        at: At::Words("remplace_par:"),
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
    },
];

/// A site of Landerneau and Quimper, where a service of some zone closed and others take its place.
fn replaced(zone: &str, by: &[(&str, &str)]) -> SmallSite {
    let mut made = site().replace(SITE, "territoires: [\"29103\"]", "territoires: [\"29103\", \"29232\"]");
    let ids: Vec<&str> = by.iter().map(|(id, _)| *id).collect();
    for (id, zone) in by {
        let text = format!(
            "nom: Mairie de Quimper\ntype: mairie\nzone: [{zone}]\ntelephone: 02 98 98 89 89\nsi_non:\n  - raison: Si la mairie est fermée\n    service: departement\n"
        );
        made = made.with(&format!("content/services/{id}.yaml"), text);
    }
    made.with(
        CLOSED,
        format!(
            "nom: Point d’accueil\ntype: autre\nzone: [{zone}]\netat: retire\nretire_raison: Ce point d’accueil a fermé.\nremplace_par: [{}]\n",
            ids.join(", ")
        ),
    )
}

/// The zone of the one that closed, those of the others, and what is told.
#[test]
fn a_service_is_replaced_where_it_helped() {
    let nobody = "n’y aide personne";
    let some = "aidait aussi";
    for (zone, by, told) in [
        ("\"29103\"", &["\"29103\""][..], None),
        ("\"29103\"", &["\"242900801\""], None),
        ("\"29103\"", &["\"29\""], None),
        ("\"29103\"", &["\"R53\""], None),
        ("\"29103\"", &["\"FR\""], None),
        ("\"29103\"", &["\"29232\", \"29103\""], None),
        ("\"29103\", \"29232\"", &["\"29103\"", "\"29232\""], None),
        ("\"29\"", &["\"29103\"", "\"29232\""], None),
        // Those who live outside the site's territory read another one.
        ("\"242900801\"", &["\"29103\""], None),
        ("\"FR\"", &["\"29103\", \"29232\""], None),
        ("\"29103\"", &["\"29232\""], Some(nobody)),
        ("\"29232\"", &["\"29103\""], Some(nobody)),
        ("\"242900801\"", &["\"29232\""], Some(nobody)),
        ("\"29103\"", &["\"83137\""], Some(nobody)),
        ("\"29103\"", &["\"83\""], Some(nobody)),
        ("\"29103\"", &["\"R93\""], Some(nobody)),
        ("\"29103\"", &["\"22\""], Some(nobody)),
        ("\"29103\"", &["\"29103\"", "\"29232\""], Some(nobody)),
        ("\"83137\"", &["\"29103\""], Some(nobody)),
        ("\"29103\", \"29232\"", &["\"29103\""], Some(some)),
        ("\"29\"", &["\"29232\""], Some(some)),
        ("\"R53\"", &["\"242900801\""], Some(some)),
        ("\"FR\"", &["\"29232\""], Some(some)),
    ] {
        let ids = ["mairie-quimper", "mairie-autre"];
        let by: Vec<(&str, &str)> = ids.into_iter().zip(by.iter().copied()).collect();
        let made = replaced(zone, &by);
        let found = made.findings_on(DAY);
        let own: Vec<_> = found.iter().filter(|found| found.code == "A007").collect();
        assert_eq!(own.len(), usize::from(told.is_some()), "{zone} {by:?}: {found:?}");
        for one in own {
            assert!(plain(&one.message).contains(told.unwrap()), "{zone} {by:?}: {one:?}");
            assert_eq!(one.line, Some(made.line_of(CLOSED, "remplace_par")), "{zone} {by:?}");
        }
    }
    // The repair names what would serve.
    let made = replaced("\"29103\"", &[("mairie-quimper", "\"29232\"")]);
    let examined = made.examine();
    let told = examined.diagnostics.iter().find(|one| one.code.id == "A007").unwrap();
    assert_eq!(told.repair, "Écrivez, par exemple : remplace_par: [mairie]");
    assert_eq!(
        codes(&replaced("\"29103\"", &[("mairie-quimper", "\"29103\"")]).findings_on(DAY)),
        Vec::<&str>::new()
    );
}
