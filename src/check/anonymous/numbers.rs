//! Telephone numbers and e-mail addresses in running text.

use std::ops::Range;

fn digit(c: char) -> Option<u32> {
    // A keyboard of another script types wide digits.
    c.to_digit(10).or_else(|| (('０'..='９').contains(&c)).then(|| c as u32 - '０' as u32))
}

/// Between the digits of one number.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-'
                | '/'
                | '_'
                | '('
                | ')'
                | '\u{ad}'
                | '\u{200b}'..='\u{200d}'
                | '\u{2010}'..='\u{2015}'
                | '\u{2060}'
                | '\u{feff}'
        )
}

/// Digits that stand together, and where.
struct Group {
    digits: String,
    range: Range<usize>,
    /// A `+` stands before it.
    plus: bool,
}

/// The most separators between two groups of one number: « 02 (98) - 85 ».
const FAR: usize = 3;

/// Runs of groups that may be one number.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    let mut apart = usize::MAX;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some(d) = digit(c) {
            let value = char::from_digit(d, 10).unwrap_or('0');
            let new = || Group { digits: value.to_string(), range: at..end, plus: previous == '+' };
            match runs.last_mut() {
                Some(run) if apart == 0 => {
                    if let Some(group) = run.last_mut() {
                        group.digits.push(value);
                        group.range.end = end;
                    }
                }
                Some(run) if apart <= FAR && previous != '+' => run.push(new()),
                _ => runs.push(vec![new()]),
            }
            apart = 0;
        } else if separates(c) && apart != usize::MAX {
            apart += 1;
        } else {
            apart = usize::MAX;
        }
        previous = c;
    }
    runs
}

/// French numbers of ten digits in any spelling, the same without their zero by pairs, and numbers with a country's
/// code. Short numbers (15, 3646), dates, codes and amounts are none.
pub fn phones(text: &str) -> Vec<Range<usize>> {
    let text = without_web(text);
    let mut found = Vec::new();
    for run in runs(&text) {
        let mut from = 0;
        while from < run.len() {
            match (from + 1..=run.len()).rev().find(|to| is_phone(&run[from..*to])) {
                Some(to) => {
                    let start = run[from].range.start - usize::from(run[from].plus);
                    found.push(start..run[to - 1].range.end);
                    from = to;
                }
                None => from += 1,
            }
        }
    }
    found
}

fn is_phone(groups: &[Group]) -> bool {
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let sizes: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let zero = |rest: &str| rest.len() == 9 && !rest.starts_with('0');
    if groups[0].plus {
        return (9..=15).contains(&digits.len());
    }
    if let Some(rest) = digits.strip_prefix("0033") {
        return zero(rest.strip_prefix('0').unwrap_or(rest));
    }
    match digits.strip_prefix('0') {
        // A day and its hour, « 05/05/2025 10 h », or two codes, « 01001 29800 ».
        Some(rest) => zero(rest) && sizes != [2, 2, 4, 2] && sizes != [5, 5],
        None => sizes == [1, 2, 2, 2, 2],
    }
}

/// The text with web addresses blanked out: their digits are no telephone numbers.
pub fn without_web(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("http://").or_else(|| rest.find("https://")).map(|_| {
        let plain = rest.find("http://").unwrap_or(usize::MAX);
        plain.min(rest.find("https://").unwrap_or(usize::MAX))
    }) {
        let end = rest[at..].find(char::is_whitespace).map_or(rest.len(), |end| at + end);
        out.push_str(&rest[..at]);
        // As many bytes, so that places stay; letters, so that nothing is joined across.
        out.extend(std::iter::repeat_n('x', end - at));
        rest = &rest[end..];
    }
    out + rest
}

/// Words for « @ », between spaces or brackets.
const AT: [&str; 12] = [
    "@",
    "arobase",
    "arrobase",
    "arobas",
    "[at]",
    "(at)",
    "{at}",
    "<at>",
    "[arobase]",
    "(arobase)",
    "(@)",
    "[@]",
];

/// Addresses with their sign, and those that are written out: « nom arobase exemple point fr ».
pub fn emails(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = Vec::new();
    for sign in AT {
        for (at, _) in lower.match_indices(sign) {
            let after = at + sign.len();
            let (before, next) = (&text[..at], &lower[after..]);
            let whole = if sign == "@" {
                // « Écrivez à @mairie.bzh » names no mailbox.
                before.ends_with(char::is_whitespace) == next.starts_with(char::is_whitespace)
            } else {
                // A word of its own, or in brackets.
                sign.starts_with(['[', '(', '{', '<'])
                    || !before.ends_with(char::is_alphanumeric) && !next.starts_with(char::is_alphanumeric)
            };
            if let (true, Some(start), Some(end)) = (whole, local(before), domain(next)) {
                let range = start..after + end;
                if !found.iter().any(|other| other.start < range.end && range.start < other.end) {
                    found.push(range);
                }
            }
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

fn of_address(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')
}

/// Where the name before the sign begins.
fn local(before: &str) -> Option<usize> {
    let trimmed = before.trim_end();
    let name = trimmed.trim_end_matches(of_address);
    (name.len() < trimmed.len() && trimmed.ends_with(char::is_alphanumeric)).then_some(name.len())
}

/// Where « exemple.fr », « exemple . fr » or « exemple point fr » ends.
fn domain(after: &str) -> Option<usize> {
    let mut at = skip_spaces(after, 0);
    let mut labels = 0;
    loop {
        let label =
            after[at..].find(|c: char| !c.is_alphanumeric() && c != '-').map_or(after.len(), |end| at + end);
        if label == at {
            return None;
        }
        labels += 1;
        match dot(after, label) {
            Some(next) => at = next,
            None => {
                let last = after[at..label].chars().count();
                return (labels > 1 && (2..=12).contains(&last)).then_some(label);
            }
        }
    }
}

/// After a full stop inside an address: none after it, or spaces on both sides; or the word « point ».
fn dot(after: &str, at: usize) -> Option<usize> {
    let spaced = skip_spaces(after, at);
    let rest = &after[spaced..];
    if let Some(next) = rest.strip_prefix('.') {
        let end = spaced + 1;
        let letter = |at: usize| after[at..].starts_with(char::is_alphanumeric);
        if !next.starts_with(char::is_whitespace) {
            return letter(end).then_some(end);
        }
        let end = skip_spaces(after, end);
        return (spaced > at && letter(end)).then_some(end);
    }
    for word in ["point ", "dot ", "(point)", "[point]", "(dot)", "[dot]"] {
        if rest.starts_with(word) {
            return Some(skip_spaces(after, spaced + word.len()));
        }
    }
    None
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start().len())
}
