//! A film on its page: captions inside it, its text beside it, a code on paper.

use crate::page::{Element, Page};
use crate::small_site::{CAPTIONS, FILM, SITE, SmallSite, site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const GUIDE: &str = "guides/photo.html";

fn page(site: &SmallSite) -> Page {
    Page::read(&site.pages()[GUIDE])
}

fn all<'a>(page: &'a Page, name: &str) -> Vec<&'a Element> {
    page.elements.iter().filter(|element| element.name == name).collect()
}

fn text(page: &Page) -> String {
    page.text().replace(['\u{a0}', '\u{202f}'], " ")
}

/// The WebVTT that a track holds.
fn held(track: &Element) -> String {
    let data = track.attributes["src"].strip_prefix("data:text/vtt;charset=utf-8;base64,").unwrap();
    String::from_utf8(STANDARD.decode(data).unwrap()).unwrap()
}

#[test]
fn the_captions_are_in_the_page_and_the_player_waits() {
    let page = page(&site());
    let video = all(&page, "video")[0];
    for wanted in ["controls", "playsinline", "poster"] {
        assert!(video.attributes.contains_key(wanted), "{wanted}: {video:?}");
    }
    assert_eq!(video.attributes["preload"], "metadata");
    assert_eq!((video.attributes["width"].as_str(), video.attributes["height"].as_str()), ("128", "80"));
    assert!(!video.attributes.contains_key("autoplay") && !video.attributes.contains_key("loop"));
    assert_eq!(all(&page, "source")[0].attributes["src"], "../guides/photo/prise.webm");
    let track = all(&page, "track")[0];
    assert!(track.attributes.contains_key("default") && track.attributes["label"] == "Français");
    assert_eq!(held(track), "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nUne photo.\n");
}

#[test]
fn a_film_says_how_long_it_lasts_and_whether_there_is_something_to_hear() {
    let silent = text(&page(&site()));
    assert!(silent.contains("Durée : 1 seconde. Film sans parole"), "{silent}");
    let sound = site().with(FILM, include_bytes!("../media/films/vp9-opus.webm"));
    let heard = text(&page(&sound));
    assert!(heard.contains("Ce film a du son. Les sous-titres disent tout."), "{heard}");
}

#[test]
fn its_text_is_made_of_the_captions_unless_the_author_wrote_one() {
    assert!(text(&page(&site())).contains("0 min 00 s Une photo."));
    let own = site().with("content/guides/photo/prise.fr.txt", "La photo.\n\nUne photo, encore.\n");
    let own = page(&own);
    assert!(own.lines.iter().any(|line| line == "La photo."), "{:?}", own.lines);
    assert!(!text(&own).contains("0 min 00 s"));
}

#[test]
fn old_captions_and_other_languages_come_too() {
    let srt = "1\n00:00:00,000 --> 00:00:01,000\nUne photo.\n";
    let site = site()
        .without(CAPTIONS)
        .with("content/guides/photo/prise.fr.srt", srt)
        .with("content/guides/photo/prise.en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nA photo.\n")
        .with(
            "content/guides/photo/prise.fr.descriptions.vtt",
            "WEBVTT\n\n00:00.000 --> 00:01.000\nDeux mains.\n",
        );
    let page = page(&site);
    let tracks = all(&page, "track");
    let kinds: Vec<_> =
        tracks.iter().map(|t| (t.attributes["kind"].as_str(), t.attributes["srclang"].as_str())).collect();
    assert_eq!(kinds, [("captions", "fr"), ("captions", "en"), ("descriptions", "fr")]);
    assert_eq!(held(tracks[0]), "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nUne photo.\n");
    assert_eq!(tracks.iter().filter(|track| track.attributes.contains_key("default")).count(), 1);
}

#[test]
fn captions_are_written_as_browsers_and_french_want_them() {
    let held_of = |name: &str, captions: &str| {
        let site = site().without(CAPTIONS).with(&format!("content/guides/photo/{name}"), captions);
        held(all(&page(&site), "track")[0])
    };
    // What curators note for themselves stays at home; signs get their no-break spaces.
    let noted = "WEBVTT\n\nNOTE relu le 12 mars\n\n00:00.000 --> 00:01.000 line:0\n<c.cyan>Prêt ?</c>\n";
    assert_eq!(
        held_of("prise.fr.vtt", noted),
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000 line:0\n<c.cyan>Prêt\u{202f}?</c>\n"
    );
    let srt = "7\n0:0:0,0 --> 0:0:1,0\n<i>Une</i> photo & R\n";
    assert_eq!(
        held_of("prise.fr.srt", srt),
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<i>Une</i> photo &amp; R\n"
    );
}

#[test]
fn paper_says_where_the_film_is() {
    assert!(text(&page(&site())).contains("Pour voir ce film, ouvrez la fiche 7 sur le site."));
    let web = site().append(SITE, "base_url: https://exemple.fr/\n");
    let html = web.pages()[GUIDE].clone();
    assert!(text(&Page::read(&html)).contains("exemple.fr/guides/photo.html#film-1"));
    assert!(html.contains("Code à photographier\u{a0}: il ouvre le film."), "the code has a name");
}

#[test]
fn only_pages_with_a_film_carry_its_script() {
    let pages = site().pages();
    assert!(pages[GUIDE].contains("film.js"));
    assert!(!pages["guides/appel.html"].contains("film.js") && !pages["index.html"].contains("film.js"));
}
