//! The new site takes the place of the old one.

use super::flush;
use fs_err as fs;
use std::ffi::OsStr;
use std::io;
use std::path::Path;

/// The three folders of an exchange.
#[derive(Clone, Copy)]
pub struct Swap<'p> {
    /// The site as readers see it.
    pub out: &'p Path,
    /// The site that was made.
    pub fresh: &'p Path,
    /// Where the old site stands for a moment, on disks that cannot exchange two folders at once.
    pub old: &'p Path,
}

/// Exchanges the fresh folder and the old site by one rename, then removes the old one.
///
/// Where the system cannot exchange (other systems, some USB keys), two renames do it; if the machine stops
/// between them, the next build brings the old site back (`NewFolder::prepare`).
pub fn exchange(place: &Swap<'_>) -> io::Result<()> {
    let parent = place.out.parent().unwrap_or(Path::new(""));
    if !place.out.exists() {
        fs::rename(place.fresh, place.out)?;
        flush::names(parent);
        return Ok(());
    }
    // From here on the new site is in place: what cannot be tidied now is for the next build. The old one goes only
    // when the disk knows the new one.
    if exchange_at_once(place) {
        flush::names(parent);
        // The old site is now under the fresh folder's name.
        let _ = retire(place.fresh, place.out);
        return Ok(());
    }
    fs::rename(place.out, place.old)?;
    if let Err(error) = fs::rename(place.fresh, place.out) {
        fs::rename(place.old, place.out)?;
        return Err(error);
    }
    flush::names(parent);
    let _ = retire(place.old, place.out);
    Ok(())
}

/// Removes an old site, after its hidden folders and links (`.git`, for those who publish from there) went to
/// the new one.
///
/// # Errors
/// One of them cannot go, or the folder cannot be removed: then it stands, with all that is left in it.
pub fn retire(old: &Path, new: &Path) -> io::Result<()> {
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        let there = new.join(entry.file_name());
        if is_hidden(&entry.file_name())
            && !entry.file_type()?.is_file()
            && fs::symlink_metadata(&there).is_err()
        {
            fs::rename(entry.path(), there)?;
        }
    }
    fs::remove_dir_all(old)
}

/// Names that begin with a dot are their keeper's, never pages.
pub fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_at_once(place: &Swap<'_>) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, place.fresh, CWD, place.out, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &Swap<'_>) -> bool {
    false
}
