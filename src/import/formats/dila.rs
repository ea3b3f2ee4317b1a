//! The directory of the administration: JSON of today, its API's JSON in strings, JSON of 2016, CSV of 2019.

use super::{Directory, Family, common};
use crate::import::cells;
use crate::import::clean;
use crate::import::hours::{self, Opening};
use crate::import::record::{Record, scalar};
use crate::import::row::{Aside, Notes, Reason, Row, Serves, Street};
use crate::import::week::ImportedWeek;
use crate::import::words;
use crate::model::{HelpMode, ServiceKind};
use crate::text::fold;
use serde_json::Value;

/// Columns that say the place in this source only.
pub const PLACE: &[&str] = &["writeaddress", "notes", "pivot"];

/// The counters that people come to for help, and whom they serve; others (tribunals, offices for firms, chambers
/// of trade) are left out, and counted.
fn counter(kind: &str) -> Option<(ServiceKind, Serves)> {
    Some(match kind {
        "mairie" | "mairie_com" | "paris_mairie" | "paris_mairie_arrondissement" | "mairie_mobile" => {
            (ServiceKind::TownHall, Serves::Commune)
        }
        "epci" => (ServiceKind::Epci, Serves::Epci),
        "cg" | "departement" | "conseil_departemental" => (ServiceKind::Departement, Serves::Departement),
        "clic" => (ServiceKind::Clic, Serves::Around),
        "maison_handicapees" | "mdph" => (ServiceKind::Mdph, Serves::Departement),
        "ccas" | "cias" => (ServiceKind::Ccas, Serves::Around),
        "msap" | "france_services" | "fr_services" | "maison_services_public" => {
            (ServiceKind::FranceServices, Serves::Around)
        }
        "caf" => (ServiceKind::Caf, Serves::Around),
        "cpam" => (ServiceKind::Cpam, Serves::Around),
        "msa" => (ServiceKind::Msa, Serves::Around),
        "gendarmerie" | "commissariat_police" => (ServiceKind::Gendarmerie, Serves::Around),
        "mission_locale" | "cij" | "pij" | "bij" => (ServiceKind::YouthService, Serves::Around),
        "accompagnement_personnes_agees" | "pmi" | "pif" | "centre_social" => {
            (ServiceKind::Social, Serves::Around)
        }
        "prefecture" => (ServiceKind::Other, Serves::Departement),
        "carsat"
        | "point_accueil_numerique"
        | "point_justice"
        | "permanence_juridique"
        | "mjd"
        | "france_travail"
        | "pole_emploi"
        | "sip"
        | "tresorerie"
        | "sous_pref"
        | "pcb"
        | "adil"
        | "point_conseil_budget" => (ServiceKind::Other, Serves::Around),
        _ => return None,
    })
}

pub(super) const DIRECTORY: Directory = Directory {
    key: "dila",
    title: "Annuaire de l’administration, base de données locales (Service-Public.gouv.fr, DILA)",
    signs: &[
        "codeinsee",
        "plage-ouverture",
        "ancien-code-pivot",
        "tag-string",
        "writeaddress",
        "type-service-local",
    ],
    family: Family::Offices,
    read,
};

fn read(record: &Record) -> Result<Row, Reason> {
    let pivot = record.node(&["pivot"]);
    let first =
        pivot.as_ref().and_then(|node| if let Value::Array(list) = node { list.first() } else { Some(node) });
    let old_code = record.text(&["ancien-code-pivot"]).or_else(|| record.text(&["id"])).unwrap_or_default();
    let said = first
        .and_then(|pivot| text_of(pivot, "type_service_local"))
        .or_else(|| record.text(&["type", "tag-string", "type-service-local"]))
        .or_else(|| old_code.split_once('-').map(|(kind, _)| kind.to_owned()))
        .unwrap_or_default();
    let kind = said.split([' ', ',']).next().unwrap_or_default().to_lowercase();
    let (kind, serves) = match counter(&kind) {
        Some(known) => known,
        None if kind.is_empty() => (ServiceKind::Other, Serves::Around),
        None => return Err(Reason::Kind(kind)),
    };
    let mut row = common::base(record, kind)?;
    let mut notes = Notes::default();
    row.serves = serves;
    row.help_modes = vec![HelpMode::OnSite];
    let communes: Vec<String> = first.map(|pivot| texts_of(pivot, "code_insee_commune")).unwrap_or_default();
    addresses(record, &mut row);
    old_address(record, &mut row);
    notes_of_2019(record, &mut row, &mut notes);
    row.place.insee = insee(record, &old_code, &communes, row.place.insee.take());
    row.place.code_decides = row.place.insee.is_some();
    // Several communes are the area served, as the directory of today states it.
    if communes.len() > 1 {
        row.serves = Serves::Codes(communes);
    }
    contacts(record, &mut row, &mut notes);
    if let Some(plan) = record.node(&["plage-ouverture"]) {
        openings(&plan, &mut row, &mut notes);
    }
    // « Fermé la première semaine d’août »: what the hours do not say; a program must not take them for the whole truth.
    let said = record.list(&["commentaire-plage-ouverture", "plage-ouverture-commentaire"]);
    if !said.is_empty() {
        row.opening.osm = None;
        for text in &said {
            common::comment(&mut row, text, &mut notes);
        }
    }
    accessible(record, &mut row, &mut notes);
    for text in record.list_of_lines(&["information-complementaire"]) {
        common::comment(&mut row, &text, &mut notes);
    }
    let access = record.text(&["accessibilite-type"]).and_then(|code| words::access(&code));
    row.movement = row.movement.or_else(|| access.map(str::to_owned));
    row.notes += notes;
    common::count_hours(&mut row);
    Ok(row)
}

