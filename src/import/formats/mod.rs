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
use std::collections::BTreeSet;
use std::sync::Arc;

/// The sources that Éliane reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// « Annuaire de l'administration, base de données locales ».
    Dila,
    /// The list of France services, by the ANCT.
    FranceServices,
    /// Places of digital mediation: the standard in versions 0 and 1, and regional files of the same kind.
    Mednum,
    /// data·inclusion: structures and services, versions 0 and 1.
    DataInclusion,
}

impl Format {
    /// The words of the command line.
    pub const KEYS: [&'static str; 4] = ["dila", "france-services", "mednum", "data-inclusion"];
    /// In the order of [`Self::KEYS`].
    pub const ALL: [Self; 4] = [Self::Dila, Self::FranceServices, Self::Mednum, Self::DataInclusion];

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Dila => "dila",
            Self::FranceServices => "france-services",
            Self::Mednum => "mednum",
            Self::DataInclusion => "data-inclusion",
        }
    }

    /// One row; what it cannot be is said.
    pub(super) fn read(self, record: &Record) -> Result<Row, Reason> {
        match self {
            Self::Dila => dila::read(record),
            Self::FranceServices => france_services::read(record),
            Self::Mednum => mednum::read(record),
            Self::DataInclusion => data_inclusion::read(record),
        }
    }
}

/// What one may say that a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Id,
    Name,
    Town,
    Postal,
    Insee,
    Street,
    Phone,
    Email,
    Site,
    Hours,
    Date,
}

impl Column {
    /// The words of the command line.
    pub const KEYS: [&'static str; 11] = [
        "identifiant",
        "nom",
        "commune",
        "code_postal",
        "code_insee",
        "adresse",
        "telephone",
        "courriel",
        "site",
        "horaires",
        "date",
    ];
    /// In the order of [`Self::KEYS`].
    pub const ALL: [Self; 11] = [
        Self::Id,
        Self::Name,
        Self::Town,
        Self::Postal,
        Self::Insee,
        Self::Street,
        Self::Phone,
        Self::Email,
        Self::Site,
        Self::Hours,
        Self::Date,
    ];

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

    /// Whether the file is of that format.
    ///
    /// # Errors
    /// Says what is missing, and which format it looks like.
    pub fn suit(&self, format: Format) -> Result<(), FileFault> {
        let looks_like = self.looks_like();
        let other = looks_like.filter(|like| {
            // The two directories of places share their columns, and have borrowed from one another.
            let kin = |f: Format| matches!(f, Format::Mednum | Format::DataInclusion);
            *like != format && !(kin(*like) && kin(format))
        });
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
        Err(FileFault::Columns { needed, found, looks_like: other.map(Format::key) })
    }

    /// All names, in order.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.seen.iter().map(ToString::to_string).collect()
    }

    fn looks_like(&self) -> Option<Format> {
        let signs: [(Format, &[&str]); 4] = [
            (Format::FranceServices, &["id-fs", "lib-fs", "format-fs", "type-fs"]),
            (
                Format::Dila,
                &[
                    "codeinsee",
                    "plage-ouverture",
                    "ancien-code-pivot",
                    "tag-string",
                    "writeaddress",
                    "type-service-local",
                ],
            ),
            (
                Format::DataInclusion,
                &["thematiques", "structure-id", "reseaux-porteurs", "zone-eligibilite", "modes-accueil"],
            ),
            (
                Format::Mednum,
                &[
                    "structure-parente",
                    "labels-nationaux",
                    "dispositif-programmes-nationaux",
                    "frais-a-charge",
                    "publics-accueillis",
                ],
            ),
        ];
        signs.into_iter().find(|(_, keys)| self.has(keys)).map(|(format, _)| format)
    }
}
