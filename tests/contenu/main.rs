//! What Éliane says of contents, good and bad, and what she makes of them.
//!
//! Every test starts from one small good site ([`petit_site`]) and breaks it.

#![cfg(unix)] // Links and odd file names need a Unix disk.
#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on should stop there.

mod catalogue;
mod guides_de_plus;
mod manuel;
mod mauvaise_entree;
mod medias;
mod page;
mod petit_site;
mod programme;
mod recherche;
mod rendu;
mod renvois;
mod toutes_ensemble;
