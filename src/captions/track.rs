//! What a caption file holds.

use super::setting::{CaptionRegion, CueSettings};
use crate::source::{FileId, Span};

/// What a track is for, as HTML names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrackKind {
    /// What is said and heard, for those who do not hear.
    Captions,
    /// What is shown, for those who do not see.
    Descriptions,
    Chapters,
}

/// How the file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackFormat {
    WebVtt,
    Srt,
}

/// A caption file, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct CaptionTrack {
    pub file: FileId,
    pub format: TrackFormat,
    /// From the file's name.
    pub kind: TrackKind,
    /// `fr`, `en`…, from the file's name; `None` when it says none.
    pub language: Option<String>,
    /// What follows `WEBVTT` before the first empty line, spaces and line ends included.
    pub header: String,
    pub blocks: Vec<TrackBlock>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TrackBlock {
    /// A comment, from `NOTE` on.
    Note(String),
    /// A style sheet, without its first line.
    Style(String),
    Region(CaptionRegion),
    Cue(Cue),
}

/// A text and the time it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// From 1, in the order of the file: what people call « le sous-titre 12 ».
    pub number: usize,
    /// The line before the times; may be empty.
    pub id: String,
    /// Milliseconds from the beginning of the film.
    pub start_ms: u64,
    /// May be before the start, which is said.
    pub end_ms: u64,
    pub settings: CueSettings,
    pub text: Vec<CuePiece>,
    /// The line of times.
    pub timing: Span,
    /// The start as it is written, and the end.
    pub times: (Span, Span),
    /// All the lines of text; empty, and after the times, when there are none.
    pub body: Span,
}

/// A bit of a cue's text. Tags are well nested: each [`PieceKind::Open`] has its [`PieceKind::Close`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CuePiece {
    /// The byte of the file where it begins; a close tag that browsers add stands where they add it.
    pub at: u32,
    pub what: PieceKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// As people read it, without line end; either as the file has it, or one entity.
    Text(String),
    /// The end of a line.
    Break,
    Open(Tag),
    Close(TagKind),
    /// What follows is shown from that time on, in milliseconds.
    Time(u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub kind: TagKind,
    /// `<c.yellow.bg_black>` has two.
    pub classes: Vec<String>,
    /// The speaker of `<v Claire>`, the language of `<lang en>`.
    pub note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagKind {
    Class,
    Italic,
    Bold,
    Underline,
    Ruby,
    RubyText,
    Voice,
    Lang,
}

impl TagKind {
    /// Its name between angle brackets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Class => "c",
            Self::Italic => "i",
            Self::Bold => "b",
            Self::Underline => "u",
            Self::Ruby => "ruby",
            Self::RubyText => "rt",
            Self::Voice => "v",
            Self::Lang => "lang",
        }
    }

    /// The tag of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [
            Self::Class,
            Self::Italic,
            Self::Bold,
            Self::Underline,
            Self::Ruby,
            Self::RubyText,
            Self::Voice,
            Self::Lang,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }
}

/// One line as it is seen: each character and the byte of the file where it stands.
pub type SeenLine = Vec<(char, u32)>;

impl CaptionTrack {
    /// The cues, in the order of the file.
    pub fn cues(&self) -> impl Iterator<Item = &Cue> {
        self.blocks.iter().filter_map(|block| match block {
            TrackBlock::Cue(cue) => Some(cue),
            _ => None,
        })
    }

    /// Whether it is in French, as far as its name says: a file that says no language is taken for French.
    #[must_use]
    pub fn is_french(&self) -> bool {
        self.language.as_deref().is_none_or(|language| language == "fr")
    }

    /// Sets French spaces and apostrophes, as the pages have them; curators type plain ones.
    pub fn set_in_french(&mut self) {
        for block in &mut self.blocks {
            let TrackBlock::Cue(cue) = block else { continue };
            for piece in &mut cue.text {
                if let PieceKind::Text(text) = &mut piece.what {
                    *text = crate::text::french(text);
                }
            }
        }
    }
}

impl Cue {
    /// The lines as they are seen, without tags; spaces are single, as browsers show them.
    #[must_use]
    pub fn lines(&self) -> Vec<SeenLine> {
        let mut lines = vec![];
        let mut line = SeenLine::new();
        for piece in &self.text {
            match &piece.what {
                PieceKind::Text(text) => {
                    for (at, c) in text.char_indices() {
                        let space = matches!(c, ' ' | '\t');
                        if !space || line.last().is_some_and(|(last, _)| *last != ' ') {
                            let place = piece.at + u32::try_from(at).unwrap_or(0);
                            line.push((if space { ' ' } else { c }, place));
                        }
                    }
                }
                PieceKind::Break => lines.push(std::mem::take(&mut line)),
                _ => {}
            }
        }
        lines.push(line);
        for line in &mut lines {
            line.pop_if(|(c, _)| *c == ' ');
        }
        lines.retain(|line| line.iter().any(|(c, _)| !c.is_whitespace()));
        lines
    }

    /// All that is seen, on one line.
    #[must_use]
    pub fn plain(&self) -> String {
        let lines: Vec<String> =
            self.lines().iter().map(|line| line.iter().map(|(c, _)| *c).collect()).collect();
        lines.join(" ")
    }

    /// How long it is shown, in milliseconds; 0 when its end is before its start.
    #[must_use]
    pub fn duration_ms(&self) -> u64 {
        self.end_ms.saturating_sub(self.start_ms)
    }
}
