//! Every file of the site to come: its pages, and what pages need.

use super::{Page, PaperFile};
use crate::model::GuideId;
use crate::source::{self, FileId};

/// Where the theme's style sheet goes.
pub const STYLE_SHEET: &str = "actifs/kiosque.css";

/// Files of the theme that go to `actifs/`: scripts (that of ages and that of a public screen within « lecture.js »), typefaces and their licence.
pub const ASSETS: [&str; 13] = [
    "aide.js",
    "atkinson-hyperlegible-next-400.woff2",
    "atkinson-hyperlegible-next-700.woff2",
    "atkinson-hyperlegible-next-licence.txt",
    "communes.js",
    "film.js",
    "guide.js",
    "lecture.js",
    "mediateur.js",
    "mots.js",
    "numeros.js",
    "recherche.js",
    "reglages.js",
];

/// The names and codes of all communes, for the field that finds one.
pub const COMMUNES_DATA: &str = "actifs/communes-donnees.js";

/// Everything that can be found, for the field that searches.
pub const SEARCH_DATA: &str = "actifs/recherche-donnees.js";

/// One file of the site to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFile {
    Page(Page),
    StyleSheet,
    /// A file of the theme, by its name: see [`ASSETS`].
    Asset(&'static str),
    /// See [`COMMUNES_DATA`].
    CommunesData,
    /// See [`SEARCH_DATA`].
    SearchData,
    /// `sitemap.xml`, for search engines.
    Sitemap,
    /// A PDF.
    Paper(PaperFile),
    /// The text of a guide, for [`Page::Mediator`].
    PaperPart(GuideId),
    /// A picture, a film or its captions, copied as they are.
    Copy(FileId),
}

/// `actifs/guide.js`
#[must_use]
pub fn asset_address(name: &str) -> String {
    format!("actifs/{name}")
}

/// The media type of a file, by the end of its address: what a server says of it.
#[must_use]
pub fn media_type(address: &str) -> &'static str {
    match source::extension(address).as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "webm" => "video/webm",
        "mp4" => "video/mp4",
        "xml" => "application/xml; charset=utf-8",
        _ => "application/octet-stream",
    }
}
