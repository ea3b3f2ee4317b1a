//! What a row of the table of kinds says: all that is the same for every page of a kind. The table is in [`super::page`].

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
    pub(super) const fn named(name: &'static str, template: &'static str) -> Self {
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
    pub(super) const fn listed(self, section: Section) -> Self {
        Self { section: Some(section), ..self }
    }

    /// Its only page stands in that section of the map, with that title.
    pub(super) const fn titled(self, section: Section, title: &'static str) -> Self {
        Self { section: Some(section), title: Some(title), ..self }
    }

    pub(super) const fn apart(self, apart: Apart) -> Self {
        Self { apart, ..self }
    }

    pub(super) const fn in_menu(self) -> Self {
        Self { chrome: Chrome::Own, ..self }
    }

    pub(super) const fn scripts(self, scripts: &'static [&'static str]) -> Self {
        Self { scripts, ..self }
    }

    pub(super) const fn searching(self) -> Self {
        Self { searches: true, scripts: &["recherche.js"], ..self }
    }

    /// Search engines are not told of it.
    pub(super) const fn quiet(self) -> Self {
        Self { in_sitemap: false, ..self }
    }

    pub(super) const fn alone(self) -> Self {
        Self { chrome: Chrome::Alone, in_sitemap: false, ..self }
    }
}
