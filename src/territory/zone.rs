//! The extent of a service: from one commune to the whole country.

use super::france::alphabetical;
use super::{Commune, Departement, Epci, Region, france};

/// A zone that a contact serves. Ordered from the narrowest level to the widest, then by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// `29103`
    Commune(&'static Commune),
    /// `242900801`
    Epci(&'static Epci),
    /// `29`, `2A`, `974`
    Departement(&'static Departement),
    /// `R53`
    Region(&'static Region),
    /// `FR`: overseas included.
    France,
}

/// How wide a zone is: the nearest help is the one of the lowest level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ZoneLevel {
    /// One commune.
    Commune,
    /// Communes that work together.
    Epci,
    /// One département.
    Departement,
    /// One région.
    Region,
    /// The country.
    France,
}

impl Zone {
    /// Reads a code as content files write it; each form has a length or a letter of its own, so none can be
    /// taken for another:
    ///
    /// | code | zone |
    /// | --- | --- |
    /// | `29103`, `2A004` | commune (INSEE) |
    /// | `75112`, `39012` | arrondissement or former commune: its commune of today |
    /// | `242900801` | EPCI (SIREN) |
    /// | `29`, `2A`, `974` | département |
    /// | `R53` | région (INSEE, after an `R`) |
    /// | `FR` | France |
    ///
    /// A five-digit code is always INSEE, never postal: `29800` gives `None`. But 3,203 numbers are both
    /// (`29260` is the INSEE code of Saint-Renan and the postal code of Lesneven), so a rule should compare
    /// with [`super::France::by_postal_code`] where a curator may have meant the other.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let france = france();
        if code == "FR" {
            return Some(Self::France);
        }
        if let Some(digits) = code.strip_prefix('R') {
            return france.region(digits).map(Self::Region);
        }
        match code.len() {
            2 | 3 => france.departement(code).map(Self::Departement),
            5 => france.commune(code).or_else(|| Some(france.alias(code)?.commune)).map(Self::Commune),
            9 => france.epci(code).map(Self::Epci),
            _ => None,
        }
    }

    /// Whether someone who lives in this commune is in the zone.
    #[must_use]
    pub fn covers(self, commune: &Commune) -> bool {
        match self {
            Self::Commune(only) => only == commune,
            Self::Epci(epci) => commune.epci == Some(epci),
            Self::Departement(departement) => commune.departement == departement,
            Self::Region(region) => commune.region() == region,
            Self::France => true,
        }
    }

    /// The communes of the zone in alphabetical order, accents aside; namesakes by code.
    #[must_use]
    pub fn communes(self) -> Vec<&'static Commune> {
        let mut inside: Vec<_> = match self {
            Self::Commune(only) => return vec![only],
            Self::Epci(epci) => france().communes_of(epci).collect(),
            Self::Departement(departement) => france().communes_in(departement).collect(),
            Self::Region(region) => {
                let own = france().departements().iter().filter(|one| one.region == region);
                own.flat_map(|one| france().communes_in(one)).collect()
            }
            Self::France => france().communes().iter().collect(),
        };
        alphabetical(&mut inside);
        inside
    }

    /// The name as published, without article: « Landerneau », « CA du Pays de Landerneau-Daoulas ».
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Commune(commune) => commune.name,
            Self::Epci(epci) => epci.name,
            Self::Departement(departement) => departement.name,
            Self::Region(region) => region.name,
            Self::France => "France",
        }
    }

    /// The code that [`Zone::parse`] reads back.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Commune(commune) => commune.code,
            Self::Epci(epci) => epci.siren,
            Self::Departement(departement) => departement.code,
            Self::Region(region) => region.zone_code,
            Self::France => "FR",
        }
    }

    /// How wide it is.
    #[must_use]
    pub fn level(self) -> ZoneLevel {
        match self {
            Self::Commune(_) => ZoneLevel::Commune,
            Self::Epci(_) => ZoneLevel::Epci,
            Self::Departement(_) => ZoneLevel::Departement,
            Self::Region(_) => ZoneLevel::Region,
            Self::France => ZoneLevel::France,
        }
    }
}
