//! The pages of a site, whatever their address, and the table of their kinds: a new kind of page begins here.
//!
//! Whatever asks « what kinds are there? » (templates, map of the site, sitemap, scripts, menus, titles) reads the table.

use super::Section::{
    Cases, Communes, FormerAddresses, Guides, Needs, Pages, Products, Services, Territories, Withdrawn,
};
use super::{AnswerId, Apart, KindRow, Site};
use crate::model::{CaseId, GuideId, NeedId, ProductId, ServiceId, ServiceKind};
use crate::source::Span;
use crate::territory::{Commune, Departement, Epci};
use crate::text::french;

/// One page of the site to come. [`Page::kind`] gives its row of the table of kinds.
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
    /// Who helps with a need in some communes. Its address changes with the contents: search engines, paper and codes are
    /// given that of a commune's sheet.
    Answer(AnswerId),
    /// Where the answers to a need in a commune were, on a site that is on the web.
    FormerHelp(&'static Commune, NeedId),
    Territories,
    /// What there is for those whom no nearer page covers.
    France,
    Departement(&'static Departement),
    /// Who holds a role, commune by commune: one of [`ServiceKind::ROLES`].
    Role(ServiceKind),
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
    /// Everything that can be printed.
    Mediator,
    /// What is old and what is missing, for those who keep the site.
    Dashboard,
}

macro_rules! kinds {
    ($($kind:ident: $row:expr;)*) => {
        /// A kind of page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PageKind { $($kind),* }

        impl PageKind {
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            #[must_use]
            pub fn row(self) -> &'static KindRow {
                const ROWS: &[KindRow] = &[$($row),*];
                &ROWS[self as usize]
            }
        }
    };
}

kinds! {
    Home: KindRow::named("accueil", "accueil.html").titled(Pages, "nav_accueil").apart(Apart::Site).in_menu().searching();
    Need: KindRow::named("besoin", "besoin.html").listed(Needs);
    Guide: KindRow::named("guide", "guide.html").listed(Guides).apart(Apart::Number).scripts(&["guide.js"]);
    Withdrawn: KindRow::named("retire", "retire.html").listed(Withdrawn).apart(Apart::Number).quiet();
    Moved: KindRow::named("deplace", "deplace.html").listed(FormerAddresses).apart(Apart::Address).quiet();
    MovedWithdrawn: KindRow::named("retire", "retire.html").listed(FormerAddresses).apart(Apart::Address).quiet();
    Service: KindRow::named("service", "service.html").listed(Services).apart(Apart::Service);
    FormerService: KindRow::named("deplace", "service-retire.html").listed(FormerAddresses).apart(Apart::Address).quiet();
    Product: KindRow::named("produit", "produit.html").listed(Products);
    Cases: KindRow::named("liste-cas", "liste-cas.html").titled(Pages, "nav_cas");
    Case: KindRow::named("cas", "cas.html").listed(Cases);
    Commune: KindRow::named("contact", "contact.html").listed(Communes).apart(Apart::Code).scripts(&["aide.js"]);
    Answer: KindRow::named("aide", "aide.html").apart(Apart::Code).scripts(&["aide.js"]).quiet();
    FormerHelp: KindRow::named("deplace", "deplace.html").apart(Apart::Address).quiet();
    Territories: KindRow::named("territoires", "territoires.html").titled(Pages, "nav_territoires").in_menu();
    France: KindRow::named("france", "territoire.html").titled(Territories, "niveau_france");
    Departement: KindRow::named("departement", "territoire.html").listed(Territories).apart(Apart::Code);
    Role: KindRow::named("role", "role.html").listed(Territories);
    Epci: KindRow::named("epci", "territoire.html").listed(Territories).apart(Apart::Code);
    Communes: KindRow::named("communes", "communes.html").titled(Territories, "communes_titre");
    CommuneSheet: KindRow::named("communes", "communes.html");
    PostalCodes: KindRow::named("codes-postaux", "codes-postaux.html").listed(Territories);
    Az: KindRow::named("az", "az.html").titled(Pages, "nav_az").in_menu();
    Letter: KindRow::named("lettre", "az.html");
    Glossary: KindRow::named("glossaire", "glossaire.html").titled(Pages, "nav_glossaire").in_menu();
    Numbers: KindRow::named("numeros", "numeros.html").titled(Pages, "nav_numeros").scripts(&["numeros.js"]);
    Search: KindRow::named("recherche", "recherche.html").titled(Pages, "nav_recherche").in_menu().searching();
    FirstQuestion: KindRow::named("orientation", "orientation.html").titled(Pages, "nav_orientation").apart(Apart::Answers);
    Question: KindRow::named("orientation", "orientation.html").apart(Apart::Answers).quiet();
    Advice: KindRow::named("conseil", "conseil.html").apart(Apart::Answers).quiet();
    Map: KindRow::named("plan", "plan.html").in_menu();
    About: KindRow::named("apropos", "apropos.html").titled(Pages, "nav_apropos").in_menu();
    Sources: KindRow::named("sources", "sources.html");
    Accessibility: KindRow::named("accessibilite", "accessibilite.html").titled(Pages, "nav_accessibilite").in_menu();
    NotFound: KindRow::named("erreur", "erreur.html").alone();
    Mediator: KindRow::named("mediateur", "mediateur.html").titled(Pages, "mediateur_titre").scripts(&["mediateur.js"]).quiet();
    Dashboard: KindRow::named("tableau", "tableau.html").titled(Pages, "tableau_titre").quiet();
}

