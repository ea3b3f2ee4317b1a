//! The chains of `si_non`: none turns in a circle, each ends at somebody who answers for many.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::{Resolved, Service, ServiceId};
use crate::referral::is_wide;
use crate::territory::{Commune, ZoneLevel};

/// Where a walk along the roads stands with a service.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WalkState {
    Never,
    OnTheWay,
    Done,
}

/// A circle of refusals would send a person round until she gives up. Each service is walked through once.
pub fn no_chain_is_a_circle(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let services = &context.site.services;
    let mut seen = vec![WalkState::Never; services.len()];
    for start in 0..services.len() {
        if seen[start] != WalkState::Never || !services[start].is_listed() {
            continue;
        }
        // The way from the start, each with the next road to try.
        let mut way = vec![(start, 0)];
        seen[start] = WalkState::OnTheWay;
        while let Some((at, road)) = way.last_mut() {
            let Some(next) = services[*at].if_not.get(*road) else {
                seen[*at] = WalkState::Done;
                way.pop();
                continue;
            };
            *road += 1;
            let ServiceId(to) = next.service;
            match seen[to] {
                WalkState::OnTheWay => {
                    let from = way.iter().position(|(at, _)| *at == to).unwrap_or(0);
                    let circle: Vec<&str> =
                        way[from..].iter().map(|(at, _)| services[*at].name.as_str()).collect();
                    out.push(say::circle(next.span, &circle));
                }
                WalkState::Never if services[to].is_listed() => {
                    seen[to] = WalkState::OnTheWay;
                    way.push((to, 0));
                }
                WalkState::Never | WalkState::Done => {}
            }
        }
    }
}

/// Every chain of fallbacks must end at a service that covers at least a département: one that cannot say « not here ».
///
/// Roads to sheets that have no page are not there for a reader: a chain ends where she stands.
pub fn chains_end_wide(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let services = &context.site.services;
    for (at, service) in services.iter().enumerate().filter(|(_, service)| service.is_listed()) {
        let mut ends_low = false;
        for road in &service.if_not {
            let end = &services[road.service.0];
            // A sheet that has roads, all to sheets without a page, says so itself.
            if end.is_listed() && end.if_not.is_empty() && width(end) < ZoneLevel::Departement {
                out.push(say::chain_ends_low(road.span, &end.name));
                ends_low = true;
            }
        }
        let Some(first) = service.if_not.first() else { continue };
        if width(service) < ZoneLevel::Departement {
            if !service.if_not.iter().any(|road| services[road.service.0].is_listed()) {
                out.push(say::chain_ends_unpublished(first.span, &service.name));
            } else if let Some(departement) = uncovered(services, at).filter(|_| !ends_low) {
                out.push(say::chain_ends_elsewhere(first.span, &service.name, departement));
            }
        }
    }
}

/// A département whose people the service serves, and for whom nobody along its roads answers widely.
fn uncovered(services: &[Service<Resolved>], from: usize) -> Option<&'static str> {
    let mut seen = vec![from];
    let mut next = 0;
    while let Some(at) = seen.get(next) {
        next += 1;
        for road in &services[*at].if_not {
            let ServiceId(to) = road.service;
            if services[to].is_listed() && !seen.contains(&to) {
                seen.push(to);
            }
        }
    }
    // A circle was told, and has no end.
    if seen.iter().any(|at| services[*at].if_not.iter().any(|road| road.service == ServiceId(from))) {
        return None;
    }
    // A sheet further on that leads nowhere is told there.
    let broken = |at: &usize| {
        let roads = &services[*at].if_not;
        width(&services[*at]) < ZoneLevel::Departement
            && !roads.iter().any(|road| services[road.service.0].is_listed())
    };
    if seen.iter().any(broken) {
        return None;
    }
    let mut communes: Vec<_> = services[from].zone.iter().flat_map(|zone| zone.communes()).collect();
    communes.sort_by_key(|commune| commune.departement.code);
    communes.dedup_by_key(|commune| commune.departement.code);
    let served = |commune: &Commune| seen.iter().any(|at| is_wide(&services[*at], commune));
    let commune = communes.into_iter().find(|commune| !served(commune))?;
    // The last sheet of the chain that serves the same people says it: one fault, one finding.
    let code = commune.departement.code;
    let told_further = seen.iter().skip(1).map(|at| &services[*at]).any(|next| {
        width(next) < ZoneLevel::Departement
            && !next.if_not.is_empty()
            && next.zone.iter().flat_map(|zone| zone.communes()).any(|c| c.departement.code == code)
    });
    (!told_further).then_some(commune.departement.name)
}

fn width(service: &Service<Resolved>) -> ZoneLevel {
    service.zone.iter().map(|zone| zone.level()).max().unwrap_or(ZoneLevel::Commune)
}
