//! The short question tree from the home page to guides and people.

use super::{Asker, Resolved, Stage};
use crate::source::{At, Span};
use crate::text::closed_list;

/// Questions that lead to the end at most: who must answer more gives up.
pub const MOST_QUESTIONS: usize = 5;

/// Guides that one advice shows at most: who must choose among more was not advised.
pub const MOST_GUIDES: usize = 6;

closed_list! {
    /// Where help is wanted.
    Visit {
        /// Somebody must come.
        Home = "oui",
        /// The person can go out.
        Out = "non",
        /// By telephone or in writing.
        Remote = "distance",
    }
}

closed_list! {
    /// An end that is no advice about a need.
    Exit {
        /// What to do at once: sentences, services, guides, before anything else.
        Urgent = "urgence",
        /// The person cannot say: people to talk to, and all needs.
        People = "personnes",
        /// Somebody whose work is to help.
        Professional = "professionnel",
    }
}

/// What the answers given so far say; `None` when nobody asked.
pub struct Facts<S: Stage> {
    pub need: Option<S::Need>,
    /// Who asks: the person, a relative, a professional.
    pub asker: Option<Asker>,
    /// Whether the person hears on the telephone.
    pub hears: Option<bool>,
    /// Whether the person has a device to use.
    pub device: Option<bool>,
    /// Where help is wanted.
    pub visit: Option<Visit>,
    /// Guides to show instead of all those of the need, in this order.
    pub guides: Vec<S::Guide>,
    /// Guides to show besides.
    pub more_guides: Vec<S::Guide>,
    /// Services to show first.
    pub services: Vec<S::Service>,
    /// What to do at once, a sentence each.
    pub advice: Vec<String>,
}

// Derived, it would ask that stages be cloned, which have no values.
impl Clone for Facts<Resolved> {
    fn clone(&self) -> Self {
        let Self { need, asker, hears, device, visit, guides, more_guides, services, advice } = self;
        Self {
            need: *need,
            asker: *asker,
            hears: *hears,
            device: *device,
            visit: *visit,
            guides: guides.clone(),
            more_guides: more_guides.clone(),
            services: services.clone(),
            advice: advice.clone(),
        }
    }
}

impl<S: Stage> Default for Facts<S> {
    fn default() -> Self {
        Self {
            need: None,
            asker: None,
            hears: None,
            device: None,
            visit: None,
            guides: Vec::new(),
            more_guides: Vec::new(),
            services: Vec::new(),
            advice: Vec::new(),
        }
    }
}

/// Words that change when one asks for oneself: « La personne entend-elle ? », « Entendez-vous ? ».
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    pub text: Option<String>,
    /// For who asks for herself.
    pub own: Option<String>,
}

impl Worded {
    /// The words for who asks.
    #[must_use]
    pub fn to(&self, asker: Option<Asker>) -> Option<&str> {
        let own = if asker == Some(Asker::Person) { self.own.as_deref() } else { None };
        own.or(self.text.as_deref())
    }

    /// The words for anybody.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// One answer that may be chosen.
pub struct Choice<S: Stage> {
    pub text: Worded,
    pub example: Worded,
    pub facts: Facts<S>,
    /// The next question; none at the end.
    pub next: Option<S::Question>,
    /// How it ends, when it does otherwise than with advice about a need.
    pub exit: Option<Exit>,
    pub span: Span,
}

/// One question, with its answers.
pub struct TriageQuestion<S: Stage> {
    pub id: At<String>,
    pub text: Worded,
    pub help: Worded,
    pub choices: Vec<Choice<S>>,
}
