//! Onto the disk, whole or not at all.
//!
//! 1. everything is written into a new folder beside the old one;
//! 2. the two folders are exchanged by one rename;
//! 3. the old one is removed.
//!
//! A build that is killed, fails or fills the disk before step 2 leaves the old site as it was; after it, the
//! new one is whole. Files that did not change are linked from the old site, so that they keep their date and
//! cost nothing.
//!
//! [`files`] does the same for files one by one: sheets, sheets of paper, exports.

mod cache;
mod files;
mod lock;
mod manifest;
mod place;
mod swap;

pub use cache::Cache;
pub use files::{NewFile, files, is_stream};
pub use manifest::MANIFEST;
pub use place::absolute;

use crate::diag::Diagnostic;
use crate::diag::catalogue::{output as say, system_reason};
use crate::media::picture::Kind;
use crate::render::Renderer;
use crate::site::Page;
use crate::source::whole;
use fs_err as fs;
use place::Place;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::path::Path;

/// What a build wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub files: usize,
    pub bytes: u64,
    /// Files whose bytes were the same as before.
    pub unchanged: usize,
}

/// Why nothing was written.
pub enum Failure {
    /// A template failed while it ran: the content or the theme must be mended.
    Content(Diagnostic),
    /// The disk or the place: nothing is wrong with the content.
    Output(Diagnostic),
}

/// Writes the whole site into `out`; `progress` is told of every file made.
///
/// # Errors
/// See [`Failure`]; in every case the former site stands.
pub fn folder(
    renderer: &Renderer,
    root: &Path,
    out: &Path,
    progress: &(dyn Fn() + Sync),
) -> Result<Written, Failure> {
    // Pages say how many pages their PDFs have: these come first.
    let cache = Cache::of(root);
    if let Some(found) = renderer.press(&cache).iter().next() {
        return Err(Failure::Content(found.clone()));
    }
    cache.sweep();
    let place = Place::prepare(root, out).map_err(Failure::Output)?;
    let result = fill(renderer, &place, progress);
    if result.is_err() {
        place.give_up();
    }
    let (pages, done) = result?;
    let finish = || -> io::Result<()> {
        list(&place, &pages, &done)?;
        place.carry_over()?;
        swap::exchange(&place)
    };
    finish().map_err(|error| {
        place.give_up();
        output_failure(out, &error)
    })?;
    let sums = pages.iter().zip(&done).filter(|((_, page), done)| {
        let picture = |file| renderer.picture(file).is_some_and(|kind| kind != Kind::Svg);
        done.size >= whole::SMALLEST as u64 && matches!(page, Page::Picture(file) if picture(*file))
    });
    Cache::remember(root, &sums.map(|(_, done)| done.sha256).collect());
    Ok(Written {
        files: done.len(),
        bytes: done.iter().map(|done| done.size).sum(),
        unchanged: done.iter().filter(|done| done.unchanged).count(),
    })
}

/// What is kept of a file that is written: a site of the whole of France has 250,000.
struct Done {
    size: u64,
    sha256: [u8; 32],
    unchanged: bool,
}

type Pages<'a> = Vec<(&'a str, Page)>;

fn fill<'a>(
    renderer: &'a Renderer,
    place: &Place,
    progress: &(dyn Fn() + Sync),
) -> Result<(Pages<'a>, Vec<Done>), Failure> {
    let pages: Pages<'a> = renderer.site().addresses.iter().collect();
    let output = |error: io::Error| output_failure(&place.out, &error);
    let mut folders: Vec<&str> =
        pages.iter().filter_map(|(address, _)| Some(address.rsplit_once('/')?.0)).collect();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(place.fresh.join(folder)).map_err(output)?;
    }
    let make = |(address, page): &(&str, Page)| {
        let done = renderer
            .bytes(address, *page)
            .map_err(Failure::Content)
            .and_then(|bytes| one(place, address, &bytes).map_err(output));
        progress();
        done.map_err(Box::new)
    };
    // After the first failure the others stop at once: a full disk fails 35,000 times otherwise.
    let done = pages.par_iter().map(make).collect::<Result<Vec<Done>, Box<Failure>>>();
    done.map(|done| (pages, done)).map_err(|failure| *failure)
}

/// Writes the manifest.
fn list(place: &Place, pages: &Pages<'_>, done: &[Done]) -> io::Result<()> {
    let mut to = io::BufWriter::new(fs::File::create(place.fresh.join(MANIFEST))?);
    let entries = pages.iter().zip(done).map(|((address, _), done)| manifest::Entry {
        address,
        size: done.size,
        sha256: hex(&done.sha256),
    });
    manifest::write(&mut to, entries)?;
    to.flush()
}

/// Writes one file, or links the old one when it holds the same bytes.
fn one(place: &Place, address: &str, bytes: &[u8]) -> io::Result<Done> {
    let new = place.fresh.join(address);
    let old = place.out.join(address);
    let unchanged = same(&old, bytes) && keep(&old, &new).is_ok();
    if !unchanged {
        fs::write(&new, bytes)?;
    }
    Ok(Done { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into(), unchanged })
}

fn same(old: &Path, bytes: &[u8]) -> bool {
    fs::metadata(old).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64)
        && fs::read(old).is_ok_and(|before| before == bytes)
}

/// Puts the old file into the new folder with its date: as a link where the disk can, else as a copy.
fn keep(old: &Path, new: &Path) -> io::Result<()> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let date = fs::metadata(old)?.modified()?;
    fs::copy(old, new)?;
    fs::OpenOptions::new().write(true).open(new)?.file().set_modified(date)
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}

fn output_failure(out: &Path, error: &io::Error) -> Failure {
    Failure::Output(say::write_failed(out.display().to_string().as_str(), &system_reason(error)))
}
