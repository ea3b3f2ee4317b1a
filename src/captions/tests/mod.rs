//! What browsers keep, what people write, and what comes out again.

mod gate;
mod mended;
mod rolling;
mod round;
mod srt;
mod told;
mod vtt;

use super::{CaptionTrack, read};
use crate::diag::Diagnostics;
use crate::source::Sources;

/// A track and its findings, as « code line:column ».
fn read_as(name: &str, text: &str) -> (Option<CaptionTrack>, Vec<String>) {
    let sources = Sources::memory([(name, text)]);
    let (file, _) = sources.find(name).unwrap();
    let (track, found) = read(file, name, text);
    (track, said(&found, &sources))
}

fn said(found: &Diagnostics, sources: &Sources) -> Vec<String> {
    let one = |finding: &crate::diag::Diagnostic| {
        let crate::diag::Place::Span(span) = finding.place else { panic!("no place: {finding:?}") };
        let (line, column) = sources.line_column(span.file, span.start as usize);
        format!("{} {line}:{column}", finding.code.id)
    };
    found.iter().map(one).collect()
}

/// The cues of a file without fault, each « start end text » with times in seconds.
fn cues(track: &CaptionTrack) -> Vec<String> {
    let text = |cue: &super::Cue| super::write_cue_text(&cue.text).replace('\n', "|");
    track.cues().map(|cue| format!("{} {} {}", cue.start_ms, cue.end_ms, text(cue))).collect()
}

/// A French WebVTT file made of cues, each « seconds seconds » and text, from the second of this list on.
fn file(cues: &[(&str, &str)]) -> String {
    let stamp = |seconds: &str| {
        let seconds: f64 = seconds.parse().unwrap();
        let ms = (seconds * 1000.0).round();
        super::stamp(format!("{ms}").parse().unwrap())
    };
    let mut out = "WEBVTT\n".to_owned();
    for (times, text) in cues {
        let (start, end) = times.split_once(' ').unwrap();
        out += &format!("\n{} --> {}\n{text}\n", stamp(start), stamp(end));
    }
    out
}

/// What the gate says of a file that was read without fault.
fn checked(name: &str, text: &str, film_ms: Option<u64>) -> Vec<String> {
    let sources = Sources::memory([(name, text)]);
    let (file, _) = sources.find(name).unwrap();
    let (track, found) = read(file, name, text);
    assert_eq!(said(&found, &sources), Vec::<String>::new(), "{text}");
    said(&super::check(&track.unwrap(), film_ms), &sources)
}
