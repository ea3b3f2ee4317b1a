//! Cases: a page each, one that lists them, and what services and needs say of them.

use crate::page::Page;
use crate::small_site::{CASE, CLIC, DEPARTEMENT, MAIRIE, SmallSite, codes, site};

fn text(site: &SmallSite, address: &str) -> String {
    Page::read(&site.pages()[address]).text().replace(['\u{a0}', '\u{202f}'], " ")
}

fn hrefs(site: &SmallSite, address: &str) -> Vec<String> {
    let page = Page::read(&site.pages()[address]);
    page.elements.iter().filter_map(|element| element.attributes.get("href").cloned()).collect()
}

#[test]
fn a_case_tells_its_roads_in_order_and_leads_to_its_services() {
    let page = text(&site(), "cas/pere.html");
    let places: Vec<usize> = [
        "Voir un parent qui n’entend pas",
        "avril 2020",
        "Landerneau",
        "a 91 ans",
        "Ce qui n’a pas marché",
        "Elle était fermée.",
        "Un ami",
        "Ce qui a marché",
        "est allé chez lui",
        "Notre conseil",
        "qui va chez les gens",
        "Les prénoms ont été changés.",
        "Personne n’a encore vérifié. D’après la source, dernière date connue : 2020.",
        "Récit d’une famille",
    ]
    .into_iter()
    .map(|words| page.find(words).unwrap_or_else(|| panic!("no « {words} » in {page}")))
    .collect();
    let mut sorted = places.clone();
    sorted.sort_unstable();
    // The place is told before the story; « Landerneau » stands elsewhere too.
    assert_eq!(places[4..], sorted[4..], "{page}");
    let links = hrefs(&site(), "cas/pere.html");
    for address in [
        "../services/mairie.html",
        "../services/clic.html",
        "../services/departement.html",
        "../besoins/appel-video.html",
        "../cas.html",
        "../guides/photo.html",
    ] {
        assert!(links.contains(&address.to_owned()), "no {address} in {links:?}");
    }
}

#[test]
fn needs_services_map_and_words_lead_to_it() {
    let site = site();
    for (from, link) in [
        ("cas.html", "cas/pere.html"),
        ("besoins/appel-video.html", "../cas/pere.html"),
        ("services/clic.html", "../cas/pere.html"),
        ("services/mairie.html", "../cas/pere.html"),
        ("services/departement.html", "../cas/pere.html"),
        ("plan.html", "cas/pere.html"),
        ("plan.html", "cas.html"),
        ("a-z.html", "cas/pere.html"),
    ] {
        assert!(hrefs(&site, from).contains(&link.to_owned()), "{from} has no {link}");
    }
    assert!(text(&site, "a-z.html").contains("père sourd"));
    assert!(!hrefs(&site, "besoins/materiel.html").iter().any(|link| link.contains("cas/")));
}

#[test]
fn a_service_says_that_it_was_tried_in_vain_and_what_worked() {
    let mairie = text(&site(), "services/mairie.html");
    let here = &mairie[mairie.find("Si ce service ne peut pas vous aider").unwrap()..];
    for words in
        ["Déjà arrivé (avril 2020) :", "Elle était fermée.", "Ce qui a marché ensuite : CLIC de Landerneau"]
    {
        assert!(here.contains(words), "no « {words} » in {here}");
    }
    assert!(!mairie.contains("Un cas résolu"), "told once");
    let clic = text(&site(), "services/clic.html");
    assert!(clic.contains("Un cas résolu") && !clic.contains("Déjà arrivé"), "{clic}");
    // A service that was tried, and has no road of its own, says it all the same.
    let alone = site().replace(CASE, "{service=mairie}", "{service=departement}").replace(
        CASE,
        "services: [departement]\n",
        "",
    );
    assert!(text(&alone, "services/departement.html").contains("Déjà arrivé (avril 2020) :"));
    assert!(!text(&alone, "services/mairie.html").contains("Déjà arrivé"));
}

