//! Who holds a role: « votre mairie » is another service for each reader, and the page of the role knows them all.

use super::Site;
use super::names::SheetNames;
use crate::model::{
    Case, Emergency, Guide, GuideId, Link, NeedId, Prose, Resolved, Service, ServiceId, ServiceKind, Target,
    TriageQuestion, Unresolved, links,
};
use crate::source::{At, Span};
use crate::territory::{Commune, Zone, ZoneLevel};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A link to a service, by name or by role, where its author wrote it.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The guide that holds it; none elsewhere: the advice of a case, an answer, the words of somebody in danger.
    pub guide: Option<GuideId>,
    pub target: Target,
    pub span: Span,
}

/// The services of each role that a text names, and the links that name them.
#[derive(Default)]
pub(super) struct Roles {
    /// Those of the territory, by name; the town hall is always among the roles when there are any, for pages send there.
    holders: BTreeMap<ServiceKind, Vec<ServiceId>>,
    /// Those that stand in for somebody nearer.
    stand_ins: BTreeMap<ServiceKind, Vec<ServiceId>>,
    mentions: Vec<Mention>,
}

/// The links to services in texts that send their reader there, and the services that answers lead to. A case tells what happened, and may name services of
/// its own territory: only its advice sends anybody anywhere.
pub(super) fn mentions(
    guides: &[Guide<Unresolved>],
    cases: &[Case<Unresolved>],
    questions: &[TriageQuestion<Unresolved>],
    emergencies: &[Emergency<Unresolved>],
    services: &SheetNames,
) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut read = |guide: Option<GuideId>, prose: &Prose<At<Link>>| {
        for link in links(prose) {
            let target = match &link.value {
                Link::Service(id) => services.index.get(id).map(|at| Target::Service(ServiceId(*at))),
                Link::Role(kind) => Some(Target::Role(*kind)),
                _ => None,
            };
            out.extend(target.map(|target| Mention { guide, target, span: link.span }));
        }
    };
    for (at, guide) in guides.iter().enumerate() {
        guide.texts().for_each(|text| read(Some(GuideId(at)), text));
    }
    for case in cases.iter().filter(|case| case.is_listed()) {
        read(None, &case.advice);
    }
    let answers = questions.iter().flat_map(|one| &one.choices).flat_map(|choice| &choice.facts.services);
    for name in answers.chain(emergencies.iter().flat_map(|one| &one.services)) {
        let target = services.index.get(&name.value).map(|at| Target::Service(ServiceId(*at)));
        out.extend(target.map(|target| Mention { guide: None, target, span: name.span }));
    }
    out
}

impl Roles {
    /// The links alone: whom they lead to is known once the whole site is.
    pub(super) fn found(mentions: Vec<Mention>) -> Self {
        Self { mentions, ..Self::default() }
    }

    pub(super) fn into_mentions(self) -> Vec<Mention> {
        self.mentions
    }

    pub(super) fn of(site: &Site, mentions: Vec<Mention>) -> Self {
        let guides = site.guides.iter().filter(|guide| guide.is_listed()).flat_map(Guide::texts);
        let cases = site.cases.iter().filter(|case| case.is_listed()).flat_map(Case::prose);
        let mut named: BTreeSet<ServiceKind> = BTreeSet::new();
        for text in guides.chain(cases) {
            named.extend(links(text).into_iter().filter_map(|link| match link {
                Target::Role(kind) => Some(*kind),
                _ => None,
            }));
        }
        if !named.is_empty() {
            named.extend([ServiceKind::TownHall, ServiceKind::Departement]);
        }
        let mut roles = Self {
            holders: named.iter().map(|kind| (*kind, Vec::new())).collect(),
            stand_ins: BTreeMap::new(),
            mentions,
        };
        for id in site.service_ids() {
            let service = site.service(id);
            if !service.is_listed() || !site.serves(service) {
                continue;
            }
            if let Some(holders) = roles.holders.get_mut(&service.kind) {
                holders.push(id);
            }
            for kind in service.stands_in_for.iter().filter(|kind| **kind != service.kind) {
                roles.stand_ins.entry(*kind).or_default().push(id);
            }
        }
        for ids in roles.holders.values_mut().chain(roles.stand_ins.values_mut()) {
            ids.sort_by_cached_key(|id| fold(&site.service(*id).name));
        }
        roles
    }
}

