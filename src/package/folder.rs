//! The site as a folder: what a key, a kiosk and a web server take.

use super::ledger::{Ledger, Seal};
use super::produce::in_any_order;
use super::{Failure, Package, Progress, Written};
use crate::render::Finished;
use crate::write::{MANIFEST, NewFolder};
use std::io::{self, Write};
use std::path::Path;

/// The site in `root`, built into `out`.
#[derive(Clone, Copy, Debug)]
pub struct Folder<'p> {
    pub root: &'p Path,
    pub out: &'p Path,
}

impl Package for Folder<'_> {
    fn package<'f>(&self, finished: &'f Finished, progress: Progress<'_>) -> Result<Written<'f>, Failure> {
        let failed = |error: io::Error| Failure::output(self.out, &error);
        let place = NewFolder::prepare(self.root, self.out).map_err(Failure::Output)?;
        place.make_folders(finished.entries().map(|entry| entry.address)).map_err(failed)?;
        let done = in_any_order(finished, progress, |entry, made| {
            let unchanged = place.put(entry.address, &made.bytes).map_err(failed)?;
            Ok((Seal::of(&made.bytes), unchanged))
        })?;
        let unchanged = done.iter().filter(|(_, unchanged)| *unchanged).count();
        let seals = done.into_iter().map(|(seal, _)| seal);
        let ledger: Ledger<'f> = finished.entries().map(|entry| entry.address).zip(seals).collect();
        let list = || -> io::Result<()> {
            let mut to = io::BufWriter::new(place.create(MANIFEST)?);
            ledger.write_manifest(&mut to)?;
            to.flush()
        };
        list().map_err(failed)?;
        place.exchange().map_err(failed)?;
        Ok(Written { ledger, unchanged })
    }
}
