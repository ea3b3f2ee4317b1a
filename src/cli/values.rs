//! What an option may be given, read and refused in French.

use super::words::did_you_mean;
use crate::diag::Format;
use crate::import::{Column, DIRECTORIES, Directory};
use crate::model::{Delivery, How, Paper};
use crate::territory::{Zone, france};
use crate::text::{is_slug, nearest};
use jiff::civil::Date;

/// In what form a list is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFormat {
    Text,
    Json,
    Csv,
}

pub fn date(text: &str) -> Result<Date, String> {
    match crate::text::PartialDate::parse(text) {
        Some(crate::text::PartialDate::Day(date)) => Ok(date),
        _ => Err("écrivez une date AAAA-MM-JJ, par exemple 2026-11-24".to_owned()),
    }
}

pub fn days(text: &str) -> Result<u16, String> {
    let number = text.strip_suffix('j').unwrap_or(text).trim_end().parse().ok().filter(|days| *days <= 3650);
    number.ok_or_else(|| "écrivez un nombre de jours, par exemple 30j".to_owned())
}

pub fn list_format(text: &str) -> Result<ListFormat, String> {
    match text {
        "texte" => Ok(ListFormat::Text),
        "json" => Ok(ListFormat::Json),
        "csv" => Ok(ListFormat::Csv),
        _ => Err("les formes possibles sont « texte », « csv » et « json »".to_owned()),
    }
}

/// What a person may say to have done; « import » is the machine's.
pub fn how(text: &str) -> Result<How, String> {
    let found = How::named(text).filter(|how| *how != How::Import);
    found.ok_or_else(|| {
        "les réponses possibles sont essai, appel, visite, courriel, site et documents".to_owned()
    })
}

pub fn role(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 60 || text.chars().any(char::is_control) {
        return Err("écrivez un rôle en quelques mots, par exemple « médiatrice numérique »".to_owned());
    }
    Ok(text.to_owned())
}

pub fn directory(text: &str) -> Result<&'static Directory, String> {
    Directory::named(text).ok_or_else(|| {
        let keys = DIRECTORIES.map(|directory| directory.key);
        let near = did_you_mean(nearest(text, keys));
        format!("les annuaires possibles sont {}.{near}", keys.join(", "))
    })
}

pub fn column(text: &str) -> Result<(Column, String), String> {
    let example = "Exemple : --colonne nom=Lieu";
    let (key, name) = text.split_once('=').ok_or_else(|| format!("il manque un signe « = ». {example}"))?;
    let found = Column::named(key.trim()).ok_or_else(|| {
        let near = did_you_mean(nearest(key, Column::KEYS.iter().copied()));
        format!("les colonnes possibles sont {}.{near}", Column::KEYS.join(", "))
    })?;
    if name.trim().is_empty() {
        return Err(format!("il manque le nom de la colonne. {example}"));
    }
    Ok((found, name.trim().to_owned()))
}

pub fn territory(text: &str) -> Result<Zone, String> {
    // « 2a004 », « r53 »: as people write them.
    if let Some(zone) = Zone::parse(&text.trim().to_ascii_uppercase()) {
        return Ok(zone);
    }
    let towns: Vec<String> =
        france().by_postal_code(text).iter().take(12).map(|c| format!("{} {}", c.code, c.name)).collect();
    Err(if towns.is_empty() {
        "ce code n’est celui d’aucun territoire. Exemples : 29103, 242900801, 29, R53".to_owned()
    } else {
        format!("c’est un code postal. Écrivez le code INSEE d’une commune : {}", towns.join(", "))
    })
}

pub fn series(text: &str) -> Result<String, String> {
    if is_slug(text) {
        Ok(text.to_owned())
    } else {
        Err("écrivez des lettres minuscules sans accent, des chiffres et des traits d’union".to_owned())
    }
}

pub fn target(text: &str) -> Result<Delivery, String> {
    Delivery::named(text).ok_or_else(|| "les cibles possibles sont « usb », « web » et « borne »".to_owned())
}

pub fn jobs(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|jobs| (1..=256).contains(jobs));
    number.ok_or_else(|| "écrivez un nombre de 1 à 256".to_owned())
}

pub fn number(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|number| (1..=9999).contains(number));
    number.ok_or_else(|| "écrivez le numéro d’un guide, par exemple 412".to_owned())
}

pub fn copies(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|copies| (1..=100).contains(copies));
    number.ok_or_else(|| "écrivez un nombre de 1 à 100".to_owned())
}

pub fn body(text: &str) -> Result<f64, String> {
    let number = text.replace(',', ".").parse().ok().filter(|points| (18.0..=32.0).contains(points));
    number.ok_or_else(|| "écrivez une taille de 18 à 32 points, par exemple 24".to_owned())
}

pub fn paper(text: &str) -> Result<Paper, String> {
    Paper::named(text).ok_or_else(|| {
        let near = did_you_mean(nearest(text, Paper::KEYS.iter().copied()));
        format!("les formes possibles sont {}.{near}", Paper::KEYS.join(", "))
    })
}

pub fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "écrivez un nombre de 0 à 65535 ; 0 prend un port libre".to_owned())
}

pub fn format(text: &str) -> Result<Format, String> {
    match text {
        "texte" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        _ => Err("les formes possibles sont « texte » et « json »".to_owned()),
    }
}
