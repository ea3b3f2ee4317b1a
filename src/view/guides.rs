//! Home, needs, guides and products.

use super::contract::{
    CommuneLink, Door, GuideBody, HomeBody, NeedBody, PageLink, ProductBody, ShownPicture, ShownStep,
};
use super::fragment::{Extent, cards as marks};
use super::territories::MANY;
use super::{Body, PageBuilder, Prepared, cards};
use crate::model::{
    self, GuideId, Hearing, Life, Means, NeedId, ProductId, Proof, Resolved, ServiceId, ServiceKind,
};
use crate::territory::Zone;
use crate::text::{PartialDate, french};

/// « etape-3 » for the third.
pub(super) fn anchor(at: usize) -> String {
    format!("etape-{}", at + 1)
}

/// What a guide needs, as templates say it.
pub(super) fn needed(means: Means) -> &'static str {
    match means {
        Means::Email => "email",
        Means::Smartphone => "smartphone",
        Means::Camera => "camera",
        Means::BankCard => "carte_bancaire",
    }
}

impl PageBuilder<'_> {
    /// The doors of the home page, one a need.
    pub(super) fn doors(&self) -> Vec<Door> {
        let site = self.site();
        site.needs.ids().map(|id| self.door(id, self.href(site.addresses.need(id)))).collect()
    }

    pub(super) fn home(&self) -> Prepared {
        let site = self.site();
        let urgent: Vec<ServiceId> = site
            .service_ids()
            .filter(|id| site.service(*id).kind == ServiceKind::Emergency && site.service(*id).is_listed())
            .collect();
        let body = HomeBody {
            subtitle: site.settings.subtitle.clone(),
            doors: self.doors(),
            emergencies: self.urgent_cards(urgent),
        };
        Prepared::new(self.say("accueil_question"), &site.settings.summary, Vec::new(), Body::Home(body))
    }

    /// The door of a need, leading there.
    pub(super) fn door(&self, id: NeedId, href: String) -> Door {
        let need = self.site().need(id);
        let drawing = need.drawing.as_ref().map(|(_, name)| self.href(&format!("dessins/{name}")));
        Door { title: need.title.clone(), example: need.example.clone(), href, drawing }
    }

    /// Emergency numbers as people know them: 15, 17, 18, 112, then 114 by SMS.
    fn urgent_cards(&self, mut ids: Vec<ServiceId>) -> Vec<super::contract::ServiceCard> {
        ids.sort_by_key(|id| {
            let service = self.site().service(*id);
            let number = service.phones.first().map(|line| &line.phone).or(service.sms.as_ref());
            (service.phones.is_empty(), number.map(|n| (n.dialled().len(), n.dialled())), *id)
        });
        ids.into_iter().map(|id| self.service_card(id)).collect()
    }

    pub(super) fn need(&self, id: NeedId) -> Prepared {
        let site = self.site();
        let need = site.need(id);
        let national =
            site.services_of(Zone::France).iter().filter(|s| site.service(**s).needs.contains(&id));
        let body = NeedBody {
            id: need.id.clone(),
            example: need.example.clone(),
            guides: self.guide_cards(site.guide_ids().filter(|g| site.guide(*g).needs.contains(&id))),
            cards_html: marks(national.copied(), Extent::Short),
            communes: self.communes_for(id),
            outside: self.outside(&format!("#besoin-{}", need.id)),
            cases: self.cases_of(|case| case.needs.contains(&id)),
        };
        Prepared::new(need.title.clone(), &need.example, Vec::new(), Body::Need(body))
    }

    /// The need's page in each commune; none when they are too many for one page.
    fn communes_for(&self, need: NeedId) -> Vec<CommuneLink> {
        let site = self.site();
        let few = if site.communes.len() <= MANY { &site.communes[..] } else { &[] };
        few.iter()
            .map(|commune| CommuneLink {
                name: french(commune.name),
                href: self.answers_href(commune, need, None),
                postal_codes: commune.postal_codes.join(", "),
            })
            .collect()
    }

    pub(super) fn needs_of(&self, guide: &model::Guide<Resolved>) -> Vec<PageLink> {
        let addresses = &self.site().addresses;
        guide.needs.iter().map(|id| self.link(&self.site().need(*id).title, addresses.need(*id))).collect()
    }

    pub(super) fn guide(&self, id: GuideId) -> Prepared {
        let guide = self.site().guide(id);
        let trail: Vec<PageLink> = self.needs_of(guide).into_iter().take(1).collect();
        if !guide.is_listed() {
            return self.finish_retired(id, guide.title.clone(), trail);
        }
        let addresses = &self.site().addresses;
        let total = guide.steps.len();
        let products: std::collections::BTreeSet<ProductId> =
            guide.about.iter().chain(&guide.depends_on).copied().collect();
        let body = GuideBody {
            said: (&guide.facts).into(),
            to_do: self.to_do(guide),
            intro_html: self.prose(&guide.intro),
            film: guide.film.as_ref().map(|film| self.film(&guide.id, "film".to_owned(), film)),
            needs_hearing: match guide.hearing {
                Hearing::Needed => "oui",
                Hearing::NotNeeded => "non",
                Hearing::Avoidable => "contournable",
            },
            also_needs: guide.needs_means.iter().map(|means| needed(*means)).collect(),
            needs: self.needs_of(guide),
            products: products
                .into_iter()
                .map(|product| self.link(&self.site().product(product).name, addresses.product(product)))
                .collect(),
            steps: guide
                .steps
                .iter()
                .enumerate()
                .map(|(at, step)| self.step(guide, at, total, step))
                .collect(),
            see_also: self.guide_cards(guide.see_also.iter().copied()),
            helpers: self.near(guide),
            nearby: self.near_link(guide),
            share: self.share(),
            verification: self.verification(&guide.verification),
            sources: cards::sources(&guide.verification),
            words: self.explained(guide.numbered_texts()),
            glossary: self.href("glossaire.html"),
            licence: guide.licence.clone().unwrap_or_else(|| self.site().settings.licence.clone()),
            papers: self.papers_of(id),
        };
        Prepared::new(guide.title.clone(), &guide.summary, trail, Body::Guide(body))
            .with_ways_out(self.ways_out_of_guide(guide))
    }

    fn step(
        &self,
        guide: &model::Guide<Resolved>,
        at: usize,
        total: usize,
        step: &model::Step<Resolved>,
    ) -> ShownStep {
        // A page of its own names its pictures from its own folder.
        let src = self.href(&format!("guides/{}/{}", guide.id, step.picture.name));
        let mut caption = String::new();
        super::prose::escape(&step.picture.caption, &mut caption);
        ShownStep {
            number: at + 1,
            total,
            anchor: anchor(at),
            anchor_id: step.id.clone().filter(|id| *id != anchor(at)),
            title: step.title.clone(),
            action_html: self.prose(&step.action),
            picture: ShownPicture {
                src,
                alt: step.picture.alt.clone(),
                caption_html: (!caption.is_empty()).then_some(caption),
                width: step.picture.size.map(|(width, _)| width),
                height: step.picture.size.map(|(_, height)| height),
            },
            film: step.film.as_ref().map(|film| self.film(&guide.id, format!("film-{}", at + 1), film)),
            you_see_html: self.prose(&step.outcome),
            if_not_html: self.prose(&step.fallback),
            evidence: match step.proof {
                Proof::Sure => "sur",
                Proof::Probable => "probable",
            },
        }
    }

    pub(super) fn product(&self, id: ProductId) -> Prepared {
        let site = self.site();
        let product = site.product(id);
        let end = match product.life {
            Life::Stopped(end) => end.map(PartialDate::in_words),
            Life::Active | Life::Unknown => None,
        };
        let body = ProductBody {
            summary: product.summary.clone(),
            other_names: product.other_names.clone(),
            state: match product.life {
                Life::Active => "actif",
                Life::Stopped(_) => "arrete",
                Life::Unknown => "inconnu",
            },
            end,
            replaced_by: product
                .replaced_by
                .iter()
                .map(|other| self.link(&site.product(*other).name, site.addresses.product(*other)))
                .collect(),
            site: product
                .site
                .as_ref()
                .map(|site| PageLink { title: site.spoken().to_owned(), href: site.as_str().to_owned() }),
            guides: self.guide_cards(site.guide_ids().filter(|guide| site.guide(*guide).speaks_of(&id))),
            verification: self.verification(&product.verification),
            sources: cards::sources(&product.verification),
        };
        let trail = vec![self.link(self.say("nav_az"), "a-z.html")];
        Prepared::new(product.name.clone(), &product.summary, trail, Body::Product(body))
            .with_ways_out(self.ways_out_of_product(product))
    }
}
