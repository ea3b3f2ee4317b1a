//! Photographs for paper: a printer shows no more than 300 points an inch, and a sheet is sent by e-mail.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;

/// The widest picture of a sheet, 17 cm, and the highest, 8.3 cm, at 300 points an inch.
const WIDEST: u32 = 2008;
const HIGHEST: u32 = 981;

/// How much of a photograph is kept, of 100: above, files grow and nobody sees why.
const QUALITY: u8 = 85;

/// The same picture with as many points as paper can show, in the colours of screens; `None` when it has no more, or
/// cannot be read: Typst says why. `cmyk`: it is in four inks, which would need a printer's profile.
pub(super) fn reduced(bytes: &[u8], cmyk: bool) -> Option<Vec<u8>> {
    let format = image::guess_format(bytes).ok()?;
    // From the head alone first: most pictures are small.
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let small = width <= WIDEST && height <= HIGHEST;
    if small && !cmyk {
        return None;
    }
    // A telephone held upright writes the picture lying, and a note that says so; what is written anew has no such note.
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(turned);
    let small = if small { picture } else { picture.resize(WIDEST, HIGHEST, FilterType::Lanczos3) };
    let mut out = Vec::new();
    if format == ImageFormat::Jpeg {
        let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
        DynamicImage::ImageRgb8(small.to_rgb8()).write_with_encoder(encoder).ok()?;
    } else {
        small.write_to(&mut Cursor::new(&mut out), format).ok()?;
    }
    debug_assert!(small.dimensions().0 <= WIDEST);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photograph(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8])
        });
        let mut out = Vec::new();
        picture.write_to(&mut Cursor::new(&mut out), format).unwrap();
        out
    }

    #[test]
    fn a_photograph_of_twelve_megapixels_becomes_what_paper_can_show() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let large = photograph(4000, 3000, format);
            let small = reduced(&large, false).unwrap();
            let (width, height) = image::load_from_memory(&small).unwrap().dimensions();
            assert!(width <= WIDEST && height <= HIGHEST && height > 900, "{width} × {height}");
            assert!(small.len() * 5 < large.len(), "{} of {}", small.len(), large.len());
            assert_eq!(image::guess_format(&small).unwrap(), format);
        }
    }

    /// A telephone held upright: the left of what it wrote is the top.
    #[test]
    fn a_photograph_that_lies_is_stood_up() {
        let lying = image::RgbImage::from_fn(2400, 1800, |x, _| {
            image::Rgb(if x < 1200 { [220, 20, 20] } else { [20, 20, 220] })
        });
        let mut plain = Vec::new();
        lying.write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg).unwrap();
        // The segment that says « turn me a quarter to the right » (6), after the two bytes that begin a JPEG.
        let mut bytes = plain[..2].to_vec();
        bytes.extend(b"\xff\xe1\x00\x22Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00");
        bytes.extend(b"\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00");
        bytes.extend(&plain[2..]);
        let small = image::load_from_memory(&reduced(&bytes, false).unwrap()).unwrap().to_rgb8();
        let (width, height) = small.dimensions();
        assert!(height > width, "{width} × {height}");
        let (top, bottom) =
            (small.get_pixel(width / 2, height / 4), small.get_pixel(width / 2, height * 3 / 4));
        assert!(top[0] > 150 && top[2] < 100 && bottom[2] > 150 && bottom[0] < 100, "{top:?} {bottom:?}");
        let lies = image::load_from_memory(&reduced(&plain, false).unwrap()).unwrap();
        assert!(lies.height() < lies.width(), "without the note it stays as it is");
    }

    /// Four inks, as printers' photographs have: the same colours, for screens.
    #[test]
    fn a_photograph_in_four_inks_keeps_its_colours() {
        let cmyk = include_bytes!("../../tests/content/media/images/cmyk.jpg");
        let screen = reduced(cmyk, true).unwrap();
        let picture = image::load_from_memory(&screen).unwrap().to_rgb8();
        let (left, right) = (picture.get_pixel(10, 16), picture.get_pixel(40, 16));
        // It was made from (220, 40, 20) and (20, 40, 220).
        assert!(left[0] > 180 && left[1] < 90 && left[2] < 80, "{left:?}");
        assert!(right[2] > 180 && right[1] < 90 && right[0] < 80, "{right:?}");
        assert_eq!(picture.dimensions(), (48, 32));
    }

    #[test]
    fn a_small_picture_and_what_is_none_stay_as_they_are() {
        assert!(reduced(&photograph(640, 400, ImageFormat::Png), false).is_none());
        assert!(reduced(b"not a picture", false).is_none());
        assert!(
            reduced(&photograph(4000, 3000, ImageFormat::Png)[..2000], false).is_none(),
            "its end is missing"
        );
    }
}
