//! Bad input, one kind a test: the program says what is wrong in plain French, and writes nothing.

mod bombes;
mod code;
mod dossiers;
mod encodage;
mod fautes;
mod generateur;
mod noms;
mod services;
mod signes;
mod sous_titres;
mod yaml;
