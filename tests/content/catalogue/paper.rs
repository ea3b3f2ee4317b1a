//! Codes of paper. The good site asks for none, because each fixture would lay all of it out.

use super::{At, Fixture};
use crate::small_site::{CALL, SITE, SmallSite, site};

pub(super) fn on_paper() -> SmallSite {
    printed(&site())
}

/// That site, with its sheets.
pub(super) fn printed(site: &SmallSite) -> SmallSite {
    site.clone().replace(SITE, "papier: non", "papier: oui")
}

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E220",
        file: "themes/kiosque/papier/poche.typ",
        at: At::Line(2),
        says: "unknown variable: inconnue",
        make: || on_paper().with("themes/kiosque/papier/poche.typ", "Bonjour\n#inconnue\n").into(),
    },
    Fixture {
        code: "E221",
        file: CALL,
        at: At::Words("resume:"),
        says: "contient le signe « 電 », que la police du papier n’a pas.",
        make: || on_paper().replace(CALL, "resume: ", "resume: 電 ").into(),
    },
];

#[test]
fn the_good_site_can_be_printed() {
    assert_eq!(on_paper().findings(), []);
}
