//! The files of a finished site, made on all cores.

use super::{Failure, Progress};
use crate::render::{Entry, Finished, Made};
use rayon::prelude::*;

/// Files made ahead of the one that is delivered. Enough for all cores; few enough that their bytes are few: films and
/// PDFs are lent, not copied.
const WINDOW: usize = 256;

/// Does `work` for every file, from many threads; results in the order of addresses.
///
/// # Errors
/// The first failure met. After it no other file is begun: a full disk would fail 35,000 times otherwise.
pub fn in_any_order<'f, T: Send>(
    finished: &'f Finished,
    progress: Progress<'_>,
    work: impl Fn(&Entry<'f>) -> Result<T, Failure> + Sync,
) -> Result<Vec<T>, Failure> {
    let entries: Vec<Entry<'f>> = finished.entries().collect();
    all(&entries, progress, &work)
}

/// Makes every file, does `work` with each from many threads, and `deliver`s what came of it in the order of addresses,
/// while the following files are made.
///
/// # Errors
/// The first failure met.
pub fn in_order<'f, T: Send>(
    finished: &'f Finished,
    progress: Progress<'_>,
    work: impl Fn(&Entry<'f>, Made<'f>) -> Result<T, Failure> + Sync,
    mut deliver: impl FnMut(&Entry<'f>, T) -> Result<(), Failure> + Send,
) -> Result<(), Failure> {
    let entries: Vec<Entry<'f>> = finished.entries().collect();
    let one = |entry: &Entry<'f>| {
        finished
            .make(entry)
            .map_err(|found| Failure::Content(found.into()))
            .and_then(|made| work(entry, made))
    };
    let mut ready: (&[Entry<'f>], Vec<T>) = (&[], Vec::new());
    for window in entries.chunks(WINDOW) {
        let (former, results) = ready;
        let (made, delivered) = rayon::join(
            || all(window, progress, &one),
            || former.iter().zip(results).try_for_each(|(entry, result)| deliver(entry, result)),
        );
        delivered?;
        ready = (window, made?);
    }
    ready.0.iter().zip(ready.1).try_for_each(|(entry, result)| deliver(entry, result))
}

fn all<'f, T: Send>(
    entries: &[Entry<'f>],
    progress: Progress<'_>,
    work: &(impl Fn(&Entry<'f>) -> Result<T, Failure> + Sync),
) -> Result<Vec<T>, Failure> {
    let one = |entry: &Entry<'f>| {
        let done = work(entry);
        progress();
        done.map_err(Box::new)
    };
    let done = entries.par_iter().map(one).collect::<Result<Vec<T>, Box<Failure>>>();
    done.map_err(|failure| *failure)
}
