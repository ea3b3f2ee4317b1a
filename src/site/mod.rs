//! The whole site: names become references, territories become communes, every page gets its address.
//!
//! The last place where a reference may fail. What comes after holds ids that exist.

mod addresses;
mod alphabet;
mod answers;
mod bibliography;
mod emergencies;
mod files;
mod gazetteer;
mod instead;
mod kinds;
mod names;
mod page;
mod paper;
mod resolve;
mod roles;
mod sheets;
mod terms;
mod triage;
mod verified;
mod zones;

pub use addresses::{
    Addresses, DASHBOARD, commune_address, departement_address, epci_address, former_help_address,
    letter_address, postal_address, role_address, sheet_address, sources_address,
};
pub use alphabet::{Alphabet, CROWD, Leads, Saying, initial};
pub use answers::{AnswerGroup, AnswerId, AnswerZone, Answers};
pub use bibliography::Bibliography;
pub use files::{ASSETS, COMMUNES_DATA, SEARCH_DATA, STYLE_SHEET, SiteFile, asset_address, media_type};
pub use gazetteer::{Gazetteer, GazetteerEntry, NamesSheet, letter};
pub use kinds::{Apart, Chrome, KindRow, Section};
pub use page::{ListName, Page, PageKind};
pub use paper::PaperFile;
pub use roles::Mention;
pub use terms::Terms;
pub use triage::{Next, Triage, TriagePage};
pub use verified::{SheetId, SheetKind, VerifiedSheet};

use crate::diag::Diagnostics;
use crate::load::{Loaded, Unread};
use crate::model::{
    Case, CaseId, Delivery, Emergency, Guide, GuideId, IdTable, Need, NeedId, Paper, Product, ProductId,
    Query, Resolved, Service, ServiceId, Settings, Word, WordId,
};
use crate::territory::{Commune, Zone, ZoneLevel};
use std::collections::BTreeMap;

/// Everything that pages are made of.
pub struct Site {
    pub settings: Settings<Resolved>,
    pub needs: IdTable<NeedId, Need>,
    pub guides: IdTable<GuideId, Guide<Resolved>>,
    pub services: IdTable<ServiceId, Service<Resolved>>,
    pub products: IdTable<ProductId, Product<Resolved>>,
    pub words: IdTable<WordId, Word<Resolved>>,
    pub cases: IdTable<CaseId, Case<Resolved>>,
    /// The communes that get a contact sheet, by name.
    pub communes: Vec<&'static Commune>,
    /// The same communes, as people look them up.
    pub gazetteer: Gazetteer,
    /// All that can be looked up, from A to Z.
    pub alphabet: Alphabet,
    /// The documents that it rests on.
    pub bibliography: Bibliography,
    /// What people search, and must find.
    pub queries: Vec<Query<Resolved>>,
    /// What somebody in danger writes, and who answers: the site's own entries, and those of the program.
    pub emergencies: Vec<Emergency<Resolved>>,
    /// The question tree.
    pub triage: Triage,
    /// Who answers each need, for whom.
    pub answers: Answers,
    pub addresses: Addresses,
    by_zone: BTreeMap<Zone, Vec<ServiceId>>,
    roles: roles::Roles,
    /// For each guide, a stopped product that it tells to install; empty when no product stopped.
    installs: Vec<Option<ProductId>>,
    /// Rules about what is missing spare what could not be read.
    pub unread: Unread,
}

impl Site {
    /// Looks every name up and plans every address.
    ///
    /// # Errors
    /// All unknown names, shared numbers and shared addresses of the site; `None` when there are no settings.
    #[must_use]
    pub fn assemble(loaded: Loaded) -> (Option<Self>, Diagnostics) {
        let mut out = Diagnostics::default();
        let site = resolve::resolve(loaded, &mut out).map(|mut site| {
            site.explain_words();
            let mentions = std::mem::take(&mut site.roles).into_mentions();
            site.roles = roles::Roles::of(&site, mentions);
            site.alphabet = Alphabet::of(&site);
            site.bibliography = Bibliography::of(&site);
            site.by_zone = by_zone(&site.services);
            site.answers = Answers::of(&site);
            site.addresses = Addresses::plan(&site, &mut out);
            site
        });
        (site, out)
    }

    /// Whether PDFs go with its pages: asked for, possible, and not on a public screen, where a PDF has no way back.
    #[must_use]
    pub fn has_paper(&self) -> bool {
        self.settings.paper && Paper::AVAILABLE && self.settings.delivery != Delivery::Kiosk
    }

    #[must_use]
    pub fn need(&self, id: NeedId) -> &Need {
        &self.needs[id.0]
    }

    #[must_use]
    pub fn guide(&self, id: GuideId) -> &Guide<Resolved> {
        &self.guides[id.0]
    }

    #[must_use]
    pub fn service(&self, id: ServiceId) -> &Service<Resolved> {
        &self.services[id.0]
    }

    #[must_use]
    pub fn product(&self, id: ProductId) -> &Product<Resolved> {
        &self.products[id.0]
    }

    #[must_use]
    pub fn word(&self, id: WordId) -> &Word<Resolved> {
        &self.words[id.0]
    }

    #[must_use]
    pub fn case(&self, id: CaseId) -> &Case<Resolved> {
        &self.cases[id.0]
    }

    /// The cases that lists show.
    pub fn listed_cases(&self) -> impl Iterator<Item = CaseId> + use<'_> {
        self.cases.pairs().filter(|(_, case)| case.is_listed()).map(|(id, _)| id)
    }

    pub fn guide_ids(&self) -> impl Iterator<Item = GuideId> + use<> {
        self.guides.ids()
    }

    pub fn service_ids(&self) -> impl Iterator<Item = ServiceId> + use<> {
        self.services.ids()
    }

    /// The public services whose zone is exactly that one, by kind then by name.
    #[must_use]
    pub fn services_of(&self, zone: Zone) -> &[ServiceId] {
        self.by_zone.get(&zone).map_or(&[], Vec::as_slice)
    }

    /// Every listed service that covers a commune, once, nearest level first.
    pub fn covering(&self, commune: &'static Commune) -> impl Iterator<Item = (ServiceId, ZoneLevel)> {
        let mut seen = Vec::new();
        Self::zones_of(commune).into_iter().flat_map(move |zone| {
            let fresh: Vec<_> =
                self.services_of(zone).iter().copied().filter(|id| !seen.contains(id)).collect();
            seen.extend(&fresh);
            fresh.into_iter().map(move |id| (id, zone.level()))
        })
    }

    /// The zones that a commune lies in, nearest first.
    #[must_use]
    pub fn zones_of(commune: &'static Commune) -> Vec<Zone> {
        let mut zones = vec![Zone::Commune(commune)];
        zones.extend(commune.epci.map(Zone::Epci));
        zones.push(Zone::Departement(commune.departement));
        zones.push(Zone::Region(commune.region()));
        zones.push(Zone::France);
        zones
    }
}

fn by_zone(services: &IdTable<ServiceId, Service<Resolved>>) -> BTreeMap<Zone, Vec<ServiceId>> {
    let mut map: BTreeMap<Zone, Vec<ServiceId>> = BTreeMap::new();
    for (id, service) in services.pairs().filter(|(_, service)| service.is_listed()) {
        for &zone in &service.zone {
            map.entry(zone).or_default().push(id);
        }
    }
    for ids in map.values_mut() {
        ids.sort_by(|a, b| {
            let key = |id: &ServiceId| (services[id.0].kind, crate::text::fold(&services[id.0].name));
            key(a).cmp(&key(b))
        });
        ids.dedup();
    }
    map
}
