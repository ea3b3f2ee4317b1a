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
    match rustix::fs::syncfs(fs::File::open(here(folder))?.file()) {
        // Some systems that stand in for Linux have no such call.
        Err(rustix::io::Errno::NOSYS) => one_by_one(folder),
        done => Ok(done?),
    }
}

/// The same where no such call is.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn disk(folder: &Path) -> io::Result<()> {
    one_by_one(folder)
}

fn one_by_one(folder: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(here(folder)) {
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
fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_goes_to_the_disk_in_both_ways() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("guides")).unwrap();
        fs::write(folder.path().join("guides/a.html"), "a").unwrap();
        disk(folder.path()).unwrap();
        one_by_one(folder.path()).unwrap();
        names(folder.path());
        assert!(
            disk(&folder.path().join("rien")).is_err() && one_by_one(&folder.path().join("rien")).is_err()
        );
    }
}
