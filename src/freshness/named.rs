//! Sheets as their authors named them: also those of a site that has errors elsewhere.

use super::Kind;
use crate::load::Loaded;
use crate::model::{How, Verified};
use crate::source::{Sources, Span};

/// One sheet that can be read.
pub struct Named<'a> {
    pub kind: Kind,
    pub id: &'a str,
    /// That of a guide.
    pub number: Option<u16>,
    pub title: &'a str,
    /// From the site's folder.
    pub path: &'a str,
    pub verified: Option<&'a Verified>,
}

impl Named<'_> {
    /// « guide/skype »: never the name of two sheets.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.kind.key(), self.id)
    }
}

impl Kind {
    /// What a person can have done to verify a sheet of that kind: nobody telephones to a guide.
    #[must_use]
    pub fn ways(self) -> &'static [How] {
        match self {
            Self::Service => &[How::Trial, How::Call, How::Visit, How::Email, How::Website, How::Documents],
            Self::Guide => &[How::Trial, How::Documents],
            Self::Product | Self::Case => &[How::Trial, How::Email, How::Call, How::Website, How::Documents],
        }
    }
}

/// Every sheet that could be read, by kind.
#[must_use]
pub fn named<'a>(loaded: &'a Loaded, sources: &'a Sources) -> Vec<Named<'a>> {
    let path = |span: Span| sources.get(span.file).path.as_str();
    let mut all = Vec::new();
    for one in &loaded.services {
        let verified = one.verification.verified.as_ref();
        all.push(Named {
            kind: Kind::Service,
            id: &one.id,
            number: None,
            title: &one.name,
            path: path(one.span),
            verified,
        });
    }
    for one in &loaded.guides {
        let verified = one.verification.verified.as_ref();
        let number = Some(one.number);
        all.push(Named {
            kind: Kind::Guide,
            id: &one.id,
            number,
            title: &one.title,
            path: path(one.span),
            verified,
        });
    }
    for one in &loaded.products {
        let verified = one.verification.verified.as_ref();
        all.push(Named {
            kind: Kind::Product,
            id: &one.id,
            number: None,
            title: &one.name,
            path: path(one.span),
            verified,
        });
    }
    for one in &loaded.cases {
        let verified = one.verification.verified.as_ref();
        all.push(Named {
            kind: Kind::Case,
            id: &one.id,
            number: None,
            title: &one.title,
            path: path(one.span),
            verified,
        });
    }
    all
}
