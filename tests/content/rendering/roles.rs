//! Services named by their role, and readers whose commune the site does not cover.

use crate::page::Page;
use crate::small_site::{CALL, DEPARTEMENT, PHOTO, SITE, SmallSite, site};
use eliane::model::ServiceKind;
use eliane::territory::Zone;
use std::collections::BTreeMap;

const ROLE: &str = "[votre département](role:departement)";
const AGGLO: &str = "\"242900801\"";

/// The good site over a territory, whose guide names that role.
fn over(territories: &str, role: &str) -> SmallSite {
    site().replace(SITE, "territoires: [\"29103\"]", &format!("territoires: [{territories}]")).replace(
        PHOTO,
        ROLE,
        &format!("[qui aide ici](role:{role})"),
    )
}

fn service(name: &str, kind: &str, zone: &str, more: &str) -> String {
    format!("nom: {name}\ntype: {kind}\nzone: [{zone}]\ntelephone: 02 98 85 99 09\n{more}")
}

fn text(pages: &BTreeMap<String, String>, address: &str) -> String {
    let page = pages.get(address).unwrap_or_else(|| panic!("no {address}"));
    Page::read(page).text().replace(['\u{a0}', '\u{202f}'], " ")
}

fn links(pages: &BTreeMap<String, String>, address: &str) -> Vec<String> {
    let page = Page::read(&pages[address]);
    page.elements.iter().filter(|e| e.name == "a").filter_map(|e| e.attributes.get("href").cloned()).collect()
}

#[test]
fn a_guide_leads_to_the_page_of_the_role_and_that_to_the_service() {
    let pages = over("\"29103\"", "mairie").pages();
    assert!(links(&pages, "guides/photo.html").contains(&"../roles/mairie.html".to_owned()));
    assert!(links(&pages, "roles/mairie.html").contains(&"../services/mairie.html".to_owned()));
    let said = text(&pages, "roles/mairie.html");
    assert!(said.contains("Votre mairie") && said.contains("02 98 85 99 08"), "{said}");
    // Nobody is told to choose where there is one answer, or that somebody may be missing.
    assert!(
        !said.contains("Cela dépend de votre commune") && !said.contains("n’en connaissons pas"),
        "{said}"
    );
    assert!(links(&pages, "plan.html").contains(&"roles/mairie.html".to_owned()));
}

#[test]
fn each_commune_has_its_own_and_those_without_are_named() {
    let pages = over(AGGLO, "mairie").pages();
    let said = text(&pages, "roles/mairie.html");
    assert!(said.contains("Selon votre commune\nLanderneau\nMairie de Landerneau 02 98 85 99 08"), "{said}");
    assert!(said.contains("Nous n’en connaissons pas encore pour ces communes : Daoulas, Dirinon"), "{said}");
    assert!(!said.contains("communes : Landerneau") && !said.contains(", Landerneau"), "{said}");
    // The net: whoever answers for the département.
    assert!(said.contains("Département du Finistère"), "{said}");
}

#[test]
fn a_role_that_nobody_holds_here_still_answers() {
    let roles =
        ServiceKind::ROLE_KEYS.iter().filter(|role| !["mairie", "departement", "clic"].contains(role));
    let here = roles.map(|role| (*role, AGGLO));
    for (role, territory) in here.chain([("caf", "\"29103\""), ("caf", "\"29\""), ("caf", "\"29\", \"22\"")])
    {
        let page = format!("roles/{role}.html");
        let pages = over(territory, role).pages();
        let said = text(&pages, &page);
        for words in
            ["Nous n’en connaissons pas encore ici.", "Demandez à votre mairie.", "Département du Finistère"]
        {
            assert!(said.contains(words), "{role} {territory}, no « {words} »: {said}");
        }
        for href in ["../roles/mairie.html", "../territoires/france.html"] {
            assert!(links(&pages, &page).contains(&href.to_owned()), "{role} {territory}");
        }
    }
    // Without territory, without any service of that kind.
    let alone =
        site().replace(SITE, "territoires: [\"29103\"]\n", "").replace(PHOTO, ROLE, "[la caisse](role:caf)");
    let said = text(&alone.pages(), "roles/caf.html");
    assert!(
        said.contains("Nous n’en connaissons pas encore ici.") && said.contains("Demandez à votre mairie."),
        "{said}"
    );
}

#[test]
fn a_number_for_all_of_france_stands_in_and_says_that_it_is_less_precise() {
    let number = service("3646, Assurance maladie", "national", "\"FR\"", "tient_lieu_de: [cpam]\n");
    let made = over(AGGLO, "cpam").with("content/services/3646.yaml", &number);
    let said = text(&made.pages(), "roles/cpam.html");
    assert!(said.contains("3646, Assurance maladie") && said.contains("connaissent moins bien"), "{said}");
    let near = service("Caisse de Landerneau", "cpam", AGGLO, "");
    let said = text(&made.with("content/services/cpam.yaml", near).pages(), "roles/cpam.html");
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words} in {said}"));
    assert!(at("Caisse de Landerneau") < at("3646, Assurance maladie"), "the nearest first");
    assert!(!said.contains("n’en connaissons pas"), "{said}");
}

