//! `fraicheur` and `attester`: what must be looked at again, and writing that somebody did.

use super::assert_french;
use crate::common::{Ended, Site, tree};

const DESK: &str = "nom: NAME\ntype: clic\nresume: Le bureau aide.\nbesoins: [appel-video]\nzone: [\"29103\"]\nfait: [Aide à écrire.]\nmode_aide: [sur_place]\nmode_contact: [telephone]\ntelephone:\n  - numero: 02 61 91 00 12\nhoraires:\n  texte: Le mardi de 14 h à 18 h\nentendre: [ecrit]\ncout: Gratuit.\n";

/// Two desks of one telephone, one verified long ago; one desk that has a site only.
fn site() -> Site {
    let site = Site::new();
    let sheet = |name: &str, more: &str| DESK.replace("NAME", name) + more;
    site.write("content/besoins.yaml", "- id: appel-video\n  titre: Appeler\n  exemple: En vidéo\n");
    site.write(
        "content/services/aide-a.yaml",
        &sheet("Aide A", "verifie_le: 2025-01-10\nverifie_comment: visite\nrevoir_tous_les: 100\n"),
    );
    site.write("content/services/aide-b.yaml", &sheet("=Aide B", ""));
    site.write(
        "content/services/aide-c.yaml",
        &sheet("Aide C", "verifie_le: 2026-11-20\nverifie_comment: appel\n")
            .replace("02 61 91 00 12", "02 61 91 00 13"),
    );
    site
}

fn list(site: &Site, args: &[&str]) -> Ended {
    let listed = site.run(&[&["fraicheur", "--date", "2026-11-24"], args].concat());
    assert_eq!(listed.code, 0, "{listed:?}");
    listed
}

#[test]
fn one_call_verifies_several_sheets_and_the_oldest_comes_first() {
    let site = site();
    let listed = list(&site, &[]);
    assert_french(&listed.stdout);
    let text = listed.stdout.replace('\u{a0}', " ");
    let after = text.split("Appeler le 02 61 91 00 12\n").nth(1).unwrap_or_else(|| panic!("{text}"));
    let calls: Vec<&str> = after.lines().take(2).map(str::trim).collect();
    assert!(
        calls[0].starts_with("- Aide A (service/aide-a) : périmée, à revérifier depuis le 20 avril 2025"),
        "{text}"
    );
    assert!(calls[1].starts_with("- =Aide B (service/aide-b) : jamais vérifiée"), "{text}");
    // Verified four days ago: not yet, but within a year and a bit.
    assert!(!text.contains("Aide C"), "{text}");
    assert!(list(&site, &["--dans", "400j"]).stdout.contains("Aide C"));
    let first = text.find("(service/").unwrap();
    assert!(text[first..].starts_with("(service/aide-a)"), "{text}");
}

#[test]
fn a_desk_for_professionals_is_verified_too_and_a_draft_is_not() {
    let site = site();
    let telephone = "revoir_tous_les: 100\nverifie_le: 2025-01-10\nverifie_comment: appel\n";
    let sheet = |name: &str, more: &str| {
        let text = DESK.replace("NAME", name).replace("12\nhoraires", "19\nhoraires") + more + telephone;
        site.write(&format!("content/services/{}.yaml", name.to_lowercase().replace(' ', "-")), &text);
    };
    sheet("Aide entre nous", "visibilite: pro\n");
    let shown = list(&site, &[]).stdout;
    assert!(shown.contains("(service/aide-entre-nous)"), "{shown}");
    sheet("Aide entre nous", "visibilite: pro\netat: brouillon\n");
    let shown = list(&site, &[]).stdout;
    assert!(!shown.contains("(service/aide-entre-nous)"), "{shown}");
}

