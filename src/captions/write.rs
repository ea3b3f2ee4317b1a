//! From a [`Track`] to WebVTT, as browsers take it. Reading it again gives the same track.

use super::meant;
use super::time::stamp;
use super::track::{CaptionTrack, CuePiece, PieceKind, TrackBlock};

/// The whole file, ended by a line end.
#[must_use]
pub fn write_webvtt(track: &CaptionTrack) -> String {
    let mut out = format!("WEBVTT{}\n", track.header);
    for block in &track.blocks {
        out.push('\n');
        match block {
            TrackBlock::Note(text) => out += text,
            TrackBlock::Style(css) if css.is_empty() => out += "STYLE",
            TrackBlock::Style(css) => out += &format!("STYLE\n{css}"),
            TrackBlock::Region(region) => out += format!("REGION\n{}", region.to_text()).trim_end(),
            TrackBlock::Cue(cue) => {
                if !cue.id.is_empty() {
                    out += &format!("{}\n", cue.id);
                }
                out +=
                    &format!("{} --> {}{}", stamp(cue.start_ms), stamp(cue.end_ms), cue.settings.to_text());
                let text = write_cue_text(&cue.text);
                if !text.is_empty() {
                    out.push('\n');
                    out += &text;
                }
            }
        }
        out.push('\n');
    }
    out
}

/// The text of a cue, with its tags; never with an empty line, which would end the cue.
#[must_use]
pub fn write_cue_text(pieces: &[CuePiece]) -> String {
    let mut out = String::new();
    let mut line_is_empty = true;
    for piece in pieces {
        match &piece.what {
            PieceKind::Break if line_is_empty => continue,
            PieceKind::Break => {
                out.push('\n');
                line_is_empty = true;
                continue;
            }
            PieceKind::Text(text) => escape(&mut out, text),
            PieceKind::Open(tag) => {
                out.push('<');
                out += tag.kind.name();
                for class in &tag.classes {
                    out.push('.');
                    out += class;
                }
                if !tag.note.is_empty() {
                    out.push(' ');
                    escape(&mut out, &tag.note);
                }
                // `<v Claire -->` would be an arrow, and end the cue.
                if out.ends_with("--") {
                    out.push(' ');
                }
                out.push('>');
            }
            PieceKind::Close(kind) => out += &format!("</{}>", kind.name()),
            PieceKind::Time(ms) => out += &format!("<{}>", stamp(*ms)),
        }
        line_is_empty = out.is_empty() || out.ends_with('\n');
    }
    out.truncate(out.trim_end_matches('\n').len());
    without_times(&out)
}

/// A line of the text that a reader could take for times has its first digit as an entity.
fn without_times(text: &str) -> String {
    let is_number = |line: &str| !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit());
    let mut before = "";
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let one = meant::times(line).filter(|meant| meant.sure || is_number(meant::bare(before)));
        let first = line.chars().find(char::is_ascii_digit).filter(|_| one.is_some());
        lines.push(match first {
            Some(digit) => line.replacen(digit, &format!("&#{};", u32::from(digit)), 1),
            None => line.to_owned(),
        });
        before = line;
    }
    lines.join("\n")
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            // From an entity: a real one would end the line.
            '\n' => *out += "&#10;",
            '\r' => *out += "&#13;",
            other => out.push(other),
        }
    }
}
