//! Files whose bytes did not change keep their date: a copy to a USB key or to a server takes only the others.

use crate::common::{Site, Tree, tree};
use fs_err as fs;
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

type Dates = BTreeMap<String, SystemTime>;

fn dates(site: &Site, tree: &Tree) -> Dates {
    let date = |name: &String| fs::metadata(site.path("public").join(name)).unwrap().modified().unwrap();
    tree.keys().map(|name| (name.clone(), date(name))).collect()
}

/// Sets every date back by an hour, so that no clock is too coarse to see a change.
fn age(site: &Site, tree: &Tree) {
    for (name, date) in dates(site, tree) {
        let file = fs::OpenOptions::new().write(true).open(site.path("public").join(name)).unwrap();
        file.file().set_modified(date - Duration::from_hours(1)).unwrap();
    }
}

#[test]
fn only_what_changed_gets_a_new_date() {
    let site = Site::new();
    site.build(&[]);
    let before = tree(&site.path("public"));
    age(&site, &before);
    let old = dates(&site, &before);
    site.change("content/glossaire.yaml", "Le programme qui montre", "Un programme qui montre");
    let built = site.build(&[]);
    let after = tree(&site.path("public"));
    let new = dates(&site, &after);
    let changed: Vec<&String> = after.keys().filter(|name| before.get(*name) != after.get(*name)).collect();
    assert!(changed.iter().any(|name| *name == "glossaire.html"), "{changed:?}");
    assert!(changed.len() * 2 < after.len(), "one word changes most of the site: {changed:?}");
    for name in after.keys().filter(|name| *name != "manifeste.json") {
        assert_eq!(new[name] == old[name], before[name] == after[name], "{name}: its date tells a lie");
    }
    let unchanged = after.len() - changed.len();
    assert!(built.stderr.contains(&format!("dont {unchanged} inchangés")), "{}", built.stderr);
}

#[test]
fn a_build_of_the_same_content_changes_no_file() {
    let site = Site::new();
    site.build(&[]);
    let before = tree(&site.path("public"));
    age(&site, &before);
    let old = dates(&site, &before);
    site.build(&[]);
    let after = tree(&site.path("public"));
    assert!(before == after);
    let mut new = dates(&site, &after);
    // The manifest is written last at each build.
    new.insert("manifeste.json".to_owned(), old["manifeste.json"]);
    assert_eq!(new, old);
}

#[test]
fn a_file_changed_by_hand_is_mended() {
    let site = Site::new();
    site.build(&[]);
    let before = tree(&site.path("public"));
    // The same length: a comparison of sizes would be fooled.
    let mut page = before["index.html"].clone();
    page[20] ^= 1;
    fs::write(site.path("public/index.html"), page).unwrap();
    fs::remove_file(site.path("public/plan.html")).unwrap();
    site.build(&[]);
    assert!(tree(&site.path("public")) == before);
}

#[test]
fn pages_of_what_was_removed_go() {
    let site = Site::new();
    site.run(&["commencer", "guide", "de-passage"]);
    site.build(&[]);
    assert!(site.path("public/guides/de-passage.html").is_file());
    fs::remove_dir_all(site.path("content/guides/de-passage")).unwrap();
    site.build(&[]);
    assert!(!site.path("public/guides/de-passage.html").exists());
    assert!(!site.path("public/guides/de-passage").exists(), "its folder of pictures stays");
}
