//! Writing: each file whole or not at all, and none before all are ready.

use fs_err as fs;
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
    let mut ready: Vec<(PathBuf, PathBuf)> = Vec::with_capacity(writes.len());
    let mut folder = PathBuf::new();
    let prepared = writes.iter().try_for_each(|write| {
        let place = site.join(&write.path);
        let parent = place.parent().unwrap_or(site).to_owned();
        if parent != folder {
            fs::create_dir_all(&parent)?;
            folder.clone_from(&parent);
        }
        let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // Hidden: a reader of the site's folder passes it by.
        let beside = parent.join(format!(".{name}.neuf"));
        ready.push((beside.clone(), place));
        fs::write(&beside, &write.text)
    });
    let mut moved = 0;
    let outcome = prepared.and_then(|()| {
        ready.iter().try_for_each(|(beside, place)| {
            fs::rename(beside, place)?;
            moved += 1;
            Ok(())
        })
    });
    if outcome.is_err() {
        for (beside, _) in &ready[moved..] {
            let _ = fs::remove_file(beside);
        }
    }
    outcome
}
