//! What Éliane says of contents, good and bad, and what she makes of them.
//!
//! Every test starts from one small good site ([`small_site`]) and breaks it.

#![cfg(unix)] // Links and odd file names need a Unix disk.
#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on should stop there.

mod all_together;
mod bad_input;
mod catalogue;
mod keys;
mod manual;
mod media;
mod more_guides;
mod page;
mod program;
mod referrals;
mod rendering;
mod search;
mod small_site;
