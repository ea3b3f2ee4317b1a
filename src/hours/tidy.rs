//! The spaces and signs that people add, and that would change what a text says to a program: `Mo, We 09:00-12:00`
//! is read by some as « Monday, all day, and Wednesday morning ».

const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// One part of a text, outside quotes, and what parts it from the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursPiece {
    pub text: String,
    pub before: Separator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    None,
    /// `;`: replaces
    Semicolon,
    /// `, `: adds
    Comma,
    /// `||`: otherwise
    Fallback,
}

/// The same hours without the spaces that stand beside a comma between two days or two times, around the hyphen of
/// two days, or twice; and without one `;` at the end.
#[must_use]
pub fn tidy(text: &str) -> String {
    let one_spaced = spaces(text);
    let trimmed = one_spaced.trim();
    let trimmed = trimmed.strip_suffix(';').unwrap_or(trimmed).trim_end();
    let mut out = String::new();
    for piece in cut(trimmed) {
        match piece.before {
            Separator::None => {}
            Separator::Semicolon => out.push_str("; "),
            Separator::Comma => out.push_str(", "),
            Separator::Fallback => out.push_str(" || "),
        }
        out.push_str(&hyphens(&piece.text));
    }
    out
}

/// The rules of a tidied text, as they are written.
#[must_use]
pub fn pieces(tidied: &str) -> Vec<HoursPiece> {
    cut(tidied)
}

/// Whether times stand in it: `09:00`, `24/7`, `sunrise`; what is between quotes says none.
#[must_use]
pub fn has_times(piece: &str) -> bool {
    let bare = without_comments(piece);
    bare.contains("24/7")
        || times(&bare).next().is_some()
        || ["sunrise", "sunset", "dawn", "dusk"].iter().any(|event| bare.to_lowercase().contains(event))
}

/// `14:00-14:00`, as it is written: it begins and ends at once.
#[must_use]
pub fn empty_span(piece: &str) -> Option<String> {
    let bare = without_comments(piece);
    let found: Vec<&str> = times(&bare).collect();
    let padded = |time: &str| format!("{time:0>5}");
    found.windows(2).find_map(|two| {
        let [from, to] = two else { return None };
        let written = [
            format!("{from}-{to}"),
            format!("{from} - {to}"),
            format!("{from}- {to}"),
            format!("{from} -{to}"),
        ];
        (padded(from) == padded(to)).then(|| written.into_iter().find(|span| bare.contains(span.as_str())))?
    })
}

/// How many comments it has.
#[must_use]
pub fn comments(piece: &str) -> usize {
    piece.matches('"').count() / 2
}

/// What is outside quotes, each comment as one `"`.
#[must_use]
pub fn without_comments(text: &str) -> String {
    text.split('"').step_by(2).collect::<Vec<_>>().join("\"")
}

/// The times of a text without comments: `9:00`, `13:30`.
fn times(bare: &str) -> impl Iterator<Item = &str> {
    bare.split(|c: char| !c.is_ascii_digit() && c != ':').filter(|word| {
        word.split_once(':').is_some_and(|(hour, minute)| {
            (1..=2).contains(&hour.len()) && minute.len() == 2 && minute.bytes().all(|b| b.is_ascii_digit())
        })
    })
}

