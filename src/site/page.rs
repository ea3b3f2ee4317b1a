//! The pages of a site, whatever their address.

use super::{PageKind, Site};
use crate::model::{CaseId, GuideId, NeedId, ProductId, ServiceId, ServiceKind};
use crate::source::Span;
use crate::territory::{Commune, Departement, Epci};

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
    /// Who helps with that need in that commune.
    Help(&'static Commune, NeedId),
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
            Self::Help(..) => PageKind::Help,
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
            | Self::Help(..)
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
