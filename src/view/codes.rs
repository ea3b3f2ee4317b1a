//! Hours that words cannot say, for people all the same: their codes of days and their times in French, the rest as
//! it is written. « We 08:00 » is « mercredi 8 h ».

use super::PageBuilder;
use crate::hours::TimeOfDay;
use crate::text::{DAYS, month};

const CODES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The other words of the syntax; a text that holds one more is prose, and « Sa » is French there.
const OTHERS: [&str; 26] = [
    "PH", "SH", "off", "closed", "open", "unknown", "week", "easter", "sunrise", "sunset", "dawn", "dusk",
    "day", "days", "Jan", "Feb", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "h",
];

/// Months as the syntax writes them, January first.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl PageBuilder<'_> {
    /// The text with its codes in French, when it is in the syntax, or looks like it.
    pub(super) fn without_codes(&self, text: &str) -> String {
        let outside = || text.split('"').step_by(2);
        let words = || {
            outside()
                .flat_map(|part| part.split(|c: char| !c.is_alphabetic()))
                .filter(|word| !word.is_empty())
        };
        let is_code = |word: &str| CODES.contains(&word) || OTHERS.contains(&word) && word != "h";
        let known = |word: &str| is_code(word) || word == "h" || word == "Mar";
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
            rest = after;
            // « 2026 Dec 24 » is « 24 décembre 2026 ».
            if let Some((day, name, after)) = date_after(rest).filter(|_| is_a_year(word)) {
                out.push_str(&format!("{day}\u{a0}{name}\u{a0}{word}"));
                rest = after;
                continue;
            }
            // « Mo-Fr: 09:00 »: the sign is none of the code.
            let (code, sign) = word.strip_suffix(':').map_or((word, ""), |code| (code, "\u{a0}:"));
            // « Dec 24 » is « 24 décembre ».
            if let Some((day, after)) = day_after(rest).filter(|_| MONTHS.contains(&code) && sign.is_empty())
            {
                out.push_str(day);
                out.push('\u{a0}');
                rest = after;
            }
            match self.code_in_french(code) {
                Some(french) => {
                    out.push_str(&french);
                    out.push_str(sign);
                }
                None => out.push_str(word),
            }
        }
        out
    }

    fn code_in_french(&self, word: &str) -> Option<String> {
        if let Some(day) = CODES.iter().position(|code| *code == word).and_then(|at| DAYS.get(at)) {
            return Some((*day).to_owned());
        }
        if let Some(at) = MONTHS.iter().position(|code| *code == word) {
            return i8::try_from(at + 1).ok().map(|number| month(number).to_owned());
        }
        let key = match word {
            "off" | "closed" => {
                return Some(self.fill("heures_ferme", &[("quand", &"")]).trim().to_owned());
            }
            "PH" => "heures_feries",
            "SH" => "heures_vacances",
            "open" => "heures_ouvert",
            "unknown" => "heures_demander",
            "week" => "heures_semaine",
            "day" | "days" => "heures_un_jour",
            "easter" => "heures_paques",
            "sunrise" => "heures_lever",
            "sunset" => "heures_coucher",
            "dawn" => "heures_aube",
            "dusk" => "heures_crepuscule",
            _ => {
                let (hour, minute) = word.split_once(':').filter(|(_, minute)| minute.len() == 2)?;
                let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
                return (hour < 24 && minute < 60).then(|| self.time(TimeOfDay { hour, minute }));
            }
        };
        Some(self.say(key))
    }
}

fn is_a_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// The day and the month that stand after a year, and what stands after them.
fn date_after(text: &str) -> Option<(&str, &'static str, &str)> {
    let (code, rest) = text.strip_prefix(' ')?.split_at_checked(3)?;
    let at = MONTHS.iter().position(|known| *known == code)?;
    let (day, rest) = day_after(rest)?;
    Some((day, month(i8::try_from(at + 1).ok()?), rest))
}

/// The number of a day that stands after a month, and what stands after it.
fn day_after(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix(' ')?;
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (day, rest) = text.split_at_checked(end)?;
    ((1..=2).contains(&day.len()) && !rest.starts_with(':')).then_some((day, rest))
}
