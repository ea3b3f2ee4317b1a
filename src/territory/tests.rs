//! The traps of French territories, measured on the source files (millésime 2026).

use super::table::decode;
use super::*;
use std::collections::BTreeSet;

fn commune(code: &str) -> &'static Commune {
    france().commune(code).unwrap()
}

fn zone(code: &str) -> Zone {
    Zone::parse(code).unwrap()
}

fn codes(communes: &[&Commune]) -> Vec<&'static str> {
    communes.iter().map(|commune| commune.code).collect()
}

#[test]
fn nothing_of_the_source_files_is_lost() {
    let france = france();
    assert_eq!(france.regions().len(), 26);
    assert_eq!(france.departements().len(), 109);
    assert_eq!(france.epcis().len(), 1_255);
    assert_eq!(france.communes().len(), 34_969);
    let of_kind = |kind| france.aliases().iter().filter(|a| a.kind == kind).count();
    assert_eq!(of_kind(AliasKind::Delegated), 2_105);
    assert_eq!(of_kind(AliasKind::Associated), 471);
    assert_eq!(of_kind(AliasKind::Arrondissement), 45);
    let in_epci = france.communes().iter().filter(|c| c.epci.is_some());
    assert_eq!(in_epci.count(), 34_871);
    let postal: Vec<_> = france.communes().iter().flat_map(|c| c.postal_codes).collect();
    assert_eq!(postal.len(), 35_493);
    assert_eq!(postal.iter().collect::<BTreeSet<_>>().len(), 6_310);
    assert_eq!(france.source().year, 2026);
    assert!(france.source().licence.contains("Licence Ouverte"));
}

#[test]
fn every_list_is_sorted_and_every_place_is_found_by_its_code() {
    let france = france();
    assert!(france.communes().is_sorted_by(|a, b| a.code < b.code));
    assert!(france.aliases().is_sorted_by_key(|a| (a.commune.code, a.code)));
    for region in france.regions() {
        assert_eq!(zone(region.zone_code), Zone::Region(region));
    }
    for departement in france.departements() {
        assert_eq!(zone(departement.code), Zone::Departement(departement));
    }
    for epci in france.epcis() {
        assert_eq!(zone(epci.siren), Zone::Epci(epci));
        assert!(!epci.name.is_empty());
    }
    for commune in france.communes() {
        assert_eq!(zone(commune.code), Zone::Commune(commune));
        assert!(!commune.name.is_empty());
    }
    for alias in france.aliases() {
        assert_eq!(france.alias(alias.code), Some(alias));
        assert!(alias.commune.aliases().contains(alias));
    }
}

#[test]
fn a_damaged_table_is_an_error_and_not_a_panic() {
    assert!(decode(b"").is_err());
    assert!(decode(b"not deflate").is_err());
    assert!(decode(&PACKED[..PACKED.len() / 2]).is_err());
}

#[test]
fn landerneau_and_its_neighbours() {
    let landerneau = commune("29103");
    assert_eq!(landerneau.name, "Landerneau");
    assert_eq!(landerneau.postal_codes, ["29800"]);
    assert_eq!(landerneau.departement.name, "Finistère");
    assert_eq!(landerneau.region().name, "Bretagne");
    let epci = zone("242900801");
    assert_eq!(epci.name(), "CA du Pays de Landerneau-Daoulas");
    assert!(epci.covers(landerneau));
    assert_eq!(epci.communes().len(), 22);
    let same_postal = france().by_postal_code("29800");
    assert_eq!(same_postal.len(), 12);
    assert!(same_postal.iter().all(|commune| epci.covers(commune)));
}

#[test]
fn corsica_has_letters_in_its_codes_and_none_in_its_postal_codes() {
    assert_eq!(commune("2A004").postal_codes[0], "20000");
    assert_eq!(commune("2A004").departement.name, "Corse-du-Sud");
    assert_eq!(commune("2B033").departement.name, "Haute-Corse");
    assert_eq!(zone("2A").communes().len(), 124);
    assert_eq!(zone("2B").communes().len(), 236);
    assert_eq!(zone("R94").communes().len(), 360);
    assert_eq!(Zone::parse("20"), None, "abolished in 1976");
}

