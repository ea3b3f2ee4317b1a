//! The list of France services: one column a day, and three rows in ten that say the rest in a comment.

use super::{Directory, Family, common};
use crate::import::record::Record;
use crate::import::row::{Notes, Reason, Row};
use crate::model::{ContactMode, HelpMode, ServiceKind};
use crate::text::fold;

/// Whether it moves, in the lists that have no format.
const ROUNDS: &[&str] = &["itinerance", "itinerant", "itinerante", "fs-itinerante", "bus"];

/// What is said of the round.
const ROUND_WORDS: &[&str] = &[
    "itinerance-commentaire",
    "commentaire-itinerance",
    "itinerance-precisions",
    "details-itinerance",
    "detail-itinerance",
    "tournee",
    "tournees",
    "lieux-itinerance",
    "communes-itinerance",
];

pub(super) const DIRECTORY: Directory = Directory {
    key: "france-services",
    title: "Liste des France services (Agence nationale de la cohésion des territoires)",
    signs: &["id-fs", "lib-fs", "format-fs", "type-fs"],
    family: Family::FranceServices,
    read,
};

fn read(record: &Record) -> Result<Row, Reason> {
    let mut row = common::base(record, ServiceKind::FranceServices)?;
    let format = record.text(&["format-fs", "format"]).map(|text| fold(&text)).unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| format.contains(word));
    let moves = has(&["bus", "itinerant", "multisite"])
        || record.list(ROUNDS).iter().any(|text| common::says_round(text));
    // A bus is not where its office is; a list without that column does not say that there is a counter.
    let stays = has(&["fixe", "multisite", "antenne"]) || !moves;
    row.help_modes = [(stays, HelpMode::OnSite), (moves, HelpMode::Round)]
        .into_iter()
        .filter_map(|(is, mode)| is.then_some(mode))
        .collect();
    let mut notes = Notes::default();
    for text in record.list_of_lines(ROUND_WORDS) {
        common::comment(&mut row, &text, &mut notes);
    }
    row.notes += notes;
    if record.text(&["prise-rdv"]).is_some_and(|text| fold(&text) == "oui") {
        row.contact_modes.push(ContactMode::Appointment);
    }
    // Every France services helps with forms online: that is what the label is given for.
    row.needs = vec!["demarche-en-ligne"];
    row.organisation = record.words(&["groupe-fs"]);
    common::count_hours(&mut row);
    Ok(row)
}
