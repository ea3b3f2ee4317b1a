//! French captions: what a film says is read like what a page says.

use crate::captions::{self, Cue, PieceKind, TrackBlock, TrackKind};
use crate::passages::{PassageRun, order};
use crate::plain::PassageKind;
use crate::source::{File, FileId};

/// Signs that end a sentence; what closes may follow.
const ENDS: [char; 4] = ['.', '?', '!', '…'];
const CLOSES: [char; 4] = ['»', '"', ')', ']'];

/// The captions of a French film, a sentence at a time: a sentence may run over several captions.
pub fn runs(id: FileId, file: &File) -> Option<Vec<PassageRun>> {
    let (track, _) = captions::read(id, &file.path, file.text());
    let track = track.filter(|track| track.is_french() && track.kind == TrackKind::Captions)?;
    let mut out = Vec::new();
    let mut open: Option<PassageRun> = None;
    for block in &track.blocks {
        let TrackBlock::Cue(cue) = block else { continue };
        // A title has no full stop: a capital letter begins what follows.
        if first_letter(cue).is_some_and(char::is_uppercase) {
            out.extend(open.take());
        }
        let run = open.get_or_insert_with(|| PassageRun::new(cue.body, PassageKind::Text, false));
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
        PieceKind::Text(text) => text.chars().find(|c| c.is_alphanumeric()),
        _ => None,
    })
}

fn add(run: &mut PassageRun, file: &File, cue: &Cue) {
    let end = cue.body.range().end;
    for piece in &cue.text {
        match &piece.what {
            PieceKind::Text(text) => run.push(file, text, piece.at as usize..end),
            PieceKind::Break => run.passage.text.push(' '),
            PieceKind::Open(_) | PieceKind::Close(_) | PieceKind::Time(_) => {}
        }
    }
}
