//! No file of a module knows another that knows it: one can be read, and then the other.

use super::{Source, none, sources};
use std::collections::{BTreeMap, BTreeSet};

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// « view::shell » for `view/shell.rs`, « view » for `view/mod.rs`.
fn name(path: &str) -> String {
    let path = path.trim_end_matches(".rs");
    path.strip_suffix("/mod").unwrap_or(path).replace('/', "::")
}

/// The paths that a `use` names: `super::{a, b::{c, d}}` names three.
fn spread(path: &str) -> Vec<String> {
    let Some((head, group)) = path.split_once('{') else { return vec![path.trim().to_owned()] };
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = group[start..at].trim();
                if !part.is_empty() {
                    out.extend(spread(&format!("{head}{part}")));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}

/// Every path from `crate` or `super` that stands in a file, in `use` or within code.
fn paths(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for root in ["crate::", "super::"] {
        for (at, _) in text.match_indices(root) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let rest = &text[at..];
            let line = text[..at].rfind('\n').map_or(0, |line| line + 1);
            let is_use = text[line..at].trim_end().ends_with("use");
            let whole = if is_use { rest.split(';').next().unwrap_or(rest) } else { rest };
            let end = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
            let path = if is_use { whole } else { rest.split(end).next().unwrap_or_default() };
            out.extend(spread(path));
        }
    }
    out
}

/// Which files each file names, of its own module only; a first file (`mod.rs`) may name those below it.
fn arrows<'a>(files: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Arrows {
    let known: BTreeSet<String> = files.clone().map(|(path, _)| name(path)).collect();
    let mut out = Arrows::new();
    for (path, text) in files {
        let from = name(path);
        for named in paths(text) {
            let mut at: Vec<&str> = from.split("::").collect();
            let mut rest = named.split("::").peekable();
            while let Some(word) = rest.next_if(|word| ["crate", "super"].contains(word)) {
                if word == "crate" {
                    at.clear();
                } else {
                    at.pop();
                }
            }
            at.extend(rest);
            let to = (1..=at.len()).rev().map(|length| at[..length].join("::")).find(|to| known.contains(to));
            if let Some(to) = to.filter(|to| {
                *to != from
                    && to.split("::").next() == from.split("::").next()
                    && !to.starts_with(&format!("{from}::"))
            }) {
                out.entry(from.clone()).or_default().insert(to);
            }
        }
    }
    out
}

fn reached<'a>(arrows: &'a Arrows, from: &'a str) -> BTreeSet<&'a str> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(one) = next.pop() {
        for to in arrows.get(one).into_iter().flatten() {
            if seen.insert(to.as_str()) {
                next.push(to);
            }
        }
    }
    seen
}

/// Files that reach one another, in order.
fn circles(arrows: &Arrows) -> BTreeSet<Vec<&str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|one| (one.as_str(), reached(arrows, one))).collect();
    let together = |a: &&str, b: &&str| reach[*a].contains(*b) && reach[*b].contains(*a);
    let circle = |one: &&str| reach.keys().filter(|other| together(one, other)).copied().collect::<Vec<_>>();
    reach.keys().filter(|one| reach[**one].contains(**one)).map(circle).collect()
}

#[test]
fn files_know_one_another_one_way_only() {
    let sources = sources();
    let files = sources.iter().map(|source: &Source| (source.path.as_str(), source.code.text.as_str()));
    let arrows = arrows(files);
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 300, "this test sees few arrows");
    let faults: Vec<String> = circles(&arrows).iter().map(|circle| circle.join(" ↔ ")).collect();
    none(&faults, "files that know one another");
}

#[test]
fn a_circle_is_found() {
    let files = [
        ("view/mod.rs", "use a::b;"),
        ("view/one.rs", "use super::{two::{A, B}, three};"),
        ("view/two.rs", "fn f() { crate::view::one::g() }"),
        ("view/three.rs", "use super::four::x;"),
        ("view/four.rs", "use crate::text::fold;"),
    ];
    let arrows = arrows(files.into_iter());
    assert_eq!(circles(&arrows), BTreeSet::from([vec!["view::one", "view::two"]]));
}