#[test]
fn a_leading_zero_is_part_of_the_code() {
    assert_eq!(commune("01001").name, "L'Abergement-Clémenciat");
    assert_eq!(zone("01").name(), "Ain");
    assert_eq!(Zone::parse("1001"), None);
    assert_eq!(Zone::parse("1"), None);
    assert!(france().by_postal_code("1400").is_empty());
}

#[test]
fn an_arrondissement_is_its_city() {
    for (part, city, count) in [("75112", "75056", 20), ("69383", "69123", 9), ("13201", "13055", 16)] {
        let alias = france().alias(part).unwrap();
        assert_eq!(alias.kind, AliasKind::Arrondissement);
        assert_eq!(zone(part), Zone::Commune(commune(city)));
        assert_eq!(zone(part).code(), city);
        assert_eq!(commune(city).aliases().len(), count);
    }
    assert_eq!(france().alias("75112").unwrap().postal_codes, ["75012"]);
    assert_eq!(commune("75056").postal_codes.len(), 21);
    assert_eq!(codes(&france().by_postal_code("75116")), ["75056"]);
    for spelling in ["Paris 12e", "PARIS 12E ARRONDISSEMENT"] {
        let found = france().aliases_named(spelling);
        assert_eq!(found, [france().alias("75112").unwrap()], "{spelling}");
    }
}

#[test]
fn a_former_commune_is_the_one_it_joined() {
    let antorpe = france().alias("39012").unwrap();
    assert_eq!(antorpe.kind, AliasKind::Associated);
    // Antorpe moved from Jura to Doubs: its code still says Jura.
    assert_eq!(antorpe.commune.departement.code, "25");
    assert_eq!(zone("39012"), zone("25527"));
    // A déléguée may bear its commune's code: the code then means the commune.
    assert_eq!(france().alias("01015").unwrap().name, "Arbignieu");
    assert_eq!(zone("01015").name(), "Arboys en Bugey");
    let montigny: Vec<_> = france().aliases_named("montigny").iter().map(|a| a.code).collect();
    assert_eq!(montigny, ["50346", "72207", "79182"]);
    assert!(france().aliases_named("Landerneau").is_empty(), "no alias");
}

#[test]
fn a_postal_code_decides_nothing() {
    assert_eq!(france().by_postal_code("51300").len(), 46);
    let departements = |postal| -> BTreeSet<_> {
        let found = france().by_postal_code(postal);
        found.iter().map(|commune| commune.departement.code).collect()
    };
    assert_eq!(departements("01200"), std::collections::BTreeSet::from(["01", "74"]));
    assert_eq!(departements("42620"), std::collections::BTreeSet::from(["03", "42"]));
    assert_eq!(departements("97133"), std::collections::BTreeSet::from(["977"]), "not Guadeloupe");
    assert_eq!(departements("98799"), std::collections::BTreeSet::from(["989"]), "not Polynésie");
    assert!(france().by_postal_code("29207").is_empty(), "CEDEX");
    assert_eq!(Zone::parse("29800"), None, "postal, not INSEE");
    assert_eq!(zone("29260").name(), "Saint-Renan", "both: read as INSEE");
    assert!(france().by_postal_code("29260").contains(&commune("29124")));
}

#[test]
fn names_may_be_very_short_or_borne_by_twelve() {
    assert_eq!(commune("80829").name, "Y");
    let all = Zone::France.communes();
    assert_eq!(all.len(), 34_969);
    let namesakes: Vec<_> = all.into_iter().filter(|c| c.name == "Sainte-Colombe").collect();
    assert_eq!(namesakes.len(), 12);
    assert!(namesakes.is_sorted(), "namesakes by code");
}

