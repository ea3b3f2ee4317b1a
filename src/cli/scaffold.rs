//! `new` and `init`: a first file, or a first site, that already builds.

use super::args::What;
use super::schema;
use super::{Outcome, tell};
use crate::diag::catalogue::system_reason;
use crate::load::Loaded;
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

/// A file to write: its path under the site's folder, and its text.
type NewFile = (String, String);

pub fn new(site: &Path, what: What, id: &str) -> Outcome {
    if !is_slug(id) {
        let near = Some(slug(id)).filter(|near| !near.is_empty()).unwrap_or_else(|| "mon-guide".to_owned());
        tell(&format!("erreur : « {id} » ne peut pas servir d’adresse. Essayez : {near}"));
        return Outcome::Failed;
    }
    if !site.join("content").is_dir() {
        tell(&format!("erreur : il n’y a pas de site dans {}. Rien n’a été écrit.", site.display()));
        tell("Pour commencer un site : eliane init DOSSIER");
        return Outcome::Failed;
    }
    let (sources, _) = crate::source::read_site(site);
    let (loaded, _) = crate::load::load(&sources);
    // A need of this very site: a name that is not one of them would be an error.
    let need = loaded.needs.first().map_or(FIRST_NEED, |need| need.id.as_str());
    let mut files = match what {
        What::Guide => guide(id, free_number(&loaded)),
        What::Service => vec![service(id)],
    };
    for (_, text) in &mut files {
        *text = text.replace(&format!("[{FIRST_NEED}]"), &format!("[{need}]"));
    }
    write(site, &files)
}

pub fn init(folder: &Path) -> Outcome {
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        tell(&format!("erreur : le dossier {} n’est pas vide. Rien n’a été écrit.", folder.display()));
        return Outcome::Failed;
    }
    let mut files = vec![
        ("content/site.yaml".to_owned(), schema::modeline("site", 1) + SITE),
        ("content/besoins.yaml".to_owned(), schema::modeline("besoins", 1) + NEEDS),
        ("content/glossaire.yaml".to_owned(), schema::modeline("glossaire", 1) + GLOSSARY),
        service("mon-service"),
    ];
    files.extend(guide("mon-premier-guide", 1));
    files.extend(schema::files());
    files.push((EDITOR.to_owned(), schema::settings()));
    let outcome = write(folder, &files);
    if outcome == Outcome::Fine {
        tell(&format!("Pour voir le site : eliane serve --site {} --open", folder.display()));
    }
    outcome
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

fn service(id: &str) -> NewFile {
    (format!("content/services/{id}.yaml"), schema::modeline("service", 2) + SERVICE)
}

fn guide(id: &str, number: u16) -> Vec<NewFile> {
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
fn write(root: &Path, files: &[NewFile]) -> Outcome {
    if let Some((path, _)) = files.iter().find(|(path, _)| root.join(path).exists()) {
        tell(&format!("erreur : {path} existe déjà. Rien n’a été écrit."));
        return Outcome::Failed;
    }
    write_over(root, files)
}

fn write_over(root: &Path, files: &[NewFile]) -> Outcome {
    for (path, text) in files {
        let place = root.join(path);
        let done = place.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&place, text));
        if let Err(error) = done {
            tell(&format!("erreur : impossible d’écrire {path} : {}.", system_reason(&error)));
            return Outcome::Failed;
        }
        tell(&format!("Écrit : {}", place.display()));
    }
    Outcome::Fine
}
