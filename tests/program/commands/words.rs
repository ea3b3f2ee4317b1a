//! The words of the command line are French; those that came before them work, and are shown nowhere.

use super::assert_french;
use crate::common::{DATE, Site, run, same, tree};
use fs_err as fs;
use std::path::Path;

/// Each command, and what else may be typed for it: what it was called before, and its name with its accent.
const COMMANDS: [(&str, &[&str]); 13] = [
    ("construire", &["build"]),
    ("relire", &["check"]),
    ("montrer", &["serve"]),
    ("importer", &["import"]),
    ("imprimer", &["print"]),
    ("sous-titres", &["captions"]),
    ("commencer", &["new"]),
    ("creer", &["init", "créer"]),
    ("schemas", &["schémas"]),
    ("exporter", &["export"]),
    ("fraicheur", &["freshness", "fraîcheur"]),
    ("attester", &["verify"]),
    ("expliquer", &["explique"]),
];

/// Each option that had another name, on each command that has it.
const OPTIONS: [(&str, &str, &str); 15] = [
    ("construire", "--sortie=ailleurs", "--out=ailleurs"),
    ("construire", "--taches=2", "--jobs=2"),
    ("construire", "--taches=2", "--tâches=2"),
    ("relire", "--taches=2", "--jobs=2"),
    ("relire", "--corriger", "--fix"),
    ("relire", "--essai", "--dry-run"),
    ("montrer", "--ouvrir", "--open"),
    ("importer", "--essai", "--dry-run"),
    ("imprimer", "--sortie=feuille.pdf", "--out=feuille.pdf"),
    ("imprimer", "--taches=2", "--jobs=2"),
    ("imprimer", "--taches=2", "--tâches=2"),
    ("sous-titres", "--corriger", "--fix"),
    ("sous-titres", "--essai", "--dry-run"),
    ("exporter", "--sortie=lieux.csv", "--out=lieux.csv"),
    ("fraicheur", "--aide", "--help"),
];

const OLD_COMMANDS: [&str; 12] = [
    "build",
    "check",
    "serve",
    "import",
    "print",
    "captions",
    "new",
    "init",
    "export",
    "freshness",
    "verify",
    "explique",
];
const OLD_OPTIONS: [&str; 6] = ["--out", "--fix", "--dry-run", "--jobs", "--open", "--help"];

/// The words of before that a text tells somebody to type.
pub fn old_words(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| !matches!(*word, "///" | "//!" | "#")).collect();
    let bare = |word: &str| -> String {
        let kept = |c: char| c.is_alphanumeric() || c == '-';
        let word = word.trim_start_matches(|c: char| !kept(c));
        word.split(|c: char| !kept(c)).next().unwrap_or_default().to_owned()
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(|word| bare(word)).unwrap_or_default();
        // « eliane build », « `eliane build` », « ./eliane build », « cargo run --release -- build ».
        let program = word.rsplit(['/', '`', '(', '"', '«']).next() == Some("eliane") || *word == "--";
        // What is wrong may not be typed after a word that closes: « of `eliane` new ».
        if program && OLD_COMMANDS.contains(&next.as_str()) {
            found.push(format!("{word} {next}"));
        }
        if OLD_OPTIONS.contains(&bare(word).as_str()) {
            found.push(bare(word));
        }
    }
    found
}

/// Commands of before that a French page cites alone, as in a table: « `check` ». `import` is the name of a block of sheets too.
fn cited_alone(text: &str) -> Vec<&str> {
    let cited = text.split('`').skip(1).step_by(2);
    cited.filter(|word| *word != "import" && OLD_COMMANDS.contains(word)).collect()
}

#[test]
fn words_of_before_are_told_from_others() {
    assert_eq!(cited_alone("| `--strict` | `build`, `relire` | le bloc `import` |"), ["build"]);
    for (text, expected) in [
        ("Lancez `eliane check`.", &["`eliane check"][..]),
        ("Pour voir : eliane serve --open", &["eliane serve", "--open"]),
        ("« eliane captions\n    /// --fix FICHIER » le fait", &["eliane captions", "--fix"]),
        ("cargo run --release -- build", &["-- build"]),
        ("./eliane --help", &["--help"]),
        ("(`eliane init`)", &["(`eliane init"]),
        ("$ eliane build --out=../cle", &["eliane build", "--out"]),
        ("`--dry-run` dit tout", &["--dry-run"]),
        ("eliane explique E030", &["eliane explique"]),
        ("--jobs N", &["--jobs"]),
        ("eliane importer mednum F.csv --essai", &[]),
        ("eliane imprimer --sortie a.pdf ; --output", &[]),
        ("eliane expliquer E030, eliane commencer guide X", &[]),
        ("le bloc `import` ; `check` looks; --outre-mer", &[]),
    ] {
        assert_eq!(old_words(text), expected, "{text}");
    }
}

