//! Moving the end of a caption, by a hair or into an empty time.

use crate::captions::check::{GAP, LONGEST, SHORTEST, SLACK, characters, needed_ms, readable};
use crate::captions::time::stamp;
use crate::captions::track::Cue;
use crate::source::Edit;

/// An hour, in milliseconds.
const HOUR: u64 = 3_600_000;
/// How far the start of a caption may be put off: less than an eye sees against a mouth.
const PUT_OFF: u64 = 2 * GAP;
/// A caption that ends so little after its film was meant to end with it.
const LITTLE_LATE: u64 = 500;

/// A cue's times while they are mended.
struct CueTimes {
    start: u64,
    end: u64,
    characters: usize,
}

impl CueTimes {
    /// Whether it can be read from `start` to `end`.
    fn would_do(&self, start: u64, end: u64) -> bool {
        end >= start + SHORTEST && readable(self.characters, end - start)
    }
}

/// The changes of times. `added`: the spaces that each cue gets, which count too.
pub fn edits(text: &str, cues: &[&Cue], added: &[Vec<Edit>], film_ms: Option<u64>) -> Vec<Edit> {
    // Where captions are in no order, nobody knows what comes next.
    if cues.windows(2).any(|pair| pair[1].start_ms < pair[0].start_ms) {
        return Vec::new();
    }
    let of = |(cue, added): (&&Cue, &Vec<Edit>)| CueTimes {
        start: cue.start_ms,
        end: cue.end_ms,
        characters: characters(cue) + added.len(),
    };
    let mut times: Vec<CueTimes> = cues.iter().zip(added).map(of).collect();
    // First who needs time takes it; then gaps are made between those who have enough.
    for at in 0..times.len() {
        // Between the two, another has times that cannot be read: nobody knows when.
        if cues.get(at + 1).is_some_and(|next| next.number != cues[at].number + 1) {
            continue;
        }
        let next = times.get(at + 1).map(|next| next.start);
        stay_longer(&mut times[at], next, film_ms);
    }
    for at in 1..times.len() {
        let (before, after) = times.split_at_mut(at);
        part(&mut before[at - 1], &mut after[0]);
    }
    if let (Some(last), Some(film)) = (times.last_mut(), film_ms) {
        end_with(last, film);
    }
    let mut out = Vec::new();
    for (cue, times) in cues.iter().zip(&times) {
        for (was, is, span) in
            [(cue.start_ms, times.start, cue.times.0), (cue.end_ms, times.end, cue.times.1)]
        {
            if was != is
                && let Some(old) = text.get(span.range())
            {
                out.push(Edit { range: span.range(), with: restamp(old, is) });
            }
        }
    }
    out
}

/// A caption that is too short or too fast stays until it can be read, if nothing comes before.
fn stay_longer(one: &mut CueTimes, next: Option<u64>, film_ms: Option<u64>) {
    if one.end <= one.start || one.would_do(one.start, one.end) {
        return;
    }
    let needed = needed_ms(one.characters);
    let end = one.start + needed;
    // Without a next one, only the film's end says how long there is.
    let limit = match (next, film_ms) {
        (Some(next), _) => next.checked_sub(GAP),
        (None, film) => film,
    };
    if needed <= LONGEST && end > one.end && limit.is_some_and(|limit| end <= limit) {
        one.end = end;
    }
}

/// Makes the gap between two captions that touch, or run into each other by as little.
fn part(one: &mut CueTimes, next: &mut CueTimes) {
    if one.end <= one.start || next.end <= next.start || next.start <= one.start {
        return;
    }
    if one.end + GAP <= next.start || one.end > next.start + GAP {
        return;
    }
    let earlier = next.start.saturating_sub(GAP);
    let later = one.end + GAP;
    if one.would_do(one.start, earlier) {
        one.end = earlier;
    } else if later - next.start <= PUT_OFF && next.would_do(later, next.end) {
        next.start = later;
    }
}

/// A caption that ends a little after its film ends with it.
fn end_with(one: &mut CueTimes, film: u64) {
    let late = one.end.saturating_sub(film);
    if late > SLACK && late <= LITTLE_LATE && film > one.start && one.would_do(one.start, film) {
        one.end = film;
    }
}

/// The time in the manner of the one that stood there: comma or full stop, with hours or without.
fn restamp(old: &str, ms: u64) -> String {
    let mut new = stamp(ms);
    if ms < HOUR && old.matches(':').count() == 1 {
        new = new.split_off(3);
    }
    if old.contains(',') { new.replace('.', ",") } else { new }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_keeps_its_manner() {
        assert_eq!(restamp("00:01.000", 62_500), "01:02.500");
        assert_eq!(restamp("00:00:01,000", 62_500), "00:01:02,500");
        assert_eq!(restamp("59:59.000", 3_600_000), "01:00:00.000");
    }
}
