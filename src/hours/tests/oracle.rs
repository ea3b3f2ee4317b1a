//! What a reader of our words would believe, minute by minute, beside what the `opening-hours` crate computes.

use super::{Dates, DaySaid, DayState, Days, Hours, HoursRule, Overlay, PUBLIC, Parity, Week};
use chrono::NaiveDate;
use jiff::civil::Date;
use opening_hours::{OpeningHours, RuleKind};

/// The stretches of a day, in order, none of which touch.
type Minutes = Vec<(u16, u16)>;

/// One text out of a generator that always gives the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn text(&mut self) -> String {
        let days = [
            "Mo-Fr", "Mo-Sa", "Mo-Su", "We", "Sa", "Su", "Mo,We", "Mo, We", "Tu-Th", "Sa-Mo", "Th , Fr",
            "Mo - Fr", "", "Sa[1]", "Sa[1,3]", "Tu[-1]", "Th[2-4]", "Sa[1],Su",
        ];
        let seasons = [
            "Apr-Oct",
            "Nov-Mar",
            "Jul-Aug",
            "Aug",
            "Dec 25",
            "Aug 1-15",
            "Dec 24-Jan 2",
            "2026 Dec 31",
            "week 1-53/2",
            "week 2-52/2",
            "Jan-Dec",
        ];
        let times = [
            "09:00-12:00",
            "9:00-12:00",
            "13:30-17:00",
            "14:00-18:00",
            "09:00-12:00,13:30-17:00",
            "09:00-12:00 , 14:00-17:00",
            "10:00-19:00",
            "12:00-13:00",
            "09:00-13:00,12:00-17:00",
            "14:00+",
            "00:00-24:00",
            "09:00-16:30,09:00-16:30",
        ];
        let mut out = String::new();
        for at in 0..=self.below(4) {
            if at > 0 {
                out.push_str(self.one(&["; ", "; ", "; ", ";", ", ", " ; ", " , "]));
            }
            let mut words = Vec::new();
            if self.below(5) == 0 {
                words.push(self.one(&seasons));
            }
            words.push(self.one(&days));
            match self.below(8) {
                0 => words.push("off"),
                1 => words.extend([self.one(&times), "off"]),
                2 => words.extend([self.one(&times), "\"sur rendez-vous\""]),
                3 => words.push(self.one(&["", "\"à 10:00\"", "open"])),
                _ => words.push(self.one(&times)),
            }
            words.retain(|word| !word.is_empty());
            out.push_str(&words.join(" "));
        }
        if self.below(12) == 0 {
            out.push(';');
        }
        out
    }
}

fn open(state: &DayState) -> Minutes {
    let at = |time: super::TimeOfDay| u16::from(time.hour) * 60 + u16::from(time.minute);
    match state {
        DayState::Open(spans) if spans.is_empty() => vec![(0, 1440)],
        DayState::Open(spans) => {
            both(Vec::new(), spans.iter().map(|span| (at(span.from), span.to.map_or(1440, at))).collect())
        }
        DayState::Closed | DayState::Unknown => Vec::new(),
    }
}

fn both(day: Minutes, more: Minutes) -> Minutes {
    let mut all: Minutes = day.into_iter().chain(more).collect();
    all.sort_unstable();
    let mut out: Minutes = Vec::new();
    for (from, to) in all {
        match out.last_mut() {
            Some((_, until)) if from <= *until => *until = to.max(*until),
            _ => out.push((from, to)),
        }
    }
    out
}

/// Whether a rule of some weeks or seasons is about that day.
fn about(rule: &HoursRule, date: Date) -> bool {
    let when = &rule.when;
    let month_day = (date.month(), date.day());
    let within = |from: (i8, i8), to: (i8, i8)| {
        if from <= to { from <= month_day && month_day <= to } else { from <= month_day || month_day <= to }
    };
    let season = when.months.is_empty() && when.dates.is_empty()
        || when.months.iter().any(|(from, to)| within((*from, 1), (*to, 31)))
        || when.dates.iter().any(|dates| match dates {
            Dates::Yearly(from, to) => within(*from, *to),
            Dates::Once(from, to) => *from <= date && date <= *to,
        });
    let odd = date.iso_week_date().week() % 2 == 1;
    let weeks = when.weeks.is_none_or(|parity| odd == (parity == Parity::Odd));
    let day = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
    let last = date.day() + 7 > date.days_in_month();
    let days = when.days.is_empty()
        || when.days.iter().any(|days| {
            days.named()[day]
                && match days {
                    Days::Monthly(_, ranks) => {
                        ranks.contains(&((date.day() - 1) / 7 + 1)) || last && ranks.contains(&-1)
                    }
                    _ => true,
                }
        });
    season && weeks && days
}

