//! Who verified, as people write it: roles and offices pass, names do not, and what may be either is said to be so.

use super::{Somebody, somebody};

#[test]
fn roles_and_offices_are_nobody() {
    let mut wrong = Vec::new();
    for role in [
        "rédaction",
        "la rédaction",
        "médiatrice numérique",
        "médiateur numérique",
        "équipe de la médiathèque Marie-Curie",
        "équipe de la médiathèque Marie Curie",
        "CCAS de Landerneau",
        "France services",
        "France Services Landerneau-Daoulas",
        "conseillère numérique France services",
        "agent du CCAS",
        "agente d’accueil",
        "bénévole",
        "bénévoles de la Croix-Rouge",
        "Croix-Rouge française",
        "Secours populaire",
        "Emmaüs Connect",
        "Restos du Cœur",
        "Familles rurales",
        "médiathèque municipale Albert Camus",
        "centre social Jacques Brel",
        "animatrice du centre social et culturel Jacques Brel",
        "secrétaire de la résidence Anne de Bretagne",
        "EHPAD Saint-Vincent",
        "collège Jean Moulin",
        "école primaire Jules Ferry",
        "mairie de Saint-Martin-des-Champs",
        "maison de quartier Georges Brassens",
        "tiers-lieu Simone Veil",
        "espace public numérique Rosa Parks",
        "association Les Mains dans le Clic",
        "hôpital Augustin-Morvan",
        "pharmacien",
        "La Poste",
        "gendarmerie de Brest",
        "Département du Finistère",
        "CPAM 29",
        "MSA d’Armorique",
        "service civique",
        "directrice",
        "Écrivain public",
        "équipe numérique, mairie de Brest",
        "aidante (bénévole)",
        "CCAS Jean Jaurès",
        "agent du CCAS Jean Jaurès",
        "CIAS Simone Veil",
        "CLIC Jean-Jaurès",
        "mairie annexe Jean Jaurès",
        "Mairie annexe Louise Michel",
        "antenne Jean Jaurès",
        "agence Jean Jaurès",
        "France services Jean Jaurès",
        "maison Jean Moulin",
        "espace Simone Veil",
        "centre social Georges Brassens",
        "médiathèque Jean Jaurès",
    ] {
        if let Some(found) = somebody(role, &[]) {
            wrong.push(format!("{role}: {found:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn names_of_people_are_somebody_for_sure() {
    let mut wrong = Vec::new();
    for person in [
        "Marie Dupont",
        "marie dupont",
        "MARIE DUPONT",
        "Dupont Marie",
        "DUPONT Marie",
        "Marie",
        "Jean-Pierre",
        "Jean-Pierre Le Goff",
        "jean-pierre le goff, médiateur",
        "M. Le Goff",
        "Mme Kerboul",
        "Madame Kerboul",
        "Dr Kerboul",
        "J. Kerboul",
        "Kerboul J.",
        "Marie D.",
        "Marie, médiatrice numérique",
        "médiatrice numérique Marie Dupont",
        "médiatrice numérique : Marie Dupont",
        "Paul (CCAS)",
        "agent du CCAS, Paul",
        "bénévole Éliane",
        "marie.dupont@mairie.fr",
        "06 12 34 56 78",
        "Anne Le Bris, bibliothécaire",
        "équipe de Nathalie Martin",
        "médiathèque, Nathalie Martin",
        "Jean Jaurès",
        "CCAS, Jean Jaurès",
        "CCAS - Jean Jaurès",
        "CCAS (Jean Jaurès)",
        "Jean Jaurès, CCAS",
        "CCAS Mme Dupont",
        "CCAS M. Dupont",
        "CCAS Marie",
        "mairie, annexe : Jean Jaurès",
        "agent Jean Jaurès",
    ] {
        if somebody(person, &[]) != Some(Somebody::Sure) {
            wrong.push(format!("{person}: {:?}", somebody(person, &[])));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_may_be_a_name_is_said_to_be_so() {
    let mut wrong = Vec::new();
    for doubtful in [
        "Kerboul",
        "Zorin Kerboul",
        "médiatrice Kerboul",
        "famille Kerboul",
        "Rose",
        "rose",
        "marie",
        "https://exemple.fr",
    ] {
        if somebody(doubtful, &[]) != Some(Somebody::Perhaps) {
            wrong.push(format!("{doubtful}: {:?}", somebody(doubtful, &[])));
        }
    }
    assert_eq!(wrong, [""; 0]);
    // A sheet of the site tells that it is an office.
    assert_eq!(somebody("Solenn Numérik", &["Solenn Numérik"]), None);
}
