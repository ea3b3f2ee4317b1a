//! When a service is open: words, OpenStreetMap's syntax, exceptions, rounds.

use super::fields::Fields;
use super::said;
use crate::diag::catalogue::{fields as say, identity, services};
use crate::hours::{self, Doubt, HourSpan as TimeSpan, HoursFault, Unclear};
use crate::model::{Exception, OpeningHours, Osm, Round, RoundDays};
use crate::source::{At, Span};
use crate::territory::{Commune, Zone};
use crate::text::{DAYS, PartialDate};
use jiff::civil::Date;

const TIMES: &str = "des heures, par exemple 09:00-12:00,13:30-17:00";

/// `horaires`
pub fn hours(f: &mut Fields<'_>) -> Option<OpeningHours> {
    let map = f.node("horaires")?;
    let mut keys = Fields::new(map, "horaires", f.out());
    let words = keys.text("texte").unwrap_or_default();
    if let Some((line, unclear)) = words.lines().find_map(|line| Some((line, hours::unclear(line)?))) {
        let place = keys.key_span("texte");
        let time = if let Unclear::NoSuchTime(time) = &unclear { Some(time.as_str()) } else { None };
        keys.out().push(services::words_not_read(place, line.trim(), time));
    }
    let raw = keys.raw("osm");
    let note = keys.text("precision");
    let exceptions = exceptions(&mut keys);
    let osm = raw.map(|raw| osm(&raw, &words, &mut keys));
    keys.finish();
    let words = words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Some(OpeningHours { words, osm, note, exceptions })
}

/// What cannot be read is kept, and said.
fn osm(raw: &At<String>, words: &str, h: &mut Fields<'_>) -> Osm {
    h.refuse_code(raw);
    match hours::Hours::parse(&raw.value) {
        Ok(read) => {
            match &read.doubt {
                Some(Doubt::Undone { rule, by, repair }) => {
                    h.out().push(services::hours_undone(raw.span, rule, by, repair.as_deref()));
                }
                Some(Doubt::NoLength(span)) => h.out().push(services::hours_without_length(raw.span, span)),
                Some(Doubt::Beyond) if words.is_empty() => {
                    h.out().push(services::hours_without_words(raw.span, &raw.value));
                }
                Some(Doubt::Beyond) | None => {}
            }
            if let Some(said) = said::read(words).filter(|_| !read.rules.is_empty()) {
                compare(&said, &read, raw.span, h);
            }
            Osm::Read(read)
        }
        Err(fault) => {
            let time = match &fault {
                HoursFault::NoSuchTime(time) => Some(time.as_str()),
                HoursFault::NotHours => None,
            };
            h.out().push(services::hours_not_read(raw.span, &raw.value, time));
            Osm::Raw(raw.value.clone())
        }
    }
}

fn day_list(days: [bool; 7]) -> String {
    let names: Vec<&str> = DAYS.iter().zip(days).filter(|(_, on)| *on).map(|(name, _)| *name).collect();
    names.join(", ")
}

/// The days first; then, of the same days, the times.
fn compare(said: &said::SaidHours, read: &hours::Hours, span: Span, h: &mut Fields<'_>) {
    if said.open != read.open_days() {
        let (words, osm) = (day_list(said.open), day_list(read.open_days()));
        h.out().push(services::hours_disagree(span, &words, &osm));
        return;
    }
    let Some(week) = read.plain_week() else { return };
    if let Some((day, times)) =
        (0..7).map(|day| (day, &week[day])).find(|(day, times)| said.sometimes[*day] && !times.is_empty())
    {
        h.out().push(services::hours_disagree_some_weeks(span, DAYS[day], &clock_list(times)));
        return;
    }
    let Some(times) = &said.times else {
        let open = |(day, half): &&(usize, said::Half)| week[*day].iter().any(|times| half.meets(*times));
        if let Some((day, half)) = said.shut.iter().find(open) {
            let times: Vec<_> = week[*day].iter().copied().filter(|times| half.meets(*times)).collect();
            h.out().push(services::hours_disagree_half(
                span,
                DAYS[*day],
                *half == said::Half::Morning,
                &clock_list(&times),
            ));
        }
        return;
    };
    let differs = DAYS.iter().zip(times).zip(week).find(|((_, words), osm)| *words != osm);
    if let Some(((day, words), osm)) = differs {
        h.out().push(services::hours_disagree_at(span, day, &clock_list(words), &clock_list(&osm)));
    }
}

