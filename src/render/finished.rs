//! A finished site: its PDFs are laid out, and every other file can be made, in any order, from any thread.

use super::page_sum::{Ground, PageSum};
use super::parts::SharedParts;
use super::{Pressed, Renderer, csp, facts, kiosk, minify, sitemap, symbols};
use crate::diag::Diagnostic;
use crate::media::picture::PictureKind;
use crate::model::{Delivery, GuideId};
use crate::search::{SearchIndex, communes_data, search_data};
use crate::site::{Page, Site, SiteFile, media_type};
use crate::source::{Content, is_film};
use crate::theme::{CARRIED, CARRIER, Screen};
use crate::view::{self, Fragment, PageContext, Papers, View};
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::OnceLock;

/// A site whose files can be made. Nothing of it is in memory but its PDFs: a site of the whole of France has gigabytes.
pub struct Finished {
    renderer: Renderer,
    pdfs: Pressed,
    papers: Papers,
    parts: SharedParts,
    ground: OnceLock<Ground>,
}

/// A file of a finished site, not yet made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'s> {
    /// Relative to the root of the site: `guides/appel-video-zoom.html`.
    pub address: &'s str,
    pub file: SiteFile,
}

impl Entry<'_> {
    /// Its media type, as a server says it.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        media_type(self.address)
    }
}

/// A file whose matter is gathered, and which may be made of it.
pub struct GatheredFile<'s> {
    entry: Entry<'s>,
    view: Option<Box<View>>,
    /// The sum of all that decides its bytes; none for a file that is made, or copied, as fast as it is summed.
    pub sum: Option<PageSum>,
}

/// A file, made.
#[derive(Debug)]
pub struct Made<'f> {
    pub bytes: Cow<'f, [u8]>,
    /// The title of a page, as its `<h1>` says it.
    pub title: Option<String>,
    /// See [`Entry::media_type`].
    pub media_type: &'static str,
}

impl Finished {
    pub(super) fn new(renderer: Renderer, pdfs: Pressed) -> Self {
        let papers = facts(&pdfs);
        Self { renderer, pdfs, papers, parts: SharedParts::new(), ground: OnceLock::new() }
    }

    #[must_use]
    pub fn site(&self) -> &Site {
        &self.renderer.site
    }

    /// The day that the site is of.
    #[must_use]
    pub fn date(&self) -> Date {
        self.renderer.date
    }

