//! What YAML's own rules take from a value without a word: all of it is well formed, none of it is what was meant.

use super::Raw;
use crate::diag::Diagnostic;
use crate::diag::catalogue::yaml as say;
use crate::source::Span;
use crate::text::{is_blank, is_hidden, unseen, without_unseen};
use serde_yaml::{Location, Spanned};
use std::ops::Range;

/// A value that lost something, and what its author meant.
pub(super) struct Told {
    /// The stretch to point at, in bytes of the YAML.
    pub range: Range<usize>,
    /// The whole value.
    pub words: String,
    pub diagnostic: fn(Span, &str, &str) -> Diagnostic,
    /// The line, up to the value.
    pub head: String,
}

impl Told {
    pub fn say(&self, span: Span) -> Diagnostic {
        (self.diagnostic)(span, &self.head, &self.words)
    }
}

/// What is told of the scalar that stands at `own`.
pub(super) fn told(text: &str, own: &Range<usize>, value: &str) -> Option<Told> {
    let before = &text[..own.start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let head = before[line_start..].to_owned();
    let written = &text[own.clone()];
    if let Some((plain, tag)) = tag_before(&head) {
        let range = line_start + plain.len()..own.end;
        let words = format!("{tag} {value}");
        return Some(Told { range, words: words.trim().to_owned(), diagnostic: say::tag, head: plain });
    }
    let quoted = written.starts_with('"');
    if quoted && (is_windows_path(written) || written.contains("\\ ")) {
        let words = written.trim_matches('"').to_owned();
        return Some(Told { range: own.clone(), words, diagnostic: say::backslash, head });
    }
    // What shows nothing at all is no value: that is told where one is wanted.
    if unseen(value).is_some() && (value.contains(is_hidden) || !is_blank(value)) {
        let words = without_unseen(value);
        return Some(Told { range: own.clone(), words, diagnostic: say::hidden, head });
    }
    // Quoted and folded texts keep their « # ».
    if quoted || written.starts_with(['\'', '|', '>']) {
        return None;
    }
    let rest = text[own.end..].split('\n').next().unwrap_or_default();
    let remark = rest.trim_start();
    // A permission is written for the program, and read: see `check/language/permits.rs`.
    let permission = remark.trim_start_matches('#').trim_start().starts_with("langage:");
    (remark.starts_with('#') && remark.len() < rest.len() && !permission).then(|| Told {
        range: own.start..own.end + rest.trim_end().len(),
        words: format!("{value}{}", rest.trim_end()),
        diagnostic: say::cut_by_hash,
        head,
    })
}

/// The head of a line without the tag that ends it, and that tag: `resume: !Attention, fermé` is the tag « !Attention, ».
fn tag_before(head: &str) -> Option<(String, &str)> {
    let tag = head.trim_end().rsplit([' ', '\t']).next().filter(|word| word.starts_with('!'))?;
    let plain = head.trim_end().strip_suffix(tag)?;
    Some((plain.to_owned(), tag))
}

/// Whether a text in double quotes holds `C:\` or `\\serveur`: there a `\n` or a `\t` is no letter.
fn is_windows_path(written: &str) -> bool {
    written.match_indices(":\\").any(|(at, _)| {
        let before = written[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let drive = &written[before.len()..at];
        drive.len() == 1 && before.ends_with([' ', '"', '(', '\'', '\u{a0}', '\u{202f}', '«'])
    })
}

/// The line of a group of one key, as a text: `Aide : papiers et numérique`, or `Téléphonez d’abord :`.
pub(super) fn one_key(
    text: &str,
    entries: &[(Spanned<String>, Spanned<Raw>)],
    range: impl Fn(&Location) -> Range<usize>,
) -> Option<Box<str>> {
    let [(key, value)] = entries else { return None };
    if matches!(value.value, Raw::List(_) | Raw::Map(_)) {
        return None;
    }
    let key = range(&key.referenced);
    let line = text[key.start..].split('\n').next()?.trim_end();
    let inside = text[..key.start].trim_end().ends_with('{');
    // A value on a line of its own belongs to a key that was meant.
    let ends = match value.value {
        Raw::Empty => line.ends_with(':'),
        _ => range(&value.referenced).end <= key.start + line.len(),
    };
    (ends && !inside).then(|| line.into())
}
