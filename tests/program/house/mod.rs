//! The house: what every file of the program keeps to, so that one who knows one module finds the way in all.

mod circles;
mod machine;
mod names;
mod order;
mod reading;
mod recipes;
mod theme;
mod tidiness;
mod wordings;

use reading::Code;
use std::path::Path;

/// A file of `src/`, read as code.
struct Source {
    /// From `src/`, with `/`: `diag/render.rs`.
    path: String,
    lines: usize,
    code: Code,
}

impl Source {
    /// The module it is in: `diag`, `lib`, `main`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The lines of the code, from 1, that hold one of those words as a whole word.
    fn naming<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        self.code.text.lines().zip(1..).filter_map(move |(line, number)| {
            let named = line.match_indices(word).any(|(at, _)| {
                let before = line[..at].chars().next_back().is_some_and(part);
                let after = line[at + word.len()..].chars().next().is_some_and(part);
                let ends = |c: Option<char>| c.is_some_and(part);
                !(before && ends(word.chars().next()) || after && ends(word.chars().next_back()))
            });
            named.then_some(number)
        })
    }
}

/// All of `src/`, without files that hold tests only.
fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = crate::common::tree(&folder);
    let list: Vec<Source> = files
        .into_iter()
        .filter(|(path, _)| {
            path.ends_with(".rs") && !path.ends_with("/tests.rs") && !path.contains("/tests/")
        })
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            Source { lines: text.lines().count(), code: Code::read(&text), path }
        })
        .collect();
    assert!(list.len() > 60, "the house has {} files only", list.len());
    list
}

/// Fails with the list of what is wrong, so that one run tells all.
fn none(faults: &[String], what: &str) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}
