//! `manifeste.json`: every file of a site with its size and its SHA-256, so that an update by USB key can be
//! checked before it replaces anything. It is also how Éliane knows a folder as her own.

use serde::{Deserialize, Serialize};

/// The manifest's address.
pub const MANIFEST: &str = "manifeste.json";

/// One file.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Entry {
    #[serde(rename = "adresse")]
    pub address: String,
    /// Bytes.
    #[serde(rename = "octets")]
    pub size: u64,
    /// In hexadecimal.
    pub sha256: String,
}

/// All files but the manifest itself, by address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Manifest {
    #[serde(rename = "fichiers")]
    pub files: Vec<Entry>,
}

impl Manifest {
    /// One line a file, so that two manifests can be compared by eye.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\"fichiers\":[\n");
        for (at, entry) in self.files.iter().enumerate() {
            json.push_str(if at == 0 { "" } else { ",\n" });
            json.push_str(&serde_json::to_string(entry).unwrap_or_default());
        }
        json + "\n]}\n"
    }
}
