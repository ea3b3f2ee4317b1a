//! « Qui peut vous aider près de chez vous »: what a guide, which knows no commune, may say of its territory.

use super::Builder;
use super::contract::{GroupeAide, Lien, QuiAide};
use super::fragment::{Extent, cards as marks};
use crate::model::{Guide, Kind, ServiceId, Sound};
use crate::referral::for_all;
use crate::site::help_address;
use crate::territory::{Commune, Level};
use crate::text::{at_place, french};

/// Services of one group: who has more to choose from looks at a commune's own page.
const NEAR: usize = 3;

/// Services for all of France: less precise than somebody near.
const NATIONAL: usize = 2;

/// Territories of a site that have a group each; a site of more shows what they have in common.
const GROUPS: usize = 4;

impl Builder<'_> {
    /// Those who serve the whole site; then, when its territories are few, those who serve the whole of one; then
    /// those who serve all of France. In each, the order of the referral.
    pub(super) fn near(&self, guide: &Guide<Sound>) -> QuiAide {
        let site = self.site();
        let territories = &site.settings.territories;
        let mut shown = Vec::new();
        let mut groupes = Vec::new();
        let mut group = |nom: Vec<String>, communes: &[&'static Commune]| {
            let ids = self.whole(guide, communes, &shown, |level| level < Level::France, NEAR);
            if !ids.is_empty() {
                shown.extend(&ids);
                groupes.push(GroupeAide { zones: nom, cartes_html: marks(ids, Extent::Short) });
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
        QuiAide {
            groupes,
            france_html: marks(national, Extent::Short),
            sans_territoire: site.communes.is_empty(),
        }
    }

    /// The best of those who answer the guide's needs in all the communes. Emergency numbers are for emergencies.
    pub(super) fn whole(
        &self,
        guide: &Guide<Sound>,
        communes: &[&'static Commune],
        shown: &[ServiceId],
        level: impl Fn(Level) -> bool,
        most: usize,
    ) -> Vec<ServiceId> {
        let site = self.site();
        for_all(site, self.context.date, communes, &guide.needs)
            .into_iter()
            .filter(|answer| level(answer.level) && !shown.contains(&answer.service))
            .map(|answer| answer.service)
            .filter(|id| site.service(*id).kind != Kind::Urgence)
            .take(most)
            .collect()
    }

    /// Where to ask for the guide's first need in one's own commune; at once when the site has one commune only.
    pub(super) fn near_link(&self, guide: &Guide<Sound>) -> Option<Lien> {
        let site = self.site();
        let need = guide.needs.first();
        match (&site.communes[..], need) {
            ([], _) => None,
            ([commune], Some(need)) => {
                let lieu = at_place(&french(commune.name));
                let titre = self.context.texts.fill("guide_pres_commune", &[("lieu", &lieu)]);
                Some(self.lien(titre, &help_address(commune, &site.need(*need).id)))
            }
            (_, Some(need)) => {
                let lien = self.lien(self.say("guide_pres_lien"), site.addresses.need(*need));
                Some(Lien { href: lien.href + "#pres-de-chez-vous", ..lien })
            }
            (_, None) => Some(self.lien(self.say("guide_pres_lien"), "territoires.html")),
        }
    }
}
