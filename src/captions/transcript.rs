//! Captions as a text that is read without the film.

use super::track::{CaptionTrack, Cue, CuePiece, PieceKind, TagKind};
use crate::text::french;

/// So long a silence, in milliseconds, begins a new paragraph.
const PAUSE: u64 = 3000;
/// A paragraph ends with the sentence that passes this many characters.
const LONG: usize = 400;
/// A short film is told in about so many paragraphs, as each has a time that leads back to the picture.
const MOMENTS: usize = 12;
/// After so many milliseconds, a capital letter begins a sentence, whatever the one before lacks: a title has no full stop.
const HALT: u64 = 300;
/// Without full stops, a sentence ends with the caption that passes this many characters.
const ENDLESS: usize = 300;
/// Captions that are so near that one rolls into the other.
const ROLL: u64 = 80;

/// Lines that roll together at most.
const MOST_ROLLED: usize = 4;

/// A paragraph of what a film says: the words of one speaker, or a sound in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptPassage {
    /// Milliseconds from the beginning of the film; `None` in a text that its author wrote without times.
    pub at_ms: Option<u64>,
    /// When captions name somebody: `<v Claire>`, or « CLAIRE : ».
    pub speaker: Option<String>,
    /// Never empty.
    pub text: String,
}

/// Some words of one speaker, within one caption.
struct SpokenWords {
    start_ms: u64,
    end_ms: u64,
    /// `None`: as before, unless `turn`.
    speaker: Option<String>,
    /// Somebody else begins here, named or not.
    turn: bool,
    text: String,
}

/// Joins captions into sentences and paragraphs. What rolls from one caption into the next is told once.
#[must_use]
pub fn transcript(track: &CaptionTrack) -> Vec<TranscriptPassage> {
    let mut cues: Vec<&Cue> = track.cues().collect();
    cues.sort_by_key(|cue| cue.start_ms);
    let all: usize = cues.iter().map(|cue| cue.plain().chars().count()).sum();
    let long = LONG.min(all / MOMENTS);
    let mut out = TranscriptBuilder { french: track.is_french(), long, ..TranscriptBuilder::default() };
    let mut before: (u64, Vec<String>) = (0, Vec::new());
    for cue in cues {
        let lines = lines(cue);
        let texts: Vec<String> = lines.iter().map(|line| line.text.clone()).collect();
        let rolls = cue.start_ms < before.0.saturating_add(ROLL);
        let again = if rolls { repeated(&before.1, &texts) } else { 0 };
        for saying in sayings(cue, &lines[again..]) {
            out.add(&saying);
        }
        before = (cue.end_ms, texts);
    }
    out.finish()
}

/// How many of the first lines are the last lines of the caption before.
fn repeated(before: &[String], now: &[String]) -> usize {
    (1..=before.len().min(now.len()).min(MOST_ROLLED))
        .rev()
        .find(|&n| before[before.len() - n..] == now[..n])
        .unwrap_or(0)
}

/// A line as it is seen, and whose it is.
#[derive(Clone)]
struct SpokenLine {
    voice: Option<String>,
    text: String,
}

fn lines(cue: &Cue) -> Vec<SpokenLine> {
    let mut lines: Vec<SpokenLine> = Vec::new();
    let mut voices: Vec<Option<String>> = Vec::new();
    let mut fresh = true;
    for CuePiece { what, .. } in &cue.text {
        match what {
            PieceKind::Open(tag) => {
                let named = tag.kind == TagKind::Voice && !tag.note.is_empty();
                voices.push(named.then(|| tag.note.clone()));
            }
            PieceKind::Close(_) => {
                voices.pop();
            }
            PieceKind::Break => fresh = true,
            PieceKind::Time(_) => {}
            PieceKind::Text(text) => {
                let voice = voices.iter().rev().find_map(Clone::clone);
                match lines.last_mut() {
                    Some(line) if !fresh && line.voice == voice => line.text += text,
                    _ => lines.push(SpokenLine { voice, text: text.clone() }),
                }
                fresh = false;
            }
        }
    }
    for line in &mut lines {
        // No-break spaces stay.
        line.text = line.text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// Cuts lines where another speaks: at a dash, at a name, at another voice.
fn sayings(cue: &Cue, lines: &[SpokenLine]) -> Vec<SpokenWords> {
    let mut out: Vec<SpokenWords> = Vec::new();
    let mut voice: Option<&str> = None;
    for (count, line) in lines.iter().enumerate() {
        let (dash, text) = without_dash(&line.text);
        let (name, text) = name(text);
        let other_voice = line.voice.as_deref() != voice;
        voice = line.voice.as_deref();
        let speaker = name.or_else(|| line.voice.clone());
        if count > 0
            && !dash
            && speaker == line.voice
            && !other_voice
            && let Some(last) = out.last_mut()
        {
            last.text.push(' ');
            last.text += text;
        } else {
            out.push(SpokenWords {
                start_ms: cue.start_ms,
                end_ms: cue.end_ms,
                speaker,
                turn: dash,
                text: text.to_owned(),
            });
        }
    }
    out
}

fn without_dash(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '–', '—', '‑']) {
        // « -5 degrés » is a number.
        Some(rest) if !rest.starts_with(|c: char| c.is_ascii_digit()) => (true, rest.trim_start()),
        _ => (false, text),
    }
}

