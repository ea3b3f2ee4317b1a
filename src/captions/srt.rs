//! SRT files, as people and programs write them: numbers that miss or jump, commas or full stops, empty lines too many
//! or too few, tags of pages and of ASS. Nothing that was written is dropped in silence.

use super::finding::Findings;
use super::line::PlacedText;
use super::meant;
use super::setting::{Align, CueSettings, LinePlace};
use super::tag::{self, DEEPEST};
use super::time;
use super::track::{Cue, CuePiece, PieceKind, Tag, TagKind, TrackBlock};
use crate::diag::catalogue::captions::{self as say, BadTime, Who};
use std::ops::Range;

/// Colours that SRT files write, and the class of WebVTT of the same colour. `green` there is `lime` here.
const COLOURS: [(&str, &str); 20] = [
    ("white", "white"),
    ("#ffffff", "white"),
    ("#fff", "white"),
    ("yellow", "yellow"),
    ("#ffff00", "yellow"),
    ("#ff0", "yellow"),
    ("red", "red"),
    ("#ff0000", "red"),
    ("#f00", "red"),
    ("magenta", "magenta"),
    ("fuchsia", "magenta"),
    ("#ff00ff", "magenta"),
    ("#f0f", "magenta"),
    ("cyan", "cyan"),
    ("aqua", "cyan"),
    ("#00ffff", "cyan"),
    ("#0ff", "cyan"),
    ("lime", "lime"),
    ("green", "lime"),
    ("#00ff00", "lime"),
];

/// Milliseconds, and where they are written.
type SrtTime = (u64, Range<usize>);

/// A line of times, by its number in the file.
struct SrtTiming {
    line: usize,
    /// Start and end with their places; `None` when they cannot be read: the words below belong to nobody.
    times: Option<(SrtTime, SrtTime)>,
}

/// Reads a file.
pub fn read(source: &PlacedText<'_>, out: &mut Findings) -> Vec<TrackBlock> {
    let lines = source.lines();
    let range = |line: usize| lines[line].0..lines[line].0 + lines[line].1.len();
    let timings = timings(source, &lines, out);
    // What stands before the first times is a number, or text that nobody would see.
    let first = timings.first().map_or(lines.len(), |timing| timing.line);
    for (line, (_, text)) in lines.iter().enumerate().take(first) {
        let text = meant::bare(text);
        let is_first_number = is_number(text) && line + 2 >= first;
        if !(text.is_empty() || is_first_number || meant::is_alone(text) && line + 1 == first) {
            out.push(say::lost_text(source.span(range(line)), text));
        }
    }
    let mut blocks = Vec::new();
    for (at, timing) in timings.iter().enumerate() {
        let Some(((start_ms, from), (end_ms, to))) = timing.times.clone() else { continue };
        let next = timings.get(at + 1).map_or(lines.len(), |next| next.line);
        let text: Vec<usize> = text_lines(&lines, timing.line + 1, next, at + 1 < timings.len());
        let who = Who { number: at + 1, start_ms };
        if end_ms <= start_ms {
            out.push(say::backwards(source.span(to.clone()), who));
        }
        let end = range(timing.line).end;
        let body = match (text.first(), text.last()) {
            (Some(first), Some(last)) => range(*first).start..range(*last).end,
            _ => end..end,
        };
        let (pieces, settings) = SrtText::new(source, who, out).read(text.iter().map(|line| range(*line)));
        blocks.push(TrackBlock::Cue(Cue {
            number: at + 1,
            id: String::new(),
            start_ms,
            end_ms,
            settings,
            text: pieces,
            timing: source.span(range(timing.line)),
            times: (source.span(from), source.span(to)),
            body: source.span(body),
        }));
    }
    blocks
}

