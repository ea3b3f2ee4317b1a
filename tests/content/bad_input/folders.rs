//! Folders: links in circles, files where folders should be, and places where no site may be written.

use crate::program::{OutFolder, assert_refused, build, eliane, tree};
use crate::small_site::{SITE, site};
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
fn a_link_to_a_good_folder_of_the_site_is_followed() {
    let folder = site().on_disk();
    fs::rename(folder.path().join("content/services"), folder.path().join("partage")).unwrap();
    symlink("../partage", folder.path().join("content/services")).unwrap();
    fs::rename(folder.path().join("content/guides/photo/appareil.svg"), folder.path().join("dessin.svg"))
        .unwrap();
    symlink("../../../dessin.svg", folder.path().join("content/guides/photo/appareil.svg")).unwrap();
    let output = OutFolder::new();
    let run = build(folder.path(), &output.out());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(output.out().join("services/mairie.html").is_file());
    // The site itself may be reached by a link.
    let around = tempfile::TempDir::new().unwrap();
    symlink(folder.path(), around.path().join("mon-site")).unwrap();
    assert_eq!(build(&around.path().join("mon-site"), &output.out()).code, 0);
}

/// Nothing from outside the site's folder is read, whatever has the link.
#[test]
fn a_link_that_leaves_the_site_is_refused_by_name() {
    let elsewhere = site()
        .with("secret.svg", crate::small_site::DRAWING)
        .with("themes/kiosque/style.css", "p { color: red }")
        .with("secret.vtt", "WEBVTT\n")
        .on_disk();
    let out = |path: &str| elsewhere.path().join(path);
    for (link, target) in [
        ("content/guides/photo/appareil.svg", out("secret.svg")),
        ("content/guides/photo/prise.webm", out("content/guides/photo/prise.webm")),
        ("content/guides/photo/prise.fr.vtt", out("secret.vtt")),
        ("content/guides/photo/guide.md", out("content/guides/photo/guide.md")),
        ("content/guides/photo", out("content/guides/photo")),
        ("content/guides", out("content/guides")),
        ("content/services/mairie.yaml", out("content/services/mairie.yaml")),
        ("content/services/autre.txt", out("secret.vtt")),
        ("content/services/ailleurs", out("content/services")),
        ("content/site.yaml", out("content/site.yaml")),
        ("content/besoins.yaml", out("content/besoins.yaml")),
        ("content/dessins", out("content")),
        ("content/dessins/a.svg", out("secret.svg")),
        ("content/cas/pere.md", out("content/cas/pere.md")),
        ("content/produits/jitsi.yaml", out("content/produits/jitsi.yaml")),
        ("themes/kiosque/style.css", out("themes/kiosque/style.css")),
        ("themes/kiosque", out("themes/kiosque")),
        ("themes", out("themes")),
        ("content/racine", "/".into()),
        ("content/guides/etc", "/etc".into()),
        ("content/guides/passwd.md", "/etc/passwd".into()),
        ("content/guides/photo/voisin", out("..")),
        ("content/proc", "/proc/self".into()),
    ] {
        let folder = site().on_disk();
        let place = folder.path().join(link);
        if place.is_dir() {
            fs::remove_dir_all(&place).unwrap();
        } else if place.exists() {
            fs::remove_file(&place).unwrap();
        }
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        symlink(&target, &place).unwrap();
        let start = std::time::Instant::now();
        assert_refused(
            folder.path(),
            &["erreur[E012]", &format!("{link}\n"), "Ce lien sort du dossier du site"],
        );
        assert!(start.elapsed().as_secs() < 10, "{link}: {:?}", start.elapsed());
    }
    // The whole of « content ».
    let folder = site().on_disk();
    fs::remove_dir_all(folder.path().join("content")).unwrap();
    symlink(out("content"), folder.path().join("content")).unwrap();
    assert_refused(folder.path(), &["erreur[E012]", "content"]);
    // A name that begins as the site's own is another folder.
    let around = tempfile::TempDir::new().unwrap();
    let root = around.path().join("site");
    site().write_to(&root);
    site().write_to(&around.path().join("site-ancien"));
    fs::remove_file(root.join("content/services/mairie.yaml")).unwrap();
    symlink("../../../site-ancien/content/services/mairie.yaml", root.join("content/services/mairie.yaml"))
        .unwrap();
    assert_refused(&root, &["erreur[E012]", "content/services/mairie.yaml"]);
}

