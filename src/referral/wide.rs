//! Who helps everywhere in a territory: what a page that knows no commune may promise.

use super::{Answer, Person, Question, judge, order};
use crate::model::{Asker, NeedId, Resolved, Service, ServiceId};
use crate::site::Site;
use crate::territory::{Commune, Zone, ZoneLevel};
use jiff::civil::Date;

/// The listed services that answer one of the needs in every one of these communes, best first; without communes,
/// those that answer for all of France. The question is the plainest one: a person who hears, sees and goes out asks
/// for herself, so that only a service that answers nobody directly is left out.
#[must_use]
pub fn for_all(site: &Site, date: Date, communes: &[&'static Commune], needs: &[NeedId]) -> Vec<Answer> {
    let Some(&need) = needs.first() else { return Vec::new() };
    let person = Person { hears: true, sees: true, moves: true };
    let question = Question { need, person, visit: false, asker: Asker::Person };
    let mut answers: Vec<Answer> = Vec::new();
    for id in site.service_ids() {
        let service = site.service(id);
        if !service.is_listed() || !service.needs.iter().any(|need| needs.contains(need)) {
            continue;
        }
        if let Some(level) = level_for_all(service, communes) {
            answers.push(judge::answer(site, date, id, level, &question));
        }
    }
    answers.retain(|answer| !answer.verdict.is_no());
    // The order that answers for a commune come in: nearest, then kind, then name.
    let key = |id: ServiceId| (site.service(id).kind, crate::text::fold(&site.service(id).name));
    answers.sort_by_cached_key(|answer| (answer.level, key(answer.service)));
    order::sort(site, &mut answers);
    answers
}

/// The widest of the zones that it takes to serve all the communes; `None` when one is left out.
fn level_for_all(service: &Service<Resolved>, communes: &[&'static Commune]) -> Option<ZoneLevel> {
    let national = service.zone.contains(&Zone::France);
    if communes.is_empty() {
        return national.then_some(ZoneLevel::France);
    }
    let mut widest = ZoneLevel::Commune;
    for commune in communes {
        let covering = service.zone.iter().filter(|zone| zone.covers(commune));
        widest = widest.max(covering.map(|zone| zone.level()).min()?);
        if national && widest == ZoneLevel::France {
            break;
        }
    }
    Some(widest)
}
