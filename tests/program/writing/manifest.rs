//! `manifeste.json`: what lets an update be checked before it replaces anything.

use crate::common::{Site, manifest, tree, whole};

#[test]
fn the_manifest_lists_every_file_and_not_itself() {
    let site = Site::new();
    site.build(&[]);
    let files = tree(&site.path("public"));
    whole(&files);
    let listed = manifest(&files);
    assert_eq!(listed.len(), files.len() - 1);
    assert!(!listed.contains_key("manifeste.json"));
    assert!(
        listed.contains_key("actifs/kiosque.css")
            && listed.contains_key("guides/mon-premier-guide/dessin.svg")
    );
}

#[test]
fn the_manifest_is_in_order_one_line_a_file() {
    let site = Site::new();
    site.build(&[]);
    let text = site.read("public/manifeste.json");
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("{\"adresse\":")).collect();
    assert_eq!(lines.len(), tree(&site.path("public")).len() - 1);
    assert!(lines.is_sorted(), "{text}");
}

#[test]
fn a_damaged_copy_is_found() {
    let site = Site::new();
    site.build(&[]);
    let good = tree(&site.path("public"));
    let refuses = |damage: &dyn Fn(&mut crate::common::Tree)| {
        let mut copy = good.clone();
        damage(&mut copy);
        assert!(std::panic::catch_unwind(|| whole(&copy)).is_err());
    };
    refuses(&|copy| copy.get_mut("index.html").unwrap()[20] ^= 1);
    refuses(&|copy| drop(copy.remove("plan.html")));
    refuses(&|copy| drop(copy.insert("de-trop.html".to_owned(), Vec::new())));
}
