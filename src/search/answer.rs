//! All that a reader sees for a question, in order: help, communes spelt right, pages, and how sure that is.
//!
//! The theme's `scripts/answer.js` does the same; `tests/search/firsts.json` holds both to it.

use super::index::SearchIndex;
use super::rank::{Hit, search};
use super::town::towns;
use crate::territory::Commune;

/// Kinds of help shown above the answers.
const MOST_CALLS: usize = 2;

/// How far an answer can be counted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Nothing was found.
    Nothing,
    /// « Aucun résultat sûr »: most of what was asked is nowhere.
    Weak,
    /// « Vouliez-vous dire … ? »
    Guess,
    Sure,
}

/// What is shown.
pub struct SearchAnswer {
    /// Places in [`SearchIndex::calls`].
    pub calls: Vec<usize>,
    /// Communes spelt right, before any page.
    pub towns: Vec<&'static Commune>,
    pub hits: Vec<Hit>,
    pub certainty: Certainty,
}

/// Everything that answers a question, as the reader's browser shows it.
#[must_use]
pub fn answer(index: &SearchIndex, question: &str) -> SearchAnswer {
    let mut calls = index.cries.heard(&index.words, question);
    calls.truncate(MOST_CALLS);
    let towns = towns(question);
    let mut hits = search(index, question);
    if !towns.is_empty() {
        // Beside the very place, another one that only looks like it is noise.
        hits.retain(|hit| hit.sure);
    }
    let certainty = match hits.first() {
        _ if !towns.is_empty() => Certainty::Sure,
        None => Certainty::Nothing,
        Some(hit) if hit.sure => Certainty::Sure,
        Some(hit) if hit.weak => Certainty::Weak,
        Some(_) => Certainty::Guess,
    };
    SearchAnswer { calls, towns, hits, certainty }
}
