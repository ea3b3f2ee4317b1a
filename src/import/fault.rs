//! Why a whole file is refused: facts, which `cli` puts into words.

use std::io;

/// A file that cannot be taken; nothing is written then.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum FileFault {
    Io(io::Error),
    Empty,
    /// A zip (so any spreadsheet), gzip, bzip2, xz, zstd or Parquet file.
    Archive,
    /// A PDF, an old spreadsheet, or bytes that are no text.
    Document,
    /// U+FFFD: accents were lost before the file came here. Line 0 is unknown.
    LostLetters {
        line: u64,
    },
    /// « Ã© » for « é » all over.
    Twice,
    /// UTF-8 and another encoding in one file.
    Mixed {
        line: u64,
    },
    /// Neither UTF-8, nor a way of writing accents that makes French.
    UnknownLetters {
        line: u64,
    },
    /// A record longer than [`super::file::MAX_RECORD`].
    TooLong {
        line: u64,
    },
    /// More rows than [`super::gather::MAX_ROWS`] for what was asked.
    TooManyRows,
    /// JSON that ends in the middle: what was read before is known, nothing is written.
    Truncated {
        line: u64,
        read: u64,
    },
    /// JSON that is none, and what people meant there when one can tell.
    BadJson {
        line: u64,
        column: usize,
        read: u64,
        slip: Option<JsonSlip>,
    },
    /// A map: places are in its `features`, and their columns in `properties`.
    GeoJson,
    /// Lines above the one that names the columns.
    Title {
        title: String,
        header: u64,
    },
    /// A page of the web, or XML.
    Page,
    /// Each line is between quotes, as one cell.
    QuotedLines,
    /// Hardly any row has a name in the columns that are known for it; those that it has.
    NoNames {
        rows: usize,
        found: Vec<String>,
    },
    /// A column that was asked for is not there; those that are.
    NoColumn {
        asked: String,
        found: Vec<String>,
    },
    /// Text that is neither JSON nor columns.
    NoTable,
    /// JSON without a list of records.
    NoList,
    /// Columns that this format needs and the file has not, and those it has; with the format they look like.
    Columns {
        needed: Vec<&'static str>,
        found: Vec<String>,
        looks_like: Option<&'static str>,
    },
}

/// What is written where JSON wants something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonSlip {
    /// `NaN`, `Infinity`: figures of programs that JSON has not.
    NotANumber,
    /// `None`, `True`: words of Python.
    Python,
    /// `'` for `"`.
    SingleQuotes,
    /// A comma before a bracket that closes.
    LastComma,
    Comment,
    /// A key without quotes.
    BareKey,
}

impl FileFault {
    /// The fault that an error of reading carries, if it is one of ours.
    #[must_use]
    pub fn of(error: io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(fault) => fault,
            Err(other) => Self::Io(other),
        }
    }
}

/// Why one row cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    Quotes,
    Fields {
        expected: usize,
        found: usize,
    },
    /// A line of JSON that is none, or no object.
    Json,
}
