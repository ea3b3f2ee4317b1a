//! Manual pages and completions: one page for each command, in French, and nothing left in English.

#[expect(dead_code, reason = "its « main » is for the terminal")]
#[path = "../../examples/manual_pages.rs"]
mod pages;

use crate::commands::words::old_words;
use fs_err as fs;

/// What the libraries say in English when they are let.
const ENGLISH: [&str; 10] = [
    "NAME",
    "EXTRA",
    "SUBCOMMANDS",
    "AUTHORS",
    "Possible values",
    "[default",
    "[possible",
    "Print help",
    "commands'",
    "May also be",
];

#[test]
fn each_command_has_its_page_in_french() {
    let pages = pages::pages().unwrap();
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[0], "eliane");
    let typed: Vec<String> = eliane::cli::command()
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .map(|command| format!("eliane-{}", command.get_name()))
        .collect();
    assert!(typed.len() > 10 && names[1..] == typed, "{names:?}");
    for (name, page) in &pages {
        for word in ENGLISH {
            assert!(!page.contains(word), "{name}.1 says « {word} »");
        }
        // A manual page writes a hyphen as « \\- ».
        assert_eq!(old_words(&page.replace("\\-", "-")), Vec::<String>::new(), "{name}.1");
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(headings[..3], ["\"NOM\"", "\"SYNOPSIS\"", "\"DESCRIPTION\""], "{name}");
        assert_eq!(headings.last(), Some(&"\"VOIR AUSSI\""), "{name}");
        assert!(headings.contains(&"\"OPTIONS\""), "{name}: {headings:?}");
        assert!(page.contains(&format!("\n{} \\- ", name.replace('-', "\\-"))), "{name}: {page}");
        assert!(!page.contains("\u{a0}\"\n"), "{name}: a heading keeps the space before a colon");
    }
    let first = &pages[0].1;
    for name in &names[1..] {
        assert!(first.contains(&format!("{}(1)", name.replace('-', "\\-"))), "eliane.1 does not name {name}");
    }
    assert!(first.contains("\"COMMANDES\"") && first.contains("\"CODES DE SORTIE\""), "{first}");
}

#[test]
fn three_shells_complete_every_command_twice_the_same() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pages::write(one.path()).unwrap();
    pages::write(two.path()).unwrap();
    for file in ["eliane", "_eliane", "eliane.fish"] {
        let script = fs::read_to_string(one.path().join("completions").join(file)).unwrap();
        for command in eliane::cli::command().get_subcommands() {
            assert!(script.contains(command.get_name()), "{file}: {}", command.get_name());
        }
        assert!(!script.contains("eliane commands"), "{file} speaks English");
        assert_eq!(old_words(&script), Vec::<String>::new(), "{file}");
        for word in ["build", "check", "freshness", "dry-run", "fraîcheur", "jobs"] {
            assert!(!script.contains(word), "{file} completes « {word} »");
        }
        assert_eq!(script, fs::read_to_string(two.path().join("completions").join(file)).unwrap());
    }
    let page = |folder: &tempfile::TempDir| fs::read(folder.path().join("man/eliane-construire.1")).unwrap();
    assert_eq!(page(&one), page(&two));
}
