//! Whether what somebody wrote has one reading only.

/// Whether a date in digits is the same day for everybody: « 2026-03-04 », « 13/04/2026 »; « 03/04/2026 » is two. With the month in
/// letters there is no doubt; two digits of a year leave the century open.
#[must_use]
pub fn reads_one_way(date: &str) -> bool {
    let numbers: Vec<&str> =
        date.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let small = |digits: &str| digits.parse::<u8>().ok().filter(|number| digits.len() <= 2 && *number <= 31);
    let letters = date.chars().filter(|c| c.is_alphabetic()).count() > 2;
    match numbers[..] {
        [year, _, _] if year.len() == 4 && !letters => true,
        [day, month, year] if year.len() == 4 && !letters => {
            let (Some(day), Some(month)) = (small(day), small(month)) else { return false };
            day > 12 || month > 12 || day == month
        }
        [day, year] if letters => small(day).is_some() && year.len() == 4,
        [one, other] => !letters && (one.len() == 4) != (other.len() == 4),
        [year] => letters && year.len() == 4,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_reads_two_ways_is_none_for_certain() {
        for date in [
            "2026-03-04",
            "2026/3/4",
            "2026.03.04",
            "13/04/2026",
            "04/13/2026",
            "4/4/2026",
            "31-12-2026",
            "1er mars 2026",
            "4 mars 2026",
            "mardi 4 mars 2026",
            "mars 2026",
            "03/2026",
            "2026/03",
            "04 avril 2026",
        ] {
            assert!(reads_one_way(date), "{date}");
        }
        for date in [
            "03/04/2026",
            "3-4-2026",
            "03.04.2026",
            "13/04/26",
            "4 mars 26",
            "26",
            "2026",
            "04/26",
            "99/99/2026",
            "1/2/3/2026",
            "",
            "mars",
            "20260304",
            "2026 2027",
            "le 3 ou le 4 mars 2026",
            "12/2026/2027",
        ] {
            assert!(!reads_one_way(date), "{date}");
        }
    }
}
