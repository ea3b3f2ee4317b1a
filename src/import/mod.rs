//! Public directories become sheets of services, and stay up to date without ever taking a person's work away.
//!
//! file (any encoding) → [`record`]s ([`table`] or [`json`], as they come) → [`formats`]: one neutral [`row`] →
//! [`place`]: its commune → [`sheet`]: its text → [`merge`]: what would change → [`save`]: all of it, or nothing.
//!
//! Tolerant when it reads, strict when it writes: what would not pass `check` is queued for a person. What a
//! person verified, or changed by hand, is never written over: a difference becomes a line of a review list.

mod accents;
mod address;
mod cells;
mod clean;
mod closed;
mod dates;
mod fault;
mod file;
mod formats;
mod gather;
mod hours;
mod json;
mod letters;
mod merge;
mod people;
mod place;
mod placed;
mod record;
mod report;
mod row;
mod save;
mod sheet;
mod sound;
mod table;
mod week;
mod words;
mod yaml;
mod zeros;

pub use fault::{FileFault, JsonSlip, RowFault};
pub use file::{Letters, MAX_RECORD};
pub use formats::{Column, DIRECTORIES, Directory};
pub use gather::MAX_ROWS;
pub use letters::OneByte;
pub use place::Trouble;
pub use report::{Closing, Difference, Gone, LostRow, Report, ValueToLookAt};
pub use row::{Aside, Notes, Reason};
pub use save::{Write, save};

use crate::load::Loaded;
use crate::source::Sources;
use crate::territory::Zone;
use jiff::civil::Date;
use std::path::Path;

/// What is asked.
pub struct ImportRequest<'a> {
    pub directory: &'static Directory,
    pub file: &'a Path,
    /// The series of files; from the file's name when not said.
    pub dataset: Option<String>,
    /// The file's date, `AAAA-MM-JJ`; from its name, or from its latest row.
    pub date: Option<String>,
    pub licence: Option<String>,
    /// What a column of the file is, when its name does not say it: « nom » is « Lieu ».
    pub columns: Vec<(Column, String)>,
    /// Rows of other places are left aside.
    pub territory: Option<Zone>,
    /// No source spoke after that day.
    pub today: Date,
}

/// What would be done, and why not the rest.
pub struct ImportPlan {
    pub report: Report,
    /// By path; empty when the file is refused.
    pub writes: Vec<Write>,
    /// Why the whole file is refused.
    pub fault: Option<FileFault>,
}

/// Reads the whole file and compares it with the site; writes nothing.
#[must_use]
pub fn plan(sources: &Sources, loaded: &Loaded, request: &ImportRequest<'_>) -> ImportPlan {
    let mut report = Report::new(request);
    let gathered = match gather::gather(request, &mut report) {
        Ok(gathered) => gathered,
        Err(fault) => return ImportPlan { report, writes: Vec::new(), fault: Some(fault) },
    };
    let writes = merge::merge(sources, loaded, request, gathered, &mut report);
    ImportPlan { report, writes, fault: None }
}
