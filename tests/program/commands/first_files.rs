//! `creer` and `commencer`: first files that already build, and never cover somebody's work.

use super::assert_french;
use crate::common::{Ended, Site, eliane, ended, run, tree};
use fs_err as fs;

const NOTHING_WRONG: &str = "Aucune erreur, aucun avertissement.\n";

#[test]
fn a_new_site_is_without_fault_and_builds() {
    let site = Site::new();
    let checked = site.run(&["relire"]);
    assert_eq!((checked.code, checked.stderr.as_str()), (0, NOTHING_WRONG));
    site.build(&[]);
    assert!(site.path("public/guides/mon-premier-guide.html").is_file());
    assert!(site.path("public/services/mon-service.html").is_file());
}

/// What a newcomer sees first: the site of this repository, whose folder is that of the theme too.
#[test]
fn the_repository_s_own_site_is_without_fault() {
    let root = env!("CARGO_MANIFEST_DIR");
    let checked = run(&["relire", "--strict", "--site", root, "--date", "2026-11-29"]);
    let clean = checked.code == 0 && checked.stderr.starts_with(NOTHING_WRONG.trim_end());
    assert!(clean, "{}", checked.stderr);
}

#[test]
fn init_may_use_an_empty_folder_and_makes_missing_ones() {
    let site = Site::new();
    let empty = site.path("vide");
    fs::create_dir(&empty).unwrap();
    for folder in [empty, site.path("a/b/c")] {
        let made = ended(eliane().arg("creer").arg(&folder).output().unwrap());
        assert_eq!((made.code, made.stdout.as_str()), (0, ""), "{made:?}");
        assert!(folder.join("content/site.yaml").is_file());
    }
}

#[test]
fn init_leaves_a_folder_that_is_not_empty_alone() {
    let site = Site::new();
    site.write("content/site.yaml", "titre: le mien\n");
    let before = tree(&site.root);
    let refused = ended(eliane().arg("creer").arg(&site.root).output().unwrap());
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert_french(&refused.stderr);
    assert!(refused.stderr.contains("n’est pas vide. Rien n’a été écrit."), "{}", refused.stderr);
    assert_eq!(tree(&site.root), before);
}

#[test]
fn init_on_a_file_is_refused_in_french() {
    let site = Site::new();
    site.write("notes.txt", "à moi");
    let refused = ended(eliane().arg("creer").arg(site.path("notes.txt")).output().unwrap());
    assert_eq!(refused.code, 2, "{refused:?}");
    assert_french(&refused.stderr);
    assert_eq!(site.read("notes.txt"), "à moi");
}

#[test]
fn new_sheets_build_and_guides_take_free_numbers() {
    let site = Site::new();
    for (what, id) in [("guide", "mon-guide"), ("guide", "encore-2"), ("service", "ma-mairie")] {
        let made = site.run(&["commencer", what, id]);
        assert_eq!((made.code, made.stdout.as_str()), (0, ""), "{made:?}");
        assert!(made.stderr.contains(id), "{made:?}");
    }
    assert!(site.read("content/guides/mon-guide/guide.md").contains("\nnumero: 2\n"));
    assert!(site.read("content/guides/encore-2/guide.md").contains("\nnumero: 3\n"));
    let checked = site.run(&["relire"]);
    assert_eq!((checked.code, checked.stderr.as_str()), (0, NOTHING_WRONG));
    site.build(&[]);
    for page in ["guides/mon-guide", "guides/encore-2", "services/ma-mairie"] {
        assert!(site.path(&format!("public/{page}.html")).is_file(), "{page}");
    }
}

#[test]
fn the_free_number_is_the_first_that_nobody_uses() {
    let site = Site::new();
    site.change("content/guides/mon-premier-guide/guide.md", "numero: 1\n", "numero: 2\n");
    site.run(&["commencer", "guide", "un"]);
    site.run(&["commencer", "guide", "trois"]);
    assert!(site.read("content/guides/un/guide.md").contains("\nnumero: 1\n"));
    assert!(site.read("content/guides/trois/guide.md").contains("\nnumero: 3\n"));
}

#[test]
fn new_sheets_name_a_need_of_the_site() {
    let site = Site::new();
    for path in ["besoins.yaml", "services/mon-service.yaml", "guides/mon-premier-guide/guide.md"] {
        site.change(&format!("content/{path}"), "appel-video", "telephoner");
    }
    site.run(&["commencer", "guide", "mon-guide"]);
    site.run(&["commencer", "service", "ma-mairie"]);
    let checked = site.run(&["relire"]);
    assert_eq!((checked.code, checked.stderr.as_str()), (0, NOTHING_WRONG));
}

#[test]
fn an_existing_sheet_is_left_alone() {
    let site = Site::new();
    site.write("content/guides/a-moi/dessin.svg", "<svg/>");
    let before = tree(&site.root);
    for (what, id) in [("guide", "mon-premier-guide"), ("service", "mon-service"), ("guide", "a-moi")] {
        let Ended { code, stdout, stderr } = site.run(&["commencer", what, id]);
        assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
        assert_french(&stderr);
        assert!(stderr.contains("existe déjà. Rien n’a été écrit."), "{stderr}");
    }
    assert_eq!(tree(&site.root), before);
}

#[test]
fn a_badly_named_sheet_is_refused_with_a_good_name() {
    let site = Site::new();
    let before = tree(&site.root);
    for (bad, good) in [
        ("Été", "ete"),
        ("Mon guide", "mon-guide"),
        ("../dehors", "dehors"),
        ("a/b", "a-b"),
        ("a--b", "a-b"),
        ("!", "mon-guide"),
        ("", "mon-guide"),
    ] {
        let Ended { code, stdout, stderr } = site.run(&["commencer", "guide", bad]);
        assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
        assert_french(&stderr);
        assert!(stderr.ends_with(&format!("Essayez : {good}\n")), "{stderr}");
    }
    assert_eq!(tree(&site.root), before);
    assert_eq!(fs::read_dir(site.beside()).unwrap().count(), 1);
}

#[test]
fn new_outside_a_site_makes_nothing() {
    let site = Site::new();
    let elsewhere = site.path("ailleurs");
    fs::create_dir(&elsewhere).unwrap();
    let refused =
        ended(eliane().args(["commencer", "guide", "x", "--site"]).arg(&elsewhere).output().unwrap());
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert_french(&refused.stderr);
    assert!(refused.stderr.contains("eliane creer DOSSIER"), "{}", refused.stderr);
    assert!(tree(&elsewhere).is_empty());
}
