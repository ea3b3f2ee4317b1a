//! What stands beside a film: its timed texts.

use super::picture;
use crate::model::TrackKind;
use crate::source::{File, FileId, Sources};

/// The timed texts beside a film, by what their names say.
pub struct Beside<'a> {
    /// In the order of paths.
    pub tracks: Vec<(TrackKind, String, FileId, &'a File)>,
    /// The author's own transcript in French.
    pub transcript: Option<(FileId, &'a File)>,
    /// A file that was perhaps meant for the French captions: `mon-film.vtt`.
    pub almost: Option<String>,
}

impl<'a> Beside<'a> {
    pub fn of(sources: &'a Sources, stem: &str) -> Self {
        let mut found = Self { tracks: Vec::new(), transcript: None, almost: None };
        let (folder, name) = stem.split_at(stem.rfind('/').map_or(0, |at| at + 1));
        let wanted = picture::seen(name);
        for (id, file) in sources.beginning(folder) {
            // The signs that differ are not seen: captions are often named by another program than the film.
            let rest = file.path.get(folder.len()..).unwrap_or_default();
            let shown = picture::seen(rest);
            let Some(rest) = shown.strip_prefix(&wanted).and_then(|rest| rest.strip_prefix('.')) else {
                continue;
            };
            let parts: Vec<&str> = rest.split('.').collect();
            match parts[..] {
                [language, "vtt" | "srt"] if is_language(language) => {
                    found.tracks.push((TrackKind::Captions, language.to_owned(), id, file));
                }
                [language, "descriptions", "vtt" | "srt"] if is_language(language) => {
                    found.tracks.push((TrackKind::Descriptions, language.to_owned(), id, file));
                }
                [language, "chapitres", "vtt" | "srt"] if is_language(language) => {
                    found.tracks.push((TrackKind::Chapters, language.to_owned(), id, file));
                }
                ["fr", "txt"] => found.transcript = Some((id, file)),
                [.., "vtt" | "srt"] => {
                    found.almost = file.path.rsplit('/').next().map(str::to_owned);
                }
                _ => {}
            }
        }
        // French first: browsers show the first that is marked, and readers see it first in the list.
        found.tracks.sort_by(|a, b| (a.0, a.1 != "fr", &a.1).cmp(&(b.0, b.1 != "fr", &b.1)));
        found
    }

    /// The captions in a language.
    pub fn captions(&self, language: &str) -> Option<&'a File> {
        let mut all = self.tracks.iter();
        all.find(|(kind, l, ..)| *kind == TrackKind::Captions && l == language).map(|(.., file)| *file)
    }
}

/// `fr`, `en`, `bre`: two or three letters of ISO 639.
fn is_language(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase())
}
