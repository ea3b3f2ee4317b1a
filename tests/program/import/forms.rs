//! What the account says of the file itself: its kind, where its rows are, names of columns that stand there twice.

use crate::common::Site;

#[test]
fn the_kind_of_a_file_is_named_truly() {
    for (name, text, kind, words) in [
        ("a.csv", "Liste des lieux\n\nid;nom;commune\n1;a;b\n", "a.csv (UTF-8)", "à la ligne 3"),
        ("b.csv", "\"id;nom;commune\"\n\"1;a;b\"\n", "b.csv (UTF-8)", "entre guillemets"),
        ("c.csv", "<!DOCTYPE html>\n<html><body>404</body></html>\n", "c.csv (UTF-8)", "une page web"),
        ("d.json", "\n <html><body>404</body></html>\n", "d.json (UTF-8)", "une page web"),
        ("e.xml", "<?xml version=\"1.0\"?>\n<lieux/>\n", "e.xml (UTF-8)", "du XML"),
        ("f.csv", "De la prose.\n", "f.csv (UTF-8)", "ni JSON, ni colonnes"),
        ("g.json", "[{\"nom\" \"a\"}]", "g.json (JSON, UTF-8)", "JSON n’est pas correct"),
        ("h.json", "[{\"nom\":\"a\"},{\"no", "h.json (JSON, UTF-8)", "il est coupé"),
        ("i.csv", "{\"nom\":1", "i.csv (JSON, UTF-8)", "il est coupé"),
        (
            "j.csv",
            "id;Lieu;commune\n1;a;b\n",
            "j.csv (colonnes séparées par des points-virgules, UTF-8)",
            "--colonne nom",
        ),
    ] {
        let done = Site::new().import("mednum", name, text, &[]);
        assert_eq!(done.code, 1, "{name}: {done:?}");
        assert!(done.stderr.contains(&format!("Fichier : {kind}\n")), "{name}: {}", done.stderr);
        assert!(done.stderr.contains(words), "{name}: {}", done.stderr);
    }
}

/// All records of a JSON on one line would be « ligne 1 ».
#[test]
fn records_on_one_line_are_counted() {
    let record = |n: u8| {
        format!(
            "{{\"id\":\"{n}\",\"nom\":\"Lieu {n}\",\"commune\":\"Nulle part\",\"code_postal\":\"29800\"}}"
        )
    };
    let three = [record(1), record(2), record(3)];
    for (name, text, wanted) in [
        ("a.json", format!("[{}]", three.join(",")), "donnée 3 « Lieu 3 »"),
        ("b.json", format!("[{}]\n", three.join(", ")), "donnée 2 « Lieu 2 »"),
        ("c.json", format!("{{\"services\":[{}]}}", three.join(",")), "donnée 1 « Lieu 1 »"),
        ("d.json", format!("[\n{}\n]", three.join(",\n")), "ligne 4 « Lieu 3 »"),
        ("e.jsonl", three.join("\n"), "ligne 3 « Lieu 3 »"),
    ] {
        let done = Site::new().import("mednum", name, &text, &[]);
        assert_eq!(done.code, 0, "{name}: {done:?}");
        assert!(done.stderr.contains(wanted), "{name}: {}", done.stderr);
    }
}

#[test]
fn two_columns_of_one_name_are_told() {
    let row = "1;Les Chênes;Autre;Landerneau;29800;0261910012\n";
    for (header, told) in [
        ("id;nom;nom;commune;code_postal;telephone", Some("nom")),
        ("id;nom;Nom;commune;code_postal;telephone", Some("nom")),
        ("id;nom;commune;commune;code_postal;telephone", Some("commune")),
        ("id;nom;structure;commune;code_postal;telephone", None),
        ("id;nom;;commune;code_postal;telephone", None),
    ] {
        let done = Site::new().import("mednum", "lieux.csv", format!("{header}\n{row}"), &[]);
        assert_eq!(done.code, 0, "{header}: {done:?}");
        let words = "plusieurs colonnes s’appellent";
        let wanted = told.map_or(words.to_owned(), |name| format!("{words} « {name} »"));
        assert_eq!(done.stderr.contains(&wanted), told.is_some(), "{header}: {}", done.stderr);
    }
}

#[test]
fn a_refused_column_is_told_in_one_sentence() {
    let site = Site::new();
    let text = "id;lieu;commune\n1;a;b\n";
    for (column, end) in [
        ("truc=lieu", "horaires, date."),
        ("dat=lieu", "« date » ?"),
        ("lieu", "nom=Lieu."),
        ("nom=", "nom=Lieu."),
    ] {
        let done = site.import("mednum", "lieux.csv", text, &["--colonne", column]);
        assert_eq!(done.code, 2, "{column}");
        let first = done.stderr.lines().next().unwrap();
        assert!(first.ends_with(end) && !first.ends_with(".."), "{column}: {first}");
    }
    // A name of three hundred letters is a name.
    let long =
        format!("id;nom;commune;code_postal;telephone\n1;{};Landerneau;29800;0261910012\n", "x".repeat(300));
    let done = site.import("mednum", "long.csv", long, &[]);
    assert!(done.code == 0 && !done.stderr.contains("sans nom"), "{}", done.stderr);
}

/// A whole directory: 100,000 rows took 29 seconds and 851 MB, more than five times 20,000.
#[test]
fn four_times_the_rows_take_about_four_times_as_long() {
    let taken = |rows: usize| {
        let head = "id,nom,commune,code_postal,code_insee,adresse,telephone\n".to_owned();
        let text = (0..rows).fold(head, |text, at| {
            text + &format!(
                "{at},Lieu numéro {at},Landerneau,29800,29103,{at} rue de la Gare,02988500{:02}\n",
                at % 100
            )
        });
        let site = Site::new();
        let start = std::time::Instant::now();
        let done = site.import("mednum", "lieux.csv", text, &["--essai"]);
        assert!(done.stderr.contains("lignes lues"), "{done:?}");
        start.elapsed()
    };
    let (few, many) = (taken(1_000), taken(4_000));
    // The machine may be busy; what is quadratic takes sixteen times as long.
    assert!(many < few * 9, "{few:?} {many:?}");
}
