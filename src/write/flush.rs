//! What was written is on the disk, not only in the memory of the system: a power cut loses the rest.

use fs_err as fs;
use std::io;
use std::path::Path;

/// Everything that waits for the disk of that folder goes there: one wait for thousands of files.
///
/// # Errors
/// The disk refuses: full, protected or broken. Some disks say so only now.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn disk(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(here(folder))?.file())?)
}

/// The same where no such call is: file by file.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn disk(folder: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            fs::OpenOptions::new().append(true).open(entry.path())?.sync_all()?;
        }
    }
    Ok(())
}

/// The names in a folder are on the disk: after a rename there. What cannot be done is no fault of the files, which
/// are whole: some file systems know no such thing, and Windows neither.
#[cfg(unix)]
pub fn names(folder: &Path) {
    let _ = fs::File::open(here(folder)).and_then(|folder| folder.sync_all());
}

#[cfg(not(unix))]
pub fn names(_: &Path) {}

/// A file named without a folder stands in the current one.
#[cfg(unix)]
fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}