#[test]
fn what_commands_were_called_before_still_works_and_is_hidden() {
    let first = run(&["--aide"]).stdout;
    for (name, others) in COMMANDS {
        assert!(first.contains(&format!("\n  {name} ")), "{name}: {first}");
        let help = run(&[name, "--aide"]);
        assert_eq!(help.code, 0, "{help:?}");
        for other in others {
            let same = run(&[other, "--help"]);
            assert_eq!((same.code, same.stdout.as_str()), (0, help.stdout.as_str()), "{other}");
            assert!(!first.split_whitespace().any(|word| word == *other), "{other} is shown: {first}");
        }
    }
}

#[test]
fn what_options_were_called_before_still_works_and_is_hidden() {
    for (command, new, old) in OPTIONS {
        let help = run(&[command, "--aide"]).stdout;
        let name = |option: &'static str| option.split('=').next().unwrap();
        let shown =
            |option| help.split(|c: char| c.is_whitespace() || c == ',').any(|word| word == name(option));
        assert!(shown(new), "{command} does not show {new}: {help}");
        assert!(!shown(old), "{command} shows {old}: {help}");
        for option in [new, old] {
            // An option that is not known is refused before the help is given.
            let known = run(&[command, option, "--aide"]);
            assert_eq!(
                (known.code, known.stdout.as_str()),
                (0, help.as_str()),
                "{command} {option}: {known:?}"
            );
        }
    }
    assert_eq!(run(&["relire", "--fixer", "--aide"]).code, 2);
}

#[test]
fn a_script_of_before_does_what_it_did() {
    let site = Site::new();
    let (old, new) = (site.beside().join("avant"), site.beside().join("apres"));
    let built = site.run(&["build", "--date", DATE, "--jobs", "1", "--out", old.to_str().unwrap()]);
    assert_eq!(built.code, 0, "{built:?}");
    let built = site.run(&["construire", "--date", DATE, "--taches", "1", "--sortie", new.to_str().unwrap()]);
    assert_eq!(built.code, 0, "{built:?}");
    same(&tree(&old), &tree(&new), "words of before and of today");
    site.change("content/besoins.yaml", "titre:", "titer:");
    let tried = site.run(&["check", "--fix", "--dry-run", "--date", DATE]);
    assert!(tried.stdout.contains("+  titre:"), "{tried:?}");
    let tried = site.run(&["relire", "--corriger", "--essai", "--date", DATE]);
    assert!(
        tried.stdout.contains("+  titre:") && site.read("content/besoins.yaml").contains("titer:"),
        "{tried:?}"
    );
}

