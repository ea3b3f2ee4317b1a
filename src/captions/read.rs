//! From a file's text to a [`Track`].

use super::finding::Findings;
use super::line::PlacedText;
use super::track::{CaptionTrack, TrackFormat, TrackKind};
use super::{foreign, meant, srt, vtt};
use crate::diag::Diagnostics;
use crate::diag::catalogue::captions as say;
use crate::diag::catalogue::foreign::other_kind_inside;
use crate::source::{FileId, extension};

/// Reads captions. `path` gives kind and language ([`kind_and_language`]); the text itself says whether it is WebVTT
/// or SRT, the extension only when it does not. Faults are said with their places in `text`, which may have any line
/// ends and a byte order mark.
///
/// `None` when no browser would show anything, whatever is mended: neither times nor `WEBVTT`.
#[must_use]
pub fn read(file: FileId, path: &str, text: &str) -> (Option<CaptionTrack>, Diagnostics) {
    let mut out = Findings::default();
    let source = PlacedText::new(file, text);
    let signed = vtt::is_signed(&source.text);
    if let Some(kind) = foreign::certain(&source.text) {
        let line = source.text.find('\n').unwrap_or(source.text.len());
        let mut only = Diagnostics::default();
        only.push(other_kind_inside(source.span(0..line), path, kind));
        return (None, only);
    }
    let format = match () {
        () if signed => TrackFormat::WebVtt,
        () if extension(path) == "srt" || srt::looks_like(&source.text) => TrackFormat::Srt,
        () => TrackFormat::WebVtt,
    };
    if format == TrackFormat::WebVtt && !signed {
        let line = source.text.find('\n').unwrap_or(source.text.len());
        out.push(say::no_signature(source.span(0..line)));
    } else if format == TrackFormat::Srt && extension(path) == "vtt" {
        let line = source.text.find('\n').unwrap_or(source.text.len());
        out.push(say::srt_named_vtt(source.span(0..line), path));
    }
    let (header, blocks) = match format {
        TrackFormat::WebVtt => vtt::read(&source, signed, &mut out),
        TrackFormat::Srt => (String::new(), srt::read(&source, &mut out)),
    };
    let timed = source.text.contains("-->") || source.text.lines().any(|line| meant::times(line).is_some());
    if blocks.is_empty() && !signed && !timed {
        // One fault says it all: this is no caption file.
        let mut only = Diagnostics::default();
        let line = source.text.find('\n').unwrap_or(source.text.len());
        let span = source.span(0..line);
        only.push(match foreign::kind(&source.text) {
            Some(kind) => other_kind_inside(span, path, kind),
            None => say::no_captions_here(span),
        });
        return (None, only);
    }
    let (kind, language) = kind_and_language(path);
    (Some(CaptionTrack { file, format, kind, language, header, blocks }), out.finish())
}

/// What a name says: `film.fr.vtt` holds captions in French, `film.fr.descriptions.vtt` descriptions,
/// `film.fr.chapitres.vtt` chapters, `film.srt` captions that tell no language.
#[must_use]
pub fn kind_and_language(path: &str) -> (TrackKind, Option<String>) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut parts: Vec<&str> = name.split('.').collect();
    parts.pop();
    let kind = match parts.last().copied() {
        Some("descriptions") => TrackKind::Descriptions,
        Some("chapitres") => TrackKind::Chapters,
        _ => TrackKind::Captions,
    };
    if kind != TrackKind::Captions {
        parts.pop();
    }
    // The first part is the film's name.
    let language = parts.get(1..).and_then(<[&str]>::last).copied().unwrap_or_default();
    let is_code = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
    (kind, is_code.then(|| language.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_kind_and_language() {
        let of = |path: &str| {
            let (kind, language) = kind_and_language(path);
            (kind, language.unwrap_or_default())
        };
        assert_eq!(of("content/guides/a/film.fr.vtt"), (TrackKind::Captions, "fr".to_owned()));
        assert_eq!(of("film.bre.srt"), (TrackKind::Captions, "bre".to_owned()));
        assert_eq!(of("film.fr.descriptions.vtt"), (TrackKind::Descriptions, "fr".to_owned()));
        assert_eq!(of("film.fr.chapitres.vtt"), (TrackKind::Chapters, "fr".to_owned()));
        assert_eq!(of("fr.vtt"), (TrackKind::Captions, String::new()), "a film may be named « fr »");
        assert_eq!(of("film.vtt"), (TrackKind::Captions, String::new()));
        assert_eq!(of("film.final.vtt"), (TrackKind::Captions, String::new()));
    }
}
