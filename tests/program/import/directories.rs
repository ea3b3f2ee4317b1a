//! What each directory becomes.

use super::{DAOULAS, LANDERNEAU, LIST};
use crate::common::Site;

#[test]
fn a_list_becomes_sheets_that_pass_check() {
    let site = Site::new();
    let done = site.import_list(LIST, &[]);
    assert_eq!(done.code, 0, "{done:?}");
    let sheet = site.read(LANDERNEAU);
    for words in [
        "type: france-services\n",
        "zone: [\"242900801\"]\n",
        "telephone: \"02 61 91 00 12\"\n",
        "Lundi : de 9 h à 12 h et de 13 h 30 à 17 h.\n",
        "osm: \"Mo 09:00-12:00,13:30-17:00; Tu 09:00-12:00\"\n",
        "precision: Le 3e jeudi du mois à Pencran.\n",
        "date_source: \"2024-08-01\"\n",
        "licence: Licence Ouverte 2.0\n",
        "identifiant: \"1\"\n",
    ] {
        assert!(sheet.contains(words), "no « {words} » in:\n{sheet}");
    }
    assert!(!sheet.contains("verifie_le"), "nobody verified");
    let other = site.read(DAOULAS);
    assert!(!other.contains("dupont") && !other.contains("osm:"), "{other}");
    assert!(other.contains("09:00 - 12:00 - 17:00"), "never guessed, kept as written:\n{other}");
    assert!(done.stderr.contains("1 courriel personnel laissé de côté"), "{}", done.stderr);
    // In a métropole, the commune alone.
    assert!(site.read("content/services/75/france-services-de-paris-12e.yaml").contains("zone: [\"75056\"]"));
    site.is_sound();
}

#[test]
fn a_dry_run_says_all_and_writes_nothing() {
    let site = Site::new();
    let before = site.contents();
    let done = site.import_list(LIST, &["--essai"]);
    assert_eq!(done.code, 0);
    assert!(
        done.stderr.contains(LANDERNEAU) && done.stderr.contains("rien n’a été écrit"),
        "{}",
        done.stderr
    );
    assert!(site.contents() == before);
}