#[test]
fn the_list_is_data_too() {
    let site = site();
    let csv = list(&site, &["--format", "csv"]).stdout;
    // What a French spreadsheet opens: a byte order mark, and semicolons.
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let of = |id: &str| rows.iter().find(|row| &row[3] == id).unwrap();
    assert_eq!(of("aide-a")[0], of("aide-b")[0], "one call");
    assert_eq!((&of("aide-a")[5], &of("aide-a")[6], &of("aide-b")[5]), ("perime", "2025-04-20", "jamais"));
    assert_eq!(&of("aide-b")[4], "'=Aide B", "no spreadsheet takes a name for a formula");
    let json: serde_json::Value = serde_json::from_str(&list(&site, &["--format", "json"]).stdout).unwrap();
    assert_eq!(json.as_array().unwrap().len(), rows.len());
}

#[test]
fn verified_sheets_leave_the_list_and_keep_all_the_rest() {
    let site = site();
    let before = site.read("content/services/aide-a.yaml");
    let args = [
        "attester",
        "aide-a",
        "service/aide-b",
        "--comment",
        "appel",
        "--par",
        "médiatrice numérique",
        "--date",
        "2026-11-23",
    ];
    let done = site.run(&args);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(
        done.stderr.replace('\u{a0}', " ").contains("2 fiches vérifiées le 23 novembre 2026"),
        "{done:?}"
    );
    let after = site.read("content/services/aide-a.yaml");
    assert_eq!(
        after,
        before
            .replace("2025-01-10", "2026-11-23")
            .replace("verifie_comment: visite", "verifie_par: médiatrice numérique\nverifie_comment: appel")
    );
    assert!(site.read("content/services/aide-b.yaml").starts_with(&DESK.replace("NAME", "=Aide B")));
    assert!(!list(&site, &[]).stdout.contains("02\u{a0}61"), "nothing left to ask by telephone");
    assert_eq!(site.run(&["relire", "--date", "2026-11-24"]).code, 0);
}

#[test]
fn a_guide_is_verified_by_its_number() {
    let site = site();
    let done =
        site.run(&["attester", "1", "--comment", "essai", "--par", "rédaction", "--date", "2026-11-23"]);
    assert_eq!(done.code, 0, "{done:?}");
    let guide = site.read("content/guides/mon-premier-guide/guide.md");
    assert!(
        guide.contains("verifie_le: 2026-11-23\n") && guide.contains("verifie_comment: essai\n"),
        "{guide}"
    );
}

#[test]
fn all_or_nothing_and_every_reason_at_once() {
    let site = site();
    let before = tree(&site.root);
    let cases: [(&[&str], &[&str]); 5] = [
        (&["aide-a", "aide-d", "rien"], &["« aide-d »", "Vouliez-vous dire « aide-a »", "« rien »"]),
        (&["aide-a", "--comment", "import"], &["essai, appel, visite"]),
        (&["aide-a", "--par", "  "], &["un rôle"]),
        (&["aide-a", "--date", "2999-01-01"], &["à venir"]),
        (&[], &["FICHE"]),
    ];
    for (args, words) in cases {
        let mut all = vec!["attester"];
        all.extend(args);
        for (option, value) in [("--comment", "appel"), ("--par", "rédaction"), ("--date", "2026-11-23")] {
            if !args.contains(&option) {
                all.extend([option, value]);
            }
        }
        let ended = site.run(&all);
        assert_ne!(ended.code, 0, "{args:?}: {ended:?}");
        for word in words {
            assert!(ended.stderr.contains(word), "{args:?}: {}", ended.stderr);
        }
        assert!(tree(&site.root) == before, "{args:?} changed a file");
    }
}

