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
mod signs;
mod sitemap;
mod templates;

pub use csp::PLACEHOLDER;

use crate::diag::Diagnostic;
use crate::diag::Diagnostics;
use crate::media::picture::Kind;
use crate::model::{Delivery, GuideId, Paper};
use crate::print::{NoStore, Press, Printed, Store};
use crate::search::{Index, communes_data, search_data};
use crate::site::{Page, PaperFile, Site};
use crate::source::{Content, FileId, Sources, is_film};
use crate::theme::Theme;
use crate::view::{self, Context, Fragment, Job, PaperFacts, Papers};

use jiff::civil::Date;
use parts::Parts;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
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
    press: Press,
    /// PDFs by address, what is to be said of them, and what is wrong with them: laid out once.
    papers: OnceLock<(BTreeMap<String, Printed>, Papers, Diagnostics)>,
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
        let press = Press::new(&theme);
        let renderer = templates.map(|templates| Self {
            press,
            papers: OnceLock::new(),
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
            Page::SearchData => {
                let mut index = Index::of(&self.site);
                index.name_roles(|role| self.theme.texts.say(&format!("role_{}", role.key())));
                Ok(Cow::Owned(search_data(&index).into_bytes()))
            }
            Page::Sitemap => Ok(Cow::Owned(sitemap::sitemap(&self.site).into_bytes())),
            Page::Paper(file) => match self.papers(&NoStore, |_| true).0.get(address) {
                Some(printed) => Ok(Cow::Borrowed(&printed.bytes)),
                None => self.print(&view::job_of(&self.site, file)).map(|printed| Cow::Owned(printed.bytes)),
            },
            Page::PaperPart(id) => self.part_for_print(id).map(Cow::Owned),
            Page::Picture(file) => Ok(match &self.sources.get(file).content {
                Content::Bytes(bytes) => Cow::Borrowed(bytes),
                Content::Text(text) => Cow::Borrowed(text.as_bytes()),
            }),
            _ => self.page(address, page).map(Cow::Owned),
        }
    }

    /// The kind of a picture; none for a film, which is published as pictures are.
    #[must_use]
    pub fn picture(&self, file: FileId) -> Option<Kind> {
        let file = self.sources.get(file);
        if is_film(&file.path) { None } else { file.picture().kind }
    }

    /// A document for the printer.
    ///
    /// # Errors
    /// A template of paper that cannot be followed, or a document that would not be accessible.
    pub fn print(&self, job: &Job) -> Result<Printed, Diagnostic> {
        self.press.print(&self.sources, &self.sheet(job, &self.theme.paper_texts()), &NoStore)
    }

    /// The pages of a booklet on sheets to fold.
    ///
    /// # Errors
    /// As [`Self::print`].
    pub fn fold(&self, printed: &Printed, job: &Job) -> Result<Printed, Diagnostic> {
        self.press.impose(printed, &self.sheet(job, &BTreeMap::new()).papier.titre)
    }

    fn sheet(&self, job: &Job, texts: &BTreeMap<String, String>) -> view::Sheet {
        // Paper trusts names, and names may be wrong.
        let extension = |file| {
            let file = self.sources.get(file);
            file.picture()
                .kind
                .map_or_else(|| crate::source::extension(&file.path), |kind| kind.extension().to_owned())
        };
        let mut sheet = view::sheet(self.context(), &extension, job);
        sheet.papier.t.clone_from(texts);
        sheet
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

    /// The text of a guide as a script: what stands in `<main>`, with links as from the site's root.
    fn part_for_print(&self, id: GuideId) -> Result<Vec<u8>, Diagnostic> {
        let html = self.page(self.site.addresses.guide(id), Page::Guide(id))?;
        let html = String::from_utf8_lossy(&html);
        let start =
            html.find("<main").and_then(|at| Some(at + html[at..].find('>')? + 1)).unwrap_or_default();
        let end = html.rfind("</main>").unwrap_or(html.len());
        let main = html.get(start..end).unwrap_or_default().replace("\"../", "\"").replace("=../", "=");
        let text = serde_json::Value::String(main);
        Ok(format!("elianeFiche({}, {text});\n", self.site.guide(id).number).into_bytes())
    }

    /// Lays out the PDFs of the site, if it has some, and says what is wrong with them. Not from a thread of rayon:
    /// Typst shares its pool, and would wait for itself.
    #[must_use]
    pub fn press(&self, store: &dyn Store) -> &Diagnostics {
        &self.papers(store, |_| true).2
    }

    fn papers(
        &self,
        store: &dyn Store,
        mut wanted: impl FnMut(PaperFile) -> bool,
    ) -> &(BTreeMap<String, Printed>, Papers, Diagnostics) {
        self.papers.get_or_init(|| {
            let plan: Vec<_> = self
                .site
                .addresses
                .iter()
                .filter_map(|(address, page)| match page {
                    Page::Paper(file) if wanted(file) => Some((address, view::job_of(&self.site, file))),
                    _ => None,
                })
                .collect();
            let threads = if plan.is_empty() { 1 } else { rayon::current_num_threads() };
            let texts = if plan.is_empty() { BTreeMap::new() } else { self.theme.paper_texts() };
            let made = Press::all(plan.len(), threads, |at| {
                self.press.print(&self.sources, &self.sheet(&plan[at].1, &texts), store)
            });
            let (mut printed, mut facts, mut wrong) =
                (BTreeMap::new(), Papers::new(), Diagnostics::default());
            for ((address, _), made) in plan.into_iter().zip(made) {
                match made {
                    Ok(pdf) => {
                        let bytes = pdf.bytes.len() as u64;
                        facts.insert(address.to_owned(), PaperFacts { pages: pdf.pages, bytes });
                        printed.insert(address.to_owned(), pdf);
                    }
                    Err(found) => {
                        // One fault of a template is every document's fault.
                        let known = wrong.iter().any(|other: &Diagnostic| {
                            other.place == found.place && other.message == found.message
                        });
                        if !known {
                            wrong.push(found);
                        }
                    }
                }
            }
            (printed, facts, wrong)
        })
    }

    fn context(&self) -> Context<'_> {
        static NONE: Papers = Papers::new();
        Context {
            papers: self.papers.get().map_or(&NONE, |(_, facts, _)| facts),
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

    /// Renders one page of each kind, and lays out each guide once and one document of each other kind, to find what fails only
    /// when it runs: templates, pictures that paper refuses. Pages made after this know no other PDFs.
    #[must_use]
    pub fn rehearse(&self, store: &dyn Store) -> Diagnostics {
        let mut seen = Vec::new();
        let mut first = |kind| {
            let new = !seen.contains(&kind);
            if new {
                seen.push(kind);
            }
            new
        };
        let (_, _, wrong) = self.papers(store, |file| match file {
            PaperFile::Guide(_, Paper::Large) => true,
            PaperFile::Guide(_, format) => first(format),
            PaperFile::Booklet(_) => first(Paper::Booklet),
            PaperFile::Contact(_) => first(Paper::Contact),
        });
        let mut out = wrong.clone();
        let mut kinds = Vec::new();
        let pages: Vec<(&str, Page)> = self
            .site
            .addresses
            .iter()
            .filter(|(_, page)| !matches!(page, Page::Paper(_)))
            .filter(|(_, page)| {
                let kind = std::mem::discriminant(page);
                let new = !kinds.contains(&kind);
                if new {
                    kinds.push(kind);
                }
                new
            })
            .collect();
        for found in pages.into_par_iter().filter_map(|(a, p)| self.bytes(a, p).err()).collect::<Vec<_>>() {
            out.push(found);
        }
        out
    }
}