/// France must stay small: one page a role, whatever the communes, and never a list that nobody reads to its end.
#[test]
fn a_role_is_one_page_however_many_communes() {
    let mut made = over("\"29\", \"22\", \"35\", \"56\"", "mairie");
    for (at, commune) in Zone::parse("R53").unwrap().communes().into_iter().enumerate().take(400) {
        let name = format!("content/services/m-{at}.yaml");
        made = made
            .with(&name, service(&format!("Mairie {at}"), "mairie", &format!("\"{}\"", commune.code), ""));
    }
    let pages = made.pages();
    let roles: Vec<&String> = pages.keys().filter(|address| address.starts_with("roles/")).collect();
    assert_eq!(roles, ["roles/departement.html", "roles/mairie.html"]);
    assert!(pages["roles/mairie.html"].len() < 20_000, "{}", pages["roles/mairie.html"].len());
    // A field, and départements for those without JavaScript; both end at the town hall of the commune.
    let page = Page::read(&pages["roles/mairie.html"]);
    let field = page.elements.iter().find_map(|e| e.attributes.get("data-suffixe")).unwrap();
    assert_eq!(field, ".html#role-mairie");
    assert!(links(&pages, "roles/mairie.html").contains(&"../territoires/29.html".to_owned()));
    assert!(pages["territoires/29/landerneau-29103.html"].contains("id=role-mairie"));
    // A list that fits is a list.
    let few = over("\"29\"", "mairie").pages();
    assert!(text(&few, "roles/mairie.html").contains("Mairie de Landerneau 02 98 85 99 08 Landerneau"));
}

#[test]
fn the_nearest_holds_a_role() {
    let made = over("\"29\"", "france-services")
        .with(
            "content/services/agglo.yaml",
            service("France services de l’agglomération", "france-services", AGGLO, ""),
        )
        .with(
            "content/services/ville.yaml",
            service("France services de Brest", "france-services", "\"29019\"", ""),
        )
        .with(
            "content/services/hors.yaml",
            service("France services de Toulon", "france-services", "\"83137\"", ""),
        )
        .with(
            "content/services/numero.yaml",
            service("Un numéro", "national", "\"FR\"", "tient_lieu_de: [france-services, mdph]\n"),
        );
    let renderer = made.examine().renderer.unwrap();
    let site = renderer.site();
    for (role, territory, name) in [
        (ServiceKind::FranceServices, "29103", Some("France services de l’agglomération")),
        (ServiceKind::FranceServices, "29043", Some("France services de l’agglomération")),
        (ServiceKind::FranceServices, "242900801", Some("France services de l’agglomération")),
        (ServiceKind::FranceServices, "29019", Some("France services de Brest")),
        (ServiceKind::FranceServices, "29232", Some("Un numéro")),
        (ServiceKind::FranceServices, "29", Some("Un numéro")),
        (ServiceKind::FranceServices, "FR", Some("Un numéro")),
        (ServiceKind::TownHall, "29103", Some("Mairie de Landerneau")),
        (ServiceKind::TownHall, "242900801", None),
        (ServiceKind::TownHall, "29019", None),
        (ServiceKind::Departement, "29103", Some("Département du Finistère")),
        (ServiceKind::Departement, "29", Some("Département du Finistère")),
        (ServiceKind::Departement, "83137", None),
        (ServiceKind::Mdph, "29103", Some("Un numéro")),
        (ServiceKind::Cpam, "29103", None),
    ] {
        let communes = Zone::parse(territory).unwrap().communes();
        let found = site.holder_for(role, &communes).map(|id| site.service(id).name.as_str());
        assert_eq!(found, name, "{} {territory}", role.key());
    }
}

