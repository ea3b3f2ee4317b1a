//! The list of France services: one column a day, and three rows in ten that say the rest in a comment.

use super::common;
use crate::import::record::Record;
use crate::import::row::{Reason, Row};
use crate::model::{ContactMode, HelpMode, Kind};
use crate::text::fold;

pub fn read(record: &Record) -> Result<Row, Reason> {
    let mut row = common::base(record, Kind::FranceServices)?;
    let format = record.text(&["format-fs", "format"]).map(|text| fold(&text)).unwrap_or_default();
    let moves = ["bus", "itinerant", "multisite"].iter().any(|word| format.contains(word));
    row.help_modes = if moves { vec![HelpMode::OnSite, HelpMode::Round] } else { vec![HelpMode::OnSite] };
    if record.text(&["prise-rdv"]).is_some_and(|text| fold(&text) == "oui") {
        row.contact_modes.push(ContactMode::Appointment);
    }
    // Every France services helps with forms online: that is what the label is given for.
    row.needs = vec!["demarche-en-ligne"];
    row.organisation = record.text(&["groupe-fs"]);
    common::count_hours(&mut row);
    Ok(row)
}
