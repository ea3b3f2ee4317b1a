//! Codes of plain language: what makes a text hard, and permissions.
//!
//! What fires a rule stands at the head of the rule's examples, `tests/language/examples/KEY.txt`: a place in the good site with a
//! fault to put there, words of its line, and what is said of it.

use super::{At, Broken, Fixture};
use crate::small_site::{CALL, CAPTIONS, CLIC, GLOSSARY, JITSI, MAIRIE, site};
use eliane::diag::catalogue::plain;
use eliane::plain::Rule;
use std::path::Path;

/// Puts a fault into the good site.
type Put = fn(&str) -> Broken;

/// Where a fault can be put: as the head of examples names it, the file, and how.
const PLACES: [(&str, &str, Put); 5] = [
    ("guide", CALL, intro),
    ("étape", CALL, action),
    ("mairie", MAIRIE, |fault| {
        site().replace(MAIRIE, "La mairie répond aux questions de tous les jours.", fault).into()
    }),
    ("clic", CLIC, |fault| site().replace(CLIC, "Demandez le secrétariat.", fault).into()),
    ("jitsi", JITSI, |fault| site().replace(JITSI, "Un outil libre pour les appels vidéo.", fault).into()),
];

/// A place and the fault to put there.
pub(super) type Fault = (Put, &'static str);

/// A fixture for each rule, from its examples.
pub(super) fn rules() -> Vec<Fixture<Fault>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/examples");
    let fixture = |rule: Rule| {
        let key = rule.key();
        let text = fs_err::read_to_string(folder.join(format!("{key}.txt"))).unwrap();
        let head: Vec<(&str, &str)> =
            text.lines().map_while(|line| line.strip_prefix("# ")?.split_once(": ")).collect();
        let value = |name: &str| head.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        // For as long as the tests run, as those of the other fixtures.
        let told = |name: &str| -> &'static str {
            let value = value(name).unwrap_or_else(|| panic!("{key}.txt has no line « # {name}: … »"));
            value.to_owned().leak()
        };
        let place = PLACES.iter().find(|(name, ..)| value(name).is_some());
        let (name, file, put) = place.unwrap_or_else(|| panic!("{key}.txt says at no place what fires it"));
        let make = (*put, told(name));
        Fixture { code: plain::code(rule).id, file, at: At::Words(told("at")), says: told("says"), make }
    };
    Rule::ALL.iter().copied().map(fixture).collect()
}

/// The sentence that is added to the introduction of a guide.
fn intro(sentence: &str) -> Broken {
    site().replace(CALL, "\n> Fermez", &format!("\n{sentence}\n\n> Fermez")).into()
}

/// What the first étape asks to do.
fn action(sentence: &str) -> Broken {
    site().replace(CALL, "Appuyez sur le **lien** dans le message :", sentence).into()
}

const PERMIT: &str = "<!-- langage: permet A087 parce que « c’est le titre du papier »";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E215",
        file: CALL,
        at: At::Words("langage:"),
        says: "on attend un code de langage, comme A080",
        make: || {
            intro(
                "<!-- langage: permet L3 parce que « c’est ainsi » jusqu’au 2027-03-01 -->\nVoici la suite.",
            )
        },
    },
    Fixture {
        code: "A093",
        file: CALL,
        at: At::Words("langage:"),
        says: "La permission de A087 a pris fin le 1er mars 2026.",
        make: || intro(&format!("{PERMIT} jusqu’au 2026-03-01 -->\nLisez le papier relatif à la mairie.")),
    },
    Fixture {
        code: "A094",
        file: CALL,
        at: At::Words("langage:"),
        says: "n’a pas besoin de la permission de A087",
        make: || intro(&format!("{PERMIT} jusqu’au 2027-03-01 -->\nLisez le papier de la mairie.")),
    },
    Fixture {
        code: "A095",
        file: CALL,
        at: At::WholeFile,
        says: "Cette page a 3 avertissements de langage ; son budget est de 2.",
        make: || {
            intro(
                "Venez afin de voir, muni de lunettes.\n\nVeuillez attendre.\n\nC’est ouvert à compter de 9 h.",
            )
        },
    },
];

/// What one adds to a guide is allowed at its place only, and a permission that holds makes no noise.
#[test]
fn a_permission_allows_one_text_and_says_why() {
    let permit = format!("{PERMIT} jusqu’au 2027-03-01 -->");
    let codes =
        |text: &str| -> Vec<String> { intro(text).found.into_iter().map(|found| found.code).collect() };
    let hard = "Lisez le papier relatif à la mairie.";
    assert_eq!(codes(&format!("{permit}\n{hard}")), Vec::<String>::new());
    assert_eq!(codes(&format!("{permit}\n\n{hard}")), Vec::<String>::new());
    assert_eq!(codes(&format!("{hard} {permit}")), Vec::<String>::new());
    assert_eq!(codes(&format!("{permit}\n{hard}\n\n{hard}")), ["A087"]);
    assert_eq!(codes(&format!("{hard}\n\n{hard}\n\n{permit}\nLisez.")), ["A087", "A087", "A094"]);
}

