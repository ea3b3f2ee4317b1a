//! Communes by their names, with a postal code or without: what may agree, and what waits.

use super::short::{is_beginning, is_short_for};
use super::spelling::{by_insee, key_without_article};
use super::{Hints, PlaceNames, Sure, Trouble, key};
use crate::territory::{Commune, france};
use std::collections::BTreeSet;

impl PlaceNames {
    /// From a name and a postal code, which must agree.
    pub(super) fn by_both(
        &self,
        name: &str,
        town: &str,
        postal: &str,
        hints: &Hints,
    ) -> Result<(&'static Commune, Sure), Trouble> {
        let said = || town.trim().to_owned();
        let served = france().by_postal_code(postal);
        let named: Vec<_> = served.iter().copied().filter(|commune| self.bears(commune, name)).collect();
        match named[..] {
            [only] => return Ok((only, Sure::Exact)),
            [_, _, ..] => {
                // A name of today before a former one: Saint-Martin, and the Saint-Martin that joined another.
                let today: Vec<_> = named.iter().copied().filter(|c| key(c.name) == name).collect();
                return match today[..] {
                    [only] => Ok((only, Sure::Exact)),
                    _ => Err(Trouble::Homonyms { town: said(), several: named }),
                };
            }
            [] => {}
        }
        // « Carbet », « LE LAMENTIN »: articles come and go, and the postal code agrees.
        let loose = key_without_article(town);
        let alike = |list: &[&'static Commune]| -> Vec<&'static Commune> {
            list.iter().copied().filter(|commune| key_without_article(commune.name) == loose).collect()
        };
        if let [only] = alike(&served)[..] {
            return Ok((only, Sure::Exact));
        }
        // The INSEE code, typed in the postal column.
        if let Some(commune) = by_insee(postal).filter(|commune| self.bears(commune, name)) {
            return Ok((commune, Sure::Tolerant));
        }
        let within = self.departements(postal, hints.departement.as_deref());
        let all = self.named(name);
        let near: Vec<_> = all.iter().copied().filter(|c| within.contains(c.departement.code)).collect();
        let mut short: Vec<_> = served.iter().copied().filter(|c| is_short_for(town, c)).collect();
        // « Cosne » is Cosne-Cours-sur-Loire before Alligny-Cosne.
        if short.iter().any(|commune| is_beginning(town, commune.name)) {
            short.retain(|commune| is_beginning(town, commune.name));
        }
        if served.is_empty() && near.is_empty() {
            // A CEDEX is in no table: the name within its département is all there is to agree with.
            let there: Vec<_> = within.iter().flat_map(|code| Self::of_departement(code)).collect();
            // « Lamentin »
            if let [only] = alike(&there)[..] {
                return Ok((only, Sure::Exact));
            }
            short = self.beginning_with(name, town, &within);
        }
        match (&near[..], &short[..]) {
            (&[only], []) if served.is_empty() => return Ok((only, Sure::Exact)),
            (&[only], []) => {
                return Err(Trouble::Elsewhere { named: only, other: postal.to_owned() });
            }
            ([], &[only]) => return Ok((only, Sure::Exact)),
            ([], []) => {}
            _ => {
                return Err(Trouble::Homonyms {
                    town: said(),
                    several: near.into_iter().chain(short).collect(),
                });
            }
        }
        if let Some(near) = self.slip(name, &served, &within) {
            return Err(Trouble::Slip { town: said(), near });
        }
        Err(match all[..] {
            [named] if !within.is_empty() => Trouble::Elsewhere { named, other: postal.to_owned() },
            _ => Trouble::Unknown { town: said(), postal: postal.to_owned() },
        })
    }

    /// From a name alone, or with its département.
    pub(super) fn by_name_only(
        &self,
        name: &str,
        town: &str,
        departement: Option<&str>,
    ) -> Result<(&'static Commune, Sure), Trouble> {
        let within = self.departements("", departement);
        let mut named = self.named(name);
        // Without any code, « Rousset » is one of today, and what another was called last year.
        for commune in self.renamed.get(name).into_iter().flatten() {
            if !named.contains(commune) {
                named.push(commune);
            }
        }
        named.retain(|commune| within.is_empty() || within.contains(commune.departement.code));
        // « Trouville » was a commune until 2025, and is how one says Trouville-sur-Mer.
        if !self.names.contains_key(name) || named.is_empty() {
            let longer = self.beginning_with(name, town, &within);
            named.extend(longer.into_iter().filter(|commune| !named.contains(commune)).collect::<Vec<_>>());
        }
        let town = town.trim().to_owned();
        match named[..] {
            [only] => Ok((only, Sure::Exact)),
            [] => Err(Trouble::Unknown { town, postal: String::new() }),
            _ => Err(Trouble::Homonyms { town, several: named }),
        }
    }

    /// The communes whose name, or a former one, begins with those words; of those départements, when any.
    fn beginning_with(&self, name: &str, town: &str, within: &BTreeSet<&str>) -> Vec<&'static Commune> {
        let mut found: Vec<&'static Commune> = Vec::new();
        for map in [&self.names, &self.aliases] {
            let longer = map.range(name.to_owned()..).take_while(|(known, _)| known.starts_with(name));
            for commune in longer.flat_map(|(_, list)| list.iter().copied()) {
                let there = within.is_empty() || within.contains(commune.departement.code);
                let begins = || {
                    is_beginning(town, commune.name)
                        || commune.aliases().iter().any(|alias| is_beginning(town, alias.name))
                };
                if there && !found.contains(&commune) && begins() {
                    found.push(commune);
                }
            }
        }
        found
    }

    /// The one commune whose name is one letter away, among those of the postal code, then of the département.
    fn slip(
        &self,
        name: &str,
        served: &[&'static Commune],
        within: &BTreeSet<&'static str>,
    ) -> Option<&'static Commune> {
        if name.len() < 4 {
            return None;
        }
        let close = |candidate: &str| {
            candidate.len().abs_diff(name.len()) <= 1 && strsim::damerau_levenshtein(candidate, name) == 1
        };
        // A name cut short, or longer than today's: Sarlat, Cosne-sur-Loire.
        let begins =
            |candidate: &str| name.len() >= 5 && (candidate.starts_with(name) || name.starts_with(candidate));
        for alike in [&close as &dyn Fn(&str) -> bool, &begins] {
            let among: Vec<_> = served.iter().copied().filter(|commune| alike(&key(commune.name))).collect();
            if let [only] = among[..] {
                return Some(only);
            }
        }
        let first = name.bytes().next();
        let all: Vec<_> = self
            .names
            .iter()
            .filter(|(known, list)| {
                known.bytes().next() == first
                    && list.iter().any(|commune| within.contains(commune.departement.code))
                    && close(known)
            })
            .flat_map(|(_, list)| list.iter().copied())
            .filter(|commune| within.contains(commune.departement.code))
            .collect();
        if let [only] = all[..] { Some(only) } else { None }
    }
}
