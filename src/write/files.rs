//! Files that are made or changed one by one, outside of a built site: each whole or not at all, and none before all
//! are ready. Every command that writes writes here.

use super::flush;
use fs_err as fs;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// More files than these are flushed together: a disk may take ten milliseconds for each.
const ONE_BY_ONE: usize = 64;

/// A file to write.
pub struct NewFile<'a> {
    pub place: PathBuf,
    pub bytes: &'a [u8],
}

/// Writes every file beside its place, flushes it, then puts each in its place. Folders are made. A file that stands
/// there keeps its owner and its rights; a link leads where it led; a pipe or a terminal takes the bytes as they are.
///
/// # Errors
/// The disk refuses. Then the files not yet in place are taken away again, and the folders made for them.
pub fn files(files: &[NewFile<'_>]) -> io::Result<()> {
    let mut made = Vec::new();
    let outcome = all(files, &mut made);
    if outcome.is_err() {
        for folder in made.iter().rev() {
            // One that holds something, in place already, stays.
            let _ = fs::remove_dir(folder);
        }
    }
    outcome
}

/// Fills a file piece by piece beside its place, flushes it, then puts it there. What `fill` fails with is given back as it
/// is; then nothing changed.
///
/// # Errors
/// The disk refuses.
pub fn file<T, E>(
    place: &Path,
    fill: impl FnOnce(&mut fs::File) -> Result<T, E>,
) -> io::Result<Result<T, E>> {
    let beside = PendingFile::of(place)?;
    let outcome = beside.write(true, fill);
    if matches!(outcome, Ok(Ok(_))) {
        fs::rename(&beside.beside, &beside.place)?;
        flush::names(beside.folder());
    } else {
        let _ = fs::remove_file(&beside.beside);
    }
    outcome
}

fn all(files: &[NewFile<'_>], made: &mut Vec<PathBuf>) -> io::Result<()> {
    let (mut kept, mut streams) = (Vec::new(), Vec::new());
    for file in files {
        if is_stream(&file.place) {
            streams.push(file);
            continue;
        }
        let folder = file.place.parent().unwrap_or(Path::new(""));
        make_folder(folder, made)?;
        kept.push((PendingFile::of(&file.place)?, file.bytes));
    }
    let flush = kept.len() <= ONE_BY_ONE;
    let mut ready = kept.par_iter().try_for_each(|(one, bytes)| {
        one.write(flush, |file| file.write_all(bytes)).and_then(|written| written)
    });
    let folders: BTreeSet<&Path> = kept.iter().map(|(one, _)| one.folder()).collect();
    if ready.is_ok() && !flush {
        ready = flush::disks(folders.iter().copied());
    }
    let outcome =
        ready.and_then(|()| kept.iter().try_for_each(|(one, _)| fs::rename(&one.beside, &one.place)));
    if outcome.is_err() {
        for (one, _) in &kept {
            // Those already in their place are whole; the others never were there.
            let _ = fs::remove_file(&one.beside);
        }
    }
    outcome?;
    folders.into_iter().for_each(flush::names);
    for stream in streams {
        let mut to = fs::OpenOptions::new().write(true).open(&stream.place)?;
        to.write_all(stream.bytes).and_then(|()| to.flush())?;
    }
    Ok(())
}

/// Whether bytes that go there are kept by nobody: a pipe, a terminal, `/dev/null`.
#[cfg(unix)]
#[must_use]
pub fn is_stream(place: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    fs::metadata(place).is_ok_and(|found| found.file_type().is_fifo() || found.file_type().is_char_device())
}

#[cfg(not(unix))]
#[must_use]
pub fn is_stream(_: &Path) -> bool {
    false
}

/// Makes a folder and those above it; `made` hears of each.
fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|one| !one.as_os_str().is_empty() && !one.exists()).collect();
    for one in missing.into_iter().rev() {
        match fs::create_dir(one) {
            Ok(()) => made.push(one.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && one.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A file on its way.
struct PendingFile {
    place: PathBuf,
    beside: PathBuf,
    /// What stands in its place.
    former: Option<std::fs::Metadata>,
}

impl PendingFile {
    fn of(place: &Path) -> io::Result<Self> {
        let mut place = place.to_owned();
        let mut former = None;
        if fs::symlink_metadata(&place).is_ok() {
            // A link that leads nowhere is refused here: what it was meant for is not known.
            place = fs::canonicalize(&place)?;
            let found = fs::metadata(&place)?;
            if found.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            // Who may not write into the file may not replace it either.
            fs::OpenOptions::new().append(true).open(&place)?;
            former = Some(found);
        }
        let name = place.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy().into_owned();
        // A name may hold 255 bytes.
        let short = &name[..name.floor_char_boundary(200)];
        // Hidden: a reader of the site's folder passes it by.
        let beside = place.with_file_name(format!(".{short}.neuf"));
        Ok(Self { place, beside, former })
    }

    fn folder(&self) -> &Path {
        self.place.parent().unwrap_or(Path::new(""))
    }

    fn write<T, E>(
        &self,
        flush: bool,
        fill: impl FnOnce(&mut fs::File) -> Result<T, E>,
    ) -> io::Result<Result<T, E>> {
        // What a stopped command left; a link of that name would lead elsewhere.
        if fs::symlink_metadata(&self.beside).is_ok() {
            fs::remove_file(&self.beside)?;
        }
        let mut fresh = fs::OpenOptions::new().write(true).create_new(true).open(&self.beside)?;
        let filled = fill(&mut fresh);
        if filled.is_err() {
            return Ok(filled);
        }
        if let Some(former) = &self.former {
            fresh.set_permissions(former.permissions())?;
            same_owner(fresh.file(), former);
        }
        if flush {
            fresh.sync_all()?;
        }
        Ok(filled)
    }
}

/// Root may mend a file that is somebody's: it stays theirs.
#[cfg(unix)]
fn same_owner(file: &std::fs::File, former: &std::fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let is_ours = file.metadata().is_ok_and(|now| (now.uid(), now.gid()) == (former.uid(), former.gid()));
    if !is_ours {
        let _ = fchown(file, Some(former.uid()), Some(former.gid()));
    }
}

#[cfg(not(unix))]
fn same_owner(_: &std::fs::File, _: &std::fs::Metadata) {}
