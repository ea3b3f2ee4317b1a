//! One small struct per page, ready to be shown: every text set, every link relative to its page.

mod about;
mod az;
mod cards;
mod cases;
mod codes;
pub mod contract;
mod dashboard;
mod films;
mod fragment;
mod guides;
mod help;
mod hours;
mod index;
mod near;
mod outside;
mod paper;
mod places;
mod printable;
mod prose;
mod qr;
mod retired;
mod roles;
mod shell;
mod territories;
mod triage;
mod way;
mod ways_out;

use fragment::Part;
pub use fragment::{Fragment, FragmentView, fill};
pub use paper::{Job, Sheet, sheet, template};
pub use printable::{PaperFacts, Papers, job_of};
pub use prose::escape;

use crate::model::{GuideId, Target};
use crate::site::{
    Page, SEARCH_DATA, SHEET, Site, asset_address, commune_address, departement_address, role_address,
};
use crate::territory::Commune;
use crate::text::in_words;
use crate::theme::Texts;
use contract::Lien;
use jiff::civil::Date;
use serde::Serialize;

/// What a page is made from, whatever its kind.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub site: &'a Site,
    pub texts: &'a Texts,
    /// The day of the build: everything that has an age is reckoned from it.
    pub date: Date,
    pub style: &'a str,
    /// The PDFs that were laid out.
    pub papers: &'a Papers,
}

/// A page's head and its body.
pub struct View {
    pub page: contract::Page,
    pub vue: Vue,
}

macro_rules! kinds {
    ($($kind:ident $template:literal),* $(,)?) => {
        /// What stands in a page's body.
        #[derive(Serialize)]
        #[serde(untagged)]
        // One lives at a time, on its way to the template.
        #[expect(clippy::large_enum_variant)]
        pub enum Vue { $($kind(contract::$kind),)* }

        impl Vue {
            /// The theme's file that shows it.
            #[must_use]
            pub fn template(&self) -> &'static str {
                match self { $(Self::$kind(_) => concat!($template, ".html"),)* }
            }
        }
    };
}

kinds! {
    Accueil "accueil", Besoin "besoin", Guide "guide", Retire "retire", Contact "contact", Aide "aide", Service "service",
    ServiceRetire "service-retire",
    Cas "cas", ListeCas "liste-cas", Numeros "numeros", Recherche "recherche", Orientation "orientation", Conseil "conseil",
    Role "role", Produit "produit", Territoires "territoires", Territoire "territoire", Communes "communes",
    CodesPostaux "codes-postaux", Az "az", Glossaire "glossaire", Plan "plan", Apropos "apropos", Sources "sources",
    Mediateur "mediateur", Tableau "tableau", Accessibilite "accessibilite", Deplace "deplace", Erreur "erreur",
}

/// Prepares the page at an address; `None` for files that are no pages (style sheet, pictures, sitemap).
#[must_use]
pub fn view(context: Context<'_>, address: &str, page: Page) -> Option<View> {
    let b = Builder { context, address, root: "../".repeat(address.matches('/').count()) };
    let site = context.site;
    let mut view = match page {
        Page::Home => b.home(),
        Page::Need(id) => b.need(id),
        Page::Guide(id) => b.guide(id),
        Page::Moved(id, _) => b.moved(id),
        Page::Service(id) => b.service(id),
        Page::FormerService(id, _) => b.former_service(id),
        Page::Product(id) => b.product(id),
        Page::Cases => b.cases(),
        Page::Case(id) => b.case(id),
        Page::Commune(commune) => b.contact(commune),
        Page::Help(commune, need) => b.help(commune, need),
        Page::Territories => b.territories(),
        Page::France => b.france(),
        Page::Departement(departement) => b.departement(departement),
        Page::Role(role) => b.role(role),
        Page::Epci(epci) => b.epci(epci),
        Page::Communes => b.communes(),
        Page::CommuneSheet(at) => b.sheet(at),
        Page::PostalCodes(departement) => b.postal_codes(departement),
        Page::Az => b.az(),
        Page::Letter(letter) => b.az_letter(letter),
        Page::Glossary => b.glossary(),
        Page::Numbers => b.numbers(),
        Page::Search => b.search(),
        Page::Triage(at) => b.triage(at),
        Page::Mediator => b.mediator(),
        Page::Dashboard => b.dashboard(),
        Page::Map => b.map(),
        Page::About => b.about(),
        Page::Sources(letter) => b.sources(letter),
        Page::Accessibility => b.finish(
            "accessibilite",
            b.say("nav_accessibilite"),
            &site.settings.accessibility,
            Vec::new(),
            Vue::Accessibilite(contract::Accessibilite {
                mention: site.settings.accessibility.clone(),
                contact: site.settings.contact.clone(),
            }),
        ),
        Page::NotFound => b.finish(
            "erreur",
            b.say("titre_erreur"),
            &b.say("erreur"),
            Vec::new(),
            Vue::Erreur(contract::Erreur { style_css: context.style.to_owned() }),
        ),
        Page::StyleSheet
        | Page::Asset(_)
        | Page::CommunesData
        | Page::SearchData
        | Page::Sitemap
        | Page::Paper(_)
        | Page::PaperPart(_)
        | Page::Picture(_) => {
            return None;
        }
    };
    view.page.sorties = b.ways_out(page);
    Some(view)
}

