//! A row that has found its place.

use super::report::LostRow;
use super::row::{Reason, Row};
use crate::territory::Commune;

/// A row and its commune.
pub struct Placed {
    pub row: Row,
    pub commune: &'static Commune,
}

impl Placed {
    /// The same as a row that becomes no sheet.
    #[must_use]
    pub fn refused(self, reason: Reason) -> LostRow {
        let row = self.row;
        LostRow {
            line: row.line,
            id: row.id,
            name: row.name,
            town: row.place.town.unwrap_or_default(),
            reason,
        }
    }
}
