//! From what a row says of its place to a commune of today; never guessed.
//!
//! A postal code lists communes and decides none; its first digits are no département. A name that differs by
//! one slip is proposed to a person, not taken.

use crate::territory::{Commune, france};
use crate::text::slug;
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
}

/// All names and codes, made once.
pub struct Places {
    /// By [`key`]: names of today.
    names: BTreeMap<String, Vec<&'static Commune>>,
    /// By [`key`]: former names and parts.
    aliases: BTreeMap<String, Vec<&'static Commune>>,
    /// The départements of postal codes that begin so, with two and three digits.
    starts: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Default for Places {
    fn default() -> Self {
        Self::new()
    }
}

impl Places {
    #[must_use]
    pub fn new() -> Self {
        let mut places = Self { names: BTreeMap::new(), aliases: BTreeMap::new(), starts: BTreeMap::new() };
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
        for alias in france().aliases() {
            let list = places.aliases.entry(key(alias.name)).or_default();
            if !list.contains(&alias.commune) {
                list.push(alias.commune);
            }
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
            return self
                .by_code(commune, &name, postal.as_deref(), hints)
                .ok_or_else(|| Trouble::Conflict { code: commune, town: said() });
        }
        if name.is_empty() {
            return Self::by_postal_only(postal.as_deref());
        }
        let Some(postal) = postal else {
            return self.by_name_only(&name, hints.departement.as_deref(), &said());
        };
        let served = france().by_postal_code(&postal);
        let named: Vec<_> = served.iter().copied().filter(|commune| self.bears(commune, &name)).collect();
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
        // The INSEE code, typed in the postal column.
        if let Some(commune) = by_insee(&postal).filter(|commune| self.bears(commune, &name)) {
            return Ok((commune, Sure::Tolerant));
        }
        let within = self.departements(&postal, hints.departement.as_deref());
        let near: Vec<_> =
            self.named(&name).into_iter().filter(|c| within.contains(c.departement.code)).collect();
        match near[..] {
            // A CEDEX is in no table: the name within its département is all there is to agree with.
            [only] => return Ok((only, if served.is_empty() { Sure::Exact } else { Sure::Tolerant })),
            [_, _, ..] => return Err(Trouble::Homonyms { town: said(), several: near }),
            [] => {}
        }
        Err(self.slip(&name, &served, &within).map_or_else(
            || Trouble::Unknown { town: said(), postal: postal.clone() },
            |near| Trouble::Slip { town: said(), near },
        ))
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

    fn by_code(
        &self,
        commune: &'static Commune,
        name: &str,
        postal: Option<&str>,
        hints: &Hints,
    ) -> Option<(&'static Commune, Sure)> {
        if name.is_empty() || hints.code_decides || self.bears(commune, name) {
            return Some((commune, Sure::Exact));
        }
        let Some(postal) = postal else {
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
        (self.named(name).is_empty() && there.contains(commune.departement.code))
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

    fn by_name_only(
        &self,
        name: &str,
        departement: Option<&str>,
        said: &str,
    ) -> Result<(&'static Commune, Sure), Trouble> {
        let within = self.departements("", departement);
        let mut named = self.named(name);
        named.retain(|commune| within.is_empty() || within.contains(commune.departement.code));
        match named[..] {
            [only] => Ok((only, Sure::Exact)),
            [] => Err(Trouble::Unknown { town: said.to_owned(), postal: String::new() }),
            _ => Err(Trouble::Homonyms { town: said.to_owned(), several: named }),
        }
    }

    /// Whether a commune has, or a part of it had, that name.
    fn bears(&self, commune: &'static Commune, name: &str) -> bool {
        let has = |map: &BTreeMap<String, Vec<&'static Commune>>| {
            map.get(name).is_some_and(|list| list.contains(&commune))
        };
        has(&self.names) || has(&self.aliases)
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
        let start = |length| postal.get(..length).and_then(|start| self.starts.get(start));
        start(3).or_else(|| start(2)).cloned().unwrap_or_default()
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
            .filter(|(known, _)| known.bytes().next() == first && close(known))
            .flat_map(|(_, list)| list.iter().copied())
            .filter(|commune| within.contains(commune.departement.code))
            .collect();
        if let [only] = all[..] { Some(only) } else { None }
    }
}

/// A commune by its INSEE code, as files write it: `1033` for `01033`, `2a004`.
fn by_insee(code: &str) -> Option<&'static Commune> {
    let code = code.trim().to_uppercase();
    let code =
        if code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()) { format!("0{code}") } else { code };
    france().commune(&code).or_else(|| Some(france().alias(&code)?.commune))
}

/// Five digits, with the zero that spreadsheets lose.
fn postal_code(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = digits.strip_prefix("F-").unwrap_or(&digits);
    match digits.len() {
        4 | 5 if digits.bytes().all(|b| b.is_ascii_digit()) => Some(format!("{digits:0>5}")),
        _ => None,
    }
}

/// « 29800 Landerneau »: the code may stand in the column of the name, or in its place.
fn town_and_code(text: &str) -> (String, Option<String>) {
    let mut code = None;
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| {
            let is_code = word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit());
            if is_code {
                code = Some((*word).to_owned());
            }
            !is_code
        })
        .collect();
    (words.join(" "), code)
}

