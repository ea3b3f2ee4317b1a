//! Walking the site's folder, and never out of it.

use super::fault::{SourceFault, SourceFaultKind, Special};
use super::{is_film, is_picture, is_text, names};
use crate::media::picture;
use fs_err as fs;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Folders of `content`: a file of that name is in the way.
const FOLDERS: [&str; 6] =
    ["content/guides", "content/services", "content/produits", "content/cas", "content/dessins", "themes"];

/// What was found so far.
pub(super) struct FolderWalk<'a> {
    root: &'a Path,
    /// The root without links, to which links are compared.
    real: PathBuf,
    /// Path in the site, and place on the disk.
    pub(super) wanted: Vec<(String, PathBuf)>,
    pub(super) faults: Vec<SourceFault>,
    seen: BTreeSet<String>,
}

impl<'a> FolderWalk<'a> {
    pub(super) fn new(root: &'a Path) -> Self {
        let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        Self { root, real, wanted: Vec::new(), faults: Vec::new(), seen: BTreeSet::new() }
    }

    /// Walks through one folder of the site; a folder that is not there holds nothing.
    pub(super) fn folder(&mut self, folder: &str) {
        let top = self.root.join(folder);
        let Ok(about) = top.symlink_metadata() else { return };
        if about.is_symlink() && !self.link_stays(&top) {
            return;
        }
        if !top.is_dir() {
            self.faults.push(fault(folder, SourceFaultKind::FileAsFolder));
            return;
        }
        let mut entries = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if entry.depth() > 0 && is_hidden(&entry.file_name().to_string_lossy()) => {
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) => {
                    if !self.entry(&entry, folder) && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.error(error),
            }
        }
    }

    fn error(&mut self, error: walkdir::Error) {
        let path = error.path().map(|p| self.relative(p)).unwrap_or_default();
        let kind = match error.loop_ancestor() {
            Some(ancestor) => SourceFaultKind::LinkLoop { ancestor: self.relative(ancestor) },
            None => SourceFaultKind::Unreadable(
                error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into()),
            ),
        };
        self.faults.push(SourceFault { path, kind });
    }

    /// Whether a link leads to a place of the site; one that does not is said.
    fn link_stays(&mut self, link: &Path) -> bool {
        let path = self.relative(link);
        let target = match link.canonicalize() {
            Ok(target) => target,
            Err(error) => {
                self.faults.push(SourceFault { path, kind: SourceFaultKind::Unreadable(error) });
                return false;
            }
        };
        if !target.starts_with(&self.real) {
            let target = target.display().to_string();
            self.faults.push(SourceFault { path, kind: SourceFaultKind::LinkOutside { target } });
            return false;
        }
        let here = link.parent().and_then(|folder| folder.canonicalize().ok());
        if here.is_some_and(|here| here.starts_with(&target)) {
            let ancestor =
                target.strip_prefix(&self.real).map(|p| p.display().to_string()).unwrap_or_default();
            self.faults.push(SourceFault { path, kind: SourceFaultKind::LinkLoop { ancestor } });
            return false;
        }
        true
    }

    /// Takes one entry; `false` when what is below it must not be entered.
    fn entry(&mut self, entry: &DirEntry, folder: &str) -> bool {
        if entry.path_is_symlink() && !self.link_stays(entry.path()) {
            return false;
        }
        let path = self.relative(entry.path());
        let Some(name) = entry.file_name().to_str() else {
            self.faults.push(fault(&path, SourceFaultKind::NameNotUtf8));
            return true;
        };
        let kind = entry.file_type();
        let known = is_text(&path) || is_picture(name) || is_film(name);
        if kind.is_dir() {
            if entry.depth() > 0 && folder == "content" && known {
                self.faults.push(fault(&path, SourceFaultKind::FolderAsFile));
                return false;
            }
            return true;
        }
        if !kind.is_file() {
            self.faults.push(fault(&path, SourceFaultKind::Special(special(kind))));
            return true;
        }
        if FOLDERS.contains(&path.as_str()) {
            self.faults.push(fault(&path, SourceFaultKind::FileAsFolder));
        } else if !self.seen.insert(path.clone()) {
            self.faults.push(fault(&path, SourceFaultKind::SameToTheEye));
        } else if known || folder == "content" && holds_a_picture(entry.path()) {
            self.wanted.push((path, entry.path().to_owned()));
        } else if folder == "content" {
            // A theme may hold anything: fonts, notes. Only contents are the curators' concern.
            let kind = match names::meant(&path) {
                Some(right) => SourceFaultKind::Misnamed { right },
                None => SourceFaultKind::UnknownKind,
            };
            self.faults.push(fault(&path, kind));
        }
        true
    }

    /// A path from the site's folder, with `/`; accents as people type them, whatever the disk does.
    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(self.root).unwrap_or(path);
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        names::composed(&parts.join("/")).into_owned()
    }
}

#[cfg(unix)]
fn special(kind: std::fs::FileType) -> Special {
    use std::os::unix::fs::FileTypeExt;
    match () {
        () if kind.is_fifo() => Special::Pipe,
        () if kind.is_socket() => Special::Socket,
        () => Special::Device,
    }
}

#[cfg(not(unix))]
fn special(_: std::fs::FileType) -> Special {
    Special::Device
}

/// Whether a file of no known name begins as a picture does: it is one whose name was lost.
fn holds_a_picture(place: &Path) -> bool {
    let mut head = Vec::new();
    let read = fs::File::open(place).and_then(|file| file.take(64).read_to_end(&mut head));
    read.is_ok() && picture::kind(&head, false).is_ok_and(|kind| kind != picture::PictureKind::Svg)
}

pub(super) fn fault(path: &str, kind: SourceFaultKind) -> SourceFault {
    SourceFault { path: path.to_owned(), kind }
}

/// Files that systems and editors leave behind.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || ["Thumbs.db", "desktop.ini", "node_modules"].contains(&name)
}
