//! Words explained.

use super::Stage;
use crate::source::Span;

/// What a word says without naming another.
pub struct WordFacts {
    pub id: String,
    pub word: String,
    pub other_forms: Vec<String>,
    pub definition: String,
    /// Whether guides and cases lead to it by themselves; « lien » has other meanings on some sites.
    pub in_texts: bool,
    /// Turns in which it means something else: « compte rendu ».
    pub not_in: Vec<String>,
    pub span: Span,
}

/// One word of the glossary.
pub struct Word<S: Stage> {
    pub facts: WordFacts,
    pub see_also: Vec<S::Word>,
}

facts!(Word, WordFacts);
