//! Éliane: curated guides and contact sheets become an offline site.
//!
//! The line, each stage knowing the ones before it and nothing after:
//!
//! [`source`] reads files → [`parse`] makes trees with places → [`load`] makes the typed [`model`] →
//! [`site`] turns names into references and plans addresses → [`search`] knows what browsers look up →
//! [`referral`] knows who helps whom →
//! [`check`] says what is wrong →
//! [`theme`] gathers the face → [`view`] prepares one struct per page → [`render`] and
//! [`print`] make bytes →
//! [`package`] gives them a form, and [`write`] puts it on disk. Beside it, [`export`] gives services to other programs, and [`freshness`] says what must be verified
//! again.
//!
//! [`diag`] carries findings all along, in French; [`text`] knows French; [`hours`] opening hours;
//! [`territory`] knows France; [`media`] what the bytes of films are; [`captions`] their timed texts;
//! [`plain`] knows when French is hard to read.

#![forbid(unsafe_code)]

pub mod captions;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod freshness;
pub mod hours;
pub mod import;
pub mod keys;
pub mod load;
pub mod media;
pub mod mend;
pub mod model;
pub mod package;
pub mod parse;
pub mod passages;
pub mod plain;
pub mod print;
pub mod referral;
pub mod render;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod territory;
pub mod text;
pub mod theme;
pub mod view;
pub mod write;

use diag::Diagnostics;
use diag::catalogue::files;
use jiff::civil::Date;
use model::Delivery;
use render::Renderer;
use site::Site;
use source::{SourceFault, Sources};
use std::sync::Arc;
use theme::Theme;

/// What one look at the sources gives: everything that is wrong, and, unless it forbids, what makes the pages.
pub struct Examined {
    pub sources: Arc<Sources>,
    pub diagnostics: Diagnostics,
    /// Absent when the content has errors.
    pub renderer: Option<Renderer>,
}

/// What is asked of a run, beside the sources.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// The day from which pages reckon their age.
    pub date: Date,
    /// Without white space; not in the preview, where people read the source.
    pub minify: bool,
    /// Where the site will be read, when it is not where `site.yaml` says.
    pub delivery: Option<Delivery>,
    /// Told of paper as if the site had some: somebody prints a guide of a site that has none.
    pub paper: bool,
}

impl Order {
    /// A build of that day, as `site.yaml` says.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { date, minify: true, delivery: None, paper: false }
    }
}

/// Takes sources down the line as far as they go. `faults` are those of reading them.
#[must_use]
pub fn examine(sources: Sources, faults: &[SourceFault], order: Order) -> Examined {
    let sources = Arc::new(sources);
    let mut diagnostics = Diagnostics::default();
    for fault in faults {
        diagnostics.push(files::of_reading(fault));
    }
    // Nothing was read, and everything would be said to be missing.
    if sources.iter().next().is_none() && !diagnostics.is_empty() {
        return Examined { sources, diagnostics, renderer: None };
    }
    let (mut loaded, found) = load::load(&sources);
    diagnostics.extend(found);
    if let (Some(settings), Some(delivery)) = (&mut loaded.settings, order.delivery) {
        settings.delivery = delivery;
    }
    if let Some(settings) = &mut loaded.settings {
        settings.paper |= order.paper;
    }
    let passages = std::mem::take(&mut loaded.passages);
    let (site, found) = Site::assemble(loaded);
    diagnostics.extend(found);
    let mut renderer = None;
    if let Some(site) = site {
        diagnostics.extend(check::check(&site, &sources, &passages, order.date));
        if let Some(theme) = Theme::load(site.settings.theme.as_ref(), &sources, &mut diagnostics) {
            let (made, found) = Renderer::new(site, Arc::clone(&sources), theme, order.date, order.minify);
            diagnostics.extend(found);
            if let Some(made) = &made {
                diagnostics.extend(made.signs());
            }
            renderer = made;
        }
    }
    diagnostics.sort(&sources);
    if diagnostics.forbid(false) {
        renderer = None;
    }
    Examined { sources, diagnostics, renderer }
}
