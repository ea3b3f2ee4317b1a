//! What the reader's browser searches: keys of words, and the data files made for the theme's scripts.
//!
//! A browser on a USB key may fetch nothing, so data are scripts that set one global. The theme's `communes.js`
//! makes keys as [`key`] does: both are held to one list of examples, `tests/recherche/cles.json`.

mod communes;
mod key;

pub use communes::communes_data;
pub use key::{key, words};
