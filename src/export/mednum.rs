//! The CSV of the « standard de médiation numérique », v1.0.2: 32 columns, one row a place.
//!
//! The standard describes places where people go: what has no street, no date or no need that it knows cannot be
//! written. It takes one telephone, in international form: short and surcharged numbers cannot be written
//! either. Lists are split by `|`, as its schema says (its README still says `;`).

use super::words;
use crate::model::{HelpMode, OpeningHours, Osm, Phone, Resolved, Service, Tariff, WayToBeHeard};
use crate::site::Site;
use crate::territory::{Commune, france};
use crate::text::slug;
use jiff::civil::Date;

/// The columns, in the standard's order.
pub const COLUMNS: [&str; 32] = [
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
];

/// Real files write this for « unknown »: the column is required and sheets hold no SIRET.
const NO_SIRET: &str = "00000000000000";

/// The longest summary, in signs.
const SUMMARY: usize = 280;

/// A file, and what it could not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    pub csv: Vec<u8>,
    /// Services that have a row.
    pub rows: usize,
    /// Services that have none, by id.
    pub left: Vec<(String, NoRow)>,
    /// What was lost of a service that has a row.
    pub losses: Vec<(String, Loss)>,
}

/// Why a service has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoRow {
    /// A draft, withdrawn, or for professionals.
    NotPublic,
    /// None of its needs is one of the standard's services.
    NoNeed,
    NoStreet,
    /// No postal code and town that name one commune.
    NoCommune,
    /// Nobody verified, and the source has no date.
    NoDate,
}

/// What a row cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// A number that has no international form, as people say it.
    ShortNumber(String),
    SurchargedNumber(String),
    /// A second number.
    MoreNumbers,
    Hours,
}

/// Writes every service that the standard can hold.
#[must_use]
pub fn mednum(site: &Site) -> Export {
    let mut export = Export::default();
    // A quote where one is needed; the same ends of lines everywhere.
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    // Writing to memory does not fail; a row always has the columns of the first.
    let _ = csv.write_record(COLUMNS);
    for service in &site.services {
        match row(site, service, &mut export.losses) {
            Ok(row) => {
                export.rows += 1;
                let _ = csv.write_record(row);
            }
            Err(reason) => export.left.push((service.id.clone(), reason)),
        }
    }
    export.csv = csv.into_inner().unwrap_or_default();
    export
}

/// The first line of the table.
#[must_use]
pub fn mednum_head() -> String {
    COLUMNS.join(",") + "\n"
}

fn row(
    site: &Site,
    s: &Service<Resolved>,
    losses: &mut Vec<(String, Loss)>,
) -> Result<[String; COLUMNS.len()], NoRow> {
    if !s.is_listed() {
        return Err(NoRow::NotPublic);
    }
    let services = list(s.needs.iter().filter_map(|need| words::service(&site.need(*need).id)));
    if services.is_empty() {
        return Err(NoRow::NoNeed);
    }
    let address = s.address.as_ref().ok_or(NoRow::NoStreet)?;
    let street = address.street.as_ref().ok_or(NoRow::NoStreet)?;
    let postal = address.postal_code.as_deref().ok_or(NoRow::NoCommune)?;
    let town = address.town.as_deref().ok_or(NoRow::NoCommune)?;
    let commune = commune(postal, town).ok_or(NoRow::NoCommune)?;
    let date = date(s).ok_or(NoRow::NoDate)?;
    let mut lose = |loss| losses.push((s.id.clone(), loss));
    let summary = plain(s.summary.as_deref().unwrap_or_default());
    let more: Vec<&str> = [&address.name, &address.more].into_iter().flatten().map(String::as_str).collect();
    let mut care: Vec<&str> = Vec::new();
    if s.hearing.iter().any(|w| matches!(w, WayToBeHeard::Lsf | WayToBeHeard::Lpc | WayToBeHeard::Loop)) {
        care.push(words::DEAF);
    }
    care.extend(s.languages.iter().filter_map(|language| words::language(language)));
    let mut detail: Vec<&str> = s.does.iter().map(String::as_str).collect();
    let short = if summary.chars().count() <= SUMMARY { summary.clone() } else { String::new() };
    if short.is_empty() && !summary.is_empty() {
        detail.insert(0, &summary);
    }
    let mut moves: Vec<&str> = Vec::new();
    if s.help_modes.contains(&HelpMode::Round) || !s.rounds.is_empty() {
        moves.push(words::ROUND);
    }
    if s.help_modes.contains(&HelpMode::OnSite) {
        moves.push(words::FIXED);
    }
    Ok([
        s.id.clone(),
        NO_SIRET.to_owned(),
        plain(&s.name),
        commune.name.to_owned(),
        postal.to_owned(),
        commune.code.to_owned(),
        plain(street),
        plain(&more.join(", ")),
        String::new(),
        String::new(),
        words::typology(s.kind).unwrap_or_default().to_owned(),
        telephone(s, &mut lose),
        s.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        s.site.as_ref().map(|site| site.as_str().to_owned()).unwrap_or_default(),
        s.hours.as_ref().map(|hours| opening(hours, &mut lose)).unwrap_or_default(),
        short,
        plain(&detail.join(" ")),
        plain(collector(site)),
        list(moves),
        plain(s.organisation.as_deref().unwrap_or_default()),
        date.to_string(),
        services,
        list(words::public(s.kind)),
        list(care),
        list(s.cost.as_deref().and_then(words::fee)),
        list(words::programme(s.kind)),
        String::new(),
        String::new(),
        list(s.contact_modes.iter().filter_map(|mode| words::access(*mode))),
        list(s.help_modes.iter().filter_map(|mode| words::support(*mode))),
        String::new(),
        String::new(),
    ])
}

