//! What the pages hold.

mod echappement;
mod minify;
mod publication;
mod territoires;
mod theme;
