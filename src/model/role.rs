//! Services named by what they are to the reader: « votre CCAS » is another one in each commune.

use super::ServiceKind;
use crate::text::{nearest, slug};

macro_rules! roles {
    ($($variant:ident = $key:literal,)*) => {
        impl ServiceKind {
            /// The kinds that a text may name without saying which service: those that people find near them. A number
            /// for emergencies or for all of France is the same everywhere, and has a name of its own; « autre » and
            /// « association » say too little to send somebody there.
            pub const ROLES: &'static [Self] = &[$(Self::$variant),*];
            /// The words that `role:` takes, in the order of [`Kind::ROLES`].
            pub const ROLE_KEYS: &'static [&'static str] = &[$($key),*];
        }
    };
}

roles! {
    TownHall = "mairie",
    Clic = "clic",
    Ccas = "ccas",
    Epci = "epci",
    Departement = "departement",
    FranceServices = "france-services",
    DigitalAdviser = "conseiller-numerique",
    Mdph = "mdph",
    Cpam = "cpam",
    Msa = "msa",
    Caf = "caf",
    Social = "social",
    YouthService = "jeunesse",
    Gendarmerie = "gendarmerie",
    Library = "bibliotheque",
}

/// Words that people write for a role, as slugs.
const SAID: &[(ServiceKind, &[&str])] = &[
    (ServiceKind::TownHall, &["hotel-de-ville", "ville", "commune", "etat-civil", "maire"]),
    (
        ServiceKind::Clic,
        &["autonomie", "seniors", "personnes-agees", "centre-local-d-information", "gerontologie"],
    ),
    (ServiceKind::Ccas, &["cias", "action-sociale", "aide-sociale", "centre-communal-d-action-sociale"]),
    (ServiceKind::Epci, &["agglomeration", "communaute", "metropole", "intercommunalite", "interco"]),
    (ServiceKind::Departement, &["conseil-departemental", "conseil-general"]),
    (ServiceKind::FranceServices, &["msap", "maison-france-services", "maison-de-services-au-public"]),
    (ServiceKind::DigitalAdviser, &["mediateur-numerique", "mediation-numerique", "conseiller", "cnfs"]),
    (ServiceKind::Mdph, &["mda", "handicap", "maison-departementale-des-personnes-handicapees"]),
    (ServiceKind::Cpam, &["assurance-maladie", "securite-sociale", "secu", "ameli"]),
    (ServiceKind::Msa, &["mutualite-sociale-agricole"]),
    (ServiceKind::Caf, &["allocations-familiales", "caisse-d-allocations-familiales"]),
    (ServiceKind::Social, &["assistante-sociale", "assistant-social", "service-social", "cdas"]),
    (ServiceKind::YouthService, &["pij", "jeunes", "point-information-jeunesse"]),
    (ServiceKind::Gendarmerie, &["police", "commissariat", "gendarme"]),
    (ServiceKind::Library, &["mediatheque", "bibli"]),
];

/// Words for numbers that are the same everywhere.
const EVERYWHERE: &[&str] =
    &["urgence", "urgences", "samu", "pompiers", "secours", "national", "15", "17", "18", "112", "114"];

impl ServiceKind {
    /// The role of that word.
    #[must_use]
    pub fn role(word: &str) -> Option<Self> {
        Self::ROLES.iter().copied().find(|kind| kind.key() == word)
    }

    /// The role that somebody meant by a word that is none: « commissariat », « mairie-landerneau ».
    #[must_use]
    pub fn role_meant(word: &str) -> Option<Self> {
        let word = slug(word);
        let own = ["votre-", "ma-", "mon-", "la-", "le-", "l-"].iter().find_map(|own| word.strip_prefix(own));
        let word = own.unwrap_or(&word);
        let begins =
            |start: &str| word == start || word.strip_prefix(start).is_some_and(|rest| rest.starts_with('-'));
        let said = |kind: &Self| {
            SAID.iter().any(|(other, words)| {
                other == kind && words.iter().any(|w| begins(w) || word.ends_with(&format!("-{w}")))
            })
        };
        Self::ROLES
            .iter()
            .find(|kind| begins(kind.key()))
            .or_else(|| Self::ROLES.iter().find(|kind| said(kind)))
            .copied()
            .or_else(|| Self::role(nearest(word, Self::ROLE_KEYS.iter().copied())?))
    }

    /// Whether a word names a number that is the same for all of France, and so no role.
    #[must_use]
    pub fn is_everywhere(word: &str) -> bool {
        EVERYWHERE.contains(&slug(word).as_str())
    }

    /// Whether texts may name it as a role.
    #[must_use]
    pub fn is_a_role(self) -> bool {
        Self::ROLES.contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_have_the_words_of_their_types() {
        let keys: Vec<&str> = ServiceKind::ROLES.iter().map(|kind| kind.key()).collect();
        assert_eq!(keys, ServiceKind::ROLE_KEYS);
        for not_near in
            [ServiceKind::Emergency, ServiceKind::National, ServiceKind::Association, ServiceKind::Other]
        {
            assert!(!not_near.is_a_role(), "{}", not_near.key());
        }
        assert_eq!(
            ServiceKind::ROLES.len() + 4,
            ServiceKind::ALL.len(),
            "a new type is a role, or says why not"
        );
    }

    #[test]
    fn what_people_write_for_a_role_is_told_as_it_should_be() {
        for (written, role) in [
            ("Mairie", "mairie"),
            ("mairie-landerneau", "mairie"),
            ("votre-mairie", "mairie"),
            ("hotel-de-ville", "mairie"),
            ("hôtel-de-ville", "mairie"),
            ("france-service", "france-services"),
            ("France-Services", "france-services"),
            ("france-services-landerneau-daoulas", "france-services"),
            ("maison-france-services", "france-services"),
            ("conseiller-numérique", "conseiller-numerique"),
            ("conseiller", "conseiller-numerique"),
            ("mdph-29", "mdph"),
            ("maison-du-handicap", "mdph"),
            ("ccas-toulon", "ccas"),
            ("cias", "ccas"),
            ("police", "gendarmerie"),
            ("commissariat", "gendarmerie"),
            ("sécu", "cpam"),
            ("assurance-maladie", "cpam"),
            ("cpamm", "cpam"),
            ("bibliothèque", "bibliotheque"),
            ("mediatheque", "bibliotheque"),
            ("conseil-departemental", "departement"),
            ("assistante-sociale", "social"),
            ("agglomeration", "epci"),
            ("allocations-familiales", "caf"),
        ] {
            assert_eq!(ServiceKind::role_meant(written).map(ServiceKind::key), Some(role), "{written}");
        }
        for nothing in ["", "préfecture", "tribunal", "xyz"] {
            assert_eq!(ServiceKind::role_meant(nothing).map(ServiceKind::key), None, "{nothing}");
        }
    }
}
