//! Bytes, encodings, sizes and file names.

use crate::program::{OutFolder, assert_refused, build, tree};
use crate::small_site::{CALL, MAIRIE, PHOTO, SmallSite, site};
use std::path::PathBuf;

#[track_caller]
fn built(site: &SmallSite) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = site.on_disk();
    let output = OutFolder::new();
    let run = build(folder.path(), &output.out());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("erreur[") && !run.stderr.contains("avertissement["), "{}", run.stderr);
    let files = tree(&output.out());
    assert!(files.len() > 20, "{} files only", files.len());
    files
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let marked = site().every_text(|text| format!("\u{feff}{text}").into_bytes());
    assert_eq!(built(&marked), built(&site()));
}

#[test]
fn windows_and_old_macintosh_line_ends_change_nothing() {
    // A paragraph over two lines, or a line end counted twice would not show.
    let site = || site().replace(CALL, "Appuyez sur le **lien** dans", "Appuyez sur le **lien**\ndans");
    let good = built(&site());
    for end in ["\r\n", "\r"] {
        let other = site().every_text(|text| text.replace('\n', end).into_bytes());
        assert_ne!(other.text(CALL), site().text(CALL));
        assert_eq!(built(&other), good);
        let broken = site().replace(CALL, "#ouvrir)", "#fermer)");
        let line = broken.line_of(CALL, "#fermer)");
        let broken = broken.every_text(|text| text.replace('\n', end).into_bytes());
        let place = format!("content/guides/appel/guide.md:{line}:");
        assert_refused(broken.on_disk().path(), &["erreur[E083]", &place]);
    }
    let last_line_without_end = site().every_text(|text| text.trim_end().as_bytes().to_vec());
    assert_eq!(built(&last_line_without_end), good);
}

#[test]
fn text_that_is_not_utf8() {
    let latin =
        |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect::<Vec<u8>>();
    assert_refused(
        site().with(CALL, latin(site().text(CALL))).on_disk().path(),
        &["erreur[E003]", "content/guides/appel/guide.md:3:", "l’octet 0xE9 de la ligne 3"],
    );
    let utf16: Vec<u8> = site().text(MAIRIE).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_refused(
        site().with(MAIRIE, [b"\xff\xfe".to_vec(), utf16].concat()).on_disk().path(),
        &["erreur[E004]", "content/services/mairie.yaml:1:", "Enregistrez-le avec l’encodage UTF-8."],
    );
    for lost in ["caf\u{fffd}", "caf\0"] {
        assert_refused(
            site().replace(MAIRIE, "tous les jours", lost).on_disk().path(),
            &["erreur[E005]", "content/services/mairie.yaml:3:"],
        );
    }
}

#[test]
fn empty_file() {
    for path in [MAIRIE, CALL, crate::small_site::SITE, "content/guides/photo/appareil.svg"] {
        assert_refused(
            site().with(path, "").on_disk().path(),
            &["erreur[E006]", path, "Ce fichier est vide."],
        );
    }
    // Comments only are no sheet either.
    assert_refused(site().with(MAIRIE, "# rien\n").on_disk().path(), &["La clé « nom » manque."]);
}

#[test]
fn five_megabytes_of_guide() {
    let long = site().append(PHOTO, &"Tenez l'appareil droit. ".repeat(220_000));
    assert_refused(
        long.on_disk().path(),
        &["erreur[E007]", "content/guides/photo/guide.md", "Ce fichier est trop gros : 5157 Ko"],
    );
}

#[test]
fn a_name_with_accents_spaces_and_apostrophes() {
    let text = site().text(PHOTO).replace("numero: 7", "numero: 8");
    let guide = site()
        .with("content/guides/Été à l’île/guide.md", &text)
        .with("content/guides/Été à l’île/appareil.svg", crate::small_site::DRAWING);
    assert_refused(
        guide.on_disk().path(),
        &["erreur[E040]", "« Été à l’île » ne peut pas servir d’adresse.", "Renommez-le : ete-a-l-ile"],
    );
    let loose = site().with("content/guides/Été à l’île.md", &text);
    assert_refused(
        loose.on_disk().path(),
        &["erreur[E010]", "Été à l’île.md", "Vouliez-vous dire « content/guides/ete-a-l-ile/guide.md » ?"],
    );
    // A picture may bear any name: its address is made of it.
    let picture = site()
        .without("content/guides/photo/appareil.svg")
        .with("content/guides/photo/Été à l’île.SVG", crate::small_site::DRAWING)
        .replace(PHOTO, "(appareil.svg ", "(<Été à l’île.SVG> ");
    let names: Vec<PathBuf> = built(&picture).into_iter().map(|(path, _)| path).collect();
    assert!(names.contains(&"guides/photo/ete-a-l-ile.svg".into()), "{names:?}");
    assert!(names.iter().all(|name| name.to_str().unwrap().is_ascii()), "{names:?}");
}
