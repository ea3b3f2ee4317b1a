//! MP4: boxes of the ISO base media file format (ISO/IEC 14496-12), and QuickTime, from which it comes.

use super::track::{Audio, Codec, FilmFault, MediaTrack, Tracks, Video};

/// What the reader tells.
#[derive(Debug)]
pub struct Mp4Facts {
    pub tracks: Tracks,
    pub table_first: bool,
    /// The name of a cousin that browsers do not play.
    pub foreign: Option<&'static str>,
}

/// One box: its four letters, and the bytes that it holds.
struct Boxed<'a> {
    name: [u8; 4],
    body: &'a [u8],
    /// It announces more bytes than there are.
    cut: bool,
}

/// The boxes that follow one another in some bytes; stops at what makes no sense.
struct Boxes<'a>(&'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    type Item = Boxed<'a>;

    fn next(&mut self) -> Option<Boxed<'a>> {
        let size = u64::from(u32_at(self.0, 0)?);
        let name = <[u8; 4]>::try_from(self.0.get(4..8)?).ok()?;
        let (header, size) = match size {
            // To the end.
            0 => (8, self.0.len() as u64),
            1 => (16, u64_at(self.0, 8)?),
            other => (8, other),
        };
        let wanted = usize::try_from(size).unwrap_or(usize::MAX);
        if wanted < header {
            return None;
        }
        let (whole, after) = self.0.split_at(wanted.min(self.0.len()));
        let cut = wanted > self.0.len();
        self.0 = after;
        Some(Boxed { name, body: whole.get(header..)?, cut })
    }
}

/// The first box inside of that name.
fn inner(body: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    Boxes(body).find(|b| b.name == name).map(|b| b.body)
}

/// Whether the bytes begin as such a file does. Old QuickTime files have no `ftyp`.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.get(4..8).is_some_and(|name| {
        [b"ftyp", b"moov", b"mdat", b"wide", b"pnot"].contains(&name.try_into().unwrap_or(b"    "))
    })
}

/// Reads the tables of a file.
pub fn read(bytes: &[u8]) -> Result<Mp4Facts, FilmFault> {
    let mut file =
        Mp4Facts { tracks: Tracks::default(), table_first: false, foreign: Some("QuickTime (MOV)") };
    let (mut table, mut pictures, mut cut) = (false, false, false);
    for boxed in Boxes(bytes) {
        cut |= boxed.cut;
        match &boxed.name {
            b"ftyp" => file.foreign = cousin(boxed.body.get(..4).unwrap_or_default()),
            b"moov" => {
                table = true;
                file.table_first = !pictures;
                movie(boxed.body, &mut file.tracks);
            }
            b"mdat" | b"moof" => pictures = true,
            _ => {}
        }
    }
    match (table, pictures) {
        _ if cut => Err(FilmFault::truncated()),
        (true, true) => Ok(file),
        (false, false) => Err(FilmFault::damaged()),
        // The end is missing, or the recording stopped before the table was written.
        (true, false) | (false, true) => Err(FilmFault::truncated()),
    }
}

/// Brands of files that share the shape and that browsers do not play.
fn cousin(brand: &[u8]) -> Option<&'static str> {
    match brand {
        b"qt  " => Some("QuickTime (MOV)"),
        [b'3', b'g', ..] => Some("3GP"),
        b"heic" | b"heix" | b"mif1" | b"avif" | b"avis" => Some("HEIF"),
        b"M4A " | b"M4B " => Some("M4A"),
        _ => None,
    }
}

fn movie(moov: &[u8], tracks: &mut Tracks) {
    if let Some(header) = inner(moov, *b"mvhd") {
        tracks.duration_ms = clock(header).unwrap_or(0);
    }
    for trak in Boxes(moov).filter(|b| &b.name == b"trak") {
        let Some(media) = inner(trak.body, *b"mdia") else { continue };
        let kind = inner(media, *b"hdlr").and_then(|body| body.get(8..12)).unwrap_or_default();
        let slot = match kind {
            b"vide" => &mut tracks.video,
            b"soun" => &mut tracks.audio,
            _ => continue,
        };
        if slot.is_none() {
            *slot = track(trak.body, media);
        }
    }
}

/// Milliseconds of an `mvhd`; both of its forms.
fn clock(header: &[u8]) -> Option<u64> {
    let (scale, units) = match header.first()? {
        1 => (u32_at(header, 20)?, u64_at(header, 24)?),
        _ => (u32_at(header, 12)?, u64::from(u32_at(header, 16)?)),
    };
    let ms = u128::from(units) * 1000 / u128::from(scale.max(1));
    // A day is more than any film of ours; all ones are « not said ».
    u64::try_from(ms).ok().filter(|ms| *ms <= 86_400_000)
}

