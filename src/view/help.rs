//! Who helps with one need in one commune: the two questions, and the answers to all six ways of answering.

use super::contract::{HelpBody, PageLink, WayAnswers};
use super::fragment::{Fragment, Part, answer, questions};
use super::way::{Voice, Way};
use super::{Body, PageBuilder, Prepared};
use crate::model::{Asker, NeedId, ServiceId};
use crate::referral::{Answer, Person, Question, others, refer};
use crate::site::{commune_address, help_address};
use crate::territory::Commune;
use crate::text::{at_place, french};

/// Answers shown whole: who has more to choose from has no answer. The others have a line each.
const WHOLE: usize = 3;

fn question(need: NeedId, way: Way) -> Question {
    Question {
        need,
        visit: way.visit,
        person: Person { hears: way.voice == Voice::Hears, sees: true, moves: true },
        asker: if way.voice == Voice::Relative { Asker::Relative } else { Asker::Person },
    }
}

impl PageBuilder<'_> {
    pub(super) fn help(&self, commune: &'static Commune, need: NeedId) -> Prepared {
        let site = self.site();
        let name = french(commune.name);
        let place = at_place(&name);
        let title_of_need = &site.need(need).title;
        let sheet = self.link(&name, &commune_address(commune));
        let body = HelpBody {
            need: title_of_need.clone(),
            commune: name.clone(),
            place: place.clone(),
            code: commune.code.to_owned(),
            sheet: sheet.clone(),
            answers: Way::ALL.into_iter().map(|way| self.answers(commune, need, way)).collect(),
            others_html: parts(others(site, commune, need), Part::Other),
            guides: self.guide_cards(site.guide_ids().filter(|g| site.guide(*g).needs.contains(&need))),
            other_needs: self.needs_in(commune).filter(|(id, _)| *id != need).map(|(_, link)| link).collect(),
        };
        let words: [(&str, &dyn std::fmt::Display); 2] = [("besoin", title_of_need), ("lieu", &place)];
        let title = self.context.texts.fill("aide_titre", &words);
        let description = self.context.texts.fill("aide_description", &words);
        let mut trail = self.trail(Some(commune.departement), commune.epci);
        trail.push(sheet);
        Prepared::new(title, &description, trail, Body::Help(body))
    }

    /// The page of each need in that commune.
    pub(super) fn needs_in(&self, commune: &'static Commune) -> impl Iterator<Item = (NeedId, PageLink)> {
        let site = self.site();
        site.needs
            .pairs()
            .map(move |(id, need)| (id, self.link(&need.title, &help_address(commune, &need.id))))
    }

    fn answers(&self, commune: &'static Commune, need: NeedId, way: Way) -> WayAnswers {
        let found = refer(self.site(), self.context.date, commune, &question(need, way));
        let next = |answer: &Answer| {
            let part = answer.road.map_or(Part::Net, |road| Part::Next(road.into()));
            Fragment { service: answer.service, part }.mark()
        };
        let also =
            |answer: &Answer| Fragment { service: answer.service, part: Part::Also(answer.verdict) }.mark();
        let refusal = |answer: &Answer| {
            Fragment { service: answer.service, part: Part::Refusal(answer.verdict) }.mark()
        };
        WayAnswers {
            anchor: way.anchor(),
            questions_html: questions(way),
            yes_html: found.yes.iter().take(WHOLE).map(answer).collect(),
            also_html: found.yes.iter().skip(WHOLE).map(also).collect(),
            else_html: found.otherwise.iter().map(next).collect(),
            no_html: found.no.iter().map(refusal).collect(),
        }
    }
}

fn parts(ids: Vec<ServiceId>, part: Part) -> Vec<String> {
    ids.into_iter().map(|service| Fragment { service, part }.mark()).collect()
}
