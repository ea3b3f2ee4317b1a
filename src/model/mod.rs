//! The typed model: what a guide, an étape, a service, a product is. No files, no YAML, no HTML.
//!
//! Things that refer to others are generic over a [`Stage`]: as their author named them ([`Unresolved`]), then,
//! once [`crate::site`] has looked every name up, as references that cannot fail ([`Resolved`]).

/// A sheet is read as its facts: only its references change from one stage to the next, and a key that is no reference is named
/// nowhere between the model and the pages.
macro_rules! facts {
    ($sheet:ident, $facts:ident) => {
        impl<S: $crate::model::Stage> std::ops::Deref for $sheet<S> {
            type Target = $facts;

            fn deref(&self) -> &$facts {
                &self.facts
            }
        }

        impl<S: $crate::model::Stage> std::ops::DerefMut for $sheet<S> {
            fn deref_mut(&mut self) -> &mut $facts {
                &mut self.facts
            }
        }
    };
}

mod case;
mod emergency;
mod film;
mod glossary;
mod guide;
mod hours;
mod interval;
mod need;
mod origin;
mod overseas;
mod paper;
mod product;
mod prose;
mod query;
mod role;
mod service;
mod settings;
mod table;
mod tariff;
mod triage;
mod value;
mod verification;

pub use case::{Attempt, Case, CaseFacts, FirstNames};
pub use emergency::Emergency;
pub use film::{Film, Poster, Track, TrackKind, TranscriptPassage};
pub use glossary::{Word, WordFacts};
pub use guide::{Deadline, Guide, GuideFacts, Hearing, Means, Picture, Proof, Step};
pub use hours::{Exception, OpeningHours, Osm, Round, RoundDays};
pub use interval::{Interval, Intervals};
pub use need::Need;
pub use origin::Origin;
pub use paper::Paper;
pub use product::{Life, Product, ProductFacts};
pub use prose::{Block, Inline, Prose, links, text_of, words, words_linked};
pub use query::Query;
pub use service::{
    Address, Asker, Capacity, ContactMode, HelpMode, IfNot, PhoneLine, Price, Room, Service, ServiceFacts,
    ServiceKind, Visibility, WayToBeHeard,
};
pub use settings::{Delivery, FILM_MEGABYTES, LANGUAGE_BUDGET, STALE_BUDGET, Settings, SettingsFacts};
pub use table::{IdTable, PlaceId};
pub use tariff::Tariff;
pub use triage::{Choice, Exit, Facts, MOST_GUIDES, MOST_QUESTIONS, TriageQuestion, Visit, Worded};
pub use value::{Email, Phone, WebAddress};
pub use verification::{Age, Dated, Deed, How, Reference, Status, Verification, Verified};

use crate::source::At;
use crate::territory::Zone;

/// How things refer to one another at a stage of the line.
pub trait Stage {
    type Need;
    type Guide;
    type Service;
    type Product;
    type Word;
    /// A question of the tree.
    type Question;
    type Zone;
    type Link;
    /// The picture of an étape.
    type Picture;
}

/// As written: ids that nobody has looked up yet, with their places.
#[derive(Clone)]
pub enum Unresolved {}

impl Stage for Unresolved {
    type Need = At<String>;
    type Guide = At<String>;
    type Service = At<String>;
    type Product = At<String>;
    type Word = At<String>;
    type Question = At<String>;
    type Zone = At<String>;
    type Link = At<Link>;
    /// None when it is missing: the rest of the étape speaks all the same.
    type Picture = Option<Picture>;
}

/// After [`crate::site`]: references that exist.
pub enum Resolved {}

impl Stage for Resolved {
    type Need = NeedId;
    type Guide = GuideId;
    type Service = ServiceId;
    type Product = ProductId;
    type Word = WordId;
    type Question = QuestionId;
    type Zone = Zone;
    type Link = Target;
    type Picture = Picture;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub(crate) usize);
        )*
    };
}

ids! {
    /// A case of this site.
    CaseId,
    /// A need of this site.
    NeedId,
    /// A guide of this site.
    GuideId,
    /// A service of this site.
    ServiceId,
    /// A product of this site.
    ProductId,
    /// A word of this site's glossary.
    WordId,
    /// A question of this site's tree.
    QuestionId
}

/// A link as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// `guide:ID` or `guide:ID#ETAPE`; without id, an étape of the same guide (`#ETAPE`).
    Guide {
        id: Option<String>,
        step: Option<String>,
    },
    Service(String),
    Product(String),
    Word(String),
    Need(String),
    Case(String),
    /// `role:ccas`: the service of that kind where the reader lives.
    Role(ServiceKind),
    /// `commune:29103`
    Commune(String),
    /// `https:`, `http:`, `mailto:`, `tel:`, `sms:`
    External(String),
}

/// A link that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Guide(GuideId),
    /// An étape, from 0.
    Step(GuideId, usize),
    Service(ServiceId),
    Product(ProductId),
    Word(WordId),
    Need(NeedId),
    Case(CaseId),
    /// The page of a role: one of [`ServiceKind::ROLES`].
    Role(ServiceKind),
    Commune(&'static crate::territory::Commune),
    External(String),
}

impl Target {
    /// Whether it leads to somebody who helps: a service by its name, or by its role.
    #[must_use]
    pub fn leads_to_somebody(&self) -> bool {
        matches!(self, Self::Service(_) | Self::Role(_))
    }
}
