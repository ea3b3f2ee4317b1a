//! French has few homes, so that a wording is found, and changed, in one place.

use super::{none, sources};

/// The catalogue of findings, the command line, the preview's own pages, the words of a standard, which are data, and those of
/// imported sheets;
/// templates and `textes.yaml` are not code.
const HOMES: [&str; 8] = [
    "diag/catalogue/",
    "cli/",
    "serve/page.rs",
    "serve/proof.rs",
    "export/words.rs",
    "import/words.rs",
    // What editors call each kind of file.
    "load/sheets.rs",
    // The titles of directories.
    "import/formats/",
];

/// What a reader of content expected there, in a few words that the catalogue puts into its own sentence:
/// « une case à cocher », or a line to write: « nom: Skype »; or what a key means: « l’année, un mois ou un jour ».
const EXPECTED: [&str; 2] = ["load/", "parse/"];

/// French that is not said to anybody, or that only its place can say. Each with its reason.
const ALLOWED: [(&str, &str); 5] = [
    // A heading of the content's own grammar: authors write it.
    ("load/parts.rs", "Si ça ne marche pas"),
    ("load/case/mod.rs", "Ce qui a été essayé"),
    ("load/case/mod.rs", "Ce qui a marché"),
    // What site.yaml says when it says nothing: data.
    ("load/small.rs", "Accessibilité"),
    // Tera shows it between its own words, under the catalogue's sentence.
    ("render/templates.rs", "la phrase « {key} »"),
];

fn is_french(words: &str) -> bool {
    let telling = |c: char| "àâçéèêëîïôùûœÀÂÇÉÈÊÎÔŒ«’".contains(c);
    words.trim().contains(' ') && words.contains(telling)
}

/// Words, not a sentence: no capital first, no stop last; or a key and its value, which may be a sentence.
fn is_fragment(words: &str) -> bool {
    let is_key = |key: &str| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    !words.starts_with(char::is_uppercase) && !words.trim_end().ends_with(['.', '!', '?'])
        || words.split_once(": ").is_some_and(|(key, _)| is_key(key))
}

#[test]
fn french_lives_in_its_homes_only() {
    let (mut faults, mut used, mut at_home) = (Vec::new(), Vec::new(), 0);
    for source in sources() {
        for (line, words) in source.code.strings.iter().filter(|(_, words)| is_french(words)) {
            let within = |homes: &[&str]| homes.iter().any(|home| source.path.starts_with(home));
            if within(&HOMES) {
                at_home += 1;
                continue;
            }
            let allowed =
                ALLOWED.iter().find(|(path, start)| source.path == *path && words.starts_with(start));
            match allowed {
                Some(known) => used.push(*known),
                None if within(&EXPECTED) && is_fragment(words) => {}
                None => faults.push(format!("src/{}:{line} « {words} »", source.path)),
            }
        }
    }
    assert!(at_home > 50, "this test finds {at_home} sentences at home only");
    none(&faults, "French away from its homes");
    let gone: Vec<String> =
        ALLOWED.iter().filter(|a| !used.contains(a)).map(|(p, s)| format!("{p} « {s} »")).collect();
    none(&gone, "exceptions that are no more: take them out of this test");
}
