//! Guides that can be followed without hearing and without speaking.
//!
//! An étape that says « appelez » gives a written way too, or a person; a guide for which one must hear leads on to
//! somebody who can be reached in silence. Precision matters more than recall: a warning that cries wolf is switched
//! off with its curator's attention, so that doubtful words are left alone.

mod forms;
pub(super) mod sentence;
pub(super) mod text;

#[cfg(test)]
mod tests;

use super::{RuleContext, key_of};
use crate::diag::Diagnostics;
use crate::diag::catalogue::silence as say;
use crate::model::{Block, Guide, Hearing, Resolved, Status, Target, links};
use crate::source::Span;
use std::ops::Range;
use text::SaidText;

/// Words that suppose hearing or speaking have a written way beside them.
pub fn steps_do_without_sound(context: &RuleContext<'_>, out: &mut Diagnostics) {
    // The lists are French.
    for guide in shown(context).filter(|guide| guide.language == "fr") {
        for (at, step) in guide.steps.iter().enumerate() {
            let said = text::of_step(step);
            if has_way(&said, [&step.action, &step.outcome, &step.fallback]) {
                continue;
            }
            let Some((text, range)) = first_spoken(&said) else { continue };
            let word = &text[range.clone()];
            let file = context.sources.get(step.span.file).text();
            let end = guide.steps.get(at + 1).map_or(file.len(), |next| next.span.range().start);
            let (before, after) = (&text[..range.start], &text[range.end..]);
            let place: Span = text::place(context.sources, step.span, end, word, before, after);
            out.push(say::supposes_sound(place, word, &step.title));
        }
    }
}

/// A guide for which one must hear leads on to a written way, or to a person.
pub fn guides_lead_who_does_not_hear(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for guide in shown(context).filter(|guide| guide.hearing == Hearing::Needed) {
        let leads = guide.texts().any(|text| links(text).into_iter().any(|link| leads_on(context, link)));
        // What it leads to may be a sheet that could not be read.
        if !leads && !context.site.unread.links.contains(&guide.id) {
            out.push(say::no_way_out(key_of(context, guide, "faut_entendre"), &guide.title));
        }
    }
}

/// Guides whose étapes somebody reads, or soon will.
fn shown<'a>(context: &'a RuleContext<'_>) -> impl Iterator<Item = &'a Guide<Resolved>> {
    context
        .site
        .guides
        .iter()
        .filter(|guide| !matches!(guide.status, Status::Withdrawn { .. } | Status::Outlived(_)))
}

fn first_spoken(said: &[SaidText]) -> Option<(&str, Range<usize>)> {
    said.iter().find_map(|one| sentence::spoken(&one.order).map(|range| (one.order.as_str(), range)))
}

fn has_way<'a>(said: &[SaidText], parts: impl IntoIterator<Item = &'a Vec<Block<Target>>>) -> bool {
    said.iter().any(|one| sentence::silent(&one.whole))
        || parts.into_iter().flat_map(|part| links(part)).any(is_written)
}

fn is_written(link: &Target) -> bool {
    matches!(link, Target::External(address) if address.starts_with("sms:") || address.starts_with("mailto:"))
}

/// Pages of needs and of communes show who helps; a service must be one that a deaf person reaches.
fn leads_on(context: &RuleContext<'_>, link: &Target) -> bool {
    match link {
        // Whoever holds it: the page names them all, and the town hall or the département besides.
        Target::Role(role) => {
            let holders = context.site.holders(*role);
            holders.is_empty() || holders.iter().any(|id| context.site.service(*id).is_reached_in_silence())
        }
        Target::Service(id) => context.site.service(*id).is_reached_in_silence(),
        Target::Need(_) | Target::Commune(_) => true,
        other => is_written(other),
    }
}
