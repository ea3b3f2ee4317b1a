//! A film as its page shows it: captions inside the page, durations in words.

use super::PageBuilder;
use super::contract::{FilmParagraph, ShownFilm, TrackElement};
use crate::model::{self, TrackKind};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

impl PageBuilder<'_> {
    /// The film that stands at `anchor` of the guide's page.
    pub(super) fn film(&self, guide: &str, anchor: String, film: &model::Film) -> ShownFilm {
        let beside = |name: &str| self.href(&format!("guides/{guide}/{name}"));
        ShownFilm {
            title: film.title.clone(),
            caption: film.caption.clone(),
            src: beside(&film.name),
            media_type: film.mime,
            poster: beside(&film.poster.name),
            width: film.size.0,
            height: film.size.1,
            duration: self.duration(film.duration_ms),
            without_speech: !film.has_sound,
            tracks: film.tracks.iter().map(|track| self.track(track)).collect(),
            text: film.transcript.iter().map(|passage| self.passage(passage)).collect(),
            share: self.share_part(&format!("#{anchor}"), "film_qr"),
            anchor,
        }
    }

    fn track(&self, track: &model::Track) -> TrackElement {
        let code = track.language.as_str();
        let language = self.context.texts.get(&format!("langue_{code}")).unwrap_or(code).to_owned();
        let (kind, name) = match track.kind {
            TrackKind::Captions => ("captions", language),
            TrackKind::Descriptions => ("descriptions", self.named("film_piste_descriptions", &language)),
            TrackKind::Chapters => ("chapters", self.named("film_piste_chapitres", &language)),
        };
        TrackElement {
            kind,
            language: code.to_owned(),
            name,
            src: format!("data:text/vtt;charset=utf-8;base64,{}", STANDARD.encode(&track.vtt)),
            default: track.kind == TrackKind::Captions && code == "fr",
        }
    }

    fn named(&self, key: &str, language: &str) -> String {
        self.context.texts.fill(key, &[("langue", &language)])
    }

    fn passage(&self, passage: &model::TranscriptPassage) -> FilmParagraph {
        FilmParagraph {
            time: passage.at_ms.map(|ms| self.moment(ms)),
            seconds: passage.at_ms.map(|ms| format!("{}.{:03}", ms / 1000, ms % 1000)),
            speaker: passage.speaker.clone(),
            text: passage.text.clone(),
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