#[test]
fn a_sheet_in_a_form_that_cannot_be_stamped_is_left_as_it_is() {
    let site = site();
    let path = "content/services/aide-a.yaml";
    site.change(
        path,
        "verifie_comment: visite\n",
        "verifie_par: >\n  une\n  équipe\nverifie_comment: visite\n",
    );
    let before = site.read(path);
    let ended = site.run(&[
        "attester",
        "aide-a",
        "aide-b",
        "--comment",
        "appel",
        "--par",
        "rédaction",
        "--date",
        "2026-11-23",
    ]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("« verifie_par » tient sur plusieurs lignes"), "{ended:?}");
    assert_eq!(site.read(path), before);
    assert!(!site.read("content/services/aide-b.yaml").contains("verifie_le"));
}

/// Somebody telephoned: that is written down, whatever is wrong elsewhere. A list that lacks a sheet is no list.
#[test]
fn a_site_with_errors_is_not_listed_and_its_other_sheets_are_stamped() {
    let site = site();
    site.write("content/services/aide-c.yaml", "nom: [\n");
    let listed = site.run(&["fraicheur"]);
    assert_eq!((listed.code, listed.stdout.as_str()), (1, ""), "{listed:?}");
    assert!(listed.stderr.contains("aide-c.yaml"), "{listed:?}");
    // In the same sheet too, when it can be read.
    let path = "content/services/aide-a.yaml";
    site.change(path, "mode_contact: [telephone]", "mode_contact: [telephone]\nzonne: \"29\"");
    let done = verify(&site, &["aide-a"], "appel", "rédaction", "2026-11-23");
    assert_eq!(done.code, 0, "{done:?}");
    assert!(
        done.stderr.contains("Le site a par ailleurs 2\u{a0}erreurs") || done.stderr.contains("2 erreurs"),
        "{done:?}"
    );
    let after = site.read(path);
    for line in
        ["verifie_le: 2026-11-23", "verifie_par: rédaction", "verifie_comment: appel", "zonne: \"29\""]
    {
        assert!(after.contains(line), "{after}");
    }
    // One that cannot be read at all says its own fault, and none other.
    let before = tree(&site.root);
    for name in ["aide-c", "service/aide-c"] {
        let done = verify(&site, &["aide-a", name], "appel", "rédaction", "2026-11-23");
        assert_eq!(done.code, 1, "{done:?}");
        assert!(done.stderr.contains("aide-c.yaml") && !done.stderr.contains("zonne"), "{done:?}");
        assert!(done.stderr.contains("Rien n’a été écrit."), "{done:?}");
        assert!(tree(&site.root) == before);
    }
}

fn verify(site: &Site, sheets: &[&str], how: &str, by: &str, on: &str) -> Ended {
    let ended = site.run(&[&["attester"], sheets, &["--comment", how, "--par", by, "--date", on]].concat());
    assert_french(&ended.stderr);
    ended
}

#[test]
fn the_day_of_a_verification_never_moves_back() {
    let site = site();
    let path = "content/services/aide-c.yaml";
    let written = |line: &str| {
        site.write(path, &(DESK.replace("NAME", "Aide C") + line));
    };
    for line in [
        "verifie_le: 2026-11-20\nverifie_comment: appel\n",
        "verifie_le:   2026-11-20\nverifie_comment: appel\n",
        "verifie_le: \"2026-11-20\"\nverifie_comment: visite\n",
        "\"verifie_le\": 2026-11-20\nverifie_comment: import\n",
        // Whatever else is missing or wrong.
        "verifie_le: 2026-11-20\n",
        "verifie_le: 2026-11-20\nverifie_comment: telephone\n",
    ] {
        for (day, fine) in [
            ("1999-01-01", false),
            ("2025-11-20", false),
            ("2026-10-31", false),
            ("2026-11-19", false),
            ("2026-11-20", true),
            ("2026-11-21", true),
        ] {
            written(line);
            let before = site.read(path);
            let done = verify(&site, &["aide-c"], "appel", "rédaction", day);
            assert_eq!(done.code, if fine { 0 } else { 2 }, "{line} {day}: {done:?}");
            if fine {
                assert!(site.read(path).contains(day));
            } else {
                assert!(
                    done.stderr.contains("déjà vérifiée le 20\u{a0}novembre\u{a0}2026, après le"),
                    "{day}: {done:?}"
                );
                assert_eq!(site.read(path), before);
            }
        }
    }
    // An older day than that of another sheet is no error of the site.
    written("verifie_le: 2026-11-20\nverifie_comment: appel\n");
    let done = verify(&site, &["aide-b"], "appel", "rédaction", "2026-02-01");
    assert!(done.code == 0 && !format!("{done:?}").contains("erreur"), "{done:?}");
    // A day that is still to come is a slip, which a verification mends.
    written("verifie_le: 2962-11-20\nverifie_comment: appel\n");
    assert_eq!(verify(&site, &["aide-c"], "appel", "rédaction", "2026-11-21").code, 0);
    // One that goes back keeps them all as they were.
    let before = tree(&site.root);
    assert_eq!(verify(&site, &["aide-a", "aide-c"], "appel", "rédaction", "2026-11-01").code, 2);
    assert!(tree(&site.root) == before);
}

