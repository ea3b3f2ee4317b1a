//! What somebody in danger writes must lead to its number, first of all: tried word by word, at every build.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::emergencies as say;
use crate::model::Emergency;
use crate::model::Resolved;
use crate::search::SearchIndex;
use crate::source::FileId;

/// Each word of `urgences.yaml`, and of the list that goes with the program, leads to its own entry first.
pub fn cries_reach_their_number(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let own = |one: &Emergency<Resolved>| one.span.file != FileId::EMBEDDED;
    // The program's own list was tried with the program.
    if !site.emergencies.iter().any(own) || site.unread.any() {
        return;
    }
    let index = SearchIndex::of(site);
    for (at, one) in site.emergencies.iter().enumerate() {
        let contacts = &index.calls[at].contacts;
        if own(one) && !contacts.is_empty() && contacts.iter().all(|contact| contact.number.is_none()) {
            out.push(say::no_line(one.span, &one.id));
        }
        for cry in one.cries() {
            let first = index.cries.heard(&index.words, &cry.value).first().copied();
            if first == Some(at) {
                continue;
            }
            let other = first.map(|first| &site.emergencies[first]);
            if cry.span.file != FileId::EMBEDDED {
                out.push(say::lost(cry.span, &cry.value, other.map(|other| other.id.as_str())));
            } else if let Some(other) = other.filter(|other| own(other)) {
                out.push(say::hidden(other.span, &cry.value, &one.id, &other.id));
            } else if own(one) {
                // Its own exceptions took a word of ours away.
                out.push(say::lost(one.span, &cry.value, other.map(|other| other.id.as_str())));
            }
        }
    }
}
