//! Reading the site's folder.

use super::fault::{SourceFault, SourceFaultKind};
use super::text_file::{MAX_TEXT, decode};
use super::walk::{FolderWalk, fault};
use super::{Content, File, Sources, is_film, is_picture, is_text, whole};
use crate::media::picture;
use fs_err as fs;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// The largest picture: 20 MB, twice what a telephone's camera makes.
const MAX_PICTURE: u64 = 20_000_000;

/// The largest film that is read at all: 200 MB. Its weight on the site is the business of `site.yaml`.
const MAX_FILM: u64 = 200_000_000;

/// Reads `content/` and `themes/` under `root`; every file that cannot be read becomes a fault, and the others
/// are read all the same.
#[must_use]
pub fn read_site(root: &Path) -> (Sources, Vec<SourceFault>) {
    if !root.join("content").is_dir() {
        return (Sources::default(), vec![fault(&root.display().to_string(), SourceFaultKind::NoContent)]);
    }
    let mut walk = FolderWalk::new(root);
    for folder in ["content", "themes"] {
        walk.folder(folder);
    }
    let FolderWalk { wanted, faults: mut all, .. } = walk;
    let known = whole::known_or_seen(root);
    let decoded = |content: &Content| match content {
        Content::Bytes(bytes) if !known.is_empty() && bytes.len() >= whole::SMALLEST => {
            known.contains(&whole::sum(bytes))
        }
        _ => false,
    };
    let results: Vec<Result<File, SourceFault>> = wanted
        .into_par_iter()
        .map(|(path, place)| match read(&path, &place) {
            Ok(content) => {
                let whole = is_picture(&path) && decoded(&content);
                Ok(File::new(path, content, whole))
            }
            Err(kind) => Err(SourceFault { path, kind }),
        })
        .collect();
    let mut files = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(file) => files.push(file),
            Err(fault) => all.push(fault),
        }
    }
    let mut sources = Sources::from_files(files);
    let (strange, unread): (Vec<&SourceFault>, Vec<&SourceFault>) =
        all.iter().partition(|fault| matches!(fault.kind, SourceFaultKind::UnknownKind));
    sources.strange = strange.into_iter().map(|fault| fault.path.clone()).collect();
    sources.unread = unread.into_iter().map(|fault| fault.path.clone()).collect();
    (sources, all)
}

/// Reads files that belong to no site, each under the path it was asked for by.
#[must_use]
pub fn read_files(places: &[PathBuf]) -> (Sources, Vec<SourceFault>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for place in places {
        let path = place.to_string_lossy().into_owned();
        let content =
            if place.to_str().is_none() { Err(SourceFaultKind::NameNotUtf8) } else { read(&path, place) };
        match content {
            Ok(content) => files.push(File::new(path, content, false)),
            Err(kind) => faults.push(SourceFault { path, kind }),
        }
    }
    (Sources::from_files(files), faults)
}

fn read(path: &str, place: &Path) -> Result<Content, SourceFaultKind> {
    let size = fs::metadata(place).map_err(SourceFaultKind::Unreadable)?.len();
    let text = is_text(path);
    let limit = match () {
        () if text => MAX_TEXT,
        () if is_film(path) => MAX_FILM,
        () => MAX_PICTURE,
    };
    if size > limit {
        return Err(SourceFaultKind::TooLarge { size, limit });
    }
    let bytes = fs::read(place).map_err(SourceFaultKind::Unreadable)?;
    if text {
        match picture::kind(&bytes, false) {
            Ok(kind) if kind != picture::PictureKind::Svg => {
                Err(SourceFaultKind::PictureAsText(kind.extension()))
            }
            _ => Ok(Content::Text(decode(bytes)?.into())),
        }
    } else if bytes.is_empty() {
        Err(SourceFaultKind::Empty)
    } else {
        Ok(Content::Bytes(bytes.into()))
    }
}
