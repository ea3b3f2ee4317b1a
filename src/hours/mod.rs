//! Opening hours in OpenStreetMap's syntax, read by the `opening-hours-syntax` crate into the small part of it
//! that can be said in French words.
//!
//! `Mo-Fr 09:00-12:00,13:30-17:00; PH off` is what imports and exports speak; people read words. What the syntax
//! allows and words cannot say well (sunrise, offsets, fallbacks) keeps its raw text: [`Hours::rules`] is empty.
//! What is not in the syntax at all is a [`Fault`]: `T-T-T`, `25:00`, prose.

#[cfg(test)]
#[path = "tests/oracle.rs"]
mod oracle;
mod read;
mod sound;
mod span;
mod tidy;
mod unclear;
mod week;

pub use unclear::{Unclear, unclear};
pub use week::{Day, DaySaid, DayState, PUBLIC, SCHOOL, Week, is_open};

use jiff::civil::Date;

/// Hours that are written in the syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    raw: String,
    tidied: String,
    /// In their author's order; empty when words cannot say them.
    pub rules: Vec<HoursRule>,
    /// Why words cannot say them, or should not.
    pub doubt: Option<Doubt>,
}

/// Why hours that are in the syntax are shown as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Words cannot follow, or would say more or less.
    Beyond,
    /// A stretch that ends when it begins: `14:00-14:00`.
    NoLength(String),
    /// A rule that a later one replaces, on all its days or on some that nobody would look for.
    Undone { rule: String, by: String, repair: Option<String> },
}

/// One part of the text, between semicolons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursRule {
    pub when: When,
    pub state: DayState,
    /// With `off`: closed at these times only.
    pub off: Vec<HourSpan>,
    /// What the author put between double quotes: « sur rendez-vous ».
    pub comment: Option<String>,
    /// It adds to the rules before it instead of replacing them for its days.
    pub adds: bool,
    pub beside: Overlay,
}

/// What hours of some weeks or seasons do to the hours of each week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// There are none on these days, or what is said says all.
    Alone,
    /// They replace them: « de 14 h à 16 h seulement ».
    Instead,
    /// They are more: « aussi de 14 h à 16 h ».
    AsWell,
}

/// Which days a rule speaks of; nothing at all means every day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// First and last month, from 1 to 12.
    pub months: Vec<(i8, i8)>,
    pub dates: Vec<Dates>,
    pub weeks: Option<Parity>,
    pub days: Vec<Days>,
}

/// From one date to another; the same twice for one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// Month and day, every year.
    Yearly((i8, i8), (i8, i8)),
    Once(Date, Date),
}

impl Dates {
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        match self {
            Self::Yearly(from, to) => from == to,
            Self::Once(from, to) => from == to,
        }
    }
}

/// Every other week, by its number in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parity {
    Odd,
    Even,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Days {
    /// From one day of the week to another.
    Weekly(Day, Day),
    /// « le 1er mardi du mois »: the ranks, from 1 to 5; -1 is the last.
    Monthly(Day, Vec<i8>),
    PublicHolidays,
    SchoolHolidays,
}

/// A stretch of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourSpan {
    pub from: TimeOfDay,
    /// None when nobody says until when: `14:00+`.
    pub to: Option<TimeOfDay>,
}

/// A time of the day, up to 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay {
    pub hour: u8,
    pub minute: u8,
}

/// Why a text is not hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursFault {
    /// A time that no clock shows: `25:00`.
    NoSuchTime(String),
    /// Another syntax, or prose.
    NotHours,
}

impl Hours {
    /// Reads a text in OpenStreetMap's syntax.
    ///
    /// # Errors
    /// When the text is not in the syntax, or holds a time that does not exist.
    pub fn parse(text: &str) -> Result<Self, HoursFault> {
        let raw = text.trim().to_owned();
        if let Some(time) = read::impossible_time(&raw) {
            return Err(HoursFault::NoSuchTime(time));
        }
        // An empty text is « always open » for the crate.
        if raw.is_empty() {
            return Err(HoursFault::NotHours);
        }
        let tidied = tidy::tidy(&raw);
        let expression = opening_hours_syntax::parse(&tidied).map_err(|_| HoursFault::NotHours)?;
        let (rules, doubt) = match sound::read(&expression.rules, &tidy::pieces(&tidied)) {
            Ok(rules) => (rules, None),
            Err(doubt) => (Vec::new(), Some(doubt)),
        };
        Ok(Self { raw, tidied, rules, doubt })
    }

    /// The text, as it was written.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The same hours as other programs read them all alike, without stray spaces.
    #[must_use]
    pub fn tidied(&self) -> &str {
        &self.tidied
    }

