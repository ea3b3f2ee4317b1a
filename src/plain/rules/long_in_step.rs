//! An étape is read with one hand on the mouse: 15 words can be kept in mind while one looks up.

use super::{Check, SentenceLook, too_long};
use crate::plain::{Finding, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

const MOST: usize = 15;

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let here = look.passage.kind.in_step() && (MOST + 1..=too_long::MOST).contains(&look.sentence.words);
    here.then(|| look.whole(Rule::LongInStep))
}
