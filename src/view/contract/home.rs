//! Ways in: home, needs, numbers, the search, the map of the site.

use super::{CaseCard, CommuneLink, Door, PageLink, ServiceCard};
use serde::Serialize;

/// `accueil.html`
#[derive(Clone, Debug, Serialize)]
pub struct HomeBody {
    #[serde(rename = "sous_titre")]
    pub subtitle: String,
    #[serde(rename = "portes")]
    pub doors: Vec<Door>,
    /// Services of type « urgence », in the order of their numbers.
    #[serde(rename = "urgences")]
    pub emergencies: Vec<ServiceCard>,
}

/// A guide in a list.
#[derive(Clone, Debug, Serialize)]
pub struct GuideCard {
    #[serde(rename = "numero")]
    pub number: u16,
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "resume")]
    pub summary: String,
    pub href: String,
    #[serde(rename = "duree_min")]
    pub minutes: Option<u16>,
    /// The first thing to do by a day.
    #[serde(rename = "a_faire")]
    pub to_do: Option<DeadlineNotice>,
}

/// « À faire au plus tard le … »: on its day, `age.js` takes it away.
#[derive(Clone, Debug, Serialize)]
pub struct DeadlineNotice {
    /// The last day on which it is shown, for the script: « 2026-12-31 ».
    #[serde(rename = "jour")]
    pub day: String,
    /// In words: « 31 décembre 2026 ».
    pub date: String,
    #[serde(rename = "texte")]
    pub text: String,
}

/// `besoin.html`
#[derive(Clone, Debug, Serialize)]
pub struct NeedBody {
    pub id: String,
    #[serde(rename = "exemple")]
    pub example: String,
    pub guides: Vec<GuideCard>,
    /// Cards of the services for the whole of France that answer this need: see [`CardPart`].
    #[serde(rename = "cartes_html")]
    pub cards_html: Vec<String>,
    /// The same need in each commune of the site, when they are few.
    pub communes: Vec<CommuneLink>,
    /// For those whose commune is not in that list: the need in the départements of the site, when they are few.
    #[serde(rename = "hors")]
    pub outside: Vec<PageLink>,
    /// Cases of this need.
    #[serde(rename = "cas")]
    pub cases: Vec<CaseCard>,
}

/// `numeros.html`: guides by the number that people say on the telephone.
#[derive(Clone, Debug, Serialize)]
pub struct NumbersBody {
    pub guides: Vec<GuideCard>,
}

/// The field that searches everything: what the theme's script needs to know. Hidden without JavaScript.
#[derive(Clone, Debug, Serialize)]
pub struct SearchField {
    /// Address of the index, which the script loads when the field is first used.
    #[serde(rename = "donnees")]
    pub data: String,
    /// `../` as many times as the page is deep.
    #[serde(rename = "racine")]
    pub root: String,
}

/// `recherche.html`: that field, and the other ways to find.
#[derive(Clone, Debug, Serialize)]
pub struct SearchBody {
    #[serde(rename = "portes")]
    pub doors: Vec<Door>,
}

/// `plan.html`: a link to every page.
#[derive(Clone, Debug, Serialize)]
pub struct MapBody {
    pub sections: Vec<MapSection>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MapSection {
    /// Key into the theme's strings: `plan_guides`…
    #[serde(rename = "cle")]
    pub key: &'static str,
    #[serde(rename = "liens")]
    pub links: Vec<PageLink>,
}
