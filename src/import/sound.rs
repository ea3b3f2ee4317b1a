//! What would be written is read again first: a sheet that would stop the site waits for a person.

use super::report::{LostRow, Report};
use super::row::Reason;
use crate::diag::catalogue::paper::no_sign_here;
use crate::diag::catalogue::rules::still_to_come;
use crate::diag::{Level, Place};
use crate::load;
use crate::print::has_sign;
use crate::source::{Sources, Span};
use crate::text::in_words;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A sheet that would be written, and the row it comes from.
pub struct Planned {
    pub entry: LostRow,
    pub path: String,
    pub text: String,
    pub is_new: bool,
}

/// So many sheets are read again at a time: the model of a whole directory would fill the memory.
const AT_ONCE: usize = 2_000;

/// Keeps the sheets that pass `check`'s reading, and that can be printed where the site is; the others are queued with
/// the finding.
pub fn sound(mut planned: Vec<Planned>, paper: bool, today: Date, report: &mut Report) -> Vec<Planned> {
    let mut good = Vec::with_capacity(planned.len());
    while !planned.is_empty() {
        let rest = planned.split_off(planned.len().min(AT_ONCE));
        good.extend(sound_part(planned, paper, today, report));
        planned = rest;
    }
    good
}

fn sound_part(planned: Vec<Planned>, paper: bool, today: Date, report: &mut Report) -> Vec<Planned> {
    let sources = Sources::memory(planned.iter().map(|one| (one.path.clone(), &one.text)));
    let (loaded, mut found) = load::load(&sources);
    // A rule over the whole site, which one slip of a key in one row would break.
    for dated in loaded.services.iter().flat_map(|service| &service.verification.dates) {
        if dated.date.earliest() > today {
            let (date, today) = (dated.date.in_words(), in_words(today));
            found.push(still_to_come(dated.span, dated.key, &date, &today));
        }
    }
    let mut faults: BTreeMap<&str, (&'static str, String)> = BTreeMap::new();
    for diagnostic in found.iter().filter(|d| d.level() == Level::Error) {
        if let Place::Span(span) = &diagnostic.place {
            let path = sources.get(span.file).path.as_str();
            faults.entry(path).or_insert_with(|| (diagnostic.code.id, diagnostic.message.clone()));
        }
    }
    if paper {
        for (id, file) in sources.iter() {
            let text = file.text();
            let sign = text.char_indices().find(|(_, sign)| !sign.is_ascii() && !has_sign(*sign));
            if let Some((at, sign)) = sign {
                let found = no_sign_here(Span::new(id, at..at + sign.len_utf8()), sign);
                faults.entry(file.path.as_str()).or_insert((found.code.id, found.message));
            }
        }
    }
    let mut good = Vec::with_capacity(planned.len());
    for mut one in planned {
        match faults.remove(one.path.as_str()) {
            None => good.push(one),
            Some((code, message)) => {
                one.entry.reason = Reason::Unsound(code, message);
                report.entries.push(one.entry);
            }
        }
    }
    good
}
