//! The site as a whole: `content/site.yaml`.

use super::{Stage, WebAddress};
use crate::source::At;

/// What `site.yaml` says.
pub struct Settings<S: Stage> {
    pub title: String,
    pub subtitle: String,
    pub summary: String,
    /// A language tag: `fr`.
    pub language: String,
    /// Where the site is published, with a `/` at its end; without it, no sitemap and no canonical address.
    pub base_url: Option<WebAddress>,
    /// The name of the theme, when it is not the one of the program.
    pub theme: Option<At<String>>,
    /// The territories whose communes get a contact sheet.
    pub territories: Vec<S::Zone>,
    pub publisher: String,
    pub contact: Option<String>,
    pub licence: String,
    /// The mention that decree 2019-768 asks for: « Accessibilité : non conforme ».
    pub accessibility: String,
}