/// One plain space for each run of white space outside quotes.
fn spaces(text: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for c in text.chars() {
        quoted ^= c == '"';
        if quoted || !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The parts of a text with one space for each run; commas between two days or two times stay inside.
fn cut(text: &str) -> Vec<HoursPiece> {
    let mut out = Vec::new();
    let mut now = String::new();
    let mut before = Separator::None;
    let mut quoted = false;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        quoted ^= c == '"';
        let next = match c {
            _ if quoted => None,
            ';' => Some(Separator::Semicolon),
            '|' if rest.as_str().starts_with('|') => {
                rest.next();
                Some(Separator::Fallback)
            }
            ',' if now.ends_with(' ') || rest.as_str().starts_with(' ') => {
                let after = rest.as_str().trim_start();
                if joins(now.trim_end(), after) {
                    now.truncate(now.trim_end().len());
                    now.push(',');
                    rest = after.chars();
                    continue;
                }
                Some(Separator::Comma)
            }
            _ => None,
        };
        match next {
            Some(separator) => {
                out.push(HoursPiece { text: now.trim().to_owned(), before });
                now.clear();
                before = separator;
            }
            None => now.push(c),
        }
    }
    out.push(HoursPiece { text: now.trim().to_owned(), before });
    out
}

/// Whether a comma with a space stands between two days, or two times, of one rule.
fn joins(before: &str, after: &str) -> bool {
    let begins_with_time = after.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(':')
        && after.starts_with(|c: char| c.is_ascii_digit());
    let last = before.rsplit([' ', ',', '-']).next().unwrap_or_default().trim_end_matches('+');
    let ends_with_time = times(last).next().is_some();
    let only_days = !before.is_empty()
        && !before.contains('"')
        && !has_times(before)
        && !before
            .split(|c: char| !c.is_alphabetic())
            .any(|word| ["off", "closed", "open", "unknown"].contains(&word.to_lowercase().as_str()));
    begins_with_time && ends_with_time || only_days && !begins_with_time
}

/// `Mo - Fr` is `Mo-Fr`.
fn hyphens(piece: &str) -> String {
    if piece.contains('"') {
        return piece.to_owned();
    }
    let is_day = |word: Option<&str>| word.is_some_and(|word| DAYS.contains(&word.to_lowercase().as_str()));
    let letters = |c: char| !c.is_alphabetic();
    let mut out = String::new();
    let mut last = "";
    for (at, part) in piece.split('-').enumerate() {
        if at > 0 {
            let between_days = is_day(last.trim_end().rsplit(letters).next())
                && is_day(part.trim_start().split(letters).next());
            if between_days {
                out.truncate(out.trim_end().len());
            }
            out.push('-');
            out.push_str(if between_days { part.trim_start() } else { part });
        } else {
            out.push_str(part);
        }
        last = part;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stray_spaces_go_and_those_that_mean_something_stay() {
        for (text, tidied) in [
            ("Mo, We 09:00-12:00", "Mo,We 09:00-12:00"),
            ("Mo,Tu, Th 09:00-12:00", "Mo,Tu,Th 09:00-12:00"),
            ("Mo , We , Fr 09:00-12:00", "Mo,We,Fr 09:00-12:00"),
            ("Mo-We, Fr-Sa 09:00-12:00", "Mo-We,Fr-Sa 09:00-12:00"),
            ("Sa, Su, PH off", "Sa,Su,PH off"),
            ("PH, Su 10:00-12:00", "PH,Su 10:00-12:00"),
            ("Sa[1], Sa[3] 10:00-12:00", "Sa[1],Sa[3] 10:00-12:00"),
            ("Sa[1, 3] 10:00-12:00", "Sa[1,3] 10:00-12:00"),
            ("Apr, Oct Mo 10:00-12:00", "Apr,Oct Mo 10:00-12:00"),
            ("Dec 25, Jan 1 off", "Dec 25,Jan 1 off"),
            ("Mo-Fr 08:30-12:00 , 13:30-17:00", "Mo-Fr 08:30-12:00,13:30-17:00"),
            ("Mo-Fr 08:30-12:00, 13:30-17:00", "Mo-Fr 08:30-12:00,13:30-17:00"),
            ("Mo-Fr 8:30-12:00 ,13:30-17:00; Sa 9:00-12:00", "Mo-Fr 8:30-12:00,13:30-17:00; Sa 9:00-12:00"),
            ("Mo-Fr 09:00-12:00, We 14:00-16:00", "Mo-Fr 09:00-12:00, We 14:00-16:00"),
            ("Mo-Fr 09:00-12:00 , We 14:00-16:00", "Mo-Fr 09:00-12:00, We 14:00-16:00"),
            ("Mo 09:00-12:00, We, Th 14:00-16:00", "Mo 09:00-12:00, We,Th 14:00-16:00"),
            ("Mo 14:00+, We 09:00-12:00", "Mo 14:00+, We 09:00-12:00"),
            ("Mo off, We 09:00-12:00", "Mo off, We 09:00-12:00"),
            ("24/7, PH off", "24/7, PH off"),
            ("Mo 09:00-12:00;", "Mo 09:00-12:00"),
            (" Mo 09:00-12:00 ; ", "Mo 09:00-12:00"),
            ("Mo  09:00-12:00\u{a0};Tu\t09:00-12:00", "Mo 09:00-12:00; Tu 09:00-12:00"),
            ("Mo - Fr 09:00-12:00", "Mo-Fr 09:00-12:00"),
            ("Mo- Fr 09:00-12:00", "Mo-Fr 09:00-12:00"),
            ("Mo -We, Fr 09:00-12:00", "Mo-We,Fr 09:00-12:00"),
            ("Mo \"a, b;  c\"; Tu 09:00-12:00", "Mo \"a, b;  c\"; Tu 09:00-12:00"),
            ("Mo 09:00-12:00 || \"appelez\"", "Mo 09:00-12:00 || \"appelez\""),
        ] {
            assert_eq!(tidy(text), tidied, "{text}");
            assert_eq!(tidy(tidied), tidied, "twice: {text}");
        }
    }

    #[test]
    fn times_are_seen_outside_comments_only() {
        assert!(has_times("Mo 9:00-12:00") && has_times("24/7") && has_times("Mo 00:00-24:00"));
        assert!(
            !has_times("Mo-Fr \"de 10:00 à 12:00\"") && !has_times("Mo-Fr") && !has_times("week 01-53/2 Mo")
        );
        assert_eq!(empty_span("We 14:00-14:00").as_deref(), Some("14:00-14:00"));
        assert_eq!(empty_span("We 9:00-09:00").as_deref(), Some("9:00-09:00"));
        assert_eq!(empty_span("We 09:00-12:00,12:00-14:00"), None);
    }
}
