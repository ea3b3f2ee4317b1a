//! Wrong use: each kind of fault that clap can find, said in French, with exit code 2.

use super::assert_french;
use crate::common::{Ended, eliane, ended, run};

/// Runs a command that must be refused before anything is done, and gives its words.
fn refused(args: &[&str]) -> String {
    let Ended { code, stdout, stderr } = run(args);
    assert_eq!((code, stdout.as_str()), (2, ""), "{args:?}: {stderr}");
    assert_french(&stderr);
    assert!(stderr.starts_with("erreur : "), "{stderr}");
    assert!(stderr.ends_with("Pour l’aide : eliane --aide\n"), "{stderr}");
    stderr
}

#[test]
fn an_unknown_command_brings_a_near_one() {
    let words = refused(&["bild"]);
    assert!(
        words.contains("la commande « bild » n’existe pas.\nVouliez-vous dire « construire » ?"),
        "{words}"
    );
    assert!(!refused(&["xyzzy"]).contains("Vouliez-vous"));
}

#[test]
fn an_unknown_option_brings_a_near_one() {
    let words = refused(&["construire", "--dat"]);
    assert!(
        words.contains("l’option « --dat » n’existe pas ici.\nVouliez-vous dire « --date » ?"),
        "{words}"
    );
    assert!(refused(&["relire", "-x"]).contains("l’option « -x » n’existe pas ici."));
}

#[test]
fn a_missing_value_names_its_option() {
    for (command, option) in
        [("construire", "--sortie"), ("relire", "--date"), ("relire", "--taches"), ("montrer", "--port")]
    {
        let words = refused(&[command, option]);
        assert!(words.contains(&format!("il manque une valeur après « {option} ")), "{words}");
    }
}

#[test]
fn a_bad_date_says_how_to_write_one() {
    for bad in ["hier", "2026-13-01", "2026-02-30", "24/11/2026", "2026-11", "2026", ""] {
        let words = refused(&["construire", "--date", bad]);
        assert!(words.contains(&format!("n’accepte pas « {bad} » : écrivez une date AAAA-MM-JJ")), "{words}");
    }
}

#[test]
fn a_bad_number_says_its_bounds() {
    for bad in ["0", "257", "-1", "deux", "99999999999999999999"] {
        let words = refused(&["relire", &format!("--taches={bad}")]);
        assert!(
            words.contains(&format!("n’accepte pas « {bad} » : écrivez un nombre de 1 à 256")),
            "{words}"
        );
    }
    let words = refused(&["montrer", "--port", "65536"]);
    assert!(words.contains("écrivez un nombre de 0 à 65535"), "{words}");
}

#[test]
fn an_unknown_choice_lists_the_choices() {
    assert!(refused(&["relire", "--format", "xml"]).contains("« texte » et « json »"));
    assert!(
        refused(&["commencer", "fiche", "x"]).contains("n’accepte pas « fiche » (possible : guide, service)")
    );
    assert!(refused(&["commencer", "guid", "x"]).contains("Vouliez-vous dire « guide » ?"));
}

#[test]
fn missing_arguments_are_all_named() {
    assert!(refused(&["commencer"]).contains("il manque : <SORTE>, <NOM>."));
    assert!(refused(&["commencer", "guide"]).contains("il manque : <NOM>."));
    assert!(refused(&["creer"]).contains("il manque : <DOSSIER>."));
    assert!(refused(&["sous-titres"]).contains("il manque : <FICHIER>."));
    assert!(refused(&["sous-titres", "a.fr.vtt", "--essai"]).contains("il manque : --corriger."));
}

#[test]
fn what_is_too_much_is_named() {
    assert!(refused(&["creer", "un", "deux"]).contains("« deux » est en trop."));
    assert!(refused(&["construire", "site"]).contains("« site » est en trop."));
    assert!(
        refused(&["construire", "--strict=oui"]).contains("« --strict » n’a pas le bon nombre de valeurs")
    );
    assert!(refused(&["construire", "--strict", "--strict"]).contains("« --strict » est écrit deux fois"));
    assert!(refused(&["relire", "--date=2026-01-01", "--date=2026-01-02"]).contains("est écrit deux fois"));
}

#[cfg(unix)]
#[test]
fn a_word_that_is_not_text_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let ended = ended(eliane().arg("expliquer").arg(OsStr::from_bytes(b"\xff")).output().unwrap());
    assert_eq!(ended.code, 2);
    assert_french(&ended.stderr);
    assert!(ended.stderr.contains("n’est pas du texte lisible"), "{}", ended.stderr);
}

#[test]
fn a_port_that_is_taken_is_said_in_french() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let Ended { code, stdout, stderr } = run(&["montrer", "--port", &port]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert_french(&stderr);
    assert!(
        stderr.contains(&format!("impossible d’écouter le port {port} : ce port est déjà pris")),
        "{stderr}"
    );
}
