//! Products have lives, and guides that depend on them too.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::Life;

/// No published guide depends on a product that stopped.
pub fn guides_outlive_no_product(context: &Context<'_>, out: &mut Diagnostics) {
    for guide in context.site.guides.iter().filter(|guide| guide.is_listed()) {
        for &id in &guide.depends_on {
            let product = context.site.product(id);
            if matches!(product.life, Life::Stopped(_)) {
                out.push(say::stopped_product(guide.number_span, &product.name));
            }
        }
    }
}
