//! The address of every page, planned before the first byte is made.
//!
//! Rules of what browsers allow offline: relative, with the full file name, lower-case ASCII, communes split
//! by département so that no folder grows too large for a USB key.

use super::Site;
use super::gazetteer::Sheet;
use super::paper::PaperFile;
use crate::diag::catalogue::{identity, paper as say_paper};
use crate::diag::{Diagnostics, Place};
use crate::model::{CaseId, Delivery, GuideId, Kind, Need, NeedId, Paper, ProductId, ServiceId, Status};
use crate::source::FileId;
use crate::territory::{Commune, Departement, Epci};
use crate::text::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Where the theme's style sheet goes.
pub const SHEET: &str = "actifs/kiosque.css";

/// Files of the theme that go to `actifs/`: scripts (that of ages and that of a public screen within « lecture.js »), typefaces and their licence.
pub const ASSETS: [&str; 12] = [
    "atkinson-hyperlegible-next-400.woff2",
    "atkinson-hyperlegible-next-700.woff2",
    "atkinson-hyperlegible-next-licence.txt",
    "communes.js",
    "film.js",
    "guide.js",
    "lecture.js",
    "mediateur.js",
    "mots.js",
    "numeros.js",
    "recherche.js",
    "reglages.js",
];

/// The names and codes of all communes, for the field that finds one.
pub const COMMUNES_DATA: &str = "actifs/communes-donnees.js";

/// What is old and what is missing: [`Page::Dashboard`].
pub const DASHBOARD: &str = "tableau-de-bord.html";

/// Everything that can be found, for the field that searches.
pub const SEARCH_DATA: &str = "actifs/recherche-donnees.js";

