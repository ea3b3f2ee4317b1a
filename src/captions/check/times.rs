//! When captions come and go.

use super::limits::{GAP, LONGEST, SHORTEST, SLACK, most, needed_ms, readable};
use super::{characters, who};
use crate::captions::finding::Findings;
use crate::captions::track::{Cue, TrackKind};
use crate::diag::catalogue::captions as say;

/// Each after the one before, with a gap to see that the text changed.
pub fn order(cues: &[&Cue], kind: TrackKind, out: &mut Findings) {
    // The cue that stays longest so far.
    let mut last: Option<&Cue> = None;
    for pair in cues.windows(2) {
        let (before, cue) = (pair[0], pair[1]);
        if last.is_none_or(|last| before.end_ms > last.end_ms) {
            last = Some(before);
        }
        let Some(longest) = last else { continue };
        if cue.start_ms < before.start_ms {
            out.push(say::out_of_order(cue.times.0, who(cue), who(before), before.timing));
        } else if kind == TrackKind::Chapters {
            // Chapters may hold chapters.
        } else if cue.start_ms < longest.end_ms {
            out.push(say::overlap(cue.times.0, who(cue), who(longest), longest.times.1));
        } else if kind == TrackKind::Captions && cue.start_ms - longest.end_ms < GAP {
            out.push(say::no_gap(cue.times.0, who(cue), cue.start_ms - longest.end_ms));
        }
    }
}

/// Nothing is shown after the film.
pub fn end(cues: &[&Cue], film_ms: Option<u64>, out: &mut Findings) {
    let Some(film_ms) = film_ms else { return };
    for cue in cues {
        if cue.start_ms.max(cue.end_ms) > film_ms.saturating_add(SLACK) {
            out.push(say::after_the_end(cue.times.1, who(cue), film_ms));
        }
    }
}

/// Long enough to be read, not so long that one wonders.
pub fn lengths(cues: &[&Cue], out: &mut Findings) {
    for cue in cues {
        // What ends before it begins was said when it was read.
        if cue.end_ms <= cue.start_ms {
            continue;
        }
        let (ms, characters) = (cue.duration_ms(), characters(cue));
        if ms < SHORTEST {
            out.push(say::too_short(cue.times.1, who(cue), ms, cue.start_ms + needed_ms(characters)));
        } else if !readable(characters, ms) {
            let needed = needed_ms(characters);
            let until = (needed <= LONGEST).then_some(cue.start_ms + needed);
            out.push(say::too_fast(cue.body, who(cue), (characters, most(ms)), ms, until));
        } else if ms > LONGEST {
            out.push(say::too_long(cue.times.1, who(cue), ms));
        }
    }
}
