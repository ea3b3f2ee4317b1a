//! The question tree: each way of answering has its page, and ends at guides and at the right answers of people.

use crate::page::Page;
use crate::small_site::{CLIC, MAIRIE, QUESTIONS, SITE, SmallSite, site};

fn links(page: &Page) -> Vec<String> {
    page.elements.iter().filter_map(|e| e.attributes.get("href").cloned()).collect()
}

#[test]
fn each_way_of_answering_has_its_page() {
    let pages = site().pages();
    let ways: Vec<&str> = pages.keys().map(String::as_str).filter(|a| a.starts_with("orientation")).collect();
    assert_eq!(
        ways,
        [
            "orientation.html",
            "orientation/1.html",
            "orientation/2-1.html",
            "orientation/2-2.html",
            "orientation/2.html"
        ]
    );
    let first = Page::read(&pages["orientation.html"]);
    assert!(links(&first).contains(&"orientation/1.html".to_owned()));
    assert!(first.text().contains("Une seule réponse."));
    assert!(links(&Page::read(&pages["index.html"])).contains(&"orientation.html".to_owned()));
}

#[test]
fn the_end_leads_to_the_answers_for_exactly_what_was_said() {
    let pages = site().pages();
    let end = Page::read(&pages["orientation/2-2.html"]);
    let text = end.text().replace(['\u{a0}', '\u{202f}'], " ");
    assert!(
        links(&end).contains(
            &"../territoires/29/aide-appel-video-landerneau-29103.html#a-domicile-proche".to_owned()
        ),
        "somebody must come, and a relative calls: {:?}",
        links(&end)
    );
    assert!(text.contains("Rejoindre un appel vidéo"), "the need's guides");
    assert!(
        text.find("près de chez vous").unwrap() < text.find("Rejoindre un appel vidéo").unwrap(),
        "people first"
    );
    // What was answered can be changed.
    assert!(links(&end).contains(&"../orientation/2.html".to_owned()));
    let hears = Page::read(&pages["orientation/2-1.html"]);
    assert!(
        links(&hears)
            .contains(&"../territoires/29/aide-appel-video-landerneau-29103.html#sur-place".to_owned())
    );
}

#[test]
fn an_answer_may_choose_its_guides() {
    let pages = site().pages();
    let end = Page::read(&pages["orientation/1.html"]);
    assert!(links(&end).contains(&"../guides/photo.html".to_owned()));
}

#[test]
fn a_site_without_questions_has_no_link_to_them() {
    let pages = site().without(QUESTIONS).pages();
    assert!(!pages.contains_key("orientation.html"));
    assert!(pages.values().all(|html| !html.contains("orientation.html")));
}

#[test]
fn a_circle_of_questions_is_told_once_and_ends() {
    let circle = site().replace(
        QUESTIONS,
        "      venir: oui\n      fin: oui\n",
        "      venir: oui\n      suite: qui\n",
    );
    let found = circle.findings();
    assert_eq!(found.iter().filter(|finding| finding.code == "E163").count(), 1, "{found:?}");
}

/// The text of a page, with plain spaces and apostrophes.
fn text(site: &SmallSite, address: &str) -> String {
    let pages = site.pages();
    let page = pages.get(address).unwrap_or_else(|| panic!("no {address} in {:?}", pages.keys()));
    Page::read(page).text().replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'")
}

#[test]
fn guides_stand_in_the_order_of_their_author_then_those_that_are_added() {
    let order = |site: &SmallSite| -> Vec<usize> {
        let text = text(site, "orientation/1.html");
        ["Faire la chose 30", "Faire la chose 20", "Prendre une photo"]
            .iter()
            .map(|title| text.find(title).unwrap_or(usize::MAX))
            .collect()
    };
    let base = site().with_short_guide("g30", 30, "").with_short_guide("g20", 20, "");
    let chosen = base.clone().replace(QUESTIONS, "guides: [photo]", "guides: [g30, g20, photo]");
    assert!(order(&chosen).is_sorted(), "as written, not by number: {:?}", order(&chosen));
    let added = base.clone().replace(
        QUESTIONS,
        "guides: [photo]",
        "guides: [g30]\n      guides_aussi: [g20, photo, g30]",
    );
    assert!(order(&added).is_sorted(), "{:?}", order(&added));
    let only = base.replace(QUESTIONS, "guides: [photo]", "guides: [g30]");
    assert!(!text(&only, "orientation/1.html").contains("Faire la chose 20"), "the answers choose");
    assert!(
        text(&only, "orientation/1.html").contains("Tous les guides pour : Me servir de mon appareil"),
        "all of them are one link away"
    );
}

