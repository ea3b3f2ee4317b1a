//! Initials say something to those who know already.

use super::{Check, SentenceLook};
use crate::plain::token::{Token, TokenKind};
use crate::plain::{Finding, PassagesOfPage, Rule};

pub const CHECKS: &[Check] = &[Check::Glossary(find)];

/// Initials that stand for themselves: everybody says them, and nobody says the words behind. The last four are firms
/// whose initials are the only name that people know.
const SAID: [&str; 13] =
    ["OK", "TV", "CD", "DVD", "USB", "SOS", "SMS", "GPS", "CEDEX", "EDF", "RATP", "SFR", "SNCF"];

/// How many tokens a gloss takes at most.
const NEAR: usize = 30;

/// The first bare initials of a sentence; a page is told once of each.
fn find(page: &mut PassagesOfPage<'_>, look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    if shouts(tokens) {
        return None;
    }
    let mut found = None;
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if !is_acronym(token)
            || is_code(tokens, at)
            || page.known.has_acronym(token.text)
            || page.acronyms.contains(token.text)
        {
            continue;
        }
        if explained(tokens, at) || look.is_word(&token.range) {
            page.acronyms.insert(token.text.to_owned());
        } else if found.is_none() {
            page.acronyms.insert(token.text.to_owned());
            found = Some(look.found(Rule::Acronym, at, at + 1, ""));
        }
    }
    found
}

fn is_acronym(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Word
        && !token.quoted
        && (2..=6).contains(&token.text.chars().count())
        && token.text.chars().all(char::is_uppercase)
        && !SAID.contains(&token.text)
        && !is_roman(token.text)
}

/// `__CSP__`, `A_B`: a name of programs.
fn is_code(tokens: &[Token<'_>], at: usize) -> bool {
    let under = |at: usize| tokens.get(at).is_some_and(|token| token.text == "_");
    at > 0 && under(at - 1) || under(at + 1)
}

fn is_roman(text: &str) -> bool {
    text.chars().all(|c| "IVX".contains(c))
}

/// « … (CLIC) » after words, « CLIC (centre local …) », « CLIC, c'est-à-dire … ».
fn explained(tokens: &[Token<'_>], at: usize) -> bool {
    let sign = |at: usize, sign: &str| tokens.get(at).is_some_and(|token| token.is_sign(&[sign]));
    // A gloss is near: one sentence may be a whole file.
    let words = |range: &[Token<'_>]| range.iter().filter(|token| token.kind == TokenKind::Word).count();
    let inside = at > 0
        && sign(at - 1, "(")
        && (sign(at + 1, ")") || sign(at + 1, ","))
        && words(&tokens[at.saturating_sub(NEAR)..at]) >= 2;
    let glossed = sign(at + 1, "(") && {
        let end = tokens[at + 2..].iter().take(NEAR).position(|token| token.is_sign(&[")"]));
        end.is_some_and(|end| words(&tokens[at + 2..at + 2 + end]) >= 2)
    };
    let said = tokens.get(at + 2).is_some_and(|token| token.low == "c'est-à-dire")
        || sign(at + 1, ",") && tokens.get(at + 3).is_some_and(|token| token.low == "est-à-dire");
    inside || glossed || said
}

/// A sentence in capitals is another fault.
fn shouts(tokens: &[Token<'_>]) -> bool {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word && !token.quoted);
    words().count() > 2 && words().all(|token| !token.text.chars().any(char::is_lowercase))
}
