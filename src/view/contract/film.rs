//! A film, its captions and its text.

use super::Share;
use serde::Serialize;

/// A film of a guide or of an étape.
#[derive(Clone, Debug, Serialize)]
pub struct ShownFilm {
    /// « film » for that of the guide, « film-3 » for that of the third étape.
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "titre")]
    pub title: String,
    /// A sentence more; may be empty.
    #[serde(rename = "legende")]
    pub caption: String,
    pub src: String,
    /// `video/webm`.
    #[serde(rename = "genre")]
    pub media_type: &'static str,
    #[serde(rename = "affiche")]
    pub poster: String,
    #[serde(rename = "largeur")]
    pub width: u32,
    #[serde(rename = "hauteur")]
    pub height: u32,
    /// In words: « 36 secondes ».
    #[serde(rename = "duree")]
    pub duration: String,
    /// The file has no sound track.
    #[serde(rename = "sans_parole")]
    pub without_speech: bool,
    #[serde(rename = "pistes")]
    pub tracks: Vec<TrackElement>,
    #[serde(rename = "texte")]
    pub text: Vec<FilmParagraph>,
    /// Where to see it again, for paper: its address and its code, when the site is on the web.
    #[serde(rename = "partage")]
    pub share: Option<Share>,
}

impl super::GuideBody {
    /// Whether the page shows a film.
    #[must_use]
    pub fn shows_films(&self) -> bool {
        self.film.is_some() || self.steps.iter().any(|step| step.film.is_some())
    }
}

/// A `<track>`.
#[derive(Clone, Debug, Serialize)]
pub struct TrackElement {
    /// `captions`, `descriptions`, `chapters`.
    #[serde(rename = "sorte")]
    pub kind: &'static str,
    #[serde(rename = "langue")]
    pub language: String,
    /// What the player's menu shows: « Français ».
    #[serde(rename = "nom")]
    pub name: String,
    /// A `data:` address: from a USB key browsers load no other.
    pub src: String,
    /// Shown without being asked for.
    #[serde(rename = "defaut")]
    pub default: bool,
}

/// A paragraph of the film's text.
#[derive(Clone, Debug, Serialize)]
pub struct FilmParagraph {
    /// « 1 min 05 s ».
    #[serde(rename = "temps")]
    pub time: Option<String>,
    /// The same for the script, in seconds: « 65.2 ».
    #[serde(rename = "secondes")]
    pub seconds: Option<String>,
    #[serde(rename = "qui")]
    pub speaker: Option<String>,
    #[serde(rename = "texte")]
    pub text: String,
}
