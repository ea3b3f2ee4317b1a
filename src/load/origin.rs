//! The `import` block: where a sheet was copied from. `eliane importer` writes it; a curator lets it be.

use super::fields::Fields;
use crate::keys::KeyForm::{Date, Text};
use crate::keys::{KeyRow, keys, may, must, yes_no};
use crate::model::Origin;

keys! {
    /// Where a sheet was copied from.
    IMPORT {
        DATASET = must("jeu", "jeu: france-services", Text, "l’annuaire");
        ROW = must("identifiant", "identifiant: \"1024\"", Text, "la ligne de l’annuaire");
        COMMUNE = may("commune", Text, "la commune, comme l’annuaire l’écrit");
        FILE = may("fichier", Text, "le fichier lu");
        LICENCE = may("licence", Text, "la licence du fichier");
        DATE = may("date", Date, "la date du fichier");
        FINGERPRINT = may("empreinte", Text, "ce que l’import avait écrit");
        GONE = yes_no("absent", "si l’annuaire ne le cite plus");
        CLOSED = yes_no("ferme", "si l’annuaire le dit fermé");
        CLOSED_BY = may("ferme_selon", Date, "la date du fichier qui le dit fermé");
    }
}

/// Reads the block, when there is one.
pub fn origin(fields: &mut Fields<'_>, key: KeyRow) -> Option<Origin> {
    let node = fields.node(key)?;
    let mut f = Fields::new(node, key.name, fields.out());
    let dataset = f.required(key::DATASET).value;
    let row = f.required(key::ROW).value;
    let origin = Origin {
        dataset,
        row,
        commune: f.plain(key::COMMUNE),
        file: f.plain(key::FILE),
        licence: f.plain(key::LICENCE),
        date: f.partial_date(key::DATE),
        fingerprint: f.plain(key::FINGERPRINT).unwrap_or_default(),
        gone: f.yes_no(key::GONE).unwrap_or(false),
        closed: f.yes_no(key::CLOSED).unwrap_or(false),
        closed_by: f.partial_date(key::CLOSED_BY),
    };
    f.finish();
    Some(origin)
}
