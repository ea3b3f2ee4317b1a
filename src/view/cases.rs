//! Cases, and what services and needs show of them.

use super::contract::{CaseBody, CaseCard, CasesBody, TriedHere, TriedRoad, WhatWorked};
use super::{Body, PageBuilder, Prepared, cards};
use crate::model::{Attempt, Case, CaseId, FirstNames, Resolved, ServiceId, Status};
use crate::text::{PartialDate, fold};
use std::cmp::Reverse;

impl PageBuilder<'_> {
    pub(super) fn cases(&self) -> Prepared {
        let body = CasesBody { cases: self.cases_of(|_| true) };
        let title = self.say("nav_cas");
        Prepared::new(title, &self.say("cas_chapeau"), Vec::new(), Body::Cases(body))
    }

    pub(super) fn case(&self, id: CaseId) -> Prepared {
        let site = self.site();
        let case = site.case(id);
        let body = CaseBody {
            summary: case.summary.clone(),
            date: case.date.map(PartialDate::in_words),
            places: case.zone.iter().map(|zone| self.zone_name(*zone)).collect(),
            situation_html: self.prose(&case.situation),
            attempts: case.tried.iter().map(|road| self.road(road)).collect(),
            successes: case.worked.iter().map(|road| self.road(road)).collect(),
            advice_html: self.prose(&case.advice),
            first_names: match case.first_names {
                Some(FirstNames::Changed) => "oui",
                Some(FirstNames::Published(_)) => "publies",
                None => "",
            },
            story: match &case.first_names {
                Some(FirstNames::Published(story)) => Some(story.clone()),
                _ => None,
            },
            needs: case
                .needs
                .iter()
                .map(|need| self.link(&site.need(*need).title, site.addresses.need(*need)))
                .collect(),
            services: case
                .others()
                .into_iter()
                .filter(|service| site.service(*service).is_listed())
                .map(|service| self.link(&site.service(service).name, site.addresses.service(service)))
                .collect(),
            suspended: matches!(case.status, Status::Suspended),
            verification: self.verification(&case.verification),
            sources: cards::sources(&case.verification),
            words: self.explained(case.prose().map(|text| (None, text))),
            glossary: self.href("glossaire.html"),
        };
        let trail = vec![self.link(self.say("nav_cas"), "cas.html")];
        Prepared::new(case.title.clone(), &case.summary, trail, Body::Case(body))
    }

    fn road(&self, road: &Attempt<Resolved>) -> TriedRoad {
        let site = self.site();
        TriedRoad {
            title: road.what.clone(),
            service: road
                .service
                .filter(|id| site.service(*id).is_listed())
                .map(|id| self.link(&site.service(id).name, site.addresses.service(id))),
            reason_html: self.prose(&road.why),
        }
    }

    /// Cards of the cases that lists show, newest first.
    pub(super) fn cases_of(&self, wanted: impl Fn(&Case<Resolved>) -> bool) -> Vec<CaseCard> {
        let site = self.site();
        let mut ids: Vec<CaseId> = site.listed_cases().filter(|id| wanted(site.case(*id))).collect();
        ids.sort_by_cached_key(|id| {
            let case = site.case(*id);
            (Reverse(case.date.map(PartialDate::latest)), fold(&case.title), *id)
        });
        ids.into_iter().map(|id| self.case_card(id)).collect()
    }

    fn case_card(&self, id: CaseId) -> CaseCard {
        let case = self.site().case(id);
        CaseCard {
            title: case.title.clone(),
            summary: case.summary.clone(),
            href: self.href(self.site().addresses.case(id)),
        }
    }

    /// The cases that a service solved or concerns; those where it was tried in vain are told apart.
    pub(super) fn cases_concerning(&self, service: ServiceId) -> Vec<CaseCard> {
        let tried = |case: &Case<Resolved>| case.tried.iter().any(|road| road.service == Some(service));
        let worked = |case: &Case<Resolved>| case.worked.iter().any(|road| road.service == Some(service));
        self.cases_of(|case| worked(case) || case.concerned.contains(&service) && !tried(case))
    }

    /// « Déjà arrivé » : the times when a service was tried in vain, and what worked instead.
    pub(super) fn already(&self, service: ServiceId) -> Vec<TriedHere> {
        let site = self.site();
        let mut all = Vec::new();
        for id in site.listed_cases() {
            let case = site.case(id);
            for road in case.tried.iter().filter(|road| road.service == Some(service)) {
                all.push(TriedHere {
                    cases: self.link(&case.title, site.addresses.case(id)),
                    date: case.date.map(PartialDate::in_words),
                    reason_html: self.prose(&road.why),
                    instead: case.worked.iter().map(|road| self.instead(road)).collect(),
                });
            }
        }
        all
    }

    fn instead(&self, road: &Attempt<Resolved>) -> WhatWorked {
        let site = self.site();
        let service = road.service.filter(|id| site.service(*id).is_listed());
        match service {
            Some(id) => WhatWorked {
                title: site.service(id).name.clone(),
                href: Some(self.href(site.addresses.service(id))),
            },
            None => WhatWorked { title: road.what.clone(), href: None },
        }
    }
}
