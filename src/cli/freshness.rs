//! `freshness`: what must be verified again, the most urgent first.

use super::args::{FreshnessOptions, ListFormat};
use super::build::today;
use super::words::count;
use super::{Outcome, print, sound};
use crate::freshness::{Due, Task, Way, list};
use crate::model::Age;
use crate::text::in_words;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use std::path::Path;

/// Shows the work list.
pub fn freshness(site: &Path, options: &FreshnessOptions) -> Outcome {
    let today = options.date.unwrap_or_else(today);
    let (renderer, sources) = match sound(site, today, "La liste ne peut pas être faite") {
        Ok(sound) => sound,
        Err(outcome) => return outcome,
    };
    let tasks = list(renderer.site(), &sources, today, options.within);
    match options.format {
        ListFormat::Text => print(&sentences(&tasks, today, options.within)),
        ListFormat::Json => print(&json(&tasks)),
        ListFormat::Csv => match csv(&tasks) {
            Some(text) => print(&text),
            None => return Outcome::Failed,
        },
    }
    Outcome::Fine
}

fn gesture(way: &Way) -> String {
    match way {
        Way::Call(number) => format!("Appeler le {number}"),
        Way::Email(address) => format!("Écrire à {address}"),
        Way::Website(address) => format!("Lire {address}"),
        Way::Visit => "Aller sur place".to_owned(),
        Way::Trial => "Refaire les étapes, relire les sources".to_owned(),
    }
}

fn state(due: &Due<'_>) -> String {
    match (due.age, due.review_on) {
        _ if due.sheet.verification.is_closed() => "à revérifier : l’annuaire dit qu’il est fermé".to_owned(),
        (Age::Never, _) => "jamais vérifiée".to_owned(),
        (Age::Verified, Some(day)) => format!("vérification valable jusqu’au {}", in_words(day)),
        (Age::ToReview, Some(day)) => format!("à revérifier depuis le {}", in_words(day)),
        (Age::Expired, Some(day)) => format!("périmée, à revérifier depuis le {}", in_words(day)),
        (_, None) => "à revérifier : son annuaire ne la nomme plus".to_owned(),
    }
}

fn sentences(tasks: &[Task<'_>], today: Date, within: u16) -> String {
    let sheets: usize = tasks.iter().map(|task| task.sheets.len()).sum();
    let day = in_words(today.checked_add(i64::from(within).days()).unwrap_or(today));
    if sheets == 0 {
        return format!("Rien à vérifier d’ici le {day}.\n");
    }
    let mut out =
        format!("À vérifier d’ici le {day} : {}, {}.\n", count(sheets, "fiche"), count(tasks.len(), "geste"));
    let mut last = None;
    for task in tasks {
        if last != Some(&task.way) {
            out.push_str(&format!("\n{}\n", gesture(&task.way)));
        }
        last = Some(&task.way);
        for due in &task.sheets {
            out.push_str(&format!("  - {} ({}) : {}\n", due.sheet.title, due.sheet.name(), state(due)));
        }
    }
    out.push_str("\nEnsuite : eliane verify FICHE… --comment appel --par \"médiatrice numérique\"\n");
    out
}

/// One line of the table, and one sheet of the JSON document.
#[derive(Serialize)]
struct Row<'a> {
    /// Sheets of one number are verified by one gesture.
    geste: usize,
    comment: String,
    sorte: &'static str,
    fiche: &'a str,
    titre: &'a str,
    etat: &'static str,
    revoir_le: Option<String>,
    verifie_le: Option<String>,
    fichier: &'a str,
}

fn rows<'a>(tasks: &'a [Task<'_>]) -> impl Iterator<Item = Row<'a>> {
    tasks.iter().zip(1..).flat_map(|(task, geste)| {
        task.sheets.iter().map(move |due| Row {
            geste,
            comment: gesture(&task.way),
            sorte: due.sheet.kind.key(),
            fiche: due.sheet.id,
            titre: due.sheet.title,
            etat: due.age.key(),
            revoir_le: due.review_on.map(|day| day.to_string()),
            verifie_le: due.sheet.verification.verified.as_ref().map(|verified| verified.on.to_string()),
            fichier: due.sheet.path,
        })
    })
}

fn json(tasks: &[Task<'_>]) -> String {
    let rows: Vec<_> = rows(tasks).collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
}

fn csv(tasks: &[Task<'_>]) -> Option<String> {
    // The dialect of French spreadsheets, as the review lists of imports: semicolons, and a mark that says UTF-8.
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    writer
        .write_record([
            "geste",
            "comment",
            "sorte",
            "fiche",
            "titre",
            "etat",
            "revoir_le",
            "verifie_le",
            "fichier",
        ])
        .ok()?;
    for row in rows(tasks) {
        let cells = [
            row.geste.to_string(),
            row.comment,
            row.sorte.to_owned(),
            row.fiche.to_owned(),
            row.titre.to_owned(),
            row.etat.to_owned(),
            row.revoir_le.unwrap_or_default(),
            row.verifie_le.unwrap_or_default(),
            row.fichier.to_owned(),
        ];
        writer.write_record(cells.map(harmless)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// A spreadsheet runs a cell that begins like a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell }
}