    /// Whether its author can have meant what other programs read in it.
    #[must_use]
    pub fn is_meant(&self) -> bool {
        matches!(self.doubt, None | Some(Doubt::Beyond))
    }

    /// The stretches of a text that says times and no day: `09:00-12:00,14:00-17:00`.
    #[must_use]
    pub fn times(&self) -> Option<&[HourSpan]> {
        match &self.rules[..] {
            [HoursRule { when, state: DayState::Open(spans), comment: None, .. }]
                if *when == When::default() && !spans.is_empty() =>
            {
                Some(spans)
            }
            _ => None,
        }
    }

    /// Whether it names days and no time: `Tu[1]`, `Mo,We`.
    #[must_use]
    pub fn is_days_only(&self) -> bool {
        !self.rules.is_empty()
            && self.rules.iter().all(|rule| {
                !rule.when.days.is_empty() && matches!(&rule.state, DayState::Open(spans) if spans.is_empty())
            })
    }

    /// The same days with other times.
    #[must_use]
    pub fn with_times(mut self, times: &[HourSpan]) -> Self {
        for rule in &mut self.rules {
            rule.state = DayState::Open(times.to_vec());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<HoursRule> {
        Hours::parse(text).unwrap().rules
    }

    #[test]
    fn what_real_files_hold_is_read() {
        for text in [
            "Mo-Fr 09:00-12:00,13:30-17:00",
            "Mo,We 09:00-12:00; Sa off",
            "24/7",
            "Mo-Fr 08:30-19:00; PH off",
            "Tu[1] 09:00-12:00",
            "Apr-Oct Mo-Fr 09:00-12:00",
            "week 01-53/2 Mo 09:00-12:00",
            "Mo 14:00+",
            "Mo-Fr 09:00-12:00 \"sur rendez-vous\"",
        ] {
            assert!(!rules(text).is_empty(), "{text}");
        }
        let first = &rules("Tu[1,3] 09:00-12:00")[0];
        assert_eq!(first.when.days, [Days::Monthly(Day::Tuesday, vec![1, 3])]);
        assert_eq!(rules("Th[-1] 09:00-12:00")[0].when.days, [Days::Monthly(Day::Thursday, vec![-1])]);
        assert_eq!(rules("week 02-52/2 Mo 09:00-12:00")[0].when.weeks, Some(Parity::Even));
        let commented = &rules("Mo-Fr 09:00-12:00 \"sur rendez-vous\"")[0];
        assert_eq!(commented.comment.as_deref(), Some("sur rendez-vous"));
    }

    #[test]
    fn what_words_cannot_say_keeps_its_raw_text() {
        for text in [
            "Mo sunrise-sunset",
            "SH Mo-Fr 09:00-12:00",
            "easter off",
            "2026 Mo 09:00-12:00",
            "Mo 09:00-12:00 || \"appelez\"",
        ] {
            let hours = Hours::parse(text).unwrap();
            assert!(hours.rules.is_empty() && hours.raw() == text, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for (text, time) in
            [("Mo 09:00-25:00", "25:00"), ("Mo 9:61-12:00", "9:61"), ("Mo 24:30-25:00", "24:30")]
        {
            assert_eq!(Hours::parse(text), Err(HoursFault::NoSuchTime(time.to_owned())), "{text}");
        }
        for text in
            ["T-T-T", "", "lundi matin", "09:00", "Mo 12:00-13:30-17:00", "9h-12h30", "Mo 09:00-12:00;;"]
        {
            assert_eq!(Hours::parse(text), Err(HoursFault::NotHours), "{text}");
        }
    }

    #[test]
    fn days_and_times_can_be_told_apart() {
        assert!(Hours::parse("Tu[1]").unwrap().is_days_only());
        assert!(!Hours::parse("Tu[1] 09:00-12:00").unwrap().is_days_only());
        assert_eq!(Hours::parse("09:00-12:00").unwrap().times().map(<[HourSpan]>::len), Some(1));
        assert_eq!(Hours::parse("Mo 09:00-12:00").unwrap().times(), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[A-Za-z0-9:,;+\\-/\\[\\]\"() |é]{0,60}") {
            let _ = Hours::parse(&text);
        }

        #[test]
        fn what_is_read_is_read_again(day in 0usize..7, from in 0u8..23, minutes in 0u8..60) {
            let days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
            let text = format!("{} {from:02}:{minutes:02}-24:00", days[day]);
            let hours = Hours::parse(&text).unwrap();
            proptest::prop_assert_eq!(hours.open_days().iter().position(|open| *open), Some(day));
            proptest::prop_assert_eq!(hours.raw(), text);
        }
    }
}
