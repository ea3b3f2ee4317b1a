//! When a service is open: words, OpenStreetMap's syntax, exceptions, rounds.

use super::fields::Fields;
use super::said;
use crate::diag::catalogue::{fields as say, identity, services};
use crate::hours::{self, Doubt, HourSpan as TimeSpan, HoursFault, Unclear};
use crate::keys::KeyForm::{Day, Maps, Text, Texts};
use crate::keys::{KeyRow, keys, may, must, yes_no};
use crate::model::{Exception, OpeningHours, Osm, Round, RoundDays};
use crate::plain::PassageKind;
use crate::source::{At, Span};
use crate::territory::{Commune, Zone};
use crate::text::{DAYS, PartialDate};
use jiff::civil::Date;

keys! {
    /// When a place is open.
    HOURS {
        WORDS = may("texte", Text, "des phrases, une ligne par groupe de jours").read_as(PassageKind::Title);
        OSM = may("osm", Text, "les mêmes horaires, pour les machines et pour l’export : `Mo-Fr 09:00-12:00`");
        NOTE = may("precision", Text, "ce qu’il faut savoir en plus ; dit en grand").read_as(PassageKind::Text);
        EXCEPTIONS = may("exceptions", Maps(EXCEPTION), "les jours qui ne sont pas comme les autres");
    }
    /// Days that are not like the others.
    EXCEPTION {
        FROM = must("du", "du: 2026-12-24", Day, "le premier jour");
        TO = may("au", Day, "le dernier jour ; le même sans elle");
        CLOSED = yes_no("ferme", "s’il est fermé ; sinon, `heures`");
        OPEN_TIMES = may("heures", Text, "des heures : `09:00-12:00,13:30-17:00`");
        REASON = may("raison", Text, "pourquoi").read_as(PassageKind::Title);
    }
    /// A place where an itinerant service passes.
    ROUND {
        COMMUNE = must(
            "commune",
            "commune: \"29180\"",
            Text,
            "le [code INSEE](#les-territoires) de la commune où il passe, entre guillemets",
        );
        PLACE = may("lieu", Text, "l’endroit, comme on le dit : `à la mairie de Ploudiry`");
        TIMES_THERE = may("heures", Text, "des heures : `09:00-12:30`");
        DAYS_THERE = may(
            "jours",
            Text,
            "des jours dans la syntaxe d’`osm` : `Tu[1]` pour le premier mardi du mois ; il faut `jours` ou `dates`",
        );
        DATES = may(
            "dates",
            Texts,
            "une liste de jours : `[2026-12-03, 2027-01-07]` ; les jours passés ne se montrent plus",
        );
        ROUND_NOTE = may("precision", Text, "une phrase").read_as(PassageKind::Text);
    }
}

const TIMES: &str = "des heures, par exemple 09:00-12:00,13:30-17:00";

/// `horaires`
pub fn hours(f: &mut Fields<'_>, key: KeyRow) -> Option<OpeningHours> {
    let map = f.node(key)?;
    let mut keys = Fields::new(map, key.name, f.out());
    let words = keys.text(key::WORDS).unwrap_or_default();
    if let Some((line, unclear)) = words.lines().find_map(|line| Some((line, hours::unclear(line)?))) {
        let place = keys.key_span(key::WORDS);
        let time = if let Unclear::NoSuchTime(time) = &unclear { Some(time.as_str()) } else { None };
        keys.out().push(services::words_not_read(place, line.trim(), time));
    }
    let raw = keys.raw(key::OSM);
    let note = keys.text(key::NOTE);
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
    for node in h.maps(key::EXCEPTIONS) {
        let mut e = Fields::new(node, key::EXCEPTIONS.name, h.out());
        let from = e.date(key::FROM);
        let to = e.date(key::TO);
        let closed = e.yes_no(key::CLOSED);
        let has_closed = e.has(key::CLOSED);
        let times = e.raw(key::OPEN_TIMES).and_then(|raw| read(&raw, key::OPEN_TIMES, TIMES, &mut e));
        let reason = e.text(key::REASON);
        let closed_and_open = match closed {
            Some(true) => e.has(key::OPEN_TIMES),
            Some(false) => !e.has(key::OPEN_TIMES),
            // A word that is there and wrong has been spoken of already.
            None => !has_closed && !e.has(key::OPEN_TIMES),
        };
        let span = e.span();
        if closed_and_open {
            e.out().push(services::closed_and_open(span));
        }
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let place = e.key_span(key::TO);
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
fn read(raw: &At<String>, key: KeyRow, expected: &str, f: &mut Fields<'_>) -> Option<hours::Hours> {
    f.refuse_code(raw);
    // `off` alone would be days on which nobody comes.
    let read = hours::Hours::parse(&raw.value).ok().filter(hours::Hours::opens);
    if read.is_none() {
        f.out().push(say::bad_format(raw.span, key.name, &raw.value, expected));
    }
    read
}

/// `tournee`: the places where an itinerant service passes.
pub fn rounds(f: &mut Fields<'_>, key: KeyRow) -> Vec<Round> {
    let mut rounds = Vec::new();
    for node in f.maps(key) {
        let mut r = Fields::new(node, key.name, f.out());
        let commune = r.raw(key::COMMUNE).and_then(|code| commune(&code, &mut r));
        let place = r.text(key::PLACE);
        let days = days(&mut r);
        let note = r.text(key::ROUND_NOTE);
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
    let times = r.raw(key::TIMES_THERE).and_then(|raw| {
        let spans = hours::Hours::parse(&raw.value).ok().and_then(|hours| hours.times().map(<[_]>::to_vec));
        if spans.is_none() {
            r.refuse_code(&raw);
            r.out().push(say::bad_format(raw.span, key::TIMES_THERE.name, &raw.value, TIMES));
        }
        spans
    });
    let regular = r.raw(key::DAYS_THERE).and_then(|raw| regular(&raw, times.as_deref(), r));
    let dates = dates(r);
    let span = r.span();
    if r.has(key::DAYS_THERE) == r.has(key::DATES) {
        r.out().push(services::round_without_days(span));
        return None;
    }
    regular.or_else(|| (!dates.is_empty()).then(|| RoundDays::Dates(dates, times.unwrap_or_default())))
}

/// `jours: Tu[1]`, with or without its times.
fn regular(raw: &At<String>, times: Option<&[TimeSpan]>, r: &mut Fields<'_>) -> Option<RoundDays> {
    let read = read(raw, key::DAYS_THERE, "des jours, par exemple Tu[1] pour le premier mardi du mois", r)?;
    Some(RoundDays::Regular(match times {
        Some(times) if read.is_days_only() => read.with_times(times),
        _ => read,
    }))
}

fn dates(r: &mut Fields<'_>) -> Vec<Date> {
    let mut dates = Vec::new();
    for value in r.list(key::DATES) {
        match PartialDate::parse(&value.value) {
            Some(PartialDate::Day(date)) => dates.push(date),
            _ => r.bad_date(&value, key::DATES.name, "", "des dates AAAA-MM-JJ, par exemple [2026-12-01]"),
        }
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}
