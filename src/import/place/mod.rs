//! From what a row says of its place to a commune of today; never guessed.
//!
//! A postal code lists communes and decides none; its first digits are no département. A name that differs by
//! one slip is proposed to a person, not taken.

mod named;
mod short;
mod spelling;

pub use spelling::{key, postal_code};

use crate::territory::{Commune, france};
use short::is_short_for;
use spelling::{by_insee, key_without_article, town_and_code};
use std::collections::{BTreeMap, BTreeSet};

/// What a row says of its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    pub insee: Option<String>,
    pub postal: Option<String>,
    pub town: Option<String>,
    pub departement: Option<String>,
    /// The INSEE code is the place, whatever the address says: the address may be where one writes.
    pub code_decides: bool,
}

/// How sure a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Codes and name agree.
    Exact,
    /// They agree but for a code that people mistype.
    Tolerant,
}

/// Why a row is not placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    Missing,
    Unknown {
        town: String,
        postal: String,
    },
    /// One letter, or a few words, away from that commune.
    Slip {
        town: String,
        near: &'static Commune,
    },
    Homonyms {
        town: String,
        several: Vec<&'static Commune>,
    },
    /// The code says one commune, the name another.
    Conflict {
        code: &'static Commune,
        town: String,
    },
    /// The INSEE code says one commune, the postal code or the département's says elsewhere.
    Codes {
        code: &'static Commune,
        other: String,
    },
    /// The name says one commune, the postal code or the département's others.
    Elsewhere {
        named: &'static Commune,
        other: String,
    },
}

/// All names and codes, made once.
pub struct PlaceNames {
    /// By [`key`]: names of today.
    names: BTreeMap<String, Vec<&'static Commune>>,
    /// By [`key`]: former names and parts.
    aliases: BTreeMap<String, Vec<&'static Commune>>,
    /// By [`key`]: what communes themselves were called in the last years.
    renamed: BTreeMap<String, Vec<&'static Commune>>,
    /// The départements of postal codes that begin so, with two and three digits.
    starts: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Default for PlaceNames {
    fn default() -> Self {
        Self::new()
    }
}

impl PlaceNames {
    #[must_use]
    pub fn new() -> Self {
        let mut places = Self {
            names: BTreeMap::new(),
            aliases: BTreeMap::new(),
            renamed: BTreeMap::new(),
            starts: BTreeMap::new(),
        };
        for commune in france().communes() {
            places.names.entry(key(commune.name)).or_default().push(commune);
            for postal in commune.postal_codes {
                for length in [2, 3] {
                    if let Some(start) = postal.get(..length) {
                        places.starts.entry(start).or_default().insert(commune.departement.code);
                    }
                }
            }
        }
        let aliases = france().aliases().iter().map(|alias| (alias.name, alias.commune));
        let former = france().former().iter().map(|former| (former.name, former.commune));
        for (name, commune) in aliases.chain(former) {
            let list = places.aliases.entry(key(name)).or_default();
            if !list.contains(&commune) {
                list.push(commune);
            }
        }
        for former in france().former().iter().filter(|former| former.code.is_none()) {
            places.renamed.entry(key(former.name)).or_default().push(former.commune);
        }
        places
    }

    /// The commune, or why none.
    ///
    /// # Errors
    /// When no commune, or no single one, answers to all that the row says.
    pub fn find(&self, hints: &Hints) -> Result<(&'static Commune, Sure), Trouble> {
        let (town, stray) = town_and_code(hints.town.as_deref().unwrap_or_default());
        let postal = hints.postal.as_deref().and_then(postal_code).or(stray);
        let name = key(&town);
        let said = || town.trim().to_owned();
        if let Some(commune) = hints.insee.as_deref().and_then(by_insee) {
            if let Some(other) = self.contradiction(commune, &name, postal.as_deref(), hints) {
                return Err(Trouble::Codes { code: commune, other });
            }
            return self
                .by_code(commune, &name, &town, postal.as_deref(), hints)
                .ok_or_else(|| Trouble::Conflict { code: commune, town: said() });
        }
        if name.is_empty() {
            return Self::by_postal_only(postal.as_deref());
        }
        let found = match postal {
            Some(postal) => self.by_both(&name, &town, &postal, hints),
            None => self.by_name_only(&name, &town, hints.departement.as_deref()),
        };
        match found {
            Ok((commune, _)) if let Some(other) = elsewhere(commune, hints) => {
                Err(Trouble::Elsewhere { named: commune, other: other.to_owned() })
            }
            found => found,
        }
    }

    /// The départements that the row may be in; to filter rows that cannot be placed.
    #[must_use]
    pub fn possible(&self, hints: &Hints) -> BTreeSet<&'static str> {
        if let Some(commune) = hints.insee.as_deref().and_then(by_insee) {
            return BTreeSet::from([commune.departement.code]);
        }
        let stray = town_and_code(hints.town.as_deref().unwrap_or_default()).1;
        let postal = hints.postal.as_deref().and_then(postal_code).or(stray);
        self.departements(postal.as_deref().unwrap_or_default(), hints.departement.as_deref())
    }

    /// What the row says of another place than its INSEE code: a postal code or a département elsewhere. The name
    /// alone cannot arbitrate: Mont-Dore is in the Puy-de-Dôme and in New Caledonia.
    fn contradiction(
        &self,
        commune: &'static Commune,
        name: &str,
        postal: Option<&str>,
        hints: &Hints,
    ) -> Option<String> {
        if hints.code_decides {
            return None;
        }
        if let Some(other) = elsewhere(commune, hints) {
            return Some(other.to_owned());
        }
        let postal = postal?;
        if commune.postal_codes.contains(&postal) {
            return None;
        }
        let there = self.departements(postal, None);
        let served = france().by_postal_code(postal);
        let far = !there.is_empty() && !there.contains(commune.departement.code);
        // Without a name, nothing says which of two codes is the slip.
        (far || name.is_empty() && !served.is_empty()).then(|| postal.to_owned())
    }