#[test]
fn a_territory_keeps_its_own_rows_only() {
    let site = Site::new();
    let done = site.import_list(LIST, &["--territoire", "29", "--format", "json"]);
    let account: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!(
        (account["totaux"]["hors_territoire"].as_u64(), account["totaux"]["creees"].as_u64()),
        (Some(1), Some(2))
    );
    assert!(!site.path("content/services/75").exists());
    let wrong = site.import_list(LIST, &["--territoire", "29800"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.stderr.contains("code postal") && wrong.stderr.contains("29103 Landerneau"),
        "{}",
        wrong.stderr
    );
}

/// The directory of today, its API (JSON in strings), 2016 and 2019 say the same service in four ways.
#[test]
fn every_age_of_the_directory_is_read() {
    let today = r#"{"service":[{"id":"u-1","ancien_code_pivot":"clic-29103-01","nom":"CLIC inventé","pivot":[{"type_service_local":"clic","code_insee_commune":["29103","29043"]}],"adresse":[{"type_adresse":"Adresse","numero_voie":"2 rue Inventée","code_postal":"29800","nom_commune":"Landerneau","accessibilite":"ACC"},{"type_adresse":"Adresse postale","service_distribution":"BP 1","code_postal":"29207","nom_commune":"Landerneau Cedex"}],"telephone":[{"valeur":"02 61 91 00 12","description":"standard"}],"adresse_courriel":["clic@exemple.fr"],"plage_ouverture":[{"nom_jour_debut":"Lundi","nom_jour_fin":"Vendredi","valeur_heure_debut_1":"09:00:00","valeur_heure_fin_1":"12:00:00"}],"date_modification":"01/08/2024 10:00:00"}]}"#;
    let value: serde_json::Value = serde_json::from_str(today).unwrap();
    let mut record = value["service"][0].clone();
    for key in ["pivot", "adresse", "telephone", "adresse_courriel", "plage_ouverture"] {
        record[key] = serde_json::Value::String(record[key].to_string());
    }
    let api = serde_json::json!({ "results": [record] }).to_string();
    let old = r#"{"codeinsee":"29103","nom":"CLIC inventé","id":"clic-29103-01","type":"clic","contact_phone":"+33 2 61 91 00 12","contact_email":"clic@exemple.fr","update":"2015-04-30","writeAddress":{"addressLocality":"Landerneau","postalCode":"29800","streetAddress":["2 rue Inventée"]}}"#;
    let csv = "id,name,request_email,notes,home_page,tag_string\nclic-29103-01,CLIC inventé,clic@exemple.fr,\"Adresse : 2 rue Inventée, 29800, Landerneau | Tél : 02 61 91 00 12 | Fax : \",,clic\n";
    for (name, text) in [("jour.json", today), ("api.json", &api), ("vieux.jsonl", old), ("liste.csv", csv)] {
        let site = Site::new();
        let done = site.import("dila", name, text, &[]);
        assert_eq!(done.code, 0, "{name}: {done:?}");
        let sheet = site.read("content/services/29/clic-invente-landerneau.yaml");
        for words in [
            "type: clic\n",
            "02 61 91 00 12",
            "courriel: clic@exemple.fr\n",
            "rue: \"2 rue Inventée\"\n",
            "commune: Landerneau\n",
        ] {
            assert!(sheet.contains(words), "{name}: no « {words} » in:\n{sheet}");
        }
        if name.ends_with(".json") {
            assert!(
                sheet.contains("zone: [\"29043\", \"29103\"]"),
                "the area that the source states:\n{sheet}"
            );
            assert!(
                sheet.contains("Du lundi au vendredi : de 9 h à 12 h.")
                    && sheet.contains("code_postal: \"29207\""),
                "{sheet}"
            );
        }
        site.is_sound();
    }
}

#[test]
fn both_versions_of_the_places_standard_are_read() {
    let rows = r#"[
{"id":"v1","nom":"Espace numérique","commune":"LANDERNEAU","code_postal":"29800","adresse":"1 rue Inventée","typologie":"BIB","telephone":"+33261910012","courriels":"epn@exemple.fr|autre@exemple.fr","services":"Aide aux démarches administratives|Maîtrise des outils numériques du quotidien","frais_a_charge":"Gratuit","horaires":"Mo-Fr 09:00-12:00","modalites_accompagnement":"Accompagnement individuel","date_maj":"2024-02-03"},
{"id":"v0","nom":"Autre espace","commune":"st thonan","code_postal":29800,"adresse":"2 rue Inventée","courriel":"autre@exemple.fr","services":"Prendre en main un ordinateur;Créer avec le numérique","conditions_access":"Gratuit : Je peux accéder gratuitement au lieu et à ses services","labels_nationaux":"CNFS","horaires":"Mo 12:00-13:30-17:00","date_maj":"2022-05-09"}
]"#;
    let site = Site::new();
    site.write("content/besoins.yaml", "- id: appel-video\n  titre: Voir mes proches\n  exemple: Un appel\n- id: materiel\n  titre: Me servir de mon appareil\n  exemple: Agrandir\n");
    let done = site.import("mednum", "lieux.json", rows, &[]);
    assert_eq!(done.code, 0, "{done:?}");
    let v1 = site.read("content/services/29/espace-numerique-landerneau.yaml");
    for words in [
        "type: bibliotheque\n",
        "besoins: [materiel]\n",
        "cout: Gratuit.\n",
        "  - Aide aux démarches administratives\n",
        "date_source: \"2024-02-03\"\n",
    ] {
        assert!(v1.contains(words), "no « {words} » in:\n{v1}");
    }
    let v0 = site.read("content/services/29/autre-espace-saint-thonan.yaml");
    for words in [
        "type: conseiller-numerique\n",
        "besoins: [materiel]\n",
        "texte: \"Mo 12:00-13:30-17:00\"\n",
        "cout: Gratuit.\n",
    ] {
        assert!(v0.contains(words), "no « {words} » in:\n{v0}");
    }
    site.is_sound();
}

