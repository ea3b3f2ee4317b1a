//! A site for elsewhere leads nobody to Landerneau: texts name services of the territory, or roles that somebody holds.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::roles as say;
use crate::model::{Resolved, Service, ServiceKind, Status, Target};
use crate::site::Mention;
use crate::source::Span;
use std::collections::BTreeMap;

/// Foreign sheets that are named; a department's import for one town would bring hundreds.
const NAMED: usize = 3;

/// Links and roads stay among services that help somebody in the territory, and so do the sheets themselves.
pub fn services_are_of_the_territory(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let foreign = |service: &Service<Resolved>| service.is_listed() && !site.serves(service);
    let mut told = Vec::new();
    for mention in shown(context) {
        if let Target::Service(id) = mention.target
            && foreign(site.service(id))
        {
            let service = site.service(id);
            let role = Some(service.kind).filter(|kind| kind.is_a_role()).map(ServiceKind::key);
            told.push(id);
            out.push(say::foreign_link(mention.span, &service.name, &zones(service), role));
        }
    }
    // What a foreign sheet says of its neighbours is its own business.
    for service in site.services.iter().filter(|service| service.is_listed() && !foreign(service)) {
        for road in service.if_not.iter().filter(|road| foreign(site.service(road.service))) {
            let next = site.service(road.service);
            told.push(road.service);
            out.push(say::foreign_road(road.span, &next.name, &zones(next)));
        }
    }
    // A sheet that something leads to was told there.
    let alone: Vec<&Service<Resolved>> = site
        .service_ids()
        .filter(|id| !told.contains(id))
        .map(|id| site.service(id))
        .filter(|service| foreign(service))
        .collect();
    if let Some(first) = alone.first() {
        let names: Vec<&str> = alone.iter().take(NAMED).map(|service| service.name.as_str()).collect();
        out.push(say::foreign_sheets(first.span, &names, alone.len(), &zones(first)));
    }
}

/// A role that a text names is held by somebody in the territory, or by somebody for all of France. One finding a role.
pub fn roles_are_held(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    // Without territory, nobody is near; what could not be read may hold any role.
    if site.communes.is_empty() || !site.unread.services.is_empty() {
        return;
    }
    let mut named: BTreeMap<ServiceKind, (Span, usize)> = BTreeMap::new();
    for mention in shown(context) {
        if let Target::Role(role) = mention.target {
            named.entry(role).or_insert((mention.span, 0)).1 += 1;
        }
    }
    for (role, (span, count)) in named {
        // A draft has no page, and its roles are not counted yet among those of the site.
        let held = site.services.iter().any(|service| {
            service.is_listed()
                && (service.kind == role || service.stands_in_for.contains(&role))
                && site.serves(service)
        });
        if !held {
            out.push(say::held_by_nobody(span, role.key(), count));
        }
    }
}

/// Links that somebody reads, or soon will.
fn shown<'a>(context: &'a RuleContext<'_>) -> impl Iterator<Item = &'a Mention> {
    let site = context.site;
    site.mentions().iter().filter(|mention| {
        mention
            .guide
            .is_none_or(|id| !matches!(site.guide(id).status, Status::Withdrawn { .. } | Status::Outlived(_)))
    })
}

/// « Landerneau (29103), Finistère (29) »
pub fn zones(service: &Service<Resolved>) -> String {
    service
        .zone
        .iter()
        .map(|zone| format!("{} ({})", zone.name(), zone.code()))
        .collect::<Vec<_>>()
        .join(", ")
}