    fn by_code(
        &self,
        commune: &'static Commune,
        name: &str,
        town: &str,
        postal: Option<&str>,
        hints: &Hints,
    ) -> Option<(&'static Commune, Sure)> {
        if name.is_empty() || hints.code_decides || self.bears(commune, name) {
            let known = postal.is_some_and(|postal| !france().by_postal_code(postal).is_empty());
            let agree =
                hints.code_decides || !known || postal.is_some_and(|p| commune.postal_codes.contains(&p));
            return Some((commune, if agree { Sure::Exact } else { Sure::Tolerant }));
        }
        if key_without_article(town) == key_without_article(commune.name) {
            return Some((commune, Sure::Exact));
        }
        let short = is_short_for(town, commune);
        let Some(postal) = postal else {
            if short {
                return Some((commune, Sure::Exact));
            }
            return self.named(name).is_empty().then_some((commune, Sure::Tolerant));
        };
        let served = france().by_postal_code(postal);
        // Another commune answers to both the name and the postal code: the code is the slip, or they are.
        if served.iter().any(|other| *other != commune && self.bears(other, name)) {
            return None;
        }
        // A hamlet, or a name spelt in its own way: two codes agree.
        if commune.postal_codes.contains(&postal) {
            return Some((commune, Sure::Exact));
        }
        let there = self.departements(postal, hints.departement.as_deref());
        ((short || self.named(name).is_empty()) && there.contains(commune.departement.code))
            .then_some((commune, Sure::Tolerant))
    }

    fn by_postal_only(postal: Option<&str>) -> Result<(&'static Commune, Sure), Trouble> {
        let Some(postal) = postal else { return Err(Trouble::Missing) };
        let served = france().by_postal_code(postal);
        match served[..] {
            [only] => Ok((only, Sure::Tolerant)),
            [] => Err(Trouble::Unknown { town: String::new(), postal: postal.to_owned() }),
            _ => Err(Trouble::Homonyms { town: postal.to_owned(), several: served }),
        }
    }

    /// Whether that is how people write the town of that commune, CEDEX and articles aside.
    #[must_use]
    pub fn is_town_of(&self, commune: &'static Commune, town: &str) -> bool {
        let (town, _) = town_and_code(town);
        self.bears(commune, &key(&town)) || key_without_article(&town) == key_without_article(commune.name)
    }

    /// Whether that is the town of another commune of the same postal code or département, and not of this one.
    #[must_use]
    pub fn is_elsewhere(&self, commune: &'static Commune, town: &str) -> bool {
        let near = |other: &&Commune| other.departement == commune.departement && **other != *commune;
        let (name, _) = town_and_code(town);
        !self.is_town_of(commune, town) && self.named(&key(&name)).iter().any(near)
    }

    /// Whether a commune has, or a part of it had, that name.
    fn bears(&self, commune: &'static Commune, name: &str) -> bool {
        let has = |map: &BTreeMap<String, Vec<&'static Commune>>| {
            map.get(name).is_some_and(|list| list.contains(&commune))
        };
        has(&self.names) || has(&self.aliases)
    }

    fn of_departement(code: &str) -> impl Iterator<Item = &'static Commune> + use<> {
        france().departement(code).into_iter().flat_map(|departement| france().communes_in(departement))
    }

    /// Communes of that name; those that had it only when none has it.
    fn named(&self, name: &str) -> Vec<&'static Commune> {
        self.names.get(name).or_else(|| self.aliases.get(name)).cloned().unwrap_or_default()
    }

    /// The départements that a postal code serves, as the table has it; for a code that it has not, those of the
    /// codes that begin alike.
    fn departements(&self, postal: &str, stated: Option<&str>) -> BTreeSet<&'static str> {
        let stated = stated.map(|code| format!("{:0>2}", code.trim().to_uppercase()));
        if let Some(known) = stated.and_then(|code| france().departement(&code)) {
            return BTreeSet::from([known.code]);
        }
        let served = france().by_postal_code(postal);
        if !served.is_empty() {
            return served.iter().map(|commune| commune.departement.code).collect();
        }
        // CEDEX of La Réunion and of the northern Antilles have first digits of their own.
        match postal.get(..3) {
            Some("977" | "978") => return BTreeSet::from(["974"]),
            Some("970") => return BTreeSet::from(["971", "977", "978"]),
            _ => {}
        }
        let start = |length| postal.get(..length).and_then(|start| self.starts.get(start));
        start(3).or_else(|| start(2)).cloned().unwrap_or_default()
    }
}

/// The département that a row states, when it is not that commune's.
fn elsewhere(commune: &Commune, hints: &Hints) -> Option<&'static str> {
    let stated = hints.departement.as_deref().map(|code| format!("{:0>2}", code.trim().to_uppercase()));
    let stated = stated.and_then(|code| france().departement(&code))?;
    // Saint-Martin and Saint-Barthélemy were of Guadeloupe, and many files leave them there.
    let antilles = |code: &str| ["971", "977", "978"].contains(&code);
    let there = commune.departement;
    (stated != there && !(antilles(stated.code) && antilles(there.code))).then_some(stated.name)
}

#[cfg(test)]
mod tests;
