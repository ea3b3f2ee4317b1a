//! The site as a whole: `content/site.yaml`.

use super::{Intervals, Stage, WebAddress};
use crate::source::At;
use crate::text::closed_list;

closed_list! {
    /// Where the site will be read; it decides what may lead out of it.
    #[derive(Default)]
    Delivery {
        /// A folder on a key or a computer, opened by double click.
        #[default]
        Usb = "usb",
        /// A web server.
        Web = "web",
        /// A public screen in full-screen mode: no link may leave the site, for there is no way back, and nothing
        /// of one visitor is shown to the next.
        Kiosk = "borne",
    }
}

/// The heaviest film unless `site.yaml` says otherwise: 25 MB. A film of a screen takes about 1 MB a minute in VP9 at
/// 720p: 5 MB, from where on a film is said to be heavy, are more than a guide needs; 25 MB take half a minute on a
/// line of 8 Mbit/s, and 40 such films fill a gigabyte of the key.
pub const FILM_MEGABYTES: u16 = 25;

/// Warnings about plain language that a page can afford unless `site.yaml` says otherwise: the project's own guides do with
/// two.
pub const LANGUAGE_BUDGET: u16 = 2;

/// Guides, products and cases past twice their interval that a site can afford unless `site.yaml` says otherwise.
pub const STALE_BUDGET: u16 = 3;

/// What `site.yaml` says without naming a sheet nor a place.
pub struct SettingsFacts {
    pub title: String,
    pub subtitle: String,
    pub summary: String,
    /// A language tag: `fr`.
    pub language: String,
    /// Where the site is published, with a `/` at its end; without it, no sitemap and no canonical address.
    pub base_url: Option<WebAddress>,
    /// The name of the theme, when it is not the one of the program.
    pub theme: Option<At<String>>,
    pub publisher: String,
    pub contact: Option<String>,
    pub licence: String,
    /// The mention that decree 2019-768 asks for: « Accessibilité : non conforme ».
    pub accessibility: String,
    /// Whether PDFs go with the pages.
    pub paper: bool,
    /// Where the site will be read, unless the command line says otherwise.
    pub delivery: Delivery,
    /// The heaviest film, in millions of bytes. From a fifth of it on, a film is said to be heavy.
    pub film_megabytes: u16,
    /// How many warnings about plain language a page can afford.
    pub language_budget: u16,
    /// How many guides, products and cases may be old before each is a warning.
    pub stale_budget: u16,
    /// How long verifications hold.
    pub intervals: Intervals,
}

/// What `site.yaml` says.
pub struct Settings<S: Stage> {
    pub facts: SettingsFacts,
    /// The territories whose communes get a contact sheet.
    pub territories: Vec<S::Zone>,
    /// The guide that explains the telephone relay; sheets with a relay lead to it.
    pub relay_guide: Option<S::Guide>,
}

facts!(Settings, SettingsFacts);
