//! Lines that were meant for times, whatever is wrong with them: an arrow that is none, a sign for another.
//!
//! Such a line is no text: it is told where it stands, and what follows it belongs to nobody.

/// Signs that people put between the parts of a time.
const BETWEEN: [char; 9] = [':', '.', ',', ';', '\'', '’', 'h', '\u{ff1a}', '\u{2236}'];
/// Signs that were meant for the arrow, or for its shaft.
const SHAFT: [char; 13] = ['-', '–', '—', '−', '‐', '‑', '‒', '―', '=', '/', '~', '+', '_'];
/// Heads: with one of these nobody wrote hours of opening.
const HEADS: [char; 11] = ['>', '→', '⟶', '➔', '➜', '➡', '⇒', '»', '›', '\u{fe0f}', '＞'];

/// What a line was meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeantFor {
    /// Start and end, when they can be guessed.
    pub times: Option<(u64, u64)>,
    /// It can be nothing else, wherever it stands; another is times only where times are expected.
    pub sure: bool,
    /// Its last parts count the pictures of a second, as editing programs do.
    pub frames: bool,
    /// Words stand on the same line.
    pub beside: bool,
}

/// Reads a line as times that are badly written; `None` for words. Good times are read too.
pub fn times(line: &str) -> Option<MeantFor> {
    let line = line.replace("&gt;", ">");
    plain(&line).or_else(|| {
        let (inner, beside) = unframed(&line)?;
        plain(inner).filter(|meant| meant.sure).map(|meant| MeantFor { beside, ..meant })
    })
}