impl Site {
    /// The links to services, where their authors wrote them.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.roles.mentions
    }

    /// The roles that have a page: those that a text names, and the town hall and the département, which those pages
    /// name in their turn.
    pub fn roles(&self) -> impl Iterator<Item = ServiceKind> + use<'_> {
        self.roles.holders.keys().copied()
    }

    /// The services of that kind that help somebody in the territory, by name; none for a role that no text names.
    #[must_use]
    pub fn holders(&self, role: ServiceKind) -> &[ServiceId] {
        self.roles.holders.get(&role).map_or(&[], Vec::as_slice)
    }

    /// The services that hold that role where nobody nearer is known, and help somebody in the territory.
    #[must_use]
    pub fn stand_ins(&self, role: ServiceKind) -> &[ServiceId] {
        self.roles.stand_ins.get(&role).map_or(&[], Vec::as_slice)
    }

    /// Those who hold a role in a commune: the nearest of them, by name.
    #[must_use]
    pub fn holders_in(&self, role: ServiceKind, commune: &Commune) -> Vec<ServiceId> {
        let near = |id: &ServiceId| level(self.service(*id), commune);
        let nearest = self.holders(role).iter().filter_map(near).min();
        let is_nearest = |id: &&ServiceId| nearest.is_some() && near(id) == nearest;
        self.holders(role).iter().filter(is_nearest).copied().collect()
    }

    /// The one who holds a role in all of these communes, the nearest first; else who stands in.
    #[must_use]
    pub fn holder_for(&self, role: ServiceKind, communes: &[&'static Commune]) -> Option<ServiceId> {
        let width = |id: ServiceId| {
            let levels: Option<Vec<ZoneLevel>> =
                communes.iter().map(|commune| level(self.service(id), commune)).collect();
            levels?.into_iter().max()
        };
        let holders = self.holders(role).iter().filter_map(|id| width(*id).map(|level| (level, *id)));
        // The first by name among the nearest.
        holders
            .min_by_key(|(level, _)| *level)
            .map(|(_, id)| id)
            .or_else(|| self.stand_ins(role).first().copied())
    }

    /// The services that answer a need for a whole zone.
    pub fn answering(&self, zone: Zone, need: NeedId) -> impl Iterator<Item = ServiceId> + use<'_> {
        let ids = self.services_of(zone).iter().copied();
        ids.filter(move |id| self.service(*id).needs.contains(&need))
    }

    /// Whether a service helps somebody who lives in the territory. A site that names no territory leaves nobody out, and
    /// a zone that could not be read was told.
    #[must_use]
    pub fn serves(&self, service: &Service<Resolved>) -> bool {
        self.communes.is_empty()
            || service.zone.is_empty()
            || service.zone.iter().any(|zone| self.meets(*zone))
    }

    /// Whether one of the site's communes lies in that zone.
    fn meets(&self, zone: Zone) -> bool {
        let gazetteer = &self.gazetteer;
        match zone {
            Zone::Commune(commune) => self.covers(commune),
            Zone::Epci(epci) => gazetteer.epcis.contains_key(epci),
            Zone::Departement(departement) => gazetteer.departements.contains_key(departement),
            Zone::Region(region) => gazetteer.departements.keys().any(|d| d.region == region),
            Zone::France => true,
        }
    }

    /// Whether a commune gets a contact sheet.
    #[must_use]
    pub fn covers(&self, commune: &Commune) -> bool {
        self.gazetteer.has(commune)
    }
}

/// How near to a commune the service is, if it covers it.
fn level(service: &Service<Resolved>, commune: &Commune) -> Option<ZoneLevel> {
    service.zone.iter().filter(|zone| zone.covers(commune)).map(|zone| zone.level()).min()
}
