//! Whether rules, said one after the other in words, say what the syntax says: which rule undoes another, and which
//! is beside another. What is not sure is a [`Doubt`], and no rule at all.

use super::tidy::{self, HoursPiece, Separator};
use super::week::{Fold, Undo, fold, spans_of};
use super::{Dates, DayState, Days, Doubt, HoursRule, Overlay, When, read, span};
use jiff::civil::Date;
use opening_hours_syntax::rules::RuleSequence;

/// Nobody reads more rules than that; each is compared with all before it.
const MOST: usize = 40;

/// Whatever the clock says, this program is younger.
const LONG_AGO: Date = Date::constant(2026, 1, 1);

/// What stands between a text and words; rules by their pieces of text.
enum Obstacle {
    Beyond,
    NoLength(String),
    Undone { rule: usize, by: usize },
}

/// The rules of a text, when words can say them all.
pub fn read(sequences: &[RuleSequence], pieces: &[HoursPiece]) -> Result<Vec<HoursRule>, Doubt> {
    rules(sequences, pieces).map_err(|fault| match fault {
        Obstacle::Beyond => Doubt::Beyond,
        Obstacle::NoLength(span) => Doubt::NoLength(span),
        Obstacle::Undone { rule, by } => undone(pieces, rule, by),
    })
}

fn rules(sequences: &[RuleSequence], pieces: &[HoursPiece]) -> Result<Vec<HoursRule>, Obstacle> {
    // Each rule has its own piece of text, or one cannot know which times were written.
    if sequences.len() != pieces.len() || pieces.len() > MOST {
        return Err(Obstacle::Beyond);
    }
    if let Some(span) = pieces.iter().find_map(|piece| tidy::empty_span(&piece.text)) {
        return Err(Obstacle::NoLength(span));
    }
    // A rule of Mondays, holidays and first Tuesdays is three; `of` remembers which piece each comes from.
    let mut rules: Vec<HoursRule> = Vec::new();
    let mut of: Vec<usize> = Vec::new();
    let is_of_long_ago =
        |sequence: &RuleSequence| read::last_year(sequence).is_some_and(|year| year < LONG_AGO.year());
    let some_hold = sequences.iter().any(|sequence| !is_of_long_ago(sequence));
    for (at, (sequence, piece)) in sequences.iter().zip(pieces).enumerate() {
        if some_hold && is_of_long_ago(sequence) {
            continue;
        }
        for part in parts(read::rule(sequence, &piece.text).ok_or(Obstacle::Beyond)?) {
            rules.push(part);
            of.push(at);
        }
    }
    // A day of long ago undoes nothing, and nothing undoes it.
    let is_old = |rule: &HoursRule| rule.when.is_over(LONG_AGO);
    if !rules.iter().all(is_old) {
        let kept: Vec<bool> = rules.iter().map(|rule| !is_old(rule)).collect();
        let mut keep = kept.iter();
        rules.retain(|_| keep.next().is_some_and(|keep| *keep));
        let mut keep = kept.iter();
        of.retain(|_| keep.next().is_some_and(|keep| *keep));
    }
    let undone = |rule: usize, by: usize| Obstacle::Undone { rule: of[rule], by: of[by] };
    // « Sur rendez-vous », of no day, stands alone; so do times of no day after others that have days.
    for (at, rule) in rules.iter().enumerate() {
        if rule.is_bare_comment() && rules.len() > 1 {
            return Err(if at > 0 { undone(at - 1, at) } else { Obstacle::Beyond });
        }
        let no_day = rule.adds && rule.when == When::default();
        if no_day || !rule.off.is_empty() && !rule.when.is_weekly() {
            return Err(Obstacle::Beyond);
        }
    }
    match fold(&rules) {
        Fold::Week(_) => {}
        Fold::Undone(Undo { rule, by }) => return Err(undone(rule, by)),
        Fold::Unsure => return Err(Obstacle::Beyond),
    }
    for later in 0..rules.len() {
        for earlier in 0..later {
            if of[earlier] == of[later] {
                continue;
            }
            match meeting(&rules[earlier], &rules[later]) {
                Meeting::Fine => {}
                Meeting::Undone => return Err(undone(earlier, later)),
                Meeting::Unsure => return Err(Obstacle::Beyond),
            }
        }
        rules[later].beside = beside(&rules[..later], &rules[later]).ok_or(Obstacle::Beyond)?;
    }
    Ok(rules)
}

