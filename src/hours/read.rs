//! From the crate's tree to our rules; `None` where words could not follow.

use super::{Dates, Day, DayState, Days, HourSpan, HoursRule, Overlay, Parity, TimeOfDay, When, span, tidy};
use jiff::civil::Date;
use opening_hours_syntax::extended_time::ExtendedTime;
use opening_hours_syntax::rules::day::{
    Date as CrateDate, DateOffset, DaySelector, HolidayKind, MonthdayRange, WeekDayRange, WeekRange, Weekday,
};
use opening_hours_syntax::rules::time::{Time as CrateTime, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

/// The first time that no clock shows. The syntax takes `26:00` for two o'clock the next morning; in our files
/// it is always a slip.
pub fn impossible_time(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    // What stands between quotes is a comment.
    let mut quoted = false;
    for (at, byte) in bytes.iter().enumerate() {
        quoted ^= *byte == b'"';
        if *byte != b':' || quoted {
            continue;
        }
        let digit = |b: &&u8| b.is_ascii_digit();
        let before = bytes[..at].iter().rev().take_while(digit).count();
        let after = bytes[at + 1..].iter().take_while(digit).count();
        if before == 0 || after == 0 {
            continue;
        }
        let (hour, minute) = (&text[at - before..at], &text[at + 1..=at + after]);
        let good = match (hour.parse::<u8>(), minute.parse::<u8>()) {
            (Ok(24), Ok(0)) => true,
            (Ok(hour), Ok(minute)) => hour < 24 && minute < 60,
            _ => false,
        };
        if !good {
            return Some(format!("{hour}:{minute}"));
        }
    }
    None
}

/// `SH Mo-Fr` and `Mo-Fr SH` are « on weekdays of the holidays »; the crate gives the same tree as for `SH,Mo-Fr`.
fn narrows_holidays(piece: &str) -> bool {
    let bare = tidy::without_comments(piece);
    let words: Vec<&str> = bare.split(' ').collect();
    let holiday = |word: &str| word.split(',').any(|part| part == "PH" || part == "SH");
    let day = |word: &str| {
        word.split([',', '-', '[']).next().is_some_and(|first| {
            ["mo", "tu", "we", "th", "fr", "sa", "su"].contains(&first.to_lowercase().as_str())
        })
    };
    words.windows(2).any(|two| holiday(two[0]) && day(two[1]) || day(two[0]) && holiday(two[1]))
}

/// The last of the years that a rule names before all else: `2019 Aug off`, `2018-2019 Mo 09:00-12:00`.
pub fn last_year(rule: &RuleSequence) -> Option<i16> {
    let years = rule.day_selector.year.iter();
    years.map(|years| i16::try_from(**years.into_parts().0.end()).unwrap_or(i16::MAX)).max()
}

/// One rule, with the piece of text that says it.
pub fn rule(rule: &RuleSequence, piece: &str) -> Option<HoursRule> {
    if rule.operator == RuleOperator::Fallback || narrows_holidays(piece) || tidy::comments(piece) > 1 {
        return None;
    }
    // The crate takes « Mo-Fr » for all day long; who writes days only says nothing of times.
    let spans = if tidy::has_times(piece) {
        let spans: Vec<HourSpan> = rule.time_selector.spans.iter().map(span).collect::<Option<_>>()?;
        span::joined(&spans)?
    } else {
        Vec::new()
    };
    let comment = rule.comment.trim();
    let comment = (!comment.is_empty()).then(|| comment.to_owned());
    let when = when(&rule.day_selector)?;
    let (state, off) = match rule.kind {
        // « Open », and neither day nor time.
        RuleKind::Open if spans.is_empty() && when == When::default() && comment.is_none() => return None,
        RuleKind::Open => (DayState::Open(spans), Vec::new()),
        RuleKind::Closed if comment.is_some() && !spans.is_empty() => return None,
        RuleKind::Closed if spans == [HourSpan::WHOLE_DAY] => (DayState::Closed, Vec::new()),
        RuleKind::Closed => (DayState::Closed, spans),
        RuleKind::Unknown if !spans.is_empty() => return None,
        RuleKind::Unknown => (DayState::Unknown, Vec::new()),
    };
    let adds = rule.operator == RuleOperator::Additional;
    Some(HoursRule { when, state, off, comment, adds, beside: Overlay::Alone })
}

fn span(span: &TimeSpan) -> Option<HourSpan> {
    let time = |time: &CrateTime| match time {
        CrateTime::Fixed(time) => Some(clock(*time)),
        CrateTime::Variable(_) => None,
    };
    if span.repeats.is_some() {
        return None;
    }
    // `14:00-17:00+` has two ends, of which words would say one.
    if span.open_end && span.range.end != CrateTime::Fixed(ExtendedTime::MIDNIGHT_24) {
        return None;
    }
    let to = if span.open_end { None } else { Some(time(&span.range.end)?) };
    Some(HourSpan { from: time(&span.range.start)?, to })
}

/// A night ends after midnight: `20:00-08:00` is `20:00-32:00` for the crate.
fn clock(time: ExtendedTime) -> TimeOfDay {
    let hour = if time.hour() > 24 || time.hour() == 24 && time.minute() > 0 {
        time.hour() - 24
    } else {
        time.hour()
    };
    TimeOfDay { hour, minute: time.minute() }
}

fn when(days: &DaySelector) -> Option<When> {
    if !days.year.is_empty() {
        return None;
    }
    let mut months = Vec::new();
    let mut dates = Vec::new();
    for range in &days.monthday {
        match range {
            // The whole year is no season.
            MonthdayRange::Month { range, year: None }
                if *range.start() as u8 == 1 && *range.end() as u8 == 12 => {}
            MonthdayRange::Month { range, year: None } => {
                months
                    .push((i8::try_from(*range.start() as u8).ok()?, i8::try_from(*range.end() as u8).ok()?));
            }
            MonthdayRange::Month { range, year: Some(year) } => {
                let first = date(Some(**year), *range.start() as u8, 1)?.0;
                let last = date(Some(**year), *range.end() as u8, 1)?.0?.last_of_month();
                dates.push(Dates::Once(first?, last));
            }
            MonthdayRange::Date { start, end } => dates.push(day_range(start, end)?),
        }
    }
    if dates.iter().any(|dates| matches!(dates, Dates::Once(from, to) if to < from)) {
        return None;
    }
    let weeks = match &days.week[..] {
        [] => None,
        [week] => Some(parity(week)?),
        _ => return None,
    };
    // « The Mondays among these days » : a date and a day of the week, which may not go together.
    let named = days.weekday.iter().map(weekday).collect::<Option<Vec<_>>>()?;
    if weeks.is_some() && !dates.is_empty() || !named.is_empty() && dates.iter().any(Dates::is_one_day) {
        return None;
    }
    Some(When { months, dates, weeks, days: named })
}

/// From a day to another, each year or once.
fn day_range(
    (from, before): &(CrateDate, DateOffset),
    (to, after): &(CrateDate, DateOffset),
) -> Option<Dates> {
    if *before != DateOffset::default() || *after != DateOffset::default() {
        return None;
    }
    let (from, to) = (fixed(from)?, fixed(to)?);
    match (from, to) {
        ((Some(from), _), (Some(to), _)) => Some(Dates::Once(from, to)),
        ((None, from), (None, to)) => Some(Dates::Yearly(from, to)),
        _ => None,
    }
}

type MonthDay = (i8, i8);

fn fixed(day: &CrateDate) -> Option<(Option<Date>, MonthDay)> {
    match day {
        CrateDate::Fixed { year, month, day } => date(year.map(|year| *year), *month as u8, *day),
        _ => None,
    }
}

/// A day that exists; with a year, as a date. `Dec 24+` has a last year that nobody wrote.
fn date(year: Option<i32>, month: u8, day: u8) -> Option<(Option<Date>, MonthDay)> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    // 2024 has all days that a year may have.
    let year_of = i16::try_from(year.unwrap_or(2024)).ok().filter(|year| *year < 9999)?;
    let date = Date::new(year_of, month, day).ok()?;
    Some((year.map(|_| date), (month, day)))
}

