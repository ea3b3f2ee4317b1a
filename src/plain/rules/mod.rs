//! The rules, one small file each.

mod abbreviations;
mod acronyms;
mod actions;
mod dates;
mod double;
mod jargon;
mod length;
mod links;
mod negation;
mod office;
mod paragraphs;
mod passive;
mod persons;
mod phones;
mod senses;
mod signs;
mod verbs;

use super::sentence::Sentence;
use super::token::Token;
use super::{Finding, Mark, MarkKind, Page, Passage, Rule};
use std::ops::Range;

/// What a rule looks at: one sentence, and where it stands.
struct Look<'a> {
    passage: &'a Passage,
    tokens: &'a [Token<'a>],
    sentence: &'a Sentence,
}

impl Look<'_> {
    /// A finding at the tokens from `from` to `to`, both counted from the sentence's first.
    fn found(&self, rule: Rule, from: usize, to: usize, instead: impl Into<String>) -> Finding {
        let last = to.clamp(from + 1, self.tokens.len()) - 1;
        let range = self.tokens[from].range.start..self.tokens[last].range.end;
        Finding { rule, range, count: self.sentence.words, instead: instead.into() }
    }

    /// The marks on these bytes. Looks back at a few marks only: they nest one in another, not in hundreds.
    fn marks(&self, range: &Range<usize>) -> impl Iterator<Item = &Mark> {
        let marks = &self.passage.marks;
        let after = marks.partition_point(|mark| mark.range.start <= range.start);
        let (start, end) = (range.start, range.end);
        marks[after.saturating_sub(6)..after]
            .iter()
            .filter(move |m| m.range.start <= start && end <= m.range.end)
    }

    /// Whether a link to the glossary explains these words.
    fn is_word(&self, range: &Range<usize>) -> bool {
        self.marks(range).any(|mark| mark.kind == MarkKind::Word)
    }

    /// A finding about the whole sentence.
    fn whole(&self, rule: Rule) -> Finding {
        Finding {
            rule,
            range: self.sentence.range.clone(),
            count: self.sentence.words,
            instead: String::new(),
        }
    }
}

/// Rules that need nothing but the sentence.
const ALONE: &[fn(&Look<'_>) -> Option<Finding>] = &[
    length::find,
    actions::find,
    abbreviations::find,
    passive::find,
    double::find,
    negation::find,
    office::find,
    dates::find,
    phones::find,
    links::find,
    senses::find,
    signs::find,
];

/// What all rules find in one passage.
pub fn find(
    page: &mut Page<'_>,
    passage: &Passage,
    tokens: &[Token<'_>],
    sentences: &[Sentence],
) -> Vec<Finding> {
    let mut out = Vec::new();
    for sentence in sentences {
        let look = Look { passage, tokens: &tokens[sentence.tokens.clone()], sentence };
        out.extend(ALONE.iter().filter_map(|rule| rule(&look)));
        out.extend(acronyms::find(page, &look));
        out.extend(jargon::find(page, &look));
        out.extend(persons::find(page, &look));
    }
    out.extend(paragraphs::find(passage, sentences));
    out.extend(actions::in_paragraph(passage, tokens, sentences));
    out
}
