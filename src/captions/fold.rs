//! Captions that roll, each line twice: known, and folded.

use super::time::stamp;
use super::track::{CaptionTrack, Cue, CuePiece, PieceKind, TrackBlock, TrackFormat};
use super::write::{write_cue_text, write_webvtt};

/// Milliseconds between two captions that roll, at most.
const ROLL: u64 = 200;
/// So many captions must begin with the end of the one before.
const FEWEST: usize = 3;
/// In a short file where all do, so many.
const FEWEST_OF_ALL: usize = 2;

/// The first caption that begins with the last lines of the one before, in a file where most of them do.
#[must_use]
pub fn rolling<'c>(cues: &[&'c Cue]) -> Option<&'c Cue> {
    let lines: Vec<Vec<String>> = cues.iter().map(|cue| texts(cue)).collect();
    let rolled: Vec<usize> = (1..cues.len())
        .filter(|at| {
            let (before, now) = (&lines[at - 1], &lines[*at]);
            before != now && repeated(before, now) > 0 && follows(cues[at - 1], cues[*at])
        })
        .collect();
    let most = rolled.len() >= FEWEST && rolled.len() * 2 >= cues.len() - 1;
    let same = (1..cues.len()).filter(|at| lines[at - 1] == lines[*at]).count();
    let all = rolled.len() >= FEWEST_OF_ALL && rolled.len() + same == cues.len() - 1;
    let enough = most || all;
    rolled.first().filter(|_| enough).and_then(|at| cues.get(*at)).copied()
}

fn follows(one: &Cue, next: &Cue) -> bool {
    next.start_ms >= one.start_ms && next.start_ms <= one.end_ms.saturating_add(ROLL)
}

fn texts(cue: &Cue) -> Vec<String> {
    cue.lines().iter().map(|line| line.iter().map(|(c, _)| *c).collect()).collect()
}

/// How many of the first lines are the last lines of the caption before.
fn repeated(before: &[String], now: &[String]) -> usize {
    let most = before.len().min(now.len());
    (1..=most).rev().find(|n| before.get(before.len() - n..) == now.get(..*n)).unwrap_or(0)
}

/// The text of a file whose captions roll, with each line once, and how many captions are left; `None` when they do not.
#[must_use]
pub fn folded(track: &CaptionTrack) -> Option<(String, usize)> {
    let cues: Vec<&Cue> = track.cues().collect();
    rolling(&cues)?;
    let mut out: Vec<Cue> = Vec::new();
    let mut before: Option<(&Cue, Vec<String>)> = None;
    for cue in cues {
        let lines = texts(cue);
        let again = before.as_ref().filter(|(last, _)| follows(last, cue));
        let again = again.map_or(0, |(_, last)| repeated(last, &lines));
        let fresh = lines.get(again..).unwrap_or_default();
        match out.last_mut() {
            Some(last) if fresh.is_empty() => last.end_ms = last.end_ms.max(cue.end_ms),
            _ if fresh.is_empty() => {}
            last => {
                if let Some(last) = last
                    && last.end_ms > cue.start_ms
                {
                    last.end_ms = cue.start_ms;
                }
                out.push(plain(cue, fresh, out.len() + 1));
            }
        }
        before = Some((cue, lines));
    }
    let count = out.len();
    Some((text_of(track, out), count))
}

/// A caption of these lines, where the old one would stand by itself: what placed it belongs to the rolling.
fn plain(cue: &Cue, lines: &[String], number: usize) -> Cue {
    let mut text = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push(CuePiece { at: cue.body.start, what: PieceKind::Break });
        }
        text.push(CuePiece { at: cue.body.start, what: PieceKind::Text(line.clone()) });
    }
    Cue { number, id: String::new(), settings: super::CueSettings::default(), text, ..cue.clone() }
}

fn text_of(track: &CaptionTrack, cues: Vec<Cue>) -> String {
    if track.format == TrackFormat::Srt {
        let one = |cue: &Cue| {
            let times = format!("{} --> {}", stamp(cue.start_ms), stamp(cue.end_ms)).replace('.', ",");
            format!("{}\n{times}\n{}\n", cue.number, write_cue_text(&cue.text))
        };
        return cues.iter().map(one).collect::<Vec<_>>().join("\n");
    }
    let others = track.blocks.iter().filter(|block| !matches!(block, TrackBlock::Cue(_))).cloned();
    let blocks = others.chain(cues.into_iter().map(TrackBlock::Cue)).collect();
    write_webvtt(&CaptionTrack { blocks, ..track.clone() })
}
