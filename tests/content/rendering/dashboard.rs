//! The dashboard says what is old, what would go, and where nobody answers.

use crate::page::Page;
use crate::small_site::{CALL, CLIC, JITSI, SITE, SmallSite, site};

const DASHBOARD: &str = "tableau-de-bord.html";

fn text(site: &SmallSite) -> String {
    let text = Page::read(&site.pages()[DASHBOARD]).text();
    text.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sheet_grows_old_on_it() {
    // Verified, to verify again, expired, never verified, all.
    assert!(text(&site()).contains("Guides 1 0 0 1 2"), "{}", text(&site()));
    let old =
        |day: &str| text(&site().replace(CALL, "verifie_le: 2026-11-01", &format!("verifie_le: {day}")));
    assert!(old("2026-05-01").contains("Guides 0 1 0 1 2"), "{}", old("2026-05-01"));
    assert!(old("2025-06-01").contains("Guides 0 0 1 1 2"), "{}", old("2025-06-01"));
    // What nobody dated comes first, then the oldest.
    let page = old("2025-06-01");
    let list = page.split("Les fiches les plus anciennes").nth(1).unwrap();
    let place = |words: &str| list.find(words).unwrap_or_else(|| panic!("{words}: {list}"));
    assert!(place("CLIC de Landerneau Service. Jamais vérifié.") < place("Vérifié le 1er juin 2025."));
}

#[test]
fn what_a_stopped_product_would_retire_is_told_before_it_stops() {
    let before = text(&site());
    assert!(before.contains("Guides qui seraient retirés : Prendre une photo"), "{before}");
    assert!(before.contains("à relire : Rejoindre un appel vidéo"), "{before}");
    let stopped = text(&site().replace(JITSI, "etat: actif", "etat: arrete\nfin: 2026-10-01"));
    assert!(stopped.contains("Jitsi : arrêté Guides retirés : Prendre une photo"), "{stopped}");
}

#[test]
fn communes_without_anybody_near_are_named() {
    let one = text(&site());
    let need = one.split("Besoins et communes").nth(1).unwrap().to_owned();
    assert!(need.contains("Communes servies : 1 sur 1."), "{need}");
    let far = text(&site().replace(CLIC, "zone: [\"242900801\"]", "zone: [\"R53\"]"));
    let need = far.split("Besoins et communes").nth(1).unwrap();
    assert!(need.contains("Communes servies : 0 sur 1. Sans service proche : Landerneau."), "{need}");
}

#[test]
fn a_public_screen_has_none() {
    let screen = site().append(SITE, "cible: borne\n");
    assert!(!screen.pages().contains_key(DASHBOARD));
}
