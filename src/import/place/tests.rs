//! Spellings of towns, as files have them.

use super::*;

static PLACES: std::sync::OnceLock<PlaceNames> = std::sync::OnceLock::new();

fn find(insee: &str, postal: &str, town: &str) -> Result<(&'static str, Sure), Trouble> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let hints = Hints { insee: some(insee), postal: some(postal), town: some(town), ..Hints::default() };
    PLACES.get_or_init(PlaceNames::new).find(&hints).map(|(commune, sure)| (commune.code, sure))
}

#[test]
fn every_spelling_of_a_town_is_the_town() {
    for (insee, postal, town, code) in [
        ("29103", "29800", "Landerneau", "29103"),
        ("", "29800", "LANDERNEAU", "29103"),
        ("", "29800", "st thonan", "29268"),
        ("", "29207", "LANDERNEAU CEDEX", "29103"),
        ("", "29602", "Brest Cedex 2", "29019"),
        ("", "1200", "Valserhône", "01033"),
        ("1033", "", "", "01033"),
        ("", "13011", "MARSEILLE 11", "13055"),
        ("75112", "75012", "Paris 12e Arrondissement", "75056"),
        ("", "69003", "Lyon 3ème", "69123"),
        ("", "76600", "HAVRE (LE)", "76351"),
        ("", "71100", "CHALON S/SAONE", "71076"),
        ("2a004", "20000", "Ajaccio", "2A004"),
        ("", "25410", "antorpe", "25527"),
        ("", "80190", "y", "80829"),
        ("", "", "29800 Landerneau", "29103"),
        ("", "", "Landerneau", "29103"),
        ("", "01200", "Éloise", "74109"),
        ("", "97400", "SAINT-DENIS (La Réunion)", "97411"),
    ] {
        assert_eq!(find(insee, postal, town), Ok((code, Sure::Exact)), "{insee} {postal} {town}");
    }
}

#[test]
fn a_mistyped_code_is_forgiven_when_the_rest_agrees() {
    assert_eq!(find("", "29103", "Landerneau"), Ok(("29103", Sure::Tolerant)), "INSEE in the postal column");
    assert_eq!(find("29103", "29810", "Landerneau"), Ok(("29103", Sure::Tolerant)), "two agree of three");
}

#[test]
fn what_is_not_sure_is_asked() {
    assert!(matches!(find("", "18110", "BOUIRGES"), Err(Trouble::Slip { .. } | Trouble::Unknown { .. })));
    assert!(
        matches!(find("", "29800", "Landernau"), Err(Trouble::Slip { near, .. }) if near.code == "29103")
    );
    assert!(matches!(find("", "73440", "Val Thorens"), Err(Trouble::Unknown { .. })));
    assert!(
        matches!(find("", "", "Sainte-Colombe"), Err(Trouble::Homonyms { several, .. }) if several.len() == 12)
    );
    assert!(matches!(find("", "29800", ""), Err(Trouble::Homonyms { several, .. }) if several.len() == 12));
    assert!(matches!(find("29103", "29200", "Brest"), Err(Trouble::Conflict { .. })));
    assert!(matches!(find("", "", ""), Err(Trouble::Missing)));
    assert!(matches!(find("", "98000", "MONACO"), Err(Trouble::Unknown { .. })));
    assert!(
        matches!(find("", "99999", "Landerneau"), Err(Trouble::Unknown { .. })),
        "no département from nothing"
    );
}

#[test]
fn a_place_may_be_elsewhere_than_its_mailing_address() {
    let hints = Hints {
        insee: Some("29103".into()),
        postal: Some("29602".into()),
        town: Some("Brest Cedex 2".into()),
        departement: None,
        code_decides: true,
    };
    assert_eq!(PlaceNames::new().find(&hints).unwrap().0.code, "29103");
}

/// Names that changed in 2024, 2025 and 2026: files keep the old one.
#[test]
fn a_former_name_is_the_commune_of_today() {
    for (postal, town, code) in [
        ("76210", "Trouville", "76715"),
        ("76350", "Oissel", "76484"),
        ("71500", "LOUHANS", "71263"),
        ("95610", "Eragny", "95218"),
        ("12110", "Cransac", "12083"),
        ("27350", "Rougemontiers", "27497"),
        ("28150", "Moutiers", "28274"),
        ("30124", "Peyrolles", "30195"),
        ("31230", "Salerm", "31522"),
        ("33350", "St Philippe d'Aiguille", "33461"),
        ("45600", "Saint-Florent", "45277"),
        ("50310", "ST CYR", "50461"),
        ("58230", "Saint-Agnan", "58226"),
        ("62120", "Lambres", "62486"),
        ("63380", "SAINT AVIT", "63320"),
        ("68640", "Waldighofen", "68355"),
        ("74800", "Etaux", "74116"),
        ("83560", "Esparron", "83052"),
        ("10500", "La Ville-aux-Bois", "10411"),
        ("69520", "Grigny", "69096"),
        ("62140", "Hesdin", "62447"),
        ("88150", "Capavenir Vosges", "88465"),
    ] {
        assert_eq!(find("", postal, town), Ok((code, Sure::Exact)), "{postal} {town}");
        assert!(matches!(find(code, postal, town), Ok((found, _)) if found == code), "{code} {town}");
    }
    // Its part's former code, and a name that means two places since.
    assert_eq!(find("01324", "", "Rignat"), Ok(("01245", Sure::Exact)));
    assert!(matches!(find("", "", "Rousset"), Err(Trouble::Homonyms { several, .. }) if several.len() == 2));
    assert!(!matches!(find("", "76210", "Trouvil"), Err(Trouble::Slip { near, .. }) if near.code == "76543"));
}