/// Days of each week, public holidays, school holidays and days of the month are told apart, when nothing else
/// narrows them.
fn parts(rule: HoursRule) -> Vec<HoursRule> {
    if rule.when.is_seasonal() || rule.when.days.len() < 2 {
        return vec![rule];
    }
    let sort = |days: &Days| match days {
        Days::Weekly(..) => 0,
        Days::PublicHolidays => 1,
        Days::SchoolHolidays => 2,
        Days::Monthly(..) => 3,
    };
    (0..4)
        .filter_map(|wanted| {
            let days: Vec<Days> =
                rule.when.days.iter().filter(|days| sort(days) == wanted).cloned().collect();
            (!days.is_empty()).then(|| HoursRule { when: When { days, ..When::default() }, ..rule.clone() })
        })
        .collect()
}

/// What is told of a rule that does not hold, with the text that its author may have meant.
fn undone(pieces: &[HoursPiece], rule: usize, by: usize) -> Doubt {
    let with = |list: Vec<HoursPiece>| -> String {
        let mut out = String::new();
        for (at, piece) in list.iter().enumerate() {
            out.push_str(match piece.before {
                _ if at == 0 => "",
                Separator::Comma => ", ",
                Separator::Fallback => " || ",
                Separator::None | Separator::Semicolon => "; ",
            });
            out.push_str(&piece.text);
        }
        tidy::tidy(&out)
    };
    let mut comma = pieces.to_vec();
    comma[by].before = Separator::Comma;
    let mut last = pieces.to_vec();
    let moved = last.remove(rule);
    last.push(HoursPiece { before: Separator::Semicolon, ..moved });
    // The first of the two that says something: both rules, or the one that is narrower after the other. A repair is
    // looked for once: what would need another one is none.
    let repair = [with(comma), with(last)].into_iter().find(|text| {
        let parsed = opening_hours_syntax::parse(text);
        parsed.is_ok_and(|parsed| rules(&parsed.rules, &tidy::pieces(text)).is_ok())
    });
    Doubt::Undone { rule: pieces[rule].text.clone(), by: pieces[by].text.clone(), repair }
}

enum Meeting {
    Fine,
    /// The later one takes days that a reader would leave to the earlier one.
    Undone,
    Unsure,
}

/// Two rules of which one at least is not of every week: how the later one changes the earlier one.
fn meeting(earlier: &HoursRule, later: &HoursRule) -> Meeting {
    let closed = |rule: &HoursRule| rule.state == DayState::Closed;
    let every_week = |rule: &HoursRule| rule.when.is_weekly();
    let holiday = |rule: &HoursRule| rule.when.holiday().is_some();
    let same_holidays = holiday(earlier) && earlier.when.holiday() == later.when.holiday();
    // The week and the holidays are folded, each by itself.
    if every_week(earlier) && every_week(later) || same_holidays || !meet(&earlier.when, &later.when) {
        return Meeting::Fine;
    }
    match (closed(earlier), closed(later)) {
        (true, true) => Meeting::Fine,
        _ if !earlier.off.is_empty() || !later.off.is_empty() => Meeting::Unsure,
        // The narrower one after the wider one, as people would say them.
        _ if every_week(earlier) => Meeting::Fine,
        _ if later.adds && !closed(later) => {
            let fine = !closed(earlier) && !holiday(earlier) && covers(&earlier.when, &later.when);
            if fine { Meeting::Fine } else { Meeting::Unsure }
        }
        (true, false) => Meeting::Undone,
        (false, true) if every_week(later) || covers(&later.when, &earlier.when) => Meeting::Undone,
        (false, true) => Meeting::Fine,
        (false, false) if every_week(later) || covers(&later.when, &earlier.when) => {
            if earlier.when == later.when
                && span::contain(spans_of(later), spans_of(earlier))
                && earlier.comment == later.comment
            {
                Meeting::Fine
            } else {
                Meeting::Undone
            }
        }
        (false, false) if covers(&earlier.when, &later.when) || holiday(later) && !holiday(earlier) => {
            Meeting::Fine
        }
        (false, false) => Meeting::Unsure,
    }
}

