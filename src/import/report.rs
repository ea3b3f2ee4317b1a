//! What an import did, or would do: facts, which `cli` puts into words.

use super::file::Letters;
use super::row::{Aside, Notes, Reason};
use super::{Directory, ImportRequest, dates};
use std::collections::BTreeMap;

/// A row that became no sheet.
#[derive(Clone, Debug)]
pub struct LostRow {
    pub line: u64,
    pub id: String,
    pub name: String,
    pub town: String,
    pub reason: Reason,
}

/// A field of which a sheet and the source say different things.
#[derive(Clone, Debug)]
pub struct Difference {
    pub line: u64,
    pub id: String,
    pub name: String,
    /// The sheet's path.
    pub path: String,
    pub key: &'static str,
    pub ours: String,
    pub theirs: String,
    /// Whether a person verified the sheet; otherwise it was changed by hand.
    pub verified: bool,
}

/// A sheet whose service the source says to be no more.
#[derive(Clone, Debug)]
pub struct Closing {
    pub line: u64,
    pub id: String,
    pub name: String,
    pub path: String,
    /// Whether a person verified it later than that file: then the page goes on as before.
    pub believed: bool,
}

/// A value of a row that has its sheet, which a person may look at.
#[derive(Clone, Debug)]
pub struct ValueToLookAt {
    pub line: u64,
    pub id: String,
    pub name: String,
    pub town: String,
    pub why: Aside,
    /// As the source has it.
    pub value: String,
}

/// A sheet whose row is in the file no more.
#[derive(Clone, Debug)]
pub struct Gone {
    pub id: String,
    pub name: String,
    pub path: String,
    /// Whether the sheet says so; not when the file looks incomplete.
    pub marked: bool,
}

/// The whole account.
#[derive(Clone, Debug)]
pub struct Report {
    pub directory: &'static Directory,
    pub dataset: String,
    pub file: String,
    /// The file's date.
    pub date: Option<String>,
    pub licence: String,
    pub letters: Option<Letters>,
    /// Whether it is JSON; then whether all its records stand on one line, and are counted rather than found by lines.
    pub json: bool,
    pub counted: bool,
    /// The sign between columns; none for JSON, and for a file that is neither.
    pub separator: Option<char>,
    /// Names that several columns have, of those that are read.
    pub twice: Vec<String>,
    /// Rows that hold something.
    pub read: usize,
    /// Rows of other territories.
    pub outside: usize,
    /// Rows attached to a commune: codes and name agree; one of them is mistyped.
    pub exact: usize,
    pub tolerant: usize,
    /// Paths, in order.
    pub created: Vec<String>,
    pub updated: Vec<String>,
    pub unchanged: usize,
    /// Verified or changed by hand, and left as they are.
    pub kept: usize,
    pub entries: Vec<LostRow>,
    pub differences: Vec<Difference>,
    pub gone: Vec<Gone>,
    pub closed: Vec<Closing>,
    pub aside: Vec<ValueToLookAt>,
    pub notes: Notes,
}

impl Report {
    pub(super) fn new(request: &ImportRequest<'_>) -> Self {
        let file =
            request.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let series = Some(dates::series(&file)).filter(|series| !series.is_empty());
        let dataset = request.dataset.clone().or(series).unwrap_or_else(|| request.directory.key.to_owned());
        let licence = request.licence.clone().unwrap_or_else(|| "Licence Ouverte 2.0".to_owned());
        Self {
            directory: request.directory,
            dataset,
            date: request.date.clone().or_else(|| dates::in_name(&file)),
            file,
            licence,
            letters: None,
            json: false,
            counted: false,
            separator: None,
            twice: Vec::new(),
            read: 0,
            outside: 0,
            exact: 0,
            tolerant: 0,
            created: Vec::new(),
            updated: Vec::new(),
            unchanged: 0,
            kept: 0,
            entries: Vec::new(),
            differences: Vec::new(),
            gone: Vec::new(),
            closed: Vec::new(),
            aside: Vec::new(),
            notes: Notes::default(),
        }
    }

    /// Rows that wait for a person.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.entries.iter().filter(|entry| entry.reason.is_queued()).count()
    }

    /// Rows that can be no sheet.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.entries.len() - self.queued()
    }

    /// Rows that have their sheet.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.created.len() + self.updated.len() + self.unchanged + self.kept
    }

    /// How many rows for each reason, by its key.
    #[must_use]
    pub fn by_reason(&self) -> BTreeMap<&'static str, usize> {
        let mut out = BTreeMap::new();
        for entry in &self.entries {
            *out.entry(entry.reason.key()).or_default() += 1;
        }
        out
    }
}
