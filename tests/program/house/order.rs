//! A module knows the modules before it, and nothing of those after.

use super::{Source, none, sources};

/// From the lowest to the highest. `lib` is the line itself, from sources to renderer: only what shows or
/// writes a site stands above it.
const ORDER: [&str; 31] = [
    "text",
    "plain",
    "hours",
    "territory",
    "media",
    "source",
    "diag",
    "write",
    "mend",
    "captions",
    "parse",
    "keys",
    "passages",
    "model",
    "load",
    "site",
    "search",
    "referral",
    "check",
    "theme",
    "view",
    "print",
    "render",
    "package",
    "import",
    "export",
    "freshness",
    "lib",
    "serve",
    "cli",
    "main",
];

fn rank(module: &str) -> usize {
    let found = ORDER.iter().position(|name| *name == module);
    found.unwrap_or_else(|| panic!("the module « {module} » has no place in the order: give it one"))
}

/// The modules that a file names, with the line: `crate::x`, `crate::{x, y::z}`, `eliane::x`.
fn named(source: &Source) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (root, line) in ["crate::", "eliane::"].into_iter().flat_map(|root| places(&source.code.text, root)) {
        let rest = &source.code.text[root..];
        let names = match rest.strip_prefix('{') {
            Some(group) => first_words(group),
            None => vec![rest],
        };
        for name in names {
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            // Names that are no modules are those of the crate's root.
            let is_module =
                name[..end].starts_with(|c: char| c.is_ascii_lowercase()) && &name[..end] != "examine";
            out.push((line, if is_module { name[..end].to_owned() } else { "lib".to_owned() }));
        }
    }
    out
}

/// Where a word ends in a text, and on which line.
fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    text.match_indices(word).map(move |(at, _)| (at + word.len(), text[..at].matches('\n').count() + 1))
}

/// The beginnings of the parts of `{a, b::{c, d}, e}`, whose first brace is gone.
fn first_words(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                out.push(group[start..at].trim_start());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

#[test]
fn modules_know_only_those_before_them() {
    let (mut faults, mut seen) = (Vec::new(), 0);
    for source in &sources() {
        for (line, module) in named(source) {
            seen += 1;
            if rank(&module) > rank(source.module()) {
                faults.push(format!("src/{}:{line} names {module}", source.path));
            }
        }
    }
    assert!(seen > 150, "this test sees {seen} names only");
    none(&faults, "modules that know what comes after them");
}

#[test]
fn every_module_has_its_place_and_every_place_its_module() {
    let sources = sources();
    for module in ORDER {
        assert!(sources.iter().any(|source| source.module() == module), "no module « {module} »");
    }
    assert!(sources.iter().all(|source| rank(source.module()) < ORDER.len()));
}

/// `super::` in a module's first file is the crate's root: a way around the order.
#[test]
fn nobody_goes_through_the_root() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.matches('/').count() == 1 && source.path.ends_with("/mod.rs"))
        .flat_map(|source| {
            source.naming("super").map(|line| format!("src/{}:{line}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    none(&faults, "« super » that is the crate's root");
}

#[test]
fn names_are_found_in_every_form() {
    let text = "use crate::{Examined, examine, serve as server, diag::{Code, x::y}};\nlet a = crate::text::fold(b);\nuse eliane::cli;";
    let source = Source { path: String::new(), lines: 3, code: super::Code::read(text) };
    let expected = [(1, "lib"), (1, "lib"), (1, "serve"), (1, "diag"), (2, "text"), (3, "cli")];
    assert_eq!(named(&source), expected.map(|(line, name)| (line, name.to_owned())));
}
