//! The few French words that Éliane herself writes on an imported sheet; all others are the source's.

use super::week::{ImportedWeek, Range};
use crate::model::WayToBeHeard;
use crate::text::{DAYS, capital};

/// One line a group of days: « Du lundi au vendredi : de 9 h à 12 h et de 13 h 30 à 17 h. »
#[must_use]
pub fn week(week: &ImportedWeek) -> Vec<String> {
    let mut out = Vec::new();
    let mut done = [false; 7];
    for first in 0..7 {
        if done[first] || week.0[first].is_empty() {
            continue;
        }
        let same: Vec<usize> = (first..7).filter(|day| week.0[*day] == week.0[first]).collect();
        for day in &same {
            done[*day] = true;
        }
        out.push(format!("{} : {}.", capital(&days(&same)), ranges(&week.0[first])));
    }
    out
}

fn days(list: &[usize]) -> String {
    let in_a_row = list.len() > 2 && list.windows(2).all(|pair| pair[1] == pair[0] + 1);
    match list {
        [from, .., to] if in_a_row => format!("du {} au {}", DAYS[*from], DAYS[*to]),
        [only] => DAYS[*only].to_owned(),
        _ => and(&list.iter().map(|day| DAYS[*day].to_owned()).collect::<Vec<_>>()),
    }
}

fn ranges(list: &[Range]) -> String {
    if list == [(0, 24 * 60)] {
        return "jour et nuit".to_owned();
    }
    let each: Vec<String> =
        list.iter().map(|(from, to)| format!("de {} à {}", time(*from), time(*to))).collect();
    and(&each)
}

fn and(list: &[String]) -> String {
    match list {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., end] => format!("{} et {end}", before.join(", ")),
    }
}

fn time(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (hour, 0) => format!("{hour} h"),
        (hour, minute) => format!("{hour} h {minute:02}"),
    }
}

/// A day whose hours were not understood, as the source writes them.
#[must_use]
pub fn day_raw(day: usize, cell: &str) -> String {
    format!("{} : {cell}", capital(DAYS.get(day).copied().unwrap_or_default()))
}

/// « Lundi et mardi : sur rendez-vous. »
#[must_use]
pub fn by_appointment(list: &[usize]) -> Vec<String> {
    if list.is_empty() {
        return Vec::new();
    }
    vec![format!("{} : sur rendez-vous.", capital(&days(list)))]
}

#[must_use]
pub fn closed_on_holidays() -> String {
    "Fermé les jours fériés.".to_owned()
}

/// The title of a source, with who gathered it and the file it came from.
#[must_use]
pub fn source(title: &str, file: &str, producer: Option<&str>) -> String {
    match producer {
        Some(producer) => format!("{title}, {producer}, fichier {file}"),
        None => format!("{title}, fichier {file}"),
    }
}

/// What the directory says of access by wheelchair.
#[must_use]
pub fn access(code: &str) -> Option<&'static str> {
    match code {
        "ACC" => Some("D’après l’annuaire, le lieu est accessible en fauteuil roulant."),
        "NAC" => Some("D’après l’annuaire, le lieu n’est pas accessible en fauteuil roulant."),
        "DEM" => Some("D’après l’annuaire, le lieu est accessible en fauteuil roulant sur demande."),
        _ => None,
    }
}

/// What stands beside a number that the directory calls accessible.
#[must_use]
pub fn for_deaf_people() -> String {
    "Pour les personnes sourdes ou malentendantes, d’après l’annuaire".to_owned()
}

/// How the directory says that a person who does not hear may call.
#[must_use]
pub fn heard_by(said: &str) -> String {
    let stop = if said.ends_with(['.', '!', '?', '/']) || said.contains("://") { "" } else { "." };
    format!("D’après l’annuaire, pour les personnes sourdes ou malentendantes : {said}{stop}")
}

/// Ways that those words name; a mere number names none.
#[must_use]
pub fn ways_to_be_heard(folded: &str) -> Vec<WayToBeHeard> {
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let named = [
        (
            has(&["acceo", "acce-o", "tadeo", "elioz", "rogervoice", "sourdline", "relais", "roger voice"]),
            WayToBeHeard::Relay,
        ),
        (has(&["lsf", "langue des signes"]), WayToBeHeard::Lsf),
        (has(&["lpc", "parole completee", "parle complete"]), WayToBeHeard::Lpc),
        (has(&["sms", "texto"]), WayToBeHeard::Sms),
        (has(&["boucle magnetique", "boucle a induction"]), WayToBeHeard::Loop),
    ];
    named.into_iter().filter_map(|(is, way)| is.then_some(way)).collect()
}

/// Whether those words say that a number takes messages and no voice.
#[must_use]
pub fn is_written_to(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    has(&["sms", "texto", "textos"])
        && !has(&["appel", "appels", "tel", "telephone", "vocal", "voix", "ou", "et"])
}

/// A cost, when the source's word for it is one of three.
#[must_use]
pub fn cost(folded: &str) -> Option<&'static str> {
    if folded.contains("sous condition") {
        Some("Gratuit sous condition.")
    } else if folded.starts_with("gratuit") {
        Some("Gratuit.")
    } else if folded.starts_with("payant") {
        Some("Payant.")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_said_in_french() {
        let mut days = ImportedWeek::default();
        for day in 0..5 {
            days.0[day] = vec![(540, 720), (810, 1020)];
        }
        days.0[5] = vec![(540, 720)];
        assert_eq!(
            week(&days),
            ["Du lundi au vendredi : de 9 h à 12 h et de 13 h 30 à 17 h.", "Samedi : de 9 h à 12 h."]
        );
        days.0[1] = vec![(0, 1440)];
        assert_eq!(week(&days)[1], "Mardi : jour et nuit.");
        assert_eq!(
            week(&days)[0],
            "Lundi, mercredi, jeudi et vendredi : de 9 h à 12 h et de 13 h 30 à 17 h."
        );
    }
}
