//! Every « Si ça ne marche pas » ends at somebody: a service, within three guides, and never round in a circle.
//!
//! The étapes of all guides are a map, their links of last resort the roads. Walked backwards from those who lead to
//! somebody, each road is taken once; étapes that were not come upon go round, or end nowhere.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::ways as say;
use crate::model::{Case, GuideId, NeedId, Resolved, Service, ServiceKind, Status, Target, links};
use crate::site::Site;
use crate::source::Span;
use crate::territory::Zone;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Guides on the way to somebody, that of the étape included.
pub const MOST_GUIDES: usize = 3;

/// From each étape, somebody can be reached.
pub fn steps_lead_to_somebody(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let map = Map::of(site);
    let reached = map.reached();
    let ends = map.ends(&reached);
    for (at, place) in map.places.iter().enumerate() {
        let (Some(step), Some(guide)) = (place.step, site.guides.get(place.guide)) else { continue };
        let Some(step) = guide.steps.get(step) else { continue };
        match (reached[at], ends[at]) {
            (Some((guides, _)), _) if guides <= MOST_GUIDES => {}
            (Some((guides, _)), _) => {
                let way = map.way(site, at, |at| reached[at].and_then(|(_, next)| next));
                out.push(say::too_far(step.span, guides, MOST_GUIDES, &way));
            }
            (None, End::Circle) => {
                let way = map.way(site, at, |at| map.places[at].roads.first().copied());
                out.push(say::circle(step.span, &way));
            }
            (None, End::Nobody) => {
                let way = map.way(site, at, |at| map.places[at].roads.first().copied());
                out.push(say::dead_end(step.span, &way));
            }
        }
    }
}

/// A site whose services answer no need leads to pages that show nobody. One finding a need. One that has none but the
/// numbers of France is only begun.
pub fn needs_are_answered(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let people = PeopleBehind { excused: false, ..PeopleBehind::of(site) };
    // Where some need is answered, one that is not is the end of a road, and is told as such.
    if !people.needs.is_empty() || !site.unread.services.is_empty() || !site.services.iter().any(is_near) {
        return;
    }
    let mut sent: BTreeMap<NeedId, (Span, usize)> = BTreeMap::new();
    for guide in site.guides.iter().filter(|guide| guide.is_listed()) {
        for step in &guide.steps {
            let targets = links(&step.fallback);
            // Another guide tells its own ends.
            let other = |target: &&Target| {
                matches!(target, Target::Guide(_) | Target::Step(..)) || people.answers(site, target)
            };
            if targets.iter().any(other) {
                continue;
            }
            for target in targets {
                if let Target::Need(id) = target {
                    sent.entry(*id).or_insert((step.span, 0)).1 += 1;
                }
            }
        }
    }
    for (id, (span, steps)) in sent {
        let need = site.need(id);
        out.push(say::need_of_nobody(span, &need.title, &need.id, steps));
    }
}

/// Whether a service is more than a number that every site has.
fn is_near(service: &Service<Resolved>) -> bool {
    let everywhere =
        matches!(service.kind, ServiceKind::Emergency | ServiceKind::National | ServiceKind::Association);
    service.is_listed() && (!everywhere || service.zone.iter().any(|zone| *zone != Zone::France))
}

/// One place of the map: an étape, or the page of a guide that is retired.
struct MapPlace {
    guide: usize,
    step: Option<usize>,
    /// It leads to somebody, or nothing can be said of it: its own fault was told.
    ends: bool,
    /// The places that it leads to.
    roads: Vec<usize>,
}

/// Where roads end that reach nobody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Circle,
    Nobody,
}

struct Map {
    places: Vec<MapPlace>,
}

impl Map {
    fn of(site: &Site) -> Self {
        let mut places = Vec::new();
        // The first place of each guide, where one who follows a link to it begins.
        let mut first = Vec::with_capacity(site.guides.len());
        for (at, guide) in site.guides.iter().enumerate() {
            first.push(places.len());
            let retired = matches!(guide.status, Status::Withdrawn { .. } | Status::Outlived(_));
            let steps = if retired { 1 } else { guide.steps.len() };
            places.extend((0..steps).map(|step| MapPlace {
                guide: at,
                step: (!retired).then_some(step),
                ends: false,
                roads: Vec::new(),
            }));
        }
        let people = PeopleBehind::of(site);
        for place in &mut places {
            (place.ends, place.roads) = match place.step {
                Some(step) => roads_of(site, &people, &first, GuideId(place.guide), step),
                None => {
                    // A product that stops retires its guides in one build: its curator is told (A021), and no road of
                    // another guide stops the site for it.
                    let stopped = matches!(site.guides[place.guide].status, Status::Outlived(_));
                    let instead = site.instead_of(GuideId(place.guide));
                    (stopped, instead.into_iter().filter_map(|id| entry(site, &first, id)).collect())
                }
            };
        }
        Self { places }
    }

    /// For each place that leads to somebody: how many guides are on the shortest way, and its next place.
    fn reached(&self) -> Vec<Option<(usize, Option<usize>)>> {
        let mut back: Vec<Vec<usize>> = vec![Vec::new(); self.places.len()];
        for (at, place) in self.places.iter().enumerate() {
            for &to in &place.roads {
                back[to].push(at);
            }
        }
        let mut found: Vec<Option<(usize, Option<usize>)>> = vec![None; self.places.len()];
        let mut queue: VecDeque<usize> = VecDeque::new();
        for (at, _) in self.places.iter().enumerate().filter(|(_, place)| place.ends) {
            found[at] = Some((1, None));
            queue.push_back(at);
        }
        // Ways within a guide cost nothing and go first: a place is told its least number of guides at once.
        while let Some(at) = queue.pop_front() {
            let Some((guides, _)) = found[at] else { continue };
            for &from in &back[at] {
                let same = self.places[from].guide == self.places[at].guide;
                let cost = guides + usize::from(!same);
                if found[from].is_none_or(|(there, _)| cost < there) {
                    found[from] = Some((cost, Some(at)));
                    if same { queue.push_front(from) } else { queue.push_back(from) }
                }
            }
        }
        found
    }

