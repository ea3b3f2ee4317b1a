//! Walking the site's folder.

use super::fault::{Fault, FaultKind};
use super::text_file::{MAX_TEXT, decode};
use super::{Content, File, Sources, is_film, is_picture, is_text};
use fs_err as fs;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The largest picture: 20 MB, twice what a telephone's camera makes.
const MAX_PICTURE: u64 = 20_000_000;

/// The largest film that is read at all: 200 MB. Its weight on the site is the business of `site.yaml`.
const MAX_FILM: u64 = 200_000_000;

/// Reads `content/` and `themes/` under `root`; every file that cannot be read becomes a fault, and the others
/// are read all the same.
#[must_use]
pub fn read_site(root: &Path) -> (Sources, Vec<Fault>) {
    if !root.join("content").is_dir() {
        return (Sources::default(), vec![fault(&root.display().to_string(), FaultKind::NoContent)]);
    }
    let mut faults = Vec::new();
    let mut wanted = Vec::new();
    for folder in ["content", "themes"] {
        if root.join(folder).is_dir() {
            walk(root, folder, &mut wanted, &mut faults);
        }
    }
    let results: Vec<Result<File, Fault>> = wanted
        .into_par_iter()
        .map(|(path, place)| match read(&path, &place) {
            Ok(content) => Ok(File { path, content }),
            Err(kind) => Err(Fault { path, kind }),
        })
        .collect();
    let mut files = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(fault),
        }
    }
    let mut sources = Sources::from_files(files);
    sources.unread = faults.iter().map(|fault| fault.path.clone()).collect();
    (sources, faults)
}

/// Reads files that belong to no site, each under the path it was asked for by.
#[must_use]
pub fn read_files(places: &[PathBuf]) -> (Sources, Vec<Fault>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for place in places {
        let path = place.to_string_lossy().into_owned();
        let content = if place.to_str().is_none() { Err(FaultKind::NameNotUtf8) } else { read(&path, place) };
        match content {
            Ok(content) => files.push(File { path, content }),
            Err(kind) => faults.push(Fault { path, kind }),
        }
    }
    (Sources::from_files(files), faults)
}

fn fault(path: &str, kind: FaultKind) -> Fault {
    Fault { path: path.to_owned(), kind }
}

fn walk(root: &Path, folder: &str, wanted: &mut Vec<(String, PathBuf)>, out: &mut Vec<Fault>) {
    let entries = WalkDir::new(root.join(folder))
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !is_hidden(&entry.file_name().to_string_lossy()));
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(|p| relative(root, p)).unwrap_or_default();
                let kind = match error.loop_ancestor() {
                    Some(ancestor) => FaultKind::LinkLoop { ancestor: relative(root, ancestor) },
                    None => FaultKind::Unreadable(
                        error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into()),
                    ),
                };
                out.push(Fault { path, kind });
                continue;
            }
        };
        if !entry.file_type().is_file() {
            continue;
        }
        let path = relative(root, entry.path());
        let Some(name) = entry.file_name().to_str() else {
            out.push(fault(&path, FaultKind::NameNotUtf8));
            continue;
        };
        let known = is_text(&path) || is_picture(name) || is_film(name);
        // A theme may hold anything: fonts, notes. Only contents are the curators' concern.
        if known {
            wanted.push((path, entry.into_path()));
        } else if folder == "content" {
            out.push(fault(&path, FaultKind::UnknownKind));
        }
    }
}

/// Files that systems and editors leave behind.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || ["Thumbs.db", "desktop.ini", "node_modules"].contains(&name)
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn read(path: &str, place: &Path) -> Result<Content, FaultKind> {
    let size = fs::metadata(place).map_err(FaultKind::Unreadable)?.len();
    let text = is_text(path);
    let limit = match () {
        () if text => MAX_TEXT,
        () if is_film(path) => MAX_FILM,
        () => MAX_PICTURE,
    };
    if size > limit {
        return Err(FaultKind::TooLarge { size, limit });
    }
    let bytes = fs::read(place).map_err(FaultKind::Unreadable)?;
    if text {
        Ok(Content::Text(decode(bytes)?.into()))
    } else if bytes.is_empty() {
        Err(FaultKind::Empty)
    } else {
        Ok(Content::Bytes(bytes.into()))
    }
}
