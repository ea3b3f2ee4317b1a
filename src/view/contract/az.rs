//! What the index from A to Z takes.

use super::PageLink;
use serde::Serialize;

/// `az.html`: every lay word, by letter; when they are many, one letter, or the choice of a letter.
#[derive(Clone, Debug, Serialize)]
pub struct AzBody {
    /// Before all letters; empty on the page of one letter.
    #[serde(rename = "urgences")]
    pub emergencies: Vec<DangerRow>,
    /// How to reach most of them without hearing nor speaking.
    #[serde(rename = "ecrit")]
    pub in_writing: String,
    pub messages: Vec<PageLink>,
    /// The letters that have words: places in this page, or pages of their own.
    #[serde(rename = "choix")]
    pub choices: Vec<LetterChoice>,
    /// The words of this page.
    #[serde(rename = "lettres")]
    pub letters: Vec<AzLetter>,
}

/// A letter to go to.
#[derive(Clone, Debug, Serialize)]
pub struct LetterChoice {
    #[serde(rename = "lettre")]
    pub letter: String,
    pub href: String,
    /// Whether it is this page's.
    #[serde(rename = "ici")]
    pub here: bool,
}

/// A kind of danger, and who answers.
#[derive(Clone, Debug, Serialize)]
pub struct DangerRow {
    #[serde(rename = "phrase")]
    pub sentence: String,
    /// How, without hearing nor speaking; empty when it is as for the others.
    #[serde(rename = "ecrit")]
    pub in_writing: String,
    #[serde(rename = "appels")]
    pub calls: Vec<PageLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct AzLetter {
    /// « A » … « Z », or « 0–9 ».
    #[serde(rename = "lettre")]
    pub letter: String,
    /// The anchor « lettre-a ».
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "entrees")]
    pub entries: Vec<AzEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AzEntry {
    /// What people say: « skaip ».
    #[serde(rename = "mot")]
    pub word: String,
    /// Where it leads; equal to `mot` when the word is the title itself.
    #[serde(rename = "titre")]
    pub title: String,
    pub href: String,
    /// `guide`, `service`, `produit`, `mot`, `besoin`, `cas`, `territoires`.
    #[serde(rename = "sorte")]
    pub kind: &'static str,
}
