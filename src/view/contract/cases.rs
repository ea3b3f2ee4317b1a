//! Cases: what was tried, what worked.

use super::{Lien, MotExplique, Source, Verification};
use serde::Serialize;

/// A case in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CarteCas {
    pub titre: String,
    pub resume: String,
    pub href: String,
}

/// `liste-cas.html`: every case, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct ListeCas {
    pub cas: Vec<CarteCas>,
}

/// `cas.html`
#[derive(Clone, Debug, Serialize)]
pub struct Cas {
    pub resume: String,
    /// In words: when it happened.
    pub date: Option<String>,
    /// Where it happened.
    pub lieux: Vec<String>,
    pub situation_html: String,
    pub essais: Vec<Essai>,
    pub reussites: Vec<Essai>,
    pub conseil_html: String,
    /// `oui`, `publies`; empty when no first name stands there.
    pub prenoms: &'static str,
    /// The story that they come from.
    pub recit: Option<String>,
    pub besoins: Vec<Lien>,
    /// Services that it concerns, beside those of its roads.
    pub services: Vec<Lien>,
    pub suspendu: bool,
    pub verification: Verification,
    pub sources: Vec<Source>,
    /// The words that its texts lead to.
    pub mots: Vec<MotExplique>,
    /// Address of the whole glossary.
    pub glossaire: String,
}

/// One road.
#[derive(Clone, Debug, Serialize)]
pub struct Essai {
    pub titre: String,
    /// The page of the service that was tried.
    pub service: Option<Lien>,
    pub raison_html: String,
}

/// On a service's page: that it was tried in vain, and what worked instead.
#[derive(Clone, Debug, Serialize)]
pub struct DejaArrive {
    pub cas: Lien,
    /// In words.
    pub date: Option<String>,
    pub raison_html: String,
    /// What worked: its service, or its words alone.
    pub ensuite: Vec<Ensuite>,
}

/// What worked instead.
#[derive(Clone, Debug, Serialize)]
pub struct Ensuite {
    pub titre: String,
    pub href: Option<String>,
}
