//! What people search must be found: the same ranking as in the reader's browser, at every build.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::search as say;
use crate::model::{CaseId, GuideId, NeedId, ProductId, ServiceId, ServiceKind, Target, WordId};
use crate::search::{SearchIndex, Sort, answer};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Answers that people look at.
const FIRST: usize = 3;

/// What a query may be meant to find, as something that can be looked up.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum QueryTarget {
    Guide(GuideId),
    Service(ServiceId),
    Product(ProductId),
    Word(WordId),
    Need(NeedId),
    Case(CaseId),
    Role(ServiceKind),
}

fn page(target: &Target) -> Option<QueryTarget> {
    match target {
        Target::Guide(id) => Some(QueryTarget::Guide(*id)),
        Target::Service(id) => Some(QueryTarget::Service(*id)),
        Target::Product(id) => Some(QueryTarget::Product(*id)),
        Target::Word(id) => Some(QueryTarget::Word(*id)),
        Target::Need(id) => Some(QueryTarget::Need(*id)),
        Target::Case(id) => Some(QueryTarget::Case(*id)),
        Target::Role(role) => Some(QueryTarget::Role(*role)),
        Target::Step(..) | Target::Commune(_) | Target::External(_) => None,
    }
}

/// Each query of `requetes.yaml` finds its page among the first.
pub fn queries_find_their_page(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    // Of a site that could not be read whole, nothing can be said.
    if site.queries.is_empty() || site.unread.any() {
        return;
    }
    let index = SearchIndex::of(site);
    // Read once: a site may have as many queries as pages, and one must not be looked for among the others.
    let mut pages: BTreeMap<QueryTarget, &str> = BTreeMap::new();
    for one in &index.documents {
        if let Some(page) = one.target.as_ref().and_then(page) {
            let title = if let QueryTarget::Role(role) = &page { role.key() } else { one.title.as_str() };
            pages.entry(page).or_insert(title);
        }
    }
    // A role that no text names has no page to find.
    for query in &site.queries {
        for target in &query.expected {
            if let Target::Role(role) = target
                && !pages.contains_key(&QueryTarget::Role(*role))
            {
                out.push(say::role_without_page(query.text.span, role.key()));
            }
        }
    }
    let titled = |target: &Target| page(target).and_then(|page| pages.get(&page).copied());
    let failed: Vec<_> = site
        .queries
        .par_iter()
        // A sheet that is on no page was told already.
        .filter(|query| query.expected.iter().any(|target| titled(target).is_some()))
        .filter_map(|query| {
            let answered = answer(&index, &query.text.value);
            let first: Vec<_> =
                answered.hits.iter().take(FIRST).map(|hit| &index.documents[hit.document]).collect();
            // Help is shown above all pages.
            let called = answered.calls.iter().flat_map(|at| &index.calls[*at].contacts);
            let found =
                first.iter().any(|one| one.target.as_ref().is_some_and(|t| query.expected.contains(t)))
                    || called
                        .filter_map(|contact| contact.service)
                        .any(|id| query.expected.contains(&Target::Service(id)));
            let shown = first
                .iter()
                .filter(|one| !matches!(one.sort, Sort::Near | Sort::Role))
                .map(|one| one.title.as_str());
            (!found).then(|| {
                let wanted: Vec<&str> =
                    query.expected.iter().map(|target| titled(target).unwrap_or_default()).collect();
                say::not_found(query.text.span, &query.text.value, &wanted, &shown.collect::<Vec<_>>())
            })
        })
        .collect();
    for finding in failed {
        out.push(finding);
    }
}
