//! The plain week: what is true each Monday, each Tuesday…

use super::{Dates, Days, HourSpan, Hours, HoursRule, When, span};
use jiff::civil::Date;

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
pub enum DayState {
    /// At these times; at times that nobody says, when there are none.
    Open(Vec<HourSpan>),
    Closed,
    /// Only the comment says something.
    Unknown,
}

/// What is said of one day: a state and a comment.
pub type DaySaid = (DayState, Option<String>);

/// What is said of each day of the week, Monday first, then of public holidays and of school holidays; nothing, or
/// one thing, or several that add up.
pub type Week = [Vec<DaySaid>; 9];

/// The place of public holidays in a [`Week`].
pub const PUBLIC: usize = 7;
/// The place of school holidays in a [`Week`].
pub const SCHOOL: usize = 8;

impl Days {
    /// The days of the week that it names.
    pub(super) fn named(&self) -> [bool; 7] {
        let mut named = [false; 7];
        let (first, last) = match self {
            Self::Weekly(first, last) => (*first as usize, *last as usize),
            Self::Monthly(day, _) => (*day as usize, *day as usize),
            Self::PublicHolidays | Self::SchoolHolidays => return named,
        };
        // `Sa-Mo` goes over the end of the week.
        let length = (last + 7 - first) % 7;
        for at in first..=first + length {
            named[at % 7] = true;
        }
        named
    }
}

impl When {
    /// Whether it speaks of a part of the year, or of some weeks.
    #[must_use]
    pub fn is_seasonal(&self) -> bool {
        !self.months.is_empty() || !self.dates.is_empty() || self.weeks.is_some()
    }

    /// Whether it is of dates with their years, all of them before that day.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        let is_past = |dates: &Dates| matches!(dates, Dates::Once(_, to) if *to < today);
        !self.dates.is_empty() && self.months.is_empty() && self.dates.iter().all(is_past)
    }

    /// Whether it speaks of every week of the year, by days of the week only.
    pub(super) fn is_weekly(&self) -> bool {
        !self.is_seasonal() && self.days.iter().all(|days| matches!(days, Days::Weekly(..)))
    }

    /// The place in a [`Week`] of the holidays that it speaks of, all the year and of nothing else.
    pub(super) fn holiday(&self) -> Option<usize> {
        match &self.days[..] {
            [Days::PublicHolidays] if !self.is_seasonal() => Some(PUBLIC),
            [Days::SchoolHolidays] if !self.is_seasonal() => Some(SCHOOL),
            _ => None,
        }
    }

    /// The days of the week that it names, in any month.
    #[must_use]
    pub fn named(&self) -> [bool; 7] {
        self.union(|_| true)
    }

    /// The days of the week of which it names all.
    pub(super) fn weekly(&self) -> [bool; 7] {
        self.union(|days| matches!(days, Days::Weekly(..)))
    }

    fn union(&self, wanted: impl Fn(&Days) -> bool) -> [bool; 7] {
        let mut named = [self.days.is_empty(); 7];
        for days in self.days.iter().filter(|days| wanted(days)) {
            for (on, more) in named.iter_mut().zip(days.named()) {
                *on |= more;
            }
        }
        named
    }

    /// Its places in a [`Week`].
    fn places(&self) -> [bool; 9] {
        let mut places = [false; 9];
        if let Some(at) = self.holiday() {
            places[at] = true;
        } else if self.is_weekly() {
            places[..7].copy_from_slice(&self.named());
        }
        places
    }
}

impl HoursRule {
    /// « Sur rendez-vous », and neither day nor time.
    #[must_use]
    pub fn is_bare_comment(&self) -> bool {
        self.when == When::default()
            && self.comment.is_some()
            && (self.state == DayState::Unknown
                || spans_of(self).is_empty() && self.state != DayState::Closed)
    }

    fn is_special(&self) -> bool {
        self.when.places() == [false; 9] || self.is_bare_comment()
    }
}

/// Its times, when it is open.
pub(super) fn spans_of(rule: &HoursRule) -> &[HourSpan] {
    match &rule.state {
        DayState::Open(spans) => spans,
        DayState::Closed | DayState::Unknown => &[],
    }
}

/// A rule of which a later one leaves nothing, though it said more.
pub(super) struct Undo {
    pub rule: usize,
    pub by: usize,
}

pub(super) enum Fold {
    Week(Week),
    Undone(Undo),
    Unsure,
}

/// What all rules of every week, and of holidays, come to. A later rule replaces an earlier one for its days, as the
/// syntax wants it: one that names fewer days is an exception, and usual; one that names them all was not meant.
pub(super) fn fold(rules: &[HoursRule]) -> Fold {
    let mut week: [Vec<(usize, DaySaid)>; 9] = Default::default();
    // Who took the last day of a rule, when something was lost by it.
    let mut losses: Vec<Option<usize>> = vec![None; rules.len()];
    for (at, rule) in rules.iter().enumerate().filter(|(_, rule)| !rule.is_special()) {
        let places = rule.when.places();
        let mut less = false;
        for (place, _) in week.iter_mut().zip(places).filter(|(_, named)| *named) {
            if !rule.off.is_empty() {
                match cut(place, &rule.off) {
                    Some(cut) => less |= cut,
                    None => return Fold::Unsure,
                }
                continue;
            }
            if rule.adds && !place.is_empty() && rule.state != DayState::Closed {
                if !add(place, at, rule) {
                    return Fold::Unsure;
                }
                continue;
            }
            for (owner, (state, comment)) in place.iter() {
                let same_comment = comment.is_none() || *comment == rule.comment;
                let kept = match (state, &rule.state) {
                    (DayState::Open(known), DayState::Open(new)) => same_comment && span::contain(new, known),
                    (DayState::Closed | DayState::Unknown, _) => comment.is_none(),
                    (DayState::Open(_), _) => false,
                };
                if !kept {
                    losses[*owner] = Some(at);
                }
            }
            *place = vec![(at, (rule.state.clone(), rule.comment.clone()))];
        }
        if !rule.off.is_empty() && !less {
            return Fold::Unsure;
        }
    }
    let lives = |rule: usize| week.iter().flatten().any(|(owner, _)| *owner == rule);
    let undone = losses
        .iter()
        .enumerate()
        .find_map(|(rule, by)| by.filter(|_| !lives(rule)).map(|by| Undo { rule, by }));
    match undone {
        Some(undo) => Fold::Undone(undo),
        None => Fold::Week(week.map(|place| place.into_iter().map(|(_, said)| said).collect())),
    }
}