/// More communes than this are not listed one by one on the map of the site, nor do their former addresses answer.
pub(super) const MANY_COMMUNES: usize = 300;

/// How a list names a page.
pub enum ListName {
    Words(String),
    /// By its kind and its own name, as pages name it.
    Epci(&'static Epci),
    /// A phrase of `textes.yaml`, and what stands for its « {nom} ».
    Phrase(String, Option<String>),
}

impl Page {
    /// Its row of the table of kinds.
    #[must_use]
    pub fn kind(self, site: &Site) -> PageKind {
        match self {
            Self::Home => PageKind::Home,
            Self::Need(_) => PageKind::Need,
            Self::Guide(id) if site.guide(id).is_listed() => PageKind::Guide,
            Self::Guide(_) => PageKind::Withdrawn,
            Self::Moved(id, _) if site.guide(id).is_listed() => PageKind::Moved,
            Self::Moved(..) => PageKind::MovedWithdrawn,
            Self::Service(_) => PageKind::Service,
            Self::FormerService(..) => PageKind::FormerService,
            Self::Product(_) => PageKind::Product,
            Self::Cases => PageKind::Cases,
            Self::Case(_) => PageKind::Case,
            Self::Commune(_) => PageKind::Commune,
            Self::Answer(_) => PageKind::Answer,
            Self::FormerHelp(..) => PageKind::FormerHelp,
            Self::Territories => PageKind::Territories,
            Self::France => PageKind::France,
            Self::Departement(_) => PageKind::Departement,
            Self::Role(_) => PageKind::Role,
            Self::Epci(_) => PageKind::Epci,
            Self::Communes => PageKind::Communes,
            Self::CommuneSheet(_) => PageKind::CommuneSheet,
            Self::PostalCodes(_) => PageKind::PostalCodes,
            Self::Az => PageKind::Az,
            Self::Letter(_) => PageKind::Letter,
            Self::Glossary => PageKind::Glossary,
            Self::Numbers => PageKind::Numbers,
            Self::Search => PageKind::Search,
            Self::Triage(0) => PageKind::FirstQuestion,
            Self::Triage(at) if site.triage.pages[at].question.is_some() => PageKind::Question,
            Self::Triage(_) => PageKind::Advice,
            Self::Map => PageKind::Map,
            Self::About => PageKind::About,
            Self::Sources(_) => PageKind::Sources,
            Self::Accessibility => PageKind::Accessibility,
            Self::NotFound => PageKind::NotFound,
            Self::Mediator => PageKind::Mediator,
            Self::Dashboard => PageKind::Dashboard,
        }
    }

