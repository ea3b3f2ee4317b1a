//! Nothing that nobody has looked at for too long goes out unnoticed: under `--strict` an old contact stops the build.

use super::RuleContext;
use super::dates::is_long_ago;
use crate::diag::catalogue::rules as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Age, Verification};
use crate::source::Span;

/// Contacts that are long past their day: a wrong number harms a person, so no budget forgives them.
pub fn contacts_are_fresh(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for service in context.site.services.iter().filter(|service| service.is_listed()) {
        if is_old(&service.verification, context) {
            out.push(say::old_contact(service.span, &service.name, &service.id));
        }
    }
}

/// Guides, products and cases that are: as many as `site.yaml` affords are told to who asks only.
pub fn others_are_fresh(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let guides =
        site.guides.iter().filter(|g| g.is_listed()).map(|g| (&g.verification, g.span, &g.title, &g.id));
    let products = site.products.iter().map(|p| (&p.verification, p.span, &p.name, &p.id));
    let cases =
        site.cases.iter().filter(|c| c.is_listed()).map(|c| (&c.verification, c.span, &c.title, &c.id));
    let found: Vec<Diagnostic> = guides
        .chain(products)
        .chain(cases)
        .filter(|(verification, ..)| is_old(verification, context))
        .map(|(_, span, title, id): (_, Span, _, _)| say::old_sheet(span, title, id))
        .collect();
    let afforded = found.len() <= usize::from(site.settings.stale_budget);
    for mut diagnostic in found {
        diagnostic.afforded = afforded;
        out.push(diagnostic);
    }
}

fn is_old(verification: &Verification, context: &RuleContext<'_>) -> bool {
    // A year that can be no year of a verification has been spoken of already.
    let slip = verification.verified.as_ref().is_some_and(|verified| is_long_ago(verified.on));
    verification.age(context.date) == Age::Expired && !slip
}
