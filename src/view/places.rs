//! Services and contact sheets.

use super::contract::{CommuneBody, PageLink, RefusalLine, ServiceBody, ServiceGroup};
use super::fragment::{Extent, cards as marks, lines as lines_of};
use super::territories::MANY;
use super::{Body, PageBuilder, Prepared, cards};
use crate::model::{ServiceId, ServiceKind};
use crate::referral::net;
use crate::site::Site;
use crate::territory::{Commune, Epci, Zone, ZoneLevel};
use crate::text::{at_place, french};

fn level_key(zone: Zone) -> &'static str {
    match zone.level() {
        ZoneLevel::Commune => "commune",
        ZoneLevel::Epci => "epci",
        ZoneLevel::Departement => "departement",
        ZoneLevel::Region => "region",
        ZoneLevel::France => "france",
    }
}

impl PageBuilder<'_> {
    pub(super) fn contact(&self, commune: &'static Commune) -> Prepared {
        let site = self.site();
        let mut groups = Vec::new();
        let mut led = Vec::new();
        // What many communes have in common stands whole on the pages of their services.
        for zone in Site::zones_of(commune).into_iter().filter(|zone| *zone != Zone::France) {
            let ids = site.services_of(zone);
            if !ids.is_empty() {
                let own = zone.level() == ZoneLevel::Commune;
                let (cards, lines) = if own { (ids, &[][..]) } else { (&[][..], ids) };
                groups.push(ServiceGroup {
                    anchors: ids.iter().map(|id| self.role_anchor(*id, &mut led)).collect(),
                    level: level_key(zone),
                    name: self.zone_name(zone),
                    cards_html: marks(cards.iter().copied(), Extent::Whole),
                    lines_html: lines_of(lines.iter().copied()),
                });
            }
        }
        let name = french(commune.name);
        let body = CommuneBody {
            commune: name.clone(),
            code: commune.code.to_owned(),
            postal_codes: commune.postal_codes.iter().map(|&code| code.to_owned()).collect(),
            epci: commune.epci.map(|epci| self.epci_link(epci)),
            departement: self.departement_link(commune.departement),
            needs: self.needs_in(commune),
            groups,
            france: (!site.services_of(Zone::France).is_empty()).then(|| self.france_link()),
            paper: self.contact_paper(Zone::Commune(commune)),
        };
        let place = at_place(&name);
        let description = self.context.texts.fill("contact_chapeau", &[("lieu", &place)]);
        let title = self.context.texts.fill("contact_titre", &[("lieu", &place)]);
        let trail = self.trail(Some(commune.departement), commune.epci);
        Prepared::new(title, &description, trail, Body::Commune(body))
    }

    /// The anchor of the first service of each role, on a site whose roles lead to the sheets of its communes: a small
    /// site lists who holds a role on the role's own page.
    fn role_anchor(&self, id: ServiceId, led: &mut Vec<ServiceKind>) -> String {
        let site = self.site();
        let kind = site.service(id).kind;
        if site.communes.len() <= MANY || led.contains(&kind) || site.holders(kind).is_empty() {
            return String::new();
        }
        led.push(kind);
        format!("role-{}", kind.key())
    }

    /// « Communauté d’agglomération du Pays de Landerneau-Daoulas »
    pub(super) fn epci_name(&self, epci: &Epci) -> String {
        let key = format!("epci_{}", epci.kind.key());
        self.context.texts.fill(&key, &[("nom", &french(&epci.own_name()))])
    }

    pub(super) fn zone_name(&self, zone: Zone) -> String {
        match zone {
            Zone::Epci(epci) => self.epci_name(epci),
            other => french(other.name()),
        }
    }

    pub(super) fn service(&self, id: ServiceId) -> Prepared {
        let site = self.site();
        let s = site.service(id);
        let zone_word = |zone: &Zone| self.zone_name(*zone);
        let card = self.service_card(id);
        let ways_out = self.ways_out_of_service(&card);
        let body = ServiceBody {
            said: (&s.facts).into(),
            card,
            needs: s.needs.iter().map(|n| self.link(&site.need(*n).title, site.addresses.need(*n))).collect(),
            zone: s.zone.iter().map(zone_word).collect(),
            askers: s.askers.iter().map(|asker| asker.key()).collect(),
            contact_modes: s.contact_modes.iter().map(|mode| mode.key()).collect(),
            postal_address: s.postal_address.as_ref().map(cards::lines).unwrap_or_default(),
            if_not: s
                .if_not
                .iter()
                .filter(|road| site.service(road.service).is_listed())
                .map(|road| RefusalLine {
                    reason: road.reason.clone(),
                    service: self
                        .link(&site.service(road.service).name, site.addresses.service(road.service)),
                })
                .collect(),
            net: self.net(id),
            already: self.already(id),
            cases: self.cases_concerning(id),
            sources: cards::sources(&s.verification),
        };
        let description =
            s.summary.clone().or_else(|| s.does.first().cloned()).unwrap_or_else(|| s.name.clone());
        let trail = vec![self.link(self.say("nav_territoires"), "territoires.html")];
        Prepared::new(s.name.clone(), &description, trail, Body::Service(body)).with_ways_out(ways_out)
    }

    /// Whom to try when the sheet names nobody: the one who answers for the département, when it is the same in all
    /// that the service covers. A service that is wide itself has nobody above it.
    fn net(&self, id: ServiceId) -> Option<PageLink> {
        let site = self.site();
        let s = site.service(id);
        let goes_on = s.if_not.iter().any(|road| site.service(road.service).is_listed());
        if goes_on || s.zone.iter().any(|zone| zone.level() >= ZoneLevel::Departement) {
            return None;
        }
        let mut places: Vec<&'static Commune> = s.zone.iter().flat_map(|zone| zone.communes()).collect();
        places.sort_by_key(|commune| commune.departement.code);
        places.dedup_by_key(|commune| commune.departement.code);
        let nets: Vec<Option<ServiceId>> = places.iter().map(|commune| net(site, commune)).collect();
        let first = (*nets.first()?)?;
        nets.iter()
            .all(|net| *net == Some(first))
            .then(|| self.link(&site.service(first).name, site.addresses.service(first)))
    }
}
