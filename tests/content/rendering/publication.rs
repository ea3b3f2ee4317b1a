//! Who is on which page: drafts on none, withdrawn guides on their own.

use crate::page::Page;
use crate::small_site::{
    CALL, CLIC, DEPARTEMENT, JITSI, MAIRIE, PHOTO, QUERIES, SITE, SKYPE, SmallSite, site,
};
use std::collections::BTreeMap;

const TITLE: &str = "Rejoindre un appel vidéo";

/// The addresses of the pages whose text, links or attributes hold these words.
fn pages_with(site: &SmallSite, words: &str) -> Vec<String> {
    let holds = |html: &str| {
        let page = Page::read(html);
        page.text().contains(words)
            || page
                .elements
                .iter()
                .any(|element| element.attributes.values().any(|value| value.contains(words)))
    };
    let pages: BTreeMap<String, String> = site.pages();
    pages.into_iter().filter(|(_, html)| holds(html)).map(|(address, _)| address).collect()
}

fn withdrawn() -> SmallSite {
    let state = "numero: 412\netat: retire\nretire_raison: Cet outil n'existe plus.\nretire_le: 2026-05-05\nremplace_par: [photo]";
    let photo = site().replace(
        PHOTO,
        "Lisez [navigateur]",
        "Ou voyez [la mairie](service:mairie). Lisez [navigateur]",
    );
    photo.replace(CALL, "numero: 412", state).replace(
        PHOTO,
        "besoins: [materiel]",
        "besoins: [materiel, appel-video]\nvoir_aussi: [appel]",
    )
}

#[test]
fn a_withdrawn_guide_is_in_no_list_and_its_addresses_answer() {
    // The pages that answer to who has its address, its number or its words: its own, A to Z, the map's list of
    // withdrawn guides, and the guide that links to it in its text. Its alias shows what there is instead.
    assert_eq!(
        pages_with(&withdrawn(), TITLE),
        ["a-z.html", "guides/appel.html", "guides/photo.html", "numeros.html", "plan.html"]
    );
    let pages = withdrawn().pages();
    let own = Page::read(&pages["guides/appel.html"]);
    let text = own.text().replace('’', "'").replace('\u{a0}', " ");
    for words in ["Cet outil n'existe plus.", "5 mai 2026", "Prendre une photo", "Fiche 412"] {
        assert!(text.contains(words), "no « {words} » in {text}");
    }
    assert!(!text.contains("Ouvrez le lien reçu"), "the étapes of a withdrawn guide are gone");
    let alias = Page::read(&pages["guides/visio.html"]);
    assert!(
        alias
            .elements
            .iter()
            .any(|e| e.name == "a"
                && e.attributes.get("href").is_some_and(|h| h.ends_with("guides/photo.html")))
    );
    let said = alias.text().replace('’', "'").replace('\u{a0}', " ");
    for words in ["Cet outil n'existe plus.", "Prendre une photo", "Fiche 412"] {
        assert!(said.contains(words), "no « {words} » in {said}");
    }
    let photo = Page::read(&pages["guides/photo.html"]).text();
    assert_eq!(photo.matches(TITLE).count(), 1, "in the text only, not under « voir aussi »: {photo}");
    assert!(Page::read(&pages["plan.html"]).text().contains("Guides retirés"));
    assert!(!Page::read(&pages["besoins/appel-video.html"]).text().contains(TITLE));
}

