//! Lines as their author meant them.
//!
//! A hard space after `##`, a bullet of a word processor, a picture whose name has spaces: Markdown takes such a line
//! for words, and all that hangs on it is accused. Here it is said once, at its line, with the line as it should be,
//! and read as it was meant.

use super::{links, pictures};
use crate::diag::Diagnostics;
use crate::diag::catalogue::marks::{self as say, Block, Slip};
use crate::source::{FileId, Span};
use std::ops::Range;

/// Bullets of word processors; one alone makes a list.
const BULLETS: [char; 18] = [
    '•', '◦', '▪', '▫', '‣', '⁃', '∙', '●', '○', '■', '□', '·', '\u{f0b7}', '\u{f0a7}', '◆', '♦', '➢',
    '\u{25cf}',
];
/// Signs that make a list when two lines in a row begin with them: alone, each may be something else.
const SIGNS: [char; 14] = ['–', '—', '−', '‐', '‑', '‒', '→', '➔', '➤', '►', '▶', '▸', '✓', '✔'];

/// A text as it was meant, and the places of the file.
pub struct Meant {
    pub text: String,
    /// Where the file's text begins.
    offset: usize,
    /// Each change: where it stands in this text, and in the one before.
    moves: Vec<(Range<usize>, Range<usize>)>,
}

impl Meant {
    /// The place in the file of a stretch of this text. A stretch that begins or ends within a change takes it whole.
    pub fn range(&self, place: Range<usize>) -> Range<usize> {
        let start = self.at(place.start, false);
        start..self.at(place.end, true).max(start)
    }

    fn at(&self, byte: usize, end: bool) -> usize {
        let before = self.moves.partition_point(|(new, _)| new.start < byte || new.start == byte && !end);
        let Some((new, old)) = before.checked_sub(1).and_then(|last| self.moves.get(last)) else {
            return self.offset + byte;
        };
        let at = match byte {
            byte if byte >= new.end => old.end + (byte - new.end),
            _ if end => old.end,
            _ => old.start,
        };
        self.offset + at
    }
}

/// A line: where it stands, the spaces and `>` before its words, and the words.
struct Line<'t> {
    start: usize,
    lead: &'t str,
    body: &'t str,
    /// Within a block of code, where all is as it is written.
    fenced: bool,
}

/// Changes of a line, each at its place in the text, and what is wrong with the line.
#[derive(Default)]
struct Change {
    edits: Vec<(Range<usize>, String)>,
}

/// Reads a text that begins at byte `offset` of its file.
pub fn read(id: FileId, text: &str, offset: usize) -> (Meant, Diagnostics) {
    let lines = lines(text);
    let mut out = Diagnostics::default();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.fenced) {
        let span = || {
            let begin = offset + line.start + line.lead.len();
            Span::new(id, begin..begin + line.body.trim_end().len())
        };
        let body = line.start + line.lead.len();
        let more = lines.get(at + 1).is_some_and(|next| !next.body.trim().is_empty());
        let mut found = block(&lines, at);
        if let Some((slip, _)) = &found {
            out.push(say::block(span(), slip, &repaired(line, found.as_ref())));
        } else if let Some((why, good)) = pictures::meant(line.body.trim_end(), more) {
            out.push(say::picture(span(), why, &good));
            let change = (body..body + line.body.trim_end().len(), good);
            found = None;
            edits.extend(lead(line));
            edits.push(change);
            continue;
        }
        if let Some((_, change)) = found {
            edits.extend(lead(line));
            edits.extend(change.edits);
        }
        // Links stand anywhere in a line; the mark before them is none of their business.
        for link in links::meant(line.body) {
            let span = Span::new(id, offset + body + link.range.start..offset + body + link.range.end);
            out.push(say::link(span, line.body.get(link.range.clone()).unwrap_or_default(), &link.good));
            let range = body + link.range.start..body + link.range.end;
            if edits.last().is_none_or(|(last, _)| last.end <= range.start) {
                edits.push((range, link.good));
            }
        }
    }
    (apply(text, offset, edits), out)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    let (mut start, mut fence) = (0, None);
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches('\n');
        let body = line.trim_start_matches(|c| is_hard(c) || matches!(c, ' ' | '\t' | '>'));
        let lead = line.strip_suffix(body).unwrap_or_default();
        let mark = ["```", "~~~"].into_iter().find(|mark| body.starts_with(mark));
        let fenced = fence.is_some() || mark.is_some();
        fence = match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => None,
            (None, mark) => mark,
            (open, _) => open,
        };
        out.push(Line { start, lead, body, fenced });
        start += whole.len();
    }
    out
}

/// Spaces that look like one, and are none to Markdown.
pub fn is_hard(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

fn is_space(c: char) -> bool {
    is_hard(c) || matches!(c, ' ' | '\t')
}

/// Hard spaces before a mark become ordinary ones, or nothing when they have no width.
fn lead(line: &Line<'_>) -> Vec<(Range<usize>, String)> {
    let hard = line.lead.char_indices().filter(|(_, c)| is_hard(*c));
    hard.map(|(at, c)| {
        let space = if matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}') { "" } else { " " };
        (line.start + at..line.start + at + c.len_utf8(), space.to_owned())
    })
    .collect()
}

/// The line with its changes made, without what stands before it.
fn repaired(line: &Line<'_>, found: Option<&(Slip, Change)>) -> String {
    let mut out = String::new();
    let mut done = line.start + line.lead.len();
    let base = done;
    for (range, with) in found.iter().flat_map(|(_, change)| &change.edits) {
        out.push_str(line.body.get(done - base..range.start.saturating_sub(base)).unwrap_or_default());
        out.push_str(with);
        done = range.end;
    }
    out.push_str(line.body.get(done - base..).unwrap_or_default());
    out.trim_end().to_owned()
}

