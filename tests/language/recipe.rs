//! « Add a rule of plain language » in CONTRIBUTING.md names all the places of a rule, and no others.

use super::{code, folder};
use eliane::plain::Rule;
use std::collections::BTreeSet;
use std::path::Path;

/// The files that the numbered lines of the recipe begin with, `KEY` standing for the rule’s key.
fn recipe() -> Vec<String> {
    let page = fs_err::read_to_string(folder().join("CONTRIBUTING.md")).unwrap();
    let (_, after) = page.split_once("\n## Add a rule of plain language\n").unwrap();
    let section = after.split("\n## ").next().unwrap();
    let places = section.lines().filter_map(|line| {
        let (number, rest) = line.split_once(". `")?;
        number.parse::<u8>().ok()?;
        Some(rest.split_once('`')?.0.to_owned())
    });
    places.collect()
}

/// All texts below a folder, with their paths from the root. A module’s own tests may take a rule as an example.
fn texts(under: &str, out: &mut Vec<(String, String)>) {
    for entry in fs_err::read_dir(folder().join(under)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{under}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            texts(&path, out);
        } else if Path::new(&path).extension().is_some_and(|end| end == "rs") && !path.ends_with("/tests.rs")
        {
            out.push((path, fs_err::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// Whether a text has those words, with no letter on either side.
fn says(text: &str, words: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(words).any(|(at, _)| {
        !letter(text[..at].chars().next_back()) && !letter(text[at + words.len()..].chars().next())
    })
}

#[test]
fn a_rule_stands_in_the_places_of_the_recipe_and_nowhere_else() {
    let recipe = recipe();
    assert_eq!(recipe.len(), 4, "a rule has four places: {recipe:?}");
    let mut sources = Vec::new();
    for under in ["src", "tests", "examples", "benches"] {
        texts(under, &mut sources);
    }
    let mut faults = Vec::new();
    for rule in Rule::ALL.iter().copied() {
        let (key, name, id) = (rule.key(), format!("{rule:?}"), code(rule));
        let places: BTreeSet<String> = recipe.iter().map(|place| place.replace("KEY", key)).collect();
        for place in &places {
            if !folder().join(place).is_file() {
                faults.push(format!("{name}: {place} does not exist"));
            }
        }
        let named = [format!("Rule::{name}"), format!("{name}: {key};"), format!("{id} {name}:")];
        let naming: BTreeSet<String> = sources
            .iter()
            .filter(|(_, text)| named.iter().any(|words| says(text, words)))
            .map(|(path, _)| path.clone())
            .collect();
        // Examples name their rule by the name of their file.
        let expected: BTreeSet<String> = places.into_iter().filter(|place| place.ends_with(".rs")).collect();
        if naming != expected {
            faults.push(format!("{name} is named in {naming:?}, and the recipe has {expected:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// No file of examples or of rules without its rule, nor a list that is named as none.
#[test]
fn what_belongs_to_a_rule_is_named_by_its_key() {
    let keys: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.key()).collect();
    for (under, others) in [
        ("tests/language/examples", &[][..]),
        ("src/plain/lists", &[]),
        ("src/plain/rules", &["mod", "verbs"]),
    ] {
        for entry in fs_err::read_dir(folder().join(under)).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap();
            assert!(keys.contains(stem) || others.contains(&stem), "{} belongs to no rule", path.display());
        }
    }
}
