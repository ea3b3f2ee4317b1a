//! What the pages hold.

mod anciens_services;
mod borne;
mod cas;
mod couleurs;
mod echappement;
mod films;
mod horaires;
mod lettres;
mod minify;
mod mots;
mod pres;
mod publication;
mod questions;
mod roles;
mod tableau;
mod territoires;
mod theme;
