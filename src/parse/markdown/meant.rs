//! Lines as their author meant them.
//!
//! A hard space after `##`, a bullet of a word processor, a picture whose name has spaces: Markdown takes such a line
//! for words, and all that hangs on it is accused. Here it is said once, at its line, with the line as it should be,
//! and read as it was meant.

use super::callout::{Callout, callout};
use super::line::{MeantLine, is_hard, is_space};
use super::mark::{LineMark, mark};
use super::{heading, indent, links, pictures};
use crate::diag::Diagnostics;
use crate::diag::catalogue::marks::{self as say, LineStart, MarkSlip};
use crate::source::{Edit, FileId, Span};
use std::ops::Range;

/// A text as it was meant, and the places of the file.
pub struct MeantText {
    pub text: String,
    /// Where the file's text begins.
    offset: usize,
    /// Each change: where it stands in this text, and in the one before.
    moves: Vec<(Range<usize>, Range<usize>)>,
}

impl MeantText {
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

/// Changes of a line, each at its place in the text, and what is wrong with the line.
#[derive(Default)]
struct Change {
    edits: Vec<(Range<usize>, String)>,
}

/// Reads a text that begins at byte `offset` of its file.
pub fn read(id: FileId, text: &str, offset: usize) -> (MeantText, Diagnostics) {
    let lines = lines(text);
    let mut out = Diagnostics::default();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let indents = indent::of(text, &lines);
    let steps = lines.iter().filter(|line| line.body.starts_with("## ")).count();
    let mut told = (0, 0);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.fenced) {
        tie(&mut out, &edits, &mut told, offset);
        let span = || {
            let begin = offset + line.start + line.lead.len();
            Span::new(id, begin..begin + line.body.trim_end().len())
        };
        let body = line.start + line.lead.len();
        if let Some(indent) = indents.get(&at) {
            let from = line.start + indent.keep;
            edits.push((from..from + indent.cut, String::new()));
            if indent.told {
                out.push(say::indented(span(), line.body.trim_end()));
                continue;
            }
        }
        if let Some(notice) = callout(line.body) {
            out.push(say::left(span(), notice.written, &say::Left::Alert));
            edits.push(noticed(&lines, at, &notice));
            continue;
        }
        let whole = text.get(line.start..body + line.body.trim_end().len()).unwrap_or_default();
        if let Some(good) = pictures::wrapped(whole) {
            out.push(say::picture(span(), say::PictureSlip::Wrapped, &good));
            edits.push((line.start..line.start + whole.len(), format!("\n{good}\n")));
            continue;
        }
        let blank = |at: Option<usize>| {
            at.and_then(|at| lines.get(at)).is_none_or(|line| line.body.trim().is_empty())
        };
        let around = heading::Around {
            alone: blank(at.checked_sub(1)) && blank(at.checked_add(1)),
            steps,
            framed: line.lead.contains('>'),
        };
        if let Some(titled) = heading::meant(line.body, &around) {
            for (slip, written) in &titled.slips {
                out.push(say::title(span(), *slip, written, &titled.good));
            }
            let framed = titled.slips.iter().any(|(slip, _)| *slip == say::Title::Framed);
            let from = if framed { line.start } else { body };
            let good = if framed { format!("\n{}\n", titled.good) } else { titled.good };
            edits.extend(lead(line).into_iter().filter(|_| !framed));
            edits.push((from..body + line.body.trim_end().len(), good));
            continue;
        }
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
    tie(&mut out, &edits, &mut told, offset);
    (apply(text, offset, edits), out)
}

/// Gives the findings of the line before, those from `told.0` on, the changes by which it is read, those from `told.1` on: the
/// author's own line can be so too. Lines that are told with the line above them go with it.
fn tie(out: &mut Diagnostics, edits: &[(Range<usize>, String)], told: &mut (usize, usize), offset: usize) {
    let fresh = edits.get(told.1..).unwrap_or_default();
    let from = if out.len() > told.0 { told.0 } else { out.len().saturating_sub(1) };
    for finding in out.since(from) {
        let moved = fresh
            .iter()
            .map(|(range, with)| Edit::new(range.start + offset..range.end + offset, with.as_str()));
        finding.edits.extend(moved);
    }
    *told = (out.len(), edits.len());
}

fn lines(text: &str) -> Vec<MeantLine<'_>> {
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
        out.push(MeantLine { start, lead, body, fenced });
        start += whole.len();
    }
    out
}

