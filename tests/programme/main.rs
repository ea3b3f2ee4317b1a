//! The program from outside: its commands, what it leaves on the disk, the preview, and the house it lives in.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what is missing is a failure")]

mod apercu;
mod commandes;
mod commun;
mod determinisme;
mod ecriture;
mod import;
mod maison;
mod manuel;
mod paquet;
mod recit;