/// The seat: its own column, the old code `clic-29103-01`, or the one commune served.
fn insee(record: &Record, old_code: &str, communes: &[String], known: Option<String>) -> Option<String> {
    let in_code = old_code.split('-').rev().find(|part| {
        part.len() == 5
            && part.bytes().skip(2).all(|b| b.is_ascii_digit())
            && crate::territory::Zone::parse(part).is_some()
    });
    record
        .text(common::INSEE)
        .or(known)
        .or_else(|| in_code.map(str::to_owned))
        .or_else(|| if let [only] = communes { Some(only.clone()) } else { None })
}

/// `adresse`: several, each of a type; the postal one is not where one goes.
fn addresses(record: &Record, row: &mut Row) {
    let Some(node) = record.node(&["adresse"]) else { return };
    let list = match node {
        Value::Array(list) => list,
        one @ Value::Object(_) => vec![one],
        _ => return,
    };
    row.street = Street::default();
    for address in &list {
        let kind = fold(&text_of(address, "type_adresse").unwrap_or_default());
        let number = text_of(address, "numero_voie").or_else(|| text_of(address, "voie"));
        let more: Vec<String> = ["complement1", "complement2", "service_distribution"]
            .iter()
            .filter_map(|key| text_of(address, key))
            .collect();
        let more = more.join(", ");
        let street = Street {
            name: None,
            street: number,
            more: (!more.is_empty()).then_some(more),
            postal_code: text_of(address, "code_postal"),
            town: text_of(address, "nom_commune"),
        };
        if kind.contains("postale") {
            row.postal = Some(street);
        } else if row.street.is_empty() && row.street.town.is_none() {
            row.place.postal.clone_from(&street.postal_code);
            row.place.town.clone_from(&street.town);
            row.movement =
                text_of(address, "accessibilite").and_then(|code| words::access(&code)).map(str::to_owned);
            row.street = street;
        }
    }
    if row.place.town.is_none()
        && let Some(postal) = &row.postal
    {
        row.place.postal.clone_from(&postal.postal_code);
        row.place.town.clone_from(&postal.town);
    }
}

/// `writeAddress` of 2016.
fn old_address(record: &Record, row: &mut Row) {
    let Some(address) = record.node(&["writeaddress"]) else { return };
    let (street, more) = common::street_of_lines(texts_of(&address, "streetAddress"));
    row.street = Street {
        name: None,
        street,
        more,
        postal_code: text_of(&address, "postalCode"),
        town: text_of(&address, "addressLocality"),
    };
    row.place.postal.clone_from(&row.street.postal_code);
    row.place.town.clone_from(&row.street.town);
}

