//! Ten that must be found and ten that must not, for each rule.

use super::{PersonalDetail, Private, names_somebody};
use crate::check::words::TextWords;

const OFFICIAL: [&str; 4] = ["Résidence de l’Élorn", "Cabinet Anne Le Bris", "Skype", "Mairie de Landerneau"];

fn found(text: &str, kind: Private) -> Vec<String> {
    let official: Vec<TextWords<'_>> = OFFICIAL.into_iter().map(TextWords::new).collect();
    let found = PersonalDetail::read(text, &official).private;
    found.into_iter().filter(|(found, _)| *found == kind).map(|(_, range)| text[range].to_owned()).collect()
}

#[track_caller]
fn all(kind: Private, positives: &[(&str, &str)], near_misses: &[&str]) {
    assert!(positives.len() >= 10 && near_misses.len() >= 10);
    let mut faults = Vec::new();
    for (text, words) in positives {
        let found = found(text, kind);
        if found != [*words] {
            faults.push(format!("« {text} » should give « {words} », and gave {found:?}"));
        }
    }
    for text in near_misses {
        let found = found(text, kind);
        if !found.is_empty() {
            faults.push(format!("« {text} » should give nothing, and gave {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn telephone_numbers() {
    all(
        Private::Phone,
        &[
            ("Appelez le 02 98 00 00 00.", "02 98 00 00 00"),
            ("0298000000", "0298000000"),
            ("(02.98.00.00.00)", "02.98.00.00.00"),
            ("06-12-34-56-78 le soir", "06-12-34-56-78"),
            ("02\u{a0}98\u{202f}00 00\n00", "02\u{a0}98\u{202f}00 00\n00"),
            ("+33 6 12 34 56 78", "+33 6 12 34 56 78"),
            ("+33 (0)2 98 00 00 00", "+33 (0)2 98 00 00 00"),
            ("0033 298 00 00 00", "0033 298 00 00 00"),
            ("son numéro vert, 0 800 12 34 56", "0 800 12 34 56"),
            ("le 2 98 00 00 00", "2 98 00 00 00"),
            ("tel:+33298000000", "+33298000000"),
            ("029\u{200b}8000000", "029\u{200b}8000000"),
            ("En 2020, le 02/98/00/00/00", "02/98/00/00/00"),
            ("+44 20 7946 0958", "+44 20 7946 0958"),
            ("２０２０ : ０２９８００００００", "０２９８００００００"),
        ],
        &[
            "Le 3646, le 114 et le 15.",
            "le 36 46",
            "Le 05/05/2025 à 10 h",
            "2020-03-17, 2021-02-16",
            "SIREN 242 900 801",
            "SIRET 242 900 801 00012",
            "29800 Landerneau, 29103",
            "01001 29800",
            "20 000 appels en 10 semaines",
            "1 000 000 000 €",
            "Il a 91 ans, elle 62, lui 30.",
            "https://exemple.fr/article-0298000000",
            "de 9 h à 12 h et de 14 h à 17 h 30",
            "02 98",
        ],
    );
}

#[test]
fn email_addresses() {
    all(
        Private::Email,
        &[
            ("Écrivez à jean@exemple.fr.", "jean@exemple.fr"),
            ("j.dupont+clic@mail.exemple.bzh", "j.dupont+clic@mail.exemple.bzh"),
            ("mailto:clic@exemple.fr", "clic@exemple.fr"),
            ("jean @ exemple.fr", "jean @ exemple.fr"),
            ("jean @ exemple . fr", "jean @ exemple . fr"),
            ("jean arobase exemple point fr", "jean arobase exemple point fr"),
            ("jean(at)exemple.fr", "jean(at)exemple.fr"),
            ("jean [at] exemple [dot] fr", "jean [at] exemple [dot] fr"),
            ("JEAN@EXEMPLE.FR", "JEAN@EXEMPLE.FR"),
            ("hélène@exemple.fr", "hélène@exemple.fr"),
            ("mamie29 arobase orange.fr", "mamie29 arobase orange.fr"),
        ],
        &[
            "Tapez le signe @.",
            "Tapez arobase, puis le nom.",
            "L’arobase est au milieu. Fin.",
            "@mairie",
            "Écrivez à @mairie.bzh sur le réseau.",
            "une adresse électronique",
            "https://social.exemple/@mairie",
            "1 kg @ 3 €",
            "R&D @ Brest",
            "jean @ la maison",
            "attention au chat.",
        ],
    );
}

#[test]
fn postal_addresses() {
    all(
        Private::Street,
        &[
            ("Il habite 12 rue des Lilas.", "12 rue des Lilas"),
            ("12, rue des lilas", "12, rue des lilas"),
            ("3 bis, avenue Foch", "3 bis, avenue Foch"),
            ("au 4 place Saint-Houardon", "4 place Saint-Houardon"),
            ("rue de Brest", "rue de Brest"),
            ("boulevard de la Gare", "boulevard de la Gare"),
            ("l’avenue Charles-de-Gaulle", "avenue Charles-de-Gaulle"),
            ("au lieu-dit Kerlosquet", "lieu-dit Kerlosquet"),
            ("au lieu dit Kerlosquet", "lieu dit Kerlosquet"),
            ("l’impasse des Ajoncs", "impasse des Ajoncs"),
            ("appartement 12", "appartement 12"),
            ("la résidence Kerlevenez", "résidence Kerlevenez"),
            ("7 allée du Stang", "7 allée du Stang"),
            ("45 av. Foch", "45 av. Foch"),
            ("le hameau de Kerfaven", "hameau de Kerfaven"),
            ("BP 849", "BP 849"),
            ("12 RUE DE BREST", "12 RUE DE BREST"),
        ],
        &[
            "Il est tombé dans la rue.",
            "Il reste 2 places.",
            "une place de parking",
            "à la place de Claude",
            "au cours de la semaine",
            "3 cours d’informatique",
            "Elle est allée de Brest à Quimper.",
            "une résidence secondaire",
            "29800 Landerneau",
            "la route de nuit",
            "le chemin de fer",
            "passé de Skype à Jitsi",
            "2 voies possibles",
            "C’est une impasse.",
            "à la Résidence de l’Élorn",
            "en lieu sûr",
            "Pays de Landerneau-Daoulas",
            "Le service a l’agrément 12.",
        ],
    );
}

#[test]
fn surnames() {
    all(
        Private::Surname,
        &[
            ("Éliane Kerboul a appelé.", "Éliane Kerboul"),
            ("C’est Jean-Pierre Le Goff.", "Jean-Pierre Le Goff"),
            ("Marie DUPONT", "Marie DUPONT"),
            ("M. Dupont", "M. Dupont"),
            ("Mme Le Goff a rappelé.", "Mme Le Goff"),
            ("madame Kerboul", "madame Kerboul"),
            ("le docteur Morvan", "docteur Morvan"),
            ("Mme Éliane Kerboul", "Mme Éliane Kerboul"),
            ("Éliane D. a appelé.", "Éliane D"),
            ("Marie de Kersauson", "Marie de Kersauson"),
            ("la famille Kerboul", "famille Kerboul"),
            ("Elle s’appelle Soazig Kerboul.", "appelle Soazig Kerboul"),
            ("chez Yannig KERBOUL", "Yannig KERBOUL"),
            ("KERBOUL Yannick", "KERBOUL Yannick"),
            ("Éli\u{200b}ane Kerboul", "Éli\u{200b}ane Kerboul"),
            ("ÉLIANE KERBOUL", "ÉLIANE KERBOUL"),
            ("E\u{301}liane Kerboul", "E\u{301}liane Kerboul"),
            ("Dr Morvan", "Dr Morvan"),
        ],
        &[
            "Éliane téléphone.",
            "Éliane, Landerneau",
            "Pays de Landerneau",
            "Solidarité Numérique",
            "France Services, France Travail",
            "Le lycée Jean Moulin aide.",
            "au Cabinet Anne Le Bris",
            "Éliane de Landerneau",
            "Mme Éliane a rappelé.",
            "madame la maire",
            "Éliane. Le CLIC répond.",
            "Éliane (CLIC) rappelle.",
            "les Familles Rurales du Finistère",
            "Saint-Martin-des-Champs",
            "Conseil départemental du Finistère",
            "Elle s’appelle Éliane.",
            "Noël Solidaire",
            "Conseillers Numériques France services",
            "Éliane Skype",
            "la lettre M",
            "Marie-Galante",
            "le docteur vient",
        ],
    );
}

#[test]
fn first_names_are_told_from_words() {
    let first = |text: &str| PersonalDetail::read(text, &[]).first_name.map(|range| text[range].to_owned());
    for (text, name) in [
        ("Éliane appelle.", "Éliane"),
        ("Son père, Goulven, est sourd.", "Goulven"),
        ("avec Pierre", "Pierre"),
        ("C’est Jean-Yves.", "Jean-Yves"),
        ("d’Éliane", "Éliane"),
    ] {
        assert_eq!(first(text).as_deref(), Some(name), "{text}");
    }
    for text in [
        "Pierre par pierre.",
        "France Services",
        "À Noël, il est seul.",
        "Saint-Denis",
        "Saint Yves",
        "la Marine",
        "éliane",
        "l’hôpital Augustin-Morvan",
        "Landerneau",
        "Le CLIC",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

/// `eliane attester --par`: whoever it was, a role.
#[test]
fn a_role_is_not_a_person() {
    let official = ["Les Mains dans le Clic", "Emmaüs Connect Brest"];
    let mut wrong = Vec::new();
    for role in [
        "médiatrice numérique",
        "médiateur",
        "rédaction",
        "Rédaction",
        "équipe",
        "L’équipe",
        "agent du CCAS",
        "agente d’accueil, mairie de Landerneau",
        "CCAS",
        "CLIC de Landerneau",
        "C.C.A.S. de Landerneau",
        "France services",
        "France Services de Sizun",
        "conseillère France services",
        "Conseiller Numérique",
        "Conseillère Numérique France Services",
        "bénévole",
        "bénévole d’Emmaüs Connect",
        "Les Mains dans le Clic",
        "Emmaüs Connect Brest",
        "médiathèque Jean Moulin",
        "agent de la bibliothèque Saint-Martin",
        "mairie de Saint Renan",
        "Mairie de Sainte-Marie",
        "bibliothécaire",
        "animatrice de l’espace public numérique",
        "MDPH 29",
        "secrétaire de mairie",
        "Secrétaire de Mairie",
        "médiatrice de Brest",
        "aidant numérique (Finistère)",
        "stagiaire",
        "ergothérapeute",
        "webmestre",
        "2 bénévoles",
        "Directrice du Centre Social",
        "élue",
        "Maison France Services",
    ] {
        if names_somebody(role, &official) {
            wrong.push(role);
        }
    }
    for person in [
        "Marie Dupont",
        "marie dupont",
        "MARIE DUPONT",
        "Dupont Marie",
        "DUPONT Marie",
        "Marie",
        "marie",
        "Éliane",
        "eliane",
        "Jean-Pierre",
        "jean-pierre le goff",
        "Jean Pierre Le Goff",
        "M. Le Goff",
        "Mme Kerboul",
        "Madame Kerboul",
        "Dr Kerboul",
        "Kerboul",
        "Kerboul Yannig",
        "Yannig Kerboul",
        "J. Kerboul",
        "Kerboul J.",
        "J.-P. Kerboul",
        "Marie D.",
        "médiatrice Kerboul",
        "médiatrice numérique Kerboul",
        "médiatrice numérique Marie Dupont",
        "Marie, médiatrice numérique",
        "marie (médiatrice)",
        "agent du CCAS, Paul",
        "Rose",
        "Claire",
        "marie.dupont@mairie.fr",
        "06 12 34 56 78",
        "famille Kerboul",
    ] {
        if !names_somebody(person, &official) {
            wrong.push(person);
        }
    }
    assert_eq!(wrong, [""; 0]);
}
