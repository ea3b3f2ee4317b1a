//! What kind of organisation a row is about, from what the source states; a name is believed only when it is a
//! word that nothing else bears.

use crate::model::Kind;
use crate::text::slug;

/// From the codes of the standard's `typologie`, most telling first.
pub fn of_codes(codes: &[String], name: &str) -> Option<Kind> {
    let has = |wanted: &[&str]| codes.iter().any(|code| wanted.iter().any(|w| code.eq_ignore_ascii_case(w)));
    let table: [(&[&str], Kind); 12] = [
        (&["RFS", "MSAP", "PIMMS"], Kind::FranceServices),
        (&["BIB", "RELAIS_LECTURE"], Kind::Bibliotheque),
        (&["CCAS", "CIAS"], Kind::Ccas),
        (&["MDPH"], Kind::Mdph),
        (&["CPAM"], Kind::Cpam),
        (&["CAF"], Kind::Caf),
        (&["MSA"], Kind::Msa),
        (&["EPCI"], Kind::Epci),
        (&["CD", "DEPT"], Kind::Departement),
        (&["ML", "PIJ_BIJ", "MJC"], Kind::Jeunesse),
        (&["CS", "CSC", "EVS", "MDS", "CDAS", "MQ", "UDAF"], Kind::Social),
        (&["ASSO"], Kind::Association),
    ];
    let found = table.into_iter().find(|(codes, _)| has(codes)).map(|(_, kind)| kind);
    // A municipality runs many places: only its mairie is one.
    let is_mairie = has(&["MUNI"]) && slug(name).split('-').any(|word| word == "mairie");
    found.or(is_mairie.then_some(Kind::Mairie))
}

/// From words of a type or of a name that mean one kind only.
pub fn of_words(words: &str) -> Option<Kind> {
    let words = format!("-{}-", slug(words));
    let table: [(&[&str], Kind); 10] = [
        (
            &["-france-services-", "-france-service-", "-msap-", "-maison-de-services-au-public-"],
            Kind::FranceServices,
        ),
        (&["-bibliotheque-", "-mediatheque-", "-ludo-mediatheque-"], Kind::Bibliotheque),
        (&["-ccas-", "-cias-", "-centre-communal-d-action-sociale-"], Kind::Ccas),
        (&["-clic-"], Kind::Clic),
        (&["-mdph-"], Kind::Mdph),
        (&["-mission-locale-", "-information-jeunesse-", "-pij-", "-bij-", "-mjc-"], Kind::Jeunesse),
        (
            &[
                "-centre-social-",
                "-centre-socioculturel-",
                "-centre-socio-culturel-",
                "-espace-de-vie-sociale-",
            ],
            Kind::Social,
        ),
        (&["-communaute-de-communes-", "-communaute-d-agglomeration-"], Kind::Epci),
        (&["-conseil-departemental-"], Kind::Departement),
        (&["-association-", "-asso-"], Kind::Association),
    ];
    table.into_iter().find(|(parts, _)| parts.iter().any(|part| words.contains(part))).map(|(_, kind)| kind)
}
