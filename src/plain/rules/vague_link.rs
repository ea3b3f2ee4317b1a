//! The words of a link say where it leads: voices read links alone, and lists of links too.

use super::{Check, SentenceLook};
use crate::plain::lists::Turns;
use crate::plain::token::TokenKind;
use crate::plain::{Finding, MarkKind, Rule};
use std::sync::LazyLock;

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

static LIST: LazyLock<Turns> = LazyLock::new(|| Turns::read(include_str!("../lists/vague_link.txt")));

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let text = &look.passage.text;
    let marks = &look.passage.marks;
    let bound = |at: usize| marks.partition_point(|mark| mark.range.start < at);
    let here = &marks[bound(look.sentence.range.start)..bound(look.sentence.range.end)];
    for mark in here.iter().filter(|mark| mark.kind == MarkKind::Link) {
        let words = text.get(mark.range.clone()).unwrap_or_default();
        let said = words.to_lowercase().replace('’', "'");
        let said = said.trim_matches(|c: char| !c.is_alphanumeric()).replace(['\u{a0}', '\u{202f}'], " ");
        if LIST.has(&said) || words.contains("://") {
            return Some(Finding {
                rule: Rule::VagueLink,
                range: mark.range.clone(),
                count: 0,
                instead: String::new(),
                certain: None,
            });
        }
    }
    // « cliquez ici », link or not.
    let tokens = look.tokens;
    (0..tokens.len()).find_map(|at| {
        const TOUCH: [&str; 9] =
            ["cliquez", "cliquer", "clique", "appuyez", "appuyer", "touchez", "tapez", "cliquant", "pressez"];
        let touches = TOUCH.contains(&tokens[at].low.as_str()) && !tokens[at].quoted;
        let here =
            tokens.get(at + 1).is_some_and(|next| ["ici", "là"].contains(&next.low.as_str()) && !next.quoted);
        let alone = tokens.get(at + 2).is_none_or(|next| {
            next.kind != TokenKind::Word || ["pour", "afin", "si", "et"].contains(&next.low.as_str())
        });
        (touches && here && alone).then(|| look.found(Rule::VagueLink, at, at + 2, ""))
    })
}
