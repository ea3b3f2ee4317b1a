//! Writing a verification into a sheet: three lines change, all others stay byte for byte, comments and order too.

use crate::model::How;
use crate::text::PartialDate;
use jiff::civil::Date;
use std::ops::Range;

/// Why a sheet cannot be stamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StampRefused {
    /// A `.md` file without its two lines `---`.
    NoHead,
    /// The value of that key runs over several lines.
    Folded(&'static str),
}

/// The text of a sheet with the verification in it. `is_guide`: the sheet is the head of a `.md` file.
///
/// # Errors
/// A sheet whose form leaves no safe place; nothing is changed then.
pub fn stamp(text: &str, is_guide: bool, on: Date, by: &str, how: How) -> Result<String, StampRefused> {
    let values = [
        ("verifie_le", on.to_string()),
        ("verifie_par", scalar(by)),
        ("verifie_comment", how.key().to_owned()),
    ];
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let Range { start: first, end: mut last } = head(&lines, is_guide).ok_or(StampRefused::NoHead)?;
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut after: Option<usize> = None;
    for (key, value) in values {
        let found = (first..last).find(|&at| is_key(lines[at].trim_start_matches('\u{feff}'), key));
        if let Some(at) = found {
            if runs_on(&lines, at, last, key) {
                return Err(StampRefused::Folded(key));
            }
            lines[at] = replaced(&lines[at], key, &value);
            after = Some(at);
            continue;
        }
        let at = after.map_or_else(|| place(&lines, first, last), |at| at + 1);
        // The line before may be the last of a file that has no end of line.
        if at > 0 && !lines[at - 1].ends_with('\n') {
            lines[at - 1].push_str(ending);
        }
        lines.insert(at, format!("{key}: {value}{ending}"));
        last += 1;
        after = Some(at);
    }
    Ok(lines.concat())
}

/// The lines that hold keys; `None` for a guide without its two lines `---`.
fn head<T: AsRef<str>>(lines: &[T], is_guide: bool) -> Option<Range<usize>> {
    if !is_guide {
        return Some(0..lines.len());
    }
    let bare = |line: &T| line.as_ref().trim_start_matches('\u{feff}').trim_end() == "---";
    let close = lines.iter().skip(1).position(bare)? + 1;
    lines.first().is_some_and(bare).then_some(1..close)
}

/// The day that the sheet says it was verified on, whatever else it says.
#[must_use]
pub fn written_on(text: &str, is_guide: bool) -> Option<Date> {
    let lines: Vec<&str> = text.lines().collect();
    let line = lines
        .get(head(&lines, is_guide)?)?
        .iter()
        .find(|line| is_key(line.trim_start_matches('\u{feff}'), "verifie_le"))?;
    let (_, value) = line.split_once(':')?;
    let value = comment(value).map_or(value, |at| &value[..at]);
    match PartialDate::parse(value.trim().trim_matches(['"', '\''])) {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    }
}

/// Where the block goes when there is none: before the interval or the sources, which follow it in the manual; else at
/// the end.
fn place(lines: &[String], first: usize, last: usize) -> usize {
    let next = (first..last).find(|&at| {
        ["verifie_par", "verifie_comment", "revoir_tous_les", "date_source", "sources"]
            .iter()
            .any(|key| is_key(&lines[at], key))
    });
    next.unwrap_or_else(|| {
        let blank = lines[first..last].iter().rev().take_while(|line| line.trim().is_empty()).count();
        last - blank
    })
}

/// Whether the line is that key's, in quotation marks or not.
fn is_key(line: &str, key: &str) -> bool {
    after_key(line, key).is_some()
}

/// What follows the colon.
fn after_key<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let quote = ["\"", "'"].into_iter().find(|quote| line.starts_with(quote)).unwrap_or_default();
    let rest = line.strip_prefix(quote)?.strip_prefix(key)?.strip_prefix(quote)?;
    rest.trim_start_matches(' ').strip_prefix(':')
}

/// Whether the value goes on below: a block, or a line that is further in.
fn runs_on(lines: &[String], at: usize, last: usize, key: &str) -> bool {
    let value = after_key(lines[at].trim_start_matches('\u{feff}'), key).unwrap_or_default().trim();
    if value.starts_with(['|', '>']) {
        return true;
    }
    lines[at + 1..last]
        .iter()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.starts_with([' ', '\t']) && !line.trim_start().starts_with('#'))
}

/// The line with another value; what stands before it, its comment and its end stay.
fn replaced(line: &str, key: &str, value: &str) -> String {
    let colon = line.find(':').map_or(line.len(), |at| at + 1);
    let (head, rest) = line.split_at(colon);
    debug_assert!(head.contains(key));
    let body = rest.trim_end_matches(['\r', '\n']);
    let end = &rest[body.len()..];
    let comment = comment(body).map_or("", |at| &body[at..]);
    format!("{head} {value}{comment}{end}")
}

/// Where the comment of a value begins, with the space before it: `#` after a space, outside of quotes.
fn comment(body: &str) -> Option<usize> {
    let mut quote = None;
    let mut space = None;
    for (at, c) in body.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') if body[..at].trim().is_empty() => quote = Some(c),
            (None, '#') if space.is_some() => return space,
            _ => {}
        }
        space = if c == ' ' || c == '\t' { space.or(Some(at)) } else { None };
    }
    None
}

