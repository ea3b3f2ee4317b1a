//! From a placed row to the text of a sheet, and the two hashes that tell later who changed what.

use super::address;
use super::dates;
use super::formats::Directory;
use super::place::PlaceNames;
use super::row::{Aside, Reason, Row, Serves};
use super::words;
use super::yaml::{self, SheetValue, YamlFields};
use crate::model::{ContactMode, Price};
use crate::territory::{Commune, EpciKind, Zone};
use crate::text::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What all sheets of a run share.
pub struct RunFrame<'a> {
    pub directory: &'static Directory,
    pub dataset: &'a str,
    pub file: &'a str,
    pub licence: &'a str,
    /// The file's date.
    pub date: Option<&'a str>,
    /// The site's own needs.
    pub needs: &'a BTreeSet<String>,
    pub places: &'a PlaceNames,
}

/// A sheet ready to be compared with what is there.
#[derive(Clone, Debug)]
pub struct ImportedSheet {
    /// What the source says, in order.
    pub fields: YamlFields,
    /// The whole text, with its `import` block.
    pub text: String,
    /// See [`fingerprint`].
    pub fingerprint: String,
}

/// Keys that only say when the source spoke: a change there alone is no difference to look at.
pub const DATES: [&str; 2] = ["date_source", "sources"];

/// Makes the sheet.
///
/// # Errors
/// When the source's zone holds no code that is known.
pub fn make(row: &mut Row, commune: &'static Commune, frame: &RunFrame<'_>) -> Result<ImportedSheet, Reason> {
    let zone = zone(row, commune)?;
    let (address, postal) = address::addresses(row, commune, frame.places);
    let before = row.needs.len();
    row.needs.retain(|need| frame.needs.contains(*need));
    row.notes.codes += before - row.needs.len();
    let mut f = YamlFields::new();
    let text = |f: &mut YamlFields, key, value: &Option<String>| {
        if let Some(value) = value {
            f.push((key, SheetValue::Text(value.clone())));
        }
    };
    f.push(("nom", SheetValue::Text(row.name.clone())));
    f.push(("type", SheetValue::Text(row.kind.key().to_owned())));
    text(&mut f, "organisation", &row.organisation);
    text(&mut f, "resume", &row.summary);
    codes(&mut f, "besoins", row.needs.iter().map(|need| (*need).to_owned()));
    f.push(("zone", SheetValue::Codes(zone)));
    list(&mut f, "fait", &row.does);
    list(&mut f, "pour_qui", &row.for_whom);
    codes(&mut f, "qui_peut_demander", once(row.askers.iter().map(|asker| asker.key())));
    codes(&mut f, "mode_aide", once(row.help_modes.iter().map(|mode| mode.key())));
    codes(&mut f, "mode_contact", once(contact_modes(row)));
    if let Some(address) = address {
        f.push(("adresse", SheetValue::Map(address)));
    }
    if let Some(postal) = postal {
        f.push(("adresse_postale", SheetValue::Map(postal)));
    }
    phones(&mut f, row);
    text(&mut f, "sms", &row.sms);
    text(&mut f, "courriel", &row.email);
    text(&mut f, "site", &row.site);
    hours(&mut f, row);
    codes(&mut f, "entendre", once(row.hearing.iter().map(|way| way.key())));
    text(&mut f, "entendre_precision", &row.hearing_note);
    text(&mut f, "bouger", &row.movement);
    text(&mut f, "cout", &row.cost);
    let date = said_on(row, frame);
    text(&mut f, "date_source", &date);
    let title = words::source(frame.directory.title, frame.file, row.producer.as_deref());
    let mut source: YamlFields = vec![("titre", SheetValue::Text(title))];
    text(&mut source, "date", &frame.date.map(str::to_owned).or_else(|| date.clone()));
    source.push(("licence", SheetValue::Text(frame.licence.to_owned())));
    f.push(("sources", SheetValue::Maps(vec![source])));
    let body = yaml::write(&f);
    let fingerprint = fingerprint(&body, &f);
    let mut origin: YamlFields = vec![
        ("jeu", SheetValue::Text(frame.dataset.to_owned())),
        ("identifiant", SheetValue::Text(row.id.clone())),
        ("commune", SheetValue::Text(commune.code.to_owned())),
        ("fichier", SheetValue::Text(frame.file.to_owned())),
        ("licence", SheetValue::Text(frame.licence.to_owned())),
    ];
    text(&mut origin, "date", &frame.date.map(str::to_owned));
    origin.push(("empreinte", SheetValue::Text(fingerprint.clone())));
    let text = body + &yaml::write(&vec![("import", SheetValue::Map(origin))]);
    Ok(ImportedSheet { fields: f, text, fingerprint })
}

