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
    /// Below the title: the need, or the last answer.
    pub chapeau: String,
    /// What to do at once, a sentence each, in order.
    pub conseils: Vec<String>,
    /// Cards of the services that answers chose, before everything else.
    pub services_html: Vec<String>,
    /// Few guides, in the order of their author.
    pub guides: Vec<CarteGuide>,
    /// Whether there is a list of guides at all.
    pub montre_guides: bool,
    /// Those who help come before the guides: somebody must come, or there is no device to follow a guide with.
    pub personnes_dabord: bool,
    /// Whether the way to people of a commune is shown.
    pub montre_personnes: bool,
    /// When somebody must come, or nobody: what to know first.
    pub venue: Option<Venue>,
    /// For each commune of a small site, its answers to exactly what was said.
    pub communes: Vec<Lien>,
    /// For those whose commune is not in that list: the need in the départements of the site, when they are few.
    pub hors: Vec<Lien>,
    /// The same for a commune to be found: what ends the address of its page.
    pub suffixe: String,
    /// Cards of the services for the whole of France that answer the need.
    pub france_html: Vec<String>,
    /// The need's own page, with all its guides.
    pub besoin: Option<Lien>,
    /// All needs, for who could not say.
    pub portes: Vec<Porte>,
}

/// Help at home, or from afar: what the site knows of.
#[derive(Clone, Debug, Serialize)]
pub struct Venue {
    /// `personne` (nobody comes to the home, that we know of), `ecrit` (who comes can be written to), `voix` (who comes
    /// is reached by voice only), `distance` (by telephone or in writing).
    pub sorte: &'static str,
    /// Whether the person asks for herself.
    pub moi: bool,
    /// Whether the person does not hear.
    pub sourd: bool,
    /// Cards of those who help from afar; for who does not hear, of those one can write to.
    pub autrement_html: Vec<String>,
    /// How to telephone when one does not hear.
    pub relais: Option<Lien>,
}

/// An answer given already, and the page where it can be changed.
#[derive(Clone, Debug, Serialize)]
pub struct Repondu {
    pub question: String,
    pub reponse: String,
    pub href: String,
}
