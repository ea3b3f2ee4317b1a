//! `-o` writes a new file, or one of ours: never over what somebody wrote, and never among the texts of a site.

use crate::common::{DATE, Ended, Site, ended, run, tree};
use fs_err as fs;

fn print(site: &Site, out: &str) -> Ended {
    let mut command = site.command(&["imprimer", "--guide", "1", "--date", DATE, "-o", out]);
    ended(command.current_dir(&site.root).output().unwrap())
}

fn export(site: &Site, out: &str) -> Ended {
    ended(site.command(&["exporter", "mednum", "-o", out]).current_dir(&site.root).output().unwrap())
}

fn site() -> Site {
    let site = Site::new();
    site.build(&[]);
    for (path, text) in [
        ("themes/kiosque/style.css", "body{}"),
        ("notes.txt", "à moi"),
        ("impots.pdf", "%PDF-1.7 un avis d’impôt"),
        ("impots.csv", "nom;montant\nmoi;3\n"),
        ("carte.csv", "id,nom\n1,moi\n"),
        ("dossier/rien.txt", ""),
    ] {
        site.write(path, text);
    }
    #[cfg(unix)]
    for (to, link) in [
        ("content/site.yaml", "lien.pdf"),
        ("content", "lien-dossier"),
        ("content/services", "profond"),
        ("nulle-part/rien.pdf", "perdu.pdf"),
        ("content/neuf.pdf", "perdu-dedans.pdf"),
        ("notes.txt", "lien-notes.csv"),
    ] {
        let links = site.beside().join("liens");
        fs::create_dir_all(&links).unwrap();
        std::os::unix::fs::symlink(site.path(to), links.join(link)).unwrap();
    }
    site
}

#[test]
fn what_somebody_wrote_is_never_written_over() {
    let site = site();
    let other = Site::new();
    let absolute = site.path("content/site.yaml").to_str().unwrap().to_owned();
    let theirs = other.path("content/neuf.pdf").to_str().unwrap().to_owned();
    let (before, before_theirs) = (tree(&site.root), tree(&other.root));
    let bad = [
        "content/site.yaml",
        "./content/site.yaml",
        "content/../content/site.yaml",
        "dossier/../content/site.yaml",
        "public/../content/services/mon-service.yaml",
        "content/guides/mon-premier-guide/guide.md",
        "content/guides/mon-premier-guide/dessin.svg",
        "content/neuf.pdf",
        "content/neuf.csv",
        "content/guides/neuf.pdf",
        "themes/kiosque/style.css",
        "themes/neuf.pdf",
        "themes/kiosque/neuf.csv",
        "../liens/lien.pdf",
        "../liens/lien-dossier/neuf.pdf",
        "../liens/lien-dossier/site.yaml",
        "../liens/profond/neuf.csv",
        "../liens/profond/../neuf.pdf",
        "../liens/perdu.pdf",
        "../liens/perdu-dedans.pdf",
        "../liens/lien-notes.csv",
        "notes.txt",
        "impots.pdf",
        "impots.csv",
        "carte.csv",
        "dossier",
        "content",
        ".",
        "..",
        "/",
        "absent/neuf.pdf",
        "notes.txt/neuf.pdf",
        "public/index.html",
        "public/neuf.pdf",
        "public/guides/neuf.csv",
        "schemas/site.json",
        absolute.as_str(),
        theirs.as_str(),
    ];
    for out in bad {
        for ended in [print(&site, out), export(&site, out)] {
            assert_eq!((ended.code, ended.stdout.as_str()), (2, ""), "{out}: {ended:?}");
            assert!(ended.stderr.contains("Rien n’a été écrit."), "{out}: {}", ended.stderr);
            assert!(ended.stderr.contains("Choisissez un autre endroit : -o "), "{out}: {}", ended.stderr);
            assert!(!ended.stderr.contains("os error"), "{out}: {}", ended.stderr);
        }
        assert!(tree(&site.root) == before && tree(&other.root) == before_theirs, "{out} changed a file");
    }
    // One kind does not stand for the other.
    assert_eq!(print(&site, "a.pdf").code, 0);
    assert_eq!(export(&site, "a.pdf").code, 2);
    assert_eq!(export(&site, "b.csv").code, 0);
    assert_eq!(print(&site, "b.csv").code, 2);
}

#[test]
fn a_new_file_and_one_of_ours_are_written() {
    let site = site();
    site.write("vide.pdf", "");
    site.write("vide.csv", "");
    for (out, twice) in [
        ("feuille.pdf", true),
        ("sans-extension", true),
        ("vide.pdf", true),
        ("dossier/feuille.pdf", true),
        ("dossier/../autre.pdf", true),
        ("../dehors.pdf", true),
        ("contents.pdf", true),
        ("content-2.pdf", true),
        ("/dev/null", false),
    ] {
        for time in 0..=usize::from(twice) {
            let done = print(&site, out);
            assert_eq!(done.code, 0, "{out}, time {time}: {done:?}");
        }
    }
    for out in ["services.csv", "vide.csv", "dossier/services.csv", "../dehors.csv", "/dev/null"] {
        for time in 0..2 {
            let done = export(&site, out);
            assert_eq!(done.code, 0, "{out}, time {time}: {done:?}");
        }
    }
    // A spreadsheet that saved our table put its mark before it.
    site.write("marque.csv", &format!("\u{feff}{}", site.read("services.csv")));
    assert_eq!(export(&site, "marque.csv").code, 0);
    // A booklet over a sheet, folded over flat.
    for more in [&["--format", "livret"][..], &["--format", "livret", "--a-plier"], &["--guide", "1"]] {
        let args = [&["imprimer", "-o", "feuille.pdf", "--date", DATE], more].concat();
        let done = ended(site.command(&args).current_dir(&site.root).output().unwrap());
        assert_eq!(done.code, 0, "{more:?}: {done:?}");
    }
    assert!(fs::read(site.path("feuille.pdf")).unwrap().starts_with(b"%PDF-"));
    let special = fs::metadata("/dev/null").map(|found| found.is_file());
    assert!(!special.unwrap_or(false), "/dev/null became a file");
}

#[test]
fn another_folder_s_site_is_refused_from_anywhere() {
    let site = site();
    let out = site.path("content/neuf.pdf");
    let done = run(&[
        "imprimer",
        "--guide",
        "1",
        "--site",
        site.root.to_str().unwrap(),
        "-o",
        out.to_str().unwrap(),
    ]);
    assert_eq!(done.code, 2, "{done:?}");
    assert!(!out.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_is_told() {
    let site = site();
    for done in [print(&site, "/dev/full"), export(&site, "/dev/full")] {
        assert_eq!(done.code, 2, "{done:?}");
        assert!(done.stderr.contains("le disque est plein"), "{}", done.stderr);
    }
}