fn track(trak: &[u8], media: &[u8]) -> Option<MediaTrack> {
    let table = inner(inner(inner(media, *b"minf")?, *b"stbl")?, *b"stsd")?;
    let entry = Boxes(table.get(8..)?).next()?;
    let (width, height) = shown(trak).unwrap_or_else(|| {
        let side = |at| entry.body.get(at..at + 2).map_or(0, |b| u32::from(b[0]) << 8 | u32::from(b[1]));
        (side(24), side(26))
    });
    Some(MediaTrack { codec: named(&entry), width, height })
}

/// The size that `tkhd` says, turned as the film is.
fn shown(trak: &[u8]) -> Option<(u32, u32)> {
    let header = inner(trak, *b"tkhd")?;
    let matrix = if *header.first()? == 1 { 52 } else { 40 };
    let whole = |at| u32_at(header, at).map(|fixed| fixed >> 16);
    let (width, height) = (whole(matrix + 36)?, whole(matrix + 40)?);
    // Held upright: the picture is turned by a quarter when the first number of its matrix is 0.
    let turned = u32_at(header, matrix)? == 0 && u32_at(header, matrix + 16)? == 0;
    let size = if turned { (height, width) } else { (width, height) };
    (width > 0 && height > 0).then_some(size)
}

fn named(entry: &Boxed<'_>) -> Codec {
    match &entry.name {
        b"avc1" | b"avc3" => {
            // 78 bytes of a picture's entry, then its boxes.
            let settings = entry.body.get(78..).and_then(|rest| inner(rest, *b"avcC")).unwrap_or_default();
            if is_deep(settings) { Codec::DeepH264 } else { Codec::Video(Video::H264) }
        }
        b"vp09" => Codec::Video(Video::Vp9),
        b"av01" => Codec::Video(Video::Av1),
        b"Opus" => Codec::Audio(Audio::Opus),
        b"mp4a" => sound(entry.body),
        b"hvc1" | b"hev1" => Codec::Other("HEVC (H.265)".into()),
        b"vp08" => Codec::Other("VP8".into()),
        b"mp4v" => Codec::Other("MPEG-4".into()),
        b"encv" | b"enca" => Codec::Other("DRM".into()),
        b".mp3" => Codec::Other("MP3".into()),
        b"ac-3" | b"ec-3" => Codec::Other("Dolby".into()),
        other => Codec::Other(other.iter().map(|b| char::from(*b)).filter(char::is_ascii_graphic).collect()),
    }
}

/// `mp4a` holds AAC, MP3 or others: its descriptors tell.
fn sound(body: &[u8]) -> Codec {
    // 28 bytes of a sound's entry; QuickTime has 16 or 36 more.
    let boxes = match body.get(8..10) {
        Some([0, 1]) => 44,
        Some([0, 2]) => 64,
        _ => 28,
    };
    let rest = body.get(boxes..).unwrap_or_default();
    let descriptors = inner(rest, *b"esds").or_else(|| inner(inner(rest, *b"wave")?, *b"esds"));
    match descriptors.and_then(|esds| object_type(esds.get(4..)?)) {
        Some(0x40 | 0x66..=0x68) | None => Codec::Audio(Audio::Aac),
        Some(0x69 | 0x6B) => Codec::Other("MP3".into()),
        Some(other) => Codec::Other(format!("mp4a-{other:02x}")),
    }
}

/// The object type in the decoder's descriptor (tag 4), inside the stream's (tag 3).
fn object_type(bytes: &[u8]) -> Option<u8> {
    let stream = descriptor(bytes, 3)?;
    let flags = *stream.get(2)?;
    let mut at = 3;
    if flags & 0x80 != 0 {
        at += 2;
    }
    if flags & 0x40 != 0 {
        at += 1 + usize::from(*stream.get(at)?);
    }
    if flags & 0x20 != 0 {
        at += 2;
    }
    descriptor(stream.get(at..)?, 4)?.first().copied()
}

/// The bytes after a tag and its length, of one to four bytes of seven bits.
fn descriptor(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    if *bytes.first()? != tag {
        return None;
    }
    let length = bytes.get(1..5)?.iter().take_while(|b| *b & 0x80 != 0).count() + 1;
    bytes.get(1 + length..)
}

/// Whether an `avcC` announces more than 8 bits or than 4:2:0: High 10 (110), High 4:2:2 (122), 4:4:4 (244).
pub fn is_deep(settings: &[u8]) -> bool {
    matches!(settings.get(1), Some(44 | 110 | 122 | 244))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}
