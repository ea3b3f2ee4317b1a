//! From the crate's tree to our rules; `None` where words could not follow.

use super::{Day, Days, Parity, Rule, Span, State, Time, When};
use opening_hours_syntax::extended_time::ExtendedTime;
use opening_hours_syntax::rules::day::{
    DaySelector, HolidayKind, MonthdayRange, WeekDayRange, WeekRange, Weekday,
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

/// `SH Mo-Fr` is « on weekdays of the holidays »; the crate gives the same tree as for `SH,Mo-Fr`.
pub fn narrows_holidays(text: &str) -> bool {
    ["PH ", "SH "].iter().any(|holiday| {
        text.match_indices(holiday).any(|(at, found)| {
            let rest = text[at + found.len()..].trim_start();
            ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].iter().any(|day| rest.starts_with(day))
        })
    })
}

pub fn rule(rule: &RuleSequence) -> Option<Rule> {
    if rule.operator == RuleOperator::Fallback {
        return None;
    }
    let state = match rule.kind {
        RuleKind::Closed => State::Closed,
        RuleKind::Unknown => State::Unknown,
        RuleKind::Open => State::Open(rule.time_selector.spans.iter().map(span).collect::<Option<_>>()?),
    };
    let comment = rule.comment.trim();
    Some(Rule {
        when: when(&rule.day_selector)?,
        state,
        comment: (!comment.is_empty()).then(|| comment.to_owned()),
        adds: rule.operator == RuleOperator::Additional,
    })
}

fn span(span: &TimeSpan) -> Option<Span> {
    let time = |time: &CrateTime| match time {
        CrateTime::Fixed(time) => Some(clock(*time)),
        CrateTime::Variable(_) => None,
    };
    if span.repeats.is_some() {
        return None;
    }
    let to = if span.open_end { None } else { Some(time(&span.range.end)?) };
    Some(Span { from: time(&span.range.start)?, to })
}

/// A night ends after midnight: `20:00-08:00` is `20:00-32:00` for the crate.
fn clock(time: ExtendedTime) -> Time {
    let hour = if time.hour() > 24 || time.hour() == 24 && time.minute() > 0 {
        time.hour() - 24
    } else {
        time.hour()
    };
    Time { hour, minute: time.minute() }
}

fn when(days: &DaySelector) -> Option<When> {
    if !days.year.is_empty() {
        return None;
    }
    let months = days.monthday.iter().map(|range| match range {
        MonthdayRange::Month { range, year: None } => {
            Some((i8::try_from(*range.start() as u8).ok()?, i8::try_from(*range.end() as u8).ok()?))
        }
        _ => None,
    });
    let weeks = match &days.week[..] {
        [] => None,
        [week] => Some(parity(week)?),
        _ => return None,
    };
    Some(When {
        months: months.collect::<Option<_>>()?,
        weeks,
        days: days.weekday.iter().map(weekday).collect::<Option<_>>()?,
    })
}

fn parity(week: &WeekRange) -> Option<Parity> {
    let (range, step) = week.into_parts();
    match (**range.start(), **range.end(), step) {
        (1, 51..=53, 2) => Some(Parity::Odd),
        (2, 51..=53, 2) => Some(Parity::Even),
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
