//! `tableau-de-bord.html`: what is old and what is missing, for those who keep the site.

use super::contract::{Bar, DashboardBody, FollowedProduct, NeedCoverage, OldSheet, PageLink, StateCount};
use super::{Body, PageBuilder, Prepared};
use crate::model::{Age, Life, Resolved, Service, Verification};
use crate::site::{SheetKind, VerifiedSheet};
use crate::territory::{Commune, Zone};
use crate::text::{PartialDate, french, in_words};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The states, in the order of the columns.
const STATES: [Age; 4] = [Age::Verified, Age::ToReview, Age::Expired, Age::Never];
/// Old sheets that the page names; « eliane fraicheur » names them all.
const OLDEST: usize = 60;
/// Names in one cell; above, départements are counted.
const NAMES: usize = 20;
/// Groups of communes above which services are counted by département.
const MANY_EPCIS: usize = 60;
/// The width of a whole chart.
const WHOLE: usize = 1000;

impl PageBuilder<'_> {
    pub(super) fn dashboard(&self) -> Prepared {
        let sheets: Vec<VerifiedSheet<'_>> = self.site().listed_sheets().collect();
        let mut oldest: Vec<&VerifiedSheet<'_>> = sheets.iter().collect();
        oldest.sort_by_cached_key(|sheet| (known(sheet), self.href(self.site().addresses.sheet(sheet.id))));
        let body = DashboardBody {
            day: self.today(),
            states: STATES.map(Age::key),
            kinds: self.by_kind(&sheets),
            territories: self.by_zone(),
            others: oldest.len().saturating_sub(OLDEST),
            oldest: oldest.into_iter().take(OLDEST).map(|sheet| self.old(sheet)).collect(),
            products: self.followed(),
            needs: self.covered(),
        };
        let title = self.say("tableau_titre");
        Prepared::new(title, &self.say("tableau_chapeau"), Vec::new(), Body::Dashboard(body))
    }

    fn state(&self, verification: &Verification) -> usize {
        let age = verification.age(self.context.date);
        STATES.iter().position(|state| *state == age).unwrap_or_default()
    }

    fn by_kind(&self, sheets: &[VerifiedSheet<'_>]) -> Vec<StateCount> {
        let mut all = [0; 4];
        let mut counts: Vec<StateCount> = SheetKind::ALL
            .iter()
            .map(|kind| {
                let mut numbers = [0; 4];
                for sheet in sheets.iter().filter(|sheet| sheet.kind() == *kind) {
                    numbers[self.state(sheet.verification)] += 1;
                }
                all.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
                count(self.say(&format!("tableau_{}", kind.key())), numbers)
            })
            .collect();
        counts.push(count(self.say("tableau_ensemble"), all));
        counts
    }

    /// Services by territory, the widest first. One that serves several is counted in each.
    fn by_zone(&self) -> Vec<StateCount> {
        let site = self.site();
        let epcis = site.gazetteer.epcis.len() <= MANY_EPCIS;
        let mut counts: BTreeMap<Zone, [usize; 4]> = BTreeMap::new();
        for service in site.services.iter().filter(|service| service.is_listed()) {
            let places: BTreeSet<Zone> = service.zone.iter().map(|zone| place(*zone, epcis)).collect();
            for zone in places {
                counts.entry(zone).or_default()[self.state(&service.verification)] += 1;
            }
        }
        let rows = counts.into_iter().rev();
        rows.map(|(zone, numbers)| count(self.zone_name(zone), numbers)).collect()
    }

    fn old(&self, sheet: &VerifiedSheet<'_>) -> OldSheet {
        let v = sheet.verification;
        OldSheet {
            sheet: self.link(sheet.title, self.site().addresses.sheet(sheet.id)),
            kind: sheet.kind().key(),
            state: v.age(self.context.date).key(),
            verified_on: v.verified.as_ref().map(|verified| in_words(verified.on)),
            source_date: v.source_date.map(PartialDate::in_words),
            review_on: v.review_on().map(in_words),
        }
    }

    /// Products that guides rest on or speak of, those that stopped first.
    fn followed(&self) -> Vec<FollowedProduct> {
        let site = self.site();
        let mut list = Vec::new();
        for (id, product) in site.products.pairs() {
            let guides = |wanted: &dyn Fn(&crate::model::Guide<Resolved>) -> bool| -> Vec<PageLink> {
                let ids = site.guide_ids().filter(|guide| wanted(site.guide(*guide)));
                ids.map(|guide| self.link(&site.guide(guide).title, site.addresses.guide(guide))).collect()
            };
            let shown = |guide: &crate::model::Guide<Resolved>| {
                guide.is_listed() || matches!(guide.status, crate::model::Status::Outlived(_))
            };
            let retired = guides(&|guide| shown(guide) && guide.depends_on.contains(&id));
            let to_read_again = guides(&|guide| {
                guide.is_listed() && guide.about.contains(&id) && !guide.depends_on.contains(&id)
            });
            if !retired.is_empty() || !to_read_again.is_empty() {
                list.push(FollowedProduct {
                    product: self.link(&product.name, site.addresses.product(id)),
                    stopped: matches!(product.life, Life::Stopped(_)),
                    retired,
                    to_read_again,
                });
            }
        }
        list.sort_by_key(|one| !one.stopped);
        list
    }

    /// For each need, the communes where nobody nearer than the région answers.
    fn covered(&self) -> Vec<NeedCoverage> {
        let site = self.site();
        site.needs
            .ids()
            .map(|need| {
                let near: BTreeSet<Zone> = site
                    .services
                    .iter()
                    .filter(|service| service.is_listed() && service.needs.contains(&need))
                    .flat_map(|service: &Service<Resolved>| service.zone.iter().copied())
                    .collect();
                let missing: Vec<&'static Commune> = site
                    .communes
                    .iter()
                    .copied()
                    .filter(|commune| !around(commune).any(|zone| near.contains(&zone)))
                    .collect();
                let guides = site.guides.iter().filter(|g| g.is_listed() && g.needs.contains(&need)).count();
                NeedCoverage {
                    need: self.link(&site.need(need).title, site.addresses.need(need)),
                    guides,
                    covered: site.communes.len() - missing.len(),
                    communes: site.communes.len(),
                    missing: self.names(&missing),
                }
            })
            .collect()
    }

    /// The names of communes; when they are many, how many in each département.
    fn names(&self, communes: &[&'static Commune]) -> Vec<String> {
        if communes.len() <= NAMES {
            return communes.iter().map(|commune| french(commune.name)).collect();
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for commune in communes {
            *counts.entry(commune.departement.name).or_default() += 1;
        }
        let one = |(name, count): (&str, usize)| {
            self.context.texts.fill("tableau_manquent", &[("nom", &french(name)), ("nombre", &count)])
        };
        counts.into_iter().map(one).collect()
    }
}

/// The zones in which somebody is near.
fn around(commune: &'static Commune) -> impl Iterator<Item = Zone> {
    let near = [Some(Zone::Commune(commune)), commune.epci.map(Zone::Epci)];
    near.into_iter().flatten().chain([Zone::Departement(commune.departement)])
}

/// Where the table counts a service of that zone.
fn place(zone: Zone, epcis: bool) -> Zone {
    let commune = match zone {
        Zone::Commune(commune) => commune,
        Zone::Epci(_) if epcis => return zone,
        Zone::Epci(_) => match zone.communes().into_iter().next() {
            Some(commune) => commune,
            None => return zone,
        },
        Zone::Departement(_) | Zone::Region(_) | Zone::France => return zone,
    };
    match commune.epci {
        Some(epci) if epcis => Zone::Epci(epci),
        _ => Zone::Departement(commune.departement),
    }
}

/// How old what the sheet says is: the day of its verification, else that of its source; those of no known day first.
fn known(sheet: &VerifiedSheet<'_>) -> Option<Date> {
    let v = sheet.verification;
    v.verified.as_ref().map(|verified| verified.on).or_else(|| v.source_date.map(PartialDate::latest))
}

fn count(name: String, counts: [usize; 4]) -> StateCount {
    let total: usize = counts.iter().sum();
    let mut bars = Vec::new();
    let mut before = 0;
    for (state, number) in STATES.iter().zip(counts) {
        if number > 0 {
            let (start, end) = (before * WHOLE / total, (before + number) * WHOLE / total);
            bars.push(Bar { state: state.key(), start, width: end - start });
        }
        before += number;
    }
    StateCount { name, counts, total, bars }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bars_of_a_chart_fill_it() {
        let one = count(String::new(), [1, 0, 1, 1]);
        assert_eq!(one.total, 3);
        let bars: Vec<(usize, usize)> = one.bars.iter().map(|bar| (bar.start, bar.width)).collect();
        assert_eq!(bars, [(0, 333), (333, 333), (666, 334)]);
        assert!(count(String::new(), [0; 4]).bars.is_empty());
    }
}
