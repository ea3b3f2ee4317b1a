//! One cell a day, in the hundreds of shapes that people type.
//!
//! Times must go two by two, from and to; three in a row say nothing sure, and are never guessed.

use super::clean;
use super::hours::{Opening, is_sound, osm_of};
use super::week::{ImportedWeek, Range};
use super::words;

/// What the cell of one day says.
#[derive(Debug, PartialEq, Eq)]
enum DayCell {
    Empty,
    Closed,
    Open(Vec<Range>),
    /// Times, or nothing, « sur rendez-vous ».
    Appointment(Vec<Range>),
    Unknown,
}

/// Reads one cell a day, Monday first; `None` where the source has no such column.
#[must_use]
pub fn from_days(cells: &[Option<String>; 7]) -> Opening {
    let cells: Vec<String> =
        cells.iter().map(|cell| cell.as_deref().map(clean::line).unwrap_or_default()).collect();
    let days: Vec<DayCell> = cells.iter().map(|cell| day_of(cell)).collect();
    if days.iter().all(|day| *day == DayCell::Empty) {
        return Opening::default();
    }
    let mut week = ImportedWeek::default();
    let mut notes = Vec::new();
    for (at, day) in days.iter().enumerate() {
        match day {
            DayCell::Open(ranges) => week.0[at].clone_from(ranges),
            DayCell::Appointment(ranges) => {
                week.0[at].clone_from(ranges);
                notes.push(at);
            }
            DayCell::Empty | DayCell::Closed | DayCell::Unknown => {}
        }
    }
    let notes = words::by_appointment(&notes);
    // Half a week in the syntax would say that the other half is closed.
    if days.contains(&DayCell::Unknown) {
        let lines = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(at, cell)| words::day_raw(at, cell));
        return Opening::raw(lines.collect());
    }
    if week == ImportedWeek::default() {
        let closed = days.contains(&DayCell::Closed) && notes.is_empty();
        return Opening { given: !closed, notes, ..Opening::default() };
    }
    let osm = osm_of(&week, false);
    if !is_sound(&osm) {
        return Opening::raw(cells);
    }
    let mut opening = Opening::of(&week, osm, notes);
    // « Sur rendez-vous » is said beside the words; the syntax alone would say that anybody may come.
    if !opening.notes.is_empty() {
        opening.keep_words_only();
    }
    opening
}

/// Days by their French name, folded; Monday is 0.
#[must_use]
pub fn day_named(name: &str) -> Option<usize> {
    let name = crate::text::fold(name.trim());
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        .iter()
        .position(|day| *day == name)
}

/// A time alone: `09:00:00`, « 9h30 ».
#[must_use]
pub fn time(text: &str) -> Option<u16> {
    match tokens(&crate::text::fold(text))?.as_slice() {
        [CellToken::Time(minutes)] => Some(*minutes),
        _ => None,
    }
}

#[derive(Debug, PartialEq, Eq)]
enum CellToken {
    Time(u16),
    Appointment,
}

fn day_of(cell: &str) -> DayCell {
    let folded = crate::text::fold(cell);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return DayCell::Empty;
    }
    if ["ferme", "fermee", "fermeture", "closed", "off", "neant", "non", "ras", "x", "0"].contains(&bare) {
        return DayCell::Closed;
    }
    let Some(tokens) = tokens(bare) else { return DayCell::Unknown };
    let times: Vec<u16> =
        tokens.iter().filter_map(|t| if let CellToken::Time(m) = t { Some(*m) } else { None }).collect();
    let appointment = tokens.contains(&CellToken::Appointment);
    // From and to, once or twice or three times; anything else would have to be guessed.
    if !times.len().is_multiple_of(2) || times.len() > 8 {
        return DayCell::Unknown;
    }
    // « 00:00 - 00:00 » is an empty cell of some form.
    let mut ranges: Vec<Range> =
        times.chunks(2).map(|pair| (pair[0], pair[1])).filter(|range| *range != (0, 0)).collect();
    ranges.sort_unstable();
    ranges.dedup();
    let sound =
        ranges.iter().all(|(from, to)| from < to) && ranges.windows(2).all(|pair| pair[0].1 <= pair[1].0);
    if !sound {
        return DayCell::Unknown;
    }
    if ranges.is_empty() && !times.is_empty() {
        return if appointment { DayCell::Appointment(ranges) } else { DayCell::Closed };
    }
    match (times.is_empty(), appointment) {
        (true, true) => DayCell::Appointment(Vec::new()),
        (true, false) => DayCell::Unknown,
        (false, true) => DayCell::Appointment(ranges),
        (false, false) => DayCell::Open(ranges),
    }
}

