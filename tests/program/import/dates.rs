//! When a source spoke, and what it says to be no more.

use super::values::sheet;
use crate::common::Site;

/// The sheet is not there, and the account says why.
fn waits(cells: &[(&str, &str)], why: &str) {
    let (text, said) = sheet(cells);
    assert!(text.is_empty() && said.contains(why), "{cells:?}: no « {why} » in {said}\n{text}");
}

#[test]
fn a_date_still_to_come_waits_and_stops_no_site() {
    for date in ["2036-05-01", "01/05/2036", "1er mai 2036", "2036"] {
        waits(&[("date_maj", date)], "E037");
    }
    let site = Site::new();
    let rows = "nom,commune,code_postal,adresse,telephone,date_maj\nA,Landerneau,29800,1 rue Inventée,0261910012,2026-02-01\nB,Landerneau,29800,2 rue Inventée,0261910013,2036-02-01\n";
    let done = site.import("mednum", "lieux.csv", rows, &[]);
    assert!(done.stderr.contains("À voir (1 ligne)"), "{}", done.stderr);
    let text = site.read("content/services/29/a-landerneau.yaml");
    assert!(
        text.contains("date: \"2026-02-01\"") && !text.contains("2036"),
        "the file is of its latest sound row: {text}"
    );
    site.is_sound();
}

#[test]
fn a_date_is_read_or_told_and_never_later_than_the_source_says() {
    for (date, written) in [
        ("12 janvier 2025", "2025-01-12"),
        ("01/05/25", "2025-05-01"),
        ("mai 2025", "2025-05"),
        ("", "2026-01-01"),
    ] {
        let (text, said) = sheet(&[("date_maj", date)]);
        assert!(text.contains(&format!("date_source: \"{written}\"\n")), "{date}: {text}{said}");
    }
    let site = Site::new();
    for date in ["45000", "01-05-25", "la semaine passée"] {
        let rows = format!(
            "nom,commune,code_postal,adresse,telephone,date_maj\nA,Landerneau,29800,1 rue Inventée,0261910012,{date}\n"
        );
        site.import("mednum", "lieux-2026-01-01.csv", rows, &[]);
        let list = site.read("imports/lieux-a-revoir.csv");
        assert!(list.contains("date qui ne se lit pas, non recopiée") && list.contains(date), "{list}");
        assert!(!site.read("content/services/29/a-landerneau.yaml").contains("date_source"));
        site.is_sound();
    }
}

#[test]
fn an_end_in_a_presentation_or_a_name_is_an_end() {
    for text in ["Fermé définitivement depuis le 1er mars 2026.", "La structure a cessé son activité."] {
        waits(&[("presentation_resume", text)], "fermé, d’après la source");
    }
    for name in ["Les Chênes FERMÉ depuis 2023", "À SUPPRIMER Les Chênes", "FERMÉ Les Chênes"] {
        waits(&[("nom", name)], "fermé, d’après la source");
    }
    for name in ["FERME Les Chênes", "Les Chênes (ferme)", "Les Chênes fermé temporairement"] {
        waits(&[("nom", name)], "peut-être fermé, d’après la source");
    }
    waits(
        &[("presentation_resume", "La Poste a fermé ses portes, nous prenons ses colis.")],
        "le service est-il fermé ?",
    );
    let (text, _) = sheet(&[("presentation_resume", "Aide aux démarches de cessation d’activité.")]);
    assert!(text.contains("resume:"), "{text}");
}

#[test]
fn the_directory_of_the_administration_says_an_end_in_its_own_columns() {
    for words in ["Fermé définitivement depuis le 1er mars 2026.", "La structure a cessé son activité."] {
        let file = format!(
            r#"[{{"id":"a","nom":"CLIC inventé","code_insee_commune":"29103","adresse":[{{"type_adresse":"Adresse","numero_voie":"1 rue Inventée","code_postal":"29800","nom_commune":"Landerneau"}}],"telephone":[{{"valeur":"02 61 91 00 12"}}],"information_complementaire":"{words}"}}]"#
        );
        let site = Site::new();
        let done = site.import("dila", "dila-2026-01-01.json", file, &[]);
        assert!(done.stderr.contains("fermé, d’après la source"), "{words}: {}", done.stderr);
    }
}
