//! What people come for.

use crate::source::{FileId, Span};

/// One door of the home page.
#[derive(Clone, Debug)]
pub struct Need {
    pub id: String,
    /// In the first person: « Voir et parler à mes proches ».
    pub title: String,
    pub example: String,
    /// A drawing of `content/dessins/`: its file and its name in the address.
    pub drawing: Option<(FileId, String)>,
    pub span: Span,
}
