//! A sentence of 20 words is read in one breath.

use super::{Check, SentenceLook, too_long};
use crate::plain::{Finding, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

const MOST: usize = 20;

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let here = !look.passage.kind.in_step() && (MOST + 1..=too_long::MOST).contains(&look.sentence.words);
    here.then(|| look.whole(Rule::Long))
}
