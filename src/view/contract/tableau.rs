//! What is old, what is missing: for those who keep the site.

use super::Lien;
use serde::Serialize;

/// `tableau.html`: the whole collection on the day of the build.
#[derive(Clone, Debug, Serialize)]
pub struct Tableau {
    /// The day, in words.
    pub jour: String,
    /// The four states, in order: keys into the theme's strings.
    pub etats: [&'static str; 4],
    /// By kind of sheet, then all together.
    pub sortes: Vec<Compte>,
    /// Services by the territory that they serve.
    pub territoires: Vec<Compte>,
    /// The sheets whose facts are oldest, oldest first.
    pub anciennes: Vec<Ancienne>,
    /// How many others follow.
    pub autres: usize,
    pub produits: Vec<ProduitSuivi>,
    pub besoins: Vec<BesoinCouvert>,
}

/// How many sheets there are in each state.
#[derive(Clone, Debug, Serialize)]
pub struct Compte {
    pub nom: String,
    pub nombres: [usize; 4],
    pub total: usize,
    /// The bars of a chart: from 0 to 1000.
    pub barres: Vec<Barre>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Barre {
    /// Key of its state.
    pub etat: &'static str,
    pub debut: usize,
    pub largeur: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct Ancienne {
    pub fiche: Lien,
    /// `guide`, `service`, `produit`, `cas`: key « sorte_… ».
    pub sorte: &'static str,
    pub etat: &'static str,
    /// The day of the verification, in words.
    pub verifie_le: Option<String>,
    /// Without verification, what the source gives.
    pub date_source: Option<String>,
    pub revoir_le: Option<String>,
}

/// A product, and what goes with it.
#[derive(Clone, Debug, Serialize)]
pub struct ProduitSuivi {
    pub produit: Lien,
    pub arrete: bool,
    /// Guides that its end retires, or retired.
    pub retires: Vec<Lien>,
    /// Guides that speak of it: to read again.
    pub relire: Vec<Lien>,
}

/// A need, and the communes without anybody near.
#[derive(Clone, Debug, Serialize)]
pub struct BesoinCouvert {
    pub besoin: Lien,
    pub guides: usize,
    /// Communes where somebody answers for the commune, its group or its département.
    pub couvertes: usize,
    pub communes: usize,
    /// The others, when they are few; else by département.
    pub manquent: Vec<String>,
}
