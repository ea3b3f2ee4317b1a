//! Lines of hours that are no words: codes of days, French or not, a time that no clock shows, three times in a row.
//! They stand where words should be, mostly in sheets that an import made, and nobody can follow them.

use super::{read, tidy};

/// Codes and words of the syntax, and the French codes that people make after them; all in small letters.
const CODES: [&str; 43] = [
    "mo", "tu", "we", "th", "fr", "su", "lu", "ma", "me", "je", "ve", "sa", "di", "ph", "sh", "off",
    "closed", "open", "unknown", "week", "easter", "sunrise", "sunset", "dawn", "dusk", "day", "days", "jan",
    "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "h", "pm", "am", "t",
];

/// Why a reader cannot follow a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// `25:00`
    NoSuchTime(String),
    /// Codes, times that do not go two by two, a stretch without length.
    Signs,
}

/// Whether a line of words about hours is none.
#[must_use]
pub fn unclear(line: &str) -> Option<Unclear> {
    if let Some(time) = read::impossible_time(line) {
        return Some(Unclear::NoSuchTime(time));
    }
    let bare = tidy::without_comments(line);
    (tidy::empty_span(&bare).is_some() || is_code(&bare) || is_uneven(&bare)).then_some(Unclear::Signs)
}

/// `Mo-Fr 09:00-12:00 unknown`, « Lu-Ve 09:00-12:00 »: figures, codes, and no word.
fn is_code(bare: &str) -> bool {
    let words: Vec<String> = bare
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_a_code = |word: &String| CODES.contains(&word.as_str());
    words.iter().any(|word| word != "h" && is_a_code(word))
        && words.iter().all(is_a_code)
        && bare.bytes().any(|b| b.is_ascii_digit())
}

/// « 9 h - 12 h - 17 h »: from when to when cannot be told.
fn is_uneven(bare: &str) -> bool {
    let mut run = 0;
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            let mut time = String::from(c);
            while let Some(next) = chars.next_if(|c| c.is_ascii_digit() || *c == ':' || *c == 'h') {
                time.push(next);
            }
            // « 9 h 30 » is one time.
            let mut ahead = chars.clone();
            if ahead.next_if(|c| *c == ' ' || *c == '\u{a0}').is_some() && ahead.next_if_eq(&'h').is_some() {
                chars = ahead;
                time.push('h');
                let mut ahead = chars.clone();
                ahead.next_if(|c| *c == ' ' || *c == '\u{a0}');
                if ahead.peek().is_some_and(char::is_ascii_digit) {
                    while ahead.next_if(char::is_ascii_digit).is_some() {}
                    chars = ahead;
                }
            }
            if !time.contains([':', 'h']) {
                return false;
            }
            run += 1;
        } else if !" \u{a0}-–—".contains(c) {
            if run > 2 && run % 2 == 1 {
                return true;
            }
            run = 0;
        }
    }
    run > 2 && run % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_words_is_told_from_words() {
        for line in [
            "Lu-Ve 09:00-12:00",
            "LU-VE 9h-12h",
            "Mo-Fr 09:00-12:00 unknown",
            "Mo 14:00-14:00",
            "Mo 12:00-13:30-17:00",
            "Lundi : 09:00-12:00-17:00",
            "Lundi : 9h - 12h - 17h",
            "lundi 9 h – 12 h – 17 h 30",
            "Je 14h-17h",
            "week 40 Th 09:00-12:00",
            "PH off 24",
            "Mo 9:00 am-5:00 pm",
        ] {
            assert_eq!(unclear(line), Some(Unclear::Signs), "{line}");
        }
        for (line, time) in
            [("Mo-Fr 25:00-26:00", "25:00"), ("Lundi : 09:70-12:00", "09:70"), ("de 8:00 à 24:30", "24:30")]
        {
            assert_eq!(unclear(line), Some(Unclear::NoSuchTime(time.to_owned())), "{line}");
        }
        for line in [
            "Du lundi au vendredi : de 9 h à 12 h.",
            "Lundi : 09:00-12:00 / 13:30-17:00",
            "Lundi : 09:00-12:00-13:30-17:00",
            "Mardi : 9h-12h et 14h-17h",
            "Lun-ven 9h-12h",
            "Horaires : du lundi au vendredi",
            "Sa porte est ouverte le matin",
            "Je suis là de 9 h à 12 h",
            "Le samedi 3 - 10 - 17 octobre",
            "02 61 91 00 12",
            "Du 3 mai au 5 juin, 9h-12h",
            "???",
            "9h-12h",
            "Sur rendez-vous \"Mo 12:00-13:00-14:00\"",
            "",
        ] {
            assert_eq!(unclear(line), None, "{line}");
        }
    }
}
