//! The whole table and the questions one may ask it.

use super::postal::{PostalKey, PostalPairs};
use super::sorted::find;
use super::{Alias, Commune, Departement, Epci, Region};
use crate::text::{fold, slug};
use std::sync::OnceLock;

/// Where the table comes from: what a credits page must say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableSource {
    /// *Millésime*: the year whose map of communes this is.
    pub year: u16,
    /// « paquet npm @etalab/decoupage-administratif 6.0.0 »
    pub origin: &'static str,
    /// « Licence Ouverte »
    pub licence: &'static str,
}

/// Every territory of one year. There is one, [`super::france()`].
pub struct France {
    pub(super) source: TableSource,
    /// By code.
    pub(super) regions: &'static [Region],
    /// By code.
    pub(super) departements: &'static [Departement],
    /// By SIREN.
    pub(super) epcis: &'static [Epci],
    /// By code.
    pub(super) communes: &'static [Commune],
    /// By commune, then by code.
    pub(super) aliases: &'static [Alias],
    /// Places in `communes`, by postal code.
    pub(super) postal: PostalPairs,
    /// Communes by SIREN of their EPCI, then by code; made when first asked for.
    pub(super) by_epci: OnceLock<Vec<(&'static str, &'static Commune)>>,
    /// [`alias_key`] of each alias, sorted; made when first asked for, as only imports need it.
    pub(super) alias_keys: OnceLock<Vec<(String, &'static Alias)>>,
}

impl France {
    /// Year, origin and licence of the data.
    #[must_use]
    pub fn source(&self) -> TableSource {
        self.source
    }

    /// Régions by code.
    #[must_use]
    pub fn regions(&self) -> &'static [Region] {
        self.regions
    }

    /// Départements by code; those of Corsica come after 29, as letters follow digits.
    #[must_use]
    pub fn departements(&self) -> &'static [Departement] {
        self.departements
    }

    /// EPCI by SIREN.
    #[must_use]
    pub fn epcis(&self) -> &'static [Epci] {
        self.epcis
    }

    /// Communes of today by INSEE code.
    #[must_use]
    pub fn communes(&self) -> &'static [Commune] {
        self.communes
    }

    /// The communes of a département, by code.
    pub fn communes_in(
        &self,
        departement: &'static Departement,
    ) -> impl Iterator<Item = &'static Commune> + use<> {
        // The code of a commune begins with that of its département.
        let start = self.communes.partition_point(|commune| commune.code < departement.code);
        self.communes[start..].iter().take_while(move |commune| commune.departement == departement)
    }

    /// The communes of an EPCI, by code.
    pub fn communes_of(&self, epci: &'static Epci) -> impl Iterator<Item = &'static Commune> + use<'_> {
        let all = self.by_epci.get_or_init(|| {
            let mut all: Vec<_> = self.communes.iter().filter_map(|c| Some((c.epci?.siren, c))).collect();
            all.sort_by_key(|(siren, _)| *siren);
            all
        });
        let start = all.partition_point(|(siren, _)| *siren < epci.siren);
        all[start..].iter().take_while(move |(siren, _)| *siren == epci.siren).map(|(_, commune)| *commune)
    }

    /// Former communes and arrondissements, by commune, then by code.
    #[must_use]
    pub fn aliases(&self) -> &'static [Alias] {
        self.aliases
    }

    /// A région by its INSEE code without `R`: `53`.
    #[must_use]
    pub fn region(&self, code: &str) -> Option<&'static Region> {
        find(self.regions, code, |region| region.code)
    }

    /// A département by its code: `29`, `2A`, `974`.
    #[must_use]
    pub fn departement(&self, code: &str) -> Option<&'static Departement> {
        find(self.departements, code, |departement| departement.code)
    }

    /// An EPCI by its SIREN: `242900801`.
    #[must_use]
    pub fn epci(&self, siren: &str) -> Option<&'static Epci> {
        find(self.epcis, siren, |epci| epci.siren)
    }

    /// A commune of today by its INSEE code, never by a postal code: `29103`.
    #[must_use]
    pub fn commune(&self, code: &str) -> Option<&'static Commune> {
        find(self.communes, code, |commune| commune.code)
    }

    /// A former commune or an arrondissement by its own code: `75112`, `39012`.
    #[must_use]
    pub fn alias(&self, code: &str) -> Option<&'static Alias> {
        // Sorted by commune, so no binary search; 2,600 short comparisons are a few microseconds.
        self.aliases.iter().find(|alias| alias.code == code)
    }

    /// Former communes and arrondissements of this name, by code, whatever accents, capitals, hyphens and
    /// apostrophes: `antorpe`, `Paris 12e`, `PARIS 12E ARRONDISSEMENT`. Several may bear one name.
    #[must_use]
    pub fn aliases_named(&self, name: &str) -> Vec<&'static Alias> {
        let keys = self.alias_keys.get_or_init(|| {
            let mut keys: Vec<_> = self.aliases.iter().map(|a| (alias_key(a.name), a)).collect();
            keys.sort();
            keys
        });
        let wanted = alias_key(name);
        let start = keys.partition_point(|(key, _)| *key < wanted);
        keys[start..].iter().take_while(|(key, _)| *key == wanted).map(|(_, alias)| *alias).collect()
    }

    /// The communes that a postal code serves, in alphabetical order; none if the code is unknown, as every
    /// CEDEX is. The code must have its five digits: giving back a lost zero is the importer's work.
    #[must_use]
    pub fn by_postal_code(&self, code: &str) -> Vec<&'static Commune> {
        let Ok(key) = PostalKey::try_from(code.as_bytes()) else {
            return Vec::new();
        };
        let start = self.postal.partition_point(|(postal, _)| *postal < key);
        let mut found: Vec<_> = self.postal[start..]
            .iter()
            .take_while(|(postal, _)| *postal == key)
            .map(|&(_, place)| &self.communes[usize::from(place)])
            .collect();
        alphabetical(&mut found);
        found
    }
}

/// Sorts as a French reader looks names up: without accents or capitals, then by code, since names repeat.
pub(super) fn alphabetical(communes: &mut [&'static Commune]) {
    communes.sort_by_cached_key(|commune| (fold(commune.name), commune.code));
}

/// What two spellings of an alias share; nobody writes « Arrondissement » after « Paris 12e ».
fn alias_key(name: &str) -> String {
    let mut key = slug(name);
    if let Some(short) = key.strip_suffix("-arrondissement") {
        key.truncate(short.len());
    }
    key
}