/// What stands in brackets (`[00:00.500 --> 00:03.000]  Bonjour.`, as Whisper shows it) or after a number
/// (`1 00:00:00,500 --> …`), and whether words follow.
fn unframed(line: &str) -> Option<(&str, bool)> {
    const PAIRS: [(char, char); 6] = [('[', ']'), ('(', ')'), ('"', '"'), ('“', '”'), ('«', '»'), ('<', '>')];
    let whole = bare(line);
    let line = whole.trim_matches('*');
    for (open, close) in PAIRS {
        if let Some(inner) = line.strip_prefix(open) {
            let (inner, after) = match inner.rsplit_once(close).filter(|(inner, _)| inner.contains(open)) {
                // Two times, each in its own brackets.
                Some(_) => return None,
                None => inner.split_once(close).unwrap_or((inner, "")),
            };
            return Some((inner, after.contains(char::is_alphanumeric)));
        }
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = (1..=5).contains(&(line.len() - rest.len()));
    let rest = rest.strip_prefix(['.', ')', ':', '-']).unwrap_or(rest);
    let after = number && rest.starts_with(is_gap);
    (after || line.len() < whole.len()).then_some((if after { rest } else { line }, false))
}

fn plain(line: &str) -> Option<MeantFor> {
    let mut rest = bare(line);
    let start = clock(&mut rest)?;
    let body = rest.trim_start_matches(|c| is_arrow(c) || is_gap(c));
    let arrow = rest.strip_suffix(body).unwrap_or_default();
    let word = ["à ", "to ", "a ", "jusqu’à ", "jusqu'à "].iter().find_map(|word| body.strip_prefix(word));
    rest = word.unwrap_or(body).trim_start_matches(is_gap);
    let end = clock(&mut rest)?;
    let parts = start.len().min(end.len());
    let head = arrow.contains(HEADS);
    let shaft = arrow.contains(SHAFT) || word.is_some();
    let tail = rest.trim_matches(is_gap);
    // What follows times is where they stand on the picture; words follow hours of opening.
    let placed = tail.is_empty() || tail.contains([':', '=', '%']);
    let sure = match () {
        () if head => parts >= 3 && (placed || parts >= 4),
        () if shaft => parts >= 4 || parts >= 3 && placed,
        () => placed && (parts >= 4 || parts >= 3 && [&start, &end].into_iter().all(|time| is_exact(time))),
    };
    let all = [&start, &end];
    let frames = all.into_iter().all(|time| frame(time).is_some());
    let of = |time: &[TimePart]| {
        let rate =
            if all.into_iter().filter_map(|time| frame(time)).any(|frame| frame > 24) { 30 } else { 25 };
        match frame(time).filter(|_| frames) {
            Some(frame) => Some(value(time)? / 1000 * 1000 + frame * 1000 / rate),
            None => value(time),
        }
    };
    let times = of(&start).zip(of(&end));
    (sure || head && placed).then_some(MeantFor { times, sure, frames, beside: false })
}

/// Whether a line that has an arrow was meant for times: it has a time on one side, or no word at all.
pub fn has_time(line: &str) -> bool {
    let one = |word: &str| {
        let mut rest = bare(word);
        clock(&mut rest).is_some()
    };
    line.split(is_gap).any(one)
        || line.split("-->").any(|side| one(side.trim_matches(is_gap)))
        || !line.chars().any(char::is_alphabetic) && line.contains(|c: char| c.is_ascii_digit())
}

/// The first line of a text that belongs to a file of captions: times, or the signature.
pub fn timed_line(text: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let arrow = line.contains("-->") && has_time(line);
        if arrow || times(line).is_some_and(|meant| meant.sure) || at == 0 && bare(line) == "WEBVTT" {
            return Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// Whether a line is one time and nothing else, as when the line of times was cut in two.
pub fn is_alone(line: &str) -> bool {
    let mut rest = bare(line);
    clock(&mut rest).is_some_and(|parts| parts.len() >= 4) && rest.trim_matches(is_gap).is_empty()
}

/// Signs that nobody sees: marks of byte order and of direction, spaces without width.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// A line without spaces and signs that nobody sees around it.
pub fn bare(line: &str) -> &str {
    line.trim_matches(is_gap)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

fn is_arrow(c: char) -> bool {
    SHAFT.contains(&c) || HEADS.contains(&c)
}

/// A part of a time: its digits as they stand, and the sign before it.
type TimePart = (char, String);

/// Two to four numbers with a sign between each: `00:00:03;500`.
fn clock(rest: &mut &str) -> Option<Vec<TimePart>> {
    let mut parts: Vec<TimePart> = Vec::new();
    let mut sign = ' ';
    loop {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = rest.strip_suffix(after).filter(|digits| (1..=4).contains(&digits.len()))?;
        parts.push((sign, digits.to_owned()));
        *rest = after;
        let mut chars = after.chars();
        sign = chars.next().unwrap_or(' ');
        let next = chars.as_str().trim_start_matches(' ');
        let spaced = next.len() < chars.as_str().len();
        // « 00: 00: 01, 500 » is a time; « 8:30, 12 personnes » is two things.
        let goes_on = BETWEEN.contains(&sign) && next.starts_with(|c: char| c.is_ascii_digit());
        if !goes_on || spaced && parts.len() == 2 && sign == ',' {
            break;
        }
        *rest = next;
    }
    // Without a colon it is a date, a price, an address of a network.
    let is_one =
        parts.len() == 4 || (2..=3).contains(&parts.len()) && parts.iter().any(|(sign, _)| is_colon(*sign));
    is_one.then_some(parts)
}

fn is_colon(sign: char) -> bool {
    matches!(sign, ':' | '\u{ff1a}' | '\u{2236}')
}

/// The picture of its second that it counts: `00:00:03:12`, `00:00:03;12`.
fn frame(parts: &[TimePart]) -> Option<u64> {
    let (sign, digits) = parts.last().filter(|_| parts.len() == 4)?;
    let counts = (is_colon(*sign) || *sign == ';') && digits.len() == 2;
    digits.parse().ok().filter(|frame| counts && *frame < 30)
}

/// Whether it has thousandths.
fn is_exact(parts: &[TimePart]) -> bool {
    parts.last().is_some_and(|(sign, digits)| !is_colon(*sign) && digits.len() == 3)
}

/// Its milliseconds, when one can tell which part is what.
fn value(parts: &[TimePart]) -> Option<u64> {
    let number = |at: usize| parts.get(at).and_then(|(_, digits)| digits.parse::<u64>().ok());
    let (sign, last) = parts.last()?;
    let decimals = parts.len() == 4 || last.len() == 3 || !(is_colon(*sign) || *sign == 'h');
    let (whole, ms) = match (decimals, last.len()) {
        (false, _) => (parts.len(), 0),
        (true, 1) => (parts.len() - 1, last.parse::<u64>().ok()? * 100),
        (true, 2) => (parts.len() - 1, last.parse::<u64>().ok()? * 10),
        (true, 3) => (parts.len() - 1, last.parse::<u64>().ok()?),
        (true, _) => return None,
    };
    let mut seconds = 0;
    for at in 0..whole {
        let part = number(at)?;
        if at > 0 && part > 59 {
            return None;
        }
        seconds = seconds * 60 + part;
    }
    Some(seconds * 1000 + ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines that are times wherever they stand, with what was meant.
    #[test]
    fn times_are_known_whatever_their_arrow_and_their_signs() {
        for line in [
            "00:00:03,500 —> 00:00:05,000",
            "00:00:03,500 -> 00:00:05,000",
            "00:00:03,500 → 00:00:05,000",
            "00:00:03,500 –> 00:00:05,000",
            "00:00:03,500 => 00:00:05,000",
            "00:00:03,500 ---> 00:00:05,000",
            "00:00:03,500 - -> 00:00:05,000",
            "00:00:03,500 -- > 00:00:05,000",
            "00:00:03,500 --&gt; 00:00:05,000",
            "00:00:03,500 —&gt; 00:00:05,000",
            "00:00:03,500 >> 00:00:05,000",
            "00:00:03,500 > 00:00:05,000",
            "00:00:03,500 » 00:00:05,000",
            "00:00:03,500 ➜ 00:00:05,000",
            "00:00:03,500 -- 00:00:05,000",
            "00:00:03,500 - 00:00:05,000",
            "00:00:03,500 – 00:00:05,000",
            "00:00:03,500 / 00:00:05,000",
            "00:00:03,500 à 00:00:05,000",
            "00:00:03,500 00:00:05,000",
            "00:00:03,500->00:00:05,000",
            "\u{feff}00:00:03.500\u{a0}->\u{a0}00:00:05.000",
            "00:00:03;500 --> 00:00:05;000",
            "00:00:03:500 --> 00:00:05:000",
            "00.00.03,500 -> 00.00.05,000",
            "0:3.5 -> 0:5.0 line:0",
            "00:00:03,500 -> 00:00:05,000 X1:100",
            "00:00:03'500 —> 00:00:05'000",
        ] {
            let meant = times(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((meant.times, meant.sure), (Some((3500, 5000)), true), "{line}");
        }
    }

    #[test]
    fn times_in_brackets_and_after_a_number_are_times() {
        for line in [
            "[00:00:03.500 --> 00:00:05.000]",
            "[00:03.500 --> 00:05.000]",
            "(00:00:03,500 --> 00:00:05,000)",
            "\"00:00:03,500 --> 00:00:05,000\"",
            "**00:00:03,500 --> 00:00:05,000**",
            "1 00:00:03,500 --> 00:00:05,000",
            "1. 00:00:03,500 --> 00:00:05,000",
            "12) 00:00:03,500 --> 00:00:05,000",
            "1: 00:00:03,500 --> 00:00:05,000",
            "1\t00:00:03,500 --> 00:00:05,000",
        ] {
            let meant = times(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((meant.times, meant.sure, meant.beside), (Some((3500, 5000)), true, false), "{line}");
        }
        for line in ["[00:00:03.500 --> 00:00:05.000]  Bonjour.", "[00:03.500 --> 00:05.000] Bonjour."] {
            let meant = times(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((meant.times, meant.beside), (Some((3500, 5000)), true), "{line}");
        }
        for line in [
            "[8:30 - 12:00]",
            "(8:30 → 12:00)",
            "1 8:30 à 12:00",
            "[Le téléphone sonne]",
            "1 > 2",
            "12 h 30 - 14 h",
        ] {
            assert_eq!(times(line), None, "{line}");
        }
    }

    #[test]
    fn pictures_of_a_second_are_no_thousandths() {
        for (line, times) in [
            ("00:00:03:12 --> 00:00:05:00", (3480, 5000)),
            ("00:00:03;12 --> 00:00:05;00", (3480, 5000)),
            ("00:00:03:12 - 00:00:05:00", (3480, 5000)),
            ("00:00:03:29 --> 00:00:05:15", (3966, 5500)),
        ] {
            let meant = super::times(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((meant.times, meant.frames), (Some(times), true), "{line}");
        }
        for line in
            ["00:00:03:500 --> 00:00:05:000", "00:00:03,50 -> 00:00:05,00", "00:00:03:90 --> 00:00:05:00"]
        {
            assert!(super::times(line).is_some_and(|meant| !meant.frames), "{line}");
        }
    }

    #[test]
    fn words_hours_and_telephones_are_no_times() {
        for line in [
            "8:30 - 12:00",
            "8:30–12:00",
            "De 8:30 à 12:00",
            "8:30 à 12:00",
            "9:00 / 12:00",
            "02:98 85 43 00",
            "02.98.85.43.00",
            "Le 12.05.2024 - 13.05.2024",
            "12.05.24 → 13.05.24",
            "192.168.1.1",
            "12 -> 15",
            "3 > 2",
            "Menu -> Réglages",
            "Étape 1 --> Étape 2",
            "00:00:03,500",
            "10:30 -> midi",
            "8:30 → 12:00 le matin",
            "",
        ] {
            assert_eq!(times(line), None, "{line}");
        }
        assert_eq!(times("8:30 → 12:00").map(|meant| meant.sure), Some(false));
    }

    #[test]
    fn an_arrow_between_words_is_no_time() {
        for line in
            ["00:00:xx --> 00:00:04,000", "00:00:01,000 -->", "--> 0:05", "1 00:00:01,000 --> x", "12 --> 15"]
        {
            assert!(has_time(line), "{line}");
        }
        for line in ["Menu --> Réglages", "Étape 1 --> Étape 2", "-->", "oui --> non"] {
            assert!(!has_time(line), "{line}");
        }
    }
}
