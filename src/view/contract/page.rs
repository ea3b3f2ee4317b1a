//! What every page knows, and the parts that many pages hold.

use super::{CommuneField, SearchField};
use serde::Serialize;

/// What every page knows, whatever its kind. In templates: `page`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageHead {
    /// The kind of the page, by its name in the table of kinds. Goes into `<body data-kind>`.
    #[serde(rename = "sorte")]
    pub kind: &'static str,
    /// The title shown as `<h1>`.
    #[serde(rename = "titre")]
    pub title: String,
    /// The title of the browser tab, different on every page.
    #[serde(rename = "titre_complet")]
    pub full_title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The way back, from home to the parent; empty on the home page.
    #[serde(rename = "fil")]
    pub trail: Vec<PageLink>,
    /// The language of the page, as in `<html lang>`.
    #[serde(rename = "langue")]
    pub language: String,
    /// Address of the theme's style sheet.
    pub style: String,
    /// Address of the script that applies the reader's settings before the first paint; none on page 404, which
    /// stands alone.
    #[serde(rename = "reglages")]
    pub settings_script: Option<String>,
    /// Full address of the page on the web, when the site has a `base_url`.
    #[serde(rename = "canonique")]
    pub canonical: Option<String>,
    /// The same page addresses on every page.
    pub nav: Nav,
    /// Where the site is read: `usb`, `web`, `borne`.
    #[serde(rename = "cible")]
    pub delivery: &'static str,
    /// Addresses of the theme's scripts that this page needs besides that of its field.
    pub scripts: Vec<String>,
    /// On a public screen, numbers and addresses to take along; empty elsewhere.
    #[serde(rename = "sorties")]
    pub ways_out: Vec<WayOut>,
    /// The top of the page: see [`PageTop`].
    #[serde(rename = "haut_html")]
    pub top_html: String,
    /// The end of the page: see [`PageFoot`].
    #[serde(rename = "bas_html")]
    pub bottom_html: String,
    /// The field that finds a commune, on pages that have it.
    #[serde(rename = "champ")]
    pub field: Option<CommuneField>,
    /// The field that searches everything, on pages that have it; it finds communes by `champ`.
    #[serde(rename = "recherche")]
    pub search: Option<SearchField>,
}

/// Addresses that every page links to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Nav {
    #[serde(rename = "accueil")]
    pub home: String,
    #[serde(rename = "territoires")]
    pub territories: String,
    pub az: String,
    #[serde(rename = "numeros")]
    pub numbers: String,
    #[serde(rename = "recherche")]
    pub search: String,
    /// Empty when the site asks no questions.
    #[serde(rename = "orientation")]
    pub triage: String,
    #[serde(rename = "glossaire")]
    pub glossary: String,
    #[serde(rename = "plan")]
    pub map: String,
    #[serde(rename = "apropos")]
    pub about: String,
    #[serde(rename = "accessibilite")]
    pub accessibility: String,
}

/// A number or an address to take along from a public screen.
#[derive(Clone, Debug, Serialize)]
pub struct WayOut {
    /// `telephone`, `sms`, `courriel`, `site`.
    #[serde(rename = "genre")]
    pub means: &'static str,
    /// As people write it down.
    #[serde(rename = "texte")]
    pub text: String,
    /// The code, as a drawing.
    pub qr_html: String,
}

/// `haut.html`: skip link, name of the site, menu. Shown once for all the pages of a depth that it does not name.
#[derive(Clone, Debug, Serialize)]
pub struct PageTop {
    /// The kind of page, when the menu leads to it; else empty.
    #[serde(rename = "sorte")]
    pub kind: &'static str,
    /// As in [`PageHead::delivery`].
    #[serde(rename = "cible")]
    pub delivery: &'static str,
    pub nav: Nav,
}

/// `bas.html`: the foot of the page and the drawings of the signs.
#[derive(Clone, Debug, Serialize)]
pub struct PageFoot {
    /// As in [`PageTop`].
    #[serde(rename = "sorte")]
    pub kind: &'static str,
    /// As in [`PageHead::delivery`].
    #[serde(rename = "cible")]
    pub delivery: &'static str,
    pub nav: Nav,
    /// The mention that French law asks for on the home page; empty elsewhere.
    #[serde(rename = "mention")]
    pub statement: String,
}

/// A page's address as people send it, and its code for a telephone.
#[derive(Clone, Debug, Serialize)]
pub struct Share {
    #[serde(rename = "adresse")]
    pub address: String,
    pub qr_html: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PageLink {
    #[serde(rename = "titre")]
    pub title: String,
    pub href: String,
}

/// One of the doors of the home page.
#[derive(Clone, Debug, Serialize)]
pub struct Door {
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "exemple")]
    pub example: String,
    pub href: String,
    #[serde(rename = "dessin")]
    pub drawing: Option<String>,
}

/// How old a sheet is and who looked at it last.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AgeNotice {
    /// `verifie`, `a_reverifier`, `perime`, `jamais`.
    #[serde(rename = "etat")]
    pub state: &'static str,
    /// `essai`, `appel`, `visite`, `courriel`, `site`, `documents`, `import`; empty when never verified.
    #[serde(rename = "comment")]
    pub how: &'static str,
    /// A role, never a name.
    #[serde(rename = "par")]
    pub by: Option<String>,
    /// In words: « 24 novembre 2026 ».
    #[serde(rename = "le")]
    pub on: Option<String>,
    /// In words: the day after which somebody must look again.
    #[serde(rename = "revoir_le")]
    pub review_on: Option<String>,
    /// When the sheet changes its state by itself: the page does it where scripts run.
    #[serde(rename = "echeances")]
    pub limits: Option<AgeLimits>,
    /// In words: the date that the source itself gives, when nobody here verified.
    #[serde(rename = "date_source")]
    pub source_date: Option<String>,
    /// Whether the public file that the sheet comes from names the service no more.
    #[serde(rename = "absente")]
    pub absent: bool,
    /// The public directory that the sheet comes from says that the service is closed.
    #[serde(rename = "fermee")]
    pub closed: bool,
}

/// The last days of two states, as « 2027-03-24 ».
#[derive(Clone, Debug, Serialize)]
pub struct AgeLimits {
    /// After it, the sheet is to be verified again.
    #[serde(rename = "revoir")]
    pub review: String,
    /// After it, the sheet is old.
    #[serde(rename = "perime")]
    pub expired: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "adresse")]
    pub address: Option<String>,
    /// In words.
    pub date: Option<String>,
    pub licence: Option<String>,
}