fn parity(week: &WeekRange) -> Option<Parity> {
    let (range, step) = week.into_parts();
    match (**range.start(), **range.end(), step) {
        // 2026 has a week 53, and 2024 a week 52: a list that ends before says less than « paires », « impaires ».
        (1, 53, 2) => Some(Parity::Odd),
        (2, 52..=53, 2) => Some(Parity::Even),
        _ => None,
    }
}

fn weekday(range: &WeekDayRange) -> Option<Days> {
    match range {
        WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => Some(Days::PublicHolidays),
        WeekDayRange::Holiday { kind: HolidayKind::School, offset: 0 } => Some(Days::SchoolHolidays),
        WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end } => {
            let (first, last) = (day(*range.start()), day(*range.end()));
            if nth_from_start.iter().chain(nth_from_end).all(|all| *all) {
                return Some(Days::Weekly(first, last));
            }
            if first != last {
                return None;
            }
            // « L'avant-dernier » is said nowhere in our files.
            if nth_from_end[1..].contains(&true) {
                return None;
            }
            let mut ranks: Vec<i8> =
                (1..=5).zip(nth_from_start).filter(|(_, on)| **on).map(|(n, _)| n).collect();
            if nth_from_end[0] {
                ranks.push(-1);
            }
            Some(Days::Monthly(first, ranks))
        }
        _ => None,
    }
}

fn day(day: Weekday) -> Day {
    Day::ALL[day.num_days_from_monday() as usize]
}