#[test]
fn overseas_is_france() {
    assert_eq!(commune("97411").departement.name, "La Réunion");
    assert_eq!(commune("97611").region().name, "Mayotte");
    assert_eq!(zone("974").communes(), zone("R04").communes());
    assert_eq!(zone("976").communes().len(), 17);
    assert_eq!(codes(&zone("975").communes()), ["97501", "97502"]);
    assert_eq!(zone("987").communes().len(), 48);
    assert!(commune("98818").epci.is_none());
    assert!(commune("98411").postal_codes.is_empty());
    assert!(Zone::France.covers(commune("98901")));
}

#[test]
fn four_islands_have_no_epci() {
    let metropolitan = france().communes().iter().filter(|c| c.code < "97");
    let alone: Vec<_> = metropolitan.filter(|c| c.epci.is_none()).collect();
    assert_eq!(codes(&alone), ["22016", "29083", "29155", "85113"]);
    assert!(zone("29").covers(commune("29155")));
}

#[test]
fn zones_go_from_near_to_far() {
    let around = ["29103", "242900801", "29", "R53", "FR"].map(zone);
    assert!(around.is_sorted_by(|near, far| near < far && near.level() < far.level()));
    assert!(around.iter().all(|zone| zone.covers(commune("29103"))));
    let covering_brest = around.map(|zone| zone.covers(commune("29019")));
    assert_eq!(covering_brest, [false, false, true, true, true]);
    assert_eq!(around.map(Zone::code), ["29103", "242900801", "29", "R53", "FR"]);
    for unknown in ["", "R", "R99", "r53", "fr", "2a", "99999", "é29", "242900802", " 29"] {
        assert_eq!(Zone::parse(unknown), None, "{unknown:?}");
    }
}

#[test]
fn communes_are_in_a_reader_s_order() {
    let names: Vec<_> = zone("22").communes().iter().map(|commune| commune.name).collect();
    let at = |name| names.iter().position(|n| *n == name).unwrap();
    assert!(at("Hénon") < at("Île-de-Bréhat") && at("Île-de-Bréhat") < at("Jugon-les-Lacs"));
}

#[test]
fn how_often_a_postal_code_misleads() {
    let france = france();
    let mut of: std::collections::BTreeMap<&str, Vec<&Commune>> = std::collections::BTreeMap::new();
    for commune in france.communes() {
        for code in commune.postal_codes {
            of.entry(code).or_default().push(commune);
        }
    }
    let several = |key: fn(&Commune) -> &'static str| {
        of.values().filter(|list| list.iter().map(|c| key(c)).collect::<BTreeSet<_>>().len() > 1).count()
    };
    assert_eq!(of.values().filter(|list| list.len() > 1).count(), 4_205, "shared by communes");
    assert_eq!(of.values().map(Vec::len).max(), Some(46));
    assert_eq!(several(|c| c.departement.code), 16, "by départements");
    assert_eq!(several(|c| c.epci.map_or("", |epci| epci.siren)), 1_609, "by EPCI");
    assert_eq!(of.keys().filter(|code| code.starts_with('0')).count(), 431, "begin with zero");
    assert_eq!(france.communes().iter().filter(|c| c.postal_codes.len() > 1).count(), 387, "have several");
    let corsica = |departement: &str| -> BTreeSet<&str> {
        zone(departement).communes().iter().flat_map(|c| c.postal_codes).copied().collect()
    };
    assert_eq!((corsica("2A").len(), corsica("2B").len()), (59, 51));
    assert!(corsica("2A").is_disjoint(&corsica("2B")));
}

#[test]
fn the_shortest_names_are_names() {
    let short: BTreeSet<&str> =
        france().communes().iter().map(|c| c.name).filter(|name| name.chars().count() <= 2).collect();
    for name in ["Y", "Eu", "Oô", "Bû", "Sy", "Uz"] {
        assert!(short.contains(name), "{name} is not among {short:?}");
    }
    let mut borne: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for commune in france().communes() {
        *borne.entry(commune.name).or_default() += 1;
    }
    assert_eq!(borne.values().filter(|count| **count > 1).count(), 1_441, "names that say nothing alone");
}