#[test]
fn services_of_data_inclusion_keep_the_zone_they_state() {
    let rows = r#"[{"id":"s1","source":"dora","structure_id":"x","nom":"Aide inventée","code_insee":"29103","commune":"Landerneau","code_postal":"29800","adresse":"1 rue Inventée","telephone":"0261910012","thematiques":["numerique--maitriser-les-fondamentaux-du-numerique"],"zone_eligibilite":["29"],"mobilisable_par":["usagers","professionnels"],"contact_nom_prenom":"Jean Dupont","date_maj":"2026-01-01"},
{"id":"s2","source":"dora","structure_id":"x","nom":"Zone inconnue","code_insee":"29103","telephone":"0261910013","zone_eligibilite":["99999"],"date_maj":"2026-01-01"}]"#;
    let site = Site::new();
    let done = site.import("data-inclusion", "services.json", rows, &[]);
    assert_eq!(done.code, 0, "{done:?}");
    let sheet = site.read("content/services/29/aide-inventee-landerneau.yaml");
    assert!(sheet.contains("zone: [\"29\"]") && sheet.contains("[personne, professionnel]"), "{sheet}");
    assert!(!sheet.contains("Dupont"), "{sheet}");
    assert!(done.stderr.contains("aucun de ces codes n’est un territoire : 99999"), "{}", done.stderr);
    assert!(done.stderr.contains("1 nom de personne laissé de côté"), "{}", done.stderr);
}

#[test]
fn what_a_licence_forbids_is_asked() {
    let rows = r#"[{"Nom du lieu ou de la structure *":"Espace inventé","Code postal":29800,"Ville *":"Landerneau","Téléphone":"0261910012","Lundi":"9h-12h","Licence des données collectées *":"licence <a href='x'>ODbL</a>"}]"#;
    let site = Site::new();
    let asked = site.import("mednum", "carte.json", rows, &["--date", "2022-01-01"]);
    assert!(asked.stderr.contains("ODbL") && !site.path("content/services/29").exists(), "{}", asked.stderr);
    let taken = site.import("mednum", "carte.json", rows, &["--date", "2022-01-01", "--licence", "ODbL 1.0"]);
    assert_eq!(taken.code, 0, "{taken:?}");
    let sheet = site.read("content/services/29/espace-invente-landerneau.yaml");
    assert!(sheet.contains("licence: ODbL 1.0") && sheet.contains("Lundi : de 9 h à 12 h."), "{sheet}");
}

/// How a person who does not hear calls, and what the hours do not say: the directory of today has a key for each.
#[test]
fn the_directory_says_how_deaf_people_call_and_when_it_is_closed() {
    let service = |accessible: &str| {
        format!(
            r#"{{"service":[{{"id":"u-1","nom":"Mairie inventée","pivot":[{{"type_service_local":"mairie","code_insee_commune":["29103"]}}],"adresse":[{{"type_adresse":"Adresse","numero_voie":"2 rue Inventée","code_postal":"29800","nom_commune":"Landerneau"}}],"telephone":[{{"valeur":"02 61 91 00 12","description":""}}],"telephone_accessible":{accessible},"plage_ouverture":[{{"nom_jour_debut":"Lundi","nom_jour_fin":"Vendredi","valeur_heure_debut_1":"09:00:00","valeur_heure_fin_1":"12:00:00"}}],"commentaire_plage_ouverture":"Fermé la première semaine d'août"}}]}}"#
        )
    };
    for (accessible, words) in [
        (
            "\"02 61 91 00 15\"",
            "numero: \"02 61 91 00 15\"\n    precision: Pour les personnes sourdes ou malentendantes",
        ),
        ("[\"02 61 91 00 15\"]", "numero: \"02 61 91 00 15\""),
        ("[{\"valeur\":\"0261910015\",\"description\":\"Acceo\"}]", "entendre: [relais]\n"),
        ("\"https://app.acce-o.fr/client/landerneau\"", "https://app.acce-o.fr/client/landerneau"),
        ("\"Par SMS au 06 39 98 00 12\"", "entendre: [sms]\n"),
        ("\"02 61 91 00 12\"", "numero: \"02 61 91 00 12\"\n    precision: Pour les personnes sourdes"),
    ] {
        let site = Site::new();
        let done = site.import("dila", "jour.json", service(accessible), &[]);
        assert_eq!(done.code, 0, "{done:?}");
        let sheet = site.read("content/services/29/mairie-inventee-landerneau.yaml");
        assert!(sheet.contains(words), "no « {words} » in:\n{sheet}");
        assert!(sheet.contains("Fermé la première semaine d'août") && !sheet.contains("osm:"), "{sheet}");
        site.is_sound();
    }
}

