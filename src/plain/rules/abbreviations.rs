//! A shortened word must be guessed, and a voice reads it badly.

use super::Look;
use crate::plain::lists;
use crate::plain::{Finding, Rule};

pub fn find(look: &Look<'_>) -> Option<Finding> {
    (0..look.tokens.len()).find_map(|at| {
        let found = lists::SHORT.at(&look.tokens[at..])?;
        Some(look.found(Rule::Abbreviation, at, at + found.len, found.instead))
    })
}
