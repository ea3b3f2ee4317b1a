//! The timed texts of a film: read, compared with the film, and made ready for the page.

use super::screen::Beside;
use crate::diag::Diagnostics;
use crate::diag::catalogue::screen as say;
use crate::model::{Passage, Track, TrackKind};
use crate::source::{File, extension};
use crate::text::{fold, french};
use std::collections::BTreeMap;

/// What a container rounds away: a caption may end with its film.
const SLACK_MS: u64 = 100;

/// What the files beside a film give.
#[derive(Default)]
pub struct Timed {
    /// French captions first.
    pub tracks: Vec<Track>,
    /// `None` without French captions that can be read.
    pub transcript: Option<Vec<Passage>>,
}

/// One caption: its times in milliseconds, its line in the file, its words as they are written.
struct Cue<'a> {
    start: u64,
    end: u64,
    line: usize,
    text: &'a str,
}

/// Reads every track; captions that begin or end after the film are said.
pub fn read(beside: &Beside<'_>, duration_ms: Option<u64>, out: &mut Diagnostics) -> Timed {
    let mut timed = Timed::default();
    let mut seen: BTreeMap<(TrackKind, &str), &str> = BTreeMap::new();
    let mut twice = false;
    for (kind, language, id, file) in &beside.tracks {
        if let Some(other) = seen.insert((*kind, language), &file.path) {
            out.push(say::twice(&file.path, other));
            twice = true;
            continue;
        }
        let cues = cues(file.text());
        if cues.is_empty() {
            out.push(say::no_cue(&file.path));
            continue;
        }
        for cue in &cues {
            if duration_ms.is_some_and(|film| cue.end > film + SLACK_MS) {
                out.push(say::after_the_end(&file.path, cue.line, duration_ms.unwrap_or(0)));
            }
        }
        if *kind == TrackKind::Captions && language == "fr" {
            timed.transcript = Some(match beside.transcript {
                Some((_, own)) => {
                    compare(own, &cues, out);
                    written(own)
                }
                None => passages(&cues),
            });
        }
        let vtt = web(file, &cues);
        timed.tracks.push(Track { kind: *kind, language: language.clone(), file: *id, vtt });
    }
    if twice {
        timed.transcript = None;
    }
    timed
}

/// The cues of a WebVTT or SRT text, in its order: blocks whose first or second line holds an arrow.
fn cues(text: &str) -> Vec<Cue<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, line) in lines(text) {
        let Some((start, end)) = line.split_once("-->") else { continue };
        let (Some(start), Some(end)) = (time(start), end.split_whitespace().next().and_then(time)) else {
            continue;
        };
        if at < from {
            continue;
        }
        let begin = (at + line.len() + 1).min(text.len());
        let body = &text[begin..];
        let length = body.find("\n\n").unwrap_or(body.len());
        let words = if body.starts_with('\n') { "" } else { body[..length].trim_end() };
        from = begin + words.len();
        if !words.trim().is_empty() {
            found.push(Cue { start, end, line: text[..at].matches('\n').count() + 1, text: words });
        }
    }
    found
}

/// Each line, and where it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let here = at;
        at += line.len() + 1;
        (here, line)
    })
}

/// `00:01:02.500`, `01:02.500`, or with SRT's comma; in milliseconds.
fn time(text: &str) -> Option<u64> {
    let text = text.trim().replace(',', ".");
    let (whole, fraction) = text.split_once('.')?;
    let mut seconds = 0_u64;
    for part in whole.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let digits = fraction.len() == 3 && fraction.bytes().all(|b| b.is_ascii_digit());
    let thousandths: u64 = if digits { fraction.parse().ok()? } else { return None };
    seconds.checked_mul(1000)?.checked_add(thousandths)
}

