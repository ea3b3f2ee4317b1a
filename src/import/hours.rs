//! Opening hours: from the shapes of the sources to days and minutes, then to OpenStreetMap's syntax and to words.
//!
//! What is not understood is kept as it is written, and shown so. Three times in a row, « 9 h – 12 h – 17 h »,
//! say nothing sure, and are never guessed.

use super::clean;
use super::people;
use super::words;

/// Minutes since midnight, from and to.
pub type Range = (u16, u16);

/// A week, Monday first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week(pub [Vec<Range>; 7]);

/// What is known of the hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Lines for people.
    pub words: Vec<String>,
    pub osm: Option<String>,
    /// « Sur rendez-vous », day by day.
    pub notes: Vec<String>,
    /// Whether the source gave hours at all.
    pub given: bool,
}

impl Opening {
    /// Whether what the source gave was understood.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        self.osm.is_some()
    }

    fn raw(lines: Vec<String>) -> Self {
        let lines: Vec<String> = lines.into_iter().filter(|line| !people::names_somebody(line)).collect();
        Self { given: true, words: lines, ..Self::default() }
    }

    fn of(week: &Week, osm: String, notes: Vec<String>) -> Self {
        Self { words: words::week(week), osm: Some(osm), notes, given: true }
    }
}

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Reads a string that should be in OpenStreetMap's syntax.
#[must_use]
pub fn from_osm(text: &str) -> Opening {
    let clean = clean::line(text);
    if clean.is_empty() {
        return Opening::default();
    }
    let mended = with_colons(&clean);
    if let Some((week, holidays)) = week_of(&mended)
        && is_sound(&mended)
    {
        if week == Week::default() {
            return Opening::raw(clean::lines(text));
        }
        return Opening::of(
            &week,
            osm_of(&week, holidays),
            if holidays { vec![words::closed_on_holidays()] } else { Vec::new() },
        );
    }
    let mut raw = Opening::raw(clean::lines(text));
    // Sound, and beyond what we put into words: months, weeks, sunrise.
    if is_sound(&clean)
        && DAYS.iter().any(|day| clean.contains(day))
        && clean.bytes().any(|b| b.is_ascii_digit())
    {
        raw.osm = Some(clean);
    }
    raw
}

/// Whether the specialised library takes it, and no time is beyond the day.
fn is_sound(osm: &str) -> bool {
    opening_hours_syntax::parse(osm).is_ok() && !has_impossible_time(osm)
}

fn has_impossible_time(osm: &str) -> bool {
    osm.match_indices(':').any(|(at, _)| {
        let hour: String = osm[..at].chars().rev().take_while(char::is_ascii_digit).collect();
        let hour: String = hour.chars().rev().collect();
        let minute: String = osm[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        match (hour.parse::<u16>(), minute.parse::<u16>()) {
            (Ok(h), Ok(m)) => m > 59 || h * 60 + m > 24 * 60,
            _ => true,
        }
    })
}

/// « 9h-12h30 » in an otherwise sound string.
fn with_colons(text: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if (c == 'h' || c == 'H') && (1..=2).contains(&digits.len()) {
            out.push_str(&format!("{digits:0>2}:"));
            digits.clear();
            let mut minutes = String::new();
            while minutes.len() < 2 && chars.peek().is_some_and(char::is_ascii_digit) {
                minutes.extend(chars.next());
            }
            out.push_str(&format!("{minutes:0<2}"));
            continue;
        }
        if c == ':' && digits.len() == 1 {
            out.push('0');
        }
        out.push_str(&digits);
        digits.clear();
        out.push(c);
    }
    out + &digits
}

/// The part of the syntax that directories use: days, ranges and lists of days, times, `off`, `PH off`.
/// A later rule replaces an earlier one for the same day. Also whether it is closed on public holidays.
fn week_of(osm: &str) -> Option<(Week, bool)> {
    let mut week = Week::default();
    let mut holidays = false;
    for rule in osm.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (days, times) = rule.split_once(' ').unwrap_or((rule, "off"));
        if days.eq_ignore_ascii_case("PH") && times.eq_ignore_ascii_case("off") {
            holidays = true;
            continue;
        }
        let days = days_of(days)?;
        let ranges = if ["off", "closed"].contains(&times.trim()) { Vec::new() } else { ranges_of(times)? };
        if rule.split_once(' ').is_none() {
            return None;
        }
        for day in days {
            week.0[day].clone_from(&ranges);
        }
    }
    Some((week, holidays))
}

