//! Services named by their role, and services in one line.

use super::{Lien, Telephone};
use serde::Serialize;

/// A service in one line: its name, and how to reach it.
#[derive(Clone, Debug, Serialize)]
pub struct LigneService {
    pub nom: String,
    pub href: String,
    pub telephone: Option<Telephone>,
    /// « 114 », and its `sms:` address, when no telephone is given.
    pub sms: Option<Lien>,
    /// Where the people live whom it helps, when that is not said around it.
    pub zone: Option<String>,
}

/// `role.html`: « votre CCAS », commune by commune.
#[derive(Clone, Debug, Serialize)]
pub struct Role {
    /// `ccas`
    pub role: &'static str,
    /// Whether the page asks for a commune: there are several, and one answer is not for all.
    pub choisir: bool,
    /// Cards of those who hold the role for everybody here: see [`super::Carte`].
    pub pour_tous_html: Vec<String>,
    /// Communes that have one of their own, when they are few.
    pub communes: Vec<CommuneRole>,
    /// The same by name of service, when the communes are many.
    pub services: Vec<LigneService>,
    /// The départements to choose from, when there are too many services for one page.
    pub departements: Vec<Lien>,
    /// Communes for which nobody is known, when they are few.
    pub sans: Vec<String>,
    /// Nobody holds the role here.
    pub aucun: bool,
    /// The département and those who stand in for the whole of France: less precise.
    pub plus_large_html: Vec<String>,
    /// Whether somebody may find nobody here.
    pub manque: bool,
    /// The page of the town hall, which knows the services of its commune.
    pub mairie: Option<String>,
    /// For those whose commune the site does not cover: its départements, when they are few.
    pub hors: Vec<Lien>,
    /// The same for all of France.
    pub france: String,
}

/// A commune, and who holds the role there.
#[derive(Clone, Debug, Serialize)]
pub struct CommuneRole {
    pub nom: String,
    pub services: Vec<LigneService>,
}
