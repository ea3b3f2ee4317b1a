//! The texts of YAML sheets.

use super::run::Run;
use crate::parse::yaml::{Kind as Value, Node};
use crate::plain::Kind;
use crate::source::File;

/// Keys whose value pages show as the curator's own prose. Names, addresses, search words and titles of sources are not.
const PROSE: [(&str, Kind); 28] = [
    ("titre", Kind::Title),
    ("sous_titre", Kind::Title),
    ("resume", Kind::Text),
    ("a_avoir", Kind::Title),
    ("fait", Kind::Text),
    ("ne_fait_pas", Kind::Text),
    ("pour_qui", Kind::Title),
    ("a_apporter", Kind::Title),
    ("cout", Kind::Text),
    ("entendre_precision", Kind::Text),
    ("voir", Kind::Text),
    ("bouger", Kind::Text),
    ("lire", Kind::Text),
    ("precision", Kind::Text),
    ("raison", Kind::Title),
    ("delai", Kind::Title),
    ("definition", Kind::Text),
    ("exemple", Kind::Title),
    ("question", Kind::Title),
    ("aide", Kind::Text),
    ("texte", Kind::Title),
    // Held by others: looked into, not read.
    ("telephone", Kind::Text),
    ("horaires", Kind::Text),
    ("tournee", Kind::Text),
    ("capacite", Kind::Text),
    ("si_non", Kind::Text),
    ("reponses", Kind::Text),
    ("a_faire_avant", Kind::Text),
];

/// What a sheet of its own says; `None` when it is another's.
#[must_use]
pub fn runs(file: &File, node: &Node) -> Option<Vec<Run>> {
    let mut out = Vec::new();
    head(file, node, &mut out).then_some(())?;
    order(file, &mut out);
    Some(out)
}

/// Adds the texts of a tree; false when it is not to be read: taken off the site, in another language, or copied from a directory
/// by an import and verified by nobody since. Those words are the directory's, and the page says so.
pub(super) fn head(file: &File, node: &Node, out: &mut Vec<Run>) -> bool {
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

fn texts(file: &File, node: &Node, out: &mut Vec<Run>) {
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

fn words(file: &File, value: &Node, kind: Kind, out: &mut Vec<Run>) {
    match &value.kind {
        // A number is a code or a telephone.
        Value::Scalar(text) if text.chars().any(char::is_alphabetic) => {
            let mut run = Run::new(value.span, kind, false);
            run.push(file, text, value.span.range());
            out.push(run);
        }
        Value::List(items) => items.iter().for_each(|item| words(file, item, kind, out)),
        Value::Map(_) => texts(file, value, out),
        Value::Scalar(_) | Value::Empty => {}
    }
}

/// Each run has what stands between it and the run before it, and the end of its last line.
pub fn order(file: &File, runs: &mut [Run]) {
    let mut before = 0;
    for run in runs {
        let range = run.span.range();
        let rest = file.text().get(range.end..).unwrap_or_default();
        let end = range.end + rest.find('\n').unwrap_or(rest.len());
        run.before = before.min(range.start)..end;
        before = end;
    }
}
