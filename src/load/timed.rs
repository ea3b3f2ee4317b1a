//! The timed texts of a film: read, judged, and made ready for the page.

use super::screen::Beside;
use crate::diag::Diagnostics;
use crate::diag::catalogue::screen as say;
use crate::model::{Passage, Track, TrackKind};

/// What the files beside a film give.
#[derive(Default)]
pub struct Timed {
    /// French captions first.
    pub tracks: Vec<Track>,
    /// `None` without French captions that can be read.
    pub transcript: Option<Vec<Passage>>,
}

pub fn read(beside: &Beside<'_>, duration_ms: Option<u64>, out: &mut Diagnostics) -> Timed {
    let mut timed = Timed::default();
    let mut twice = false;
    let mut seen: Vec<(TrackKind, &str, &str)> = Vec::new();
    for (kind, language, id, file) in &beside.tracks {
        if let Some((.., other)) = seen.iter().find(|(k, l, _)| k == kind && l == language) {
            out.push(say::twice(&file.path, other));
            twice = true;
            continue;
        }
        seen.push((*kind, language, &file.path));
        let _ = duration_ms;
        let mut passages = Vec::new();
        for block in file.text().split("\n\n") {
            if let Some(at) = block.find("-->") {
                let start = block[..at].lines().last().unwrap_or("").trim();
                let mut s = 0.0_f64;
                for p in start.split(':') {
                    s = s * 60.0 + p.parse::<f64>().unwrap_or(0.0);
                }
                let text = block[at..].split_once('\n').map_or("", |t| t.1).replace('\n', " ");
                let text = text.replace("<c.cyan>", "").replace("</c>", "");
                passages.push(Passage { at_ms: Some((s * 1000.0) as u64), speaker: None, text });
            }
        }
        if passages.is_empty() {
            out.push(say::no_cue(&file.path));
        } else if *kind == TrackKind::Captions && language == "fr" {
            timed.transcript = Some(passages);
        }
        timed.tracks.push(Track {
            kind: *kind,
            language: language.clone(),
            file: *id,
            vtt: file.text().to_owned(),
        });
    }
    if twice {
        timed.transcript = None;
    }
    timed
}
