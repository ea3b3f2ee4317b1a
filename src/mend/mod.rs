//! Mending: the changes that findings give, made in the author's files, all files or none; everything else stays byte for byte.
//!
//! 1. [`choose`] takes the changes of findings that do not meet one another;
//! 2. [`Mending`] makes them pass by pass in memory, for a change may lay bare another, and knows what each file becomes;
//! 3. [`Mending::write`] puts the files in their places, unless one of them has changed since it was read.

use crate::diag::{Code, Diagnostic, Place};
use crate::source::{Edit, FileId, Sources, apply, apply_to_bytes};
use crate::write::{self, NewFile};
use fs_err as fs;
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// Passes, at most: each line of a block that was pushed aside may need its own.
const MOST: usize = 24;

/// The changes of findings, by file, and the codes of those that are mended. Two that meet cannot both be made: the second waits.
#[must_use]
pub fn choose<'d>(
    findings: impl IntoIterator<Item = &'d Diagnostic>,
) -> BTreeMap<FileId, (Vec<Edit>, Vec<&'static Code>)> {
    let mut out: BTreeMap<FileId, (Vec<Edit>, Vec<&'static Code>)> = BTreeMap::new();
    for finding in findings {
        let Place::Span(span) = finding.place else { continue };
        if finding.edits.is_empty() {
            continue;
        }
        let (edits, codes) = out.entry(span.file).or_default();
        // Two findings of one line may ask for the same change.
        let fresh: Vec<&Edit> = finding.edits.iter().filter(|edit| !edits.contains(edit)).collect();
        if fresh.iter().all(|edit| !edits.iter().any(|taken| taken.meets(edit))) {
            let fresh: Vec<Edit> = fresh.into_iter().cloned().collect();
            edits.extend(fresh);
            codes.push(finding.code);
        }
    }
    out
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Unwritten {
    /// The file is another than the one that was read.
    Changed(String),
    Disk(String, io::Error),
}

/// A file on the disk, and what it becomes.
struct Mended {
    old: Vec<u8>,
    new: Vec<u8>,
    codes: Vec<&'static Code>,
}

/// The texts of a site on their way to be mended.
pub struct Mending<'r> {
    root: &'r Path,
    files: BTreeMap<String, Mended>,
    /// Files that were left, for they changed while they were read.
    left: BTreeSet<String>,
}

impl<'r> Mending<'r> {
    /// Nothing mended yet, in the site of that folder.
    #[must_use]
    pub fn new(root: &'r Path) -> Self {
        Self { root, files: BTreeMap::new(), left: BTreeSet::new() }
    }

    /// Makes the changes of some findings, in memory; whether there were any.
    pub fn pass<'d>(
        &mut self,
        findings: impl IntoIterator<Item = &'d Diagnostic>,
        sources: &mut Sources,
    ) -> bool {
        let mut any = false;
        for (id, (edits, codes)) in choose(findings) {
            let (path, text) = (sources.get(id).path.clone(), sources.get(id).text().to_owned());
            if self.left.contains(&path) {
                continue;
            }
            let old = match self.files.get(&path) {
                Some(known) => Some(known.new.clone()),
                None => fs::read(self.root.join(&path)).ok(),
            };
            let new = old.as_ref().and_then(|old| apply_to_bytes(old, &text, &edits));
            let (Some(old), Some(new)) = (old, new) else {
                self.left.insert(path);
                continue;
            };
            sources.replace(id, &apply(&text, &edits));
            let mended =
                self.files.entry(path).or_insert_with(|| Mended { old, new: Vec::new(), codes: Vec::new() });
            mended.new = new;
            mended.codes.extend(codes);
            any = true;
        }
        any
    }

    /// Makes changes until none is left: `look` says what is wrong with the sources as they have become.
    pub fn all(&mut self, mut sources: Sources, look: impl Fn(Sources) -> Vec<Diagnostic>) {
        for _ in 0..MOST {
            let findings = look(sources.clone());
            if !self.pass(&findings, &mut sources) {
                break;
            }
        }
    }

    /// The files that change, and the codes of what is mended in each, in the order of the text.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[&'static Code])> {
        self.files.iter().map(|(path, mended)| (path.as_str(), mended.codes.as_slice()))
    }

    /// Files with something to mend that were left as they are: they have changed since they were read.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        self.left.iter().map(String::as_str)
    }

    /// What changes, as `diff -u` writes it: `patch -p0` in the folder of the site makes the same changes.
    #[must_use]
    pub fn patch(&self) -> String {
        let mut out = String::new();
        for (path, mended) in &self.files {
            let (old, new) = (String::from_utf8_lossy(&mended.old), String::from_utf8_lossy(&mended.new));
            let diff = TextDiff::from_lines(old.as_ref(), new.as_ref());
            out.push_str(&diff.unified_diff().header(path, path).to_string());
        }
        out
    }

    /// Puts every file in its place, or none.
    ///
    /// # Errors
    /// A file has changed since it was read, or the disk refuses.
    pub fn write(&self) -> Result<(), Unwritten> {
        let place = |path: &str| -> PathBuf { self.root.join(path) };
        for (path, mended) in &self.files {
            let now = fs::read(place(path)).map_err(|error| Unwritten::Disk(path.clone(), error))?;
            if now != mended.old {
                return Err(Unwritten::Changed(path.clone()));
            }
        }
        let files: Vec<NewFile<'_>> = self
            .files
            .iter()
            .map(|(path, mended)| NewFile { place: place(path), bytes: &mended.new })
            .collect();
        let first = self.files.keys().next().cloned().unwrap_or_default();
        write::files(&files).map_err(|error| Unwritten::Disk(first, error))
    }
}

#[cfg(test)]
mod tests;
