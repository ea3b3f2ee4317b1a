//! What the source says to be closed: the sheet says it at once, ranks last, and never vanishes.

use super::{DAOULAS, LANDERNEAU, LIST};
use crate::common::Site;

/// The list with a mark in the name of Daoulas.
fn closed_list() -> String {
    LIST.replace("France services de Daoulas", "France services de Daoulas (FERMÉ)")
}

fn import(site: &Site, date: &str, list: &str) -> crate::common::Ended {
    site.import("france-services", &format!("france-services-{date}.csv"), list, &[])
}

#[test]
fn a_service_that_the_source_calls_closed_must_be_verified_again() {
    let site = Site::new();
    site.import_list(LIST, &[]);
    let before = site.read(DAOULAS);
    let done = import(&site, "2026-03-01", &closed_list());
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.stderr.contains("La source dit que ces services sont fermés"), "{}", done.stderr);
    assert_eq!(
        site.read(DAOULAS),
        before.replace("import:\n", "import:\n  ferme: oui\n  ferme_selon: \"2026-03-01\"\n"),
        "the words stay, the mark is there"
    );
    assert!(site.read("imports/france-services-a-revoir.csv").contains("fermée;3;2;"), "in the list");
    let once = site.contents();
    import(&site, "2026-03-01", &closed_list());
    assert!(site.contents() == once, "once is enough");
    site.change("content/site.yaml", "[\"242900801\"]", "[\"29\"]");
    site.is_sound();
    site.build(&[]);
    let page = site.read("public/services/france-services-de-daoulas.html");
    assert!(
        page.contains("Cette fiche est à revérifier.") && page.contains("L’annuaire dit qu’il est fermé."),
        "{page}"
    );
    let due = site.run(&["fraicheur", "--date", crate::common::DATE]);
    assert!(due.stdout.contains("à revérifier : l’annuaire dit qu’il est fermé"), "{}", due.stdout);
    // Open again upstream, open again here.
    import(&site, "2026-03-01", LIST);
    assert!(!site.read(DAOULAS).contains("ferme"), "{}", site.read(DAOULAS));
}

#[test]
fn what_a_person_verified_later_goes_on() {
    let site = Site::new();
    site.import_list(LIST, &[]);
    site.change(DAOULAS, "date_source:", "verifie_le: 2026-11-01\nverifie_comment: appel\ndate_source:");
    let done = import(&site, "2026-03-01", &closed_list());
    assert!(done.stderr.contains("quelqu’un l’a vérifiée après ce fichier"), "{}", done.stderr);
    site.change("content/site.yaml", "[\"242900801\"]", "[\"29\"]");
    site.build(&[]);
    let page = site.read("public/services/france-services-de-daoulas.html");
    assert!(!page.contains("L’annuaire dit qu’il est fermé."), "{page}");
    // A file of a later day is later than the verification.
    import(&site, "2026-11-20", &closed_list());
    site.build(&[]);
    let page = site.read("public/services/france-services-de-daoulas.html");
    assert!(page.contains("L’annuaire dit qu’il est fermé."), "{page}");
}

#[test]
fn a_closed_row_makes_no_sheet_and_names_the_one_that_speaks_of_it() {
    let site = Site::new();
    site.write(
        "content/services/a-la-main.yaml",
        "nom: Maison du pays\ntype: france-services\nzone: [\"29043\"]\ntelephone: 02 61 91 00 13\n",
    );
    let done = import(&site, "2026-03-01", &closed_list());
    assert!(!site.path(DAOULAS).exists() && site.path(LANDERNEAU).exists(), "{done:?}");
    assert!(
        done.stderr.contains("la source le dit fermé ; content/services/a-la-main.yaml"),
        "{}",
        done.stderr
    );
    let other = Site::new();
    let done = import(&other, "2026-03-01", &closed_list());
    assert!(!other.path(DAOULAS).exists());
    assert!(done.stderr.contains("fermé, d’après la source"), "{}", done.stderr);
}

/// Rows without an id are known by their name: the mark in it must not make them another.
#[test]
fn a_row_without_an_id_is_still_known() {
    let site = Site::new();
    let list = "nom,commune,code_postal,adresse,telephone,date_fermeture\nLes Chênes,Landerneau,29800,1 rue Inventée,0261910012,\n";
    site.import("mednum", "lieux-2024-08-01.csv", list, &[]);
    let path = "content/services/29/les-chenes-landerneau.yaml";
    for (date, row) in [
        ("2024-09-01", "FERMÉ - Les Chênes,Landerneau,29800,1 rue Inventée,0261910012,"),
        ("2024-10-01", "Les Chênes,Landerneau,29800,1 rue Inventée,0261910012,30/09/2024"),
    ] {
        let file = format!("nom,commune,code_postal,adresse,telephone,date_fermeture\n{row}\n");
        site.import("mednum", &format!("lieux-{date}.csv"), file, &[]);
        assert!(site.read(path).contains(&format!("  ferme: oui\n  ferme_selon: \"{date}\"\n")), "{row}");
    }
    // A closing to come is none yet.
    let file = list.replace(",\n", ",31/12/2024\n");
    site.import("mednum", "lieux-2024-11-01.csv", file, &[]);
    assert!(!site.read(path).contains("ferme"), "{}", site.read(path));
}
