//! What the bytes of films and pictures are. Pure: bytes in, facts or a fault out.
//!
//! No French and no path here: [`crate::diag`] puts faults into words.

pub mod film;
pub mod picture;
pub mod svg;

mod jpeg;
mod matroska;
mod mp4;
mod track;