/// Plain when it is words; in quotes otherwise.
fn scalar(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_alphanumeric() || " ’-".contains(c))
        && text.starts_with(char::is_alphabetic);
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(text: &str) -> Result<String, StampRefused> {
        stamp(text, false, Date::constant(2026, 11, 26), "médiatrice numérique", How::Call)
    }

    #[test]
    fn three_values_change_and_nothing_else() {
        let before = "# Notre CLIC\nnom: CLIC   # le nôtre\nverifie_le: 2026-01-02 # avant Noël\nverifie_par: \"rédaction # un\"\n\n# Comment\nverifie_comment :  documents\nrevoir_tous_les: 180\n";
        let after = "# Notre CLIC\nnom: CLIC   # le nôtre\nverifie_le: 2026-11-26 # avant Noël\nverifie_par: médiatrice numérique\n\n# Comment\nverifie_comment : appel\nrevoir_tous_les: 180\n";
        assert_eq!(sheet(before).as_deref(), Ok(after));
    }

    #[test]
    fn a_sheet_without_a_block_gets_one_where_the_manual_puts_it() {
        assert_eq!(
            sheet("nom: CLIC\nsources:\n  - titre: A\n").as_deref(),
            Ok(
                "nom: CLIC\nverifie_le: 2026-11-26\nverifie_par: médiatrice numérique\nverifie_comment: appel\nsources:\n  - titre: A\n"
            )
        );
        assert_eq!(
            sheet("nom: CLIC\r\nfait:\r\n  - a").as_deref(),
            Ok(
                "nom: CLIC\r\nfait:\r\n  - a\r\nverifie_le: 2026-11-26\r\nverifie_par: médiatrice numérique\r\nverifie_comment: appel\r\n"
            )
        );
    }

    #[test]
    fn a_guide_is_stamped_in_its_head_only() {
        let guide =
            "---\ntitre: A\nverifie_le: 2026-01-01\nverifie_comment: documents\n---\n\nverifie_le: 3\n---\n";
        let stamped = stamp(guide, true, Date::constant(2026, 11, 26), "rédaction", How::Trial);
        assert_eq!(
            stamped.as_deref(),
            Ok(
                "---\ntitre: A\nverifie_le: 2026-11-26\nverifie_par: rédaction\nverifie_comment: essai\n---\n\nverifie_le: 3\n---\n"
            )
        );
        assert_eq!(
            stamp("titre: A\n", true, Date::constant(2026, 1, 1), "a", How::Trial),
            Err(StampRefused::NoHead)
        );
    }

    #[test]
    fn keys_in_quotation_marks_are_the_same_keys() {
        let before = "\"nom\": CLIC\n\"verifie_le\": \"2026-01-02\"\n'verifie_par': 'rédaction'\n\"verifie_comment\" : documents\n";
        let after = "\"nom\": CLIC\n\"verifie_le\": 2026-11-26\n'verifie_par': médiatrice numérique\n\"verifie_comment\" : appel\n";
        assert_eq!(sheet(before).as_deref(), Ok(after));
    }

    #[test]
    fn the_day_that_is_written_is_read_wherever_it_stands() {
        let day = Some(Date::constant(2026, 1, 2));
        for (text, is_guide, wanted) in [
            ("verifie_le: 2026-01-02\n", false, day),
            ("nom: A\nverifie_le:   2026-01-02   # avant Noël\n", false, day),
            ("verifie_le: \"2026-01-02\"\r\nnom: A\r\n", false, day),
            ("\"verifie_le\": '2026-01-02'\n", false, day),
            ("\u{feff}verifie_le: 2026-01-02", false, day),
            ("---\nverifie_le: 2026-01-02\n---\n", true, day),
            ("---\ntitre: A\n---\nverifie_le: 2026-01-02\n", true, None),
            ("verifie_le: hier\n", false, None),
            ("verifie_le: 2026-13-40\n", false, None),
            ("verifie_le:\n", false, None),
            ("# verifie_le: 2026-01-02\n", false, None),
            ("  verifie_le: 2026-01-02\n", false, None),
            ("verifie_le_2: 2026-01-02\n", false, None),
            ("", false, None),
            ("", true, None),
        ] {
            assert_eq!(written_on(text, is_guide), wanted, "{text}");
        }
    }

    #[test]
    fn a_value_over_several_lines_is_refused() {
        assert_eq!(sheet("verifie_par: >\n  deux\n  lignes\n"), Err(StampRefused::Folded("verifie_par")));
        assert_eq!(sheet("verifie_par: deux\n  lignes\n"), Err(StampRefused::Folded("verifie_par")));
        assert!(sheet("verifie_par: une\n  # une note\nnom: A\n").is_ok());
    }

    proptest! {
        /// Whatever the sheet: lines that are none of the three stay, in order, and a second stamp changes nothing.
        #[test]
        fn stamping_twice_is_stamping_once(lines in proptest::collection::vec("[a-z_: #\"'é-]{0,24}", 0..12)) {
            let text = lines.join("\n");
            if let Ok(once) = sheet(&text) {
                prop_assert_eq!(sheet(&once), Ok(once.clone()));
                let kept: Vec<&str> = once.lines().filter(|line| !line.starts_with("verifie_")).collect();
                let wanted: Vec<&str> = text.lines().filter(|line| !line.starts_with("verifie_")).collect();
                prop_assert_eq!(kept, wanted);
            }
        }
    }
}