/// One changed product file: the guide that cannot do without it, and nothing else.
#[test]
fn a_guide_ends_with_its_product_and_still_answers() {
    let before = site().replace(CALL, "produits: [jitsi]", "depend_de: [jitsi]").replace(
        PHOTO,
        "depend_de: [jitsi]",
        "produits: [jitsi]",
    );
    let flipped = before.replace(JITSI, "etat: actif", "etat: arrete\nfin: 2026-05");
    let pages = flipped.pages();
    let own = Page::read(&pages["guides/appel.html"]);
    let text = own.text().replace('\u{a0}', " ");
    for words in ["Jitsi est arrêté", "mai 2026", "Ne l’installez pas", "Prendre une photo", "Fiche 412"]
    {
        assert!(text.contains(words), "no « {words} » in {text}");
    }
    assert!(!text.contains("Ouvrez le lien reçu"), "no page says how to use it any more");
    for address in ["besoins/appel-video.html", "produits/jitsi.html"] {
        assert!(!Page::read(&pages[address]).text().contains(TITLE), "{address}");
    }
    assert!(Page::read(&pages["plan.html"]).text().contains("Guides retirés"));
    assert!(pages.contains_key("guides/visio.html"), "the old address answers");
    let index = flipped.index();
    for query in ["412", "skaip", "visio", "visiau"] {
        let hits = eliane::search::search(&index, query);
        let first = &index.documents[hits[0].document];
        assert_eq!(
            (first.address.as_str(), first.sort),
            ("guides/appel.html", eliane::search::Sort::Withdrawn),
            "{query}"
        );
    }
}

/// May 2025, as curators lived it: one line of one product file says that Skype is no more.
#[test]
fn skype_stops_and_nobody_is_told_to_install_it() {
    let before = site()
        .replace(SKYPE, "etat: arrete\nfin: 2025-05-05\nremplace_par: [jitsi]", "etat: actif")
        .replace(CALL, "titre: Rejoindre un appel vidéo", "titre: Appeler avec Skype")
        .replace(CALL, "produits: [jitsi]", "depend_de: [skype]")
        .replace(CALL, "dit_aussi: [visio, skaip]", "dit_aussi: [appel skype, skaip]")
        .replace(CALL, "alias: [guides/visio.html]", "alias: [guides/skype.html]")
        .replace(CALL, "Appuyez sur le **lien** dans le message :", "Installez Skype :")
        .replace(PHOTO, "guide:appel#etape-2", "service:mairie")
        .without(QUERIES);
    let installs = |site: &SmallSite| -> Vec<String> {
        let pages = site.pages().into_iter();
        let texts = pages.map(|(address, page)| (address, Page::read(&page).text()));
        texts.filter(|(_, text)| text.contains("Installez Skype")).map(|(address, _)| address).collect()
    };
    assert_eq!(installs(&before), ["guides/appel.html"]);

    let after = before.replace(SKYPE, "etat: actif", "etat: arrete\nfin: 2025-05-05\nremplace_par: [jitsi]");
    assert_eq!(installs(&after), Vec::<String>::new());
    let pages = after.pages();
    let notice = Page::read(&pages["guides/appel.html"]);
    let text = notice.text().replace('\u{a0}', " ");
    assert!(
        text.contains("Skype est arrêté. Son dernier jour : 5 mai 2025. Ne l’installez pas")
            && text.contains("Fiche 412"),
        "{text}"
    );
    // What there is instead: a guide that speaks of Jitsi.
    let leads = |page: &Page, to: &str| {
        page.elements.iter().any(|e| e.attributes.get("href").is_some_and(|href| href.ends_with(to)))
    };
    assert!(leads(&notice, "photo.html") && leads(&notice, "produits/skype.html"), "{text}");
    assert!(leads(&Page::read(&pages["guides/skype.html"]), "guides/photo.html"), "the old address");
    let index = after.index();
    for query in ["skype", "skaip", "skipe", "skyp", "appel skype", "412", "fiche 412"] {
        let hits = eliane::search::search(&index, query);
        let addresses: Vec<&str> =
            hits.iter().map(|hit| index.documents[hit.document].address.as_str()).collect();
        // The tool's own page says that it stopped and what replaces it, as the guide's does.
        assert!(addresses.contains(&"guides/appel.html"), "{query}: {addresses:?}");
        assert!(
            ["guides/appel.html", "produits/skype.html"].contains(&addresses[0]),
            "{query}: {addresses:?}"
        );
    }
    let tool = Page::read(&pages["produits/skype.html"]);
    assert!(leads(&tool, "jitsi.html") && tool.text().replace('\u{a0}', " ").contains("5 mai 2025"));
}

