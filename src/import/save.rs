//! Writing: each file whole or not at all, and none before all are ready.

use crate::write::{NewFile, files};
use std::io;
use std::path::Path;

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// From the site's folder, with `/`.
    pub path: String,
    pub text: String,
}

/// Writes them all.
///
/// # Errors
/// When the disk refuses: the files not yet in place are taken away again.
pub fn save(site: &Path, writes: &[Write]) -> io::Result<()> {
    let all: Vec<NewFile<'_>> = writes
        .iter()
        .map(|write| NewFile { place: site.join(&write.path), bytes: write.text.as_bytes() })
        .collect();
    files(&all)
}