/// Words that are not ours, and what is proposed instead; nothing: no proposal.
const MEANT: [(&str, &[&str]); 62] = [
    // Slips of today's words.
    ("construir", &["construire"]),
    ("contruire", &["construire"]),
    ("Construire", &["construire"]),
    ("relier", &["relire"]),
    ("relir", &["relire"]),
    ("montre", &["montrer"]),
    ("montrez", &["montrer"]),
    ("importe", &["importer"]),
    ("inporter", &["importer"]),
    ("imprimez", &["imprimer"]),
    ("imrpimer", &["imprimer"]),
    ("soustitres", &["sous-titres"]),
    ("sous_titres", &["sous-titres"]),
    ("sous-titre", &["sous-titres"]),
    ("comencer", &["commencer"]),
    ("commence", &["commencer"]),
    ("cree", &["creer"]),
    ("schema", &["schemas"]),
    ("schéma", &["schemas"]),
    ("exporte", &["exporter"]),
    ("fraicheurs", &["fraicheur"]),
    ("fréicheur", &["fraicheur"]),
    ("atester", &["attester"]),
    ("expliqer", &["expliquer"]),
    ("explication", &["expliquer"]),
    // Slips of the words of before.
    ("biuld", &["construire"]),
    ("bild", &["construire"]),
    ("chekc", &["relire"]),
    ("chek", &["relire"]),
    ("serv", &["montrer"]),
    ("server", &["montrer"]),
    ("imports", &["importer"]),
    ("prnit", &["imprimer"]),
    ("caption", &["sous-titres"]),
    ("nwe", &["commencer"]),
    ("inti", &["creer"]),
    ("initialise", &["creer"]),
    ("exprot", &["exporter"]),
    ("freshnes", &["fraicheur"]),
    ("verfiy", &["attester"]),
    ("expliques", &["expliquer"]),
    // Other words for the same.
    ("vérifier", &["relire", "attester"]),
    ("verifier", &["relire", "attester"]),
    ("verif", &["relire", "attester"]),
    ("contrôler", &["relire"]),
    ("controle", &["relire"]),
    ("corriger", &["relire --corriger"]),
    ("réparer", &["relire --corriger"]),
    ("générer", &["construire"]),
    ("publier", &["construire"]),
    ("bâtir", &["construire"]),
    ("aperçu", &["montrer"]),
    ("ouvrir", &["montrer --ouvrir"]),
    ("nouveau", &["commencer", "creer"]),
    ("ajouter", &["commencer"]),
    ("aide", &["--aide"]),
    ("help", &["--aide"]),
    ("version", &["--version"]),
    ("tester", &["relire"]),
    // Nothing like it.
    ("xyzzy", &[]),
    ("landerneau", &[]),
    ("zz", &[]),
];

#[test]
fn a_command_that_is_none_brings_those_that_were_meant() {
    for (typed, meant) in MEANT {
        let refused = run(&[typed, "--date", DATE]);
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{refused:?}");
        assert_french(&refused.stderr);
        let ways: Vec<String> = meant.iter().map(|way| format!("« {way} »")).collect();
        let proposal = format!("\nVouliez-vous dire {} ?\n", ways.join(" ou "));
        if meant.is_empty() {
            assert!(!refused.stderr.contains("Vouliez-vous"), "{typed}: {}", refused.stderr);
        } else {
            assert!(refused.stderr.contains(&proposal), "{typed}: {}", refused.stderr);
        }
        assert_eq!(old_words(&refused.stderr), Vec::<String>::new(), "{typed}: {}", refused.stderr);
    }
}

/// A command line whose option is none of ours there, what is proposed, and the commands that have it when this one has not.
const OPTIONS_MEANT: [(&[&str], &str, &str); 40] = [
    (&["construire", "--sorti", "x"], "--sortie", ""),
    (&["construire", "--sorties=x"], "--sortie", ""),
    (&["construire", "--outt", "x"], "--sortie", ""),
    (&["build", "--ouput", "x"], "--sortie", ""),
    (&["construire", "--output=x"], "--sortie", ""),
    (&["construire", "--Sortie", "x"], "--sortie", ""),
    (&["construire", "-sortie", "x"], "--sortie", ""),
    (&["construire", "–sortie", "x"], "--sortie", ""),
    (&["construire", "—strict"], "--strict", ""),
    (&["construire", "--job", "2"], "--taches", ""),
    (&["construire", "--jbos=2"], "--taches", ""),
    (&["construire", "--tache", "2"], "--taches", ""),
    (&["construire", "--threads", "2"], "--taches", ""),
    (&["construire", "--zip", "a.zip"], "--archive", ""),
    (&["construire", "--archives", "a.zip"], "--archive", ""),
    (&["construire", "--dat", "x"], "--date", ""),
    (&["relire", "--corrige"], "--corriger", ""),
    (&["relire", "--corriger-tout"], "--corriger", ""),
    (&["relire", "--fixe"], "--corriger", ""),
    (&["relire", "-fix"], "--corriger", ""),
    (&["check", "--réparer"], "--corriger", ""),
    (&["relire", "--corriger", "--dryrun"], "--essai", ""),
    (&["relire", "--corriger", "--dry-rum"], "--essai", ""),
    (&["relire", "--corriger", "--dry_run"], "--essai", ""),
    (&["relire", "--corriger", "--essais"], "--essai", ""),
    (&["relire", "--corriger", "--simulation"], "--essai", ""),
    (&["relire", "--stric"], "--strict", ""),
    (&["relire", "--information"], "--informations", ""),
    (&["montrer", "--ouvre"], "--ouvrir", ""),
    (&["montrer", "--opne"], "--ouvrir", ""),
    (&["montrer", "--ports", "1"], "--port", ""),
    (&["montrer", "--hlep"], "--aide", ""),
    (&["montrer", "--aides"], "--aide", ""),
    (&["importer", "mednum", "a.csv", "--a-blanc"], "--essai", ""),
    (&["fraicheur", "--forme", "csv"], "--format", ""),
    (&["--dryrun"], "--essai", "relire, importer, sous-titres"),
    (&["--hepl"], "--aide", ""),
    (&["construire", "--dryrun"], "--essai", "relire, importer, sous-titres"),
    (&["construire", "--fix"], "--corriger", "relire, sous-titres"),
    (&["relire", "--ouvrir"], "--ouvrir", "montrer"),
];

