//! A stream that takes no more: a full disk behind `>`, or a reader who has seen enough.

use super::assert_french;
use crate::common::{DATE, Ended, Site, eliane};
use std::fs::OpenOptions;
use std::process::{Command, Stdio};

/// A site with something to say for every command, and files for those that want one.
fn site() -> Site {
    let site = Site::new();
    site.write("themes/kiosque/acueil.html", "<p>jamais lu</p>");
    site.write("film.fr.srt", "1\n00:00:01,000 --> 00:00:03,000\nBonjour , vous\n");
    site.write(
        "annuaire.csv",
        "id,nom,commune,code_postal,code_insee,adresse,telephone,services\n1,Point numérique,Landerneau,29800,29103,1 place du Marché,0261910012,Accompagner\n",
    );
    site
}

/// What is printed as data.
const DATA: [&[&str]; 16] = [
    &["--aide"],
    &["--version"],
    &["construire", "--aide"],
    &["attester", "--aide"],
    &["expliquer"],
    &["expliquer", "E030"],
    &["exporter", "mednum"],
    &["fraicheur", "--date", DATE],
    &["fraicheur", "--date", DATE, "--format", "json"],
    &["fraicheur", "--date", DATE, "--format", "csv"],
    &["fraicheur", "--date", DATE, "--dans", "400j"],
    &["relire", "--date", DATE, "--format", "json"],
    &["relire", "--date", DATE, "--format", "json", "--strict"],
    &["construire", "--date", DATE, "--format", "json"],
    &["importer", "mednum", "annuaire.csv", "--essai", "--format", "json"],
    &["sous-titres", "film.fr.srt", "--format", "json"],
];

/// What is told in words.
const WORDS: [&[&str]; 10] = [
    &["relire", "--date", DATE],
    &["relire", "--date", DATE, "--informations"],
    &["construire", "--date", DATE],
    &["expliquer", "E999"],
    &["schemas"],
    &["commencer", "guide", "neuf"],
    &["commencer", "guide", "Pas Bon"],
    &["imprimer", "--guide", "1", "-o", "feuille.pdf"],
    &["sous-titres", "film.fr.srt"],
    &["importer", "mednum", "annuaire.csv", "--essai"],
];

fn command(site: &Site, args: &[&str]) -> Command {
    let mut command = eliane();
    command.args(args).current_dir(&site.root);
    command
}

fn said(mut command: Command) -> Ended {
    let output = command.output().unwrap();
    // One of the two streams goes nowhere.
    Ended {
        code: output.status.code().expect("the program was killed"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[cfg(target_os = "linux")]
fn full() -> Stdio {
    OpenOptions::new().write(true).open("/dev/full").unwrap().into()
}

#[cfg(target_os = "linux")]
#[test]
fn data_that_a_full_disk_cut_is_told_and_ends_with_2() {
    let site = site();
    for args in DATA {
        let mut command = command(&site, args);
        command.stdout(full());
        let ended = said(command);
        assert_eq!(ended.code, 2, "{args:?}: {ended:?}");
        assert!(ended.stderr.contains("en entier : le disque est plein."), "{args:?}: {}", ended.stderr);
        assert_french(&ended.stderr);
        assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn words_that_a_full_disk_cut_end_with_2() {
    let site = site();
    for args in WORDS {
        let mut command = command(&site, args);
        command.stderr(full());
        assert_eq!(said(command).code, 2, "{args:?}");
    }
}

/// `| head`: the same end as without it, and not a word.
#[cfg(unix)]
#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    let site = site();
    for args in DATA {
        let whole = said(command(&site, args));
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut cut = command(&site, args);
        cut.stdout(writer);
        let cut = said(cut);
        assert_eq!(cut.code, whole.code, "{args:?}: {cut:?}");
        assert_ne!(whole.code, 2, "{args:?}: {whole:?}");
        assert!(!cut.stderr.contains("erreur : "), "{args:?}: {}", cut.stderr);
    }
}

/// The same commands say all that they have to say where there is room.
#[test]
fn streams_that_take_everything_get_everything() {
    let site = site();
    for args in DATA {
        let ended = said(command(&site, args));
        assert!(!ended.stdout.is_empty(), "{args:?}");
        assert!(!ended.stderr.contains("en entier"), "{args:?}: {}", ended.stderr);
    }
}
