//! Long sentences are lost before their end.

use super::{Check, SentenceLook};
use crate::plain::{Finding, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

/// The most words of a sentence.
pub const MOST: usize = 25;

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    (look.sentence.words > MOST).then(|| look.whole(Rule::TooLong))
}
