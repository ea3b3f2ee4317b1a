//! Guides and their étapes.

use super::{Film, Prose, Stage, Status, Verification, links};
use crate::source::{FileId, Span};
use crate::text::closed_list;
use jiff::civil::Date;

/// Whether one must hear to follow a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    Needed,
    NotNeeded,
    /// Needed, and the guide says how to do without.
    Avoidable,
}

closed_list! {
    /// What not everybody has, and a guide may need, in the order of pages; the word is the key of a guide's head that says it.
    Means {
        Email = "faut_un_email",
        Smartphone = "faut_un_smartphone",
        Camera = "faut_une_camera",
        BankCard = "faut_une_carte_bancaire",
    }
}

/// How sure the facts of an étape are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Read in the first source, or in two serious ones.
    Sure,
    /// One serious source, or an old one.
    Probable,
}

/// A picture beside a text, its bytes in [`crate::source::Sources`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub file: FileId,
    /// Its name in the address, lower-case ASCII.
    pub name: String,
    pub alt: String,
    pub caption: String,
    /// CSS pixels, when the file says so.
    pub size: Option<(u32, u32)>,
}

/// « À faire au plus tard le … »: a notice that goes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day on which it is shown.
    pub date: Date,
    pub text: String,
    pub span: Span,
}

/// One action, one picture, « ce que vous voyez », « si ça ne marche pas ».
pub struct Step<S: Stage> {
    /// The curator's own name for it, as in `## Titre {#nom}`.
    pub id: Option<String>,
    pub title: String,
    pub action: Prose<S::Link>,
    pub picture: S::Picture,
    /// A film of this étape.
    pub film: Option<Film>,
    pub outcome: Prose<S::Link>,
    pub fallback: Prose<S::Link>,
    pub proof: Proof,
    pub span: Span,
}

/// What a guide says without naming another sheet.
pub struct GuideFacts {
    /// The folder's name.
    pub id: String,
    /// « fiche 412 »: from 1 to 9999, never used for another guide.
    pub number: u16,
    pub title: String,
    pub summary: String,
    pub minutes: Option<u16>,
    pub to_have: Vec<String>,
    pub hearing: Hearing,
    pub needs_email: bool,
    /// What else it needs that not everybody has, as its head says.
    pub needs_means: Vec<Means>,
    /// Lay words and misspellings that lead here.
    pub also_said: Vec<String>,
    /// Old addresses of this page.
    pub aliases: Vec<crate::source::At<String>>,
    /// What must be done by a day, the first day first.
    pub deadlines: Vec<Deadline>,
    /// A film of the whole guide.
    pub film: Option<Film>,
    /// Whether a film that the text names could not be read, which was said.
    pub film_lost: bool,
    pub verification: Verification,
    pub licence: Option<String>,
    pub language: String,
    /// Where its number stands.
    pub number_span: Span,
    pub span: Span,
}

/// A step-by-step sheet.
pub struct Guide<S: Stage> {
    pub facts: GuideFacts,
    pub needs: Vec<S::Need>,
    /// Products that the guide speaks of.
    pub about: Vec<S::Product>,
    /// Products without which the guide is of no use.
    pub depends_on: Vec<S::Product>,
    pub see_also: Vec<S::Guide>,
    pub intro: Prose<S::Link>,
    pub steps: Vec<Step<S>>,
    pub status: Status<S>,
}

facts!(Guide, GuideFacts);

impl<S: Stage> Guide<S> {
    /// All its films, that of the whole guide first.
    pub fn films(&self) -> impl Iterator<Item = &Film> {
        self.film.iter().chain(self.steps.iter().filter_map(|step| step.film.as_ref()))
    }

    /// Its running texts: the introduction, then each part of each étape.
    pub fn texts(&self) -> impl Iterator<Item = &Prose<S::Link>> {
        let steps = self.steps.iter().flat_map(|step| [&step.action, &step.outcome, &step.fallback]);
        std::iter::once(&self.intro).chain(steps)
    }

    /// The same, each with the number of its étape, from 1.
    pub fn numbered_texts(&self) -> impl Iterator<Item = (Option<usize>, &Prose<S::Link>)> {
        self.texts().enumerate().map(|(at, text)| ((at > 0).then(|| at.div_ceil(3)), text))
    }

    /// The same, to change.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut Prose<S::Link>> {
        let steps =
            self.steps.iter_mut().flat_map(|step| [&mut step.action, &mut step.outcome, &mut step.fallback]);
        std::iter::once(&mut self.intro).chain(steps)
    }

    /// How many links its texts have.
    #[must_use]
    pub fn count_links(&self) -> usize {
        self.texts().map(|text| links(text).len()).sum()
    }

    /// What must still be done on a day.
    pub fn due(&self, date: Date) -> impl Iterator<Item = &Deadline> {
        self.deadlines.iter().filter(move |deadline| deadline.date >= date)
    }

    /// Whether its head says that something is needed.
    #[must_use]
    pub fn says_it_needs(&self, means: Means) -> bool {
        if means == Means::Email { self.needs_email } else { self.needs_means.contains(&means) }
    }

    /// Whether it speaks of a product, or needs it.
    #[must_use]
    pub fn speaks_of(&self, product: &S::Product) -> bool
    where
        S::Product: PartialEq,
    {
        self.about.contains(product) || self.depends_on.contains(product)
    }

    /// Whether lists show it.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.status.is_live()
    }
}