/// WebVTT as browsers take it: what was SRT is written anew.
fn web(file: &File, cues: &[Cue<'_>]) -> String {
    if extension(&file.path) == "vtt" {
        // As an editor that ends the last line would have it.
        return format!("{}\n", file.text().trim_end());
    }
    let stamp = |ms: u64| {
        let (seconds, ms) = (ms / 1000, ms % 1000);
        format!("{:02}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    };
    let mut out = "WEBVTT\n".to_owned();
    for cue in cues {
        out.push_str(&format!("\n{} --> {}\n{}\n", stamp(cue.start), stamp(cue.end), cue.text));
    }
    out
}

/// Words without their tags, and who speaks when a voice is named: `<v Claire>Bonjour`.
fn plain(text: &str) -> (Option<String>, String) {
    let (mut out, mut speaker) = (String::new(), None);
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('>').map(|at| open + at) else {
            rest = &rest[open..];
            break;
        };
        let tag = &rest[open + 1..close];
        if let Some(name) = tag.strip_prefix('v').and_then(|tag| tag.split_once(' ')) {
            speaker = Some(french(name.1.trim()));
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    for (name, sign) in
        [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&")]
    {
        out = out.replace(name, sign);
    }
    (speaker, out.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Captions as text: a sentence cut over several captions is put together, and a new speaker begins a paragraph.
fn passages(cues: &[Cue<'_>]) -> Vec<Passage> {
    let mut out: Vec<Passage> = Vec::new();
    for cue in cues {
        let (speaker, text) = plain(cue.text);
        match out.last_mut() {
            Some(last)
                if last.speaker == speaker
                    && !last.text.ends_with(['.', '!', '?', '…', ']', ')'])
                    && text.starts_with(char::is_lowercase) =>
            {
                last.text.push(' ');
                last.text.push_str(&text);
            }
            _ => out.push(Passage { at_ms: Some(cue.start), speaker, text }),
        }
    }
    for passage in &mut out {
        passage.text = french(&passage.text);
    }
    out
}

/// The author's own text: one paragraph a block.
fn written(file: &File) -> Vec<Passage> {
    let blocks =
        file.text().split("\n\n").map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
    let blocks = blocks.filter(|block| !block.is_empty());
    blocks.map(|block| Passage { at_ms: None, speaker: None, text: french(&block) }).collect()
}

/// Words that only one of the two has. A word less often on one side is no fault: a text may say more.
fn compare(own: &File, cues: &[Cue<'_>], out: &mut Diagnostics) {
    let words = |text: &str| -> BTreeMap<String, String> {
        let all = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 3 || word.parse::<u64>().is_ok());
        all.map(|word| (fold(word), word.to_owned())).collect()
    };
    let said: String = cues.iter().map(|cue| plain(cue.text).1 + " ").collect();
    let (here, there) = (words(own.text()), words(&said));
    let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| -> Vec<String> {
        one.iter().filter(|(key, _)| !other.contains_key(*key)).map(|(_, word)| word.clone()).collect()
    };
    let (more, less) = (only(&here, &there), only(&there, &here));
    if !more.is_empty() || !less.is_empty() {
        out.push(say::other_words(&own.path, &more, &less));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_forms_are_read() {
        let vtt = "WEBVTT\n\nNOTE a --> b\n\nnom\n00:01.500 --> 01:00:02.000 line:0\n<v Claire>Bonjour &amp; <c.cyan>bienvenue</c>\n\n00:03.000 --> 00:04.000\n\n";
        let all = cues(vtt);
        assert_eq!(all.len(), 1, "a note and an empty cue are none");
        assert_eq!((all[0].start, all[0].end, all[0].line), (1500, 3_602_000, 6));
        assert_eq!(plain(all[0].text), (Some("Claire".to_owned()), "Bonjour & bienvenue".to_owned()));
        assert_eq!(cues("1\n00:00:01,000 --> 00:00:02,500\nBonjour\n")[0].end, 2500);
    }

    #[test]
    fn a_sentence_cut_in_two_is_one_paragraph() {
        let all = "00:00.000 --> 00:01.000\nOuvrez le lien\n\n00:01.000 --> 00:02.000\nqui est bleu.\n\n00:02.000 --> 00:03.000\n[Un téléphone sonne]\n";
        let texts: Vec<_> = passages(&cues(all)).into_iter().map(|p| (p.at_ms, p.text)).collect();
        assert_eq!(
            texts,
            [
                (Some(0), "Ouvrez le lien qui est bleu.".to_owned()),
                (Some(2000), "[Un téléphone sonne]".to_owned())
            ]
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-2:.,\\-> \né<v/>&lt;]{0,120}") {
            let all = cues(&text);
            let _ = passages(&all);
        }
    }
}
