//! What a French text says of the days of the week: which are open, and at what times, when a program can tell.

use crate::text::{DAYS, fold};

/// From and to, in minutes.
pub type Times = Vec<(u16, u16)>;

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub open: [bool; 7],
    /// The times of each open day; none when some words were not understood, or give none.
    pub times: Option<[Times; 7]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Day(usize),
    WeekEnd,
    EveryDay,
    /// « au »: from a day to another.
    To,
    Closed,
    Except,
    /// « matin », « après-midi »
    Part,
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
pub fn read(text: &str) -> Option<Said> {
    let mut open = [false; 7];
    let mut closed = [false; 7];
    let mut times: [Times; 7] = Default::default();
    let mut sure = true;
    for part in fold(text).split(['.', ';', '\n']) {
        let mut reading = Reading::default();
        let tokens = tokens(part);
        reading.season = tokens.contains(&Token::Season);
        for (at, token) in tokens.iter().enumerate() {
            if *token == Token::Asking {
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
            times[day].append(&mut reading.times[day]);
        }
    }
    for day in 0..7 {
        open[day] &= !closed[day];
        times[day].sort_unstable();
        // A day without times beside others that have some, or times that overlap: one does not know.
        sure &= !open[day] || !times[day].is_empty() && times[day].windows(2).all(|two| two[0].1 <= two[1].0);
        if !open[day] {
            times[day].clear();
        }
    }
    open.contains(&true).then_some(Said { open, times: sure.then_some(times) })
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
struct Reading {
    subject: [bool; 7],
    taken: [bool; 7],
    last: Option<usize>,
    part_of_day: bool,
    from: Option<u16>,
    mode: Mode,
    season: bool,
    sure: bool,
    unsure: bool,
    open: [bool; 7],
    closed: [bool; 7],
    times: [Times; 7],
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            subject: [false; 7],
            taken: [false; 7],
            last: None,
            part_of_day: false,
            from: None,
            mode: Mode::Naming,
            season: false,
            sure: true,
            unsure: false,
            open: [false; 7],
            closed: [false; 7],
            times: Default::default(),
        }
    }
}

impl Reading {
    /// One more token; `None` when the days cannot be told.
    fn take(&mut self, token: Token, before: Option<&Token>) -> Option<()> {
        match token {
            Token::Sometimes => return None,
            Token::Day(day) => {
                let mut days = [false; 7];
                match self.last.filter(|_| before == Some(&Token::To)) {
                    Some(first) => {
                        let length = (day + 7 - first) % 7;
                        (first..=first + length).for_each(|day| days[day % 7] = true);
                    }
                    None => days[day] = true,
                }
                self.last = Some(day);
                self.name(days);
            }
            Token::WeekEnd => self.name([false, false, false, false, false, true, true]),
            Token::EveryDay => self.name([true; 7]),
            Token::Closed => {
                let named = self.mode == Mode::Naming && self.subject.contains(&true);
                if named && self.part_of_day {
                    return None;
                }
                if named {
                    self.close(self.subject);
                    self.subject = [false; 7];
                } else {
                    self.end();
                    self.mode = Mode::Closing;
                }
            }
            Token::Except => {
                // « Ni le samedi, ni le dimanche »
                if self.mode == Mode::Excepting {
                    self.except();
                }
                self.taken = [false; 7];
                self.mode = Mode::Excepting;
            }
            Token::Part => {
                // « Sauf le mercredi après-midi »: not the whole day.
                if matches!(self.mode, Mode::Closing | Mode::Excepting) {
                    return None;
                }
                self.part_of_day = true;
            }
            Token::Time(minutes) => self.time(minutes)?,
            Token::Other => self.unsure = true,
            Token::To | Token::Asking | Token::Season | Token::Plain => {}
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
            Mode::Excepting => add(&mut self.taken),
        }
        self.part_of_day = false;
    }

    fn close(&mut self, days: [bool; 7]) {
        // « Fermé le mercredi en août » closes no Wednesday of the year.
        if !self.season {
            self.closed.iter_mut().zip(days).for_each(|(closed, day)| *closed |= day);
        }
    }

