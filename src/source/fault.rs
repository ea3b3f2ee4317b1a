//! What can go wrong while reading, as facts; [`crate::diag`] puts them into words.

use std::io;

/// A file that could not be taken in.
#[derive(Debug)]
pub struct SourceFault {
    /// From the site's folder, with `/`.
    pub path: String,
    pub kind: SourceFaultKind,
}

/// What is neither a file nor a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    Pipe,
    Socket,
    Device,
}

#[derive(Debug)]
pub enum SourceFaultKind {
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
    /// Accents were read with the wrong encoding, then saved: the first such word, and what it was when it can be told.
    Mojibake {
        line: usize,
        word: String,
        meant: Option<String>,
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
    /// A link that leads out of the site's folder: where to.
    LinkOutside {
        target: String,
    },
    /// Neither a file nor a folder: reading it might never end.
    Special(Special),
    /// A folder that has the name of a file.
    FolderAsFile,
    /// A file that has the name of a folder.
    FileAsFolder,
    /// A name that holds what its author does not see, and the name as it should be.
    Misnamed {
        right: String,
    },
    /// Two names that differ by how their accents are written, and by nothing that one sees.
    SameToTheEye,
    /// A picture whose name is that of a text; its kind.
    PictureAsText(&'static str),
    /// A kind of file that Éliane does not use.
    UnknownKind,
}
