//! The address of every file, planned before the first byte is made.
//!
//! Rules of what browsers allow offline: relative, with the full file name, lower-case ASCII, communes split
//! by département so that no folder grows too large for a USB key.

use super::files::{ASSETS, COMMUNES_DATA, SEARCH_DATA, STYLE_SHEET, SiteFile, asset_address};
use super::gazetteer::NamesSheet;
use super::page::MANY_COMMUNES;
use super::paper::PaperFile;
use super::{AnswerZone, Page, Site};
use crate::diag::catalogue::{identity, paper as say_paper};
use crate::diag::{Diagnostics, Place};
use crate::model::{
    CaseId, Delivery, GuideId, Need, NeedId, Paper, ProductId, ServiceId, ServiceKind, Status,
};
use crate::territory::{Commune, Departement, Epci};
use crate::text::slug;
use std::collections::{BTreeMap, BTreeSet};

/// What is old and what is missing: [`Page::Dashboard`].
pub const DASHBOARD: &str = "tableau-de-bord.html";

/// All addresses, each with what stands there; in order.
#[derive(Default)]
pub struct Addresses {
    files: BTreeMap<String, SiteFile>,
    needs: Vec<String>,
    guides: Vec<String>,
    services: Vec<String>,
    products: Vec<String>,
    cases: Vec<String>,
}

impl Addresses {
    pub(super) fn plan(site: &Site, out: &mut Diagnostics) -> Self {
        let mut plan = AddressPlan { addresses: Self::default(), places: BTreeMap::new(), out };
        for (address, page) in [
            ("index.html", Page::Home),
            ("territoires.html", Page::Territories),
            ("territoires/france.html", Page::France),
            ("a-z.html", Page::Az),
            ("glossaire.html", Page::Glossary),
            ("numeros.html", Page::Numbers),
            ("recherche.html", Page::Search),
            ("plan.html", Page::Map),
            ("a-propos.html", Page::About),
            ("accessibilite.html", Page::Accessibility),
            ("404.html", Page::NotFound),
        ] {
            plan.page(address.to_owned(), page, &Place::Nowhere);
        }
        for (address, file) in [
            (STYLE_SHEET, SiteFile::StyleSheet),
            (COMMUNES_DATA, SiteFile::CommunesData),
            (SEARCH_DATA, SiteFile::SearchData),
        ] {
            plan.add(address.to_owned(), file, &Place::Nowhere);
        }
        // On a public screen, readers have no use for it.
        if site.settings.delivery != Delivery::Kiosk {
            plan.page(DASHBOARD.to_owned(), Page::Dashboard, &Place::Nowhere);
        }
        let paper = site.has_paper();
        for name in ASSETS.into_iter().filter(|name| paper || *name != "mediateur.js") {
            plan.add(asset_address(name), SiteFile::Asset(name), &Place::Nowhere);
        }
        if site.settings.base_url.is_some() {
            plan.add("sitemap.xml".to_owned(), SiteFile::Sitemap, &Place::Nowhere);
        }
        if site.alphabet.is_cut() {
            for (letter, _) in site.alphabet.letters() {
                plan.page(letter_address(letter), Page::Letter(letter), &Place::Nowhere);
            }
        }
        if site.bibliography.is_cut() {
            for (letter, _) in site.bibliography.letters() {
                plan.page(sources_address(letter), Page::Sources(letter), &Place::Nowhere);
            }
        }
        plan.needs(site);
        plan.guides(site);
        let mut names = BTreeSet::new();
        for (id, service) in site.services.pairs() {
            let address = format!("services/{}.html", service.id);
            let page = if service.is_listed() {
                Some(Page::Service(id))
            } else {
                // What is withdrawn still answers where it was.
                service.is_withdrawn().then_some(Page::FormerService(id, None))
            };
            // A name that is taken twice was told by its own finding.
            if let Some(page) = page.filter(|_| names.insert(&service.id)) {
                plan.page(address.clone(), page, &Place::Span(service.span));
            }
            plan.addresses.services.push(address);
        }
        for (id, product) in site.products.pairs() {
            let address = format!("produits/{}.html", product.id);
            plan.page(address.clone(), Page::Product(id), &Place::Span(product.span));
            plan.addresses.products.push(address);
        }
        if paper {
            plan.papers(site);
        } else if site.settings.paper && !Paper::AVAILABLE {
            plan.out.push(say_paper::not_in_this_program());
        }
        plan.cases(site);
        for (at, page) in site.triage.pages.iter().enumerate() {
            plan.page(page.address.clone(), Page::Triage(at), &Place::Nowhere);
        }
        plan.territories(site);
        for role in site.roles() {
            plan.page(role_address(role), Page::Role(role), &Place::Nowhere);
        }
        plan.communes(site);
        plan.addresses
    }

    /// Every file, by address.
    pub fn iter(&self) -> impl Iterator<Item = (&str, SiteFile)> {
        self.files.iter().map(|(address, file)| (address.as_str(), *file))
    }

