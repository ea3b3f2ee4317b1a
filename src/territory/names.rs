//! Names of EPCI as readers may see them: the source shortens their kinds and writes quotes as typewriters do.

use super::{Epci, EpciKind};

impl Epci {
    /// « du Pays de Landerneau-Daoulas »: without its kind in short and the initials that some names end with,
    /// straight quotes made « ». The kind in words is the view's, as is typography.
    #[must_use]
    pub fn own_name(&self) -> String {
        let name = self.name.strip_prefix(self.kind.in_short()).unwrap_or(self.name).replace("''", "\"");
        let words: Vec<&str> = name.split_whitespace().collect();
        quoted(without_initials(&words.join(" ")))
    }
}

impl Epci {
    /// « Pays de Landerneau-Daoulas »: the same without the article, for ways back, where room is short.
    #[must_use]
    pub fn short_name(&self) -> String {
        let own = self.own_name();
        let bare = ARTICLES.iter().find_map(|article| own.strip_prefix(article)).unwrap_or(&own);
        let mut letters = bare.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// « dans le Pays de Landerneau-Daoulas », « à Morlaix Communauté »: where its people live, inside a sentence. None for a
    /// name that is said with its kind only: « communauté de communes de Pleyben-Châteaulin-Porzay ».
    #[must_use]
    pub fn place(&self) -> Option<String> {
        let own = self.own_name();
        // « de la Cléry, du Betz et de l’Ouanne »: each part would want its own.
        let is_several = [" et d", ", d"].iter().any(|and| own.contains(and));
        if let Some((article, within)) = WITHIN.iter().find(|(start, _)| own.starts_with(start)) {
            return (!is_several).then(|| own.replacen(article, within, 1));
        }
        if let Some((_, within)) = KINDS_FIRST.iter().find(|(kind, _)| own.starts_with(kind)) {
            return Some(format!("{within}{own}"));
        }
        ["Communauté", "Métropole", "Agglo", "Agglomération"]
            .iter()
            .any(|kind| own.ends_with(kind))
            .then(|| format!("à\u{a0}{own}"))
    }
}

/// How a name begins, and how it does after « in »: its article contracts.
const WITHIN: [(&str, &str); 8] = [
    ("du ", "dans le "),
    ("de la ", "dans la "),
    ("de l'", "dans l'"),
    ("des ", "dans les "),
    ("les ", "dans les "),
    ("Le ", "dans le "),
    ("La ", "dans la "),
    ("Les ", "dans les "),
];

/// Words of a kind that begin a name without article, and what stands before them then.
const KINDS_FIRST: [(&str, &str); 5] = [
    ("Pays ", "dans le "),
    ("Métropole ", "dans la "),
    ("Communauté ", "dans la "),
    ("Eurométropole ", "dans l'"),
    ("Agglomération ", "dans l'"),
];

/// What ties a kind to a name: « communauté d'agglomération **du** Pays… ».
const ARTICLES: [&str; 7] = ["du ", "de la ", "de l'", "des ", "de ", "d'", "les "];

impl EpciKind {
    /// What its names begin with in the source; nothing where the name says it: « Brest Métropole ».
    fn in_short(self) -> &'static str {
        match self {
            Self::CommunityOfCommunes => "CC ",
            Self::AgglomerationCommunity => "CA ",
            Self::UrbanCommunity => "CU ",
            Self::Metropolis | Self::LyonMetropolis => "",
        }
    }

    /// The end of a key of the theme's strings.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::CommunityOfCommunes => "communes",
            Self::AgglomerationCommunity => "agglomeration",
            Self::UrbanCommunity => "urbaine",
            Self::Metropolis | Self::LyonMetropolis => "metropole",
        }
    }
}

/// « (CARENE) » at the end tells nothing to those who do not know it.
fn without_initials(name: &str) -> &str {
    let Some((before, last)) = name.rsplit_once(" (") else { return name };
    let initials = last
        .strip_suffix(')')
        .is_some_and(|word| word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == ' '));
    if initials { before } else { name }
}

/// Straight double quotes, two by two, become « ».
fn quoted(name: &str) -> String {
    let parts: Vec<&str> = name.split('"').collect();
    if parts.len() != 3 {
        return name.to_owned();
    }
    [parts[0], "\u{ab} ", parts[1].trim(), " \u{bb}", parts[2]].concat()
}

#[cfg(test)]
mod tests {
    use crate::territory::france;

    #[test]
    fn the_kind_and_the_initials_are_off() {
        let named = |part: &str| {
            let epcis = france().epcis();
            epcis.iter().find(|epci| epci.name.contains(part)).map(super::Epci::own_name).unwrap()
        };
        assert_eq!(named("Landerneau-Daoulas"), "du Pays de Landerneau-Daoulas");
        assert_eq!(named("CARENE"), "de la Région Nazairienne et de l'Estuaire");
        assert_eq!(named("Agglopolys"), "de Blois « Agglopolys »");
        assert_eq!(named("Saintes - Grandes"), "« Saintes - Grandes Rives - L'Agglo »");
        assert_eq!(named("Métropole de Lyon"), "Métropole de Lyon");
        assert_eq!(named("Brest"), "Brest Métropole");
        let short = |part: &str| {
            let epcis = france().epcis();
            epcis.iter().find(|epci| epci.name.contains(part)).map(super::Epci::short_name).unwrap()
        };
        assert_eq!(short("Landerneau-Daoulas"), "Pays de Landerneau-Daoulas");
        assert_eq!(short("CARENE"), "Région Nazairienne et de l'Estuaire");
        let place = |part: &str| {
            let epcis = france().epcis();
            epcis.iter().find(|epci| epci.name.contains(part)).and_then(super::Epci::place)
        };
        for (part, said) in [
            ("Landerneau-Daoulas", Some("dans le Pays de Landerneau-Daoulas")),
            ("Morlaix", Some("à\u{a0}Morlaix Communauté")),
            ("Brest", Some("à\u{a0}Brest Métropole")),
            ("Métropole de Lyon", Some("dans la Métropole de Lyon")),
            ("Pays de Nérondes", Some("dans le Pays de Nérondes")),
            ("Agglomération d'Agen", Some("dans l'Agglomération d'Agen")),
            ("Grésivaudan", Some("dans le Grésivaudan")),
            ("Cléry", None),
            ("Pleyben", None),
            ("Coeur de Sologne", None),
        ] {
            assert_eq!(place(part).as_deref(), said, "{part}");
        }
        for epci in france().epcis() {
            let own = epci.own_name();
            assert!(!epci.short_name().is_empty());
            assert!(!own.contains("  ") && !own.contains('"'), "{own}");
            assert!(!["CC ", "CA ", "CU "].iter().any(|short| own.starts_with(short)), "{own}");
        }
    }
}
