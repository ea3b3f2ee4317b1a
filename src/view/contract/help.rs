//! Who helps: the page of a need in a commune, and the parts it is made of.

use super::{CarteGuide, CarteService, Lien, Telephone};
use serde::Serialize;

/// `reponse.html`: a service that answers a question. Shown once for all the pages that hold it.
#[derive(Clone, Debug, Serialize)]
pub struct Reponse {
    pub service: CarteService,
    /// Keys into the theme's strings: `raison_domicile`…
    pub raisons: Vec<String>,
    /// What to know before going there, its age aside: `raison_attente`…
    pub reserves: Vec<String>,
    /// Why it is not the first choice, when another service sends there: `raison_pas_domicile`…
    pub refus: Vec<String>,
    /// A « oui, mais ».
    pub mais: bool,
    /// Which service sends there, and why.
    pub route: Option<Route>,
    /// What counts before its age among the answers, smallest first.
    pub rang: u8,
}

/// A line of the `si_non` of a service.
#[derive(Clone, Debug, Serialize)]
pub struct Route {
    pub depuis: String,
    pub raison: String,
}

/// `ligne.html`: a service in one line, with the reason why it stands there.
#[derive(Clone, Debug, Serialize)]
pub struct Ligne {
    pub nom: String,
    pub href: String,
    pub telephone: Option<Telephone>,
    /// Keys into the theme's strings: why it does not help, or how it does.
    pub raisons: Vec<String>,
    /// The first thing that it does not do.
    pub ne_fait_pas: Option<String>,
    /// The first thing that it does.
    pub fait: Option<String>,
    /// It does not answer this need.
    pub autre: bool,
    /// It answers for a whole département: the last one to try.
    pub filet: bool,
    pub route: Option<Route>,
}

/// `aide.html`: who helps with one need in one commune. The two questions have six answers, all on the page.
#[derive(Clone, Debug, Serialize)]
pub struct Aide {
    pub besoin: String,
    pub commune: String,
    /// « à Landerneau », « au Tréhou »
    pub lieu: String,
    pub code: String,
    /// The contact sheet of the commune.
    pub fiche: Lien,
    pub reponses: Vec<Reponses>,
    /// Services of the place that do something else, one line each.
    pub autres_html: Vec<String>,
    pub guides: Vec<CarteGuide>,
    /// The other needs, in the same commune.
    pub autres_besoins: Vec<Lien>,
}

/// `questions.html`: the two questions as answered in one of six ways, with links to the others.
#[derive(Clone, Debug, Serialize)]
pub struct Questions {
    /// The anchor: `a-domicile-proche`.
    pub ancre: &'static str,
    /// Must somebody come?
    pub venir: bool,
    /// `oui`, `proche` (no, a relative calls) or `non` (no, and the person asks).
    pub entend: &'static str,
    /// The anchors of the other answers to each question.
    pub venir_oui: &'static str,
    pub venir_non: &'static str,
    pub entend_oui: &'static str,
    pub entend_proche: &'static str,
    pub entend_non: &'static str,
}

/// The answers to one way of answering the two questions.
#[derive(Clone, Debug, Serialize)]
pub struct Reponses {
    /// The anchor: `a-domicile-proche`.
    pub ancre: &'static str,
    /// See [`Questions`].
    pub questions_html: String,
    pub oui_html: Vec<String>,
    /// Those who help too, one line each.
    pub aussi_html: Vec<String>,
    pub sinon_html: Vec<String>,
    pub non_html: Vec<String>,
}