/// Who gathered the facts: who publishes the site, or else its name.
fn collector(site: &Site) -> &str {
    let publisher = &site.settings.publisher;
    if publisher.is_empty() { &site.settings.title } else { publisher }
}

/// Each value once, in the order they come.
fn list(values: impl IntoIterator<Item = &'static str>) -> String {
    let mut out: Vec<&str> = Vec::new();
    for value in values {
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out.join("|")
}

/// Without the spaces that only pages need. A spreadsheet runs a cell that begins like a formula: an apostrophe
/// before it says that it is text, and `import` takes it off again.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}

/// The commune of an address: the one of that name among those of its postal code, or an old name of one.
fn commune(postal: &str, town: &str) -> Option<&'static Commune> {
    let all = france().by_postal_code(postal);
    let wanted = bare(town);
    let named = all.iter().copied().find(|commune| bare(commune.name) == wanted);
    named.or_else(|| {
        let aliases = france().aliases_named(town);
        aliases.into_iter().map(|alias| alias.commune).find(|commune| all.contains(commune))
    })
}

/// A name without its article: the official list says « Hôpital-Camfrout », its people « L’Hôpital-Camfrout ».
fn bare(name: &str) -> String {
    let slug = slug(name);
    let article = ["l-", "le-", "la-", "les-"].iter().find_map(|article| slug.strip_prefix(article));
    article.map_or(slug.clone(), str::to_owned)
}

/// When somebody verified, or else the first day that the source's date may mean: never younger than it is.
fn date(s: &Service<Resolved>) -> Option<Date> {
    let verified = s.verification.verified.as_ref().map(|verified| verified.on);
    verified.or_else(|| s.verification.source_date.map(crate::text::PartialDate::earliest))
}

/// One number in international form: there is room for no other.
fn telephone(s: &Service<Resolved>, lose: &mut impl FnMut(Loss)) -> String {
    let mut kept = String::new();
    for line in &s.phones {
        if line.phone.tariff() == Tariff::Surcharged || line.price == crate::model::Price::Surcharged {
            lose(Loss::SurchargedNumber(line.phone.spoken()));
        } else if let Some(number) = international(&line.phone) {
            if kept.is_empty() {
                kept = number;
            } else {
                lose(Loss::MoreNumbers);
            }
        } else {
            lose(Loss::ShortNumber(line.phone.spoken()));
        }
    }
    kept
}

/// What the schema's pattern takes: a French prefix and six to nine digits.
fn international(phone: &Phone) -> Option<String> {
    const PREFIXES: [&str; 10] =
        ["+33", "+590", "+594", "+262", "+596", "+269", "+687", "+689", "+508", "+681"];
    let number = phone.dialled();
    let rest = PREFIXES.iter().find_map(|prefix| number.strip_prefix(prefix))?;
    (6..=9).contains(&rest.len()).then_some(number)
}

fn opening(hours: &OpeningHours, lose: &mut impl FnMut(Loss)) -> String {
    match &hours.osm {
        Some(Osm::Read(read)) if read.is_meant() => read.tidied().to_owned(),
        None if hours.words.is_empty() => String::new(),
        _ => {
            lose(Loss::Hours);
            String::new()
        }
    }
}
