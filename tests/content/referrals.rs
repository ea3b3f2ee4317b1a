//! « si_non »: no circle, and at the end somebody who answers for many; in the pages too.

use crate::page::Page;
use crate::small_site::{CLIC, DEPARTEMENT, Finding, MAIRIE, SmallSite, site};
use eliane::source::read_site;
use eliane::territory::{Zone, ZoneLevel};
use std::path::Path;

fn roads(site: &SmallSite) -> Vec<Finding> {
    site.findings().into_iter().filter(|found| ["E110", "E111"].contains(&found.code.as_str())).collect()
}

#[track_caller]
fn one(site: &SmallSite, code: &str, file: &str, words: &str, says: &str) {
    let found = roads(site);
    assert_eq!(found.len(), 1, "{found:#?}");
    let plain = found[0].message.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(found[0].code == code && plain.contains(says), "{found:#?}");
    assert_eq!(found[0].file.as_deref(), Some(file));
    assert_eq!(found[0].line, Some(site.line_of(file, words)));
}

#[test]
fn a_service_that_sends_to_itself_is_a_circle() {
    let site = site().replace(MAIRIE, "service: departement", "service: mairie");
    one(&site, "E110", MAIRIE, "service: mairie", "« Mairie de Landerneau » → « Mairie de Landerneau »");
}

#[test]
fn a_circle_through_a_draft_is_none() {
    // The way is cut at the draft: nobody can turn.
    let site = site()
        .append(DEPARTEMENT, "etat: brouillon\nsi_non: [{raison: Si besoin, service: clic}]\n")
        .append(CLIC, "  - raison: Sinon\n    service: france\n")
        .append(MAIRIE, "  - raison: Sinon\n    service: france\n")
        .with(
            "content/services/france.yaml",
            "nom: Ligne\ntype: national\nzone: [FR]\nsite: https://a.fr/\n",
        );
    assert_eq!(roads(&site), []);
}

#[test]
fn roads_to_sheets_without_a_page_are_no_roads() {
    for state in ["etat: brouillon\n", "visibilite: pro\n", "etat: retire\nretire_raison: Fermé.\n"] {
        let site = site().append(DEPARTEMENT, state);
        one(&site, "E111", MAIRIE, "service: departement", "Tous les renvois de « Mairie de Landerneau »");
        // One of them that is published is enough.
        let open = site.append(MAIRIE, "  - raison: Sinon\n    service: france\n").with(
            "content/services/france.yaml",
            "nom: Ligne\ntype: national\nzone: [FR]\nsite: https://a.fr/\n",
        );
        assert_eq!(roads(&open), [], "{state}");
    }
}

#[test]
fn a_link_to_a_withdrawn_service_names_what_replaces_it() {
    for (more, says) in [
        ("", "Nommez un autre service, ou dites dans la fiche retirée ce qui la remplace"),
        ("remplace_par: [clic]\n", "Nommez le service qui le remplace : service:clic"),
    ] {
        let site = site().append(MAIRIE, &format!("etat: retire\nretire_raison: Fermé.\n{more}")).replace(
            crate::small_site::PHOTO,
            "guide:appel#etape-2",
            "service:mairie",
        );
        let found = site.findings();
        let told = found.iter().find(|found| found.code == "E085").unwrap_or_else(|| panic!("{found:#?}"));
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain(&told.message).contains("est retiré"), "{told:#?}");
        assert!(told.repair.as_deref().is_some_and(|repair| plain(repair).contains(says)), "{told:#?}");
    }
}

#[test]
fn the_end_of_a_chain_answers_for_the_same_departement() {
    let site = site().replace(DEPARTEMENT, "[\"29\"]", "[\"35\"]");
    one(&site, "E111", MAIRIE, "service: departement", "tout le département : Finistère");
    for zone in ["R53", "FR", "29\", \"35"] {
        let good = site.clone().replace(DEPARTEMENT, "[\"35\"]", &format!("[\"{zone}\"]"));
        assert_eq!(roads(&good), [], "{zone}");
    }
    // A service of two départements needs an end in both.
    let two = crate::small_site::site().replace(MAIRIE, "zone: [\"29103\"]", "zone: [\"29103\", \"35238\"]");
    one(&two, "E111", MAIRIE, "service: departement", "tout le département : Ille-et-Vilaine");
}

