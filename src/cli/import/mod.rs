//! `importer`: a public directory becomes sheets, and says row by row what it did.

mod account;
mod json;
mod reasons;
mod review;

use super::args::ImportOptions;
use super::{Outcome, print, tell};
use crate::diag::Format;
use crate::diag::catalogue::system_reason;
use crate::import::{self, FileFault, ImportRequest};
use crate::{load, source};
use std::path::Path;

/// Imports a file into the site.
pub fn import(site: &Path, options: &ImportOptions) -> Outcome {
    if !site.join("content").is_dir() {
        tell(&format!("erreur : il n’y a pas de site dans {}. Rien n’a été écrit.", site.display()));
        tell("Pour commencer un site : eliane creer DOSSIER");
        return Outcome::Failed;
    }
    let (sources, _) = source::read_site(site);
    let (loaded, _) = load::load(&sources);
    if let Some(first) = loaded.unread.services.first() {
        // A sheet that cannot be read may be that of a row: it would be made twice.
        tell(&format!("erreur : la fiche « {first} » ne se lit pas. Rien n’a été écrit."));
        tell("Corrigez-la d’abord. Pour voir toutes les erreurs : eliane relire");
        return Outcome::ContentHasErrors;
    }
    let request = ImportRequest {
        directory: options.directory,
        file: &options.file,
        dataset: options.series.clone(),
        date: options.date.map(|date| date.to_string()),
        licence: options.licence.clone(),
        columns: options.columns.clone(),
        territory: options.territory,
        today: super::build::today(),
    };
    let mut plan = import::plan(&sources, &loaded, &request);
    if plan.fault.is_none() {
        plan.writes.extend(review::write(site, &plan.report));
    }
    if plan.fault.is_none()
        && !options.dry_run
        && let Err(error) = import::save(site, &plan.writes)
    {
        tell(&format!("erreur : impossible d’écrire les fiches : {}.", system_reason(&error)));
        return Outcome::Failed;
    }
    match options.format {
        Format::Json => print(&json::account(&plan, options.dry_run)),
        Format::Text => tell(&account::account(&plan, options.dry_run)),
    }
    match &plan.fault {
        None => Outcome::Fine,
        Some(FileFault::Io(_)) => Outcome::Failed,
        Some(_) => Outcome::ContentHasErrors,
    }
}