fn days_of(text: &str) -> Option<Vec<usize>> {
    let day = |name: &str| DAYS.iter().position(|known| *known == name);
    let mut out = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            None => out.push(day(part)?),
            Some((from, to)) => {
                let (from, to) = (day(from)?, day(to)?);
                let last = if to < from { to + 7 } else { to };
                out.extend((from..=last).map(|at| at % 7));
            }
        }
    }
    Some(out)
}

fn ranges_of(text: &str) -> Option<Vec<Range>> {
    let mut out: Vec<Range> = Vec::new();
    for part in text.split(',') {
        let (from, to) = part.trim().split_once('-')?;
        let (from, to) = (minutes(from.trim())?, minutes(to.trim())?);
        if from >= to || out.last().is_some_and(|(_, last)| from < *last) {
            return None;
        }
        out.push((from, to));
    }
    Some(out)
}

fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
}

fn osm_of(week: &Week, holidays: bool) -> String {
    let mut rules: Vec<String> = Vec::new();
    let mut done = [false; 7];
    for first in 0..7 {
        if done[first] || week.0[first].is_empty() {
            continue;
        }
        let same: Vec<usize> = (first..7).filter(|day| week.0[*day] == week.0[first]).collect();
        for day in &same {
            done[*day] = true;
        }
        let times: Vec<String> =
            week.0[first].iter().map(|(a, b)| format!("{}-{}", clock(*a), clock(*b))).collect();
        rules.push(format!("{} {}", runs(&same), times.join(",")));
    }
    if holidays {
        rules.push("PH off".to_owned());
    }
    rules.join("; ")
}

/// `Mo-We,Fr`
fn runs(days: &[usize]) -> String {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < days.len() {
        let mut end = at;
        while end + 1 < days.len() && days[end + 1] == days[end] + 1 {
            end += 1;
        }
        parts.push(match end - at {
            0 => DAYS[days[at]].to_owned(),
            1 => format!("{},{}", DAYS[days[at]], DAYS[days[end]]),
            _ => format!("{}-{}", DAYS[days[at]], DAYS[days[end]]),
        });
        at = end + 1;
    }
    parts.join(",")
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// What the cell of one day says.
#[derive(Debug, PartialEq, Eq)]
enum Day {
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
    let days: Vec<Day> = cells.iter().map(|cell| day_of(cell)).collect();
    if days.iter().all(|day| *day == Day::Empty) {
        return Opening::default();
    }
    let mut week = Week::default();
    let mut notes = Vec::new();
    for (at, day) in days.iter().enumerate() {
        match day {
            Day::Open(ranges) => week.0[at].clone_from(ranges),
            Day::Appointment(ranges) => {
                week.0[at].clone_from(ranges);
                notes.push(at);
            }
            Day::Empty | Day::Closed | Day::Unknown => {}
        }
    }
    let notes = words::by_appointment(&notes);
    // Half a week in the syntax would say that the other half is closed.
    if days.contains(&Day::Unknown) {
        let lines = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(at, cell)| words::day_raw(at, cell));
        return Opening::raw(lines.collect());
    }
    if week == Week::default() {
        let closed = days.iter().any(|day| *day == Day::Closed) && notes.is_empty();
        return Opening { given: !closed, notes, ..Opening::default() };
    }
    let osm = osm_of(&week, false);
    if is_sound(&osm) { Opening::of(&week, osm, notes) } else { Opening::raw(cells) }
}

/// Reads days and times that the source already keeps apart.
#[must_use]
pub fn from_week(week: &Week, notes: Vec<String>) -> Opening {
    let osm = osm_of(week, false);
    if *week == Week::default() || !is_sound(&osm) {
        return Opening { notes, ..Opening::default() };
    }
    Opening::of(week, osm, notes)
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
        [Token::Time(minutes)] => Some(*minutes),
        _ => None,
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Time(u16),
    Appointment,
}

