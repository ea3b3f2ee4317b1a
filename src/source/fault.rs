//! What can go wrong while reading, as facts; [`crate::diag`] puts them into words.

use std::io;

/// A file that could not be taken in.
#[derive(Debug)]
pub struct Fault {
    /// From the site's folder, with `/`.
    pub path: String,
    pub kind: FaultKind,
}

#[derive(Debug)]
pub enum FaultKind {
    /// There is no `content` folder.
    NoContent,
    Unreadable(io::Error),
    /// The first wrong byte, and its line from 1.
    NotUtf8 {
        line: usize,
        byte: u8,
    },
    Utf16,
    /// U+FFFD or a null byte: letters were lost before the file came here.
    Damaged {
        line: usize,
    },
    Empty,
    /// Bytes.
    TooLarge {
        size: u64,
        limit: u64,
    },
    /// A link to a folder that holds it.
    LinkLoop {
        ancestor: String,
    },
    NameNotUtf8,
    /// A kind of file that Éliane does not use.
    UnknownKind,
}
