//! What the lines around a line say of it: a text that goes on, a mark that nothing closes, spaces that are too many.

use super::line::{Cause, YamlLine};
use super::{flow, quotes};
use crate::diag::catalogue::yaml::in_quotes;

/// The lines of a text.
fn lines(text: &str) -> impl Iterator<Item = YamlLine<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |whole| {
        let line = YamlLine { start, text: whole.trim_end_matches('\n') };
        start += whole.len();
        line
    })
}

/// The lines above one, the nearest first.
fn over<'a>(text: &'a str, line: YamlLine<'a>) -> impl Iterator<Item = YamlLine<'a>> {
    let mut end = line.start;
    std::iter::from_fn(move || {
        let above = text[..end].strip_suffix('\n')?;
        let start = above.rfind('\n').map_or(0, |at| at + 1);
        end = start;
        Some(YamlLine { start, text: &above[start..] })
    })
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Whether a line is empty or a remark.
fn is_silent(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with('#')
}

/// The column of a line's key, after its dash; none when it has no key.
fn key_column(line: &str) -> Option<usize> {
    let body = line.trim_start_matches(' ');
    let item = body.strip_prefix("- ").map_or(body, |item| item.trim_start_matches(' '));
    let key = item.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))?;
    let rest = item[key..].strip_prefix(':').filter(|_| key > 0)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(line.len() - item.len())
}

/// Whether a line begins a key or an item that stands no deeper than `indent`.
fn begins(line: &str, indent: usize) -> bool {
    !is_silent(line)
        && spaces(line) <= indent
        && (key_column(line).is_some() || line.trim_start().starts_with("- "))
}

/// Whether a list that is open at the end of a line is closed before the next key.
pub(super) fn closes_below(text: &str, line: YamlLine<'_>) -> bool {
    let indent = spaces(line.text);
    let below = text[line.start..].split('\n').skip(1);
    below.take_while(|line| !begins(line, indent)).any(|line| line.contains(']'))
}

/// The first quotation mark, or bracket, that is open at the end of its line and that nothing closes before the next
/// key: the library goes on to the next mark, and stops far below.
pub(super) fn unclosed(text: &str, at: usize) -> Option<(YamlLine<'_>, Cause<'_>)> {
    for line in lines(text).take_while(|line| line.start <= at) {
        if is_silent(line.text) {
            continue;
        }
        let (head, value) = line.halves();
        if !head.trim_end().ends_with([':', '-']) {
            continue;
        }
        let indent = spaces(line.text);
        let mut below = text[line.start..].split('\n').skip(1).take_while(|line| !begins(line, indent));
        if quotes::is_open(value) {
            let mark = if value.starts_with('"') { '"' } else { '\'' };
            if !below.any(|line| line.contains(mark)) {
                let repaired = format!("{head}{value}{mark}");
                return Some((line, Cause::Other("un guillemet ouvert n’est pas fermé", repaired)));
            }
        } else if let Some((flow::FlowSlip::Open, list)) = flow::meant(value, false) {
            let more = below.clone().any(|line| !is_silent(line));
            if !more {
                let repaired = format!("{head}{list}");
                return Some((line, Cause::Other("un crochet ouvert n’est pas fermé", repaired)));
            }
            if !below.any(|line| line.contains(']')) {
                let last = text[line.start..].split('\n').skip(1).take_while(|line| !begins(line, indent));
                let last = last.filter(|line| !is_silent(line)).last().unwrap_or_default();
                let repaired = format!("{}]", last.trim().trim_end_matches(','));
                return Some((line, Cause::Other("un crochet ouvert n’est pas fermé", repaired)));
            }
        }
    }
    None
}

/// A text of several lines, on one.
pub(super) struct Joined<'a> {
    /// The key and the whole text, as it can be written.
    pub line: String,
    /// The remark that cuts it.
    pub remark: Option<YamlLine<'a>>,
}

/// The text that a line without a key goes on, when the lines above begin one.
pub(super) fn joined<'a>(text: &'a str, line: YamlLine<'a>) -> Option<Joined<'a>> {
    let mut parts = vec![line.text.trim()];
    let mut remark = None;
    for above in over(text, line) {
        let body = above.text.trim();
        if body.is_empty() {
            return None;
        }
        if let Some(words) = body.strip_prefix('#') {
            // A remark at the beginning of the line is one.
            if spaces(above.text) == 0 {
                return None;
            }
            remark = Some(above);
            parts.push(words.trim_start_matches('#'));
            continue;
        }
        let (head, value) = above.halves();
        if !head.trim_end().ends_with([':', '-']) {
            parts.push(body);
            continue;
        }
        if value.is_empty() || value.starts_with(['"', '\'', '[', '{', '|', '>', '!', '&', '*', '#']) {
            return None;
        }
        parts.push(value);
        parts.reverse();
        let mut words = String::new();
        for part in parts {
            // The sign of the remark was a word: « appuyez sur #, puis 2 ».
            let is_remark = remark.is_some_and(|line| line.text.trim().trim_start_matches('#') == part);
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(if is_remark { "#" } else { "" });
            words.push_str(part);
        }
        let cut = words.contains(": ") || words.contains(" #") || words.ends_with(':');
        let words = if cut { in_quotes(&words) } else { words };
        return Some(Joined { line: format!("{head}{words}"), remark });
    }
    None
}

/// The column where the key of a line should stand, when it stands where no key can.
pub(super) fn own_place(text: &str, line: YamlLine<'_>) -> Option<usize> {
    let own = key_column(line.text)?;
    let mut keys = over(text, line)
        .filter(|line| !is_silent(line.text))
        .map_while(|line| Some((key_column(line.text)?, line.text.trim_end())));
    let (above, before) = keys.next()?;
    let opens = before.ends_with([':', '|', '>', '-']);
    if own > above {
        return (!opens).then_some(above);
    }
    let mut least = above;
    for column in over(text, line).filter_map(|line| key_column(line.text)) {
        least = least.min(column);
        if least <= own {
            break;
        }
    }
    (least != own).then_some(above)
}
