//! When a service is open, and where it passes.

use crate::hours;
use crate::territory::Commune;
use jiff::civil::Date;

/// When it is open, in words and, when known, in OpenStreetMap's syntax.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpeningHours {
    pub words: Vec<String>,
    pub osm: Option<Osm>,
    /// Closings, « sur rendez-vous »: shown large.
    pub note: Option<String>,
    /// In the author's order.
    pub exceptions: Vec<Exception>,
}

/// Hours in OpenStreetMap's syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Osm {
    Read(hours::Hours),
    /// Not understood: kept, and shown as it is when there are no words.
    Raw(String),
}

/// Days that are not like the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    pub from: Date,
    /// The last day; the first one again when there is only one.
    pub to: Date,
    /// Closed when nothing is said.
    pub hours: Option<hours::Hours>,
    pub reason: Option<String>,
}

/// A place where an itinerant service passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub commune: &'static Commune,
    /// « à la mairie de Ploudiry »
    pub place: Option<String>,
    pub days: RoundDays,
    pub note: Option<String>,
}

/// When it passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoundDays {
    /// « le 1er mardi du mois », with its times.
    Regular(hours::Hours),
    /// On these days, in order, at these times.
    Dates(Vec<Date>, Vec<hours::HourSpan>),
}
