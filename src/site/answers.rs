//! Who answers a need, told once: the communes of a département that have the same services for it share one page.
//!
//! What a referral finds for a commune depends on the services that cover it and count for the need, and on nothing else of
//! the commune but its département. So communes are put together by these services, before any day or question is known,
//! and the address of a page of answers changes with the contents only. What leaves the house (paper, codes, links of
//! others) points at the commune's own page, which keeps its address: `territoires/29/landerneau-29103.html#appel-video`.

use super::Site;
use super::addresses::answer_address;
use crate::model::{NeedId, Resolved, Service, ServiceId};
use crate::territory::{Commune, Departement, Epci, ZoneLevel, france};
use std::collections::{BTreeMap, BTreeSet};

/// A place in [`Answers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnswerId(pub usize);

/// Where people live whom a page of answers is for, as its title says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerZone {
    /// The whole département.
    Departement(&'static Departement),
    /// All those of a group of communes in the département.
    Epci(&'static Epci),
    /// Some communes, which the page names; the first gives it its address.
    Communes,
}

/// One page of answers.
#[derive(Clone, Debug)]
pub struct AnswerGroup {
    pub need: NeedId,
    pub zone: AnswerZone,
    /// Those who have these answers, by name; never empty.
    pub communes: Vec<&'static Commune>,
    pub address: String,
}

impl AnswerGroup {
    /// One of its communes: what is found for it is found for all.
    #[must_use]
    pub fn one(&self) -> &'static Commune {
        self.communes[0]
    }

    /// The département of all its communes.
    #[must_use]
    pub fn departement(&self) -> &'static Departement {
        self.one().departement
    }
}

/// All pages of answers of a site.
#[derive(Debug, Default)]
pub struct Answers {
    groups: Vec<AnswerGroup>,
    /// For each commune of the site, by code, the page of each need.
    pages: BTreeMap<&'static str, Vec<AnswerId>>,
}

impl Answers {
    /// Puts the communes of the site together. Needs whose name is taken have their pages too, without an address of
    /// their own: that is told by its own finding.
    pub(super) fn of(site: &Site) -> Self {
        let counting: Vec<Vec<bool>> = site.needs.ids().map(|need| counting(site, need)).collect();
        let sizes = Sizes::of_france();
        let mut answers = Self::default();
        for (&departement, communes) in &site.gazetteer.departements {
            let near: Vec<_> = communes.iter().map(|commune| near(site, commune)).collect();
            for (need, counts) in site.needs.ids().zip(&counting) {
                let mut together: BTreeMap<Vec<(ServiceId, ZoneLevel)>, Vec<&'static Commune>> =
                    BTreeMap::new();
                for (&commune, near) in communes.iter().zip(&near) {
                    let key = near.iter().copied().filter(|(id, _)| counts[id.0]).collect();
                    together.entry(key).or_default().push(commune);
                }
                for communes in together.into_values() {
                    answers.add(site, need, sizes.zone(departement, &communes), communes);
                }
            }
        }
        answers
    }

    fn add(&mut self, site: &Site, need: NeedId, zone: AnswerZone, communes: Vec<&'static Commune>) {
        let id = AnswerId(self.groups.len());
        for commune in &communes {
            self.pages.entry(commune.code).or_default().push(id);
        }
        let address = answer_address(&site.need(need).id, zone, &communes);
        self.groups.push(AnswerGroup { need, zone, communes, address });
    }

    /// Every page of answers.
    pub fn pairs(&self) -> impl Iterator<Item = (AnswerId, &AnswerGroup)> {
        self.groups.iter().enumerate().map(|(at, group)| (AnswerId(at), group))
    }

    #[must_use]
    pub fn has(&self, id: AnswerId) -> bool {
        id.0 < self.groups.len()
    }

    #[must_use]
    pub fn group(&self, id: AnswerId) -> &AnswerGroup {
        &self.groups[id.0]
    }

    /// The page of a need for the people of a commune; none for a commune that the site does not cover.
    #[must_use]
    pub fn for_commune(&self, commune: &Commune, need: NeedId) -> Option<AnswerId> {
        self.pages.get(commune.code)?.get(need.0).copied()
    }
}

/// The services that cover a commune from nearer than its département, each at its nearest level.
fn near(site: &Site, commune: &'static Commune) -> Vec<(ServiceId, ZoneLevel)> {
    site.covering(commune).take_while(|(_, level)| *level < ZoneLevel::Departement).collect()
}

/// For each service, whether it may change what is found for a need: it answers the need, another one that does sends to
/// it, or it answers for a wide territory, under every road.
fn counting(site: &Site, need: NeedId) -> Vec<bool> {
    let mut counts = vec![false; site.services.len()];
    let mut todo: Vec<ServiceId> =
        site.service_ids().filter(|id| site.service(*id).needs.contains(&need)).collect();
    while let Some(ServiceId(at)) = todo.pop() {
        if !std::mem::replace(&mut counts[at], true) {
            todo.extend(site.services[at].if_not.iter().map(|road| road.service));
        }
    }
    for (count, service) in counts.iter_mut().zip(&site.services) {
        *count |= is_somewhere_wide(service);
    }
    counts
}

fn is_somewhere_wide(service: &Service<Resolved>) -> bool {
    service.zone.iter().any(|zone| zone.level() >= ZoneLevel::Departement)
}

/// How many communes live together, in France, in each département and in the part of each group of communes there.
struct Sizes {
    departements: BTreeMap<&'static Departement, usize>,
    epcis: BTreeMap<(&'static Departement, &'static Epci), usize>,
}

impl Sizes {
    fn of_france() -> Self {
        let mut sizes = Self { departements: BTreeMap::new(), epcis: BTreeMap::new() };
        for commune in france().communes() {
            *sizes.departements.entry(commune.departement).or_default() += 1;
            if let Some(epci) = commune.epci {
                *sizes.epcis.entry((commune.departement, epci)).or_default() += 1;
            }
        }
        sizes
    }

    /// What communes of a département are together, if it has a name. All who live in that zone must be meant: one commune
    /// less, and the page is called by its communes.
    fn zone(&self, departement: &'static Departement, communes: &[&'static Commune]) -> AnswerZone {
        let epcis: BTreeSet<_> = communes.iter().map(|commune| commune.epci).collect();
        match (communes, epcis.first()) {
            // A commune speaks of itself by its name.
            ([_], _) => AnswerZone::Communes,
            (all, _) if self.departements.get(departement) == Some(&all.len()) => {
                AnswerZone::Departement(departement)
            }
            (all, Some(&Some(epci)))
                if epcis.len() == 1 && self.epcis.get(&(departement, epci)) == Some(&all.len()) =>
            {
                AnswerZone::Epci(epci)
            }
            _ => AnswerZone::Communes,
        }
    }
}
