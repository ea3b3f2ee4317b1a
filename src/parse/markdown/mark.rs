//! Marks at the beginning of a line: those of Markdown, and what people write or paste for them.

use super::line::is_space;
use crate::diag::catalogue::marks::LineStart;

/// Bullets and boxes of word processors; one alone makes a list.
const BULLETS: [char; 30] = [
    '•', '◦', '▪', '▫', '‣', '⁃', '∙', '●', '○', '■', '□', '·', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
    '\u{f0fc}', '\u{f076}', '\u{f071}', '\u{f0a8}', '◆', '♦', '➢', '☐', '☑', '☒', '❏', '❑', '❒', '◻', '❖',
];

/// Signs that make a list when two lines in a row begin with them: alone, each may be something else.
const SIGNS: [char; 42] = [
    '–', '—', '−', '‐', '‑', '‒', '→', '➔', '➤', '►', '▶', '▸', '✓', '✔', '➜', '➝', '➙', '➞', '➡', '➥', '➲',
    '⇒', '⟶', '⮕', '↪', '☞', '✅', '👉', '🔹', '🔸', '★', '☆', '✦', '✧', '◇', '»', '›', '✗', '✘', '❯', '°',
    '¤',
];

/// Letters that a bullet becomes when its typeface is lost (Wingdings, Symbol), or that are typed for one. A space
/// follows each; alone, those of the first list only are no word and no measure.
const LOST: [char; 5] = ['o', 'Ø', '§', 'ü', '¨'];
const LOST_TWICE: [char; 7] = ['v', 'q', 'n', 'l', 'è', '~', '_'];

/// Arrows that are typed.
const ARROWS: [&str; 9] = ["==>", "-->", "=>", "->", "—>", "–>", "~>", "|>", ">>"];

/// A mark at the beginning of a line.
pub struct LineMark<'t> {
    pub block: LineStart,
    pub written: &'t str,
    /// As Markdown wants it.
    pub good: String,
    /// It makes a list even when no other line is like it.
    pub alone: bool,
    /// Which item it is, of a numbered list; « i » is the first, and the ninth.
    numbers: [Option<u32>; 2],
    /// The mark without its number.
    kind: String,
}

impl LineMark<'_> {
    pub fn is_numbered(&self) -> bool {
        self.numbers != [None, None]
    }

    /// Whether this line and the one after it are of one list.
    pub fn is_before(&self, next: &Self) -> bool {
        if self.block != next.block || self.kind != next.kind {
            return false;
        }
        match (self.numbers, next.numbers) {
            ([None, None], [None, None]) => true,
            (here, there) => {
                here.iter().zip(&there).any(|(here, there)| here.is_some() && here.map(|n| n + 1) == *there)
            }
        }
    }
}

/// The mark that a line begins with.
pub fn mark(body: &str) -> Option<LineMark<'_>> {
    let first = body.chars().next()?;
    let head = |end: &str| body.strip_suffix(end);
    let one = body.strip_prefix(first)?;
    if matches!(first, '#' | '＃') {
        let rest = body.trim_start_matches(['#', '＃']);
        let written = head(rest)?;
        let level = written.chars().count();
        // `#31#` is a code, and `#mot` a word of social networks.
        let glued = !rest.starts_with(is_space);
        let is_one = level <= 6 && (!glued || level > 1);
        return is_one.then(|| LineMark {
            block: LineStart::Heading,
            written,
            good: "#".repeat(level),
            alone: true,
            numbers: [None, None],
            kind: String::new(),
        });
    }
    let bullet = |written: &'_ str, good: &str, alone| {
        let written = body.get(..written.len())?;
        let (good, kind) = (good.to_owned(), written.to_owned());
        Some(LineMark { block: LineStart::List, written, good, alone, numbers: [None, None], kind })
    };
    let sign = first.to_string();
    // A variation that asks for colours is of the sign before it.
    let written = head(one.trim_start_matches('\u{fe0f}'))?;
    let after = body.strip_prefix(written)?;
    let spaced = after.starts_with(is_space);
    let words = after.trim_start_matches(is_space).starts_with(char::is_alphabetic);
    if let Some(arrow) = ARROWS.iter().find(|arrow| body.starts_with(**arrow)) {
        return bullet(arrow, "-", false);
    }
    if let Some(escaped) = ["\\-", "\\*", "\\+"].iter().find(|mark| body.starts_with(**mark)) {
        let spaced = body.strip_prefix(escaped)?.starts_with(is_space);
        return spaced.then(|| bullet(escaped, "-", false))?;
    }
    match first {
        '-' => return bullet("-", "-", true),
        '*' | '+' if spaced => return bullet(&sign, &sign, true),
        // A word in bold or in italics begins with a star; two lines with one star each are a list.
        '*' | '+' if words && !one.contains(first) => return bullet(&sign, "-", false),
        c if BULLETS.contains(&c) => return bullet(written, "-", true),
        c if SIGNS.contains(&c) && (spaced || words) => return bullet(written, "-", false),
        c if LOST.contains(&c) && spaced && words => return bullet(written, "-", true),
        c if LOST_TWICE.contains(&c) && spaced => return bullet(written, "-", false),
        _ => {}
    }
    numbered(body)
}

