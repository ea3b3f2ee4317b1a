//! What a sheet of a service can get wrong; nothing is written then.

use crate::program::{OutFolder, assert_refused, build_with};
use crate::small_site::{CALL, CLIC, MAIRIE, PHOTO, SmallSite, site};

#[track_caller]
fn refused(site: &SmallSite, fragments: &[&str]) {
    assert_refused(site.on_disk().path(), fragments);
}

/// A warning, which `--strict` makes an error.
#[track_caller]
fn refused_when_strict(site: &SmallSite, fragments: &[&str]) {
    let output = OutFolder::new();
    let run = build_with(site.on_disk().path(), &output.out(), &["--strict"]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    let said = run.stderr.replace(['\u{202f}', '\u{a0}'], " ");
    for fragment in fragments {
        assert!(said.contains(fragment), "no « {fragment} » in:\n{said}");
    }
    output.assert_untouched();
}

#[test]
fn numbers() {
    for (number, says) in [
        ("02 98 85 99", "dix chiffres ; celui-ci en a 8"),
        ("2 98 85 99 08", "dix chiffres ; celui-ci en a 9"),
        ("02 98 85 99 088", "dix chiffres ; celui-ci en a 11"),
        ("0 892 705 705", "« 0 892 705 705 » est un numéro surtaxé, et la fiche ne le dit pas."),
        ("118 218", "« 118 218 » est un numéro surtaxé"),
        ("3631", "Le prix d’un appel au « 36 31 » ne se devine pas."),
        ("114", "Personne ne peut téléphoner au « 114 » : il ne répond qu’aux messages."),
        ("01 70 77 23 72", "ne répondait plus en janvier 2022 (La Gazette des communes)"),
    ] {
        let short = site().replace(MAIRIE, "telephone: 02 98 85 99 08", &format!("telephone: {number}"));
        refused(&short, &["content/services/mairie.yaml:7:12", says]);
        let long = format!("telephone:\n  - numero: {number}");
        refused(&site().replace(MAIRIE, "telephone: 02 98 85 99 08", &long), &["mairie.yaml:8:13", says]);
    }
    let normal = site().replace(CLIC, "prix: majore", "prix: normal");
    refused(&normal, &["erreur[E130]", "Ajoutez « prix: majore »"]);
    let keys = site().replace(CLIC, "touches: [2, \"#\"]", "touches: [deux]");
    refused(&keys, &["erreur[E034]", "« touches » : « deux » n’a pas la forme attendue."]);
    refused(&site().replace(CLIC, "sms: \"114\"", "sms: 01 70 772 372"), &["erreur[E132]", "clic.yaml:12:6"]);
}

#[test]
fn numbers_in_prose() {
    let text = "Tenez l'appareil à deux mains.";
    for (words, says) in [
        ("Appelez le [114](tel:114).", "Personne ne peut téléphoner au « 114 »"),
        ("Appelez le 01 70 772 372.", "Ce numéro ne répond plus"),
        ("Appelez [cette ligne](tel:0170772372).", "Ce numéro ne répond plus"),
        ("Appelez le **[01 70 77 23 72](tel:+33170772372)**.", "Ce numéro ne répond plus"),
        ("Appelez le [0 892 705 705](tel:0892705705).", "un numéro surtaxé, et le texte ne le dit pas."),
    ] {
        refused(&site().replace(PHOTO, text, words), &["content/guides/photo/guide.md:15:", says]);
    }
    for good in [
        "Écrivez au [114](sms:114).",
        "Appelez le [0 892 705 705](tel:0892705705), ou allez sur place. Cet appel est payant.",
    ] {
        assert!(site().replace(PHOTO, text, good).findings().is_empty(), "{good}");
    }
    refused(
        &site().replace(CALL, "resume: ", "resume: Appelez le 01 70 77 23 72. "),
        &["erreur[E132]", "content/guides/appel/guide.md:4:"],
    );
}

#[test]
fn hours() {
    let times = "13:30-17:00";
    refused_when_strict(
        &site().replace(CLIC, times, "13:30-25:00"),
        &["avertissement[A030]", "L’heure « 25:00 » n’existe pas.", "Une journée va de 00:00 à 24:00."],
    );
    for odd in ["T-T-T", "9h-12h30", "lundi matin", "Mo 12:00-13:30-17:00"] {
        refused_when_strict(
            &site().replace(CLIC, "Mo-Fr 09:00-12:00,13:30-17:00; PH off", odd),
            &["avertissement[A030]", &format!("Ces horaires ne se comprennent pas : « {odd} ».")],
        );
    }
    // What has no raw text to fall back on is an error.
    for (from, to, says) in [
        ("heures: 09:00-12:30", "heures: le matin", "« heures » : « le matin » n’a pas la forme attendue."),
        ("jours: Tu[1]", "jours: mardi", "« jours » : « mardi » n’a pas la forme attendue."),
        ("2026-12-01", "2026-12-32", "« dates » : « 2026-12-32 » n’a pas la forme attendue."),
        (
            "jours: Tu[1]",
            "jours: Tu[1]\n    dates: [2026-12-01]",
            "« jours » ou « dates » : l’un des deux, et un seul.",
        ),
        ("ferme: oui", "ferme: oui\n      heures: 09:00-12:00", "« ferme: oui », ou d’autres « heures »"),
        ("      ferme: oui\n", "", "« ferme: oui », ou d’autres « heures »"),
        ("au: 2026-12-31", "au: 2026-11-31", "« au » : « 2026-11-31 » n’existe pas."),
        ("commune: \"29180\"", "commune: \"29800\"", "« 29800 » n’est pas le code d’un territoire de 2026"),
    ] {
        refused(&site().replace(CLIC, from, to), &["content/services/clic.yaml:", says]);
    }
}

#[test]
fn zones() {
    let zone = |code: &str| site().replace(MAIRIE, "zone: [\"29103\"]", &format!("zone: [\"{code}\"]"));
    refused(
        &zone("29800"),
        &[
            "erreur[E045]",
            "mairie.yaml:5:8",
            "« 29800 » n’est pas le code d’un territoire de 2026 : c’est un code postal.",
            "Le code INSEE de Landerneau est \"29103\".",
        ],
    );
    refused(
        &zone("29800").replace(MAIRIE, "commune: Landerneau", "commune: Ailleurs"),
        &["Choisissez le code INSEE de la commune", "La Martyre (\"29144\")"],
    );
    refused(&zone("99999"), &["« 99999 » n’est pas le code d’un territoire de 2026.", "entre guillemets"]);
    refused(&zone("1001"), &["Il manque sans doute le zéro du début"]);
    // Saint-Renan by its INSEE code, Lesneven by its postal code.
    let twin = zone("29260").replace(MAIRIE, "code_postal: \"29800\"", "code_postal: \"29260\"").replace(
        MAIRIE,
        "commune: Landerneau",
        "commune: Lesneven",
    );
    refused_when_strict(
        &twin,
        &[
            "avertissement[A032]",
            "est ici Saint-Renan",
            "Si vous pensiez à Lesneven, écrivez son code INSEE : \"29124\".",
        ],
    );
    let found = zone("29260").findings();
    assert!(
        found.iter().all(|found| found.code != "A032"),
        "another postal code: nothing to say of it: {found:?}"
    );
}

#[test]
fn nobody_can_reach_it() {
    let mute = "nom: Muet\ntype: autre\nzone: [\"FR\"]\n";
    refused_when_strict(
        &site().with("content/services/muet.yaml", mute),
        &["avertissement[A022]", "« Muet » n’a ni téléphone, ni SMS, ni courriel, ni site, ni adresse."],
    );
}

/// A way that is written and cannot be read is told once, at its line, and not also as a service without any.
#[test]
fn a_way_that_is_badly_written_is_still_one() {
    let mute = "nom: Muet\ntype: autre\nzone: [\"FR\"]\n";
    let says_nobody = |way: &str| {
        let found = site().with("content/services/muet.yaml", format!("{mute}{way}\n")).findings();
        assert!(found.iter().any(|one| one.code.starts_with('E')) || way.len() < 16, "{way}: {found:?}");
        found.iter().any(|one| one.code == "A022")
    };
    for way in [
        "telephone: 3949",
        "telephone: \"39 49\"",
        "telephone: 02 98 85 99",
        "telephone: \"114\"",
        "telephone:\n  - numero: 3949",
        "telephone:\n- numero: 02 98 85",
        "sms: douze et un",
        "courriel: clic@exemple",
        "site: javascript:alert(1)",
        "\"site\": www.exemple.fr  # bientôt",
    ] {
        assert!(!says_nobody(way), "{way}");
    }
    for way in ["", "telephone:", "site: \"\"", "courriel: # à venir", "bouger: Oui."] {
        assert!(says_nobody(way), "{way}");
    }
}

#[test]
fn addresses_of_the_web() {
    for (from, to) in [
        ("clic@exemple.fr", "clic@exemple"),
        ("clic@exemple.fr", "clic exemple.fr"),
        ("https://www.exemple.fr/clic", "www.exemple.fr"),
        ("https://www.exemple.fr/clic", "javascript:alert(1)"),
    ] {
        refused(&site().replace(CLIC, from, to), &["erreur[E034]", "content/services/clic.yaml:"]);
    }
}

#[test]
fn a_circle_of_refusals() {
    refused(
        &site().replace(MAIRIE, "service: departement", "service: clic"),
        &["erreur[E110]", "Ces services se renvoient en rond"],
    );
}

#[test]
fn two_services_of_one_name() {
    let text = site().text(CLIC).to_owned();
    refused(
        &site().with("content/services/ailleurs/mairie.yaml", text),
        &["erreur[E046]", "Le nom « mairie » est déjà pris", "pris ici"],
    );
}