/// Times and what stands between them; `None` when a word has another meaning.
fn tokens(folded: &str) -> Option<Vec<CellToken>> {
    let mut out = Vec::new();
    let chars: Vec<char> = folded.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if c.is_ascii_digit() {
            let (minutes, next) = time_at(&chars, at)?;
            out.push(CellToken::Time(minutes));
            at = next;
        } else if c.is_alphabetic() {
            let end = (at..chars.len()).find(|i| !chars[*i].is_alphabetic()).unwrap_or(chars.len());
            let word: String = chars[at..end].iter().collect();
            match word.as_str() {
                "a" | "de" | "et" | "puis" | "au" | "matin" | "apres" | "midi" | "sur" | "avec" | "prise"
                | "uniquement" => {}
                "rdv" | "rendez" | "vous" => {
                    if out.last() != Some(&CellToken::Appointment) {
                        out.push(CellToken::Appointment);
                    }
                }
                _ => return None,
            }
            at = end;
        } else if " -/,;.:&|()\u{a0}".contains(c) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(out)
}

/// `9`, `9h`, `9h30`, `09:00`, `09:00:00`, `9.30`, « 08 h 30 »: the minutes, and where it ends.
fn time_at(chars: &[char], start: usize) -> Option<(u16, usize)> {
    let number = |from: usize| {
        let end = (from..chars.len()).find(|i| !chars[*i].is_ascii_digit()).unwrap_or(chars.len());
        let digits: String = chars[from..end].iter().collect();
        (digits, end)
    };
    let skip = |from: usize| (from..chars.len()).find(|i| chars[*i] != ' ').unwrap_or(chars.len());
    let (hour, mut at) = number(start);
    if hour.len() > 2 {
        return None;
    }
    let hour: u16 = hour.parse().ok()?;
    let mut minute = 0;
    let sign = skip(at);
    let is_h = chars.get(sign) == Some(&'h') && !chars.get(sign + 1).is_some_and(|c| c.is_alphabetic());
    let is_mark = sign == at && matches!(chars.get(at), Some(':' | '.'));
    if is_h || is_mark {
        let after = sign + 1;
        let from = if is_h { skip(after) } else { after };
        let (digits, end) = number(from);
        let more_hours = is_h && matches!(chars.get(skip(end)), Some('h'));
        if digits.len() == 2 && !more_hours {
            minute = digits.parse().ok()?;
            at = end;
        } else if is_mark {
            return None;
        } else {
            at = after;
        }
        // Seconds.
        if chars.get(at) == Some(&':') {
            let (digits, end) = number(at + 1);
            if digits.len() == 2 {
                at = end;
            }
        }
    }
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some((hour * 60 + minute, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday(cell: &str) -> Opening {
        let mut cells: [Option<String>; 7] = Default::default();
        cells[0] = Some(cell.to_owned());
        from_days(&cells)
    }

    #[test]
    fn the_cells_of_days_are_read_in_the_shapes_of_real_files() {
        for cell in [
            "09:00 - 12:00 / 13:30 - 17:00",
            "9h-12h/13h30-17h",
            "9h/12h - 13h30/17h",
            "09 h à 12 h - 13 h 30 à 17 h",
            "de 9h00 à 12h00 et de 13h30 à 17h00",
            "9-12 / 13:30-17",
            "09:00:00-12:00:00 13:30:00-17:00:00",
            "09:00-12:00-13:30-17:00",
            "9.00-12.00, 13.30-17.00",
            "00:00 - 00:00 / 13:30 - 17:00 / 09:00 - 12:00",
        ] {
            assert_eq!(monday(cell).osm.as_deref(), Some("Mo 09:00-12:00,13:30-17:00"), "{cell}");
        }
        assert_eq!(monday("-"), Opening::default());
        assert!(!monday("fermé").given);
        let asked = monday("9h-12h sur RDV");
        assert_eq!((asked.osm.as_deref(), asked.notes.len(), asked.read), (None, 1, true));
        assert_eq!(asked.words, ["Lundi : de 9 h à 12 h."]);
        assert_eq!(monday("sur rendez-vous").notes.len(), 1);
    }

    #[test]
    fn cells_that_would_have_to_be_guessed_are_shown_raw() {
        for cell in [
            "09:00-12:00-17:00",
            "08:30 - 17:30 / 08:30 - 12:30",
            "9h",
            "25:00-26:00",
            "24:30 - 25:00",
            "un lundi sur deux 9h-12h",
            "17h-9h",
            "9h-12h à la mairie",
        ] {
            let opening = monday(cell);
            assert!(opening.osm.is_none() && opening.given, "{cell}");
            assert!(opening.words[0].contains(cell), "{cell}: {:?}", opening.words);
        }
    }
}
