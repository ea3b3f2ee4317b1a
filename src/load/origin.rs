//! The `import` block: where a sheet was copied from. `eliane import` writes it; a curator lets it be.

use super::fields::Fields;
use crate::model::Origin;

/// Reads the block, when there is one.
pub fn origin(fields: &mut Fields<'_>) -> Option<Origin> {
    let node = fields.node("import")?;
    let mut f = Fields::new(node, "import", fields.out());
    let dataset = f.required("jeu", "jeu: france-services").value;
    let row = f.required("identifiant", "identifiant: \"1024\"").value;
    let origin = Origin {
        dataset,
        row,
        commune: f.plain("commune"),
        file: f.plain("fichier"),
        licence: f.plain("licence"),
        date: f.partial_date("date"),
        fingerprint: f.plain("empreinte").unwrap_or_default(),
        gone: f.yes_no("absent").unwrap_or(false),
        closed: f.yes_no("ferme").unwrap_or(false),
        closed_by: f.partial_date("ferme_selon"),
    };
    f.finish();
    Some(origin)
}
