//! Hours that a source writes in its own way: kept as they are, shown as such, told in the list, and never said wider.

use super::values::sheet;
use crate::common::Site;

const TOLD: &str = "horaires non compris, recopiés tels quels";

#[test]
fn hours_not_understood_are_told_on_the_page_at_check_and_in_the_list() {
    for hours in ["Lu-Ve 09:00-12:00", "Mo-Fr 09:00-12:00 unknown", "Mo 14:00-14:00", "Mo-Fr 25:00-26:00"] {
        let site = Site::new();
        let rows = format!(
            "nom,commune,code_postal,adresse,telephone,horaires,date_maj\nA,Landerneau,29800,1 rue Inventée,0261910012,\"{hours}\",2026-02-01\n"
        );
        site.import("mednum", "lieux.csv", rows, &[]);
        assert!(site.read("imports/lieux-a-revoir.csv").contains(TOLD), "{hours}");
        let checked = site.run(&["relire", "--date", crate::common::DATE]);
        assert!(checked.code == 0 && checked.stderr.contains("avertissement[A030]"), "{hours}: {checked:?}");
        site.build(&[]);
        let page = site.read("public/services/a-landerneau.html");
        assert!(page.contains("Horaires tels qu’on nous les a donnés"), "{hours}: {page}");
    }
    for prose in ["Du lundi au vendredi de 9h à 12h", "Tous les matins"] {
        let (text, said) = sheet(&[("horaires", prose)]);
        assert!(text.contains(prose) && !said.contains(TOLD), "{text}{said}");
    }
}

#[test]
fn a_comment_that_narrows_the_hours_leaves_no_program_to_say_more() {
    let list = |cell: &str, comment: &str| {
        format!(
            "id_fs,insee_dep,lib_fs,adresse,insee_com,code_postal,lib_com,telephone,h_lundi,h_mardi,commentaire,format_fs\n1,29,A,2 rue Inventée,29103,29800,Landerneau,02 61 91 00 12,{cell},,{comment},Fixe\n"
        )
    };
    for (cell, comment, narrowed) in [
        ("09:00 - 12:00", "Ouvert un lundi sur deux", true),
        ("09:00 - 12:00", "Fermé en août", true),
        ("09:00 - 12:00 (sur rdv)", "", true),
        ("09:00 - 12:00", "Le 3e jeudi du mois à Pencran", false),
        ("09:00 - 12:00", "Entrée par la cour", false),
        ("09:00 - 12:00", "", false),
    ] {
        let site = Site::new();
        site.import_list(&list(cell, comment), &[]);
        let text = site.read("content/services/29/a-landerneau.yaml");
        assert!(text.contains("Lundi : de 9 h à 12 h."), "{text}");
        assert_eq!(text.contains("osm:"), !narrowed, "{cell} {comment}: {text}");
    }
}

#[test]
fn stretches_of_the_directory_that_make_no_day_are_kept_and_told() {
    let spans = |spans: &str| {
        format!(
            r#"{{"service":[{{"id":"u-1","nom":"Mairie inventée","pivot":[{{"type_service_local":"mairie","code_insee_commune":["29103"]}}],"adresse":[{{"type_adresse":"Adresse","numero_voie":"2 rue Inventée","code_postal":"29800","nom_commune":"Landerneau"}}],"telephone":[{{"valeur":"02 61 91 00 12"}}],"plage_ouverture":[{spans}]}}]}}"#
        )
    };
    let span = |from: &str, to: &str, times: [&str; 4]| {
        format!(
            r#"{{"nom_jour_debut":"{from}","nom_jour_fin":"{to}","valeur_heure_debut_1":"{}","valeur_heure_fin_1":"{}","valeur_heure_debut_2":"{}","valeur_heure_fin_2":"{}","commentaire":""}}"#,
            times[0], times[1], times[2], times[3]
        )
    };
    let good = span("Lundi", "Lundi", ["09:00:00", "12:00:00", "", ""]);
    for (odd, words) in [
        (
            span("Vendredi", "Lundi", ["09:00:00", "12:00:00", "", ""]),
            "Vendredi – Lundi : 09:00:00 - 12:00:00",
        ),
        (span("Mardi", "Mardi", ["09:00:00", "", "", ""]), "Mardi : 09:00:00"),
        (span("Mardi", "Jeudi", ["12:00:00", "09:00:00", "", ""]), "Mardi – Jeudi : 12:00:00 - 09:00:00"),
        (span("Mardi", "Mardi", ["00:00:00", "00:00:00", "", ""]), "Mardi : 00:00:00 - 00:00:00"),
        (
            span("Mardi", "Mardi", ["09:00:00", "12:00:00", "14:00:00", ""]),
            "Mardi : 09:00:00 - 12:00:00 / 14:00:00",
        ),
        (span("", "", ["09:00:00", "12:00:00", "", ""]), "09:00:00 - 12:00:00"),
        (span("Jour", "Jour", ["09:00:00", "12:00:00", "", ""]), "Jour : 09:00:00 - 12:00:00"),
    ] {
        let site = Site::new();
        site.import("dila", "jour.json", spans(&format!("{good},{odd}")), &[]);
        let text = site.read("content/services/29/mairie-inventee-landerneau.yaml");
        assert!(
            text.contains(words) && text.contains("Lundi : 09:00:00 - 12:00:00") && !text.contains("osm:"),
            "{words}: {text}"
        );
        assert!(site.read("imports/jour-a-revoir.csv").contains(TOLD), "{words}");
    }
    for fine in [
        span("Mardi", "Jeudi", ["09:00:00", "12:00:00", "00:00:00", "00:00:00"]),
        span("Mardi", "Mardi", ["", "", "", ""]),
        span("Mardi", "", ["09:00:00", "12:00:00", "", ""]),
    ] {
        let site = Site::new();
        site.import("dila", "jour.json", spans(&format!("{good},{fine}")), &[]);
        let text = site.read("content/services/29/mairie-inventee-landerneau.yaml");
        assert!(text.contains("osm:"), "{fine}: {text}");
    }
}
