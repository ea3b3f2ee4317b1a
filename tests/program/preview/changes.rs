//! Pages hear of changes.

use super::client::Events;
use super::{PATIENCE, Preview};
use crate::common::Site;
use std::sync::mpsc;
use std::time::Duration;

/// The address that a page listens to, as its script makes it.
fn listens_to(page: &str) -> String {
    let version = page.split("data-version=\"").nth(1).unwrap().split('"').next().unwrap();
    format!("/_eliane/evenements?{version}")
}

#[test]
fn a_page_hears_of_each_change() {
    let preview = Preview::of(Site::new());
    let mut events = Events::open(preview.port, &listens_to(&preview.get("/").text()));
    assert_eq!(events.message(Duration::from_millis(300)), None, "nothing has changed yet");
    preview.site.rewrite("Mon site", "Mon beau site");
    let first = events.message(PATIENCE).expect("no word of the first change");
    assert!(preview.get("/").text().contains("Mon beau site"), "the page was told too early");
    preview.site.rewrite("Mon beau site", "Mon très beau site");
    let second = events.message(PATIENCE).expect("no word of the second change");
    assert_ne!(first, second);
}

#[test]
fn a_change_made_before_the_page_listens_is_not_missed() {
    let preview = Preview::of(Site::new());
    let page = preview.get("/").text();
    preview.site.rewrite("Mon site", "Mon beau site");
    preview.until("/", |answer| answer.text().contains("Mon beau site"));
    let mut events = Events::open(preview.port, &listens_to(&page));
    assert!(events.message(PATIENCE).is_some(), "the old page would stay");
}

#[test]
fn the_script_listens_to_what_the_page_shows() {
    let preview = Preview::of(Site::new());
    let script = preview.get("/_eliane/recharger.js").text();
    assert!(script.contains("'/_eliane/evenements?' + document.currentScript.dataset.version"), "{script}");
}

#[test]
fn files_added_and_removed_are_changes() {
    let preview = Preview::of(Site::new());
    preview.site.run(&["commencer", "guide", "ajoute"]);
    preview.until("/guides/ajoute.html", |answer| answer.status == 200);
    fs_err::remove_dir_all(preview.site.path("content/guides/ajoute")).unwrap();
    preview.until("/guides/ajoute.html", |answer| answer.status == 302);
}

#[test]
fn several_strokes_make_few_builds_and_each_is_told() {
    let site = Site::new();
    let (sender, told) = mpsc::channel();
    let settings = eliane::serve::ServeSettings {
        root: site.root.clone(),
        port: 0,
        date: jiff::civil::date(2026, 11, 24),
        delivery: None,
    };
    let running = eliane::serve::start(settings, move |found, _| {
        sender.send(!found.forbid(false)).unwrap();
    })
    .unwrap();
    assert_eq!(told.recv_timeout(PATIENCE), Ok(true), "the first build is told");
    for n in 0..20 {
        site.write("content/services/autre.yaml", &format!("nom: {n}\n"));
    }
    assert_eq!(told.recv_timeout(PATIENCE), Ok(false), "a build with faults is told too");
    std::thread::sleep(Duration::from_millis(400));
    assert!(told.try_iter().count() < 5, "twenty strokes made as many builds");
    running.stop();
}

#[test]
fn nothing_is_written_by_looking() {
    let preview = Preview::of(Site::new());
    let before = crate::common::tree(&preview.site.root);
    preview.get("/");
    preview.get("/guides/mon-premier-guide.html");
    assert!(crate::common::tree(&preview.site.root) == before);
}
