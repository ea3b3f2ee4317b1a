//! The contact sheet of a commune.

use super::{Door, PageLink, PaperLink};
use serde::Serialize;

/// `contact.html`: the contact sheet of a commune.
#[derive(Clone, Debug, Serialize)]
pub struct CommuneBody {
    pub commune: String,
    pub code: String,
    #[serde(rename = "codes_postaux")]
    pub postal_codes: Vec<String>,
    pub epci: Option<PageLink>,
    pub departement: PageLink,
    /// One link for each need: who helps with it here.
    #[serde(rename = "besoins")]
    pub needs: Vec<Door>,
    /// Nearest first: the commune, its EPCI, its département, France.
    #[serde(rename = "groupes")]
    pub groups: Vec<ServiceGroup>,
    /// The same as a PDF.
    #[serde(rename = "papier")]
    pub paper: Option<PaperLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ServiceGroup {
    /// `commune`, `epci`, `departement`, `region`, `france`.
    #[serde(rename = "niveau")]
    pub level: &'static str,
    #[serde(rename = "nom")]
    pub name: String,
    /// Cards of the services: see [`CardPart`].
    #[serde(rename = "cartes_html")]
    pub cards_html: Vec<String>,
    /// For each card, `role-ccas` before the first of its type on a site that leads there; empty for the others.
    #[serde(rename = "ancres")]
    pub anchors: Vec<String>,
}
