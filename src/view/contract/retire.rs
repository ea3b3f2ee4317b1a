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

/// `service-retire.html`: where a service was, under another name or before it closed.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceRetire {
    /// Why it is no more; nothing when it goes on under another address.
    pub raison: Option<String>,
    /// In words.
    pub depuis: Option<String>,
    /// What it was called.
    pub anciens_noms: Vec<String>,
    /// The service that goes on, or those that help in its place.
    pub vers: Vec<Lien>,
}

/// `deplace.html`: an old address that says where the page went.
#[derive(Clone, Debug, Serialize)]
pub struct Deplace {
    /// The page of today.
    pub vers: Lien,
}
