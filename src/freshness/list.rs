//! The work list, the most urgent first.

use crate::model::{Age, Service, Sound, Status, Verification};
use crate::site::Site;
use crate::source::{Sources, Span};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What kind of sheet must be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Service,
    Guide,
    Product,
    Case,
}

/// One sheet to verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub kind: Kind,
    /// What `eliane verify` takes.
    pub id: String,
    pub title: String,
    pub age: Age,
    /// The last day that its verification holds; nothing when nobody ever verified.
    pub review_on: Option<Date>,
    pub verified_on: Option<Date>,
    /// From the site's folder.
    pub path: String,
}

/// How one verifies: the sheets of one task have it in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub way: Way,
    /// At least one, the most urgent first.
    pub sheets: Vec<Due>,
}

/// Ages from the most to the least urgent. What was copied and never verified comes last: there may be thousands.
fn urgency(due: &Due) -> (bool, Option<Date>, &str) {
    (due.age == Age::Never, due.review_on, &due.id)
}

/// What must be verified within that number of days, with what is late already. Drafts and withdrawn sheets never are.
#[must_use]
pub fn list(site: &Site, sources: &Sources, today: Date, within_days: u16) -> Vec<Task> {
    let horizon = today.checked_add(i64::from(within_days).days()).unwrap_or(Date::MAX);
    let due = |kind, id: &str, title: &str, verification: &Verification, span: Span| {
        let review_on = verification.review_on();
        let age = verification.age(today);
        let wanted = age != Age::Verified || review_on.is_some_and(|day| day <= horizon);
        wanted.then(|| Due {
            kind,
            id: id.to_owned(),
            title: title.to_owned(),
            age,
            review_on,
            verified_on: verification.verified.as_ref().map(|verified| verified.on),
            path: sources.get(span.file).path.clone(),
        })
    };
    let mut calls: BTreeMap<Way, Vec<Due>> = BTreeMap::new();
    for service in site.services.iter().filter(|service| alive(&service.status)) {
        if let Some(due) = due(Kind::Service, &service.id, &service.name, &service.verification, service.span)
        {
            calls.entry(way(service)).or_default().push(due);
        }
    }
    // Nobody visits two places at once.
    let alone = calls.remove(&Way::Visit).unwrap_or_default();
    let mut tasks: Vec<Task> = calls.into_iter().map(|(way, sheets)| Task { way, sheets }).collect();
    tasks.extend(alone.into_iter().map(|due| Task { way: Way::Visit, sheets: vec![due] }));
    let guides = site
        .guides
        .iter()
        .filter(|guide| alive(&guide.status))
        .filter_map(|guide| due(Kind::Guide, &guide.id, &guide.title, &guide.verification, guide.span));
    let products = site.products.iter().filter_map(|product| {
        due(Kind::Product, &product.id, &product.name, &product.verification, product.span)
    });
    let cases = site
        .cases
        .iter()
        .filter(|case| case.is_listed())
        .filter_map(|case| due(Kind::Case, &case.id, &case.title, &case.verification, case.span));
    tasks.extend(guides.chain(products).chain(cases).map(|due| Task { way: Way::Trial, sheets: vec![due] }));
    for task in &mut tasks {
        task.sheets.sort_by(|a, b| urgency(a).cmp(&urgency(b)));
    }
    tasks.sort_by(|a, b| urgency(&a.sheets[0]).cmp(&urgency(&b.sheets[0])).then_with(|| a.way.cmp(&b.way)));
    tasks
}

fn alive(status: &Status<Sound>) -> bool {
    matches!(status, Status::Published | Status::Suspended)
}

/// The surest way first: somebody who answers.
fn way(service: &Service<Sound>) -> Way {
    if let Some(line) = service.phones.first() {
        return Way::Call(line.phone.spoken());
    }
    if let Some(email) = &service.email {
        return Way::Email(email.as_str().to_owned());
    }
    service.site.as_ref().map_or(Way::Visit, |site| Way::Website(site.as_str().to_owned()))
}
