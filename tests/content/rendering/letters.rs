//! Lists by letter: one page while it is short, one page a letter when a telephone would wait for it.

use crate::page::Page;
use crate::small_site::{CALL, GLOSSARY, SmallSite, site};
use std::collections::BTreeMap;
use std::fmt::Write as _;

fn hrefs(pages: &BTreeMap<String, String>, address: &str) -> Vec<String> {
    let page = Page::read(&pages[address]);
    page.elements.iter().filter_map(|element| element.attributes.get("href").cloned()).collect()
}

/// With so many more words, under two letters.
fn with_words(count: usize) -> SmallSite {
    let mut words = String::new();
    for at in 0..count {
        let letter = if at % 2 == 0 { "élan" } else { "zèbre" };
        writeln!(words, "- id: mot-{at}\n  mot: {letter} {at}\n  definition: Un mot de plus.").unwrap();
    }
    site().append(GLOSSARY, &words)
}

#[test]
fn a_to_z_is_one_page_while_it_is_short() {
    let pages = with_words(300).pages();
    assert!(hrefs(&pages, "a-z.html").contains(&"#lettre-e".to_owned()));
    assert!(hrefs(&pages, "a-z.html").contains(&"glossaire.html#mot-mot-0".to_owned()));
    assert!(!pages.keys().any(|address| address.starts_with("a-z/")));
}

#[test]
fn a_to_z_has_a_page_a_letter_when_it_is_long() {
    let pages = with_words(700).pages();
    let choice = hrefs(&pages, "a-z.html");
    let letters: Vec<&String> = pages.keys().filter(|address| address.starts_with("a-z/")).collect();
    assert!(letters.len() > 3, "{letters:?}");
    for letter in letters {
        assert!(choice.contains(letter), "{letter} is not in {choice:?}");
    }
    // An emergency has its numbers before the choice of a letter.
    assert!(choice.contains(&"tel:15".to_owned()), "{choice:?}");
    assert!(!choice.contains(&"glossaire.html#mot-mot-0".to_owned()));
    let e = hrefs(&pages, "a-z/e.html");
    assert!(e.contains(&"../glossaire.html#mot-mot-0".to_owned()), "« élan 0 » is under E");
    assert!(!e.contains(&"../glossaire.html#mot-mot-1".to_owned()), "« zèbre 1 » is under Z");
    assert!(e.contains(&"../a-z.html".to_owned()) && e.contains(&"../a-z/z.html".to_owned()));
}

/// With so many more documents for one guide, each by one address or another.
fn with_sources(count: usize) -> SmallSite {
    let mut sources = String::from("sources:\n");
    for at in 0..count {
        writeln!(sources, "  - titre: Île {at}\n    adresse: https://ile.fr/{at}").unwrap();
    }
    site().replace(CALL, "sources:\n", &sources)
}

#[test]
fn documents_stand_in_the_page_about_the_site_while_they_are_few() {
    let pages = with_sources(100).pages();
    assert!(hrefs(&pages, "a-propos.html").contains(&"https://ile.fr/42".to_owned()));
    assert!(!pages.keys().any(|address| address.starts_with("sources/")));
}

#[test]
fn documents_have_a_page_a_letter_when_they_are_many() {
    let pages = with_sources(200).pages();
    let about = hrefs(&pages, "a-propos.html");
    assert!(about.contains(&"sources/i.html".to_owned()), "{about:?}");
    assert!(!about.contains(&"https://ile.fr/42".to_owned()));
    assert!(hrefs(&pages, "sources/i.html").contains(&"https://ile.fr/42".to_owned()));
    assert!(hrefs(&pages, "sources/n.html").contains(&"https://jitsi.org/".to_owned()));
}
