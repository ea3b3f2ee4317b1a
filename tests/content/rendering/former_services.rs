//! Services that changed their name, and services that are no more: their old addresses answer.

use crate::page::Page;
use crate::small_site::{MAIRIE, SmallSite, site};

const OLD: &str = "services/point-d-accueil.html";

fn withdrawn() -> SmallSite {
    site()
        .append(
            MAIRIE,
            "alias: [services/ancienne-mairie.html]\nanciens_noms: [Mairie de Landerne]\n",
        )
        .with(
            "content/services/point-d-accueil.yaml",
            "nom: Point d’accueil\ntype: autre\nzone: [\"29103\"]\nbesoins: [materiel]\ntelephone: 02 61 91 00 12\netat: retire\nretire_raison: Ce point d’accueil a fermé.\nretire_le: 2026-05-05\nremplace_par: [mairie]\nalias: [services/ancien-point.html]\n",
        )
}

fn said(page: &Page) -> String {
    page.text().replace('\u{a0}', " ")
}

#[test]
fn a_service_that_is_no_more_answers_at_each_of_its_addresses() {
    let pages = withdrawn().pages();
    for address in [OLD, "services/ancien-point.html"] {
        let page = Page::read(&pages[address]);
        let text = said(&page);
        assert!(text.contains("Ce point d’accueil a fermé."), "{address}: {text}");
        assert!(text.contains("depuis le 5 mai 2026"), "{address}: {text}");
        assert!(
            page.elements
                .iter()
                .any(|e| e.attributes.get("href").is_some_and(|h| h.ends_with("mairie.html")))
        );
        assert!(!text.contains("02 61 91 00 12"), "a number that does not answer: {text}");
    }
    for (address, html) in &pages {
        let leads = Page::read(html)
            .elements
            .iter()
            .any(|e| e.attributes.get("href").is_some_and(|h| h.ends_with("point-d-accueil.html")));
        assert!(!leads || address == "plan.html", "{address} leads to what is no more");
    }
}

#[test]
fn a_service_that_changed_its_name_says_so_at_its_old_address() {
    let pages = withdrawn().pages();
    let page = Page::read(&pages["services/ancienne-mairie.html"]);
    let text = said(&page);
    assert!(text.contains("Ce service a changé de nom. Il s’appelait : Mairie de Landerne."), "{text}");
    assert!(
        page.elements.iter().any(|e| e.attributes.get("href").is_some_and(|h| h.ends_with("mairie.html")))
    );
}
