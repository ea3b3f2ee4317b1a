//! What was written is on the disk, not only in the memory of the system: a power cut loses the rest.

use fs_err as fs;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Everything that waits for the disk of that folder goes there: one wait for thousands of files.
///
/// # Errors
/// The disk refuses: full, protected or broken. Some disks say so only now.
pub fn disk(folder: &Path) -> io::Result<()> {
    whole_disk(folder).map(|_| ())
}

/// The same for many folders: each disk that they stand on is waited for once.
///
/// # Errors
/// As [`disk`].
pub fn disks<'p>(folders: impl IntoIterator<Item = &'p Path>) -> io::Result<()> {
    let mut flushed = BTreeSet::new();
    for folder in folders {
        let device = device(folder)?;
        if !flushed.contains(&device) && whole_disk(folder)? {
            flushed.insert(device);
        }
    }
    Ok(())
}

/// Says whether more than that folder went to the disk.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn whole_disk(folder: &Path) -> io::Result<bool> {
    match rustix::fs::syncfs(fs::File::open(here(folder))?.file()) {
        // Some systems that stand in for Linux have no such call.
        Err(rustix::io::Errno::NOSYS) => one_by_one(folder).map(|()| false),
        done => Ok(done.map(|()| true)?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn whole_disk(folder: &Path) -> io::Result<bool> {
    one_by_one(folder).map(|()| false)
}

#[cfg(unix)]
fn device(folder: &Path) -> io::Result<u64> {
    use std::os::unix::fs::MetadataExt;
    Ok(fs::metadata(here(folder))?.dev())
}

#[cfg(not(unix))]
fn device(_: &Path) -> io::Result<u64> {
    Ok(0)
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
        disks([folder.path(), &folder.path().join("guides")]).unwrap();
        one_by_one(folder.path()).unwrap();
        names(folder.path());
        assert!(
            disk(&folder.path().join("rien")).is_err() && one_by_one(&folder.path().join("rien")).is_err()
        );
    }
}
