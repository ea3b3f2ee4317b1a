//! Turns that only offices use; each has a shorter one.

use super::Look;
use crate::plain::lists;
use crate::plain::{Finding, Rule};

pub fn find(look: &Look<'_>) -> Option<Finding> {
    (0..look.tokens.len()).find_map(|at| {
        let found = lists::OFFICE.at(&look.tokens[at..])?;
        Some(look.found(Rule::Office, at, at + found.len, found.instead))
    })
}