#[test]
fn a_role_is_asked_never_a_name() {
    let site = site();
    let before = tree(&site.root);
    for name in
        ["Marie Dupont", "marie", "M. Kerboul", "médiatrice Kerboul", "j.kerboul@mairie.fr", "Yannig Kerboul"]
    {
        let done = verify(&site, &["aide-b"], "appel", name, "2026-11-23");
        assert_eq!(done.code, 2, "{name}: {done:?}");
        assert!(done.stderr.contains("demande un rôle, jamais le nom d’une personne"), "{done:?}");
        assert!(done.stderr.contains("--par \"médiatrice numérique\""), "{done:?}");
        assert!(tree(&site.root) == before, "{name}");
    }
    // The names of the site's own offices are nobody's.
    site.write("content/services/aide-d.yaml", &DESK.replace("NAME", "Les Jardins de Marie"));
    for role in
        ["Les Jardins de Marie", "agente du CCAS", "équipe de l’accueil, mairie de Landerneau", "Rédaction"]
    {
        assert_eq!(verify(&site, &["aide-b"], "appel", role, "2026-11-23").code, 0, "{role}");
    }
    let checked = site.run(&["relire", "--date", "2026-11-24"]);
    assert_eq!(checked.code, 0, "{checked:?}");
}

/// What stands on one of the three lines themselves is named.
#[test]
fn a_fault_on_the_three_lines_is_the_one_that_is_told() {
    let site = site();
    let path = "content/services/aide-a.yaml";
    site.change(
        path,
        "verifie_comment: visite",
        "verifie_par: médiatrice # au guichet\nverifie_comment: visite",
    );
    let before = site.read(path);
    let done = verify(&site, &["aide-a"], "appel", "rédaction", "2026-11-23");
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.stderr.contains("erreur[E025]") && done.stderr.contains("aide-a.yaml"), "{done:?}");
    assert_eq!(site.read(path), before);
    // Beside a day, a remark changes nothing of what is read: it stays, and `relire` tells it.
    site.change(path, "verifie_par: médiatrice # au guichet\n", "");
    site.change(path, "verifie_le: 2025-01-10", "verifie_le: 2025-01-10 # au guichet");
    let done = verify(&site, &["aide-a"], "appel", "rédaction", "2026-11-23");
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.stderr.contains("1 erreur"), "{done:?}");
    assert!(site.read(path).contains("verifie_le: 2026-11-23 # au guichet"), "{}", site.read(path));
}

