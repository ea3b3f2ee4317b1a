//! Films, and what makes them whole without sound.

pub use crate::captions::{TrackKind, TranscriptPassage};
use crate::source::{FileId, Span};

/// A film beside a text, its bytes in [`crate::source::Sources`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    pub file: FileId,
    /// Its name in the address, lower-case ASCII.
    pub name: String,
    /// What it shows, in a few words.
    pub title: String,
    /// A sentence more; may be empty.
    pub caption: String,
    /// What `<source type>` says.
    pub mime: &'static str,
    /// Never 0.
    pub duration_ms: u64,
    /// Pixels as shown, so that the page does not jump.
    pub size: (u32, u32),
    /// Whether the file has a sound track at all.
    pub has_sound: bool,
    pub poster: Poster,
    /// French captions first; each language once.
    pub tracks: Vec<Track>,
    /// What the French captions say, or what the author wrote instead: never empty.
    pub transcript: Vec<TranscriptPassage>,
    /// The file of the author's own, when there is one.
    pub own_transcript: Option<FileId>,
    pub span: Span,
}

/// The picture that stands for a film: before it plays, and on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    pub file: FileId,
    pub name: String,
}

/// Timed texts that go with a film.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    pub kind: TrackKind,
    /// `fr`, `en`…
    pub language: String,
    pub file: FileId,
    /// As WebVTT, whatever the file was.
    pub vtt: String,
}
