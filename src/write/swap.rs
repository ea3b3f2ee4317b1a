//! The new site takes the place of the old one.

use super::place::Place;
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
    if exchange_at_once(place) {
        // The old site is now under the fresh folder's name.
        return retire(&place.fresh, &place.out);
    }
    let old = place.old();
    fs::rename(&place.out, &old)?;
    if let Err(error) = fs::rename(&place.fresh, &place.out) {
        fs::rename(&old, &place.out)?;
        return Err(error);
    }
    retire(&old, &place.out)
}

/// Removes an old site, after its hidden folders (`.git`, for those who publish from there) went to the new one.
/// A failure to remove harms nobody: the next build will.
fn retire(old: &Path, new: &Path) -> io::Result<()> {
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') && entry.file_type()?.is_dir() {
            fs::rename(entry.path(), new.join(entry.file_name()))?;
        }
    }
    let _ = fs::remove_dir_all(old);
    Ok(())
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
