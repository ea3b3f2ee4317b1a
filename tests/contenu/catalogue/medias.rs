//! Codes about films' and pictures' files.

use super::{At, Fixture};
use crate::petit_site::{AFFICHE, DESSIN, FILM as SHOWN, PHOTO, PetitSite, SITE, SOUS_TITRES, site};

const FILM: &[u8] = include_bytes!("../medias/films/vp9.webm");

/// The good site with that film instead of its own.
fn with_film(name: &str, bytes: &[u8]) -> PetitSite {
    site()
        .without(SHOWN)
        .without(SOUS_TITRES)
        .without(AFFICHE)
        .with(&format!("content/guides/photo/{name}"), bytes)
        .with("content/guides/photo/film.fr.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nUne photo.\n")
        .with("content/guides/photo/film.svg", DESSIN)
        .replace(PHOTO, "prise.webm", name)
}

/// A film of that weight, on a site that takes one megabyte.
fn of_weight(bytes: usize) -> PetitSite {
    let mut film = FILM.to_vec();
    film.resize(bytes, 0);
    with_film("film.webm", &film).append(SITE, "film_max_mo: 1\n")
}

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E190",
        file: "content/guides/photo/film.mp4",
        at: At::WholeFile,
        says: "Tous les navigateurs ne lisent pas ce film : l’image est en HEVC (H.265).",
        make: || with_film("film.mp4", include_bytes!("../medias/films/hevc.mp4")).into(),
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
        make: || with_film("film.mp4", include_bytes!("../medias/films/table-a-la-fin.mp4")).into(),
    },
];
