//! What the bytes of films are, read without decoding them. Pure: bytes in, facts or a fault out.
//!
//! No French and no path here: [`crate::diag`] puts faults into words.

pub mod film;

mod matroska;
mod mp4;
