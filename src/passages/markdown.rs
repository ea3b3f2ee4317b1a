//! The texts of guides and cases.

use super::run::PassageRun;
use super::sheets;
use crate::keys::SheetKeys;
use crate::parse::markdown::{BlockKind, InlineKind, PlacedBlock, PlacedInline};
use crate::parse::yaml::Node;
use crate::plain::{MarkKind, PassageKind};
use crate::source::{File, Span};

/// What a guide (`steps`) or a case says; `None` when it is not to be read. Its blocks are as they were written: the labels
/// that they cite are not filled in.
#[must_use]
pub fn runs(
    file: &File,
    head: &Node,
    sheet: &SheetKeys,
    blocks: &[PlacedBlock],
    steps: bool,
) -> Option<Vec<PassageRun>> {
    let mut out = Vec::new();
    sheets::head(file, head, sheet, &mut out).then_some(())?;
    let mut reader = PassageReader { file, kind: PassageKind::Text, out };
    for block in blocks {
        reader.block(block, steps);
    }
    sheets::order(file, &mut reader.out);
    Some(reader.out)
}

struct PassageReader<'a> {
    file: &'a File,
    /// Of the part that is being read.
    kind: PassageKind,
    out: Vec<PassageRun>,
}

impl PassageReader<'_> {
    fn block(&mut self, block: &PlacedBlock, steps: bool) {
        match &block.kind {
            BlockKind::Heading(heading) => {
                // A road that names its service is a name.
                if !heading.attributes.iter().any(|(key, _)| key == "service") {
                    self.line(&heading.text, block.span, PassageKind::Title);
                }
                if steps {
                    self.kind = if heading.level == 2 { PassageKind::Action } else { PassageKind::Step };
                }
            }
            BlockKind::Paragraph(line) => self.line(line, block.span, self.kind),
            BlockKind::List { items, .. } => {
                items.iter().flatten().for_each(|block| self.block(block, steps));
            }
            BlockKind::Quote(inner) => inner.iter().for_each(|block| self.block(block, steps)),
        }
    }

    /// A line, and the words of its pictures after it.
    fn line(&mut self, line: &[PlacedInline], span: Span, kind: PassageKind) {
        let mut run = PassageRun::new(span, kind, true);
        let mut pictures = Vec::new();
        self.inlines(line, &mut run, &mut pictures);
        run.passage.marks.sort_by_key(|mark| mark.range.start);
        if run.passage.text.chars().any(char::is_alphanumeric) {
            self.out.push(run);
        }
        for (picture, text) in pictures {
            let range = picture.range();
            let source = &self.file.text()[range.clone()];
            let from = range.start + source.find(text.as_str()).unwrap_or(0);
            let mut run = PassageRun::new(picture, PassageKind::Title, false);
            run.push(self.file, &text, from..range.end);
            run.mark_citations(0);
            self.out.push(run);
        }
    }

    fn inlines(&self, line: &[PlacedInline], run: &mut PassageRun, pictures: &mut Vec<(Span, String)>) {
        for inline in line {
            let place = inline.span.range();
            let start = run.passage.text.len();
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => {
                    run.push(self.file, text, place);
                    if matches!(inline.kind, InlineKind::Code(_)) {
                        run.mark(start, MarkKind::Label);
                    } else {
                        run.mark_citations(start);
                    }
                }
                InlineKind::Break => run.push(self.file, "\n", place),
                InlineKind::Strong(inner) => {
                    self.inlines(inner, run, pictures);
                    run.mark(start, MarkKind::Label);
                }
                InlineKind::Emphasis(inner) => self.inlines(inner, run, pictures),
                InlineKind::Link { target, text } => {
                    self.inlines(text, run, pictures);
                    let kind = if target.starts_with("mot:") { MarkKind::Word } else { MarkKind::Link };
                    run.mark(start, kind);
                }
                InlineKind::Image { alt, caption, .. } => {
                    pictures.extend([alt, caption].map(|text| (inline.span, text.clone())));
                }
            }
        }
    }
}
