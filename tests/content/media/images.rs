//! Pictures: told by their bytes, decoded to their end, and shown on pages and on paper as their author saw them.

use crate::small_site::{Finding, PHOTO, SITE, SmallSite, codes, site};

macro_rules! image {
    ($name:literal) => {
        include_bytes!(concat!("images/", $name)).as_slice()
    };
}

const CMYK: &[u8] = image!("cmyk.jpg");
const JPEG: &[u8] = image!("photo.jpg");
const PNG: &[u8] = image!("photo.png");
const WEBP: &[u8] = image!("photo.webp");

/// The good site whose guide shows that file instead of its drawing.
fn with(name: &str, bytes: &[u8]) -> SmallSite {
    site()
        .without("content/guides/photo/appareil.svg")
        .with(&format!("content/guides/photo/{name}"), bytes)
        .replace(PHOTO, "appareil.svg", name)
}

fn svg(inside: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"40\">{inside}<path d=\"M0 0h64v40H0z\"/></svg>")
        .into_bytes()
}

/// Found of the pages, without laying out any paper.
fn found(site: &SmallSite) -> Vec<Finding> {
    let examined = site.examine();
    crate::small_site::findings(&examined.diagnostics, &examined.sources)
}

/// Every kind that pages show, in the varieties that cameras and programs make.
fn good() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("a.jpg", JPEG),
        ("b.jpeg", JPEG),
        ("c.JPG", image!("progressive.jpg")),
        ("d.jpg", image!("grey.jpg")),
        ("e.jpg", CMYK),
        ("f.jpg", image!("orientation-3.jpg")),
        ("g.jpg", image!("orientation-5.jpg")),
        ("h.jpg", image!("orientation-6.jpg")),
        ("i.jpg", image!("orientation-8.jpg")),
        ("j.jpg", image!("profile.jpg")),
        ("k.jpg", image!("false-profile.jpg")),
        ("l.png", PNG),
        ("m.PNG", image!("palette.png")),
        ("n.png", image!("alpha.png")),
        ("o.png", image!("grey-alpha.png")),
        ("p.png", image!("black.png")),
        ("q.png", image!("sixteen-bits.png")),
        ("r.png", image!("interlaced.png")),
        ("s.png", image!("profile.png")),
        ("t.webp", WEBP),
        ("u.webp", image!("lossless.webp")),
    ]
}

#[test]
fn what_pages_can_show_is_taken() {
    for (name, bytes) in good() {
        assert_eq!(codes(&found(&with(name, bytes))), Vec::<&str>::new(), "{name}");
    }
    // Pages show it, and paper does not: see E226.
    assert_eq!(codes(&found(&with("a.avif", image!("photo.avif")))), Vec::<&str>::new());
    // After its end a camera may write more.
    for more in [&b"\0\0\0\0"[..], JPEG, b"<x:xmpmeta/>"] {
        assert_eq!(codes(&found(&with("a.jpg", &[JPEG, more].concat()))), Vec::<&str>::new());
    }
}

/// One guide that shows them all, on paper: nothing is refused, and each is told right if it is.
#[test]
fn what_pages_can_show_is_laid_out() {
    let mut site = site().replace(SITE, "papier: non", "papier: oui");
    let mut steps = String::new();
    let misnamed = [("faux-a.png", JPEG), ("faux-b.jpg", PNG), ("faux-c.jpg", WEBP), ("faux-d.webp", CMYK)];
    for (name, bytes) in good().into_iter().chain(misnamed) {
        site = site.with(&format!("content/guides/photo/{name}"), bytes);
        steps += &format!(
            "\n## Regardez\nRegardez bien.\n\n![Deux mains]({name} \"Les deux mains\")\n\n### Ce que vous voyez\n\
             L'image.\n\n### Si ça ne marche pas\nAppelez [votre mairie](service:mairie), ou allez sur place.\n"
        );
    }
    let found = site.append(PHOTO, &steps).findings();
    assert!(found.iter().all(|found| found.code == "A064"), "{found:#?}");
    assert_eq!(found.len(), misnamed.len());
}