/// `1.`, `1)`, and what people write for them: `1°`, `1/`, `1 -`, `a)`, `(a)`, `ii.`, `①`.
fn numbered(body: &str) -> Option<LineMark<'_>> {
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = body.strip_suffix(rest)?;
    let found = |rest: &str, numbers: [Option<u32>; 2], good: String, kind: &str| -> Option<LineMark<'_>> {
        let (written, kind) = (body.strip_suffix(rest)?, kind.to_owned());
        Some(LineMark { block: LineStart::List, written, good, alone: false, numbers, kind })
    };
    if (1..=3).contains(&digits.len()) {
        let number: u32 = digits.parse().ok()?;
        if let Some(after) = rest.strip_prefix(['.', ')']) {
            let written = body.strip_suffix(after)?;
            return found(after, [Some(number), None], written.to_owned(), rest.strip_suffix(after)?);
        }
        let ends = [
            "\\.",
            "\\)",
            "°)",
            "°",
            "º",
            "/",
            ".-",
            " -",
            " –",
            "\u{a0}-",
            "\u{a0}–",
            "-",
            "–",
            "\u{20e3}",
            "\u{fe0f}\u{20e3}",
            " :",
            "\u{a0}:",
            "\u{202f}:",
            ":",
            " /",
        ];
        let (end, after) = ends
            .iter()
            .find_map(|end| Some((*end, rest.strip_prefix(end)?)))
            .filter(|(_, rest)| rest.starts_with(is_space))?;
        return found(after, [Some(number), None], format!("{number}."), end);
    }
    let first = body.chars().next()?;
    let after = body.strip_prefix(first)?;
    if let Some((number, start)) = circled(first) {
        return found(after, [Some(number), None], format!("{number}."), &start.to_string());
    }
    let (inner, open) = body.strip_prefix('(').map_or((body, ""), |inner| (inner, "("));
    let name = inner.strip_suffix(inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric()))?;
    let ends: &[char] = if open.is_empty() { &[')', '.'] } else { &[')'] };
    let after = inner.strip_prefix(name)?.strip_prefix(ends).filter(|rest| rest.starts_with(is_space))?;
    let numbers = match name.chars().next()? {
        digit if digit.is_ascii_digit() => [name.parse().ok().filter(|n| *n < 1000), None],
        letter if name.len() == 1 => {
            let place = u32::from(letter.to_ascii_lowercase()).checked_sub(u32::from('a'))? + 1;
            [Some(place), roman(name)]
        }
        _ => [None, roman(name)],
    };
    let number = numbers[1].or(numbers[0])?;
    // One letter is one of the alphabet, but « i ».
    let number = if name.len() == 1 && !name.eq_ignore_ascii_case("i") { numbers[0]? } else { number };
    let case = if name.starts_with(|c: char| c.is_ascii_uppercase()) { "A" } else { "a" };
    let kind = format!("{open}{case}{}", inner.get(name.len()..inner.len() - after.len())?);
    found(after, numbers, format!("{number}."), &kind)
}

/// Signs that hold a number, and the first sign of their row.
fn circled(sign: char) -> Option<(u32, char)> {
    const ROWS: [(char, u32); 9] =
        [('①', 20), ('❶', 10), ('➀', 10), ('➊', 10), ('⓵', 10), ('⑴', 20), ('⒈', 20), ('ⓐ', 26), ('Ⓐ', 26)];
    ROWS.iter().find_map(|(start, count)| {
        let place = u32::from(sign).checked_sub(u32::from(*start))?;
        (place < *count).then_some((place + 1, *start))
    })
}

/// `i` to `xii`, in letters of one kind.
fn roman(name: &str) -> Option<u32> {
    const ALL: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let place = ALL.iter().position(|roman| roman.eq_ignore_ascii_case(name))?;
    let one_case = name == name.to_ascii_lowercase() || name == name.to_ascii_uppercase();
    u32::try_from(place + 1).ok().filter(|_| one_case)
}
