//! What the site rests on, and page 404.

use super::{LetterChoice, SourceLine};
use serde::Serialize;

/// `apropos.html`
#[derive(Clone, Debug, Serialize)]
pub struct AboutBody {
    #[serde(rename = "resume")]
    pub summary: String,
    #[serde(rename = "editeur")]
    pub publisher: String,
    pub contact: Option<String>,
    pub licence: String,
    /// In words: the day of the build.
    pub date: String,
    pub version: &'static str,
    #[serde(rename = "nombre_guides")]
    pub guide_count: usize,
    #[serde(rename = "nombre_services")]
    pub service_count: usize,
    #[serde(rename = "nombre_communes")]
    pub commune_count: usize,
    /// The table of communes.
    #[serde(rename = "territoires")]
    pub territories: Vec<SourceLine>,
    /// The pages of the documents that the contents rest on, when they are many; empty when they stand here.
    #[serde(rename = "choix")]
    pub choices: Vec<LetterChoice>,
    /// Those documents, each once, sorted.
    pub sources: Vec<SourcesLetter>,
}

/// Sources whose titles begin alike.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesLetter {
    /// « A »; empty when the list is too short to be cut.
    #[serde(rename = "lettre")]
    pub letter: String,
    pub sources: Vec<SourceLine>,
}

/// `sources.html`: the documents of one letter.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesBody {
    #[serde(rename = "choix")]
    pub choices: Vec<LetterChoice>,
    pub sources: Vec<SourceLine>,
}

/// `accessibilite.html`
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityBody {
    #[serde(rename = "mention")]
    pub statement: String,
    pub contact: Option<String>,
}

/// `erreur.html`: page 404; its style sheet is inside it, for it is shown at any depth.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundBody {
    pub style_css: String,
}
