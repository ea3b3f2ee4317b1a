//! « Votre CCAS »: the page of a role, for readers of any commune. One page a role, so that France stays small.

use super::contract::{PageLink, RoleBody, RoleHolders, ServiceLine};
use super::fragment::{Extent, cards as marks};
use super::outside::{FEW_DEPARTEMENTS, OUTSIDE};
use super::territories::MANY;
use super::{Body, PageBuilder, Prepared, cards};
use crate::model::{ServiceId, ServiceKind};
use crate::site::role_address;
use crate::text::french;

/// Services above which the page of a role leads to départements instead of listing them: a name and a number take 150
/// bytes, and nobody reads a longer list to its end.
const MANY_SERVICES: usize = 300;

/// Those who help everybody here and are shown whole: who has more to choose from reads their names.
const WHOLE: usize = 3;

impl PageBuilder<'_> {
    pub(super) fn role(&self, role: ServiceKind) -> Prepared {
        let site = self.site();
        let holders = site.holders(role);
        let few = site.communes.len() <= MANY;
        // On a site of one commune, everybody is here.
        let for_all = |id: &ServiceId| {
            let zones = &site.service(*id).zone;
            site.communes.iter().all(|commune| zones.iter().any(|zone| zone.covers(commune)))
        };
        let (for_all, local): (Vec<ServiceId>, Vec<ServiceId>) = holders.iter().partition(|id| for_all(id));
        let mut communes = Vec::new();
        let mut without = Vec::new();
        for &commune in site.communes.iter().filter(|_| few) {
            let own: Vec<ServiceId> =
                site.holders_in(role, commune).into_iter().filter(|id| local.contains(id)).collect();
            let name = french(commune.name);
            if !own.is_empty() {
                let services = own.into_iter().map(|id| self.service_line(id, false)).collect();
                communes.push(RoleHolders { name, services });
            } else if for_all.is_empty() {
                without.push(name);
            }
        }
        let nobody = holders.is_empty();
        // A département that everybody was sent to already is not told again.
        let lacking = nobody || !without.is_empty() || !few && for_all.is_empty();
        let wider = site
            .holders(ServiceKind::Departement)
            .iter()
            .filter(|_| lacking && role != ServiceKind::Departement);
        let wider = wider.filter(|id| {
            site.holders(ServiceKind::Departement).len() <= FEW_DEPARTEMENTS && !holders.contains(id)
        });
        let wider: Vec<ServiceId> = wider.chain(site.stand_ins(role)).copied().collect();
        let listed = !few && local.len() <= MANY_SERVICES;
        let key = role.key();
        let body = RoleBody {
            role: key,
            asks_commune: !local.is_empty(),
            for_all_html: marks(
                for_all.iter().copied(),
                if for_all.len() <= WHOLE { Extent::Whole } else { Extent::Short },
            ),
            communes,
            services: local.iter().filter(|_| listed).map(|id| self.service_line(*id, true)).collect(),
            departements: if few || listed { Vec::new() } else { self.departement_links("") },
            // Of all the communes, when nobody is known at all, the sentence says enough.
            without: if nobody { Vec::new() } else { without },
            nobody,
            wider_html: marks(wider, Extent::ShortWithHours),
            may_find_nobody: lacking,
            town_hall: (lacking && role != ServiceKind::TownHall)
                .then(|| self.href(&role_address(ServiceKind::TownHall))),
            outside: self.outside(OUTSIDE),
            france: self.href("territoires/france.html"),
        };
        let title = self.say(&format!("role_{key}"));
        let description = self.context.texts.fill("role_description", &[("nom", &title)]);
        Prepared::new(title, &description, self.trail(None, None), Body::Role(body))
    }

    /// A service in one line.
    pub(super) fn service_line(&self, id: ServiceId, with_zone: bool) -> ServiceLine {
        let site = self.site();
        let service = site.service(id);
        let phone = cards::phones(service).into_iter().next();
        let sms = service.sms.as_ref().filter(|_| phone.is_none());
        let zones = || service.zone.iter().map(|zone| self.zone_name(*zone)).collect::<Vec<_>>().join(", ");
        ServiceLine {
            name: service.name.clone(),
            href: self.href(site.addresses.service(id)),
            phone,
            sms: sms
                .map(|phone| PageLink { title: phone.spoken(), href: format!("sms:{}", phone.dialled()) }),
            zone: with_zone.then(zones),
        }
    }
}
