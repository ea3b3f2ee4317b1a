//! One étape, one action: who reads « ouvrez, puis choisissez et validez » has forgotten the first when he does the last.

use super::{Check, Paragraph, SentenceLook, verbs};
use crate::plain::sentence::Sentence;
use crate::plain::token::Token;
use crate::plain::{Finding, PassageKind, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find), Check::Paragraph(in_paragraph)];

/// From this many instructions on, a paragraph is several étapes.
const MANY: usize = 4;

/// Two instructions in one sentence. What must not be done is no action.
fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    if look.passage.kind != PassageKind::Action {
        return None;
    }
    let mut doing = instructions(look.tokens);
    let _first = doing.next()?;
    let second = doing.next()?;
    Some(look.found(Rule::Actions, second, second + 1, ""))
}

/// Many short instructions in one paragraph.
fn in_paragraph(look: &Paragraph<'_>) -> Option<Finding> {
    if look.passage.kind != PassageKind::Action {
        return None;
    }
    let one = |sentence: &&Sentence| instructions(&look.tokens[sentence.tokens.clone()]).count() == 1;
    let doing: Vec<&Sentence> = look.sentences.iter().filter(one).collect();
    let fourth = doing.get(MANY - 1)?;
    Some(Finding {
        rule: Rule::Actions,
        range: fourth.range.clone(),
        count: doing.len(),
        instead: String::new(),
        certain: None,
    })
}

fn instructions<'a>(tokens: &'a [Token<'a>]) -> impl Iterator<Item = usize> + 'a {
    (0..tokens.len()).filter(|&at| {
        verbs::is_imperative(tokens, at)
            // « Téléphonez ou écrivez » leaves the choice: one of them is done.
            && (at == 0 || tokens[at - 1].low != "ou")
            && !tokens[..at].iter().rev().take(3).any(|t| ["ne", "n'"].contains(&t.low.as_str()))
            && !["attendez", "sachez", "voyez"].contains(&tokens[at].low.as_str())
    })
}
