//! One build at a time for one site: two of them in one fresh folder would mix their pages.

use fs_err as fs;
use std::io;
use std::path::{Path, PathBuf};

/// Held while a build writes; a build that is killed frees it.
pub struct Lock {
    path: PathBuf,
    /// Closing it frees the lock.
    _file: fs::File,
}

impl Lock {
    /// Waits until no other build holds the lock file of that path. Disks that know no locks (some USB keys)
    /// make nobody wait.
    ///
    /// # Errors
    /// The file cannot be made: the disk is full or protected.
    pub fn wait(path: PathBuf) -> io::Result<Self> {
        loop {
            let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            let locked = file.file().lock().is_ok();
            // Its former holder removes the file: a lock on a file that is gone keeps nobody away.
            if !locked || is_at(&file, &path) {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still held; a file that stays harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn is_at(file: &fs::File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(found)) => (held.dev(), held.ino()) == (found.dev(), found.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &fs::File, _: &Path) -> bool {
    true
}