/// One file of the site to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Home,
    Need(NeedId),
    Guide(GuideId),
    /// An old address of a guide: its index among the guide's aliases.
    Moved(GuideId, usize),
    Service(ServiceId),
    /// Where a service was: an old address of it (its index among the aliases), or its own, once it is withdrawn.
    FormerService(ServiceId, Option<usize>),
    Product(ProductId),
    /// The list of cases.
    Cases,
    Case(CaseId),
    Commune(&'static Commune),
    /// Who helps with that need in that commune.
    Help(&'static Commune, NeedId),
    Territories,
    /// What there is for those whom no nearer page covers.
    France,
    Departement(&'static Departement),
    /// Who holds a role, commune by commune: one of [`Kind::ROLES`].
    Role(Kind),
    Epci(&'static Epci),
    /// Communes by name: all of them, or the list of [`Page::CommuneSheet`] when they are many.
    Communes,
    /// Some of them: a place among the sheets of [`super::Gazetteer`].
    CommuneSheet(usize),
    /// Communes of a département by postal code.
    PostalCodes(&'static Departement),
    /// All words by letter, or the choice of [`Page::Letter`] when they are many.
    Az,
    /// The words of a letter of [`super::Alphabet`].
    Letter(char),
    Glossary,
    /// Guides by the number that people say on the telephone.
    Numbers,
    /// The field that searches everything, and the other ways to find.
    Search,
    /// A page of the question tree: its place in [`super::Triage::pages`].
    Triage(usize),
    Map,
    About,
    /// The documents of a letter of [`super::Bibliography`].
    Sources(char),
    Accessibility,
    NotFound,
    StyleSheet,
    /// A file of the theme, by its name: see [`ASSETS`].
    Asset(&'static str),
    /// See [`COMMUNES_DATA`].
    CommunesData,
    /// See [`SEARCH_DATA`].
    SearchData,
    Sitemap,
    /// Everything that can be printed.
    Mediator,
    /// What is old and what is missing, for those who keep the site.
    Dashboard,
    /// A PDF.
    Paper(PaperFile),
    /// The text of a guide, for [`Self::Mediator`].
    PaperPart(GuideId),
    /// A picture, copied as it is.
    Picture(FileId),
}

/// All addresses, each with what stands there; in order.
#[derive(Default)]
pub struct Addresses {
    pages: BTreeMap<String, Page>,
    needs: Vec<String>,
    guides: Vec<String>,
    services: Vec<String>,
    products: Vec<String>,
    cases: Vec<String>,
}

impl Addresses {
    pub(super) fn plan(site: &Site, out: &mut Diagnostics) -> Self {
        let mut plan = Plan { addresses: Self::default(), places: BTreeMap::new(), out };
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
            (SHEET, Page::StyleSheet),
            (COMMUNES_DATA, Page::CommunesData),
            (SEARCH_DATA, Page::SearchData),
        ] {
            plan.add(address.to_owned(), page, &Place::Nowhere);
        }
        // On a public screen, readers have no use for it.
        if site.settings.delivery != Delivery::Kiosk {
            plan.add(DASHBOARD.to_owned(), Page::Dashboard, &Place::Nowhere);
        }
        let paper = site.has_paper();
        for name in ASSETS.into_iter().filter(|name| paper || *name != "mediateur.js") {
            plan.add(asset_address(name), Page::Asset(name), &Place::Nowhere);
        }
        if site.settings.base_url.is_some() {
            plan.add("sitemap.xml".to_owned(), Page::Sitemap, &Place::Nowhere);
        }
        if site.alphabet.is_cut() {
            for (letter, _) in site.alphabet.letters() {
                plan.add(letter_address(letter), Page::Letter(letter), &Place::Nowhere);
            }
        }
        if site.bibliography.is_cut() {
            for (letter, _) in site.bibliography.letters() {
                plan.add(sources_address(letter), Page::Sources(letter), &Place::Nowhere);
            }
        }
        plan.needs(site);
        plan.guides(site);
        let mut names = BTreeSet::new();
        for (index, service) in site.services.iter().enumerate() {
            let address = format!("services/{}.html", service.id);
            let id = ServiceId(index);
            let page = if service.is_listed() {
                Some(Page::Service(id))
            } else {
                // What is withdrawn still answers where it was.
                service.is_withdrawn().then_some(Page::FormerService(id, None))
            };
            // A name that is taken twice was told by its own finding.
            if let Some(page) = page.filter(|_| names.insert(&service.id)) {
                plan.add(address.clone(), page, &Place::Span(service.span));
            }
            plan.addresses.services.push(address);
        }
        for (index, product) in site.products.iter().enumerate() {
            let address = format!("produits/{}.html", product.id);
            plan.add(address.clone(), Page::Product(ProductId(index)), &Place::Span(product.span));
            plan.addresses.products.push(address);
        }
        if paper {
            plan.papers(site);
        } else if site.settings.paper && !Paper::AVAILABLE {
            plan.out.push(say_paper::not_in_this_program());
        }
        plan.cases(site);
        for (at, page) in site.triage.pages.iter().enumerate() {
            plan.add(page.address.clone(), Page::Triage(at), &Place::Nowhere);
        }
        plan.territories(site);
        for role in site.roles() {
            plan.add(role_address(role), Page::Role(role), &Place::Nowhere);
        }
        let needs = own_names(site);
        for &commune in &site.communes {
            plan.add(commune_address(commune), Page::Commune(commune), &Place::Nowhere);
            for &(id, need) in &needs {
                plan.add(help_address(commune, &need.id), Page::Help(commune, id), &Place::Nowhere);
            }
        }
        plan.addresses
    }

    /// Every file, by address.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Page)> {
        self.pages.iter().map(|(address, page)| (address.as_str(), *page))
    }

    /// What stands at an address.
    #[must_use]
    pub fn get(&self, address: &str) -> Option<Page> {
        self.pages.get(address).copied()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
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

/// `actifs/guide.js`
#[must_use]
pub fn asset_address(name: &str) -> String {
    format!("actifs/{name}")
}

/// `territoires/29/landerneau-29103.html`; the code makes it unique among twelve Sainte-Colombe.
#[must_use]
pub fn commune_address(commune: &Commune) -> String {
    commune_stem(commune) + ".html"
}

/// `territoires/29/landerneau-29103-appel-video.html`
#[must_use]
pub fn help_address(commune: &Commune, need: &str) -> String {
    format!("{}-{need}.html", commune_stem(commune))
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
pub fn role_address(role: Kind) -> String {
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
    format!("territoires/epci/{}-{}.html", slug(&epci.own_name()), epci.siren)
}

/// `communes/s-3.html`; `communes/y.html` when the letter has one sheet.
#[must_use]
pub fn sheet_address(sheet: &Sheet) -> String {
    match sheet.rank {
        0 => format!("communes/{}.html", sheet.letter),
        rank => format!("communes/{}-{rank}.html", sheet.letter),
    }
}

fn commune_stem(commune: &Commune) -> String {
    let code = commune.code.to_ascii_lowercase();
    let departement = commune.departement.code.to_ascii_lowercase();
    format!("territoires/{departement}/{}-{code}", slug(commune.name))
}

struct Plan<'a> {
    addresses: Addresses,
    /// Those that a file of the content asked for.
    places: BTreeMap<String, Place>,
    out: &'a mut Diagnostics,
}

/// The needs without those whose name is taken, which was told by its own finding.
fn own_names(site: &Site) -> Vec<(NeedId, &Need)> {
    let mut names = BTreeSet::new();
    let all = site.needs.iter().enumerate().map(|(at, need)| (NeedId(at), need));
    all.filter(|(_, need)| names.insert(&need.id)).collect()
}

impl Plan<'_> {
    fn add(&mut self, address: String, page: Page, place: &Place) {
        if let Some(there) = self.addresses.pages.get(&address) {
            // A guide may show one picture in two étapes.
            if *there != page {
                let other = self.places.get(&address).unwrap_or(&Place::Nowhere);
                let (place, other) = if *place == Place::Nowhere { (other, place) } else { (place, other) };
                self.out.push(identity::same_address(place.clone(), &address, other.clone()));
            }
            return;
        }
        if *place != Place::Nowhere {
            self.places.insert(address.clone(), place.clone());
        }
        self.addresses.pages.insert(address, page);
    }

    /// The list of cases, when there is one to show, and a page for each.
    fn cases(&mut self, site: &Site) {
        if site.listed_cases().next().is_some() {
            self.add("cas.html".to_owned(), Page::Cases, &Place::Nowhere);
        }
        for (index, case) in site.cases.iter().enumerate() {
            let address = format!("cas/{}.html", case.id);
            if case.is_listed() {
                self.add(address.clone(), Page::Case(CaseId(index)), &Place::Span(case.span));
            }
            self.addresses.cases.push(address);
        }
    }

    fn papers(&mut self, site: &Site) {
        self.add("mediateur.html".to_owned(), Page::Mediator, &Place::Nowhere);
        for file in PaperFile::all(site) {
            self.add(file.address(site), Page::Paper(file), &Place::Nowhere);
        }
        for id in site.guide_ids().filter(|id| site.guide(*id).is_listed()) {
            self.add(PaperFile::part(site.guide(id).number), Page::PaperPart(id), &Place::Nowhere);
        }
    }

    /// The ways to a commune. A site without territory has none.
    fn territories(&mut self, site: &Site) {
        if site.communes.is_empty() {
            return;
        }
        let gazetteer = &site.gazetteer;
        self.add("communes.html".to_owned(), Page::Communes, &Place::Nowhere);
        for (at, sheet) in gazetteer.sheets.iter().enumerate() {
            self.add(sheet_address(sheet), Page::CommuneSheet(at), &Place::Nowhere);
        }
        for &departement in gazetteer.departements.keys() {
            self.add(departement_address(departement), Page::Departement(departement), &Place::Nowhere);
            self.add(postal_address(departement), Page::PostalCodes(departement), &Place::Nowhere);
        }
        for &epci in gazetteer.epcis.keys() {
            self.add(epci_address(epci), Page::Epci(epci), &Place::Nowhere);
        }
    }

    fn needs(&mut self, site: &Site) {
        for (id, need) in own_names(site) {
            self.add(format!("besoins/{}.html", need.id), Page::Need(id), &Place::Span(need.span));
        }
        for need in &site.needs {
            self.addresses.needs.push(format!("besoins/{}.html", need.id));
            if let Some((file, name)) = &need.drawing {
                self.add(format!("dessins/{name}"), Page::Picture(*file), &Place::Span(need.span));
            }
        }
    }

    /// Guides first, then their old addresses: a live page wins over a memory.
    fn guides(&mut self, site: &Site) {
        for (index, guide) in site.guides.iter().enumerate() {
            let address = format!("guides/{}.html", guide.id);
            if !matches!(guide.status, Status::Draft) {
                self.add(address.clone(), Page::Guide(GuideId(index)), &Place::Span(guide.number_span));
            }
            self.addresses.guides.push(address);
            if guide.is_listed() {
                for film in guide.films() {
                    let files = [(&film.name, film.file), (&film.poster.name, film.poster.file)];
                    for (name, file) in files {
                        let address = format!("guides/{}/{name}", guide.id);
                        self.add(address, Page::Picture(file), &Place::Span(film.span));
                    }
                }
                for step in &guide.steps {
                    let address = format!("guides/{}/{}", guide.id, step.picture.name);
                    self.add(address, Page::Picture(step.picture.file), &Place::Span(step.span));
                }
            }
        }
        for (index, guide) in site.guides.iter().enumerate() {
            if matches!(guide.status, Status::Draft) {
                continue;
            }
            for (at, alias) in guide.aliases.iter().enumerate() {
                self.add(alias.value.clone(), Page::Moved(GuideId(index), at), &Place::Span(alias.span));
            }
        }
        for (index, service) in site.services.iter().enumerate() {
            if !service.is_listed() && !service.is_withdrawn() {
                continue;
            }
            for (at, alias) in service.aliases.iter().enumerate() {
                let page = Page::FormerService(ServiceId(index), Some(at));
                self.add(alias.value.clone(), page, &Place::Span(alias.span));
            }
        }
    }
}
