//! A second file: what changed upstream comes in, what a person did stays.

use super::{DAOULAS, LANDERNEAU, LIST};
use crate::common::Site;

const REVIEW: &str = "imports/france-services-a-revoir.csv";

#[test]
fn the_same_file_twice_changes_nothing() {
    let site = Site::new();
    // The second of two rows that say the same place waits for a person, each time.
    let twice = LIST.lines().nth(1).unwrap().replacen('1', "4", 1);
    let list = format!("{LIST}{twice}\n");
    let first = site.import_list(&list, &[]);
    assert!(first.stderr.contains("même nom, même commune"), "{}", first.stderr);
    let before = site.contents();
    let again = site.import_list(&list, &[]);
    assert!(site.contents() == before);
    assert!(again.stderr.contains("Rien n’a changé."), "{}", again.stderr);
}

#[test]
fn what_changed_upstream_is_updated() {
    let site = Site::new();
    site.import_list(LIST, &[]);
    let done = site.import_list(&LIST.replace("00 12,09:00", "00 99,09:00"), &["--format", "json"]);
    let account: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!(account["mises_a_jour"], serde_json::json!([LANDERNEAU]));
    assert!(site.read(LANDERNEAU).contains("02 61 91 00 99"));
}

#[test]
fn what_a_person_verified_or_changed_is_never_written_over() {
    let site = Site::new();
    site.import_list(LIST, &[]);
    site.change(LANDERNEAU, "date_source:", "verifie_le: 2026-11-01\nverifie_comment: appel\ndate_source:");
    site.change(DAOULAS, "02 61 91 00 13", "02 61 91 00 77");
    let (verified, changed) = (site.read(LANDERNEAU), site.read(DAOULAS));
    // The source says what it said: nothing to look at.
    let quiet = site.import_list(LIST, &[]);
    assert!(quiet.stderr.contains("Rien n’a changé."), "{}", quiet.stderr);
    // Now it says something else.
    let next = LIST.replace("00 12,09:00", "00 99,09:00").replace("00 13,", "00 88,");
    let done = site.import_list(&next, &[]);
    assert_eq!(done.code, 0);
    assert_eq!((site.read(LANDERNEAU), site.read(DAOULAS)), (verified, changed));
    let review = site.read(REVIEW);
    assert!(review.contains("la fiche a été vérifiée") && review.contains("02 61 91 00 99"), "{review}");
    assert!(
        review.contains("modifiée à la main") && review.contains("\"02 61 91 00 77\";\"02 61 91 00 88\""),
        "{review}"
    );
    site.import_list(&next, &[]);
    assert_eq!(site.read(REVIEW), review, "the same list each time");
    site.is_sound();
}

/// An empty line that somebody left in a sheet is no word of theirs: the sheet goes on following its source.
#[test]
fn empty_lines_in_a_sheet_change_nothing() {
    for (from, to) in [
        ("nom:", "\nnom:"),
        ("nom:", "\n\nnom:"),
        ("telephone:", "\ntelephone:"),
        ("telephone:", "   \ntelephone:"),
        ("import:", "\nimport:"),
        ("  empreinte:", "\n  empreinte:"),
    ] {
        let site = Site::new();
        site.import_list(LIST, &[]);
        site.change(LANDERNEAU, from, to);
        let before = site.contents();
        let quiet = site.import_list(LIST, &[]);
        assert!(quiet.stderr.contains("Rien n’a changé."), "{to:?}: {}", quiet.stderr);
        assert!(site.contents() == before, "{to:?}");
        let done = site.import_list(&LIST.replace("00 12,09:00", "00 99,09:00"), &[]);
        assert!(site.read(LANDERNEAU).contains("02 61 91 00 99"), "{to:?}: {}", done.stderr);
        assert!(!done.stderr.contains("modifiée"), "{to:?}: {}", done.stderr);
    }
    // A word is theirs.
    let site = Site::new();
    site.import_list(LIST, &[]);
    site.change(LANDERNEAU, "telephone:", "\ncout: Gratuit.\ntelephone:");
    site.import_list(&LIST.replace("00 12,09:00", "00 99,09:00"), &[]);
    assert!(!site.read(LANDERNEAU).contains("02 61 91 00 99"));
}

#[test]
fn what_is_gone_upstream_stays_and_says_so() {
    let site = Site::new();
    site.import_list(LIST, &[]);
    let whole = site.read(DAOULAS);
    let fewer: String =
        LIST.lines().filter(|line| !line.contains("Daoulas")).map(|line| format!("{line}\n")).collect();
    let done = site.import_list(&fewer, &[]);
    assert!(done.stderr.contains("deviennent « à revérifier »"), "{}", done.stderr);
    assert_eq!(site.read(DAOULAS), whole.replace("import:\n", "import:\n  absent: oui\n"));
    let marked = site.contents();
    site.import_list(&fewer, &[]);
    assert!(site.contents() == marked, "once is enough");
    site.change("content/site.yaml", "[\"242900801\"]", "[\"29\"]");
    site.build(&[]);
    let page = site.read("public/services/france-services-de-daoulas.html");
    assert!(
        page.contains("Cette fiche est à revérifier.") && page.contains("n’est plus dans l’annuaire public"),
        "{page}"
    );
    site.import_list(LIST, &[]);
    assert_eq!(site.read(DAOULAS), whole, "back upstream, back here");
}

/// A territory of a whole file, or a file of another département, says nothing of the others.
#[test]
fn rows_of_other_places_are_not_gone() {
    let site = Site::new();
    site.import_list(LIST, &[]);
    // The list of what to see is of the last file.
    let sheets = || site.contents().into_iter().filter(|(path, _)| !path.starts_with("imports"));
    let before: Vec<_> = sheets().collect();
    site.import_list(LIST, &["--territoire", "75"]);
    let paris: String = LIST
        .lines()
        .filter(|l| l.starts_with("id") || l.starts_with('3'))
        .map(|l| format!("{l}\n"))
        .collect();
    site.import_list(&paris, &[]);
    assert!(sheets().eq(before));
    // Nor does a file of which a row could not be read: it may be that one.
    let broken = LIST.replace("2,29,France services de Daoulas", "2,29,\"France services de Daoulas");
    let done = site.import_list(&broken, &[]);
    assert!(done.stderr.contains("semble incomplet"), "{}", done.stderr);
    assert!(!site.read(DAOULAS).contains("absent"));
}

#[test]
fn a_service_that_has_its_sheet_is_not_made_twice() {
    let site = Site::new();
    site.write(
        "content/services/a-la-main.yaml",
        "nom: Maison du pays\ntype: france-services\nzone: [\"29103\"]\ntelephone: 02 61 91 00 12\n",
    );
    let done = site.import_list(LIST, &[]);
    assert!(!site.path(LANDERNEAU).exists());
    assert!(done.stderr.contains("semble être content/services/a-la-main.yaml"), "{}", done.stderr);
    // Another directory says the same France services.
    let other = "id,nom,commune,code_postal,adresse,telephone\nx,France services de Daoulas,Daoulas,29460,1 place Inventée,0261910055\n";
    let done = site.import("mednum", "lieux-2024-08-01.csv", other, &[]);
    assert!(done.stderr.contains(&format!("semble être {DAOULAS}")), "{}", done.stderr);
}

#[test]
fn a_broken_sheet_stops_the_import() {
    let site = Site::new();
    site.write("content/services/cassee.yaml", "nom: [\n");
    let done = site.import_list(LIST, &[]);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("« cassee » ne se lit pas"), "{}", done.stderr);
    assert!(!site.path(LANDERNEAU).exists());
}