    /// For each place that leads to nobody: whether its first roads go round.
    fn ends(&self, reached: &[Option<(usize, Option<usize>)>]) -> Vec<End> {
        let mut ends: Vec<Option<End>> =
            reached.iter().map(|found| found.is_some().then_some(End::Nobody)).collect();
        let mut on_the_way = vec![false; self.places.len()];
        for start in 0..self.places.len() {
            let mut way = Vec::new();
            let mut at = start;
            let end = loop {
                if let Some(end) = ends[at] {
                    break end;
                }
                if on_the_way[at] {
                    break End::Circle;
                }
                on_the_way[at] = true;
                way.push(at);
                match self.places[at].roads.first() {
                    Some(next) => at = *next,
                    None => break End::Nobody,
                }
            };
            for at in way {
                ends[at] = Some(end);
            }
        }
        ends.into_iter().map(|end| end.unwrap_or(End::Nobody)).collect()
    }

    /// The way from a place in words, up to where it comes back or ends.
    fn way(&self, site: &Site, start: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<say::Stop> {
        /// Longer, nobody reads it.
        const SHOWN: usize = 6;
        let mut way = Vec::new();
        let mut seen: Vec<usize> = Vec::new();
        let mut at = Some(start);
        while let Some(here) = at {
            let place = &self.places[here];
            let guide = &site.guides[place.guide];
            way.push(say::Stop {
                step: place.step.and_then(|step| Some(guide.steps.get(step)?.title.clone())),
                guide: (place.guide != self.places[start].guide).then(|| guide.title.clone()),
            });
            if seen.contains(&here) || seen.len() >= SHOWN {
                break;
            }
            seen.push(here);
            at = next(here);
        }
        way
    }
}

/// Where one who follows a link to a guide begins; none when it has no étape, which was told.
fn entry(site: &Site, first: &[usize], id: GuideId) -> Option<usize> {
    let guide = site.guide(id);
    let retired = !guide.is_listed() && !matches!(guide.status, Status::Draft);
    (retired || !guide.steps.is_empty()).then(|| first[id.0])
}

/// Whether an étape leads to somebody at once, and the other places that it leads to.
fn roads_of(
    site: &Site,
    people: &PeopleBehind,
    first: &[usize],
    guide: GuideId,
    step: usize,
) -> (bool, Vec<usize>) {
    let unread = &site.unread;
    let id = &site.guide(guide).id;
    let found = links(&site.guide(guide).steps[step].fallback);
    // What could not be read may lead on; an étape without a link was told.
    if found.is_empty() || unread.links.contains(id) || unread.pictures.contains(id) {
        return (true, Vec::new());
    }
    let mut ends = false;
    let mut roads = Vec::new();
    for target in found {
        ends |= people.answers(site, target);
        let road = match target {
            Target::Guide(id) => entry(site, first, *id),
            Target::Step(id, _) if !site.guide(*id).is_listed() => entry(site, first, *id),
            // An étape that could not be read, with its links, may lead on.
            Target::Step(id, step) => (*step < site.guide(*id).steps.len()).then(|| first[id.0] + step),
            _ => continue,
        };
        match road {
            Some(road) => roads.push(road),
            None => ends = true,
        }
    }
    (ends, roads)
}

/// Who is behind a link.
struct PeopleBehind {
    /// The needs that some listed service answers, for people of the site.
    needs: BTreeSet<NeedId>,
    /// A site that has no service yet, or whose services cannot be read, has nobody to lead to.
    excused: bool,
}

impl PeopleBehind {
    fn of(site: &Site) -> Self {
        let listed: Vec<&Service<Resolved>> =
            site.services.iter().filter(|service| service.is_listed()).collect();
        let needs: BTreeSet<NeedId> = listed
            .iter()
            .filter(|service| site.serves(service))
            .flat_map(|service| service.needs.iter().copied())
            .collect();
        // A young site has the numbers of France, and nobody yet for its needs.
        let excused = needs.is_empty() || !site.unread.services.is_empty();
        Self { needs, excused }
    }

    /// A page counts when it really shows somebody; a telephone number, an SMS and a mail address are somebody. A
    /// product, a word, a page of the web are not.
    fn answers(&self, site: &Site, target: &Target) -> bool {
        match target {
            // A service without a page was told; the page of a role names who holds it, and the town hall or the
            // département besides.
            Target::Service(_) | Target::Role(_) => true,
            Target::Need(id) => self.excused || self.needs.contains(id),
            Target::Commune(commune) => {
                site.communes.contains(commune)
                    && (self.excused
                        || Site::zones_of(commune).into_iter().any(|zone| !site.services_of(zone).is_empty()))
            }
            Target::Case(id) => helped(site, site.case(*id)),
            Target::External(address) => {
                ["tel:", "sms:", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
            }
            Target::Guide(_) | Target::Step(..) | Target::Product(_) | Target::Word(_) => false,
        }
    }
}

/// Whether a case names somebody who did help.
fn helped(site: &Site, case: &Case<Resolved>) -> bool {
    case.is_listed()
        && case.worked.iter().filter_map(|road| road.service).any(|id| site.service(id).is_listed())
}
