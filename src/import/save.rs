//! Writing: each file whole or not at all, and none before all are ready.

use fs_err as fs;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// From the site's folder, with `/`.
    pub path: String,
    pub text: String,
}

/// Writes every file beside its place, then puts each in its place.
///
/// # Errors
/// When the disk refuses: the files not yet in place are taken away again.
pub fn save(site: &Path, writes: &[Write]) -> io::Result<()> {
    let places: Vec<(PathBuf, PathBuf, &str)> = writes
        .iter()
        .map(|write| {
            let place = site.join(&write.path);
            let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            // Hidden: a reader of the site's folder passes it by.
            (place.with_file_name(format!(".{name}.neuf")), place, write.text.as_str())
        })
        .collect();
    let folders: BTreeSet<&Path> = places.iter().filter_map(|(_, place, _)| place.parent()).collect();
    folders.into_iter().try_for_each(fs::create_dir_all)?;
    let ready = places.par_iter().try_for_each(|(beside, _, text)| fs::write(beside, text));
    let outcome =
        ready.and_then(|()| places.iter().try_for_each(|(beside, place, _)| fs::rename(beside, place)));
    if outcome.is_err() {
        for (beside, _, _) in &places {
            // Those already in their place are whole; the others never were there.
            let _ = fs::remove_file(beside);
        }
    }
    outcome
}
