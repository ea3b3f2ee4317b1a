//! PDFs among the files of a site.

use super::Site;
use crate::model::{GuideId, NeedId, Paper};
use crate::territory::Zone;
use crate::text::slug;

/// Communes and groups of communes above which their contact sheets are printed on demand (`eliane imprimer`) only: a
/// site of all France would carry 35,000.
pub const MOST_CONTACT_PAPERS: usize = 60;

/// Guides above which a need has no booklet of its own: 20 guides are 250 pages in large print, and thousands of
/// pages would take half a gigabyte to lay out.
const MOST_IN_A_BOOKLET: usize = 20;

/// A PDF of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperFile {
    Guide(GuideId, Paper),
    /// Who helps in a commune or a group of communes.
    Contact(Zone),
    /// The guides of a need.
    Booklet(NeedId),
}

impl PaperFile {
    /// `papier/fiche-412-grand.pdf`
    #[must_use]
    pub fn address(self, site: &Site) -> String {
        match self {
            Self::Guide(id, format) => format!("papier/fiche-{}-{}.pdf", site.guide(id).number, format.key()),
            Self::Contact(zone) => {
                let name = match zone {
                    Zone::Epci(epci) => epci.own_name(),
                    other => other.name().to_owned(),
                };
                format!("papier/contacts-{}-{}.pdf", slug(&name), zone.code().to_ascii_lowercase())
            }
            Self::Booklet(need) => format!("papier/livret-{}.pdf", site.need(need).id),
        }
    }

    /// The text of a guide as a script, for the page that composes a print set: by `file://` a page can read no
    /// other, but it can load a script.
    #[must_use]
    pub fn part(number: u16) -> String {
        format!("papier/fiche-{number}.js")
    }

    /// Every PDF of the site, in no order.
    pub(super) fn all(site: &Site) -> Vec<Self> {
        let guides = site.guide_ids().filter(|id| site.guide(*id).is_listed());
        let mut all: Vec<Self> = guides
            .flat_map(|id| Paper::OF_A_GUIDE.iter().map(move |format| Self::Guide(id, *format)))
            .collect();
        if site.communes.len() <= MOST_CONTACT_PAPERS {
            all.extend(site.communes.iter().map(|commune| Self::Contact(Zone::Commune(commune))));
            all.extend(site.gazetteer.epcis.keys().map(|epci| Self::Contact(Zone::Epci(epci))));
        }
        let fits = |need: &NeedId| {
            let guides = site.guides.iter().filter(|guide| guide.is_listed() && guide.needs.contains(need));
            (1..=MOST_IN_A_BOOKLET).contains(&guides.count())
        };
        all.extend(site.needs.ids().filter(fits).map(Self::Booklet));
        all
    }
}