#[test]
fn who_asks_for_herself_is_spoken_to() {
    let own = site()
        .replace(QUESTIONS, "      guides: [photo]\n      fin: oui\n", "      suite: entend\n")
        .replace(
            QUESTIONS,
            "  question: Entend-il au téléphone ?\n",
            "  question: Entend-il au téléphone ?\n  question_moi: Entendez-vous ?\n  aide: Au fixe.\n  aide_moi: Chez vous.\n",
        )
        .replace(
            QUESTIONS,
            "    - texte: Non\n",
            "    - texte: Non\n      texte_moi: Je n'entends pas\n      exemple: Il n'entend rien\n      exemple_moi: Je n'entends rien\n",
        );
    let to_oneself = text(&own, "orientation/1.html");
    for words in ["Entendez-vous ?", "Chez vous.", "Je n'entends pas", "Je n'entends rien"] {
        assert!(to_oneself.contains(words), "no « {words} » in {to_oneself}");
    }
    assert!(!to_oneself.contains("Entend-il"), "{to_oneself}");
    let to_another = text(&own, "orientation/2.html");
    for words in ["Entend-il au téléphone ?", "Au fixe.", "Il n'entend rien"] {
        assert!(to_another.contains(words), "no « {words} » in {to_another}");
    }
    assert!(!to_another.contains("Entendez-vous"), "{to_another}");
    let end = text(&own, "orientation/1-2.html");
    assert!(end.contains("Entendez-vous ?\nJe n'entends pas"), "the answers are repeated as given: {end}");
}

#[test]
fn one_wording_serves_both_where_there_is_one() {
    assert!(text(&site(), "orientation/1.html").contains("Moi"));
    let own = site().replace(QUESTIONS, "      guides: [photo]\n      fin: oui\n", "      suite: entend\n");
    assert!(text(&own, "orientation/1.html").contains("Entend-il au téléphone ?"));
}

const WITHOUT_END: &str = "      guides: [photo]\n      fin: oui\n";

#[test]
fn an_urgent_exit_says_what_to_do_then_whom_to_reach_then_the_guides() {
    let exit = site().replace(
        QUESTIONS,
        WITHOUT_END,
        "      conseil: [Coupez internet., Prévenez la banque.]\n      services: [clic]\n      guides: [photo]\n      sortie: urgence\n",
    );
    let page = text(&exit, "orientation/1.html");
    let order: Vec<usize> =
        ["Coupez internet.", "Prévenez la banque.", "CLIC de Landerneau", "Prendre une photo"]
            .iter()
            .map(|words| page.find(words).unwrap_or_else(|| panic!("no « {words} » in {page}")))
            .collect();
    assert!(order.is_sorted(), "{order:?} in {page}");
    let first = Page::read(&exit.pages()["orientation.html"]);
    assert!(links(&first).contains(&"orientation/1.html".to_owned()), "one action from the first question");
}

#[test]
fn an_exit_needs_no_need_and_shows_something() {
    let lines = |lines: &str| {
        site().replace(QUESTIONS, "      besoin: materiel\n", "").replace(QUESTIONS, WITHOUT_END, lines)
    };
    for good in [
        "      services: [clic]\n      sortie: urgence\n",
        "      guides: [photo]\n      sortie: urgence\n",
        "      guides_aussi: [photo]\n      sortie: urgence\n",
        "      sortie: personnes\n",
        "      sortie: professionnel\n",
    ] {
        let found = lines(good).findings();
        assert!(found.is_empty(), "{good}: {found:#?}");
    }
    for (bad, code) in [
        ("      sortie: urgence\n", "E234"),
        ("      conseil: [Attendez.]\n      sortie: urgence\n", "E234"),
        ("      sortie: urgence\n      fin: oui\n      guides: [photo]\n", "E161"),
        ("      sortie: personnes\n      suite: entend\n", "E161"),
        ("      sortie: ailleurs\n", "E033"),
        ("      services: [clik]\n      sortie: urgence\n", "E044"),
        ("      guides: [foto]\n      sortie: urgence\n", "E044"),
        ("      venir: peut-etre\n      fin: oui\n      besoin: materiel\n", "E033"),
        ("      fin: oui\n", "E162"),
        ("      guides: [photo]\n      fin: oui\n", "E162"),
    ] {
        let found = lines(bad).findings();
        assert!(found.iter().any(|found| found.code == code), "{bad}: {found:#?}");
    }
}

