//! What a build leaves on the disk, above all when it does not end well.

mod coupure;
mod disque_plein;
mod dossier;
mod ensemble;
mod inchanges;
mod manifeste;
mod panne;
