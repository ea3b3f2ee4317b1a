//! How old a sheet is, and who looked at it last.

use super::{Origin, Stage, WebAddress};
use crate::source::Span;
use crate::text::{PartialDate, closed_list};
use jiff::ToSpan;
use jiff::civil::Date;

/// Where a sheet stands in its life, as its author decides it. Age is reckoned, not written: see [`Age`].
pub enum Status<S: Stage> {
    /// Not published.
    Draft,
    Published,
    /// Published, with a notice that it must not be relied on for now.
    Suspended,
    /// Its address and its words still answer; it is in no list.
    Withdrawn {
        reason: String,
        since: Option<Date>,
        replaced_by: Vec<S::Guide>,
    },
    /// As withdrawn, because a product that it needs has stopped. Nobody writes it: it is found when names are resolved.
    Outlived(S::Product),
}

impl<S: Stage> Status<S> {
    /// Whether people may rely on the sheet being there, a notice included: neither draft, nor withdrawn.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self, Self::Published | Self::Suspended)
    }
}

closed_list! {
    /// How somebody verified.
    How {
        /// Every étape was done.
        Trial = "essai",
        Call = "appel",
        Visit = "visite",
        Email = "courriel",
        /// Read on the service's own site.
        Website = "site",
        /// Read in documents and sources, never tried.
        Documents = "documents",
        Import = "import",
    }
}

/// A verification that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub on: Date,
    /// A role, never a person's name.
    pub by: Option<String>,
    pub how: How,
}

/// A document that a sheet rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub title: String,
    pub address: Option<WebAddress>,
    pub date: Option<PartialDate>,
    pub licence: Option<String>,
}

/// What a date of a sheet is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Something that this site's people did: it is past, and not long.
    Done,
    /// What a directory says of itself: past too.
    Directory,
    /// A document, which may be very old.
    Document,
    /// Days of hours and rounds: this year or the next ones.
    Hours,
    /// A day before which something must be done, or on which a product ends.
    End,
}

/// A date of a sheet, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub key: &'static str,
    pub deed: Deed,
    pub date: PartialDate,
    pub span: Span,
}

/// The verification block of guides, services and products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    pub verified: Option<Verified>,
    /// Days after which somebody must look again.
    pub review_every: u16,
    /// Whether the sheet says so itself, and the site's table does not.
    pub own_interval: bool,
    /// The date that the source itself gives, when nobody here verified.
    pub source_date: Option<PartialDate>,
    pub references: Vec<Reference>,
    /// The public file that the sheet was copied from, for a service.
    pub origin: Option<Origin>,
    /// Every date of the sheet that can be a slip.
    pub dates: Vec<Dated>,
}

/// How old a sheet is on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    Verified,
    /// The interval is over.
    ToReview,
    /// Twice the interval is over.
    Expired,
    /// Nobody here ever verified it.
    Never,
}

impl Age {
    /// The word that pages and lists use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Verified => "verifie",
            Self::ToReview => "a_reverifier",
            Self::Expired => "perime",
            Self::Never => "jamais",
        }
    }
}

impl Verification {
    /// The last day that the verification holds.
    #[must_use]
    pub fn review_on(&self) -> Option<Date> {
        let verified = self.verified.as_ref()?;
        verified.on.checked_add(i64::from(self.review_every).days()).ok()
    }

    /// The last day before the sheet counts as old: twice the interval.
    #[must_use]
    pub fn old_after(&self) -> Option<Date> {
        let verified = self.verified.as_ref()?;
        verified.on.checked_add((2 * i64::from(self.review_every)).days()).ok()
    }

    /// Whether the directory that the sheet comes from names the service no more, and nobody verified since.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        let Some(origin) = self.origin.as_ref().filter(|origin| origin.gone) else { return false };
        self.is_older_than(origin.date)
    }

    /// Whether the directory that the sheet comes from says that the service is closed, and nobody verified since.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        let Some(origin) = self.origin.as_ref().filter(|origin| origin.closed) else { return false };
        self.is_older_than(origin.closed_by)
    }

    /// Whether nobody verified after that file.
    fn is_older_than(&self, file: Option<PartialDate>) -> bool {
        match (&self.verified, file) {
            (Some(verified), Some(PartialDate::Day(date))) => verified.on <= date,
            // A verification without a date to compare it with is believed.
            (Some(verified), _) => verified.how == How::Import,
            (None, _) => true,
        }
    }

    /// The age on that day; it never depends on the machine's clock.
    #[must_use]
    pub fn age(&self, today: Date) -> Age {
        if self.verified.is_none() {
            return if self.is_gone() || self.is_closed() { Age::ToReview } else { Age::Never };
        }
        let after = |last: Option<Date>| last.is_some_and(|day| today > day);
        match (after(self.review_on()), after(self.old_after())) {
            (false, _) if self.is_gone() || self.is_closed() => Age::ToReview,
            (false, _) => Age::Verified,
            (true, false) => Age::ToReview,
            (true, true) => Age::Expired,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_grows_old_in_the_open() {
        let sheet = Verification {
            verified: Some(Verified { on: Date::constant(2026, 1, 1), by: None, how: How::Documents }),
            review_every: 10,
            own_interval: true,
            source_date: None,
            references: Vec::new(),
            origin: None,
            dates: Vec::new(),
        };
        assert_eq!(sheet.review_on(), Some(Date::constant(2026, 1, 11)));
        for (day, age) in [(11, Age::Verified), (12, Age::ToReview), (21, Age::ToReview), (22, Age::Expired)]
        {
            assert_eq!(sheet.age(Date::constant(2026, 1, day)), age, "{day}");
        }
        assert_eq!(Verification { verified: None, ..sheet }.age(Date::constant(2026, 1, 1)), Age::Never);
    }
}
