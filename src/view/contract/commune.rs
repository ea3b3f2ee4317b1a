//! The contact sheet of a commune.

use super::{Door, PageLink, PaperLink, ServiceCard, ServiceLine};
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
    /// One door for each need: who helps with it here.
    #[serde(rename = "besoins")]
    pub needs: Vec<NeedHere>,
    /// Nearest first: the commune with its cards; its EPCI, its département and its région with a line for each service.
    #[serde(rename = "groupes")]
    pub groups: Vec<ServiceGroup>,
    /// Services for all of France, when there are some.
    pub france: Option<PageLink>,
    /// The same as a PDF.
    #[serde(rename = "papier")]
    pub paper: Option<PaperLink>,
}

/// A need as the sheet of a commune offers it. Its address, the sheet's with the anchor, is the one that is printed and
/// shared: that of the page of answers changes with the contents.
#[derive(Clone, Debug, Serialize)]
pub struct NeedHere {
    /// The anchor: the id of the need.
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// The door to the answers.
    #[serde(rename = "porte")]
    pub door: Door,
    /// The first answer in one line, for who goes out and hears: see [`FirstPart`].
    #[serde(rename = "premier_html")]
    pub first_html: String,
}

/// `premier.html`: the first to call for a need. Shown once for all the communes that have the same answers.
#[derive(Clone, Debug, Serialize)]
pub struct FirstPart {
    /// None where nobody answers.
    pub service: Option<ServiceLine>,
}

/// `ligne-service.html`: a service in one line, and how who does not hear reaches it.
#[derive(Clone, Debug, Serialize)]
pub struct LinePart {
    #[serde(rename = "ligne")]
    pub line: ServiceLine,
    pub service: ServiceCard,
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
    /// Lines of the services: see [`LinePart`].
    #[serde(rename = "lignes_html")]
    pub lines_html: Vec<String>,
    /// For each card or line, `role-ccas` before the first of its type on a site that leads there; empty for the others.
    #[serde(rename = "ancres")]
    pub anchors: Vec<String>,
}
