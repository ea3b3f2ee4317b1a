//! Who speaks, and what is heard: said in signs that everybody sees.

use super::who;
use crate::captions::finding::Findings;
use crate::captions::track::{CaptionTrack, Cue, CuePiece, PieceKind, TagKind, TrackBlock};
use crate::diag::catalogue::captions as say;
use crate::source::Span;
use crate::text::fold;

/// Colours of the charter that tell who speaks; white is what captions have at first.
const SPEAKERS: [&str; 4] = ["white", "yellow", "cyan", "lime"];
/// Those that tell what is heard.
const HEARD: [&str; 2] = ["red", "magenta"];

/// Words that people write for a colour, and its name in captions; an empty one when captions have none.
const OTHERS: [(&str, &str); 21] = [
    ("green", "lime"),
    ("vert", "lime"),
    ("blanc", "white"),
    ("jaune", "yellow"),
    ("rouge", "red"),
    ("rose", "magenta"),
    ("pink", "magenta"),
    ("fuchsia", "magenta"),
    ("violet", "magenta"),
    ("purple", "magenta"),
    ("bleu", "cyan"),
    ("turquoise", "cyan"),
    ("aqua", "cyan"),
    ("blue", ""),
    ("black", ""),
    ("noir", ""),
    ("orange", ""),
    ("gris", ""),
    ("gray", ""),
    ("grey", ""),
    ("brown", ""),
];

/// A stretch of text with the same voice and the same colour.
struct VoiceRun<'a> {
    cue: &'a Cue,
    voice: Option<&'a str>,
    colour: &'static str,
    text: String,
    span: Span,
}

/// Cuts cues where voice, colour or line changes.
fn runs<'a>(cues: &[&'a Cue]) -> Vec<VoiceRun<'a>> {
    let mut out: Vec<VoiceRun<'a>> = Vec::new();
    for cue in cues {
        let mut open: Vec<(Option<&str>, Option<&'static str>)> = Vec::new();
        let mut fresh = true;
        for piece in &cue.text {
            match &piece.what {
                PieceKind::Open(tag) => {
                    let voice =
                        (tag.kind == TagKind::Voice && !tag.note.is_empty()).then_some(tag.note.as_str());
                    let colour =
                        SPEAKERS.iter().chain(&HEARD).find(|name| tag.classes.iter().any(|c| c == *name));
                    open.push((voice, colour.copied()));
                }
                PieceKind::Close(_) => {
                    open.pop();
                }
                PieceKind::Break => fresh = true,
                PieceKind::Text(text) => {
                    let voice = open.iter().rev().find_map(|(voice, _)| *voice);
                    let colour = open.iter().rev().find_map(|(_, colour)| *colour).unwrap_or("white");
                    let same = |run: &VoiceRun<'_>| {
                        run.cue.number == cue.number && run.voice == voice && run.colour == colour && !fresh
                    };
                    if let Some(run) = out.last_mut().filter(|run| same(run)) {
                        run.text += text;
                    } else {
                        out.push(VoiceRun {
                            cue,
                            voice,
                            colour,
                            text: text.clone(),
                            span: place(cue, piece),
                        });
                    }
                    fresh = false;
                }
                PieceKind::Time(_) => {}
            }
        }
    }
    out.retain(|run| run.text.chars().any(char::is_alphanumeric));
    out
}

fn place(cue: &Cue, piece: &CuePiece) -> Span {
    let length = match &piece.what {
        PieceKind::Text(text) => u32::try_from(text.len()).unwrap_or(1),
        _ => 1,
    };
    Span {
        file: cue.body.file,
        start: piece.at,
        end: piece.at.saturating_add(length).min(cue.body.end.max(piece.at)),
    }
}

/// Where another person speaks, a dash or a name must say so: a voice tag is not shown.
pub fn speakers(cues: &[&Cue], out: &mut Findings) {
    let mut last: Option<&str> = None;
    for run in runs(cues) {
        let Some(voice) = run.voice else { continue };
        if last.is_some_and(|last| last != voice) && !is_marked(&run.text) {
            out.push(say::speaker_unmarked(run.span, who(run.cue), voice));
        }
        last = Some(voice);
    }
}

