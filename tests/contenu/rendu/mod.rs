//! What the pages hold.

mod echappement;
mod horaires;
mod minify;
mod publication;
mod theme;
