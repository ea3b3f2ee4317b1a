//! Pages that list the others: A to Z, glossary, map of the site, about.

use super::contract::{
    Apropos, Az, Entree, Glossaire, Lettre, LettreGlossaire, Lien, Mot, Numeros, Plan, Recherche,
    SectionPlan, Source, Urgence,
};
use super::{Builder, View, Vue, cards};
use crate::model::Status;
use crate::search::{Call, Contact};
use crate::site::Page;
use crate::text::{PartialDate, fold, french};
use std::collections::BTreeMap;

/// The letter under which a word is looked up: « É » is under « E », « 114 » under « 0–9 ».
fn letter(word: &str) -> (String, String) {
    match fold(word).chars().find(char::is_ascii_alphanumeric) {
        Some(c) if c.is_ascii_alphabetic() => (c.to_ascii_uppercase().to_string(), format!("lettre-{c}")),
        _ => ("0–9".to_owned(), "lettre-0".to_owned()),
    }
}

/// Services that share a word, above which a list of them is no answer.
const CROWD: usize = 4;

/// Communes above which the map of the site leaves them to their own lists.
const MANY_COMMUNES: usize = 300;

/// A word without its accents and its plurals: of « chèque » and « cheques », side by side and leading to the same page, one is enough.
fn stem(mot: &str) -> String {
    let words = fold(mot);
    let one = |word: &str| {
        if word.len() > 3 { word.trim_end_matches(['s', 'x']).to_owned() } else { word.to_owned() }
    };
    words.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

impl Builder<'_> {
    pub(super) fn az(&self) -> View {
        let mut letters: BTreeMap<(String, String), BTreeMap<(String, String), Entree>> = BTreeMap::new();
        for entry in self.without_crowds(self.entries()) {
            let word = (stem(&entry.mot), entry.href.clone());
            letters.entry(letter(&entry.mot)).or_default().entry(word).or_insert(entry);
        }
        let lettres = letters
            .into_iter()
            .map(|((lettre, ancre), entrees)| Lettre {
                lettre,
                ancre,
                entrees: entrees.into_values().collect(),
            })
            .collect();
        let titre = self.say("nav_az");
        let calls = Call::all(self.site());
        let common = calls.first().map_or("", |call| call.written.as_str());
        let links = |contacts: &mut dyn Iterator<Item = &Contact>| {
            contacts.filter_map(|contact| self.call_link(contact)).collect::<Vec<_>>()
        };
        let urgences = calls.iter().map(|call| Urgence {
            phrase: call.sentence.clone(),
            ecrit: if call.written == common { String::new() } else { call.written.clone() },
            appels: links(&mut call.contacts.iter()),
        });
        let az = Az {
            urgences: urgences.collect(),
            ecrit: common.to_owned(),
            messages: links(&mut calls.iter().take(1).filter_map(|call| call.by_message.as_ref())),
            lettres,
        };
        self.finish("az", titre, &self.say("az_chapeau"), Vec::new(), Vue::Az(az))
    }

    /// A number as a link that calls it, or that writes to it.
    fn call_link(&self, contact: &Contact) -> Option<Lien> {
        let number = contact.number.as_ref()?;
        let (key, scheme) =
            if contact.message { ("urgence_ecrire", "sms:") } else { ("urgence_appeler", "tel:") };
        let titre = self.context.texts.fill(key, &[("numero", &number.spoken())]);
        Some(Lien { titre, href: format!("{scheme}{}", number.dialled()) })
    }

    /// A word that leads to many services, as « mairie » does, leads to the choice of a commune instead.
    fn without_crowds(&self, entries: Vec<Entree>) -> Vec<Entree> {
        let mut by_word: BTreeMap<String, Vec<Entree>> = BTreeMap::new();
        for entry in entries {
            by_word.entry(fold(&entry.mot)).or_default().push(entry);
        }
        let mut kept = Vec::new();
        for mut same in by_word.into_values() {
            if same.iter().filter(|entry| entry.sorte == "service").count() > CROWD {
                let mot = same[0].mot.clone();
                same.retain(|entry| entry.sorte != "service");
                let titre = self.say("nav_territoires");
                same.push(Entree { mot, titre, href: self.href("territoires.html"), sorte: "territoires" });
            }
            kept.append(&mut same);
        }
        kept
    }

    /// Every word by which something can be looked up; titles first, so that they win over lay words.
    fn entries(&self) -> Vec<Entree> {
        let site = self.site();
        let addresses = &site.addresses;
        let mut entries = Vec::new();
        let mut add = |title: &str, words: Vec<&String>, address: &str, sorte: &'static str| {
            for mot in std::iter::once(title).chain(words.into_iter().map(String::as_str)) {
                entries.push(Entree {
                    mot: mot.to_owned(),
                    titre: title.to_owned(),
                    href: self.href(address),
                    sorte,
                });
            }
        };
        for (at, need) in site.needs.iter().enumerate() {
            add(&need.title, Vec::new(), addresses.need(crate::model::NeedId(at)), "besoin");
        }
        for id in site.guide_ids() {
            let guide = site.guide(id);
            if !matches!(guide.status, Status::Draft) {
                add(&guide.title, guide.also_said.iter().collect(), addresses.guide(id), "guide");
            }
        }
        for id in site.service_ids() {
            let s = site.service(id);
            if s.is_listed() {
                let words = s.other_names.iter().chain(&s.former_names).chain(&s.also_said);
                add(&s.name, words.collect(), addresses.service(id), "service");
            }
        }
        for id in site.listed_cases() {
            let case = site.case(id);
            add(&case.title, case.also_said.iter().collect(), addresses.case(id), "cas");
        }
        for (at, product) in site.products.iter().enumerate() {
            let words = product.other_names.iter().chain(&product.also_said);
            add(&product.name, words.collect(), addresses.product(crate::model::ProductId(at)), "produit");
        }
        for word in &site.words {
            // « adresse web » stands beside « adresse de site » already.
            let first = |mot: &str| stem(mot).split(' ').next().map(str::to_owned);
            let far = word.other_forms.iter().filter(|form| first(form) != first(&word.word));
            add(&word.word, far.collect(), &format!("glossaire.html#mot-{}", word.id), "mot");
        }
        entries
    }

    pub(super) fn glossary(&self) -> View {
        let site = self.site();
        let mut letters: BTreeMap<(String, String), BTreeMap<String, Mot>> = BTreeMap::new();
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
                .entry(letter(&word.word))
                .or_default()
                .insert(format!("{} {}", fold(&word.word), word.id), mot);
        }
        let lettres = letters
            .into_iter()
            .map(|((lettre, ancre), mots)| LettreGlossaire {
                lettre,
                ancre,
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

    pub(super) fn about(&self) -> View {
        let site = self.site();
        let settings = &site.settings;
        let listed = site.service_ids().filter(|id| site.service(*id).is_listed());
        let vue = Apropos {
            resume: settings.summary.clone(),
            editeur: settings.publisher.clone(),
            contact: settings.contact.clone(),
            licence: settings.licence.clone(),
            date: self.today(),
            version: env!("CARGO_PKG_VERSION"),
            nombre_guides: site.guides.iter().filter(|guide| guide.is_listed()).count(),
            nombre_services: listed.count(),
            nombre_communes: site.communes.len(),
            sources: self.all_sources(),
        };
        let titre = self.say("nav_apropos");
        self.finish("apropos", titre, &settings.summary, Vec::new(), Vue::Apropos(vue))
    }

    /// Each source of the site once, by title; the table of communes comes first, for every page rests on it.
    fn all_sources(&self) -> Vec<Source> {
        let site = self.site();
        let blocks = site
            .guides
            .iter()
            .filter(|guide| guide.is_listed())
            .map(|guide| &guide.verification)
            .chain(site.services.iter().filter(|s| s.is_listed()).map(|service| &service.verification))
            .chain(site.listed_cases().map(|id| &site.case(id).verification))
            .chain(site.products.iter().map(|product| &product.verification));
        let mut seen = BTreeMap::new();
        for reference in blocks.flat_map(|block| &block.references) {
            let source = cards::source(reference);
            // The newest first, by the calendar: written out, « août » comes before « mai ».
            let date = std::cmp::Reverse(reference.date.map(PartialDate::latest));
            seen.entry((fold(&source.titre), source.adresse.clone(), date)).or_insert(source);
        }
        let mut list: Vec<Source> = seen.into_values().collect();
        let territories = crate::territory::france().source();
        let source = Source {
            titre: self.context.texts.fill("source_territoires", &[("annee", &territories.year)]),
            adresse: None,
            date: Some(territories.year.to_string()),
            licence: Some(format!("{} – {}", french(territories.licence), french(territories.origin))),
        };
        list.insert(0, source);
        list
    }
}
