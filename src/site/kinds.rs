//! The kinds of pages: one row each, with all that is the same for every page of a kind.
//!
//! Whatever asks « what kinds are there? » (templates, map of the site, sitemap, scripts, menus, titles) reads this table.

/// A section of the map of the site, in the order of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Pages,
    Needs,
    Guides,
    Withdrawn,
    Services,
    Products,
    Territories,
    Communes,
    Cases,
    FormerAddresses,
}

impl Section {
    /// The phrase of `textes.yaml` that heads it.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Pages => "plan_pages",
            Self::Needs => "plan_besoins",
            Self::Guides => "plan_guides",
            Self::Withdrawn => "plan_retires",
            Self::Services => "plan_services",
            Self::Products => "plan_produits",
            Self::Territories => "plan_territoires",
            Self::Communes => "plan_communes",
            Self::Cases => "plan_cas",
            Self::FormerAddresses => "plan_adresses",
        }
    }
}

/// What the title of the browser's tab says beside the page's own title, so that no two pages share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Nothing: the title is unique by itself.
    Title,
    /// The site's name stands alone, with its subtitle.
    Site,
    /// The number of the guide's sheet.
    Number,
    /// The page's own address.
    Address,
    /// The code of the commune or of the département.
    Code,
    /// The answers given so far.
    Answers,
    /// That it is a service: a guide may bear the same name.
    Service,
}

/// The top and the end of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chrome {
    /// Those of most pages.
    Common,
    /// Its own, because the menu leads to it.
    Own,
    /// Its own, and more: servers show the page at any depth. No scripts, its style inside, absolute links.
    Alone,
}

/// What all pages of a kind have in common.
#[derive(Clone, Copy, Debug)]
pub struct KindRow {
    /// In templates `page.sorte`, in pages `<body data-kind>`.
    pub name: &'static str,
    /// The theme's file that shows it.
    pub template: &'static str,
    /// Where the map of the site lists it; none when the map does not.
    pub section: Option<Section>,
    /// Its title on the map, when the kind has one page: a phrase of `textes.yaml`.
    pub title: Option<&'static str>,
    pub apart: Apart,
    pub chrome: Chrome,
    /// Scripts of the theme that every page of the kind needs, besides those of all pages.
    pub scripts: &'static [&'static str],
    /// It has the field that searches everything.
    pub searches: bool,
    /// Offered to search engines.
    pub in_sitemap: bool,
}

impl KindRow {
    const fn named(name: &'static str, template: &'static str) -> Self {
        Self {
            name,
            template,
            section: None,
            title: None,
            apart: Apart::Title,
            chrome: Chrome::Common,
            scripts: &[],
            searches: false,
            in_sitemap: true,
        }
    }

    /// Its pages stand in that section of the map, each with its own title.
    const fn listed(self, section: Section) -> Self {
        Self { section: Some(section), ..self }
    }

    /// Its only page stands in that section of the map, with that title.
    const fn titled(self, section: Section, title: &'static str) -> Self {
        Self { section: Some(section), title: Some(title), ..self }
    }

    const fn apart(self, apart: Apart) -> Self {
        Self { apart, ..self }
    }

    const fn in_menu(self) -> Self {
        Self { chrome: Chrome::Own, ..self }
    }

    const fn scripts(self, scripts: &'static [&'static str]) -> Self {
        Self { scripts, ..self }
    }

    const fn searching(self) -> Self {
        Self { searches: true, scripts: &["recherche.js"], ..self }
    }

    /// Search engines are not told of it.
    const fn quiet(self) -> Self {
        Self { in_sitemap: false, ..self }
    }

    const fn alone(self) -> Self {
        Self { chrome: Chrome::Alone, in_sitemap: false, ..self }
    }
}

macro_rules! kinds {
    ($($kind:ident: $row:expr;)*) => {
        /// A kind of page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PageKind { $($kind),* }

        impl PageKind {
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            #[must_use]
            pub fn row(self) -> &'static KindRow {
                const ROWS: &[KindRow] = &[$($row),*];
                &ROWS[self as usize]
            }
        }
    };
}

use Section::{
    Cases, Communes, FormerAddresses, Guides, Needs, Pages, Products, Services, Territories, Withdrawn,
};