/// What the spellings of one name share: no accents, capitals, hyphens, CEDEX, arrondissement; St is Saint.
#[must_use]
pub fn key(name: &str) -> String {
    let mut name = name.to_owned();
    if let (Some(open), Some(close)) = (name.find('('), name.rfind(')'))
        && open < close
    {
        let inside = name[open + 1..close].trim().to_owned();
        let outside = format!("{} {}", &name[..open], &name[close + 1..]);
        // « HAVRE (LE) »
        let is_article = ["le", "la", "les", "l'", "l’"].contains(&inside.to_lowercase().as_str());
        name = if is_article { format!("{inside} {outside}") } else { outside };
    }
    let name = name.to_lowercase().replace("s/s ", "sous ").replace("s/", "sur ").replace('/', " ");
    let mut out = String::with_capacity(name.len());
    for word in slug(&name).split('-') {
        let word = match word {
            "st" => "saint",
            "ste" => "sainte",
            "sts" => "saints",
            "stes" => "saintes",
            "cedex" | "cdx" | "cedx" | "arrondissement" | "arrdt" | "arr" => "",
            // No commune has a figure in its name: it is an arrondissement, or a CEDEX.
            word if word.bytes().any(|b| b.is_ascii_digit()) => "",
            word => word,
        };
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    static PLACES: std::sync::OnceLock<Places> = std::sync::OnceLock::new();

    fn find(insee: &str, postal: &str, town: &str) -> Result<(&'static str, Sure), Trouble> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let hints = Hints { insee: some(insee), postal: some(postal), town: some(town), ..Hints::default() };
        PLACES.get_or_init(Places::new).find(&hints).map(|(commune, sure)| (commune.code, sure))
    }

    #[test]
    fn every_spelling_of_a_town_is_the_town() {
        for (insee, postal, town, code) in [
            ("29103", "29800", "Landerneau", "29103"),
            ("", "29800", "LANDERNEAU", "29103"),
            ("", "29800", "st thonan", "29268"),
            ("", "29207", "LANDERNEAU CEDEX", "29103"),
            ("", "29602", "Brest Cedex 2", "29019"),
            ("", "1200", "Valserhône", "01033"),
            ("1033", "", "", "01033"),
            ("", "13011", "MARSEILLE 11", "13055"),
            ("75112", "75012", "Paris 12e Arrondissement", "75056"),
            ("", "69003", "Lyon 3ème", "69123"),
            ("", "76600", "HAVRE (LE)", "76351"),
            ("", "71100", "CHALON S/SAONE", "71076"),
            ("2a004", "20000", "Ajaccio", "2A004"),
            ("", "25410", "antorpe", "25527"),
            ("", "80190", "y", "80829"),
            ("", "", "29800 Landerneau", "29103"),
            ("", "", "Landerneau", "29103"),
            ("", "01200", "Éloise", "74109"),
            ("", "97400", "SAINT-DENIS (La Réunion)", "97411"),
        ] {
            assert_eq!(find(insee, postal, town), Ok((code, Sure::Exact)), "{insee} {postal} {town}");
        }
    }

    #[test]
    fn a_mistyped_code_is_forgiven_when_the_rest_agrees() {
        assert_eq!(
            find("", "29103", "Landerneau"),
            Ok(("29103", Sure::Tolerant)),
            "INSEE in the postal column"
        );
        assert_eq!(
            find("", "29810", "Landerneau"),
            Ok(("29103", Sure::Tolerant)),
            "another town's postal code"
        );
    }

    #[test]
    fn what_is_not_sure_is_asked() {
        assert!(matches!(find("", "18110", "BOUIRGES"), Err(Trouble::Slip { .. } | Trouble::Unknown { .. })));
        assert!(
            matches!(find("", "29800", "Landernau"), Err(Trouble::Slip { near, .. }) if near.code == "29103")
        );
        assert!(matches!(find("", "73440", "Val Thorens"), Err(Trouble::Unknown { .. })));
        assert!(
            matches!(find("", "", "Sainte-Colombe"), Err(Trouble::Homonyms { several, .. }) if several.len() == 12)
        );
        assert!(
            matches!(find("", "29800", ""), Err(Trouble::Homonyms { several, .. }) if several.len() == 12)
        );
        assert!(matches!(find("29103", "29200", "Brest"), Err(Trouble::Conflict { .. })));
        assert!(matches!(find("", "", ""), Err(Trouble::Missing)));
        assert!(matches!(find("", "98000", "MONACO"), Err(Trouble::Unknown { .. })));
        assert!(
            matches!(find("", "99999", "Landerneau"), Err(Trouble::Unknown { .. })),
            "no département from nothing"
        );
    }

    #[test]
    fn a_place_may_be_elsewhere_than_its_mailing_address() {
        let hints = Hints {
            insee: Some("29103".into()),
            postal: Some("29602".into()),
            town: Some("Brest Cedex 2".into()),
            departement: None,
            code_decides: true,
        };
        assert_eq!(Places::new().find(&hints).unwrap().0.code, "29103");
    }
}
