//! `content/cas/<id>.md`: front matter, then four parts under fixed headings.
//!
//! What people tell is prose, so it stands in the body; a road is a heading of level 3, and may name its service:
//! `### La mairie {service=mairie-landerneau}`.

pub(super) mod head;
mod texts;

use super::document::{HeadedText, document};
use super::fields::looks_like_code;
use super::labels::Labels;
use super::prose;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{cases as say, fields as say_fields, markdown as say_markdown};
use crate::model::{Attempt, Case, Unresolved};
use crate::parse::markdown::{self as md, BlockKind, Heading, InlineKind, PlacedBlock, PlacedInline};
use crate::passages::PassageRun;
use crate::source::{At, File, FileId, Span};
use crate::text::{fold, french, nearest};

/// The headings of level 2, in order.
const PARTS: [&str; 3] = ["Ce qui a été essayé", "Ce qui a marché", "Conseil"];
const TRIED: usize = 1;
const WORKED: usize = 2;
const ADVICE: usize = 3;

/// Reads one case; `None` when it has no front matter that can be read.
pub fn case(
    labels: &Labels,
    id: &str,
    (file_id, file): (FileId, &File),
    passages: &mut Option<Vec<PassageRun>>,
    out: &mut Diagnostics,
) -> Option<Case<Unresolved>> {
    let HeadedText { start, head, node, blocks } = document(labels, (file_id, file), false, passages, out)?;
    let mut case = node.as_ref().map(|node| head::head(id, start, node, out));
    let mut parts =
        CaseParts { out, situation: Vec::new(), tried: Vec::new(), worked: Vec::new(), advice: Vec::new() };
    parts.read(&blocks, start);
    let CaseParts { situation, tried, worked, advice, .. } = parts;
    if let (Some(case), Some(node)) = (&mut case, &node) {
        (case.situation, case.tried, case.worked, case.advice) = (situation, tried, worked, advice);
        case.texts = texts::all(file_id, file, head, node, &blocks);
    }
    case
}

/// The four parts of the body, as they are found.
struct CaseParts<'a> {
    out: &'a mut Diagnostics,
    situation: prose::NamedProse,
    tried: Vec<Attempt<Unresolved>>,
    worked: Vec<Attempt<Unresolved>>,
    advice: prose::NamedProse,
}

impl CaseParts<'_> {
    fn read(&mut self, blocks: &[PlacedBlock], start: Span) {
        let mut at = 0;
        let mut part = 0;
        // Headings that are there, empty or not: what is empty is said of them.
        let mut seen: [Option<Span>; 4] = [Some(start), None, None, None];
        while let Some(block) = blocks.get(at) {
            at += 1;
            let BlockKind::Heading(heading) = &block.kind else {
                // Prose: the blocks up to the next heading.
                let end = next_heading(blocks, at);
                let prose = self.prose(&blocks[at - 1..end]);
                at = end;
                match part {
                    0 => self.situation.extend(prose),
                    ADVICE => self.advice.extend(prose),
                    TRIED | WORKED => self.out.push(say::no_road_heading(block.span)),
                    // Under a heading that was refused.
                    _ => {}
                }
                continue;
            };
            if heading.level == 2 {
                part = self.part(heading, block.span);
                if let Some(seen) = seen.get_mut(part) {
                    if seen.is_some() {
                        self.out.push(say::part_twice(block.span, &md::plain(&heading.text)));
                    }
                    *seen = Some(block.span);
                }
            } else if heading.level == 3 && [TRIED, WORKED].contains(&part) {
                let end = next_heading(blocks, at);
                let road = self.road(heading, block.span, &blocks[at..end]);
                at = end;
                if part == TRIED { self.tried.push(road) } else { self.worked.push(road) }
            } else {
                self.out.push(say_markdown::heading_level(block.span, heading.level));
            }
        }
        let empty = [
            self.situation.is_empty(),
            self.tried.is_empty(),
            self.worked.is_empty(),
            self.advice.is_empty(),
        ];
        for (part, empty) in empty.into_iter().enumerate() {
            if empty {
                let name = part.checked_sub(1).map(|at| PARTS[at]);
                self.out.push(say::no_part(
                    seen[part].unwrap_or(start),
                    name,
                    [TRIED, WORKED].contains(&part),
                ));
            }
        }
    }

    /// Which part a heading of level 2 opens; one that does not exist after a diagnostic.
    fn part(&mut self, heading: &Heading, span: Span) -> usize {
        let title = md::plain(&heading.text);
        self.attributes(heading, span, &[]);
        if let Some(at) = PARTS.iter().position(|part| fold(part) == fold(&title)) {
            return at + 1;
        }
        self.out.push(say::unknown_part(span, &title, nearest(&title, PARTS)));
        PARTS.len() + 1
    }

    fn road(&mut self, heading: &Heading, span: Span, why: &[PlacedBlock]) -> Attempt<Unresolved> {
        let what = french(&md::plain(&heading.text));
        if looks_like_code(&what) {
            self.out.push(say_markdown::raw_html(span, &what));
        }
        let why = self.prose(why);
        if why.is_empty() || what.trim().is_empty() {
            self.out.push(say::road_without_reason(span, &what));
        }
        let service = self.attributes(heading, span, &["service"]);
        Attempt { what, service: service.map(|id| At::new(id, span)), why, span }
    }

    /// The value of the one key that a heading may have; any other is refused.
    fn attributes(&mut self, heading: &Heading, span: Span, known: &[&'static str]) -> Option<String> {
        let mut value = None;
        for (key, word) in &heading.attributes {
            if known.contains(&key.as_str()) {
                value = Some(word.clone());
            } else {
                self.out.push(say_fields::unknown_key(span, key, nearest(key, known.iter().copied()), known));
            }
        }
        if let Some(id) = &heading.id {
            self.out.push(say_fields::unknown_key(span, &format!("#{id}"), None, known));
        }
        value
    }

    /// Prose without pictures: a face, a screen or a letter would tell who it was.
    fn prose(&mut self, blocks: &[PlacedBlock]) -> prose::NamedProse {
        let mut kept = blocks.to_vec();
        for block in &mut kept {
            drop_pictures(block, self.out);
        }
        prose::prose(&kept, self.out)
    }
}

fn next_heading(blocks: &[PlacedBlock], from: usize) -> usize {
    let found = blocks[from..].iter().position(|block| matches!(block.kind, BlockKind::Heading(_)));
    found.map_or(blocks.len(), |more| from + more)
}

fn drop_pictures(block: &mut PlacedBlock, out: &mut Diagnostics) {
    match &mut block.kind {
        BlockKind::Paragraph(line) => drop_from_line(line, out),
        BlockKind::List { items, .. } => {
            items.iter_mut().flatten().for_each(|block| drop_pictures(block, out));
        }
        BlockKind::Quote(inner) => inner.iter_mut().for_each(|block| drop_pictures(block, out)),
        BlockKind::Heading(_) => {}
    }
}

fn drop_from_line(line: &mut Vec<PlacedInline>, out: &mut Diagnostics) {
    line.retain_mut(|inline| match &mut inline.kind {
        InlineKind::Image { .. } => {
            out.push(say::picture(inline.span));
            false
        }
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link { text: inner, .. } => {
            drop_from_line(inner, out);
            true
        }
        InlineKind::Text(_) | InlineKind::Code(_) | InlineKind::Break => true,
    });
}
