//! « Qui peut vous aider près de chez vous »: what a guide, which knows no commune, may say of its territory.

use super::PageBuilder;
use super::contract::{HelperGroup, Helpers, PageLink};
use super::fragment::{Extent, cards as marks};
use crate::model::{Guide, Resolved, ServiceId, ServiceKind};
use crate::referral::for_all;
use crate::territory::{Commune, ZoneLevel};
use crate::text::{at_place, french};

/// Services of one group: who has more to choose from looks at a commune's own page.
const NEAR: usize = 3;

/// Services for all of France: less precise than somebody near.
const NATIONAL: usize = 2;

/// Territories of a site that have a group each; a site of more shows what they have in common.
const GROUPS: usize = 4;

impl PageBuilder<'_> {
    /// Those who serve the whole site; then, when its territories are few, those who serve the whole of one; then
    /// those who serve all of France. In each, the order of the referral.
    pub(super) fn near(&self, guide: &Guide<Resolved>) -> Helpers {
        let site = self.site();
        let territories = &site.settings.territories;
        let mut shown = Vec::new();
        let mut groups = Vec::new();
        let mut group = |name: Vec<String>, communes: &[&'static Commune]| {
            let ids = self.whole(guide, communes, &shown, |level| level < ZoneLevel::France, NEAR);
            if !ids.is_empty() {
                shown.extend(&ids);
                groups.push(HelperGroup { zones: name, cards_html: marks(ids, Extent::Short) });
            }
        };
        if !site.communes.is_empty() {
            let names = if territories.len() <= GROUPS { &territories[..] } else { &[] };
            group(names.iter().map(|zone| self.zone_name(*zone)).collect(), &site.communes);
        }
        if (2..=GROUPS).contains(&territories.len()) {
            for zone in territories {
                group(vec![self.zone_name(*zone)], &zone.communes());
            }
        }
        let national = self.whole(guide, &[], &shown, |_| true, NATIONAL);
        Helpers {
            groups,
            france_html: marks(national, Extent::Short),
            without_territory: site.communes.is_empty(),
        }
    }

    /// The best of those who answer the guide's needs in all the communes. Emergency numbers are for emergencies.
    pub(super) fn whole(
        &self,
        guide: &Guide<Resolved>,
        communes: &[&'static Commune],
        shown: &[ServiceId],
        level: impl Fn(ZoneLevel) -> bool,
        most: usize,
    ) -> Vec<ServiceId> {
        let site = self.site();
        for_all(site, self.context.date, communes, &guide.needs)
            .into_iter()
            .filter(|answer| level(answer.level) && !shown.contains(&answer.service))
            .map(|answer| answer.service)
            .filter(|id| site.service(*id).kind != ServiceKind::Emergency)
            .take(most)
            .collect()
    }

    /// Where to ask for the guide's first need in one's own commune; at once when the site has one commune only.
    pub(super) fn near_link(&self, guide: &Guide<Resolved>) -> Option<PageLink> {
        let site = self.site();
        let need = guide.needs.first();
        match (&site.communes[..], need) {
            ([], _) => None,
            ([commune], Some(need)) => {
                let place = at_place(&french(commune.name));
                let title = self.context.texts.fill("guide_pres_commune", &[("lieu", &place)]);
                Some(PageLink { title, href: self.answers_href(commune, *need, None) })
            }
            (_, Some(need)) => {
                let link = self.link(self.say("guide_pres_lien"), site.addresses.need(*need));
                Some(PageLink { href: link.href + "#pres-de-chez-vous", ..link })
            }
            (_, None) => Some(self.link(self.say("guide_pres_lien"), "territoires.html")),
        }
    }
}
