//! A site for elsewhere, made with the project's guides: nothing leads to Landerneau, and nothing is missing.

use super::assert_french;
use crate::common::{eliane, ended, tree};
use fs_err as fs;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content");

/// Toulon, its group of communes, its département, and some others: a commune without group, overseas, Corsica, a région.
const ELSEWHERE: [&str; 9] = ["83137", "248300543", "83", "69123", "29155", "974", "2A", "R93", "75056"];

fn begun(folder: &Path, territory: &str) -> PathBuf {
    let root = folder.join(territory);
    let made = ended(eliane().arg("creer").arg(&root).args(["--territoire", territory]).output().unwrap());
    assert_eq!(made.code, 0, "{made:?}");
    assert!(!made.stderr.contains("Landerneau"), "{}", made.stderr);
    root
}

fn check(root: &Path, more: &[&str]) -> (i32, String) {
    let checked = ended(
        eliane().args(["relire", "--date", "2026-11-29", "--site"]).arg(root).args(more).output().unwrap(),
    );
    (checked.code, checked.stderr.replace(['\u{a0}', '\u{202f}'], " "))
}

/// The words of the national services that the site has so far.
fn services(root: &Path) -> BTreeSet<String> {
    let sheets = fs::read_dir(root.join("content/services")).unwrap();
    sheets.map(|sheet| sheet.unwrap().file_name().into_string().unwrap().replace(".yaml", "")).collect()
}

#[test]
fn a_new_site_has_the_numbers_of_france_and_is_without_fault() {
    let folder = tempfile::tempdir().unwrap();
    for territory in ELSEWHERE {
        let root = begun(folder.path(), territory);
        let site = fs::read_to_string(root.join("content/site.yaml")).unwrap();
        assert!(site.contains(&format!("territoires: [\"{territory}\"]")), "{site}");
        let (code, said) = check(&root, &["--strict"]);
        assert_eq!(code, 0, "{territory}: {said}");
        assert!(said.starts_with("Aucune erreur, aucun avertissement."), "{territory}: {said}");
        let has = services(&root);
        for number in [
            "urgence-15",
            "urgence-17",
            "urgence-18",
            "urgence-112",
            "114",
            "3114",
            "33700",
            "3646",
            "17cyber",
        ] {
            assert!(has.contains(number), "{territory}: no {number} in {has:?}");
        }
        for path in tree(&root.join("content")).into_keys() {
            let text = fs::read_to_string(root.join("content").join(&path)).unwrap_or_default();
            assert!(!text.contains("Landerneau"), "{territory}: {path}");
        }
    }
}

#[test]
fn a_territory_that_is_none_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    for (code, says) in [
        ("83000", "83137 Toulon"),
        ("Toulon", "Exemples : 29103"),
        ("999", "Exemples : 29103"),
        ("", "Exemples : 29103"),
    ] {
        let refused = ended(eliane().arg("creer").arg(&root).args(["--territoire", code]).output().unwrap());
        assert_ne!(refused.code, 0, "{code}");
        assert_french(&refused.stderr);
        assert!(refused.stderr.contains(says), "{code}: {}", refused.stderr);
        assert!(!root.exists(), "{code}");
    }
}

/// The sheets that serve all of France are those that a new site has.
#[test]
fn init_forgets_no_service_of_france() {
    let folder = tempfile::tempdir().unwrap();
    let has = services(&begun(folder.path(), "83137"));
    for sheet in fs::read_dir(format!("{CONTENT}/services")).unwrap() {
        let path = sheet.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        if text.contains("zone: [\"FR\"]") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(has.contains(&name), "{name} serves France: add it to src/cli/national.rs");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// Every guide, with what guides name: needs and their drawings, words, products. No service but those of `creer`.
#[test]
fn guides_copied_to_toulon_lead_to_no_service_of_elsewhere_and_to_nothing_that_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    for territory in ["83137", "248300543"] {
        let root = begun(folder.path(), territory);
        fs::remove_dir_all(root.join("content/guides/mon-premier-guide")).unwrap();
        fs::remove_file(root.join("content/services/mon-service.yaml")).unwrap();
        for what in ["guides", "produits", "dessins", "besoins.yaml", "glossaire.yaml"] {
            copy(&Path::new(CONTENT).join(what), &root.join("content").join(what));
        }
        // Only roles that nobody holds here: a newcomer adds her own sheets.
        let (code, said) = check(&root, &[]);
        assert_eq!(code, 0, "{territory}: {said}");
        assert!(!said.contains("[A120]"), "{territory}: {said}");
        for line in said.lines().filter(|line| line.starts_with("avertissement")) {
            assert!(line.contains("[A121]"), "{territory}: {line}");
        }
        let settings = root.join("content/site.yaml");
        fs::write(&settings, fs::read_to_string(&settings).unwrap() + "papier: non\n").unwrap();
        let built = ended(
            eliane().args(["construire", "--date", "2026-11-29", "--site"]).arg(&root).output().unwrap(),
        );
        assert_eq!(built.code, 0, "{}", built.stderr);
        let public = root.join("public");
        for path in tree(&public).into_keys().filter(|path| path.ends_with(".html")) {
            let page = fs::read_to_string(public.join(&path)).unwrap();
            for word in ["services/mairie-", "services/clic-", "landerneau-daoulas", "-29.html"] {
                assert!(!page.contains(word), "{territory}: {path} holds « {word} »");
            }
        }
    }
}