/// Each fault is told at the file, with the guide that shows it.
#[test]
fn what_pages_cannot_show_is_told_at_the_picture() {
    let lfs = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n";
    let ftyp =
        |brand: &str| [b"\0\0\0\x18ftyp", brand.as_bytes(), b"\0\0\0\0mif1", brand.as_bytes()].concat();
    let mut huge = PNG.to_vec();
    huge[16..24].copy_from_slice(&[0, 0, 0x80, 0, 0, 0, 0x80, 0]);
    let mut arithmetic = JPEG.to_vec();
    let frame = arithmetic.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    arithmetic[frame + 1] = 0xc9;
    let mut twelve_bits = JPEG.to_vec();
    twelve_bits[frame + 4] = 12;
    for (name, bytes, code, says) in [
        ("a.png", lfs.to_vec(), "E073", "Git LFS"),
        ("a.jpg", [b"\xef\xbb\xbf", &lfs[..]].concat(), "E073", "Git LFS"),
        ("a.svg", lfs.to_vec(), "E073", "Git LFS"),
        ("a.webp", b"version http://git-media.io/v/2\n".to_vec(), "E073", "Git LFS"),
        ("a.png", b"<!DOCTYPE html>\n<html></html>".to_vec(), "E073", "une page web"),
        ("a.svg", b"<html xmlns='x'/>".to_vec(), "E073", "une page web"),
        ("a.jpg", b"{\"erreur\": 404}".to_vec(), "E073", "un texte"),
        ("a.png", "Une image à faire".as_bytes().to_vec(), "E073", "un texte"),
        ("a.png", b"PK\x03\x04xx".to_vec(), "E073", "une archive"),
        ("a.jpg", b"\0\0\0\x18ftypisom\0\0\0\0avc1".to_vec(), "E073", "un film"),
        ("a.png", vec![0, 1, 2, 3, 250, 251], "E073", "aucune sorte connue"),
        ("a.heic", ftyp("heic"), "E075", "une photo HEIC, celle des iPhone"),
        ("a.jpg", ftyp("heic"), "E075", "une photo HEIC"),
        ("a.HEIF", ftyp("heix"), "E075", "une photo HEIC"),
        ("a.tiff", b"II*\0abcd".to_vec(), "E075", "TIFF"),
        ("a.tif", b"MM\0*abcd".to_vec(), "E075", "TIFF"),
        ("a.bmp", b"BM000000".to_vec(), "E075", "BMP"),
        ("a.gif", image!("animated.gif").to_vec(), "E075", "un GIF"),
        ("a.png", image!("animated.gif").to_vec(), "E075", "un GIF"),
        ("a.png", b"8BPS\0\x01".to_vec(), "E075", "Photoshop"),
        ("a.jpg", b"%PDF-1.7\n".to_vec(), "E075", "un PDF"),
        ("a.svg", b"\x1f\x8b\x08\0".to_vec(), "E075", "SVGZ"),
        ("a.png", b"\0\0\x01\0\x01\0".to_vec(), "E075", "une icône"),
        ("a.jpg", b"\xff\x0aabc".to_vec(), "E075", "JPEG XL"),
        ("a.jpg", b"\0\0\0\x0cjP  \r\n".to_vec(), "E075", "JPEG 2000"),
        ("a.svg", b"%!PS-Adobe-3.0 EPSF-3.0".to_vec(), "E075", "EPS"),
        ("a.png", b"gimp xcf v011".to_vec(), "E075", "GIMP"),
        // Under their own names too.
        ("a.jxl", b"\xff\x0aabc".to_vec(), "E075", "JPEG XL"),
        ("a.jp2", b"\0\0\0\x0cjP  \r\n".to_vec(), "E075", "JPEG 2000"),
        ("a.ico", b"\0\0\x01\0\x01\0".to_vec(), "E075", "une icône"),
        ("a.psd", b"8BPS\0\x01".to_vec(), "E075", "Photoshop"),
        ("a.xcf", b"gimp xcf v011".to_vec(), "E075", "GIMP"),
        ("a.svgz", b"\x1f\x8b\x08\0".to_vec(), "E075", "SVGZ"),
        ("a.eps", b"%!PS-Adobe-3.0 EPSF-3.0".to_vec(), "E075", "EPS"),
        ("a.jpg", arithmetic, "E075", "d’une sorte rare"),
        ("a.jpg", twelve_bits, "E075", "d’une sorte rare"),
        ("a.jpg", JPEG[..JPEG.len() - 2].to_vec(), "E076", "coupée"),
        ("a.jpg", JPEG[..JPEG.len() / 2].to_vec(), "E076", "coupée"),
        ("a.jpg", image!("progressive.jpg")[..400].to_vec(), "E076", "coupée"),
        ("a.jpg", JPEG[..3].to_vec(), "E076", "coupée"),
        ("a.png", PNG[..PNG.len() - 4].to_vec(), "E076", "coupée"),
        ("a.png", PNG[..60].to_vec(), "E076", "coupée"),
        ("a.png", PNG[..8].to_vec(), "E076", "coupée"),
        ("a.webp", WEBP[..WEBP.len() - 1].to_vec(), "E076", "coupée"),
        ("a.webp", WEBP[..30].to_vec(), "E076", "coupée"),
        ("a.avif", image!("photo.avif")[..300].to_vec(), "E076", "coupée"),
        ("a.svg", PNG.to_vec(), "E079", "« a.svg » est en vérité un PNG"),
        ("a.png", svg(""), "E079", "« a.png » est en vérité un SVG"),
        ("a.jpg", image!("photo.avif").to_vec(), "E079", "« a.jpg » est en vérité un AVIF"),
        ("a.heic", JPEG.to_vec(), "E079", "« a.heic » est en vérité un JPEG"),
        ("a.gif", PNG.to_vec(), "E079", "« a.gif » est en vérité un PNG"),
        ("a.png", JPEG.to_vec(), "A064", "« a.png » est un JPEG."),
        ("a.jpg", WEBP.to_vec(), "A064", "« a.jpg » est un WebP."),
        ("a.svg", svg("<text>&eacute;</text>"), "E074", "&eacute;"),
        ("a.svg", svg("<g onload=\"x\"/>"), "E072", "onload"),
    ] {
        let examined = with(name, &bytes).examine();
        let all: Vec<_> = examined.diagnostics.iter().collect();
        let found = crate::small_site::findings(&examined.diagnostics, &examined.sources);
        assert_eq!(codes(&found), [code], "{name}: {found:#?}");
        let message = found[0].message.replace(['\u{202f}', '\u{a0}'], " ");
        assert!(message.contains(says), "{name}: {message}");
        assert_eq!(found[0].file.as_deref(), Some(format!("content/guides/photo/{name}").as_str()));
        assert_eq!(all[0].others.len(), 1, "the guide that shows it: {name}");
    }
    // A head that lies about the size, whose sum is wrong then: nothing is allocated.
    let found = found(&with("a.png", &huge));
    assert!(["E076", "E077"].contains(&found[0].code.as_str()), "{found:#?}");
}

