//! Where a site may be written, and what in that folder is somebody else's.

use crate::common::{DATE, Ended, Site, leftovers, same, tree, whole};
use fs_err as fs;
use std::path::Path;

fn refused(site: &Site, out: &Path, code: &str) -> String {
    let Ended { code: exit, stdout, stderr } =
        site.run(&["construire", "--date", DATE, "--sortie", out.to_str().unwrap()]);
    assert_eq!((exit, stdout.as_str()), (2, ""), "{stderr}");
    assert!(stderr.contains(&format!("erreur[{code}]")), "{stderr}");
    assert_eq!(leftovers(out.parent().unwrap()), [""; 0]);
    stderr
}

#[test]
fn a_folder_with_documents_is_refused() {
    let site = Site::new();
    site.write("public/photos/mariage.txt", "à moi");
    let words = refused(&site, &site.path("public"), "E101");
    assert!(words.contains("photos/mariage.txt"), "the reader must know which file: {words}");
    assert_eq!(tree(&site.path("public")).len(), 1);
}

#[test]
fn a_document_added_to_a_site_is_not_destroyed() {
    let site = Site::new();
    site.build(&[]);
    site.write("public/guides/notes.txt", "à moi");
    let before = tree(&site.path("public"));
    let words = refused(&site, &site.path("public"), "E101");
    assert!(words.contains("guides/notes.txt"), "{words}");
    same(&before, &tree(&site.path("public")), "after a refusal");
}

#[test]
fn a_manifest_of_another_program_opens_no_door() {
    for manifest in ["{}", "{\"fichiers\":[]}", "{\"name\":\"autre\"}", "pas du json"] {
        let site = Site::new();
        site.write("public/manifeste.json", manifest);
        site.write("public/photo.txt", "à moi");
        refused(&site, &site.path("public"), "E101");
        assert_eq!(site.read("public/photo.txt"), "à moi");
    }
}

#[test]
fn a_file_is_not_a_folder() {
    let site = Site::new();
    site.write("public", "à moi");
    assert!(refused(&site, &site.path("public"), "E102").contains("ce n’est pas un dossier"));
    assert_eq!(site.read("public"), "à moi");
}

#[test]
fn the_sources_and_what_holds_them_are_refused() {
    let site = Site::new();
    let before = tree(&site.root);
    for out in ["content", "content/public", "themes/public", ".", "content/../content", "../../.."] {
        refused(&site, &site.path(out), "E100");
    }
    same(&before, &tree(&site.root), "after refusals");
}

#[test]
fn an_empty_folder_and_missing_parents_are_welcome() {
    let site = Site::new();
    fs::create_dir(site.path("vide")).unwrap();
    for out in ["vide", "a/b/c"] {
        site.build(&["--sortie", site.path(out).to_str().unwrap()]);
        whole(&tree(&site.path(out)));
    }
}

#[test]
fn what_file_managers_leave_stops_nobody() {
    let site = Site::new();
    site.build(&[]);
    for litter in ["Thumbs.db", "guides/desktop.ini", "guides/.DS_Store"] {
        site.write(&format!("public/{litter}"), "x");
    }
    site.build(&[]);
    assert!(site.path("public/Thumbs.db").exists() || !site.path("public/guides/.DS_Store").exists());
}

#[test]
fn hidden_files_and_folders_at_the_top_survive() {
    let site = Site::new();
    let kept = [".gitignore", ".htaccess", ".git/HEAD", ".git/refs/heads/main", ".well-known/security.txt"];
    for path in kept {
        site.write(&format!("public/{path}"), path);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(".gitignore", site.path("public/.lien")).unwrap();
    for n in 1..=3 {
        site.build(&[]);
        whole(&tree(&site.path("public")).into_iter().filter(|(name, _)| !name.starts_with('.')).collect());
        for path in kept {
            assert_eq!(site.read(&format!("public/{path}")), path, "build {n}");
        }
        #[cfg(unix)]
        assert!(fs::symlink_metadata(site.path("public/.lien")).unwrap().is_symlink());
        site.rewrite("titre: Mon", "titre: Mon autre");
    }
    assert_eq!(leftovers(&site.root), [""; 0]);
}

/// A build killed between the exchange of the two folders and the move of hidden ones leaves them behind.
#[test]
fn hidden_folders_that_a_killed_build_left_behind_come_back() {
    for left in [".public.nouveau", ".public.ancien"] {
        let site = Site::new();
        site.build(&[]);
        site.write(&format!("{left}/.git/HEAD"), "ref");
        site.write(&format!("{left}/index.html"), "ancien");
        site.build(&[]);
        assert_eq!(site.read("public/.git/HEAD"), "ref", "{left}");
        assert_ne!(site.read("public/index.html"), "ancien");
        assert_eq!(leftovers(&site.root), [""; 0]);
    }
}

/// On disks that cannot exchange two folders, a build killed between its two renames leaves no `public`.
#[test]
fn a_site_that_was_set_aside_comes_back() {
    let site = Site::new();
    site.build(&[]);
    let before = tree(&site.path("public"));
    fs::rename(site.path("public"), site.path(".public.ancien")).unwrap();
    site.write(".public.nouveau/index.html", "à moitié");
    site.write("themes/kiosque/service.html", "{{ vue.rien.du.tout }}");
    assert_eq!(site.run(&["construire", "--date", DATE]).code, 1);
    same(&before, &tree(&site.path("public")), "even by a build that then fails");
    assert_eq!(leftovers(&site.root), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let site = Site::new();
    fs::create_dir(site.path("ailleurs")).unwrap();
    std::os::unix::fs::symlink("ailleurs", site.path("public")).unwrap();
    for _ in 0..2 {
        site.build(&[]);
        assert!(fs::symlink_metadata(site.path("public")).unwrap().is_symlink());
        whole(&tree(&site.path("ailleurs")));
    }
}
