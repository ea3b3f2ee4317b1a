//! Walking the site's folder.

use super::text_file::{MAX_TEXT, decode};
use super::{Content, File, Sources, extension, is_text};
use crate::diag::catalogue::files;
use crate::diag::{Diagnostic, Diagnostics};
use fs_err as fs;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The largest picture: 20 MB. Films have limits of their own.
const MAX_BYTES: u64 = 20_000_000;

/// Extensions that a curator may place beside the texts.
const PICTURES: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "avif"];

/// Reads `content/` and `themes/` under `root`; every file that cannot be read becomes a diagnostic, and
/// the others are read all the same.
#[must_use]
pub fn read_site(root: &Path) -> (Sources, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    if !root.join("content").is_dir() {
        diagnostics.push(files::no_content(&root.display().to_string()));
        return (Sources::default(), diagnostics);
    }
    let mut wanted = Vec::new();
    for folder in ["content", "themes"] {
        if root.join(folder).is_dir() {
            walk(root, folder, &mut wanted, &mut diagnostics);
        }
    }
    let results: Vec<Result<File, Diagnostic>> =
        wanted.into_par_iter().map(|(path, place)| read(path, &place)).collect();
    let mut files = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(file) => files.push(file),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    (Sources::from_files(files), diagnostics)
}

fn walk(root: &Path, folder: &str, wanted: &mut Vec<(String, PathBuf)>, out: &mut Diagnostics) {
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
                out.push(match error.loop_ancestor() {
                    Some(ancestor) => files::link_loop(&path, &relative(root, ancestor)),
                    None => files::unreadable(
                        &path,
                        &error.into_io_error().map_or_else(String::new, |e| french_reason(&e)),
                    ),
                });
                continue;
            }
        };
        if !entry.file_type().is_file() {
            continue;
        }
        let path = relative(root, entry.path());
        let Some(name) = entry.file_name().to_str() else {
            out.push(files::name_not_utf8(&path));
            continue;
        };
        let known = is_text(name) || PICTURES.contains(&extension(name).as_str());
        // A theme may hold anything: fonts, notes. Only contents are the curators' concern.
        if known {
            wanted.push((path, entry.into_path()));
        } else if folder == "content" {
            out.push(files::unknown_kind(&path));
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

fn read(path: String, place: &Path) -> Result<File, Diagnostic> {
    let failed = |error: std::io::Error| files::unreadable(&path, &french_reason(&error));
    let size = fs::metadata(place).map_err(failed)?.len();
    let text = is_text(&path);
    let limit = if text { MAX_TEXT } else { MAX_BYTES };
    if size > limit {
        return Err(files::too_large(&path, size, limit));
    }
    let bytes = fs::read(place).map_err(failed)?;
    let content = if text {
        Content::Text(decode(&path, bytes)?.into())
    } else if bytes.is_empty() {
        return Err(files::empty(&path));
    } else {
        Content::Bytes(bytes.into())
    };
    Ok(File { path, content })
}

/// The system's reason in French, for the cases that people meet.
pub(crate) fn french_reason(error: &std::io::Error) -> String {
    crate::diag::catalogue::system_reason(error)
}