/// « À faire au plus tard le … » is there on its last day, with the day in words, and gone the day after.
#[test]
fn what_must_be_done_by_a_day_goes_by_itself() {
    let due = |day: &str| {
        let lines = format!(
            "depend_de: [jitsi]\na_faire_avant: {{ date: {day}, texte: Demandez la nouvelle carte. }}"
        );
        site().replace(PHOTO, "depend_de: [jitsi]", &lines)
    };
    let said = |day: &str| pages_with(&due(day), "À faire au plus tard le");
    let everywhere = [
        "besoins/materiel.html",
        "guides/appel.html",
        "guides/photo.html",
        "orientation/1.html",
        "produits/jitsi.html",
        "territoires/29/aide-materiel-landerneau-29103.html",
    ];
    assert_eq!(said("2026-11-24"), everywhere);
    assert_eq!(said("2026-11-23"), Vec::<String>::new());
    let page = due("2027-01-31").pages()["guides/photo.html"].clone();
    let text = Page::read(&page).text().replace('\u{a0}', " ");
    assert!(
        text.contains("À faire au plus tard le 31 janvier 2027")
            && text.contains("Demandez la nouvelle carte."),
        "{text}"
    );
    assert!(
        page.replace('"', "").contains("data-jusqu=2027-01-31"),
        "for the script, on a machine that nobody looks after"
    );
}

/// An étape says what it cannot do without as well as the whole guide does.
#[test]
fn a_guide_ends_with_the_product_of_one_of_its_etapes() {
    let before = site().replace(CALL, "{#prenom}", "{#prenom depend_de=skype}");
    let own = |site: &SmallSite| Page::read(&site.pages()["guides/appel.html"]).text();
    assert!(own(&before).contains("Skype est arrêté"));
    let active = before.replace(SKYPE, "etat: arrete\nfin: 2025-05-05\nremplace_par: [jitsi]", "etat: actif");
    assert!(own(&active).contains("Ouvrez le lien reçu"));
    let misspelt = site().replace(CALL, "{#prenom}", "{#prenom depend_de=skyp}").findings();
    assert!(
        misspelt.iter().any(|found| found.code == "E044" && found.message.contains("skyp")),
        "{misspelt:?}"
    );
}

/// One line of one product file changes; every étape that cites the button follows, in text, title and caption.
#[test]
fn a_renamed_button_is_renamed_wherever_it_is_cited() {
    let site = site()
        .replace(CALL, "## Écrivez votre prénom {#prenom}", "## Touchez {libelle: jitsi.rejoindre} {#prenom}")
        .replace(CALL, "\"La case est en haut\"", "\"{libelle: jitsi.rejoindre} est en haut\"")
        .replace(JITSI, "rejoindre: Rejoindre", "rejoindre: Entrer maintenant");
    let text = Page::read(&site.pages()["guides/appel.html"]).text().replace('\u{202f}', " ");
    for words in [
        "Touchez « Entrer maintenant »",
        "Appuyez sur « Entrer maintenant ».",
        "« Entrer maintenant » est en haut",
    ] {
        assert!(text.contains(words), "no « {words} » in {text}");
    }
    assert!(!text.contains("libelle"), "{text}");
}

#[test]
fn a_live_guide_is_in_the_lists() {
    // Or the tests above could not fail.
    let pages = pages_with(&site(), TITLE);
    for address in [
        "besoins/appel-video.html",
        "produits/jitsi.html",
        "guides/appel.html",
        "guides/visio.html",
        "plan.html",
    ] {
        assert!(pages.contains(&address.to_owned()), "{address} not in {pages:?}");
    }
}

