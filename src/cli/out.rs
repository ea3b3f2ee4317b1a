//! Where a file may be written by `-o`: a new one, or one of ours; never among the author's texts.

use super::{Outcome, tell};
use crate::diag::catalogue::system_reason;
use crate::write::{self, MANIFEST, NewFile, absolute, is_stream};
use fs_err as fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Folders of a site that hold what its author wrote.
const SOURCES: [&str; 2] = ["content", "themes"];

/// A kind of file that a command makes.
pub(super) struct OutputKind {
    /// « un PDF fait par Éliane »
    pub what: &'static str,
    pub extension: &'static str,
    /// Whether a file of these bytes is one.
    pub ours: fn(&[u8]) -> bool,
}

/// Says why nothing may be written there; `Ok` when something may.
pub(super) fn may_write(site: &Path, out: &Path, kind: &OutputKind) -> Result<(), Outcome> {
    refused(site, out, kind).map_or(Ok(()), |why| {
        tell(&format!("erreur : impossible d’écrire {} : {why}. Rien n’a été écrit.", out.display()));
        let name = out.file_stem().map_or_else(|| "sortie".to_owned(), |n| n.to_string_lossy().into_owned());
        tell(&format!("Choisissez un autre endroit : -o {name}-nouveau.{}", kind.extension));
        Err(Outcome::Failed)
    })
}

fn refused(site: &Path, out: &Path, kind: &OutputKind) -> Option<String> {
    if is_stream(out) {
        return None;
    }
    let link = fs::symlink_metadata(out).is_ok_and(|found| found.is_symlink());
    if link && fs::metadata(out).is_err() {
        return Some("c’est un lien qui ne mène nulle part".to_owned());
    }
    let place = match absolute(out) {
        Ok(place) => place,
        Err(error) => return Some(system_reason(&error)),
    };
    let mut sources: Vec<_> = SOURCES.iter().filter_map(|name| absolute(&site.join(name)).ok()).collect();
    // Another site's texts are somebody's as well.
    let others = place.ancestors().filter(|folder| folder.join("content").join("site.yaml").is_file());
    sources.extend(
        others.flat_map(|folder| SOURCES.iter().filter_map(|name| absolute(&folder.join(name)).ok())),
    );
    if let Some(folder) = sources.iter().find(|folder| place.starts_with(folder)) {
        return Some(format!("il serait dans {}, avec les textes d’un site", folder.display()));
    }
    if let Some(built) = place.ancestors().skip(1).find(|folder| folder.join(MANIFEST).is_file()) {
        return Some(format!(
            "il serait dans {}, un site construit, que le suivant remplace",
            built.display()
        ));
    }
    if !place.parent().is_some_and(Path::is_dir) {
        return Some("son dossier n’existe pas".to_owned());
    }
    match fs::metadata(&place) {
        Err(_) => None,
        Ok(found) if found.is_dir() => Some("c’est un dossier".to_owned()),
        Ok(found) if !found.is_file() => Some("ce n’est pas un fichier".to_owned()),
        // Nothing is lost with an empty file.
        Ok(found) if found.len() == 0 => None,
        Ok(_) => match read(&place) {
            Ok(bytes) if (kind.ours)(&bytes) => None,
            Ok(_) => Some(format!("il existe déjà, et ce n’est pas {}", kind.what)),
            Err(error) => Some(format!("il existe déjà, et ne se lit pas : {}", system_reason(&error))),
        },
    }
}

/// The file, or as much of it as says what it is.
fn read(place: &Path) -> std::io::Result<Vec<u8>> {
    const ENOUGH: u64 = 256 << 20;
    let mut bytes = Vec::new();
    fs::File::open(place)?.take(ENOUGH).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes it, whole or not at all.
pub(super) fn write(out: &Path, bytes: &[u8]) -> Result<(), Outcome> {
    let written = write::files(&[NewFile { place: out.to_owned(), bytes }]);
    // `-o /dev/stdout | head`: who reads has seen enough.
    written.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }).map_err(
        |error| {
            tell(&format!("erreur : impossible d’écrire {} : {}.", out.display(), system_reason(&error)));
            Outcome::Failed
        },
    )
}
