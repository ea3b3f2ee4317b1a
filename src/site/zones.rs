//! Codes become territories; a postal code that was taken for a commune's code is told.

use crate::diag::catalogue::{identity, services};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::Address;
use crate::source::{At, Span};
use crate::territory::{Commune, Zone, france};
use crate::text::slug;

/// The territories that codes name; an unknown one is said.
pub(super) fn zones(names: Vec<At<String>>, out: &mut Diagnostics) -> Vec<Zone> {
    let mut zones = Vec::with_capacity(names.len());
    for name in names {
        match Zone::parse(&name.value) {
            Some(zone) => zones.push(zone),
            None => out.push(unknown_zone(name.span, &name.value, None)),
        }
    }
    zones
}

/// The zones of a service; its address helps to see a postal code that was taken for a commune's.
pub(super) fn zones_of_service(
    names: Vec<At<String>>,
    address: Option<&Address>,
    out: &mut Diagnostics,
) -> Vec<Zone> {
    let postal = address.and_then(|address| address.postal_code.as_deref());
    let town = address.and_then(|address| address.town.as_deref());
    let mut zones = Vec::with_capacity(names.len());
    for name in names {
        let Some(zone) = Zone::parse(&name.value) else {
            out.push(unknown_zone(name.span, &name.value, town));
            continue;
        };
        // « 29260 » is Saint-Renan by its INSEE code, and Lesneven by its postal code.
        let elsewhere =
            matches!(zone, Zone::Commune(commune) if !commune.postal_codes.contains(&name.value.as_str()));
        if elsewhere && postal == Some(name.value.as_str()) {
            let meant = town.and_then(|town| town_of(&name.value, town)).map(|c| (c.name, c.code));
            out.push(services::postal_twin(name.span, &name.value, zone.name(), meant));
        }
        zones.push(zone);
    }
    zones
}

/// The commune of that name among those of a postal code.
fn town_of(postal: &str, town: &str) -> Option<&'static Commune> {
    france().by_postal_code(postal).into_iter().find(|commune| slug(commune.name) == slug(town))
}

/// What is said of a code that names no territory: often it is a postal code.
pub(super) fn unknown_zone(span: Span, code: &str, town: Option<&str>) -> Diagnostic {
    let communes = match town.and_then(|town| town_of(code, town)) {
        Some(commune) => vec![commune],
        None => france().by_postal_code(code),
    };
    let names: Vec<(&str, &str)> = communes.iter().map(|commune| (commune.name, commune.code)).collect();
    match names[..] {
        [] => identity::unknown_territory(span, code),
        _ => identity::postal_code(span, code, &names),
    }
}