#[test]
fn a_draft_is_on_no_page() {
    let draft = site()
        .replace(CALL, "numero: 412", "numero: 412\netat: brouillon")
        .replace(PHOTO, "guide:appel#etape-2", "service:mairie")
        .replace(PHOTO, "[Rejoindre un appel vidéo]", "[la mairie]")
        .replace(PHOTO, "besoins: [materiel]", "besoins: [materiel, appel-video]\nvoir_aussi: [appel]");
    for words in [TITLE, "skaip", "Fiche 412", "fiche 412", "guides/appel", "guides/visio", "Notice de Jitsi"]
    {
        assert_eq!(pages_with(&draft, words), Vec::<String>::new(), "{words}");
    }
    let names: Vec<String> = draft.pages().into_keys().collect();
    assert!(names.iter().all(|name| !name.contains("appel.html") && !name.contains("visio")), "{names:?}");
}

#[test]
fn a_draft_service_is_on_no_page() {
    for state in ["etat: brouillon\n", "visibilite: pro\n"] {
        let draft = site().append(CLIC, state);
        for words in ["CLIC de Landerneau", "clic@exemple.fr", "services/clic"] {
            assert_eq!(pages_with(&draft, words), Vec::<String>::new(), "{state}{words}");
        }
    }
}

#[test]
fn every_link_of_every_page_leads_to_a_page_and_an_anchor() {
    let sites = [
        site(),
        withdrawn(),
        site().append(CLIC, "etat: brouillon\n"),
        site().append(MAIRIE, "etat: suspendu\n"),
    ];
    for site in sites {
        let examined = site.examine();
        let renderer = examined.renderer.unwrap();
        let pages: BTreeMap<String, Page> =
            site.pages().into_iter().map(|(address, html)| (address, Page::read(&html))).collect();
        for (address, page) in &pages {
            let ids: Vec<&String> =
                page.elements.iter().filter_map(|element| element.attributes.get("id")).collect();
            let mut sorted = ids.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(sorted.len(), ids.len(), "{address}: an id twice in {ids:?}");
            for element in &page.elements {
                for link in ["href", "src"].iter().filter_map(|key| element.attributes.get(*key)) {
                    if link.contains(':') {
                        continue;
                    }
                    let (path, anchor) =
                        link.split_once('#').map_or((link.as_str(), None), |(p, a)| (p, Some(a)));
                    let target = if path.is_empty() { address.clone() } else { resolve(address, path) };
                    assert!(
                        renderer.site().addresses.get(&target).is_some(),
                        "{address}: {link} leads nowhere"
                    );
                    if let Some(anchor) = anchor {
                        let there = pages[&target]
                            .elements
                            .iter()
                            .any(|e| e.attributes.get("id").is_some_and(|id| id == anchor));
                        assert!(there, "{address}: {link} has no anchor");
                    }
                }
            }
        }
    }
}

/// The address of a relative link.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {link} leaves the site"),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[test]
fn a_sheet_with_an_address_to_write_to_says_so_to_who_does_not_hear() {
    let said = |site: &SmallSite| {
        let text = Page::read(&site.pages()["services/mairie.html"]).text();
        text.replace(['\u{a0}', '\u{202f}'], " ")
    };
    // Otherwise a guide for which one must hear would lead to nobody.
    let site = || site().replace(CALL, "faut_entendre: oui", "faut_entendre: non");
    let silent = site().replace(MAIRIE, "entendre: [sur_place]\n", "");
    assert!(!said(&silent).contains("Vous entendez mal"), "{}", said(&silent));
    let written = silent.append(MAIRIE, "courriel: mairie@exemple.fr\n");
    let line = "Vous entendez mal ? Vous pouvez écrire un courriel.";
    assert!(said(&written).contains(line), "{}", said(&written));
}

