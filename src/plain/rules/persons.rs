//! One person is spoken to: vous. Tu beside vous, or « on » that means vous, makes one wonder who acts.

use super::{Check, SentenceLook, verbs};
use crate::plain::token::TokenKind;
use crate::plain::{Finding, PassagesOfPage, Rule};

pub const CHECKS: &[Check] = &[Check::Page(find)];

fn find(page: &mut PassagesOfPage<'_>, look: &SentenceLook<'_>) -> Option<Finding> {
    const TU: [&str; 7] = ["tu", "te", "t'", "toi", "tes", "ton", "ta"];
    let tokens = look.tokens;
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|t| !t.quoted && words.contains(&t.low.as_str()))
    };
    let tu =
        (0..tokens.len()).find(|&at| is(at, &TU) && tokens[at].kind != TokenKind::Sign && !is_tone(look, at));
    let vous =
        (0..tokens.len()).find(|&at| is(at, &["vous", "votre", "vos"]) || verbs::is_imperative(tokens, at));
    let found = match (tu, vous) {
        (Some(at), _) if page.vous || vous.is_some() => Some(at),
        (None, Some(at)) if page.tu => Some(at),
        _ => None,
    };
    page.tu |= tu.is_some();
    page.vous |= vous.is_some();
    // A page that says tu and vous is told so once.
    if let Some(at) = found.filter(|_| !page.mixed) {
        page.mixed = true;
        return Some(look.found(Rule::Persons, at, at + 1, ""));
    }
    // « Si on a un compte, vous pouvez »: two subjects for one person. « On vous demande » is somebody else.
    let subject = (0..tokens.len()).find(|&at| {
        is(at, &["vous"])
            && !tokens[..at].iter().rev().take(2).any(|t| ["on", "l'on"].contains(&t.low.as_str()))
            && tokens
                .get(at + 1..)
                .is_some_and(|rest| rest.iter().take(3).any(verbs::is_at_vous) || is(at + 1, &["êtes"]))
    });
    let on =
        (0..tokens.len()).find(|&at| is(at, &["on"]) && !is(at + 1, &["vous"]) && !is(at + 2, &["vous"]));
    let (on, _) = (on?, subject?);
    // « ce que l'on appelle », « on dit »: people in general.
    if is(on + 1, &["appelle", "dit", "nomme", "parle"]) {
        return None;
    }
    Some(look.found(Rule::Persons, on, on + 1, ""))
}

/// « le ton », « un ton »: a noun.
fn is_tone(look: &SentenceLook<'_>, at: usize) -> bool {
    look.tokens[at].low == "ton"
        && at > 0
        && ["le", "un", "du", "au", "ce", "de", "votre", "mon", "son", "leur", "bon", "même", "d'un"]
            .contains(&look.tokens[at - 1].low.as_str())
}
