//! Readers whose commune the site does not cover: what there is for their département and for all of France, told as less
//! precise, on one page.

use super::PageBuilder;
use super::contract::{Door, PageLink, TerritoryNeed};
use crate::model::{NeedId, ServiceId, ServiceKind};
use crate::site::departement_address;
use crate::territory::{Departement, Zone, france};
use crate::text::french;

/// Départements that a page names for those whose commune is not in its list.
pub(super) const FEW_DEPARTEMENTS: usize = 4;

/// Where the page of a département speaks to those whose commune the site does not cover.
pub(super) const OUTSIDE: &str = "#hors";

impl PageBuilder<'_> {
    /// The départements of the site, at that place of their pages.
    pub(super) fn departement_links(&self, place: &str) -> Vec<PageLink> {
        let departements = self.site().gazetteer.departements.keys();
        departements
            .map(|departement| PageLink {
                title: french(departement.name),
                href: self.href(&departement_address(departement)) + place,
            })
            .collect()
    }

    /// The départements of the site that it covers in part only, at that place of their pages: none when they are many.
    pub(super) fn outside(&self, place: &str) -> Vec<PageLink> {
        let gazetteer = &self.site().gazetteer;
        if gazetteer.departements.len() > FEW_DEPARTEMENTS {
            return Vec::new();
        }
        let partly = gazetteer.departements.keys().filter(|departement| self.is_partly_covered(departement));
        partly.map(|departement| self.departement_at(departement, place)).collect()
    }

    /// Whether somebody there finds no sheet of her commune.
    pub(super) fn is_partly_covered(&self, departement: &'static Departement) -> bool {
        let covered = self.site().gazetteer.departements.get(departement).map_or(0, Vec::len);
        covered < france().communes_in(departement).count()
    }

    /// The doors of the home page, each to what this page says of the need.
    pub(super) fn needs_here(&self) -> Vec<Door> {
        let site = self.site();
        site.needs.ids().map(|id| self.door(id, format!("#{}", anchor(&site.need(id).id)))).collect()
    }

    /// Who answers each need in zones that are wide, then in all of France.
    pub(super) fn by_need(&self, zones: &[Zone]) -> Vec<TerritoryNeed> {
        let site = self.site();
        let one = |id: NeedId| {
            let mut near: Vec<ServiceId> = zones.iter().flat_map(|zone| site.answering(*zone, id)).collect();
            let france: Vec<ServiceId> =
                site.answering(Zone::France, id).filter(|id| !near.contains(id)).collect();
            // Whoever answers for all, as at the end of every road.
            if near.is_empty() {
                let all = zones.iter().flat_map(|zone| site.services_of(*zone)).copied();
                near.extend(all.filter(|id| site.service(*id).kind == ServiceKind::Departement));
            }
            let need = site.need(id);
            TerritoryNeed {
                anchor: anchor(&need.id),
                title: need.title.clone(),
                near: near.iter().map(|id| self.service_line(*id, false)).collect(),
                france: france.iter().map(|id| self.service_line(*id, false)).collect(),
                guides: self.href(site.addresses.need(id)),
            }
        };
        site.needs.ids().map(one).collect()
    }
}

fn anchor(need: &str) -> String {
    format!("besoin-{need}")
}