/// A commune of the same département, and one of another.
#[test]
fn a_commune_that_is_not_covered_leads_to_what_there_is_for_it() {
    let made = over("\"29103\"", "mairie")
        .with("content/services/numero.yaml", service("Un numéro national", "national", "\"FR\"", "besoins: [materiel]\n"))
        .with("content/services/region.yaml", service("La région", "autre", "\"R53\"", ""))
        .replace(DEPARTEMENT, "type: departement", "type: departement\nbesoins: [appel-video]")
        .replace(CALL, "Ce guide sert", "Voyez [Quimper](commune:29232), [Toulon](commune:83137), [Landerneau](commune:29103). Ce guide sert");
    let pages = made.pages();
    let leads = links(&pages, "guides/appel.html");
    for to in [
        "../territoires/29.html#hors",
        "../territoires/france.html",
        "../territoires/29/landerneau-29103.html",
    ] {
        assert!(leads.contains(&to.to_owned()), "{to}: {leads:?}");
    }
    // At once, on the same page: the département, the région, France, told as less precise.
    let said = text(&pages, "territoires/29.html");
    for words in [
        "Ce site ne la couvre pas.",
        "Département du Finistère",
        "La région",
        "Un numéro national",
        "moins précis",
    ] {
        assert!(said.contains(words), "no « {words} » in {said}");
    }
    // A need that nobody answers here goes to the département all the same.
    let here = &said[said.rfind("Me servir de mon appareil").unwrap_or_default()..];
    assert!(here.contains("Département du Finistère") || here.contains("Un numéro national"), "{said}");
    // And for each need, without leaving the département.
    let page = Page::read(&pages["territoires/29.html"]);
    let has = |id: &str| page.elements.iter().any(|e| e.attributes.get("id").is_some_and(|one| one == id));
    let leads = links(&pages, "territoires/29.html");
    for need in ["appel-video", "materiel"] {
        assert!(
            has(&format!("besoin-{need}")) && leads.contains(&format!("#besoin-{need}")),
            "{need}: {leads:?}"
        );
    }
    assert!(!leads.iter().any(|href| href.contains("#pres-de-chez-vous")), "{leads:?}");
    let codes = links(&pages, "territoires/29/codes-postaux.html");
    assert!(
        codes.contains(&"../29.html#hors".to_owned())
            || codes.contains(&"../../territoires/29.html#hors".to_owned()),
        "{codes:?}"
    );
    // The page of a need, and the entrance, show the way there.
    assert!(
        links(&pages, "besoins/appel-video.html")
            .contains(&"../territoires/29.html#besoin-appel-video".to_owned())
    );
    assert!(links(&pages, "territoires.html").contains(&"territoires/29.html#hors".to_owned()));
    // France has the same anchors.
    assert!(pages["territoires/france.html"].contains("id=besoin-materiel"));
}

#[test]
fn a_departement_that_is_wholly_covered_speaks_to_nobody_else() {
    let pages = over("\"29\"", "mairie").pages();
    let said = text(&pages, "territoires/29.html");
    assert!(!said.contains("Ce site ne la couvre pas."), "{said}");
    assert!(!links(&pages, "territoires.html").iter().any(|href| href.ends_with("#hors")));
}

/// On paper nobody chooses a commune: the territory of the sheet does, and the number is said each time.
#[test]
fn on_paper_a_role_is_the_service_of_the_territory_in_words() {
    let made = over(AGGLO, "mairie")
        .replace(CALL, "Ce guide sert", "Voyez [votre mairie](role:mairie), puis [la même mairie](role:mairie). Le [service](role:mdph) aussi. Ce guide sert")
        .with("content/services/daoulas.yaml", service("Mairie de Daoulas", "mairie", "\"29043\"", ""));
    let examined = made.examine();
    let renderer = examined.renderer.unwrap();
    let site = renderer.site();
    let mut out = eliane::diag::Diagnostics::default();
    let theme = eliane::theme::Theme::load(None, &examined.sources, &mut out).unwrap();
    let papers = eliane::view::Papers::default();
    let context = eliane::view::PageContext {
        site,
        texts: &theme.texts,
        date: crate::small_site::DAY,
        style: "",
        papers: &papers,
    };
    let guide = site.guide_ids().find(|id| site.guide(*id).number == 412).unwrap();
    let near = Some("Mairie de Landerneau, 02 98 85 99 08");
    for (territory, first, then) in [
        (Some("29103"), near, Some("02 98 85 99 08")),
        (Some("29043"), Some("Mairie de Daoulas, 02 98 85 99 09"), Some("02 98 85 99 09")),
        (Some("29045"), None, None),
        (Some("242900801"), None, None),
        (Some("29"), None, None),
        (Some("83137"), None, None),
        (None, None, None),
    ] {
        let mut job = eliane::view::Job::new(eliane::model::Paper::Large, vec![guide]);
        job.zone = territory.map(|code| Zone::parse(code).unwrap());
        let paper = eliane::view::sheet(context, &|_| "svg".to_owned(), &job).paper;
        let said = serde_json::to_string(&paper).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
        let notes: Vec<&str> = said
            .split("\"renvoi\":")
            .skip(1)
            .filter(|rest| rest.starts_with('"'))
            .map(|rest| rest[1..].split('"').next().unwrap())
            .collect();
        let roles: Vec<&str> = notes
            .iter()
            .copied()
            .filter(|note| {
                note.contains("02 98 85 99 09") || note.contains("Mairie") || *note == "02 98 85 99 08"
            })
            .collect();
        let wanted: Vec<&str> = first.into_iter().chain(then).collect();
        assert!(
            roles.starts_with(&wanted)
                && (wanted.is_empty() != roles.iter().any(|note| note.contains("Mairie"))),
            "{territory:?}: {notes:?}"
        );
    }
}
