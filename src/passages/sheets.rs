//! The texts of YAML sheets.

use super::run::PassageRun;
use crate::keys::{KeyRow, SheetKeys};
use crate::parse::yaml::{Node, ValueKind as Value};
use crate::source::File;

/// What a sheet of its own says; `None` when it is another's.
#[must_use]
pub fn runs(file: &File, node: &Node, sheet: &SheetKeys) -> Option<Vec<PassageRun>> {
    let mut out = Vec::new();
    head(file, node, sheet, &mut out).then_some(())?;
    order(file, &mut out);
    Some(out)
}

/// Adds the texts of a tree; false when it is not to be read: taken off the site, in another language, or copied from a directory
/// by an import and verified by nobody since. Those words are the directory's, and the page says so.
pub(super) fn head(file: &File, node: &Node, sheet: &SheetKeys, out: &mut Vec<PassageRun>) -> bool {
    let is = |key: &str, words: &[&str]| scalar(node, key).is_some_and(|value| words.contains(&value));
    if is("etat", &["retire"]) || is("verifie_comment", &["import"]) {
        return false;
    }
    if has(node, "import") && scalar(node, "verifie_le").is_none() {
        return false;
    }
    if scalar(node, "langue").is_some_and(|language| !language.starts_with("fr")) {
        return false;
    }
    texts(file, node, sheet.groups, out);
    true
}

fn has(node: &Node, key: &str) -> bool {
    matches!(&node.kind, Value::Map(entries) if entries.iter().any(|(k, _)| k.name == key))
}

fn scalar<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    let Value::Map(entries) = &node.kind else { return None };
    match &entries.iter().find(|(k, _)| k.name == key)?.1.kind {
        Value::Scalar(text) => Some(text),
        _ => None,
    }
}

/// The keys say which values are texts: pages show these as the curator's own words.
fn texts(file: &File, node: &Node, groups: &[&[KeyRow]], out: &mut Vec<PassageRun>) {
    match &node.kind {
        Value::List(items) => items.iter().for_each(|item| texts(file, item, groups, out)),
        Value::Map(entries) => {
            for (key, value) in entries {
                let mut rows = groups.iter().copied().flatten();
                if let Some(row) = rows.find(|row| row.name == key.name) {
                    words(file, value, row, out);
                }
            }
        }
        Value::Scalar(_) | Value::Empty => {}
    }
}

fn words(file: &File, value: &Node, row: &KeyRow, out: &mut Vec<PassageRun>) {
    let Some(kind) = row.passage else { return };
    match &value.kind {
        // A number is a code or a telephone.
        Value::Scalar(text) if text.chars().any(char::is_alphabetic) => {
            let mut run = PassageRun::new(value.span, kind, false);
            run.push(file, text, value.span.range());
            out.push(run);
        }
        Value::List(items) => items.iter().for_each(|item| words(file, item, row, out)),
        Value::Map(_) => texts(file, value, &[row.inner()], out),
        Value::Scalar(_) | Value::Empty => {}
    }
}

/// Each run has what stands between it and the run before it, and the end of its last line.
pub fn order(file: &File, runs: &mut [PassageRun]) {
    let mut before = 0;
    for run in runs {
        let range = run.span.range();
        let rest = file.text().get(range.end..).unwrap_or_default();
        let end = range.end + rest.find('\n').unwrap_or(rest.len());
        run.before = before.min(range.start)..end;
        before = end;
    }
}