/// All lines that are times or were meant for some; what is wrong with them is said.
fn timings(source: &PlacedText<'_>, lines: &[(usize, &str)], out: &mut Findings) -> Vec<SrtTiming> {
    let mut found = Vec::new();
    for (line, (at, text)) in lines.iter().enumerate() {
        let shift = |range: Range<usize>| at + range.start..at + range.end;
        if let Some((start, from, end, to)) = times(text) {
            let tail = text.get(to.end..).unwrap_or_default();
            if is_words(tail) {
                let begin = at + to.end + tail.len() - tail.trim_start().len();
                out.push(say::words_beside_times(source.span(begin..at + text.len()), meant::bare(tail)));
            }
            found.push(SrtTiming { line, times: Some(((start, shift(from)), (end, shift(to)))) });
            continue;
        }
        // Times are expected after a number, or after an empty line.
        let before = line.checked_sub(1).map_or("", |before| meant::bare(lines[before].1));
        let expected = before.is_empty() || is_number(before);
        let guess = meant::times(text).filter(|meant| meant.sure || expected);
        let arrow = text.contains("-->");
        if guess.is_some() || arrow && meant::has_time(text) {
            let why = match &guess {
                Some(guess) if guess.frames => BadTime::Frames,
                Some(guess) if guess.beside => BadTime::Beside,
                _ if arrow => BadTime::Digits,
                _ => BadTime::Arrow,
            };
            let times = guess.and_then(|guess| guess.times);
            out.push(say::bad_time(source.span(shift(0..text.len())), why, times, true));
            found.push(SrtTiming { line, times: None });
        }
    }
    found
}

/// Whether what follows times is text, and not a place on the picture (`X1:100 Y1:50`, `align:start`).
fn is_words(tail: &str) -> bool {
    let place = |word: &str| word.contains([':', '=', '%']) || word.bytes().all(|b| b.is_ascii_digit());
    !meant::bare(tail).split_whitespace().all(place)
}

/// Whether a text without `WEBVTT` looks like SRT: its first times have commas.
pub fn looks_like(text: &str) -> bool {
    let line = text.lines().find(|line| line.contains("-->"));
    line.is_some_and(|line| line.contains(',') && times(line).is_some())
}

