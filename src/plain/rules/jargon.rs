//! Words of the trade are explained where they are first met.

use super::{Check, SentenceLook};
use crate::plain::lists::Turns;
use crate::plain::token::Token;
use crate::plain::{Finding, PassagesOfPage, Rule};
use std::sync::LazyLock;

pub const CHECKS: &[Check] = &[Check::Glossary(find)];

static LIST: LazyLock<Turns> = LazyLock::new(|| Turns::read(include_str!("../lists/jargon.txt")));

fn find(page: &mut PassagesOfPage<'_>, look: &SentenceLook<'_>) -> Option<Finding> {
    let mut out = None;
    for at in 0..look.tokens.len() {
        let Some(found) = LIST.at(&look.tokens[at..]) else { continue };
        if page.terms.contains(found.turn) {
            continue;
        }
        let range = look.tokens[at].range.start..look.tokens[at + found.len - 1].range.end;
        let linked = look.is_word(&range);
        // A sheet without links leans on the glossary as a whole.
        let in_glossary = !look.passage.linkable && page.known.has(found.turn);
        let explained =
            linked || in_glossary || explained(&look.tokens[at + found.len..], &look.tokens[..at]);
        if explained {
            page.terms.insert(found.turn);
        } else if out.is_none() {
            page.terms.insert(found.turn);
            out = Some(look.found(Rule::Jargon, at, at + found.len, found.instead));
        }
    }
    out
}

/// « cookies (de petits fichiers) », « …, c'est-à-dire », « cela s'appelle un cookie ».
fn explained(after: &[Token<'_>], before: &[Token<'_>]) -> bool {
    after.first().is_some_and(|token| token.is_sign(&["(", ":"]))
        || after.iter().take(4).any(|token| ["est-à-dire", "c'est-à-dire"].contains(&token.low.as_str()))
        || before
            .iter()
            .rev()
            .take(4)
            .any(|token| ["appelle", "appelé", "appelée", "nomme", "dit"].contains(&token.low.as_str()))
        || before.last().is_some_and(|token| token.is_sign(&["("]))
}
