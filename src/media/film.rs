//! A film's file: its container, its codecs, how long it lasts and how large it is.
//!
//! Only the tables at the head of a file are read, by a small reader of our own. Of the crates at hand, mp4parse
//! names neither HEVC nor the profile of an H.264 film, and symphonia's reader of Matroska panics on some damaged
//! files; neither says whether an MP4's table comes first. Two hundred lines that only look are easier to trust.

pub use super::track::{Audio, Container, FilmFault, FilmFaultKind, Repair, Video};
use super::track::{Codec, Tracks};
use super::{matroska, mp4};

/// A film that browsers play everywhere, offline included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilmFile {
    pub container: Container,
    pub video: Video,
    /// `None`: the film has no sound at all.
    pub audio: Option<Audio>,
    /// Milliseconds; never 0.
    pub duration_ms: u64,
    /// Pixels as they are shown, a film held upright included; never 0.
    pub width: u32,
    pub height: u32,
    /// Whether the table of contents comes before the pictures. Otherwise a browser must fetch the end of an MP4
    /// before it shows anything. WebM files begin with theirs.
    pub table_first: bool,
}

/// Reads a film's file. Time and memory are those of one look at its tables.
///
/// # Errors
/// What is not WebM (VP9 or AV1, Opus or no sound) nor MP4 (H.264, AAC or no sound), or is damaged.
pub fn read(bytes: &[u8]) -> Result<FilmFile, FilmFault> {
    if bytes.starts_with(&matroska::MAGIC) {
        let (doc_type, tracks) = matroska::read(bytes)?;
        if doc_type != "webm" {
            return Err(FilmFault::new(FilmFaultKind::Container("Matroska (MKV)"), tracks.remux()));
        }
        return tracks.film(Container::WebM, true);
    }
    if mp4::is_one(bytes) {
        let file = mp4::read(bytes)?;
        if let Some(name) = file.foreign {
            return Err(FilmFault::new(FilmFaultKind::Container(name), file.tracks.remux()));
        }
        return file.tracks.film(Container::Mp4, file.table_first);
    }
    Err(foreign(bytes)
        .map_or_else(|| FilmFault::new(FilmFaultKind::NotAFilm, Repair::Encode), FilmFault::container))
}

/// The containers that people bring, by their first bytes.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let at = |place: usize, sign: &[u8]| bytes.get(place..).is_some_and(|rest| rest.starts_with(sign));
    // A transport stream has its sign every 188 bytes, or every 192 with four more before it (cameras).
    let transport =
        |first: usize, step: usize| (0..3).all(|packet| bytes.get(first + packet * step) == Some(&0x47));
    Some(match () {
        () if at(0, b"RIFF") && at(8, b"AVI ") => "AVI",
        () if at(0, b"OggS") => "OGG",
        () if transport(0, 188) || transport(4, 192) => "MPEG-TS",
        () if at(0, &[0, 0, 1, 0xBA]) => "MPEG",
        () if at(0, &[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) => "WMV",
        () if at(0, b"FLV") => "FLV",
        () if at(0, b"GIF8") => "GIF",
        () => return None,
    })
}

impl Tracks {
    /// The film, when its codecs are those of its container.
    fn film(self, container: Container, table_first: bool) -> Result<FilmFile, FilmFault> {
        // What is right stays as it is; what is not is encoded anew, pictures and sound together.
        let encode = |kind| FilmFault::new(kind, Repair::Encode);
        let Some(track) = &self.video else { return Err(encode(FilmFaultKind::NoVideo)) };
        let video = match (&track.codec, container) {
            (Codec::Video(video @ (Video::Vp9 | Video::Av1)), Container::WebM)
            | (Codec::Video(video @ Video::H264), Container::Mp4) => *video,
            (Codec::DeepH264, Container::Mp4) => return Err(encode(FilmFaultKind::Colours)),
            (codec, _) => return Err(FilmFault::new(FilmFaultKind::Video(codec.name()), self.remux())),
        };
        let audio = match (self.audio.as_ref().map(|track| &track.codec), container) {
            (None, _) => None,
            (Some(Codec::Audio(Audio::Opus)), Container::WebM) => Some(Audio::Opus),
            (Some(Codec::Audio(Audio::Aac)), Container::Mp4) => Some(Audio::Aac),
            (Some(codec), _) => return Err(FilmFault::new(FilmFaultKind::Audio(codec.name()), self.remux())),
        };
        if track.width == 0 || track.height == 0 {
            return Err(FilmFault::damaged());
        }
        if self.duration_ms == 0 {
            return Err(FilmFault::new(FilmFaultKind::NoDuration, Repair::Copy(container)));
        }
        Ok(FilmFile {
            container,
            video,
            audio,
            duration_ms: self.duration_ms,
            width: track.width,
            height: track.height,
            table_first,
        })
    }

    /// The container that would take these tracks as they are, or encoding anew.
    fn remux(&self) -> Repair {
        let audio = self.audio.as_ref().map(|track| &track.codec);
        match (self.video.as_ref().map(|track| &track.codec), audio) {
            (Some(Codec::Video(Video::H264)), None | Some(Codec::Audio(Audio::Aac))) => {
                Repair::Copy(Container::Mp4)
            }
            (Some(Codec::Video(Video::Vp9 | Video::Av1)), None | Some(Codec::Audio(Audio::Opus))) => {
                Repair::Copy(Container::WebM)
            }
            _ => Repair::Encode,
        }
    }
}

impl Codec {
    fn name(&self) -> String {
        match self {
            Self::Video(Video::Vp9) => "VP9".into(),
            Self::Video(Video::Av1) => "AV1".into(),
            Self::Video(Video::H264) | Self::DeepH264 => "H.264".into(),
            Self::Audio(Audio::Opus) => "Opus".into(),
            Self::Audio(Audio::Aac) => "AAC".into(),
            Self::Other(name) => name.clone(),
        }
    }
}
