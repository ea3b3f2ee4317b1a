//! A guide, and who helps with it.

use super::{
    AgeNotice, DeadlineNotice, ExplainedWord, GuideCard, PageLink, PaperLink, Share, ShownFilm, SourceLine,
};
use crate::model::GuideFacts;
use serde::Serialize;

/// `guide.html`
#[derive(Clone, Debug, Serialize)]
pub struct GuideBody {
    #[serde(flatten)]
    pub said: GuideSaid,
    #[serde(rename = "a_faire")]
    pub to_do: Vec<DeadlineNotice>,
    pub intro_html: String,
    pub film: Option<ShownFilm>,
    /// `oui`, `non`, `contournable`.
    #[serde(rename = "faut_entendre")]
    pub needs_hearing: &'static str,
    /// `smartphone`, `camera`, `carte_bancaire`: what else it needs.
    #[serde(rename = "il_faut")]
    pub also_needs: Vec<&'static str>,
    #[serde(rename = "besoins")]
    pub needs: Vec<PageLink>,
    #[serde(rename = "produits")]
    pub products: Vec<PageLink>,
    #[serde(rename = "etapes")]
    pub steps: Vec<ShownStep>,
    #[serde(rename = "voir_aussi")]
    pub see_also: Vec<GuideCard>,
    /// Where to find a person.
    #[serde(rename = "qui_aide")]
    pub helpers: Helpers,
    /// Where to ask for the guide's first need in one's own commune; none on a site without communes.
    #[serde(rename = "pres")]
    pub nearby: Option<PageLink>,
    /// What a reader sends, when the site has an address on the web.
    #[serde(rename = "partage")]
    pub share: Option<Share>,
    pub verification: AgeNotice,
    pub sources: Vec<SourceLine>,
    /// The words that its texts lead to.
    #[serde(rename = "mots")]
    pub words: Vec<ExplainedWord>,
    /// Address of the whole glossary.
    #[serde(rename = "glossaire")]
    pub glossary: String,
    pub licence: String,
    /// The same as PDFs.
    #[serde(rename = "papiers")]
    pub papers: Vec<PaperLink>,
}

/// What a guide’s page repeats as its sheet says it.
#[derive(Clone, Debug, Serialize)]
pub struct GuideSaid {
    #[serde(rename = "numero")]
    pub number: u16,
    #[serde(rename = "resume")]
    pub summary: String,
    #[serde(rename = "duree_min")]
    pub minutes: Option<u16>,
    #[serde(rename = "a_avoir")]
    pub to_have: Vec<String>,
    #[serde(rename = "faut_un_email")]
    pub needs_email: bool,
}

/// One step of a guide.
#[derive(Clone, Debug, Serialize)]
pub struct ShownStep {
    #[serde(rename = "numero")]
    pub number: usize,
    pub total: usize,
    /// The anchor « etape-3 ».
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// A second anchor with the curator's own word, when given.
    #[serde(rename = "ancre_id")]
    pub anchor_id: Option<String>,
    #[serde(rename = "titre")]
    pub title: String,
    pub action_html: String,
    #[serde(rename = "image")]
    pub picture: ShownPicture,
    pub film: Option<ShownFilm>,
    #[serde(rename = "vous_voyez_html")]
    pub you_see_html: String,
    #[serde(rename = "si_non_html")]
    pub if_not_html: String,
    /// `sur` or `probable`.
    #[serde(rename = "preuve")]
    pub evidence: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct ShownPicture {
    pub src: String,
    pub alt: String,
    #[serde(rename = "legende_html")]
    pub caption_html: Option<String>,
    #[serde(rename = "largeur")]
    pub width: Option<u32>,
    #[serde(rename = "hauteur")]
    pub height: Option<u32>,
}

/// Who helps with what a guide is for.
#[derive(Clone, Debug, Serialize)]
pub struct Helpers {
    /// Those who serve the whole site, then those who serve one of its territories.
    #[serde(rename = "groupes")]
    pub groups: Vec<HelperGroup>,
    /// Cards of services for all of France: shown as less precise.
    pub france_html: Vec<String>,
    /// The site covers no commune.
    #[serde(rename = "sans_territoire")]
    pub without_territory: bool,
}

/// Services that help everywhere in the same territories.
#[derive(Clone, Debug, Serialize)]
pub struct HelperGroup {
    /// Names of the territories; none when they are many.
    pub zones: Vec<String>,
    #[serde(rename = "cartes_html")]
    pub cards_html: Vec<String>,
}

impl From<&GuideFacts> for GuideSaid {
    fn from(facts: &GuideFacts) -> Self {
        Self {
            number: facts.number,
            summary: facts.summary.clone(),
            minutes: facts.minutes,
            to_have: facts.to_have.clone(),
            needs_email: facts.needs_email,
        }
    }
}
