//! Dates as sources write them, to the form of sheets: `2024-08-01`. What is not sure is no date.

use crate::text::PartialDate;

/// Reads a date of a row: `2024-08-01…`, `01/08/2024…`, `1/8/24`, `20240801`, `08/2024`, « 1er août 2024 », « août 2024 ».
///
/// `01-08-24` may be of 2001 or of 2024, and `45505` counts days from 1900 or from 1904: neither is read.
#[must_use]
pub fn read(text: &str) -> Option<String> {
    let text = text.trim();
    figures(text).or_else(|| with_slashes(text)).or_else(|| in_words(text))
}

/// Whether those are the signs of a date that is none: `00/00/0000`, and the days from which programs count.
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    let head = text.trim().split(['T', ' ']).next().unwrap_or_default();
    text.bytes().all(|b| !b.is_ascii_digit() || b == b'0') && text.bytes().any(|b| b == b'0')
        || ["1970-01-01", "01/01/1970", "1899-12-30", "30/12/1899", "1900-01-01", "01/01/1900", "0001-01-01"]
            .contains(&head)
}

/// `2024-08-01…`, `01/08/2024…`, `20240801`, `2024-08`, `2024`.
fn figures(text: &str) -> Option<String> {
    let head = text.get(..10).unwrap_or(text);
    let head = head.split([' ', 'T']).next().unwrap_or(head);
    let parts: Vec<&str> = head.split(['/', '-', '.']).collect();
    let short = |part: &str| (1..=2).contains(&part.len());
    let iso = match parts[..] {
        [d, m, y] if y.len() == 4 && short(d) && short(m) => format!("{y}-{m:0>2}-{d:0>2}"),
        [y, m, d] if y.len() == 4 && short(m) && short(d) => format!("{y}-{m:0>2}-{d:0>2}"),
        [only] if only.len() == 8 => format!("{}-{}-{}", only.get(..4)?, only.get(4..6)?, only.get(6..)?),
        _ => text.to_owned(),
    };
    sound(&iso).then_some(iso)
}

/// `08/2024`, `2024/08`, `1/8/24`: nobody writes the year first with two figures and slashes.
fn with_slashes(text: &str) -> Option<String> {
    let head = text.split([' ', 'T']).next()?;
    let parts: Vec<&str> = head.split(['/', '.']).collect();
    let short = |part: &str| (1..=2).contains(&part.len());
    let iso = match parts[..] {
        [m, y] | [y, m] if y.len() == 4 && short(m) => format!("{y}-{m:0>2}"),
        // Before 2015 it may still be a day.
        [d, m, y] if short(d) && short(m) && y.len() == 2 && ("15".."99").contains(&y) => {
            format!("20{y}-{m:0>2}-{d:0>2}")
        }
        _ => return None,
    };
    sound(&iso).then_some(iso)
}

/// « 12 janvier 2026 », « lundi 12 janv. 2026 à 9 h », « Jan 12, 2026 », « août 2024 ».
fn in_words(text: &str) -> Option<String> {
    let folded = crate::text::fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_some_and(|word| is_week_day(word)) && folded.bytes().any(|b| b.is_ascii_digit()) {
        words.next();
    }
    let words: Vec<&str> = words.skip_while(|word| *word == "le").collect();
    let day = |word: &str| -> Option<u8> { word.trim_end_matches("er").parse().ok() };
    let iso = match words[..] {
        [d, m, y, ..] | [m, d, y, ..] if day(d).is_some() && month(m).is_some() && y.len() == 4 => {
            format!("{y}-{:02}-{:02}", month(m)?, day(d)?)
        }
        [m, y] if month(m).is_some() && y.len() == 4 => format!("{y}-{:02}", month(m)?),
        _ => return None,
    };
    sound(&iso).then_some(iso)
}

fn is_week_day(word: &str) -> bool {
    let full = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is_of = |day: &&str| *day == word || word.len() == 3 && day.starts_with(word) && word != "mar";
    full.iter().any(is_of) || english.iter().any(is_of)
}

/// The month of a word, French or English, whole or cut as programs cut it.
fn month(word: &str) -> Option<u8> {
    const MONTHS: [&[&str]; 12] = [
        &["janvier", "janv", "jan", "january"],
        &["fevrier", "fevr", "fev", "feb", "february"],
        &["mars", "mar", "march"],
        &["avril", "avr", "apr", "april"],
        &["mai", "may"],
        &["juin", "jun", "june"],
        &["juillet", "juil", "jul", "july"],
        &["aout", "aou", "aug", "august"],
        &["septembre", "sept", "sep", "september"],
        &["octobre", "oct", "october"],
        &["novembre", "nov", "november"],
        &["decembre", "dec", "december"],
    ];
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u8::try_from(at + 1).ok()
}

