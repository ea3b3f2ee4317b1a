//! What is not what it was: guides that are retired, addresses that changed.

use super::{GuideCard, PageLink};
use serde::Serialize;

/// `retire.html`: a guide withdrawn, whose address, number and words still answer.
#[derive(Clone, Debug, Serialize)]
pub struct RetiredBody {
    #[serde(rename = "numero")]
    pub number: u16,
    #[serde(rename = "raison")]
    pub reason: String,
    /// In words.
    #[serde(rename = "depuis")]
    pub since: Option<String>,
    #[serde(rename = "remplace_par")]
    pub replaced_by: Vec<GuideCard>,
    /// The product that stopped, when the guide ended with it.
    #[serde(rename = "produit")]
    pub product: Option<PageLink>,
    #[serde(rename = "besoins")]
    pub needs: Vec<PageLink>,
}

/// `service-retire.html`: where a service was, under another name or before it closed.
#[derive(Clone, Debug, Serialize)]
pub struct FormerServiceBody {
    /// Why it is no more; nothing when it goes on under another address.
    #[serde(rename = "raison")]
    pub reason: Option<String>,
    /// In words.
    #[serde(rename = "depuis")]
    pub since: Option<String>,
    /// What it was called.
    #[serde(rename = "anciens_noms")]
    pub former_names: Vec<String>,
    /// The service that goes on, or those that help in its place.
    #[serde(rename = "vers")]
    pub to: Vec<PageLink>,
}

/// `deplace.html`: an old address that says where the page went.
#[derive(Clone, Debug, Serialize)]
pub struct MovedBody {
    /// The page of today.
    #[serde(rename = "vers")]
    pub to: PageLink,
}
