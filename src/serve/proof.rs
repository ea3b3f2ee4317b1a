//! « Relire »: a text as its author wrote it, with each finding beside the words it speaks of. It comes anew at each save.

use super::Shown;
use super::paths::{decoded, encoded};
use super::reload::script;
use super::repair::REPAIR;
use crate::diag::{Diagnostic, Level, Place};
use crate::source::{Content, Sources};
use crate::view::escape;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The list of texts; with a path, that text.
pub const PROOF: &str = "/_eliane/relire";

const STYLE: &str = "
body { margin: 0; padding: 1rem 1.5rem; font: 18px/1.5 Verdana, 'DejaVu Sans', sans-serif; color: #1b1b1b; background: #fdfaf3; }
h1 { font-size: 1.5rem; } a { color: #0b3a63; }
ol { margin: 0; padding: 0; list-style: none; }
.l { display: grid; grid-template-columns: 3.5rem minmax(0, 46rem) minmax(16rem, 30rem); gap: 0 1rem; }
.n { color: #595959; text-align: right; font-size: 0.85rem; padding-top: 0.15rem; }
.t { white-space: pre-wrap; overflow-wrap: anywhere; font-family: 'DejaVu Sans Mono', monospace; font-size: 0.95rem; margin: 0; }
.r { padding: 0.3rem 0.7rem; margin: 0 0 0.4rem; border-left: 6px solid #0b4a7d; background: #fff; font-size: 0.9rem; }
.r.e { border-color: #a3121b; } .r.a { border-color: #8a5a00; }
.r p { margin: 0 0 0.2rem; } button { font: inherit; padding: 0.1rem 0.8rem; } form { margin: 0; } mark { background: #ffd25e; color: inherit; }
@media (max-width: 60rem) { .l { grid-template-columns: 3rem minmax(0, 1fr); } .r { grid-column: 2; } }
";

/// The page for what stands after « ? ».
///
/// `token` lets its buttons write.
pub fn page(query: &str, version: u64, shown: &Shown, token: &str) -> String {
    let path = decoded(query);
    let found = shown.sources.find(&path).and_then(|(_, file)| match file.content {
        Content::Text(_) => Some(file.text()),
        Content::Bytes(_) => None,
    });
    let mut out = head(found.map_or("Relire les textes", |_| path.as_str()));
    match found {
        Some(text) => {
            let _ = write!(out, "<p><a href=\"{PROOF}\">Tous les textes</a></p>");
            one(&mut out, &path, text, shown, token);
        }
        None => list(&mut out, shown),
    }
    let _ = write!(out, "{}</body></html>", script(version));
    out
}

/// The address of a text.
pub fn address(path: &str) -> String {
    format!("{PROOF}?{}", encoded(path))
}

fn head(title: &str) -> String {
    let mut name = String::new();
    escape(title, &mut name);
    format!(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Relire : {name}</title><style>{STYLE}</style></head><body><h1>{name}</h1>"
    )
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

fn one(out: &mut String, path: &str, text: &str, shown: &Shown, token: &str) {
    let mut beside: BTreeMap<usize, Vec<(usize, usize, &Diagnostic)>> = BTreeMap::new();
    for found in shown.diagnostics.iter() {
        if let Some((line, start, end)) = place(found, path, &shown.sources) {
            beside.entry(line).or_default().push((start, end, found));
        }
    }
    let count: usize = beside.values().map(Vec::len).sum();
    let words = match count {
        0 => "Aucune remarque sur ce texte.".to_owned(),
        1 => "Une remarque sur ce texte.".to_owned(),
        more => format!("{more} remarques sur ce texte."),
    };
    let _ = write!(out, "<p role=\"status\">{words} Enregistrez : cette page se refait toute seule.</p><ol>");
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let found = beside.remove(&number).unwrap_or_default();
        let _ = write!(out, "<li class=\"l\"><span class=\"n\">{}</span><p class=\"t\">", number + 1);
        marked(out, line.trim_end_matches(['\n', '\r']), at, &found);
        out.push_str("</p><div>");
        for (start, _, one) in &found {
            remark(out, one);
            if !one.edits.is_empty() {
                button(out, &format!("{REPAIR}?{token}&{}&{start}&{}", one.code.id, encoded(path)), one);
            }
            out.push_str("</div>");
        }
        out.push_str("</div></li>");
        at += line.len();
    }
    out.push_str("</ol>");
}

/// The line, with the words that findings speak of marked. Findings may cover each other: they are one mark then.
fn marked(out: &mut String, line: &str, at: usize, found: &[(usize, usize, &Diagnostic)]) {
    let mut ranges: Vec<(usize, usize)> = found
        .iter()
        .map(|(start, end, _)| (start.saturating_sub(at), end.saturating_sub(at).min(line.len())))
        .filter(|(start, end)| start < end && line.is_char_boundary(*start) && line.is_char_boundary(*end))
        .collect();
    ranges.sort_unstable();
    let mut from = 0;
    for (start, end) in ranges {
        let start = start.max(from);
        if start >= end {
            continue;
        }
        escape(&line[from..start], out);
        out.push_str("<mark>");
        escape(&line[start..end], out);
        out.push_str("</mark>");
        from = end;
    }
    escape(&line[from..], out);
}

fn remark(out: &mut String, found: &Diagnostic) {
    let (class, level) = match found.level() {
        Level::Error => ("e", "Erreur"),
        Level::Warning => ("a", "Avertissement"),
        Level::Information => ("i", "Information"),
    };
    let _ = write!(out, "<div class=\"r {class}\"><p><strong>{level} {}</strong> ", found.code.id);
    escape(&found.message, out);
    out.push_str("</p><p>Réparation : ");
    escape(&found.repair, out);
    out.push_str("</p>");
}

/// A form, for a form works without a script, and a browser says of it where it comes from.
fn button(out: &mut String, action: &str, found: &Diagnostic) {
    out.push_str("<form method=\"post\" action=\"");
    escape(action, out);
    out.push_str("\"><button>Corriger</button>");
    if let [one] = found.edits.as_slice()
        && !one.with.trim().is_empty()
    {
        out.push_str(" : ");
        escape(one.with.trim(), out);
    }
    out.push_str("</form>");
}

/// Every text of the site, those with the gravest findings first.
fn list(out: &mut String, shown: &Shown) {
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
    out.push_str("<p><a href=\"/\">Voir le site</a></p><ol>");
    for (path, [errors, warnings, informations]) in rows {
        let mut name = String::new();
        escape(path, &mut name);
        let _ = write!(
            out,
            "<li><a href=\"{}\">{name}</a> : erreurs {errors}, avertissements {warnings}, informations {informations}</li>",
            address(path)
        );
    }
    out.push_str("</ol>");
}