/// The day on which the source spoke: of the row, or of the file when the row has none. A day that cannot be read is
/// none, and the file's would be later than what the source says.
fn said_on(row: &mut Row, frame: &RunFrame<'_>) -> Option<String> {
    match row.date.as_deref().filter(|text| !dates::is_nothing(text)) {
        None => frame.date.map(str::to_owned),
        Some(text) => {
            let read = dates::read(text);
            if read.is_none() {
                row.notes.aside.push((Aside::Date, text.chars().take(60).collect()));
            }
            read
        }
    }
}

/// Two hashes: of the sheet's text, which changes when anybody touches it; and of what the source says, dates
/// aside, which changes when the source does.
fn fingerprint(body: &str, fields: &YamlFields) -> String {
    let said: YamlFields = fields.iter().filter(|(key, _)| !DATES.contains(key)).cloned().collect();
    format!("{}-{}", hash(body), hash(&yaml::write(&said)))
}

/// Whether a sheet's text is as the import left it.
#[must_use]
pub fn is_untouched(text: &str, fingerprint: &str) -> bool {
    let Some((own, _)) = fingerprint.split_once('-') else { return false };
    let body = body_of(text);
    if own == hash(&body) {
        return true;
    }
    // Nor is one at the top, or in the middle.
    let full: String = body.lines().filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect();
    own == hash(full.trim_start_matches('\u{feff}'))
}

/// Whether the source says what it said when the sheet was last written.
#[must_use]
pub fn says_the_same(old: &str, new: &str) -> bool {
    match (old.split_once('-'), new.split_once('-')) {
        (Some((_, old)), Some((_, new))) => old == new,
        _ => false,
    }
}

fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes())[..6])
}

/// The text without its `import` block.
fn body_of(text: &str) -> String {
    let mut inside = false;
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with("import:") {
            inside = true;
        } else if !line.starts_with([' ', '\t']) && !line.is_empty() {
            inside = false;
        }
        if !inside {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    // An empty line at the end, or between the block and the rest, is nobody's work.
    let end = out.trim_end_matches('\n').len();
    out.truncate(end);
    out.push('\n');
    out
}

/// Whether a line belongs to `import:`; `inside`: the one before does.
fn is_of_import(line: &str, inside: bool) -> bool {
    line.starts_with("import:") || inside && (line.starts_with([' ', '\t']) || line.trim().is_empty())
}

/// The text with the mark that its row is in the file no more, or without it; nothing else changes.
#[must_use]
pub fn with_absence(text: &str, gone: bool) -> String {
    let mut inside = false;
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        if inside && line.trim_start().starts_with("absent:") {
            continue;
        }
        inside = is_of_import(line, inside);
        out.push_str(line);
        if gone && line.starts_with("import:") {
            out.push_str("  absent: oui\n");
        }
    }
    out
}

/// The text with the mark that the source says the service to be closed, in a file of that date; or without it.
#[must_use]
pub fn with_closing(text: &str, closed: bool, date: Option<&str>) -> String {
    let mut inside = false;
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        if inside && line.trim_start().starts_with("ferme") {
            continue;
        }
        inside = is_of_import(line, inside);
        out.push_str(line);
        if closed && line.starts_with("import:") {
            out.push_str("  ferme: oui\n");
            if let Some(date) = date {
                out.push_str(&format!("  ferme_selon: \"{date}\"\n"));
            }
        }
    }
    out
}

fn once<'a>(keys: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for key in keys {
        if !out.iter().any(|known| known == key) {
            out.push(key.to_owned());
        }
    }
    out
}

fn codes(f: &mut YamlFields, key: &'static str, list: impl IntoIterator<Item = String>) {
    let list: Vec<String> = list.into_iter().collect();
    if !list.is_empty() {
        f.push((key, SheetValue::Codes(list)));
    }
}

fn list(f: &mut YamlFields, key: &'static str, list: &[String]) {
    if !list.is_empty() {
        f.push((key, SheetValue::List(list.to_vec())));
    }
}

/// What the source states, and what the sheet itself offers.
fn contact_modes(row: &Row) -> Vec<&'static str> {
    let mut out = Vec::new();
    if !row.phones.is_empty() {
        out.push(ContactMode::Telephone.key());
    }
    if row.email.is_some() {
        out.push(ContactMode::Email.key());
    }
    let possible = |mode: &ContactMode| match mode {
        ContactMode::Telephone => !row.phones.is_empty(),
        ContactMode::Email => row.email.is_some(),
        _ => true,
    };
    out.extend(row.contact_modes.iter().filter(|mode| possible(mode)).map(|mode| mode.key()));
    out
}

