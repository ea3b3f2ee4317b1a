//! Guides that are retired, and old addresses: each leads to what can be followed today.

use super::contract::{Deplace, Lien, Retire, ServiceRetire};
use super::{Builder, Prepared, Vue};
use crate::model::{GuideId, Life, ServiceId, Status};
use crate::text::in_words;

impl Builder<'_> {
    /// What happened, since when, and what there is instead.
    pub(super) fn finish_retired(&self, id: GuideId, titre: String, trail: Vec<Lien>) -> Prepared {
        let site = self.site();
        let guide = site.guide(id);
        let texts = self.context.texts;
        let (raison, depuis, produit) = match &guide.status {
            Status::Withdrawn { reason, since, .. } => (reason.clone(), since.map(in_words), None),
            Status::Outlived(product) => {
                let there = self.lien(&site.product(*product).name, site.addresses.product(*product));
                let name = &site.product(*product).name;
                let words = match &site.product(*product).life {
                    Life::Stopped(Some(date)) => {
                        texts.fill("retire_produit_le", &[("nom", name), ("date", &date.in_words())])
                    }
                    _ => texts.fill("retire_produit", &[("nom", name)]),
                };
                (words, None, Some(there))
            }
            _ => (String::new(), None, None),
        };
        let vue = Retire {
            numero: guide.number,
            raison: raison.clone(),
            depuis,
            remplace_par: site.instead_of(id).into_iter().map(|id| self.guide_card(id)).collect(),
            produit,
            besoins: self.needs_of(guide),
        };
        Prepared::new(titre, &raison, trail, Vue::Retire(vue))
    }

    /// An old address. When its guide is retired, it shows at once what there is instead: a button with the title of
    /// what cannot be followed any more would be a promise that is not kept.
    pub(super) fn moved(&self, id: GuideId) -> Prepared {
        let guide = self.site().guide(id);
        if !guide.is_listed() {
            let trail: Vec<Lien> = self.needs_of(guide).into_iter().take(1).collect();
            return self.finish_retired(id, self.say("retire_ancienne"), trail);
        }
        let vers = Lien { titre: guide.title.clone(), href: self.guide_href(id) };
        Prepared::new(guide.title.clone(), &self.say("deplace"), Vec::new(), Vue::Deplace(Deplace { vers }))
    }

    /// Where a service was: an address of before, or its own once it is withdrawn. It says why, and where to go now.
    pub(super) fn former_service(&self, id: ServiceId) -> Prepared {
        let site = self.site();
        let service = site.service(id);
        let link = |id: &ServiceId| self.lien(&site.service(*id).name, site.addresses.service(*id));
        let (raison, depuis, vers) = match &service.status {
            Status::Withdrawn { reason, since, .. } => {
                let there = service.replaced_by.iter().filter(|id| site.service(**id).is_listed());
                (Some(reason.clone()), since.map(in_words), there.map(link).collect())
            }
            _ => (None, None, vec![link(&id)]),
        };
        let description = raison.clone().unwrap_or_else(|| self.say("deplace"));
        let vue = ServiceRetire { raison, depuis, anciens_noms: service.former_names.clone(), vers };
        let trail = vec![self.lien(self.say("nav_territoires"), "territoires.html")];
        Prepared::new(service.name.clone(), &description, trail, Vue::ServiceRetire(vue))
    }
}
