//! The question tree: a page for each way of answering so far, and advice at the end.

use super::contract::{AdviceBody, Door, GivenAnswer, HomeHelp, PageLink, QuestionBody};
use super::fragment::{Extent, cards as marks};
use super::outside::OUTSIDE;
use super::way::{Voice, Way};
use super::{Body, PageBuilder, Prepared};
use crate::model::{Asker, Exit, Facts, HelpMode, NeedId, QuestionId, Resolved, ServiceId, Visit};
use crate::referral::for_all;
use crate::site::{Next, TriagePage, commune_address};
use crate::territory::Zone;
use crate::text::french;

/// Services that help from afar: who has more to choose from looks at a commune's own page.
const AFAR: usize = 4;

impl PageBuilder<'_> {
    pub(super) fn triage(&self, at: usize) -> Prepared {
        let triage = &self.site().triage;
        let page = &triage.pages[at];
        let Some(QuestionId(question)) = page.question else { return self.advice(page) };
        let question = &triage.questions[question];
        let asker = page.facts.asker;
        let words = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let choices = question.choices.iter().zip(&page.next).map(|(choice, next)| Door {
            title: words(choice.text.to(asker)),
            example: words(choice.example.to(asker)),
            href: match next {
                Next::Page(next) => self.href(&triage.pages[*next].address),
                Next::Professionals => self.href(self.for_professionals()),
            },
            drawing: None,
        });
        let body = QuestionBody {
            number: page.before.len() + 1,
            hint: question.help.to(asker).map(str::to_owned),
            choices: choices.collect(),
            already: self.answered(page),
        };
        Prepared::new(
            words(question.text.to(asker)),
            &self.say("orientation_chapeau"),
            self.way_to(page),
            Body::Question(body),
        )
    }

    /// What the site has for people whose work is to help: all that can be printed, else guides by number.
    fn for_professionals(&self) -> &'static str {
        if self.site().has_paper() { "mediateur.html" } else { "numeros.html" }
    }

    fn advice(&self, page: &TriagePage) -> Prepared {
        let site = self.site();
        let facts = &page.facts;
        let need = facts.need.filter(|_| page.exit.is_none());
        let already = self.answered(page);
        let last = already.last().map(|one| one.answer.clone()).unwrap_or_default();
        let guides = site.advised(page);
        let (communes, suffix) = self.people(facts, need);
        let body = AdviceBody {
            lead: need.map_or(last, |need| site.need(need).title.clone()),
            advice: facts.advice.clone(),
            services_html: marks(listed(self, &facts.services), Extent::Short),
            shows_guides: page.exit.is_none() || !guides.is_empty(),
            guides: guides.into_iter().map(|id| self.guide_card(id)).collect(),
            people_first: page.exit == Some(Exit::People)
                || facts.visit == Some(Visit::Home)
                || facts.device == Some(false),
            shows_people: page.exit != Some(Exit::Urgent),
            home_help: need.and_then(|need| self.visit(facts, need)),
            communes,
            suffix,
            outside: self.outside(
                &need.map_or_else(|| OUTSIDE.to_owned(), |need| format!("#besoin-{}", site.need(need).id)),
            ),
            france_html: need.map(|need| marks(self.national(need), Extent::Short)).unwrap_or_default(),
            need: need.map(|need| self.link(&site.need(need).title, site.addresses.need(need))),
            doors: if page.exit == Some(Exit::People) { self.doors() } else { Vec::new() },
            already,
        };
        let (title, description) = match page.exit {
            Some(Exit::Urgent) => (self.say("conseil_urgence"), body.lead.clone()),
            Some(Exit::People | Exit::Professional) => {
                (self.say("conseil_personnes"), self.say("orientation_chapeau"))
            }
            None => (
                self.say("conseil_titre"),
                self.context.texts.fill("conseil_description", &[("besoin", &body.lead)]),
            ),
        };
        Prepared::new(title, &description, self.way_to(page), Body::Advice(body))
    }

    /// The people of each commune of a small site, and what ends the addresses of the others: the answers to what was
    /// said, or the contact sheet when the need is not known.
    fn people(&self, facts: &Facts<Resolved>, need: Option<NeedId>) -> (Vec<PageLink>, String) {
        let site = self.site();
        let few = if site.communes.len() <= super::territories::MANY { &site.communes[..] } else { &[] };
        let way = way(facts);
        let link = |commune: &&'static crate::territory::Commune| PageLink {
            title: french(commune.name),
            href: match need {
                Some(need) => self.answers_href(commune, need, Some(way)),
                None => self.href(&commune_address(commune)),
            },
        };
        let suffix = match need {
            // The script of the sheet takes the way along to the answers.
            Some(need) => format!(".html?maniere={}#{}", way.anchor(), site.need(need).id),
            None => ".html".to_owned(),
        };
        (few.iter().map(link).collect(), suffix)
    }

    fn national(&self, need: NeedId) -> impl Iterator<Item = ServiceId> {
        let site = self.site();
        site.services_of(Zone::France)
            .iter()
            .copied()
            .filter(move |id| site.service(*id).needs.contains(&need))
    }

    /// What to know when somebody must come and nobody does, when who comes cannot be called, or when help is wanted
    /// from afar.
    fn visit(&self, facts: &Facts<Resolved>, need: NeedId) -> Option<HomeHelp> {
        let site = self.site();
        let deaf = facts.hears == Some(false);
        let home: Vec<ServiceId> = site
            .service_ids()
            .filter(|id| {
                let service = site.service(*id);
                service.is_listed()
                    && service.needs.contains(&need)
                    && service.help_modes.contains(&HelpMode::Home)
            })
            .collect();
        let written = |id: &ServiceId| site.service(*id).is_reached_in_writing();
        let kind = match facts.visit? {
            Visit::Out => return None,
            Visit::Remote => "distance",
            Visit::Home if home.is_empty() => "personne",
            Visit::Home if !deaf => return None,
            Visit::Home if home.iter().any(written) => "ecrit",
            Visit::Home => "voix",
        };
        let afar = |id: &ServiceId| {
            let service = site.service(*id);
            let modes = [HelpMode::Telephone, HelpMode::Video, HelpMode::Writing];
            if deaf {
                written(id)
            } else {
                !service.phones.is_empty() || modes.iter().any(|mode| service.help_modes.contains(mode))
            }
        };
        let near = for_all(site, self.context.date, &site.communes, &[need]);
        let near = near.into_iter().map(|answer| answer.service);
        let mut otherwise: Vec<ServiceId> = match kind {
            "ecrit" => home.into_iter().filter(written).collect(),
            _ => near.chain(self.national(need)).filter(afar).collect(),
        };
        let mut seen = std::collections::BTreeSet::new();
        otherwise.retain(|id| seen.insert(*id));
        otherwise.truncate(AFAR);
        let relay = site.settings.relay_guide.filter(|id| deaf && site.guide(*id).is_listed());
        Some(HomeHelp {
            kind,
            for_oneself: facts.asker == Some(Asker::Person),
            deaf,
            otherwise_html: marks(otherwise, Extent::Short),
            relay: relay.map(|id| self.link(&site.guide(id).title, site.addresses.guide(id))),
        })
    }

    fn way_to(&self, page: &TriagePage) -> Vec<PageLink> {
        if page.before.is_empty() {
            return Vec::new();
        }
        vec![self.link(self.say("nav_orientation"), "orientation.html")]
    }

    fn answered(&self, page: &TriagePage) -> Vec<GivenAnswer> {
        let triage = &self.site().triage;
        page.before
            .iter()
            .filter_map(|(before, answer)| {
                let before = &triage.pages[*before];
                let QuestionId(question) = before.question?;
                let question = &triage.questions[question];
                let asker = before.facts.asker;
                Some(GivenAnswer {
                    question: question.text.to(asker).unwrap_or_default().to_owned(),
                    answer: question.choices[*answer].text.to(asker).unwrap_or_default().to_owned(),
                    href: self.href(&before.address),
                })
            })
            .collect()
    }
}

fn listed(builder: &PageBuilder<'_>, ids: &[ServiceId]) -> Vec<ServiceId> {
    ids.iter().copied().filter(|id| builder.site().service(*id).is_listed()).collect()
}

/// The answers of a help page that fit what was said.
fn way(facts: &Facts<Resolved>) -> Way {
    let voice = match (facts.hears, facts.asker) {
        (Some(false), Some(Asker::Relative | Asker::Professional)) => Voice::Relative,
        (Some(false), _) => Voice::Alone,
        _ => Voice::Hears,
    };
    Way { visit: facts.visit == Some(Visit::Home), voice }
}
