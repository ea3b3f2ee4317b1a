//! Opening hours in OpenStreetMap's syntax, read by the `opening-hours-syntax` crate into the small part of it
//! that can be said in French words.
//!
//! `Mo-Fr 09:00-12:00,13:30-17:00; PH off` is what imports and exports speak; people read words. What the syntax
//! allows and words cannot say well (sunrise, offsets, fallbacks) keeps its raw text: [`Hours::rules`] is empty.
//! What is not in the syntax at all is a [`Fault`]: `T-T-T`, `25:00`, prose.

mod read;
mod week;

pub use week::{Day, State, Week};

/// Hours that are written in the syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    raw: String,
    /// In their author's order; empty when words cannot say them.
    pub rules: Vec<Rule>,
}

/// One part of the text, between semicolons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub when: When,
    pub state: State,
    /// What the author put between double quotes: « sur rendez-vous ».
    pub comment: Option<String>,
    /// It adds to the rules before it instead of replacing them for its days.
    pub adds: bool,
}

/// Which days a rule speaks of; nothing at all means every day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// First and last month, from 1 to 12.
    pub months: Vec<(i8, i8)>,
    pub weeks: Option<Parity>,
    pub days: Vec<Days>,
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
pub struct Span {
    pub from: Time,
    /// None when nobody says until when: `14:00+`.
    pub to: Option<Time>,
}

/// A time of the day, up to 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

/// Why a text is not hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
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
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let raw = text.trim().to_owned();
        if let Some(time) = read::impossible_time(&raw) {
            return Err(Fault::NoSuchTime(time));
        }
        // An empty text is « always open » for the crate.
        if raw.is_empty() {
            return Err(Fault::NotHours);
        }
        let expression = opening_hours_syntax::parse(&raw).map_err(|_| Fault::NotHours)?;
        let rules: Option<Vec<Rule>> = expression.rules.iter().map(read::rule).collect();
        let mut rules = rules.filter(|_| !read::narrows_holidays(&raw)).unwrap_or_default();
        // The crate takes « Mo-Fr » for all day long; who writes days only says nothing of times.
        if !["24/7", "00:00", "0:00"].iter().any(|words| raw.contains(words)) {
            for rule in &mut rules {
                if let State::Open(spans) = &mut rule.state
                    && spans[..] == [Span::WHOLE_DAY]
                {
                    spans.clear();
                }
            }
        }
        Ok(Self { raw, rules })
    }

    /// The text, as it was written.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The stretches of a text that says times and no day: `09:00-12:00,14:00-17:00`.
    #[must_use]
    pub fn times(&self) -> Option<&[Span]> {
        match &self.rules[..] {
            [Rule { when, state: State::Open(spans), comment: None, .. }]
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
                !rule.when.days.is_empty() && matches!(&rule.state, State::Open(spans) if spans.is_empty())
            })
    }

    /// The same days with other times.
    #[must_use]
    pub fn with_times(mut self, times: &[Span]) -> Self {
        for rule in &mut self.rules {
            rule.state = State::Open(times.to_vec());
        }
        self
    }
}

impl Span {
    pub const WHOLE_DAY: Self =
        Self { from: Time { hour: 0, minute: 0 }, to: Some(Time { hour: 24, minute: 0 }) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<Rule> {
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
            "Dec 25 off",
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
            assert_eq!(Hours::parse(text), Err(Fault::NoSuchTime(time.to_owned())), "{text}");
        }
        for text in
            ["T-T-T", "", "lundi matin", "09:00", "Mo 12:00-13:30-17:00", "9h-12h30", "Mo 09:00-12:00;;"]
        {
            assert_eq!(Hours::parse(text), Err(Fault::NotHours), "{text}");
        }
    }

    #[test]
    fn days_and_times_can_be_told_apart() {
        assert!(Hours::parse("Tu[1]").unwrap().is_days_only());
        assert!(!Hours::parse("Tu[1] 09:00-12:00").unwrap().is_days_only());
        assert_eq!(Hours::parse("09:00-12:00").unwrap().times().map(<[Span]>::len), Some(1));
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
