//! What a French text says of the days of the week: which are open, and at what times, when a program can tell.

use crate::text::{DAYS, fold};

/// From and to, in minutes.
pub type MinuteRange = Vec<(u16, u16)>;

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidHours {
    pub open: [bool; 7],
    /// The times of each open day; none when some words were not understood, or give none.
    pub times: Option<[MinuteRange; 7]>,
    /// Half-days that are closed, each week.
    pub shut: Vec<(usize, Half)>,
    /// Open days that are closed in some weeks.
    pub sometimes: [bool; 7],
}

/// Half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// Whether those times have some of that half. Noon, and what ends soon after it, is of the morning.
    #[must_use]
    pub fn meets(self, (from, to): (u16, u16)) -> bool {
        match self {
            Self::Morning => from < 12 * 60,
            Self::Afternoon => to > 13 * 60 + 30,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SaidToken {
    Day(usize),
    WeekEnd,
    EveryDay,
    /// « au »: from a day to another.
    To,
    Closed,
    Except,
    /// « matin », « après-midi »; none of both for « soir », « midi »
    Part(Option<Half>),
    Time(u16),
    /// « sur rendez-vous »: what follows is not of the hours.
    Asking,
    /// A month, the holidays.
    Season,
    /// « 1er mardi », « sur deux »: not every week.
    Sometimes,
    Plain,
    /// A word that may change all.
    Other,
}

/// The days that a text names as open, when it names any in a way that a program understands.
pub fn read(text: &str) -> Option<SaidHours> {
    let mut open = [false; 7];
    let mut closed = [false; 7];
    let mut times: [MinuteRange; 7] = Default::default();
    let mut sure = true;
    let mut shut: Vec<(usize, Half)> = Vec::new();
    let mut sometimes = [false; 7];
    for part in fold(text).split(['.', ';', '\n']) {
        let mut reading = SaidReading::default();
        let tokens = tokens(part);
        reading.season = tokens.contains(&SaidToken::Season);
        for (at, token) in tokens.iter().enumerate() {
            if *token == SaidToken::Asking {
                reading.sure = false;
                break;
            }
            reading.take(*token, at.checked_sub(1).and_then(|at| tokens.get(at)))?;
        }
        reading.end();
        let names_none = reading.open == [false; 7];
        sure &= !reading.unsure && (names_none || reading.sure && !reading.season);
        for day in 0..7 {
            open[day] |= reading.open[day];
            closed[day] |= reading.closed[day];
            sometimes[day] |= reading.sometimes[day];
            times[day].append(&mut reading.times[day]);
        }
        shut.append(&mut reading.shut);
    }
    // Of a day that is named for its closed half only, the other half is told elsewhere, or nowhere.
    if shut.iter().any(|(day, _)| !open[*day]) {
        return None;
    }
    for day in 0..7 {
        sure &= !sometimes[day];
        for (_, half) in shut.iter().filter(|(of, _)| *of == day) {
            let other = if *half == Half::Morning { Half::Afternoon } else { Half::Morning };
            sure &= !times[day].iter().any(|times| half.meets(*times) && other.meets(*times));
            times[day].retain(|times| !half.meets(*times));
        }
        let both = [Half::Morning, Half::Afternoon].iter().all(|half| shut.contains(&(day, *half)));
        open[day] &= !closed[day] && !both;
        times[day].sort_unstable();
        // A day without times beside others that have some, or times that overlap: one does not know.
        sure &= !open[day] || !times[day].is_empty() && times[day].windows(2).all(|two| two[0].1 <= two[1].0);
        if !open[day] {
            times[day].clear();
        }
    }
    open.contains(&true).then_some(SaidHours { open, times: sure.then_some(times), shut, sometimes })
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// Days that are being named.
    #[default]
    Naming,
    /// Their times are being given.
    Timing,
    /// After « fermé »: days that are closed.
    Closing,
    /// After « sauf »: days that are taken away.
    Excepting,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of the sentence that is being read")]
struct SaidReading {
    subject: [bool; 7],
    taken: [bool; 7],
    last: Option<usize>,
    part_of_day: bool,
    half: Option<Half>,
    /// « 1er », before a day that is taken away.
    rare: bool,
    /// The one day that the last words closed or took away.
    away: Option<usize>,
    from: Option<u16>,
    mode: Mode,
    season: bool,
    sure: bool,
    unsure: bool,
    open: [bool; 7],
    closed: [bool; 7],
    times: [MinuteRange; 7],
    shut: Vec<(usize, Half)>,
    sometimes: [bool; 7],
}

impl Default for SaidReading {
    fn default() -> Self {
        Self {
            subject: [false; 7],
            taken: [false; 7],
            last: None,
            part_of_day: false,
            half: None,
            rare: false,
            away: None,
            from: None,
            mode: Mode::Naming,
            season: false,
            sure: true,
            unsure: false,
            open: [false; 7],
            closed: [false; 7],
            times: Default::default(),
            shut: Vec::new(),
            sometimes: [false; 7],
        }
    }
}

impl SaidReading {
    /// One more token; `None` when the days cannot be told.
    fn take(&mut self, token: SaidToken, before: Option<&SaidToken>) -> Option<()> {
        match token {
            SaidToken::Sometimes => {
                // « Sauf le 1er mercredi du mois »
                if !matches!(self.mode, Mode::Closing | Mode::Excepting) || self.season {
                    return None;
                }
                self.rare = true;
            }
            SaidToken::Day(day) if self.rare => {
                self.sometimes[day] = true;
                self.rare = false;
                self.away = None;
            }
            SaidToken::Day(day) => {
                let mut days = [false; 7];
                match self.last.filter(|_| before == Some(&SaidToken::To)) {
                    Some(first) => {
                        let length = (day + 7 - first) % 7;
                        (first..=first + length).for_each(|day| days[day % 7] = true);
                    }
                    None => days[day] = true,
                }
                self.last = Some(day);
                self.name(days);
            }
            SaidToken::WeekEnd => self.name([false, false, false, false, false, true, true]),
            SaidToken::EveryDay => self.name([true; 7]),
            SaidToken::Closed => {
                let named = self.mode == Mode::Naming && self.subject.contains(&true);
                if self.part_of_day && (!named || self.half.is_none()) && self.mode == Mode::Naming {
                    return None;
                }
                if named && self.part_of_day {
                    // « Mercredi après-midi : fermé »
                    let mut days = (0..7).filter(|day| self.subject[*day]);
                    let (Some(day), None, Some(half)) = (days.next(), days.next(), self.half) else {
                        return None;
                    };
                    self.shut.push((day, half));
                    self.subject = [false; 7];
                    self.part_of_day = false;
                    self.mode = Mode::Closing;
                } else if named {
                    self.close(self.subject);
                    self.subject = [false; 7];
                } else {
                    self.end();
                    self.mode = Mode::Closing;
                }
            }
            SaidToken::Except => {
                // « Ni le samedi, ni le dimanche »
                if self.mode == Mode::Excepting {
                    self.except();
                }
                self.taken = [false; 7];
                self.mode = Mode::Excepting;
            }
            SaidToken::Part(half) => {
                // « Sauf le mercredi après-midi »: not the whole day.
                let closing = self.away.is_some() && self.subject == [false; 7];
                if matches!(self.mode, Mode::Closing | Mode::Excepting) || closing {
                    self.halve(half?)?;
                } else {
                    self.part_of_day = true;
                    self.half = half;
                }
            }
            SaidToken::Time(minutes) => self.time(minutes)?,
            SaidToken::Other => self.unsure = true,
            SaidToken::To | SaidToken::Asking | SaidToken::Season | SaidToken::Plain => {}
        }
        Some(())
    }

    fn name(&mut self, days: [bool; 7]) {
        let add = |list: &mut [bool; 7]| list.iter_mut().zip(days).for_each(|(on, more)| *on |= more);
        match self.mode {
            Mode::Naming => add(&mut self.subject),
            Mode::Timing => {
                self.end();
                self.mode = Mode::Naming;
                add(&mut self.subject);
            }
            Mode::Closing => self.close(days),
            Mode::Excepting => {
                add(&mut self.taken);
                self.away = only(self.taken);
            }
        }
        self.part_of_day = false;
    }

    /// Of the day that is being closed, that half only. « Le mercredi et le vendredi après-midi »: one does not know.
    fn halve(&mut self, half: Half) -> Option<()> {
        let day = self.away.filter(|_| !self.season)?;
        self.taken[day] = false;
        self.closed[day] = false;
        self.shut.push((day, half));
        Some(())
    }

    fn close(&mut self, days: [bool; 7]) {
        // A day that follows « mercredi après-midi » stands alone; one that follows « mercredi » does not.
        let whole = self.away.is_none_or(|day| !self.closed[day]);
        self.away = only(days).filter(|_| whole);
        // « Fermé le mercredi en août » closes no Wednesday of the year.
        if !self.season {
            self.closed.iter_mut().zip(days).for_each(|(closed, day)| *closed |= day);
        }
    }

    fn time(&mut self, minutes: u16) -> Option<()> {
        match self.mode {
            // « Fermé le mercredi de 14 h à 16 h »
            Mode::Closing
                if self.closed.contains(&true) || self.away.is_some() || self.sometimes.contains(&true) =>
            {
                return None;
            }
            Mode::Closing => {
                self.unsure = true;
                return Some(());
            }
            Mode::Excepting => {
                // « De 9 h à 12 h, sauf le mercredi : 14 h à 16 h »: other times, and open all the same.
                let timed = self.subject.iter().zip(&self.times).any(|(on, times)| *on && !times.is_empty());
                if timed || !self.shut.is_empty() || self.sometimes.contains(&true) {
                    return None;
                }
                self.except();
                self.mode = Mode::Timing;
            }
            // « Mercredi : fermé de 12 h à 14 h »
            Mode::Naming if self.subject == [false; 7] && self.closed.contains(&true) => return None,
            Mode::Naming => self.mode = Mode::Timing,
            Mode::Timing => {}
        }
        match self.from.take() {
            None => self.from = Some(minutes),
            Some(from) if from < minutes => {
                for (times, _) in self.times.iter_mut().zip(self.subject).filter(|(_, on)| *on) {
                    times.push((from, minutes));
                }
            }
            Some(_) => self.unsure = true,
        }
        Some(())
    }

    fn except(&mut self) {
        if !self.season {
            self.subject.iter_mut().zip(self.taken).for_each(|(on, taken)| *on &= !taken);
            let taken = self.taken;
            self.close(taken);
        }
        self.taken = [false; 7];
        self.away = None;
    }

    /// The days that were named are open.
    fn end(&mut self) {
        if self.mode == Mode::Excepting {
            self.except();
        }
        self.unsure |= self.from.take().is_some();
        self.open.iter_mut().zip(self.subject).for_each(|(open, on)| *open |= on);
        self.subject = [false; 7];
        self.part_of_day = false;
    }
}

/// The day, when there is one.
fn only(days: [bool; 7]) -> Option<usize> {
    let mut named = (0..7).filter(|day| days[*day]);
    named.next().filter(|_| named.next().is_none())
}

fn tokens(part: &str) -> Vec<SaidToken> {
    let mut words: Vec<(&str, &str)> = Vec::new();
    let mut rest = part;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (gap, word) = rest.split_at(start);
        let end = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        words.push((gap, word));
        rest = after;
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((_, word)) = words.get(at) {
        let (token, used) = time(&words, at).map_or_else(
            || {
                token(
                    word,
                    words.get(at + 1).map_or("", |(_, next)| *next),
                    words.get(at + 2).map_or("", |(_, next)| *next),
                )
            },
            |(minutes, used)| (SaidToken::Time(minutes), used),
        );
        out.push(token);
        // « Un mercredi sur deux »
        if token == SaidToken::Sometimes
            && let Some(day) = day_of(word)
        {
            out.push(SaidToken::Day(day));
        }
        at += used;
        if matches!(token, SaidToken::Day(_)) && is_range(&words, at) {
            out.push(SaidToken::To);
        }
    }
    out
}

/// « lundi - vendredi », « lundi à vendredi », « lundi → vendredi »: whether the day at that place ends a range that
/// the one before it begins. « Lundi - mercredi - vendredi » is a list.
fn is_range(words: &[(&str, &str)], at: usize) -> bool {
    let day = |at: usize| words.get(at).is_some_and(|(_, word)| DAYS.contains(&word.trim_end_matches('s')));
    let joined = |at: usize| {
        day(at) && words.get(at).is_some_and(|(gap, _)| ["-", "–", "—", "→", "->"].contains(&gap.trim()))
    };
    let before = at.checked_sub(1).is_some_and(|before| joined(before) && before > 0 && day(before - 1));
    joined(at) && !joined(at + 1) && !before
}

fn day_of(word: &str) -> Option<usize> {
    DAYS.iter().position(|day| *day == word.trim_end_matches('s'))
}

fn token(word: &str, next: &str, after: &str) -> (SaidToken, usize) {
    if let Some(day) = day_of(word) {
        return if next == "sur" { (SaidToken::Sometimes, 1) } else { (SaidToken::Day(day), 1) };
    }
    match word {
        "tous" | "toute" | "toutes" if (next, after) == ("les", "jours") => (SaidToken::EveryDay, 3),
        "week" if next == "end" || next == "ends" => (SaidToken::WeekEnd, 2),
        "weekend" | "weekends" => (SaidToken::WeekEnd, 1),
        "au" => (SaidToken::To, 1),
        "a" | "jusqu" if DAYS.contains(&next.trim_end_matches('s')) => (SaidToken::To, 1),
        // « N’hésitez pas à venir », « pas seulement le lundi »
        "pas" if ["a", "seulement", "uniquement", "que", "toujours", "encore"].contains(&next) => {
            (SaidToken::Other, 1)
        }
        "pas" | "ni" | "jamais" | "sauf" | "excepte" | "exception" | "hormis" | "hors" => {
            (SaidToken::Except, 1)
        }
        "ferme" | "fermee" | "fermes" | "fermees" | "fermeture" => (SaidToken::Closed, 1),
        "matin" | "matins" | "matinee" | "matinees" => (SaidToken::Part(Some(Half::Morning)), 1),
        "soir" | "soirs" | "soiree" | "midi" => (SaidToken::Part(None), 1),
        "apres" if next == "midi" || next == "midis" => (SaidToken::Part(Some(Half::Afternoon)), 2),
        "rendez" | "rdv" => (SaidToken::Asking, 1),
        "vacances" | "feries" | "ferie" | "ete" | "hiver" | "scolaire" | "scolaires" => {
            (SaidToken::Season, 1)
        }
        "premier" | "premiers" | "deuxieme" | "deuxiemes" | "troisieme" | "troisiemes" | "quatrieme"
        | "dernier" | "derniers" | "alternance" | "quinzaine" | "pair" | "paire" | "paires" | "impair"
        | "impaire" | "impaires" => (SaidToken::Sometimes, 1),
        "le" | "la" | "les" | "l" | "du" | "de" | "des" | "a" | "et" | "puis" | "h" | "heure" | "heures"
        | "ouvert" | "ouverte" | "ouverture" | "horaires" | "jour" | "jours" | "ainsi" | "que" | "mais" => {
            (SaidToken::Plain, 1)
        }
        _ if crate::text::is_month(word) => (SaidToken::Season, 1),
        _ if word.starts_with(|c: char| c.is_ascii_digit()) && DAYS.contains(&next.trim_end_matches('s')) => {
            (SaidToken::Sometimes, 1)
        }
        _ => (SaidToken::Other, 1),
    }
}

/// `9h`, `9h30`, « 9 h 30 », `09:00`: the minutes, and how many words they take.
fn time(words: &[(&str, &str)], at: usize) -> Option<(u16, usize)> {
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let word = |at: usize| words.get(at).map_or("", |(_, word)| *word);
    let gap = |at: usize| words.get(at).map_or("", |(gap, _)| gap.trim());
    let minutes = |at: usize| {
        let good = word(at).len() == 2 && digits(word(at)) && gap(at).is_empty() && word(at + 1) != "h";
        good.then(|| word(at))
    };
    let (hour, minute, used) = match word(at).split_once('h') {
        Some((hour, "")) if digits(hour) => {
            (hour, minutes(at + 1).unwrap_or("0"), 1 + usize::from(minutes(at + 1).is_some()))
        }
        Some((hour, minute)) if digits(hour) && minute.len() == 2 && digits(minute) => (hour, minute, 1),
        None if digits(word(at)) && word(at + 1) == "h" => {
            (word(at), minutes(at + 2).unwrap_or("0"), 2 + usize::from(minutes(at + 2).is_some()))
        }
        None if digits(word(at)) && gap(at + 1) == ":" && word(at + 1).len() == 2 && digits(word(at + 1)) => {
            (word(at), word(at + 1), 2)
        }
        _ => return None,
    };
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour * 60 + minute <= 24 * 60 && minute < 60).then_some((hour * 60 + minute, used))
}

#[cfg(test)]
mod tests;
