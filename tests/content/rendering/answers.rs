//! Answers told once: for every commune, what its sheet leads to is what the referral finds for it.

use crate::page::Page;
use crate::small_site::{DAY, EmptySheets, NEEDS, SITE, SmallSite, pages_of, site};
use eliane::model::Asker;
use eliane::referral::{Person, Question, refer};
use eliane::site::{AnswerZone, commune_address};
use eliane::territory::{Zone, france};
use std::collections::{BTreeMap, BTreeSet};

/// The ways of answering, by anchor: somebody must come, the person hears, a relative asks.
const WAYS: [(&str, bool, bool, bool); 6] = [
    ("sur-place", false, true, false),
    ("sur-place-proche", false, false, true),
    ("sur-place-seul", false, false, false),
    ("a-domicile", true, true, false),
    ("a-domicile-proche", true, false, true),
    ("a-domicile-seul", true, false, false),
];

fn service(needs: &str, zone: &str, more: &str) -> String {
    format!(
        "nom: Service\ntype: association\nbesoins: [{needs}]\nzone: [{zone}]\ntelephone: 02 98 85 99 09\n{more}"
    )
}

/// A département with all that may part its communes: services of a commune, of half a group, of a group, of two; one with an
/// own zone within a wide one; roads to others; communes without a group (Ouessant, Île-de-Sein).
fn finistere() -> SmallSite {
    let half: Vec<String> = Zone::parse("242900835")
        .unwrap()
        .communes()
        .iter()
        .step_by(2)
        .map(|commune| format!("\"{}\"", commune.code))
        .collect();
    let mut made = site()
        .replace(SITE, "territoires: [\"29103\"]", "territoires: [\"29\"]")
        .with(
            "content/services/a-commune.yaml",
            service("appel-video", "\"29019\"", "mode_aide: [domicile]\n"),
        )
        .with(
            "content/services/b-half.yaml",
            service("appel-video", &half.join(", "), "mode_aide: [sur_place]\n"),
        )
        .with("content/services/c-group.yaml", service("materiel", "\"242900314\"", ""))
        .with(
            "content/services/d-two.yaml",
            service("appel-video, materiel", "\"242900314\", \"242900801\"", "entendre: [ecrit]\n"),
        )
        .with(
            "content/services/e-wide.yaml",
            service("appel-video", "\"29232\", \"29\"", "mode_aide: [telephone]\n"),
        )
        .with(
            "content/services/f-next.yaml",
            service("materiel", "\"29151\"", "si_non: [{raison: Si besoin, service: departement}]\n"),
        )
        .with(
            "content/services/g-road.yaml",
            service(
                "appel-video",
                "\"29151\", \"29155\"",
                "si_non: [{raison: Si besoin, service: f-next}]\n",
            ),
        );
    for name in ["a-commune", "b-half", "c-group", "d-two", "e-wide", "f-next", "g-road"] {
        let path = format!("content/services/{name}.yaml");
        made = made.replace(&path, "nom: Service", &format!("nom: Service {name}"));
    }
    made
}

fn services_of(html: &str) -> Vec<String> {
    let page = Page::read(html);
    let links = page.elements.iter().filter(|e| e.name == "a").filter_map(|e| e.attributes.get("href"));
    links
        .filter_map(|href| Some(href.rsplit_once("services/")?.1.trim_end_matches(".html").to_owned()))
        .collect()
}

/// The part of a page of answers between the anchor of a way and the next.
fn way_of<'p>(html: &'p str, anchor: &str) -> &'p str {
    let starts =
        |text: &str| text.find("<section aria-labelledby=titre-").or_else(|| text.find("</div><section"));
    let at = html.find(&format!("aria-labelledby=titre-{anchor} ")).unwrap_or_else(|| panic!("no {anchor}"));
    let rest = &html[at..];
    &rest[..starts(rest).unwrap_or(rest.len())]
}

/// Every commune of the site, every need, every way: through the links, without a script.
#[track_caller]
fn leads_everywhere(made: &SmallSite) -> usize {
    let examined = made.examine();
    let said = eliane::diag::render_plain(&examined.diagnostics, &examined.sources);
    let (finished, _) = examined.renderer.unwrap_or_else(|| panic!("{said}")).finish(&EmptySheets);
    let site = finished.site();
    let pages = pages_of(&finished);
    let mut tried = 0;
    let mut shown: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for &commune in &site.communes {
        let sheet = Page::read(&pages[&commune_address(commune)]);
        for (id, need) in site.needs.pairs() {
            // The stable address, then the door.
            assert!(
                sheet.elements.iter().any(|e| e.attributes.get("id") == Some(&need.id)),
                "{}",
                commune.name
            );
            let group = site.answers.group(site.answers.for_commune(commune, id).unwrap());
            let door = format!("../../{}", group.address);
            assert!(
                sheet.elements.iter().any(|e| e.attributes.get("href") == Some(&door)),
                "{}: no door to {door}",
                commune.name
            );
            for (anchor, visit, hears, relative) in WAYS {
                let person = Person { hears, sees: true, moves: true };
                let asker = if relative { Asker::Relative } else { Asker::Person };
                let found = refer(site, DAY, commune, &Question { need: id, person, visit, asker });
                let wanted: Vec<String> = found
                    .yes
                    .iter()
                    .chain(&found.otherwise)
                    .chain(&found.no)
                    .map(|answer| site.service(answer.service).id.clone())
                    .collect();
                let html = &pages[&group.address];
                let there = shown
                    .entry((group.address.clone(), anchor))
                    .or_insert_with(|| services_of(way_of(html, anchor)));
                assert_eq!(*there, wanted, "{}, {}, {anchor}", commune.name, need.id);
                tried += 1;
            }
        }
    }
    tried
}

