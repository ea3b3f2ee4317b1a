//! What an étape says, paragraph by paragraph, and where its words stand in the file.

use super::forms::QUOTED;
use crate::check::words::TextWords;
use crate::model::{Block, Inline, Resolved, Step, Target};
use crate::source::{Sources, Span};

/// A paragraph, a title or a caption.
pub struct SaidText {
    /// Without the titles of other pages.
    pub whole: String,
    /// The same without what stands between « ».
    pub order: String,
}

impl SaidText {
    pub fn new(whole: String) -> Self {
        Self { order: without_quotations(&whole), whole }
    }
}

/// All that an étape says, but what describes its picture to those who do not see.
pub fn of_step(step: &Step<Resolved>) -> Vec<SaidText> {
    let mut out = vec![SaidText::new(step.title.clone())];
    for prose in [&step.action, &step.outcome, &step.fallback] {
        blocks(prose, &mut out);
    }
    out.push(SaidText::new(step.picture.caption.clone()));
    out
}

/// What an étape asks and shows: all but what to do when it does not work.
pub fn of_order(step: &Step<Resolved>) -> Vec<SaidText> {
    let mut out = vec![SaidText::new(step.title.clone())];
    for prose in [&step.action, &step.outcome] {
        blocks(prose, &mut out);
    }
    out.push(SaidText::new(step.picture.caption.clone()));
    out
}

/// All that a text says.
pub fn of_prose(prose: &[Block<Target>]) -> Vec<SaidText> {
    let mut out = Vec::new();
    blocks(prose, &mut out);
    out
}

fn blocks(list: &[Block<Target>], out: &mut Vec<SaidText>) {
    for block in list {
        match block {
            Block::Paragraph(line) => {
                let mut text = String::new();
                words(line, &mut text);
                out.push(SaidText::new(text));
            }
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, out)),
            Block::Notice(inner) => blocks(inner, out),
        }
    }
}

fn words(inlines: &[Inline<Target>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push(' '),
            // The title of a page is not said here: « Lisez [Rappelez votre banque](#…) ».
            Inline::Link { target: Target::Guide(_) | Target::Step(..) | Target::Case(_), .. } => {
                out.push_str(" — ");
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                words(inner, out);
            }
        }
    }
}

/// The text with [`QUOTED`] for each quotation, so that what follows keeps its place in the sentence.
fn without_quotations(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '«' | '“' => {
                if depth == 0 {
                    out.push_str(QUOTED);
                }
                depth += 1;
            }
            '»' | '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Where words that are shown stand in the file, between two places of it; else the first of them.
pub fn place(sources: &Sources, step: Span, end: usize, shown: &str, before: &str, after: &str) -> Span {
    let start = step.range().start;
    let text = sources.get(step.file).text();
    let Some(written) = text.get(start..end) else { return step };
    let file = TextWords::new(written);
    let wanted = TextWords::new(shown);
    let last = |text: &str| {
        let words = TextWords::new(text);
        words.len().checked_sub(1).and_then(|at| words.get(at).map(|word| word.folded.clone()))
    };
    let first = |text: &str| TextWords::new(text).get(0).map(|word| word.folded.clone());
    let (before, after) = (last(before), first(after));
    let found = file.find(&wanted);
    let score = |range: &std::ops::Range<usize>| {
        let is = |at: Option<usize>, wanted: &Option<String>| {
            wanted.is_some() && at.and_then(|at| file.get(at)).map(|word| &word.folded) == wanted.as_ref()
        };
        usize::from(is(range.start.checked_sub(1), &before)) + usize::from(is(Some(range.end), &after))
    };
    // The best, and the first of several.
    let best = found.iter().rev().max_by_key(|range| score(range));
    let Some(best) = best else { return step };
    let bytes = file.range(best.start, best.end - 1);
    Span::new(step.file, start + bytes.start..start + bytes.end)
}
