//! Small files made to take forever.

use crate::program::assert_refused;
use crate::small_site::{GLOSSARY, MAIRIE, PHOTO, SmallSite, site};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// Refused, and before anybody would think that the machine hangs, slow test machines included.
#[track_caller]
fn refused_quickly(site: &SmallSite, fragments: &[&str]) {
    let folder = site.on_disk();
    let start = Instant::now();
    assert_refused(folder.path(), fragments);
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}

#[test]
fn a_billion_laughs_of_yaml() {
    let mut bomb = String::from("a0: &a0 [rire, rire, rire, rire]\n");
    for i in 1..30 {
        let before = format!("*a{}", i - 1);
        writeln!(bomb, "a{i}: &a{i} [{before}, {before}, {before}, {before}]").unwrap();
    }
    refused_quickly(&site().append(MAIRIE, &bomb), &["erreur[E022]", "content/services/mairie.yaml:"]);
    let head = format!("{bomb}depend_de:");
    refused_quickly(
        &site().replace(PHOTO, "depend_de:", &head),
        &["erreur[E022]", "content/guides/photo/guide.md:"],
    );
    refused_quickly(&site().append(MAIRIE, "<<: {nom: x}\n"), &["erreur[E030]"]);
}

#[test]
fn two_hundred_lists_of_yaml() {
    let flow = format!("fait: {}{}\n", "[".repeat(200), "]".repeat(200));
    refused_quickly(&site().replace(MAIRIE, "fait: [Aide à remplir un papier.]\n", &flow), &["erreur[E022]"]);
    let block = format!("fait:\n  {}x\n", "- ".repeat(200));
    refused_quickly(
        &site().replace(MAIRIE, "fait: [Aide à remplir un papier.]\n", &block),
        &["erreur[E022]"],
    );
    let maps = format!("adresse: {}{}\n", "{a: ".repeat(200), "}".repeat(200));
    refused_quickly(&site().append(MAIRIE, &maps), &["erreur[E022]"]);
}

#[test]
fn two_hundred_lists_of_markdown() {
    let lists: String = (0..200).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let quotes = format!("{} a\n", ">".repeat(200));
    for deep in [lists, quotes] {
        refused_quickly(
            &site().replace(PHOTO, "Tenez l'appareil à deux mains.", &format!("Tenez.\n\n{deep}\n")),
            &["erreur[E051]", "content/guides/photo/guide.md:"],
        );
    }
}

#[test]
fn markdown_that_makes_readers_slow() {
    let line = "Tenez l'appareil à deux mains.";
    for piece in ["[", "![", "*a_ ", "`", "<", "[a](", "&", "**a*"] {
        let text = format!("{line}\n\n{}\n", piece.repeat(60_000));
        let folder = site().replace(PHOTO, line, &text).on_disk();
        let start = Instant::now();
        let output = crate::program::OutFolder::new();
        let run = crate::program::build(folder.path(), &output.out());
        assert!((0..=1).contains(&run.code), "{piece}: {}", run.stderr);
        assert!(start.elapsed() < Duration::from_mins(1), "{piece}: {:?}", start.elapsed());
    }
}

#[test]
fn a_hundred_thousand_keys() {
    let mut keys = String::new();
    for i in 0..70_000 {
        writeln!(keys, "k{i}: a").unwrap();
    }
    refused_quickly(&site().append(MAIRIE, &keys), &["erreur[E022]"]);
    let mut entries = String::new();
    for i in 0..8_000 {
        writeln!(entries, "- id: m{i}\n  mot: m{i}\n  definition: Un mot.\n  voir_aussi: [rien{i}]").unwrap();
    }
    refused_quickly(&site().with(GLOSSARY, &entries), &["erreur["]);
}
