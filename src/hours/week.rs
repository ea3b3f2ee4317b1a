//! The plain week: what is true each Monday, each Tuesday…

use super::{Days, Hours, Rule, Span, When};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Day {
    /// Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

/// What is true of some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// At these times; at times that nobody says, when there are none.
    Open(Vec<Span>),
    Closed,
    /// Only the comment says something.
    Unknown,
}

/// What is said of one day: a state and a comment.
pub type Said = (State, Option<String>);

/// Each day of the week, Monday first; `None` for a day of which nothing is said.
pub type Week = [Option<Said>; 7];

impl When {
    /// Whether it speaks of every week of the year, by days of the week only.
    fn is_weekly(&self) -> bool {
        self.months.is_empty()
            && self.weeks.is_none()
            && self.days.iter().all(|days| matches!(days, Days::Weekly(..)))
    }

    /// The days of the week that it names, in any month.
    #[must_use]
    pub fn named(&self) -> [bool; 7] {
        let mut named = [self.days.is_empty(); 7];
        for days in &self.days {
            let (first, last) = match days {
                Days::Weekly(first, last) => (*first as usize, *last as usize),
                Days::Monthly(day, _) => (*day as usize, *day as usize),
                Days::PublicHolidays | Days::SchoolHolidays => continue,
            };
            // `Sa-Mo` goes over the end of the week.
            let length = (last + 7 - first) % 7;
            for at in first..=first + length {
                named[at % 7] = true;
            }
        }
        named
    }
}

impl Hours {
    /// What is true each week; a later rule replaces an earlier one for its days, as the syntax wants it.
    #[must_use]
    pub fn week(&self) -> Week {
        let mut week = Week::default();
        for rule in self.rules.iter().filter(|rule| rule.when.is_weekly()) {
            for (day, _) in week.iter_mut().zip(rule.when.named()).filter(|(_, named)| *named) {
                match (&mut *day, &rule.state) {
                    (Some((State::Open(known), _)), State::Open(more)) if rule.adds => known.extend(more),
                    _ => *day = Some((rule.state.clone(), rule.comment.clone())),
                }
            }
        }
        week
    }

    /// The rules that hold in some months, some weeks, some days of the month, on holidays.
    pub fn special(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| !rule.when.is_weekly())
    }

    /// The days of the week on which it may be open, whatever the season.
    #[must_use]
    pub fn open_days(&self) -> [bool; 7] {
        let week = self.week();
        let mut open = [0, 1, 2, 3, 4, 5, 6].map(|at: usize| matches!(week[at], Some((State::Open(_), _))));
        for rule in self.special().filter(|rule| rule.state != State::Closed) {
            let holiday =
                rule.when.days.iter().any(|d| matches!(d, Days::PublicHolidays | Days::SchoolHolidays));
            for (open, named) in open.iter_mut().zip(rule.when.named()) {
                *open |= named && !holiday;
            }
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_rule_replaces_an_earlier_one() {
        let week = Hours::parse("Mo-Fr 09:00-12:00; We off; Th 14:00-17:00").unwrap().week();
        assert!(matches!(&week[2], Some((State::Closed, _))));
        let Some((State::Open(spans), _)) = &week[3] else { panic!("{:?}", week[3]) };
        assert_eq!((spans.len(), spans[0].from.hour), (1, 14));
        assert_eq!(week[5], None);
    }

    #[test]
    fn open_days_are_those_of_any_season() {
        let hours = Hours::parse("Mo-Tu 09:00-12:00; Sa[1] 09:00-12:00; PH off").unwrap();
        assert_eq!(hours.open_days(), [true, true, false, false, false, true, false]);
        assert_eq!(Hours::parse("Sa-Mo 10:00-12:00").unwrap().open_days().iter().filter(|d| **d).count(), 3);
    }
}
