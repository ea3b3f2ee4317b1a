//! Values that a source does not hold must not come out of it: faxes, fillers, addresses cut in two, numbers of others.

use crate::common::Site;

const HEADER: &str = "id,nom,commune,code_postal,code_insee,adresse,telephone,courriels,site_web,horaires,presentation_resume,services,date_maj";

/// The sheet of one row, with those cells changed.
pub(super) fn sheet(cells: &[(&str, &str)]) -> (String, String) {
    sheet_in(&Site::new(), cells)
}

fn sheet_in(site: &Site, cells: &[(&str, &str)]) -> (String, String) {
    let mut row = vec![
        "1",
        "Les Chênes",
        "Landerneau",
        "29800",
        "29103",
        "1 place du Marché",
        "0261910012",
        "",
        "",
        "",
        "",
        "Accompagner",
        "2026-01-01",
    ];
    for (name, value) in cells {
        let at = HEADER.split(',').position(|column| column == *name).unwrap();
        row[at] = value;
    }
    let row: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    let done = site.import("mednum", "lieux-2026-01-01.csv", format!("{HEADER}\n{}\n", row.join(",")), &[]);
    assert_eq!(done.code, 0, "{done:?}");
    let path = "content/services/29/les-chenes-landerneau.yaml";
    let text = if site.path(path).exists() { site.read(path) } else { String::new() };
    if !text.is_empty() {
        site.is_sound();
    }
    (text, done.stderr)
}

#[test]
fn a_fax_and_an_extension_are_no_telephones() {
    let (text, said) = sheet(&[("telephone", "Tél : 02 61 91 00 12 / Fax : 02 61 91 00 19")]);
    assert!(text.contains("telephone: \"02 61 91 00 12\"\n") && !text.contains("00 19"), "{text}");
    assert!(said.contains("1 numéro de télécopie laissé de côté"), "{said}");
    let (text, _) = sheet(&[("telephone", "02 61 91 00 12 (poste 311 et 153)")]);
    assert!(text.contains("precision: poste 311 et 153\n") && !text.contains("numero: \"153\""), "{text}");
}

#[test]
fn fillers_are_nothing_and_small_pictures_go() {
    for filler in ["NR", "Non renseigné", "non communiqué", "néant", "à compléter", ".", "0"] {
        let (text, said) =
            sheet(&[("adresse", filler), ("horaires", filler), ("presentation_resume", filler)]);
        assert!(
            !text.contains("rue:") && !text.contains("texte:") && !text.contains("resume:"),
            "{filler}:\n{text}"
        );
        let hours = said.lines().find(|line| line.contains("horaires donnés")).unwrap_or_default();
        assert!(hours.ends_with(" 0"), "{filler}: {said}");
    }
    let (text, _) = sheet(&[("nom", "Les Chênes 🏠")]);
    assert!(text.contains("nom: Les Chênes\n"), "{text}");
}

#[test]
fn addresses_of_sites_are_whole_or_left_out_and_told() {
    let (text, _) = sheet(&[("site_web", "https://www.ville.fr/?a=1&amp;b=2")]);
    assert!(text.contains("site: https://www.ville.fr/?a=1&b=2\n"), "{text}");
    let (text, _) = sheet(&[("site_web", "http//www.ville.fr")]);
    assert!(text.contains("site: http://www.ville.fr\n"), "{text}");
    let (text, said) = sheet(&[("site_web", "https://mairie")]);
    assert!(
        !text.contains("site:") && said.contains("1 adresse de site impossible à suivre"),
        "{text}{said}"
    );
}

#[test]
fn a_formula_of_the_export_is_read_back_as_it_was() {
    let (text, _) = sheet(&[("presentation_resume", "'=1+1 fait deux.")]);
    assert!(text.contains("=1+1 fait deux.") && !text.contains("'="), "{text}");
}

