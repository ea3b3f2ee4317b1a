//! The new site takes the place of the old one.

use super::flush;
use super::place::{NewFolder, is_hidden};
use fs_err as fs;
use std::io;
use std::path::Path;

/// Exchanges the fresh folder and the old site by one rename, then removes the old one.
///
/// Where the system cannot exchange (other systems, some USB keys), two renames do it; if the machine stops
/// between them, the next build brings the old site back ([`NewFolder::prepare`]).
pub fn exchange(place: &NewFolder) -> io::Result<()> {
    let parent = place.out.parent().unwrap_or(Path::new(""));
    if !place.out.exists() {
        fs::rename(&place.fresh, &place.out)?;
        flush::names(parent);
        return Ok(());
    }
    // From here on the new site is in place: what cannot be tidied now is for the next build. The old one goes only
    // when the disk knows the new one.
    if exchange_at_once(place) {
        flush::names(parent);
        // The old site is now under the fresh folder's name.
        let _ = retire(&place.fresh, &place.out);
        return Ok(());
    }
    fs::rename(&place.out, &place.old)?;
    if let Err(error) = fs::rename(&place.fresh, &place.out) {
        fs::rename(&place.old, &place.out)?;
        return Err(error);
    }
    flush::names(parent);
    let _ = retire(&place.old, &place.out);
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

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_at_once(place: &NewFolder) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, &place.fresh, CWD, &place.out, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &NewFolder) -> bool {
    false
}
