//! Pictures that a build decoded to their end, by the sum of their bytes: `.eliane/images`.
//!
//! Decoding a photograph takes thirty times as long as summing it. Only a yes is kept, and no byte of the site depends
//! on it.

use fs_err as fs;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Its place in the site's folder.
pub const PLACE: [&str; 2] = [".eliane", "images"];

/// Smaller pictures are decoded as fast as they are summed.
pub const SMALLEST: usize = 8 << 10;

/// A list of a million pictures; more is no list of ours.
const LARGEST: u64 = 32 << 20;

/// The sums of pictures.
pub type Sums = BTreeSet<[u8; 32]>;

/// The first bytes: another way of decoding changes the number.
const HEAD: &[u8] = b"eliane images 1\n";

/// What this very run decoded: the preview looks at all pictures again after each change.
static HERE: Mutex<Sums> = Mutex::new(Sums::new());

/// Notes a picture that was decoded to its end.
pub(super) fn note(bytes: &[u8]) {
    if bytes.len() >= SMALLEST {
        HERE.lock().unwrap_or_else(PoisonError::into_inner).insert(sum(bytes));
    }
}

/// The list of a site, and what this run decoded.
pub(super) fn known_or_seen(root: &Path) -> Sums {
    let mut sums = known(root);
    sums.extend(HERE.lock().unwrap_or_else(PoisonError::into_inner).iter().copied());
    sums
}

/// The list of a site; empty when there is none, or none that is whole.
#[must_use]
pub fn known(root: &Path) -> Sums {
    let place = root.join(PLACE[0]).join(PLACE[1]);
    read(&place, LARGEST).and_then(|bytes| parse(&bytes)).unwrap_or_default()
}

/// A list of our own, smaller than `largest`: a file, and no link nor pipe.
#[must_use]
pub fn read(place: &Path, largest: u64) -> Option<Vec<u8>> {
    let about = fs::symlink_metadata(place).ok().filter(|about| about.is_file() && about.len() < largest)?;
    fs::read(place).ok().filter(|bytes| bytes.len() as u64 == about.len())
}

/// A list as a file: what tells its kind, the sum of the list, the list.
#[must_use]
pub fn sealed(head: &[u8], list: &[u8]) -> Vec<u8> {
    [head, &sum(list), list].concat()
}

/// The list that such a file holds; none when it is of another kind, or not whole.
#[must_use]
pub fn opened<'a>(head: &[u8], file: &'a [u8]) -> Option<&'a [u8]> {
    let (known, list) = file.strip_prefix(head)?.split_first_chunk::<32>()?;
    (sum(list) == *known).then_some(list)
}

fn parse(bytes: &[u8]) -> Option<Sums> {
    let (sums, rest) = opened(HEAD, bytes)?.as_chunks::<32>();
    rest.is_empty().then(|| sums.iter().copied().collect())
}

/// The list as a file.
#[must_use]
pub fn written(sums: &Sums) -> Vec<u8> {
    sealed(HEAD, &sums.iter().flatten().copied().collect::<Vec<u8>>())
}

/// The sum of a picture, or of a list.
#[must_use]
pub fn sum(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_a_broken_one_is_none() {
        let sums: Sums = [sum(b"a"), sum(b"b")].into();
        let file = written(&sums);
        assert_eq!(parse(&file), Some(sums));
        for at in 0..file.len() {
            let mut broken = file.clone();
            broken[at] ^= 1;
            assert_eq!(parse(&broken), None, "{at}");
            assert_eq!(parse(&file[..at]), None, "{at}");
        }
    }
}
