//! Every text of a case's file, shown or not: what must name nobody.

use crate::parse::markdown::{self as md, BlockKind, InlineKind, PlacedBlock, PlacedInline};
use crate::parse::yaml::{Node, ValueKind};
use crate::source::{At, File, FileId, Span};
use std::ops::Range;

/// The values and the comments of the head, the words and the links of the body.
pub fn all(
    id: FileId,
    file: &File,
    head: Range<usize>,
    node: &Node,
    blocks: &[PlacedBlock],
) -> Vec<At<String>> {
    let mut out = Vec::new();
    scalars(node, &mut out);
    comments(id, file, head, &mut out);
    texts(blocks, &mut out);
    out
}

/// Every value of the head, known key or not.
fn scalars(node: &Node, out: &mut Vec<At<String>>) {
    match &node.kind {
        ValueKind::Scalar(text) => out.push(At::new(text.clone(), node.span)),
        ValueKind::List(items) => items.iter().for_each(|item| scalars(item, out)),
        ValueKind::Map(entries) => entries.iter().for_each(|(_, value)| scalars(value, out)),
        ValueKind::Empty => {}
    }
}

/// What a curator notes for herself is in the file all the same.
fn comments(id: FileId, file: &File, head: Range<usize>, out: &mut Vec<At<String>>) {
    let mut at = head.start;
    for line in file.text()[head].split_inclusive('\n') {
        let comment = if line.trim_start().starts_with('#') { Some(0) } else { line.find(" #") };
        if let Some(from) = comment {
            out.push(At::new(line[from..].trim_end().to_owned(), Span::new(id, at + from..at + line.len())));
        }
        at += line.len();
    }
}

/// The words of every block, marks taken out, and where its links lead.
fn texts(blocks: &[PlacedBlock], out: &mut Vec<At<String>>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(line) => line_texts(line, block.span, out),
            BlockKind::Heading(heading) => line_texts(&heading.text, block.span, out),
            BlockKind::List { items, .. } => items.iter().for_each(|item| texts(item, out)),
            BlockKind::Quote(inner) => texts(inner, out),
        }
    }
}

fn line_texts(line: &[PlacedInline], span: Span, out: &mut Vec<At<String>>) {
    out.push(At::new(md::plain(line), span));
    for inline in line {
        match &inline.kind {
            InlineKind::Link { target, .. } => out.push(At::new(target.clone(), inline.span)),
            InlineKind::Image { target, caption, .. } => {
                out.extend([target, caption].map(|text| At::new(text.clone(), inline.span)));
            }
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => inner_links(inner, out),
            InlineKind::Text(_) | InlineKind::Code(_) | InlineKind::Break => {}
        }
    }
}

/// Links inside bold words; the words themselves were read with their line.
fn inner_links(line: &[PlacedInline], out: &mut Vec<At<String>>) {
    for inline in line {
        match &inline.kind {
            InlineKind::Link { target, .. } => out.push(At::new(target.clone(), inline.span)),
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => inner_links(inner, out),
            _ => {}
        }
    }
}
