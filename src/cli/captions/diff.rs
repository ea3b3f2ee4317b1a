//! What a repair changes, as `diff -u` writes it: each caption with its number, and `patch` can read it.

use crate::captions::{CaptionTrack, Cue};
use crate::diag::catalogue::captions::clock;

pub struct Diff {
    pub text: String,
    /// How many captions change.
    pub captions: usize,
}

/// The captions that differ. `None` when there are none; or when there are not as many on both sides, which no repair
/// does, and which nobody should write.
pub fn diff(path: &str, old: (&str, &CaptionTrack), new: (&str, &CaptionTrack)) -> Option<Diff> {
    let (before, after): (Vec<&Cue>, Vec<&Cue>) = (old.1.cues().collect(), new.1.cues().collect());
    if old.0 == new.0 || before.len() != after.len() {
        return None;
    }
    let mut out = Diff { text: format!("--- {path}\n+++ {path}\tréparé\n"), captions: 0 };
    let (mut here, mut there) = (DiffPlace::default(), DiffPlace::default());
    for (a, b) in before.iter().zip(&after) {
        let (first, second) = (block(old.0, a), block(new.0, b));
        if first == second {
            continue;
        }
        let (from, to) = (here.line(old.0, a), there.line(new.0, b));
        out.captions += 1;
        out.text.push_str(&format!(
            "@@ -{from},{} +{to},{} @@ sous-titre {} ({})\n",
            first.len(),
            second.len(),
            a.number,
            clock(a.start_ms)
        ));
        let same = first.iter().zip(&second).take_while(|(x, y)| x == y).count();
        let rest = first.len().min(second.len()) - same;
        let ends = first.iter().rev().zip(second.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
        let mut lines = |sign: char, lines: &[&str]| {
            for line in lines {
                out.text.push_str(&format!("{sign}{line}\n"));
            }
        };
        lines(' ', &first[..same]);
        lines('-', &first[same..first.len() - ends]);
        lines('+', &second[same..second.len() - ends]);
        lines(' ', &first[first.len() - ends..]);
    }
    (out.captions > 0).then_some(out)
}

/// The lines of a caption: its times, and its text.
fn block<'a>(text: &'a str, cue: &Cue) -> Vec<&'a str> {
    let end = cue.timing.end.max(cue.body.end) as usize;
    let block = text.get(cue.timing.start as usize..end).unwrap_or_default();
    block.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// How far lines were counted: each byte is looked at once.
#[derive(Default)]
struct DiffPlace {
    byte: usize,
    ends: usize,
}

impl DiffPlace {
    /// The line of a caption's times, from 1. Captions come in the order of the file.
    fn line(&mut self, text: &str, cue: &Cue) -> usize {
        let at = cue.timing.start as usize;
        let between = text.as_bytes().get(self.byte..at).unwrap_or_default();
        let is_end = |(index, byte): (usize, &u8)| match byte {
            b'\n' => true,
            // An old Mac's; before `\n` it is part of one line end.
            b'\r' => between.get(index + 1) != Some(&b'\n'),
            _ => false,
        };
        self.ends += between.iter().enumerate().filter(|pair| is_end(*pair)).count();
        self.byte = at.max(self.byte);
        self.ends + 1
    }
}
