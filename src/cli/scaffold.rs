//! `commencer` and `creer`: a first file, or a first site, that already builds.

use super::args::SheetModel;
use super::schema;
use super::{Outcome, national, tell};
use crate::diag::catalogue::system_reason;
use crate::load::Loaded;
use crate::territory::Zone;
use crate::text::{is_slug, slug};
use fs_err as fs;
use std::path::Path;

const GUIDE: &str = include_str!("modeles/guide.md");
const DRAWING: &str = include_str!("modeles/dessin.svg");
const SERVICE: &str = include_str!("modeles/service.yaml");
const SITE: &str = include_str!("modeles/site.yaml");
const NEEDS: &str = include_str!("modeles/besoins.yaml");
/// Where VS Code and VSCodium look for a folder's settings.
const EDITOR: &str = ".vscode/settings.json";
const GLOSSARY: &str = include_str!("modeles/glossaire.yaml");

/// The need that the models name.
const FIRST_NEED: &str = "appel-video";

/// The territory of the model of `site.yaml`.
const EXAMPLE: &str = "242900801";

/// A file to write: its path under the site's folder, and its text.
type ModelFile = (String, String);

pub fn new(site: &Path, what: SheetModel, id: &str) -> Outcome {
    if !is_slug(id) {
        let near = Some(slug(id)).filter(|near| !near.is_empty()).unwrap_or_else(|| "mon-guide".to_owned());
        tell(&format!("erreur : « {id} » ne peut pas servir d’adresse. Essayez : {near}"));
        return Outcome::Failed;
    }
    if !site.join("content").is_dir() {
        tell(&format!("erreur : il n’y a pas de site dans {}. Rien n’a été écrit.", site.display()));
        tell("Pour commencer un site : eliane creer DOSSIER");
        return Outcome::Failed;
    }
    let (sources, _) = crate::source::read_site(site);
    let (loaded, _) = crate::load::load(&sources);
    // A need of this very site: a name that is not one of them would be an error.
    let need = loaded.needs.first().map_or(FIRST_NEED, |need| need.id.as_str());
    let mut files = match what {
        SheetModel::Guide => guide(id, free_number(&loaded)),
        SheetModel::Service => vec![service(id)],
    };
    for (_, text) in &mut files {
        *text = text
            .replace(&format!("[{FIRST_NEED}]"), &format!("[{need}]"))
            .replace(&format!("besoin:{FIRST_NEED}"), &format!("besoin:{need}"));
    }
    write(site, &files)
}

pub fn init(folder: &Path, zone: Option<Zone>) -> Outcome {
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        tell(&format!("erreur : le dossier {} n’est pas vide. Rien n’a été écrit.", folder.display()));
        return Outcome::Failed;
    }
    let mut files = vec![
        ("content/site.yaml".to_owned(), schema::modeline("site", 1) + &settings(zone)),
        ("content/besoins.yaml".to_owned(), schema::modeline("besoins", 1) + NEEDS),
        ("content/glossaire.yaml".to_owned(), schema::modeline("glossaire", 1) + GLOSSARY),
        first_service(zone),
    ];
    files.extend(national::services(&[FIRST_NEED]));
    files.extend(guide("mon-premier-guide", 1));
    files.extend(schema::files());
    files.push((EDITOR.to_owned(), schema::settings()));
    let outcome = write(folder, &files);
    if outcome == Outcome::Fine {
        if zone.is_none() {
            tell(
                "Le site est réglé pour un exemple, le pays de Landerneau-Daoulas : changez « territoires » dans content/site.yaml.",
            );
        }
        tell(&format!("Pour voir le site : eliane montrer --site {} --ouvrir", folder.display()));
    }
    outcome
}

/// The settings of a first site, for the territory that was asked for or for that of the example.
fn settings(zone: Option<Zone>) -> String {
    match zone {
        Some(zone) => SITE.replace(EXAMPLE, zone.code()),
        None => SITE.to_owned(),
    }
}

/// The model of a service, with the address of a town of the territory.
fn first_service(zone: Option<Zone>) -> ModelFile {
    let (path, text) = service("mon-service");
    let town = zone.and_then(|zone| zone.communes().into_iter().next());
    let text = match town {
        Some(town) => {
            let code = town.postal_codes.first().copied().unwrap_or_default();
            let quoted = |name: &str| format!("commune: \"{name}\"");
            text.replace("code_postal: \"29800\"", &format!("code_postal: \"{code}\""))
                .replace("commune: Landerneau", &quoted(town.name))
        }
        None => text,
    };
    (path, text)
}

/// Writes the schemas of a site anew; an editor's settings are its owner's, and are made only when there are none.
pub fn schemas(site: &Path) -> Outcome {
    if !site.join("content").is_dir() {
        tell(&format!("erreur : il n’y a pas de site dans {}. Rien n’a été écrit.", site.display()));
        return Outcome::Failed;
    }
    let mut files = schema::files();
    if !site.join(EDITOR).exists() {
        files.push((EDITOR.to_owned(), schema::settings()));
    }
    write_over(site, &files)
}

fn service(id: &str) -> ModelFile {
    (format!("content/services/{id}.yaml"), schema::modeline("service", 2) + SERVICE)
}

fn guide(id: &str, number: u16) -> Vec<ModelFile> {
    vec![
        (format!("content/guides/{id}/guide.md"), GUIDE.replace("NUMERO", &number.to_string())),
        (format!("content/guides/{id}/dessin.svg"), DRAWING.to_owned()),
    ]
}

/// The first number that no guide of this site uses.
fn free_number(loaded: &Loaded) -> u16 {
    let used: std::collections::BTreeSet<u16> = loaded.guides.iter().map(|guide| guide.number).collect();
    (1..=9999).find(|number| !used.contains(number)).unwrap_or(9999)
}

/// Writes files that must not exist yet: a scaffold never covers somebody's work.
fn write(root: &Path, files: &[ModelFile]) -> Outcome {
    // A link that leads nowhere is somebody's too.
    if let Some((path, _)) = files.iter().find(|(path, _)| fs::symlink_metadata(root.join(path)).is_ok()) {
        tell(&format!("erreur : {path} existe déjà. Rien n’a été écrit."));
        return Outcome::Failed;
    }
    write_over(root, files)
}

/// All of them, or none.
fn write_over(root: &Path, files: &[ModelFile]) -> Outcome {
    let all: Vec<_> = files
        .iter()
        .map(|(path, text)| crate::write::NewFile { place: root.join(path), bytes: text.as_bytes() })
        .collect();
    if let Err(error) = crate::write::files(&all) {
        tell(&format!(
            "erreur : impossible d’écrire dans {} : {}. Rien n’a été écrit.",
            root.display(),
            system_reason(&error)
        ));
        return Outcome::Failed;
    }
    for file in &all {
        tell(&format!("Écrit : {}", file.place.display()));
    }
    Outcome::Fine
}