#[test]
fn who_does_not_know_finds_people_and_every_need() {
    let exit = site().replace(QUESTIONS, WITHOUT_END, "      sortie: personnes\n");
    let page = Page::read(&exit.pages()["orientation/1.html"]);
    let links = links(&page);
    for address in
        ["../territoires/29/landerneau-29103.html", "../besoins/appel-video.html", "../besoins/materiel.html"]
    {
        assert!(links.contains(&address.to_owned()), "no {address} in {links:?}");
    }
}

#[test]
fn a_professional_finds_what_can_be_printed_else_the_numbers() {
    let exit = site().replace(QUESTIONS, WITHOUT_END, "      sortie: professionnel\n");
    let first = |site: &SmallSite| links(&Page::read(&site.pages()["orientation.html"]));
    assert!(first(&exit).contains(&"numeros.html".to_owned()));
    assert!(!exit.pages().contains_key("orientation/1.html"), "no page between");
    let paper = exit.replace(SITE, "papier: non", "papier: oui");
    assert!(first(&paper).contains(&"mediateur.html".to_owned()));
}

/// The answers of the second way: somebody must come, and the person does not hear.
#[test]
fn when_nobody_comes_the_page_says_so_and_shows_who_helps_from_afar() {
    let known = "nous ne connaissons personne qui vienne à domicile";
    let nobody = text(&site(), "orientation/2-2.html");
    assert!(nobody.contains(known), "{nobody}");
    assert!(nobody.contains("Ces services répondent par écrit") && nobody.contains("CLIC"), "{nobody}");
    // Somebody comes, and can be written to: nothing to warn of.
    let comes = site().append(CLIC, "mode_aide: [domicile]\n");
    assert!(!text(&comes, "orientation/2-2.html").contains(known));
    assert!(!text(&comes, "orientation/2-2.html").contains("donne seulement un téléphone"));
    assert!(text(&comes, "orientation/2-2.html").contains("Une personne peut venir : écrivez à ce service"));
    // Somebody comes, whom one must call.
    let voice = comes.replace(CLIC, "sms: \"114\"\ncourriel: clic@exemple.fr\n", "");
    let voice = text(&voice, "orientation/2-2.html");
    assert!(voice.contains("la fiche donne seulement un téléphone"), "{voice}");
    assert!(voice.contains("Prendre une photo"), "the guide of the relay: {voice}");
    // Who can go out is told nothing of it.
    assert!(!text(&site(), "orientation/2-1.html").contains(known));
    // Nobody at all.
    let alone = site().replace(CLIC, "sms: \"114\"\ncourriel: clic@exemple.fr\n", "").replace(
        QUESTIONS,
        "      appareil: non\n",
        "",
    );
    assert!(
        text(&alone, "orientation/2-2.html")
            .contains("Nous ne connaissons pas de service qui aide à distance")
    );
}

#[test]
fn help_from_afar_shows_who_can_be_called_or_written_to() {
    let afar = site().replace(
        QUESTIONS,
        "      entend: oui\n      fin",
        "      entend: oui\n      venir: distance\n      fin",
    );
    let page = text(&afar, "orientation/2-1.html");
    assert!(
        page.contains("Ces services aident par téléphone ou par écrit") && page.contains("CLIC"),
        "{page}"
    );
    let other = afar.replace(MAIRIE, "besoins: [materiel]", "besoins: [materiel, appel-video]");
    assert!(text(&other, "orientation/2-1.html").contains("Mairie de Landerneau"));
}