fn shown(site: &SmallSite, address: &str) -> Vec<String> {
    let lines = Page::read(&site.pages()[address]).lines;
    lines.iter().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn what_serves_who_does_not_hear_is_the_first_line_after_the_name() {
    let name = "Département du Finistère";
    let line =
        "Vous entendez mal ? Relais téléphonique aux heures d’ouverture. La langue des signes est possible.";
    let site = site().append(DEPARTEMENT, "besoins: [appel-video]\n");
    for address in ["services/departement.html", "territoires/29.html"] {
        let lines = shown(&site, address);
        let after =
            lines.iter().zip(lines.iter().skip(1)).any(|(one, next)| one == name && next.starts_with(line));
        assert!(after, "{address}: {lines:#?}");
    }
    // A service of many communes has one line on the sheet of each: it is in that line.
    let sheet = shown(&site, "territoires/29/landerneau-29103.html");
    assert!(sheet.iter().any(|one| one.starts_with(name) && one.contains(line)), "{sheet:#?}");
    let answers = shown(&site, "territoires/29/aide-appel-video-landerneau-29103.html");
    let at = answers.iter().position(|one| one.starts_with(line)).unwrap_or_else(|| panic!("{answers:#?}"));
    assert_eq!(answers[at - 1], name, "{answers:#?}");
}

#[test]
fn every_way_has_its_sentence() {
    for (keys, line) in [
        ("[sms]", "Vous pouvez écrire un SMS."),
        ("[ecrit, sms, courriel]", "Vous pouvez écrire un SMS ou un courriel."),
        ("[ecrit]", "Vous pouvez écrire."),
        ("[relais]", "Vous pouvez passer par un relais téléphonique."),
        ("[lpc]", "La langue parlée complétée est possible."),
        ("[lpc, lsf]", "La langue des signes et la langue parlée complétée sont possibles."),
        ("[boucle, sur_place]", "Vous pouvez être reçu sur place. Il y a une boucle magnétique."),
    ] {
        let site = site().replace(
            MAIRIE,
            "entendre: [sur_place]",
            &format!("mode_aide: [sur_place]\nentendre: {keys}"),
        );
        let lines = shown(&site, "services/mairie.html");
        let wanted = format!("Vous entendez mal ? {line}");
        assert!(lines.iter().any(|one| one.starts_with(&wanted)), "{keys}: {lines:#?}");
    }
}

#[test]
fn a_relay_leads_to_the_guide_that_explains_it_while_it_is_there() {
    let leads = |site: &SmallSite| {
        let page = Page::read(&site.pages()["services/departement.html"]);
        page.elements.iter().any(|one| {
            one.attributes.get("href").is_some_and(|href| href == "../guides/photo.html")
                && one.attributes.get("class").is_some_and(|class| class.contains("suite"))
        })
    };
    assert!(leads(&site()));
    assert!(!leads(&site().replace(SITE, "guide_relais: photo\n", "")));
    let withdrawn = "etat: retire\nretire_raison: Ce guide ne sert plus.\nfaut_entendre: non";
    assert!(!leads(&site().replace(PHOTO, "faut_entendre: non", withdrawn)));
    let broken = site().replace(SITE, "guide_relais: photo", "guide_relais: fhoto").findings();
    assert_eq!(broken.len(), 1, "{broken:#?}");
    assert!(broken[0].message.contains("fhoto"), "{broken:#?}");
}

#[test]
fn a_guide_says_in_words_whether_one_must_hear() {
    for (value, words) in [
        ("oui", "Faut-il entendre ? Oui. Faites-vous aider si vous entendez mal."),
        ("non", "Faut-il entendre ? Non. Tout se fait sans le son."),
        ("contournable", "Faut-il entendre ? C’est mieux. Sinon, le guide donne un autre moyen."),
    ] {
        let site = site().replace(CALL, "faut_entendre: oui", &format!("faut_entendre: {value}"));
        let lines = shown(&site, "guides/appel.html");
        assert!(lines.iter().any(|line| line == words), "{value}: {lines:#?}");
    }
}
