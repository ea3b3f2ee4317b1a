//! Damaged files, and files that are not what they are said to be: in words, in bounded memory, nothing half written.

use super::{LANDERNEAU, LIST};
use crate::common::Site;
use fs_err as fs;
use std::io::{Seek, SeekFrom, Write};

fn sheet_of(bytes: &[u8]) -> String {
    let site = Site::new();
    let done = site.import_list("", &[]);
    assert_eq!(done.code, 1, "empty");
    let done = site.import("france-services", "france-services-2024-08-01.csv", bytes, &[]);
    assert_eq!(done.code, 0, "{done:?}");
    site.read(LANDERNEAU)
}

#[test]
fn every_encoding_and_separator_gives_the_same_sheet() {
    let wanted = sheet_of(LIST.as_bytes());
    assert_eq!(sheet_of(&[b"\xef\xbb\xbf", LIST.as_bytes()].concat()), wanted, "BOM");
    let wide: Vec<u8> = LIST.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(sheet_of(&[b"\xff\xfe", wide.as_slice()].concat()), wanted, "UTF-16");
    let latin: Vec<u8> = LIST.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(sheet_of(&latin), wanted, "Latin-1");
    assert_eq!(sheet_of(LIST.replace(',', ";").as_bytes()), wanted, "semicolons");
    assert_eq!(sheet_of(LIST.replace('\n', "\r\n").as_bytes()), wanted, "lines of Windows");
}

#[test]
fn files_that_cannot_be_taken_say_why() {
    for (format, bytes, words) in [
        (
            "france-services",
            LIST.replace("Inventée", "Invent\u{fffd}e").into_bytes(),
            "lettres accentuées y sont perdues",
        ),
        ("france-services", b"PK\x03\x04".to_vec(), "un classeur"),
        ("france-services", b"juste de la prose\n".to_vec(), "on n’y voit ni JSON, ni colonnes"),
        ("mednum", b"[{\"nom\":\"a\",\"commune\":\"Landerneau\"},{\"nom\":".to_vec(), "il est coupé"),
        ("mednum", b"[{\"nom\" \"a\"}]".to_vec(), "JSON n’est pas correct"),
        ("mednum", b"a,b\n1,2\n".to_vec(), "on n’y reconnaît pas de colonne pour : nom, commune"),
        ("mednum", LIST.as_bytes().to_vec(), "eliane importer france-services"),
    ] {
        let site = Site::new();
        let before = site.contents();
        let done = site.import(format, "lieux-2024.csv", &bytes, &[]);
        assert_eq!(done.code, 1, "{done:?}");
        assert!(
            done.stderr.contains(words) && done.stderr.contains("Rien n’a été écrit."),
            "« {words} » in {}",
            done.stderr
        );
        assert!(site.contents() == before, "{words}");
    }
    let site = Site::new();
    let missing = site.run(&["importer", "dila", "nulle-part.json"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("il n’existe pas"), "{}", missing.stderr);
    let wrong = site.run(&["importer", "france-service", "x.csv"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("france-services"), "{}", wrong.stderr);
}

/// A line of 1 GB, sparse on the disk: the look for the encoding reads it, nothing holds it.
#[test]
fn a_line_of_a_gigabyte_ends_in_words() {
    let site = Site::new();
    let path = site.beside().join("longue.json");
    let mut file = fs::File::create(&path).unwrap();
    file.write_all(b"[{\"nom\":\"").unwrap();
    file.write_all(&b"a".repeat(6 << 20)).unwrap();
    drop(file);
    let done = site.run(&["importer", "mednum", path.to_str().unwrap()]);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("une seule donnée dépasse 4 millions de signes, ligne 1"),
        "{}",
        done.stderr
    );
    let mut file = fs::File::create(&path).unwrap();
    file.write_all(b"nom,commune\n").unwrap();
    file.seek(SeekFrom::Start(1 << 30)).unwrap();
    file.write_all(b"\n").unwrap();
    drop(file);
    let done = site.run(&["importer", "mednum", path.to_str().unwrap()]);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("ce n’est pas du texte"), "{}", done.stderr);
}

