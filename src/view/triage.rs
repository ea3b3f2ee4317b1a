//! The question tree: a page for each way of answering so far, and advice at the end.

use super::contract::{Conseil, Lien, Orientation, Porte, Repondu};
use super::fragment::{Extent, cards as marks};
use super::way::{Voice, Way};
use super::{Builder, View, Vue};
use crate::model::{Asker, Facts, NeedId, QuestionId, Sound};
use crate::site::{TriagePage, help_address};
use crate::territory::Zone;
use crate::text::french;

impl Builder<'_> {
    pub(super) fn triage(&self, at: usize) -> View {
        let triage = &self.site().triage;
        let page = &triage.pages[at];
        match (page.question, page.facts.need) {
            (Some(QuestionId(question)), _) => {
                let question = &triage.questions[question];
                let choix = question.choices.iter().zip(&page.next).map(|(choice, next)| Porte {
                    titre: choice.text.clone(),
                    exemple: choice.example.clone().unwrap_or_default(),
                    href: self.href(&triage.pages[*next].address),
                    dessin: None,
                });
                let vue = Orientation {
                    numero: page.before.len() + 1,
                    aide: question.help.clone(),
                    choix: choix.collect(),
                    deja: self.answered(page),
                };
                let description = self.say("orientation_chapeau");
                self.finish(
                    "orientation",
                    question.text.clone(),
                    &description,
                    self.way_to(page),
                    Vue::Orientation(vue),
                )
            }
            (None, need) => self.advice(page, need.unwrap_or(NeedId(0))),
        }
    }

    fn advice(&self, page: &TriagePage, need: NeedId) -> View {
        let site = self.site();
        let facts = &page.facts;
        let title = &site.need(need).title;
        let anchor = way(facts).anchor();
        let all = site.guide_ids().filter(|id| site.guide(*id).needs.contains(&need));
        let ids = if facts.guides.is_empty() { all.collect() } else { facts.guides.clone() };
        let national =
            site.services_of(Zone::France).iter().filter(|id| site.service(**id).needs.contains(&need));
        let few = if site.communes.len() <= super::territories::MANY { &site.communes[..] } else { &[] };
        let vue = Conseil {
            deja: self.answered(page),
            guides: self.guide_cards(ids),
            personnes_dabord: facts.visit == Some(true) || facts.device == Some(false),
            communes: few
                .iter()
                .map(|commune| Lien {
                    titre: french(commune.name),
                    href: format!("{}#{anchor}", self.href(&help_address(commune, &site.need(need).id))),
                })
                .collect(),
            suffixe: format!("-{}.html#{anchor}", site.need(need).id),
            france_html: marks(national.copied(), Extent::Short),
            besoin: self.lien(title, site.addresses.need(need)),
        };
        let description = self.context.texts.fill("conseil_description", &[("besoin", title)]);
        self.finish("conseil", self.say("conseil_titre"), &description, self.way_to(page), Vue::Conseil(vue))
    }

    fn way_to(&self, page: &TriagePage) -> Vec<Lien> {
        if page.before.is_empty() {
            return Vec::new();
        }
        vec![self.lien(self.say("nav_orientation"), "orientation.html")]
    }

    fn answered(&self, page: &TriagePage) -> Vec<Repondu> {
        let triage = &self.site().triage;
        page.before
            .iter()
            .filter_map(|(before, answer)| {
                let QuestionId(question) = triage.pages[*before].question?;
                let question = &triage.questions[question];
                Some(Repondu {
                    question: question.text.clone(),
                    reponse: question.choices[*answer].text.clone(),
                    href: self.href(&triage.pages[*before].address),
                })
            })
            .collect()
    }
}

/// The answers of a help page that fit what was said.
fn way(facts: &Facts<Sound>) -> Way {
    let voice = match (facts.hears, facts.asker) {
        (Some(false), Some(Asker::Relative | Asker::Professional)) => Voice::Relative,
        (Some(false), _) => Voice::Alone,
        _ => Voice::Hears,
    };
    Way { visit: facts.visit == Some(true), voice }
}
