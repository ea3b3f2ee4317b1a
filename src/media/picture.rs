//! Pictures: told by their bytes, measured as they are shown, and decoded to their end.

use super::jpeg;
use super::svg::{self, Drawing, Embedded};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

/// The most points of a photograph: the largest that telephones make. A page shows a thousandth of it.
pub const MOST_POINTS: u64 = 65_000_000;

/// From so many points on, pictures are decoded one at a time, so that memory stays bounded.
const LARGE: u64 = 9_000_000;

/// Kinds of pictures that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    Svg,
    Png,
    Jpeg,
    WebP,
    Avif,
}

impl PictureKind {
    /// How the names of its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
            Self::Avif => "avif",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::WebP => "WebP",
            Self::Avif => "AVIF",
        }
    }

    /// The kind that a file of that extension should be.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "svg" => Self::Svg,
            "png" => Self::Png,
            "jpg" | "jpeg" => Self::Jpeg,
            "webp" => Self::WebP,
            "avif" => Self::Avif,
            _ => return None,
        })
    }
}

/// Kinds of files that people take for pictures of a page, and that no page shows everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// A photograph of an iPhone.
    Heic,
    Tiff,
    Bmp,
    Gif,
    Psd,
    Pdf,
    JpegXl,
    Jpeg2000,
    Ico,
    /// A drawing that is packed (`.svgz`), or another packed file.
    Gzip,
    PostScript,
    Xcf,
    /// WMF, EMF: drawings of Windows.
    Metafile,
    /// An archive, or a document of an office program.
    Zip,
    /// A web page.
    Html,
    Film,
    /// Text of any kind.
    Text,
    /// A pointer of Git LFS: the picture itself stayed elsewhere.
    Lfs,
}

/// Why a picture cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    Stranger(Stranger),
    /// The bytes are those of nothing that we know.
    Unknown,
    /// Its end is missing.
    Truncated,
    /// It cannot be decoded.
    Damaged,
    /// A kind of JPEG that browsers do not show.
    Unshown,
    TooLarge {
        width: u32,
        height: u32,
    },
}

/// What a picture is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureFile {
    /// By its bytes.
    pub kind: Option<PictureKind>,
    /// In CSS pixels, upright.
    pub size: Option<(u32, u32)>,
    pub fault: Option<PictureFault>,
    /// Photographs for presses, in four inks.
    pub cmyk: bool,
    /// Paper shows its first view only.
    pub moves: bool,
    /// What a drawing holds.
    pub drawing: Option<Drawing>,
}

impl PictureFile {
    fn wrong(fault: PictureFault) -> Self {
        Self { fault: Some(fault), ..Self::default() }
    }
}

/// Looks at a picture. `drawing`: its name is that of a drawing. `whole`: it was decoded before, to its end.
#[must_use]
pub fn read(bytes: &[u8], drawing: bool, whole: bool) -> PictureFile {
    match kind(bytes, drawing) {
        Ok(PictureKind::Svg) => {
            let drawing = svg::read(bytes, embedded);
            PictureFile {
                kind: Some(PictureKind::Svg),
                size: drawing.size,
                drawing: Some(drawing),
                ..PictureFile::default()
            }
        }
        Ok(PictureKind::Avif) => avif(bytes),
        Ok(kind) => photograph(bytes, kind, whole),
        Err(fault) => PictureFile::wrong(fault),
    }
}

/// The kind of a picture, by its bytes.
///
/// # Errors
/// What it is instead.
pub fn kind(bytes: &[u8], drawing: bool) -> Result<PictureKind, PictureFault> {
    let begins = |sign: &[u8]| bytes.starts_with(sign);
    let stranger = |kind| Err(PictureFault::Stranger(kind));
    if begins(b"\x89PNG") {
        return Ok(PictureKind::Png);
    }
    if begins(b"\xff\xd8\xff") {
        return Ok(PictureKind::Jpeg);
    }
    if begins(b"RIFF") {
        return match bytes.get(8..12) {
            Some(b"WEBP") => Ok(PictureKind::WebP),
            Some(b"AVI ") => stranger(Stranger::Film),
            _ => Err(PictureFault::Unknown),
        };
    }
    if bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        let brands = bytes.get(8..bytes.len().min(64)).unwrap_or_default();
        let has = |names: &[&[u8; 4]]| brands.chunks(4).any(|brand| names.iter().any(|name| brand == *name));
        return match () {
            () if has(&[b"avif", b"avis"]) => Ok(PictureKind::Avif),
            () if has(&[b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"]) => {
                stranger(Stranger::Heic)
            }
            () => stranger(Stranger::Film),
        };
    }
    for (sign, kind) in SIGNS {
        if begins(sign) {
            return stranger(*kind);
        }
    }
    text(bytes, drawing)
}

