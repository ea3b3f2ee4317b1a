//! `fraicheur`: what must be verified again, the most urgent first.

use super::args::FreshnessOptions;
use super::build::today;
use super::values::ListFormat;
use super::words::count;
use super::{Outcome, print, sound};
use crate::freshness::{Due, Task, VerifyWay, list};
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

fn gesture(way: &VerifyWay) -> String {
    match way {
        VerifyWay::Call(number) => format!("Appeler le {number}"),
        VerifyWay::Email(address) => format!("Écrire à {address}"),
        VerifyWay::Website(address) => format!("Lire {address}"),
        VerifyWay::Visit => "Aller sur place".to_owned(),
        VerifyWay::Trial => "Refaire les étapes, relire les sources".to_owned(),
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
            out.push_str(&format!("  - {} ({}) : {}\n", due.sheet.title, due.sheet.full_name(), state(due)));
        }
    }
    out.push_str("\nEnsuite : eliane attester FICHE… --comment appel --par \"médiatrice numérique\"\n");
    out
}

/// One line of the table, and one sheet of the JSON document.
#[derive(Serialize)]
struct FreshnessRow<'a> {
    /// Sheets of one number are verified by one gesture.
    #[serde(rename = "geste")]
    number: usize,
    #[serde(rename = "comment")]
    how: String,
    #[serde(rename = "sorte")]
    kind: &'static str,
    #[serde(rename = "fiche")]
    sheet: &'a str,
    #[serde(rename = "titre")]
    title: &'a str,
    #[serde(rename = "etat")]
    state: &'static str,
    #[serde(rename = "revoir_le")]
    review_on: Option<String>,
    #[serde(rename = "verifie_le")]
    verified_on: Option<String>,
    #[serde(rename = "fichier")]
    file: &'a str,
}

fn rows<'a>(tasks: &'a [Task<'_>]) -> impl Iterator<Item = FreshnessRow<'a>> {
    tasks.iter().zip(1..).flat_map(|(task, number)| {
        task.sheets.iter().map(move |due| FreshnessRow {
            number,
            how: gesture(&task.way),
            kind: due.sheet.kind().key(),
            sheet: due.sheet.name,
            title: due.sheet.title,
            state: due.age.key(),
            review_on: due.review_on.map(|day| day.to_string()),
            verified_on: due.sheet.verification.verified.as_ref().map(|verified| verified.on.to_string()),
            file: due.path,
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
            row.number.to_string(),
            row.how,
            row.kind.to_owned(),
            row.sheet.to_owned(),
            row.title.to_owned(),
            row.state.to_owned(),
            row.review_on.unwrap_or_default(),
            row.verified_on.unwrap_or_default(),
            row.file.to_owned(),
        ];
        writer.write_record(cells.map(harmless)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// A spreadsheet runs a cell that begins like a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell }
}
