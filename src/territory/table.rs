//! Decodes the embedded table.
//!
//! UTF-8 text, tab-separated, in six sections; each begins with a line `#title⇥…`, and each refers only to
//! those before it:
//!
//! ```text
//! #france        ⇥ year ⇥ origin ⇥ licence
//! #regions       ⇥ count of rows     R-code ⇥ name
//! #departements  ⇥ …                 code ⇥ région (R-code) ⇥ name
//! #epci          ⇥ …                 SIREN ⇥ kind ⇥ name
//! #communes      ⇥ …                 code ⇥ name ⇥ place in #epci, from 0, or nothing ⇥ postal codes, split by |
//! #alias         ⇥ …                 code ⇥ name ⇥ kind (D, A or M) ⇥ commune ⇥ postal codes, split by |
//! ```
//!
//! A commune's département is the head of its code. Lists come sorted, so only postal codes are sorted here;
//! an EPCI is given by its place rather than its SIREN, which spares 35,000 searches.
//! The text and the lists are leaked, once for the life of the program: every record is then a few plain
//! `&'static` references.

use super::france::{France, TableSource};
use super::postal::{PostalPool, index};
use super::sorted::find;
use super::{Alias, AliasKind, Commune, Departement, Epci, EpciKind, Region};
use std::io::Read;
use std::sync::OnceLock;

/// Reads the whole table; the error, in English, names the row that cannot be read: it speaks to whoever
/// compiled the table. Never call [`super::france()`] from here: it is waiting for this function.
pub(super) fn decode(packed: &[u8]) -> Result<France, String> {
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(packed).read_to_string(&mut text).map_err(|why| why.to_string())?;
    let mut sections = Box::leak(text.into_boxed_str()).split('#').skip(1);
    let mut next = |title| section(sections.next().unwrap_or_default(), title);

    let (heading, _) = next("france")?;
    let source = source(heading).ok_or_else(|| format!("heading {heading:?}"))?;
    let regions = list(next("regions")?, region)?;
    let departements = list(next("departements")?, |row| departement(row, regions))?;
    let epcis = list(next("epci")?, epci)?;

    let section = next("communes")?;
    let mut pool = PostalPool::of(section.1);
    let mut of = Departements::new(departements);
    let communes = list(section, |row| commune(row, &mut of, epcis, &mut pool))?;

    let section = next("alias")?;
    let mut pool = PostalPool::of(section.1);
    let aliases = list(section, |row| alias(row, communes, &mut pool))?;

    Ok(France {
        source,
        regions,
        departements,
        epcis,
        communes,
        aliases,
        postal: index(communes)?,
        by_epci: OnceLock::new(),
        alias_keys: OnceLock::new(),
    })
}

/// What follows a section's title on its first line, and its rows.
type TableSection = (&'static str, &'static str);

fn section(text: &'static str, title: &str) -> Result<TableSection, String> {
    let (heading, rows) = text.split_once('\n').unwrap_or((text, ""));
    heading
        .strip_prefix(title)
        .and_then(|rest| rest.strip_prefix('\t'))
        .map(|rest| (rest, rows))
        .ok_or_else(|| format!("section {title} expected, not {heading:?}"))
}

/// Reads each row; a number of rows other than the announced one means a table cut short.
fn list<T>(
    (count, rows): TableSection,
    mut read: impl FnMut(&'static str) -> Option<T>,
) -> Result<&'static [T], String> {
    let count: usize = count.parse().map_err(|_| format!("count {count:?}"))?;
    // Exact for a sound table; a damaged count is not given all the memory it asks for.
    let mut items = Vec::with_capacity(count.min(rows.len()));
    for row in rows.lines() {
        items.push(read(row).ok_or_else(|| format!("row {row:?}"))?);
    }
    if items.len() == count {
        Ok(items.leak())
    } else {
        Err(format!("{count} rows expected, not {}", items.len()))
    }
}

fn source(heading: &'static str) -> Option<TableSource> {
    let [year, origin, licence] = fields(heading)?;
    Some(TableSource { year: year.parse().ok()?, origin, licence })
}

fn region(row: &'static str) -> Option<Region> {
    let [zone_code, name] = fields(row)?;
    Some(Region { code: zone_code.strip_prefix('R')?, zone_code, name })
}

fn departement(row: &'static str, regions: &'static [Region]) -> Option<Departement> {
    let [code, region, name] = fields(row)?;
    Some(Departement { code, name, region: find(regions, region, |region| region.zone_code)? })
}

fn epci(row: &'static str) -> Option<Epci> {
    let [siren, kind, name] = fields(row)?;
    let kind = match kind {
        "CC" => EpciKind::CommunityOfCommunes,
        "CA" => EpciKind::AgglomerationCommunity,
        "CU" => EpciKind::UrbanCommunity,
        "METRO" => EpciKind::Metropolis,
        "MET69" => EpciKind::LyonMetropolis,
        _ => return None,
    };
    Some(Epci { siren, kind, name })
}

fn commune(
    row: &'static str,
    departements: &mut Departements,
    epcis: &'static [Epci],
    pool: &mut PostalPool,
) -> Option<Commune> {
    let [code, name, epci, postal_codes] = fields(row)?;
    let epci = match epci {
        "" => None,
        place => Some(epcis.get(place.parse::<usize>().ok()?)?),
    };
    Some(Commune {
        code,
        name,
        postal_codes: pool.take(postal_codes)?,
        epci,
        departement: departements.of(code)?,
    })
}

fn alias(row: &'static str, communes: &'static [Commune], pool: &mut PostalPool) -> Option<Alias> {
    let [code, name, kind, commune, postal_codes] = fields(row)?;
    let kind = match kind {
        "D" => AliasKind::Delegated,
        "A" => AliasKind::Associated,
        "M" => AliasKind::Arrondissement,
        _ => return None,
    };
    Some(Alias {
        code,
        name,
        kind,
        commune: find(communes, commune, |commune| commune.code)?,
        postal_codes: pool.take(postal_codes)?,
    })
}

/// Exactly `N` fields, or nothing.
fn fields<const N: usize>(row: &'static str) -> Option<[&'static str; N]> {
    let mut parts = row.split('\t');
    let mut fields = [""; N];
    for field in &mut fields {
        *field = parts.next()?;
    }
    parts.next().is_none().then_some(fields)
}

/// Finds the départements of communes that come by code: nearly always that of the commune before.
struct Departements {
    all: &'static [Departement],
    last: Option<&'static Departement>,
}

impl Departements {
    fn new(all: &'static [Departement]) -> Self {
        Self { all, last: None }
    }

    fn of(&mut self, commune: &str) -> Option<&'static Departement> {
        // Overseas, the first two characters only say "overseas".
        let head = match commune.get(..2)? {
            "97" | "98" => commune.get(..3)?,
            head => head,
        };
        if self.last.is_none_or(|last| last.code != head) {
            self.last = find(self.all, head, |departement| departement.code);
        }
        self.last
    }
}
