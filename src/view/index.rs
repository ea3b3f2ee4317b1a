//! Pages that list the others: glossary, map of the site, numbers.

use super::az::{anchor, heading};
use super::contract::{
    GlossaryBody, GlossaryLetter, GlossaryWord, MapBody, MapSection, NumbersBody, PageLink, SearchBody,
};
use super::{Body, PageBuilder, Prepared};
use crate::model::Status;
use crate::site::{ListName, Section, initial};
use crate::text::fold;
use std::collections::BTreeMap;

impl PageBuilder<'_> {
    pub(super) fn glossary(&self) -> Prepared {
        let site = self.site();
        let mut letters: BTreeMap<char, BTreeMap<String, GlossaryWord>> = BTreeMap::new();
        for word in &site.words {
            let shown = GlossaryWord {
                anchor: format!("mot-{}", word.id),
                word: word.word.clone(),
                other_forms: word.other_forms.clone(),
                definition: word.definition.clone(),
                see_also: word
                    .see_also
                    .iter()
                    .map(|id| site.word(*id))
                    .map(|other| PageLink { title: other.word.clone(), href: format!("#mot-{}", other.id) })
                    .collect(),
            };
            letters
                .entry(initial(&word.word))
                .or_default()
                .insert(format!("{} {}", fold(&word.word), word.id), shown);
        }
        let letters = letters
            .into_iter()
            .map(|(letter, words)| GlossaryLetter {
                letter: heading(letter),
                anchor: anchor(letter),
                words: words.into_values().collect(),
            })
            .collect();
        let title = self.say("nav_glossaire");
        let body = Body::Glossary(GlossaryBody { letters });
        Prepared::new(title, &self.say("glossaire_chapeau"), Vec::new(), body)
    }

    /// A link to every page but itself, by section.
    pub(super) fn map(&self) -> Prepared {
        let mut sections: BTreeMap<Section, Vec<PageLink>> = BTreeMap::new();
        for (address, page) in self.site().addresses.pages() {
            let row = page.kind(self.site()).row();
            let Some(section) = row.section else { continue };
            let title = match row.title {
                Some(key) => Some(self.say(key)),
                None => page.list_name(self.site()).map(|name| self.in_words(&name)),
            };
            if let Some(title) = title {
                sections.entry(section).or_default().push(self.link(title, address));
            }
        }
        let sections = sections.into_iter().map(|(section, mut links)| {
            links.sort_by_key(|link| (fold(&link.title), link.href.clone()));
            MapSection { key: section.heading(), links }
        });
        let body = Body::Map(MapBody { sections: sections.collect() });
        Prepared::new(self.say("nav_plan"), &self.say("plan_chapeau"), Vec::new(), body)
    }

    /// Every guide that answers to its number, the withdrawn ones too: paper keeps numbers for years.
    pub(super) fn numbers(&self) -> Prepared {
        let site = self.site();
        let known = site.guide_ids().filter(|id| !matches!(site.guide(*id).status, Status::Draft));
        let mut guides: Vec<_> = known.map(|id| self.guide_card(id)).collect();
        guides.sort_by_key(|card| card.number);
        let title = self.say("nav_numeros");
        Prepared::new(title, &self.say("numeros_chapeau"), Vec::new(), Body::Numbers(NumbersBody { guides }))
    }

    /// The field on a page of its own; without JavaScript, the other ways to find.
    pub(super) fn search(&self) -> Prepared {
        let title = self.say("nav_recherche");
        let body = Body::Search(SearchBody { doors: self.doors() });
        Prepared::new(title, &self.say("recherche_chapeau"), Vec::new(), body)
    }

    fn in_words(&self, name: &ListName) -> String {
        match name {
            ListName::Words(words) => words.clone(),
            ListName::Epci(epci) => self.epci_name(epci),
            ListName::Phrase(key, None) => self.say(key),
            ListName::Phrase(key, Some(words)) => self.context.texts.fill(key, &[("nom", words)]),
        }
    }
}
