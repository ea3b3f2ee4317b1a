//! Pages that list the others: glossary, map of the site, numbers.

use super::az::{anchor, heading};
use super::contract::{Glossaire, LettreGlossaire, Lien, Mot, Numeros, Plan, Recherche, SectionPlan};
use super::{Builder, Prepared, Vue};
use crate::model::Status;
use crate::site::{Page, Section, initial};
use crate::text::{fold, french};
use std::collections::BTreeMap;

/// Communes above which the map of the site leaves them to their own lists.
const MANY_COMMUNES: usize = 300;

impl Builder<'_> {
    pub(super) fn glossary(&self) -> Prepared {
        let site = self.site();
        let mut letters: BTreeMap<char, BTreeMap<String, Mot>> = BTreeMap::new();
        for word in &site.words {
            let mot = Mot {
                ancre: format!("mot-{}", word.id),
                mot: word.word.clone(),
                autres_formes: word.other_forms.clone(),
                definition: word.definition.clone(),
                voir_aussi: word
                    .see_also
                    .iter()
                    .map(|id| site.word(*id))
                    .map(|other| Lien { titre: other.word.clone(), href: format!("#mot-{}", other.id) })
                    .collect(),
            };
            letters
                .entry(initial(&word.word))
                .or_default()
                .insert(format!("{} {}", fold(&word.word), word.id), mot);
        }
        let lettres = letters
            .into_iter()
            .map(|(letter, mots)| LettreGlossaire {
                lettre: heading(letter),
                ancre: anchor(letter),
                mots: mots.into_values().collect(),
            })
            .collect();
        let titre = self.say("nav_glossaire");
        let vue = Vue::Glossaire(Glossaire { lettres });
        Prepared::new(titre, &self.say("glossaire_chapeau"), Vec::new(), vue)
    }

    /// A link to every page but itself, by section.
    pub(super) fn map(&self) -> Prepared {
        let mut sections: BTreeMap<Section, Vec<Lien>> = BTreeMap::new();
        for (address, page) in self.site().addresses.pages() {
            let row = page.kind(self.site()).row();
            let Some(section) = row.section else { continue };
            let titre = match row.title {
                Some(key) => Some(self.say(key)),
                None => self.title_on_map(page),
            };
            if let Some(titre) = titre {
                sections.entry(section).or_default().push(self.lien(titre, address));
            }
        }
        let sections = sections.into_iter().map(|(section, mut liens)| {
            liens.sort_by_key(|lien| (fold(&lien.titre), lien.href.clone()));
            SectionPlan { cle: section.heading(), liens }
        });
        let vue = Vue::Plan(Plan { sections: sections.collect() });
        Prepared::new(self.say("nav_plan"), &self.say("plan_chapeau"), Vec::new(), vue)
    }

    /// Every guide that answers to its number, the withdrawn ones too: paper keeps numbers for years.
    pub(super) fn numbers(&self) -> Prepared {
        let site = self.site();
        let known = site.guide_ids().filter(|id| !matches!(site.guide(*id).status, Status::Draft));
        let mut guides: Vec<_> = known.map(|id| self.guide_card(id)).collect();
        guides.sort_by_key(|card| card.numero);
        let titre = self.say("nav_numeros");
        Prepared::new(titre, &self.say("numeros_chapeau"), Vec::new(), Vue::Numeros(Numeros { guides }))
    }

    /// The field on a page of its own; without JavaScript, the other ways to find.
    pub(super) fn search(&self) -> Prepared {
        let titre = self.say("nav_recherche");
        let vue = Vue::Recherche(Recherche { portes: self.doors() });
        Prepared::new(titre, &self.say("recherche_chapeau"), Vec::new(), vue)
    }

    /// The title of a page among others of its kind; none for one that the map leaves to another page.
    fn title_on_map(&self, page: Page) -> Option<String> {
        let site = self.site();
        let few = site.communes.len() <= MANY_COMMUNES;
        Some(match page {
            Page::Need(id) => site.need(id).title.clone(),
            Page::Guide(id) => site.guide(id).title.clone(),
            Page::Service(id) | Page::FormerService(id, None) => site.service(id).name.clone(),
            Page::Product(id) => site.product(id).name.clone(),
            Page::Case(id) => site.case(id).title.clone(),
            Page::Departement(departement) => french(departement.name),
            Page::Role(role) => self.say(&format!("role_{}", role.key())),
            Page::PostalCodes(departement) => {
                self.context.texts.fill("codes_titre", &[("nom", &french(departement.name))])
            }
            // A list of 35,000 is no map: the pages of départements lead to them.
            Page::Epci(epci) if few => self.epci_name(epci),
            Page::Commune(commune) if few => french(commune.name),
            Page::Moved(id, at) => site.guide(id).aliases.get(at)?.value.clone(),
            Page::FormerService(id, Some(at)) => site.service(id).aliases.get(at)?.value.clone(),
            _ => return None,
        })
    }
}
