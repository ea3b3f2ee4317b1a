//! Products have lives, and guides that depend on them too.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::Status;
use crate::text::in_words;

/// A guide whose product stopped is retired by itself: its curator is told, and may say more than the page can.
pub fn guides_outlive_no_product(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for guide in &context.site.guides {
        if let Status::Outlived(product) = guide.status {
            out.push(say::stopped_product(guide.number_span, &context.site.product(product).name));
        }
    }
}

/// What had to be done by a day that is past: no page shows it, and its lines may go.
pub fn deadlines_are_ahead(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for guide in context.site.guides.iter().filter(|guide| guide.is_listed()) {
        for past in guide.deadlines.iter().filter(|deadline| deadline.date < context.date) {
            out.push(say::deadline_past(past.span, &in_words(past.date)));
        }
    }
}
