//! `imprimer`: what it says, what it refuses. What it prints is looked at by `tests/paper/trials.py`.

use crate::common::{DATE, Site, ended};

fn print(site: &Site, args: &[&str]) -> crate::common::Ended {
    ended(
        site.command(&[&["imprimer", "--date", DATE], args].concat())
            .current_dir(&site.root)
            .output()
            .unwrap(),
    )
}

fn first_number(site: &Site) -> String {
    let folder = fs_err::read_dir(site.path("content/guides")).unwrap().next().unwrap().unwrap().path();
    let text = fs_err::read_to_string(folder.join("guide.md")).unwrap();
    let line = text.lines().find(|line| line.starts_with("numero:")).unwrap();
    line["numero:".len()..].trim().to_owned()
}

#[test]
fn a_guide_becomes_one_file_and_its_size_is_said() {
    let site = Site::new();
    let out = site.path("feuille.pdf");
    let done = print(&site, &["--guide", &first_number(&site), "-o", out.to_str().unwrap()]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.stderr.contains("feuille.pdf : ") && done.stderr.contains(" page"), "{done:?}");
    assert!(fs_err::read(out).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn what_cannot_be_printed_is_told_in_french() {
    let site = Site::new();
    let number = first_number(&site);
    for (args, said) in [
        (&["-o", "a.pdf"][..], "dites quel guide"),
        (&["--guide", "9998", "-o", "a.pdf"], "aucun guide ne porte le numéro 9998"),
        (&["--format", "contact", "-o", "a.pdf"], "dites quel territoire"),
        (&["--guide", &number, "--besoin", "apel-video", "-o", "a.pdf"], "aucun besoin ne s’appelle"),
        (&["--guide", &number, "--a5", "-o", "a.pdf"], "seul le livret"),
        (&["--guide", &number, "--format", "gran", "-o", "a.pdf"], "Vouliez-vous dire « grand »"),
        (&["--guide", &number, "--territoire", "29800", "-o", "a.pdf"], "code postal"),
        (&["--guide", &number, "--corps", "9", "-o", "a.pdf"], "de 18 à 32 points"),
        (&["--guide", &number, "--exemplaires", "0", "-o", "a.pdf"], "de 1 à 100"),
        (&["--guide", &number], "FICHIER"),
        (&["--guide", &number, "-o", "nulle-part/a.pdf"], "impossible d’écrire"),
    ] {
        let done = print(&site, args);
        assert_eq!(done.code, 2, "{args:?}: {done:?}");
        let words = done.stderr.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(words.contains(said), "{args:?}: {words}");
        assert!(!site.path("a.pdf").exists(), "{args:?}");
    }
}

#[test]
fn errors_of_the_content_come_first() {
    let site = Site::new();
    site.write("content/site.yaml", "titre: [\n");
    let done = print(&site, &["--guide", "1", "-o", "a.pdf"]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.stderr.contains("Rien n’a été écrit"), "{done:?}");
}

/// A site that makes no paper is not read for it: whoever prints a guide of it is shown the line, as if it did.
#[test]
fn a_sign_that_no_typeface_has_is_shown_where_it_stands() {
    let site = Site::new();
    let number = first_number(&site);
    let drawing = fs_err::read_dir(site.path("content/guides"))
        .unwrap()
        .flat_map(|guide| fs_err::read_dir(guide.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "svg"))
        .unwrap();
    let text = fs_err::read_to_string(&drawing).unwrap();
    assert!(!site.read("content/site.yaml").contains("papier: oui"));
    fs_err::write(&drawing, text.replace("</svg>", "\n<text>Aller 🏠</text></svg>")).unwrap();
    let done = print(&site, &["--guide", &number, "-o", "a.pdf"]);
    assert_eq!(done.code, 1, "{done:?}");
    let name = drawing.file_name().unwrap().to_str().unwrap();
    let told = done.stderr.contains("E221") && done.stderr.contains(name) && done.stderr.contains("🏠");
    assert!(told && !done.stderr.contains("Typst"), "{done:?}");
    assert!(!site.path("a.pdf").exists());
}
