//! Matroska and WebM: elements of EBML (RFC 8794), tracks of Matroska (RFC 9559).

use super::mp4::is_deep;
use super::track::{Audio, Codec, FilmFault, MediaTrack, Tracks, Video};

/// The first bytes of every file.
pub const MAGIC: [u8; 4] = [0x1A, 0x45, 0xDF, 0xA3];

const SEGMENT: u32 = 0x1853_8067;
const INFO: u32 = 0x1549_A966;
const TRACKS: u32 = 0x1654_AE6B;

/// One element: what it is, and the bytes that it holds.
struct Element<'a> {
    id: u32,
    body: &'a [u8],
    /// It announces more bytes than there are.
    cut: bool,
    /// Its length is not told: it ends where something that cannot be in it begins.
    open: bool,
}

/// The elements that follow one another in some bytes; stops at what makes no sense.
struct Elements<'a>(&'a [u8]);

impl<'a> Iterator for Elements<'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Element<'a>> {
        let (id, id_length) = number(self.0, 4, true)?;
        let (size, size_length) = number(&self.0[id_length..], 8, false)?;
        let rest = &self.0[id_length + size_length..];
        // All ones: unknown.
        let open = size == (1 << (7 * size_length)) - 1;
        let wanted = usize::try_from(size).unwrap_or(usize::MAX);
        let (body, after) = rest.split_at(wanted.min(rest.len()));
        self.0 = after;
        Some(Element { id: u32::try_from(id).ok()?, body, cut: !open && wanted > rest.len(), open })
    }
}

/// A number of `most` bytes or fewer, whose first bits tell its length, and that length; `marked` keeps these bits,
/// as names of elements do.
fn number(bytes: &[u8], most: usize, marked: bool) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let length = first.leading_zeros() as usize + 1;
    if length > most {
        return None;
    }
    let kept =
        if marked { first } else { first & (0xFF_u8.checked_shr(u32::try_from(length).ok()?).unwrap_or(0)) };
    let rest = bytes.get(1..length)?;
    Some((rest.iter().fold(u64::from(kept), |all, byte| all << 8 | u64::from(*byte)), length))
}

/// The document type, « webm » or another, and the tracks.
pub fn read(bytes: &[u8]) -> Result<(String, Tracks), FilmFault> {
    let mut top = Elements(bytes);
    let header = top.next().ok_or_else(FilmFault::damaged)?;
    let doc_type = Elements(header.body).find(|e| e.id == 0x4282).map_or_else(String::new, |e| text(e.body));
    let segment = top.find(|e| e.id == SEGMENT).ok_or_else(FilmFault::truncated)?;
    let mut tracks = Tracks::default();
    let (mut seen, mut cut) = (false, segment.cut);
    for element in Elements(segment.body) {
        cut |= element.cut;
        match element.id {
            INFO => tracks.duration_ms = duration(element.body),
            TRACKS => {
                seen = true;
                for entry in Elements(element.body).filter(|e| e.id == 0xAE) {
                    track(entry.body, &mut tracks);
                }
            }
            // Pictures of unknown length, as recorders in browsers write them: what follows cannot be told apart.
            _ if element.open => break,
            _ => {}
        }
    }
    match (seen, cut) {
        (_, true) => Err(FilmFault::truncated()),
        (false, false) => Err(FilmFault::damaged()),
        (true, false) => Ok((doc_type, tracks)),
    }
}

/// Milliseconds; 0 when the file does not say.
fn duration(info: &[u8]) -> u64 {
    // Nanoseconds of one unit.
    let mut scale = 1_000_000;
    let mut units = 0.0;
    for element in Elements(info) {
        match element.id {
            0x2A_D7B1 => scale = whole(element.body),
            0x4489 => units = float(element.body),
            _ => {}
        }
    }
    #[expect(clippy::cast_precision_loss)] // A tick of a film's clock.
    let ms = units * (scale as f64) / 1e6;
    // A day is more than any film of ours; NaN and the rest are « not said ».
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    if (1.0..=86_400_000.0).contains(&ms) { ms.round() as u64 } else { 0 }
}

fn track(entry: &[u8], tracks: &mut Tracks) {
    let (mut kind, mut codec, mut private) = (0, String::new(), &[][..]);
    let (mut width, mut height) = (0, 0);
    for element in Elements(entry) {
        match element.id {
            0x83 => kind = whole(element.body),
            0x86 => codec = text(element.body),
            0x63A2 => private = element.body,
            0xE0 => {
                // The size as shown, when it differs from the one of the pixels.
                let mut shown = (0, 0);
                let mut pixels = true;
                for video in Elements(element.body) {
                    let value = u32::try_from(whole(video.body)).unwrap_or(0);
                    match video.id {
                        0xB0 => width = value,
                        0xBA => height = value,
                        0x54B0 => shown.0 = value,
                        0x54BA => shown.1 = value,
                        0x54B2 => pixels = value == 0,
                        _ => {}
                    }
                }
                if pixels && shown.0 > 0 && shown.1 > 0 {
                    (width, height) = shown;
                }
            }
            _ => {}
        }
    }
    let slot = match kind {
        1 => &mut tracks.video,
        2 => &mut tracks.audio,
        _ => return,
    };
    if slot.is_none() {
        *slot = Some(MediaTrack { codec: named(&codec, private), width, height });
    }
}

fn named(id: &str, private: &[u8]) -> Codec {
    match id {
        "V_VP9" => Codec::Video(Video::Vp9),
        "V_AV1" => Codec::Video(Video::Av1),
        "V_MPEG4/ISO/AVC" if is_deep(private) => Codec::DeepH264,
        "V_MPEG4/ISO/AVC" => Codec::Video(Video::H264),
        "A_OPUS" => Codec::Audio(Audio::Opus),
        id if id.starts_with("A_AAC") => Codec::Audio(Audio::Aac),
        "V_VP8" => Codec::Other("VP8".into()),
        "V_MPEGH/ISO/HEVC" => Codec::Other("HEVC (H.265)".into()),
        "A_VORBIS" => Codec::Other("Vorbis".into()),
        "A_MPEG/L3" => Codec::Other("MP3".into()),
        other => Codec::Other(other.chars().filter(char::is_ascii_graphic).take(24).collect()),
    }
}

fn whole(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |all, byte| all << 8 | u64::from(*byte))
}

fn float(bytes: &[u8]) -> f64 {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return f64::from(f32::from_be_bytes(four));
    }
    <[u8; 8]>::try_from(bytes).map_or(0.0, f64::from_be_bytes)
}

/// A short name; null bytes may pad it.
fn text(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(64)];
    String::from_utf8_lossy(bytes).trim_end_matches('\0').to_owned()
}
