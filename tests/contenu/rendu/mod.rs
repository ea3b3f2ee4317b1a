//! What the pages hold.

mod cas;
mod echappement;
mod minify;
mod publication;
mod theme;
