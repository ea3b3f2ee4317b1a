//! Who helps, on paper: below a guide, and on a sheet of their own.

use super::super::contract::paper::{ContactGroup, ContactSheet, PaperContact};
use super::super::contract::{AgeNotice, ServiceCard, ShownPhone};
use super::PaperBuilder;
use crate::model::{GuideId, Paper, ServiceId, ServiceKind};
use crate::site::Site;
use crate::territory::{Zone, ZoneLevel};
use crate::text::{at_place, french};

/// Contacts that stand below a guide: more than three, and nobody knows whom to call.
const NEAR: usize = 3;

impl PaperBuilder<'_> {
    /// The services that help with a guide in the job's territory, or in the whole of the site; else in France.
    pub(super) fn near(&self, id: GuideId) -> Vec<ServiceId> {
        let site = self.b.site();
        let guide = site.guide(id);
        let communes = match self.job.zone {
            Some(zone) => zone.communes(),
            None => site.communes.clone(),
        };
        let local = if communes.is_empty() {
            Vec::new()
        } else {
            self.b.whole(guide, &communes, &[], |level| level < ZoneLevel::France, NEAR)
        };
        if local.is_empty() { self.b.whole(guide, &[], &[], |_| true, NEAR) } else { local }
    }

    pub(super) fn help(&mut self, id: GuideId) -> Vec<ContactGroup> {
        // A booklet has pages for them.
        let elsewhere = self.job.format == Paper::Booklet && self.booklet_zone().is_some();
        let services = if elsewhere { Vec::new() } else { self.near(id) };
        if services.is_empty() {
            return Vec::new();
        }
        let title = match self.job.zone {
            Some(Zone::Commune(commune)) => {
                self.b.context.texts.fill("papier_aide_lieu", &[("lieu", &at_place(&french(commune.name)))])
            }
            Some(zone) => self.b.context.texts.fill("papier_aide_zone", &[("nom", &self.b.zone_name(zone))]),
            None if self.b.site().communes.is_empty() => self.b.say("guide_qui_aide_sans"),
            None => self.b.say("guide_qui_aide"),
        };
        vec![ContactGroup {
            title,
            far: false,
            services: services.into_iter().map(|id| self.contact(id)).collect(),
        }]
    }

    pub(super) fn contact_title(&self) -> String {
        let texts = self.b.context.texts;
        match self.job.zone {
            Some(Zone::Commune(commune)) => {
                texts.fill("contact_titre", &[("lieu", &at_place(&french(commune.name)))])
            }
            Some(zone) => texts.fill("papier_contact_titre", &[("nom", &self.b.zone_name(zone))]),
            None => self.b.say("niveau_france"),
        }
    }

    pub(super) fn contact_sheet(&mut self) -> ContactSheet {
        let zones = match self.job.zone {
            Some(Zone::Commune(commune)) => Site::zones_of(commune),
            Some(zone) => {
                let mut zones = vec![zone];
                let first = zone.communes().first().copied();
                let above = first.map(Site::zones_of).unwrap_or_default();
                zones.extend(above.into_iter().filter(|other| other.level() > zone.level()));
                zones
            }
            None => vec![Zone::France],
        };
        let mut groups = Vec::new();
        for zone in zones {
            let key = match zone.level() {
                ZoneLevel::Commune => "niveau_commune",
                ZoneLevel::Epci => "papier_niveau_epci",
                ZoneLevel::Departement => "niveau_departement",
                ZoneLevel::Region => "niveau_region",
                ZoneLevel::France => "niveau_france",
            };
            let title = self.b.context.texts.fill(key, &[("nom", &self.b.zone_name(zone))]);
            let ids = self.b.site().services_of(zone).to_vec();
            if !ids.is_empty() {
                let services = ids.into_iter().map(|id| self.contact(id)).collect();
                let far = zone.level() > ZoneLevel::Epci;
                groups.push(ContactGroup { title, far, services });
            }
        }
        ContactSheet { title: self.contact_title(), groups }
    }

    fn booklet_zone(&self) -> Option<Zone> {
        self.job.zone.or_else(|| self.b.site().settings.territories.first().copied())
    }

    /// The contacts of a booklet: those of its territory that are no emergency numbers of the whole country only.
    pub(super) fn contact_sheet_of_booklet(&mut self) -> Option<ContactSheet> {
        let zone = self.booklet_zone()?;
        let ids: Vec<ServiceId> = self.b.site().services_of(zone).to_vec();
        let needs: Vec<_> =
            self.job.guides.iter().flat_map(|id| self.b.site().guide(*id).needs.clone()).collect();
        let ids: Vec<ServiceId> = ids
            .into_iter()
            .filter(|id| {
                let service = self.b.site().service(*id);
                service.kind != ServiceKind::Emergency
                    && (needs.is_empty() || service.needs.iter().any(|need| needs.contains(need)))
            })
            .collect();
        if ids.is_empty() {
            return None;
        }
        let title = self.b.context.texts.fill("papier_contact_titre", &[("nom", &self.b.zone_name(zone))]);
        let services = ids.into_iter().map(|id| self.contact(id)).collect();
        let sous = self.b.zone_name(zone);
        Some(ContactSheet { title, groups: vec![ContactGroup { title: sous, far: false, services }] })
    }

    pub(super) fn contact(&mut self, id: ServiceId) -> PaperContact {
        self.services.insert(id);
        let c: ServiceCard = self.b.service_card(id);
        let hearing = self.heard(&c);
        PaperContact {
            name: c.name,
            summary: c.said.summary,
            phones: c.phones.iter().map(|line| [line.number.clone(), self.line(line)]).collect(),
            sms: c.sms.map(|link| link.title),
            email: c.email.map(|link| link.title),
            site: c.site.map(|link| link.title),
            address: c.address,
            hours: c.hours.into_iter().chain(c.hours_note).chain(c.hours_exceptions).collect(),
            hearing,
            does: c.said.does,
            does_not: c.said.does_not,
            verified: self.verified(&c.verification).join(" "),
        }
    }

    /// How one who does not hear gets help, in the sentences of the page; nothing where the sheet says nothing.
    fn heard(&self, c: &ServiceCard) -> Option<String> {
        let texts = self.b.context.texts;
        let ways = c.hearing.iter().map(|way| match (*way, &c.said.relay_hours) {
            ("relais_heures", Some(hours)) => texts.fill("entendre_relais_heures", &[("heures", hours)]),
            _ => self.b.say(&format!("entendre_{way}")),
        });
        let all: Vec<String> = ways.chain(c.said.hearing_note.clone()).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// What goes with a number: keys, price when it is not the usual one, hours.
    fn line(&self, line: &ShownPhone) -> String {
        let mut parts = Vec::new();
        if !line.keys.is_empty() {
            let then = format!(" {} ", self.b.say("telephone_puis"));
            parts.push(format!("{} {}.", self.b.say("telephone_touches"), line.keys.join(&then)));
        }
        if line.price != "normal" {
            parts.push(self.b.say(&format!("prix_{}", line.price)));
        }
        parts.extend(line.note.clone());
        parts.join(" ")
    }

    /// « Vérifié … », « À revérifier après … », in words.
    pub(super) fn verified(&self, v: &AgeNotice) -> Vec<String> {
        let texts = self.b.context.texts;
        let mut out = Vec::new();
        match (&v.on, &v.source_date) {
            (Some(date), _) if !v.how.is_empty() => {
                out.push(texts.fill(&format!("verif_{}", v.how), &[("date", date)]));
            }
            (_, Some(date)) => out.push(texts.fill("verif_jamais_source", &[("date", date)])),
            _ => out.push(self.b.say("verif_jamais")),
        }
        if let Some(date) = &v.review_on {
            out.push(texts.fill("verif_revoir", &[("date", date)]));
        }
        if v.closed {
            out.push(self.b.say("verif_avis_fermee"));
        } else if v.absent {
            out.push(self.b.say("verif_avis_absente"));
        }
        out
    }
}