    /// How a list of pages names it; none for a page that lists leave to another: it is reached from there, or its row of
    /// the table has a title.
    #[must_use]
    pub fn list_name(self, site: &Site) -> Option<ListName> {
        let words = |text: &str| Some(ListName::Words(text.to_owned()));
        // A list of 35,000 is no map: the pages of départements lead to them.
        let few = site.communes.len() <= MANY_COMMUNES;
        match self {
            Self::Need(id) => words(&site.need(id).title),
            Self::Guide(id) => words(&site.guide(id).title),
            Self::Service(id) | Self::FormerService(id, None) => words(&site.service(id).name),
            Self::Product(id) => words(&site.product(id).name),
            Self::Case(id) => words(&site.case(id).title),
            Self::Departement(departement) => words(&french(departement.name)),
            Self::Role(role) => Some(ListName::Phrase(format!("role_{}", role.key()), None)),
            Self::PostalCodes(departement) => {
                Some(ListName::Phrase("codes_titre".to_owned(), Some(french(departement.name))))
            }
            Self::Epci(epci) => few.then_some(ListName::Epci(epci)),
            Self::Commune(commune) => few.then(|| ListName::Words(french(commune.name))),
            Self::Moved(id, at) => words(&site.guide(id).aliases.get(at)?.value),
            Self::FormerService(id, Some(at)) => words(&site.service(id).aliases.get(at)?.value),
            Self::Home
            | Self::Cases
            | Self::Answer(_)
            | Self::FormerHelp(..)
            | Self::Territories
            | Self::France
            | Self::Communes
            | Self::CommuneSheet(_)
            | Self::Az
            | Self::Letter(_)
            | Self::Glossary
            | Self::Numbers
            | Self::Search
            | Self::Triage(_)
            | Self::Map
            | Self::About
            | Self::Sources(_)
            | Self::Accessibility
            | Self::NotFound
            | Self::Mediator
            | Self::Dashboard => None,
        }
    }

    /// Where its author wrote what it shows; none for a page that is made of many texts.
    #[must_use]
    pub fn written_at(self, site: &Site) -> Option<Span> {
        match self {
            Self::Guide(id) | Self::Moved(id, _) => Some(site.guide(id).span),
            Self::Service(id) | Self::FormerService(id, _) => Some(site.service(id).span),
            Self::Product(id) => Some(site.product(id).span),
            Self::Case(id) => Some(site.case(id).span),
            Self::Need(id) => Some(site.need(id).span),
            Self::Glossary => site.words.first().map(|word| word.span),
            Self::Home
            | Self::Cases
            | Self::Commune(_)
            | Self::Answer(_)
            | Self::FormerHelp(..)
            | Self::Territories
            | Self::France
            | Self::Departement(_)
            | Self::Role(_)
            | Self::Epci(_)
            | Self::Communes
            | Self::CommuneSheet(_)
            | Self::PostalCodes(_)
            | Self::Az
            | Self::Letter(_)
            | Self::Numbers
            | Self::Search
            | Self::Triage(_)
            | Self::Map
            | Self::About
            | Self::Sources(_)
            | Self::Accessibility
            | Self::NotFound
            | Self::Mediator
            | Self::Dashboard => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::ASSETS;

    #[test]
    fn every_script_of_a_kind_is_a_file_of_the_site() {
        for kind in PageKind::ALL {
            for script in kind.row().scripts {
                assert!(ASSETS.contains(script), "{kind:?} asks for {script}");
            }
        }
    }

    #[test]
    fn kinds_of_one_name_differ_for_the_reader_in_nothing_that_a_template_sees() {
        for a in PageKind::ALL {
            for b in PageKind::ALL.iter().filter(|b| b.row().name == a.row().name) {
                let (a, b) = (a.row(), b.row());
                assert_eq!((a.chrome, a.searches), (b.chrome, b.searches), "{}", a.name);
            }
        }
    }

    #[test]
    fn who_keeps_the_site_is_not_offered_to_search_engines() {
        for kind in
            [PageKind::Dashboard, PageKind::Mediator, PageKind::NotFound, PageKind::Moved, PageKind::Question]
        {
            assert!(!kind.row().in_sitemap, "{kind:?}");
        }
        assert!(PageKind::Guide.row().in_sitemap && PageKind::FirstQuestion.row().in_sitemap);
    }
}
