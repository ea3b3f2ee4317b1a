//! « Qui peut vous aider près de chez vous », at the end of each guide, on sites of every size.

use crate::page::Page;
use crate::small_site::{CALL, CLIC, SITE, SmallSite, site};

const GUIDE: &str = "guides/appel.html";
const LANDERNEAU: &str = "\"242900801\"";
const BREST: &str = "\"242900314\"";

/// A service that answers the guide's need.
fn with(site: SmallSite, id: &str, kind: &str, zone: &str, more: &str) -> SmallSite {
    let text = format!(
        "nom: Service {id}\ntype: {kind}\nbesoins: [appel-video]\nzone: [{zone}]\nsite: https://exemple.fr/\n{more}"
    );
    site.with(&format!("content/services/{id}.yaml"), text)
}

/// The good site for these territories, with services of every level.
fn over(territories: &str) -> SmallSite {
    let site = site().replace(SITE, "[\"29103\"]", &format!("[{territories}]"));
    let site = with(site, "commune", "association", "\"29103\"", "");
    let site = with(site, "brest", "clic", BREST, "");
    let site = with(site, "finistere", "association", "\"29\"", "");
    let site = with(site, "paris", "clic", "\"75\"", "");
    with(site, "national", "national", "\"FR\"", "")
}

/// The section: the names of its cards, in order, up to « Partout en France » and after, its text and its links.
struct Section {
    near: Vec<String>,
    national: Vec<String>,
    text: String,
    links: Vec<String>,
}

fn section(site: &SmallSite) -> Section {
    let pages = site.pages();
    let html = &pages[GUIDE];
    let from = html.find("qui-aide").unwrap();
    let to = html[from..].find("</section>").map(|end| from + end).unwrap();
    let html = &html[html[..from].rfind('<').unwrap()..to];
    let page = Page::read(html);
    let names = |html: &str| -> Vec<String> {
        let page = Page::read(html);
        let links = page.elements.iter().filter_map(|e| e.attributes.get("href"));
        let ids = links.filter_map(|href| href.strip_prefix("../services/")?.strip_suffix(".html"));
        ids.map(str::to_owned).collect()
    };
    let (near, national) = html.split_once("Partout en France").unwrap_or((html, ""));
    Section {
        near: names(near),
        national: names(national),
        text: page.text().replace(['\u{a0}', '\u{202f}'], " "),
        links: page.elements.iter().filter_map(|e| e.attributes.get("href").cloned()).collect(),
    }
}

#[test]
fn a_site_of_one_commune_shows_all_who_serve_it_and_leads_to_its_page() {
    let found = section(&over("\"29103\""));
    // Those that are there to help, nearest first; nobody of elsewhere.
    assert_eq!(found.near, ["commune", "clic", "finistere"]);
    assert_eq!(found.national, ["national"]);
    assert!(found.text.contains("Pour les habitants de ce territoire : Landerneau."), "{}", found.text);
    assert!(found.text.contains("Voir qui peut aider à Landerneau"));
    assert!(found.links.contains(&"../territoires/29/aide-appel-video-landerneau-29103.html".to_owned()));
    assert!(found.text.contains("moins précis") && found.text.contains("moins bien votre commune"));
}

#[test]
fn a_site_of_one_epci_promises_only_what_holds_in_each_of_its_communes() {
    let found = section(&over(LANDERNEAU));
    // A service of Landerneau alone would send away the people of 21 communes.
    assert_eq!(found.near, ["clic", "finistere"]);
    assert!(
        found.text.contains("Communauté d’agglomération du Pays de Landerneau-Daoulas"),
        "{}",
        found.text
    );
    assert!(found.text.contains("Choisir ma commune"));
    assert!(found.links.contains(&"../besoins/appel-video.html#pres-de-chez-vous".to_owned()));
    // Every commune named one by one is as good as the EPCI.
    let communes: Vec<String> = eliane::territory::Zone::parse("242900801")
        .unwrap()
        .communes()
        .iter()
        .map(|commune| format!("\"{}\"", commune.code))
        .collect();
    let all = with(over(LANDERNEAU), "toutes", "clic", &communes.join(", "), "");
    assert!(section(&all).near.contains(&"toutes".to_owned()));
    let but_one = with(over(LANDERNEAU), "toutes", "clic", &communes[1..].join(", "), "");
    assert!(!section(&but_one).near.contains(&"toutes".to_owned()));
}

