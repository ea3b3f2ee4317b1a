//! Onto the disk, whole or not at all: knows paths and bytes, and nothing of sites.
//!
//! [`NewFolder`] takes the place of a folder that a build wrote before:
//!
//! 1. everything is written into a new folder beside the old one, and goes to the disk;
//! 2. the two folders are exchanged by one rename, which goes to the disk;
//! 3. the old one is removed.
//!
//! A build that is killed, fails, fills the disk or loses its power before step 2 leaves the old site as it was; after
//! it, the new one is whole. Files that did not change are linked from the old site, so that they keep their date and
//! cost nothing.
//!
//! [`files`] does the same for files one by one: sheets, sheets of paper, exports.

mod files;
mod flush;
mod lock;
mod manifest;
mod place;
mod swap;

pub use files::{NewFile, file, files, is_stream};
pub use manifest::{Listed, MANIFEST, write as write_manifest};
pub use place::{NewFolder, absolute};
