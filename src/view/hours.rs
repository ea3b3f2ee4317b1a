//! Opening hours in words.

use super::PageBuilder;
use super::contract::RoundStop;
use crate::hours::{
    Dates, DaySaid, DayState, Days, HourSpan, Hours, HoursRule, Overlay, PUBLIC, Parity, SCHOOL, TimeOfDay,
    Week, When, is_open, unclear,
};
use crate::model::{self, Exception, Osm, Round, RoundDays};
use crate::text::{DAYS, at_place, between, fold, french, in_words, month};

impl PageBuilder<'_> {
    /// The curator's own words; without them, those made from the syntax.
    pub(super) fn hour_lines(&self, hours: &model::OpeningHours) -> Vec<String> {
        match &hours.osm {
            Some(Osm::Read(read)) if hours.words.is_empty() => self.lines_of(read),
            // An import keeps what it did not understand as it was written.
            None if is_unclear(hours) => Vec::new(),
            _ => hours.words.iter().map(|line| self.without_codes(line)).collect(),
        }
    }

    /// What nobody could put into words, as it was given.
    pub(super) fn raw_hours(&self, hours: &model::OpeningHours) -> Option<String> {
        let raw = match &hours.osm {
            None if is_unclear(hours) => {
                let lines: Vec<String> = hours.words.iter().map(|line| self.without_codes(line)).collect();
                return Some(lines.join("\u{202f}; "));
            }
            Some(Osm::Raw(raw)) if hours.words.is_empty() => raw,
            Some(Osm::Read(read)) if hours.words.is_empty() && read.rules.is_empty() => read.raw(),
            _ => return None,
        };
        Some(self.without_codes(raw))
    }

    /// « Fermé du 3 août 2026 au 21 août 2026 (congés d’été). » Past ones are left out.
    pub(super) fn exceptions(&self, hours: &model::OpeningHours) -> Vec<String> {
        let mut coming: Vec<&Exception> =
            hours.exceptions.iter().filter(|e| e.to >= self.context.date).collect();
        coming.sort_by_key(|e| (e.from, e.to));
        coming.into_iter().map(|e| self.exception(e)).collect()
    }

    fn exception(&self, e: &Exception) -> String {
        let (start, end) = between(e.from, e.to);
        let when = if e.from == e.to {
            self.fill("heures_le", &[("jour", &start)])
        } else {
            self.fill("heures_du_au", &[("debut", &start), ("fin", &end)])
        };
        let mut said = match &e.hours {
            None => self.fill("heures_ferme", &[("quand", &when)]),
            Some(hours) => match hours.times() {
                Some(times) => format!("{when}, {}", self.times(times)),
                None => format!("{when}, {}", joined(&self.clauses(hours))),
            },
        };
        if let Some(reason) = &e.reason {
            said = self.comment(&said, reason.trim_end_matches('.'));
        }
        sentence(&said)
    }

    /// The places and days of an itinerant service.
    pub(super) fn rounds(&self, rounds: &[Round]) -> Vec<RoundStop> {
        rounds.iter().map(|round| RoundStop { text: self.round(round), note: round.note.clone() }).collect()
    }

    /// « Le 1er mardi du mois, de 9 h à 12 h, à la mairie de Ploudiry. »
    fn round(&self, round: &Round) -> String {
        let name = french(round.commune.name);
        let town = at_place(&name);
        let place = match &round.place {
            Some(place) if fold(place).contains(&fold(&name)) => place.clone(),
            Some(place) => format!("{place}, {town}"),
            None => town.clone(),
        };
        let when = match &round.days {
            RoundDays::Regular(hours) => {
                let clauses = self.clauses(hours);
                if clauses.is_empty() {
                    return self.fill("tournee_passee", &[("lieu", &place)]);
                }
                joined(&clauses)
            }
            RoundDays::Dates(dates, times) => {
                let coming: Vec<String> = dates
                    .iter()
                    .filter(|date| **date >= self.context.date)
                    .map(|date| self.fill("heures_le", &[("jour", &in_words(*date))]))
                    .collect();
                if coming.is_empty() {
                    return self.fill("tournee_passee", &[("lieu", &place)]);
                }
                let days = self.together(&coming);
                if times.is_empty() { days } else { format!("{days}, {}", self.times(times)) }
            }
        };
        sentence(&format!("{when}, {place}"))
    }

    /// One sentence for the days that share their hours, one for those that are closed, one a special rule.
    fn lines_of(&self, hours: &Hours) -> Vec<String> {
        let (mut lines, closings): (Vec<Clause>, Vec<Clause>) =
            self.clauses(hours).into_iter().partition(|clause| !clause.closed);
        let closed = self.closed(hours);
        if !closed.is_empty() {
            let words = self.fill("heures_ferme", &[("quand", &closed)]);
            lines.push(Clause { words, closed: true });
        }
        // What is open first: that is what people came to read.
        lines.extend(closings);
        lines.iter().map(|clause| sentence(&clause.words)).collect()
    }

    /// The days of every week, and the holidays, that are closed without a comment, in one list.
    fn closed(&self, hours: &Hours) -> String {
        let week = hours.week();
        let plain = |said: &[DaySaid]| matches!(said, [(DayState::Closed, None)]);
        let open = hours.open_days();
        // Where some days are said open, the others are closed; not so when school holidays open all days.
        let others = week[..PUBLIC].iter().any(|said| is_open(said)) && !is_open(&week[SCHOOL]);
        let days = [0, 1, 2, 3, 4, 5, 6]
            .map(|at: usize| plain(&week[at]) || others && !open[at] && week[at].is_empty());
        let mut parts = if days == [false; 7] { Vec::new() } else { self.day_parts(days) };
        for (place, key) in [(PUBLIC, "heures_feries"), (SCHOOL, "heures_vacances")] {
            if plain(&week[place]) {
                parts.push(self.say(key));
            }
        }
        self.together(&parts)
    }

    /// What is open, and the special rules, without capital nor stop.
    fn clauses(&self, hours: &Hours) -> Vec<Clause> {
        let week = hours.week();
        let mut clauses = Vec::new();
        let mut done: Vec<&DaySaid> = Vec::new();
        for said in week[..SCHOOL].iter().flatten() {
            // Plain closings are told together, at the end.
            if *said == (DayState::Closed, None) || done.contains(&said) {
                continue;
            }
            done.push(said);
            let days = self.days_with(&week, said);
            clauses.push(self.clause_of(&days, said));
        }
        for said in week[SCHOOL].iter().filter(|said| **said != (DayState::Closed, None)) {
            let mut days = self.say("heures_vacances");
            if is_open(&week[SCHOOL]) && week[..PUBLIC].iter().any(|said| is_open(said)) {
                days = format!("{days}, {}", self.say("heures_tous_les_jours"));
            }
            clauses.push(self.clause_of(&days, said));
        }
        clauses.extend(
            hours
                .special()
                .filter(|rule| !rule.when.is_over(self.context.date))
                .map(|rule| Clause { words: self.special(rule), closed: rule.state == DayState::Closed }),
        );
        clauses
    }

    fn clause_of(&self, days: &str, (state, comment): &DaySaid) -> Clause {
        let words = self.clause(days, state, comment.as_deref());
        Clause { words, closed: *state == DayState::Closed }
    }

    /// « Du lundi au vendredi et les jours fériés »: the days of which that is said.
    fn days_with(&self, week: &Week, said: &DaySaid) -> String {
        let days = [0, 1, 2, 3, 4, 5, 6].map(|at: usize| week[at].contains(said));
        let mut parts = if days == [false; 7] { Vec::new() } else { self.day_parts(days) };
        if week[PUBLIC].contains(said) {
            parts.push(self.say("heures_feries"));
        }
        self.together(&parts)
    }

    fn special(&self, rule: &HoursRule) -> String {
        if rule.is_bare_comment() {
            return french(rule.comment.as_deref().unwrap_or_default());
        }
        let mut when = self.when(&rule.when);
        let DayState::Open(spans) = &rule.state else {
            return self.clause(&when, &rule.state, rule.comment.as_deref());
        };
        if rule.when.days.is_empty() && !rule.when.dates.iter().all(Dates::is_one_day) && !spans.is_empty()
            || rule.when.days.is_empty() && !rule.when.months.is_empty() && !spans.is_empty()
        {
            when = format!("{when}, {}", self.say("heures_tous_les_jours"));
        }
        let times = self.times(spans);
        let said = match rule.beside {
            Overlay::Alone => return self.clause(&when, &rule.state, rule.comment.as_deref()),
            Overlay::Instead => format!("{when}, {}", self.fill("heures_seulement", &[("heures", &times)])),
            Overlay::AsWell => format!("{when}, {}", self.fill("heures_aussi", &[("heures", &times)])),
        };
        match &rule.comment {
            Some(comment) => self.comment(&said, &french(comment)),
            None => said,
        }
    }

    fn clause(&self, days: &str, state: &DayState, comment: Option<&str>) -> String {
        let said = match state {
            DayState::Closed => self.fill("heures_ferme", &[("quand", &days)]),
            DayState::Open(spans) if spans.is_empty() => match comment {
                Some(comment) => return format!("{days}, {}", french(comment)),
                None => days.to_owned(),
            },
            DayState::Open(spans) => format!("{days}, {}", self.times(spans)),
            DayState::Unknown => match comment {
                Some(comment) => return format!("{days}, {}", french(comment)),
                None => self.fill("heures_inconnues", &[("quand", &days)]),
            },
        };
        match comment {
            Some(comment) => self.comment(&said, &french(comment)),
            None => said,
        }
    }

    fn comment(&self, said: &str, comment: &str) -> String {
        self.fill("heures_commentaire", &[("phrase", &said), ("commentaire", &comment)])
    }

    /// « du lundi au mercredi », « le samedi »
    fn day_parts(&self, on: [bool; 7]) -> Vec<String> {
        if on == [true; 7] {
            return vec![self.say("heures_tous_les_jours")];
        }
        let mut parts = Vec::new();
        let mut at = 0;
        while at < 7 {
            let length = on[at..].iter().take_while(|on| **on).count();
            if length >= 3 {
                let (start, end) = (DAYS[at], DAYS[at + length - 1]);
                parts.push(self.fill("heures_du_au", &[("debut", &start), ("fin", &end)]));
            } else {
                for day in &DAYS[at..at + length] {
                    parts.push(self.fill("heures_le", &[("jour", day)]));
                }
            }
            at += length.max(1);
        }
        parts
    }

    /// The days of a special rule: months, weeks, ranks in the month, holidays.
    fn when(&self, when: &When) -> String {
        let mut parts = Vec::new();
        let mut plain = When::default();
        for days in &when.days {
            match days {
                Days::Weekly(..) => plain.days.push(days.clone()),
                Days::Monthly(day, ranks) => parts.push(self.monthly(DAYS[*day as usize], ranks)),
                Days::PublicHolidays => parts.push(self.say("heures_feries")),
                Days::SchoolHolidays => parts.push(self.say("heures_vacances")),
            }
        }
        let every_day = when.days.is_empty() && when.is_seasonal();
        if !every_day && (!plain.days.is_empty() || parts.is_empty()) {
            let mut all = self.day_parts(plain.named());
            all.append(&mut parts);
            parts = all;
        }
        let mut said = vec![self.together(&parts)];
        said.retain(|words| !words.is_empty());
        if let Some(parity) = when.weeks {
            said.push(self.say(match parity {
                Parity::Odd => "heures_semaines_impaires",
                Parity::Even => "heures_semaines_paires",
            }));
        }
        let months = when.months.iter().map(|months| self.months(*months));
        let coming =
            when.dates.iter().filter(|dates| !matches!(dates, Dates::Once(_, to) if *to < self.context.date));
        let seasons: Vec<String> = months.chain(coming.map(|dates| self.dates(*dates))).collect();
        if !seasons.is_empty() {
            said.insert(0, self.together(&seasons));
        }
        said.join(", ")
    }

    /// « le 25 décembre », « du 24 au 31 décembre 2026 »
    fn dates(&self, dates: Dates) -> String {
        let (one, (start, end)) = match dates {
            Dates::Once(from, to) => (from == to, between(from, to)),
            Dates::Yearly(from, to) => (from == to, (each_year(from), each_year(to))),
        };
        if one {
            return self.fill("heures_le", &[("jour", &start)]);
        }
        self.fill("heures_du_au", &[("debut", &start), ("fin", &end)])
    }

    /// « le 1er mardi du mois », « les 1er et 3e mardis du mois »
    fn monthly(&self, day: &str, ranks: &[i8]) -> String {
        let ranks: Vec<String> = ranks
            .iter()
            .map(|rank| match rank {
                1 => self.say("heures_premier"),
                -1 => self.say("heures_dernier"),
                n => self.fill("heures_rang", &[("rang", n)]),
            })
            .collect();
        let key = if ranks.len() > 1 { "heures_jours_du_mois" } else { "heures_jour_du_mois" };
        self.fill(key, &[("rang", &self.together(&ranks)), ("jour", &day)])
    }

    fn months(&self, (first, last): (i8, i8)) -> String {
        if first == last {
            return self.fill("heures_en", &[("mois", &month(first))]);
        }
        let start = month(first);
        let key = if start.starts_with(['a', 'o']) { "heures_mois_d" } else { "heures_mois" };
        self.fill(key, &[("debut", &start), ("fin", &month(last))])
    }

    /// « de 9 h à 12 h et de 13 h 30 à 17 h »
    fn times(&self, spans: &[HourSpan]) -> String {
        if spans == [HourSpan::WHOLE_DAY] {
            return self.say("heures_jour_et_nuit");
        }
        let said: Vec<String> = spans
            .iter()
            .map(|span| match span.to {
                Some(to) => {
                    self.fill("heures_de_a", &[("debut", &self.time(span.from)), ("fin", &self.time(to))])
                }
                None => self.fill("heures_a_partir", &[("debut", &self.time(span.from))]),
            })
            .collect();
        self.together(&said)
    }

    pub(super) fn time(&self, time: TimeOfDay) -> String {
        match (time.hour % 24, time.minute) {
            (0, 0) => self.say("heures_minuit"),
            (hour, 0) => self.fill("heures_heure", &[("heure", &hour)]),
            (hour, minute) => {
                self.fill("heures_minutes", &[("heure", &hour), ("minutes", &format!("{minute:02}"))])
            }
        }
    }

    /// « a, b et c »
    fn together(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.fill("heures_et", &[("debut", &first.join(", ")), ("fin", last)]),
        }
    }

    pub(super) fn fill(&self, key: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        self.context.texts.fill(key, values)
    }
}

/// Whether words about hours are none.
fn is_unclear(hours: &model::OpeningHours) -> bool {
    hours.words.iter().any(|line| unclear(line).is_some())
}

/// A part of what is said, without capital nor stop.
struct Clause {
    words: String,
    closed: bool,
}

/// Several clauses in one line.
fn joined(clauses: &[Clause]) -> String {
    let words: Vec<&str> = clauses.iter().map(|clause| clause.words.as_str()).collect();
    words.join("\u{202f}; ")
}

/// « 1er mai », of any year.
fn each_year((number, day): (i8, i8)) -> String {
    let rank = if day == 1 { "er" } else { "" };
    format!("{day}{rank}\u{a0}{}", month(number))
}

/// With a capital and a stop.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    let stop = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), chars.as_str())
}
