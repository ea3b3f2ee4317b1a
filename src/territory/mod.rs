//! The territories of France, embedded: a build or a kiosk asks nobody where Landerneau is.
//!
//! Communes, their former communes and arrondissements, EPCI, départements and régions of one year
//! (*millésime*), compiled by `examples/territories.rs` from open data into one compressed table of some
//! 400 kB, and read once, at the first question, in about ten milliseconds.
//!
//! What the data teaches, and the tests hold:
//!
//! - a postal code never decides a territory: 67 % of them are shared, one by 46 communes, sixteen by two
//!   départements. [`France::by_postal_code`] lists, the reader chooses;
//! - a commune's INSEE code does decide: every zone of a [`Commune`] is reached from it;
//! - names repeat (twelve Sainte-Colombe): a name is never an identity;
//! - names are as published, with straight apostrophes: typography belongs to the view.

mod former;
mod france;
mod names;
mod places;
mod postal;
mod short;
mod sorted;
mod table;
#[cfg(test)]
mod tests;
mod zone;

pub use former::Former;
pub use france::{France, TableSource};
pub use places::{Alias, AliasKind, Commune, Departement, Epci, EpciKind, Region};
pub use zone::{Zone, ZoneLevel};

use std::sync::OnceLock;

/// Raw deflate (no header) of the tab-separated table that [`table`] describes.
static PACKED: &[u8] = include_bytes!("france.tsv.deflate");

/// All of France, decoded at the first call and shared ever after, by every thread.
///
/// # Panics
///
/// If the embedded table is damaged, which a test of this module excludes for the file as committed.
#[must_use]
pub fn france() -> &'static France {
    static FRANCE: OnceLock<France> = OnceLock::new();
    FRANCE.get_or_init(|| table::decode(PACKED).unwrap_or_else(|why| panic!("france.tsv.deflate: {why}")))
}
