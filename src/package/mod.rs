//! The forms in which a finished site leaves the house: a folder, an archive.
//!
//! A new form is a file here that implements [`Package`]. It asks the [`Finished`] site for its entries and makes them
//! [in any order](produce::in_any_order) when each goes to a place of its own, or [in the order of
//! addresses](produce::in_order) when one file holds them all. What was written is summed in a [`Ledger`], from which the
//! manifest comes.

mod archive;
mod cache;
mod folder;
mod last;
mod ledger;
mod produce;

pub use archive::Archive;
pub use cache::Cache;
pub use folder::Folder;
pub use ledger::{Ledger, Seal};

use crate::diag::catalogue::{output as say, system_reason};
use crate::diag::{Diagnostic, Diagnostics};
use crate::media::picture::PictureKind;
use crate::render::{Finished, Renderer};
use crate::source::whole;
use std::io;
use std::path::Path;

/// Told of every file that is made, from any thread.
pub type Progress<'p> = &'p (dyn Fn() + Sync);

/// A form of the site: writes all of it, or nothing.
pub trait Package {
    /// # Errors
    /// See [`Failure`]; in every case what stood there before stands.
    fn package<'f>(&self, finished: &'f Finished, progress: Progress<'_>) -> Result<Written<'f>, Failure>;
}

/// What a build wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written<'f> {
    pub ledger: Ledger<'f>,
    /// Files whose bytes were the same as before.
    pub unchanged: usize,
}

/// Why nothing was written.
pub enum Failure {
    /// A template failed while it ran: the content or the theme must be mended.
    Content(Diagnostics),
    /// The disk or the place: nothing is wrong with the content.
    Output(Diagnostic),
}

impl Failure {
    fn output(out: &Path, error: &io::Error) -> Self {
        Self::Output(say::write_failed(out.display().to_string().as_str(), &system_reason(error)))
    }
}

/// Lays out the PDFs of the site in `root`, those of the last build found again.
///
/// # Errors
/// All that is wrong with them.
pub fn finish(renderer: Renderer, root: &Path) -> Result<Finished, Failure> {
    let cache = Cache::of(root);
    let (finished, wrong) = renderer.finish(&cache);
    if !wrong.is_empty() {
        return Err(Failure::Content(wrong));
    }
    cache.sweep();
    Ok(finished)
}

/// Writes a finished site in some form, then remembers for the next build of the site in `root` which of its pictures
/// are whole.
///
/// # Errors
/// Those of the form.
pub fn package<'f>(
    form: &dyn Package,
    finished: &'f Finished,
    root: &Path,
    progress: Progress<'_>,
) -> Result<Written<'f>, Failure> {
    let written = form.package(finished, progress)?;
    let photographs = finished.entries().zip(written.ledger.seals()).filter(|(entry, seal)| {
        seal.size >= whole::SMALLEST as u64
            && finished.picture(entry).is_some_and(|kind| kind != PictureKind::Svg)
    });
    Cache::remember(root, &photographs.map(|(_, seal)| seal.sha256).collect());
    Ok(written)
}