/// Hard spaces before a mark become ordinary ones, or nothing when they have no width.
fn lead(line: &MeantLine<'_>) -> Vec<(Range<usize>, String)> {
    let hard = line.lead.char_indices().filter(|(_, c)| is_hard(*c));
    hard.map(|(at, c)| {
        let space = if matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}') { "" } else { " " };
        (line.start + at..line.start + at + c.len_utf8(), space.to_owned())
    })
    .collect()
}

/// The line with its changes made, without what stands before it.
fn repaired(line: &MeantLine<'_>, found: Option<&(MarkSlip, Change)>) -> String {
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
fn block(lines: &[MeantLine<'_>], at: usize) -> Option<(MarkSlip, Change)> {
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
    if rest.is_empty() && mark.block == LineStart::List {
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
            MarkSlip::Sign(mark.block, mark.written.to_owned())
        }
        () if gap.contains(is_hard) => MarkSlip::Hard(mark.block, mark.written.to_owned()),
        () if gap.is_empty() => {
            let words = rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '“' | '['));
            let sure = match mark.block {
                LineStart::Heading => words || rest.starts_with("**"),
                LineStart::List => words && has_neighbour(lines, at, &mark),
            };
            if !sure {
                return None;
            }
            MarkSlip::Missing(mark.block, mark.written.to_owned())
        }
        () if hard_lead && good_gap => MarkSlip::Before(mark.block, mark.written.to_owned()),
        () => return None,
    };
    let range = start..start + mark.written.len() + gap.len();
    Some((slip, Change { edits: vec![(range, format!("{} ", mark.good))] }))
}

/// The notice of another program, as a notice.
fn noticed(lines: &[MeantLine<'_>], at: usize, notice: &Callout<'_>) -> (Range<usize>, String) {
    let line = &lines[at];
    let body = line.start + line.lead.len();
    let mark = if line.lead.contains('>') { "" } else { "> " };
    let end = body + line.body.trim_end().len();
    if !notice.opens {
        return (body..end - notice.title.len(), mark.to_owned());
    }
    // Its words begin on the line below.
    let below = lines.get(at + 1).filter(|next| notice.title.is_empty() && !next.body.trim().is_empty());
    let end = below.map_or(end, |next| next.start + next.lead.len());
    (body..end, format!("{mark}{}", notice.title))
}

/// Whether the line above or below is the neighbour of this one in a list.
fn has_neighbour(lines: &[MeantLine<'_>], at: usize, mark: &LineMark<'_>) -> bool {
    let here = lines.get(at).map(|line| line.body).unwrap_or_default();
    let near = |up: bool| {
        let mut lines: Box<dyn Iterator<Item = &MeantLine<'_>>> =
            if up { Box::new(lines[..at].iter().rev()) } else { Box::new(lines[at + 1..].iter()) };
        let (mut blank, mut words) = (false, 0);
        let line = lines.find(|line| {
            let empty = line.body.trim().is_empty();
            blank |= empty;
            // An item goes on below: numbers that follow one another are a list all the same.
            let more = !empty && !blank && self::mark(line.body).is_none();
            words += usize::from(more);
            !(empty || more && mark.is_numbered() && words <= 3)
        })?;
        let other = self::mark(line.body)?;
        let same = if up { other.is_before(mark) } else { mark.is_before(&other) };
        // Two paragraphs that begin with a dash are people who speak, unless they are pieces of one sentence.
        let piece = |body: &str| {
            let words = body.trim_start_matches(|c: char| !c.is_alphanumeric());
            words.starts_with(char::is_lowercase) || body.trim_end().ends_with([';', ','])
        };
        let speech = blank && mark.written.starts_with(['–', '—', '−', '‐', '‑', '‒']);
        Some(same && (!speech || piece(here) && piece(line.body)))
    };
    near(true) == Some(true) || near(false) == Some(true)
}

fn apply(text: &str, offset: usize, mut edits: Vec<(Range<usize>, String)>) -> MeantText {
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
    MeantText { text: out, offset, moves }
}
