//! `export mednum`: what is written, what is left out and why, and nothing at all from a site with errors.
//!
//! The published schema's own patterns are checked by `tests/mednum/validate.py`, which `.ci/run` calls.

use super::assert_french;
use crate::common::{Ended, Site};
use eliane::export::COLUMNS;
use std::collections::BTreeMap;

const DESK: &str = r#"nom: Bibliothèque d'exemple
type: bibliotheque
resume: La bibliothèque aide.
besoins: [appel-video, autre-chose]
zone: ["29103"]
fait: ["Aide à écrire, à lire.", Prête une tablette.]
mode_aide: [sur_place, telephone]
mode_contact: [telephone, courriel, sur_place]
adresse:
  nom: Espace public
  rue: 1 rue de l'Exemple
  code_postal: "29800"
  commune: LANDERNEAU
telephone:
  - numero: "3646"
  - numero: 02 61 91 00 12
  - numero: 0 892 70 57 05
    prix: majore
courriel: aide@exemple.fr
site: https://www.exemple.fr/aide
horaires:
  osm: Tu 14:00-18:00; Sa 10:00-12:00
entendre: [lsf]
langues: [français, anglais, arabe]
cout: Gratuit.
date_source: 2026-10
"#;

fn site() -> Site {
    let site = Site::new();
    let needs = "- id: appel-video\n  titre: Appeler\n  exemple: En vidéo\n- id: autre-chose\n  titre: Autre\n  exemple: Autre\n";
    site.write("content/besoins.yaml", needs);
    site.write("content/services/bibliotheque.yaml", DESK);
    site
}

/// The rows, by id, each cell by its column.
fn rows(csv: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    assert_eq!(headers.iter().collect::<Vec<_>>(), COLUMNS);
    reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            let cells = headers.iter().zip(row.iter()).map(|(k, v)| (k.to_owned(), v.to_owned()));
            (row[0].to_owned(), cells.collect())
        })
        .collect()
}

fn export(site: &Site) -> Ended {
    let ended = site.run(&["exporter", "mednum"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert_french(&ended.stderr);
    ended
}

#[track_caller]
fn says(ended: &Ended, words: &str) {
    let said = ended.stderr.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains(words), "no « {words} » in {said}");
}

#[test]
fn the_columns_are_those_of_the_published_schema() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mednum/schema-1.0.2.json");
    let schema: serde_json::Value = serde_json::from_str(&fs_err::read_to_string(schema).unwrap()).unwrap();
    let names: Vec<&str> =
        schema["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names, COLUMNS);
}

#[test]
fn a_service_becomes_a_row() {
    let ended = export(&site());
    let rows = rows(&ended.stdout);
    let row = &rows["bibliotheque"];
    for (column, cell) in [
        ("pivot", "00000000000000"),
        ("nom", "Bibliothèque d’exemple"),
        ("commune", "Landerneau"),
        ("code_postal", "29800"),
        ("code_insee", "29103"),
        ("adresse", "1 rue de l’Exemple"),
        ("complement_adresse", "Espace public"),
        ("typologie", "BIB"),
        ("telephone", "+33261910012"),
        ("courriels", "aide@exemple.fr"),
        ("site_web", "https://www.exemple.fr/aide"),
        ("horaires", "Tu 14:00-18:00; Sa 10:00-12:00"),
        ("presentation_resume", "La bibliothèque aide."),
        ("presentation_detail", "Aide à écrire, à lire. Prête une tablette."),
        ("itinerance", "Fixe"),
        ("source", "Le nom de votre médiathèque"),
        ("date_maj", "2026-10-01"),
        ("services", "Maîtrise des outils numériques du quotidien"),
        ("prise_en_charge_specifique", "Surdité|Langues étrangères (anglais)|Langues étrangères (autres)"),
        ("frais_a_charge", "Gratuit"),
        ("modalites_acces", "Téléphoner|Contacter par mail|Se présenter"),
        ("modalites_accompagnement", "À distance"),
    ] {
        assert_eq!(row[column], cell, "{column}");
    }
    assert!(!ended.stdout.contains(['\u{a0}', '\u{202f}', '\r']), "spaces that only pages need");
    says(&ended, "le 36 46 n’a pas de forme internationale");
    says(&ended, "le 0 892 705 705 est surtaxé, et le standard ne peut pas dire son prix.");
    assert_eq!(export(&site()).stdout, ended.stdout, "the same bytes twice");
}

#[test]
fn what_the_standard_cannot_hold_is_left_out_with_a_reason() {
    for (from, to, why) in [
        ("  rue: 1 rue de l'Exemple\n", "", "il n’a pas d’adresse où aller"),
        ("commune: LANDERNEAU", "commune: Lesneven", "ne désignent pas une commune"),
        ("date_source: 2026-10", "revoir_tous_les: 90", "sa fiche n’a aucune date"),
        ("[appel-video, autre-chose]", "[autre-chose]", "aucun de ses besoins n’est un service du standard"),
        ("cout: Gratuit.", "visibilite: pro", "il n’est pas public"),
    ] {
        let site = site();
        assert!(DESK.contains(from));
        site.write("content/services/bibliotheque.yaml", &DESK.replace(from, to));
        let ended = export(&site);
        assert!(!rows(&ended.stdout).contains_key("bibliotheque"), "{why}");
        says(&ended, "sans ligne : Bibliothèque d’exemple (bibliotheque)");
        says(&ended, why);
    }
}

#[test]
fn long_and_unreadable_texts_find_another_place() {
    let site = site();
    let long = "La bibliothèque aide tout le monde. ".repeat(10);
    let desk = DESK
        .replace("La bibliothèque aide.", long.trim())
        .replace("  osm: Tu 14:00-18:00; Sa 10:00-12:00", "  texte: \"Mardi : de 14 h à 18 h.\"");
    site.write("content/services/bibliotheque.yaml", &desk);
    let ended = export(&site);
    let rows = rows(&ended.stdout);
    let row = &rows["bibliotheque"];
    assert_eq!((row["presentation_resume"].as_str(), row["horaires"].as_str()), ("", ""));
    assert!(row["presentation_detail"].starts_with(long.trim()));
    says(&ended, "ses horaires ne sont pas en syntaxe d’OpenStreetMap (osm).");
}

#[test]
fn a_file_is_written_where_it_was_asked_for() {
    let site = site();
    let file = site.path("places.csv");
    let ended = site.run(&["exporter", "mednum", "-o", file.to_str().unwrap()]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{ended:?}");
    assert_eq!(fs_err::read_to_string(&file).unwrap(), export(&site).stdout);
    let nowhere = site.path("nulle-part/places.csv");
    let ended = site.run(&["exporter", "mednum", "-o", nowhere.to_str().unwrap()]);
    assert_eq!(ended.code, 2, "{ended:?}");
    says(&ended, "erreur : impossible d’écrire");
}

#[test]
fn a_site_with_errors_gives_nothing() {
    let site = site();
    site.write("content/services/casse.yaml", "nom: Un service\nzonne: [\"FR\"]\n");
    let file = site.path("places.csv");
    let ended = site.run(&["exporter", "mednum", "-o", file.to_str().unwrap()]);
    assert_eq!((ended.code, ended.stdout.as_str()), (1, ""));
    says(&ended, "erreur[E030]");
    says(&ended, "Rien n’a été écrit");
    assert!(!file.exists());
}

#[test]
fn another_form_is_refused_in_french() {
    let ended = site().run(&["exporter", "excel"]);
    assert_eq!(ended.code, 2);
    assert_french(&ended.stderr);
    says(&ended, "excel");
}
