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
    /// JSON that ends in the middle: what was read before is known, nothing is written.
    Truncated {
        line: u64,
        read: u64,
    },
    /// JSON that is none.
    BadJson {
        line: u64,
        column: usize,
        read: u64,
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
