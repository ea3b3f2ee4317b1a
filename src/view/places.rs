//! Services and contact sheets.

use super::contract::{Contact, GroupeServices, Lien, Service, SiNon};
use super::fragment::{Extent, cards as marks};
use super::territories::MANY;
use super::{Builder, Prepared, Vue, cards};
use crate::model::{Kind, ServiceId};
use crate::referral::net;
use crate::site::Site;
use crate::territory::{Commune, Epci, Level, Zone};
use crate::text::{at_place, french};

fn level_key(zone: Zone) -> &'static str {
    match zone.level() {
        Level::Commune => "commune",
        Level::Epci => "epci",
        Level::Departement => "departement",
        Level::Region => "region",
        Level::France => "france",
    }
}

impl Builder<'_> {
    pub(super) fn contact(&self, commune: &'static Commune) -> Prepared {
        let site = self.site();
        let mut groupes = Vec::new();
        let mut led = Vec::new();
        for zone in Site::zones_of(commune) {
            let ids = site.services_of(zone);
            if !ids.is_empty() {
                groupes.push(GroupeServices {
                    ancres: ids.iter().map(|id| self.role_anchor(*id, &mut led)).collect(),
                    niveau: level_key(zone),
                    nom: self.zone_name(zone),
                    cartes_html: marks(
                        ids.iter().copied(),
                        if zone == Zone::France { Extent::ShortWithHours } else { Extent::Whole },
                    ),
                });
            }
        }
        let name = french(commune.name);
        let vue = Contact {
            commune: name.clone(),
            code: commune.code.to_owned(),
            codes_postaux: commune.postal_codes.iter().map(|&code| code.to_owned()).collect(),
            epci: commune.epci.map(|epci| self.epci_link(epci)),
            departement: self.departement_link(commune.departement),
            besoins: self.needs_in(commune).map(|(id, lien)| self.door(id, lien.href)).collect(),
            groupes,
            papier: self.contact_paper(Zone::Commune(commune)),
        };
        let lieu = at_place(&name);
        let description = self.context.texts.fill("contact_chapeau", &[("lieu", &lieu)]);
        let titre = self.context.texts.fill("contact_titre", &[("lieu", &lieu)]);
        let trail = self.trail(Some(commune.departement), commune.epci);
        Prepared::new(titre, &description, trail, Vue::Contact(vue))
    }

    /// The anchor of the first service of each role, on a site whose roles lead to the sheets of its communes: a small
    /// site lists who holds a role on the role's own page.
    fn role_anchor(&self, id: ServiceId, led: &mut Vec<Kind>) -> String {
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
        let vue = Service {
            carte: self.service_card(id),
            autres_noms: s.other_names.clone(),
            anciens_noms: s.former_names.clone(),
            organisation: s.organisation.clone(),
            besoins: s
                .needs
                .iter()
                .map(|n| self.lien(&site.need(*n).title, site.addresses.need(*n)))
                .collect(),
            zone: s.zone.iter().map(zone_word).collect(),
            pour_qui: s.for_whom.clone(),
            qui_peut_demander: s.askers.iter().map(|asker| asker.key()).collect(),
            mode_contact: s.contact_modes.iter().map(|mode| mode.key()).collect(),
            adresse_postale: s.postal_address.as_ref().map(cards::lines).unwrap_or_default(),
            voir: s.sight.clone(),
            bouger: s.movement.clone(),
            lire: s.reading.clone(),
            langues: s.languages.clone(),
            cout: s.cost.clone(),
            a_apporter: s.to_bring.clone(),
            si_non: s
                .if_not
                .iter()
                .filter(|road| site.service(road.service).is_listed())
                .map(|road| SiNon {
                    raison: road.reason.clone(),
                    service: self
                        .lien(&site.service(road.service).name, site.addresses.service(road.service)),
                })
                .collect(),
            filet: self.net(id),
            deja: self.already(id),
            cas: self.cases_concerning(id),
            sources: cards::sources(&s.verification),
        };
        let description =
            s.summary.clone().or_else(|| s.does.first().cloned()).unwrap_or_else(|| s.name.clone());
        let trail = vec![self.lien(self.say("nav_territoires"), "territoires.html")];
        Prepared::new(s.name.clone(), &description, trail, Vue::Service(vue))
    }

    /// Whom to try when the sheet names nobody: the one who answers for the département, when it is the same in all
    /// that the service covers. A service that is wide itself has nobody above it.
    fn net(&self, id: ServiceId) -> Option<Lien> {
        let site = self.site();
        let s = site.service(id);
        let goes_on = s.if_not.iter().any(|road| site.service(road.service).is_listed());
        if goes_on || s.zone.iter().any(|zone| zone.level() >= Level::Departement) {
            return None;
        }
        let mut places: Vec<&'static Commune> = s.zone.iter().flat_map(|zone| zone.communes()).collect();
        places.sort_by_key(|commune| commune.departement.code);
        places.dedup_by_key(|commune| commune.departement.code);
        let nets: Vec<Option<ServiceId>> = places.iter().map(|commune| net(site, commune)).collect();
        let first = (*nets.first()?)?;
        nets.iter()
            .all(|net| *net == Some(first))
            .then(|| self.lien(&site.service(first).name, site.addresses.service(first)))
    }
}