    /// Every page, by address.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Page)> {
        self.iter().filter_map(|(address, file)| match file {
            SiteFile::Page(page) => Some((address, page)),
            _ => None,
        })
    }

    /// Every PDF, by address.
    pub fn papers(&self) -> impl Iterator<Item = (&str, PaperFile)> {
        self.iter().filter_map(|(address, file)| match file {
            SiteFile::Paper(paper) => Some((address, paper)),
            _ => None,
        })
    }

    /// What stands at an address.
    #[must_use]
    pub fn get(&self, address: &str) -> Option<SiteFile> {
        self.files.get(address).copied()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    #[must_use]
    pub fn need(&self, id: NeedId) -> &str {
        &self.needs[id.0]
    }

    #[must_use]
    pub fn guide(&self, id: GuideId) -> &str {
        &self.guides[id.0]
    }

    #[must_use]
    pub fn service(&self, id: ServiceId) -> &str {
        &self.services[id.0]
    }

    #[must_use]
    pub fn case(&self, id: CaseId) -> &str {
        &self.cases[id.0]
    }

    #[must_use]
    pub fn product(&self, id: ProductId) -> &str {
        &self.products[id.0]
    }
}

/// `territoires/29/landerneau-29103.html`; the code makes it unique among twelve Sainte-Colombe.
#[must_use]
pub fn commune_address(commune: &Commune) -> String {
    let departement = commune.departement.code.to_ascii_lowercase();
    format!("territoires/{departement}/{}.html", commune_stem(commune))
}

/// `territoires/29/aide-appel-video-du-pays-de-landerneau-daoulas-242900801.html`: who answers a need for some communes.
#[must_use]
pub(super) fn answer_address(need: &str, zone: AnswerZone, communes: &[&'static Commune]) -> String {
    let first = communes[0];
    let name = match zone {
        AnswerZone::Departement(_) => "departement".to_owned(),
        AnswerZone::Epci(epci) => epci_stem(epci),
        AnswerZone::Communes if communes.len() == 1 => commune_stem(first),
        AnswerZone::Communes => commune_stem(first) + "-et-autres",
    };
    format!("territoires/{}/aide-{need}-{name}.html", first.departement.code.to_ascii_lowercase())
}

/// `territoires/29/landerneau-29103-appel-video.html`: where the answers to a need in a commune were until 2026.
#[must_use]
pub fn former_help_address(commune: &Commune, need: &str) -> String {
    commune_address(commune).replace(".html", &format!("-{need}.html"))
}

/// `a-z/b.html`; `a-z/0.html` for all figures.
#[must_use]
pub fn letter_address(letter: char) -> String {
    format!("a-z/{letter}.html")
}

/// `sources/b.html`; `sources/0.html` for all figures.
#[must_use]
pub fn sources_address(letter: char) -> String {
    format!("sources/{letter}.html")
}

/// `roles/ccas.html`
#[must_use]
pub fn role_address(role: ServiceKind) -> String {
    format!("roles/{}.html", role.key())
}

/// `territoires/29.html`, beside the folder of its communes.
#[must_use]
pub fn departement_address(departement: &Departement) -> String {
    format!("territoires/{}.html", departement.code.to_ascii_lowercase())
}

/// `territoires/29/codes-postaux.html`
#[must_use]
pub fn postal_address(departement: &Departement) -> String {
    format!("territoires/{}/codes-postaux.html", departement.code.to_ascii_lowercase())
}

/// `territoires/epci/du-pays-de-landerneau-daoulas-242900801.html`
#[must_use]
pub fn epci_address(epci: &Epci) -> String {
    format!("territoires/epci/{}.html", epci_stem(epci))
}

fn epci_stem(epci: &Epci) -> String {
    format!("{}-{}", slug(&epci.own_name()), epci.siren)
}

/// `communes/s-3.html`; `communes/y.html` when the letter has one sheet.
#[must_use]
pub fn sheet_address(sheet: &NamesSheet) -> String {
    match sheet.rank {
        0 => format!("communes/{}.html", sheet.letter),
        rank => format!("communes/{}-{rank}.html", sheet.letter),
    }
}

fn commune_stem(commune: &Commune) -> String {
    format!("{}-{}", slug(commune.name), commune.code.to_ascii_lowercase())
}

struct AddressPlan<'a> {
    addresses: Addresses,
    /// Those that a file of the content asked for.
    places: BTreeMap<String, Place>,
    out: &'a mut Diagnostics,
}

/// The needs without those whose name is taken, which was told by its own finding.
fn own_names(site: &Site) -> Vec<(NeedId, &Need)> {
    let mut names = BTreeSet::new();
    site.needs.pairs().filter(|(_, need)| names.insert(&need.id)).collect()
}

