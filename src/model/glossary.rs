//! Words explained.

use super::Stage;
use crate::source::Span;

/// One word of the glossary.
pub struct Word<S: Stage> {
    pub id: String,
    pub word: String,
    pub other_forms: Vec<String>,
    pub definition: String,
    pub see_also: Vec<S::Word>,
    pub span: Span,
}
