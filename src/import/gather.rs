//! All rows of a file, each placed or queued; those of other territories left aside as they come.

use super::fault::FileFault;
use super::file::Input;
use super::formats::{Columns, common};
use super::place::PlaceNames;
use super::placed::Placed;
use super::record::Record;
use super::report::{LostRow, Report};
use super::row::{Reason, Row};
use super::table::{ReadRow, Table};
use super::{ImportRequest, accents, dates, json, people, zeros};
use crate::territory::Zone;
use crate::text::{PartialDate, slug};
use std::collections::BTreeSet;
use std::io::BufRead;

/// What a file holds for this site.
pub struct Gathered {
    pub rows: Vec<Placed>,
    /// Rows of services that the source says to be no more.
    pub closed: Vec<Placed>,
    /// Every id met, whatever became of its row.
    pub seen: BTreeSet<String>,
    /// The départements of which the file speaks.
    pub covered: BTreeSet<&'static str>,
    /// Rows that could not be read at all: an id may be among them.
    pub unreadable: usize,
    pub places: PlaceNames,
    /// What its telephone numbers look like.
    pub phones: zeros::SeenNumbers,
}

/// Rows of one import, those of other territories aside: beyond, the memory of a small machine would be full.
pub const MAX_ROWS: usize = 200_000;

/// Reads the file.
///
/// # Errors
/// When the file as a whole cannot be taken; the report then says how far it was read.
pub fn gather(request: &ImportRequest<'_>, report: &mut Report) -> Result<Gathered, FileFault> {
    let input = Input::open(request.file)?;
    report.letters = Some(input.letters);
    let mut columns = Columns::default();
    let renamed: Vec<(&str, String)> =
        request.columns.iter().map(|(column, name)| (column.own(), slug(name))).collect();
    let mut gathered = Gathered {
        rows: Vec::new(),
        closed: Vec::new(),
        seen: BTreeSet::new(),
        covered: BTreeSet::new(),
        unreadable: 0,
        places: PlaceNames::new(),
        phones: zeros::SeenNumbers::default(),
    };
    let outcome = each(&input, report, &mut |row, report| match row {
        Ok(mut record) => {
            columns.note(&record);
            record.rename(&renamed);
            let mended = accents::mend(&mut record);
            gathered.take(&record, mended, request, report);
        }
        Err((line, fault)) => {
            report.read += 1;
            gathered.unreadable += 1;
            let reason = Reason::Unreadable(fault);
            report.entries.push(LostRow {
                line,
                id: String::new(),
                name: String::new(),
                town: String::new(),
                reason,
            });
        }
    });
    outcome?;
    if gathered.rows.len() > MAX_ROWS {
        return Err(FileFault::TooManyRows);
    }
    if report.read > gathered.unreadable {
        if let Some(at) = renamed.iter().position(|(_, name)| !columns.has(&[name])) {
            let asked = request.columns[at].1.clone();
            return Err(FileFault::NoColumn { asked, found: columns.names() });
        }
        columns.note_own(renamed.iter().map(|(own, _)| *own));
        columns.suit(request.directory)?;
        let nameless = report.entries.iter().filter(|entry| entry.reason == Reason::NoName).count();
        // One message, not one a row: the name is in a column that is not known.
        if nameless * 10 > report.read * 9 && !columns.is_named() {
            return Err(FileFault::NoNames { rows: nameless, found: columns.names() });
        }
    }
    zeros::give_back(&gathered.phones, &mut gathered.rows, report);
    // « annuaire-2016-02-29 » is February 2016 for the département 29.
    if request.date.is_none()
        && let (Some(date), [only]) = (&report.date, gathered.covered.iter().collect::<Vec<_>>().as_slice())
        && date.len() == 10
        && date.ends_with(&format!("-{only}"))
    {
        report.date = date.get(..7).map(str::to_owned);
    }
    if report.date.is_none() {
        let is_past = |date: &String| PartialDate::parse(date).is_some_and(|d| d.earliest() <= request.today);
        let read = gathered.rows.iter().filter_map(|placed| dates::read(placed.row.date.as_deref()?));
        let latest = read.filter(is_past).max();
        report.date = latest;
    }
    gathered.not_yet_closed(report.date.as_deref());
    Ok(gathered)
}

/// Gives each row of the file, in order.
fn each(
    input: &Input,
    report: &mut Report,
    take: &mut dyn FnMut(ReadRow, &mut Report),
) -> Result<(), FileFault> {
    let first = first_sign(input)?;
    if matches!(first, b'[' | b'{') {
        report.json = true;
        report.counted = input.is_one_line;
        return json::records(input, &mut |row| take(row, report));
    }
    // A page of the web, or XML: no name of a column begins so.
    if first == b'<' {
        return Err(FileFault::Page);
    }
    let mut table = Table::new(input.read()?, input.line_end)?;
    report.twice = table.twice();
    report.separator = Some(char::from(table.separator));
    while let Some(row) = table.next()? {
        take(row, report);
    }
    Ok(())
}

