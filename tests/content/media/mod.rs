//! Films and pictures: what is taken, what is refused, and in which words.

mod films;
mod images;
