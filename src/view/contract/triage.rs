//! The question tree.

use super::{Door, GuideCard, PageLink};
use serde::Serialize;

/// `orientation.html`: one question.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionBody {
    /// From 1.
    #[serde(rename = "numero")]
    pub number: usize,
    #[serde(rename = "aide")]
    pub hint: Option<String>,
    /// One link for each answer.
    #[serde(rename = "choix")]
    pub choices: Vec<Door>,
    #[serde(rename = "deja")]
    pub already: Vec<GivenAnswer>,
}

/// `conseil.html`: where the questions end.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceBody {
    #[serde(rename = "deja")]
    pub already: Vec<GivenAnswer>,
    /// Below the title: the need, or the last answer.
    #[serde(rename = "chapeau")]
    pub lead: String,
    /// What to do at once, a sentence each, in order.
    #[serde(rename = "conseils")]
    pub advice: Vec<String>,
    /// Cards of the services that answers chose, before everything else.
    pub services_html: Vec<String>,
    /// Few guides, in the order of their author.
    pub guides: Vec<GuideCard>,
    /// Whether there is a list of guides at all.
    #[serde(rename = "montre_guides")]
    pub shows_guides: bool,
    /// Those who help come before the guides: somebody must come, or there is no device to follow a guide with.
    #[serde(rename = "personnes_dabord")]
    pub people_first: bool,
    /// Whether the way to people of a commune is shown.
    #[serde(rename = "montre_personnes")]
    pub shows_people: bool,
    /// When somebody must come, or nobody: what to know first.
    #[serde(rename = "venue")]
    pub home_help: Option<HomeHelp>,
    /// For each commune of a small site, its answers to exactly what was said.
    pub communes: Vec<PageLink>,
    /// For those whose commune is not in that list: the need in the départements of the site, when they are few.
    #[serde(rename = "hors")]
    pub outside: Vec<PageLink>,
    /// The same for a commune to be found: what ends the address of its page.
    #[serde(rename = "suffixe")]
    pub suffix: String,
    /// Cards of the services for the whole of France that answer the need.
    pub france_html: Vec<String>,
    /// The need's own page, with all its guides.
    #[serde(rename = "besoin")]
    pub need: Option<PageLink>,
    /// All needs, for who could not say.
    #[serde(rename = "portes")]
    pub doors: Vec<Door>,
}

/// Help at home, or from afar: what the site knows of.
#[derive(Clone, Debug, Serialize)]
pub struct HomeHelp {
    /// `personne` (nobody comes to the home, that we know of), `ecrit` (who comes can be written to), `voix` (who comes
    /// is reached by voice only), `distance` (by telephone or in writing).
    #[serde(rename = "sorte")]
    pub kind: &'static str,
    /// Whether the person asks for herself.
    #[serde(rename = "moi")]
    pub for_oneself: bool,
    /// Whether the person does not hear.
    #[serde(rename = "sourd")]
    pub deaf: bool,
    /// Cards of those who help from afar; for who does not hear, of those one can write to.
    #[serde(rename = "autrement_html")]
    pub otherwise_html: Vec<String>,
    /// How to telephone when one does not hear.
    #[serde(rename = "relais")]
    pub relay: Option<PageLink>,
}

/// An answer given already, and the page where it can be changed.
#[derive(Clone, Debug, Serialize)]
pub struct GivenAnswer {
    pub question: String,
    #[serde(rename = "reponse")]
    pub answer: String,
    pub href: String,
}
