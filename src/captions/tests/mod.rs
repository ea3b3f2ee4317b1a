//! What browsers keep, what people write, and what comes out again.

mod round;
mod srt;
mod vtt;

use super::{Track, read};
use crate::diag::Diagnostics;
use crate::source::Sources;

/// A track and its findings, as « code line:column ».
fn read_as(name: &str, text: &str) -> (Option<Track>, Vec<String>) {
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
fn cues(track: &Track) -> Vec<String> {
    let text = |cue: &super::Cue| super::write_cue_text(&cue.text).replace('\n', "|");
    track.cues().map(|cue| format!("{} {} {}", cue.start_ms, cue.end_ms, text(cue))).collect()
}
