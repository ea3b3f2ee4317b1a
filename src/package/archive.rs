//! The site as one file, an archive (ZIP): what a mail, a form of a host or a colleague takes.
//!
//! The same site gives the same bytes: files stand in the order of their addresses, and all are dated of the day that the site is
//! of. Compressed on all cores, written in order. Addresses are ASCII, so that every file manager reads them.

use super::ledger::{Ledger, Seal};
use super::produce::in_order;
use super::{Failure, Package, Progress, Written};
use crate::render::{Entry, Finished, Made};
use crate::write::{self, MANIFEST};
use jiff::civil::Date;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::Path;
use zip::result::ZipError;
use zip::write::{PreparedZipFile, SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, System};

/// Bytes from which an entry needs the wide fields of ZIP64: one more does not fit in 32 bits.
const WIDE: u64 = u32::MAX as u64;

/// Kinds of files that are compressed already: pictures, typefaces, PDFs and films would gain nothing.
const DENSE: [&str; 8] = [
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/avif",
    "font/woff2",
    "application/pdf",
    "video/webm",
    "video/mp4",
];

/// The site, archived in one file of that day.
#[derive(Clone, Copy, Debug)]
pub struct Archive<'p> {
    pub out: &'p Path,
    pub date: Date,
}

/// A file on its way into the archive.
enum Ready<'f> {
    Pressed(PreparedZipFile),
    /// As it is: a film is not copied in memory.
    AsItIs(Made<'f>),
}

impl Package for Archive<'_> {
    fn package<'f>(&self, finished: &'f Finished, progress: Progress<'_>) -> Result<Written<'f>, Failure> {
        let mut seals = Vec::new();
        let filled = write::file(self.out, |file| {
            let mut zip = Zip::new(BufWriter::new(file), self.date);
            let press = |entry: &Entry<'f>, made: Made<'f>| {
                let seal = Seal::of(&made.bytes);
                if DENSE.contains(&made.media_type) {
                    return Ok((seal, Ready::AsItIs(made)));
                }
                let pressed = PreparedZipFile::from_data(
                    entry.address,
                    options(self.date, CompressionMethod::Deflated),
                    &made.bytes,
                );
                Ok((seal, Ready::Pressed(pressed.map_err(|error| self.failed(&io_error(error)))?)))
            };
            in_order(finished, progress, press, |entry, (seal, ready)| {
                seals.push((entry.address, seal));
                let added = match ready {
                    Ready::Pressed(pressed) => zip.add_pressed(pressed),
                    Ready::AsItIs(made) => zip.add(entry.address, &*made.bytes, seal.size),
                };
                added.map_err(|error| self.failed(&error))
            })?;
            let ledger: Ledger<'f> = seals.drain(..).collect();
            let mut manifest = Vec::new();
            let last = ledger
                .write_manifest(&mut manifest)
                .and_then(|()| zip.add(MANIFEST, &*manifest, manifest.len() as u64))
                .and_then(|()| zip.finish());
            last.map_err(|error| self.failed(&error))?;
            Ok(ledger)
        });
        match filled {
            Ok(Ok(ledger)) => Ok(Written { ledger, unchanged: 0 }),
            Ok(Err(failure)) => Err(failure),
            Err(error) => Err(self.failed(&error)),
        }
    }
}

impl Archive<'_> {
    fn failed(&self, error: &io::Error) -> Failure {
        Failure::output(self.out, error)
    }
}

/// An archive that is being written.
struct Zip<W: Write + Seek> {
    writer: ZipWriter<W>,
    date: Date,
}

impl<W: Write + Seek> Zip<W> {
    fn new(to: W, date: Date) -> Self {
        Self { writer: ZipWriter::new(to), date }
    }

    fn add_pressed(&mut self, file: PreparedZipFile) -> io::Result<()> {
        self.writer.add_prepared_file(file).map_err(io_error)
    }

    /// Adds a file of that many bytes, as it is.
    fn add(&mut self, address: &str, mut from: impl Read, size: u64) -> io::Result<()> {
        let options = options(self.date, CompressionMethod::Stored).large_file(size >= WIDE);
        self.writer.start_file(address, options).map_err(io_error)?;
        io::copy(&mut from, &mut self.writer).map(|_| ())
    }

    fn finish(self) -> io::Result<()> {
        self.writer.finish().map_err(io_error)?.flush()
    }
}

/// Nothing of the machine: neither its clock, nor its system, nor the rights of its files.
fn options(date: Date, method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(day(date))
        .system(System::Unix)
        .unix_permissions(0o644)
}

