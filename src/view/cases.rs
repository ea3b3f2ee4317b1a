//! Cases, and what services and needs show of them.

use super::contract::{CarteCas, Cas, DejaArrive, Ensuite, Essai, ListeCas};
use super::{Builder, Prepared, Vue, cards};
use crate::model::{Attempt, Case, CaseId, FirstNames, ServiceId, Sound, Status};
use crate::text::{PartialDate, fold};
use std::cmp::Reverse;

impl Builder<'_> {
    pub(super) fn cases(&self) -> Prepared {
        let vue = ListeCas { cas: self.cases_of(|_| true) };
        let titre = self.say("nav_cas");
        Prepared::new(titre, &self.say("cas_chapeau"), Vec::new(), Vue::ListeCas(vue))
    }

    pub(super) fn case(&self, id: CaseId) -> Prepared {
        let site = self.site();
        let case = site.case(id);
        let vue = Cas {
            resume: case.summary.clone(),
            date: case.date.map(PartialDate::in_words),
            lieux: case.zone.iter().map(|zone| self.zone_name(*zone)).collect(),
            situation_html: self.prose(&case.situation),
            essais: case.tried.iter().map(|road| self.road(road)).collect(),
            reussites: case.worked.iter().map(|road| self.road(road)).collect(),
            conseil_html: self.prose(&case.advice),
            prenoms: match case.first_names {
                Some(FirstNames::Changed) => "oui",
                Some(FirstNames::Published(_)) => "publies",
                None => "",
            },
            recit: match &case.first_names {
                Some(FirstNames::Published(story)) => Some(story.clone()),
                _ => None,
            },
            besoins: case
                .needs
                .iter()
                .map(|need| self.lien(&site.need(*need).title, site.addresses.need(*need)))
                .collect(),
            services: case
                .others()
                .into_iter()
                .filter(|service| site.service(*service).is_listed())
                .map(|service| self.lien(&site.service(service).name, site.addresses.service(service)))
                .collect(),
            suspendu: matches!(case.status, Status::Suspended),
            verification: self.verification(&case.verification),
            sources: cards::sources(&case.verification),
            mots: self.explained(case.prose().map(|text| (None, text))),
            glossaire: self.href("glossaire.html"),
        };
        let trail = vec![self.lien(self.say("nav_cas"), "cas.html")];
        Prepared::new(case.title.clone(), &case.summary, trail, Vue::Cas(vue))
    }

    fn road(&self, road: &Attempt<Sound>) -> Essai {
        let site = self.site();
        Essai {
            titre: road.what.clone(),
            service: road
                .service
                .filter(|id| site.service(*id).is_listed())
                .map(|id| self.lien(&site.service(id).name, site.addresses.service(id))),
            raison_html: self.prose(&road.why),
        }
    }

    /// Cards of the cases that lists show, newest first.
    pub(super) fn cases_of(&self, wanted: impl Fn(&Case<Sound>) -> bool) -> Vec<CarteCas> {
        let site = self.site();
        let mut ids: Vec<CaseId> = site.listed_cases().filter(|id| wanted(site.case(*id))).collect();
        ids.sort_by_cached_key(|id| {
            let case = site.case(*id);
            (Reverse(case.date.map(PartialDate::latest)), fold(&case.title), *id)
        });
        ids.into_iter().map(|id| self.case_card(id)).collect()
    }

    fn case_card(&self, id: CaseId) -> CarteCas {
        let case = self.site().case(id);
        CarteCas {
            titre: case.title.clone(),
            resume: case.summary.clone(),
            href: self.href(self.site().addresses.case(id)),
        }
    }

    /// The cases that a service solved or concerns; those where it was tried in vain are told apart.
    pub(super) fn cases_concerning(&self, service: ServiceId) -> Vec<CarteCas> {
        let tried = |case: &Case<Sound>| case.tried.iter().any(|road| road.service == Some(service));
        let worked = |case: &Case<Sound>| case.worked.iter().any(|road| road.service == Some(service));
        self.cases_of(|case| worked(case) || case.concerned.contains(&service) && !tried(case))
    }

    /// « Déjà arrivé » : the times when a service was tried in vain, and what worked instead.
    pub(super) fn already(&self, service: ServiceId) -> Vec<DejaArrive> {
        let site = self.site();
        let mut all = Vec::new();
        for id in site.listed_cases() {
            let case = site.case(id);
            for road in case.tried.iter().filter(|road| road.service == Some(service)) {
                all.push(DejaArrive {
                    cas: self.lien(&case.title, site.addresses.case(id)),
                    date: case.date.map(PartialDate::in_words),
                    raison_html: self.prose(&road.why),
                    ensuite: case.worked.iter().map(|road| self.instead(road)).collect(),
                });
            }
        }
        all
    }

    fn instead(&self, road: &Attempt<Sound>) -> Ensuite {
        let site = self.site();
        let service = road.service.filter(|id| site.service(*id).is_listed());
        match service {
            Some(id) => Ensuite {
                titre: site.service(id).name.clone(),
                href: Some(self.href(site.addresses.service(id))),
            },
            None => Ensuite { titre: road.what.clone(), href: None },
        }
    }
}