/// The first byte that is no white space.
fn first_sign(input: &Input) -> Result<u8, FileFault> {
    let mut reader = input.read()?;
    loop {
        let buffer = reader.fill_buf().map_err(FileFault::of)?;
        if buffer.is_empty() {
            return Err(FileFault::Empty);
        }
        if let Some(first) = buffer.iter().find(|b| !b.is_ascii_whitespace()) {
            return Ok(*first);
        }
        let n = buffer.len();
        reader.consume(n);
    }
}

impl Gathered {
    /// A day of closing that is still to come when the file is written is no closing.
    fn not_yet_closed(&mut self, today: Option<&str>) {
        let Some(today) = today else { return };
        let is_to_come = |placed: &Placed| {
            let day = placed.row.closed.as_ref().and_then(|closed| closed.on.as_deref());
            day.is_some_and(|day| day > today)
        };
        let (open, closed): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.closed).into_iter().partition(is_to_come);
        self.closed = closed;
        self.rows.extend(open.into_iter().filter(|placed| placed.row.is_reachable()));
        self.rows.sort_by_key(|placed| placed.row.line);
    }

    fn take(&mut self, record: &Record, mended: usize, request: &ImportRequest<'_>, report: &mut Report) {
        if record.is_blank() {
            return;
        }
        report.read += 1;
        if let Some(phone) = record.raw(common::PHONE) {
            self.phones.look(&phone, record.is_number(common::PHONE));
        }
        let id = record.text(common::ID).unwrap_or_default();
        let mut row = match (request.directory.read)(record) {
            Ok(row) => row,
            Err(reason) => {
                self.seen.insert(id.clone());
                let name = record.text(common::NAME).unwrap_or_default();
                let town = record.text(common::TOWN).unwrap_or_default();
                report.entries.push(LostRow { line: record.line, id, name, town, reason });
                return;
            }
        };
        let possible = self.places.possible(&row.place);
        self.covered.extend(&possible);
        let found = self.places.find(&row.place);
        let outside = match (&found, request.territory) {
            (_, None) => false,
            (Ok((commune, _)), Some(zone)) => !zone.covers(commune),
            (Err(_), Some(zone)) => !possible.is_empty() && !meets(zone, &possible),
        };
        if outside {
            self.seen.insert(row.id);
            report.outside += 1;
            return;
        }
        row.notes.accents += mended;
        let aside = std::mem::take(&mut row.notes.aside);
        report.notes += row.notes.clone();
        let reason = match &found {
            Err(_) if row.closed.is_some() => Some(Reason::Closed),
            Err(trouble) => Some(Reason::Place(trouble.clone())),
            // Counted, and not kept: the file is refused for it at the end.
            Ok(_) if self.rows.len() > MAX_ROWS => return,
            Ok(_) if row.closed.is_some() => None,
            Ok(_) if row.doubt.is_some() => row.doubt.take().map(Reason::MaybeClosed),
            Ok(_) if people::is_a_person(&row.name) => Some(Reason::Person),
            Ok(_) if !row.is_reachable() => Some(Reason::Unreachable),
            Ok(_) => refused_licence(&row, request),
        };
        if let Ok((commune, sure)) = found {
            match sure {
                super::place::Sure::Exact => report.exact += 1,
                super::place::Sure::Tolerant => report.tolerant += 1,
            }
            if row.id.is_empty() {
                row.id = format!("{}@{}", slug(&row.name), commune.code);
            }
            self.covered.insert(commune.departement.code);
            if reason.is_none() {
                self.seen.insert(row.id.clone());
                row.notes.aside = aside;
                let list = if row.closed.is_some() { &mut self.closed } else { &mut self.rows };
                list.push(Placed { row, commune });
                return;
            }
        }
        self.seen.insert(row.id.clone());
        if let Some(reason) = reason {
            let town = row.place.town.clone().unwrap_or_default();
            report.entries.push(LostRow { line: row.line, id: row.id, name: row.name, town, reason });
        }
    }
}

/// Data under ODbL must be shared alike: it is not mixed with contents under Licence Ouverte unless a person says so.
fn refused_licence(row: &Row, request: &ImportRequest<'_>) -> Option<Reason> {
    let stated = row.licence.as_deref().filter(|text| text.to_lowercase().contains("odbl"))?;
    let accepted = request.licence.as_deref().is_some_and(|text| text.to_lowercase().contains("odbl"));
    (!accepted).then(|| Reason::Licence(stated.chars().take(60).collect()))
}

/// Whether a zone has communes in one of those départements.
fn meets(zone: Zone, departements: &BTreeSet<&'static str>) -> bool {
    match zone {
        Zone::France => true,
        Zone::Departement(departement) => departements.contains(departement.code),
        _ => zone.communes().iter().any(|commune| departements.contains(commune.departement.code)),
    }
}
