//! The work list, the most urgent first.

use crate::model::Age;
use crate::site::{SheetId, Site, VerifiedSheet};
use crate::source::Sources;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One sheet to verify.
pub struct Due<'a> {
    pub sheet: VerifiedSheet<'a>,
    /// From the site's folder.
    pub path: &'a str,
    pub age: Age,
    /// The last day that its verification holds; nothing when nobody ever verified.
    pub review_on: Option<Date>,
}

/// How one verifies: the sheets of one task have it in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerifyWay {
    /// A number, as it is read aloud.
    Call(String),
    Email(String),
    Website(String),
    /// A service without telephone, message nor site: somebody goes there.
    Visit,
    /// Guides, products and cases: the étapes are done, the sources read again.
    Trial,
}

/// Sheets that are verified together.
pub struct Task<'a> {
    pub way: VerifyWay,
    /// At least one, the most urgent first.
    pub sheets: Vec<Due<'a>>,
}

/// Ages from the most to the least urgent. What was copied and never verified comes last: there may be thousands.
fn urgency<'a>(due: &Due<'a>) -> (bool, Option<Date>, &'a str) {
    (due.age == Age::Never, due.review_on, due.sheet.name)
}

/// How a sheet is verified: the surest way, somebody who answers.
fn way(site: &Site, id: SheetId) -> VerifyWay {
    let SheetId::Service(id) = id else { return VerifyWay::Trial };
    let service = site.service(id);
    if let Some(line) = service.phones.first() {
        return VerifyWay::Call(line.phone.spoken());
    }
    if let Some(email) = &service.email {
        return VerifyWay::Email(email.as_str().to_owned());
    }
    service.site.as_ref().map_or(VerifyWay::Visit, |site| VerifyWay::Website(site.as_str().to_owned()))
}

/// What must be verified within that number of days, with what is late already.
#[must_use]
pub fn list<'a>(site: &'a Site, sources: &'a Sources, today: Date, within_days: u16) -> Vec<Task<'a>> {
    let horizon = today.checked_add(i64::from(within_days).days()).unwrap_or(Date::MAX);
    let mut together: BTreeMap<VerifyWay, Vec<Due<'a>>> = BTreeMap::new();
    let mut alone = Vec::new();
    // Those for professionals alone are verified as well.
    for sheet in site.sheets().filter(|sheet| sheet.live) {
        let review_on = sheet.verification.review_on();
        let age = sheet.verification.age(today);
        if age == Age::Verified && review_on.is_none_or(|day| day > horizon) {
            continue;
        }
        let way = way(site, sheet.id);
        let path = sources.get(sheet.span.file).path.as_str();
        let due = Due { sheet, path, age, review_on };
        match way {
            // Nobody visits two places at once, nor tries two guides.
            VerifyWay::Visit | VerifyWay::Trial => alone.push(Task { way, sheets: vec![due] }),
            VerifyWay::Call(_) | VerifyWay::Email(_) | VerifyWay::Website(_) => {
                together.entry(way).or_default().push(due);
            }
        }
    }
    let mut tasks: Vec<Task<'a>> =
        together.into_iter().map(|(way, sheets)| Task { way, sheets }).chain(alone).collect();
    for task in &mut tasks {
        task.sheets.sort_by_key(urgency);
    }
    tasks.sort_by(|a, b| urgency(&a.sheets[0]).cmp(&urgency(&b.sheets[0])).then_with(|| a.way.cmp(&b.way)));
    tasks
}
