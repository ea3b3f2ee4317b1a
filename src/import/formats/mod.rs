//! One file a source: from its columns to the neutral [`Row`].

pub(super) mod common;
mod data_inclusion;
mod dila;
mod france_services;
mod kinds;
mod mednum;

use super::fault::FileFault;
use super::record::Record;
use super::row::{Reason, Row};
use crate::text::closed_list;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A public directory that Éliane reads: all that is its own. A new one is a file here, and a line in [`DIRECTORIES`].
pub struct Directory {
    /// The word of the command line, and of the block `import` of sheets.
    pub key: &'static str,
    /// Its title, as a source of the sheets.
    pub(super) title: &'static str,
    /// Columns that no other directory has: a file with one of them is of this directory.
    signs: &'static [&'static str],
    /// Directories of the same family share their columns, and have borrowed from one another.
    family: Family,
    /// One row; what it cannot be is said.
    pub(super) read: fn(&Record) -> Result<Row, Reason>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// Offices of the State.
    Offices,
    FranceServices,
    /// Places where people are helped.
    Places,
}

/// All of them, in the order in which a file is recognised.
pub static DIRECTORIES: [&Directory; 4] =
    [&france_services::DIRECTORY, &dila::DIRECTORY, &data_inclusion::DIRECTORY, &mednum::DIRECTORY];

impl Directory {
    /// The directory of that key.
    #[must_use]
    pub fn named(key: &str) -> Option<&'static Self> {
        DIRECTORIES.into_iter().find(|directory| directory.key == key)
    }
}

impl std::fmt::Debug for Directory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)
    }
}

impl PartialEq for Directory {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

closed_list! {
    /// What one may say that a column is; the word is that of the command line.
    Column {
        Id = "identifiant",
        Name = "nom",
        Town = "commune",
        Postal = "code_postal",
        Insee = "code_insee",
        Street = "adresse",
        Phone = "telephone",
        Email = "courriel",
        Site = "site",
        Hours = "horaires",
        Date = "date",
    }
}

impl Column {
    /// Names that files give it, the first one first.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Id => common::ID,
            Self::Name => common::NAME,
            Self::Town => common::TOWN,
            Self::Postal => common::POSTAL,
            Self::Insee => common::INSEE,
            Self::Street => common::STREET,
            Self::Phone => common::PHONE,
            Self::Email => common::EMAIL,
            Self::Site => common::SITE,
            Self::Hours => common::HOURS,
            Self::Date => common::DATE,
        }
    }

    /// The name under which a record keeps it.
    #[must_use]
    pub fn own(self) -> &'static str {
        self.names().first().copied().unwrap_or_default()
    }

    /// Whether some column is called so in files that are known.
    #[must_use]
    pub fn is_known(name: &str) -> bool {
        Self::ALL.iter().any(|column| column.names().contains(&name))
    }
}

/// The columns met so far: a JSON record leaves empty ones out, so one record says little.
#[derive(Debug, Default)]
pub struct Columns {
    seen: BTreeSet<Arc<str>>,
}

impl Columns {
    pub fn note(&mut self, record: &Record) {
        for (name, _) in &record.fields {
            // A file of random keys must not fill the memory.
            if self.seen.len() < 2_000 && !self.seen.contains(name) {
                self.seen.insert(Arc::clone(name));
            }
        }
    }

    /// Notes columns by the names that were said to be theirs.
    pub fn note_own<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        self.seen.extend(names.map(Arc::from));
    }

    /// Whether the file has a column of names: its rows are then without a name one by one.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.has(&["nom", "name"])
    }

    pub fn has(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.seen.contains(*key))
    }

    /// Whether the file is of that directory.
    ///
    /// # Errors
    /// Says what is missing, and which directory it looks like.
    pub fn suit(&self, directory: &Directory) -> Result<(), FileFault> {
        let other = self.looks_like().filter(|like| like.family != directory.family);
        if self.has(&["geometry"]) && self.has(&["properties"]) && !self.has(common::NAME) {
            return Err(FileFault::GeoJson);
        }
        let mut needed = Vec::new();
        if !self.has(common::NAME) {
            needed.push("nom");
        }
        if !self.has(common::INSEE)
            && !self.has(common::POSTAL)
            && !self.has(common::TOWN)
            && !self.has(dila::PLACE)
        {
            needed.push("commune");
        }
        if needed.is_empty() && other.is_none() {
            return Ok(());
        }
        let found = self.names();
        Err(FileFault::Columns { needed, found, looks_like: other.map(|directory| directory.key) })
    }

    /// All names, in order.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.seen.iter().map(ToString::to_string).collect()
    }

    fn looks_like(&self) -> Option<&'static Directory> {
        DIRECTORIES.into_iter().find(|directory| self.has(directory.signs))
    }
}
