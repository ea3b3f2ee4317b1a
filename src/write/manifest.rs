//! `manifeste.json`: every file of a site with its size and its SHA-256, so that an update by USB key can be
//! checked before it replaces anything. It is also how Éliane knows a folder as her own.

use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// The manifest's address.
pub const MANIFEST: &str = "manifeste.json";

/// One file, as the manifest tells it.
#[derive(Serialize)]
pub struct Listed<'a> {
    #[serde(rename = "adresse")]
    pub address: &'a str,
    /// Bytes.
    #[serde(rename = "octets")]
    pub size: u64,
    /// In hexadecimal.
    pub sha256: String,
}

/// Writes the manifest of all files but itself, in their order: one line a file, so that two manifests can be
/// compared by eye. Line by line, for a site of the whole of France has 250,000 files.
///
/// # Errors
/// Those of `to`.
pub fn write<'a>(to: &mut impl Write, entries: impl Iterator<Item = Listed<'a>>) -> io::Result<()> {
    to.write_all(b"{\"fichiers\":[\n")?;
    for (at, entry) in entries.enumerate() {
        if at > 0 {
            to.write_all(b",\n")?;
        }
        serde_json::to_writer(&mut *to, &entry)?;
    }
    to.write_all(b"\n]}\n")
}

/// What is read of a manifest that is there already: the names of the files that Éliane wrote.
#[derive(Debug, Default, Deserialize)]
pub struct KnownFiles {
    #[serde(rename = "fichiers")]
    pub files: Vec<KnownFile>,
}

/// One of them.
#[derive(Debug, Deserialize)]
pub struct KnownFile {
    #[serde(rename = "adresse")]
    pub address: String,
}
