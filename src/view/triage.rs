//! The question tree: a page for each way of answering so far, and advice at the end.

use super::contract::{Conseil, Lien, Orientation, Porte, Repondu, Venue};
use super::fragment::{Extent, cards as marks};
use super::outside::OUTSIDE;
use super::way::{Voice, Way};
use super::{Builder, Prepared, Vue};
use crate::model::{Asker, Exit, Facts, HelpMode, NeedId, QuestionId, ServiceId, Sound, Visit};
use crate::referral::for_all;
use crate::site::{Next, TriagePage, commune_address, help_address};
use crate::territory::Zone;
use crate::text::french;

/// Services that help from afar: who has more to choose from looks at a commune's own page.
const AFAR: usize = 4;

impl Builder<'_> {
    pub(super) fn triage(&self, at: usize) -> Prepared {
        let triage = &self.site().triage;
        let page = &triage.pages[at];
        let Some(QuestionId(question)) = page.question else { return self.advice(page) };
        let question = &triage.questions[question];
        let asker = page.facts.asker;
        let words = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let choix = question.choices.iter().zip(&page.next).map(|(choice, next)| Porte {
            titre: words(choice.text.to(asker)),
            exemple: words(choice.example.to(asker)),
            href: match next {
                Next::Page(next) => self.href(&triage.pages[*next].address),
                Next::Professionals => self.href(self.for_professionals()),
            },
            dessin: None,
        });
        let vue = Orientation {
            numero: page.before.len() + 1,
            aide: question.help.to(asker).map(str::to_owned),
            choix: choix.collect(),
            deja: self.answered(page),
        };
        Prepared::new(
            words(question.text.to(asker)),
            &self.say("orientation_chapeau"),
            self.way_to(page),
            Vue::Orientation(vue),
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
        let deja = self.answered(page);
        let last = deja.last().map(|one| one.reponse.clone()).unwrap_or_default();
        let guides = site.advised(page);
        let (communes, suffixe) = self.people(facts, need);
        let vue = Conseil {
            chapeau: need.map_or(last, |need| site.need(need).title.clone()),
            conseils: facts.advice.clone(),
            services_html: marks(listed(self, &facts.services), Extent::Short),
            montre_guides: page.exit.is_none() || !guides.is_empty(),
            guides: guides.into_iter().map(|id| self.guide_card(id)).collect(),
            personnes_dabord: page.exit == Some(Exit::People)
                || facts.visit == Some(Visit::Home)
                || facts.device == Some(false),
            montre_personnes: page.exit != Some(Exit::Urgent),
            venue: need.and_then(|need| self.visit(facts, need)),
            communes,
            suffixe,
            hors: self.outside(
                &need.map_or_else(|| OUTSIDE.to_owned(), |need| format!("#besoin-{}", site.need(need).id)),
            ),
            france_html: need.map(|need| marks(self.national(need), Extent::Short)).unwrap_or_default(),
            besoin: need.map(|need| self.lien(&site.need(need).title, site.addresses.need(need))),
            portes: if page.exit == Some(Exit::People) { self.doors() } else { Vec::new() },
            deja,
        };
        let (titre, description) = match page.exit {
            Some(Exit::Urgent) => (self.say("conseil_urgence"), vue.chapeau.clone()),
            Some(Exit::People | Exit::Professional) => {
                (self.say("conseil_personnes"), self.say("orientation_chapeau"))
            }
            None => (
                self.say("conseil_titre"),
                self.context.texts.fill("conseil_description", &[("besoin", &vue.chapeau)]),
            ),
        };
        Prepared::new(titre, &description, self.way_to(page), Vue::Conseil(vue))
    }

    /// The people of each commune of a small site, and what ends the addresses of the others: the answers to what was
    /// said, or the contact sheet when the need is not known.
    fn people(&self, facts: &Facts<Sound>, need: Option<NeedId>) -> (Vec<Lien>, String) {
        let site = self.site();
        let few = if site.communes.len() <= super::territories::MANY { &site.communes[..] } else { &[] };
        let anchor = way(facts).anchor();
        let link = |commune: &&'static crate::territory::Commune| Lien {
            titre: french(commune.name),
            href: match need {
                Some(need) => format!("{}#{anchor}", self.href(&help_address(commune, &site.need(need).id))),
                None => self.href(&commune_address(commune)),
            },
        };
        let suffix = match need {
            Some(need) => format!("-{}.html#{anchor}", site.need(need).id),
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
    fn visit(&self, facts: &Facts<Sound>, need: NeedId) -> Option<Venue> {
        let site = self.site();
        let sourd = facts.hears == Some(false);
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
        let sorte = match facts.visit? {
            Visit::Out => return None,
            Visit::Remote => "distance",
            Visit::Home if home.is_empty() => "personne",
            Visit::Home if !sourd => return None,
            Visit::Home if home.iter().any(written) => "ecrit",
            Visit::Home => "voix",
        };
        let afar = |id: &ServiceId| {
            let service = site.service(*id);
            let modes = [HelpMode::Telephone, HelpMode::Video, HelpMode::Writing];
            if sourd {
                written(id)
            } else {
                !service.phones.is_empty() || modes.iter().any(|mode| service.help_modes.contains(mode))
            }
        };
        let near = for_all(site, self.context.date, &site.communes, &[need]);
        let near = near.into_iter().map(|answer| answer.service);
        let mut autrement: Vec<ServiceId> = match sorte {
            "ecrit" => home.into_iter().filter(written).collect(),
            _ => near.chain(self.national(need)).filter(afar).collect(),
        };
        let mut seen = std::collections::BTreeSet::new();
        autrement.retain(|id| seen.insert(*id));
        autrement.truncate(AFAR);
        let relay = site.settings.relay_guide.filter(|id| sourd && site.guide(*id).is_listed());
        Some(Venue {
            sorte,
            moi: facts.asker == Some(Asker::Person),
            sourd,
            autrement_html: marks(autrement, Extent::Short),
            relais: relay.map(|id| self.lien(&site.guide(id).title, site.addresses.guide(id))),
        })
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
                let before = &triage.pages[*before];
                let QuestionId(question) = before.question?;
                let question = &triage.questions[question];
                let asker = before.facts.asker;
                Some(Repondu {
                    question: question.text.to(asker).unwrap_or_default().to_owned(),
                    reponse: question.choices[*answer].text.to(asker).unwrap_or_default().to_owned(),
                    href: self.href(&before.address),
                })
            })
            .collect()
    }
}

fn listed(builder: &Builder<'_>, ids: &[ServiceId]) -> Vec<ServiceId> {
    ids.iter().copied().filter(|id| builder.site().service(*id).is_listed()).collect()
}

/// The answers of a help page that fit what was said.
fn way(facts: &Facts<Sound>) -> Way {
    let voice = match (facts.hears, facts.asker) {
        (Some(false), Some(Asker::Relative | Asker::Professional)) => Voice::Relative,
        (Some(false), _) => Voice::Alone,
        _ => Voice::Hears,
    };
    Way { visit: facts.visit == Some(Visit::Home), voice }
}
