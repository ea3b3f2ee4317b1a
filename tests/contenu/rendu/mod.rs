//! What the pages hold.

mod cas;
mod echappement;
mod minify;
mod pres;
mod publication;
mod theme;
