//! What a sheet says was done cannot be still to come: a slip of a key would keep it fresh for years. When most sheets
//! seem to be of tomorrow, it is the clock that is late, and that is said once.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::{Dated, Deed, Osm, Verification};
use crate::site::Site;
use crate::text::in_words;
use jiff::civil::Date;

/// The communes of this program are those of that year: a clock that stands before it is late.
const YEAR: i16 = 2026;

/// So many sheets of tomorrow are no slip of a key.
const SLIPS: usize = 3;

/// No verification, retreat or source is dated after the day of the build.
pub fn nothing_was_done_tomorrow(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let coming: Vec<&Dated> = verifications(site)
        .flat_map(|verification| &verification.dates)
        .filter(|dated| matches!(dated.deed, Deed::Done | Deed::Directory | Deed::Document))
        .filter(|dated| dated.date.earliest() > context.date)
        .collect();
    if let Some(latest) = late_clock(verifications(site).filter_map(youngest), context.date)
        && let Some(first) = coming.iter().find(|dated| dated.date.earliest() == latest).or(coming.first())
    {
        out.push(say::late_clock(first.span, &in_words(context.date), &in_words(latest), latest));
        return;
    }
    for dated in coming {
        out.push(say::still_to_come(dated.span, dated.key, &dated.date.in_words(), &in_words(context.date)));
    }
}

/// When a sheet was last verified; of one that nobody verified, the last day of what it was made from.
fn youngest(verification: &Verification) -> Option<Date> {
    let made =
        verification.dates.iter().filter(|dated| matches!(dated.deed, Deed::Directory | Deed::Document));
    let verified = verification.verified.as_ref().map(|one| one.on);
    verified.or_else(|| made.map(|dated| dated.date.earliest()).max())
}

/// Hours that a page would say nothing of, since their days are over.
pub fn hours_are_of_days_to_come(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for service in context.site.services.iter().filter(|service| service.is_listed()) {
        if let Some(hours) = &service.hours
            && hours.words.is_empty()
            && let Some(Osm::Read(read)) = &hours.osm
            && read.is_over(context.date)
        {
            out.push(say::hours_are_over(service.span, read.raw(), &in_words(context.date)));
        }
    }
}

/// The first year that each kind of date can be of, and how many years it can be ahead.
fn bounds(deed: Deed) -> (i16, i16) {
    match deed {
        Deed::Done => (FIRST_DONE, 0),
        Deed::Directory => (1990, 0),
        // The ordonnance of Villers-Cotterêts, of 1539, is in force.
        Deed::Document => (1500, 0),
        Deed::Hours => (2000, 5),
        Deed::End => (1980, 15),
    }
}

/// Nobody verified a sheet of Éliane before that year.
const FIRST_DONE: i16 = 2000;

/// Whether that day of a verification can be no day of one.
pub(super) fn is_long_ago(day: Date) -> bool {
    day.year() < FIRST_DONE
}

/// No date is of another age: `1026`, `0026-11-24`, `2062-12-24`.
pub fn dates_are_of_our_time(context: &RuleContext<'_>, out: &mut Diagnostics) {
    // A clock that is late makes no date a distant one.
    let now = context.date.year().max(YEAR);
    for dated in verifications(context.site).flat_map(|verification| &verification.dates) {
        let (first, ahead) = bounds(dated.deed);
        let year = dated.date.earliest().year();
        let far = ahead > 0 && year > now + ahead;
        if year >= first && !far {
            continue;
        }
        let written = dated.date.to_string();
        let rest = written.get(4..).unwrap_or_default();
        let meant = meant(year, now, ahead).map(|year| format!("{year}{rest}"));
        let words = dated.date.in_words();
        out.push(if dated.deed == Deed::Done {
            say::long_ago(dated.span, dated.key, &words, meant.as_deref())
        } else {
            let if_true = match dated.deed {
                Deed::Document => say::IfTrue::InTitle,
                Deed::End => say::IfTrue::Later,
                _ => say::IfTrue::Out,
            };
            say::another_age(dated.span, dated.key, &words, meant.as_deref(), &if_true)
        });
    }
}

/// The year that was meant: its last two figures were turned round, or another century stands before them.
fn meant(year: i16, now: i16, ahead: i16) -> Option<i16> {
    let last = year % 100;
    let turned = last % 10 * 10 + last / 10;
    [last, turned]
        .map(|last| 2000 + last)
        .into_iter()
        .find(|year| (now - 3..=now + ahead.min(2)).contains(year))
}

fn verifications(site: &Site) -> impl Iterator<Item = &Verification> {
    site.sheets().map(|sheet| sheet.verification)
}

/// The day of the youngest sheet, when a clock that says `today` must be late: most sheets are of later days, or some are
/// and it stands before the year of this program. `verified` are the days of the sheets.
#[must_use]
pub fn late_clock(verified: impl Iterator<Item = Date>, today: Date) -> Option<Date> {
    let days: Vec<Date> = verified.collect();
    let coming = days.iter().filter(|day| **day > today).count();
    let late = today.year() < YEAR && coming > 0 || coming >= SLIPS && coming * 2 > days.len();
    days.into_iter().max().filter(|_| late)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_that_was_meant_is_found() {
        for (year, now, ahead, wanted) in [
            (26, 2026, 0, Some(2026)),
            (1926, 2026, 0, Some(2026)),
            (1026, 2026, 0, Some(2026)),
            (2062, 2026, 5, Some(2026)),
            (2072, 2026, 5, Some(2027)),
            (1925, 2026, 0, Some(2025)),
            (1066, 2026, 0, None),
            (1972, 2026, 0, None),
            (2099, 2026, 5, None),
        ] {
            assert_eq!(meant(year, now, ahead), wanted, "{year}");
        }
    }

    #[test]
    fn a_late_clock_is_told_from_a_slip() {
        let good = date(2026, 11, 20);
        let slip = date(2062, 11, 24);
        let today = date(2026, 11, 24);
        let of = |days: &[Date], today: Date| late_clock(days.iter().copied(), today);
        // A slip or two, whatever the other sheets.
        for days in [
            &[slip][..],
            &[slip, slip],
            &[slip, good, good],
            &[slip, slip, slip, good, good, good],
            &[good; 5],
            &[],
        ] {
            assert_eq!(of(days, today), None, "{days:?}");
        }
        // Clocks of dead batteries, and years back.
        for clock in
            [date(1970, 1, 1), date(1980, 1, 1), date(2000, 1, 1), date(2009, 1, 1), date(2025, 12, 31)]
        {
            for days in [&[good][..], &[good, good], &[good, date(2008, 1, 1)]] {
                assert_eq!(of(days, clock), Some(good), "{clock} {days:?}");
            }
            assert_eq!(of(&[date(1969, 1, 1)], clock), None, "nothing of tomorrow");
        }
        // This year, months back.
        assert_eq!(of(&[good, good, good], date(2026, 3, 1)), Some(good));
        assert_eq!(of(&[good, date(2026, 1, 2), date(2026, 1, 2)], date(2026, 3, 1)), None);
        // A day late, with a few sheets of today.
        let yesterday = [good, good, good, date(2026, 11, 19), date(2026, 11, 19), date(2026, 10, 1)];
        assert_eq!(of(&yesterday, date(2026, 11, 19)), None);
        assert_eq!(of(&[good; 3], Date::MAX), None);
    }
}