/// What only a colour says is lost for who does not see it.
pub fn colours(cues: &[&Cue], track: &CaptionTrack, out: &mut Findings) {
    let mut last: Option<&str> = None;
    for run in runs(cues) {
        let marked = is_marked(&run.text);
        if HEARD.contains(&run.colour) {
            if !is_heard(&run.text) {
                out.push(say::colour_alone(run.span, who(run.cue), run.colour));
            }
            continue;
        }
        if last.is_some_and(|last| last != run.colour) && !marked {
            out.push(say::colour_alone(run.span, who(run.cue), run.colour));
        }
        last = Some(run.colour);
    }
    // A file may give its own colours to classes of its own.
    let css: String = track
        .blocks
        .iter()
        .filter_map(|block| match block {
            TrackBlock::Style(css) => Some(fold(css)),
            _ => None,
        })
        .collect();
    let others: Vec<_> = OTHERS.iter().filter(|(name, _)| !css.contains(&format!(".{name}"))).collect();
    for cue in cues {
        for piece in &cue.text {
            let PieceKind::Open(tag) = &piece.what else { continue };
            for class in &tag.classes {
                let folded = fold(class);
                if let Some((_, better)) = others.iter().find(|(name, _)| *name == folded) {
                    out.push(say::other_colour(place(cue, piece), who(cue), class, better));
                }
            }
        }
    }
}

/// Whether a text begins with a dash, a name and a colon, a quotation mark or a bracket.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['-', '–', '—', '‑', '«', '[', '(', '♪', '♫'])
        || text.split_once(':').is_some_and(|(name, _)| {
            name.chars().count() <= 30
                && name.starts_with(char::is_uppercase)
                && !name.contains(['.', ',', '!', '?', '…', ';'])
                && name.split_whitespace().count() <= 4
        })
}

/// Whether a text shows that it is heard, not said.
fn is_heard(text: &str) -> bool {
    text.contains(['[', '(', ']', ')', '♪', '♫'])
}

/// Sounds and music that are written as if they were said.
pub fn sounds(cues: &[&Cue], out: &mut Findings) {
    for cue in cues {
        let text = cue.plain();
        if !is_heard(&text) && is_a_sound(&text) {
            out.push(say::sound_unmarked(cue.body, who(cue), &text));
        }
    }
}

/// Texts that are the whole of what is heard.
const SOUNDS: [&str; 18] = [
    "rires",
    "rire",
    "applaudissements",
    "sonnerie",
    "toux",
    "soupir",
    "soupirs",
    "aboiements",
    "klaxon",
    "cris",
    "pleurs",
    "brouhaha",
    "bip",
    "clic",
    "sifflement",
    "tonnerre",
    "grincement",
    "bruit",
];

fn is_a_sound(text: &str) -> bool {
    let text = text.trim();
    if text.len() > 2 && text.starts_with('*') && text.ends_with('*') {
        return true;
    }
    // « Silence ! » is said by somebody.
    if text.ends_with(['!', '?', ':', ',']) {
        return false;
    }
    let folded = fold(text.trim_end_matches(['.', '…']));
    let words: Vec<&str> = folded.split_whitespace().collect();
    match words[..] {
        [one] => SOUNDS.contains(&one) || one == "musique",
        ["musique", ..] => words.len() <= 3,
        ["bruit" | "bruits", second, ..] => {
            words.len() <= 5 && (["de", "des", "du"].contains(&second) || second.starts_with("d'"))
        }
        ["sonnerie", "de" | "du" | "d'un", ..] | [.., "telephone", "sonne"] => words.len() <= 4,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_dashes_and_brackets_are_marks() {
        for text in ["– Oui.", "- Oui.", "CLAIRE : Oui.", "Claire : oui", "[Rires] Oui.", "« Oui. »"] {
            assert!(is_marked(text), "{text}");
        }
        for text in [
            "Oui.",
            "Oui. Voilà : c’est fini.",
            "il est là : ici",
            "Une phrase bien trop longue pour un nom : oui",
        ] {
            assert!(!is_marked(text), "{text}");
        }
    }

    #[test]
    fn sounds_are_known_by_their_words() {
        for text in [
            "*Rires*",
            "Musique douce",
            "musique",
            "Applaudissements.",
            "Bruit de porte",
            "Bruits d’assiettes",
            "Le téléphone sonne",
        ] {
            assert!(is_a_sound(text), "{text}");
        }
        for text in [
            "Silence !",
            "Musique et photos sont sur la clé.",
            "Le bruit ?",
            "Rires et larmes ne durent pas.",
            "*",
        ] {
            assert!(!is_a_sound(text), "{text}");
        }
    }
}
