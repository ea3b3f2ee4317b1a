//! Opening hours: from the shapes of the sources to days and minutes, then to OpenStreetMap's syntax and to words.
//!
//! What is not understood is kept as it is written, and shown so. Three times in a row, « 9 h – 12 h – 17 h »,
//! say nothing sure, and are never guessed.

use super::clean;
use super::people;
use super::week::{ImportedWeek, Range};
use super::words;
use crate::hours;
use crate::text::{DAYS as DAY_NAMES, is_month};

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
    /// Whether days and times were read, all of them.
    pub read: bool,
    /// What was not, for the list.
    pub told: Option<String>,
}

impl Opening {
    /// Whether what the source gave was understood.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        self.read
    }

    /// Words and comments are shown together; a program must not take the hours for the whole truth.
    pub(super) fn keep_words_only(&mut self) {
        // What has no words of its own has them in the syntax.
        if !self.words.is_empty() {
            self.osm = None;
        }
    }

    pub(super) fn raw(lines: Vec<String>) -> Self {
        let lines: Vec<String> = lines.into_iter().filter(|line| !people::names_somebody(line)).collect();
        let is_unclear = lines.iter().any(|line| hours::unclear(line).is_some());
        let told = is_unclear.then(|| lines.join(" ; "));
        Self { given: true, words: lines, told, ..Self::default() }
    }

    /// Lines that would have to be guessed, for the page and for the list.
    pub(super) fn as_written(lines: Vec<String>) -> Self {
        let mut opening = Self::raw(lines);
        opening.told = Some(opening.words.join(" ; ")).filter(|told| !told.is_empty());
        opening
    }

    pub(super) fn of(week: &ImportedWeek, osm: String, notes: Vec<String>) -> Self {
        Self { words: words::week(week), osm: Some(osm), notes, given: true, read: true, told: None }
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
    // The same reading as for what people write by hand: what it cannot say, no sheet says either.
    let said = hours::Hours::parse(&with_colons(&clean)).ok().filter(|hours| !hours.rules.is_empty());
    let Some(said) = said.filter(|hours| opens_on_a_day(hours, &clean)) else {
        return Opening::raw(clean::lines(text));
    };
    // The simplest weeks have their words in the sheet, for who edits it.
    if let Some((week, holidays)) =
        week_of(said.tidied()).filter(|(week, _)| *week != ImportedWeek::default())
    {
        let notes = if holidays { vec![words::closed_on_holidays()] } else { Vec::new() };
        return Opening::of(&week, osm_of(&week, holidays), notes);
    }
    Opening { given: true, read: true, osm: Some(said.tidied().to_owned()), ..Opening::default() }
}

/// Whether it names a day, and is open on one; a cell of mere times may be about some days only.
fn opens_on_a_day(said: &hours::Hours, text: &str) -> bool {
    let named = text.contains("24/7") || said.rules.iter().any(|rule| !rule.when.days.is_empty());
    named && said.rules.iter().any(|rule| matches!(rule.state, hours::DayState::Open(_)))
}

/// Whether the specialised library takes it, and no time is beyond the day.
pub(super) fn is_sound(osm: &str) -> bool {
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
fn week_of(osm: &str) -> Option<(ImportedWeek, bool)> {
    let mut week = ImportedWeek::default();
    let mut holidays = false;
    for rule in osm.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (days, times) = rule.split_once(' ')?;
        if days.eq_ignore_ascii_case("PH") && times.eq_ignore_ascii_case("off") {
            holidays = true;
            continue;
        }
        let days = days_of(days)?;
        let ranges = if ["off", "closed"].contains(&times.trim()) { Vec::new() } else { ranges_of(times)? };
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

pub(super) fn osm_of(week: &ImportedWeek, holidays: bool) -> String {
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

/// Whether a comment may say that the hours are not those of each week: « fermé en août », « un lundi sur deux »,
/// « sur rendez-vous ». Where a service goes on its round is no such thing: « le 3e jeudi du mois à Pencran ».
#[must_use]
pub fn narrows(comment: &str) -> bool {
    comment.split(['.', ';', '!', '\n']).any(|sentence| {
        let folded = crate::text::fold(sentence);
        let limits = folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| LIMITS.iter().any(|stem| word.starts_with(stem)))
            || ["sur deux", "1/2", "quinzaine", "semaine paire", "semaines paires"]
                .iter()
                .any(|words| folded.contains(words));
        let is_timed = folded.split(|c: char| !c.is_alphanumeric()).any(|word| {
            let hour = word.split_once('h').map_or("", |(hour, _)| hour);
            is_of_the_calendar(word)
                || (1..=2).contains(&hour.len()) && hour.bytes().all(|b| b.is_ascii_digit())
        });
        limits || is_timed && !names_a_place(sentence)
    })
}

/// Beginnings of words that narrow what is said beside them.
const LIMITS: [&str; 25] = [
    "ferme",
    "sauf",
    "uniquement",
    "seulement",
    "exclusivement",
    "rendez",
    "rdv",
    "vacance",
    "conge",
    "ferie",
    "alterna",
    "impair",
    "scolaire",
    "ponctuel",
    "variab",
    "provisoire",
    "temporaire",
    "excep",
    "horaire",
    "ouvert",
    "ouvre",
    "hors",
    "selon",
    "suspen",
    "reserv",
];

/// Whether a word is of a day, a month or a season; « mar. » is Tuesday.
fn is_of_the_calendar(word: &str) -> bool {
    let one = word.trim_end_matches('s');
    [word, one].iter().any(|word| is_month(word))
        || DAY_NAMES.contains(&one)
        || ["mar", "semaine", "moi", "matin", "midi", "ete", "hiver"].contains(&one)
}

/// « à Pencran », « au Faou »: a capital after those words.
fn names_a_place(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.windows(2).any(|two| {
        ["à", "a", "au", "aux", "À", "sur", "de"].contains(&two[0]) && two[1].starts_with(char::is_uppercase)
    })
}

/// Reads days and times that the source already keeps apart.
#[must_use]
pub fn from_week(week: &ImportedWeek, notes: Vec<String>) -> Opening {
    let osm = osm_of(week, false);
    if *week == ImportedWeek::default() || !is_sound(&osm) {
        return Opening { notes, ..Opening::default() };
    }
    Opening::of(week, osm, notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn osm(text: &str) -> Option<String> {
        from_osm(text).osm
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
    fn a_comment_may_narrow_the_hours() {
        for comment in [
            "Ouvert un lundi sur deux",
            "Fermé en août",
            "Fermé en août à Landerneau",
            "Sur rendez-vous le mardi",
            "Uniquement sur RDV",
            "Les semaines paires",
            "Semaines impaires uniquement",
            "Sauf le mercredi",
            "Fermé pendant les vacances scolaires",
            "Le 1er mardi du mois",
            "De 9h à 12h en juillet",
            "Lieu accessible. Fermé le jeudi.",
        ] {
            assert!(narrows(comment), "{comment}");
        }
        for comment in [
            "Le 3e jeudi du mois à Pencran",
            "Tous les mardis au Faou",
            "Entrée par la cour",
            "Accès par la mairie, au 1er étage",
            "Prévoir une pièce d’identité",
            "Parking à côté",
        ] {
            assert!(!narrows(comment), "{comment}");
        }
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
}
