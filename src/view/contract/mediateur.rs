//! PDFs beside the pages.

use serde::Serialize;

/// A link to a PDF.
#[derive(Clone, Debug, Serialize)]
pub struct LienPapier {
    /// « En grands caractères »
    pub titre: String,
    /// « 13 pages, 108 Ko »
    pub detail: String,
    pub href: String,
}

/// `mediateur.html`: everything that can be printed.
#[derive(Clone, Debug, Serialize)]
pub struct Mediateur {
    /// Address of the dashboard.
    pub tableau: Option<String>,
    pub groupes: Vec<GroupePapier>,
    pub contacts: Vec<LienPapier>,
}

/// The guides of a need.
#[derive(Clone, Debug, Serialize)]
pub struct GroupePapier {
    pub titre: String,
    /// All of them as one booklet.
    pub livret: Option<LienPapier>,
    pub guides: Vec<GuidePapier>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GuidePapier {
    pub numero: u16,
    pub titre: String,
    pub href: String,
    /// The script that gives its text to the page, when it is chosen.
    pub morceau: String,
    pub papiers: Vec<LienPapier>,
}
