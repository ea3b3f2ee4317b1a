//! The short question tree from the home page to guides and people.

use super::{Asker, Sound, Stage};
use crate::source::{At, Span};

/// Questions that lead to the end at most: who must answer more gives up.
pub const MOST_QUESTIONS: usize = 5;

/// What the answers given so far say; `None` when nobody asked.
pub struct Facts<S: Stage> {
    pub need: Option<S::Need>,
    /// Who asks: the person, a relative, a professional.
    pub asker: Option<Asker>,
    /// Whether the person hears on the telephone.
    pub hears: Option<bool>,
    /// Whether the person has a device to use.
    pub device: Option<bool>,
    /// Whether somebody must come.
    pub visit: Option<bool>,
    /// Guides to show instead of all those of the need.
    pub guides: Vec<S::Guide>,
}

// Derived, it would ask that stages be cloned, which have no values.
impl Clone for Facts<Sound> {
    fn clone(&self) -> Self {
        let Self { need, asker, hears, device, visit, guides } = self;
        Self {
            need: *need,
            asker: *asker,
            hears: *hears,
            device: *device,
            visit: *visit,
            guides: guides.clone(),
        }
    }
}

impl<S: Stage> Default for Facts<S> {
    fn default() -> Self {
        Self { need: None, asker: None, hears: None, device: None, visit: None, guides: Vec::new() }
    }
}

/// One answer that may be chosen.
pub struct Choice<S: Stage> {
    pub text: String,
    pub example: Option<String>,
    pub facts: Facts<S>,
    /// The next question; none at the end.
    pub next: Option<S::Question>,
    pub span: Span,
}

/// One question, with its answers.
pub struct TriageQuestion<S: Stage> {
    pub id: At<String>,
    pub text: String,
    pub help: Option<String>,
    pub choices: Vec<Choice<S>>,
}
