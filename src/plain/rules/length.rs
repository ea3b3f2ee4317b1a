//! Long sentences are lost before their end.

use super::Look;
use crate::plain::{Finding, Rule};

const TOO_LONG: usize = 25;
const LONG: usize = 20;
const LONG_IN_STEP: usize = 15;

pub fn find(look: &Look<'_>) -> Option<Finding> {
    let words = look.sentence.words;
    let rule = if words > TOO_LONG {
        Rule::TooLong
    } else if look.passage.kind.in_step() && words > LONG_IN_STEP {
        Rule::LongInStep
    } else if words > LONG {
        Rule::Long
    } else {
        return None;
    };
    Some(look.whole(rule))
}