#[test]
fn a_site_of_two_epcis_has_a_group_for_each() {
    let found = section(&over(&format!("{LANDERNEAU}, {BREST}")));
    // What holds for both first, then what each has of its own; each service once.
    assert_eq!(found.near, ["finistere", "clic", "brest"]);
    let lines: Vec<&str> =
        found.text.lines().filter(|line| line.contains("Pour les habitants de ce territoire")).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].contains("Landerneau") && lines[0].contains("Brest"), "{lines:?}");
    assert!(lines[1].contains("Landerneau") && !lines[1].contains("Brest"), "{lines:?}");
}

#[test]
fn a_site_of_a_departement_shows_what_its_whole_has() {
    let found = section(&over("\"29\""));
    assert_eq!(found.near, ["finistere"]);
    assert!(found.text.contains("Pour les habitants de ce territoire : Finistère."), "{}", found.text);
    assert!(found.text.contains("Choisir ma commune"));
}

#[test]
fn where_nobody_serves_all_the_commune_decides() {
    let found = section(&over("\"35\""));
    assert_eq!((found.near.len(), found.national.len()), (0, 1));
    assert!(found.text.contains("Cela dépend de votre commune.") && found.text.contains("moins précis"));
}

#[test]
fn a_site_without_territory_names_national_services_and_no_commune() {
    for site in [over("").replace(SITE, "territoires: []\n", ""), over("")] {
        let found = section(&site);
        assert_eq!((found.near.len(), &found.national[..]), (0, &["national".to_owned()][..]));
        assert!(found.text.starts_with("Qui peut vous aider\n"), "{}", found.text);
        for words in ["près de chez vous", "Choisir ma commune", "votre commune"] {
            assert!(!found.text.contains(words), "« {words} » in {}", found.text);
        }
    }
}

#[test]
fn services_answer_the_guides_needs_and_no_other() {
    let other = over(LANDERNEAU).replace(CLIC, "besoins: [appel-video]", "besoins: [materiel]");
    assert_eq!(section(&other).near, ["finistere"]);
    let both = other.replace(CALL, "besoins: [appel-video]", "besoins: [appel-video, materiel]");
    assert_eq!(section(&both).near, ["clic", "finistere"]);
    // Nobody of the site answers: the section says so, and shows no card.
    let none = site().replace(CLIC, "besoins: [appel-video]", "besoins: [materiel]").replace(
        SITE,
        "[\"29103\"]",
        &format!("[{LANDERNEAU}]"),
    );
    let found = section(&none);
    assert!(found.near.is_empty() && found.text.contains("Cela dépend de votre commune."));
}

#[test]
fn the_order_is_that_of_the_referral() {
    let verified = "verifie_le: 2026-11-01\nverifie_comment: appel\n";
    for (more, order) in [
        ("", ["clic", "second"]),
        // As near and as helpful, but verified.
        (verified, ["second", "clic"]),
        ("capacite: {etat: complet}\n", ["clic", "finistere"]),
        ("etat: suspendu\n", ["clic", "finistere"]),
    ] {
        let site = with(over(LANDERNEAU), "second", "clic", LANDERNEAU, more);
        let found = section(&site);
        assert_eq!(found.near[..2], order, "{more}: {:?}", found.near);
        assert!(found.near.contains(&"second".to_owned()), "never hidden: {more}");
    }
    // A service that nobody may ask directly is not for a reader.
    let closed = with(over(LANDERNEAU), "second", "clic", LANDERNEAU, "qui_peut_demander: [professionnel]\n");
    assert!(!section(&closed).near.contains(&"second".to_owned()));
    // An emergency number is no help with a guide.
    let urgent = with(over(LANDERNEAU), "urgent", "urgence", "\"FR\"", "");
    assert_eq!(section(&urgent).national, ["national"]);
}
