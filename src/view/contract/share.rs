//! What a reader shows or sends to somebody else.

use serde::Serialize;

/// A page's address in words, and as a code that a telephone reads.
#[derive(Clone, Debug, Serialize)]
pub struct Partage {
    pub adresse: String,
    /// Side of the code in modules, with its quiet margin.
    pub cote: usize,
    /// The dark modules, as the `d` of an SVG path.
    pub modules: String,
}
