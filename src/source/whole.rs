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
    let read = || {
        let about =
            fs::symlink_metadata(&place).ok().filter(|about| about.is_file() && about.len() < LARGEST)?;
        let bytes = fs::read(&place).ok().filter(|bytes| bytes.len() as u64 == about.len())?;
        parse(&bytes)
    };
    read().unwrap_or_default()
}

fn parse(bytes: &[u8]) -> Option<Sums> {
    let (sum, list) = bytes.strip_prefix(HEAD)?.split_at_checked(32)?;
    let (sums, rest) = list.as_chunks::<32>();
    (rest.is_empty() && Sha256::digest(list)[..] == *sum).then(|| sums.iter().copied().collect())
}

/// The list as a file.
#[must_use]
pub fn written(sums: &Sums) -> Vec<u8> {
    let list: Vec<u8> = sums.iter().flatten().copied().collect();
    [HEAD, &Sha256::digest(&list)[..], &list].concat()
}

/// The sum of a picture.
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
