//! From views to bytes: pure, in parallel, nothing touches the disk.
//!
//! 1. the theme's template shows the view;
//! 2. minify-html takes the white space out (not in `serve`, where people read the source);
//! 3. the hashes of inline blocks, which minifying may have changed, go into the page's security policy;
//! 4. the parts that pages share, each shown once, take the places that the page keeps for them.

mod csp;
mod kiosk;
mod minify;
mod parts;
mod sitemap;
mod templates;

pub use csp::PLACEHOLDER;

use crate::diag::Diagnostic;
use crate::diag::Diagnostics;
use crate::model::Delivery;
use crate::search::{Index, communes_data, search_data};
use crate::site::{Page, Site};
use crate::source::{Content, Sources};
use crate::theme::Theme;
use crate::view::{self, Context, Fragment};

use jiff::civil::Date;
use parts::Parts;
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::Arc;
use templates::Templates;

/// Makes the bytes of any planned address.
pub struct Renderer {
    site: Site,
    sources: Arc<Sources>,
    theme: Theme,
    templates: Templates,
    date: Date,
    minify: bool,
    parts: Parts,
}

impl Renderer {
    /// Compiles the theme's templates; a template that cannot be compiled is a diagnostic.
    #[must_use]
    pub fn new(
        site: Site,
        sources: Arc<Sources>,
        theme: Theme,
        date: Date,
        minify: bool,
    ) -> (Option<Self>, Diagnostics) {
        let mut out = Diagnostics::default();
        let templates = Templates::compile(&theme, &site.settings, &mut out);
        let renderer = templates.map(|templates| Self {
            site,
            sources,
            theme,
            templates,
            date,
            minify,
            parts: Parts::new(),
        });
        (renderer, out)
    }

    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The bytes of one address.
    ///
    /// # Errors
    /// A template that names a value which does not exist, or fails in another way while it runs.
    pub fn bytes(&self, address: &str, page: Page) -> Result<Cow<'_, [u8]>, Diagnostic> {
        match page {
            Page::StyleSheet => Ok(Cow::Borrowed(self.theme.style.as_bytes())),
            Page::Asset(name) => Ok(self.asset(name)),
            Page::CommunesData => Ok(Cow::Owned(communes_data(&self.site).into_bytes())),
            Page::SearchData => Ok(Cow::Owned(search_data(&Index::of(&self.site)).into_bytes())),
            Page::Sitemap => Ok(Cow::Owned(sitemap::sitemap(&self.site).into_bytes())),
            Page::Picture(file) => Ok(match &self.sources.get(file).content {
                Content::Bytes(bytes) => Cow::Borrowed(bytes),
                Content::Text(text) => Cow::Borrowed(text.as_bytes()),
            }),
            _ => self.page(address, page).map(Cow::Owned),
        }
    }

    fn asset(&self, name: &str) -> Cow<'_, [u8]> {
        let held = |name: &str| self.theme.assets.get(name).map_or(&[][..], |bytes| bytes);
        if name != "lecture.js" {
            return Cow::Borrowed(held(name));
        }
        // What every page needs comes in one file: a request less for each. The day of the build is in that file alone, so
        // that pages whose words did not change stay the same from day to day.
        let age = String::from_utf8_lossy(held("age.js")).replace("0000-00-00", &self.date.to_string());
        let kiosk: &[u8] =
            if self.site.settings.delivery == Delivery::Kiosk { held("borne.js") } else { &[] };
        Cow::Owned([held(name), age.as_bytes(), kiosk].concat())
    }

    fn page(&self, address: &str, page: Page) -> Result<Vec<u8>, Diagnostic> {
        let Some(view) = view::view(self.context(), address, page) else { return Ok(Vec::new()) };
        let html = csp::with_policy(self.minified(self.templates.show(&view)?));
        let depth = address.matches('/').count();
        view::fill(html, |part, out| self.part(part, depth, out))
    }

    fn context(&self) -> Context<'_> {
        Context {
            site: &self.site,
            texts: &self.theme.texts,
            date: self.date,
            style: &self.theme.style_alone,
        }
    }

    fn minified(&self, html: String) -> Vec<u8> {
        let html = match self.site.settings.delivery {
            Delivery::Kiosk => kiosk::without_ways_out(&html).into_owned(),
            Delivery::Usb | Delivery::Web => html,
        };
        if self.minify { minify::minify(&html) } else { html.into_bytes() }
    }

    fn part(&self, part: Fragment, depth: usize, out: &mut Vec<u8>) -> Result<(), Diagnostic> {
        let show = || self.templates.part(&part.view(self.context(), depth)).map(|html| self.minified(html));
        out.extend_from_slice(&self.parts.get(part, depth, show)?);
        Ok(())
    }

    /// Renders one page of each kind and each guide, to find templates that fail only when they run.
    #[must_use]
    pub fn rehearse(&self) -> Diagnostics {
        let mut kinds = Vec::new();
        let pages: Vec<(&str, Page)> = self
            .site
            .addresses
            .iter()
            .filter(|(_, page)| {
                let kind = std::mem::discriminant(page);
                let new = !kinds.contains(&kind);
                if new {
                    kinds.push(kind);
                }
                new
            })
            .collect();
        let mut out = Diagnostics::default();
        for found in pages.into_par_iter().filter_map(|(a, p)| self.bytes(a, p).err()).collect::<Vec<_>>() {
            out.push(found);
        }
        out
    }
}
