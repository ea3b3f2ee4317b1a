//! Folders: links in circles, files where folders should be, and places where no site may be written.

use crate::petit_site::{SITE, site};
use crate::programme::{Sortie, assert_refused, build, eliane, tree};
use fs_err as fs;
use fs_err::os::unix::fs::symlink;
use std::path::Path;

#[test]
fn a_symbolic_link_to_a_parent() {
    let folder = site().on_disk();
    symlink("../..", folder.path().join("content/guides/boucle")).unwrap();
    assert_refused(
        folder.path(),
        &["erreur[E008]", "content/guides/boucle", "Supprimez ce lien symbolique."],
    );
    let folder = site().on_disk();
    symlink("a", folder.path().join("content/services/b")).unwrap();
    symlink("b", folder.path().join("content/services/a")).unwrap();
    assert_refused(folder.path(), &["erreur[E002]", "content/services/a", "content/services/b"]);
}

#[test]
fn a_link_to_a_good_folder_is_followed() {
    let (folder, elsewhere) = (site().on_disk(), site().on_disk());
    fs::remove_dir_all(folder.path().join("content/services")).unwrap();
    symlink(elsewhere.path().join("content/services"), folder.path().join("content/services")).unwrap();
    let sortie = Sortie::new();
    assert_eq!(build(folder.path(), &sortie.out()).code, 0);
    assert!(sortie.out().join("services/mairie.html").is_file());
}

#[test]
fn an_unreadable_file() {
    // A link that leads nowhere cannot be read by anybody, root included.
    let folder = site().on_disk();
    let path = folder.path().join("content/services/mairie.yaml");
    fs::remove_file(&path).unwrap();
    symlink("nulle-part", &path).unwrap();
    assert_refused(
        folder.path(),
        &["erreur[E002]", "Impossible de lire « content/services/mairie.yaml » : il n’existe pas."],
    );
}

#[test]
fn an_unreadable_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = site().on_disk();
    let services = folder.path().join("content/services");
    fs::set_permissions(&services, std::fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&services).is_ok() {
        eprintln!("not tested: this account (root?) reads every folder, whatever its rights");
        return;
    }
    assert_refused(
        folder.path(),
        &["erreur[E002]", "« content/services » : vous n’avez pas le droit d’y accéder."],
    );
    fs::set_permissions(&services, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_folder_where_a_file_is_expected() {
    let folder = site().on_disk();
    let path = folder.path().join(SITE);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_refused(folder.path(), &["erreur[E011]", "content/site.yaml"]);
}

#[test]
fn a_file_where_a_folder_is_expected() {
    let folder = tempfile::TempDir::new().unwrap();
    fs::write(folder.path().join("content"), "x").unwrap();
    assert_refused(folder.path(), &["erreur[E001]", "Il n’y a pas de dossier « content » ici."]);
    assert_refused(&folder.path().join("absent"), &["erreur[E001]", "eliane init MON-SITE"]);
}

/// The output is refused with exit code 2, and the site's folder stays as it was, to the byte.
#[track_caller]
fn refused_output(root: &Path, out: &Path, fragments: &[&str]) {
    let before = tree(root);
    let run = build(root, out);
    assert_eq!(run.code, 2, "{}", run.stderr);
    let said = run.stderr.replace(['\u{202f}', '\u{a0}'], " ");
    for fragment in fragments {
        assert!(said.contains(fragment), "no « {fragment} » in:\n{said}");
    }
    assert!(tree(root) == before, "something was written");
}

#[test]
fn output_inside_the_contents() {
    let folder = site().with("themes/kiosque/notes.txt", "x").on_disk();
    for out in ["content", "content/public", "content/a/b", "themes/public", "./content/../content/guides"] {
        refused_output(
            folder.path(),
            &folder.path().join(out),
            &["erreur[E100]", "ses sources y sont, ou y seraient"],
        );
    }
    // By another name.
    let around = tempfile::TempDir::new().unwrap();
    symlink(folder.path().join("content"), around.path().join("ailleurs")).unwrap();
    refused_output(folder.path(), &around.path().join("ailleurs/public"), &["erreur[E100]"]);
}

#[test]
fn output_that_contains_the_sources() {
    let around = tempfile::TempDir::new().unwrap();
    let root = around.path().join("un/site");
    site().write_to(&root);
    for out in [
        root.clone(),
        root.join("."),
        root.join("content/.."),
        around.path().join("un"),
        around.path().to_owned(),
        "/".into(),
    ] {
        refused_output(&root, &out, &["erreur[E100]"]);
    }
}

#[test]
fn output_occupied_by_a_strangers_files() {
    let folder = site().on_disk();
    let sortie = Sortie::new();
    fs::create_dir(sortie.out()).unwrap();
    fs::write(sortie.out().join("lettre.txt"), "Chère Rose").unwrap();
    refused_output(
        folder.path(),
        &sortie.out(),
        &["erreur[E101]", "contient des fichiers qu’Éliane n’a pas écrits"],
    );
    assert_eq!(tree(&sortie.out()), [("lettre.txt".into(), b"Ch\xc3\xa8re Rose".to_vec())]);
    // A manifest that is not ours does not make a folder ours.
    fs::write(sortie.out().join("manifeste.json"), "{\"name\": \"my-app\"}").unwrap();
    refused_output(folder.path(), &sortie.out(), &["erreur[E101]"]);
    assert_eq!(tree(&sortie.out()).len(), 2);
}

#[test]
fn output_that_is_a_file() {
    let folder = site().on_disk();
    let sortie = Sortie::new();
    fs::write(sortie.out(), "Chère Rose").unwrap();
    for out in [sortie.out(), sortie.out().join("public")] {
        refused_output(folder.path(), &out, &["erreur["]);
        assert_eq!(fs::read_to_string(sortie.out()).unwrap(), "Chère Rose");
    }
}

#[test]
fn output_that_is_read_only() {
    // No folder can be made there by anybody.
    let folder = site().on_disk();
    let out = Path::new("/proc/eliane/public");
    if !Path::new("/proc/self").exists() {
        eprintln!("not tested: this system has no /proc");
        return;
    }
    refused_output(
        folder.path(),
        out,
        &["erreur[E102]", "Impossible d’écrire le site", "L’ancien site est resté entier."],
    );
}

#[test]
fn output_without_the_right_to_write() {
    use std::os::unix::fs::PermissionsExt;
    let folder = site().on_disk();
    let around = tempfile::TempDir::new().unwrap();
    fs::set_permissions(around.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(around.path().join("essai"), "x").is_ok() {
        eprintln!("not tested: this account (root?) writes everywhere, whatever the rights");
        return;
    }
    refused_output(
        folder.path(),
        &around.path().join("public"),
        &["erreur[E102]", "vous n’avez pas le droit d’y accéder"],
    );
    fs::set_permissions(around.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_bad_content_leaves_the_former_site_whole() {
    let folder = site().on_disk();
    let sortie = Sortie::new();
    assert_eq!(build(folder.path(), &sortie.out()).code, 0);
    let before = tree(&sortie.out());
    fs::write(folder.path().join("content/services/mairie.yaml"), "nom: [\n").unwrap();
    assert_eq!(build(folder.path(), &sortie.out()).code, 1);
    assert!(tree(&sortie.out()) == before, "the former site changed");
}

#[test]
fn check_writes_nothing() {
    let folder = site().on_disk();
    let before = tree(folder.path());
    let run = eliane(["check", "--site", folder.path().to_str().unwrap(), "--date", "2026-11-24"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(tree(folder.path()) == before);
}