#[test]
fn codes_that_contradict_each_other_wait() {
    let (text, said) = sheet(&[("commune", "Mont-Dore"), ("code_postal", "98800"), ("code_insee", "63236")]);
    assert!(text.is_empty() && said.contains("le code INSEE est celui de Mont-Dore (63236)"), "{said}");
}

/// The bytes of a Macintosh, as `iconv -t MACINTOSH` writes them.
#[test]
fn a_table_saved_by_a_macintosh_is_read() {
    for (name, bytes) in [
        ("Point numérique municipal", &b"Point num\x8erique municipal"[..]),
        ("Médiathèque municipale", &b"M\x8ediath\x8fque municipale"[..]),
    ] {
        let header = "id;nom;commune;code_postal;code_insee;adresse;telephone;services\n1;";
        let end = b";Landerneau;29800;29103;1 place du March\x8e;0261910012;Accompagner\n";
        let site = Site::new();
        let done = site.import("mednum", "m.csv", [header.as_bytes(), bytes, end].concat(), &[]);
        assert_eq!(done.code, 0, "{done:?}");
        let tree = site.contents();
        let text = tree
            .iter()
            .find(|(path, _)| path.contains("services/29"))
            .map(|(_, bytes)| bytes.clone())
            .unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        assert!(text.contains(&format!("nom: {name}")) && text.contains("1 place du Marché"), "{text}");
    }
}

#[test]
fn files_of_other_shapes_are_refused_for_what_they_are() {
    let rows = |n: usize| (0..n).map(|i| format!("{i};x;Lieu {i};Landerneau;29800\n")).collect::<String>();
    for (name, text, words) in [
        ("a.json", "[{\"nom\":\"a\",\"x\":NaN}]".to_owned(), "« NaN »"),
        ("b.json", "[{\"nom\":\"a\",\"x\":-Infinity}]".to_owned(), "« NaN »"),
        ("c.json", "[{'nom':'a'}]".to_owned(), "guillemets droits doubles"),
        ("d.json", "[{\"nom\":\"a\",}]".to_owned(), "virgule de trop"),
        ("e.json", "[{\"nom\":None}]".to_owned(), "Python"),
        ("f.json", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"nom\":\"a\"}}]}".to_owned(), "GeoJSON"),
        ("g.json", "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"nom\":\"a\"}}\n{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"nom\":\"a\"}}\n".to_owned(), "GeoJSON"),
        ("h.csv", format!("Liste des lieux;;;;\n\nid;x;nom;commune;code_postal\n{}", rows(3)), "à la ligne 3"),
        ("i.csv", format!("Liste des lieux 2024\nid;x;nom;commune;code_postal\n{}", rows(3)), "sous « Liste des lieux 2024 »"),
        ("j.csv", "\"id;nom;commune;code_postal\"\n\"1;Les Chênes;Landerneau;29800\"\n".to_owned(), "entre guillemets, comme une seule case"),
        ("k.csv", "\"id,\"\"nom\"\",commune,code_postal\"\n\"1,\"\"Les Chênes\"\",Landerneau,29800\"\n".to_owned(), "entre guillemets, comme une seule case"),
        ("l.csv", format!("id;structure;Lieu;commune;code_postal\n{}", rows(347).replace(";x;", ";;")), "347 lignes sans nom"),
        ("m.csv", format!("id;x;Lieu;commune;code_postal\n{}", rows(3)), "--colonne nom=COLONNE"),
    ] {
        let site = Site::new();
        let before = site.contents();
        let done = site.import("mednum", name, &text, &[]);
        assert_eq!(done.code, 1, "{name}: {done:?}");
        assert!(done.stderr.contains(words), "{name}: no « {words} » in {}", done.stderr);
        assert!(site.contents() == before, "{name}");
    }
}

