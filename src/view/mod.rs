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

pub use fragment::{Fragment, FragmentView, fill};
pub use paper::{Job, PaperSheet, sheet, template};
pub use printable::{PaperFacts, Papers, job_of};
pub use prose::escape;

use crate::model::{GuideId, Target};
use crate::site::{
    Apart, Chrome, KindRow, Page, SEARCH_DATA, STYLE_SHEET, Site, SiteFile, asset_address, commune_address,
    departement_address, role_address,
};
use crate::territory::Commune;
use crate::text::in_words;
use crate::theme::Texts;
use contract::PageLink;
use jiff::civil::Date;
use serde::Serialize;

/// What a page is made from, whatever its kind.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    pub site: &'a Site,
    pub texts: &'a Texts,
    /// The day of the build: everything that has an age is reckoned from it.
    pub date: Date,
    pub style: &'a str,
    /// The PDFs that were laid out.
    pub papers: &'a Papers,
}

/// A page, ready for its template.
pub struct View {
    pub page: contract::PageHead,
    pub body: Body,
    /// The theme's file that shows it.
    pub template: &'static str,
}

/// What the maker of a page prepares; its head is the same work for all kinds.
struct Prepared {
    title: String,
    /// One sentence for search engines and link previews.
    description: String,
    /// The way from home, without home itself.
    trail: Vec<PageLink>,
    body: Body,
    /// On a public screen, what leads out.
    ways_out: Vec<contract::WayOut>,
}

impl Prepared {
    fn new(title: String, description: &str, trail: Vec<PageLink>, body: Body) -> Self {
        Self { title, description: description.to_owned(), trail, body, ways_out: Vec::new() }
    }

    fn with_ways_out(self, ways_out: Vec<contract::WayOut>) -> Self {
        Self { ways_out, ..self }
    }
}

/// What stands in a page's body: as its template sees it.
#[derive(Serialize)]
#[serde(untagged)]
// One lives at a time, on its way to the template.
#[expect(clippy::large_enum_variant)]
pub enum Body {
    Home(contract::HomeBody),
    Need(contract::NeedBody),
    Guide(contract::GuideBody),
    Retired(contract::RetiredBody),
    Commune(contract::CommuneBody),
    Answers(contract::AnswersBody),
    Service(contract::ServiceBody),
    FormerService(contract::FormerServiceBody),
    Case(contract::CaseBody),
    Cases(contract::CasesBody),
    Numbers(contract::NumbersBody),
    Search(contract::SearchBody),
    Question(contract::QuestionBody),
    Advice(contract::AdviceBody),
    Role(contract::RoleBody),
    Product(contract::ProductBody),
    Territories(contract::TerritoriesBody),
    Territory(contract::TerritoryBody),
    Communes(contract::CommunesBody),
    PostalCodes(contract::PostalCodesBody),
    Az(contract::AzBody),
    Glossary(contract::GlossaryBody),
    Map(contract::MapBody),
    About(contract::AboutBody),
    Sources(contract::SourcesBody),
    Mediator(contract::MediatorBody),
    Dashboard(contract::DashboardBody),
    Accessibility(contract::AccessibilityBody),
    Moved(contract::MovedBody),
    NotFound(contract::NotFoundBody),
}

/// Prepares the page at an address.
#[must_use]
pub fn view(context: PageContext<'_>, address: &str, page: Page) -> View {
    let b = PageBuilder { context, address, root: "../".repeat(address.matches('/').count()) };
    let prepared = match page {
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
        Page::Answer(id) => b.answers_page(id),
        Page::FormerHelp(commune, need) => b.former_help(commune, need),
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
        Page::Accessibility => b.accessibility(),
        Page::NotFound => b.not_found(),
    };
    b.finish(page, prepared)
}

/// Makes one page: knows where it stands, hence how to write a link from it.
struct PageBuilder<'a> {
    context: PageContext<'a>,
    address: &'a str,
    /// `../` as many times as the page is deep.
    root: String,
}

impl<'a> PageBuilder<'a> {
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

