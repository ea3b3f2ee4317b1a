//! What is written should reach somebody.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{files, rules as say};
use crate::load::{DRAWINGS, Unread};
use crate::model::{Guide, Status, Visibility};
use crate::source::{Content, FileId, is_film};
use std::collections::BTreeSet;

/// A door of the home page opens on at least one guide.
pub fn needs_have_guides(context: &RuleContext<'_>, out: &mut Diagnostics) {
    // The guide that answers may be one that could not be read, or whose need is misspelt.
    let unread = &context.site.unread;
    if !unread.guides.is_empty() || unread.needs_of_guides {
        return;
    }
    // By name, so that a need written twice is not also said to be without a guide.
    let served: BTreeSet<&str> = context
        .site
        .guides
        .iter()
        .filter(|guide| guide.is_listed())
        .flat_map(|guide| guide.needs.iter().map(|&id| context.site.need(id).id.as_str()))
        .collect();
    for need in context.site.needs.iter().filter(|need| !served.contains(need.id.as_str())) {
        out.push(say::need_without_guide(need.span, &need.title));
    }
}

/// A sheet without any way to reach the service helps nobody.
pub fn services_can_be_reached(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for service in context.site.services.iter().filter(|s| s.is_listed() && !s.is_reachable()) {
        // A way that is written, and that nobody could read, was spoken of at its line.
        if has_one_written(context.sources.get(service.span.file).text()) {
            continue;
        }
        out.push(say::unreachable_service(service.span, &service.name));
    }
}

/// Whether a sheet holds something under one of the keys by which a service is reached.
fn has_one_written(text: &str) -> bool {
    const WAYS: [&str; 7] = ["telephone", "sms", "courriel", "site", "adresse", "adresse_postale", "tournee"];
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((key, value)) = line.split_once(':') else { continue };
        if !WAYS.contains(&key.trim_end().trim_matches(['"', '\''])) {
            continue;
        }
        let value = value.split(" #").next().unwrap_or_default().trim();
        let below = lines.peek().is_some_and(|next| next.starts_with([' ', '-']) && !next.trim().is_empty());
        if below || !value.is_empty() && !["\"\"", "''", "[]", "{}", "~", "null"].contains(&value) {
            return true;
        }
    }
    false
}

/// Drafts and sheets for professionals are on no page, for now.
pub fn everything_is_published(context: &RuleContext<'_>, out: &mut Diagnostics) {
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
pub fn pictures_are_used(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let steps = context.site.guides.iter().flat_map(|guide| &guide.steps);
    let mut used: BTreeSet<FileId> = steps.map(|step| step.picture.file).collect();
    used.extend(context.site.guides.iter().flat_map(Guide::films).map(|film| film.poster.file));
    used.extend(context.site.needs.iter().filter_map(|need| Some(need.drawing.as_ref()?.0)));
    for (id, file) in context.sources.iter() {
        if matches!(file.content, Content::Bytes(_))
            && !is_film(&file.path)
            && file.path.starts_with("content/")
            && !used.contains(&id)
            && !may_be_used(&context.site.unread, &file.path)
        {
            out.push(files::unused_picture(&file.path));
        }
    }
}

/// Whether the text that would show a picture could not be read.
pub(super) fn may_be_used(unread: &Unread, path: &str) -> bool {
    match path.strip_prefix("content/guides/").and_then(|rest| rest.split_once('/')) {
        Some((guide, _)) => unread.guides.contains(guide) || unread.pictures.contains(guide),
        None => unread.needs && path.starts_with(DRAWINGS),
    }
}