/// The lines of text of a cue: without empty ones, and without the number of the next cue.
fn text_lines(lines: &[(usize, &str)], from: usize, to: usize, more: bool) -> Vec<usize> {
    let mut found: Vec<usize> = (from..to).filter(|line| !meant::bare(lines[*line].1).is_empty()).collect();
    if more && found.last().is_some_and(|last| last + 1 == to && meant::is_alone(lines[*last].1)) {
        // The beginning of the next line of times, which was cut in two.
        found.pop();
    }
    // A number alone before the next times is that of the next cue, unless it is all this one says.
    let alone = |line: usize| {
        line + 1 == to || meant::bare(lines[line + 1].1).is_empty() || !found.contains(&(line + 1))
    };
    if more
        && let Some(last) = found.last().copied()
        && is_number(meant::bare(lines[last].1))
        && alone(last)
        && (found.len() > 1 || last > from)
    {
        found.pop();
    }
    found
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Start and end, with their places in the line; what follows (`X1:100…`) is of no use to browsers.
fn times(text: &str) -> Option<(u64, Range<usize>, u64, Range<usize>)> {
    let gap = |c: char| c.is_whitespace() || meant::is_unseen(c);
    let begin = text.len() - text.trim_start_matches(gap).len();
    let (start, length) = time::loose(&text[begin..])?;
    let from = begin..begin + length;
    let rest = text[from.end..].trim_start_matches(gap).strip_prefix("-->")?.trim_start_matches(gap);
    let begin = text.len() - rest.len();
    let (end, length) = time::loose(rest)?;
    Some((start, from, end, begin..begin + length))
}

struct SrtText<'a, 'b> {
    source: &'a PlacedText<'b>,
    who: Who,
    out: &'a mut Findings,
    /// `None` for a tag whose close is to be passed by.
    open: Vec<(&'static str, Option<TagKind>)>,
    pieces: Vec<CuePiece>,
    settings: CueSettings,
}

impl<'a, 'b> SrtText<'a, 'b> {
    fn new(source: &'a PlacedText<'b>, who: Who, out: &'a mut Findings) -> Self {
        Self { source, who, out, open: Vec::new(), pieces: Vec::new(), settings: CueSettings::default() }
    }

    fn read(mut self, lines: impl Iterator<Item = Range<usize>>) -> (Vec<CuePiece>, CueSettings) {
        let mut end = 0;
        for (count, line) in lines.enumerate() {
            if count > 0 {
                self.push(end, PieceKind::Break);
            }
            end = line.end;
            self.line(line);
        }
        while let Some((_, kind)) = self.open.pop() {
            if let Some(kind) = kind {
                self.push(end, PieceKind::Close(kind));
            }
        }
        (self.pieces, self.settings)
    }

    fn push(&mut self, at: usize, what: PieceKind) {
        self.pieces.push(CuePiece { at: self.source.at(at), what });
    }

    fn line(&mut self, range: Range<usize>) {
        let all = &self.source.text[range.clone()];
        let mut at = 0;
        while at < all.len() {
            let (rest, here) = (&all[at..], range.start + at);
            let taken = match rest.as_bytes()[0] {
                b'<' => self.tag(here, rest),
                b'{' => self.order(here, rest),
                b'&' => self.entity(here, rest),
                _ => None,
            };
            at += taken.unwrap_or_else(|| {
                // The first character is a letter like any other here.
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let end = rest[first..].find(['<', '{', '&']).map_or(rest.len(), |end| first + end);
                self.push(here, PieceKind::Text(rest[..end].to_owned()));
                end
            });
        }
    }

    /// `<i>`, `</font>`; gives the bytes taken, or nothing when it is no tag.
    fn tag(&mut self, at: usize, rest: &str) -> Option<usize> {
        if let Some(taken) = self.tag_of_webvtt(at, rest) {
            return Some(taken);
        }
        let close = rest[1..].find(['<', '>']).map(|close| close + 1)?;
        let inside = rest[1..close].trim();
        if !rest[close..].starts_with('>') {
            return None;
        }
        let (closing, body) = inside.strip_prefix('/').map_or((false, inside), |body| (true, body.trim()));
        let end = body.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(body.len());
        let name = body[..end].to_ascii_lowercase();
        let looks_like_a_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && (body.len() == end
                || body[end..].starts_with([' ', '/']) && (body.contains('=') || body.ends_with('/')));
        if !looks_like_a_tag {
            return None;
        }
        let known = ["i", "b", "u", "font"].into_iter().find(|known| *known == name);
        let Some(known) = known else {
            let span = self.source.span(at..at + close + 1);
            self.out.push(say::unknown_tag(span, self.who, inside));
            if tag::parts_words(&name) {
                self.push(at, PieceKind::Text(" ".to_owned()));
            }
            return Some(close + 1);
        };
        if closing {
            self.close(at, known);
        } else if self.open.len() < DEEPEST {
            let kind = match known {
                "i" => Some(TagKind::Italic),
                "b" => Some(TagKind::Bold),
                "u" => Some(TagKind::Underline),
                _ => None,
            };
            let colour = if known == "font" { self.colour(at, close, body) } else { None };
            self.open.push((known, kind.or(colour.map(|_| TagKind::Class))));
            let classes: Vec<String> = colour.map(str::to_owned).into_iter().collect();
            if let Some(kind) = kind.or((!classes.is_empty()).then_some(TagKind::Class)) {
                self.push(at, PieceKind::Open(Tag { kind, classes, note: String::new() }));
            }
        }
        Some(close + 1)
    }

    /// `<c.yellow>`, `<v Claire>`, `<lang en>`, `<00:01.500>`: programs that turn WebVTT into SRT leave them.
    fn tag_of_webvtt(&mut self, at: usize, rest: &str) -> Option<usize> {
        let (inside, _) = rest.strip_prefix('<')?.split_once('>')?;
        let taken = inside.len() + 2;
        if let Some((ms, length)) = time::exact(inside) {
            (length == inside.len()).then(|| self.push(at, PieceKind::Time(ms)))?;
            return Some(taken);
        }
        let closing = inside.strip_prefix('/').map(str::trim);
        let (name, classes, note) = tag::tag(inside);
        let name = ["c", "v", "lang"].into_iter().find(|known| *known == closing.unwrap_or(&name))?;
        if closing.is_some() {
            self.close(at, name);
        } else if name == "c" && !note.is_empty()
            || name != "c" && note.is_empty()
            || self.open.len() >= DEEPEST
        {
            return None;
        } else if let Some(kind) = TagKind::named(name) {
            self.open.push((name, Some(kind)));
            self.push(at, PieceKind::Open(Tag { kind, classes, note }));
        }
        Some(taken)
    }

    /// The class of `<font color="yellow">`.
    fn colour(&mut self, at: usize, close: usize, body: &str) -> Option<&'static str> {
        let lower = body.to_ascii_lowercase();
        let value = lower.split_once("color")?.1.trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let value = &value[..value.find(['"', '\'', ' ', '>']).unwrap_or(value.len())];
        let found = COLOURS.iter().find(|(name, _)| *name == value).map(|(_, class)| *class);
        if found.is_none() {
            let span = self.source.span(at..at + close + 1);
            self.out.push(say::unknown_colour(span, self.who, value));
        }
        found
    }

    /// Closes the last tag of that name, and those inside it; a close that nothing opened is passed by.
    fn close(&mut self, at: usize, name: &str) {
        let Some(depth) = self.open.iter().rposition(|(open, _)| *open == name) else { return };
        while self.open.len() > depth {
            if let Some((_, Some(kind))) = self.open.pop() {
                self.push(at, PieceKind::Close(kind));
            }
        }
    }

    /// `{\an8}`: where to stand, by the keys of a keypad; other orders of ASS are passed by.
    fn order(&mut self, at: usize, rest: &str) -> Option<usize> {
        let close = rest[1..].find(['{', '}']).map(|close| close + 1)?;
        let inside = rest[1..close].strip_prefix('\\')?;
        if !rest[close..].starts_with('}') {
            return None;
        }
        match inside.strip_prefix("an").and_then(|key| key.parse::<u8>().ok()) {
            Some(key @ 1..=9) => {
                self.settings.line = match key {
                    7..=9 => Some(LinePlace::Number(0.0)),
                    4..=6 => Some(LinePlace::Percent(50.0)),
                    _ => None,
                };
                self.settings.align = match key % 3 {
                    1 => Some(Align::Start),
                    0 => Some(Align::End),
                    _ => None,
                };
            }
            _ => {
                let span = self.source.span(at..at + close + 1);
                self.out.push(say::unknown_tag(span, self.who, &format!("{{\\{inside}}}")));
            }
        }
        Some(close + 1)
    }

    /// SRT has no entities, but files made from pages have them. One that lacks its `;` is read when it is a letter
    /// (`L&eacutecran`), or when no letter follows: « Rock&notes » has none, nor has an address: `?x=1&copy=3`.
    fn entity(&mut self, at: usize, rest: &str) -> Option<usize> {
        let (text, length) = tag::entity(rest)?;
        let whole = rest.get(..length)?;
        let is_whole = || tag::entity(&format!("{whole};")).is_some_and(|(text, _)| !text.contains(';'));
        let letter = text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
        let named = whole.ends_with(';') || whole.starts_with("&#") || letter || is_whole();
        let of_address = !whole.ends_with(';') && rest[length..].starts_with('=');
        if !named || of_address {
            return None;
        }
        // A line end would be none of the file's.
        self.push(at, PieceKind::Text(text.replace(['\n', '\r', '\t'], " ")));
        Some(length)
    }
}
