//! One name a thing, and in English: what a reader greps for leads to one type, and French stays in keys.

use super::{none, sources};
use std::collections::{BTreeMap, BTreeSet};

/// Types that a text of code declares: after `struct`, `enum`, `trait`, `type` or `union`, at the beginning of a line, and
/// those that `closed_list!` makes.
fn declared(code: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut in_list = false;
    for whole in code.lines() {
        let line = whole.trim_start();
        in_list = line.starts_with("closed_list! {") || in_list && !whole.starts_with('}');
        if in_list && line.starts_with(char::is_uppercase) {
            out.extend(line.strip_suffix(" {"));
        }
        let line = line.strip_prefix("pub").map_or(line, |rest| {
            let rest =
                rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
            rest.trim_start()
        });
        for word in ["struct ", "enum ", "trait ", "type ", "union "] {
            let Some(rest) = line.strip_prefix(word) else { continue };
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            let name = &rest[..end];
            // `type Item = …` within `impl` belongs to its trait.
            let own = word != "type " || !whole.starts_with(' ');
            if !name.is_empty() && own {
                out.push(name);
            }
        }
    }
    out
}

/// For each name that several types bear, the files that declare them.
fn twice<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, code) in files {
        for name in declared(code) {
            places.entry(name).or_default().push(path);
        }
    }
    places
        .into_iter()
        .filter(|(_, paths)| paths.len() > 1)
        .map(|(name, paths)| format!("{name}: {}", paths.join(", ")))
        .collect()
}

#[test]
fn no_type_name_is_used_for_two_things() {
    let sources = sources();
    let found = twice(sources.iter().map(|source| (source.path.as_str(), source.code.text.as_str())));
    none(&found, "types of one name");
}

#[test]
fn two_types_of_one_name_are_seen() {
    let files = [
        ("a.rs", "pub(crate) struct Line<'a> {\n    type Item = u8;\n"),
        ("b.rs", "    enum Line {\npub struct Lines;"),
        (
            "c.rs",
            "    type Item = u8;\nclosed_list! {\n    Kind {\n        A = \"a\",\n    }\n}\nenum Kind {",
        ),
    ];
    assert_eq!(twice(files.into_iter()), ["Kind: c.rs, c.rs", "Line: a.rs, b.rs"]);
}

/// Keys that serde gives in French while Rust has an English name: `#[serde(rename = "titre")]`.
fn french_keys<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    texts
        .flat_map(|text| text.split("serde(rename = \"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|key| key.len() > 1 && key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        .collect()
}

/// French keys that are English words too, or words of Rust.
const ENGLISH_TOO: [&str; 12] = [
    "attention",
    "comment",
    "image",
    "mention",
    "orientation",
    "phrase",
    "plan",
    "precision",
    "reserve",
    "route",
    "telephone",
    "touches",
];

/// Identifiers of a code that are French keys.
fn french_words<'a>(code: &'a str, keys: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| keys.contains(word) && !ENGLISH_TOO.contains(word))
        .collect()
}

#[test]
fn no_french_key_is_an_identifier() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let raw: Vec<String> = crate::commun::tree(&folder)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    let keys = french_keys(raw.iter().map(String::as_str));
    assert!(keys.len() > 150 && keys.contains("titre"), "{} keys", keys.len());
    let found: Vec<String> = sources()
        .iter()
        .flat_map(|source| {
            french_words(&source.code.text, &keys)
                .into_iter()
                .map(|word| format!("{}: {word}", source.path))
                .collect::<Vec<_>>()
        })
        .collect();
    none(&found, "French in code");
}

#[test]
fn a_french_identifier_is_seen() {
    let keys = french_keys(
        ["#[serde(rename = \"titre\")]\npub title: String, #[serde(rename = \"comment\")]"].into_iter(),
    );
    assert_eq!(Vec::from_iter(&keys), [&"comment", &"titre"]);
    assert_eq!(Vec::from_iter(french_words("let titre = title(comment);", &keys)), ["titre"]);
}