/// What our words say of a day: what is said of each week, then what is said of a part of the year.
fn said(hours: &Hours, week: &Week, date: Date) -> Minutes {
    let day = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
    assert!(day < PUBLIC);
    let each_week: &[DaySaid] = &week[day];
    let mut out = each_week.iter().fold(Vec::new(), |out, (state, _)| both(out, open(state)));
    for rule in hours.special().filter(|rule| rule.is_bare_comment() || about(rule, date)) {
        out = match (&rule.state, rule.beside) {
            (DayState::Open(_), Overlay::AsWell) => both(out, open(&rule.state)),
            // Alone: nothing was open then, or all that was is in it.
            (state, Overlay::Alone | Overlay::Instead) => open(state),
            (_, Overlay::AsWell) => panic!("{rule:?}"),
        };
    }
    out
}

fn computed(hours: &OpeningHours, date: Date) -> Minutes {
    let number = |number: i8| u32::from(number.unsigned_abs());
    let date = NaiveDate::from_ymd_opt(date.year().into(), number(date.month()), number(date.day())).unwrap();
    let parts = hours.schedule_at(date).into_iter().filter(|part| part.kind == RuleKind::Open);
    let at = |time: opening_hours_syntax::ExtendedTime| time.mins_from_midnight().min(1440);
    both(Vec::new(), parts.map(|part| (at(part.range.start), at(part.range.end))).collect())
}

/// Some days of 2026 and 2027: two weeks, the ends of months and of years, summer.
fn some_days() -> Vec<Date> {
    let mut days = Vec::new();
    for (from, length) in
        [((2026, 7, 29), 18), ((2026, 10, 29), 10), ((2026, 12, 23), 14), ((2027, 2, 25), 7)]
    {
        let first = Date::new(from.0, from.1, from.2).unwrap();
        days.extend(first.series(jiff::Span::new().days(1)).take(length));
    }
    days
}

/// Where the words of a text differ from what it means to the crate.
fn difference(text: &str) -> Option<Date> {
    let hours = Hours::parse(text).ok().filter(|hours| !hours.rules.is_empty())?;
    let wanted: OpeningHours = hours.tidied().parse().unwrap();
    let week = hours.week();
    some_days().into_iter().find(|date| said(&hours, &week, *date) != computed(&wanted, *date))
}

#[test]
fn words_say_what_another_program_computes() {
    let mut dice = Dice(2026);
    let (mut parsed, mut told) = (0, 0);
    for _ in 0..1500 {
        let text = dice.text();
        let Ok(hours) = Hours::parse(&text) else { continue };
        parsed += 1;
        told += usize::from(!hours.rules.is_empty());
        assert_eq!(difference(&text), None, "{text}: {:#?}", hours.rules);
    }
    // Most random texts contradict themselves; a share that people would write is said.
    assert!(parsed > 1000 && told > 300, "{told} said of {parsed} read");
}

#[test]
#[ignore = "reads the file that HOURS_FILE names, one text a line"]
fn real_texts_are_said_as_another_program_computes_them() {
    let file = std::env::var_os("HOURS_FILE").unwrap();
    let (mut all, mut told, mut wrong) = (0, 0, Vec::new());
    for line in fs_err::read_to_string(file).unwrap().lines() {
        all += 1;
        told += usize::from(Hours::parse(line).is_ok_and(|hours| !hours.rules.is_empty()));
        wrong.extend(difference(line).map(|date| format!("{line} on {date}")));
    }
    println!("{told} said of {all}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