fn phones(f: &mut YamlFields, row: &Row) {
    let simple = |line: &super::clean::SourcePhone| line.note.is_none() && line.price == Price::Normal;
    match row.phones.as_slice() {
        [] => {}
        [only] if simple(only) => f.push(("telephone", SheetValue::Text(only.number.clone()))),
        several => {
            let maps = several.iter().map(|line| {
                let mut map: YamlFields = vec![("numero", SheetValue::Text(line.number.clone()))];
                if line.price != Price::Normal {
                    map.push(("prix", SheetValue::Text(line.price.key().to_owned())));
                }
                if let Some(note) = &line.note {
                    map.push(("precision", SheetValue::Text(note.clone())));
                }
                map
            });
            f.push(("telephone", SheetValue::Maps(maps.collect())));
        }
    }
}

fn hours(f: &mut YamlFields, row: &Row) {
    let mut h = YamlFields::new();
    if !row.opening.words.is_empty() {
        h.push(("texte", SheetValue::Lines(row.opening.words.clone())));
    }
    if let Some(osm) = &row.opening.osm {
        h.push(("osm", SheetValue::Text(osm.clone())));
    }
    let notes: Vec<String> =
        row.opening.notes.iter().chain(&row.comments).map(|note| sentence(note)).collect();
    if !notes.is_empty() {
        h.push(("precision", SheetValue::Text(notes.join(" "))));
    }
    if !h.is_empty() {
        f.push(("horaires", SheetValue::Map(h)));
    }
}

/// A capital first and a stop last: several notes are read one after the other.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    let stop = if text.ends_with(['.', '!', '?', '…', ':']) { "" } else { "." };
    format!("{first}{}{stop}", chars.as_str())
}

/// The zone, as narrow as the source allows: see `docs/importer.md`.
fn zone(row: &Row, commune: &'static Commune) -> Result<Vec<String>, Reason> {
    let zones: Vec<Zone> = match &row.serves {
        Serves::Commune => vec![Zone::Commune(commune)],
        Serves::Epci => vec![commune.epci.map_or(Zone::Commune(commune), Zone::Epci)],
        Serves::Departement => vec![Zone::Departement(commune.departement)],
        Serves::Around => vec![around(commune)],
        Serves::Codes(codes) => {
            let known: BTreeSet<Zone> = codes.iter().filter_map(|code| zone_of(code)).collect();
            if known.is_empty() {
                return Err(Reason::Zone(codes.join(", ")));
            }
            return Ok(compact(known).into_iter().map(|zone| zone.code().to_owned()).collect());
        }
    };
    Ok(zones.into_iter().map(|zone| zone.code().to_owned()).collect())
}

/// A place serves its commune and, as far as one can say, its neighbours: the EPCI. A métropole or a communauté
/// urbaine holds up to 131 communes: there, the commune alone.
fn around(commune: &'static Commune) -> Zone {
    match commune.epci {
        Some(epci)
            if matches!(epci.kind, EpciKind::CommunityOfCommunes | EpciKind::AgglomerationCommunity) =>
        {
            Zone::Epci(epci)
        }
        _ => Zone::Commune(commune),
    }
}

fn zone_of(code: &str) -> Option<Zone> {
    let code = code.trim().to_uppercase();
    match code.as_str() {
        "FRANCE" | "FR" | "PAYS" => Some(Zone::France),
        code => Zone::parse(code)
            .or_else(|| (code.len() == 4 || code.len() == 1).then(|| Zone::parse(&format!("0{code}")))?),
    }
}

/// All the communes of an EPCI, or of a département, are said by its code.
fn compact(zones: BTreeSet<Zone>) -> BTreeSet<Zone> {
    let communes: BTreeSet<&'static Commune> =
        zones.iter().filter_map(|zone| if let Zone::Commune(c) = zone { Some(*c) } else { None }).collect();
    if communes.len() < 2 {
        return zones;
    }
    let mut wider: BTreeSet<Zone> = communes.iter().map(|c| Zone::Departement(c.departement)).collect();
    wider.extend(communes.iter().filter_map(|c| c.epci).map(Zone::Epci));
    let mut out = zones;
    for zone in wider.into_iter().rev() {
        let inside = zone.communes();
        if inside.iter().all(|commune| communes.contains(commune)) {
            out.retain(|small| !matches!(small, Zone::Commune(c) if zone.covers(c)) && !matches!((small, zone), (Zone::Epci(e), Zone::Departement(_)) if Zone::Epci(e).communes().iter().all(|c| zone.covers(c))));
            out.insert(zone);
        }
    }
    out
}
