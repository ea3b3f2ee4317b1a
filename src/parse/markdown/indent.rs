//! Lines that four spaces or a tab make a block of code, or words of the paragraph above.

use super::line::{MeantLine, is_space};
use super::mark::mark;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use std::collections::BTreeMap;

/// How much of the space before a line is to go, and whether it is said there: once a block.
pub struct Indent {
    /// Bytes of the space that stay.
    pub keep: usize,
    /// Bytes that go after them.
    pub cut: usize,
    pub told: bool,
}

/// The lines that were meant to begin at the edge, by their number.
pub fn of(text: &str, lines: &[MeantLine<'_>]) -> BTreeMap<usize, Indent> {
    let mut out = BTreeMap::new();
    let deep = |line: &MeantLine<'_>| line.lead.contains('\t') || line.lead.contains("    ");
    if !lines.iter().any(|line| deep(line) && is_one(line.body)) {
        return out;
    }
    for (event, place) in Parser::new(text).into_offset_iter() {
        if !matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))) {
            continue;
        }
        let first = lines.partition_point(|line| line.start <= place.start).saturating_sub(1);
        let Some(line) = lines.get(first).filter(|line| is_one(line.body)) else { continue };
        // What a list or a quotation puts before its own lines stays.
        let keep = (place.start - line.start).saturating_sub(4).min(line.lead.len());
        let cut = line.lead.len() - keep;
        for (at, line) in lines.iter().enumerate().skip(first).take_while(|(_, line)| line.start < place.end)
        {
            let keep = keep.min(line.lead.len());
            let cut = cut.min(line.lead.len() - keep);
            out.insert(at, Indent { keep, cut, told: at == first });
        }
    }
    // « Avant.\n    - un »: the second line goes on with the first.
    let mut above: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        let words = before.is_some_and(|line| {
            !line.body.trim().is_empty() && line.lead.is_empty() && mark(line.body).is_none() && !line.fenced
        });
        let length = line.lead.len();
        let plain = !line.lead.contains('>') && !line.fenced && !out.contains_key(&at);
        let goes = above.is_some_and(|above| length >= above);
        above =
            (plain && deep(line) && is_one(line.body) && (words || goes)).then(|| above.unwrap_or(length));
        if let Some(cut) = above {
            out.insert(at, Indent { keep: 0, cut, told: !goes });
        }
    }
    out
}

/// Whether a line is no code: a title, a list, a picture.
fn is_one(body: &str) -> bool {
    body.starts_with("![")
        || mark(body).is_some_and(|mark| {
            let after = body.strip_prefix(mark.written).unwrap_or_default();
            after.starts_with(is_space) && after.contains(char::is_alphabetic)
        })
}
