//! `relire --corriger`: what is certain is mended, shown, and said; all else stays.

use super::assert_french;
use crate::common::{DATE, Ended, Site};

const GUIDE: &str = "content/guides/mon-premier-guide/guide.md";
const SERVICE: &str = "content/services/mon-service.yaml";

/// A site with faults that can be mended, in two files, and one that cannot.
fn broken() -> Site {
    let site = Site::new();
    let guide = site.read(GUIDE).replace(
        "qui sert ce guide.",
        "qui sert ce guide, depuis le 13/05/2025. Appelez le 0298859908. Venez le 12/05/2025.",
    );
    site.write(GUIDE, &format!("\u{feff}{}", guide.replace('\n', "\r\n")));
    let service = site.read(SERVICE);
    site.write(SERVICE, &format!("# Une remarque de plus.\n{}", service.replacen("besoins:", "Besoin:", 1)));
    site
}

fn fix(site: &Site, more: &[&str]) -> Ended {
    let ended = site.run(&[&["relire", "--corriger", "--date", DATE], more].concat());
    assert_french(&ended.stderr);
    ended
}

#[test]
fn what_is_certain_is_mended_and_the_rest_is_told() {
    let site = broken();
    let (guide, service) = (site.read(GUIDE), site.read(SERVICE));
    let ended = fix(&site, &[]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert_eq!(
        site.read(GUIDE),
        guide.replace("13/05/2025", "13\u{a0}mai\u{a0}2025").replace("0298859908", "02 98 85 99 08")
    );
    assert_eq!(site.read(SERVICE), service.replace("Besoin:", "besoins:"));
    for said in [
        "content/guides/mon-premier-guide/guide.md : date en chiffres (E212), numéro de téléphone mal écrit (E213)",
        "content/services/mon-service.yaml : ",
        "3 remarques corrigées dans 2 fichiers.",
        // What is left, with its place as it is now.
        "La date «\u{202f}12/05/2025\u{202f}» est en chiffres.",
        "1 erreur",
    ] {
        assert!(ended.stderr.contains(said), "« {said} » : {}", ended.stderr);
    }
    assert!(!ended.stderr.contains("13/05/2025") && ended.stdout.is_empty(), "{ended:?}");

    let (guide, service) = (site.read(GUIDE), site.read(SERVICE));
    let again = fix(&site, &[]);
    assert!(again.stderr.contains("Rien à corriger sans vous."), "{again:?}");
    assert_eq!((site.read(GUIDE), site.read(SERVICE)), (guide, service));
}

#[test]
fn a_dry_run_shows_a_patch_and_writes_nothing() {
    let site = broken();
    let (guide, service) = (site.read(GUIDE), site.read(SERVICE));
    let ended = fix(&site, &["--essai"]);
    assert_eq!((site.read(GUIDE), site.read(SERVICE)), (guide, service));
    assert_eq!(ended.code, 1, "the site is as it was: {ended:?}");
    assert!(
        ended.stderr.contains("3 remarques à corriger dans 2 fichiers. Essai à blanc : rien n’a été écrit.")
    );
    for line in [
        "--- content/services/mon-service.yaml\n+++ content/services/mon-service.yaml\n@@ ",
        "\n-Besoin: ",
        "\n+besoins: ",
        "\u{a0}mai\u{a0}2025. Appelez le 02 98 85 99 08. Venez le 12/05/2025.\r\n",
    ] {
        assert!(ended.stdout.contains(line), "« {line} » : {}", ended.stdout);
    }
    let lines = ended.stdout.lines().filter(|line| line.starts_with('+') && !line.starts_with("+++"));
    assert_eq!(lines.count(), 2, "{}", ended.stdout);
    // Without --corriger, the option has no meaning.
    assert_eq!(site.run(&["relire", "--essai"]).code, 2);
    assert_eq!(site.run(&["construire", "--corriger"]).code, 2);
}

#[test]
fn editors_get_the_changes_as_json() {
    let site = broken();
    let told = site.run(&["relire", "--format", "json", "--date", DATE]);
    let rows: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    let rows = rows.as_array().unwrap();
    let of = |words: &str| rows.iter().find(|row| row["message"].as_str().unwrap().contains(words)).unwrap();
    let key = &of("«\u{202f}Besoin\u{202f}»")["corrections"];
    assert_eq!(key.as_array().unwrap().len(), 1);
    let (column, end) = (&key[0]["colonne"], &key[0]["colonne_fin"]);
    assert_eq!(
        (column.as_u64(), end.as_u64(), key[0]["texte"].as_str()),
        (Some(1), Some(7), Some("besoins"))
    );
    assert_eq!(key[0]["ligne"], key[0]["ligne_fin"]);
    assert_eq!(of("12/05/2025")["corrections"], serde_json::json!([]));
    // With --corriger, JSON keeps the standard output for itself.
    let fixed = fix(&site, &["--format", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&fixed.stdout).unwrap();
    assert!(rows.as_array().unwrap().iter().all(|row| row["corrections"].as_array().unwrap().is_empty()));
}

#[test]
fn a_good_site_is_left_as_it_is() {
    let site = Site::new();
    let ended = fix(&site, &[]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("Rien à corriger sans vous."), "{ended:?}");
}
