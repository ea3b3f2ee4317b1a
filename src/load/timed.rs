//! The timed texts of a film: read, judged against the film, and made ready for the page.

use super::beside::Beside;
use crate::captions::{self, TrackBlock, TrackKind};
use crate::diag::Diagnostics;
use crate::diag::catalogue::{foreign, screen as say};
use crate::model::{Track, TranscriptPassage};
use crate::source::{File, FileId, Span};
use crate::text::french;
use std::collections::BTreeMap;

/// What the files beside a film give.
#[derive(Default)]
pub struct Timed {
    /// French captions first.
    pub tracks: Vec<Track>,
    /// `None` without French captions that can be read; never empty.
    pub transcript: Option<Vec<TranscriptPassage>>,
}

/// Reads every track. What browsers would not show, or people could not follow, is said.
pub fn read(beside: &Beside<'_>, duration_ms: Option<u64>, out: &mut Diagnostics) -> Timed {
    let mut timed = Timed::default();
    let mut seen: BTreeMap<(TrackKind, &str), &str> = BTreeMap::new();
    let mut twice = false;
    for (kind, language, id, file) in &beside.tracks {
        if let Some(other) = seen.insert((*kind, language), &file.path) {
            out.push(say::twice(&file.path, other));
            twice = true;
            continue;
        }
        let (track, found) = captions::read(*id, &file.path, file.text());
        out.extend(found);
        let Some(mut track) = track else { continue };
        out.extend(captions::check(&track, duration_ms));
        if track.cues().next().is_none() {
            continue;
        }
        if *kind == TrackKind::Captions && language == "fr" {
            timed.transcript = transcript(&track, beside.transcript, out);
        }
        // Remarks are for who writes captions; readers would carry their weight.
        track.blocks.retain(|block| !matches!(block, TrackBlock::Note(_)));
        if track.is_french() {
            track.set_in_french();
        }
        let vtt = captions::write_webvtt(&track);
        timed.tracks.push(Track { kind: *kind, language: language.clone(), file: *id, vtt });
    }
    if twice {
        timed.transcript = None;
    }
    timed
}

/// The film's text: its captions put together, or what the author wrote, compared with them.
fn transcript(
    track: &captions::CaptionTrack,
    own: Option<(FileId, &File)>,
    out: &mut Diagnostics,
) -> Option<Vec<TranscriptPassage>> {
    let told = captions::transcript(track);
    let Some((id, own)) = own else { return (!told.is_empty()).then_some(told) };
    let timed = captions::timed_line(own.text());
    if let Some(place) = timed.clone() {
        let line = own.text().get(place.clone()).unwrap_or_default();
        out.push(foreign::timed_transcript(Span::new(id, place.clone()), line.trim()));
    }
    let difference = captions::compare(&told, own.text());
    // Times and numbers are no words that one of the two forgot.
    if !difference.is_empty() && timed.is_none() {
        out.push(say::other_words(&own.path, &difference.only_text, &difference.only_captions));
    }
    let written = written(own.text());
    // An empty file says nothing, and replaces nothing: the difference was told.
    Some(if written.is_empty() { told } else { written }).filter(|text| !text.is_empty())
}

/// The author's own text: one paragraph a block.
fn written(text: &str) -> Vec<TranscriptPassage> {
    let mut blocks = vec![String::new()];
    for line in text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")) {
        match blocks.last_mut() {
            Some(last) if !line.is_empty() && !last.is_empty() => *last += &format!(" {line}"),
            Some(last) if !line.is_empty() => *last = line,
            _ => blocks.push(String::new()),
        }
    }
    let blocks = blocks.into_iter().filter(|block| !block.is_empty());
    blocks.map(|block| TranscriptPassage { at_ms: None, speaker: None, text: french(&block) }).collect()
}
