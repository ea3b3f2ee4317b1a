//! Many faults at once: all are said, in order, and none hides another.

use crate::program::{OutFolder, Run, build_with, eliane};
use crate::small_site::{
    CALL, CLIC, Finding, GLOSSARY, JITSI, MAIRIE, NEEDS, PHOTO, SITE, SKYPE, SmallSite, findings_of_json,
    site,
};

/// Twelve faults, in as many places, each with its code, its file and words of its line.
const FAULTS: [(&str, &str, &str); 12] = [
    ("E046", NEEDS, "# encore"),
    ("E036", GLOSSARY, "definition:"),
    ("E044", CALL, "besoins:"),
    ("E034", CALL, "verifie_le:"),
    ("E081", CALL, "(mot:lien)"),
    ("E070", PHOTO, "appareil.svg"),
    ("E083", PHOTO, "guide:appel#etape-2"),
    ("E032", JITSI, "resume:"),
    ("E033", SKYPE, "etat:"),
    ("E020", CLIC, "  - raison:"),
    ("E031", MAIRIE, "nom:"),
    ("E045", SITE, "territoires:"),
];

fn twelve() -> SmallSite {
    site()
        .append(NEEDS, "- id: \"materiel\" # encore\n  titre: Encore\n  exemple: Encore\n")
        .replace(GLOSSARY, "definition: Le programme qui montre les pages du web.", "definition:")
        .replace(CALL, "besoins: [appel-video]", "besoins: [appel-vidéo]")
        .replace(CALL, "verifie_le: 2026-11-01", "verifie_le: 1er novembre")
        .replace(CALL, "[lien](mot:lien)", "[livre](ftp://a.fr)")
        .replace(PHOTO, "(appareil.svg", "(appareils.svg")
        .replace(PHOTO, "guide:appel#etape-2", "guide:appel#etape-9")
        .replace(JITSI, "resume: Un outil libre pour les appels vidéo.", "resume: [a, b]")
        .replace(SKYPE, "etat: arrete", "etat: fini")
        .replace(CLIC, "si_non:", "si_non: [")
        .replace(MAIRIE, "type: mairie\n", "")
        .replace(SITE, "29103", "29999")
}

/// Where the twelve stand, in the order of files and lines.
fn places() -> Vec<(String, String, usize)> {
    let broken = twelve();
    let good = site();
    let mut places: Vec<_> = FAULTS
        .iter()
        .map(|(code, file, words)| {
            // A line that the fault took away or changed is looked up in the good site.
            let at = if broken.text(file).contains(words) { &broken } else { &good };
            ((*file).to_owned(), at.line_of(file, words), (*code).to_owned())
        })
        .collect();
    places.sort();
    places.into_iter().map(|(file, line, code)| (code, file, line)).collect()
}

fn triples(found: &[Finding]) -> Vec<(String, String, usize)> {
    let triple = |f: &Finding| (f.code.clone(), f.file.clone().unwrap_or_default(), f.line.unwrap_or(0));
    found.iter().map(triple).collect()
}

fn check(site: &SmallSite, more: &[&str]) -> Run {
    let folder = site.on_disk();
    let words = ["relire", "--date", "2026-11-24", "--site", folder.path().to_str().unwrap()];
    eliane(words.iter().chain(more))
}

#[test]
fn one_run_says_all_twelve_by_file_and_line() {
    let run = check(&twelve(), &["--format", "json"]);
    assert_eq!(triples(&findings_of_json(&run.stdout)), places());
}

#[test]
fn words_and_json_say_the_same() {
    let (words, json) = (check(&twelve(), &[]), check(&twelve(), &["--format", "json"]));
    assert_eq!(words.stdout, "", "words are for stderr");
    assert_eq!(words.stderr.matches("erreur[E").count(), FAULTS.len(), "{}", words.stderr);
    let mut after = 0;
    for (code, file, line) in places() {
        let said = format!("erreur[{code}]");
        let at =
            words.stderr[after..].find(&said).unwrap_or_else(|| panic!("{said} not in its turn")) + after;
        let place = format!("{file}:{line}:");
        assert!(words.stderr[at..].lines().nth(1).unwrap().contains(&place), "{said} is not at {place}");
        after = at + said.len();
    }
    assert!(words.stderr.contains("12 erreurs, 0 avertissement"), "{}", words.stderr);
    assert!(!json.stderr.contains("erreur["), "JSON is for stdout: {}", json.stderr);
    assert!(json.stderr.contains("12 erreurs"), "the summary is for people: {}", json.stderr);
}

#[test]
fn a_build_says_what_a_check_says_and_writes_nothing() {
    let folder = twelve().on_disk();
    let output = OutFolder::new();
    let run = build_with(folder.path(), &output.out(), &["--format", "json"]);
    assert_eq!(triples(&findings_of_json(&run.stdout)), places());
    assert_eq!(run.code, 1);
    output.assert_untouched();
}

