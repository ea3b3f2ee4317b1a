//! The words of the « standard de médiation numérique », v1.0.2, spelt as its schema spells them
//! (LaMednum/standard-mediation-num, Licence Ouverte 2.0).

use crate::model::{ContactMode, HelpMode, ServiceKind};

/// What the standard calls the help that a need asks for. Needs are the site's own: of others it knows nothing.
const SERVICES: [(&str, &str); 6] = [
    ("appel-video", "Maîtrise des outils numériques du quotidien"),
    ("teleconsultation", "Maîtrise des outils numériques du quotidien"),
    ("materiel", "Maîtrise des outils numériques du quotidien"),
    ("demarche-en-ligne", "Aide aux démarches administratives"),
    ("compte-bloque", "Utilisation sécurisée du numérique"),
    ("information-fiable", "Compréhension du monde numérique"),
];

pub fn service(need: &str) -> Option<&'static str> {
    SERVICES.iter().find(|(id, _)| *id == need).map(|(_, word)| *word)
}

/// The typology; the standard has no word for a CLIC.
pub fn typology(kind: ServiceKind) -> Option<&'static str> {
    Some(match kind {
        ServiceKind::TownHall => "MUNI",
        ServiceKind::Ccas => "CCAS",
        ServiceKind::Epci => "EPCI",
        ServiceKind::Departement => "CD",
        ServiceKind::FranceServices => "RFS",
        ServiceKind::Mdph => "MDPH",
        ServiceKind::Cpam => "CPAM",
        ServiceKind::Msa => "MSA",
        ServiceKind::Caf => "CAF",
        ServiceKind::YouthService => "PIJ_BIJ",
        ServiceKind::Association => "ASSO",
        ServiceKind::Library => "BIB",
        ServiceKind::Clic => "Autre",
        _ => return None,
    })
}

pub fn programme(kind: ServiceKind) -> Option<&'static str> {
    match kind {
        ServiceKind::FranceServices => Some("France Services"),
        ServiceKind::DigitalAdviser => Some("Conseillers numériques"),
        _ => None,
    }
}

pub fn public(kind: ServiceKind) -> Option<&'static str> {
    match kind {
        ServiceKind::Clic => Some("Seniors"),
        ServiceKind::YouthService => Some("Jeunes"),
        _ => None,
    }
}

/// Only what the sheet says outright: « Gratuit », and nothing after.
pub fn fee(cost: &str) -> Option<&'static str> {
    (crate::text::fold(cost).trim().trim_end_matches('.') == "gratuit").then_some("Gratuit")
}

pub fn language(language: &str) -> Option<&'static str> {
    match crate::text::fold(language).trim() {
        "francais" | "breton" | "langue des signes" | "langue des signes francaise" => None,
        "anglais" => Some("Langues étrangères (anglais)"),
        _ => Some("Langues étrangères (autres)"),
    }
}

pub const DEAF: &str = "Surdité";

pub fn access(mode: ContactMode) -> Option<&'static str> {
    match mode {
        ContactMode::OnSite => Some("Se présenter"),
        ContactMode::Telephone => Some("Téléphoner"),
        ContactMode::Email => Some("Contacter par mail"),
        _ => None,
    }
}

/// A desk may help one person or many: the standard wants to know which, and the sheet does not say.
pub fn support(mode: HelpMode) -> Option<&'static str> {
    match mode {
        HelpMode::Home => Some("Accompagnement individuel"),
        HelpMode::Telephone | HelpMode::Video | HelpMode::Writing => Some("À distance"),
        HelpMode::OnSite | HelpMode::Round => None,
    }
}

pub const ROUND: &str = "Itinérant";
pub const FIXED: &str = "Fixe";
