//! The pages of the last build, beside the site: `.eliane/pages/`, one list for each folder that it was built into.
//!
//! Never needed: a list that is missing, broken or old changes the time of a build, not a byte of it. A page of the list is
//! kept when it would be made from the same ([`PageSum`]), and when the file that stands there holds, read again to its
//! end, what was made of it.

use super::cache;
use super::ledger::Seal;
use crate::render::PageSum;
use crate::source::whole;
use crate::text::hex;
use fs_err as fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Its place in the site's folder.
const PLACE: [&str; 2] = [".eliane", "pages"];

/// The first bytes of a list; another way of writing one changes the number.
const HEAD: &[u8] = b"eliane pages 1\n";

/// Bytes of a list for two million pages; more is no list of ours.
const LARGEST: u64 = 256 << 20;

/// What was made of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub sum: PageSum,
    pub seal: Seal,
}

/// What a build into a folder made.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LastBuild(Vec<(String, Kept)>);

impl LastBuild {
    /// That of the site in `root`, into `out`; empty when there is none, or none that is whole.
    pub fn read(root: &Path, out: &Path) -> Self {
        let list = place(root, out).and_then(|place| whole::read(&place, LARGEST));
        list.and_then(|list| Self::parse(&list, out)).unwrap_or_default()
    }

    pub fn get(&self, address: &str) -> Option<&Kept> {
        let at = self.0.binary_search_by(|(known, _)| known.as_str().cmp(address)).ok()?;
        Some(&self.0[at].1)
    }

    /// Keeps the list of a build, and forgets those of folders that are no more. A disk that refuses has no list.
    pub fn write<'a>(root: &Path, out: &Path, pages: impl Iterator<Item = (&'a str, Kept)>) {
        let Some(place) = place(root, out) else { return };
        cache::write(&place, &Self::written(out, pages));
        if let Some(folder) = place.parent() {
            sweep(folder);
        }
    }

    fn written<'a>(out: &Path, pages: impl Iterator<Item = (&'a str, Kept)>) -> Vec<u8> {
        let mut list = Vec::new();
        sized(&mut list, out.as_os_str().as_encoded_bytes());
        for (address, Kept { sum, seal }) in pages {
            sized(&mut list, address.as_bytes());
            list.extend_from_slice(&sum.0);
            list.extend_from_slice(&seal.size.to_le_bytes());
            list.extend_from_slice(&seal.sha256);
        }
        whole::sealed(HEAD, &list)
    }

    fn parse(file: &[u8], out: &Path) -> Option<Self> {
        let mut rest = whole::opened(HEAD, file)?;
        if take_sized(&mut rest)? != out.as_os_str().as_encoded_bytes() {
            return None;
        }
        let mut pages = Vec::new();
        while !rest.is_empty() {
            let address = String::from_utf8(take_sized(&mut rest)?.to_vec()).ok()?;
            let sum = PageSum(take(&mut rest)?);
            let size = u64::from_le_bytes(take(&mut rest)?);
            let seal = Seal { size, sha256: take(&mut rest)? };
            pages.push((address, Kept { sum, seal }));
        }
        pages.is_sorted_by(|a, b| a.0 < b.0).then_some(Self(pages))
    }
}

/// The list of that folder. None where the lists would be elsewhere, behind a link, nor for a name that is no UTF-8.
fn place(root: &Path, out: &Path) -> Option<PathBuf> {
    let mut folder = root.to_owned();
    for part in PLACE {
        folder.push(part);
        if cache::is_link(&folder) {
            return None;
        }
    }
    Some(folder.join(hex(&whole::sum(out.to_str()?.as_bytes())[..8])))
}

/// Removes the lists of folders that hold no site any more.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if built_into(&entry.path()).is_none_or(|out| !out.is_dir()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The folder that a list is of; it stands at its beginning.
fn built_into(list: &Path) -> Option<PathBuf> {
    let mut head = Vec::new();
    // The longest path of the system, and what stands around it.
    fs::File::open(list).ok()?.take(8192).read_to_end(&mut head).ok()?;
    let (_, mut rest) = head.strip_prefix(HEAD)?.split_first_chunk::<32>()?;
    Some(String::from_utf8(take_sized(&mut rest)?.to_vec()).ok()?.into())
}

/// Bytes after their number, which a path or an address never passes.
fn sized(to: &mut Vec<u8>, bytes: &[u8]) {
    to.extend_from_slice(&u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_le_bytes());
    to.extend_from_slice(bytes);
}

fn take_sized<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let size = usize::from(u16::from_le_bytes(take(from)?));
    let (bytes, rest) = from.split_at_checked(size)?;
    *from = rest;
    Some(bytes)
}

fn take<const N: usize>(from: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, rest) = from.split_first_chunk::<N>()?;
    *from = rest;
    Some(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(byte: u8) -> Kept {
        Kept { sum: PageSum([byte; 32]), seal: Seal::of(&[byte]) }
    }

    fn pages() -> [(&'static str, Kept); 2] {
        [("guides/a.html", kept(1)), ("index.html", kept(2))]
    }

    #[test]
    fn a_list_is_read_as_it_was_written_and_a_broken_one_is_none() {
        let out = Path::new("/kiosque/public");
        let file = LastBuild::written(out, pages().into_iter());
        let read = LastBuild::parse(&file, out).unwrap();
        assert_eq!(read.get("index.html"), Some(&kept(2)));
        assert_eq!(read.get("plan.html"), None);
        assert_eq!(LastBuild::parse(&file, Path::new("/kiosque/autre")), None);
        for at in 0..file.len() {
            let mut broken = file.clone();
            broken[at] ^= 1;
            assert_eq!(LastBuild::parse(&broken, out), None, "{at}");
            assert_eq!(LastBuild::parse(&file[..at], out), None, "{at}");
        }
    }

    #[test]
    fn each_folder_has_its_list_as_long_as_it_stands() {
        let root = tempfile::tempdir().unwrap();
        let (one, two) = (root.path().join("un"), root.path().join("deux"));
        for out in [&one, &two] {
            fs::create_dir(out).unwrap();
            LastBuild::write(root.path(), out, pages().into_iter());
        }
        assert_eq!(LastBuild::read(root.path(), &one).get("index.html"), Some(&kept(2)));
        fs::remove_dir(&one).unwrap();
        LastBuild::write(root.path(), &two, pages().into_iter().skip(1));
        assert_eq!(LastBuild::read(root.path(), &one), LastBuild::default());
        assert_eq!(LastBuild::read(root.path(), &two).get("guides/a.html"), None);
        assert_eq!(LastBuild::read(root.path(), &two).get("index.html"), Some(&kept(2)));
    }

    #[test]
    fn a_disk_that_refuses_has_no_list() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".eliane"), "").unwrap();
        LastBuild::write(root.path(), root.path(), pages().into_iter());
        assert_eq!(LastBuild::read(root.path(), root.path()), LastBuild::default());
    }

    /// What a link leads to is somebody's.
    #[cfg(unix)]
    #[test]
    fn lists_behind_a_link_are_left_alone() {
        let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(elsewhere.path().join("lettre.txt"), "Chère Rose").unwrap();
        fs::create_dir(root.path().join(".eliane")).unwrap();
        fs_err::os::unix::fs::symlink(elsewhere.path(), root.path().join(".eliane/pages")).unwrap();
        LastBuild::write(root.path(), root.path(), pages().into_iter());
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
    }
}
