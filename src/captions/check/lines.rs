//! The shape of a caption: two lines, not too wide, cut where the sense is.

use super::limits::{GOOD_WIDTH, LINES, WIDTH};
use super::who;
use crate::captions::finding::Findings;
use crate::captions::repair::{better_lines, never};
use crate::captions::track::{Cue, SeenLine};
use crate::diag::catalogue::captions as say;
use crate::source::Span;

pub fn shape(cues: &[&Cue], french: bool, out: &mut Findings) {
    for cue in cues {
        let lines = cue.lines();
        let file = cue.body.file;
        if lines.len() > LINES {
            out.push(say::too_many_lines(span(file, &lines[LINES]), who(cue), lines.len()));
        }
        for line in &lines {
            let seen: SeenLine =
                line.iter().filter(|(c, _)| super::width(std::iter::once(*c)) > 0).copied().collect();
            let width = seen.len();
            if width > WIDTH {
                out.push(say::line_too_long(span(file, &seen[WIDTH..]), who(cue), width));
            } else if width > GOOD_WIDTH {
                out.push(say::line_long(span(file, &seen[GOOD_WIDTH..]), who(cue), width));
            }
        }
        let narrow = lines.iter().all(|line| line.len() <= WIDTH);
        if french && lines.len() <= LINES && narrow {
            cuts(cue, &lines, out);
        }
    }
}

/// Told only when there is a better place to cut.
fn cuts(cue: &Cue, lines: &[SeenLine], out: &mut Findings) {
    for pair in lines.windows(2) {
        let text = |line: &SeenLine| line.iter().map(|(c, _)| *c).collect::<String>();
        let (first, second) = (text(&pair[0]), text(&pair[1]));
        let (Some(last), Some(next)) = (first.split_whitespace().last(), second.split_whitespace().next())
        else {
            continue;
        };
        if never(last, next)
            && let Some(better) = better_lines(cue)
        {
            let start = pair[0].len() - last.chars().count().min(pair[0].len());
            out.push(say::bad_cut(span(cue.body.file, &pair[0][start..]), who(cue), (last, next), &better));
        }
    }
}

/// The place of some characters of one line.
fn span(file: crate::source::FileId, line: &[(char, u32)]) -> Span {
    let start = line.first().map_or(0, |(_, at)| *at);
    let end = line.last().map_or(0, |(c, at)| at + u32::try_from(c.len_utf8()).unwrap_or(1));
    Span { file, start, end }
}
