//! Which row of which public file a sheet was copied from.

use crate::text::PartialDate;

/// The `import` block, written by `eliane importer` and read back by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The series of files: `france-services`, the same each month.
    pub dataset: String,
    /// The row's own name in that series.
    pub row: String,
    /// INSEE code of the commune that the row was attached to.
    pub commune: Option<String>,
    /// Name of the file last read.
    pub file: Option<String>,
    pub licence: Option<String>,
    /// The date of that file.
    pub date: Option<PartialDate>,
    /// Two hashes: of the sheet as the import left it, and of what the source said. See `import::sheet`.
    pub fingerprint: String,
    /// Whether the row was in the file last read; a row that is gone says nothing of the service.
    pub gone: bool,
    /// Whether the file last read says that the service is closed, and the date of that file.
    pub closed: bool,
    pub closed_by: Option<PartialDate>,
}
