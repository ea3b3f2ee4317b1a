//! Hours that words cannot say, for people all the same: their codes of days and their times in French, the rest as
//! it is written. « We 08:00 » is « mercredi 8 h ».

use super::Builder;
use crate::hours::Time;
use crate::text::DAYS;

const CODES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The other words of the syntax; a text that holds one more is prose, and « Sa » is French there.
const OTHERS: [&str; 26] = [
    "PH", "SH", "off", "closed", "open", "unknown", "week", "easter", "sunrise", "sunset", "dawn", "dusk",
    "day", "days", "Jan", "Feb", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "h",
];

impl Builder<'_> {
    /// The text with its codes in French, when it is in the syntax, or looks like it.
    pub(super) fn without_codes(&self, text: &str) -> String {
        let outside = || text.split('"').step_by(2);
        let words = || {
            outside()
                .flat_map(|part| part.split(|c: char| !c.is_alphabetic()))
                .filter(|word| !word.is_empty())
        };
        let is_code = |word: &str| CODES.contains(&word);
        let known = |word: &str| is_code(word) || OTHERS.contains(&word) || word == "Mar";
        if !words().any(is_code) || !words().all(known) {
            return text.to_owned();
        }
        let parts = text.split('"').enumerate();
        let parts =
            parts.map(|(at, part)| if at % 2 == 0 { self.part_without_codes(part) } else { part.to_owned() });
        parts.collect::<Vec<_>>().join("\"")
    }

    fn part_without_codes(&self, part: &str) -> String {
        let mut out = String::new();
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let of_word = |c: char| c.is_alphanumeric() || c == ':';
            let end = rest.find(|c| of_word(c) != of_word(first)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            out.push_str(&self.code_in_french(word).unwrap_or_else(|| word.to_owned()));
            rest = after;
        }
        out
    }

    fn code_in_french(&self, word: &str) -> Option<String> {
        if let Some(day) = CODES.iter().position(|code| *code == word).and_then(|at| DAYS.get(at)) {
            return Some((*day).to_owned());
        }
        match word {
            "off" | "closed" => return Some(self.fill("heures_ferme", &[("quand", &"")]).trim().to_owned()),
            "PH" => return Some(self.say("heures_feries")),
            "SH" => return Some(self.say("heures_vacances")),
            _ => {}
        }
        let (hour, minute) = word.split_once(':').filter(|(_, minute)| minute.len() == 2)?;
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then(|| self.time(Time { hour, minute }))
    }
}
