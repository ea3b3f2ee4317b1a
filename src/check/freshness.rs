//! Nothing that nobody has looked at for too long goes out unnoticed: under `--strict` an old contact stops the build.

use super::RuleContext;
use super::dates::is_long_ago;
use crate::diag::catalogue::rules as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Age, Verification};
use crate::site::{SheetKind, VerifiedSheet};
use jiff::civil::Date;

/// Contacts that are long past their day: a wrong number harms a person, so no budget forgives them.
pub fn contacts_are_fresh(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for sheet in old_sheets(context).filter(|sheet| sheet.kind() == SheetKind::Service) {
        out.push(say::old_contact(sheet.span, sheet.title, sheet.name));
    }
}

/// Guides, products and cases that are: as many as `site.yaml` affords are told to who asks only.
pub fn others_are_fresh(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let others = old_sheets(context).filter(|sheet| sheet.kind() != SheetKind::Service);
    let found: Vec<Diagnostic> =
        others.map(|sheet| say::old_sheet(sheet.span, sheet.title, sheet.name)).collect();
    let afforded = found.len() <= usize::from(context.site.settings.stale_budget);
    for mut diagnostic in found {
        diagnostic.afforded = afforded;
        out.push(diagnostic);
    }
}

/// What lists show, and nobody looked at for too long.
fn old_sheets<'a>(context: &RuleContext<'a>) -> impl Iterator<Item = VerifiedSheet<'a>> {
    let date = context.date;
    context.site.listed_sheets().filter(move |sheet| is_old(sheet.verification, date))
}

fn is_old(verification: &Verification, date: Date) -> bool {
    // A year that can be no year of a verification has been spoken of already.
    let slip = verification.verified.as_ref().is_some_and(|verified| is_long_ago(verified.on));
    verification.age(date) == Age::Expired && !slip
}