    fn link(&self, title: impl Into<String>, address: &str) -> PageLink {
        PageLink { title: title.into(), href: self.href(address) }
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
                let there = addresses.get(self.address);
                let own = matches!(there, Some(SiteFile::Page(Page::Guide(_) | Page::Case(_))));
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

    fn accessibility(&self) -> Prepared {
        let settings = &self.site().settings;
        let body = contract::AccessibilityBody {
            statement: settings.accessibility.clone(),
            contact: settings.contact.clone(),
        };
        let title = self.say("nav_accessibilite");
        Prepared::new(title, &settings.accessibility, Vec::new(), Body::Accessibility(body))
    }

    fn not_found(&self) -> Prepared {
        let body = contract::NotFoundBody { style_css: self.context.style.to_owned() };
        Prepared::new(self.say("titre_erreur"), &self.say("erreur"), Vec::new(), Body::NotFound(body))
    }

    /// Puts the head on.
    fn finish(&self, page: Page, prepared: Prepared) -> View {
        let settings = &self.site().settings;
        let kind = page.kind(self.site());
        let row = kind.row();
        let Prepared { title, description, trail: way, body, ways_out } = prepared;
        let mut trail = Vec::new();
        if page != Page::Home {
            trail.push(self.link(self.say("nav_accueil"), "index.html"));
        }
        trail.extend(way);
        View {
            page: contract::PageHead {
                kind: row.name,
                full_title: self.full_title(page, &title, &body),
                title,
                description,
                trail,
                language: settings.language.clone(),
                style: self.href(STYLE_SHEET),
                settings_script: (row.chrome != Chrome::Alone)
                    .then(|| self.href(&asset_address("reglages.js"))),
                canonical: settings
                    .base_url
                    .as_ref()
                    .filter(|_| !matches!(page, Page::Answer(_)))
                    .map(|base| format!("{}{}", base.as_str(), self.address)),
                nav: self.nav(),
                delivery: self.delivery(),
                scripts: self.scripts(row, &body),
                ways_out,
                top_html: fragment::top(kind),
                bottom_html: fragment::bottom(kind),
                field: self.field(kind, &body),
                search: row.searches.then(|| self.search_field()),
            },
            body,
            template: row.template,
        }
    }

    /// The title of the browser's tab: no two pages share it.
    fn full_title(&self, page: Page, title: &str, body: &Body) -> String {
        let settings = &self.site().settings;
        let beside = match page.kind(self.site()).row().apart {
            Apart::Title => None,
            Apart::Site if settings.subtitle.is_empty() => return settings.title.clone(),
            Apart::Site => return format!("{} – {}", settings.title, settings.subtitle),
            Apart::Address => return format!("{title} – {} – {}", self.address, settings.title),
            Apart::Service => return format!("{title} – {} – {}", self.say("titre_service"), settings.title),
            Apart::Number => match page {
                Page::Guide(id) => Some(self.sheet_number(self.site().guide(id).number)),
                _ => None,
            },
            Apart::Code => match body {
                Body::Commune(contact) => Some(contact.code.clone()),
                Body::Answers(answers) => Some(answers.code.clone()),
                // A group of communes of no one département has none.
                Body::Territory(territory) => Some(territory.code.to_owned()).filter(|code| !code.is_empty()),
                _ => None,
            },
            // One question stands on several pages, one for each way of coming to it.
            Apart::Answers => match body {
                Body::Question(question) => answers(&question.already),
                Body::Advice(advice) => answers(&advice.already),
                _ => None,
            },
        };
        match beside {
            Some(beside) => format!("{title} ({beside}) – {}", settings.title),
            None => format!("{title} – {}", settings.title),
        }
    }

    /// Where the site is read, as templates say it.
    fn delivery(&self) -> &'static str {
        self.site().settings.delivery.key()
    }

    /// What readers send; nothing when the site has no address on the web.
    fn share(&self) -> Option<contract::Share> {
        self.share_part("", "partage_qr")
    }

    /// The same for a part of the page, as « #film »; `words` are those of the code.
    fn share_part(&self, part: &str, words: &str) -> Option<contract::Share> {
        let base = self.site().settings.base_url.as_ref()?;
        let address = format!("{}{}{part}", base.as_str(), self.address);
        let qr_html = qr::svg(&address, &self.say(words));
        Some(contract::Share { address, qr_html })
    }

    /// Scripts of the theme for a page.
    fn scripts(&self, row: &KindRow, body: &Body) -> Vec<String> {
        let mut names = Vec::new();
        if row.chrome != Chrome::Alone {
            names.push("lecture.js");
        }
        names.extend(row.scripts);
        if explains(body) {
            names.push("mots.js");
        }
        if matches!(body, Body::Guide(guide) if guide.shows_films()) {
            names.push("film.js");
        }
        names.into_iter().map(|name| self.href(&asset_address(name))).collect()
    }

    fn search_field(&self) -> contract::SearchField {
        contract::SearchField { data: self.href(SEARCH_DATA), root: self.root.clone() }
    }

    fn nav(&self) -> contract::Nav {
        let nav = |address: &str| self.nav_href(address);
        contract::Nav {
            home: nav("index.html"),
            territories: nav("territoires.html"),
            az: nav("a-z.html"),
            numbers: nav("numeros.html"),
            search: nav("recherche.html"),
            triage: if self.site().triage.pages.is_empty() { String::new() } else { nav("orientation.html") },
            glossary: nav("glossaire.html"),
            map: nav("plan.html"),
            about: nav("a-propos.html"),
            accessibility: nav("accessibilite.html"),
        }
    }

    /// A web server shows page 404 at any depth: only there, and only on the web, are links absolute.
    fn nav_href(&self, address: &str) -> String {
        match &self.site().settings.base_url {
            Some(base) if self.address == "404.html" => format!("{}{address}", base.as_str()),
            _ => self.href(address),
        }
    }

    fn sheet_number(&self, number: u16) -> String {
        self.context.texts.fill("fiche_numero", &[("numero", &number)]).to_lowercase()
    }

    fn today(&self) -> String {
        in_words(self.context.date)
    }
}

/// Whether a page explains words.
fn explains(body: &Body) -> bool {
    match body {
        Body::Guide(guide) => !guide.words.is_empty(),
        Body::Case(cases) => !cases.words.is_empty(),
        _ => false,
    }
}

/// The answers given so far; none at the first question.
fn answers(already: &[contract::GivenAnswer]) -> Option<String> {
    let answers: Vec<&str> = already.iter().map(|one| one.answer.as_str()).collect();
    (!answers.is_empty()).then(|| answers.join(", "))
}