#[test]
fn a_wide_service_and_one_without_roads_need_no_end() {
    let wide = site().append(DEPARTEMENT, "si_non: [{raison: Si besoin, service: france}]\n").with(
        "content/services/france.yaml",
        "nom: Ligne\ntype: national\nzone: [FR]\nsite: https://a.fr/\n",
    );
    assert_eq!(roads(&wide), []);
    let alone = "nom: Club\ntype: association\nzone: [\"29103\"]\nsite: https://a.fr/\n";
    assert_eq!(roads(&site().with("content/services/club.yaml", alone)), []);
}

#[test]
fn a_service_that_names_nobody_leads_to_the_departement() {
    let club =
        "nom: Club\ntype: association\nbesoins: [appel-video]\nzone: [\"29103\"]\nsite: https://a.fr/\n";
    let site = site().with("content/services/club.yaml", club);
    let pages = site.pages();
    let leads = |address: &str| {
        let page = Page::read(&pages[address]);
        page.elements.iter().any(|e| {
            e.attributes
                .get("href")
                .is_some_and(|h| h == "../services/departement.html" || h == "departement.html")
        })
    };
    assert!(Page::read(&pages["services/club.html"]).text().contains("ne peut pas vous aider, essayez"));
    assert!(pages["services/club.html"].contains("services/departement.html"));
    assert!(leads("services/mairie.html") && !pages["services/departement.html"].contains("essayez"));
}

/// The contents of this repository: from every service and every answer, somebody wide can be reached.
#[test]
fn nobody_is_left_at_a_closed_door() {
    let (sources, faults) = read_site(Path::new(env!("CARGO_MANIFEST_DIR")));
    let order = eliane::Order { minify: false, ..eliane::Order::of(crate::small_site::DAY_OF_CONTENT) };
    let examined = eliane::examine(sources, &faults, order);
    let (finished, _) = examined.renderer.unwrap().finish(&crate::small_site::EmptySheets);
    let site = finished.site();
    let mut wide: Vec<String> = Vec::new();
    let mut narrow: Vec<String> = Vec::new();
    for id in site.service_ids().filter(|id| site.service(*id).is_listed()) {
        let zones: &[Zone] = &site.service(id).zone;
        let list = if zones.iter().any(|zone| zone.level() >= ZoneLevel::Departement) {
            &mut wide
        } else {
            &mut narrow
        };
        list.push(site.addresses.service(id).to_owned());
    }
    assert!(wide.len() > 5 && narrow.len() > 5);
    let links = |html: &str| -> Vec<String> {
        let page = Page::read(html);
        page.elements
            .iter()
            .filter_map(|e| e.attributes.get("href"))
            .filter_map(|h| Some(h.split("services/").nth(1)?.to_owned()))
            .map(|h| format!("services/{h}"))
            .collect()
    };
    let html = |address: &str| {
        let made = finished.make(&finished.entry(address).unwrap());
        String::from_utf8(made.unwrap_or_else(|d| panic!("{}", d.message)).bytes.into_owned()).unwrap()
    };
    // From a service's page, link by link.
    for start in &narrow {
        let mut seen = vec![start.clone()];
        let mut next = 0;
        while next < seen.len() {
            let found = links(&html(&seen[next]));
            next += 1;
            for link in found {
                if !seen.contains(&link) {
                    seen.push(link);
                }
            }
        }
        assert!(seen.iter().any(|address| wide.contains(address)), "{start} leads to {seen:?}");
    }
    // From each of the six answers of each page.
    let mut answers = 0;
    for (address, page) in site.addresses.pages() {
        if !matches!(page, eliane::site::Page::Answer(_)) {
            continue;
        }
        let html = html(address);
        let html = html.split("</div>\n<section class=\"no-print\">").next().unwrap_or(&html);
        for section in html.split("class=\"reponse\"").skip(1) {
            answers += 1;
            // What refuses is no way out.
            let kept = section.split("Pas ceux-là, et pourquoi").next().unwrap();
            assert!(links(kept).iter().any(|link| wide.contains(link)), "{address}: {kept}");
        }
    }
    assert_eq!(answers, 6 * site.answers.pairs().count());
}