/// « Adresse : 1 place de la Poste, 25360, Bouclans | Tél : 03 81 86 02 63 | Fax : », of 2019.
fn notes_of_2019(record: &Record, row: &mut Row, notes: &mut Notes) {
    let Some(text) = record.text(&["notes"]).filter(|text| text.contains("Adresse :")) else { return };
    for part in text.split('|') {
        let Some((label, value)) = part.split_once(':') else { continue };
        match fold(label.trim()).as_str() {
            "adresse" => {
                let parts: Vec<&str> = value.split(',').map(str::trim).collect();
                let Some(at) = parts
                    .iter()
                    .rposition(|p| (4..=5).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
                else {
                    continue;
                };
                let lines = parts[..at].join(", ").split(" - ").map(str::to_owned).collect();
                let (street, more) = common::street_of_lines(lines);
                let town = parts[at + 1..].join(" ");
                row.street = Street {
                    name: None,
                    street,
                    more,
                    postal_code: Some(parts[at].to_owned()),
                    town: Some(town),
                };
                row.place.postal.clone_from(&row.street.postal_code);
                row.place.town.clone_from(&row.street.town);
            }
            "tel" if row.phones.is_empty() => row.phones = clean::phones(value, notes),
            _ => {}
        }
    }
}

fn contacts(record: &Record, row: &mut Row, notes: &mut Notes) {
    let words = common::place_words(row);
    for phone in objects(record, "telephone") {
        let said = text_of(&phone, "description");
        let lines = text_of(&phone, "valeur").map(|text| clean::phones(&text, notes)).unwrap_or_default();
        if said.as_deref().is_some_and(clean::says_fax) {
            notes.faxes += lines.len();
            notes.aside.extend(lines.into_iter().map(|line| (Aside::Fax, line.number)));
            continue;
        }
        let names = said.as_deref().is_some_and(crate::import::people::names_somebody);
        notes.people += usize::from(names);
        let note = said.filter(|_| !names);
        for mut line in lines {
            if row.phones.iter().all(|known| known.number != line.number) {
                let notes: Vec<String> = [note.clone(), line.note.take()].into_iter().flatten().collect();
                line.note = (!notes.is_empty()).then(|| notes.join(", "));
                row.phones.push(line);
            }
        }
    }
    // Those that are plain texts were read with the columns that all sources have.
    let values =
        |key| objects(record, key).iter().filter_map(|one| text_of(one, "valeur")).collect::<Vec<_>>();
    let emails = values("adresse-courriel");
    row.email = row.email.take().or_else(|| clean::email(&emails, &words, notes));
    let sites = values("site-internet");
    row.site = row.site.take().or_else(|| clean::site(&sites, notes));
}

/// The objects of a column that holds one or several.
fn objects(record: &Record, key: &str) -> Vec<Value> {
    let list = match record.node(&[key]) {
        Some(Value::Array(list)) => list,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    list.into_iter().filter(Value::is_object).collect()
}

/// `telephone_accessible`: how a person who does not hear calls: a number, a relay's address, or words.
fn accessible(record: &Record, row: &mut Row, notes: &mut Notes) {
    let Some(node) = record.node(&["telephone-accessible"]) else { return };
    let list = if let Value::Array(list) = node { list } else { vec![node] };
    let mut told: Vec<String> = Vec::new();
    for one in &list {
        let said = text_of(one, "valeur")
            .or_else(|| text_of(one, "numero"))
            .or_else(|| scalar(one).map(|text| clean::line(&text)));
        let Some(said) = said.filter(|text| !clean::says_nothing(text)) else { continue };
        let more = text_of(one, "description").filter(|text| !crate::import::people::names_somebody(text));
        let words = format!("{said} {}", more.clone().unwrap_or_default());
        row.hearing.extend(words::ways_to_be_heard(&fold(&words)));
        let is_address = said.contains("://") || said.starts_with("www.");
        let lines = if is_address { Vec::new() } else { clean::phones(&said, notes) };
        if lines.is_empty() && !crate::import::people::names_somebody(&said) {
            told.push([Some(said), more].into_iter().flatten().collect::<Vec<_>>().join(", "));
            continue;
        }
        let is_fax = more.as_deref().is_some_and(clean::says_fax);
        for mut line in lines {
            if is_fax {
                notes.faxes += 1;
                notes.aside.push((Aside::Fax, line.number));
                continue;
            }
            // A voice cannot call 114; it is written to, as are numbers that take messages only.
            let digits: String = line.number.chars().filter(char::is_ascii_digit).collect();
            let written =
                digits == "114" || more.as_deref().is_some_and(|text| words::is_written_to(&fold(text)));
            if written {
                match &row.sms {
                    None => row.sms = Some(line.number),
                    Some(known) if *known == line.number => {}
                    Some(_) => told.push(line.number),
                }
                continue;
            }
            let notes = [Some(words::for_deaf_people()), more.clone(), line.note.take()];
            line.note = Some(notes.into_iter().flatten().collect::<Vec<_>>().join(", "));
            match row.phones.iter_mut().find(|known| known.number == line.number) {
                Some(known) => known.note = line.note,
                None => row.phones.push(line),
            }
        }
    }
    if !told.is_empty() {
        row.hearing_note = Some(words::heard_by(&told.join(" ; ")));
    }
}

/// `plage_ouverture`: from a day to a day, one or two ranges, and a comment that is part of the truth.
fn openings(plan: &Value, row: &mut Row, notes: &mut Notes) {
    let list: Vec<&Value> = match plan {
        Value::Array(list) => list.iter().collect(),
        one => vec![one],
    };
    let mut week = ImportedWeek::default();
    let mut sound = true;
    // What does not make a stretch of a day, as it is written.
    let mut odd = false;
    let mut lines: Vec<String> = Vec::new();
    for span in list {
        let said = text_of(span, "commentaire");
        let days = ["nom_jour_debut", "nom_jour_fin"]
            .map(|key| text_of(span, key).as_deref().and_then(cells::day_named));
        let range = |from: &str, to: &str| {
            let from = text_of(span, from).as_deref().and_then(cells::time)?;
            let to = text_of(span, to).as_deref().and_then(cells::time)?;
            (from < to).then_some((from, to))
        };
        let pairs =
            [("valeur_heure_debut_1", "valeur_heure_fin_1"), ("valeur_heure_debut_2", "valeur_heure_fin_2")];
        let ranges: Vec<_> = pairs.iter().filter_map(|(from, to)| range(from, to)).collect();
        let written = |keys: [&str; 2], between: &str| {
            let texts: Vec<String> = keys.iter().filter_map(|key| text_of(span, key)).collect();
            let is_twice = texts.len() == 2 && texts[0] == texts[1] && between == " – ";
            if is_twice { texts[0].clone() } else { texts.join(between) }
        };
        // « 00:00 – 00:00 » beside other hours is an empty cell of the form.
        let is_filler = |text: &String| text.bytes().all(|b| !b.is_ascii_digit() || b == b'0');
        let times: Vec<String> = pairs
            .iter()
            .map(|(from, to)| written([from, to], " - "))
            .filter(|text| !text.is_empty() && (ranges.is_empty() || !is_filler(text)))
            .collect();
        let named = written(["nom_jour_debut", "nom_jour_fin"], " – ");
        let goes_back = days[0].zip(days[1]).is_some_and(|(from, to)| from > to);
        let is_odd = !times.is_empty()
            && (times.len() > ranges.len()
                || goes_back
                || days[0].is_none()
                || days[1].is_none() && text_of(span, "nom_jour_fin").is_some());
        odd |= is_odd;
        if !times.is_empty() {
            let label = if named.is_empty() { String::new() } else { format!("{named} : ") };
            lines.push(format!("{label}{}", times.join(" / ")));
        }
        if let Some(first) = days[0] {
            let until = days[1].unwrap_or(first);
            // « Un lundi sur deux » is no Monday of every week.
            if said.is_some() && !ranges.is_empty() {
                sound = false;
            }
            if first <= until {
                for day in first..=until {
                    week.0[day].extend(ranges.iter().copied());
                }
            }
        }
        if let Some(text) = said {
            let days: Vec<String> =
                ["nom_jour_debut", "nom_jour_fin"].iter().filter_map(|key| text_of(span, key)).collect();
            let text = if days.is_empty() || ranges.is_empty() {
                text
            } else {
                format!("{} : {text}", days.join(" – "))
            };
            common::comment(row, &text, notes);
        }
    }
    for day in &mut week.0 {
        day.sort_unstable();
        day.dedup();
    }
    if odd {
        row.opening = Opening::as_written(lines);
        return;
    }
    let mut opening = hours::from_week(&week, Vec::new());
    if !sound {
        // The words and the comment are shown together; a program must not take them for the whole truth.
        opening.osm = None;
    }
    row.opening = opening;
}

fn text_of(node: &Value, key: &str) -> Option<String> {
    let text = clean::line(&scalar(node.get(key)?)?);
    (!clean::says_nothing(&text)).then_some(text)
}

fn texts_of(node: &Value, key: &str) -> Vec<String> {
    match node.get(key) {
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(scalar)
            .map(|text| clean::line(&text))
            .filter(|text| !text.is_empty())
            .collect(),
        Some(one) => scalar(one).map(|text| vec![clean::line(&text)]).unwrap_or_default(),
        None => Vec::new(),
    }
}
