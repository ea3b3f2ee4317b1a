//! What the file says against what the site has: to create, to update, to leave, to look at.

use super::ImportRequest;
use super::gather::Gathered;
use super::place;
use super::placed::Placed;
use super::report::{Closing, Difference, Gone, LostRow, Report, ValueToLookAt};
use super::row::Reason;
use super::save::Write;
use super::sheet::{self, ImportedSheet, RunFrame};
use super::sound::{Planned, sound};
use super::yaml::{self, SheetValue};
use crate::diag::Diagnostics;
use crate::load::Loaded;
use crate::model::{How, Phone, Service, Unresolved};
use crate::parse::yaml::{Node, ValueKind as NodeKind, parse};
use crate::source::Sources;
use crate::territory::{Commune, Zone, france};
use crate::text::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Below so many, sheets that are gone are believed to be gone, whatever their share.
const FEW_GONE: usize = 20;

/// A sheet of the site.
struct KnownSheet<'a> {
    service: &'a Service<Unresolved>,
    path: &'a str,
    text: &'a str,
}

/// The site's sheets, by what a row may share with them.
struct SheetIndex<'a> {
    known: Vec<KnownSheet<'a>>,
    /// In this series, by row.
    rows: BTreeMap<&'a str, usize>,
    names: BTreeMap<String, Vec<usize>>,
    phones: BTreeMap<String, Vec<usize>>,
}

/// Compares, and plans what to write.
pub fn merge(
    sources: &Sources,
    loaded: &Loaded,
    request: &ImportRequest<'_>,
    gathered: Gathered,
    report: &mut Report,
) -> Vec<Write> {
    let index = SheetIndex::new(sources, loaded, &report.dataset);
    let needs: BTreeSet<String> = loaded.needs.iter().map(|need| need.id.clone()).collect();
    let (dataset, file, licence, date) =
        (report.dataset.clone(), report.file.clone(), report.licence.clone(), report.date.clone());
    let frame = RunFrame {
        directory: request.directory,
        dataset: &dataset,
        file: &file,
        licence: &licence,
        date: date.as_deref(),
        needs: &needs,
        places: &gathered.places,
    };
    let mut taken: BTreeSet<String> = loaded.services.iter().map(|service| service.id.clone()).collect();
    // A page of that name would hide the list of its folder.
    taken.insert("index".to_owned());
    let mut planned: Vec<Planned> = Vec::new();
    let open: BTreeSet<String> = gathered.rows.iter().map(|placed| placed.row.id.clone()).collect();
    let mut writes: Vec<Write> = index.closed(gathered.closed, &open, date.as_deref(), report);
    // By id: the line, and the two hashes of its sheet.
    let mut ids: BTreeMap<String, (u64, String)> = BTreeMap::new();
    let mut same: BTreeMap<(&str, String, String), u64> = BTreeMap::new();
    for Placed { mut row, commune } in gathered.rows {
        let street = row.street.street.as_deref().map(slug).unwrap_or_default();
        let codes = row.notes.codes;
        let made = sheet::make(&mut row, commune, &frame);
        report.notes.codes += row.notes.codes - codes;
        let aside = std::mem::take(&mut row.notes.aside);
        let entry = |reason| LostRow {
            line: row.line,
            id: row.id.clone(),
            name: row.name.clone(),
            town: commune.name.to_owned(),
            reason,
        };
        let sheet = match made {
            Ok(sheet) => sheet,
            Err(reason) => {
                report.entries.push(entry(reason));
                continue;
            }
        };
        if let Some((line, known)) = ids.get(&row.id) {
            let reason =
                if *known == sheet.fingerprint { Reason::Again(*line) } else { Reason::SameId(*line) };
            report.entries.push(entry(reason));
            continue;
        }
        ids.insert(row.id.clone(), (row.line, sheet.fingerprint.clone()));
        report.aside.extend(aside.into_iter().map(|(why, value)| ValueToLookAt {
            line: row.line,
            id: row.id.clone(),
            name: row.name.clone(),
            town: commune.name.to_owned(),
            why,
            value,
        }));
        let key = (commune.code, slug(&row.name), street);
        if let Some(at) = index.rows.get(row.id.as_str()) {
            same.entry(key).or_insert(row.line);
            let known = &index.known[*at];
            match known.update(&sheet, &row.id, row.line, report) {
                Some(text) => {
                    let path = known.path.to_owned();
                    planned.push(Planned { entry: entry(Reason::NoName), path, text, is_new: false });
                }
                None => continue,
            }
            continue;
        }
        let reason = match (same.get(&key), index.twin(&row, commune)) {
            (Some(line), _) => Some(Reason::SameName(*line)),
            (None, Some(twin)) => Some(Reason::Twin(twin.path.to_owned())),
            (None, None) => None,
        };
        same.entry(key).or_insert(row.line);
        if let Some(reason) = reason {
            report.entries.push(entry(reason));
            continue;
        }
        let id = free_id(&row.name, commune, &row.id, &mut taken);
        let path = format!("content/services/{}/{id}.yaml", commune.departement.code.to_lowercase());
        planned.push(Planned { entry: entry(Reason::NoName), path, text: sheet.text, is_new: true });
    }
    writes.extend(index.gone(&gathered.seen, &gathered.covered, gathered.unreadable, request, report));
    let paper = loaded.settings.as_ref().is_some_and(|settings| settings.paper);
    for one in sound(planned, paper, request.today, report) {
        let list = if one.is_new { &mut report.created } else { &mut report.updated };
        list.push(one.path.clone());
        writes.push(Write { path: one.path, text: one.text });
    }
    report.created.sort();
    report.updated.sort();
    report.entries.sort_by(|a, b| (a.line, &a.id).cmp(&(b.line, &b.id)));
    writes.sort_by(|a, b| a.path.cmp(&b.path));
    writes
}

