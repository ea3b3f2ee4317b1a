//! PDFs beside the pages.

use serde::Serialize;

/// A link to a PDF.
#[derive(Clone, Debug, Serialize)]
pub struct PaperLink {
    /// « En grands caractères »
    #[serde(rename = "titre")]
    pub title: String,
    /// « 13 pages, 108 Ko »
    pub detail: String,
    pub href: String,
}

/// `mediateur.html`: everything that can be printed.
#[derive(Clone, Debug, Serialize)]
pub struct MediatorBody {
    /// Address of the dashboard.
    #[serde(rename = "tableau")]
    pub dashboard: Option<String>,
    #[serde(rename = "groupes")]
    pub groups: Vec<PaperGroup>,
    pub contacts: Vec<PaperLink>,
}

/// The guides of a need.
#[derive(Clone, Debug, Serialize)]
pub struct PaperGroup {
    #[serde(rename = "titre")]
    pub title: String,
    /// All of them as one booklet.
    #[serde(rename = "livret")]
    pub booklet: Option<PaperLink>,
    pub guides: Vec<GuidePapers>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GuidePapers {
    #[serde(rename = "numero")]
    pub number: u16,
    #[serde(rename = "titre")]
    pub title: String,
    pub href: String,
    /// The script that gives its text to the page, when it is chosen.
    #[serde(rename = "morceau")]
    pub piece: String,
    #[serde(rename = "papiers")]
    pub papers: Vec<PaperLink>,
}