/// Posters of films and drawings of needs too; a picture that nothing shows is only that.
#[test]
fn every_place_that_takes_a_picture_looks_at_it() {
    let poster = |name: &str, bytes: &[u8]| {
        site().without(crate::small_site::POSTER).with(&format!("content/guides/photo/{name}"), bytes)
    };
    let pointer = b"version https://git-lfs.github.com/spec/v1\n";
    assert_eq!(codes(&found(&poster("prise.png", PNG))), Vec::<&str>::new());
    assert_eq!(codes(&found(&poster("prise.png", pointer))), ["E073"]);
    assert_eq!(codes(&found(&poster("prise.jpg", &JPEG[..300]))), ["E076"]);
    assert_eq!(codes(&found(&poster("prise.webp", image!("animated.gif")))), ["E075"]);
    let need = |name: &str, bytes: &[u8]| {
        site().with(&format!("content/dessins/{name}"), bytes).replace(
            crate::small_site::NEEDS,
            "  titre: Voir",
            &format!("  dessin: {name}\n  titre: Voir"),
        )
    };
    assert_eq!(codes(&found(&need("a.svg", &svg("")))), Vec::<&str>::new());
    assert_eq!(codes(&found(&need("a.svg", pointer))), ["E073"]);
    assert_eq!(codes(&found(&need("a.svg", &svg("<script/>")))), ["E072"]);
    assert_eq!(codes(&found(&need("a.jpg", PNG))), ["A064"]);
    assert_eq!(codes(&found(&site().with("content/guides/photo/autre.png", pointer))), ["A002"]);
}

