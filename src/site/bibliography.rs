//! Every document that the contents rest on, each once, by letter.

use super::{Site, initial};
use crate::model::Reference;
use crate::text::{PartialDate, fold};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Documents above which each letter has a page of its own: they weigh 13 kB compressed, of the 60 that a page may.
const ONE_PAGE: usize = 150;

/// Documents above which their list has a heading for each letter.
const HEADINGS: usize = 20;

/// All documents by letter, from `a` to `z`, after `0` for all figures.
#[derive(Default)]
pub struct Bibliography {
    letters: BTreeMap<char, Vec<Reference>>,
}

impl Bibliography {
    pub(super) fn of(site: &Site) -> Self {
        let verifications = site.listed_sheets().map(|sheet| sheet.verification);
        Self::from(verifications.flat_map(|one| &one.references).cloned().collect())
    }

    fn from(mut references: Vec<Reference>) -> Self {
        // Guides note beside a title what they took there: of those of one address, the shortest says what it is.
        let mut titles: BTreeMap<String, String> = BTreeMap::new();
        for reference in &references {
            if let Some(address) = &reference.address {
                let title =
                    titles.entry(address.as_str().to_owned()).or_insert_with(|| reference.title.clone());
                if (reference.title.len(), &reference.title) < (title.len(), title) {
                    title.clone_from(&reference.title);
                }
            }
        }
        for reference in &mut references {
            if let Some(title) = reference.address.as_ref().and_then(|address| titles.get(address.as_str())) {
                reference.title.clone_from(title);
            }
        }
        let mut letters: BTreeMap<char, BTreeMap<_, Reference>> = BTreeMap::new();
        for reference in references {
            // The newest first, by the calendar: written out, « août » comes before « mai ».
            let date = Reverse(reference.date.map(PartialDate::latest));
            let address = reference.address.as_ref().map(|address| address.as_str().to_owned());
            let place = (fold(&reference.title), address, date);
            letters.entry(initial(&reference.title)).or_default().entry(place).or_insert(reference);
        }
        let letters = letters.into_iter().map(|(letter, all)| (letter, all.into_values().collect()));
        Self { letters: letters.collect() }
    }

    /// Each letter that has documents, with them: by title, and the newest first.
    pub fn letters(&self) -> impl Iterator<Item = (char, &[Reference])> {
        self.letters.iter().map(|(letter, all)| (*letter, all.as_slice()))
    }

    fn len(&self) -> usize {
        self.letters.values().map(Vec::len).sum()
    }

    /// Whether each letter has a page of its own, for all of them would be too heavy a page.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.len() > ONE_PAGE
    }

    /// Whether a list of them all needs a heading for each letter.
    #[must_use]
    pub fn has_headings(&self) -> bool {
        self.len() > HEADINGS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::WebAddress;

    fn reference(title: &str, address: Option<&str>, year: &str) -> Reference {
        Reference {
            title: title.to_owned(),
            address: address.map(|address| WebAddress::parse(address).unwrap()),
            date: PartialDate::parse(year),
            licence: None,
        }
    }

    #[test]
    fn a_document_is_named_once_by_its_shortest_title_with_each_of_its_dates() {
        let page = Some("https://caf.fr/aides");
        let all = Bibliography::from(vec![
            reference("La CAF, les aides (le montant)", page, "2024"),
            reference("La CAF, les aides", page, "2025"),
            reference("La CAF, les aides (les délais)", page, "2024"),
            reference("Île-de-France, transports", None, "2024"),
            reference("20 Minutes, une page", None, "2024"),
        ]);
        let told: Vec<_> = all.letters().map(|(letter, all)| (letter, all.len())).collect();
        assert_eq!(told, [('0', 1), ('i', 1), ('l', 2)]);
        let (_, caf) = all.letters().last().unwrap();
        assert!(caf.iter().all(|one| one.title == "La CAF, les aides"), "{caf:?}");
        assert_eq!(caf[0].date, PartialDate::parse("2025"));
    }
}
