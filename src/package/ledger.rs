//! What a package holds: the size and the sum of each file. Manifests and updates come from it.

use crate::text::hex;
use crate::write::{Listed, write_manifest};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// Size and sum of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Bytes.
    pub size: u64,
    pub sha256: [u8; 32],
}

impl Seal {
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }
}

/// The files of a package, by address: a site of the whole of France has 250,000.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger<'s>(Vec<(&'s str, Seal)>);

impl<'s> FromIterator<(&'s str, Seal)> for Ledger<'s> {
    fn from_iter<I: IntoIterator<Item = (&'s str, Seal)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}

impl Ledger<'_> {
    #[must_use]
    pub fn files(&self) -> usize {
        self.0.len()
    }

    /// In the order of addresses.
    pub fn seals(&self) -> impl Iterator<Item = &Seal> {
        self.0.iter().map(|(_, seal)| seal)
    }

    /// Of all files together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.iter().map(|(_, seal)| seal.size).sum()
    }

    /// Writes the manifest of these files.
    ///
    /// # Errors
    /// Those of `to`.
    pub fn write_manifest(&self, to: &mut impl Write) -> io::Result<()> {
        write_manifest(
            to,
            self.0.iter().map(|(address, seal)| Listed {
                address,
                size: seal.size,
                sha256: hex(&seal.sha256),
            }),
        )
    }
}