/// A photograph held upright: its page keeps a place that is upright.
#[test]
fn a_photograph_is_measured_as_it_is_shown() {
    for (name, bytes, (width, height)) in [
        ("a.jpg", JPEG, (48, 32)),
        ("a.jpg", image!("orientation-3.jpg"), (48, 32)),
        ("a.jpg", image!("orientation-5.jpg"), (32, 48)),
        ("a.jpg", image!("orientation-6.jpg"), (32, 48)),
        ("a.jpg", image!("orientation-8.jpg"), (32, 48)),
        ("a.png", image!("interlaced.png"), (48, 32)),
        ("a.webp", image!("lossless.webp"), (48, 32)),
        ("a.avif", image!("photo.avif"), (48, 32)),
    ] {
        let pages = with(name, bytes).pages();
        let shown =
            crate::page::Page::read(&pages["guides/photo.html"]).elements.into_iter().any(|element| {
                let has = |key: &str| element.attributes.get(key).cloned();
                element.name == "img"
                    && has("src").is_some_and(|src| src.ends_with(name))
                    && has("width") == Some(width.to_string())
                    && has("height") == Some(height.to_string())
            });
        assert!(shown, "{name}: {width} × {height}");
    }
}

/// Names that are the same to the eye are found; names that no system can write get another.
#[test]
fn names_are_found_as_people_see_them() {
    for (written, file, address) in [
        ("%C3%A9cran.png", "écran.png", "ecran.png"),
        ("écran.png", "e\u{301}cran.png", "ecran.png"),
        ("e\u{301}cran.png", "écran.png", "ecran.png"),
        ("e%CC%81cran.png", "écran.png", "ecran.png"),
        ("a%20b.png", "a b.png", "a-b.png"),
        ("<a b.png>", "a b.png", "a-b.png"),
        ("100%25.png", "100%.png", "100.png"),
        ("100%20.png", "100%20.png", "100-20.png"),
        ("l%E2%80%99e%CC%81cran.png", "l’écran.png", "l-ecran.png"),
        ("写真.png", "写真.png", "image-"),
        ("①.png", "①.png", "image-"),
        ("%E2%91%A0.png", "①.png", "image-"),
    ] {
        let site = site()
            .without("content/guides/photo/appareil.svg")
            .with(&format!("content/guides/photo/{file}"), PNG)
            .replace(PHOTO, "appareil.svg", written);
        assert_eq!(codes(&found(&site)), Vec::<&str>::new(), "{written} for {file}");
        let renderer = site.examine().renderer.unwrap();
        let mut all = renderer.site().addresses.iter().map(|(address, _)| address.to_owned());
        let shown = all.find(|found| found.contains(&format!("/{address}")));
        assert!(shown.is_some_and(|name| name.is_ascii() && !name.contains("/.")), "{written}");
    }
}

/// Texts of a Mac: pages are written with whole letters.
#[test]
fn pages_are_written_with_whole_letters() {
    let taken_apart = site().replace(PHOTO, "Un guide court", "Un guide tre\u{300}s court").pages();
    let page = &taken_apart["guides/photo.html"];
    assert!(page.contains("très court") && !page.contains('\u{300}'));
}

/// What a page has, told by a generator: no bytes make the readers of pictures panic, slow or greedy.
#[test]
fn a_thousand_broken_pictures_end_in_words() {
    let start = std::time::Instant::now();
    let all: Vec<&[u8]> = good().into_iter().map(|(_, bytes)| bytes).collect();
    let drawing =
        svg("<g style=\"fill:url(&quot;#g&quot;)\"><text>Réponse=oui &amp; non</text><use href=\"#a\"/></g>");
    let mut seed = 0x2026_1129_u64;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below.max(1)
    };
    let count = if std::env::var_os("ELIANE_LONG").is_some() { 20_000 } else { 1_000 };
    for n in 0..count {
        let whole = if n % 4 == 0 { &drawing[..] } else { all[next(all.len())] };
        let mut bytes = whole.to_vec();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            match next(5) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at.min(bytes.len()), u8::try_from(next(256)).unwrap()),
                2 => bytes.extend_from_slice(&whole[..at.min(whole.len())]),
                3 => {
                    let sign = b"<>&'\"/\\\0\xff"[next(9)];
                    bytes.insert(at.min(bytes.len()), sign);
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << next(8);
                    }
                }
            }
        }
        let picture = eliane::media::picture::read(&bytes, n % 4 == 0, false);
        // What is said to be whole has a kind, and a size unless it is a drawing.
        if picture.fault.is_none() {
            assert!(picture.kind.is_some());
            assert!(
                picture.drawing.is_some()
                    || picture.size.is_some_and(|(width, height)| width > 0 && height > 0)
            );
        }
    }
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}
