//! A product.

use super::{AgeNotice, GuideCard, PageLink, SourceLine};
use serde::Serialize;

/// `produit.html`
#[derive(Clone, Debug, Serialize)]
pub struct ProductBody {
    #[serde(rename = "resume")]
    pub summary: String,
    #[serde(rename = "autres_noms")]
    pub other_names: Vec<String>,
    /// `actif`, `arrete`, `inconnu`.
    #[serde(rename = "etat")]
    pub state: &'static str,
    /// In words.
    #[serde(rename = "fin")]
    pub end: Option<String>,
    #[serde(rename = "remplace_par")]
    pub replaced_by: Vec<PageLink>,
    pub site: Option<PageLink>,
    pub guides: Vec<GuideCard>,
    pub verification: AgeNotice,
    pub sources: Vec<SourceLine>,
}