#[test]
fn articles_come_and_go_when_the_code_agrees() {
    for (insee, postal, town, code) in [
        ("", "97221", "Carbet", "97204"),
        ("", "97232", "LAMENTIN", "97213"),
        ("", "97129", "Le Lamentin", "97115"),
        ("", "97129", "Lamentin", "97115"),
        ("", "97285", "Lamentin Cedex 2", "97213"),
        ("97213", "97232", "Lamentin", "97213"),
        ("97213", "", "Lamentin", "97213"),
        ("", "97139", "Abymes", "97101"),
        ("", "97160", "MOULE", "97117"),
        ("", "97229", "Trois-Ilets", "97231"),
        ("", "97420", "Port", "97407"),
        ("", "97430", "TAMPON (LE)", "97422"),
        ("", "97430", "Tampon, Le", "97422"),
        ("", "76600", "Havre", "76351"),
        ("", "17000", "Rochelle", "17300"),
        ("", "72000", "Mans", "72181"),
        ("", "10500", "Ville aux Bois", "10411"),
        ("", "56400", "Bono", "56262"),
        ("", "01400", "Abergement-Clémenciat", "01001"),
        ("", "66760", "La Latour de Carol", "66095"),
    ] {
        assert!(
            matches!(find(insee, postal, town), Ok((found, _)) if found == code),
            "{town}: {:?}",
            find(insee, postal, town)
        );
    }
    // Without a code, or with another's, an article is part of the name.
    for (postal, town) in [("", "Carbet"), ("97200", "Carbet"), ("29800", "Le Landerneaux")] {
        assert!(find("", postal, town).is_err(), "{postal} {town}");
    }
}

#[test]
fn codes_that_contradict_each_other_wait() {
    let with = |insee: &str, postal: &str, town: &str, departement: &str| {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        PLACES.get_or_init(PlaceNames::new).find(&Hints {
            insee: some(insee),
            postal: some(postal),
            town: some(town),
            departement: some(departement),
            code_decides: false,
        })
    };
    for (insee, postal, town, departement) in [
        ("63236", "98800", "Mont-Dore", ""),
        ("63236", "98809", "MONT DORE", ""),
        ("29103", "63240", "Landerneau", ""),
        ("29103", "75012", "", ""),
        ("29103", "29200", "", ""),
        ("29103", "97744", "Landerneau", ""),
        ("29103", "29800", "Landerneau", "63"),
        ("97411", "93200", "Saint-Denis", ""),
        ("93066", "97400", "Saint-Denis", ""),
        ("97416", "97500", "Saint-Pierre", ""),
        ("2A004", "29800", "Ajaccio", ""),
    ] {
        let found = with(insee, postal, town, departement);
        assert!(
            matches!(found, Err(Trouble::Codes { code, .. }) if code.code == insee),
            "{insee} {postal}: {found:?}"
        );
    }
    for (insee, postal, town, departement) in [
        ("29103", "29207", "Landerneau Cedex", "29"),
        ("29103", "29220", "Landerneau", "29"),
        ("2A004", "20000", "Ajaccio", "20"),
        ("97801", "97150", "Saint-Martin", "971"),
        ("97411", "97744", "Saint-Denis Cedex 9", "974"),
        ("97407", "97821", "Le Port Cedex", ""),
        ("91479", "94390", "Paray-Vieille-Poste", "91"),
        ("39274", "01410", "Lajoux", "39"),
        ("75056", "75116", "Paris", "75"),
        ("98817", "98809", "Mont-Dore", ""),
        ("29103", "00200", "Landerneau", ""),
    ] {
        assert!(
            with(insee, postal, town, departement).is_ok(),
            "{insee} {postal}: {:?}",
            with(insee, postal, town, departement)
        );
    }
}

