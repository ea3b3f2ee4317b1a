//! The question tree.

use super::{CarteGuide, Lien, Porte};
use serde::Serialize;

/// `orientation.html`: one question.
#[derive(Clone, Debug, Serialize)]
pub struct Orientation {
    /// From 1.
    pub numero: usize,
    pub aide: Option<String>,
    /// One link for each answer.
    pub choix: Vec<Porte>,
    pub deja: Vec<Repondu>,
}

/// `conseil.html`: where the questions end.
#[derive(Clone, Debug, Serialize)]
pub struct Conseil {
    pub deja: Vec<Repondu>,
    pub guides: Vec<CarteGuide>,
    /// Those who help come before the guides: somebody must come, or there is no device to follow a guide with.
    pub personnes_dabord: bool,
    /// For each commune of a small site, its answers to exactly what was said.
    pub communes: Vec<Lien>,
    /// The same for a commune to be found: what ends the address of its page.
    pub suffixe: String,
    /// Cards of the services for the whole of France that answer the need.
    pub france_html: Vec<String>,
    /// The need's own page.
    pub besoin: Lien,
}

/// An answer given already, and the page where it can be changed.
#[derive(Clone, Debug, Serialize)]
pub struct Repondu {
    pub question: String,
    pub reponse: String,
    pub href: String,
}
