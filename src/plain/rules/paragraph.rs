//! A wall of text is not read.

use super::{Check, Paragraph};
use crate::plain::{Finding, PassageKind, Rule};

pub const CHECKS: &[Check] = &[Check::Paragraph(find)];

const WORDS: usize = 60;
const SENTENCES: usize = 3;

fn find(look: &Paragraph<'_>) -> Option<Finding> {
    let (passage, sentences) = (look.passage, look.sentences);
    if passage.kind == PassageKind::Title {
        return None;
    }
    let words: usize = sentences.iter().map(|sentence| sentence.words).sum();
    if words <= WORDS && sentences.len() <= SENTENCES {
        return None;
    }
    // The place is where the next paragraph could begin.
    let mut before = 0;
    let cut = sentences.iter().enumerate().find(|(at, sentence)| {
        before += sentence.words;
        *at >= SENTENCES || before > WORDS
    });
    let range = cut.map_or(0..passage.text.len(), |(_, sentence)| sentence.range.clone());
    Some(Finding {
        rule: Rule::Paragraph,
        range,
        count: words,
        instead: sentences.len().to_string(),
        certain: None,
    })
}