#[test]
fn an_option_that_is_none_brings_the_one_that_was_meant() {
    for (typed, option, commands) in OPTIONS_MEANT {
        let refused = run(typed);
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{typed:?}: {refused:?}");
        assert_french(&refused.stderr);
        let proposed = refused.stderr.contains(&format!("\nVouliez-vous dire « {option} » ?\n"));
        // Who typed it as it is needs no proposal, but to know where it goes.
        assert_eq!(proposed, !typed.contains(&option), "{typed:?}: {}", refused.stderr);
        let told = format!("\nL’option « {option} » va avec : {commands}.\n");
        assert_eq!(refused.stderr.contains(&told), !commands.is_empty(), "{typed:?}: {}", refused.stderr);
    }
    for nothing in
        [&["relire", "-x"][..], &["relire", "--xyzzyx"], &["relire", "site"], &["creer", "un", "deux"]]
    {
        let refused = run(nothing).stderr;
        assert!(!refused.contains("Vouliez-vous") && !refused.contains("va avec"), "{nothing:?}: {refused}");
    }
}

/// Every text that tells somebody what to type, by the file it is in.
fn documents() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut out = Vec::new();
    let mut add = |path: &str| out.push((path.to_owned(), fs::read_to_string(root.join(path)).unwrap()));
    for path in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "themes/kiosque/textes.yaml", ".ci/run"] {
        add(path);
    }
    for folder in ["docs", "outils", "src/cli/modeles", "tests/browsers", "tests/mednum", "tests/paper"] {
        let files = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap());
        for entry in files.filter(|entry| entry.file_type().unwrap().is_file()) {
            let name = entry.file_name().into_string().unwrap();
            let is_text = [".md", ".yaml", ".svg", ".py"].iter().any(|end| name.ends_with(end));
            if is_text || folder == "outils" {
                add(&format!("{folder}/{name}"));
            }
        }
    }
    out
}

/// Pages for developers: there, `check` is a module.
fn english(name: &str) -> bool {
    matches!(name, "docs/theme.md" | "docs/traps.md")
}

#[test]
fn documents_help_and_explanations_hold_no_word_of_before() {
    let mut texts = documents();
    assert!(texts.len() > 20, "{} documents", texts.len());
    for (command, _) in COMMANDS {
        texts.push((format!("eliane {command} --aide"), run(&[command, "--aide"]).stdout));
    }
    texts.push(("eliane --aide".to_owned(), run(&["--aide"]).stdout));
    for code in run(&["expliquer"]).stdout.lines().filter_map(|line| line.split_whitespace().next()) {
        texts.push((format!("eliane expliquer {code}"), run(&["expliquer", code]).stdout));
    }
    assert!(texts.len() > 200, "{} texts", texts.len());
    let found: Vec<String> = texts
        .iter()
        .flat_map(|(name, text)| {
            let french = name == "README.md" || name.starts_with("docs/") && !english(name);
            let cited = if french { cited_alone(text) } else { Vec::new() };
            let words = old_words(text).into_iter().chain(cited.into_iter().map(str::to_owned));
            words.map(move |word| format!("{name}: {word}"))
        })
        .collect();
    assert!(found.is_empty(), "words of before:\n  {}", found.join("\n  "));
}

/// What the program says while it runs is in its code, as strings.
#[test]
fn no_sentence_of_the_program_holds_a_word_of_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for (path, bytes) in tree(&root) {
        // Where the words of before are declared.
        if !path.ends_with(".rs") || path == "cli/args.rs" {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        found.extend(old_words(&text).into_iter().map(|word| format!("src/{path}: {word}")));
    }
    assert!(found.is_empty(), "words of before:\n  {}", found.join("\n  "));
}
