//! The gate: captions that people can read in time, understand without sound, and tell apart without colours.

mod french;
mod limits;
mod lines;
mod signs;
mod times;
mod voices;

pub use french::{SignSlip, slips};
pub use limits::{GAP, GOOD_WIDTH, LONGEST, SHORTEST, SLACK, WIDTH, needed_ms, readable};

use super::finding::Findings;
use super::fold;
use super::track::{CaptionTrack, Cue, TrackKind};
use crate::diag::Diagnostics;
use crate::diag::catalogue::captions::{self as say, Who};
use crate::diag::catalogue::foreign::rolling;
use crate::source::Span;

/// All that is wrong with captions that could be read. `film_ms`: how long the film lasts, when it is known.
///
/// Captions are looked at from every side. Descriptions and chapters are not read while something is said: only their
/// times count, and that they say something.
#[must_use]
pub fn check(track: &CaptionTrack, film_ms: Option<u64>) -> Diagnostics {
    let mut out = Findings::default();
    let cues: Vec<&Cue> = track.cues().collect();
    if cues.is_empty() {
        out.push(say::empty_track(Span::new(track.file, 0..0)));
        return out.finish();
    }
    for cue in &cues {
        if cue.lines().is_empty() {
            out.push(say::empty_cue(cue.timing, who(cue)));
        }
    }
    signs::unseen(&cues, &mut out);
    // What rolls is too fast, too short, cut badly: one word says it all.
    if track.kind == TrackKind::Captions
        && let Some(first) = fold::rolling(&cues)
    {
        let left = fold::folded(track).map_or(0, |(_, count)| count);
        out.push(rolling(first.timing, who(first), cues.len(), left));
        return out.finish();
    }
    times::order(&cues, track.kind, &mut out);
    times::end(&cues, film_ms, &mut out);
    signs::tell(&cues, &mut out);
    if track.kind == TrackKind::Captions {
        times::lengths(&cues, &mut out);
        lines::shape(&cues, track.is_french(), &mut out);
        voices::speakers(&cues, &mut out);
        voices::colours(&cues, track, &mut out);
        if track.is_french() {
            voices::sounds(&cues, &mut out);
        }
    }
    if track.is_french() {
        french::typography(&cues, &mut out);
    }
    out.finish()
}

/// Of which cue a finding speaks.
fn who(cue: &Cue) -> Who {
    Who { number: cue.number, start_ms: cue.start_ms }
}

/// Characters as people count them: an accent that stands apart, and signs without width, are none.
pub fn width(characters: impl Iterator<Item = char>) -> usize {
    let is_seen = |c: &char| !matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    characters.filter(is_seen).count()
}

/// Characters of a whole cue: a line end counts as the space it stands for.
pub fn characters(cue: &Cue) -> usize {
    let lines = cue.lines();
    let seen: usize = lines.iter().map(|line| width(line.iter().map(|(c, _)| *c))).sum();
    seen + lines.len().saturating_sub(1)
}
