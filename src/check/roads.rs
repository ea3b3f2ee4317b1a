//! The chains of `si_non`: none turns in a circle, each ends at somebody who answers for many.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::rules as say;
use crate::model::{Service, ServiceId, Sound};
use crate::territory::Level;

/// Where a walk along the roads stands with a service.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Never,
    OnTheWay,
    Done,
}

/// A circle of refusals would send a person round until she gives up. Each service is walked through once.
pub fn no_chain_is_a_circle(context: &Context<'_>, out: &mut Diagnostics) {
    let services = &context.site.services;
    let mut seen = vec![Seen::Never; services.len()];
    for start in 0..services.len() {
        if seen[start] != Seen::Never || !services[start].is_listed() {
            continue;
        }
        // The way from the start, each with the next road to try.
        let mut way = vec![(start, 0)];
        seen[start] = Seen::OnTheWay;
        while let Some((at, road)) = way.last_mut() {
            let Some(next) = services[*at].if_not.get(*road) else {
                seen[*at] = Seen::Done;
                way.pop();
                continue;
            };
            *road += 1;
            let ServiceId(to) = next.service;
            match seen[to] {
                Seen::OnTheWay => {
                    let from = way.iter().position(|(at, _)| *at == to).unwrap_or(0);
                    let circle: Vec<&str> =
                        way[from..].iter().map(|(at, _)| services[*at].name.as_str()).collect();
                    out.push(say::circle(next.span, &circle));
                }
                Seen::Never if services[to].is_listed() => {
                    seen[to] = Seen::OnTheWay;
                    way.push((to, 0));
                }
                Seen::Never | Seen::Done => {}
            }
        }
    }
}

/// Who was sent on and on must come to somebody who cannot say « not here »: a département, or France.
pub fn chains_end_wide(context: &Context<'_>, out: &mut Diagnostics) {
    let services = &context.site.services;
    for service in services.iter().filter(|service| service.is_listed()) {
        for road in &service.if_not {
            let end = &services[road.service.0];
            let goes_on = end.if_not.iter().any(|next| services[next.service.0].is_listed());
            if end.is_listed() && !goes_on && width(end) < Level::Departement {
                out.push(say::chain_ends_low(road.span, &end.name));
            }
        }
    }
}

fn width(service: &Service<Sound>) -> Level {
    service.zone.iter().map(|zone| zone.level()).max().unwrap_or(Level::Commune)
}
