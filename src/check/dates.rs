//! What a sheet says was done cannot be still to come: a slip of a key would keep it fresh for years.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::Verification;
use crate::text::in_words;

/// No verification, retreat or source is dated after the day of the build.
pub fn nothing_was_done_tomorrow(context: &Context<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let all = site.guides.iter().map(|guide| &guide.verification);
    let all = all.chain(site.services.iter().map(|service| &service.verification));
    let all = all.chain(site.products.iter().map(|product| &product.verification));
    let all = all.chain(site.cases.iter().map(|case| &case.verification));
    for dated in all.flat_map(|verification: &Verification| &verification.dates) {
        if dated.date.earliest() > context.date {
            out.push(say::still_to_come(
                dated.span,
                dated.key,
                &dated.date.in_words(),
                &in_words(context.date),
            ));
        }
    }
}
