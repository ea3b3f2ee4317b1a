//! Services named by their role, and services in one line.

use super::{PageLink, ShownPhone};
use serde::Serialize;

/// A service in one line: its name, and how to reach it.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceLine {
    #[serde(rename = "nom")]
    pub name: String,
    pub href: String,
    #[serde(rename = "telephone")]
    pub phone: Option<ShownPhone>,
    /// « 114 », and its `sms:` address, when no telephone is given.
    pub sms: Option<PageLink>,
    /// Where the people live whom it helps, when that is not said around it.
    pub zone: Option<String>,
}

/// `role.html`: « votre CCAS », commune by commune.
#[derive(Clone, Debug, Serialize)]
pub struct RoleBody {
    /// `ccas`
    pub role: &'static str,
    /// Whether the page asks for a commune: there are several, and one answer is not for all.
    #[serde(rename = "choisir")]
    pub asks_commune: bool,
    /// Cards of those who hold the role for everybody here: see [`super::CardPart`].
    #[serde(rename = "pour_tous_html")]
    pub for_all_html: Vec<String>,
    /// Communes that have one of their own, when they are few.
    pub communes: Vec<RoleHolders>,
    /// The same by name of service, when the communes are many.
    pub services: Vec<ServiceLine>,
    /// The départements to choose from, when there are too many services for one page.
    pub departements: Vec<PageLink>,
    /// Communes for which nobody is known, when they are few.
    #[serde(rename = "sans")]
    pub without: Vec<String>,
    /// Nobody holds the role here.
    #[serde(rename = "aucun")]
    pub nobody: bool,
    /// The département and those who stand in for the whole of France: less precise.
    #[serde(rename = "plus_large_html")]
    pub wider_html: Vec<String>,
    /// Whether somebody may find nobody here.
    #[serde(rename = "manque")]
    pub may_find_nobody: bool,
    /// The page of the town hall, which knows the services of its commune.
    #[serde(rename = "mairie")]
    pub town_hall: Option<String>,
    /// For those whose commune the site does not cover: its départements, when they are few.
    #[serde(rename = "hors")]
    pub outside: Vec<PageLink>,
    /// The same for all of France.
    pub france: String,
}

/// A commune, and who holds the role there.
#[derive(Clone, Debug, Serialize)]
pub struct RoleHolders {
    #[serde(rename = "nom")]
    pub name: String,
    pub services: Vec<ServiceLine>,
}
