//! What the pages hold.

mod cas;
mod echappement;
mod horaires;
mod minify;
mod publication;
mod theme;
