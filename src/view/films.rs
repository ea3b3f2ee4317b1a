//! A film as its page shows it: captions inside the page, durations in words.

use super::Builder;
use super::contract::{Film, PassageFilm, Piste};
use crate::model::{self, TrackKind};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

impl Builder<'_> {
    /// The film that stands at `anchor` of the guide's page.
    pub(super) fn film(&self, guide: &str, anchor: String, film: &model::Film) -> Film {
        let beside = |name: &str| self.href(&format!("guides/{guide}/{name}"));
        Film {
            titre: film.title.clone(),
            legende: film.caption.clone(),
            src: beside(&film.name),
            genre: film.mime,
            affiche: beside(&film.poster.name),
            largeur: film.size.0,
            hauteur: film.size.1,
            duree: self.duration(film.duration_ms),
            sans_parole: !film.has_sound,
            pistes: film.tracks.iter().map(|track| self.track(track)).collect(),
            texte: film.transcript.iter().map(|passage| self.passage(passage)).collect(),
            partage: self.share_part(&format!("#{anchor}"), "film_qr"),
            ancre: anchor,
        }
    }

    fn track(&self, track: &model::Track) -> Piste {
        let code = track.language.as_str();
        let language = self.context.texts.get(&format!("langue_{code}")).unwrap_or(code).to_owned();
        let (sorte, nom) = match track.kind {
            TrackKind::Captions => ("captions", language),
            TrackKind::Descriptions => ("descriptions", self.named("film_piste_descriptions", &language)),
            TrackKind::Chapters => ("chapters", self.named("film_piste_chapitres", &language)),
        };
        Piste {
            sorte,
            langue: code.to_owned(),
            nom,
            src: format!("data:text/vtt;charset=utf-8;base64,{}", STANDARD.encode(&track.vtt)),
            defaut: track.kind == TrackKind::Captions && code == "fr",
        }
    }

    fn named(&self, key: &str, language: &str) -> String {
        self.context.texts.fill(key, &[("langue", &language)])
    }

    fn passage(&self, passage: &model::Passage) -> PassageFilm {
        PassageFilm {
            temps: passage.at_ms.map(|ms| self.moment(ms)),
            secondes: passage.at_ms.map(|ms| format!("{}.{:03}", ms / 1000, ms % 1000)),
            qui: passage.speaker.clone(),
            texte: passage.text.clone(),
        }
    }

    /// « 36 secondes », « 2 minutes 5 secondes ».
    pub(super) fn duration(&self, ms: u64) -> String {
        let seconds = (ms + 500) / 1000;
        let (minutes, rest) = (seconds / 60, seconds % 60);
        let count = |n: u64, one: &str, many: &str| {
            self.context.texts.fill(if n < 2 { one } else { many }, &[("nombre", &n)])
        };
        let minutes = (minutes > 0).then(|| count(minutes, "duree_minute", "duree_minutes"));
        // A film of less than half a second lasts « 1 seconde ».
        let seconds =
            (rest > 0 || minutes.is_none()).then(|| count(rest.max(1), "duree_seconde", "duree_secondes"));
        [minutes, seconds].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// « 0 min 05 s ».
    fn moment(&self, ms: u64) -> String {
        let (minutes, seconds) = (ms / 60_000, format!("{:02}", ms / 1000 % 60));
        self.context.texts.fill("film_temps", &[("minutes", &minutes), ("secondes", &seconds)])
    }
}
