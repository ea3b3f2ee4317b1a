//! What people search must be found: the same ranking as in the reader's browser, at every build.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::search as say;
use crate::model::Target;
use crate::search::{Index, Sort, answer};
use rayon::prelude::*;

/// Answers that people look at.
const FIRST: usize = 3;

/// Each query of `requetes.yaml` finds its page among the first.
pub fn queries_find_their_page(context: &Context<'_>, out: &mut Diagnostics) {
    let site = context.site;
    // Of a site that could not be read whole, nothing can be said.
    if site.queries.is_empty() || site.unread.any() {
        return;
    }
    let index = Index::of(site);
    let has_page = |target: &Target| index.documents.iter().any(|one| one.target.as_ref() == Some(target));
    let titled = |target: &Target| {
        let found = index.documents.iter().find(|one| one.target.as_ref() == Some(target));
        found.map_or("", |one| one.title.as_str())
    };
    let failed: Vec<_> = site
        .queries
        .par_iter()
        // A sheet that is on no page was told already.
        .filter(|query| query.expected.iter().any(&has_page))
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
            let shown = first.iter().filter(|one| one.sort != Sort::Near).map(|one| one.title.as_str());
            (!found).then(|| {
                let wanted: Vec<&str> = query.expected.iter().map(titled).collect();
                say::not_found(query.text.span, &query.text.value, &wanted, &shown.collect::<Vec<_>>())
            })
        })
        .collect();
    for finding in failed {
        out.push(finding);
    }
}
