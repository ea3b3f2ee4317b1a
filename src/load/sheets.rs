//! Every kind of file that a curator writes, with its keys.

use super::case::head::key::CASE;
use super::emergencies::key::EMERGENCY;
use super::head::key::GUIDE;
use super::queries::key::QUERY;
use super::service::key::{ACCESS, CONTACT, IDENTITY};
use super::small::key::{NEED, PRODUCT, SITE, WORD};
use super::triage::key::QUESTION;
use super::verification::key::{STATUS, VERIFICATION};
use crate::keys::SheetKeys;

pub(super) const GUIDES: SheetKeys = SheetKeys {
    name: "guide",
    files: &[],
    title: "L’en-tête d’un guide",
    list: false,
    groups: &[GUIDE, STATUS, VERIFICATION],
};
pub(super) const CASES: SheetKeys = SheetKeys {
    name: "cas",
    files: &[],
    title: "L’en-tête d’un cas résolu",
    list: false,
    groups: &[CASE, STATUS, VERIFICATION],
};
pub(super) const SERVICES: SheetKeys = SheetKeys {
    name: "service",
    files: &["content/services/**/*.yaml"],
    title: "Un service",
    list: false,
    groups: &[IDENTITY, CONTACT, ACCESS, STATUS, VERIFICATION],
};
pub(super) const PRODUCTS: SheetKeys = SheetKeys {
    name: "produit",
    files: &["content/produits/*.yaml"],
    title: "Un produit",
    list: false,
    groups: &[PRODUCT, VERIFICATION],
};
pub(super) const SETTINGS: SheetKeys =
    SheetKeys { name: "site", files: &["content/site.yaml"], title: "Le site", list: false, groups: &[SITE] };
pub(super) const NEEDS: SheetKeys = SheetKeys {
    name: "besoins",
    files: &["content/besoins.yaml"],
    title: "Les besoins",
    list: true,
    groups: &[NEED],
};
pub(super) const GLOSSARY: SheetKeys = SheetKeys {
    name: "glossaire",
    files: &["content/glossaire.yaml"],
    title: "Les mots expliqués",
    list: true,
    groups: &[WORD],
};
pub(super) const QUERIES: SheetKeys = SheetKeys {
    name: "requetes",
    files: &["content/requetes.yaml"],
    title: "Les recherches",
    list: true,
    groups: &[QUERY],
};
pub(super) const EMERGENCIES: SheetKeys = SheetKeys {
    name: "urgences",
    files: &["content/urgences.yaml"],
    title: "Les mots d’une personne en danger",
    list: true,
    groups: &[EMERGENCY],
};
pub(super) const TRIAGE: SheetKeys = SheetKeys {
    name: "orientation",
    files: &["content/orientation.yaml"],
    title: "Les questions",
    list: true,
    groups: &[QUESTION],
};

/// All kinds. Guides and cases are Markdown: their keys are those of their first lines.
pub const SHEETS: &[SheetKeys] =
    &[SETTINGS, NEEDS, GLOSSARY, QUERIES, EMERGENCIES, TRIAGE, SERVICES, PRODUCTS, GUIDES, CASES];
