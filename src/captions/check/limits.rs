//! The figures of the gate.
//!
//! French charter of 2011 for the quality of captions (CSA, now Arcom): two lines; 12 characters for 1 second, 20 for
//! 2, 36 for 3, 60 for 4, with a tolerance of 20 %. Lines: 40 characters in French web practice, 42 for Netflix, whose
//! guide also gives 7 seconds at most and 2 frames between captions.

/// Lines of a caption.
pub const LINES: usize = 2;
/// Characters of a line: more is a warning.
pub const GOOD_WIDTH: usize = 40;
/// More is an error.
pub const WIDTH: usize = 42;
/// Milliseconds: shorter is an error.
pub const SHORTEST: u64 = 1000;
/// Longer is a warning: people read it twice, and wonder whether the film has stopped.
pub const LONGEST: u64 = 7000;
/// Milliseconds between two captions, 2 frames at 25 a second: without it, eyes do not see that the text changed.
pub const GAP: u64 = 80;
/// What a container rounds away: a caption may end with its film.
pub const SLACK: u64 = 100;

/// Seconds, and characters that people read in that time.
const CHARTER: [(u64, u64); 4] = [(1, 12), (2, 20), (3, 36), (4, 60)];

/// Whether so many characters can be read in so many milliseconds, the tolerance counted.
///
/// Between the figures of the charter it goes in a straight line; below one second in proportion to the first, beyond
/// four in proportion to the last (15 characters a second), for the charter's own slope would grow without end.
#[must_use]
pub fn readable(characters: usize, ms: u64) -> bool {
    // In thousandths of a character, then a fifth more.
    (characters as u64).saturating_mul(5000) <= thousandths(ms).saturating_mul(6)
}

fn thousandths(ms: u64) -> u64 {
    let [(_, first), .., (last_second, last)] = CHARTER;
    if ms <= 1000 {
        return first * ms;
    }
    for pair in CHARTER.windows(2) {
        let ((from, low), (to, high)) = (pair[0], pair[1]);
        if ms <= to * 1000 {
            return low * 1000 + (high - low) * (ms - from * 1000);
        }
    }
    last.saturating_mul(ms) / last_second
}

/// The most characters that can be read in that time.
#[must_use]
pub fn most(ms: u64) -> u64 {
    thousandths(ms).saturating_mul(6) / 5000
}

/// The shortest time for so many characters, in milliseconds, a whole number of tenths of a second.
#[must_use]
pub fn needed_ms(characters: usize) -> u64 {
    // Beyond a minute nothing is a caption any more.
    (SHORTEST..60_000).step_by(100).find(|ms| readable(characters, *ms)).unwrap_or(60_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_charter_is_kept_to_the_letter() {
        // A fifth more than 12, 20, 36 and 60, and not one character beyond.
        for (ms, most) in [(1000, 14), (2000, 24), (3000, 43), (4000, 72)] {
            assert!(readable(most, ms), "{most} in {ms}");
            assert!(!readable(most + 1, ms), "{most} and one in {ms}");
            assert_eq!(super::most(ms), most as u64);
        }
    }

    #[test]
    fn between_and_beyond_the_line_is_straight() {
        for (ms, limit) in [(500, 6), (1500, 16), (2500, 28), (3500, 48), (5000, 75), (7000, 105)] {
            assert_eq!(super::most(ms), limit * 6 / 5, "{ms}");
        }
        assert!((0..20_000).all(|ms| thousandths(ms) <= thousandths(ms + 1)), "more time is never less text");
    }

    #[test]
    fn the_time_needed_is_the_shortest() {
        for characters in 1..90 {
            let ms = needed_ms(characters);
            assert!(
                readable(characters, ms) && (ms == SHORTEST || !readable(characters, ms - 100)),
                "{characters}"
            );
        }
        assert_eq!(needed_ms(0), SHORTEST);
        assert_eq!(needed_ms(usize::MAX), 60_000);
    }
}