/// `09:00-12:00,13:30-17:00`
fn clock_list(times: &[(u16, u16)]) -> String {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let list: Vec<String> =
        times.iter().map(|(from, to)| format!("{}-{}", clock(*from), clock(*to))).collect();
    list.join(",")
}

/// `exceptions`: days that are not like the others.
fn exceptions(h: &mut Fields<'_>) -> Vec<Exception> {
    let mut list = Vec::new();
    for node in h.maps("exceptions") {
        let mut e = Fields::new(node, "exceptions", h.out());
        e.demand("du", "du: 2026-12-24");
        let from = e.date("du");
        let to = e.date("au");
        let closed = e.yes_no("ferme");
        let has_closed = e.has("ferme");
        let times = e.raw("heures").and_then(|raw| read(&raw, "heures", TIMES, &mut e));
        let reason = e.text("raison");
        let closed_and_open = match closed {
            Some(true) => e.has("heures"),
            Some(false) => !e.has("heures"),
            // A word that is there and wrong has been spoken of already.
            None => !has_closed && !e.has("heures"),
        };
        let span = e.span();
        if closed_and_open {
            e.out().push(services::closed_and_open(span));
        }
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let place = e.key_span("au");
            e.out().push(services::inverted_dates(place));
        }
        e.finish();
        if let Some(from) = from {
            list.push(Exception { from, to: to.unwrap_or(from), hours: times, reason });
        }
    }
    list
}

/// Hours that must be understood: nothing else says them.
fn read(raw: &At<String>, key: &str, expected: &str, f: &mut Fields<'_>) -> Option<hours::Hours> {
    f.refuse_code(raw);
    // `off` alone would be days on which nobody comes.
    let read = hours::Hours::parse(&raw.value).ok().filter(hours::Hours::opens);
    if read.is_none() {
        f.out().push(say::bad_format(raw.span, key, &raw.value, expected));
    }
    read
}

/// `tournee`: the places where an itinerant service passes.
pub fn rounds(f: &mut Fields<'_>) -> Vec<Round> {
    let mut rounds = Vec::new();
    for node in f.maps("tournee") {
        let mut r = Fields::new(node, "tournee", f.out());
        r.demand("commune", "commune: \"29180\"");
        let commune = r.raw("commune").and_then(|code| commune(&code, &mut r));
        let place = r.text("lieu");
        let days = days(&mut r);
        let note = r.text("precision");
        r.finish();
        if let (Some(commune), Some(days)) = (commune, days) {
            rounds.push(Round { commune, place, days, note });
        }
    }
    rounds
}

fn commune(code: &At<String>, r: &mut Fields<'_>) -> Option<&'static Commune> {
    r.refuse_code(code);
    if let Some(Zone::Commune(commune)) = Zone::parse(&code.value) {
        return Some(commune);
    }
    r.out().push(identity::unknown_territory(code.span, &code.value));
    None
}

fn days(r: &mut Fields<'_>) -> Option<RoundDays> {
    let times = r.raw("heures").and_then(|raw| {
        let spans = hours::Hours::parse(&raw.value).ok().and_then(|hours| hours.times().map(<[_]>::to_vec));
        if spans.is_none() {
            r.refuse_code(&raw);
            r.out().push(say::bad_format(raw.span, "heures", &raw.value, TIMES));
        }
        spans
    });
    let regular = r.raw("jours").and_then(|raw| regular(&raw, times.as_deref(), r));
    let dates = dates(r);
    let span = r.span();
    if r.has("jours") == r.has("dates") {
        r.out().push(services::round_without_days(span));
        return None;
    }
    regular.or_else(|| (!dates.is_empty()).then(|| RoundDays::Dates(dates, times.unwrap_or_default())))
}

/// `jours: Tu[1]`, with or without its times.
fn regular(raw: &At<String>, times: Option<&[TimeSpan]>, r: &mut Fields<'_>) -> Option<RoundDays> {
    let read = read(raw, "jours", "des jours, par exemple Tu[1] pour le premier mardi du mois", r)?;
    Some(RoundDays::Regular(match times {
        Some(times) if read.is_days_only() => read.with_times(times),
        _ => read,
    }))
}

fn dates(r: &mut Fields<'_>) -> Vec<Date> {
    let mut dates = Vec::new();
    for value in r.list("dates") {
        match PartialDate::parse(&value.value) {
            Some(PartialDate::Day(date)) => dates.push(date),
            _ => r.bad_date(&value, "dates", "", "des dates AAAA-MM-JJ, par exemple [2026-12-01]"),
        }
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}
