//! `build --archive`: the whole site in one file.

use crate::common::{DATE, Site, Tree, real_site, same, tree};
use fs_err as fs;
use std::io::{Cursor, Read};
use std::sync::LazyLock;
use zip::{CompressionMethod, ZipArchive};

fn archived(site: &Site, args: &[&str]) -> Vec<u8> {
    let place = site.beside().join("site.zip");
    let made =
        site.run(&[&["construire", "--date", DATE, "--archive", place.to_str().unwrap()], args].concat());
    assert_eq!(made.code, 0, "{made:?}");
    fs::read(place).unwrap()
}

fn nothing_left(site: &Site) {
    let names = fs::read_dir(site.beside()).unwrap().map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(left.is_empty(), "{left:?}");
}

fn unpacked(bytes: &[u8]) -> Tree {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| {
            let mut text = Vec::new();
            archive.by_name(&name).unwrap().read_to_end(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

/// The repository's own site, as an archive and as a folder: laid out once, for it has many PDFs.
fn real() -> &'static (Vec<u8>, Tree) {
    static MADE: LazyLock<(Vec<u8>, Tree)> = LazyLock::new(|| {
        let site = real_site("site");
        let bytes = archived(&site, &[]);
        assert!(!site.path("public").exists(), "the archive takes the place of the folder");
        nothing_left(&site);
        site.build(&[]);
        (bytes, tree(&site.path("public")))
    });
    &MADE
}

#[test]
fn the_archive_holds_the_site_byte_for_byte() {
    let (archive, folder) = real();
    same(folder, &unpacked(archive), "folder and archive");
}

#[test]
fn the_same_site_gives_the_same_archive_whatever_the_clock_and_the_number_of_threads() {
    let site = Site::new();
    let first = archived(&site, &["--taches", "1"]);
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert!(first == archived(&site, &["--taches", "4"]), "a second archive of the same site differs");
    site.change("content/site.yaml", "titre: ", "titre: Autre ");
    assert!(first != archived(&site, &[]), "another site is another archive");
}

/// What the tools of Windows, macOS and Linux all read: plain names, the two oldest methods, sizes before the bytes.
#[test]
fn every_file_manager_can_open_it() {
    let (bytes, _) = real();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert!(archive.comment().is_empty());
    let mut before = String::new();
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(name.is_ascii() && !name.contains(['\\', ':']) && !name.starts_with('/'), "{name}");
        assert!(name.split('/').all(|part| !part.is_empty() && part != ".."), "{name}");
        assert!(
            [CompressionMethod::Stored, CompressionMethod::Deflated].contains(&file.compression()),
            "{name}"
        );
        assert!(!file.encrypted() && file.extra_data().is_none_or(|extra| extra.is_empty()), "{name}");
        let day = file.last_modified().unwrap();
        let said = format!("{}-{:02}-{:02}", day.year(), day.month(), day.day());
        assert_eq!((said.as_str(), day.hour(), day.minute()), (DATE, 0, 0), "{name}");
        assert_eq!(file.unix_mode(), Some(0o100_644), "{name}");
        // Bit 3 of the flags: sizes after the bytes, which some readers refuse.
        let start = usize::try_from(file.header_start()).unwrap();
        assert_eq!(bytes[start + 6] & 0b1000, 0, "{name}");
        assert!(name > before || name == "manifeste.json", "{name} stands after {before}");
        before = name;
    }
    assert!(archive.index_for_name("index.html").is_some(), "the page to open stands at the top");
}

#[test]
fn pictures_are_not_pressed_twice() {
    let (bytes, _) = real();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let dense = [".png", ".jpg", ".webp", ".avif", ".woff2", ".pdf", ".webm", ".mp4"]
            .iter()
            .any(|end| name.ends_with(end));
        let stored = file.compression() == CompressionMethod::Stored;
        assert_eq!(stored, dense || name == "manifeste.json", "{name}");
    }
}

#[test]
fn a_site_with_faults_leaves_the_former_archive() {
    let site = Site::new();
    let before = archived(&site, &[]);
    site.write("content/services/faux.yaml", "nom: 12\n");
    let place = site.beside().join("site.zip");
    let made = site.run(&["construire", "--date", DATE, "--archive", place.to_str().unwrap()]);
    assert_eq!(made.code, 1, "{made:?}");
    assert!(fs::read(place).unwrap() == before);
    nothing_left(&site);
}

#[test]
fn nothing_of_somebody_s_is_written_over() {
    let site = Site::new();
    let refused = |place: &str, why: &str| {
        let made = site.run(&["construire", "--date", DATE, "--archive", place]);
        assert_eq!(made.code, 2, "{place}: {made:?}");
        assert!(made.stderr.contains(why), "{place}: {}", made.stderr);
    };
    let place = |name: &str| site.path(name).to_str().unwrap().to_owned();
    site.write("photos.zip", "PK\u{3}\u{4} des photos");
    refused(&place("photos.zip"), "ce n’est pas une archive d’un site fait par Éliane");
    refused(&place("content/site.zip"), "avec les textes d’un site");
    refused(&place("nulle-part/site.zip"), "son dossier n’existe pas");
    refused(&place("content"), "site");
    #[cfg(unix)]
    refused("/dev/null", "une archive ne s’écrit que dans un fichier");
    assert_eq!(site.read("photos.zip"), "PK\u{3}\u{4} des photos");
    let both = site.run(&["construire", "--archive", "a.zip", "--sortie", "public"]);
    assert_eq!(both.code, 2, "{both:?}");
    assert!(!site.path("public").exists());
}
