//! What could not be read, so that nobody is told twice: a name that points to a broken sheet is no fault of its
//! own, and neither is a picture that only a broken guide shows.

use std::collections::BTreeSet;

/// The sheets that are there and could not be read.
#[derive(Clone, Debug, Default)]
pub struct Unread {
    pub needs: bool,
    pub words: bool,
    pub guides: BTreeSet<String>,
    pub services: BTreeSet<String>,
    pub products: BTreeSet<String>,
    pub cases: BTreeSet<String>,
    /// Guides that were read, but for the picture of some étape.
    pub pictures: BTreeSet<String>,
    /// Guides of which a link, or an étape with its links, leads nowhere yet.
    pub links: BTreeSet<String>,
    /// Whether some guide names a need that does not exist.
    pub needs_of_guides: bool,
}

impl Unread {
    /// Whether something that pages are made of could not be read.
    #[must_use]
    pub fn any(&self) -> bool {
        self.needs
            || self.words
            || self.needs_of_guides
            || [&self.guides, &self.services, &self.products, &self.cases, &self.pictures]
                .iter()
                .any(|names| !names.is_empty())
    }

    /// Notes a file by its path; a path that is no sheet's changes nothing.
    pub(super) fn note(&mut self, path: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        let stem = |name: &str| name.trim_end_matches(".yaml").to_owned();
        match parts[..] {
            ["content", "besoins.yaml"] => self.needs = true,
            ["content", "glossaire.yaml"] => self.words = true,
            ["content", "guides", folder, "guide.md"] => {
                self.guides.insert(folder.to_owned());
            }
            ["content", "services", .., name] => {
                self.services.insert(stem(name));
            }
            ["content", "produits", name] => {
                self.products.insert(stem(name));
            }
            ["content", "cas", name] => {
                self.cases.insert(name.trim_end_matches(".md").to_owned());
            }
            _ => {}
        }
    }
}