kinds! {
    Home: KindRow::named("accueil", "accueil.html").titled(Pages, "nav_accueil").apart(Apart::Site).in_menu().searching();
    Need: KindRow::named("besoin", "besoin.html").listed(Needs);
    Guide: KindRow::named("guide", "guide.html").listed(Guides).apart(Apart::Number).scripts(&["guide.js"]);
    Withdrawn: KindRow::named("retire", "retire.html").listed(Withdrawn).apart(Apart::Number).quiet();
    Moved: KindRow::named("deplace", "deplace.html").listed(FormerAddresses).apart(Apart::Address).quiet();
    MovedWithdrawn: KindRow::named("retire", "retire.html").listed(FormerAddresses).apart(Apart::Address).quiet();
    Service: KindRow::named("service", "service.html").listed(Services).apart(Apart::Service);
    FormerService: KindRow::named("deplace", "service-retire.html").listed(FormerAddresses).apart(Apart::Address).quiet();
    Product: KindRow::named("produit", "produit.html").listed(Products);
    Cases: KindRow::named("liste-cas", "liste-cas.html").titled(Pages, "nav_cas");
    Case: KindRow::named("cas", "cas.html").listed(Cases);
    Commune: KindRow::named("contact", "contact.html").listed(Communes).apart(Apart::Code);
    Help: KindRow::named("aide", "aide.html").apart(Apart::Code);
    Territories: KindRow::named("territoires", "territoires.html").titled(Pages, "nav_territoires").in_menu();
    France: KindRow::named("france", "territoire.html").titled(Territories, "niveau_france");
    Departement: KindRow::named("departement", "territoire.html").listed(Territories).apart(Apart::Code);
    Role: KindRow::named("role", "role.html").listed(Territories);
    Epci: KindRow::named("epci", "territoire.html").listed(Territories).apart(Apart::Code);
    Communes: KindRow::named("communes", "communes.html").titled(Territories, "communes_titre");
    CommuneSheet: KindRow::named("communes", "communes.html");
    PostalCodes: KindRow::named("codes-postaux", "codes-postaux.html").listed(Territories);
    Az: KindRow::named("az", "az.html").titled(Pages, "nav_az").in_menu();
    Letter: KindRow::named("lettre", "az.html");
    Glossary: KindRow::named("glossaire", "glossaire.html").titled(Pages, "nav_glossaire").in_menu();
    Numbers: KindRow::named("numeros", "numeros.html").titled(Pages, "nav_numeros").scripts(&["numeros.js"]);
    Search: KindRow::named("recherche", "recherche.html").titled(Pages, "nav_recherche").in_menu().searching();
    FirstQuestion: KindRow::named("orientation", "orientation.html").titled(Pages, "nav_orientation").apart(Apart::Answers);
    Question: KindRow::named("orientation", "orientation.html").apart(Apart::Answers).quiet();
    Advice: KindRow::named("conseil", "conseil.html").apart(Apart::Answers).quiet();
    Map: KindRow::named("plan", "plan.html").in_menu();
    About: KindRow::named("apropos", "apropos.html").titled(Pages, "nav_apropos").in_menu();
    Sources: KindRow::named("sources", "sources.html");
    Accessibility: KindRow::named("accessibilite", "accessibilite.html").titled(Pages, "nav_accessibilite").in_menu();
    NotFound: KindRow::named("erreur", "erreur.html").alone();
    Mediator: KindRow::named("mediateur", "mediateur.html").titled(Pages, "mediateur_titre").scripts(&["mediateur.js"]).quiet();
    Dashboard: KindRow::named("tableau", "tableau.html").titled(Pages, "tableau_titre").quiet();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::ASSETS;

    #[test]
    fn every_script_of_a_kind_is_a_file_of_the_site() {
        for kind in PageKind::ALL {
            for script in kind.row().scripts {
                assert!(ASSETS.contains(script), "{kind:?} asks for {script}");
            }
        }
    }

    #[test]
    fn kinds_of_one_name_differ_for_the_reader_in_nothing_that_a_template_sees() {
        for a in PageKind::ALL {
            for b in PageKind::ALL.iter().filter(|b| b.row().name == a.row().name) {
                let (a, b) = (a.row(), b.row());
                assert_eq!((a.chrome, a.searches), (b.chrome, b.searches), "{}", a.name);
            }
        }
    }

    #[test]
    fn who_keeps_the_site_is_not_offered_to_search_engines() {
        for kind in
            [PageKind::Dashboard, PageKind::Mediator, PageKind::NotFound, PageKind::Moved, PageKind::Question]
        {
            assert!(!kind.row().in_sitemap, "{kind:?}");
        }
        assert!(PageKind::Guide.row().in_sitemap && PageKind::FirstQuestion.row().in_sitemap);
    }
}
