//! A word of the glossary, where a page first uses it.

use crate::page::Page;
use crate::small_site::{GLOSSARY, PHOTO, SmallSite, site};

const GUIDE: &str = "guides/photo.html";

/// Where the links to words of a guide lead.
fn links(site: &SmallSite) -> Vec<String> {
    let page = Page::read(&site.pages()[GUIDE]);
    let words = page.elements.into_iter().filter(|element| {
        element.name == "a" && element.attributes.get("class").is_some_and(|class| class == "mot")
    });
    words.map(|element| element.attributes["href"].clone()).collect()
}

fn with_text(text: &str) -> SmallSite {
    site().replace(PHOTO, "Tenez l'appareil à deux mains.", text)
}

#[test]
fn the_first_use_leads_to_the_definition_on_the_same_page() {
    let site = with_text("Ouvrez les liens. Un lien suffit.");
    assert_eq!(links(&site), ["#mot-lien", "#mot-navigateur"]);
    let page = Page::read(&site.pages()[GUIDE]);
    let anchors: Vec<&str> =
        page.elements.iter().filter_map(|element| element.attributes.get("id")).map(String::as_str).collect();
    assert!(anchors.contains(&"mot-lien") && anchors.contains(&"mot-navigateur"), "{anchors:?}");
    let text = page.text();
    assert!(text.contains("Des mots sur lesquels on appuie pour ouvrir une page du navigateur."), "{text}");
    assert!(page.elements.iter().any(|element| element.name == "dfn"));
}

#[test]
fn labels_other_words_and_what_the_curator_linked_are_left_alone() {
    for text in
        ["Touchez « Copier le lien ».", "Touchez **Copier le lien**.", "Appelez un client.", "Un lien fort."]
    {
        let site = with_text(text).replace(GLOSSARY, "  mot: lien", "  mot: lien\n  sauf_dans: [lien fort]");
        assert_eq!(links(&site), ["#mot-navigateur"], "{text}");
    }
    let linked = with_text("Ouvrez le navigateur.");
    assert_eq!(links(&linked), ["#mot-navigateur"], "the curator's own link, once");
}

#[test]
fn a_word_that_means_too_many_things_can_be_left_out() {
    let site = with_text("Ouvrez un lien.");
    assert_eq!(links(&site).len(), 2);
    let out = site.replace(GLOSSARY, "  mot: lien", "  mot: lien\n  dans_les_textes: non");
    assert_eq!(links(&out), ["#mot-navigateur"]);
}

#[test]
fn a_page_without_such_words_has_no_list_of_them() {
    let site = site().replace(PHOTO, " Lisez [navigateur](mot:navigateur).", "");
    let page = &site.pages()[GUIDE];
    assert!(!page.contains("id=mots") && !page.contains("mots.js"), "{page}");
}
