//! A case tells what happened, and never to whom: no telephone number, no address of any kind, no surname, and first
//! names only when the file says why they may be read.
//!
//! Official names pass: those of the site's own services, organisations and products, whatever they look like.

mod numbers;
mod people;
mod role;
mod streets;

#[cfg(test)]
mod tests;

pub use role::{Somebody, names_somebody, somebody};

use super::RuleContext;
use super::words::TextWords;
use crate::diag::Diagnostics;
use crate::diag::catalogue::cases::{self as say, Private};
use crate::model::{Case, Resolved};
use crate::site::Site;
use crate::source::{At, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// Every text of every case, drafts and withdrawn ones included: the file is published with the others.
pub fn cases_name_nobody(context: &RuleContext<'_>, out: &mut Diagnostics) {
    if context.site.cases.is_empty() {
        return;
    }
    let official: Vec<&str> = official(context.site);
    let official: Vec<TextWords<'_>> = official.into_iter().map(TextWords::new).collect();
    for case in &context.site.cases {
        one(context, case, &official, out);
    }
}

fn one(context: &RuleContext<'_>, case: &Case<Resolved>, official: &[TextWords<'_>], out: &mut Diagnostics) {
    let mut said = BTreeSet::new();
    let mut unexplained = case.first_names.is_none();
    for text in &case.texts {
        let found = PersonalDetail::read(&text.value, official);
        for (kind, range) in found.private {
            let words = &text.value[range.clone()];
            let place = place(context, text, range.clone());
            // A title that stands in the head and in a comment is one fault in each place.
            if said.insert((place, kind)) {
                out.push(say::private(place, kind, words));
            }
        }
        // Once is enough: one line in the head mends them all.
        if unexplained && let Some(range) = found.first_name {
            out.push(say::first_name(place(context, text, range.clone()), &text.value[range]));
            unexplained = false;
        }
    }
}

/// What a text should not hold.
struct PersonalDetail {
    private: Vec<(Private, Range<usize>)>,
    first_name: Option<Range<usize>>,
}

impl PersonalDetail {
    fn read(text: &str, official: &[TextWords<'_>]) -> Self {
        let blank = numbers::without_web(text);
        let words = TextWords::new(&blank);
        let masked: BTreeSet<usize> =
            official.iter().flat_map(|phrase| words.find(phrase)).flatten().collect();
        let people = people::people(&blank, &words, &masked);
        let is_official = |range: &Range<usize>| {
            masked
                .iter()
                .filter_map(|at| words.get(*at))
                .any(|word| word.range.start < range.end && range.start < word.range.end)
        };
        let mut streets = streets::streets(&words);
        streets.retain(|range| !is_official(range));
        let kinds = [
            (Private::Phone, numbers::phones(text)),
            (Private::Email, numbers::emails(text)),
            (Private::Street, streets),
            (Private::Surname, people.surnames),
        ];
        Self {
            private: kinds
                .into_iter()
                .flat_map(|(kind, list)| list.into_iter().map(move |range| (kind, range)))
                .collect(),
            first_name: people.first_names.into_iter().next(),
        }
    }
}

/// Where the words stand in the file, when they are written there as they are read; else the whole text.
fn place(context: &RuleContext<'_>, text: &At<String>, range: Range<usize>) -> Span {
    let span = text.span;
    let file = context.sources.get(span.file).text();
    let written = file.get(span.range()).unwrap_or_default();
    // Where the text is written as it is read, its own place tells apart words that stand there twice.
    let at = match written.find(&text.value) {
        Some(at) => Some(at + range.start),
        None => written.find(&text.value[range.clone()]),
    };
    match at {
        Some(at) => {
            let start = span.range().start + at;
            Span::new(span.file, start..start + range.len())
        }
        None => span,
    }
}

/// The names of what the site publishes; one word alone could be anybody's name, but a product's.
fn official(site: &Site) -> Vec<&str> {
    let services = site.services.iter().flat_map(|service| {
        let names = service.other_names.iter().chain(&service.former_names).chain(&service.organisation);
        std::iter::once(&service.name).chain(names)
    });
    let of_several = services.map(String::as_str).filter(|name| name.contains(' '));
    let products = site
        .products
        .iter()
        .flat_map(|product| std::iter::once(&product.name).chain(&product.other_names).map(String::as_str));
    of_several.chain(products).collect()
}
