//! Sheets whose names become ids: products, words, cases, services.

use super::resolve::KnownIds;
use super::zones::{zones, zones_of_service};
use crate::diag::Diagnostics;
use crate::model::{
    Attempt, Case, IfNot, NeedId, Product, ProductId, Resolved, Service, ServiceId, Unresolved, Word, WordId,
};

impl KnownIds {
    pub(super) fn product(&self, p: Product<Unresolved>, out: &mut Diagnostics) -> Product<Resolved> {
        Product {
            replaced_by: self.products.list(&p.replaced_by, ProductId, out),
            id: p.id,
            name: p.name,
            other_names: p.other_names,
            summary: p.summary,
            also_said: p.also_said,
            life: p.life,
            site: p.site,
            labels: p.labels,
            verification: p.verification,
            span: p.span,
        }
    }

    pub(super) fn word(&self, w: Word<Unresolved>, out: &mut Diagnostics) -> Word<Resolved> {
        Word {
            see_also: self.words.list(&w.see_also, WordId, out),
            id: w.id,
            word: w.word,
            other_forms: w.other_forms,
            definition: w.definition,
            in_texts: w.in_texts,
            not_in: w.not_in,
            span: w.span,
        }
    }

    pub(super) fn case(&self, c: Case<Unresolved>, out: &mut Diagnostics) -> Case<Resolved> {
        let mut roads = |list: Vec<Attempt<Unresolved>>| -> Vec<Attempt<Resolved>> {
            list.into_iter()
                .map(|road| Attempt {
                    service: road.service.and_then(|name| self.services.find(&name, ServiceId, out)),
                    why: self.prose(None, road.why, out),
                    what: road.what,
                    span: road.span,
                })
                .collect()
        };
        Case {
            tried: roads(c.tried),
            worked: roads(c.worked),
            needs: self.needs.list(&c.needs, NeedId, out),
            concerned: self.services.list(&c.concerned, ServiceId, out),
            zone: zones(c.zone, out),
            situation: self.prose(None, c.situation, out),
            advice: self.prose(None, c.advice, out),
            status: self.status(c.status, out),
            id: c.id,
            title: c.title,
            summary: c.summary,
            date: c.date,
            also_said: c.also_said,
            first_names: c.first_names,
            verification: c.verification,
            texts: c.texts,
            span: c.span,
        }
    }

    pub(super) fn service(&self, s: Service<Unresolved>, out: &mut Diagnostics) -> Service<Resolved> {
        let mut if_not = Vec::with_capacity(s.if_not.len());
        for road in s.if_not {
            if let Some(service) = self.services.find(&road.service, ServiceId, out) {
                if_not.push(IfNot { reason: road.reason, service, span: road.span });
            }
        }
        Service {
            needs: self.needs.list(&s.needs, NeedId, out),
            zone: zones_of_service(s.zone, s.address.as_ref(), out),
            if_not,
            replaced_by: self.services.list(&s.replaced_by, ServiceId, out),
            aliases: s.aliases,
            status: self.status(s.status, out),
            id: s.id,
            name: s.name,
            other_names: s.other_names,
            former_names: s.former_names,
            kind: s.kind,
            stands_in_for: s.stands_in_for,
            organisation: s.organisation,
            summary: s.summary,
            does: s.does,
            does_not: s.does_not,
            for_whom: s.for_whom,
            askers: s.askers,
            help_modes: s.help_modes,
            contact_modes: s.contact_modes,
            address: s.address,
            postal_address: s.postal_address,
            phones: s.phones,
            sms: s.sms,
            email: s.email,
            site: s.site,
            hours: s.hours,
            rounds: s.rounds,
            hearing: s.hearing,
            hearing_note: s.hearing_note,
            relay_hours: s.relay_hours,
            sight: s.sight,
            movement: s.movement,
            reading: s.reading,
            languages: s.languages,
            capacity: s.capacity,
            cost: s.cost,
            to_bring: s.to_bring,
            also_said: s.also_said,
            visibility: s.visibility,
            verification: s.verification,
            span: s.span,
        }
    }
}
