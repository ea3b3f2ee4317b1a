//! Paper: a sheet's values and the theme's template become a PDF that is tagged (PDF/UA-1) and lasts (PDF/A-2a).
//!
//! 1. [`crate::view`] gathers what a document says, as values;
//! 2. they go to Typst as `/donnees.json` of a world that holds nothing else than the theme's templates and the
//!    document's pictures: no text of a curator is ever read as Typst;
//! 3. Typst lays out, and refuses what would not be accessible: that is a diagnostic.
//!
//! Without the cargo feature `papier`, everything is here but Typst.

#[cfg(feature = "papier")]
mod bitmap;
#[cfg(feature = "papier")]
mod engine;
#[cfg_attr(not(feature = "papier"), allow(dead_code, clippy::unused_self, clippy::unnecessary_wraps))]
mod press;
#[cfg(test)]
#[cfg(feature = "papier")]
mod tests;
#[cfg(feature = "papier")]
mod world;

pub use press::{NoStore, Press, Store};

/// Whether a typeface of paper has that sign, or nothing is drawn for it.
#[cfg(feature = "papier")]
#[must_use]
pub fn has_sign(sign: char) -> bool {
    engine::has_sign(sign)
}

/// Without paper, no sign is missing on it.
#[cfg(not(feature = "papier"))]
#[must_use]
pub fn has_sign(_: char) -> bool {
    true
}

/// A PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub bytes: Vec<u8>,
    pub pages: usize,
}
