//! What a page may say of the PDFs that go with it, and the page that lists them all.

use super::contract::{MediatorBody, PaperGroup, PaperLink};
use super::paper::Job;
use super::{Body, PageBuilder, Prepared};
use crate::model::{GuideId, NeedId, Paper};
use crate::site::{DASHBOARD, PaperFile, Site};
use crate::text::size;
use std::collections::BTreeMap;

/// Pages and bytes of a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperFacts {
    pub pages: usize,
    pub bytes: u64,
}

/// Those of every PDF that was laid out, by address.
pub type Papers = BTreeMap<String, PaperFacts>;

/// What a planned PDF holds.
#[must_use]
pub fn job_of(site: &Site, file: PaperFile) -> Job {
    match file {
        PaperFile::Guide(id, format) => Job::new(format, vec![id]),
        PaperFile::Contact(zone) => Job { zone: Some(zone), ..Job::new(Paper::Contact, Vec::new()) },
        PaperFile::Booklet(need) => Job {
            need: Some(need),
            ..Job::new(
                Paper::Booklet,
                site.guide_ids()
                    .filter(|id| site.guide(*id).is_listed() && site.guide(*id).needs.contains(&need))
                    .collect(),
            )
        },
    }
}

impl PageBuilder<'_> {
    /// The link to a PDF, with its size said; none when the site has no such PDF.
    fn paper_link(&self, file: PaperFile) -> Option<PaperLink> {
        let site = self.site();
        let address = file.address(site);
        let facts = self.context.papers.get(&address)?;
        let key = match file {
            PaperFile::Guide(_, format) => format!("papier_lien_{}", format.key().replace('-', "_")),
            PaperFile::Contact(_) => "papier_lien_contact".to_owned(),
            PaperFile::Booklet(_) => "papier_lien_livret".to_owned(),
        };
        let pages = if facts.pages == 1 { "papier_pages_une" } else { "papier_pages" };
        let detail =
            self.context.texts.fill(pages, &[("pages", &facts.pages), ("taille", &size(facts.bytes))]);
        Some(PaperLink { title: self.say(&key), detail, href: self.href(&address) })
    }

    /// The PDFs of a guide.
    pub(super) fn papers_of(&self, id: GuideId) -> Vec<PaperLink> {
        Paper::OF_A_GUIDE.iter().filter_map(|format| self.paper_link(PaperFile::Guide(id, *format))).collect()
    }

    /// The contacts of a territory as a PDF.
    pub(super) fn contact_paper(&self, zone: crate::territory::Zone) -> Option<PaperLink> {
        self.paper_link(PaperFile::Contact(zone))
    }

    /// `mediateur.html`: everything that can be printed.
    pub(super) fn mediator(&self) -> Prepared {
        let site = self.site();
        let dashboard = site.addresses.get(DASHBOARD).map(|_| self.href(DASHBOARD));
        let mut groups = Vec::new();
        let mut shown = Vec::new();
        for need in site.needs.ids() {
            let mut ids: Vec<GuideId> = site
                .guide_ids()
                .filter(|id| site.guide(*id).is_listed() && site.guide(*id).needs.first() == Some(&need))
                .collect();
            ids.sort_by_key(|id| site.guide(*id).number);
            shown.extend(ids.iter().copied());
            let group = self.printable(Some(need), &site.need(need).title, ids);
            if group.booklet.is_some() || !group.guides.is_empty() {
                groups.push(group);
            }
        }
        let others: Vec<GuideId> =
            site.guide_ids().filter(|id| site.guide(*id).is_listed() && !shown.contains(id)).collect();
        if !others.is_empty() {
            groups.push(self.printable(None, &self.say("mediateur_autres"), others));
        }
        let contacts = site
            .addresses
            .papers()
            .filter_map(|(_, file)| match file {
                PaperFile::Contact(zone) => {
                    let link = self.contact_paper(zone)?;
                    Some(PaperLink { title: self.zone_name(zone), ..link })
                }
                _ => None,
            })
            .collect();
        let body = Body::Mediator(MediatorBody { dashboard, groups, contacts });
        let title = self.say("mediateur_titre");
        Prepared::new(title, &self.say("mediateur_chapeau"), Vec::new(), body)
    }

    fn printable(&self, need: Option<NeedId>, title: &str, ids: Vec<GuideId>) -> PaperGroup {
        PaperGroup {
            title: title.to_owned(),
            booklet: need.and_then(|need| self.paper_link(PaperFile::Booklet(need))),
            guides: ids
                .into_iter()
                .map(|id| super::contract::GuidePapers {
                    number: self.site().guide(id).number,
                    title: self.site().guide(id).title.clone(),
                    href: self.guide_href(id),
                    piece: self.href(&PaperFile::part(self.site().guide(id).number)),
                    papers: self.papers_of(id),
                })
                .collect(),
        }
    }
}
