//! Plain language: every text that a page shows is read by [`crate::plain`], from the file itself, so that a finding stands on the
//! words that the curator wrote.
//!
//! 1. [`crate::passages`] and `tracks` give the runs of a file: passages with the place of their bytes;
//! 2. `permits` reads what the curator allowed, why, and until when;
//! 3. what is left is counted against the page's budget.

mod permits;
mod tracks;

use super::RuleContext;
use crate::diag::catalogue::{permits as allow, plain as say};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::passages::PassageRun;
use crate::plain::{KnownWords, PassagesOfPage};
use crate::source::{Content, File, FileId, Span, extension};
use permits::Permits;
use rayon::prelude::*;

/// Texts that a page shows are plain French.
pub fn texts_are_plain(context: &RuleContext<'_>, out: &mut Diagnostics) {
    if !context.site.settings.language.starts_with("fr") {
        return;
    }
    let words = context.site.words.iter();
    let known =
        KnownWords::new(words.flat_map(|w| w.other_forms.iter().chain([&w.word])).map(String::as_str));
    let files: Vec<(FileId, &File)> = context
        .sources
        .iter()
        .filter(|(_, file)| file.path.starts_with("content/") && matches!(file.content, Content::Text(_)))
        .collect();
    let found: Vec<Vec<Diagnostic>> = files
        .par_iter()
        .map(|(id, file)| match context.passages.get(id) {
            Some(runs) => read(context, &known, *id, file, runs),
            None => captions(*id, file).map_or_else(Vec::new, |runs| read(context, &known, *id, file, &runs)),
        })
        .collect();
    found.into_iter().flatten().for_each(|diagnostic| out.push(diagnostic));
}

/// What is found in one file.
fn read(
    context: &RuleContext<'_>,
    known: &KnownWords,
    id: FileId,
    file: &File,
    runs: &[PassageRun],
) -> Vec<Diagnostic> {
    let (mut permits, mut out) = Permits::read(id, file);
    let mut page = PassagesOfPage::new(known);
    let first = out.len();
    for run in runs {
        for finding in page.read(&run.passage) {
            // While the glossary cannot be read, nobody is blamed for what it may explain.
            if context.site.unread.words && finding.rule.leans_on_glossary()
                || permits.allows(say::code(finding.rule).id, run.span, &run.before)
            {
                continue;
            }
            let span = Span::new(id, run.place(&finding.range));
            let words = run.passage.text.get(finding.range.clone()).unwrap_or_default();
            let told = say::found(&finding, span, words, run.passage.linkable);
            // What stands in the file as it is read: no entity, no folded line. Captions have their width and their time.
            let written = file.text().get(span.range()) == Some(words) && !is_captions(&file.path);
            out.push(match finding.certain {
                Some(certain) if written => told.mended_as(certain),
                _ => told,
            });
        }
    }
    let count = out[first..].iter().filter(|d| d.level() == Level::Warning).count();
    let budget = usize::from(context.site.settings.language_budget);
    if count <= budget {
        let warnings = out[first..].iter_mut().filter(|d| d.level() == Level::Warning);
        warnings.for_each(|diagnostic| diagnostic.afforded = true);
    } else if budget > 0 {
        out.push(allow::over_budget(&file.path, count, budget));
    }
    permits.tell(context.date, &mut out);
    out
}

/// The runs of a film's captions; `None` when a file is something else, or its words are another's.
fn captions(id: FileId, file: &File) -> Option<Vec<PassageRun>> {
    let parts: Vec<&str> = file.path.split('/').skip(1).collect();
    matches!(parts[..], ["guides", _, name] if is_captions(name)).then(|| tracks::runs(id, file))?
}

fn is_captions(name: &str) -> bool {
    ["vtt", "srt"].contains(&extension(name).as_str())
}
