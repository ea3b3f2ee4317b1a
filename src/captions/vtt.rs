//! WebVTT files, block by block, in the steps of the standard (W3C, « WebVTT parser algorithm »): what browsers keep
//! is kept, and what they pass by in silence is said.

use super::finding::Findings;
use super::line::PlacedText;
use super::setting::{self, CaptionRegion, CueSettings};
use super::track::{Cue, TrackBlock};
use super::{meant, tag, time};
use crate::diag::catalogue::captions::{self as say, BadTime, Who};
use std::ops::Range;

/// Whether browsers take a text for WebVTT.
pub fn is_signed(text: &str) -> bool {
    text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

/// Reads a file; without `signed`, as if its first line had been forgotten. Gives what follows `WEBVTT`, and blocks.
pub fn read(source: &PlacedText<'_>, signed: bool, out: &mut Findings) -> (String, Vec<TrackBlock>) {
    let mut file =
        VttFile { source, lines: source.lines(), at: 0, seen_cue: false, cues: 0, regions: Vec::new(), out };
    let mut header = String::new();
    if signed {
        file.at = 1;
        let begin = "WEBVTT".len();
        let mut end = file.lines[0].1.len();
        // Lines that follow at once belong to the header, unless they are times.
        while let Some((at, line)) =
            file.lines.get(file.at).filter(|(_, l)| !l.is_empty() && !l.contains("-->"))
        {
            end = at + line.len();
            file.at += 1;
        }
        source.text[begin..end].clone_into(&mut header);
    }
    // A first line that was meant for the signature is no text: its fault was said.
    let meant = file.lines[0]
        .1
        .trim()
        .trim_start_matches('\u{feff}')
        .get(..5)
        .is_some_and(|word| word.eq_ignore_ascii_case("webvt"));
    if !signed && meant {
        file.at = 1;
    }
    let mut blocks = Vec::new();
    while file.at < file.lines.len() {
        if file.lines[file.at].1.is_empty() {
            file.at += 1;
        } else {
            blocks.extend(file.block());
        }
    }
    (header, blocks)
}

struct VttFile<'a, 'b> {
    source: &'a PlacedText<'b>,
    lines: Vec<(usize, &'a str)>,
    /// The next line.
    at: usize,
    /// After the first cue there are no more styles and regions.
    seen_cue: bool,
    cues: usize,
    /// Their ids.
    regions: Vec<String>,
    out: &'a mut Findings,
}

/// A line of times that could be read.
struct VttTiming {
    times: (u64, u64),
    spans: (Range<usize>, Range<usize>),
    settings: CueSettings,
    line: Range<usize>,
}

impl VttFile<'_, '_> {
    fn range(&self, line: usize) -> Range<usize> {
        let (at, text) = self.lines[line];
        at..at + text.len()
    }

    /// Takes one block, of one line at least.
    fn block(&mut self) -> Option<TrackBlock> {
        let first = self.at;
        let arrow = |line: usize| self.lines.get(line).is_some_and(|(_, text)| text.contains("-->"));
        // Times with another arrow are no words of the caption above; in a remark they are left alone.
        let remark = ["NOTE", "STYLE", "REGION"].iter().any(|word| self.lines[first].1.starts_with(word));
        let almost = |line: usize| !remark && self.is_almost(line);
        let times = [first, first + 1].into_iter().find(|line| arrow(*line) || almost(*line));
        // The text ends before an empty line, or before other times.
        let begin = times.map_or(first + 1, |line| line + 1);
        let end = (begin..self.lines.len())
            .find(|&line| self.lines[line].1.is_empty() || arrow(line) || almost(line))
            .unwrap_or(self.lines.len());
        self.at = end;
        match times {
            Some(line) if arrow(line) => self.cue(first, line, end).map(TrackBlock::Cue),
            Some(line) => {
                self.bad_time(line);
                None
            }
            None => self.other(first, end),
        }
    }

    /// Whether a line was meant for times, and has another arrow.
    fn is_almost(&self, line: usize) -> bool {
        let text = |line: usize| self.lines.get(line).map_or("", |(_, text)| meant::bare(text));
        let before = line.checked_sub(1).map_or("", text);
        let expected = before.is_empty() || before.bytes().all(|b| b.is_ascii_digit());
        let found = meant::times(text(line)).filter(|_| !text(line).contains("-->"));
        found.is_some_and(|meant| meant.sure || expected)
    }

    /// Says what is wrong with a line of times. Its caption is one all the same, for the numbers of the others.
    fn bad_time(&mut self, line: usize) {
        self.cues += 1;
        let (_, text) = self.lines[line];
        let meant = meant::times(text);
        let why = match &meant {
            Some(meant) if meant.frames => BadTime::Frames,
            Some(meant) if meant.beside => BadTime::Beside,
            _ => bad_time(text),
        };
        let times = meant.and_then(|meant| meant.times);
        let span = self.source.span(self.range(line));
        self.out.push(say::bad_time(span, why, times, false));
    }

    fn cue(&mut self, first: usize, times: usize, end: usize) -> Option<Cue> {
        let timing = self.timing(times)?;
        self.seen_cue = true;
        self.cues += 1;
        let body = if times + 1 < end {
            self.range(times + 1).start..self.range(end - 1).end
        } else {
            timing.line.end..timing.line.end
        };
        let (start_ms, end_ms) = timing.times;
        let who = Who { number: self.cues, start_ms };
        if end_ms <= start_ms {
            self.out.push(say::backwards(self.source.span(timing.spans.1.clone()), who));
        }
        let id = if first < times { self.lines[first].1 } else { "" };
        Some(Cue {
            number: self.cues,
            id: id.to_owned(),
            start_ms,
            end_ms,
            settings: timing.settings,
            text: tag::pieces(self.source, body.clone(), who, self.out),
            timing: self.source.span(timing.line),
            times: (self.source.span(timing.spans.0), self.source.span(timing.spans.1)),
            body: self.source.span(body),
        })
    }

    /// Reads a line of times; what is wrong is said.
    fn timing(&mut self, line: usize) -> Option<VttTiming> {
        let (at, text) = self.lines[line];
        let Some((start, from, end, to)) = times(text) else {
            self.bad_time(line);
            return None;
        };
        let settings = {
            let (source, out) = (self.source, &mut *self.out);
            setting::settings(&text[to.end..], &self.regions, |offset, word| {
                let begin = at + to.end + offset;
                out.push(say::ignored_setting(source.span(begin..begin + word.len()), word));
            })
        };
        let shift = |range: Range<usize>| at + range.start..at + range.end;
        Some(VttTiming {
            times: (start, end),
            spans: (shift(from), shift(to)),
            settings,
            line: self.range(line),
        })
    }

    /// A block without times.
    fn other(&mut self, first: usize, end: usize) -> Option<TrackBlock> {
        let (at, head) = self.lines[first];
        let all = at..self.range(end - 1).end;
        let is = |word: &str| {
            head.strip_prefix(word).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_whitespace()))
        };
        if head.strip_prefix("NOTE").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])) {
            return Some(TrackBlock::Note(self.source.text[all].to_owned()));
        }
        if is("STYLE") || is("REGION") {
            if self.seen_cue {
                self.out.push(say::late_block(self.source.span(self.range(first)), head.trim_ascii()));
                return None;
            }
            let inside =
                if first + 1 < end { self.range(first + 1).start..all.end } else { all.end..all.end };
            let text = &self.source.text[inside.clone()];
            return Some(if is("STYLE") {
                TrackBlock::Style(text.to_owned())
            } else {
                TrackBlock::Region(self.region(inside))
            });
        }
        self.out.push(say::lost_text(self.source.span(self.range(first)), head));
        None
    }

    fn region(&mut self, inside: Range<usize>) -> CaptionRegion {
        let (source, out) = (self.source, &mut *self.out);
        let region = setting::region(&source.text[inside.clone()], |offset, word| {
            let begin = inside.start + offset;
            out.push(say::ignored_setting(source.span(begin..begin + word.len()), word));
        });
        self.regions.push(region.id.clone());
        region
    }
}

/// Start and end with their places in the line.
fn times(text: &str) -> Option<(u64, Range<usize>, u64, Range<usize>)> {
    let begin = text.len() - text.trim_ascii_start().len();
    let (start, length) = time::exact(&text[begin..])?;
    let from = begin..begin + length;
    let rest = text[from.end..].trim_ascii_start().strip_prefix("-->")?.trim_ascii_start();
    let begin = text.len() - rest.len();
    let (end, length) = time::exact(rest)?;
    Some((start, from, end, begin..begin + length))
}

/// What is most likely wrong with a line of times.
fn bad_time(text: &str) -> BadTime {
    let comma = text.replace(',', ".");
    let plain: String = text.chars().filter(|c| !meant::is_unseen(*c)).collect();
    let plain = plain.replace(|c: char| c.is_whitespace(), " ");
    match () {
        () if !text.contains("-->") => BadTime::Arrow,
        () if comma != text && times(&comma).is_some() => BadTime::Comma,
        () if times(&plain).is_some() => BadTime::Space,
        () if !meant::has_time(text) => BadTime::Words,
        () => BadTime::Digits,
    }
}
