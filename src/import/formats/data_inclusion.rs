//! data·inclusion: services of the whole social field, and the structures that give them.

use super::{Directory, Family, mednum};
use crate::import::record::Record;
use crate::import::row::{Reason, Row, Serves};
use crate::model::{Asker, ServiceKind};
use crate::text::slug;

const THEMES: &[&str] = &["thematiques"];
const NETWORKS: &[&str] = &["reseaux-porteurs", "type", "typologie"];

pub(super) const DIRECTORY: Directory = Directory {
    key: "data-inclusion",
    title: "data·inclusion",
    signs: &["thematiques", "structure-id", "reseaux-porteurs", "zone-eligibilite", "modes-accueil"],
    family: Family::Places,
    read,
};

fn read(record: &Record) -> Result<Row, Reason> {
    let mut row = mednum::read(record)?;
    if row.kind == ServiceKind::Other {
        row.kind = network(record).unwrap_or(ServiceKind::Other);
    }
    for theme in record.list(THEMES).iter().map(|text| slug(text)) {
        for need in need(&theme) {
            if !row.needs.contains(&need) {
                row.needs.push(need);
            }
        }
    }
    let zone: Vec<String> = record.list(&["zone-eligibilite", "zone-diffusion-code"]);
    if !zone.is_empty() {
        row.serves = Serves::Codes(zone);
    }
    for who in record.list(&["mobilisable-par"]) {
        row.askers.extend(match slug(&who).as_str() {
            "usagers" => Some(Asker::Person),
            "professionnels" => Some(Asker::Professional),
            _ => None,
        });
    }
    // The same place gives several services: its own id is not theirs.
    if let (Some(source), false) = (record.text(&["source"]), row.id.is_empty())
        && !row.id.starts_with(&source)
        && record.has(&["structure-id"])
    {
        row.id = format!("{source}--{}", row.id);
    }
    Ok(row)
}

fn need(theme: &str) -> Vec<&'static str> {
    match theme {
        "numerique-acceder-a-des-services-en-ligne"
        | "numerique-realiser-des-demarches-administratives-avec-un-accompagnement" => {
            vec!["demarche-en-ligne"]
        }
        "numerique-maitriser-les-fondamentaux-du-numerique"
        | "numerique-prendre-en-main-un-ordinateur"
        | "numerique-prendre-en-main-un-smartphone-ou-une-tablette" => vec!["materiel"],
        _ => Vec::new(),
    }
}

fn network(record: &Record) -> Option<ServiceKind> {
    record.list(NETWORKS).iter().find_map(|network| match slug(network).as_str() {
        "ccas-cias" | "ccas" | "cias" => Some(ServiceKind::Ccas),
        "france-service" | "france-services" | "rfs" => Some(ServiceKind::FranceServices),
        "conseillers-numeriques" => Some(ServiceKind::DigitalAdviser),
        "communes" | "muni" => Some(ServiceKind::TownHall),
        "departements" => Some(ServiceKind::Departement),
        "mdph" | "maison-departementale-de-lautonomie" => Some(ServiceKind::Mdph),
        "caf" => Some(ServiceKind::Caf),
        "cpam" | "assurance-maladie" => Some(ServiceKind::Cpam),
        "msa" => Some(ServiceKind::Msa),
        "missions-locales" | "mission-locale" => Some(ServiceKind::YouthService),
        "centres-sociaux" => Some(ServiceKind::Social),
        "bibliotheques" => Some(ServiceKind::Library),
        _ => None,
    })
}