/// « CLAIRE : bonjour » is said by Claire; the name is in capitals, or it is a sentence like another.
fn name(text: &str) -> (Option<String>, &str) {
    let Some((name, rest)) = text.split_once(':') else { return (None, text) };
    let name = name.trim_end();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let is_name = letters >= 2
        && name.chars().count() <= 30
        && name.chars().all(|c| c.is_uppercase() || " -’'.0123456789".contains(c))
        && name.starts_with(char::is_uppercase)
        && !rest.trim().is_empty();
    if is_name { (Some(capitalised(name)), rest.trim_start()) } else { (None, text) }
}

/// « CLAIRE LE GOFF » as one writes it in a text: « Claire Le Goff ».
fn capitalised(name: &str) -> String {
    let mut out = String::new();
    let mut first = true;
    for c in name.chars() {
        if first {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        first = !c.is_alphabetic();
    }
    out
}

#[derive(Default)]
struct TranscriptBuilder {
    french: bool,
    /// What is said after so many characters begins a paragraph.
    long: usize,
    passages: Vec<TranscriptPassage>,
    /// When the last caption of the last paragraph came.
    last_ms: u64,
    /// The sentence that is not ended yet, and when it began.
    open: Option<(u64, String)>,
    speaker: Option<String>,
    /// What comes next begins a paragraph.
    turn: bool,
    end_ms: u64,
}

impl TranscriptBuilder {
    fn add(&mut self, saying: &SpokenWords) {
        let changes = saying.turn || saying.speaker.is_some() && saying.speaker != self.speaker;
        let silence = saying.start_ms.saturating_sub(self.end_ms);
        if changes || silence > PAUSE {
            self.close();
            self.turn = true;
        } else if silence >= HALT && saying.text.starts_with(char::is_uppercase) {
            self.close();
        }
        if changes {
            self.speaker.clone_from(&saying.speaker);
        }
        self.end_ms = saying.end_ms;
        for part in parts(&saying.text) {
            if is_sound(part) {
                self.close();
                self.turn = true;
                self.push(saying.start_ms, part, None);
                self.turn = true;
                continue;
            }
            let open = &mut self.open.get_or_insert_with(|| (saying.start_ms, String::new())).1;
            if !open.is_empty() {
                open.push(' ');
            }
            *open += part;
            if is_ended(open) || open.chars().count() > ENDLESS {
                self.close();
            }
        }
    }

    /// Ends the sentence that is open.
    fn close(&mut self) {
        if let Some((at, sentence)) = self.open.take() {
            self.push(at, &sentence, self.speaker.clone());
        }
    }

    fn push(&mut self, at_ms: u64, sentence: &str, speaker: Option<String>) {
        let set = |text: &str| if self.french { french(text) } else { text.to_owned() };
        let text = set(sentence);
        match self.passages.last_mut() {
            // One caption is never cut between two paragraphs, nor « Si vous voulez… » and what it announces.
            Some(last)
                if !self.turn
                    && (last.text.len() < self.long
                        || at_ms == self.last_ms
                        || text.starts_with(char::is_lowercase) && last.text.ends_with('…')) =>
            {
                last.text.push(' ');
                last.text += &text;
            }
            _ => {
                let speaker = speaker.map(|name| set(&name));
                self.passages.push(TranscriptPassage { at_ms: Some(at_ms), speaker, text });
            }
        }
        self.last_ms = at_ms;
        self.turn = false;
    }

    fn finish(mut self) -> Vec<TranscriptPassage> {
        self.close();
        self.passages
    }
}

/// The sentences of a text, and the sounds that stand before or after one. What stands in brackets or in quotation marks
/// is not cut.
fn parts(text: &str) -> Vec<&str> {
    let last_close = text.rfind(']');
    let mut out = Vec::new();
    let mut start = 0;
    // Brackets and quotation marks that are open, and square ones since `start`.
    let (mut open, mut squares) = (0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '[' | '(' | '«' => open += 1,
            ']' | ')' | '»' => open = open.saturating_sub(1),
            _ => {}
        }
        squares += usize::from(c == '[');
        if c != ' ' || at == start || open > 0 {
            continue;
        }
        let (before, after) = (&text[start..at], &text[at + 1..]);
        let begins =
            after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "«“\"–—-[(".contains(c));
        let sound_before = squares == 1 && before.starts_with('[') && before.ends_with(']');
        let sound_after = after.starts_with('[') && last_close.is_some_and(|close| close > at);
        if sound_before || sound_after || begins && is_ended(before) {
            out.push(before);
            start = at + 1;
            squares = 0;
        }
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// « [Un téléphone sonne] », alone.
fn is_sound(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']') && text.matches('[').count() == 1
}

fn is_ended(text: &str) -> bool {
    // What closes after a full stop is short.
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(40))..];
    let text = text.trim_end_matches(['»', '"', '”', ')', ']', ' ', '\u{a0}', '\u{202f}', '♪']);
    text.ends_with(['.', '!', '?', '…']) && !is_abbreviation(text)
}

/// « M. Le Goff »
fn is_abbreviation(text: &str) -> bool {
    let last = text.rsplit([' ', '\u{a0}', '(', '’', '\'']).next().unwrap_or_default();
    ["M.", "MM.", "Dr.", "Pr.", "St.", "Ste.", "n.", "p.", "art.", "av.", "bd.", "ex.", "tél.", "Tél."]
        .contains(&last)
}
