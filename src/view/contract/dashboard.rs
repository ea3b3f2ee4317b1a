//! What is old, what is missing: for those who keep the site.

use super::PageLink;
use serde::Serialize;

/// `tableau.html`: the whole collection on the day of the build.
#[derive(Clone, Debug, Serialize)]
pub struct DashboardBody {
    /// The day, in words.
    #[serde(rename = "jour")]
    pub day: String,
    /// The four states, in order: keys into the theme's strings.
    #[serde(rename = "etats")]
    pub states: [&'static str; 4],
    /// By kind of sheet, then all together.
    #[serde(rename = "sortes")]
    pub kinds: Vec<StateCount>,
    /// Services by the territory that they serve.
    #[serde(rename = "territoires")]
    pub territories: Vec<StateCount>,
    /// The sheets whose facts are oldest, oldest first.
    #[serde(rename = "anciennes")]
    pub oldest: Vec<OldSheet>,
    /// How many others follow.
    #[serde(rename = "autres")]
    pub others: usize,
    #[serde(rename = "produits")]
    pub products: Vec<FollowedProduct>,
    #[serde(rename = "besoins")]
    pub needs: Vec<NeedCoverage>,
}

/// How many sheets there are in each state.
#[derive(Clone, Debug, Serialize)]
pub struct StateCount {
    #[serde(rename = "nom")]
    pub name: String,
    #[serde(rename = "nombres")]
    pub counts: [usize; 4],
    pub total: usize,
    /// The bars of a chart: from 0 to 1000.
    #[serde(rename = "barres")]
    pub bars: Vec<Bar>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// Key of its state.
    #[serde(rename = "etat")]
    pub state: &'static str,
    #[serde(rename = "debut")]
    pub start: usize,
    #[serde(rename = "largeur")]
    pub width: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct OldSheet {
    #[serde(rename = "fiche")]
    pub sheet: PageLink,
    /// `guide`, `service`, `produit`, `cas`: key « sorte_… ».
    #[serde(rename = "sorte")]
    pub kind: &'static str,
    #[serde(rename = "etat")]
    pub state: &'static str,
    /// The day of the verification, in words.
    #[serde(rename = "verifie_le")]
    pub verified_on: Option<String>,
    /// Without verification, what the source gives.
    #[serde(rename = "date_source")]
    pub source_date: Option<String>,
    #[serde(rename = "revoir_le")]
    pub review_on: Option<String>,
}

/// A product, and what goes with it.
#[derive(Clone, Debug, Serialize)]
pub struct FollowedProduct {
    #[serde(rename = "produit")]
    pub product: PageLink,
    #[serde(rename = "arrete")]
    pub stopped: bool,
    /// Guides that its end retires, or retired.
    #[serde(rename = "retires")]
    pub retired: Vec<PageLink>,
    /// Guides that speak of it: to read again.
    #[serde(rename = "relire")]
    pub to_read_again: Vec<PageLink>,
}

/// A need, and the communes without anybody near.
#[derive(Clone, Debug, Serialize)]
pub struct NeedCoverage {
    #[serde(rename = "besoin")]
    pub need: PageLink,
    pub guides: usize,
    /// Communes where somebody answers for the commune, its group or its département.
    #[serde(rename = "couvertes")]
    pub covered: usize,
    pub communes: usize,
    /// The others, when they are few; else by département.
    #[serde(rename = "manquent")]
    pub missing: Vec<String>,
}
