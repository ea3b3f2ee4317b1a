//! PDFs that were laid out before, beside the site: `.eliane/papier/`.
//!
//! Never needed: a cache that is missing, broken, full or read-only changes the time of a build, not a byte of it.

use crate::print::{Printed, Store};
use crate::source::whole;
use fs_err as fs;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Bytes before the PDF: its number of pages, and the sum of number and PDF.
const HEAD: usize = 8 + 32;

/// A folder of documents, each under the sum of all that it was made from.
pub struct Cache {
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
    /// Whether new documents are kept.
    keeps: bool,
}

impl Cache {
    /// That of the site in `root`.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        Self { folder: root.join(".eliane").join("papier"), used: Mutex::new(BTreeSet::new()), keeps: true }
    }

    /// The same for who writes nothing: `check`.
    #[must_use]
    pub fn reader(root: &Path) -> Self {
        Self { keeps: false, ..Self::of(root) }
    }

    /// Whether the cache is a link: what it leads to is no cache of ours.
    fn is_elsewhere(&self) -> bool {
        is_link(&self.folder) || self.folder.parent().is_some_and(is_link)
    }

    fn path(&self, key: &str) -> PathBuf {
        self.folder.join(key)
    }

    fn use_of(&self, key: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    }

    /// Keeps the sums of the pictures of a site that is built: they were decoded to their end.
    pub fn remember(root: &Path, sums: &whole::Sums) {
        if *sums == whole::known(root) || is_link(&root.join(whole::PLACE[0])) {
            return;
        }
        write(&root.join(whole::PLACE[0]).join(whole::PLACE[1]), &whole::written(sums));
    }

    /// Removes what this build had no use for; what cannot be removed stays. A build without paper, of a public screen,
    /// knows nothing of that of the same site with its paper: it leaves all.
    pub fn sweep(&self) {
        // The files of a folder that a link leads to are somebody's.
        if self.is_elsewhere() {
            return;
        }
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.is_empty() {
            return;
        }
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            if entry.file_name().to_str().is_none_or(|name| !used.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes a file of the caches whole, or not at all; a disk that refuses has none.
pub(super) fn write(place: &Path, bytes: &[u8]) {
    let fresh = place.with_extension("neuf");
    let write = || -> std::io::Result<()> {
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        // Neither name is followed when it is a link to elsewhere.
        let _ = fs::remove_file(&fresh);
        fs::OpenOptions::new().write(true).create_new(true).open(&fresh)?.write_all(bytes)?;
        fs::rename(&fresh, place)
    };
    if write().is_err() {
        let _ = fs::remove_file(&fresh);
    }
}

/// What a link leads to is no cache of ours.
pub(super) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink())
}

fn sum(pages: &[u8], bytes: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(pages).chain_update(bytes).finalize().into()
}

impl Store for Cache {
    fn get(&self, key: &str) -> Option<Printed> {
        let file = fs::read(self.path(key)).ok()?;
        let (head, bytes) = file.split_at_checked(HEAD)?;
        let (pages, known) = head.split_at(8);
        if sum(pages, bytes) != *known {
            return None;
        }
        self.use_of(key);
        let pages = usize::try_from(u64::from_le_bytes(pages.try_into().ok()?)).ok()?;
        Some(Printed { bytes: bytes.to_vec(), pages })
    }

    fn put(&self, key: &str, printed: &Printed) {
        if !self.keeps || self.is_elsewhere() {
            return;
        }
        let pages = (printed.pages as u64).to_le_bytes();
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = fs::File::create(self.path(key))?;
            file.write_all(&pages)?;
            file.write_all(&sum(&pages, &printed.bytes))?;
            file.write_all(&printed.bytes)
        };
        if write().is_ok() {
            self.use_of(key);
        } else {
            let _ = fs::remove_file(self.path(key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_document_is_no_document() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        let pdf = Printed { bytes: b"%PDF".to_vec(), pages: 3 };
        assert_eq!(cache.get("a"), None);
        cache.put("a", &pdf);
        cache.put("b", &pdf);
        assert_eq!(cache.get("a"), Some(pdf.clone()));
        fs::write(cache.path("a"), b"%PDF").unwrap();
        assert_eq!(cache.get("a"), None);
        let mut file = fs::read(cache.path("b")).unwrap();
        file[HEAD] ^= 1;
        fs::write(cache.path("b"), file).unwrap();
        assert_eq!(cache.get("b"), None);
    }

    #[test]
    fn what_a_build_did_not_use_goes() {
        let root = tempfile::tempdir().unwrap();
        let pdf = Printed { bytes: b"%PDF".to_vec(), pages: 1 };
        Cache::of(root.path()).put("old", &pdf);
        let cache = Cache::of(root.path());
        cache.put("new", &pdf);
        cache.sweep();
        assert_eq!((cache.get("old"), cache.get("new")), (None, Some(pdf)));
    }

    #[test]
    fn a_build_without_paper_leaves_it_for_the_next_one() {
        let root = tempfile::tempdir().unwrap();
        let pdf = Printed { bytes: b"%PDF".to_vec(), pages: 1 };
        Cache::of(root.path()).put("old", &pdf);
        Cache::of(root.path()).sweep();
        assert_eq!(Cache::of(root.path()).get("old"), Some(pdf));
    }

    /// A folder elsewhere may hold what somebody cannot do without.
    #[cfg(unix)]
    #[test]
    fn a_cache_that_is_a_link_is_left_alone() {
        for below in ["", "papier"] {
            let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            fs::write(elsewhere.path().join("lettre.txt"), "Chère Rose").unwrap();
            fs::create_dir(elsewhere.path().join("papier")).unwrap();
            fs::write(elsewhere.path().join("papier/lettre.txt"), "Chère Rose").unwrap();
            let link = root.path().join(".eliane").join(below);
            fs::create_dir_all(link.parent().unwrap()).unwrap();
            fs_err::os::unix::fs::symlink(
                elsewhere.path(),
                root.path().join(Path::new(".eliane").join(below).components().collect::<PathBuf>()),
            )
            .unwrap();
            let cache = Cache::of(root.path());
            cache.put("new", &Printed { bytes: Vec::new(), pages: 1 });
            // As if some document had been used, for then the others go.
            cache.use_of("new");
            cache.sweep();
            Cache::remember(root.path(), &[whole::sum(b"a")].into());
            assert!(
                elsewhere.path().join("lettre.txt").is_file()
                    && elsewhere.path().join("papier/lettre.txt").is_file()
            );
            assert!(!elsewhere.path().join("new").exists() && !elsewhere.path().join("images").exists());
        }
    }

    #[test]
    fn pictures_are_remembered_and_a_broken_list_is_none() {
        let root = tempfile::tempdir().unwrap();
        let sums: whole::Sums = [whole::sum(b"a")].into();
        Cache::remember(root.path(), &sums);
        assert_eq!(whole::known(root.path()), sums);
        fs::write(root.path().join(".eliane/images"), "x").unwrap();
        assert!(whole::known(root.path()).is_empty());
        Cache::remember(root.path(), &sums);
        assert_eq!(whole::known(root.path()), sums);
    }

    /// A file where the folder should be: a disk that refuses.
    #[test]
    fn a_disk_that_refuses_is_no_fault() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".eliane"), "").unwrap();
        let cache = Cache::of(root.path());
        cache.put("a", &Printed { bytes: Vec::new(), pages: 1 });
        cache.sweep();
        assert_eq!(cache.get("a"), None);
    }
}