/// Without an INSEE code, a postal code of elsewhere speaks against the name; only one of no table, a CEDEX or an
/// old one, does not.
#[test]
fn a_name_and_the_postal_code_of_elsewhere_wait() {
    for (postal, town, named) in [
        ("29800", "Brest", "29019"),
        ("29810", "Landerneau", "29103"),
        ("29200", "Landerneau", "29103"),
        ("29860", "Landerneau", "29103"),
        ("29860", "LANDERNEAU CEDEX", "29103"),
        ("35000", "Landerneau", "29103"),
        ("56100", "Brest", "29019"),
        ("93400", "Saint-Denis", "93066"),
        ("71100", "MACON", "71270"),
        ("81700", "CASTRES", "81065"),
        ("69001", "Villeurbanne", "69266"),
        ("97150", "Fort-de-France", "97209"),
        ("20200", "Ajaccio", "2A004"),
        ("60890", "Creil", "60175"),
        ("76210", "Oissel", "76484"),
        ("29800", "29800 Brest", "29019"),
    ] {
        let found = find("", postal, town);
        assert!(
            matches!(&found, Err(Trouble::Elsewhere { named: commune, .. }) if commune.code == named),
            "{postal} {town}: {found:?}"
        );
    }
    let stated = Hints {
        postal: Some("29800".into()),
        town: Some("Landerneau".into()),
        departement: Some("63".into()),
        ..Hints::default()
    };
    assert!(matches!(PlaceNames::new().find(&stated), Err(Trouble::Elsewhere { .. })), "another département");
    for (postal, town, code) in [
        ("29200", "Brest", "29019"),
        ("29200", "BREST", "29019"),
        ("29238", "Brest Cedex 3", "29019"),
        ("29285", "Brest", "29019"),
        ("29207", "Landerneau", "29103"),
        ("29029", "Quimper cedex", "29232"),
        ("93205", "SAINT DENIS CEDEX", "93066"),
        ("97400", "Saint-Denis", "97411"),
        ("93200", "Saint-Denis", "93066"),
        ("93210", "Saint-Denis", "93066"),
        ("75856", "Paris Cedex 17", "75056"),
        ("69266", "Villeurbanne", "69266"),
    ] {
        assert!(
            matches!(find("", postal, town), Ok((found, _)) if found == code),
            "{postal} {town}: {:?}",
            find("", postal, town)
        );
    }
}

/// Short names, as people say them; with a code, or when they fit one commune only.
#[test]
fn a_name_cut_short_is_its_commune_when_one_fits() {
    for (insee, postal, town, code) in [
        ("", "91000", "Évry", "91228"),
        ("", "91000", "EVRY", "91228"),
        ("91228", "", "Evry", "91228"),
        ("91228", "91000", "Évry", "91228"),
        ("", "91025", "EVRY CEDEX", "91228"),
        ("", "91080", "Courcouronnes", "91228"),
        ("", "50100", "Cherbourg", "50129"),
        ("", "", "Cherbourg", "50129"),
        ("", "50107", "CHERBOURG CEDEX", "50129"),
        ("", "76350", "Oissel", "76484"),
        ("", "14360", "Trouville", "14715"),
        ("", "76210", "Trouville", "76715"),
        ("14715", "", "Trouville", "14715"),
        ("", "24200", "Sarlat", "24520"),
        ("", "58200", "COSNE-SUR-LOIRE", "58086"),
        ("", "58200", "Cosne", "58086"),
        ("", "25340", "CLERVAL", "25156"),
        ("", "13100", "Aix", "13001"),
        ("", "73100", "Aix", "73008"),
        ("", "59230", "St Amand", "59526"),
        ("", "35120", "Dol", "35095"),
        ("", "92200", "Neuilly", "92051"),
        ("", "92100", "Boulogne", "92012"),
        ("", "47300", "Villeneuve", "47323"),
        ("", "", "Romorantin", "41194"),
    ] {
        assert!(
            matches!(find(insee, postal, town), Ok((found, _)) if found == code),
            "{insee} {postal} {town}: {:?}",
            find(insee, postal, town)
        );
    }
    for (insee, postal, town) in [
        ("", "", "Trouville"),
        ("", "", "Villefranche"),
        ("", "", "Neuilly"),
        ("", "", "Saint"),
        ("", "14000", "Trouville"),
        ("", "29800", "La"),
        ("", "01000", "Bourg"),
        ("14715", "76210", "Trouville"),
        ("29103", "", "Trouville"),
        ("", "14100", "Saint-Martin"),
        ("", "29800", "Cherbourg"),
    ] {
        assert!(
            find(insee, postal, town).is_err(),
            "{insee} {postal} {town}: {:?}",
            find(insee, postal, town)
        );
    }
}

#[test]
fn mailing_codes_of_islands_have_first_digits_of_their_own() {
    for (postal, town, code) in [
        ("97744", "Saint-Denis Cedex 9", "97411"),
        ("97448", "SAINT PIERRE CEDEX", "97416"),
        ("97867", "Saint-Paul cedex", "97415"),
        ("97470", "Saint-Benoît", "97410"),
        ("97261", "FORT DE FRANCE CEDEX", "97209"),
        ("97109", "Basse-Terre Cedex", "97105"),
        ("97307", "CAYENNE CEDEX", "97302"),
        ("97600", "Mamoudzou", "97611"),
        ("29 800", "Landerneau", "29103"),
        ("F-29800", "Landerneau", "29103"),
        ("29800.0", "Landerneau", "29103"),
        ("29800 Landerneau", "Landerneau", "29103"),
    ] {
        assert!(
            matches!(find("", postal, town), Ok((found, _)) if found == code),
            "{postal} {town}: {:?}",
            find("", postal, town)
        );
    }
}