/// That day at midnight, or the nearest that the format knows: it begins in 1980 and ends in 2107.
fn day(date: Date) -> DateTime {
    let year = u16::try_from(date.year()).unwrap_or(0);
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let (year, month, day) = match year {
        ..1980 => (1980, 1, 1),
        2108.. => (2107, 12, 31),
        year => (year, month, day),
    };
    DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default()
}

fn io_error(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;
    use zip::ZipArchive;

    const DAY: Date = jiff::civil::date(2026, 11, 30);

    fn archive(fill: impl FnOnce(&mut Zip<&mut Cursor<Vec<u8>>>)) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let mut zip = Zip::new(&mut bytes, DAY);
        fill(&mut zip);
        zip.finish().unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_day_outside_of_the_format_is_the_nearest_it_knows() {
        use jiff::civil::date;
        let said = |date| {
            let found = day(date);
            (found.year(), found.month(), found.day(), found.hour())
        };
        assert_eq!(said(date(2026, 11, 30)), (2026, 11, 30, 0));
        assert_eq!(said(date(1979, 12, 31)), (1980, 1, 1, 0));
        assert_eq!(said(date(-44, 3, 15)), (1980, 1, 1, 0));
        assert_eq!(said(date(9999, 12, 31)), (2107, 12, 31, 0));
    }

    /// 65,535 is the most that the narrow field of the format counts: France has four times as many files.
    #[test]
    fn more_files_than_the_narrow_format_counts() {
        const MANY: usize = 70_000;
        let bytes = archive(|zip| {
            for at in 0..MANY {
                let text = at.to_string();
                zip.add(&format!("territoires/{at}.html"), text.as_bytes(), text.len() as u64).unwrap();
            }
        });
        let mut found = ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(found.len(), MANY);
        for at in [0, 65_534, 65_535, 65_536, MANY - 1] {
            let mut text = String::new();
            found.by_index(at).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, at.to_string());
        }
    }

    static ZEROS: [u8; 1 << 16] = [0; 1 << 16];

    /// Zeros are not kept: a file of several gigabytes, of which a disk keeps what is not zero.
    struct Sparse {
        kept: std::collections::BTreeMap<u64, Vec<u8>>,
        at: u64,
        end: u64,
    }

    impl Write for Sparse {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            // Compared all at once: byte by byte, four gigabytes take minutes in a program that is not optimised.
            if bytes.len() < 4096 || bytes.len() > ZEROS.len() || *bytes != ZEROS[..bytes.len()] {
                self.kept.insert(self.at, bytes.to_vec());
            }
            self.at += bytes.len() as u64;
            self.end = self.end.max(self.at);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Sparse {
        fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
            self.at = match to {
                io::SeekFrom::Start(at) => at,
                io::SeekFrom::Current(by) => self.at.checked_add_signed(by).unwrap(),
                io::SeekFrom::End(by) => self.end.checked_add_signed(by).unwrap(),
            };
            Ok(self.at)
        }
    }

    impl Read for Sparse {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let length = to.len().min(usize::try_from(self.end - self.at).unwrap_or(usize::MAX));
            let to = &mut to[..length];
            to.fill(0);
            // Later writes stand over earlier ones only when they begin at the same place: headers do.
            for (start, bytes) in self.kept.range(..self.at + length as u64) {
                let end = start + bytes.len() as u64;
                if end > self.at {
                    let from = self.at.max(*start);
                    let until = end.min(self.at + length as u64);
                    let short = |bytes: u64| usize::try_from(bytes).unwrap();
                    to[short(from - self.at)..short(until - self.at)]
                        .copy_from_slice(&bytes[short(from - start)..short(until - start)]);
                }
            }
            self.at += length as u64;
            Ok(length)
        }
    }

    #[test]
    fn more_than_four_gigabytes_in_one_file_and_before_another() {
        const HUGE: u64 = (1 << 32) + 1000;
        let mut disk = Sparse { kept: std::collections::BTreeMap::new(), at: 0, end: 0 };
        let mut zip = Zip::new(&mut disk, DAY);
        zip.add("a.mp4", io::repeat(0).take(HUGE), HUGE).unwrap();
        zip.add("b.html", "Bonjour".as_bytes(), 7).unwrap();
        zip.finish().unwrap();
        let mut found = ZipArchive::new(&mut disk).unwrap();
        assert_eq!(found.len(), 2);
        let huge = found.by_name("a.mp4").unwrap();
        assert_eq!((huge.size(), huge.compressed_size()), (HUGE, HUGE));
        drop(huge);
        let mut text = String::new();
        found.by_name("b.html").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "Bonjour");
    }
}