#[test]
fn nobody_telephones_to_a_guide() {
    let site = site();
    let before = tree(&site.root);
    for how in ["appel", "visite", "courriel", "site"] {
        for name in ["1", "guide/mon-premier-guide", "mon-premier-guide"] {
            let done = verify(&site, &[name], how, "rédaction", "2026-11-23");
            assert_eq!(done.code, 2, "{how} {name}: {done:?}");
            assert!(done.stderr.contains("essai, documents"), "{done:?}");
        }
        // Nor with a service beside it.
        assert_eq!(verify(&site, &["aide-b", "1"], how, "rédaction", "2026-11-23").code, 2);
    }
    assert!(tree(&site.root) == before);
    for how in ["essai", "documents"] {
        assert_eq!(verify(&site, &["1"], how, "rédaction", "2026-11-23").code, 0, "{how}");
    }
    for how in ["essai", "appel", "visite", "courriel", "site", "documents"] {
        assert_eq!(verify(&site, &["aide-b"], how, "rédaction", "2026-11-23").code, 0, "{how}");
    }
}

/// A copied sheet is judged less strictly than one that somebody vouches for: what it says wrong is shown, and no advice
/// is given that would stop the site.
#[test]
fn a_sheet_whose_words_would_stop_the_site_says_which() {
    let site = site();
    let path = "content/services/aide-b.yaml";
    let long = "Le bureau aide toutes les personnes qui le demandent à remplir leurs papiers, à écrire leurs lettres, à trouver leurs droits, à lire leurs messages, et à joindre chacun des services publics de tout le pays.";
    let copied =
        DESK.replace("NAME", "Aide B").replace("Le bureau aide.", long).replace("resume: ", "resume: |\n  ")
            + "verifie_le: 2026-01-02\nverifie_comment: import\n";
    site.write(path, &copied);
    let plain = site.run(&["relire", "--date", "2026-11-24"]);
    let done = verify(&site, &["aide-b"], "appel", "rédaction", "2026-11-23");
    if plain.code == 0 && done.code != 0 {
        assert_eq!(done.code, 1, "{done:?}");
        assert!(
            done.stderr.contains("aide-b.yaml") && done.stderr.contains("Corrigez-les dans la fiche"),
            "{done:?}"
        );
        assert_eq!(site.read(path), copied);
    }
    assert!(!done.stderr.contains("à la main"), "{done:?}");
}

#[test]
fn a_form_that_cannot_be_stamped_is_told_and_left() {
    let site = site();
    let path = "content/services/aide-b.yaml";
    for text in [
        "{nom: Aide B, type: clic, zone: [\"29103\"], besoins: [appel-video]}\n".to_owned(),
        DESK.replace("NAME", "Aide B").lines().map(|line| format!("  {line}\n")).collect(),
    ] {
        site.write(path, &text);
        let done = verify(&site, &["aide-b"], "appel", "rédaction", "2026-11-23");
        assert_eq!(done.code, 1, "{done:?}");
        assert!(done.stderr.contains("ses clés ne sont pas une par ligne, au bord gauche"), "{done:?}");
        assert_eq!(site.read(path), text);
    }
}

#[test]
fn a_site_says_how_long_verifications_hold() {
    let site = Site::new();
    let sheet = "content/services/mon-service.yaml";
    let verified = "verifie_le: 2026-09-01\nverifie_comment: appel\nverifie_par: rédaction\n";
    site.write(sheet, &(site.read(sheet).replace("type: autre", "type: mairie") + verified));
    let waits = |site: &Site| list(site, &["--format", "texte"]).stdout.contains("mon-service");
    assert!(!waits(&site), "a town hall holds for two years");
    site.write(sheet, &(site.read(sheet) + "horaires:\n  osm: Mo 09:00-12:00\n"));
    assert!(waits(&site), "hours hold for 90 days");
    let settings = site.read("content/site.yaml");
    site.write("content/site.yaml", &format!("{settings}fraicheur:\n  delais:\n    horaires: 200\n"));
    assert!(!waits(&site));
    site.write("content/site.yaml", &format!("{settings}fraicheur:\n  delais:\n    mairi: 60\n"));
    let wrong = site.run(&["relire"]);
    assert!(wrong.code == 1 && wrong.stderr.contains("mairie"), "{wrong:?}");
}
