//! The question tree: each way of answering has its page, and ends at guides and at the right answers of people.

use crate::page::Page;
use crate::petit_site::{QUESTIONS, site};

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
        links(&end)
            .contains(&"../territoires/29/landerneau-29103-appel-video.html#a-domicile-proche".to_owned()),
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
        links(&hears).contains(&"../territoires/29/landerneau-29103-appel-video.html#sur-place".to_owned())
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
