//! What is written should reach somebody.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{files, rules as say};
use crate::model::{NeedId, Status, Visibility};
use crate::source::{Content, FileId};
use std::collections::BTreeSet;

/// A door of the home page opens on at least one guide.
pub fn needs_have_guides(context: &Context<'_>, out: &mut Diagnostics) {
    let served: BTreeSet<NeedId> = context
        .site
        .guides
        .iter()
        .filter(|guide| guide.is_listed())
        .flat_map(|guide| guide.needs.iter().copied())
        .collect();
    for (index, need) in context.site.needs.iter().enumerate() {
        if !served.contains(&NeedId(index)) {
            out.push(say::need_without_guide(need.span, &need.title));
        }
    }
}

/// A sheet without any way to reach the service helps nobody.
pub fn services_can_be_reached(context: &Context<'_>, out: &mut Diagnostics) {
    for service in context.site.services.iter().filter(|s| s.is_listed() && !s.is_reachable()) {
        out.push(say::unreachable_service(service.span, &service.name));
    }
}

/// Drafts and sheets for professionals are on no page, for now.
pub fn everything_is_published(context: &Context<'_>, out: &mut Diagnostics) {
    for guide in &context.site.guides {
        if matches!(guide.status, Status::Draft) {
            out.push(say::never_published(guide.number_span, &guide.title));
        }
    }
    for service in &context.site.services {
        if matches!(service.status, Status::Draft) || service.visibility == Visibility::Professionals {
            out.push(say::never_published(service.span, &service.name));
        }
    }
}

/// A picture that no text shows is a mistake in a name, or weight for nothing.
pub fn pictures_are_used(context: &Context<'_>, out: &mut Diagnostics) {
    let steps = context.site.guides.iter().flat_map(|guide| &guide.steps);
    let mut used: BTreeSet<FileId> = steps.map(|step| step.picture.file).collect();
    used.extend(context.site.needs.iter().filter_map(|need| Some(need.drawing.as_ref()?.0)));
    for (id, file) in context.sources.iter() {
        if matches!(file.content, Content::Bytes(_))
            && file.path.starts_with("content/")
            && !used.contains(&id)
        {
            out.push(files::unused_picture(&file.path));
        }
    }
}
