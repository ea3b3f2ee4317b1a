//! What YAML's own rules take from a value without a word: all of it is well formed, none of it is what was meant.

use super::rows::Rows;
use super::tree::{Raw, RawKey, Value};
use super::{MeantPair, flow};
use crate::diag::Diagnostic;
use crate::diag::catalogue::yaml as say;
use crate::source::Span;
use crate::text::{is_blank, is_hidden, unseen, without_unseen};
use std::ops::Range;

/// A value that lost something, and what its author meant.
pub(super) struct LostValue {
    /// The stretch to point at, in bytes of the YAML.
    pub range: Range<usize>,
    /// The whole value.
    pub words: String,
    pub diagnostic: fn(Span, &str, &str) -> Diagnostic,
    /// The line, up to the value.
    pub head: String,
}

impl LostValue {
    pub fn say(&self, span: Span) -> Diagnostic {
        (self.diagnostic)(span, &self.head, &self.words)
    }
}

/// What is told of the scalar that stands at `own`.
pub(super) fn told(rows: &Rows<'_>, own: &Range<usize>, value: &str) -> Option<LostValue> {
    let head = rows.head(own.start);
    let written = &rows.text[own.clone()];
    if let Some((plain, tag)) = tag_before(head) {
        let range = own.start - head.len() + plain.len()..own.end;
        let words = format!("{tag} {value}");
        let head = plain.to_owned();
        return Some(LostValue { range, words: words.trim().to_owned(), diagnostic: say::tag, head });
    }
    let here = |words: String, diagnostic| {
        Some(LostValue { range: own.clone(), words, diagnostic, head: head.to_owned() })
    };
    let quoted = written.starts_with('"');
    if quoted && (is_windows_path(written) || written.contains("\\ ")) {
        return here(written.trim_matches('"').to_owned(), say::backslash);
    }
    // What shows nothing at all is no value: that is told where one is wanted.
    if unseen(value).is_some() && (value.contains(is_hidden) || !is_blank(value)) {
        return here(without_unseen(value), say::hidden);
    }
    // Quoted and folded texts keep their « # ».
    if quoted || written.starts_with(['\'', '|', '>']) {
        return None;
    }
    if head.trim() == "-"
        && let Some(told) = dash_below(own.start, head, written)
    {
        return Some(told);
    }
    let rest = rows.rest(own.end);
    let remark = rest.trim_start();
    if !remark.starts_with('#') || remark.len() == rest.len() || is_permission(remark) {
        return None;
    }
    let range = own.start..own.end + rest.trim_end().len();
    // Quotation marks around a word of a closed list, a day or a number would make another value of it.
    Some(if is_exact(value) {
        let head = format!("{}\n{}{value}", remark.trim_end(), head.trim_start());
        LostValue { range, words: value.to_owned(), diagnostic: say::remark_beside, head }
    } else {
        let words = format!("{value}{}", rest.trim_end());
        LostValue { range, words, diagnostic: say::cut_by_hash, head: head.to_owned() }
    })
}

/// A dash that stands deeper than the one above goes on the text of that one: « a - b ».
fn dash_below(start: usize, head: &str, written: &str) -> Option<LostValue> {
    let mut at = start;
    for line in written.split_inclusive('\n') {
        let body = line.trim();
        if at > start && body.starts_with("- ") {
            let from = at + line.len() - line.trim_start().len();
            let range = from..from + body.len();
            return Some(LostValue {
                range,
                words: body.to_owned(),
                diagnostic: say::dash_too_deep,
                head: head.to_owned(),
            });
        }
        at += line.len();
    }
    None
}

/// A permission is written for the program, and read: see `check/language/permits.rs`.
fn is_permission(remark: &str) -> bool {
    remark.trim_start_matches('#').trim_start().starts_with("langage:")
}

/// Whether a value has the form of what is read to the letter, and is no sentence: a word of a list (`mairie`), the
/// name of a sheet or a file, a day, a number, a telephone, hours.
fn is_exact(value: &str) -> bool {
    let figures = value.chars().all(|c| c.is_ascii_digit() || " .,:+-/()_\u{a0}\u{202f}".contains(c));
    let word =
        value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-./:@?=&%~+".contains(c));
    let hours = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH", "24/7"].iter().any(|day| {
        value.strip_prefix(day).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    figures || word || hours
}