/// What a product's file says of a button counts as its words would: as one.
#[test]
fn a_cited_label_is_one_word() {
    let codes = |label: &str| -> Vec<String> {
        let text =
            format!("Appuyez une fois sur le bouton {label} qui est juste sous votre propre image, ici :");
        action(&text).found.into_iter().map(|found| found.code).collect()
    };
    assert_eq!(codes("{libelle: jitsi.rejoindre}"), Vec::<String>::new());
    assert_eq!(codes("« Rejoindre la réunion »"), Vec::<String>::new());
    assert_eq!(codes("libelle jitsi rejoindre"), ["A081"]);
}

#[test]
fn a_sheet_has_permissions_too() {
    let comment = "# langage: permet A083 parce que « c’est le nom du guichet » jusqu'au 2027-03-01";
    let found =
        |text: &str| site().replace(CLIC, "    precision: Demandez le secrétariat.\n", text).findings();
    assert!(found(&format!("    {comment}\n    precision: Demandez un rdv.\n")).is_empty());
    assert!(found(&format!("    precision: Demandez un rdv. {comment}\n")).is_empty());
}

/// Within its budget, a page is told and not held up; beyond, each warning counts.
#[test]
fn a_page_has_a_budget() {
    let forbid = |site: &crate::small_site::SmallSite| site.examine().diagnostics.forbid(true);
    let two = "\nVenez afin de voir.\n\nVeuillez attendre.\n\n> Fermez";
    let three = format!("\nC’est ouvert à compter de 9 h.\n{two}");
    let with = |text: &str| site().replace(CALL, "\n> Fermez", text);
    assert!(!forbid(&with(two)));
    assert!(forbid(&with(&three)));
    let budget = |site: crate::small_site::SmallSite, n: u8| {
        site.append(crate::small_site::SITE, &format!("langage:\n  avertissements: {n}\n"))
    };
    assert!(!forbid(&budget(with(&three), 3)));
    assert!(forbid(&budget(with(two), 1)));
    assert!(!forbid(&budget(site(), 0)));
}

/// The words of a directory are the directory's until somebody verifies the sheet.
#[test]
fn an_import_is_not_held_to_the_rules_before_somebody_verifies_it() {
    let text = "nom: Maison\ntype: autre\nzone: [\"29103\"]\ntelephone: 02 98 85 99 08\nresume: Veuillez procéder à votre inscription à la CNAV afin de venir.\nverifie_le: 2026-11-01\nverifie_par: rédaction\n";
    let path = "content/services/maison.yaml";
    let imported = site().with(path, format!("{text}verifie_comment: import\n"));
    assert!(imported.findings().iter().all(|found| found.code != "E211"));
    let verified = site().with(path, format!("{text}verifie_comment: appel\n"));
    assert!(verified.findings().iter().any(|found| found.code == "E211"));
}

/// A site in another language is another's business.
#[test]
fn only_french_is_read() {
    let english = site().replace(crate::small_site::SITE, "langue: fr", "langue: en").replace(
        CALL,
        "\n> Fermez",
        "\nThe HTML page, 12/05/2025.\n\n> Fermez",
    );
    assert!(english.findings().iter().all(|found| !found.code.starts_with("E21")));
}

#[test]
fn captions_are_read_too_a_sentence_at_a_time() {
    let words = "Votre famille vous a envoyé un message avec un lien que vous pouvez ouvrir\n\n00:00.500 --> 00:01.000\nsur le grand ordinateur de la bibliothèque de votre ville tous les matins.\n";
    let captions = |note: &str| format!("WEBVTT\n\n{note}00:00.000 --> 00:00.500\n{words}");
    let found = |text: String| -> Vec<(String, Option<usize>)> {
        let found = site().with(CAPTIONS, text).findings().into_iter();
        found.filter(|one| one.code == "E210").map(|one| (one.file.unwrap(), one.line)).collect()
    };
    assert_eq!(found(captions("")), [(CAPTIONS.to_owned(), Some(4))]);
    let permit =
        "NOTE langage: permet E210 parce que « c’est ce que la personne dit » jusqu’au 2027-03-01\n\n";
    assert_eq!(found(captions(permit)), []);
    assert_eq!(
        found(captions("").replace(" que vous pouvez", ".\n\n00:00.400 --> 00:00.500\nVous pouvez")),
        []
    );
}

#[test]
fn a_glossary_that_cannot_be_read_leaves_nobody_to_blame() {
    let clic = "Ce guide sert à qui a reçu un [lien](mot:lien). Appelez le CLIC.";
    let site = site().replace(CALL, "Ce guide sert à qui a reçu un [lien](mot:lien).", clic).replace(
        GLOSSARY,
        "autres_formes: [navigateurs]",
        "autres_formes: [navigateurs, CLIC]",
    );
    assert!(site.findings().iter().all(|found| found.code != "E211"));
    let broken = site.append(GLOSSARY, "- [\n").findings();
    assert_eq!(broken.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["E020"], "{broken:?}");
}