/// Ways to call in the directory of the administration: each as it is, or told.
#[test]
fn telephones_of_the_directory_are_what_their_words_say() {
    let row = |more: &str| {
        format!(
            r#"{{"service":[{{"id":"u-1","nom":"Mairie inventée","pivot":[{{"type_service_local":"mairie","code_insee_commune":["29103"]}}],"adresse":[{{"type_adresse":"Adresse","numero_voie":"2 rue Inventée","code_postal":"29800","nom_commune":"Landerneau"}}],{more},"date_modification":"01/08/2024 10:00:00"}}]}}"#
        )
    };
    let of = |more: &str| {
        let site = Site::new();
        let done = site.import("dila", "jour-2024-08-01.json", row(more), &[]);
        assert_eq!(done.code, 0, "{more}: {done:?}");
        let path = "content/services/29/mairie-inventee-landerneau.yaml";
        assert!(site.path(path).exists(), "{more}: {done:?}");
        site.is_sound();
        (site.read(path), done.stderr)
    };
    let good = r#"{"valeur":"02 61 91 00 12","description":""}"#;
    for said in ["Fax", "Télécopie", "Fax du secrétariat", "N° de fax", "FAX mairie"] {
        let (sheet, account) =
            of(&format!(r#""telephone":[{good},{{"valeur":"02 61 91 00 23","description":"{said}"}}]"#));
        assert!(sheet.contains("02 61 91 00 12") && !sheet.contains("00 23"), "{said}:\n{sheet}");
        assert!(account.contains("1 numéro de télécopie laissé de côté"), "{said}:\n{account}");
    }
    for said in ["Accueil", "Standard", "Tél. et fax", "Permanence faculté"] {
        let (sheet, account) =
            of(&format!(r#""telephone":[{{"valeur":"02 61 91 00 23","description":"{said}"}}]"#));
        assert!(sheet.contains("00 23") && sheet.contains(said), "{said}:\n{sheet}");
        assert!(!account.contains("télécopie"), "{said}:\n{account}");
    }
    let (sheet, _) = of(r#""telephone":{"valeur":"02 61 91 00 23","description":""}"#);
    assert!(sheet.contains("02 61 91 00 23"), "one alone, without a list:\n{sheet}");
    for (accessible, kept) in [
        (r#"[{"valeur":"114","description":"SMS"}]"#, "sms: \"114\"\n"),
        (r#"[{"valeur":"114","description":""}]"#, "sms: \"114\"\n"),
        (r#""114""#, "sms: \"114\"\n"),
        (r#"[{"valeur":"06 39 98 00 12","description":"par SMS uniquement"}]"#, "sms: \"06 39 98 00 12\"\n"),
        (r#"[{"valeur":"06 39 98 00 12","description":"appel ou SMS"}]"#, "numero: \"06 39 98 00 12\"\n"),
        (r#"[{"valeur":"02 61 91 00 24","description":""}]"#, "numero: \"02 61 91 00 24\"\n"),
        (r#"[{"valeur":"02 61 91 00 24","description":"Fax"}]"#, "telephone: \"02 61 91 00 12\"\n"),
    ] {
        let (sheet, _) = of(&format!(r#""telephone":[{good}],"telephone_accessible":{accessible}"#));
        assert!(sheet.contains(kept), "{accessible}:\n{sheet}");
        assert!(sheet.contains("02 61 91 00 12"), "{accessible}:\n{sheet}");
    }
    let (sheet, account) = of(
        r#""telephone":[{"valeur":"02 61 91 00 12","description":""}],"site_internet":[{"valeur":"https://www.ville.fr/?id=1&region=29","libelle":""},{"valeur":"https://autre.fr","libelle":""}]"#,
    );
    assert!(sheet.contains("site: https://www.ville.fr/?id=1&region=29\n"), "{sheet}");
    assert!(account.contains("1 adresse de site de plus"), "{account}");
}

/// A column that says « Oui » makes a round: the place is not open every day.
#[test]
fn a_france_services_that_makes_a_round_is_itinerant() {
    for (cell, mode) in [("Oui", "itinerant"), ("x", "itinerant"), ("Non", "sur_place"), ("", "sur_place")] {
        let site = Site::new();
        let list = format!(
            "id_fs,lib_fs,adresse,code_postal,lib_com,insee_com,telephone,itinerance\n\
             1,France services de Landerneau,1 rue Inventée,29800,Landerneau,29103,02 61 91 00 12,{cell}\n"
        );
        let done = site.import("france-services", "bus.csv", list, &[]);
        assert_eq!(done.code, 0, "{cell}: {done:?}");
        let sheet = site.read(super::LANDERNEAU);
        assert!(sheet.contains(&format!("mode_aide: [{mode}]\n")), "{cell}:\n{sheet}");
        site.is_sound();
    }
}
