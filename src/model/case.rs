//! What happened once to somebody: what was tried, why it failed, what worked.

use super::{Prose, Stage, Status, Verification};
use crate::source::{At, Span};
use crate::text::PartialDate;

/// Why first names may stand in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstNames {
    /// They were changed.
    Changed,
    /// They come from a story that was published before: which one.
    Published(String),
}

/// One road: a service of the site, or free words.
pub struct Attempt<S: Stage> {
    /// In the curator's words: « La mairie de la commune ».
    pub what: String,
    pub service: Option<S::Service>,
    /// Why it failed, or why it worked.
    pub why: Prose<S::Link>,
    pub span: Span,
}

/// What a case says without naming another sheet nor a place.
pub struct CaseFacts {
    /// The file's name.
    pub id: String,
    pub title: String,
    pub summary: String,
    /// When it happened.
    pub date: Option<PartialDate>,
    pub also_said: Vec<String>,
    pub first_names: Option<FirstNames>,
    pub verification: Verification,
    /// Every text of the file, shown or not, for the check of names.
    pub texts: Vec<At<String>>,
    pub span: Span,
}

/// One file of `content/cas/`. Anonymous by rule: see the check of that name.
pub struct Case<S: Stage> {
    pub facts: CaseFacts,
    pub needs: Vec<S::Need>,
    /// Services that the case concerns, beside those that were tried or that worked.
    pub concerned: Vec<S::Service>,
    /// Where it happened.
    pub zone: Vec<S::Zone>,
    pub situation: Prose<S::Link>,
    /// In the order in which they were tried.
    pub tried: Vec<Attempt<S>>,
    pub worked: Vec<Attempt<S>>,
    pub advice: Prose<S::Link>,
    pub status: Status<S>,
}

facts!(Case, CaseFacts);

impl<S: Stage> Case<S> {
    /// Whether lists show it, and it has a page.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.status.is_live()
    }
}

impl<S: Stage> Case<S> {
    /// Its running texts, in the order in which they are read.
    pub fn prose(&self) -> impl Iterator<Item = &Prose<S::Link>> {
        let roads = self.tried.iter().chain(&self.worked).map(|road| &road.why);
        std::iter::once(&self.situation).chain(roads).chain([&self.advice])
    }

    /// The same, to change.
    pub fn prose_mut(&mut self) -> impl Iterator<Item = &mut Prose<S::Link>> {
        let roads = self.tried.iter_mut().chain(&mut self.worked).map(|road| &mut road.why);
        std::iter::once(&mut self.situation).chain(roads).chain([&mut self.advice])
    }
}

impl<S: Stage> Case<S>
where
    S::Service: Copy + PartialEq,
{
    /// The services that it concerns, each once, beside those of its roads.
    #[must_use]
    pub fn others(&self) -> Vec<S::Service> {
        let mut all: Vec<S::Service> = Vec::new();
        for id in &self.concerned {
            let on_road = self.worked.iter().chain(&self.tried).any(|road| road.service == Some(*id));
            if !on_road && !all.contains(id) {
                all.push(*id);
            }
        }
        all
    }
}