/// How a rule that is not of every week is said beside the ones before; `None` when words would mislead.
fn beside(earlier: &[HoursRule], rule: &HoursRule) -> Option<Overlay> {
    let DayState::Open(spans) = &rule.state else { return Some(Overlay::Alone) };
    if rule.when.is_weekly() {
        return Some(Overlay::Alone);
    }
    let mut others = earlier
        .iter()
        .filter(|other| matches!(&other.state, DayState::Open(_)) && meet(&other.when, &rule.when))
        .filter(|other| rule.when.holiday().is_none() || other.when.holiday() != rule.when.holiday())
        .filter(|other| {
            !(span::contain(spans, spans_of(other))
                && (other.comment.is_none() || other.comment == rule.comment))
        })
        .peekable();
    let alone = others.peek().is_none();
    // « Les jours fériés » and « le 24 décembre » are heard as exceptions; a season may be heard as more.
    let exception = rule.when.holiday().is_some() || rule.when.dates.iter().any(Dates::is_one_day);
    if alone || exception && !rule.adds {
        return Some(Overlay::Alone);
    }
    if spans.is_empty() || exception || others.any(|other| spans_of(other).is_empty()) {
        return None;
    }
    Some(if rule.adds { Overlay::AsWell } else { Overlay::Instead })
}

/// Whether some day may be of both.
fn meet(a: &When, b: &When) -> bool {
    let year = a.year().into_iter().zip(b.year()).any(|(a, b)| a && b);
    let weeks = a.weeks.is_none() || b.weeks.is_none() || a.weeks == b.weeks;
    let pair = |a: &Days, b: &Days| match (a, b) {
        (Days::Monthly(day, ranks), Days::Monthly(other, others)) => {
            let fourth = |ranks: &[i8]| ranks.iter().any(|rank| *rank > 3);
            day == other
                && (ranks.iter().any(|rank| others.contains(rank))
                    || ranks.contains(&-1) && fourth(others)
                    || others.contains(&-1) && fourth(ranks))
        }
        (Days::Weekly(..) | Days::Monthly(..), Days::Weekly(..) | Days::Monthly(..)) => {
            a.named().into_iter().zip(b.named()).any(|(a, b)| a && b)
        }
        _ => true,
    };
    let days =
        a.days.is_empty() || b.days.is_empty() || a.days.iter().any(|a| b.days.iter().any(|b| pair(a, b)));
    year && weeks && days
}

/// Whether all days of the second are of the first.
fn covers(wide: &When, narrow: &When) -> bool {
    let year = wide.year().into_iter().zip(narrow.year()).all(|(wide, narrow)| wide || !narrow);
    let weeks = wide.weeks.is_none() || wide.weeks == narrow.weeks;
    let named = wide.weekly();
    let one = |days: &Days| {
        match days {
        Days::Weekly(..) => days.named().into_iter().zip(named).all(|(narrow, wide)| wide || !narrow),
        Days::Monthly(day, ranks) => {
            named[*day as usize]
                || wide.days.iter().any(|days| {
                    matches!(days, Days::Monthly(other, others) if other == day && ranks.iter().all(|rank| others.contains(rank)))
                })
        }
        Days::PublicHolidays | Days::SchoolHolidays => named == [true; 7] || wide.days.contains(days),
    }
    };
    let days = if narrow.days.is_empty() { named == [true; 7] } else { narrow.days.iter().all(one) };
    year && weeks && days
}

impl When {
    /// The days of the year that it may be about, the 29th of February among them.
    fn year(&self) -> Vec<bool> {
        let mut year = vec![self.months.is_empty() && self.dates.is_empty(); 12 * 31];
        let at = |month: i8, day: i8| {
            usize::from((month - 1).unsigned_abs()) * 31 + usize::from((day - 1).unsigned_abs())
        };
        let mut fill = |from: usize, to: usize| {
            let last = if to < from { to + 12 * 31 } else { to };
            for day in from..=last {
                if let Some(day) = year.get_mut(day % (12 * 31)) {
                    *day = true;
                }
            }
        };
        for (from, to) in &self.months {
            fill(at(*from, 1), at(*to, 31));
        }
        for dates in &self.dates {
            match dates {
                Dates::Yearly(from, to) => fill(at(from.0, from.1), at(to.0, to.1)),
                Dates::Once(from, to) if to.year() > from.year() + 1 => fill(0, 12 * 31 - 1),
                Dates::Once(from, to) => fill(at(from.month(), from.day()), at(to.month(), to.day())),
            }
        }
        if self.days == [Days::PublicHolidays] {
            // Those of France: fixed ones, overseas too, and the weeks between which Easter and Pentecost move.
            let fixed = [(1, 1), (7, 14), (7, 21), (8, 15), (11, 1), (11, 11), (12, 20), (12, 25), (12, 26)];
            let mut may_be = vec![false; 12 * 31];
            for day in fixed.map(|(month, day)| at(month, day)).into_iter().chain(at(3, 20)..=at(6, 14)) {
                may_be[day] = true;
            }
            for (day, may_be) in year.iter_mut().zip(may_be) {
                *day &= may_be;
            }
        }
        year
    }
}
