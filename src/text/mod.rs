//! French text: typography, dates in words, folding, slugs, nearest word.
//!
//! The lowest module: it knows nothing of guides, files or pages.

mod certain;
mod closed;
mod dates;
mod fold;
mod hex;
mod nearest;
mod numbers;
mod places;
mod signs;
mod typography;

pub use certain::reads_one_way;
pub(crate) use closed::closed_list;
pub use dates::{DAYS, MeantDate, PartialDate, between, in_words, is_month, month};
pub use fold::{fold, is_reserved, is_slug, slug};
pub use hex::hex;
pub use nearest::{nearest, slip_of};
pub use numbers::{size, thousands};
pub use places::at_place;
pub use signs::{all_unseen, is_blank, is_hidden, unseen, visible, without_unseen};
pub use typography::{capital, french};

/// A narrow no-break space (U+202F): before `; ! ?` and inside « ».
pub const NARROW: char = '\u{202f}';
/// A no-break space (U+00A0): before `:`.
pub const NO_BREAK: char = '\u{a0}';
