//! Dates as people say them.

use jiff::civil::Date;
use std::fmt;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The days of the week, Monday first.
pub const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// A day in French words: « 1er mai 2025 », « 24 novembre 2026 ».
#[must_use]
pub fn in_words(date: Date) -> String {
    let day = match date.day() {
        1 => "1er".to_owned(),
        other => other.to_string(),
    };
    format!("{day}\u{a0}{}\u{a0}{}", month(date.month()), date.year())
}

/// The two ends of a stretch, without saying twice a year or a month: « 24 » and « 31 décembre 2026 ».
#[must_use]
pub fn between(from: Date, to: Date) -> (String, String) {
    let whole = in_words(from);
    let ends = in_words(to);
    if from.year() != to.year() || from == to {
        return (whole, ends);
    }
    let kept = if from.month() == to.month() { 1 } else { 2 };
    let words: Vec<&str> = whole.split('\u{a0}').take(kept).collect();
    (words.join("\u{a0}"), ends)
}

/// « août »; a number that is no month gives the nearest one.
#[must_use]
pub fn month(number: i8) -> &'static str {
    MONTHS[usize::from(number.unsigned_abs()).clamp(1, 12) - 1]
}

/// A date as sources give it: a year, a month or a day. Sources seldom say more, and we do not guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// « 2019 »
    Year(i16),
    /// « août 2019 »: year, month from 1 to 12.
    Month(i16, i8),
    /// « 24 novembre 2026 »
    Day(Date),
}

impl PartialDate {
    /// Reads `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`; `None` for anything else, or for a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let number = |text: &str, digits: usize| {
            (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| text.parse::<i16>().ok())
                .flatten()
        };
        match parts[..] {
            [y] => Some(Self::Year(number(y, 4)?)),
            [y, m] => {
                let month = i8::try_from(number(m, 2)?).ok()?;
                (1..=12).contains(&month).then_some(Self::Month(number(y, 4)?, month))
            }
            [y, m, d] => {
                let month = i8::try_from(number(m, 2)?).ok()?;
                let day = i8::try_from(number(d, 2)?).ok()?;
                Date::new(number(y, 4)?, month, day).ok().map(Self::Day)
            }
            _ => None,
        }
    }

    /// The last day that this date may mean: what a freshness rule counts from.
    #[must_use]
    pub fn latest(self) -> Date {
        match self {
            Self::Year(year) => Date::constant(year, 12, 31),
            Self::Month(year, month) => Date::constant(year, month, 1).last_of_month(),
            Self::Day(date) => date,
        }
    }

    /// The first day that this date may mean.
    #[must_use]
    pub fn earliest(self) -> Date {
        match self {
            Self::Year(year) => Date::constant(year, 1, 1),
            Self::Month(year, month) => Date::constant(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// In words, with the article left to the sentence: « 2019 », « août 2019 », « 1er mai 2025 ».
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, m) => format!("{}\u{a0}{year}", month(m)),
            Self::Day(date) => in_words(date),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_in_words() {
        assert_eq!(in_words(Date::constant(2025, 5, 1)), "1er\u{a0}mai\u{a0}2025");
        assert_eq!(PartialDate::parse("2019-08").map(PartialDate::in_words), Some("août\u{a0}2019".into()));
    }

    #[test]
    fn a_stretch_says_month_and_year_once() {
        let said = |from, to| {
            let (from, to) = between(from, to);
            format!("{from} – {to}").replace('\u{a0}', " ")
        };
        let day = Date::constant;
        assert_eq!(said(day(2026, 12, 24), day(2026, 12, 31)), "24 – 31 décembre 2026");
        assert_eq!(said(day(2026, 8, 1), day(2026, 9, 2)), "1er août – 2 septembre 2026");
        assert_eq!(said(day(2026, 12, 24), day(2027, 1, 2)), "24 décembre 2026 – 2 janvier 2027");
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        for bad in ["2025-02-30", "2025-13", "12/05/2025", "25", "2025-5-1", ""] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_month_lasts_until_its_last_day() {
        assert_eq!(PartialDate::Month(2024, 2).latest(), Date::constant(2024, 2, 29));
    }
}
