//! Ways to a commune without JavaScript: by département, by group of communes, by name, by postal code.

use crate::page::Page;
use crate::small_site::{SITE, SmallSite, site};

fn over(territories: &str) -> SmallSite {
    site().replace(SITE, "territoires: [\"29103\"]", &format!("territoires: [{territories}]"))
}

fn text(pages: &std::collections::BTreeMap<String, String>, address: &str) -> String {
    Page::read(&pages[address]).text().replace(['\u{a0}', '\u{202f}'], " ")
}

/// The addresses that a page links to, without what climbs.
fn links(pages: &std::collections::BTreeMap<String, String>, address: &str) -> Vec<String> {
    let page = Page::read(&pages[address]);
    let hrefs = page.elements.iter().filter(|e| e.name == "a").filter_map(|e| e.attributes.get("href"));
    hrefs.map(|href| href.trim_start_matches("../").to_owned()).collect()
}

#[test]
fn one_commune_has_its_ways_and_no_more() {
    let pages = site().pages();
    let ways: Vec<&String> =
        pages.keys().filter(|a| a.starts_with("territoires") || a.starts_with("communes")).collect();
    assert_eq!(
        ways,
        [
            "communes.html",
            "territoires.html",
            "territoires/29.html",
            "territoires/29/aide-appel-video-landerneau-29103.html",
            "territoires/29/aide-materiel-landerneau-29103.html",
            "territoires/29/codes-postaux.html",
            "territoires/29/landerneau-29103.html",
            "territoires/epci/du-pays-de-landerneau-daoulas-242900801.html",
            "territoires/france.html",
        ]
    );
}

#[test]
fn a_commune_tells_the_way_back() {
    let pages = site().pages();
    let links = links(&pages, "territoires/29/landerneau-29103.html");
    let at = |href: &str| links.iter().position(|link| link == href).unwrap_or_else(|| panic!("no {href}"));
    let epci = at("territoires/epci/du-pays-de-landerneau-daoulas-242900801.html");
    assert!(
        at("territoires.html") < at("territoires/29.html") && at("territoires/29.html") < epci,
        "{links:?}"
    );
}

#[test]
fn departements_and_groups_of_communes_show_their_services() {
    let pages = site().pages();
    assert!(text(&pages, "territoires/29.html").contains("Département du Finistère"));
    let epci = text(&pages, "territoires/epci/du-pays-de-landerneau-daoulas-242900801.html");
    assert!(epci.contains("CLIC de Landerneau") && epci.contains("Voir et parler à mes proches"), "{epci}");
    assert!(!epci.contains("Mairie de Landerneau"), "a commune's own services are on its sheet");
    // Nothing there is said, and the way goes on.
    assert!(
        text(&pages, "territoires/france.html").contains("Nous ne connaissons pas encore de service ici.")
    );
}

#[test]
fn a_shared_postal_code_shows_every_commune_and_those_that_are_not_covered() {
    let pages = site().pages();
    let codes = text(&pages, "territoires/29/codes-postaux.html");
    assert!(
        codes.contains("29800") && codes.contains("Ce site ne couvre pas : La Forest-Landerneau, La Martyre"),
        "{codes}"
    );
    let pages = over("\"01\", \"74\"").pages();
    for page in ["territoires/01/codes-postaux.html", "territoires/74/codes-postaux.html"] {
        let links = links(&pages, page);
        let names = ["74/eloise-74109.html", "01/leaz-01209.html"];
        let has = |name: &str| {
            links.iter().any(|link| link.trim_start_matches("territoires/").ends_with(&name[3..]))
        };
        assert!(names.iter().all(|name| has(name)), "01200 serves two départements: {page}");
    }
}

#[test]
fn older_names_lead_to_the_commune_of_today() {
    let pages = over("\"25527\"").pages();
    let communes = text(&pages, "communes.html");
    assert!(communes.contains("Antorpe voir Saint-Vit"), "{communes}");
}

#[test]
fn many_communes_are_reached_by_departement_and_by_letter() {
    let pages = over("\"29\", \"22\"").pages();
    let entrance = links(&pages, "territoires.html");
    assert!(
        entrance.contains(&"territoires/29.html".to_owned())
            && entrance.contains(&"territoires/22.html".to_owned())
    );
    assert!(!entrance.iter().any(|link| link.contains("landerneau")), "one chooses a département first");
    assert!(links(&pages, "communes.html").contains(&"communes/l.html".to_owned()));
    assert!(links(&pages, "communes/l.html").contains(&"territoires/29/landerneau-29103.html".to_owned()));
    assert!(
        links(&pages, "territoires/29.html").contains(&"territoires/29/landerneau-29103.html".to_owned())
    );
    // The map of the site leaves long lists to their own pages.
    assert!(!links(&pages, "plan.html").iter().any(|link| link.contains("landerneau-29103")));
}

#[test]
fn a_site_without_territory_sends_nobody_to_an_empty_list() {
    let pages = site().replace(SITE, "territoires: [\"29103\"]\n", "").pages();
    assert!(!pages.contains_key("communes.html"));
    assert!(!pages["index.html"].contains("communes.js"), "no field that finds nothing");
    assert!(links(&pages, "territoires.html").contains(&"territoires/france.html".to_owned()));
}

#[test]
fn the_origin_of_the_names_is_told() {
    let about = text(&site().pages(), "a-propos.html");
    for words in ["Carte des communes", "2026", "Licence Ouverte", "@etalab/decoupage-administratif"] {
        assert!(about.contains(words), "no « {words} » in {about}");
    }
}
