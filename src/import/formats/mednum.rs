//! Places of digital mediation: the standard's versions 0 and 1, mixed as real files mix them, and regional files.

use super::{Directory, Family, common, kinds};
use crate::import::people;
use crate::import::record::Record;
use crate::import::row::{Aside, Reason, Row};
use crate::import::words;
use crate::model::{ContactMode, HelpMode, ServiceKind};
use crate::text::{fold, slug};

const SERVICES: &[&str] = &["services", "service", "types-d-accompagnement-proposes"];
const NETWORKS: &[&str] = &[
    "dispositif-programmes-nationaux",
    "labels-nationaux",
    "formations-labels",
    "labels",
    "code-label",
    "reseaux-porteurs",
];
const ROUNDS: &[&str] = &["itinerance", "itinerant", "mobilite", "tournee"];
const TYPES: &[&str] = &["typologie", "type", "typologies"];
const TYPE_WORDS: &[&str] = &["type-de-lieu", "ss-cat", "categorie", "sous-categorie"];
const PUBLICS: &[&str] = &["publics-specifiquement-adresses", "publics-accueillis", "publics"];
const COSTS: &[&str] =
    &["frais-a-charge", "conditions-acces", "conditions-access", "frais", "tarifs", "tarif"];
const WAYS: &[&str] = &["modalites-acces", "modes-mobilisation"];
const HELP: &[&str] = &["modalites-accompagnement", "modes-accueil"];

/// What people come for, by words of a stated service: words of the standard's two versions and of data·inclusion.
/// A directory of places does not say what a service does for a need, so what is not here maps to nothing.
const NEEDS: [(&str, &str); 9] = [
    ("demarches-administratives", "demarche-en-ligne"),
    ("acceder-a-des-services-en-ligne", "demarche-en-ligne"),
    ("demarches-en-ligne", "demarche-en-ligne"),
    ("maitrise-des-outils-numeriques", "materiel"),
    ("prendre-en-main", "materiel"),
    ("utiliser-le-numerique-au-quotidien", "materiel"),
    ("maitriser-les-fondamentaux-du-numerique", "materiel"),
    ("utilisation-securisee", "information-fiable"),
    ("utiliser-le-numerique-en-securite", "information-fiable"),
];

/// The longest list of a sheet: beyond, nobody reads.
const MOST: usize = 8;

/// What the list shows of a long text.
const MOST_SHOWN: usize = 500;

pub(super) const DIRECTORY: Directory = Directory {
    key: "mednum",
    title: "Lieux de médiation numérique",
    signs: &[
        "structure-parente",
        "labels-nationaux",
        "dispositif-programmes-nationaux",
        "frais-a-charge",
        "publics-accueillis",
    ],
    family: Family::Places,
    read,
};

pub(super) fn read(record: &Record) -> Result<Row, Reason> {
    let mut row = common::base(record, ServiceKind::Other)?;
    row.kind = kind(record, &row.name);
    row.organisation = record.words(&["structure-parente"]);
    row.producer = record.text(&["source"]).filter(|text| text.len() < 60);
    let services = record.list(SERVICES);
    row.needs = needs(&services);
    row.does = labels(services);
    row.for_whom = labels(record.list(PUBLICS).into_iter().filter(|text| is_public(text)).collect());
    row.cost = record.list(COSTS).iter().find_map(|text| words::cost(&fold(text))).map(str::to_owned);
    row.summary = summary(record, &mut row);
    for way in record.list(WAYS) {
        row.contact_modes.extend(contact_mode(&slug(&way)));
    }
    for help in record.list(HELP) {
        row.help_modes.extend(help_modes(&slug(&help)));
    }
    if record.list(ROUNDS).iter().any(|text| common::says_round(text)) {
        row.help_modes.push(HelpMode::Round);
    }
    // A columns of regional files says it with yes or no.
    if row.needs.is_empty() && yes(record, &["dem-gen", "dem-spe"]) {
        row.needs.push("demarche-en-ligne");
    }
    if yes(record, &["initiation"]) && !row.needs.contains(&"materiel") {
        row.needs.push("materiel");
    }
    row.contact_modes.dedup();
    common::count_hours(&mut row);
    Ok(row)
}

