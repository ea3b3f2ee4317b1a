//! The glossary, and words explained on the page that uses them.

use super::PageLink;
use serde::Serialize;

/// `glossaire.html`
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryBody {
    #[serde(rename = "lettres")]
    pub letters: Vec<GlossaryLetter>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GlossaryLetter {
    #[serde(rename = "lettre")]
    pub letter: String,
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "mots")]
    pub words: Vec<GlossaryWord>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GlossaryWord {
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "mot")]
    pub word: String,
    #[serde(rename = "autres_formes")]
    pub other_forms: Vec<String>,
    pub definition: String,
    #[serde(rename = "voir_aussi")]
    pub see_also: Vec<PageLink>,
}

/// A word, explained on the page that uses it.
#[derive(Clone, Debug, Serialize)]
pub struct ExplainedWord {
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "mot")]
    pub word: String,
    pub definition: String,
    /// The étape that leads here first.
    #[serde(rename = "retour")]
    pub back_to: Option<usize>,
}
