//! Where a site may be written.

use super::MANIFEST;
use crate::diag::Diagnostic;
use crate::diag::catalogue::{output as say, system_reason};
use fs_err as fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders of a site that hold what its author wrote.
const SOURCES: [&str; 2] = ["content", "themes"];

/// The folder to write, and its two neighbours.
pub struct Place {
    /// The site as readers see it.
    pub out: PathBuf,
    /// The site being made.
    pub fresh: PathBuf,
}

impl Place {
    /// Checks that `out` is ours to replace, mends what a killed build left, and makes the fresh folder.
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
        let fresh = parent.join(format!(".{}.nouveau", name.to_string_lossy()));
        let place = Self { out, fresh };
        place.recover(&place.old()).map_err(failed)?;
        if !place.is_ours().map_err(failed)? {
            return Err(say::occupied(&shown));
        }
        fs::create_dir(&place.fresh).map_err(failed)?;
        Ok(place)
    }

    /// Where the old site stands for a moment, on disks that cannot exchange two folders at once.
    pub fn old(&self) -> PathBuf {
        let name = self.out.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.out.with_file_name(format!(".{name}.ancien"))
    }

    /// Undoes what a killed build left: a half-made folder goes, a site that was set aside comes back.
    fn recover(&self, old: &Path) -> io::Result<()> {
        if old.is_dir() {
            if self.out.exists() {
                fs::remove_dir_all(old)?;
            } else {
                fs::rename(old, &self.out)?;
            }
        }
        if self.fresh.exists() {
            fs::remove_dir_all(&self.fresh)?;
        }
        Ok(())
    }

    /// Absent, empty but for hidden files, or a site that Éliane wrote.
    fn is_ours(&self) -> io::Result<bool> {
        if !self.out.exists() || self.out.join(MANIFEST).is_file() {
            return Ok(true);
        }
        for entry in fs::read_dir(&self.out)? {
            if !entry?.file_name().to_string_lossy().starts_with('.') {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Hidden files at the top of the old site (`.gitignore`, `.htaccess`) belong to its keeper: they stay.
    pub fn carry_over(&self) -> io::Result<()> {
        if !self.out.is_dir() {
            return Ok(());
        }
        for entry in fs::read_dir(&self.out)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') && entry.file_type()?.is_file() {
                fs::copy(entry.path(), self.fresh.join(entry.file_name()))?;
            }
        }
        Ok(())
    }

    /// Removes the half-made folder; if even that fails, the next build will.
    pub fn give_up(&self) {
        let _ = fs::remove_dir_all(&self.fresh);
    }
}

/// An absolute path without `..` nor symbolic links in its existing part.
fn absolute(path: &Path) -> io::Result<PathBuf> {
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
