//! Products have lives, and guides that depend on them too.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::Status;

/// A guide whose product stopped is retired by itself: its curator is told, and may say more than the page can.
pub fn guides_outlive_no_product(context: &Context<'_>, out: &mut Diagnostics) {
    for guide in &context.site.guides {
        if let Status::Outlived(product) = guide.status {
            out.push(say::stopped_product(guide.number_span, &context.site.product(product).name));
        }
    }
}
