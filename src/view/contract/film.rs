//! A film, its captions and its text.

use super::Partage;
use serde::Serialize;

/// A film of a guide or of an étape.
#[derive(Clone, Debug, Serialize)]
pub struct Film {
    /// « film » for that of the guide, « film-3 » for that of the third étape.
    pub ancre: String,
    pub titre: String,
    /// A sentence more; may be empty.
    pub legende: String,
    pub src: String,
    /// `video/webm`.
    pub genre: &'static str,
    pub affiche: String,
    pub largeur: u32,
    pub hauteur: u32,
    /// In words: « 36 secondes ».
    pub duree: String,
    /// The file has no sound track.
    pub sans_parole: bool,
    pub pistes: Vec<Piste>,
    pub texte: Vec<PassageFilm>,
    /// Where to see it again, for paper: its address and its code, when the site is on the web.
    pub partage: Option<Partage>,
}

impl super::Guide {
    /// Whether the page shows a film.
    #[must_use]
    pub fn shows_films(&self) -> bool {
        self.film.is_some() || self.etapes.iter().any(|etape| etape.film.is_some())
    }
}

/// A `<track>`.
#[derive(Clone, Debug, Serialize)]
pub struct Piste {
    /// `captions`, `descriptions`, `chapters`.
    pub sorte: &'static str,
    pub langue: String,
    /// What the player's menu shows: « Français ».
    pub nom: String,
    /// A `data:` address: from a USB key browsers load no other.
    pub src: String,
    /// Shown without being asked for.
    pub defaut: bool,
}

/// A paragraph of the film's text.
#[derive(Clone, Debug, Serialize)]
pub struct PassageFilm {
    /// « 1 min 05 s ».
    pub temps: Option<String>,
    /// The same for the script, in seconds: « 65.2 ».
    pub secondes: Option<String>,
    pub qui: Option<String>,
    pub texte: String,
}
