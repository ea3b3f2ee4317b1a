//! Mending what is safe: line ends, times by a hair, French spaces. Never a word.
//!
//! A repair is a list of small changes of the file's own text, so that all the rest stays as its author wrote it.

mod lines;
mod sense;
mod times;

pub use lines::better_lines;
pub use sense::never;

use super::check::{SHORTEST, SignSlip, characters, readable, slips};
use super::meant;
use super::track::{CaptionTrack, Cue, TrackKind};
use crate::source::{Edit, apply};
use crate::text::{NARROW, NO_BREAK};

/// The text of a caption file with all that can be mended safely. `text` is what `track` was read from; `film_ms`, how
/// long the film lasts, when it is known. A text that cannot be mended comes back as it was.
///
/// 1. lines that are too long or too many, or cut inside a group of sense, are cut anew, in two lines of at most
///    40 characters, or 42 when it cannot be helped;
/// 2. a caption that is too short or too fast stays longer, when nothing comes in between;
/// 3. between captions a gap of 80 ms is made, when both can still be read;
/// 4. in French, the spaces before `? ! ; :` and inside « » that miss.
#[must_use]
pub fn repair(text: &str, track: &CaptionTrack, film_ms: Option<u64>) -> String {
    if track.kind != TrackKind::Captions {
        return text.to_owned();
    }
    let cues: Vec<&Cue> = track.cues().collect();
    // In an SRT file times that cannot be read are text: joined to another line they could be read, as others.
    let is_safe = |cue: &Cue| !holds_times(&cue.plain());
    let added: Vec<Vec<Edit>> = cues
        .iter()
        .map(|cue| if track.is_french() && is_safe(cue) { spaces(cue) } else { Vec::new() })
        .collect();
    let mut edits = times::edits(text, &cues, &added, film_ms);
    for (cue, added) in cues.iter().zip(added) {
        if is_safe(cue) {
            edits.extend(lines::edits(cue, text, &added, track.is_french()));
        }
        edits.extend(added);
    }
    apply(text, &edits)
}

/// Whether a text on one line holds what would be times at the beginning of another.
fn holds_times(text: &str) -> bool {
    let mut rest = Some(text);
    let mut found = text.contains("-->");
    while let Some(here) = rest {
        // No line of times is as long.
        let near: String = here.chars().take(80).collect();
        found |= meant::times(&near).is_some();
        rest = here.trim_start().split_once(char::is_whitespace).map(|(_, after)| after);
    }
    found
}

/// No-break spaces where French wants some and the author wrote none; none at all when they would be one character too
/// many to read, or for the lines.
fn spaces(cue: &Cue) -> Vec<Edit> {
    let mut out = Vec::new();
    for line in cue.lines() {
        for slip in slips(&line) {
            let (at, space) = match slip {
                SignSlip::Before(index) if line[index].0 == ':' => (line[index].1, NO_BREAK),
                SignSlip::Before(index) => (line[index].1, NARROW),
                // Before the next letter: « may be written `&laquo;`.
                SignSlip::After(index) => (line.get(index + 1).map_or(line[index].1, |next| next.1), NARROW),
                SignSlip::Quote(_) => continue,
            };
            out.push(Edit { range: at as usize..at as usize, with: space.to_string() });
        }
    }
    let (count, ms) = (characters(cue), cue.duration_ms());
    let too_fast = ms >= SHORTEST && readable(count, ms) && !readable(count + out.len(), ms);
    if out.is_empty() || too_fast || !lines::have_room(cue, &out) { Vec::new() } else { out }
}
