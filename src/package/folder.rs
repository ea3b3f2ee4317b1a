//! The site as a folder: what a key, a kiosk and a web server take.

use super::last::{Kept, LastBuild};
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
        let out = place.out().to_owned();
        let former = LastBuild::read(self.root, &out);
        let done = in_any_order(finished, progress, |entry| {
            let gathered = finished.gathered(entry);
            let sum = gathered.sum;
            if let Some(kept) = former.get(entry.address).filter(|kept| Some(kept.sum) == sum)
                && place.keep(entry.address, |bytes| Seal::of(bytes) == kept.seal)
            {
                return Ok((kept.seal, sum, true));
            }
            let made = finished.finish(gathered).map_err(|found| Failure::Content(found.into()))?;
            let unchanged = place.put(entry.address, &made.bytes).map_err(failed)?;
            Ok((Seal::of(&made.bytes), sum, unchanged))
        })?;
        let unchanged = done.iter().filter(|(_, _, unchanged)| *unchanged).count();
        let addresses = || finished.entries().map(|entry| entry.address);
        let ledger: Ledger<'f> = addresses().zip(done.iter().map(|(seal, ..)| *seal)).collect();
        let list = || -> io::Result<()> {
            let mut to = io::BufWriter::new(place.create(MANIFEST)?);
            ledger.write_manifest(&mut to)?;
            to.flush()
        };
        list().map_err(failed)?;
        place.exchange().map_err(failed)?;
        let pages = addresses()
            .zip(&done)
            .filter_map(|(address, (seal, sum, _))| Some((address, Kept { sum: (*sum)?, seal: *seal })));
        LastBuild::write(self.root, &out, pages);
        Ok(Written { ledger, unchanged })
    }
}