#[test]
fn a_case_that_is_not_published_is_on_no_page() {
    for state in ["brouillon", "retire\nretire_raison: Une personne l'a demandé."] {
        let site = site().replace(CASE, "titre:", &format!("etat: {state}\ntitre:"));
        for (address, html) in site.pages() {
            let page = Page::read(&html);
            assert!(!page.text().contains("Voir un parent qui"), "{address}");
            assert!(!html.contains("cas.html") && !html.contains("cas/pere"), "{address}");
        }
        assert!(!site.pages().contains_key("cas.html"), "an empty list is no page");
    }
    let suspended = site().replace(CASE, "titre:", "etat: suspendu\ntitre:");
    assert!(text(&suspended, "cas/pere.html").contains("Ce cas est suspendu"));
    // A link to a draft leads nowhere, and is said.
    let draft = site().replace(CASE, "titre:", "etat: brouillon\ntitre:").replace(
        crate::small_site::PHOTO,
        "guide:appel#etape-2",
        "cas:pere",
    );
    assert!(codes(&draft.findings()).contains(&"E085"));
    let linked = site().replace(crate::small_site::PHOTO, "guide:appel#etape-2", "cas:pere");
    assert!(hrefs(&linked, "guides/photo.html").contains(&"../cas/pere.html".to_owned()));
}

#[test]
fn a_service_without_a_page_keeps_its_words() {
    let draft = site().append(CLIC, "etat: brouillon\n");
    let page = text(&draft, "cas/pere.html");
    assert!(page.contains("Le CLIC") && page.contains("est allé chez lui"));
    assert!(!hrefs(&draft, "cas/pere.html").iter().any(|link| link.contains("clic")));
    assert!(text(&draft, "services/mairie.html").contains("Ce qui a marché ensuite : Le CLIC."));
}

#[test]
fn a_published_first_name_says_where_it_comes_from() {
    let story = "prenoms_changes: publies\nprenoms_recit: « Une fille appelle », 2020";
    let published = site().replace(CASE, "prenoms_changes: oui", story);
    let page = text(&published, "cas/pere.html");
    assert!(page.contains("Le prénom vient d’un récit déjà publié. « Une fille appelle », 2020."), "{page}");
    assert!(!page.contains("ont été changés"));
}

#[test]
fn the_head_says_all_or_nothing_of_first_names() {
    for (lines, code) in [
        ("prenoms_changes: non", "E033"),
        ("prenoms_changes: publies", "E031"),
        ("prenoms_changes: oui\nprenoms_recit: Récit", "E031"),
        ("prenoms_recit: Récit", "E031"),
    ] {
        let site = site().replace(CASE, "prenoms_changes: oui", lines);
        assert!(codes(&site.findings()).contains(&code), "{lines}: {:?}", site.findings());
    }
}

#[test]
fn every_text_of_the_file_is_read_for_names() {
    let name = "Claudine Kerboul";
    for (place, site) in [
        ("title", site().replace(CASE, "Voir un parent", &format!("{name} et un parent"))),
        ("summary", site().replace(CASE, "Une personne du point d'information (CLIC)", name)),
        ("list", site().replace(CASE, "[père sourd]", &format!("[père sourd, {name}]"))),
        (
            "story",
            site().replace(CASE, "changes: oui", &format!("changes: publies\nprenoms_recit: Chez {name}")),
        ),
        ("source", site().replace(CASE, "Récit d'une famille", &format!("Récit de {name}"))),
        ("role", site().replace(CASE, "date_source:", &format!("verifie_par: {name}\ndate_source:"))),
        ("comment", site().replace(CASE, "date: 2020-04", &format!("date: 2020-04 # {name}"))),
        ("line of comment", site().replace(CASE, "titre:", &format!("# {name}\ntitre:"))),
        ("unknown key", site().replace(CASE, "titre:", &format!("nom: {name}\ntitre:"))),
        ("situation", site().replace(CASE, "de Claudine a", &format!("de {name} a"))),
        ("bold", site().replace(CASE, "de Claudine a", "de **Claudine** Kerboul a")),
        ("heading", site().replace(CASE, "### Un ami", &format!("### Un ami de {name}"))),
        ("reason", site().replace(CASE, "Elle était", &format!("{name} était"))),
        ("list of words", site().replace(CASE, "Elle était fermée.", &format!("- fermée\n- dit {name}"))),
        ("notice", site().replace(CASE, "Elle était fermée.", &format!("> {name}"))),
        ("link's words", site().replace(CASE, "[Prendre une photo]", &format!("[{name}]"))),
        ("advice", site().replace(CASE, "Cherchez", &format!("{name} cherche"))),
        ("picture", site().replace(CASE, "Cherchez", &format!("![{name}](a.svg \"b\") Cherchez"))),
        ("draft", site().replace(CASE, "titre:", &format!("etat: brouillon # {name}\ntitre:"))),
    ] {
        let found = site.findings();
        let found: Vec<_> = found.iter().filter(|found| found.code == "E143").collect();
        assert!(!found.is_empty(), "{place}: not found");
        assert!(
            found.iter().all(|f| f.file.as_deref() == Some(CASE) && f.line.is_some()),
            "{place}: {found:?}"
        );
    }
}