#[test]
fn one_bad_row_costs_itself_only() {
    let site = Site::new();
    let rows = "4,29,\"France services perdue,1 rue,,29103,29800,Landerneau,,02 61 91 00 14,,,Non,,Fixe\n5,29,trop court\n6,29,,1 rue,,29103,29800,Landerneau,,,,,Non,,Fixe\n7,29,France services injoignable,,,29103,29800,Landerneau,,0,,,Non,,Fixe\n8,29,France services de nulle part,1 rue,,,29800,Nulle Part,,02 61 91 00 14,,,Non,,Fixe\n9,29,France services mal écrite,1 rue,,,29800,Landernau,,02 61 91 00 14,,,Non,,Fixe\n";
    let done = site.import_list(&format!("{LIST}{rows}"), &[]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(site.path(LANDERNEAU).exists());
    for words in [
        "ligne 5 : un guillemet droit est ouvert et jamais fermé",
        "ligne 6 : 3 colonnes au lieu de 15",
        "ligne 7, Landerneau : sans nom",
        "ni téléphone, ni courriel, ni site, ni adresse",
        "aucune commune « Nulle Part » pour le code postal 29800",
        "« Landernau » est peut-être Landerneau (29103)",
        "1 numéro de téléphone impossible, non recopié",
    ] {
        assert!(done.stderr.contains(words), "no « {words} » in {}", done.stderr);
    }
    // The six, and hours of a good row that nobody understands.
    let review = site.read("imports/france-services-a-revoir.csv");
    assert_eq!(review.lines().count(), 8, "{review}");
    assert!(review.contains("horaires non compris"), "{review}");
    site.is_sound();
}

#[test]
fn html_in_each_field_becomes_words() {
    let site = Site::new();
    let evil = "<script>alert(1)</script><b onclick=x>France</b> &lt;i&gt;services&lt;/i&gt; inventée";
    let row = format!(
        "9,29,\"{evil}\",\"<p>3 rue <img src=x onerror=alert(1)>Inventée\",\"<br>étage\",29103,29800,\"<u>Landerneau</u>\",\"<a href=mailto:accueil@exemple.fr>accueil@exemple.fr</a>\",\"<b>02 61 91 00 14</b>\",\"<td>09:00 - 12:00</td>\",\"25:00 - 26:00\",\"<i>Oui</i>\",\"Fermé &eacute;t&eacute; \"\" onload=alert(1)\",Fixe\n"
    );
    let done = site.import_list(&format!("{LIST}{row}"), &[]);
    assert_eq!(done.code, 0, "{done:?}");
    let sheet = site.read("content/services/29/france-services-inventee-landerneau.yaml");
    assert!(!sheet.contains(['<', '>']) && !sheet.contains("alert") && !sheet.contains("onload"), "{sheet}");
    for words in [
        "nom: France services inventée\n",
        "02 61 91 00 14",
        "accueil@exemple.fr",
        "Mardi : 25:00 - 26:00",
        "Fermé été",
    ] {
        assert!(sheet.contains(words), "no « {words} » in:\n{sheet}");
    }
    site.is_sound();
}

/// A disk that refuses leaves the site as it was.
#[test]
fn nothing_is_half_written() {
    let site = Site::new();
    // A folder stands where the second sheet is made ready.
    let name = LANDERNEAU.rsplit('/').next().unwrap();
    fs::create_dir_all(site.path(&format!("content/services/29/.{name}.neuf"))).unwrap();
    let done = site.import_list(LIST, &[]);
    assert_eq!(done.code, 2, "{done:?}");
    let left: Vec<String> = site.contents().into_keys().filter(|path| path.contains("services/29")).collect();
    assert!(left.is_empty(), "{left:?}");
}