/// Kinds of pages that have the field that searches everything.
const SEARCHING: [&str; 2] = ["accueil", "recherche"];

/// Makes one page: knows where it stands, hence how to write a link from it.
struct Builder<'a> {
    context: Context<'a>,
    address: &'a str,
    /// `../` as many times as the page is deep.
    root: String,
}

impl<'a> Builder<'a> {
    fn site(&self) -> &'a Site {
        self.context.site
    }

    fn say(&self, key: &str) -> String {
        self.context.texts.say(key)
    }

    fn href(&self, address: &str) -> String {
        let mut href = String::with_capacity(self.root.len() + address.len());
        href.push_str(&self.root);
        href.push_str(address);
        href
    }

    fn guide_href(&self, id: GuideId) -> String {
        self.href(self.site().addresses.guide(id))
    }

    fn lien(&self, titre: impl Into<String>, address: &str) -> Lien {
        Lien { titre: titre.into(), href: self.href(address) }
    }

    /// Where a link of the model leads from this page.
    fn target(&self, target: &Target) -> String {
        let addresses = &self.site().addresses;
        match target {
            Target::Guide(id) => self.guide_href(*id),
            // The page of a withdrawn guide has no étapes.
            Target::Step(id, _) if !self.site().guide(*id).is_listed() => self.guide_href(*id),
            Target::Step(id, at) => {
                let anchor = format!("#{}", guides::anchor(*at));
                if addresses.guide(*id) == self.address { anchor } else { self.guide_href(*id) + &anchor }
            }
            Target::Service(id) => self.href(addresses.service(*id)),
            Target::Product(id) => self.href(addresses.product(*id)),
            // Guides and cases explain their words themselves, at their end.
            Target::Word(id) => {
                let own = matches!(addresses.get(self.address), Some(Page::Guide(_) | Page::Case(_)));
                let page = if own { String::new() } else { self.href("glossaire.html") };
                page + "#mot-" + &self.site().word(*id).id
            }
            Target::Need(id) => self.href(addresses.need(*id)),
            Target::Case(id) => self.href(addresses.case(*id)),
            Target::Role(role) => self.href(&role_address(*role)),
            Target::Commune(commune) => self.commune_href(commune),
            Target::External(address) => address.clone(),
        }
    }

    /// The sheet of a commune. One that the site does not cover has none: what there is for its département, else for
    /// France, is the honest answer.
    fn commune_href(&self, commune: &'static Commune) -> String {
        let addresses = &self.site().addresses;
        let (own, wider) = (commune_address(commune), departement_address(commune.departement));
        if addresses.get(&own).is_some() {
            self.href(&own)
        } else if addresses.get(&wider).is_some() {
            self.href(&wider) + outside::OUTSIDE
        } else {
            self.href("territoires/france.html")
        }
    }

    /// Puts the head on. `trail` is the way from home, without home itself.
    fn finish(
        &self,
        sorte: &'static str,
        titre: String,
        description: &str,
        trail: Vec<Lien>,
        vue: Vue,
    ) -> View {
        let settings = &self.site().settings;
        let titre_complet = match &vue {
            Vue::Accueil(_) if settings.subtitle.is_empty() => settings.title.clone(),
            Vue::Accueil(_) => format!("{} – {}", settings.title, settings.subtitle),
            Vue::Guide(guide) => {
                format!("{titre} ({}) – {}", self.sheet_number(guide.numero), settings.title)
            }
            Vue::Retire(_) | Vue::Deplace(_)
                if matches!(self.site().addresses.get(self.address), Some(Page::Moved(..))) =>
            {
                format!("{titre} – {} – {}", self.address, settings.title)
            }
            Vue::Retire(guide) => {
                format!("{titre} ({}) – {}", self.sheet_number(guide.numero), settings.title)
            }
            Vue::ServiceRetire(_) => format!("{titre} – {} – {}", self.address, settings.title),
            Vue::Service(_) => format!("{titre} – {} – {}", self.say("titre_service"), settings.title),
            // One question stands on several pages, one for each way of coming to it.
            Vue::Orientation(o) if !o.deja.is_empty() => {
                format!("{titre} ({}) – {}", answers(&o.deja), settings.title)
            }
            Vue::Conseil(c) => format!("{titre} ({}) – {}", answers(&c.deja), settings.title),
            Vue::Aide(a) => format!("{titre} ({}) – {}", a.code, settings.title),
            Vue::Territoire(t) if !t.code.is_empty() => {
                format!("{titre} ({}) – {}", t.code, settings.title)
            }
            Vue::Contact(c) => format!("{titre} ({}) – {}", c.code, settings.title),
            _ => format!("{titre} – {}", settings.title),
        };
        let mut fil = Vec::new();
        if self.address != "index.html" {
            fil.push(self.lien(self.say("nav_accueil"), "index.html"));
        }
        fil.extend(trail);
        let champ = self.field(sorte, &vue);
        View {
            page: contract::Page {
                sorte,
                titre_complet,
                titre,
                description: description.to_owned(),
                fil,
                langue: settings.language.clone(),
                style: self.href(SHEET),
                reglages: (sorte != "erreur").then(|| self.href(&asset_address("reglages.js"))),
                canonique: settings
                    .base_url
                    .as_ref()
                    .map(|base| format!("{}{}", base.as_str(), self.address)),
                nav: self.nav(),
                cible: self.delivery(),
                scripts: self.scripts(sorte, &vue),
                sorties: Vec::new(),
                haut_html: shell::mark(sorte, Part::Top),
                bas_html: shell::mark(sorte, Part::Bottom),
                champ,
                recherche: self.search_field(sorte),
            },
            vue,
        }
    }

    /// Where the site is read, as templates say it.
    fn delivery(&self) -> &'static str {
        self.site().settings.delivery.key()
    }

    /// What readers send; nothing when the site has no address on the web.
    fn share(&self) -> Option<contract::Partage> {
        self.share_part("", "partage_qr")
    }

    /// The same for a part of the page, as « #film »; `words` are those of the code.
    fn share_part(&self, part: &str, words: &str) -> Option<contract::Partage> {
        let base = self.site().settings.base_url.as_ref()?;
        let adresse = format!("{}{}{part}", base.as_str(), self.address);
        let qr_html = qr::svg(&adresse, &self.say(words));
        Some(contract::Partage { adresse, qr_html })
    }

    /// Scripts of the theme for a kind of page. The 404 page is shown at any depth, and has none.
    fn scripts(&self, sorte: &str, vue: &Vue) -> Vec<String> {
        let names = [
            ("lecture.js", sorte != "erreur"),
            ("guide.js", sorte == "guide"),
            ("mots.js", explains(vue)),
            ("film.js", matches!(vue, Vue::Guide(guide) if guide.shows_films())),
            ("numeros.js", sorte == "numeros"),
            ("mediateur.js", sorte == "mediateur"),
            ("recherche.js", SEARCHING.contains(&sorte)),
        ];
        let wanted = names.into_iter().filter(|(_, wanted)| *wanted);
        wanted.map(|(name, _)| self.href(&asset_address(name))).collect()
    }

    fn search_field(&self, sorte: &str) -> Option<contract::ChampRecherche> {
        SEARCHING
            .contains(&sorte)
            .then(|| contract::ChampRecherche { donnees: self.href(SEARCH_DATA), racine: self.root.clone() })
    }

    fn nav(&self) -> contract::Nav {
        let nav = |address: &str| self.nav_href(address);
        contract::Nav {
            accueil: nav("index.html"),
            territoires: nav("territoires.html"),
            az: nav("a-z.html"),
            numeros: nav("numeros.html"),
            recherche: nav("recherche.html"),
            orientation: if self.site().triage.pages.is_empty() {
                String::new()
            } else {
                nav("orientation.html")
            },
            glossaire: nav("glossaire.html"),
            plan: nav("plan.html"),
            apropos: nav("a-propos.html"),
            accessibilite: nav("accessibilite.html"),
        }
    }

    /// A web server shows page 404 at any depth: only there, and only on the web, are links absolute.
    fn nav_href(&self, address: &str) -> String {
        match &self.site().settings.base_url {
            Some(base) if self.address == "404.html" => format!("{}{address}", base.as_str()),
            _ => self.href(address),
        }
    }

    fn sheet_number(&self, numero: u16) -> String {
        self.context.texts.fill("fiche_numero", &[("numero", &numero)]).to_lowercase()
    }

    fn today(&self) -> String {
        in_words(self.context.date)
    }
}

/// Whether a page explains words.
fn explains(vue: &Vue) -> bool {
    match vue {
        Vue::Guide(guide) => !guide.mots.is_empty(),
        Vue::Cas(cas) => !cas.mots.is_empty(),
        _ => false,
    }
}

/// The answers given so far, for a title that no other page has.
fn answers(deja: &[contract::Repondu]) -> String {
    deja.iter().map(|one| one.reponse.as_str()).collect::<Vec<_>>().join(", ")
}
