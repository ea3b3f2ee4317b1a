//! Captions: timed texts that make a film whole without its sound.
//!
//! 1. [`read`] takes WebVTT as browsers take it, or SRT as people write it, and says each fault with its place;
//! 2. [`check`] is the gate: speed, length, order, colours, words for sounds;
//! 3. [`repair`] mends what is safe, by small changes of the file's text; [`folded`] says once what rolls;
//! 4. [`write_webvtt`] gives what a page holds; [`transcript`] what people read instead, and [`compare`] what an
//!    author's own text says otherwise.
//!
//! A module of our own: no crate gives places for faults and goes on after them (see ARCHITECTURE.md).

mod check;
mod compare;
mod finding;
mod fold;
mod foreign;
mod line;
mod meant;
mod read;
mod repair;
mod setting;
mod srt;
mod tag;
mod time;
mod track;
mod transcript;
mod vtt;
mod write;

#[cfg(test)]
mod tests;

pub use check::check;
pub use compare::{WordDifference, compare};
pub use fold::folded;
pub use meant::timed_line;
pub use read::{kind_and_language, read};
pub use repair::repair;
pub use setting::{Align, CaptionRegion, CueSettings, LineAlign, LinePlace, PositionAlign, Vertical};
pub use time::stamp;
pub use track::{
    CaptionTrack, Cue, CuePiece, PieceKind, SeenLine, Tag, TagKind, TrackBlock, TrackFormat, TrackKind,
};
pub use transcript::{TranscriptPassage, transcript};
pub use write::{write_cue_text, write_webvtt};