/// What a line was meant for, when Markdown reads it otherwise: a heading, a list, a quotation.
fn block(lines: &[Line<'_>], at: usize) -> Option<(Slip, Change)> {
    let line = &lines[at];
    // Four spaces make a block of code, which is told as such.
    if line.lead.starts_with("    ") && line.lead.trim_start_matches(' ').is_empty() && at == 0 {
        return None;
    }
    let start = line.start + line.lead.len();
    let mark = mark(line.body)?;
    let after = line.body.strip_prefix(mark.written)?;
    let rest = after.trim_start_matches(is_space);
    let gap = after.strip_suffix(rest).unwrap_or_default();
    if rest.is_empty() && mark.block == Block::List {
        return None;
    }
    let hard_lead = line.lead.contains(is_hard) && !line.lead.ends_with('>');
    let good_gap = !gap.contains(is_hard) && !gap.is_empty();
    let slip = match () {
        // A bullet or a number of another kind.
        () if mark.written != mark.good => {
            if !mark.alone && !has_neighbour(lines, at, &mark) {
                return None;
            }
            Slip::Sign(mark.block, mark.written.to_owned())
        }
        () if gap.contains(is_hard) => Slip::Hard(mark.block, mark.written.to_owned()),
        () if gap.is_empty() => {
            let words = rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '“' | '['));
            let sure = match mark.block {
                Block::Heading => words || rest.starts_with("**"),
                Block::List => words && has_neighbour(lines, at, &mark),
            };
            if !sure {
                return None;
            }
            Slip::Missing(mark.block, mark.written.to_owned())
        }
        () if hard_lead && good_gap => Slip::Before(mark.block, mark.written.to_owned()),
        () => return None,
    };
    let range = start..start + mark.written.len() + gap.len();
    Some((slip, Change { edits: vec![(range, format!("{} ", mark.good))] }))
}

/// A mark at the beginning of a line.
struct Mark<'t> {
    block: Block,
    written: &'t str,
    /// As Markdown wants it.
    good: String,
    /// It makes a list even when no other line is like it.
    alone: bool,
    /// Which item it is, of a numbered list.
    number: Option<u32>,
}

fn mark(body: &str) -> Option<Mark<'_>> {
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
        return is_one.then(|| Mark {
            block: Block::Heading,
            written,
            good: "#".repeat(level),
            alone: true,
            number: None,
        });
    }
    let bullet = |good: bool, alone| {
        let good = if good { first.to_string() } else { "-".to_owned() };
        Some(Mark { block: Block::List, written: head(one)?, good, alone, number: None })
    };
    // A word in bold or in italics begins with a star.
    let spaced = one.starts_with(is_space);
    match first {
        '-' => return bullet(true, true),
        '*' | '+' if spaced => return bullet(true, true),
        c if BULLETS.contains(&c) => return bullet(false, true),
        c if SIGNS.contains(&c) && spaced => return bullet(false, false),
        _ => {}
    }
    numbered(body)
}

/// `1.`, `1)`, and what people write for them: `1°`, `1/`, `1 -`, `a)`, `①`.
fn numbered(body: &str) -> Option<Mark<'_>> {
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = body.strip_suffix(rest)?;
    let found = |rest: &str, number: u32, good: String| -> Option<Mark<'_>> {
        Some(Mark {
            block: Block::List,
            written: body.strip_suffix(rest)?,
            good,
            alone: false,
            number: Some(number),
        })
    };
    if (1..=3).contains(&digits.len()) {
        let number: u32 = digits.parse().ok()?;
        if let Some(after) = rest.strip_prefix(['.', ')']) {
            let written = body.strip_suffix(after)?;
            return found(after, number, written.to_owned());
        }
        let ends = [
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
            " /",
        ];
        let after =
            ends.iter().find_map(|end| rest.strip_prefix(end)).filter(|rest| rest.starts_with(is_space))?;
        return found(after, number, format!("{number}."));
    }
    let first = body.chars().next()?;
    let after = body.strip_prefix(first)?;
    let circled = u32::from(first).checked_sub(u32::from('①')).filter(|n| *n < 20);
    if let Some(number) = circled {
        return found(after, number + 1, format!("{}.", number + 1));
    }
    let letter = u32::from(first.to_ascii_lowercase()).checked_sub(u32::from('a')).filter(|n| *n < 26)?;
    let after = after.strip_prefix([')', '.']).filter(|rest| rest.starts_with(is_space))?;
    found(after, letter + 1, format!("{}.", letter + 1))
}

/// Whether the line above or below is the neighbour of this one in a list.
fn has_neighbour(lines: &[Line<'_>], at: usize, mark: &Mark<'_>) -> bool {
    let next = |up: bool| {
        let index = if up { at.checked_sub(1) } else { at.checked_add(1) }?;
        let line = lines.get(index)?;
        let other = self::mark(line.body)?;
        let kind = |mark: &Mark<'_>| mark.written.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        let same = match (mark.number, other.number) {
            (Some(here), Some(there)) => {
                if up {
                    there + 1 == here
                } else {
                    here + 1 == there
                }
            }
            (None, None) => kind(mark) == kind(&other),
            _ => false,
        };
        // A list without spaces is one when none has some.
        Some(same)
    };
    next(true) == Some(true) || next(false) == Some(true)
}

fn apply(text: &str, offset: usize, mut edits: Vec<(Range<usize>, String)>) -> Meant {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len() + 16);
    let mut moves = Vec::new();
    let mut done = 0;
    for (range, with) in edits {
        let Some(between) = text.get(done..range.start) else { continue };
        out.push_str(between);
        let begin = out.len();
        out.push_str(&with);
        moves.push((begin..out.len(), range.clone()));
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Meant { text: out, offset, moves }
}