#[test]
fn a_person_may_say_what_a_column_is() {
    let site = Site::new();
    let text = "id;structure;Lieu;Où;code_postal;tél\n1;;Les Chênes;Landerneau;29800;0261910012\n";
    let done =
        site.import("mednum", "lieux.csv", text, &["--colonne", "nom=Lieu", "--colonne", "commune=Où"]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(site.read("content/services/29/les-chenes-landerneau.yaml").contains("nom: Les Chênes\n"));
    let wrong = site.import("mednum", "lieux.csv", text, &["--colonne", "nom=Endroit"]);
    assert!(wrong.code == 1 && wrong.stderr.contains("pas de colonne « Endroit »"), "{}", wrong.stderr);
    let wrong = site.import("mednum", "lieux.csv", text, &["--colonne", "non=Lieu"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("nom"), "{}", wrong.stderr);
}

/// A column that a spreadsheet took for numbers; one slip in a column that is sound.
#[test]
fn zeros_come_back_where_the_whole_column_lost_them() {
    let list = |phones: [&str; 4]| {
        let rows: String = phones
            .iter()
            .enumerate()
            .map(|(at, phone)| {
                format!("{at},Lieu numéro {at} inventé,Landerneau,29800,{at} rue Inventée,{phone}\n")
            })
            .collect();
        format!("id,nom,commune,code_postal,adresse,telephone\n{rows}")
    };
    let imported = |phones| {
        let site = Site::new();
        let done = site.import("mednum", "lieux.csv", list(phones), &[]);
        let sheets = site.contents();
        let with = sheets
            .iter()
            .filter(|(path, text)| {
                path.contains("services/29") && String::from_utf8_lossy(text).contains("telephone")
            })
            .count();
        (with, done.stderr)
    };
    let (with, said) = imported(["261910012", "261910013", "261910014", "02 61 91 00 15"]);
    assert!(with == 4 && said.contains("3 téléphones à neuf chiffres, leur zéro rendu"), "{said}");
    let (with, said) = imported(["261910012", "0261910013", "0261910014", "0261910015"]);
    assert!(with == 3 && said.contains("1 numéro de téléphone impossible"), "{said}");
}

#[test]
fn an_empty_line_at_the_end_is_nobodys_change() {
    let path = "content/services/29/les-chenes-landerneau.yaml";
    let list = |street: &str| {
        format!("{HEADER}\n1,Les Chênes,Landerneau,29800,29103,{street},0261910012,,,,,,2026-01-01\n")
    };
    for more in ["\n", "\n\n\n", "  \n", "\r\n"] {
        let site = Site::new();
        site.import("mednum", "lieux-2026-01-01.csv", list("1 rue Inventée"), &[]);
        let text = site.read(path);
        site.write(path, &format!("{text}{more}"));
        let done = site.import("mednum", "lieux-2026-01-01.csv", list("2 rue Inventée"), &[]);
        assert!(site.read(path).contains("2 rue Inventée"), "{more:?}: {}", done.stderr);
    }
}

/// With `.html`, a name of 64 letters is the longest that a CD keeps whole.
#[test]
fn names_of_sheets_are_never_too_long() {
    let long = "Maison intercommunale des services publics et de la médiation numérique du pays";
    let site = Site::new();
    let rows: String = (0..4).map(|at| format!("identifiant-tres-long-numero-{at},{long},Saint-Germain-de-Tallevende-la-Lande-Vaumont,14500,{at} rue,026191001{at}\n")).collect();
    site.import("mednum", "lieux.csv", format!("id,nom,commune,code_postal,adresse,telephone\n{rows}"), &[]);
    let names: Vec<String> =
        site.contents().into_keys().filter(|path| path.contains("services/14/")).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    for name in names {
        let id = name.rsplit('/').next().unwrap().trim_end_matches(".yaml").to_owned();
        assert!(id.len() <= 59, "{id}");
    }
}

/// What a spreadsheet would run goes out with an apostrophe, and comes back without.
#[test]
fn a_formula_goes_out_neutral_and_comes_back() {
    let needs = "- id: appel-video\n  titre: Voir mes proches\n  exemple: Un appel\n- id: materiel\n  titre: Me servir de mon appareil\n  exemple: Agrandir\n";
    let site = Site::new();
    site.write("content/besoins.yaml", needs);
    let row = "1,=1+1 Lieu,Landerneau,29800,29103,@2 rue Inventée,0261910012,,,,,Prendre en main un ordinateur,2026-01-01";
    site.import("mednum", "lieux-2026-01-01.csv", format!("{HEADER}\n{row}\n"), &[]);
    let out = site.run(&["exporter", "mednum"]);
    assert!(out.stdout.contains(",'=1+1 Lieu,") && out.stdout.contains(",'@2 rue Inventée,"), "{out:?}");
    let other = Site::new();
    other.write("content/besoins.yaml", needs);
    let done = other.import("mednum", "export-2026-01-01.csv", &out.stdout, &[]);
    let sheets = other.contents();
    let sheet = sheets
        .iter()
        .find(|(path, _)| path.contains("services/29"))
        .map(|(_, text)| String::from_utf8_lossy(text).into_owned());
    let sheet = sheet.unwrap_or_else(|| panic!("{done:?}"));
    assert!(sheet.contains("nom: \"=1+1 Lieu\"") && sheet.contains("rue: \"@2 rue Inventée\""), "{sheet}");
    let due = site.run(&["fraicheur", "--format", "csv", "--date", crate::common::DATE]);
    assert!(due.stdout.starts_with("\u{feff}geste;comment;"), "one dialect for spreadsheets: {}", due.stdout);
    assert!(
        !site.path("imports/lieux-a-revoir.csv").exists()
            || site.read("imports/lieux-a-revoir.csv").starts_with('\u{feff}')
    );
}

/// The account, the sheet and the list of one row with those cells.
fn told(cells: &[(&str, &str)]) -> (String, String, String) {
    let site = Site::new();
    let (text, said) = sheet_in(&site, cells);
    let list = "imports/lieux-a-revoir.csv";
    (text, said, if site.path(list).exists() { site.read(list) } else { String::new() })
}

#[test]
fn what_a_sheet_cannot_hold_is_counted_and_listed() {
    for (column, value, kept, counted, listed) in [
        (
            "telephone",
            "02 61 91 00 12 (fax 02 61 91 00 19)",
            "telephone: \"02 61 91 00 12\"",
            "1 numéro de télécopie",
            "02 61 91 00 19",
        ),
        (
            "telephone",
            "02 61 91 00 12 du lundi au vendredi de 9h à 12h",
            "02 61 91 00 12",
            "1 téléphone avec d’autres mots",
            "de 9h à 12h",
        ),
        ("telephone", "3949", "rue:", "1 numéro court dont la source ne dit pas le prix", "3949"),
        (
            "courriels",
            "mairie@ville.fr / ccas@ville.fr",
            "courriel: mairie@ville.fr",
            "1 courriel de plus",
            "ccas@ville.fr",
        ),
        ("courriels", "mairie@ville", "rue:", "1 courriel mal écrit", "mairie@ville"),
        (
            "courriels",
            "<a href=\"mailto:mairie@ville.fr\">écrire</a>",
            "courriel: mairie@ville.fr",
            "1 texte nettoyé",
            "",
        ),
        (
            "site_web",
            "https://a.fr https://b.fr",
            "site: https://a.fr",
            "1 adresse de site de plus",
            "https://b.fr",
        ),
        (
            "site_web",
            "https://www.ville.fr/a b",
            "rue:",
            "1 adresse de site impossible",
            "https://www.ville.fr/a b",
        ),
        ("site_web", "@mediatheque", "rue:", "1 courriel mal écrit", "@mediatheque"),
        (
            "site_web",
            "<a href=\"https://www.ville.fr\">site</a>",
            "site: https://www.ville.fr",
            "1 texte nettoyé",
            "",
        ),
        (
            "presentation_resume",
            "Gratuit !!! Ouvert à tous…",
            "rue:",
            "1 présentation trop longue",
            "Ouvert à tous…",
        ),
        (
            "presentation_resume",
            "Voir https://www.ville.fr pour tout.",
            "rue:",
            "1 présentation trop longue",
            "https://www.ville.fr",
        ),
        (
            "presentation_resume",
            "Écrire à accueil@ville.fr.",
            "rue:",
            "1 présentation trop longue",
            "accueil@ville.fr",
        ),
        ("nom", "Les ChÃªnes", "nom: Les Chênes", "1 texte aux accents écrits deux fois", ""),
    ] {
        let (text, said, list) = told(&[(column, value)]);
        assert!(text.contains(kept), "{value}:\n{text}\n{said}");
        assert!(said.contains(counted), "{value}:\n{said}");
        assert!(list.contains(listed), "{value}:\n{list}");
    }
    let long = "Un lieu calme. ".repeat(200);
    let (text, said, list) = told(&[("presentation_resume", &long)]);
    assert!(!text.contains("resume:") && said.contains("1 présentation trop longue"), "{text}{said}");
    assert!(list.contains("Un lieu calme.") && list.len() < 2_000, "{list}");
}

#[test]
fn signs_that_people_typed_are_kept() {
    for value in ["A < B et C > D", "Prix : 5 € < 10 €", "C:\\photos", "Rangez dans D:\\l'été \"ici\""]
    {
        let (text, said, _) = told(&[("presentation_resume", value)]);
        assert!(text.contains("resume: "), "{value}:\n{text}\n{said}");
        let plain = text.replace("''", "'").replace("\\\"", "\"");
        assert!(plain.contains(value) && !said.contains("balises"), "{value}:\n{text}\n{said}");
    }
    for query in [
        "region=29",
        "section=3",
        "timestamp=5",
        "notes=5",
        "para=2",
        "copy=1",
        "current=1",
        "centre=2",
        "lt=2",
    ] {
        let address = format!("https://www.ville.fr/?id=1&{query}");
        let (text, _, _) = told(&[("site_web", &address)]);
        assert!(text.contains(&format!("site: {address}\n")), "{text}");
    }
}

#[test]
fn cells_that_say_nothing_are_empty_wherever_they_stand() {
    for filler in
        ["#REF!", "#DIV/0!", "RAS", "Sans", "non", "Adresse inconnue", "pas de site", "Donnée manquante"]
    {
        let cells = [
            ("adresse", filler),
            ("horaires", filler),
            ("presentation_resume", filler),
            ("site_web", filler),
        ];
        let (text, said, _) = told(&cells);
        for key in ["rue:", "texte:", "resume:", "site:"] {
            assert!(!text.contains(key), "{filler}:\n{text}\n{said}");
        }
    }
}

#[test]
fn a_name_that_paper_cannot_write_waits_where_there_is_paper() {
    let row = [("nom", "中文 Association")];
    let site = Site::new();
    let (_, said) = sheet_in(&site, &row);
    let new = said.lines().find(|line| line.contains("fiches nouvelles")).unwrap_or_default();
    assert!(new.ends_with(" 1"), "no paper: {said}");
    let site = Site::new();
    let settings = site.read("content/site.yaml") + "papier: oui\n";
    site.write("content/site.yaml", &settings);
    let (text, said) = sheet_in(&site, &row);
    assert!(
        text.is_empty() && said.contains("E221 : Ce texte contient le signe") && said.contains("中"),
        "{text}{said}"
    );
    site.is_sound();
    for good in ["Œuvre & Cie – 5 € « ici »", "Ti ar Vro Ñ", "Ελλάδα", "Привет"] {
        let site = Site::new();
        site.write("content/site.yaml", &settings);
        let (_, said) = sheet_in(&site, &[("nom", good)]);
        assert!(!said.contains("E221"), "{good}: {said}");
    }
}
