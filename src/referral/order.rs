//! Which answer comes first, and what comes after it.

use super::judge::answer;
use super::{Answer, Mark, Question, Referral, Road, Verdict, net};
use crate::model::{Age, Resolved, Service, ServiceId};
use crate::site::Site;
use crate::territory::{Commune, ZoneLevel};
use jiff::civil::Date;
use std::collections::VecDeque;

/// Roads that are shown after a first answer: who tries more than six doors has been let down already.
const ROADS: usize = 6;

/// Best first. Ties keep the order they came in: nearest level, then kind, then name.
pub(super) fn sort(site: &Site, answers: &mut [Answer]) {
    answers.sort_by_key(|answer| {
        let rank =
            before_age(site.service(answer.service), answer.verdict, answer.level >= ZoneLevel::Region);
        (rank, freshness(answer.age), answer.level)
    });
}

/// What counts before the age of a sheet, smallest first: pages keep it, to put answers in order again as they grow old.
#[must_use]
pub fn before_age(sheet: &Service<Resolved>, verdict: Verdict, far: bool) -> u8 {
    let reserve = if sheet.verification.is_closed() {
        // Its directory says that it is no more: the last door to try.
        5
    } else if verdict.has(Mark::Full) {
        4
    } else if verdict.has(Mark::Suspended) {
        3
    } else if verdict.has(Mark::Waiting) {
        2
    } else {
        u8::from(verdict.has(Mark::VisitUnknown) || verdict.has(Mark::ReachUnknown))
    };
    // A person who is near beats a number for all of France, however fresh.
    4 * reserve + 2 * u8::from(far) + u8::from(!sheet.kind.is_there_to_help())
}

/// A sheet that nobody verified ranks above one whose verification has expired: it still shows its source's date.
fn freshness(age: Age) -> u8 {
    match age {
        Age::Verified => 0,
        Age::ToReview => 1,
        Age::Never => 2,
        Age::Expired => 3,
    }
}

/// Puts the roads in: before a first answer that is full, after any other.
pub(super) fn assemble(
    site: &Site,
    date: Date,
    commune: &'static Commune,
    question: &Question,
    mut yes: Vec<Answer>,
    mut no: Vec<Answer>,
) -> Referral {
    let start = yes.first().or_else(|| no.iter().find(|a| !site.service(a.service).if_not.is_empty()));
    let mut roads = start.map_or_else(Vec::new, |a| roads(site, date, commune, question, a.service));
    let full = yes.first().is_some_and(|answer| answer.verdict.has(Mark::Full));
    let mut otherwise = Vec::new();
    if full || yes.is_empty() {
        // A road that the curator wrote is worth more than another full service. All of `yes` is full here, so that
        // no road leads to one of them.
        roads.retain(|road| !road.verdict.has(Mark::Full));
        let led: Vec<ServiceId> = roads.iter().map(|road| road.service).collect();
        roads.append(&mut yes);
        yes = roads;
        no.retain(|answer| !led.contains(&answer.service));
    } else {
        roads.retain(|road| yes[0].service != road.service);
        otherwise = roads;
    }
    let found: Vec<&Answer> = yes.iter().chain(&otherwise).collect();
    otherwise.extend(net::under(site, date, commune, question, &found));
    Referral { yes, otherwise, no }
}

/// The roads from a service, in the curators' order, nearest choices first, until somebody answers for a whole
/// département; a service that serves only elsewhere is passed over, and its own roads followed.
fn roads(
    site: &Site,
    date: Date,
    commune: &'static Commune,
    question: &Question,
    from: ServiceId,
) -> Vec<Answer> {
    let wide = |answer: &Answer| net::is_wide(site.service(answer.service), commune);
    let mut seen = vec![from];
    let mut queue = VecDeque::from([from]);
    let mut found = Vec::new();
    while let Some(id) = queue.pop_front() {
        for (at, road) in site.service(id).if_not.iter().enumerate() {
            let next = site.service(road.service);
            if seen.contains(&road.service) || !next.is_listed() {
                continue;
            }
            seen.push(road.service);
            queue.push_back(road.service);
            let levels = next.zone.iter().filter(|zone| zone.covers(commune)).map(|zone| zone.level());
            if let Some(level) = levels.min() {
                let answer = answer(site, date, road.service, level, question);
                found.push(Answer { road: Some(Road { from: id, at }), ..answer });
            }
        }
        if found.len() >= ROADS && found.iter().any(wide) {
            break;
        }
    }
    // Too many: the last one kept is the first that answers for everybody.
    if found.len() > ROADS {
        let net = found.iter().position(wide).filter(|at| *at >= ROADS);
        let net = net.map(|at| found[at]);
        found.truncate(ROADS - usize::from(net.is_some()));
        found.extend(net);
    }
    found
}
