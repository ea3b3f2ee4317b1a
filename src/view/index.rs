//! Pages that list the others: glossary, map of the site, numbers.

use super::az::{anchor, heading};
use super::contract::{Glossaire, LettreGlossaire, Lien, Mot, Numeros, Plan, Recherche, SectionPlan};
use super::{Builder, View, Vue};
use crate::model::Status;
use crate::site::{Page, initial};
use crate::text::{fold, french};
use std::collections::BTreeMap;

/// Communes above which the map of the site leaves them to their own lists.
const MANY_COMMUNES: usize = 300;

impl Builder<'_> {
    pub(super) fn glossary(&self) -> View {
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
        self.finish("glossaire", titre, &self.say("glossaire_chapeau"), Vec::new(), vue)
    }

    /// A link to every page but itself, by section.
    pub(super) fn map(&self) -> View {
        let mut sections: BTreeMap<u8, SectionPlan> = BTreeMap::new();
        for (address, page) in self.site().addresses.iter() {
            if let Some((rank, cle, titre)) = self.entry_of_map(page) {
                let section = sections.entry(rank).or_insert_with(|| SectionPlan { cle, liens: Vec::new() });
                section.liens.push(self.lien(titre, address));
            }
        }
        for section in sections.values_mut() {
            section.liens.sort_by_key(|lien| (fold(&lien.titre), lien.href.clone()));
        }
        let vue = Vue::Plan(Plan { sections: sections.into_values().collect() });
        let titre = self.say("nav_plan");
        self.finish("plan", titre, &self.say("plan_chapeau"), Vec::new(), vue)
    }

    /// Every guide that answers to its number, the withdrawn ones too: paper keeps numbers for years.
    pub(super) fn numbers(&self) -> View {
        let site = self.site();
        let known = site.guide_ids().filter(|id| !matches!(site.guide(*id).status, Status::Draft));
        let mut guides: Vec<_> = known.map(|id| self.guide_card(id)).collect();
        guides.sort_by_key(|card| card.numero);
        let titre = self.say("nav_numeros");
        self.finish(
            "numeros",
            titre,
            &self.say("numeros_chapeau"),
            Vec::new(),
            Vue::Numeros(Numeros { guides }),
        )
    }

    /// The field on a page of its own; without JavaScript, the other ways to find.
    pub(super) fn search(&self) -> View {
        let titre = self.say("nav_recherche");
        let vue = Vue::Recherche(Recherche { portes: self.doors() });
        self.finish("recherche", titre, &self.say("recherche_chapeau"), Vec::new(), vue)
    }

    fn entry_of_map(&self, page: Page) -> Option<(u8, &'static str, String)> {
        let site = self.site();
        let few = site.communes.len() <= MANY_COMMUNES;
        Some(match page {
            Page::Home => (0, "plan_pages", self.say("nav_accueil")),
            Page::Territories => (0, "plan_pages", self.say("nav_territoires")),
            Page::Az => (0, "plan_pages", self.say("nav_az")),
            Page::Glossary => (0, "plan_pages", self.say("nav_glossaire")),
            Page::Search => (0, "plan_pages", self.say("nav_recherche")),
            Page::Numbers => (0, "plan_pages", self.say("nav_numeros")),
            Page::Mediator => (0, "plan_pages", self.say("mediateur_titre")),
            Page::Dashboard => (0, "plan_pages", self.say("tableau_titre")),
            Page::About => (0, "plan_pages", self.say("nav_apropos")),
            Page::Accessibility => (0, "plan_pages", self.say("nav_accessibilite")),
            Page::Need(id) => (1, "plan_besoins", site.need(id).title.clone()),
            Page::Guide(id) if site.guide(id).is_listed() => (2, "plan_guides", site.guide(id).title.clone()),
            Page::Guide(id) => (3, "plan_retires", site.guide(id).title.clone()),
            Page::Service(id) => (4, "plan_services", site.service(id).name.clone()),
            Page::Product(id) => (5, "plan_produits", site.product(id).name.clone()),
            Page::Cases => (0, "plan_pages", self.say("nav_cas")),
            Page::Case(id) => (8, "plan_cas", site.case(id).title.clone()),
            Page::France => (6, "plan_territoires", self.say("niveau_france")),
            Page::Departement(departement) => (6, "plan_territoires", french(departement.name)),
            Page::Role(role) => (6, "plan_territoires", self.say(&format!("role_{}", role.key()))),
            Page::Communes => (6, "plan_territoires", self.say("communes_titre")),
            Page::PostalCodes(departement) => {
                let nom = french(departement.name);
                (6, "plan_territoires", self.context.texts.fill("codes_titre", &[("nom", &nom)]))
            }
            // A list of 35,000 is no map: the pages above lead to them.
            Page::Epci(epci) if few => (6, "plan_territoires", self.epci_name(epci)),
            Page::Commune(commune) if few => (7, "plan_communes", french(commune.name)),
            Page::Triage(0) => (0, "plan_pages", self.say("nav_orientation")),
            Page::Moved(id, at) => {
                let alias = site.guide(id).aliases.get(at)?;
                (9, "plan_adresses", alias.value.clone())
            }
            Page::FormerService(id, Some(at)) => {
                let alias = site.service(id).aliases.get(at)?;
                (9, "plan_adresses", alias.value.clone())
            }
            Page::FormerService(id, None) => (9, "plan_adresses", site.service(id).name.clone()),
            Page::Triage(_)
            | Page::Commune(_)
            | Page::Epci(_)
            | Page::CommuneSheet(_)
            | Page::Letter(_)
            | Page::Sources(_)
            | Page::Help(..)
            | Page::Map
            | Page::NotFound
            | Page::StyleSheet
            | Page::Asset(_)
            | Page::CommunesData
            | Page::SearchData
            | Page::Sitemap
            | Page::Paper(_)
            | Page::PaperPart(_)
            | Page::Picture(_) => {
                return None;
            }
        })
    }
}
