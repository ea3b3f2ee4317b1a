//! The communes of the site as people look them up: by name, by département, by group of communes.

use crate::territory::{Commune, Departement, Epci};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Names above which the list is cut into several pages: more is a long way to scroll.
const ONE_PAGE: usize = 300;

/// A name that leads to a commune: its own, or that of a former commune or arrondissement within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GazetteerEntry {
    /// As published: « Saint-Vit », « Antorpe ».
    pub name: &'static str,
    pub commune: &'static Commune,
    /// Whether the name is not the commune's own.
    pub alias: bool,
}

/// Consecutive names that stand on one page, all of one letter when there are several pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesSheet {
    /// The first letter of its names, from `a` to `z`.
    pub letter: char,
    /// The rank among the sheets of its letter, from 1; 0 when the letter has one sheet.
    pub rank: usize,
    /// Places in [`Gazetteer::entries`].
    pub names: std::ops::Range<usize>,
}

/// Every name of every commune of the site.
#[derive(Default)]
pub struct Gazetteer {
    /// In the order of a French reader; namesakes by code.
    pub entries: Vec<GazetteerEntry>,
    /// One page each; empty when all names stand on one page.
    pub sheets: Vec<NamesSheet>,
    /// The départements of the communes, with their communes by name.
    pub departements: BTreeMap<&'static Departement, Vec<&'static Commune>>,
    /// The groups of communes, with those of their communes that the site covers, by name.
    pub epcis: BTreeMap<&'static Epci, Vec<&'static Commune>>,
    /// The codes of the communes, sorted: one is looked for among 35,000.
    codes: Vec<&'static str>,
}

/// The letter under which a name is looked up: « É » is under `e`.
#[must_use]
pub fn letter(name: &str) -> char {
    fold(name).chars().find(char::is_ascii_alphabetic).unwrap_or('a')
}

impl Gazetteer {
    /// From the communes by name.
    pub(super) fn of(communes: &[&'static Commune]) -> Self {
        let mut gazetteer = Self { entries: entries(communes), ..Self::default() };
        for &commune in communes {
            gazetteer.departements.entry(commune.departement).or_default().push(commune);
            if let Some(epci) = commune.epci {
                gazetteer.epcis.entry(epci).or_default().push(commune);
            }
        }
        gazetteer.codes = communes.iter().map(|commune| commune.code).collect();
        gazetteer.codes.sort_unstable();
        if gazetteer.entries.len() > ONE_PAGE {
            gazetteer.sheets = sheets(&gazetteer.entries);
        }
        gazetteer
    }

    /// Whether the site covers a commune.
    #[must_use]
    pub fn has(&self, commune: &Commune) -> bool {
        self.codes.binary_search(&commune.code).is_ok()
    }

    /// The communes of the site that each postal code of a département serves, by code; a code that the
    /// département shares with another one counts in both.
    #[must_use]
    pub fn postal_codes(&self, departement: &Departement) -> BTreeSet<&'static str> {
        let communes = self.departements.get(departement).map_or(&[][..], Vec::as_slice);
        communes.iter().flat_map(|commune| commune.postal_codes).copied().collect()
    }

    /// The département where most of a group's communes of the site are.
    #[must_use]
    pub fn departement_of(&self, epci: &Epci) -> Option<&'static Departement> {
        let mut counts: BTreeMap<&'static Departement, usize> = BTreeMap::new();
        for commune in self.epcis.get(epci)? {
            *counts.entry(commune.departement).or_default() += 1;
        }
        let most = counts.values().max().copied()?;
        counts.into_iter().find(|(_, count)| *count == most).map(|(departement, _)| departement)
    }
}

fn entries(communes: &[&'static Commune]) -> Vec<GazetteerEntry> {
    let mut entries = Vec::with_capacity(communes.len() * 9 / 8);
    for &commune in communes {
        entries.push(GazetteerEntry { name: commune.name, commune, alias: false });
        let own = fold(commune.name);
        // A former commune that gave its name to the new one is not another name.
        let others = commune.aliases().iter().filter(|alias| fold(alias.name) != own);
        entries.extend(others.map(|alias| GazetteerEntry { name: alias.name, commune, alias: true }));
    }
    entries.sort_by_cached_key(|entry| (fold(entry.name), entry.commune.code, entry.alias));
    entries
}

/// One sheet a letter; a letter of many names has several, of about the same length.
fn sheets(entries: &[GazetteerEntry]) -> Vec<NamesSheet> {
    let mut sheets = Vec::new();
    let mut from = 0;
    while from < entries.len() {
        let initial = letter(entries[from].name);
        let to = entries[from..]
            .iter()
            .position(|e| letter(e.name) != initial)
            .map_or(entries.len(), |n| from + n);
        let parts = (to - from).div_ceil(ONE_PAGE);
        for part in 0..parts {
            let at = |n: usize| from + (to - from) * n / parts;
            let rank = if parts == 1 { 0 } else { part + 1 };
            sheets.push(NamesSheet { letter: initial, rank, names: at(part)..at(part + 1) });
        }
        from = to;
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Zone;

    #[test]
    fn a_few_communes_stand_on_one_page() {
        let gazetteer = Gazetteer::of(&Zone::parse("242900801").unwrap().communes());
        assert!(gazetteer.sheets.is_empty());
        assert_eq!(gazetteer.entries.iter().filter(|e| !e.alias).count(), 22);
        assert_eq!(gazetteer.departements.len(), 1);
        assert_eq!(gazetteer.epcis.len(), 1);
        let (departement, _) = gazetteer.departements.first_key_value().unwrap();
        assert!(gazetteer.postal_codes(departement).contains("29800"));
    }

    #[test]
    fn france_is_cut_into_pages_one_can_read() {
        let gazetteer = Gazetteer::of(&Zone::France.communes());
        assert!(gazetteer.sheets.iter().all(|sheet| (1..=ONE_PAGE).contains(&sheet.names.len())));
        let covered: usize = gazetteer.sheets.iter().map(|sheet| sheet.names.len()).sum();
        assert_eq!(covered, gazetteer.entries.len());
        for sheet in &gazetteer.sheets {
            let names = &gazetteer.entries[sheet.names.clone()];
            assert!(names.iter().all(|entry| letter(entry.name) == sheet.letter), "{sheet:?}");
        }
        let antorpe = gazetteer.entries.iter().find(|entry| entry.name == "Antorpe").unwrap();
        assert_eq!((antorpe.commune.name, antorpe.alias), ("Saint-Vit", true));
        // Twelve communes, and none twice for a former commune of the same name.
        let namesakes = gazetteer.entries.iter().filter(|e| e.name == "Sainte-Colombe" && !e.alias);
        assert_eq!(namesakes.count(), 12);
        for entry in gazetteer.entries.iter().filter(|entry| entry.alias) {
            assert_ne!(fold(entry.name), fold(entry.commune.name));
        }
    }
}
