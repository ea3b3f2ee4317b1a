//! Sheets whose names become ids: products, words, cases, services.

use super::resolve::KnownIds;
use super::zones::{zones, zones_of_service};
use crate::diag::Diagnostics;
use crate::model::{
    Attempt, Case, IfNot, NeedId, Product, ProductId, Resolved, Service, ServiceId, Unresolved, Word, WordId,
};

impl KnownIds {
    pub(super) fn product(&self, p: Product<Unresolved>, out: &mut Diagnostics) -> Product<Resolved> {
        Product { facts: p.facts, replaced_by: self.products.list(&p.replaced_by, ProductId, out) }
    }

    pub(super) fn word(&self, w: Word<Unresolved>, out: &mut Diagnostics) -> Word<Resolved> {
        Word { facts: w.facts, see_also: self.words.list(&w.see_also, WordId, out) }
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
            facts: c.facts,
            tried: roads(c.tried),
            worked: roads(c.worked),
            needs: self.needs.list(&c.needs, NeedId, out),
            concerned: self.services.list(&c.concerned, ServiceId, out),
            zone: zones(c.zone, out),
            situation: self.prose(None, c.situation, out),
            advice: self.prose(None, c.advice, out),
            status: self.status(c.status, out),
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
            zone: zones_of_service(s.zone, s.facts.address.as_ref(), out),
            if_not,
            replaced_by: self.services.list(&s.replaced_by, ServiceId, out),
            status: self.status(s.status, out),
            facts: s.facts,
        }
    }
}
