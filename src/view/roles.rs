//! « Votre CCAS »: the page of a role, for readers of any commune. One page a role, so that France stays small.

use super::contract::{CommuneRole, Lien, LigneService, Role};
use super::fragment::{Extent, cards as marks};
use super::outside::{FEW_DEPARTEMENTS, OUTSIDE};
use super::territories::MANY;
use super::{Builder, Prepared, Vue, cards};
use crate::model::{Kind, ServiceId};
use crate::site::role_address;
use crate::text::french;

/// Services above which the page of a role leads to départements instead of listing them: a name and a number take 150
/// bytes, and nobody reads a longer list to its end.
const MANY_SERVICES: usize = 300;

/// Those who help everybody here and are shown whole: who has more to choose from reads their names.
const WHOLE: usize = 3;

impl Builder<'_> {
    pub(super) fn role(&self, role: Kind) -> Prepared {
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
        let mut sans = Vec::new();
        for &commune in site.communes.iter().filter(|_| few) {
            let own: Vec<ServiceId> =
                site.holders_in(role, commune).into_iter().filter(|id| local.contains(id)).collect();
            let nom = french(commune.name);
            if !own.is_empty() {
                let services = own.into_iter().map(|id| self.service_line(id, false)).collect();
                communes.push(CommuneRole { nom, services });
            } else if for_all.is_empty() {
                sans.push(nom);
            }
        }
        let aucun = holders.is_empty();
        // A département that everybody was sent to already is not told again.
        let lacking = aucun || !sans.is_empty() || !few && for_all.is_empty();
        let wider = site.holders(Kind::Departement).iter().filter(|_| lacking && role != Kind::Departement);
        let wider = wider
            .filter(|id| site.holders(Kind::Departement).len() <= FEW_DEPARTEMENTS && !holders.contains(id));
        let wider: Vec<ServiceId> = wider.chain(site.stand_ins(role)).copied().collect();
        let listed = !few && local.len() <= MANY_SERVICES;
        let key = role.key();
        let vue = Role {
            role: key,
            choisir: !local.is_empty(),
            pour_tous_html: marks(
                for_all.iter().copied(),
                if for_all.len() <= WHOLE { Extent::Whole } else { Extent::Short },
            ),
            communes,
            services: local.iter().filter(|_| listed).map(|id| self.service_line(*id, true)).collect(),
            departements: if few || listed { Vec::new() } else { self.departement_links("") },
            // Of all the communes, when nobody is known at all, the sentence says enough.
            sans: if aucun { Vec::new() } else { sans },
            aucun,
            plus_large_html: marks(wider, Extent::ShortWithHours),
            manque: lacking,
            mairie: (lacking && role != Kind::Mairie).then(|| self.href(&role_address(Kind::Mairie))),
            hors: self.outside(OUTSIDE),
            france: self.href("territoires/france.html"),
        };
        let titre = self.say(&format!("role_{key}"));
        let description = self.context.texts.fill("role_description", &[("nom", &titre)]);
        Prepared::new(titre, &description, self.trail(None, None), Vue::Role(vue))
    }

    /// A service in one line.
    pub(super) fn service_line(&self, id: ServiceId, with_zone: bool) -> LigneService {
        let site = self.site();
        let service = site.service(id);
        let telephone = cards::telephones(service).into_iter().next();
        let sms = service.sms.as_ref().filter(|_| telephone.is_none());
        let zones = || service.zone.iter().map(|zone| self.zone_name(*zone)).collect::<Vec<_>>().join(", ");
        LigneService {
            nom: service.name.clone(),
            href: self.href(site.addresses.service(id)),
            telephone,
            sms: sms.map(|phone| Lien { titre: phone.spoken(), href: format!("sms:{}", phone.dialled()) }),
            zone: with_zone.then(zones),
        }
    }
}