#[test]
fn each_commune_of_a_departement_is_led_to_what_is_found_for_it() {
    let made = finistere();
    assert_eq!(leads_everywhere(&made), 6 * 2 * Zone::parse("29").unwrap().communes().len());
    let examined = made.examine();
    let (finished, _) = examined.renderer.unwrap().finish(&EmptySheets);
    let site = finished.site();
    let groups = site.answers.pairs().count();
    assert!(groups < 40, "{groups} pages for {} communes", site.communes.len());
    let zones: BTreeSet<&str> = site
        .answers
        .pairs()
        .map(|(_, group)| match (group.zone, group.communes.len()) {
            (AnswerZone::Departement(_), _) => "département",
            (AnswerZone::Epci(_), _) => "group",
            (AnswerZone::Communes, 1) => "one",
            (AnswerZone::Communes, _) => "some",
        })
        .collect();
    assert!(zones.contains("group") && zones.contains("one") && zones.contains("some"), "{zones:?}");
    // Those without a group of communes are among the others.
    let island = france().commune("29155").unwrap();
    assert!(island.epci.is_none());
}

#[test]
fn a_site_of_one_commune_and_one_without_services_have_their_answers() {
    assert_eq!(leads_everywhere(&site()), 12);
    let none = site().replace(SITE, "territoires: [\"29103\"]", "territoires: [\"48\"]");
    assert_eq!(leads_everywhere(&none), 12 * Zone::parse("48").unwrap().communes().len());
}

#[test]
fn forty_needs_have_forty_doors() {
    let mut needs = site();
    let mut made = String::new();
    for at in 0..38 {
        made += &format!("- id: besoin-{at}\n  titre: Besoin {at}\n  exemple: « Je ne sais pas. »\n");
    }
    needs = needs.append(NEEDS, &made);
    let examined = needs.examine();
    let Some(renderer) = examined.renderer else {
        panic!("{}", eliane::diag::render_plain(&examined.diagnostics, &examined.sources))
    };
    let pages = pages_of(&renderer.finish(&EmptySheets).0);
    let sheet = &pages["territoires/29/landerneau-29103.html"];
    assert!((0..38).all(|at| sheet.contains(&format!("id=besoin-{at}"))));
}

#[test]
fn every_town_hall_with_an_answer_of_its_own_has_its_page() {
    let mut made = site().replace(SITE, "territoires: [\"29103\"]", "territoires: [\"242900801\"]");
    let communes = Zone::parse("242900801").unwrap().communes();
    for commune in &communes {
        let zone = format!("\"{}\"", commune.code);
        let text = service("materiel", &zone, "").replace("Service", &format!("Mairie {}", commune.code));
        made = made.with(&format!("content/services/m-{}.yaml", commune.code), text);
    }
    assert_eq!(leads_everywhere(&made), 12 * communes.len());
    let pages = made.pages();
    let own = pages.keys().filter(|address| address.starts_with("territoires/29/aide-materiel-")).count();
    assert_eq!(own, communes.len());
    // All but Landerneau have the same for the other need: one page, that names its communes.
    let shared = "territoires/29/aide-appel-video-daoulas-29043-et-autres.html";
    let page = Page::read(&pages[shared]);
    assert!(page.elements.iter().filter(|e| e.name == "a").count() >= communes.len() - 1);
}

/// What leaves the house points at the sheet of a commune, whose address does not change with the contents.
#[test]
fn nothing_that_leaves_the_house_points_at_a_page_of_answers() {
    let made = finistere().append(SITE, "base_url: https://exemple.fr/\ncible: web\n");
    let examined = made.examine();
    let said = eliane::diag::render_plain(&examined.diagnostics, &examined.sources);
    let (finished, _) = examined.renderer.unwrap_or_else(|| panic!("{said}")).finish(&EmptySheets);
    let sitemap = finished.make(&finished.entry("sitemap.xml").unwrap()).unwrap().bytes.into_owned();
    let sitemap = String::from_utf8(sitemap).unwrap();
    assert!(sitemap.contains("territoires/29/landerneau-29103.html"));
    assert!(!sitemap.contains("/aide-"), "{sitemap}");
    for (address, html) in pages_of(&finished) {
        let absolute = html.contains("https://exemple.fr/territoires/29/aide-");
        assert!(!absolute, "{address} gives the address of a page of answers away");
    }
}

/// On the web, the address of before says where its answers went.
#[test]
fn a_former_address_leads_to_the_need_on_the_sheet_of_the_commune() {
    let old = "territoires/29/landerneau-29103-appel-video.html";
    assert!(!site().pages().contains_key(old), "a key has no memory");
    let pages = site().append(SITE, "base_url: https://exemple.fr/\ncible: web\n").pages();
    let page = Page::read(&pages[old]);
    let to = "../../territoires/29/landerneau-29103.html#appel-video";
    assert!(page.elements.iter().any(|e| e.attributes.get("href").is_some_and(|href| href == to)));
}