/// What is neither a file nor a folder is never read: that might never end.
#[test]
fn pipes_sockets_and_devices_are_told() {
    use std::os::unix::net::UnixListener;
    let pipe = |path: &Path| {
        let made =
            std::process::Command::new("mkfifo").arg(path).status().is_ok_and(|status| status.success());
        assert!(made, "mkfifo {}", path.display());
    };
    for path in [
        "content/services/tube.yaml",
        "content/site.yaml",
        "content/guides/photo/appareil.svg",
        "content/guides/photo/prise.webm",
        "content/guides/photo/guide.md",
        "content/guides/tube",
        "themes/kiosque/style.css",
    ] {
        for kind in ["pipe", "socket", "device"] {
            let folder = site().on_disk();
            let place = folder.path().join(path);
            let _ = fs::remove_file(&place);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            match kind {
                "pipe" => pipe(&place),
                "socket" => drop(UnixListener::bind(&place).unwrap()),
                // A device of the system's own, by a link: that also leaves the site.
                _ => symlink("/dev/zero", &place).unwrap(),
            }
            let code = if kind == "device" { "erreur[E012]" } else { "erreur[E013]" };
            assert_refused(folder.path(), &[code, path]);
        }
    }
}

#[test]
fn a_folder_with_the_name_of_a_file_and_a_file_with_that_of_a_folder() {
    for path in [
        "content/services/poste.yaml",
        "content/services/mairie.yml",
        "content/produits/skype.yaml",
        "content/besoins.yaml",
        "content/guides/photo/appareil.svg",
        "content/guides/photo/prise.webm",
        "content/guides/photo/prise.fr.vtt",
        "content/guides/photo/guide.md",
        "content/guides/neuf.md",
        "content/cas/autre.md",
    ] {
        let folder = site().on_disk();
        let place = folder.path().join(path);
        let _ = fs::remove_file(&place);
        fs::create_dir_all(&place).unwrap();
        assert_refused(folder.path(), &["erreur[E014]", path, "Ceci est un dossier"]);
    }
    for path in
        ["content/guides", "content/services", "content/produits", "content/cas", "content/dessins", "themes"]
    {
        let folder = site().on_disk();
        let place = folder.path().join(path);
        let _ = fs::remove_dir_all(&place);
        fs::write(&place, "x").unwrap();
        assert_refused(folder.path(), &["erreur[E014]", path, "doit être un dossier, et c’est un fichier."]);
    }
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
    assert_refused(folder.path(), &["erreur[E014]", "content/site.yaml", "Ceci est un dossier"]);
}

#[test]
fn a_file_where_a_folder_is_expected() {
    let folder = tempfile::TempDir::new().unwrap();
    fs::write(folder.path().join("content"), "x").unwrap();
    assert_refused(folder.path(), &["erreur[E001]", "Il n’y a pas de dossier « content » ici."]);
    assert_refused(&folder.path().join("absent"), &["erreur[E001]", "eliane creer MON-SITE"]);
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
    let output = OutFolder::new();
    fs::create_dir(output.out()).unwrap();
    fs::write(output.out().join("lettre.txt"), "Chère Rose").unwrap();
    refused_output(
        folder.path(),
        &output.out(),
        &["erreur[E101]", "contient des fichiers qu’Éliane n’a pas écrits"],
    );
    assert_eq!(tree(&output.out()), [("lettre.txt".into(), b"Ch\xc3\xa8re Rose".to_vec())]);
    // A manifest that is not ours does not make a folder ours.
    fs::write(output.out().join("manifeste.json"), "{\"name\": \"my-app\"}").unwrap();
    refused_output(folder.path(), &output.out(), &["erreur[E101]"]);
    assert_eq!(tree(&output.out()).len(), 2);
}

#[test]
fn output_that_is_a_file() {
    let folder = site().on_disk();
    let output = OutFolder::new();
    fs::write(output.out(), "Chère Rose").unwrap();
    for out in [output.out(), output.out().join("public")] {
        refused_output(folder.path(), &out, &["erreur["]);
        assert_eq!(fs::read_to_string(output.out()).unwrap(), "Chère Rose");
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
    let output = OutFolder::new();
    assert_eq!(build(folder.path(), &output.out()).code, 0);
    let before = tree(&output.out());
    fs::write(folder.path().join("content/services/mairie.yaml"), "nom: [\n").unwrap();
    assert_eq!(build(folder.path(), &output.out()).code, 1);
    assert!(tree(&output.out()) == before, "the former site changed");
}

#[test]
fn check_writes_nothing() {
    let folder = site().on_disk();
    let before = tree(folder.path());
    let run = eliane(["relire", "--site", folder.path().to_str().unwrap(), "--date", "2026-11-24"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(tree(folder.path()) == before);
}