fn day_of(cell: &str) -> Day {
    let folded = crate::text::fold(cell);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return Day::Empty;
    }
    if ["ferme", "fermee", "fermeture", "closed", "off", "neant", "non", "ras", "x", "0"].contains(&bare) {
        return Day::Closed;
    }
    let Some(tokens) = tokens(bare) else { return Day::Unknown };
    let times: Vec<u16> =
        tokens.iter().filter_map(|t| if let Token::Time(m) = t { Some(*m) } else { None }).collect();
    let appointment = tokens.contains(&Token::Appointment);
    let ordered = times.windows(2).all(|pair| pair[0] < pair[1]);
    // From and to, once or twice or three times; anything else would have to be guessed.
    if times.len() % 2 != 0 || !ordered || times.len() > 6 {
        return Day::Unknown;
    }
    let ranges = times.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    match (times.is_empty(), appointment) {
        (true, true) => Day::Appointment(Vec::new()),
        (true, false) => Day::Unknown,
        (false, true) => Day::Appointment(ranges),
        (false, false) => Day::Open(ranges),
    }
}

/// Times and what stands between them; `None` when a word has another meaning.
fn tokens(folded: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let chars: Vec<char> = folded.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if c.is_ascii_digit() {
            let (minutes, next) = time_at(&chars, at)?;
            out.push(Token::Time(minutes));
            at = next;
        } else if c.is_alphabetic() {
            let end = (at..chars.len()).find(|i| !chars[*i].is_alphabetic()).unwrap_or(chars.len());
            let word: String = chars[at..end].iter().collect();
            match word.as_str() {
                "a" | "de" | "et" | "puis" | "au" | "matin" | "apres" | "midi" | "sur" | "avec" | "prise"
                | "uniquement" => {}
                "rdv" | "rendez" | "vous" => {
                    if out.last() != Some(&Token::Appointment) {
                        out.push(Token::Appointment);
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

    fn osm(text: &str) -> Option<String> {
        from_osm(text).osm
    }

    fn monday(cell: &str) -> Opening {
        let mut cells: [Option<String>; 7] = Default::default();
        cells[0] = Some(cell.to_owned());
        from_days(&cells)
    }

    #[test]
    fn the_syntax_of_directories_is_read_and_said() {
        let opening = from_osm("Mo-Fr 09:00-12:00,13:30-17:30; Tu 09:00-12:00,14:30-17:30; Sa off");
        assert_eq!(
            opening.osm.as_deref(),
            Some("Mo,We-Fr 09:00-12:00,13:30-17:30; Tu 09:00-12:00,14:30-17:30")
        );
        assert!(opening.words[0].starts_with("Lundi"), "{:?}", opening.words);
        assert_eq!(osm("Mo 9h-12h30").as_deref(), Some("Mo 09:00-12:30"));
        assert_eq!(osm("Mo 09:00-12:00; PH off").as_deref(), Some("Mo 09:00-12:00; PH off"));
    }

    #[test]
    fn what_is_not_understood_is_kept_as_written() {
        for text in [
            "Mo 12:00-13:30-17:00",
            "Mo 09:00",
            "Mo 25:00-26:00",
            "Mo 09:70-12:00",
            "Horaires : du lundi au vendredi",
            "???",
        ] {
            let opening = from_osm(text);
            assert_eq!((opening.osm, opening.words), (None, vec![text.to_owned()]), "{text}");
        }
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
        ] {
            assert_eq!(monday(cell).osm.as_deref(), Some("Mo 09:00-12:00,13:30-17:00"), "{cell}");
        }
        assert_eq!(monday("-"), Opening::default());
        assert!(!monday("fermé").given);
        let asked = monday("9h-12h sur RDV");
        assert_eq!((asked.osm.as_deref(), asked.notes.len()), (Some("Mo 09:00-12:00"), 1));
        assert_eq!(monday("sur rendez-vous").notes.len(), 1);
    }

    #[test]
    fn cells_that_would_have_to_be_guessed_are_shown_raw() {
        for cell in [
            "09:00-12:00-17:00",
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