/// Nobody collected services before 2000, nor will after 2100: such a date is a slip.
fn sound(iso: &str) -> bool {
    PartialDate::parse(iso).is_some() && iso.get(..4).is_some_and(|year| ("2000".."2100").contains(&year))
}

/// The date that a file's name holds: `france-services-2024-08-01.csv`, `liste-fs-20240801.csv`.
#[must_use]
pub fn in_name(name: &str) -> Option<String> {
    let parts: Vec<&str> =
        name.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    for at in 0..parts.len() {
        for length in [3, 2, 1] {
            let Some(few) = parts.get(at..at + length) else { continue };
            let joined = few.join("-");
            // A year alone must be told from any number.
            if (length > 1 || few[0].len() == 8 || few[0].len() == 4)
                && let Some(date) = figures(&joined)
            {
                return Some(date);
            }
        }
    }
    None
}

/// The series that a file belongs to: its name without dates nor figures.
#[must_use]
pub fn series(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or(name);
    let slug = crate::text::slug(stem);
    let words: Vec<&str> = slug.split('-').filter(|word| !word.bytes().any(|b| b.is_ascii_digit())).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_real_files_are_read() {
        for (text, date) in [
            ("2024-08-01T10:00:00", "2024-08-01"),
            ("01/08/2024 10:00:00", "2024-08-01"),
            ("5/3/2021", "2021-03-05"),
            ("20240801", "2024-08-01"),
            ("2022-09", "2022-09"),
            ("2019", "2019"),
            ("5/3/2021 10:00", "2021-03-05"),
            ("2024/8/1", "2024-08-01"),
            ("1.8.2024", "2024-08-01"),
            ("08/2024", "2024-08"),
            ("2024/08", "2024-08"),
            ("01/05/26", "2026-05-01"),
            ("1/5/26 14:00", "2026-05-01"),
            ("12 janvier 2026", "2026-01-12"),
            ("1er mars 2025", "2025-03-01"),
            ("Lundi 12 janvier 2026", "2026-01-12"),
            ("le 12 Janvier 2026 à 9 h", "2026-01-12"),
            ("lun. 12 janv. 2026", "2026-01-12"),
            ("12-janv.-2026", "2026-01-12"),
            ("3 août 2024", "2024-08-03"),
            ("15 DÉCEMBRE 2023", "2023-12-15"),
            ("août 2024", "2024-08"),
            ("Jan 12, 2026", "2026-01-12"),
            ("Mon, 12 Jan 2026 10:00:00 GMT", "2026-01-12"),
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
        for bad in [
            "",
            "hier",
            "32/01/2024",
            "2024-13-01",
            "1899-12-30",
            "12",
            "45000",
            "01-05-26",
            "26/05/01",
            "26/05/12",
            "31 février 2024",
            "1er mars",
            "mars",
            "en 2024 ou 2025",
            "1704067200",
            "12 vendémiaire 2026",
            "5 mardi 2024",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        for nothing in ["00/00/0000", "0000-00-00", "0", "1970-01-01T00:00:00", "1899-12-30 00:00:00"] {
            assert!(is_nothing(nothing) && !is_nothing("45000") && !is_nothing("hier"), "{nothing}");
        }
    }

    #[test]
    fn a_name_tells_its_date_and_its_series() {
        for (name, date, series_of) in [
            ("france-services-2024-08-01.csv", Some("2024-08-01"), "france-services"),
            ("liste-fs-20240801.csv", Some("2024-08-01"), "liste-fs"),
            ("conseillers-numeriques-2022-09.json", Some("2022-09"), "conseillers-numeriques"),
            ("annuaire-2016-02-29.jsonl", Some("2016-02-29"), "annuaire"),
            ("maine-et-loire-2020.json", Some("2020"), "maine-et-loire"),
            ("lieux.csv", None, "lieux"),
            ("lieux-03-2024.csv", Some("2024"), "lieux"),
        ] {
            assert_eq!((in_name(name).as_deref(), series(name).as_str()), (date, series_of), "{name}");
        }
    }
}
