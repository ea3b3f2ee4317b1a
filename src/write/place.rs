//! Where a site may be written.

use super::flush;
use super::lock::Lock;
use super::manifest::{KnownFiles, MANIFEST};
use super::swap::{self, Swap, is_hidden, retire};
use crate::diag::Diagnostic;
use crate::diag::catalogue::{output as say, system_reason};
use fs_err as fs;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Folders of a site that hold what its author wrote.
const SOURCES: [&str; 2] = ["content", "themes"];

/// What file managers leave in the folders they show.
const LITTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// A folder that takes the place of another, whole or not at all. Dropped before [`Self::exchange`], it leaves the
/// former one as it was.
pub struct NewFolder {
    /// The site as readers see it.
    pub(super) out: PathBuf,
    /// The site being made.
    pub(super) fresh: PathBuf,
    /// Where the old site stands for a moment, on disks that cannot exchange two folders at once.
    pub(super) old: PathBuf,
    exchanged: bool,
    /// Nobody else writes there as long as this value lives.
    _lock: Lock,
}

impl NewFolder {
    /// Checks that `out` is ours to replace, mends what a killed build left, and makes the fresh folder. `root` is the
    /// folder of the site's texts, which no built site may cover.
    ///
    /// # Errors
    /// Says why nothing can be written there.
    pub fn prepare(root: &Path, out: &Path) -> Result<Self, Diagnostic> {
        let shown = out.display().to_string();
        let failed = |error: io::Error| say::write_failed(shown.as_str(), &system_reason(&error));
        let out = absolute(out).map_err(failed)?;
        let root = absolute(root).map_err(failed)?;
        let inside_sources = SOURCES.iter().any(|folder| out.starts_with(root.join(folder)));
        if inside_sources || root.starts_with(&out) {
            return Err(say::misplaced(&shown));
        }
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(say::misplaced(&shown));
        };
        fs::create_dir_all(parent).map_err(failed)?;
        let beside = |end: &str| parent.join(format!(".{}.{end}", name.to_string_lossy()));
        let (fresh, old) = (beside("nouveau"), beside("ancien"));
        let lock = Lock::wait(beside("verrou")).map_err(failed)?;
        // Until the fresh folder is ours, there is nothing to give up.
        let mut place = Self { out, fresh, old, exchanged: true, _lock: lock };
        place.recover().map_err(failed)?;
        if let Some(foreign) = place.foreign().map_err(failed)? {
            return Err(say::occupied(&shown, &foreign));
        }
        fs::create_dir(&place.fresh).map_err(failed)?;
        place.exchanged = false;
        Ok(place)
    }

    /// Makes the folders of files with these addresses.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn make_folders<'a>(&self, addresses: impl Iterator<Item = &'a str>) -> io::Result<()> {
        let mut folders: Vec<&str> =
            addresses.filter_map(|address| Some(address.rsplit_once('/')?.0)).collect();
        folders.dedup();
        folders.into_iter().try_for_each(|folder| fs::create_dir_all(self.fresh.join(folder)))
    }

    /// Where the site will stand.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// Keeps the old file, if there is one and `holds` agrees with its bytes; says whether it did.
    pub fn keep(&self, address: &str, holds: impl FnOnce(&[u8]) -> bool) -> bool {
        let (old, new) = (self.out.join(address), self.fresh.join(address));
        is_file(&old) && fs::read(&old).is_ok_and(|bytes| holds(&bytes)) && link(&old, &new).is_ok()
    }

    /// Writes one file, or links the old one when it holds the same bytes: then it keeps its date, and costs nothing.
    /// Says whether it was the same.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put(&self, address: &str, bytes: &[u8]) -> io::Result<bool> {
        let (old, new) = (self.out.join(address), self.fresh.join(address));
        let unchanged = same(&old, bytes) && link(&old, &new).is_ok();
        if !unchanged {
            fs::write(&new, bytes)?;
        }
        Ok(unchanged)
    }

    /// Begins a file that is written piece by piece.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn create(&self, address: &str) -> io::Result<fs::File> {
        fs::File::create(self.fresh.join(address))
    }

    /// The fresh folder takes the place of the old one.
    ///
    /// # Errors
    /// The disk refuses; then the old one stands.
    pub fn exchange(mut self) -> io::Result<()> {
        self.carry_over()?;
        flush::disk(&self.fresh)?;
        swap::exchange(&Swap { out: &self.out, fresh: &self.fresh, old: &self.old })?;
        self.exchanged = true;
        Ok(())
    }

    /// Undoes what a killed build left: a site that was set aside comes back, a half-made folder goes.
    fn recover(&self) -> io::Result<()> {
        if self.old.is_dir() && !self.out.exists() {
            fs::rename(&self.old, &self.out)?;
        }
        // Killed just after the exchange, a build leaves the former site there, hidden folders included.
        for left in [&self.old, &self.fresh] {
            if left.is_dir() {
                retire(left, &self.out)?;
            }
        }
        Ok(())
    }

    /// A file of the old site that no build wrote, if there is one: what replaces a site would destroy it.
    fn foreign(&self) -> io::Result<Option<String>> {
        if !self.out.exists() {
            return Ok(None);
        }
        if !self.out.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        // A manifest that cannot be read is not one of ours.
        let manifest: KnownFiles = fs::read(self.out.join(MANIFEST))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let ours: BTreeSet<&str> = manifest.files.iter().map(|entry| entry.address.as_str()).collect();
        let entries = WalkDir::new(&self.out)
            .min_depth(1)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| !is_hidden(entry.file_name()));
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy();
            if entry.file_type().is_dir() || LITTER.contains(&name.as_ref()) {
                continue;
            }
            let path = entry.path().strip_prefix(&self.out).unwrap_or(entry.path());
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            let address = parts.join("/");
            let known = ours.contains(address.as_str()) || !ours.is_empty() && address == MANIFEST;
            if !known {
                return Ok(Some(address));
            }
        }
        Ok(None)
    }

    /// Hidden files at the top of the old site (`.gitignore`, `.htaccess`) belong to its keeper: they stay.
    fn carry_over(&self) -> io::Result<()> {
        if !self.out.is_dir() {
            return Ok(());
        }
        for entry in fs::read_dir(&self.out)? {
            let entry = entry?;
            if is_hidden(&entry.file_name()) && entry.file_type()?.is_file() {
                fs::copy(entry.path(), self.fresh.join(entry.file_name()))?;
            }
        }
        Ok(())
    }
}