#[test]
fn official_names_of_the_site_pass() {
    let official = "Cabinet Anne Le Bris, rue de Brest";
    let named = site()
        .replace(DEPARTEMENT, "nom: Département du Finistère", &format!("nom: {official}"))
        .replace(CASE, "Elle était fermée.", &format!("Elle renvoyait au {official}."));
    assert_eq!(codes(&named.findings()), Vec::<&str>::new());
    let other = named.replace(DEPARTEMENT, official, "Département");
    let found = other.findings();
    let mut found = codes(&found);
    found.sort_unstable();
    assert_eq!(found, ["E142", "E143"], "the same words, nobody's name any more");
}

#[test]
fn a_body_out_of_shape_is_told_in_one_run() {
    let body = "---\nUne situation.\n\n### Trop tôt\nAh.\n\n## Conseil\nUn.\n\n## Conseil\nDeux. [ici](#etape)\n\n## Ce qui a été essayé {service=mairie}\nSans titre.\n\n### La mairie {service=mairies}\nFermée.\n\n### Un ami {serivce=clic}\nLoin.\n";
    let head = site().text(CASE).split("\n---\n").next().unwrap().to_owned();
    let broken = site().with(CASE, format!("{head}\n{body}"));
    let found = broken.findings();
    let codes = codes(&found);
    for code in ["E052", "E146", "E083", "E030", "E147", "E044", "E145"] {
        assert!(codes.contains(&code), "no {code} in {found:#?}");
    }
    assert!(found.iter().all(|found| found.file.as_deref() == Some(CASE)), "{found:#?}");
}

#[test]
fn code_is_refused_in_every_part_of_a_case() {
    let script = "<script>alert(1)</script>";
    for (from, to) in [
        ("Le père", format!("{script} Le père")),
        ("### Un ami", format!("### {script}")),
        ("### Un ami", "### \"onload=alert(1) x=\"".to_owned()),
        ("### Un ami", "### Un ami {service=a\"onload=x}".to_owned()),
        ("Elle était", format!("**{script}** Elle")),
        ("## Conseil", format!("## {script}")),
        ("Cherchez", format!("> {script}\n\nCherchez")),
        ("guide:photo", "javascript:alert(1)".to_owned()),
        ("{service=mairie}", "{service=<script>}".to_owned()),
    ] {
        let site = site().replace(CASE, from, &to);
        let found = site.findings();
        assert!(
            found.iter().any(|f| f.code.starts_with('E') && f.file.as_deref() == Some(CASE)),
            "accepted: {to}: {found:?}"
        );
        assert!(site.examine().renderer.is_none(), "{to}");
    }
}

#[test]
fn a_broken_case_hides_nothing_and_is_told_once() {
    let linked = site().replace(crate::small_site::PHOTO, "guide:appel#etape-2", "cas:pere");
    // Its head cannot be read: the link to it is no fault of its own.
    let broken = linked.replace(CASE, "titre: Voir", "titre: [Voir").replace(MAIRIE, "nom:", "prix: 3\nnom:");
    let found = broken.findings();
    let codes = codes(&found);
    assert!(codes.contains(&"E030") && codes.iter().any(|code| code.starts_with("E02")), "{found:?}");
    assert!(!codes.contains(&"E080"), "{found:?}");
}
