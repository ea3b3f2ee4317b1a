//! From views to bytes: pure, in parallel, nothing touches the disk.
//!
//! [`Renderer`] holds the compiled theme and gives no byte of the site yet: pages say how long their PDFs are.
//! [`Renderer::finish`] lays the PDFs out and gives the [`Finished`] site, which makes any file, in any order. A page goes
//! through four steps:
//!
//! 1. the theme's template shows the view;
//! 2. the white space that means nothing is taken out (not in `serve`, where people read the source);
//! 3. the hashes of inline blocks, which minifying may have changed, go into the page's security policy;
//! 4. the parts that pages share, each shown once, take the places that the page keeps for them;
//! 5. drawings of signs that the page does not show are left out.

mod csp;
mod finished;
mod kiosk;
mod minify;
mod page_sum;
mod parts;
mod signs;
mod sitemap;
mod symbols;
mod templates;

pub use csp::PLACEHOLDER;
pub use finished::{Entry, Finished, GatheredFile, Made};
pub use page_sum::PageSum;

use crate::diag::{Diagnostic, Diagnostics};
use crate::model::Paper;
use crate::print::{NoStore, Press, Printed, Store};
use crate::site::{PaperFile, Site, SiteFile};
use crate::source::Sources;
use crate::theme::Theme;
use crate::view::{self, Job, PageContext, PaperFacts, Papers};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use templates::Templates;

/// A site and its compiled theme: knows what every file will be made from, and makes single documents for the printer.
pub struct Renderer {
    site: Site,
    sources: Arc<Sources>,
    theme: Theme,
    templates: Templates,
    date: Date,
    minify: bool,
    press: Press,
}

/// A PDF by address, or what is wrong with it.
type Pressed = BTreeMap<String, Result<Printed, Diagnostic>>;

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
        let renderer =
            templates.map(|templates| Self { site, sources, theme, templates, date, minify, press });
        (renderer, out)
    }

    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Lays out the PDFs of the site, if it has some, and says what is wrong with them. Not from a thread of rayon:
    /// Typst shares its pool, and would wait for itself.
    #[must_use]
    pub fn finish(self, store: &dyn Store) -> (Finished, Diagnostics) {
        let pressed = self.pressed(store, |_| true);
        let wrong = faults(&pressed);
        (Finished::new(self, pressed), wrong)
    }

    /// Renders one page of each kind, and lays out each guide once and one document of each other kind, to find what fails
    /// only when it runs: templates, pictures that paper refuses.
    #[must_use]
    pub fn rehearse(self, store: &dyn Store) -> Diagnostics {
        let mut seen = Vec::new();
        let mut first = |kind| {
            let new = !seen.contains(&kind);
            if new {
                seen.push(kind);
            }
            new
        };
        let pressed = self.pressed(store, |file| match file {
            PaperFile::Guide(_, Paper::Large) => true,
            PaperFile::Guide(_, format) => first(format),
            PaperFile::Booklet(_) => first(Paper::Booklet),
            PaperFile::Contact(_) => first(Paper::Contact),
        });
        let mut out = faults(&pressed);
        let finished = Finished::new(self, pressed);
        let mut kinds = BTreeSet::new();
        let files: Vec<Entry> = finished
            .entries()
            .filter(|entry| match entry.file {
                SiteFile::Page(page) => kinds.insert(page.kind(finished.site())),
                SiteFile::Paper(_) => false,
                _ => true,
            })
            .collect();
        for found in files.par_iter().filter_map(|entry| finished.make(entry).err()).collect::<Vec<_>>() {
            out.push(found);
        }
        out
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
        self.press.impose(printed, &self.sheet(job, &BTreeMap::new()).paper.title)
    }

    fn sheet(&self, job: &Job, texts: &BTreeMap<String, String>) -> view::PaperSheet {
        // Paper names no other PDF.
        static NONE: Papers = Papers::new();
        // Paper trusts names, and names may be wrong.
        let extension = |file| {
            let file = self.sources.get(file);
            file.picture()
                .kind
                .map_or_else(|| crate::source::extension(&file.path), |kind| kind.extension().to_owned())
        };
        let mut sheet = view::sheet(self.context(&NONE), &extension, job);
        sheet.paper.strings.clone_from(texts);
        sheet
    }

    /// The wanted PDFs of the site.
    fn pressed(&self, store: &dyn Store, mut wanted: impl FnMut(PaperFile) -> bool) -> Pressed {
        let plan: Vec<_> = self
            .site
            .addresses
            .papers()
            .filter(|(_, file)| wanted(*file))
            .map(|(address, file)| (address, view::job_of(&self.site, file)))
            .collect();
        let threads = if plan.is_empty() { 1 } else { rayon::current_num_threads() };
        let texts = if plan.is_empty() { BTreeMap::new() } else { self.theme.paper_texts() };
        let made = Press::all(plan.len(), threads, |at| {
            self.press.print(&self.sources, &self.sheet(&plan[at].1, &texts), store)
        });
        plan.into_iter().map(|(address, _)| address.to_owned()).zip(made).collect()
    }

    fn context<'a>(&'a self, papers: &'a Papers) -> PageContext<'a> {
        PageContext {
            papers,
            site: &self.site,
            texts: &self.theme.texts,
            date: self.date,
            style: &self.theme.style_alone,
        }
    }
}

/// What is wrong with PDFs: one fault of a template is every document's fault, and is told once.
fn faults(pressed: &Pressed) -> Diagnostics {
    let mut out = Diagnostics::default();
    for found in pressed.values().filter_map(|one| one.as_ref().err()) {
        let known = out.iter().any(|other| other.place == found.place && other.message == found.message);
        if !known {
            out.push(found.clone());
        }
    }
    out
}

/// What pages say of the PDFs that were laid out.
fn facts(pressed: &Pressed) -> Papers {
    let made = pressed.iter().filter_map(|(address, one)| Some((address, one.as_ref().ok()?)));
    made.map(|(address, pdf)| {
        (address.clone(), PaperFacts { pages: pdf.pages, bytes: pdf.bytes.len() as u64 })
    })
    .collect()
}
