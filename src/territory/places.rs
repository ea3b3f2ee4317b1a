//! What the table holds: plain shared records, each identified by its official code alone.

use super::france;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A région, or one of the overseas collectivities that the source counts beside them.
pub struct Region {
    /// INSEE code: two digits (`53`), three for the collectivities (`987`). Régions and départements use the
    /// same digits for different places (région 53 is Bretagne, département 53 is Mayenne).
    pub code: &'static str,
    /// The code with its `R` (`R53`), which no département can have: see [`super::Zone`].
    pub zone_code: &'static str,
    /// « Bretagne », « Provence-Alpes-Côte d'Azur »
    pub name: &'static str,
}

/// A département, or an overseas collectivity.
pub struct Departement {
    /// INSEE code: `29`, `01`, `2A`, `974`.
    pub code: &'static str,
    /// « Finistère »
    pub name: &'static str,
    /// The région it is part of.
    pub region: &'static Region,
}

/// An EPCI with own taxation (*établissement public de coopération intercommunale à fiscalité propre*): the
/// group of communes that often runs the help services. A commune is in one at most.
pub struct Epci {
    /// SIREN, nine digits: `242900801`.
    pub siren: &'static str,
    /// What it is in law.
    pub kind: EpciKind,
    /// As published, with the kind in short: « CA du Pays de Landerneau-Daoulas ».
    pub name: &'static str,
}

/// The legal kinds of [`Epci`], with the source's word for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EpciKind {
    /// `CC`, communauté de communes.
    CommunityOfCommunes,
    /// `CA`, communauté d'agglomération.
    AgglomerationCommunity,
    /// `CU`, communauté urbaine.
    UrbanCommunity,
    /// `METRO`, métropole.
    Metropolis,
    /// `MET69`: the Métropole de Lyon, which is also a département in its duties to elderly people.
    LyonMetropolis,
}

/// A commune of today.
pub struct Commune {
    /// INSEE code, five characters: `29103`, `01001`, `2A004`.
    pub code: &'static str,
    /// « Landerneau », « L'Abergement-Clémenciat », « Y »
    pub name: &'static str,
    /// Postal codes in the source's order: one as a rule, 21 in Paris, none in five uninhabited lands.
    pub postal_codes: &'static [&'static str],
    /// The EPCI, save for four islands of Brittany and Vendée and the overseas collectivities.
    pub epci: Option<&'static Epci>,
    /// The département.
    pub departement: &'static Departement,
}

/// A name and a code that people and files still use for a part of a commune.
pub struct Alias {
    /// INSEE code. 584 of them are also their commune's own code, so a code alone means the commune.
    pub code: &'static str,
    /// « Marseille 1er Arrondissement », « Antorpe »
    pub name: &'static str,
    /// What part it is.
    pub kind: AliasKind,
    /// The commune of today; not always in the département that the alias's code begins with.
    pub commune: &'static Commune,
    /// Postal codes: the source gives them for arrondissements only. Empty means unknown, not none.
    pub postal_codes: &'static [&'static str],
}

/// Parts of communes that have a code of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AliasKind {
    /// Commune déléguée: merged since 2010, keeps its name, sometimes its town hall.
    Delegated,
    /// Commune associée: merged earlier.
    Associated,
    /// Arrondissement municipal of Paris, Lyon or Marseille.
    Arrondissement,
}

impl Commune {
    /// The région, through the département.
    #[must_use]
    pub fn region(&self) -> &'static Region {
        self.departement.region
    }

    /// Former communes and arrondissements within this commune, by code.
    #[must_use]
    pub fn aliases(&self) -> &'static [Alias] {
        let all = france().aliases();
        let start = all.partition_point(|alias| alias.commune.code < self.code);
        let own = all[start..].iter().take_while(|alias| alias.commune.code == self.code).count();
        &all[start..start + own]
    }
}

/// Equality, order and hash by official code, and a debug form that fits on a line instead of printing the
/// whole country that a commune refers to.
macro_rules! identified_by {
    ($type:ty, $code:ident) => {
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.$code == other.$code
            }
        }
        impl Eq for $type {}
        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl Ord for $type {
            fn cmp(&self, other: &Self) -> Ordering {
                self.$code.cmp(other.$code)
            }
        }
        impl Hash for $type {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.$code.hash(state);
            }
        }
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", self.$code, self.name)
            }
        }
    };
}

identified_by!(Region, code);
identified_by!(Departement, code);
identified_by!(Epci, siren);
identified_by!(Commune, code);
identified_by!(Alias, code);
