//! The texts of YAML sheets.

use super::run::PassageRun;
use crate::parse::yaml::{Node, ValueKind as Value};
use crate::plain::PassageKind;
use crate::source::File;

/// Keys whose value pages show as the curator's own prose. Names, addresses, search words and titles of sources are not.
const PROSE: [(&str, PassageKind); 28] = [
    ("titre", PassageKind::Title),
    ("sous_titre", PassageKind::Title),
    ("resume", PassageKind::Text),
    ("a_avoir", PassageKind::Title),
    ("fait", PassageKind::Text),
    ("ne_fait_pas", PassageKind::Text),
    ("pour_qui", PassageKind::Title),
    ("a_apporter", PassageKind::Title),
    ("cout", PassageKind::Text),
    ("entendre_precision", PassageKind::Text),
    ("voir", PassageKind::Text),
    ("bouger", PassageKind::Text),
    ("lire", PassageKind::Text),
    ("precision", PassageKind::Text),
    ("raison", PassageKind::Title),
    ("delai", PassageKind::Title),
    ("definition", PassageKind::Text),
    ("exemple", PassageKind::Title),
    ("question", PassageKind::Title),
    ("aide", PassageKind::Text),
    ("texte", PassageKind::Title),
    // Held by others: looked into, not read.
    ("telephone", PassageKind::Text),
    ("horaires", PassageKind::Text),
    ("tournee", PassageKind::Text),
    ("capacite", PassageKind::Text),
    ("si_non", PassageKind::Text),
    ("reponses", PassageKind::Text),
    ("a_faire_avant", PassageKind::Text),
];

/// What a sheet of its own says; `None` when it is another's.
#[must_use]
pub fn runs(file: &File, node: &Node) -> Option<Vec<PassageRun>> {
    let mut out = Vec::new();
    head(file, node, &mut out).then_some(())?;
    order(file, &mut out);
    Some(out)
}

/// Adds the texts of a tree; false when it is not to be read: taken off the site, in another language, or copied from a directory
/// by an import and verified by nobody since. Those words are the directory's, and the page says so.
pub(super) fn head(file: &File, node: &Node, out: &mut Vec<PassageRun>) -> bool {
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
    texts(file, node, out);
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

fn texts(file: &File, node: &Node, out: &mut Vec<PassageRun>) {
    match &node.kind {
        Value::List(items) => items.iter().for_each(|item| texts(file, item, out)),
        Value::Map(entries) => {
            for (key, value) in entries {
                let Some((_, kind)) = PROSE.iter().find(|(name, _)| *name == key.name) else { continue };
                words(file, value, *kind, out);
            }
        }
        Value::Scalar(_) | Value::Empty => {}
    }
}

fn words(file: &File, value: &Node, kind: PassageKind, out: &mut Vec<PassageRun>) {
    match &value.kind {
        // A number is a code or a telephone.
        Value::Scalar(text) if text.chars().any(char::is_alphabetic) => {
            let mut run = PassageRun::new(value.span, kind, false);
            run.push(file, text, value.span.range());
            out.push(run);
        }
        Value::List(items) => items.iter().for_each(|item| words(file, item, kind, out)),
        Value::Map(_) => texts(file, value, out),
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