/// How files of other kinds begin.
const SIGNS: &[(&[u8], Stranger)] = &[
    (b"GIF8", Stranger::Gif),
    (b"BM", Stranger::Bmp),
    (b"II*\0", Stranger::Tiff),
    (b"MM\0*", Stranger::Tiff),
    (b"II+\0", Stranger::Tiff),
    (b"MM\0+", Stranger::Tiff),
    (b"8BPS", Stranger::Psd),
    (b"%PDF", Stranger::Pdf),
    (b"%!PS", Stranger::PostScript),
    (b"\xc5\xd0\xd3\xc6", Stranger::PostScript),
    (b"\xff\x0a", Stranger::JpegXl),
    (b"\0\0\0\x0cJXL ", Stranger::JpegXl),
    (b"\0\0\0\x0cjP  ", Stranger::Jpeg2000),
    (b"\xff\x4f\xff\x51", Stranger::Jpeg2000),
    (b"\0\0\x01\0", Stranger::Ico),
    (b"\0\0\x02\0", Stranger::Ico),
    (b"\x1f\x8b", Stranger::Gzip),
    (b"gimp xcf", Stranger::Xcf),
    (b"\xd7\xcd\xc6\x9a", Stranger::Metafile),
    (b"\x01\0\0\0", Stranger::Metafile),
    (b"PK\x03\x04", Stranger::Zip),
    (b"\xd0\xcf\x11\xe0", Stranger::Zip),
    (b"\x1a\x45\xdf\xa3", Stranger::Film),
];

/// Drawings, and texts that are none.
fn text(bytes: &[u8], drawing: bool) -> Result<PictureKind, PictureFault> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    // A drawing in UTF-16 is one all the same: its own reader says so.
    if head.starts_with(&[0xff, 0xfe, b'<', 0]) || head.starts_with(&[0xfe, 0xff, 0, b'<']) {
        return Ok(PictureKind::Svg);
    }
    let shown = String::from_utf8_lossy(head);
    let words = shown.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    if words.starts_with("version https://git-lfs.") || words.starts_with("version http://git-media.") {
        return Err(PictureFault::Stranger(Stranger::Lfs));
    }
    if words.starts_with('<') {
        let page = words.starts_with("<!doctype html") || words.starts_with("<html");
        return match () {
            () if page => Err(PictureFault::Stranger(Stranger::Html)),
            () if drawing || words.contains("<svg") || words.contains(":svg") => Ok(PictureKind::Svg),
            () => Err(PictureFault::Stranger(Stranger::Text)),
        };
    }
    let readable = !head.is_empty()
        && !head.contains(&0)
        && std::str::from_utf8(head).map_or_else(|error| error.valid_up_to() + 4 > head.len(), |_| true);
    Err(if readable { PictureFault::Stranger(Stranger::Text) } else { PictureFault::Unknown })
}

