//! Codes about films' and pictures' files.

use super::paper::printed as on_paper;
use super::{At, Fixture};
use crate::small_site::{CAPTIONS, DRAWING, FILM as SHOWN, PHOTO, POSTER, SITE, SmallSite, site};

const FILM: &[u8] = include_bytes!("../media/films/vp9.webm");

/// The good site with that film instead of its own.
fn with_film(name: &str, bytes: &[u8]) -> SmallSite {
    site()
        .without(SHOWN)
        .without(CAPTIONS)
        .without(POSTER)
        .with(&format!("content/guides/photo/{name}"), bytes)
        .with("content/guides/photo/film.fr.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nUne photo.\n")
        .with("content/guides/photo/film.svg", DRAWING)
        .replace(PHOTO, "prise.webm", name)
}

/// A film of that weight, on a site that takes one megabyte.
fn of_weight(bytes: usize) -> SmallSite {
    let mut film = FILM.to_vec();
    film.resize(bytes, 0);
    with_film("film.webm", &film).append(SITE, "film_max_mo: 1\n")
}

/// The good site whose guide shows that file instead of its drawing.
fn with_picture(name: &str, bytes: &[u8]) -> SmallSite {
    site()
        .without("content/guides/photo/appareil.svg")
        .with(&format!("content/guides/photo/{name}"), bytes)
        .replace(PHOTO, "appareil.svg", name)
}

fn drawing(text: &str) -> SmallSite {
    with_picture("a.svg", text.as_bytes())
}

/// A PNG that says to be very large.
fn huge() -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 65_535, 65_535);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    // Its points do not come: only its head matters.
    let _ = encoder.write_header().unwrap().write_chunk(png::chunk::IDAT, &[0; 64]);
    out
}

const A_PNG: &str = "content/guides/photo/a.png";
const A_SVG: &str = "content/guides/photo/a.svg";

macro_rules! image {
    ($name:literal) => {
        include_bytes!(concat!("../media/images/", $name))
    };
}

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E073",
        file: A_PNG,
        at: At::WholeFile,
        says: "« a.png » n’est pas une image : c’est un pointeur de Git LFS",
        make: || {
            let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
            with_picture("a.png", pointer).into()
        },
    },
    Fixture {
        code: "E074",
        file: A_SVG,
        at: At::Line(2),
        says: "Les navigateurs ne montrent pas ce dessin : le signe « & » y est seul.",
        make: || {
            drawing("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<text>Envoyer & recevoir</text></svg>")
                .into()
        },
    },
    Fixture {
        code: "E075",
        file: "content/guides/photo/a.heic",
        at: At::WholeFile,
        says: "« a.heic » est une photo HEIC, celle des iPhone",
        make: || with_picture("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").into(),
    },
    Fixture {
        code: "E076",
        file: A_PNG,
        at: At::WholeFile,
        says: "L’image « a.png » est coupée : sa fin manque.",
        make: || with_picture("a.png", &image!("palette.png")[..900]).into(),
    },
    Fixture {
        code: "E077",
        file: A_PNG,
        at: At::WholeFile,
        says: "L’image « a.png » est trop grande : 65535 × 65535 points.",
        make: || with_picture("a.png", &huge()).into(),
    },
    Fixture {
        code: "E079",
        file: A_SVG,
        at: At::WholeFile,
        says: "« a.svg » est en vérité un PNG",
        make: || with_picture("a.svg", image!("photo.png")).into(),
    },
    Fixture {
        code: "A064",
        file: A_PNG,
        at: At::WholeFile,
        says: "« a.png » est un JPEG.",
        make: || with_picture("a.png", image!("photo.jpg")).into(),
    },
    Fixture {
        code: "A065",
        file: "content/guides/photo/a.webp",
        at: At::WholeFile,
        says: "L’image « a.webp » bouge",
        make: || on_paper(&with_picture("a.webp", image!("animated.webp"))).into(),
    },
    Fixture {
        code: "A066",
        file: A_SVG,
        at: At::Line(2),
        says: "Il y a une police dans le dessin",
        make: || {
            let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\n\
                        <style>@font-face{font-family:\"Virgil\";src:url(data:font/woff2;base64,AAAA)}</style>\
                        <path d=\"M0 0h9v9\"/></svg>";
            on_paper(&drawing(text)).into()
        },
    },
    Fixture {
        code: "A069",
        file: "content/guides/photo/con.png",
        at: At::WholeFile,
        says: "Windows refuse le nom « con.png »",
        make: || with_picture("con.png", image!("photo.png")).into(),
    },
    Fixture {
        code: "E226",
        file: "content/guides/photo/a.avif",
        at: At::WholeFile,
        says: "Le papier ne sait pas placer une image AVIF.",
        make: || on_paper(&with_picture("a.avif", image!("photo.avif"))).into(),
    },
    Fixture {
        code: "E190",
        file: "content/guides/photo/film.mp4",
        at: At::WholeFile,
        says: "Tous les navigateurs ne lisent pas ce film : l’image est en HEVC (H.265).",
        make: || with_film("film.mp4", include_bytes!("../media/films/hevc.mp4")).into(),
    },
    Fixture {
        code: "E191",
        file: "content/guides/photo/film.webm",
        at: At::WholeFile,
        says: "Ce film est coupé : sa fin manque.",
        make: || with_film("film.webm", &FILM[..3000]).into(),
    },
    Fixture {
        code: "E192",
        file: "content/guides/photo/film.webm",
        at: At::WholeFile,
        says: "Ce film pèse 1,2 Mo, pour 1 Mo au plus.",
        make: || of_weight(1_150_000).into(),
    },
    Fixture {
        code: "E193",
        file: "content/guides/photo/film.mp4",
        at: At::WholeFile,
        says: "Ce fichier finit par « .mp4 », et c’est un film WebM.",
        make: || with_film("film.mp4", FILM).into(),
    },
    Fixture {
        code: "A050",
        file: "content/guides/photo/film.webm",
        at: At::WholeFile,
        says: "Ce film est lourd : 0,3 Mo pour une durée de 1 s.",
        make: || of_weight(250_000).into(),
    },
    Fixture {
        code: "A051",
        file: "content/guides/photo/film.mp4",
        at: At::WholeFile,
        says: "Ce film ne peut pas commencer avant d’être arrivé en entier.",
        make: || with_film("film.mp4", include_bytes!("../media/films/table-at-end.mp4")).into(),
    },
];