/// `off` at these times; whether something was taken, or `None` when one cannot tell what is left.
fn cut(place: &mut [(usize, DaySaid)], off: &[HourSpan]) -> Option<bool> {
    let mut less = false;
    for (_, (state, _)) in place {
        match state {
            DayState::Open(spans) if spans.is_empty() => return None,
            DayState::Open(spans) => {
                let (left, some) = span::without(spans, off)?;
                less |= some;
                *state = if left.is_empty() { DayState::Closed } else { DayState::Open(left) };
            }
            DayState::Unknown => return None,
            DayState::Closed => {}
        }
    }
    Some(less)
}

/// More times on a day of which something is said; whether words can say both.
fn add(place: &mut Vec<(usize, DaySaid)>, at: usize, rule: &HoursRule) -> bool {
    let DayState::Open(more) = &rule.state else { return false };
    // Closed, and open all the same: the new times are all.
    if place.iter().all(|(_, (state, _))| *state == DayState::Closed) {
        *place = vec![(at, (rule.state.clone(), rule.comment.clone()))];
        return true;
    }
    for (_, (state, comment)) in place.iter_mut() {
        let DayState::Open(known) = state else { return false };
        if *comment != rule.comment {
            continue;
        }
        if known.is_empty() != more.is_empty() {
            return false;
        }
        let all: Vec<HourSpan> = known.iter().chain(more).copied().collect();
        let Some(all) = span::joined(&all) else { return false };
        *known = all;
        return true;
    }
    place.push((at, (rule.state.clone(), rule.comment.clone())));
    true
}

impl Hours {
    /// What is true each week and on holidays.
    #[must_use]
    pub fn week(&self) -> Week {
        match fold(&self.rules) {
            Fold::Week(week) => week,
            // Hours with rules are hours without doubt.
            Fold::Undone(_) | Fold::Unsure => Week::default(),
        }
    }

    /// The minutes at which each day is open, from and to; none when more than that is said: comments, seasons,
    /// times that nobody knows.
    #[must_use]
    pub fn plain_week(&self) -> Option<[Vec<(u16, u16)>; 7]> {
        if self.special().next().is_some() {
            return None;
        }
        let week = self.week();
        let mut out: [Vec<(u16, u16)>; 7] = Default::default();
        for (out, said) in out.iter_mut().zip(&week) {
            match &said[..] {
                [] | [(DayState::Closed, None)] => {}
                [(DayState::Open(spans), None)] if !spans.is_empty() => *out = span::ended(spans)?,
                _ => return None,
            }
        }
        Some(out)
    }

    /// The rules that hold in some months, some weeks, some days of the month.
    pub fn special(&self) -> impl Iterator<Item = &HoursRule> {
        self.rules.iter().filter(|rule| rule.is_special())
    }

    /// Whether all that it says is of days before that one.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        !self.rules.is_empty() && self.rules.iter().all(|rule| rule.when.is_over(today))
    }

    /// Whether it says some day or some time when one may come, or a comment instead.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.rules.iter().any(|rule| rule.state != DayState::Closed)
    }

    /// The days of the week on which it may be open, whatever the season.
    #[must_use]
    pub fn open_days(&self) -> [bool; 7] {
        let week = self.week();
        let mut open = [0, 1, 2, 3, 4, 5, 6].map(|at: usize| is_open(&week[at]));
        for rule in self.special().filter(|rule| rule.state != DayState::Closed && !rule.is_bare_comment()) {
            let exception = rule.when.dates.iter().any(super::Dates::is_one_day)
                || rule.when.days.iter().any(|d| matches!(d, Days::PublicHolidays | Days::SchoolHolidays));
            for (open, named) in open.iter_mut().zip(rule.when.named()) {
                *open |= named && !exception;
            }
        }
        open
    }
}

/// Whether it is open at some time of that day.
#[must_use]
pub fn is_open(said: &[DaySaid]) -> bool {
    said.iter().any(|(state, _)| matches!(state, DayState::Open(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_rule_replaces_an_earlier_one() {
        let week = Hours::parse("Mo-Fr 09:00-12:00; We off; Th 14:00-17:00").unwrap().week();
        assert!(matches!(&week[2][..], [(DayState::Closed, _)]));
        let [(DayState::Open(spans), _)] = &week[3][..] else { panic!("{:?}", week[3]) };
        assert_eq!((spans.len(), spans[0].from.hour), (1, 14));
        assert!(week[5].is_empty());
    }

    #[test]
    fn open_days_are_those_of_any_season() {
        let hours = Hours::parse("Mo-Tu 09:00-12:00; Sa[1] 09:00-12:00; PH off").unwrap();
        assert_eq!(hours.open_days(), [true, true, false, false, false, true, false]);
        assert_eq!(Hours::parse("Sa-Mo 10:00-12:00").unwrap().open_days().iter().filter(|d| **d).count(), 3);
    }
}
