//! What kind of organisation a row is about, from what the source states; a name is believed only when it is a
//! word that nothing else bears.

use crate::model::ServiceKind;
use crate::text::slug;

/// From the codes of the standard's `typologie`, most telling first.
pub fn of_codes(codes: &[String], name: &str) -> Option<ServiceKind> {
    let has = |wanted: &[&str]| codes.iter().any(|code| wanted.iter().any(|w| code.eq_ignore_ascii_case(w)));
    let table: [(&[&str], ServiceKind); 12] = [
        (&["RFS", "MSAP", "PIMMS"], ServiceKind::FranceServices),
        (&["BIB", "RELAIS_LECTURE"], ServiceKind::Library),
        (&["CCAS", "CIAS"], ServiceKind::Ccas),
        (&["MDPH"], ServiceKind::Mdph),
        (&["CPAM"], ServiceKind::Cpam),
        (&["CAF"], ServiceKind::Caf),
        (&["MSA"], ServiceKind::Msa),
        (&["EPCI"], ServiceKind::Epci),
        (&["CD", "DEPT"], ServiceKind::Departement),
        (&["ML", "PIJ_BIJ", "MJC"], ServiceKind::YouthService),
        (&["CS", "CSC", "EVS", "MDS", "CDAS", "MQ", "UDAF"], ServiceKind::Social),
        (&["ASSO"], ServiceKind::Association),
    ];
    let found = table.into_iter().find(|(codes, _)| has(codes)).map(|(_, kind)| kind);
    // A municipality runs many places: only its mairie is one.
    let is_town_hall = has(&["MUNI"]) && slug(name).split('-').any(|word| word == "mairie");
    found.or(is_town_hall.then_some(ServiceKind::TownHall))
}

/// From words of a type or of a name that mean one kind only.
pub fn of_words(words: &str) -> Option<ServiceKind> {
    let words = format!("-{}-", slug(words));
    let table: [(&[&str], ServiceKind); 10] = [
        (
            &["-france-services-", "-france-service-", "-msap-", "-maison-de-services-au-public-"],
            ServiceKind::FranceServices,
        ),
        (&["-bibliotheque-", "-mediatheque-", "-ludo-mediatheque-"], ServiceKind::Library),
        (&["-ccas-", "-cias-", "-centre-communal-d-action-sociale-"], ServiceKind::Ccas),
        (&["-clic-"], ServiceKind::Clic),
        (&["-mdph-"], ServiceKind::Mdph),
        (
            &["-mission-locale-", "-information-jeunesse-", "-pij-", "-bij-", "-mjc-"],
            ServiceKind::YouthService,
        ),
        (
            &[
                "-centre-social-",
                "-centre-socioculturel-",
                "-centre-socio-culturel-",
                "-espace-de-vie-sociale-",
            ],
            ServiceKind::Social,
        ),
        (&["-communaute-de-communes-", "-communaute-d-agglomeration-"], ServiceKind::Epci),
        (&["-conseil-departemental-"], ServiceKind::Departement),
        (&["-association-", "-asso-"], ServiceKind::Association),
    ];
    table.into_iter().find(|(parts, _)| parts.iter().any(|part| words.contains(part))).map(|(_, kind)| kind)
}
