//! Compiles the territories of France into `src/territory/france.tsv.deflate`, the table that
//! `src/territory/table.rs` describes and every build embeds.
//!
//! ```sh
//! cargo run --release --example territories -- CHEMIN/mednum
//! ```
//!
//! The folder holds four files drawn from the npm package `@etalab/decoupage-administratif` (data: Licence
//! Ouverte; code: MIT):
//!
//! - `communes-2026.csv`: `code_insee, nom, type, departement, region, commune_parente, codes_postaux, …`;
//! - `epci-2026.csv`: `code_insee, epci, epci_nom, epci_type`, one line a commune;
//! - `departements-2026.json`, `regions-2026.json`: lists of objects with `code`, `nom`, and `region`.
//!
//! Each new year: put the new files in a folder, change [`YEAR`] and [`ORIGIN`], run, and correct the counts
//! in `src/territory/tests.rs` after reading what changed (the tool prints them).
//!
//! The same files and the same `Cargo.lock` give the same bytes. The tool refuses what the decoder relies on
//! and the data might one day break, rather than write a table that lies. To write the table for the first
//! time, create it empty: the library that Cargo builds beside this tool includes it.

use flate2::{Compression, write::DeflateEncoder};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// *Millésime* of the data, as in the names of the files.
const YEAR: u16 = 2026;
const ORIGIN: &str = "paquet npm @etalab/decoupage-administratif 6.0.0";
const LICENCE: &str = "Licence Ouverte";
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/territory/france.tsv.deflate");

type Result<T> = std::result::Result<T, Box<dyn Error>>;
/// The fields of a table's row, by code: what sorts every section.
type Rows = BTreeMap<String, Vec<String>>;

fn main() -> Result<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .ok_or("usage: cargo run --release --example territories -- CHEMIN/mednum")?;
    let text = compile(&folder)?;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    let packed = encoder.finish()?;
    for heading in text.lines().filter(|line| line.starts_with('#')) {
        println!("{heading}");
    }
    println!("{} bytes, {} deflated: {TABLE}", text.len(), packed.len());
    fs_err::write(TABLE, packed)?;
    Ok(())
}

/// The text of the table.
fn compile(folder: &Path) -> Result<String> {
    let regions = regions(folder)?;
    let departements = departements(folder)?;
    let (epcis, epci_of) = epcis(folder)?;
    let (communes, aliases) = communes(folder, &epci_of)?;
    if let Some(lost) = epci_of.keys().find(|code| !communes.contains_key(*code)) {
        return Err(format!("epci: unknown commune {lost}").into());
    }
    let mut text = format!("#france\t{YEAR}\t{ORIGIN}\t{LICENCE}\n");
    for (title, rows) in [
        ("regions", regions),
        ("departements", departements),
        ("epci", epcis),
        ("communes", communes),
        ("alias", aliases),
    ] {
        writeln!(text, "#{title}\t{}", rows.len())?;
        for row in rows.values() {
            // The three characters that structure the table; postal codes bring their own bars.
            if let Some(bad) = row.iter().find(|f| f.contains(['#', '\t', '\n', '\r'])) {
                return Err(format!("{title}: forbidden character in {bad:?}").into());
            }
            writeln!(text, "{}", row.join("\t"))?;
        }
    }
    Ok(text)
}

fn regions(folder: &Path) -> Result<Rows> {
    let mut rows = Rows::new();
    for region in json(folder, "regions")? {
        let code = format!("R{}", text(&region, "code")?);
        insert(&mut rows, code.clone(), vec![code, text(&region, "nom")?])?;
    }
    Ok(rows)
}

fn departements(folder: &Path) -> Result<Rows> {
    let mut rows = Rows::new();
    for departement in json(folder, "departements")? {
        let code = text(&departement, "code")?;
        let region = format!("R{}", text(&departement, "region")?);
        let row = vec![code.clone(), region, text(&departement, "nom")?];
        insert(&mut rows, code, row)?;
    }
    Ok(rows)
}

