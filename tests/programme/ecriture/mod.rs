//! What a build leaves on the disk, above all when it does not end well.

mod ailleurs;
mod archive;
mod coupure;
mod disque_plein;
mod dossier;
mod ensemble;
mod entiers;
mod inchanges;
mod manifeste;
mod panne;
