//! The list of what waits for a person: a CSV file in `imports/`, outside the contents, in a stable order.

use super::reasons;
use crate::import::{Report, Write};
use std::path::Path;

const HEADER: &str =
    "situation;ligne;identifiant;nom;commune;raison;fiche;champ;valeur_fiche;valeur_source\n";

/// French spreadsheets read accents right with it, and columns with semicolons.
const MARK: char = '\u{feff}';

/// The list, when there is something in it or one to empty, and when it is not there already.
pub fn write(site: &Path, report: &Report) -> Option<Write> {
    let path = format!("imports/{}-a-revoir.csv", report.dataset);
    let text = list(report);
    let there = fs_err::read_to_string(site.join(&path)).ok();
    let needed = text != format!("{MARK}{HEADER}") || there.is_some();
    (needed && there.as_deref() != Some(text.as_str())).then_some(Write { path, text })
}

fn list(report: &Report) -> String {
    let mut out = format!("{MARK}{HEADER}");
    for entry in &report.entries {
        let situation = if entry.reason.is_queued() { "à voir" } else { "refusée" };
        let reason = reasons::of_row(&entry.reason, reasons::row_word(report));
        let line = entry.line.to_string();
        row(&mut out, &[situation, &line, &entry.id, &entry.name, &entry.town, &reason, "", "", "", ""]);
    }
    for one in &report.aside {
        let line = one.line.to_string();
        let (reason, field) = (reasons::of_value(one.why), reasons::field(one.why));
        row(&mut out, &["à côté", &line, &one.id, &one.name, &one.town, reason, "", field, "", &one.value]);
    }
    for one in &report.differences {
        let reason = if one.verified {
            "la fiche a été vérifiée"
        } else {
            "la fiche a été modifiée à la main"
        };
        let line = one.line.to_string();
        row(
            &mut out,
            &[
                "différence",
                &line,
                &one.id,
                &one.name,
                "",
                reason,
                &one.path,
                one.key,
                &one.ours,
                &one.theirs,
            ],
        );
    }
    for one in &report.closed {
        let line = one.line.to_string();
        let reason = if one.believed {
            "fermé d’après la source ; quelqu’un l’a vérifié après ce fichier"
        } else {
            "fermé d’après la source"
        };
        row(&mut out, &["fermée", &line, &one.id, &one.name, "", reason, &one.path, "", "", ""]);
    }
    for one in &report.gone {
        let reason = if one.marked {
            "n’est plus dans la source"
        } else {
            "n’est pas dans ce fichier, qui semble incomplet"
        };
        row(&mut out, &["disparue", "", &one.id, &one.name, "", reason, &one.path, "", "", ""]);
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| self::cell(cell)).collect();
    out.push_str(&cells.join(";"));
    out.push('\n');
}

fn cell(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    // A spreadsheet would run what begins so.
    let runs = text.starts_with(['=', '@'])
        || text.starts_with(['+', '-']) && !text[1..].starts_with(|c: char| c.is_ascii_digit());
    let text = if runs { format!("'{text}") } else { text };
    if text.contains([';', '"', ' ', ',']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
