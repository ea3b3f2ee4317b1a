//! Signs that weigh: rows of exclamation marks, semicolons, brackets that hold a sentence, capitals that shout.

use super::{Check, SentenceLook};
use crate::plain::sentence::count;
use crate::plain::token::{Token, TokenKind};
use crate::plain::{Finding, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

/// The most words in brackets.
const IN_BRACKETS: usize = 8;

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    rows(look).or_else(|| brackets(look)).or_else(|| semicolons(look)).or_else(|| capitals(look))
}

/// « !! », « ?! », « .... ».
fn rows(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    (0..tokens.len()).find_map(|at| {
        let token = &tokens[at];
        if token.kind != TokenKind::Sign || token.quoted {
            return None;
        }
        let long = token.text.starts_with(['!', '?']) && token.text.len() > 1
            || token.text.starts_with('.') && token.text.len() > 3;
        let mixed = tokens.get(at + 1).is_some_and(|next| {
            token.text.starts_with(['!', '?'])
                && next.text.starts_with(['!', '?'])
                && next.range.start == token.range.end
        });
        let certain = one(token).filter(|_| !mixed);
        (long || mixed).then(|| {
            look.found(Rule::Signs, at, at + 1 + usize::from(mixed), &token.text[..1]).certainly(certain)
        })
    })
}

/// « ! » for « !!! »; « ?! » and « .... » may mean one or the other.
fn one(token: &Token<'_>) -> Option<String> {
    ["!", "?"].into_iter().find(|sign| token.text.replace(sign, "").is_empty()).map(str::to_owned)
}

fn brackets(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    let mut open = Vec::new();
    let mut pairs = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_sign(&["("]) {
            open.push(at);
            if open.len() > 1 {
                return Some(look.found(Rule::Signs, at, at + 1, ""));
            }
        } else if token.is_sign(&[")"])
            && let Some(from) = open.pop()
        {
            pairs += 1;
            if count(&tokens[from + 1..at]) > IN_BRACKETS || pairs > 2 {
                return Some(look.found(Rule::Signs, from, at + 1, ""));
            }
        }
    }
    None
}

/// A semicolon between two sentences; one that ends an item of a list is none.
fn semicolons(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    let inner = |at: &usize| tokens[*at].is_sign(&[";"]) && !tokens[*at].quoted && at + 1 < tokens.len();
    let all: Vec<usize> = (0..tokens.len()).filter(inner).collect();
    let (first, words) = (all.first()?, look.sentence.words);
    (all.len() > 1 || words > 12).then(|| look.found(Rule::Signs, *first, first + 1, "."))
}

/// Two words in capitals one beside the other, or a long one.
fn capitals(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    let letters = |at: usize| tokens.get(at).map_or(0, shouted);
    (0..tokens.len()).find_map(|at| {
        let (here, next) = (letters(at), letters(at + 1));
        let two = here.min(next) >= 2 && here.max(next) >= 4;
        (two || here >= 7).then(|| look.found(Rule::Signs, at, at + 1 + usize::from(two), ""))
    })
}

/// The letters of a word in capitals; none of another, or of a code with digits.
fn shouted(token: &Token<'_>) -> usize {
    if token.kind != TokenKind::Word || token.quoted || token.text.chars().any(|c| c.is_ascii_digit()) {
        return 0;
    }
    let letters = || token.text.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_uppercase) { letters().count() } else { 0 }
}