    fn time(&mut self, minutes: u16) -> Option<()> {
        match self.mode {
            // « Fermé le mercredi de 14 h à 16 h »
            Mode::Closing if self.closed.contains(&true) => return None,
            Mode::Closing => {
                self.unsure = true;
                return Some(());
            }
            Mode::Excepting => {
                // « De 9 h à 12 h, sauf le mercredi : 14 h à 16 h »: other times, and open all the same.
                let timed = self.subject.iter().zip(&self.times).any(|(on, times)| *on && !times.is_empty());
                if timed {
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

fn tokens(part: &str) -> Vec<Token> {
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
            |(minutes, used)| (Token::Time(minutes), used),
        );
        out.push(token);
        at += used;
        if matches!(token, Token::Day(_)) && is_range(&words, at) {
            out.push(Token::To);
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

fn token(word: &str, next: &str, after: &str) -> (Token, usize) {
    if let Some(day) = DAYS.iter().position(|day| *day == word.trim_end_matches('s')) {
        return if next == "sur" { (Token::Sometimes, 1) } else { (Token::Day(day), 1) };
    }
    let is_month = |word: &str| (1..=12).any(|number| fold(crate::text::month(number)) == word);
    match word {
        "tous" | "toute" | "toutes" if (next, after) == ("les", "jours") => (Token::EveryDay, 3),
        "week" if next == "end" || next == "ends" => (Token::WeekEnd, 2),
        "weekend" | "weekends" => (Token::WeekEnd, 1),
        "au" => (Token::To, 1),
        "a" | "jusqu" if DAYS.contains(&next.trim_end_matches('s')) => (Token::To, 1),
        // « N’hésitez pas à venir », « pas seulement le lundi »
        "pas" if ["a", "seulement", "uniquement", "que", "toujours", "encore"].contains(&next) => {
            (Token::Other, 1)
        }
        "pas" | "ni" | "jamais" | "sauf" | "excepte" | "hormis" | "hors" => (Token::Except, 1),
        "ferme" | "fermee" | "fermes" | "fermees" | "fermeture" => (Token::Closed, 1),
        "matin" | "matins" | "soir" | "soirs" | "matinee" | "midi" => (Token::Part, 1),
        "apres" if next == "midi" || next == "midis" => (Token::Part, 2),
        "rendez" | "rdv" => (Token::Asking, 1),
        "vacances" | "feries" | "ferie" | "ete" | "hiver" | "scolaire" | "scolaires" => (Token::Season, 1),
        "premier" | "premiers" | "deuxieme" | "deuxiemes" | "troisieme" | "troisiemes" | "quatrieme"
        | "dernier" | "derniers" | "alternance" | "quinzaine" | "pair" | "paire" | "paires" | "impair"
        | "impaire" | "impaires" => (Token::Sometimes, 1),
        "le" | "la" | "les" | "l" | "du" | "de" | "des" | "a" | "et" | "puis" | "h" | "heure" | "heures"
        | "ouvert" | "ouverte" | "ouverture" | "horaires" | "jour" | "jours" | "ainsi" | "que" | "mais" => {
            (Token::Plain, 1)
        }
        _ if is_month(word) => (Token::Season, 1),
        _ if word.starts_with(|c: char| c.is_ascii_digit()) && DAYS.contains(&next.trim_end_matches('s')) => {
            (Token::Sometimes, 1)
        }
        _ => (Token::Other, 1),
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
mod tests {
    use super::*;

    fn days(text: &str) -> Option<String> {
        let said = read(text)?;
        let named = DAYS.iter().zip(said.open).filter(|(_, on)| *on);
        Some(named.map(|(day, _)| day.get(..2).unwrap_or_default()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn days_are_found_in_plain_words() {
        for (text, wanted) in [
            ("Du lundi au vendredi, de 9 h à 12 h.", "lu ma me je ve"),
            ("Lundi et vendredi, à Daoulas : 8 h 45 à 12 h.", "lu ve"),
            ("Mardi : de 14 h à 18 h.\nSamedi : de 10 h à 12 h.", "ma sa"),
            ("Les lundis. Fermé le mardi.", "lu"),
            ("Du lundi au mercredi et le samedi", "lu ma me sa"),
            ("Du lundi au vendredi : 9h-12h. Samedi : fermé", "lu ma me je ve"),
            ("Du lundi au vendredi : 9h-12h. Samedi et dimanche fermés.", "lu ma me je ve"),
            ("Du lundi au vendredi : 9h-12h, samedi et dimanche fermés.", "lu ma me je ve"),
            ("Tous les jours sauf le week-end : 9h-12h.", "lu ma me je ve"),
            ("Tous les jours, sauf samedi et dimanche : 9h-12h.", "lu ma me je ve"),
            ("Tous les jours de 9h à 12h sauf le dimanche", "lu ma me je ve sa"),
            ("Du lundi au vendredi sauf le mercredi : 9h-12h.", "lu ma je ve"),
            ("Du lundi au vendredi de 9h à 12h, excepté le mercredi.", "lu ma je ve"),
            ("Du lundi au vendredi : 9h-12h. Fermé le mercredi.", "lu ma je ve"),
            ("Fermé le lundi. Du mardi au samedi : 10h-18h.", "ma me je ve sa"),
            ("Fermé du samedi au lundi. Ouvert du mardi au vendredi.", "ma me je ve"),
            ("Mardi 14h-18h, mercredi fermé, jeudi 14h-18h", "ma je"),
            ("Lundi : 9h-12h\nMardi : fermé\nMercredi : 9h-12h", "lu me"),
            ("Le week-end de 10h à 12h", "sa di"),
            ("Lundi - Vendredi 09h00 à 12h00", "lu ma me je ve"),
            ("Lundi à vendredi : 9h00 - 12h00", "lu ma me je ve"),
            ("Lundi-vendredi: 9h-12h", "lu ma me je ve"),
            ("Lundi → vendredi 9h-12h", "lu ma me je ve"),
            ("Lundi – jeudi : 9h-12h. Samedi : 9h-12h", "lu ma me je sa"),
            ("Lundi - mercredi - vendredi : 9h-12h", "lu me ve"),
            ("Lundi, mercredi : 9h-12h", "lu me"),
            ("Lundi à Daoulas : 9h-12h", "lu"),
            ("Lundi 9h-12h - mercredi 9h-12h", "lu me"),
            ("Du lundi au vendredi : 9h-12h. Pas de permanence le samedi.", "lu ma me je ve"),
            ("Du lundi au vendredi : 9h-12h. Ni le samedi, ni le dimanche.", "lu ma me je ve"),
            ("Du lundi au vendredi : 9h-12h. Jamais le samedi.", "lu ma me je ve"),
            ("Du lundi au vendredi : 9h-12h, mais pas le mercredi.", "lu ma je ve"),
            ("Tous les jours de 9h à 12h, ni le samedi ni le dimanche.", "lu ma me je ve"),
            ("N’hésitez pas à venir le lundi de 9h à 12h", "lu"),
            ("Pas seulement le lundi : le mardi aussi", "lu ma"),
            ("Tous les jours de 9 h à 19 h.", "lu ma me je ve sa di"),
            ("Du lundi au vendredi : 9h-12h. Fermé le mercredi en août.", "lu ma me je ve"),
            ("Du lundi au vendredi : 9h-12h. Fermé les jours fériés.", "lu ma me je ve"),
        ] {
            assert_eq!(days(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "Sur rendez-vous.",
            "",
            "Le 1er mardi du mois.",
            "Un lundi sur deux.",
            "Fermé le lundi.",
            "Le premier mardi du mois.",
            "Du lundi au vendredi, sauf le mercredi après-midi.",
            "Du lundi au vendredi de 9h à 12h, sauf le mercredi de 14h à 16h.",
            "Du lundi au vendredi. Fermé le mercredi matin.",
            "Du lundi au vendredi, fermé de 12h à 14h",
            "Du lundi au vendredi. Fermé le mercredi de 14h à 16h.",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_when_every_word_is_known() {
        let of =
            |text: &str, day: usize| read(text).and_then(|said| said.times).map(|times| times[day].clone());
        for text in [
            "Du lundi au vendredi, de 9 h à 12 h et de 13 h 30 à 17 h.",
            "Du lundi au vendredi : 9h-12h / 13h30-17h",
            "Lundi 09:00-12:00 et 13:30-17:00",
            "Lundi matin : 9h-12h. Lundi après-midi : 13h30-17h.",
            "Tous les jours sauf le week-end : 9h-12h et 13h30-17h.",
        ] {
            assert_eq!(of(text, 0), Some(vec![(540, 720), (810, 1020)]), "{text}");
        }
        for text in [
            "Lundi, à la mairie : 9h-12h",
            "Lundi : 9h-12h. Mardi.",
            "Lundi 9h-12h sur rendez-vous",
            "Lundi : 9h-12h-17h",
            "Lundi de 9h à 12h. Fermé de 10h à 11h.",
            "Lundi à partir de 9h",
            "Lundi 9-12",
        ] {
            assert_eq!(of(text, 0), None, "{text}");
        }
    }
}
