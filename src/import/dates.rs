//! Dates as sources write them, to the form of sheets: `2024-08-01`. What is not sure is no date.

use crate::text::PartialDate;

/// Reads `2024-08-01…`, `01/08/2024…`, `01-08-2024`, `20240801`, `2024-08`, `2024`.
#[must_use]
pub fn read(text: &str) -> Option<String> {
    let text = text.trim();
    let head = text.get(..10).unwrap_or(text);
    let parts: Vec<&str> = head.split(['/', '-', '.']).collect();
    let iso = match parts[..] {
        [d, m, y] if y.len() == 4 && d.len() <= 2 && m.len() <= 2 => format!("{y}-{m:0>2}-{d:0>2}"),
        [y, m, d] if y.len() == 4 => format!("{y}-{m}-{}", d.get(..2).unwrap_or(d)),
        [only] if only.len() == 8 => format!("{}-{}-{}", only.get(..4)?, only.get(4..6)?, only.get(6..)?),
        _ => text.to_owned(),
    };
    sound(&iso).then_some(iso)
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
                && let Some(date) = read(&joined)
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
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
        for bad in ["", "hier", "32/01/2024", "2024-13-01", "1899-12-30", "12"] {
            assert_eq!(read(bad), None, "{bad}");
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
        ] {
            assert_eq!((in_name(name).as_deref(), series(name).as_str()), (date, series_of), "{name}");
        }
    }
}
