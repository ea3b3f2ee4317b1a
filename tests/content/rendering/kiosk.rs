//! A public screen: nothing leads out, and what a visitor needs can be taken along.

use crate::page::Page;
use crate::small_site::{CALL, SITE, SmallSite, site};

fn kiosk() -> SmallSite {
    site().append(SITE, "cible: borne\n").replace(
        CALL,
        "La page de l'appel s'affiche.",
        "La page de l'appel s'affiche, ou lisez [l'aide](https://www.exemple.fr/aide/).",
    )
}

fn ways_out(html: &str) -> Vec<String> {
    let leaves =
        |href: &String| ["http:", "https:", "tel:", "sms:", "mailto:"].iter().any(|s| href.starts_with(s));
    Page::read(html)
        .elements
        .iter()
        .filter(|element| element.name == "a" || element.name == "form")
        .filter_map(|element| element.attributes.get("href").or_else(|| element.attributes.get("action")))
        .filter(|href| leaves(href))
        .cloned()
        .collect()
}

#[test]
fn no_link_leaves_a_public_screen() {
    for (address, html) in kiosk().pages() {
        assert_eq!(ways_out(&html), [""; 0], "{address}");
    }
    // Elsewhere there are some, or the test above could not fail.
    assert!(site().pages().values().any(|html| !ways_out(html).is_empty()));
}

#[test]
fn numbers_and_addresses_stand_in_clear_with_a_code() {
    let pages = kiosk().pages();
    let service = Page::read(&pages["services/mairie.html"]);
    let text = service.text().replace(['\u{a0}', '\u{202f}'], " ");
    assert!(text.contains("À emporter sur votre téléphone"), "{text}");
    let codes = |page: &Page| {
        page.elements.iter().filter(|e| e.attributes.get("class").is_some_and(|class| class == "qr")).count()
    };
    assert!(codes(&service) >= 1);
    let guide = Page::read(&pages["guides/appel.html"]);
    assert!(guide.text().contains("l’aide (exemple.fr/aide)"), "{}", guide.text());
    assert!(codes(&guide) >= 1);
    let usb = site().pages();
    assert_eq!(codes(&Page::read(&usb["services/mairie.html"])), 0);
}

#[test]
fn the_end_of_a_visit_is_in_the_script_of_public_screens_only() {
    let forgets = |site: &SmallSite| {
        let script = String::from_utf8(site.file("actifs/lecture.js")).unwrap();
        script.contains("eliane.seance")
    };
    assert!(forgets(&kiosk()));
    assert!(!forgets(&site()));
}

#[test]
fn only_a_public_screen_has_an_end_of_visit() {
    let holds = |html: &str| html.contains("id=\"fini\"") || html.contains("id=fini");
    assert!(
        kiosk().pages().iter().filter(|(address, _)| *address != "404.html").all(|(_, html)| holds(html))
    );
    assert!(!site().pages().values().any(|html| holds(html)));
}
