//! Two negations that one must undo: « il n'est pas impossible », « sauf si vous n'avez pas ».

use super::{Check, SentenceLook};
use crate::plain::lists::Turns;
use crate::plain::token::Token;
use crate::plain::{Finding, Rule};
use std::sync::LazyLock;

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

static LIST: LazyLock<Turns> = LazyLock::new(|| Turns::read(include_str!("../lists/double_negation.txt")));

const NO: [&str; 2] = ["ne", "n'"];
const NOT: [&str; 5] = ["pas", "jamais", "plus", "guère", "nullement"];

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|t| !t.quoted && words.contains(&t.low.as_str()))
    };
    let no_before = |at: usize| (at.saturating_sub(6)..at).any(|at| is(at, &NO));
    for at in 0..tokens.len() {
        // « n'est pas impossible », « n'est jamais inutile ».
        if is(at, &NOT) && no_before(at) {
            let near = (at + 1..tokens.len().min(at + 4)).find(|&next| LIST.at(&tokens[next..]).is_some());
            if let Some(next) = near {
                return Some(look.found(Rule::DoubleNegation, at, next + 1, ""));
            }
            // « n'oubliez pas de ne pas fermer », « vous ne pouvez pas … sans … ».
            if let Some(next) = (at + 1..tokens.len().min(at + 8))
                .find(|&next| clause(tokens, at, next) && is(next, &["sans"]))
                && is_bound(tokens, at)
            {
                return Some(look.found(Rule::DoubleNegation, at, next + 1, ""));
            }
            if let Some(next) = (at + 1..tokens.len().min(at + 4)).find(|&next| is(next, &NO))
                && is(next - 1, &["de"])
            {
                return Some(look.found(Rule::DoubleNegation, at, next + 1, ""));
            }
        }
        // « sauf si … ne », « à moins que … ne », « tant que … ne » after a negation.
        let unless = is(at, &["sauf", "excepté", "hormis"]) && is(at + 1, &["si", "quand", "lorsque"])
            || is(at, &["à"]) && is(at + 1, &["moins"]) && is(at + 2, &["que", "qu'"]);
        if unless && let Some(next) = (at + 2..tokens.len().min(at + 9)).find(|&next| is(next, &NO)) {
            return Some(look.found(Rule::DoubleNegation, at, next + 1, ""));
        }
        if is(at, &["tant"])
            && is(at + 1, &["que", "qu'"])
            && (at.saturating_sub(16)..at).any(|before| is(before, &NO))
            && let Some(next) = (at + 2..tokens.len().min(at + 8)).find(|&next| is(next, &NO))
        {
            return Some(look.found(Rule::DoubleNegation, at, next + 1, ""));
        }
        // « sans ne pas », « sans que … ne ».
        if is(at, &["sans"])
            && (is(at + 1, &NO)
                || is(at + 1, &["que", "qu'"]) && (at + 2..tokens.len().min(at + 7)).any(|n| is(n, &NO)))
        {
            return Some(look.found(Rule::DoubleNegation, at, at + 2, ""));
        }
    }
    None
}

/// Whether no sign stands between the two.
fn clause(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    !tokens[from..to].iter().any(|token| token.is_sign(&[",", ":", ";", "(", "?", "!"]))
}

/// « ne pouvez pas », « n'est pas possible »: what « sans » then allows must be turned round.
fn is_bound(tokens: &[Token<'_>], not: usize) -> bool {
    const ABLE: [&str; 14] = [
        "pouvez",
        "peut",
        "pourra",
        "pourrez",
        "peuvent",
        "possible",
        "devez",
        "doit",
        "faut",
        "pourront",
        "saurait",
        "aurez",
        "obtiendrez",
        "permis",
    ];
    tokens[not.saturating_sub(2)..tokens.len().min(not + 3)]
        .iter()
        .any(|token| ABLE.contains(&token.low.as_str()))
}
