//! Who answers somebody in danger: the sheets that the site names, looked up.

use super::names::SheetNames;
use crate::diag::Diagnostics;
use crate::diag::catalogue::links as say;
use crate::load::all_emergencies;
use crate::model::{Emergency, Resolved, ServiceId, Unresolved};
use std::collections::BTreeMap;

/// The site's entries and those of the program; `hidden`: sheets that have no page.
pub(super) fn resolve(
    written: Vec<Emergency<Unresolved>>,
    services: &SheetNames,
    hidden: &BTreeMap<usize, String>,
    out: &mut Diagnostics,
) -> Vec<Emergency<Resolved>> {
    let mut one = |one: Emergency<Unresolved>| {
        for name in &one.services {
            if let Some(title) = services.index.get(&name.value).and_then(|at| hidden.get(at)) {
                out.push(say::unpublished(name.span, title));
            }
        }
        Emergency {
            services: services.list(&one.services, ServiceId, out),
            id: one.id,
            sentence: one.sentence,
            written: one.written,
            numbers: one.numbers,
            sms: one.sms,
            words: one.words,
            alone: one.alone,
            except: one.except,
            span: one.span,
        }
    };
    all_emergencies(written).into_iter().map(&mut one).collect()
}
