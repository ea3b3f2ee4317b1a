//! What is not what it was: guides that are retired, addresses that changed.

use super::{CarteGuide, Lien};
use serde::Serialize;

/// `retire.html`: a guide withdrawn, whose address, number and words still answer.
#[derive(Clone, Debug, Serialize)]
pub struct Retire {
    pub numero: u16,
    pub raison: String,
    /// In words.
    pub depuis: Option<String>,
    pub remplace_par: Vec<CarteGuide>,
    /// The product that stopped, when the guide ended with it.
    pub produit: Option<Lien>,
    pub besoins: Vec<Lien>,
}

/// `deplace.html`: an old address that says where the page went.
#[derive(Clone, Debug, Serialize)]
pub struct Deplace {
    /// The page of today.
    pub vers: Lien,
}
