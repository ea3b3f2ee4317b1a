//! `exporter`: services for other programs, and what they cannot hold.

use super::build::today;
use super::words::count;
use super::{Outcome, out as file, print, sound, tell};
use crate::export::{Export, Loss, NoRow, mednum, mednum_head};
use crate::site::Site;
use std::path::Path;

/// Our tables begin with the names of the columns; a spreadsheet may have put a mark before them.
const TABLE: file::OutputKind = file::OutputKind {
    what: "un export fait par Éliane",
    extension: "csv",
    ours: |bytes| {
        bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).starts_with(mednum_head().as_bytes())
    },
};

/// Writes the services in the standard's form: to a file, or as data.
pub fn export(site: &Path, out: Option<&Path>) -> Outcome {
    if let Some(Err(outcome)) = out.map(|path| file::may_write(site, path, &TABLE)) {
        return outcome;
    }
    let renderer = match sound(site, today(), "Rien n’a été écrit") {
        Ok((renderer, _)) => renderer,
        Err(outcome) => return outcome,
    };
    let export = mednum(renderer.site());
    match out {
        None => print(&String::from_utf8_lossy(&export.csv)),
        Some(path) => {
            if let Err(outcome) = file::write(path, &export.csv) {
                return outcome;
            }
        }
    }
    report(&export, renderer.site());
    Outcome::Fine
}

fn report(export: &Export, site: &Site) {
    let name = |id: &str| {
        site.services.iter().find(|s| s.id == id).map_or_else(|| id.to_owned(), |s| s.name.clone())
    };
    tell(&format!(
        "Standard de médiation numérique 1.0.2 : {}, {} sans ligne.",
        count(export.rows, "service"),
        export.left.len()
    ));
    let mut left: Vec<_> = export.left.iter().collect();
    left.sort_by_key(|(_, reason)| *reason);
    for (id, reason) in left {
        tell(&format!("- sans ligne : {} ({id}) : {}", name(id), why(*reason)));
    }
    for (id, loss) in &export.losses {
        tell(&format!("- incomplet : {} ({id}) : {}", name(id), lost(loss)));
    }
    tell(
        "Le standard ne sait pas dire l’aide à domicile, le territoire, qui peut demander, ni qui a vérifié. Les fiches gardent tout.",
    );
}

fn why(reason: NoRow) -> &'static str {
    match reason {
        NoRow::NotPublic => "il n’est pas public.",
        NoRow::NoNeed => "aucun de ses besoins n’est un service du standard.",
        NoRow::NoStreet => "il n’a pas d’adresse où aller, et le standard en veut une.",
        NoRow::NoCommune => "le code postal et la commune de son adresse ne désignent pas une commune.",
        NoRow::NoDate => "sa fiche n’a aucune date, et le standard en veut une.",
    }
}

fn lost(loss: &Loss) -> String {
    match loss {
        Loss::ShortNumber(number) => {
            format!("le {number} n’a pas de forme internationale, le standard ne peut pas l’écrire.")
        }
        Loss::SurchargedNumber(number) => {
            format!("le {number} est surtaxé, et le standard ne peut pas dire son prix.")
        }
        Loss::MoreNumbers => "il n’y a place que pour un téléphone.".to_owned(),
        Loss::Hours => "ses horaires ne sont pas en syntaxe d’OpenStreetMap (osm).".to_owned(),
    }
}
