//! Sheets as their authors named them: also those of a site that has errors elsewhere.

use crate::load::Loaded;
use crate::model::{How, Verification, Verified};
use crate::site::SheetKind;
use crate::source::{Sources, Span};

/// One sheet that can be read.
pub struct ReadableSheet<'a> {
    pub kind: SheetKind,
    pub id: &'a str,
    /// That of a guide.
    pub number: Option<u16>,
    pub title: &'a str,
    /// From the site's folder.
    pub path: &'a str,
    pub verified: Option<&'a Verified>,
}

impl ReadableSheet<'_> {
    /// « guide/skype »: never the name of two sheets.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.kind.key(), self.id)
    }
}

impl SheetKind {
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

/// Every sheet that could be read, by kind. Not [`crate::site::Site::sheets`]: a site with errors is no `Site` yet.
#[must_use]
pub fn named<'a>(loaded: &'a Loaded, sources: &'a Sources) -> Vec<ReadableSheet<'a>> {
    let named = |kind, id, title, span: Span, verification: &'a Verification| ReadableSheet {
        kind,
        id,
        number: None,
        title,
        path: sources.get(span.file).path.as_str(),
        verified: verification.verified.as_ref(),
    };
    let mut all = Vec::new();
    for one in &loaded.services {
        all.push(named(SheetKind::Service, &one.id, &one.name, one.span, &one.verification));
    }
    for one in &loaded.guides {
        let sheet = named(SheetKind::Guide, &one.id, &one.title, one.span, &one.verification);
        all.push(ReadableSheet { number: Some(one.number), ..sheet });
    }
    for one in &loaded.products {
        all.push(named(SheetKind::Product, &one.id, &one.name, one.span, &one.verification));
    }
    for one in &loaded.cases {
        all.push(named(SheetKind::Case, &one.id, &one.title, one.span, &one.verification));
    }
    all
}
