//! The sheets that somebody verifies, of whatever kind: guides, services, products and cases.

use super::{Addresses, Site};
use crate::model::{CaseId, GuideId, ProductId, ServiceId, Verification};
use crate::source::Span;
use crate::text::closed_list;

closed_list! {
    /// What kind of sheet it is.
    SheetKind {
        Guide = "guide",
        Service = "service",
        Product = "produit",
        Case = "cas",
    }
}

/// Which sheet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetId {
    Guide(GuideId),
    Service(ServiceId),
    Product(ProductId),
    Case(CaseId),
}

impl SheetId {
    #[must_use]
    pub fn kind(self) -> SheetKind {
        match self {
            Self::Guide(_) => SheetKind::Guide,
            Self::Service(_) => SheetKind::Service,
            Self::Product(_) => SheetKind::Product,
            Self::Case(_) => SheetKind::Case,
        }
    }
}

/// One sheet, with what all kinds have in common.
pub struct VerifiedSheet<'a> {
    pub id: SheetId,
    /// What its author calls it: `skype`.
    pub name: &'a str,
    pub title: &'a str,
    pub verification: &'a Verification,
    /// Whether people rely on it; drafts and withdrawn sheets need no verification.
    pub live: bool,
    /// Whether lists show it: a service for professionals alone is live and not listed.
    pub listed: bool,
    pub span: Span,
}

impl VerifiedSheet<'_> {
    #[must_use]
    pub fn kind(&self) -> SheetKind {
        self.id.kind()
    }

    /// « guide/skype »: never the name of two sheets.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{}/{}", self.kind().key(), self.name)
    }
}

impl Site {
    /// Every sheet, by kind, then in the order of their files; drafts and withdrawn ones too.
    pub fn sheets(&self) -> impl Iterator<Item = VerifiedSheet<'_>> {
        let guides = self.guides.pairs().map(|(id, one)| VerifiedSheet {
            id: SheetId::Guide(id),
            name: &one.id,
            title: &one.title,
            verification: &one.verification,
            live: one.status.is_live(),
            listed: one.is_listed(),
            span: one.span,
        });
        let services = self.services.pairs().map(|(id, one)| VerifiedSheet {
            id: SheetId::Service(id),
            name: &one.id,
            title: &one.name,
            verification: &one.verification,
            live: one.status.is_live(),
            listed: one.is_listed(),
            span: one.span,
        });
        // A product that stopped keeps its page: people still have it.
        let products = self.products.pairs().map(|(id, one)| VerifiedSheet {
            id: SheetId::Product(id),
            name: &one.id,
            title: &one.name,
            verification: &one.verification,
            live: true,
            listed: true,
            span: one.span,
        });
        let cases = self.cases.pairs().map(|(id, one)| VerifiedSheet {
            id: SheetId::Case(id),
            name: &one.id,
            title: &one.title,
            verification: &one.verification,
            live: one.status.is_live(),
            listed: one.is_listed(),
            span: one.span,
        });
        guides.chain(services).chain(products).chain(cases)
    }

    /// The sheets that lists show.
    pub fn listed_sheets(&self) -> impl Iterator<Item = VerifiedSheet<'_>> {
        self.sheets().filter(|sheet| sheet.listed)
    }
}

impl Addresses {
    /// That of a sheet's page; empty when it has none.
    #[must_use]
    pub fn sheet(&self, id: SheetId) -> &str {
        match id {
            SheetId::Guide(id) => self.guide(id),
            SheetId::Service(id) => self.service(id),
            SheetId::Product(id) => self.product(id),
            SheetId::Case(id) => self.case(id),
        }
    }
}
