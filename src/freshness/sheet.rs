//! The sheets that somebody verifies, of whatever kind.

use super::VerifyWay;
use crate::model::{Resolved, Service, Verification};
use crate::site::Site;
use crate::source::{Sources, Span};

/// What kind of sheet must be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetKind {
    Service,
    Guide,
    Product,
    Case,
}

impl SheetKind {
    /// The word that links and commands use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Guide => "guide",
            Self::Product => "produit",
            Self::Case => "cas",
        }
    }
}

/// One sheet.
pub struct VerifiedSheet<'a> {
    pub kind: SheetKind,
    pub id: &'a str,
    /// That of a guide.
    pub number: Option<u16>,
    pub title: &'a str,
    /// From the site's folder.
    pub path: &'a str,
    pub verification: &'a Verification,
    /// Whether people read it; drafts and withdrawn sheets need no verification.
    pub live: bool,
    service: Option<&'a Service<Resolved>>,
}

impl VerifiedSheet<'_> {
    /// « guide/skype »: never the name of two sheets.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.kind.key(), self.id)
    }

    /// How it is verified: the surest way, somebody who answers.
    #[must_use]
    pub fn way(&self) -> VerifyWay {
        let Some(service) = self.service else { return VerifyWay::Trial };
        if let Some(line) = service.phones.first() {
            return VerifyWay::Call(line.phone.spoken());
        }
        if let Some(email) = &service.email {
            return VerifyWay::Email(email.as_str().to_owned());
        }
        service.site.as_ref().map_or(VerifyWay::Visit, |site| VerifyWay::Website(site.as_str().to_owned()))
    }
}

/// Every sheet of a site, by kind.
pub fn sheets<'a>(site: &'a Site, sources: &'a Sources) -> impl Iterator<Item = VerifiedSheet<'a>> {
    let sheet = |kind, id, title, verification, live, span: Span| {
        let path = &sources.get(span.file).path;
        VerifiedSheet { kind, id, number: None, title, path, verification, live, service: None }
    };
    let services = site.services.iter().map(move |one| VerifiedSheet {
        service: Some(one),
        ..sheet(SheetKind::Service, &one.id, &one.name, &one.verification, one.status.is_live(), one.span)
    });
    let guides = site.guides.iter().map(move |one| VerifiedSheet {
        number: Some(one.number),
        ..sheet(SheetKind::Guide, &one.id, &one.title, &one.verification, one.is_listed(), one.span)
    });
    let products = site
        .products
        .iter()
        .map(move |one| sheet(SheetKind::Product, &one.id, &one.name, &one.verification, true, one.span));
    let cases = site.cases.iter().map(move |one| {
        sheet(SheetKind::Case, &one.id, &one.title, &one.verification, one.is_listed(), one.span)
    });
    services.chain(guides).chain(products).chain(cases)
}
