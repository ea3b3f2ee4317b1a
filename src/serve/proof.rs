//! « Relire »: a text as its author wrote it, with each finding beside the words it speaks of. It comes anew at each save.

use super::Shown;
use super::paths::{decoded, encoded};
use super::reload::script;
use super::repair::REPAIR;
use super::templates::show;
use crate::diag::{Diagnostic, Level, Place};
use crate::source::{Content, Sources};
use serde::Serialize;
use std::collections::BTreeMap;

/// The list of texts; with a path, that text.
pub const PROOF: &str = "/_eliane/relire";

/// The page for what stands after « ? ».
///
/// `token` lets its buttons write.
pub fn page(query: &str, version: u64, shown: &Shown, token: &str) -> String {
    let path = decoded(query);
    let found = shown.sources.find(&path).and_then(|(_, file)| match file.content {
        Content::Text(_) => Some(file.text()),
        Content::Bytes(_) => None,
    });
    match found {
        Some(text) => show("text.html", &one(&path, text, shown, token, version)),
        None => show("texts.html", &TextList { texts: list(shown), script: script(version) }),
    }
}

/// The address of a text.
pub fn address(path: &str) -> String {
    format!("{PROOF}?{}", encoded(path))
}

/// A text, line by line.
#[derive(Serialize)]
struct ProofPage<'a> {
    path: &'a str,
    /// The address of all texts.
    texts: &'static str,
    count: usize,
    lines: Vec<ProofLine<'a>>,
    script: String,
}

#[derive(Serialize)]
struct ProofLine<'a> {
    number: usize,
    pieces: Vec<ProofPiece<'a>>,
    remarks: Vec<ProofRemark<'a>>,
}

/// Words of a line, marked when a finding speaks of them.
#[derive(Serialize)]
struct ProofPiece<'a> {
    words: &'a str,
    marked: bool,
}

#[derive(Serialize)]
struct ProofRemark<'a> {
    class: &'static str,
    level: &'static str,
    code: &'static str,
    message: &'a str,
    repair: &'a str,
    /// Where « Corriger » leads: a form, for a form works without a script, and a browser says of it where it comes from.
    action: Option<String>,
    /// What « Corriger » writes, when it is one thing.
    with: Option<&'a str>,
}

#[derive(Serialize)]
struct TextList<'a> {
    texts: Vec<TextRow<'a>>,
    script: String,
}

#[derive(Serialize)]
struct TextRow<'a> {
    path: &'a str,
    address: String,
    errors: usize,
    warnings: usize,
    informations: usize,
}

/// Where a finding stands, when it is in that file: its line, from 0, and its first and last byte.
fn place(found: &Diagnostic, path: &str, sources: &Sources) -> Option<(usize, usize, usize)> {
    match &found.place {
        Place::Span(span) if sources.get(span.file).path == path => {
            let (start, end) = (span.start as usize, span.end as usize);
            Some((sources.line_column(span.file, start).0 - 1, start, end))
        }
        Place::Path(other, line) if other == path => Some((line.unwrap_or(1).saturating_sub(1), 0, 0)),
        _ => None,
    }
}

fn one<'a>(path: &'a str, text: &'a str, shown: &'a Shown, token: &str, version: u64) -> ProofPage<'a> {
    let mut beside: BTreeMap<usize, Vec<(usize, usize, &Diagnostic)>> = BTreeMap::new();
    for found in shown.diagnostics.iter() {
        if let Some((line, start, end)) = place(found, path, &shown.sources) {
            beside.entry(line).or_default().push((start, end, found));
        }
    }
    let count = beside.values().map(Vec::len).sum();
    let mut at = 0;
    let mut lines = Vec::new();
    for (line, number) in text.split_inclusive('\n').zip(0..) {
        let found = beside.remove(&number).unwrap_or_default();
        lines.push(ProofLine {
            number: number + 1,
            pieces: pieces(line.trim_end_matches(['\n', '\r']), at, &found),
            remarks: found.iter().map(|(start, _, one)| remark(one, *start, path, token)).collect(),
        });
        at += line.len();
    }
    ProofPage { path, texts: PROOF, count, lines, script: script(version) }
}

/// The line, with the words that findings speak of marked. Findings may cover each other: they are one mark then.
fn pieces<'a>(line: &'a str, at: usize, found: &[(usize, usize, &Diagnostic)]) -> Vec<ProofPiece<'a>> {
    let mut ranges: Vec<(usize, usize)> = found
        .iter()
        .map(|(start, end, _)| (start.saturating_sub(at), end.saturating_sub(at).min(line.len())))
        .filter(|(start, end)| start < end && line.is_char_boundary(*start) && line.is_char_boundary(*end))
        .collect();
    ranges.sort_unstable();
    let mut out = Vec::new();
    let mut from = 0;
    for (start, end) in ranges {
        let start = start.max(from);
        if start >= end {
            continue;
        }
        out.push(ProofPiece { words: &line[from..start], marked: false });
        out.push(ProofPiece { words: &line[start..end], marked: true });
        from = end;
    }
    out.push(ProofPiece { words: &line[from..], marked: false });
    out
}

fn remark<'a>(found: &'a Diagnostic, start: usize, path: &str, token: &str) -> ProofRemark<'a> {
    let (class, level) = match found.level() {
        Level::Error => ("e", "Erreur"),
        Level::Warning => ("a", "Avertissement"),
        Level::Information => ("i", "Information"),
    };
    let mends = !found.edits.is_empty();
    let with = match found.edits.as_slice() {
        [one] => Some(one.with.trim()).filter(|with| !with.is_empty()),
        _ => None,
    };
    ProofRemark {
        class,
        level,
        code: found.code.id,
        message: &found.message,
        repair: &found.repair,
        action: mends.then(|| format!("{REPAIR}?{token}&{}&{start}&{}", found.code.id, encoded(path))),
        with,
    }
}

/// Every text of the site, those with the gravest findings first.
fn list(shown: &Shown) -> Vec<TextRow<'_>> {
    let mut counts: BTreeMap<&str, [usize; 3]> = shown
        .sources
        .iter()
        .filter(|(_, file)| file.path.starts_with("content/") && matches!(file.content, Content::Text(_)))
        .map(|(_, file)| (file.path.as_str(), [0; 3]))
        .collect();
    for found in shown.diagnostics.iter() {
        let path = match &found.place {
            Place::Span(span) => shown.sources.get(span.file).path.as_str(),
            Place::Path(path, _) => path.as_str(),
            Place::Nowhere => continue,
        };
        if let Some(count) = counts.get_mut(path) {
            let at = match found.level() {
                Level::Error => 0,
                Level::Warning => 1,
                Level::Information => 2,
            };
            count[at] += 1;
        }
    }
    let mut rows: Vec<(&str, [usize; 3])> = counts.into_iter().collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    rows.into_iter()
        .map(|(path, [errors, warnings, informations])| TextRow {
            path,
            address: address(path),
            errors,
            warnings,
            informations,
        })
        .collect()
}
