//! The net under every road: somebody who answers for a whole département, a région or France.

use super::judge::answer;
use super::{Answer, Question};
use crate::model::{Resolved, Service, ServiceId, ServiceKind};
use crate::site::Site;
use crate::territory::{Commune, ZoneLevel};
use jiff::civil::Date;

/// Whether it answers for the whole of a wide territory that the commune lies in.
#[must_use]
pub fn is_wide(service: &Service<Resolved>, commune: &Commune) -> bool {
    service.zone.iter().any(|zone| zone.level() >= ZoneLevel::Departement && zone.covers(commune))
}

/// Whom to send to when a service of that commune refuses and its sheet says nothing more: the département, which
/// answers everybody, else somebody wide who is there to help. Never an emergency number.
#[must_use]
pub fn net(site: &Site, commune: &'static Commune) -> Option<ServiceId> {
    site.covering(commune)
        .map(|(id, _)| id)
        .filter(|id| is_wide(site.service(*id), commune))
        .map(|id| (rank(site.service(id).kind), id))
        .filter_map(|(rank, id)| Some((rank?, id)))
        // The first of the nearest, by the order that lists have.
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, id)| id)
}

fn rank(kind: ServiceKind) -> Option<u8> {
    match kind {
        ServiceKind::Departement => Some(0),
        kind if kind.is_there_to_help() => Some(1),
        _ => None,
    }
}

/// The net as the last answer, when nobody that was found is wide.
pub(super) fn under(
    site: &Site,
    date: Date,
    commune: &'static Commune,
    question: &Question,
    found: &[&Answer],
) -> Option<Answer> {
    if found.iter().any(|answer| is_wide(site.service(answer.service), commune)) {
        return None;
    }
    let id = net(site, commune).filter(|id| found.iter().all(|answer| answer.service != *id))?;
    let zones = site.service(id).zone.iter().filter(|zone| zone.covers(commune));
    let level = zones.map(|zone| zone.level()).min()?;
    Some(answer(site, date, id, level, question))
}
