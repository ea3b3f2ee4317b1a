//! Help and version.

use super::assert_french;
use crate::common::run;

const COMMANDS: [&str; 13] = [
    "construire",
    "relire",
    "montrer",
    "importer",
    "imprimer",
    "sous-titres",
    "commencer",
    "creer",
    "schemas",
    "exporter",
    "fraicheur",
    "attester",
    "expliquer",
];

#[test]
fn the_help_of_every_command_is_french_data() {
    for command in COMMANDS {
        let help = run(&[command, "--aide"]);
        assert_eq!(help.code, 0, "{help:?}");
        assert_eq!(help.stderr, "", "help that was asked for is data");
        assert_french(&help.stdout);
        assert!(help.stdout.contains(&format!("Usage : eliane {command}")), "{}", help.stdout);
        assert_eq!(help.stdout.matches("Options\u{a0}:").count(), 1, "{}", help.stdout);
        assert!(help.stdout.contains("Affiche cette aide"), "{}", help.stdout);
        for other in ["-h", "--help"] {
            assert_eq!(run(&[command, other]).stdout, help.stdout);
        }
    }
}

#[test]
fn the_first_help_names_every_command_and_exit_code() {
    let help = run(&["--aide"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    assert_french(&help.stdout);
    for command in COMMANDS {
        assert!(help.stdout.contains(&format!("\n  {command} ")), "{command}: {}", help.stdout);
    }
    assert!(help.stdout.contains("Commandes\u{a0}:"), "{}", help.stdout);
    assert!(help.stdout.contains("Codes de sortie : 0 tout va bien ; 1"), "{}", help.stdout);
}

#[test]
fn every_option_says_what_it_does() {
    for command in COMMANDS {
        let help = run(&[command, "--aide"]).stdout;
        let rows = help.lines().filter(|line| line.trim_start().starts_with(['-', '<', '[']));
        for row in rows {
            let words = row.trim_start().split_once("  ").map_or("", |(_, words)| words.trim());
            assert!(words.chars().next().is_some_and(char::is_uppercase), "{command}: « {row} »");
        }
    }
}

#[test]
fn arguments_are_listed_in_the_order_they_are_typed() {
    let help = run(&["commencer", "--aide"]).stdout;
    assert!(help.find("<SORTE>").unwrap() < help.find("<NOM>").unwrap(), "{help}");
}

#[test]
fn without_a_command_the_help_is_words_and_a_fault() {
    let alone = run(&[]);
    assert_eq!((alone.code, alone.stdout.as_str()), (2, ""));
    assert_french(&alone.stderr);
    assert!(alone.stderr.contains("Usage : eliane [OPTIONS] COMMANDE"), "{}", alone.stderr);
}

#[test]
fn the_version_is_that_of_the_crate() {
    for option in ["--version", "-V"] {
        let version = run(&[option]);
        assert_eq!((version.code, version.stderr.as_str()), (0, ""));
        assert_eq!(version.stdout, concat!("eliane ", env!("CARGO_PKG_VERSION"), "\n"));
    }
}
