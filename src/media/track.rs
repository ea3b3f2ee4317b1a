//! What readers of films find in a file: containers, codecs, tracks, and why there is no film.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    WebM,
    Mp4,
}

impl Container {
    /// How the names of its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::WebM => "webm",
            Self::Mp4 => "mp4",
        }
    }

    /// What `<source type>` and servers call it.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::WebM => "video/webm",
            Self::Mp4 => "video/mp4",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Video {
    Vp9,
    Av1,
    H264,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audio {
    Opus,
    Aac,
}

/// Why a file is no film that browsers play, and what mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilmFault {
    pub kind: FilmFaultKind,
    pub repair: Repair,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilmFaultKind {
    /// The bytes are those of no film that we know.
    NotAFilm,
    /// The file ends before what it announces.
    Truncated,
    /// What its tables say makes no sense.
    Damaged,
    /// A container that browsers do not play, by its name: « AVI ».
    Container(&'static str),
    /// A codec for the pictures, by its name.
    Video(String),
    /// A codec for the sound, by its name.
    Audio(String),
    /// H.264 with more colours than browsers take (10 bits, 4:2:2 or 4:4:4), as recorders of screens write it.
    Colours,
    /// No picture: a file of sound.
    NoVideo,
    /// The file does not say how long it lasts, as recorders in browsers forget to: one cannot move in it.
    NoDuration,
}

/// What gives a film from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Nothing: take the file again from where it came.
    None,
    /// The pictures and the sound are right: copied into another container, without loss and in a second.
    Copy(Container),
    /// Encoded anew.
    Encode,
}

impl FilmFault {
    pub(super) fn new(kind: FilmFaultKind, repair: Repair) -> Self {
        Self { kind, repair }
    }

    pub(super) fn truncated() -> Self {
        Self::new(FilmFaultKind::Truncated, Repair::None)
    }

    pub(super) fn damaged() -> Self {
        Self::new(FilmFaultKind::Damaged, Repair::None)
    }

    pub(super) fn container(name: &'static str) -> Self {
        Self::new(FilmFaultKind::Container(name), Repair::Encode)
    }
}

/// The tracks of a file, whatever its container: what the readers gather.
#[derive(Debug, Default)]
pub(super) struct Tracks {
    /// The first of each kind: the one that browsers play.
    pub video: Option<MediaTrack>,
    pub audio: Option<MediaTrack>,
    pub duration_ms: u64,
}

#[derive(Clone, Debug)]
pub(super) struct MediaTrack {
    pub codec: Codec,
    pub width: u32,
    pub height: u32,
}

/// A codec among those that containers name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Codec {
    Video(Video),
    /// H.264 whose profile browsers do not take.
    DeepH264,
    Audio(Audio),
    Other(String),
}