impl Drop for NewFolder {
    /// Removes the half-made folder; if even that fails, the next build will.
    fn drop(&mut self) {
        if !self.exchanged {
            let _ = fs::remove_dir_all(&self.fresh);
        }
    }
}

/// Whether a file stands there itself: one that a link leads to is somebody's.
fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

fn same(old: &Path, bytes: &[u8]) -> bool {
    fs::symlink_metadata(old).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64)
        && fs::read(old).is_ok_and(|before| before == bytes)
}

/// Puts the old file into the new folder with its date: as a link where the disk can, else as a copy.
fn link(old: &Path, new: &Path) -> io::Result<()> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let date = fs::metadata(old)?.modified()?;
    fs::copy(old, new)?;
    fs::OpenOptions::new().write(true).open(new)?.file().set_modified(date)
}

/// An absolute path without `..` nor symbolic links in its existing part.
///
/// # Errors
/// The system cannot say where the path leads.
pub fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut existing = path.as_path();
    let mut rest = Vec::new();
    while !existing.exists() {
        let (Some(parent), Some(name)) = (existing.parent(), existing.file_name()) else { break };
        rest.push(name.to_owned());
        existing = parent;
    }
    let mut whole = fs::canonicalize(existing)?;
    whole.extend(rest.into_iter().rev());
    Ok(whole)
}
