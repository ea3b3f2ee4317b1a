//! Names that communes and their parts bore in the last years and bear no more: files keep them for long.
//!
//! `former.tsv`: commune of today, former name, the part's own code when it had one, last year of that name. Drawn
//! from the npm package `@etalab/decoupage-administratif` (data: Licence Ouverte; code: MIT) by comparing its
//! versions 0.8.0 (2020), 1.1.1 (2021), 2.3.1 (2022), 3.1.1 (2023), 4.0.0 (2024) and 5.3.0 (2025) with 6.0.0 (2026).
//! What was parted again (« Les Hauts-Talican ») is left out: the old name may mean any of the parts.

use super::{Commune, France, france};
use std::sync::OnceLock;

static TABLE: &str = include_str!("former.tsv");

/// A name of before.
pub struct Former {
    pub name: &'static str,
    /// The INSEE code of the part that bore it; none when the commune itself did.
    pub code: Option<&'static str>,
    pub commune: &'static Commune,
    /// The last year when the table of communes had it.
    pub until: u16,
}

impl France {
    /// Former names, by commune.
    #[must_use]
    #[expect(clippy::unused_self, reason = "there is one France, and its other tables are asked so")]
    pub fn former(&self) -> &'static [Former] {
        static FORMER: OnceLock<Vec<Former>> = OnceLock::new();
        FORMER.get_or_init(|| TABLE.lines().filter_map(read).collect())
    }
}

fn read(line: &'static str) -> Option<Former> {
    let mut cells = line.split('\t');
    let (commune, name, code, until) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    Some(Former {
        name,
        code: (!code.is_empty()).then_some(code),
        commune: france().commune(commune)?,
        until: until.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_commune_of_today_and_a_name_that_it_has_no_more() {
        assert_eq!(france().former().len(), TABLE.lines().count());
        for former in france().former() {
            assert!(former.name != former.commune.name && (2020..2026).contains(&former.until));
            assert!(former.code.is_none_or(|code| france().commune(code).is_none()), "{}", former.name);
        }
        let renamed = france().former().iter().filter(|f| f.until == 2025 && f.code.is_none());
        assert_eq!(renamed.count(), 19, "those of 1 January 2026");
    }
}
