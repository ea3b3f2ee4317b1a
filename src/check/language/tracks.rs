//! French captions: what a film says is read like what a page says.

use crate::captions::{self, Block, Cue, Kind as TrackKind, What};
use crate::passages::{Run, order};
use crate::plain::Kind;
use crate::source::{File, FileId};

/// Signs that end a sentence; what closes may follow.
const ENDS: [char; 4] = ['.', '?', '!', '…'];
const CLOSES: [char; 4] = ['»', '"', ')', ']'];

/// The captions of a French film, a sentence at a time: a sentence may run over several captions.
pub fn runs(id: FileId, file: &File) -> Option<Vec<Run>> {
    let (track, _) = captions::read(id, &file.path, file.text());
    let track = track.filter(|track| track.is_french() && track.kind == TrackKind::Captions)?;
    let mut out = Vec::new();
    let mut open: Option<Run> = None;
    for block in &track.blocks {
        let Block::Cue(cue) = block else { continue };
        // A title has no full stop: a capital letter begins what follows.
        if first_letter(cue).is_some_and(char::is_uppercase) {
            out.extend(open.take());
        }
        let run = open.get_or_insert_with(|| Run::new(cue.body, Kind::Text, false));
        if !run.passage.text.is_empty() {
            run.passage.text.push(' ');
        }
        add(run, file, cue);
        let said = run.passage.text.trim_end_matches(|c: char| c.is_whitespace() || CLOSES.contains(&c));
        if said.ends_with(ENDS) {
            out.extend(open.take());
        }
    }
    out.extend(open);
    order(file, &mut out);
    Some(out)
}

fn first_letter(cue: &Cue) -> Option<char> {
    cue.text.iter().find_map(|piece| match &piece.what {
        What::Text(text) => text.chars().find(|c| c.is_alphanumeric()),
        _ => None,
    })
}

fn add(run: &mut Run, file: &File, cue: &Cue) {
    let end = cue.body.range().end;
    for piece in &cue.text {
        match &piece.what {
            What::Text(text) => run.push(file, text, piece.at as usize..end),
            What::Break => run.passage.text.push(' '),
            What::Open(_) | What::Close(_) | What::Time(_) => {}
        }
    }
}
