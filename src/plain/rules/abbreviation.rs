//! A shortened word must be guessed, and a voice reads it badly.

use super::{Check, SentenceLook};
use crate::plain::lists::Turns;
use crate::plain::{Finding, Rule};
use std::sync::LazyLock;

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

static LIST: LazyLock<Turns> = LazyLock::new(|| Turns::read(include_str!("../lists/abbreviation.txt")));

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    (0..look.tokens.len()).find_map(|at| {
        let found = LIST.at(&look.tokens[at..])?;
        let told = look.found(Rule::Abbreviation, at, at + found.len, found.instead);
        let certain = found.in_place(look.passage.text.get(told.range.clone())?);
        Some(told.certainly(certain))
    })
}
