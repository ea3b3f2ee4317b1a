//! The new site takes the place of the old one.

use super::place::{Place, is_hidden};
use fs_err as fs;
use std::io;
use std::path::Path;

/// Exchanges the fresh folder and the old site by one rename, then removes the old one.
///
/// Where the system cannot exchange (other systems, some USB keys), two renames do it; if the machine stops
/// between them, the next build brings the old site back ([`Place::prepare`]).
pub fn exchange(place: &Place) -> io::Result<()> {
    if !place.out.exists() {
        return fs::rename(&place.fresh, &place.out);
    }
    // From here on the new site is in place: what cannot be tidied now is for the next build.
    if exchange_at_once(place) {
        // The old site is now under the fresh folder's name.
        let _ = retire(&place.fresh, &place.out);
        return Ok(());
    }
    fs::rename(&place.out, &place.old)?;
    if let Err(error) = fs::rename(&place.fresh, &place.out) {
        fs::rename(&place.old, &place.out)?;
        return Err(error);
    }
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
fn exchange_at_once(place: &Place) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, &place.fresh, CWD, &place.out, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &Place) -> bool {
    false
}