fn photograph(bytes: &[u8], kind: PictureKind, whole: bool) -> PictureFile {
    let mut picture = PictureFile { kind: Some(kind), ..PictureFile::default() };
    let frame = if kind == PictureKind::Jpeg { jpeg::frame(bytes) } else { None };
    if let Some(frame) = frame {
        picture.cmyk = frame.components == 4;
        if frame.components > 0 && !frame.shown {
            picture.fault = Some(PictureFault::Unshown);
            return picture;
        }
    }
    let format = match kind {
        PictureKind::Png => ImageFormat::Png,
        PictureKind::WebP => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let cut = match kind {
        PictureKind::Jpeg => !frame.is_some_and(|frame| frame.whole),
        PictureKind::WebP => webp_is_cut(bytes),
        _ => false,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let Ok(mut decoder) = reader.into_decoder() else {
        picture.fault =
            Some(if cut || bytes.len() < 200 { PictureFault::Truncated } else { PictureFault::Damaged });
        return picture;
    };
    let (width, height) = decoder.dimensions();
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let lies = matches!(
        turned,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    picture.size = Some(if lies { (height, width) } else { (width, height) });
    picture.moves = match kind {
        // The eighth byte of the first chunk of an extended WebP.
        PictureKind::WebP => {
            bytes.get(12..16) == Some(b"VP8X".as_slice()) && bytes.get(20).is_some_and(|flags| flags & 2 != 0)
        }
        PictureKind::Png => bytes.windows(4).take(4096).any(|name| name == b"acTL"),
        _ => false,
    };
    let points = u64::from(width) * u64::from(height);
    if points > MOST_POINTS {
        picture.fault = Some(PictureFault::TooLarge { width, height });
    } else if cut {
        picture.fault = Some(PictureFault::Truncated);
    } else if !whole {
        picture.fault = decoded(bytes, kind, decoder, points).err();
    }
    picture
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(700 << 20);
    limits
}

/// Decodes to the end.
fn decoded(
    bytes: &[u8],
    kind: PictureKind,
    decoder: impl ImageDecoder,
    points: u64,
) -> Result<(), PictureFault> {
    static ONE: Mutex<()> = Mutex::new(());
    if kind == PictureKind::Png {
        return rows(bytes);
    }
    let _alone = (points > LARGE).then(|| ONE.lock().unwrap_or_else(PoisonError::into_inner));
    let size = usize::try_from(decoder.total_bytes()).map_err(|_| PictureFault::Damaged)?;
    let mut points = vec![0; size];
    decoder.read_image(&mut points).map_err(|_| PictureFault::Damaged)
}

/// A PNG row by row, so that no memory is needed for the whole.
fn rows(bytes: &[u8]) -> Result<(), PictureFault> {
    let fault = |error: png::DecodingError| match error {
        png::DecodingError::IoError(_) => PictureFault::Truncated,
        _ => PictureFault::Damaged,
    };
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().map_err(fault)?;
    while reader.next_row().map_err(fault)?.is_some() {}
    reader.finish().map_err(fault)
}

/// Whether the file is shorter than its head announces.
fn webp_is_cut(bytes: &[u8]) -> bool {
    let announced = bytes.get(4..8).and_then(|size| Some(u32::from_le_bytes(size.try_into().ok()?)));
    announced.is_none_or(|size| (bytes.len() as u64) < u64::from(size) + 8)
}

/// Browsers decode this kind, and no small library does: its boxes are walked through.
fn avif(bytes: &[u8]) -> PictureFile {
    let mut picture = PictureFile { kind: Some(PictureKind::Avif), ..PictureFile::default() };
    let mut at = 0_u64;
    while at < bytes.len() as u64 {
        let head = usize::try_from(at).ok().and_then(|at| bytes.get(at..at.checked_add(16).unwrap_or(at)));
        let short = usize::try_from(at).ok().and_then(|at| bytes.get(at..at.checked_add(8)?));
        let size = match (short, head) {
            (Some(&[0, 0, 0, 0, ..]), _) => bytes.len() as u64 - at,
            (Some(&[0, 0, 0, 1, ..]), Some(head)) => {
                u64::from_be_bytes(head.get(8..16).and_then(|size| size.try_into().ok()).unwrap_or_default())
            }
            (Some(&[a, b, c, d, ..]), _) => u64::from(u32::from_be_bytes([a, b, c, d])),
            _ => 0,
        };
        if size < 8 || at.saturating_add(size) > bytes.len() as u64 {
            picture.fault = Some(PictureFault::Truncated);
            return picture;
        }
        at += size;
    }
    match imagesize::blob_size(bytes) {
        Ok(size) => {
            picture.size = u32::try_from(size.width).ok().zip(u32::try_from(size.height).ok());
        }
        Err(_) => picture.fault = Some(PictureFault::Damaged),
    }
    picture
}

/// Whether a picture is a photograph in four inks.
#[must_use]
pub fn is_cmyk(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xd8\xff") && jpeg::frame(bytes).is_some_and(|frame| frame.components == 4)
}

/// Looks at a photograph within a drawing.
pub(super) fn embedded(bytes: &[u8]) -> Embedded {
    if bytes.starts_with(b"GIF8") {
        return Embedded::Fine;
    }
    match kind(bytes, false) {
        Ok(kind @ (PictureKind::Png | PictureKind::Jpeg | PictureKind::WebP)) => {
            let picture = photograph(bytes, kind, false);
            match picture.fault {
                Some(_) => Embedded::Wrong,
                None if picture.cmyk => Embedded::Cmyk,
                None => Embedded::Fine,
            }
        }
        _ => Embedded::Wrong,
    }
}
