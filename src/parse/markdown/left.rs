//! Marks that stayed in the words: readers would see them.
//!
//! What its author escaped (`\*`, `&lt;`) is meant to be seen: a mark counts only when the file has it as it shows.

use super::links::is_target;
use super::signs::{TreePlace, marks};
use super::{BlockKind, InlineKind, PlacedBlock, PlacedInline};
use crate::diag::Diagnostics;
use crate::diag::catalogue::markdown as bold;
use crate::diag::catalogue::marks::{self as say, Left};
use crate::source::{File, FileId, Span};
use pulldown_cmark::{Event, Parser, Tag};

/// Says each mark once, at its own line.
pub fn tell(blocks: &[PlacedBlock], id: FileId, file: &File, out: &mut Diagnostics) {
    let mut reader = LeftReader { id, file, out };
    for block in blocks {
        reader.block(block);
    }
}

struct LeftReader<'a> {
    id: FileId,
    file: &'a File,
    out: &'a mut Diagnostics,
}

impl LeftReader<'_> {
    fn block(&mut self, block: &PlacedBlock) {
        match &block.kind {
            BlockKind::Heading(heading) => self.line(&heading.text, TreePlace::Heading),
            BlockKind::Paragraph(line) => {
                self.table(block.span);
                self.line(line, TreePlace::Paragraph);
            }
            BlockKind::List { items, .. } => items.iter().flatten().for_each(|block| self.block(block)),
            BlockKind::Quote(blocks) => blocks.iter().for_each(|block| self.block(block)),
        }
    }

    fn line(&mut self, line: &[PlacedInline], place: TreePlace) {
        for (at, inline) in line.iter().enumerate() {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, inline.span, place, at == 0, at + 1 == line.len()),
                InlineKind::Strong(inner)
                | InlineKind::Emphasis(inner)
                | InlineKind::Link { text: inner, .. } => self.line(inner, place),
                InlineKind::Image { alt, caption, .. } => {
                    self.words_of_picture(alt, inline.span);
                    self.caption(caption, inline.span);
                }
                InlineKind::Code(_) | InlineKind::Break => {}
            }
        }
    }

    /// A text, or what the file has there: empty when it was changed.
    fn source(&self, span: Span) -> &str {
        self.file.text().get(span.range()).unwrap_or_default()
    }

    /// The place of a mark; `None` when the file has it otherwise: escaped, or as an entity.
    fn find(&self, span: Span, mark: &str) -> Option<Span> {
        let source = self.source(span);
        // What is escaped may begin right after its bar.
        let begin = span.range().start;
        let bar = |at: usize| self.file.text().as_bytes().get(at) == Some(&b'\\');
        let escaped = |at: usize| (begin + at).checked_sub(1).is_some_and(bar);
        let (at, _) = source.match_indices(mark).find(|(at, _)| !escaped(*at))?;
        let start = begin + at;
        Some(Span::new(self.id, start..start + mark.len()))
    }

    fn text(&mut self, text: &str, span: Span, place: TreePlace, first: bool, last: bool) {
        if super::stars::are_left(text)
            && let Some(span) = self.find(span, "**")
        {
            let line = self.line_of(span);
            self.out.push(bold::stray_marks(span, super::stars::repaired(&line).as_deref()));
        }
        self.marks(text, span, place, first, last);
        if let Some(mark) = ["![", "]("].into_iter().find(|mark| text.contains(mark))
            && let Some(span) = self.find(span, mark)
        {
            let line = self.line_of(span);
            self.out.push(say::broken_link(span, line.trim()));
        }
        let words = text.split(|c: char| c.is_whitespace() || "«»()[]{}<>,;!?".contains(c));
        for word in words.map(|word| word.trim_end_matches(['.', ':'])) {
            let ours =
                ["guide:", "service:", "produit:", "mot:", "besoin:", "cas:", "commune:", "mailto:", "tel:"];
            if ours.iter().any(|scheme| word.starts_with(scheme))
                && is_target(word)
                && let Some(span) = self.find(span, word)
            {
                self.out.push(say::bare_target(span, word));
                break;
            }
        }
    }

    /// The marks of other programs in a text.
    fn marks(&mut self, text: &str, span: Span, place: TreePlace, first: bool, last: bool) {
        for (mark, what) in marks(text, place, first, last) {
            // An entity that was escaped twice is none of its author's words.
            let twice = format!("&amp;{}", mark.trim_start_matches('&'));
            let found = self.find(span, &mark).or_else(|| match &what {
                Left::Entity(_) => self.find(span, &twice),
                Left::Quote => self.begins(span, &["&gt;", "&GT;", "&#62;", "&#x3e;", ">", "\\>"]),
                // A line ends within it.
                _ => mark
                    .split(' ')
                    .next()
                    .filter(|start| start.len() > 1)
                    .and_then(|start| self.find(span, start)),
            });
            if let Some(span) = found {
                self.out.push(say::left(span, mark.trim(), &what));
            }
        }
    }

    /// The first of these marks that a place begins with.
    fn begins(&self, span: Span, all: &[&str]) -> Option<Span> {
        let source = self.source(span);
        let mark = all.iter().find(|mark| source.starts_with(**mark))?;
        let start = span.range().start;
        Some(Span::new(self.id, start..start + mark.len()))
    }

    /// The description or the caption of a picture.
    fn words_of_picture(&mut self, text: &str, span: Span) {
        if super::stars::are_left(text)
            && let Some(span) = self.find(span, "**")
        {
            self.out.push(bold::stray_marks(span, None));
        }
        self.marks(text, span, TreePlace::Picture, true, true);
    }

    /// A caption is shown as it is written: its marks would be seen.
    fn caption(&mut self, caption: &str, span: Span) {
        let mut told = None;
        for (event, place) in Parser::new(caption).into_offset_iter() {
            // Within what was told already.
            if told.is_some_and(|end| place.end <= end) {
                continue;
            }
            let written = caption.get(place.clone()).unwrap_or_default();
            let words = match event {
                Event::Code(code) => code.into_string(),
                Event::Start(Tag::Strong) => written.trim_matches(['*', '_']).to_owned(),
                Event::Start(Tag::Emphasis) => {
                    let words = written.trim_matches(['*', '_']);
                    // « *21* » is to be dialled.
                    if super::stars::of_code(words, &super::stars::around(caption, &place)).is_some() {
                        continue;
                    }
                    words.to_owned()
                }
                Event::Start(Tag::Link { .. }) => {
                    written.trim_start_matches('[').split("](").next().unwrap_or_default().to_owned()
                }
                _ => continue,
            };
            if let Some(span) = self.find(span, written).filter(|_| !words.trim().is_empty()) {
                self.out.push(say::in_caption(span, written, words.trim()));
                told = Some(place.end);
            }
        }
        if told.is_none() {
            self.words_of_picture(caption, span);
        }
    }

    /// The line of the file where a place begins.
    fn line_of(&self, span: Span) -> String {
        let text = self.file.text();
        let at = span.range().start;
        // A line as long as a file is no line to be shown again.
        let from = text.ceil_char_boundary(at.saturating_sub(1000));
        let before = text.get(from..at).unwrap_or_default();
        let after = text.get(at..text.floor_char_boundary(at.saturating_add(1000))).unwrap_or_default();
        let start = before.rsplit('\n').next().unwrap_or_default();
        format!("{start}{}", after.split('\n').next().unwrap_or_default())
    }

    /// Lines of cells that are no table: the line of hyphens below the first is not there.
    fn table(&mut self, span: Span) {
        let source = self.source(span);
        let cells = |line: &str| {
            let line = line.trim();
            let inside = line.trim_matches('|');
            line.len() > 2 && line.starts_with('|') && (line.ends_with('|') || inside.contains(" | "))
        };
        let loose = |line: &str| line.contains(" | ");
        let lines: Vec<&str> = source.lines().collect();
        let found = lines.iter().position(|line| cells(line)).or_else(|| {
            let pair = lines.windows(2).position(|pair| pair.iter().all(|line| loose(line)))?;
            Some(pair)
        });
        let Some(found) = found else { return };
        let before: usize = lines.iter().take(found).map(|line| line.len() + 1).sum();
        let start = span.range().start + before;
        let line = lines.get(found).copied().unwrap_or_default();
        let span = Span::new(self.id, start..start + line.len());
        self.out.push(say::left(span, line.trim(), &Left::Table));
    }
}