/// The EPCI by SIREN, and the place of each commune's in that list.
fn epcis(folder: &Path) -> Result<(Rows, BTreeMap<String, String>)> {
    let mut rows = Rows::new();
    let mut of_commune = BTreeMap::new();
    for record in csv(folder, "epci")? {
        let field = |name| column(&record, name);
        let siren = field("epci")?;
        let row = vec![siren.clone(), field("epci_type")?, field("epci_nom")?];
        let known = rows.entry(siren.clone()).or_insert_with(|| row.clone());
        if *known != row {
            return Err(format!("epci {siren}: two names").into());
        }
        if of_commune.insert(field("code_insee")?, siren).is_some() {
            return Err(format!("epci: commune twice: {record:?}").into());
        }
    }
    let places: BTreeMap<&String, usize> = rows.keys().zip(0..).collect();
    for siren in of_commune.values_mut() {
        *siren = places[siren].to_string();
    }
    Ok((rows, of_commune))
}

/// The communes of today, and the parts that have codes of their own, sorted by commune.
fn communes(folder: &Path, epci_of: &BTreeMap<String, String>) -> Result<(Rows, Rows)> {
    let (mut communes, mut aliases) = (Rows::new(), Rows::new());
    for record in csv(folder, "communes")? {
        let field = |name| column(&record, name);
        let (code, name, postal) = (field("code_insee")?, field("nom")?, field("codes_postaux")?);
        let kind = match field("type")?.as_str() {
            "commune-actuelle" => {
                let overseas = code.starts_with("97") || code.starts_with("98");
                // A former commune may keep the head of another département; a commune may not.
                if code.get(..if overseas { 3 } else { 2 }) != Some(&field("departement")?) {
                    return Err(format!("commune {code}: not in the département of its code").into());
                }
                let epci = epci_of.get(&code).cloned().unwrap_or_default();
                insert(&mut communes, code.clone(), vec![code, name, epci, postal])?;
                continue;
            }
            "commune-deleguee" => "D",
            "commune-associee" => "A",
            "arrondissement-municipal" => "M",
            other => return Err(format!("commune {code}: unknown type {other}").into()),
        };
        let parent = field("commune_parente")?;
        let row = vec![code.clone(), name, kind.into(), parent.clone(), postal];
        insert(&mut aliases, format!("{parent} {code}"), row)?;
    }
    if let Some(row) = aliases.values().find(|row| !communes.contains_key(&row[3])) {
        return Err(format!("alias without commune: {row:?}").into());
    }
    Ok((communes, aliases))
}

fn insert(rows: &mut Rows, key: String, row: Vec<String>) -> Result<()> {
    match rows.insert(key, row) {
        None => Ok(()),
        Some(twice) => Err(format!("twice: {twice:?}").into()),
    }
}

fn json(folder: &Path, name: &str) -> Result<Vec<Value>> {
    let text = fs_err::read_to_string(folder.join(format!("{name}-{YEAR}.json")))?;
    Ok(serde_json::from_str(&text)?)
}

fn text(object: &Value, key: &str) -> Result<String> {
    let text = object.get(key).and_then(Value::as_str);
    Ok(text.ok_or_else(|| format!("no {key} in {object}"))?.into())
}

fn csv(folder: &Path, name: &str) -> Result<Vec<BTreeMap<String, String>>> {
    let file = fs_err::File::open(folder.join(format!("{name}-{YEAR}.csv")))?;
    let records = csv::Reader::from_reader(file).into_deserialize();
    Ok(records.collect::<std::result::Result<_, csv::Error>>()?)
}

fn column(record: &BTreeMap<String, String>, name: &str) -> Result<String> {
    let value = record.get(name).cloned();
    value.ok_or_else(|| format!("no column {name} in {record:?}").into())
}
