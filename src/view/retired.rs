//! Guides that are retired, and old addresses: each leads to what can be followed today.

use super::contract::{FormerServiceBody, MovedBody, PageLink, RetiredBody};
use super::{Body, PageBuilder, Prepared};
use crate::model::{GuideId, Life, NeedId, ServiceId, Status};
use crate::site::commune_address;
use crate::territory::Commune;
use crate::text::{at_place, french, in_words};

impl PageBuilder<'_> {
    /// What happened, since when, and what there is instead.
    pub(super) fn finish_retired(&self, id: GuideId, title: String, trail: Vec<PageLink>) -> Prepared {
        let site = self.site();
        let guide = site.guide(id);
        let texts = self.context.texts;
        let (reason, since, product) = match &guide.status {
            Status::Withdrawn { reason, since, .. } => (reason.clone(), since.map(in_words), None),
            Status::Outlived(product) => {
                let there = self.link(&site.product(*product).name, site.addresses.product(*product));
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
        let body = RetiredBody {
            number: guide.number,
            reason: reason.clone(),
            since,
            replaced_by: site.instead_of(id).into_iter().map(|id| self.guide_card(id)).collect(),
            product,
            needs: self.needs_of(guide),
        };
        Prepared::new(title, &reason, trail, Body::Retired(body))
    }

    /// An old address. When its guide is retired, it shows at once what there is instead: a button with the title of
    /// what cannot be followed any more would be a promise that is not kept.
    pub(super) fn moved(&self, id: GuideId) -> Prepared {
        let guide = self.site().guide(id);
        if !guide.is_listed() {
            let trail: Vec<PageLink> = self.needs_of(guide).into_iter().take(1).collect();
            return self.finish_retired(id, self.say("retire_ancienne"), trail);
        }
        let to = PageLink { title: guide.title.clone(), href: self.guide_href(id) };
        Prepared::new(guide.title.clone(), &self.say("deplace"), Vec::new(), Body::Moved(MovedBody { to }))
    }

    /// Where the answers to a need in a commune were: they stand with its sheet, whose address does not change.
    pub(super) fn former_help(&self, commune: &'static Commune, need: NeedId) -> Prepared {
        let site = self.site();
        let words: [(&str, &dyn std::fmt::Display); 2] =
            [("besoin", &site.need(need).title), ("lieu", &at_place(&french(commune.name)))];
        let title = self.context.texts.fill("aide_titre", &words);
        let to = PageLink {
            title: title.clone(),
            href: self.href(&commune_address(commune)) + "#" + &site.need(need).id,
        };
        Prepared::new(title, &self.say("deplace"), Vec::new(), Body::Moved(MovedBody { to }))
    }

    /// Where a service was: an address of before, or its own once it is withdrawn. It says why, and where to go now.
    pub(super) fn former_service(&self, id: ServiceId) -> Prepared {
        let site = self.site();
        let service = site.service(id);
        let link = |id: &ServiceId| self.link(&site.service(*id).name, site.addresses.service(*id));
        let (reason, since, to) = match &service.status {
            Status::Withdrawn { reason, since, .. } => {
                let there = service.replaced_by.iter().filter(|id| site.service(**id).is_listed());
                (Some(reason.clone()), since.map(in_words), there.map(link).collect())
            }
            _ => (None, None, vec![link(&id)]),
        };
        let description = reason.clone().unwrap_or_else(|| self.say("deplace"));
        let body = FormerServiceBody { reason, since, former_names: service.former_names.clone(), to };
        let trail = vec![self.link(self.say("nav_territoires"), "territoires.html")];
        Prepared::new(service.name.clone(), &description, trail, Body::FormerService(body))
    }
}