impl AddressPlan<'_> {
    fn page(&mut self, address: String, page: Page, place: &Place) {
        self.add(address, SiteFile::Page(page), place);
    }

    fn add(&mut self, address: String, file: SiteFile, place: &Place) {
        if let Some(there) = self.addresses.files.get(&address) {
            // A guide may show one picture in two étapes.
            if *there != file {
                let other = self.places.get(&address).unwrap_or(&Place::Nowhere);
                let (place, other) = if *place == Place::Nowhere { (other, place) } else { (place, other) };
                self.out.push(identity::same_address(place.clone(), &address, other.clone()));
            }
            return;
        }
        if *place != Place::Nowhere {
            self.places.insert(address.clone(), place.clone());
        }
        self.addresses.files.insert(address, file);
    }

    /// The list of cases, when there is one to show, and a page for each.
    fn cases(&mut self, site: &Site) {
        if site.listed_cases().next().is_some() {
            self.page("cas.html".to_owned(), Page::Cases, &Place::Nowhere);
        }
        for (id, case) in site.cases.pairs() {
            let address = format!("cas/{}.html", case.id);
            if case.is_listed() {
                self.page(address.clone(), Page::Case(id), &Place::Span(case.span));
            }
            self.addresses.cases.push(address);
        }
    }

    fn papers(&mut self, site: &Site) {
        self.page("mediateur.html".to_owned(), Page::Mediator, &Place::Nowhere);
        for file in PaperFile::all(site) {
            self.add(file.address(site), SiteFile::Paper(file), &Place::Nowhere);
        }
        for id in site.guide_ids().filter(|id| site.guide(*id).is_listed()) {
            self.add(PaperFile::part(site.guide(id).number), SiteFile::PaperPart(id), &Place::Nowhere);
        }
    }

    /// The sheet of each commune, and who answers each need. On the web, the addresses of before lead there, unless they
    /// are hundreds of thousands: then the page of errors says where to look.
    fn communes(&mut self, site: &Site) {
        let needs = own_names(site);
        let own: BTreeSet<NeedId> = needs.iter().map(|(id, _)| *id).collect();
        for (id, group) in site.answers.pairs().filter(|(_, group)| own.contains(&group.need)) {
            self.page(group.address.clone(), Page::Answer(id), &Place::Nowhere);
        }
        let remembers = site.settings.delivery == Delivery::Web && site.communes.len() <= MANY_COMMUNES;
        for &commune in &site.communes {
            self.page(commune_address(commune), Page::Commune(commune), &Place::Nowhere);
            for &(id, need) in needs.iter().filter(|_| remembers) {
                let address = former_help_address(commune, &need.id);
                self.page(address, Page::FormerHelp(commune, id), &Place::Nowhere);
            }
        }
    }

    /// The ways to a commune. A site without territory has none.
    fn territories(&mut self, site: &Site) {
        if site.communes.is_empty() {
            return;
        }
        let gazetteer = &site.gazetteer;
        self.page("communes.html".to_owned(), Page::Communes, &Place::Nowhere);
        for (at, sheet) in gazetteer.sheets.iter().enumerate() {
            self.page(sheet_address(sheet), Page::CommuneSheet(at), &Place::Nowhere);
        }
        for &departement in gazetteer.departements.keys() {
            self.page(departement_address(departement), Page::Departement(departement), &Place::Nowhere);
            self.page(postal_address(departement), Page::PostalCodes(departement), &Place::Nowhere);
        }
        for &epci in gazetteer.epcis.keys() {
            self.page(epci_address(epci), Page::Epci(epci), &Place::Nowhere);
        }
    }

    fn needs(&mut self, site: &Site) {
        for (id, need) in own_names(site) {
            self.page(format!("besoins/{}.html", need.id), Page::Need(id), &Place::Span(need.span));
        }
        for need in &site.needs {
            self.addresses.needs.push(format!("besoins/{}.html", need.id));
            if let Some((file, name)) = &need.drawing {
                self.add(format!("dessins/{name}"), SiteFile::Copy(*file), &Place::Span(need.span));
            }
        }
    }

    /// Guides first, then their old addresses: a live page wins over a memory.
    fn guides(&mut self, site: &Site) {
        for (id, guide) in site.guides.pairs() {
            let address = format!("guides/{}.html", guide.id);
            if !matches!(guide.status, Status::Draft) {
                self.page(address.clone(), Page::Guide(id), &Place::Span(guide.number_span));
            }
            self.addresses.guides.push(address);
            if guide.is_listed() {
                for film in guide.films() {
                    let files = [(&film.name, film.file), (&film.poster.name, film.poster.file)];
                    for (name, file) in files {
                        let address = format!("guides/{}/{name}", guide.id);
                        self.add(address, SiteFile::Copy(file), &Place::Span(film.span));
                    }
                }
                for step in &guide.steps {
                    let address = format!("guides/{}/{}", guide.id, step.picture.name);
                    self.add(address, SiteFile::Copy(step.picture.file), &Place::Span(step.span));
                }
            }
        }
        for (id, guide) in site.guides.pairs() {
            if matches!(guide.status, Status::Draft) {
                continue;
            }
            for (at, alias) in guide.aliases.iter().enumerate() {
                self.page(alias.value.clone(), Page::Moved(id, at), &Place::Span(alias.span));
            }
        }
        for (id, service) in site.services.pairs() {
            if !service.is_listed() && !service.is_withdrawn() {
                continue;
            }
            for (at, alias) in service.aliases.iter().enumerate() {
                let page = Page::FormerService(id, Some(at));
                self.page(alias.value.clone(), page, &Place::Span(alias.span));
            }
        }
    }
}
