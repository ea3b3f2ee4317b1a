//! What replaces a retired guide or service, or stands in « voir aussi », can still be followed.

use super::territory::zones;
use super::{RuleContext, key_of, line_of};
use crate::diag::Diagnostics;
use crate::diag::catalogue::instead::{self as say, Useless};
use crate::diag::catalogue::services;
use crate::model::{GuideId, Life, ProductId, Resolved, Service, ServiceId, ServiceKind, Status};
use crate::site::Site;
use crate::source::Span;
use crate::territory::{Commune, Zone};

/// A replacement is no second closed door.
pub fn replacements_serve(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for (own, guide) in site.guides.pairs() {
        let Status::Withdrawn { replaced_by, .. } = &guide.status else { continue };
        for &id in replaced_by {
            let why = if id == own { Some(Useless::Itself) } else { useless(site, id) };
            if let Some(why) = why {
                let found = names(site, id, own);
                let place = key_of(context, guide, "remplace_par");
                out.push(say::useless_replacement(place, &site.guide(id).title, &why, &found));
            }
        }
    }
    for product in &site.products {
        for by in &product.replaced_by {
            let by = site.product(*by);
            if matches!(by.life, Life::Stopped(_)) {
                let live = |id: &&ProductId| !matches!(site.product(**id).life, Life::Stopped(_));
                let found: Vec<&str> =
                    by.replaced_by.iter().filter(live).map(|id| site.product(*id).id.as_str()).collect();
                out.push(say::stopped_replacement(product.span, &product.name, &by.name, &found));
            }
        }
    }
}

/// A service that replaces another is there, and helps those whom the other helped.
pub fn services_are_replaced(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for (own, service) in site.services.pairs().filter(|(_, service)| !service.replaced_by.is_empty()) {
        let place = line_of(context, service.span.file, "remplace_par").unwrap_or(service.span);
        let is_there = |by: ServiceId| by != own && site.service(by).is_listed();
        for &by in service.replaced_by.iter().filter(|by| !is_there(**by)) {
            out.push(services::useless_replacement(place, &service.name, &site.service(by).name));
        }
        let there: Vec<ServiceId> = service.replaced_by.iter().copied().filter(|by| is_there(*by)).collect();
        if !there.is_empty() && !have_its_zone(site, service, &there) {
            elsewhere(context, service, &there, place, out);
        }
    }
}

/// Says which of them help nobody of the zone of a service that closed; else, whom all of them leave alone.
fn elsewhere(
    context: &RuleContext<'_>,
    service: &Service<Resolved>,
    there: &[ServiceId],
    place: Span,
    out: &mut Diagnostics,
) {
    let site = context.site;
    let people = communes_of(site, service);
    let helps = |by: ServiceId, commune: &Commune| covers(site.service(by), commune);
    let mut told = false;
    for &by in there {
        if !people.iter().any(|commune| helps(by, commune)) {
            let other = site.service(by);
            let found = instead(site, service, &people);
            out.push(services::replaced_elsewhere(
                place,
                (&service.name, &zones(service)),
                (&other.name, &zones(other)),
                &found,
            ));
            told = true;
        }
    }
    let alone: Vec<&str> = people
        .iter()
        .filter(|commune| !there.iter().any(|by| helps(*by, commune)))
        .map(|commune| commune.name)
        .collect();
    if !told && !alone.is_empty() {
        let names: Vec<&str> = there.iter().map(|by| site.service(*by).name.as_str()).collect();
        let found = instead(site, service, &people);
        out.push(services::replaced_in_part(place, &service.name, &names, &alone, &found));
    }
}

/// Whom a service helped: in the territory of the site, or anywhere when nobody of it lives there. Nobody when it says
/// no zone.
fn communes_of(site: &Site, service: &Service<Resolved>) -> Vec<&'static Commune> {
    // Most serve one commune: a site of all of France is not looked through for each.
    if let [Zone::Commune(only)] = service.zone.as_slice() {
        return vec![only];
    }
    if service.zone.is_empty() {
        return Vec::new();
    }
    let own: Vec<_> = site.communes.iter().copied().filter(|commune| covers(service, commune)).collect();
    if !own.is_empty() {
        return own;
    }
    let mut all: Vec<&'static Commune> = service.zone.iter().flat_map(|zone| zone.communes()).collect();
    all.sort_by_key(|commune| commune.code);
    all.dedup_by_key(|commune| commune.code);
    all
}

/// Whether each of them has that very zone, or all of France: then nothing is left to be looked at.
fn have_its_zone(site: &Site, service: &Service<Resolved>, there: &[ServiceId]) -> bool {
    there.iter().all(|by| {
        let zone = &site.service(*by).zone;
        zone.is_empty() || zone.contains(&Zone::France) || service.zone.iter().all(|one| zone.contains(one))
    })
}

fn covers(service: &Service<Resolved>, commune: &Commune) -> bool {
    service.zone.is_empty() || service.zone.iter().any(|zone| zone.covers(commune))
}

/// Services of that kind that help all of them, or town halls: at most three, by name.
fn instead<'a>(site: &'a Site, service: &Service<Resolved>, people: &[&'static Commune]) -> Vec<&'a str> {
    const FEW: usize = 3;
    let of = |kind: ServiceKind| {
        let good = |other: &&Service<Resolved>| {
            other.kind == kind
                && other.is_listed()
                && !other.zone.is_empty()
                && people.iter().all(|commune| covers(other, commune))
        };
        site.services.iter().filter(good).map(|other| other.id.as_str()).take(FEW).collect::<Vec<_>>()
    };
    let same = of(service.kind);
    if same.is_empty() { of(ServiceKind::TownHall) } else { same }
}

/// « Voir aussi » shows what it names, and what it names can be followed.
pub fn see_also_serves(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for (own, guide) in site.guides.pairs().filter(|(_, guide)| guide.is_listed()) {
        for &id in &guide.see_also {
            if let Some(why) = useless(site, id) {
                let found = names(site, id, own);
                let place = key_of(context, guide, "voir_aussi");
                out.push(say::useless_see_also(place, &site.guide(id).title, &why, &found));
            }
        }
    }
}

fn useless(site: &Site, id: GuideId) -> Option<Useless<'_>> {
    match &site.guide(id).status {
        Status::Draft => Some(Useless::Draft),
        Status::Withdrawn { .. } => Some(Useless::Retired),
        Status::Outlived(product) => Some(Useless::Outlived(&site.product(*product).name)),
        Status::Published | Status::Suspended => {
            site.installs(id).map(|product| Useless::Installs(&site.product(product).name))
        }
    }
}

/// What may be named instead, but the guide that names it.
fn names(site: &Site, id: GuideId, own: GuideId) -> Vec<&str> {
    let found = site.instead_of(id).into_iter().filter(|other| *other != own);
    found.map(|other| site.guide(other).id.as_str()).collect()
}