#[test]
fn a_broken_file_hides_no_other_and_accuses_no_other() {
    // Each file in turn becomes bytes that are no text: the twelfth fault stays, and no name that pointed to
    // that file is said to be unknown.
    let twelfth =
        |site: SmallSite| site.append(GLOSSARY, "- id: Été\n  mot: été\n  definition: La saison.\n");
    for path in [SITE, NEEDS, CALL, PHOTO, MAIRIE, CLIC, JITSI, SKYPE] {
        for (bytes, code) in [(&b"nom: Caf\xe9\n"[..], "E003"), (b"nom: [\n", "E020"), (b"", "E006")] {
            let run = check(&twelfth(site()).with(path, bytes), &["--format", "json"]);
            let mut codes: Vec<String> = findings_of_json(&run.stdout).into_iter().map(|f| f.code).collect();
            codes.sort();
            // A guide is not YAML: without its two lines of dashes it has no head.
            let code = if path.ends_with(".md") && code == "E020" { "E023" } else { code };
            let mut expected = vec![code.to_owned(), "E040".to_owned()];
            expected.sort();
            assert_eq!(codes, expected, "{path} {code}: {}", run.stdout);
        }
    }
}

#[test]
fn a_broken_glossary_accuses_no_link() {
    let run = check(&site().with(GLOSSARY, "- id: [\n"), &["--format", "json"]);
    assert_eq!(triples(&findings_of_json(&run.stdout)).len(), 1, "{}", run.stdout);
}

#[test]
fn a_broken_drawing_is_not_said_to_be_missing() {
    let run = check(&site().with("content/guides/photo/appareil.svg", ""), &["--format", "json"]);
    let found = findings_of_json(&run.stdout);
    assert_eq!(found.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["E006"], "{found:#?}");
}

#[test]
fn exit_codes_are_zero_one_and_two() {
    let good = site();
    let warned = site().append(CLIC, "etat: brouillon\n");
    assert_eq!(check(&good, &[]).code, 0);
    assert_eq!(check(&warned, &[]).code, 0, "a warning forbids nothing");
    assert_eq!(check(&warned, &["--strict"]).code, 1);
    assert_eq!(check(&good, &["--strict"]).code, 0);
    assert_eq!(check(&twelve(), &[]).code, 1);
    assert_eq!(check(&good, &["--option-inconnue"]).code, 2);
    assert_eq!(check(&good, &["--date", "demain"]).code, 2);
    assert_eq!(eliane(["expliquer", "E999"]).code, 2);
    assert_eq!(eliane(["expliquer", "E030"]).code, 0);
    let folder = good.on_disk();
    let output = OutFolder::new();
    assert_eq!(build_with(folder.path(), &output.out(), &["--taches", "2"]).code, 0);
    assert_eq!(build_with(folder.path(), &folder.path().join("content/public"), &[]).code, 2);
}

#[test]
fn a_good_site_gives_an_empty_list() {
    let run = check(&site(), &["--format", "json"]);
    assert_eq!(run.stdout.trim(), "[]");
    assert!(run.stderr.contains("Aucune erreur"), "{}", run.stderr);
}

#[test]
fn one_mistake_is_one_finding() {
    for (path, from, to) in [
        // A wrong date is not also a missing one, and the other way round.
        (CALL, "verifie_le: 2026-11-01", "verifie_le: hier"),
        (CALL, "verifie_comment: documents", "verifie_comment: lecture"),
        // A text where keys are expected is not also a lack of keys.
        (
            CALL,
            "  - titre: Notice de Jitsi\n    adresse: https://jitsi.org/\n    date: 2026-01\n",
            "  - Notice de Jitsi\n",
        ),
        (CLIC, "  - raison: Si le point d’information est fermé\n    service: mairie\n", "  - mairie\n"),
        // A misspelt need does not also leave its door without a guide.
        (CALL, "besoins: [appel-video]", "besoins: [appel-vidéo]"),
        // A missing picture takes neither its étape's name nor its number away.
        (CALL, "(bouton.svg", "(boutons.svg"),
        // An étape's own fault hides no link in it.
        (SKYPE, "remplace_par: [jitsi]", "remplace_par: [jitsu]"),
        (MAIRIE, "zone: [\"29103\"]", "zone: [29103, 29999]"),
        // Nothing is said of a retreat that did not take place.
        (MAIRIE, "entendre:", "retire_raison: Fermé\nretire_le: 2026-01-01\nentendre:"),
    ] {
        let found = site().replace(path, from, to).findings();
        assert_eq!(found.len(), 1, "{to}: {found:#?}");
    }
}

#[test]
fn an_output_that_is_refused_is_in_the_one_list_too() {
    let folder = site().append(CLIC, "etat: brouillon\n").on_disk();
    let run = build_with(folder.path(), &folder.path().join("content/public"), &["--format", "json"]);
    let codes: Vec<String> = findings_of_json(&run.stdout).into_iter().map(|found| found.code).collect();
    assert_eq!(codes, ["A023", "E100"]);
    assert_eq!(run.code, 2);
}