/// A file name that no other sheet has: name, then town, then code, then row.
fn free_id(name: &str, commune: &Commune, row: &str, taken: &mut BTreeSet<String>) -> String {
    let town = slug(commune.name);
    let mut base = slug(name);
    if !base.contains(&town) {
        // The town stays whole: it tells two places of one name apart.
        base = joined(&base, &town);
    }
    let code = commune.code.to_lowercase();
    let row = cut(&slug(row), 20).to_owned();
    let base = cut(&base, LONGEST).to_owned();
    let with_row = if row.is_empty() { code.clone() } else { format!("{code}-{row}") };
    let tried = [base.clone(), joined(&base, &code), joined(&base, &with_row)];
    let numbered = (2..).map(|n: u32| joined(&base, &format!("{with_row}-{n}")));
    let free = tried.iter().cloned().chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The longest name of a sheet: with `.html`, what a CD can hold.
const LONGEST: usize = 59;

/// A slug of at most that many signs, cut between two words when it can be.
fn cut(slug: &str, most: usize) -> &str {
    let Some(head) = slug.get(..most).filter(|_| slug.len() > most) else { return slug };
    let whole = slug.get(most..).is_some_and(|rest| rest.starts_with('-'));
    let end = if whole { head.len() } else { head.rfind('-').unwrap_or(head.len()) };
    head.get(..end).unwrap_or(head).trim_end_matches('-')
}

/// Two slugs in one, the second whole.
fn joined(first: &str, second: &str) -> String {
    let second = cut(second, LONGEST);
    let first = cut(first, LONGEST.saturating_sub(second.len() + 1));
    if first.is_empty() { second.to_owned() } else { format!("{first}-{second}") }
}

impl<'a> SheetIndex<'a> {
    fn new(sources: &'a Sources, loaded: &'a Loaded, dataset: &str) -> Self {
        let mut index = Self {
            known: Vec::new(),
            rows: BTreeMap::new(),
            names: BTreeMap::new(),
            phones: BTreeMap::new(),
        };
        for (at, service) in loaded.services.iter().enumerate() {
            let file = sources.get(service.span.file);
            index.known.push(KnownSheet { service, path: &file.path, text: file.text() });
            match &service.verification.origin {
                Some(origin) if origin.dataset == dataset => {
                    index.rows.insert(&origin.row, at);
                }
                _ => {
                    for name in std::iter::once(&service.name).chain(&service.other_names) {
                        index.names.entry(slug(name)).or_default().push(at);
                    }
                    for line in &service.phones {
                        index.phones.entry(line.phone.dialled()).or_default().push(at);
                    }
                }
            }
        }
        index
    }

    /// A sheet written by hand, or of another source, that seems to be the same service.
    fn twin(&self, row: &super::row::Row, commune: &'static Commune) -> Option<&KnownSheet<'a>> {
        let named = self.names.get(&slug(&row.name)).into_iter().flatten();
        let phoned = row.phones.iter().filter_map(|line| {
            let dialled = Phone::parse(&line.number)?.dialled();
            // 3646 and its like answer for all of France.
            (dialled.len() > 6).then(|| self.phones.get(&dialled))?
        });
        named.chain(phoned.flatten()).map(|at| &self.known[*at]).find(|known| known.is_in(commune))
    }

    /// Sheets of services that the source says to be no more: they say so, and stay.
    fn closed(
        &self,
        rows: Vec<Placed>,
        open: &BTreeSet<String>,
        date: Option<&str>,
        report: &mut Report,
    ) -> Vec<Write> {
        let mut writes = Vec::new();
        for placed in rows {
            let known = self.rows.get(placed.row.id.as_str()).map(|at| &self.known[*at]);
            let Some(known) = known.filter(|_| !open.contains(&placed.row.id)) else {
                let twin = self.twin(&placed.row, placed.commune).map(|twin| twin.path.to_owned());
                report.entries.push(placed.refused(twin.map_or(Reason::Closed, Reason::ClosedTwin)));
                continue;
            };
            let verified = known.service.verification.verified.as_ref();
            let later = |on: jiff::civil::Date| date.is_some_and(|date| on.to_string().as_str() > date);
            report.closed.push(Closing {
                line: placed.row.line,
                id: placed.row.id,
                name: known.service.name.clone(),
                path: known.path.to_owned(),
                believed: verified.is_some_and(|v| v.how != How::Import && later(v.on)),
            });
            let text = sheet::with_closing(known.text, true, date);
            if text != known.text {
                writes.push(Write { path: known.path.to_owned(), text });
            }
        }
        writes
    }

    /// Sheets of this series whose row is gone: they say so, and stay.
    fn gone(
        &self,
        seen: &BTreeSet<String>,
        covered: &BTreeSet<&'static str>,
        unreadable: usize,
        request: &ImportRequest<'_>,
        report: &mut Report,
    ) -> Vec<Write> {
        let mut in_scope = 0;
        let mut missing = Vec::new();
        for (row, at) in &self.rows {
            let known = &self.known[*at];
            let Some(origin) = &known.service.verification.origin else { continue };
            let Some(commune) = origin.commune.as_deref().and_then(|code| france().commune(code)) else {
                continue;
            };
            if !covered.contains(commune.departement.code)
                || request.territory.is_some_and(|z| !z.covers(commune))
            {
                continue;
            }
            in_scope += 1;
            if !seen.contains(*row) {
                missing.push((*row, known, origin.gone));
            }
        }
        // Half of a directory does not close in a month: the file is incomplete, or another one.
        let credible = unreadable == 0 && (missing.len() <= FEW_GONE || missing.len() * 2 <= in_scope);
        let mut writes = Vec::new();
        for (row, known, already) in missing {
            report.gone.push(Gone {
                id: row.to_owned(),
                name: known.service.name.clone(),
                path: known.path.to_owned(),
                marked: already || credible,
            });
            if credible && !already {
                writes
                    .push(Write { path: known.path.to_owned(), text: sheet::with_absence(known.text, true) });
            }
        }
        writes
    }
}

/// The lines of a sheet that hold something.
fn full(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty())
}

impl KnownSheet<'_> {
    /// Whether the sheet is about that commune.
    fn is_in(&self, commune: &'static Commune) -> bool {
        let service = self.service;
        if let Some(code) = service.verification.origin.as_ref().and_then(|origin| origin.commune.as_deref())
        {
            return code == commune.code;
        }
        if let Some(town) = service.address.as_ref().and_then(|address| address.town.as_deref()) {
            return place::key(town) == place::key(commune.name);
        }
        service
            .zone
            .iter()
            .filter_map(|zone| Zone::parse(&zone.value))
            .any(|zone| zone != Zone::France && zone.covers(commune))
    }

    /// The new text of a sheet that the import may write; otherwise the differences are noted.
    fn update(&self, sheet: &ImportedSheet, row: &str, line: u64, report: &mut Report) -> Option<String> {
        let verification = &self.service.verification;
        let origin = verification.origin.as_ref()?;
        let verified = verification.verified.as_ref().is_some_and(|verified| verified.how != How::Import);
        if !verified && sheet::is_untouched(self.text, &origin.fingerprint) {
            // Ends of lines, and empty lines, are nobody's words.
            if full(&sheet.text).eq(full(self.text.trim_start_matches('\u{feff}'))) {
                report.unchanged += 1;
                return None;
            }
            return Some(sheet.text.clone());
        }
        if !sheet::says_the_same(&origin.fingerprint, &sheet.fingerprint) {
            for (key, ours, theirs) in self.differences(sheet) {
                report.differences.push(Difference {
                    line,
                    id: row.to_owned(),
                    name: self.service.name.clone(),
                    path: self.path.to_owned(),
                    key,
                    ours,
                    theirs,
                    verified,
                });
            }
        }
        // The row is back: the mark goes, and nothing else changes.
        if origin.gone || origin.closed {
            return Some(sheet::with_closing(&sheet::with_absence(self.text, false), false, None));
        }
        report.kept += 1;
        None
    }

    /// Key, what the sheet says, what the source says.
    fn differences(&self, sheet: &ImportedSheet) -> Vec<(&'static str, String, String)> {
        let sources = Sources::memory([(self.path, self.text)]);
        let Some((id, file)) = sources.find(self.path) else { return Vec::new() };
        let tree = parse(id, file, 0..file.text().len(), &mut Diagnostics::default());
        let Some(Node { kind: NodeKind::Map(entries), .. }) = tree else { return Vec::new() };
        let mut out = Vec::new();
        for (key, value) in sheet.fields.iter().filter(|(key, _)| !sheet::DATES.contains(key)) {
            let ours = entries
                .iter()
                .find(|(known, _)| known.name == *key)
                .map(|(_, node)| flat_node(node))
                .unwrap_or_default();
            let theirs = flat(value);
            if ours != theirs {
                out.push((*key, ours, theirs));
            }
        }
        out
    }
}

/// A value on one line, for a list that people read.
fn flat(value: &SheetValue) -> String {
    match value {
        SheetValue::Text(text) => text.trim().to_owned(),
        SheetValue::Codes(list) | SheetValue::List(list) | SheetValue::Lines(list) => list.join(" | "),
        SheetValue::Map(fields) => flat_fields(fields),
        SheetValue::Maps(list) => list.iter().map(flat_fields).collect::<Vec<_>>().join(" | "),
    }
}

fn flat_fields(fields: &yaml::YamlFields) -> String {
    fields.iter().map(|(_, value)| flat(value)).collect::<Vec<_>>().join(" ; ")
}

fn flat_node(node: &Node) -> String {
    match &node.kind {
        NodeKind::Empty => String::new(),
        NodeKind::Scalar(text) => {
            text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join(" | ")
        }
        NodeKind::List(items) => items.iter().map(flat_node).collect::<Vec<_>>().join(" | "),
        NodeKind::Map(entries) => {
            entries.iter().map(|(_, node)| flat_node(node)).collect::<Vec<_>>().join(" ; ")
        }
    }
}
