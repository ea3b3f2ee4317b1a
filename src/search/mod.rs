//! What the reader's browser searches: keys of words, the index of the site, its ranking, and the data files made
//! for the theme's scripts.
//!
//! A browser on a USB key may fetch nothing, so data are scripts that set one global. What the theme's `communes.js`
//! and `recherche.js` do with words is written here too, and both are held to the lists of `tests/search/`:
//! so a build knows what a reader will find.

mod answer;
mod communes;
mod data;
mod emergency;
mod index;
mod key;
mod rank;
mod slips;
mod sound;
mod town;
mod words;

pub use answer::{Certainty, SearchAnswer, answer};
pub use communes::communes_data;
pub use data::search_data;
pub use emergency::{Call, Contact, Cries, Cry};
pub use index::{Document, Field, Phrase, SearchIndex, Sort};
pub use key::{key, words};
pub use rank::{Hit, search};
pub use town::towns;
pub use words::{Heard, IndexedWord, split};
