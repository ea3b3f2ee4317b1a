//! Who helps: the answers to a need for the people of some communes, and the parts they are made of.

use super::{GuideCard, PageLink, ServiceCard, ShownPhone};
use serde::Serialize;

/// `reponse.html`: a service that answers a question. Shown once for all the pages that hold it.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerPart {
    pub service: ServiceCard,
    /// Keys into the theme's strings: `raison_domicile`…
    #[serde(rename = "raisons")]
    pub reasons: Vec<String>,
    /// What to know before going there, its age aside: `raison_attente`…
    #[serde(rename = "reserves")]
    pub caveats: Vec<String>,
    /// Why it is not the first choice, when another service sends there: `raison_pas_domicile`…
    #[serde(rename = "refus")]
    pub refusals: Vec<String>,
    /// A « oui, mais ».
    #[serde(rename = "mais")]
    pub yes_but: bool,
    /// Which service sends there, and why.
    pub route: Option<SentFrom>,
    /// What counts before its age among the answers, smallest first.
    #[serde(rename = "rang")]
    pub rank: u8,
}

/// A line of the `si_non` of a service.
#[derive(Clone, Debug, Serialize)]
pub struct SentFrom {
    #[serde(rename = "depuis")]
    pub from: String,
    #[serde(rename = "raison")]
    pub reason: String,
}

/// `ligne.html`: a service in one line, with the reason why it stands there.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerLine {
    #[serde(rename = "nom")]
    pub name: String,
    pub href: String,
    #[serde(rename = "telephone")]
    pub phone: Option<ShownPhone>,
    /// Keys into the theme's strings: why it does not help, or how it does.
    #[serde(rename = "raisons")]
    pub reasons: Vec<String>,
    /// It answers for a whole département: the last one to try.
    #[serde(rename = "filet")]
    pub net: bool,
    pub route: Option<SentFrom>,
}

/// `aide.html`: who helps with one need, for the communes of a département that have the same answers. The two questions have
/// six answers, all on the page.
#[derive(Clone, Debug, Serialize)]
pub struct AnswersBody {
    #[serde(rename = "besoin")]
    pub need: String,
    /// « à Landerneau », « dans le Pays de Landerneau-Daoulas »
    #[serde(rename = "lieu")]
    pub place: String,
    /// That of its commune when it has only one, else that of the département.
    pub code: String,
    #[serde(rename = "reponses")]
    pub answers: Vec<WayAnswers>,
    pub guides: Vec<GuideCard>,
    /// Whom the page is for: the sheet of each commune, when they are few enough to be named.
    pub communes: Vec<PageLink>,
    /// How many communes the page is for.
    #[serde(rename = "nombre")]
    pub count: usize,
    /// Where the communes are found that are too many to be named.
    pub departement: PageLink,
    /// What ends the address of a commune's sheet: the way back to the one that the reader came from.
    #[serde(rename = "suffixe")]
    pub suffix: String,
}

/// `questions.html`: the two questions as answered in one of six ways, with links to the others.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionsPart {
    /// The anchor: `a-domicile-proche`.
    #[serde(rename = "ancre")]
    pub anchor: &'static str,
    /// Must somebody come?
    #[serde(rename = "venir")]
    pub comes: bool,
    /// `oui`, `proche` (no, a relative calls) or `non` (no, and the person asks).
    #[serde(rename = "entend")]
    pub hears: &'static str,
    /// The anchors of the other answers to each question.
    #[serde(rename = "venir_oui")]
    pub come_yes: &'static str,
    #[serde(rename = "venir_non")]
    pub come_no: &'static str,
    #[serde(rename = "entend_oui")]
    pub hears_yes: &'static str,
    #[serde(rename = "entend_proche")]
    pub hears_relative: &'static str,
    #[serde(rename = "entend_non")]
    pub hears_no: &'static str,
}

/// The answers to one way of answering the two questions.
#[derive(Clone, Debug, Serialize)]
pub struct WayAnswers {
    /// The anchor: `a-domicile-proche`.
    #[serde(rename = "ancre")]
    pub anchor: &'static str,
    /// See [`QuestionsPart`].
    pub questions_html: String,
    #[serde(rename = "oui_html")]
    pub yes_html: Vec<String>,
    /// Those who help too, one line each.
    #[serde(rename = "aussi_html")]
    pub also_html: Vec<String>,
    #[serde(rename = "sinon_html")]
    pub else_html: Vec<String>,
    #[serde(rename = "non_html")]
    pub no_html: Vec<String>,
}
