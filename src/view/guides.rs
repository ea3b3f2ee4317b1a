//! Home, needs, guides and products.

use super::contract::{Accueil, Besoin, CommuneLien, Etape, Guide, Image, Lien, Porte, Produit};
use super::fragment::{Extent, cards as marks};
use super::territories::MANY;
use super::{Builder, Prepared, Vue, cards};
use crate::model::{self, GuideId, Hearing, Kind, Life, Means, NeedId, ProductId, Proof, ServiceId, Sound};
use crate::site::help_address;
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

impl Builder<'_> {
    /// The doors of the home page, one a need.
    pub(super) fn doors(&self) -> Vec<Porte> {
        let site = self.site();
        let needs = (0..site.needs.len()).map(NeedId);
        needs.map(|id| self.door(id, self.href(site.addresses.need(id)))).collect()
    }

    pub(super) fn home(&self) -> Prepared {
        let site = self.site();
        let urgent: Vec<ServiceId> = site
            .service_ids()
            .filter(|id| site.service(*id).kind == Kind::Urgence && site.service(*id).is_listed())
            .collect();
        let vue = Accueil {
            sous_titre: site.settings.subtitle.clone(),
            portes: self.doors(),
            urgences: self.urgent_cards(urgent),
        };
        Prepared::new(self.say("accueil_question"), &site.settings.summary, Vec::new(), Vue::Accueil(vue))
    }

    /// The door of a need, leading there.
    pub(super) fn door(&self, id: NeedId, href: String) -> Porte {
        let need = self.site().need(id);
        let dessin = need.drawing.as_ref().map(|(_, name)| self.href(&format!("dessins/{name}")));
        Porte { titre: need.title.clone(), exemple: need.example.clone(), href, dessin }
    }

    /// Emergency numbers as people know them: 15, 17, 18, 112, then 114 by SMS.
    fn urgent_cards(&self, mut ids: Vec<ServiceId>) -> Vec<super::contract::CarteService> {
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
        let vue = Besoin {
            id: need.id.clone(),
            exemple: need.example.clone(),
            guides: self.guide_cards(site.guide_ids().filter(|g| site.guide(*g).needs.contains(&id))),
            cartes_html: marks(national.copied(), Extent::Short),
            communes: self.communes_for(id),
            hors: self.outside(&format!("#besoin-{}", need.id)),
            cas: self.cases_of(|case| case.needs.contains(&id)),
        };
        Prepared::new(need.title.clone(), &need.example, Vec::new(), Vue::Besoin(vue))
    }

    /// The need's page in each commune; none when they are too many for one page.
    fn communes_for(&self, need: NeedId) -> Vec<CommuneLien> {
        let site = self.site();
        let id = &site.need(need).id;
        let few = if site.communes.len() <= MANY { &site.communes[..] } else { &[] };
        few.iter()
            .map(|commune| CommuneLien {
                nom: french(commune.name),
                href: self.href(&help_address(commune, id)),
                codes_postaux: commune.postal_codes.join(", "),
            })
            .collect()
    }

    pub(super) fn needs_of(&self, guide: &model::Guide<Sound>) -> Vec<Lien> {
        let addresses = &self.site().addresses;
        guide.needs.iter().map(|id| self.lien(&self.site().need(*id).title, addresses.need(*id))).collect()
    }

    pub(super) fn guide(&self, id: GuideId) -> Prepared {
        let guide = self.site().guide(id);
        let trail: Vec<Lien> = self.needs_of(guide).into_iter().take(1).collect();
        if !guide.is_listed() {
            return self.finish_retired(id, guide.title.clone(), trail);
        }
        let addresses = &self.site().addresses;
        let total = guide.steps.len();
        let products: std::collections::BTreeSet<ProductId> =
            guide.about.iter().chain(&guide.depends_on).copied().collect();
        let vue = Guide {
            numero: guide.number,
            resume: guide.summary.clone(),
            a_faire: self.to_do(guide),
            intro_html: self.prose(&guide.intro),
            film: guide.film.as_ref().map(|film| self.film(&guide.id, "film".to_owned(), film)),
            duree_min: guide.minutes,
            a_avoir: guide.to_have.clone(),
            faut_entendre: match guide.hearing {
                Hearing::Needed => "oui",
                Hearing::NotNeeded => "non",
                Hearing::Avoidable => "contournable",
            },
            faut_un_email: guide.needs_email,
            il_faut: guide.needs_means.iter().map(|means| needed(*means)).collect(),
            besoins: self.needs_of(guide),
            produits: products
                .into_iter()
                .map(|product| self.lien(&self.site().product(product).name, addresses.product(product)))
                .collect(),
            etapes: guide
                .steps
                .iter()
                .enumerate()
                .map(|(at, step)| self.step(guide, at, total, step))
                .collect(),
            voir_aussi: self.guide_cards(guide.see_also.iter().copied()),
            qui_aide: self.near(guide),
            pres: self.near_link(guide),
            partage: self.share(),
            verification: self.verification(&guide.verification),
            sources: cards::sources(&guide.verification),
            mots: self.explained(guide.numbered_texts()),
            glossaire: self.href("glossaire.html"),
            licence: guide.licence.clone().unwrap_or_else(|| self.site().settings.licence.clone()),
            papiers: self.papers_of(id),
        };
        Prepared::new(guide.title.clone(), &guide.summary, trail, Vue::Guide(vue))
    }

    fn step(&self, guide: &model::Guide<Sound>, at: usize, total: usize, step: &model::Step<Sound>) -> Etape {
        // A page of its own names its pictures from its own folder.
        let src = self.href(&format!("guides/{}/{}", guide.id, step.picture.name));
        let mut caption = String::new();
        super::prose::escape(&step.picture.caption, &mut caption);
        Etape {
            numero: at + 1,
            total,
            ancre: anchor(at),
            ancre_id: step.id.clone().filter(|id| *id != anchor(at)),
            titre: step.title.clone(),
            action_html: self.prose(&step.action),
            image: Image {
                src,
                alt: step.picture.alt.clone(),
                legende_html: (!caption.is_empty()).then_some(caption),
                largeur: step.picture.size.map(|(width, _)| width),
                hauteur: step.picture.size.map(|(_, height)| height),
            },
            film: step.film.as_ref().map(|film| self.film(&guide.id, format!("film-{}", at + 1), film)),
            vous_voyez_html: self.prose(&step.outcome),
            si_non_html: self.prose(&step.fallback),
            preuve: match step.proof {
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
        let vue = Produit {
            resume: product.summary.clone(),
            autres_noms: product.other_names.clone(),
            etat: match product.life {
                Life::Active => "actif",
                Life::Stopped(_) => "arrete",
                Life::Unknown => "inconnu",
            },
            fin: end,
            remplace_par: product
                .replaced_by
                .iter()
                .map(|other| self.lien(&site.product(*other).name, site.addresses.product(*other)))
                .collect(),
            site: product
                .site
                .as_ref()
                .map(|site| Lien { titre: site.spoken().to_owned(), href: site.as_str().to_owned() }),
            guides: self.guide_cards(site.guide_ids().filter(|guide| site.guide(*guide).speaks_of(&id))),
            verification: self.verification(&product.verification),
            sources: cards::sources(&product.verification),
        };
        let trail = vec![self.lien(self.say("nav_az"), "a-z.html")];
        Prepared::new(product.name.clone(), &product.summary, trail, Vue::Produit(vue))
    }
}
