//! The glossary explains the words that pages use.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::{Prose, Target, WordId, text_of, words_linked};
use crate::site::Terms;
use std::collections::BTreeSet;

/// A word that no page uses: nobody will look for it, or its spelling is not that of the texts.
pub fn words_are_used(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    // What could not be read may use them all.
    if site.words.is_empty() || site.unread.any() {
        return;
    }
    let mut used = Used { terms: Terms::of(&site.words, |_| true), seen: BTreeSet::new() };
    for guide in &site.guides {
        used.lines([&guide.title, &guide.summary].into_iter().chain(&guide.to_have));
        guide.texts().for_each(|text| used.prose(text));
    }
    for case in &site.cases {
        used.lines([&case.title, &case.summary]);
        case.prose().for_each(|text| used.prose(text));
    }
    for service in &site.services {
        let one = [&service.summary, &service.organisation, &service.hearing_note, &service.cost];
        used.lines(one.into_iter().flatten().chain([&service.name]));
        let lists = [&service.does, &service.does_not, &service.for_whom, &service.to_bring];
        used.lines(lists.into_iter().flatten());
    }
    used.lines(site.products.iter().map(|product| &product.summary));
    used.lines(site.needs.iter().flat_map(|need| [&need.title, &need.example]));
    for (own, word) in site.words.pairs() {
        // A word does not need itself.
        let found = used.terms.find(&word.definition);
        used.seen.extend(found.into_iter().map(|(_, id)| id).filter(|id| *id != own));
    }
    for (id, word) in site.words.pairs() {
        if !used.seen.contains(&id) {
            out.push(say::word_unused(word.span, &word.word));
        }
    }
}

struct Used {
    terms: Terms,
    seen: BTreeSet<WordId>,
}

impl Used {
    fn lines<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            self.seen.extend(self.terms.find(text).into_iter().map(|(_, id)| id));
        }
    }

    fn prose(&mut self, prose: &Prose<Target>) {
        self.lines([&text_of(prose)]);
        self.seen.extend(words_linked(prose));
    }
}
