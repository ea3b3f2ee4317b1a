//! Dates as people say them.

use super::fold;
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

/// Whether a word is the name of a month, written as [`fold`] writes it: « aout ».
#[must_use]
pub fn is_month(folded: &str) -> bool {
    matches!(folded, "fevrier" | "aout" | "decembre") || MONTHS.contains(&folded)
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

/// What a date that cannot be read was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeantDate {
    Date(PartialDate),
    /// The month, and its last day.
    NoSuchDay {
        month: PartialDate,
        last: i8,
    },
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

    /// What was meant by a date that is not written as [`Self::parse`] reads it: another order, another sign between its
    /// parts, a month in words; or a day that its month does not have.
    #[must_use]
    pub fn meant(text: &str) -> Option<MeantDate> {
        let text = text.split_once('T').map_or(text, |(day, time)| {
            if time.starts_with(|c: char| c.is_ascii_digit()) { day } else { text }
        });
        let folded = fold(text);
        let parts: Vec<&str> = folded
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty() && !DAYS.contains(part) && *part != "le")
            .collect();
        let year = |part: &str| (part.len() == 4).then(|| part.parse::<i16>().ok()).flatten();
        let day = |part: &str| {
            let part = part.strip_suffix("er").unwrap_or(part);
            part.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
        };
        let month = |part: &str| {
            let named = |number: &i8| part.len() > 3 && fold(month(*number)).starts_with(part);
            part.parse::<i8>().ok().filter(|month| (1..=12).contains(month)).or_else(|| (1..=12).find(named))
        };
        let whole = |y: Option<i16>, m: Option<i8>, d: Option<i8>| {
            let (y, m, d) = (y?, m?, d?);
            let first = Date::new(y, m, 1).ok()?;
            Some(match Date::new(y, m, d) {
                Ok(date) => MeantDate::Date(Self::Day(date)),
                Err(_) => {
                    MeantDate::NoSuchDay { month: Self::Month(y, m), last: first.last_of_month().day() }
                }
            })
        };
        match parts[..] {
            [one] if one.len() == 8 && one.bytes().all(|b| b.is_ascii_digit()) => {
                whole(year(one.get(..4)?), month(one.get(4..6)?), day(one.get(6..)?))
            }
            [y, m] if y.len() == 4 && year(y).is_some() => {
                Some(MeantDate::Date(Self::Month(year(y)?, month(m)?)))
            }
            [m, y] => Some(MeantDate::Date(Self::Month(year(y)?, month(m)?))),
            [y, m, d] if y.len() == 4 => {
                whole(year(y), month(m), day(d)).or_else(|| whole(year(y), month(d), day(m)))
            }
            [d, m, y] if y.len() == 2 && text.contains(['/', '.']) => {
                whole(y.parse::<i16>().ok().map(|y| 2000 + y), month(m), day(d))
            }
            [d, m, y] => whole(year(y), month(m), day(d)).or_else(|| whole(year(y), month(d), day(m))),
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
    fn months_are_known_without_their_accents() {
        assert!(MONTHS.iter().all(|name| is_month(&fold(name))));
        assert!(["mar", "ete", "aoute", "lundi", ""].iter().all(|word| !is_month(word)));
    }

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
    fn a_date_written_otherwise_is_understood() {
        for (text, wanted) in [
            ("24/11/2026", "2026-11-24"),
            ("24.11.2026", "2026-11-24"),
            ("24-11-2026", "2026-11-24"),
            ("24/11/26", "2026-11-24"),
            ("1/3/2026", "2026-03-01"),
            ("2026-1-5", "2026-01-05"),
            ("2026/11/24", "2026-11-24"),
            ("2026\u{2011}11\u{2011}24", "2026-11-24"),
            ("2026–11–24", "2026-11-24"),
            ("2026-24-11", "2026-11-24"),
            ("11/24/2026", "2026-11-24"),
            ("20261124", "2026-11-24"),
            ("24 novembre 2026", "2026-11-24"),
            ("mardi 24 novembre 2026", "2026-11-24"),
            ("le 1er août 2026", "2026-08-01"),
            ("24 nove. 2026", "2026-11-24"),
            ("2026-11-24T10:00:00Z", "2026-11-24"),
            ("11/2026", "2026-11"),
            ("2026-5", "2026-05"),
            ("novembre 2026", "2026-11"),
            ("décembre 2026", "2026-12"),
        ] {
            let found = match PartialDate::meant(text) {
                Some(MeantDate::Date(date)) => date.to_string(),
                other => format!("{other:?}"),
            };
            assert_eq!(found, wanted, "{text}");
        }
        for (text, last) in
            [("2026-11-31", 30), ("2025-02-29", 28), ("30/02/2024", 29), ("31 avril 2026", 30)]
        {
            let found = PartialDate::meant(text);
            assert!(
                matches!(found, Some(MeantDate::NoSuchDay { last: found, .. }) if found == last),
                "{text} {found:?}"
            );
        }
        for text in ["", "hier", "2026-13", "45/45/2026", "25", "2026", "1/2", "novembre", "1.2.3.4"] {
            assert_eq!(PartialDate::meant(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_lasts_until_its_last_day() {
        assert_eq!(PartialDate::Month(2024, 2).latest(), Date::constant(2024, 2, 29));
    }
}
