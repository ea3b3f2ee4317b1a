//! Times of captions, in milliseconds.

/// An hour, in milliseconds.
const HOUR: u64 = 3_600_000;

/// `00:01:02.500`, always with hours, as WebVTT and editors write it.
#[must_use]
pub fn stamp(ms: u64) -> String {
    let (seconds, ms) = (ms / 1000, ms % 1000);
    format!("{:02}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Reads a time at the beginning of `text` as the standard does: `01:02.500` or `00:01:02.500`, exactly. Gives the
/// time and how many bytes it took.
pub fn exact(text: &str) -> Option<(u64, usize)> {
    let mut rest = text;
    let first = digits(&mut rest)?;
    let value = number(first)?;
    colon(&mut rest)?;
    let second = two(&mut rest)?;
    let (hours, minutes, seconds) = if first.len() != 2 || value > 59 || rest.starts_with(':') {
        colon(&mut rest)?;
        (value, second, two(&mut rest)?)
    } else {
        (0, value, second)
    };
    rest = rest.strip_prefix('.')?;
    let thousandths = digits(&mut rest).filter(|d| d.len() == 3).and_then(number)?;
    if minutes > 59 || seconds > 59 {
        return None;
    }
    let ms = hours.checked_mul(HOUR)?.checked_add(minutes * 60_000 + seconds * 1000 + thousandths)?;
    Some((ms, text.len() - rest.len()))
}

/// Reads a time as SRT files have it: `1:2:3,5` as well as `00:01:02,500`; comma or full stop, hours or none, one to
/// three decimals or none.
pub fn loose(text: &str) -> Option<(u64, usize)> {
    let mut rest = text;
    let mut parts = vec![number(digits(&mut rest)?)?];
    while parts.len() < 3 && colon(&mut rest).is_some() {
        // Some programs write « 00: 00: 01, 500 ».
        rest = rest.trim_start_matches(' ');
        parts.push(number(digits(&mut rest)?)?);
    }
    if parts.len() < 2 {
        return None;
    }
    let mut ms = 0;
    if let Some(after) = rest.strip_prefix([',', '.']) {
        rest = after.trim_start_matches(' ');
        let found = digits(&mut rest).filter(|d| d.len() <= 3)?;
        ms = number(found)? * [1, 100, 10, 1][found.len()];
    }
    let seconds = parts.iter().try_fold(0_u64, |sum, part| sum.checked_mul(60)?.checked_add(*part))?;
    // Minutes and seconds below 60, or it is a slip of the finger.
    if parts.iter().skip(1).any(|part| *part > 59) {
        return None;
    }
    Some((seconds.checked_mul(1000)?.checked_add(ms)?, text.len() - rest.len()))
}

fn digits<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (found, after) = rest.split_at(end);
    *rest = after;
    (!found.is_empty()).then_some(found)
}

fn two(rest: &mut &str) -> Option<u64> {
    digits(rest).filter(|found| found.len() == 2).and_then(number)
}

fn number(digits: &str) -> Option<u64> {
    // Nineteen digits fit; a film of a million years is none.
    digits.parse().ok().filter(|n| *n < 1_000_000_000_000)
}

fn colon(rest: &mut &str) -> Option<()> {
    *rest = rest.strip_prefix(':')?;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_times_are_those_of_the_standard() {
        for (text, ms) in [
            ("00:00.000", 0),
            ("01:02.500", 62_500),
            ("59:59.999", 3_599_999),
            ("00:01:02.500", 62_500),
            ("1:00:00.000", HOUR),
            ("60:00:00.000", 60 * HOUR),
            ("123:00:00.001", 123 * HOUR + 1),
        ] {
            assert_eq!(exact(text), Some((ms, text.len())), "{text}");
        }
        for text in [
            "",
            "x",
            "1",
            "1:00.000",
            "60:00.000",
            "00:60.000",
            "00:60:00.000",
            "00:00:60.000",
            "00:00",
            "00:00.",
            "00:00.00",
            "00:00.0000",
            "00:00,000",
            "0:0.000",
            "00:0.000",
            "00:00:0.000",
            " 00:00.000",
            "-00:00.000",
            "00.00.000",
            "00:00:00:00.000",
            "99999999999999999999:00:00.000",
            "٠٠:٠٠.٠٠٠",
        ] {
            assert_eq!(exact(text), None, "{text}");
        }
        assert_eq!(exact("00:01.000 line:0"), Some((1000, 9)), "what follows is left");
    }

    #[test]
    fn loose_times_are_those_of_people() {
        for (text, ms) in [
            ("00:00:01,500", 1500),
            ("0:0:1,5", 1500),
            ("00:01.50", 1500),
            ("00:00:01", 1000),
            ("00: 00: 01, 500", 1500),
            ("1:02:03,004", 3_723_004),
        ] {
            assert_eq!(loose(text), Some((ms, text.len())), "{text}");
        }
        for text in ["", "12", "00:61,000", "00:00:61,000", "a:b", "00:00:01,5000", "00:00:01,"] {
            assert_eq!(loose(text), None, "{text}");
        }
    }

    #[test]
    fn a_stamp_is_read_again() {
        for ms in [0, 1, 999, 62_500, 3_599_999, HOUR, 100 * HOUR + 1] {
            let text = stamp(ms);
            assert_eq!(exact(&text), Some((ms, text.len())));
            assert_eq!(loose(&text), Some((ms, text.len())));
        }
    }
}
