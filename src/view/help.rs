//! Who helps with one need, for the communes that have the same answers: the two questions, and the answers to all six ways
//! of answering.

use super::contract::{AnswersBody, NeedHere, WayAnswers};
use super::fragment::{Fragment, Part, answer, first_to_call, questions};
use super::territories::MANY;
use super::way::{Voice, Way};
use super::{Body, PageBuilder, Prepared};
use crate::model::{Asker, NeedId, ServiceId};
use crate::referral::{Answer, Person, Question, refer};
use crate::site::{AnswerGroup, AnswerId, AnswerZone, commune_address};
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
    pub(super) fn answers_page(&self, id: AnswerId) -> Prepared {
        let site = self.site();
        let group = site.answers.group(id);
        let need = site.need(group.need);
        let place = self.place_of(group);
        let suffix = format!(".html#{}", need.id);
        let few = if group.communes.len() <= MANY { &group.communes[..] } else { &[] };
        let sheet = |commune: &&'static Commune| {
            self.link(french(commune.name), &(commune_address(commune) + "#" + &need.id))
        };
        let body = AnswersBody {
            need: need.title.clone(),
            place: place.clone(),
            code: match group.communes[..] {
                [only] => only.code.to_owned(),
                _ => group.departement().code.to_owned(),
            },
            answers: Way::ALL.into_iter().map(|way| self.answers(group, way)).collect(),
            guides: self.guide_cards(site.guide_ids().filter(|g| site.guide(*g).needs.contains(&group.need))),
            communes: few.iter().map(sheet).collect(),
            count: group.communes.len(),
            departement: self.departement_link(group.departement()),
            suffix,
        };
        let words: [(&str, &dyn std::fmt::Display); 2] = [("besoin", &need.title), ("lieu", &place)];
        let title = self.context.texts.fill("aide_titre", &words);
        let description = self.context.texts.fill("aide_description", &words);
        let epci = match (group.zone, &group.communes[..]) {
            (AnswerZone::Epci(epci), _) => Some(epci),
            (_, [only]) => only.epci,
            _ => None,
        };
        let mut trail = self.trail(Some(group.departement()), epci);
        if let [only] = group.communes[..] {
            trail.push(self.link(french(only.name), &commune_address(only)));
        }
        Prepared::new(title, &description, trail, Body::Answers(body))
    }

    /// Where the people live whom a page of answers is for, inside a sentence.
    fn place_of(&self, group: &AnswerGroup) -> String {
        let texts = self.context.texts;
        match (group.zone, group.communes.len() - 1) {
            (AnswerZone::Departement(departement), _) => {
                texts.fill("aide_lieu_departement", &[("nom", &french(departement.name))])
            }
            (AnswerZone::Epci(epci), _) => {
                let whole = || texts.fill("aide_lieu_epci", &[("nom", &uncapital(&self.epci_name(epci)))]);
                epci.place().map_or_else(whole, |place| french(&place))
            }
            (AnswerZone::Communes, others) => {
                let place = at_place(&french(group.one().name));
                match others {
                    0 => place,
                    1 => texts.fill("aide_lieu_autre", &[("lieu", &place)]),
                    _ => texts.fill("aide_lieu_autres", &[("lieu", &place), ("nombre", &others)]),
                }
            }
        }
    }

    /// The needs as the sheet of a commune offers them.
    pub(super) fn needs_in(&self, commune: &'static Commune) -> Vec<NeedHere> {
        let site = self.site();
        let here = |(id, need): (NeedId, &crate::model::Need)| {
            let answers = site.answers.for_commune(commune, id)?;
            Some(NeedHere {
                anchor: need.id.clone(),
                door: self.door(id, self.href(&site.answers.group(answers).address)),
                first_html: first_to_call(answers),
            })
        };
        site.needs.pairs().filter_map(here).collect()
    }

    /// The page of answers to a need in a commune, in that way of answering; else the commune's sheet.
    pub(super) fn answers_href(&self, commune: &'static Commune, need: NeedId, way: Option<Way>) -> String {
        match self.site().answers.for_commune(commune, need) {
            Some(id) => {
                self.href(&self.site().answers.group(id).address)
                    + &way.map(|way| format!("#{}", way.anchor())).unwrap_or_default()
            }
            None => self.href(&commune_address(commune)),
        }
    }

    /// The first answer to who goes out and hears, on the page of answers; nobody, where nobody answers.
    pub(super) fn first_answer(&self, id: AnswerId) -> Option<ServiceId> {
        let found = self.found(self.site().answers.group(id), Way::ALL[0]);
        found.yes.first().map(|answer| answer.service)
    }

    fn found(&self, group: &AnswerGroup, way: Way) -> crate::referral::Referral {
        refer(self.site(), self.context.date, group.one(), &question(group.need, way))
    }

    fn answers(&self, group: &AnswerGroup, way: Way) -> WayAnswers {
        let found = self.found(group, way);
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

fn uncapital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