fn yes(record: &Record, keys: &[&str]) -> bool {
    keys.iter().any(|key| record.text(&[*key]).is_some_and(|text| fold(&text) == "oui"))
}

fn kind(record: &Record, name: &str) -> ServiceKind {
    let codes = record.list(TYPES);
    let networks: Vec<String> = record.list(NETWORKS).iter().map(|text| slug(text)).collect();
    let in_network = |part: &str| networks.iter().any(|network| network.contains(part));
    let source = record.text(&["source"]).map(|text| slug(&text)).unwrap_or_default();
    let words = record.text(TYPE_WORDS).unwrap_or_default();
    kinds::of_codes(&codes, name)
        .or_else(|| kinds::of_words(&words))
        .or_else(|| in_network("france-service").then_some(ServiceKind::FranceServices))
        .or_else(|| kinds::of_words(name))
        .or_else(|| {
            (in_network("cnfs") || in_network("conseillers-numeriques") || source == "conseiller-numerique")
                .then_some(ServiceKind::DigitalAdviser)
        })
        .unwrap_or(ServiceKind::Other)
}

fn needs(services: &[String]) -> Vec<&'static str> {
    let mut out = Vec::new();
    for service in services.iter().map(|text| slug(text)) {
        for (part, need) in NEEDS {
            if service.contains(part) && !out.contains(&need) {
                out.push(need);
            }
        }
    }
    out.sort_unstable();
    out
}

/// Labels for people; codes such as `numerique--acceder…` are none.
fn labels(list: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for label in list
        .into_iter()
        .filter(|text| !text.contains("--") && text.contains(char::is_uppercase) && text.len() < 120)
    {
        if !out.contains(&label) && out.len() < MOST {
            out.push(label);
        }
    }
    out
}

/// Who a place is for; disabilities are hints of the source and no proof that a deaf person is understood.
fn is_public(text: &str) -> bool {
    let text = slug(text);
    ["jeunes", "etudiants", "familles", "seniors", "femmes", "adultes"].iter().any(|word| text.contains(word))
}

/// The presentation, when it can be the one line under a name; otherwise it is in the list, unless it is about a person.
fn summary(record: &Record, row: &mut Row) -> Option<String> {
    let text = record.words(&["presentation-resume"])?;
    let fits = text.chars().count() <= 280
        && !text.contains(['@', '…'])
        && !text.contains("...")
        && !text.contains("://");
    let (kept, about_people) = people::without_people(&text, &common::place_words(row));
    if about_people > 0 || people::names_somebody(&text) {
        row.notes.people += about_people.max(1);
    } else if fits {
        return Some(text);
    }
    if !kept.is_empty() {
        row.notes.summaries += 1;
        row.notes.aside.push((Aside::Summary, kept.chars().take(MOST_SHOWN).collect()));
    }
    None
}

fn contact_mode(way: &str) -> Option<ContactMode> {
    match way {
        "se-presenter" => Some(ContactMode::OnSite),
        "telephoner" => Some(ContactMode::Telephone),
        "contacter-par-mail" | "envoyer-un-courriel" => Some(ContactMode::Email),
        "prendre-un-rdv-en-ligne" | "utiliser-lien-mobilisation" => Some(ContactMode::Online),
        _ => None,
    }
}

fn help_modes(help: &str) -> Vec<HelpMode> {
    let mut out = Vec::new();
    if help.contains("distance") {
        if help.contains("telephone") {
            out.push(HelpMode::Telephone);
        }
        if help.contains("visio") {
            out.push(HelpMode::Video);
        }
    } else if [
        "accompagnement-individuel",
        "dans-un-atelier",
        "avec-de-l-aide",
        "en-autonomie",
        "seul",
        "en-presentiel",
    ]
    .iter()
    .any(|start| help.starts_with(start))
    {
        out.push(HelpMode::OnSite);
    }
    out
}