    /// All files, by address.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.site().addresses.iter().map(|(address, file)| Entry { address, file })
    }

    /// The file at an address.
    #[must_use]
    pub fn entry<'s>(&self, address: &'s str) -> Option<Entry<'s>> {
        self.site().addresses.get(address).map(|file| Entry { address, file })
    }

    /// Makes one file: the same bytes whenever, and from whichever thread, it is asked for.
    ///
    /// # Errors
    /// A template that names a value which does not exist, or fails in another way while it runs; a PDF that could not
    /// be laid out.
    pub fn make(&self, entry: &Entry<'_>) -> Result<Made<'_>, Diagnostic> {
        self.finish(GatheredFile { entry: *entry, view: None, sum: None })
    }

    /// Gathers what a file is made from.
    #[must_use]
    pub fn gathered<'s>(&self, entry: &Entry<'s>) -> GatheredFile<'s> {
        let page = match entry.file {
            SiteFile::Page(page) => Some((entry.address, page)),
            SiteFile::PaperPart(id) => Some((self.site().addresses.guide(id), Page::Guide(id))),
            _ => None,
        };
        let view = page.map(|(address, page)| (address, Box::new(view::view(self.context(), address, page))));
        let sum = view.as_ref().and_then(|(address, view)| self.sum(address, view));
        GatheredFile { entry: *entry, view: view.map(|(_, view)| view), sum }
    }

    /// Makes a file of what was gathered for it.
    ///
    /// # Errors
    /// Those of [`Self::make`].
    pub fn finish(&self, gathered: GatheredFile<'_>) -> Result<Made<'_>, Diagnostic> {
        let GatheredFile { entry, view, .. } = gathered;
        let mut title = None;
        let bytes = match entry.file {
            SiteFile::Page(page) => {
                let view = view.unwrap_or_else(|| Box::new(view::view(self.context(), entry.address, page)));
                let bytes = self.page(entry.address, &view)?;
                title = Some(view.page.title);
                Cow::Owned(bytes)
            }
            SiteFile::StyleSheet => Cow::Borrowed(self.renderer.theme.style.as_bytes()),
            SiteFile::Asset(name) => self.asset(name)?,
            SiteFile::CommunesData => Cow::Owned(communes_data(self.site()).into_bytes()),
            SiteFile::SearchData => {
                let mut index = SearchIndex::of(self.site());
                index.name_roles(|role| self.renderer.theme.texts.say(&format!("role_{}", role.key())));
                Cow::Owned(search_data(&index).into_bytes())
            }
            SiteFile::Sitemap => Cow::Owned(sitemap::sitemap(self.site()).into_bytes()),
            SiteFile::Paper(file) => match self.pdfs.get(entry.address) {
                Some(Ok(printed)) => Cow::Borrowed(&*printed.bytes),
                Some(Err(found)) => return Err(found.clone()),
                // Left out by a rehearsal.
                None => {
                    let printed = self.renderer.print(&view::job_of(self.site(), file))?;
                    Cow::Owned(printed.bytes)
                }
            },
            SiteFile::PaperPart(id) => {
                let guide = self.site().addresses.guide(id);
                let view =
                    view.unwrap_or_else(|| Box::new(view::view(self.context(), guide, Page::Guide(id))));
                Cow::Owned(self.part_for_print(id, &view)?)
            }
            SiteFile::Copy(file) => match &self.renderer.sources.get(file).content {
                Content::Bytes(bytes) => Cow::Borrowed(&**bytes),
                Content::Text(text) => Cow::Borrowed(text.as_bytes()),
            },
        };
        Ok(Made { bytes, title, media_type: entry.media_type() })
    }

    /// The kind of a picture; none for any other file, a film among them.
    #[must_use]
    pub fn picture(&self, entry: &Entry<'_>) -> Option<PictureKind> {
        let SiteFile::Copy(file) = entry.file else { return None };
        let file = self.renderer.sources.get(file);
        if is_film(&file.path) { None } else { file.picture().kind }
    }

    fn asset(&self, name: &str) -> Result<Cow<'_, [u8]>, Diagnostic> {
        let Renderer { theme, templates, date, minify, .. } = &self.renderer;
        let kiosk = self.site().settings.delivery == Delivery::Kiosk;
        let shown = |template: &str| {
            // Its white space means nothing to anybody, minified or not.
            templates.alone(template).map(|html| String::from_utf8_lossy(&minify::minify(&html)).into_owned())
        };
        let carried = CARRIED.iter().filter(|_| name == CARRIER).map(|(_, template)| shown(template));
        let carried = carried.collect::<Result<Vec<_>, _>>()?;
        Ok(theme.asset(name, Screen { kiosk, day: *date, minify: *minify, carried: &carried }))
    }

    fn sum(&self, address: &str, view: &View) -> Option<PageSum> {
        let ground = self.ground.get_or_init(|| Ground::of(&self.renderer));
        let depth = depth(address);
        ground.page(view, |fragment| ground.part(self.context(), fragment, depth))
    }

    /// The bytes of a page.
    fn page(&self, address: &str, view: &View) -> Result<Vec<u8>, Diagnostic> {
        let html = csp::with_policy(self.minified(self.renderer.templates.show(view)?));
        let depth = depth(address);
        let bytes = view::fill(html, |part, out| self.part(part, depth, out))?;
        Ok(symbols::without_unused(bytes))
    }

    /// The text of a guide as a script: what stands in `<main>`, with links as from the site's root.
    fn part_for_print(&self, id: GuideId, view: &View) -> Result<Vec<u8>, Diagnostic> {
        let html = self.page(self.site().addresses.guide(id), view)?;
        let html = String::from_utf8_lossy(&html);
        let start =
            html.find("<main").and_then(|at| Some(at + html[at..].find('>')? + 1)).unwrap_or_default();
        let end = html.rfind("</main>").unwrap_or(html.len());
        let main = html.get(start..end).unwrap_or_default().replace("\"../", "\"").replace("=../", "=");
        let text = serde_json::Value::String(main);
        Ok(format!("elianeFiche({}, {text});\n", self.site().guide(id).number).into_bytes())
    }

    fn context(&self) -> PageContext<'_> {
        self.renderer.context(&self.papers)
    }

    fn minified(&self, html: String) -> Vec<u8> {
        let html = match self.site().settings.delivery {
            Delivery::Kiosk => kiosk::without_ways_out(&html).into_owned(),
            Delivery::Usb | Delivery::Web => html,
        };
        if self.renderer.minify { minify::minify(&html) } else { html.into_bytes() }
    }

    fn part(&self, part: Fragment, depth: usize, out: &mut Vec<u8>) -> Result<(), Diagnostic> {
        let show = || {
            self.renderer.templates.part(&part.view(self.context(), depth)).map(|html| self.minified(html))
        };
        out.extend_from_slice(&self.parts.get(part, depth, show)?);
        Ok(())
    }
}

/// How many folders deep an address is.
fn depth(address: &str) -> usize {
    address.matches('/').count()
}