/// What is told of a place that YAML finds empty, from where the value should begin: words that begin with a `#` or
/// with a `!` were a value. A remark has a space after its sign.
pub(super) fn nothing(rows: &Rows<'_>, start: usize) -> Option<LostValue> {
    let line = rows.rest(start);
    let value = line.trim();
    let at = start + line.len() - line.trim_start().len();
    let head = rows.head(at).to_owned();
    let range = at..at + value.len();
    let diagnostic = if value.starts_with('!') {
        say::tag
    } else {
        let words = value.strip_prefix('#').filter(|_| !is_permission(value))?;
        // « #1 en Bretagne », « # 1 en Bretagne »; « # à compléter » is a remark, and the place is empty.
        let glued = words.starts_with(|c: char| !c.is_whitespace() && c != '#');
        let number = words.trim_start().starts_with(|c: char| c.is_ascii_digit());
        (glued || number).then_some(say::cut_by_hash)?
    };
    Some(LostValue { range, words: value.to_owned(), diagnostic, head })
}

/// Where the value of a key begins, if it stands on the key's line.
pub(super) fn after_key(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let colon = rest.trim_start_matches(['"', '\'', ' ']);
    colon.starts_with(':').then(|| end + rest.len() - colon.len() + 1)
}

/// Where the value of an item begins, on the line of the place `at`.
pub(super) fn after_dash(rows: &Rows<'_>, at: usize) -> Option<usize> {
    let start = rows.start(at);
    let line = rows.rest(start);
    let dash = line.find('-').filter(|dash| line[..*dash].trim().is_empty())?;
    Some(start + dash + 1)
}

/// The head of a line without the tag that ends it, and that tag: `resume: !Attention, fermé` is the tag « !Attention, ».
fn tag_before(head: &str) -> Option<(&str, &str)> {
    let head = head.trim_end();
    let tag = head.rsplit([' ', '\t']).next().filter(|word| word.starts_with('!'))?;
    Some((head.strip_suffix(tag)?, tag))
}

/// Whether a text in double quotes holds `C:\` or `\\serveur`: there a `\n` or a `\t` is no letter.
fn is_windows_path(written: &str) -> bool {
    written.match_indices(":\\").any(|(at, _)| {
        let before = written[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let drive = &written[before.len()..at];
        drive.len() == 1 && before.ends_with([' ', '"', '(', '\'', '\u{a0}', '\u{202f}', '«'])
    })
}

/// A group of one key that was meant as a text: `Aide : papiers et numérique`, or `Téléphonez d’abord :`.
pub(super) fn one_key(rows: &Rows<'_>, entries: &[(RawKey<'_>, Raw<'_>)]) -> Option<Box<MeantPair>> {
    let [(key, value)] = entries else { return None };
    if matches!(value.value, Value::List(_) | Value::Map(_)) {
        return None;
    }
    let text = rows.text;
    let key = &key.range;
    let line = rows.rest(key.start).trim_end();
    let before = text[..key.start].trim_end();
    // Within brackets, a text ends where the item does.
    let listed = before.ends_with(['[', ',']);
    // A value on a line of its own belongs to a key that was meant.
    let ends = match value.value {
        Value::Empty => listed || line.ends_with(':'),
        _ => value.range.end <= key.start + line.len(),
    };
    if !ends || before.ends_with('{') {
        return None;
    }
    if !listed {
        return Some(Box::new(MeantPair { words: line.into(), line: None }));
    }
    let end = line.find([',', ']']).unwrap_or(line.len());
    let words = line[..end].trim_end();
    let head = rows.head(key.start);
    let bracket = head
        .find('[')
        .filter(|_| head.len() + line.len() <= LONG_LINE)
        .and_then(|open| Some((open, flow::meant(rows.rest(key.start - head.len() + open), true)?.1)));
    let whole = match bracket {
        Some((open, list)) => format!("{}{list}", &head[..open]),
        None if head.len() + line.len() > LONG_LINE => say::in_quotes(words),
        None => format!("{head}{}{}", say::in_quotes(words), &line[end..]),
    };
    Some(Box::new(MeantPair { words: words.into(), line: Some(whole.trim_start().into()) }))
}

/// A line of more bytes is not proposed anew, whole, for each of its items: nobody would read it, and a list of 50,000
/// words would be copied 50,000 times.
const LONG_LINE: usize = 2_000;

/// The lines of a text without quotation marks, which YAML joins into one.
pub(super) fn lines(written: &str) -> Option<Box<MeantPair>> {
    let plain = !written.starts_with(['"', '\'', '|', '>']);
    (plain && written.contains('\n')).then(|| Box::new(MeantPair { words: written.into(), line: None }))
}
