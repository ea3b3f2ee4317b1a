//! What replaces a retired guide, or stands in « voir aussi », can still be followed.

use super::{Context, key_of};
use crate::diag::Diagnostics;
use crate::diag::catalogue::instead::{self as say, Useless};
use crate::diag::catalogue::services;
use crate::model::{GuideId, Life, ProductId, ServiceId, Status};
use crate::site::Site;

/// A replacement is no second closed door.
pub fn replacements_serve(context: &Context<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for (at, guide) in site.guides.iter().enumerate() {
        let Status::Withdrawn { replaced_by, .. } = &guide.status else { continue };
        for &id in replaced_by {
            let why = if id == GuideId(at) { Some(Useless::Itself) } else { useless(site, id) };
            if let Some(why) = why {
                let found = names(site, id, GuideId(at));
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

/// A service that replaces another is there.
pub fn services_are_replaced(context: &Context<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for (at, service) in site.services.iter().enumerate() {
        for &by in &service.replaced_by {
            let other = site.service(by);
            if by == ServiceId(at) || !other.is_listed() {
                out.push(services::useless_replacement(service.span, &service.name, &other.name));
            }
        }
    }
}

/// « Voir aussi » shows what it names, and what it names can be followed.
pub fn see_also_serves(context: &Context<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for (at, guide) in site.guides.iter().enumerate().filter(|(_, guide)| guide.is_listed()) {
        for &id in &guide.see_also {
            if let Some(why) = useless(site, id) {
                let found = names(site, id, GuideId(at));
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
