//! `content/guides/<id>/guide.md`: front matter, introduction, étapes.

use super::document::{HeadedText, document};
use super::fields::looks_like_code;
use super::head::head;
use super::labels::Labels;
use super::parts::{self, PARTS};
use super::{picture, prose, screen};
use crate::diag::Diagnostics;
use crate::diag::catalogue::{
    fields as say_fields, guides as say, identity, markdown as say_markdown, marks as say_marks,
    screen as say_screen,
};
use crate::model::{Film, Guide, Picture, Proof, Step, Unresolved, links};
use crate::parse::markdown::{self as md, BlockKind, Heading, InlineKind, PlacedBlock, PlacedInline};
use crate::passages::PassageRun;
use crate::source::{At, File, FileId, Sources, Span};
use crate::text::{fold, french, is_slug, nearest, slug};
use std::collections::BTreeMap;

/// Reads one guide; `None` when it has no front matter that can be read.
pub fn guide(
    sources: &Sources,
    labels: &Labels,
    id: &str,
    (file_id, file): (FileId, &File),
    passages: &mut Option<Vec<PassageRun>>,
    out: &mut Diagnostics,
) -> Option<Guide<Unresolved>> {
    let HeadedText { start, node, blocks, .. } = document(labels, (file_id, file), true, passages, out)?;
    let blocks = parts::as_meant(&blocks, out);
    let folder = file.path.trim_end_matches("guide.md").to_owned();
    let mut guide = node.map(|node| head(id, start, &node, out));
    let proof = guide.as_ref().map_or(Proof::Sure, |(_, proof)| *proof);
    let mut body =
        BodyReader { sources, folder: &folder, proof, film_lost: false, depends_on: Vec::new(), out };
    let (intro, steps, shown) = body.read(&blocks, start);
    let depends_on = body.depends_on;
    if let Some((guide, _)) = &mut guide {
        guide.depends_on.extend(depends_on);
        guide.intro = intro;
        guide.steps = steps;
        guide.film = shown.0;
        guide.film_lost = shown.1;
    }
    guide.map(|(guide, _)| guide)
}

/// What the body's blocks are read with.
struct BodyReader<'a> {
    sources: &'a Sources,
    folder: &'a str,
    proof: Proof,
    /// Whether some film could not be read.
    film_lost: bool,
    /// Products that an étape cannot do without: the guide cannot either.
    depends_on: Vec<At<String>>,
    out: &'a mut Diagnostics,
}

/// An étape's blocks, sorted by part.
struct Draft<'a> {
    heading: &'a Heading,
    span: Span,
    parts: [Vec<&'a PlacedBlock>; 3],
    /// Whether « Ce que vous voyez » and « Si ça ne marche pas » are there.
    seen: [bool; 3],
}

impl<'a> Draft<'a> {
    fn new(heading: &'a Heading, span: Span) -> Self {
        Self { heading, span, parts: Default::default(), seen: [true, false, false] }
    }
}

impl BodyReader<'_> {
    fn read(
        &mut self,
        blocks: &[PlacedBlock],
        start: Span,
    ) -> (prose::NamedProse, Vec<Step<Unresolved>>, (Option<Film>, bool)) {
        let first = blocks.iter().position(|b| level(b) == Some(2)).unwrap_or(blocks.len());
        let (films, intro) = screen::take(&blocks[..first], self.out);
        let film = self.film(&films);
        let intro = prose::prose(&intro, self.out);
        let mut drafts: Vec<Draft<'_>> = Vec::new();
        let mut part = 0;
        for (at, block) in blocks[first..].iter().enumerate() {
            match &block.kind {
                BlockKind::Heading(heading) if heading.level == 2 => {
                    part = 0;
                    drafts.push(Draft::new(heading, block.span));
                }
                BlockKind::Heading(heading) if heading.level == 3 => {
                    part = self.part(heading, block.span);
                    if let Some(draft) = drafts.last_mut() {
                        draft.seen[part] = true;
                    }
                }
                BlockKind::Heading(heading) => {
                    self.out.push(say_markdown::heading_level(block.span, heading.level));
                    // A second picture follows: it is an étape, whose mark has another number of signs.
                    let picture = |block: &&PlacedBlock| holds(block, is_picture);
                    let mut after =
                        blocks.iter().skip(first + at + 1).take_while(|block| level(block).is_none());
                    let full = drafts.last().is_some_and(|draft| draft.parts[0].iter().any(picture));
                    if full && after.any(|block| picture(&block)) {
                        part = 0;
                        drafts.push(Draft::new(heading, block.span));
                    }
                }
                _ => {
                    if let Some(draft) = drafts.last_mut() {
                        draft.parts[part].push(block);
                    }
                }
            }
        }
        if drafts.is_empty() {
            self.out.push(say::no_step(start));
        }
        self.names(&drafts);
        let steps = drafts.iter().map(|draft| self.step(draft)).collect();
        (intro, steps, (film, self.film_lost))
    }

    /// Which part a level-3 heading opens: 1 what you see, 2 if it does not work; 0 after a diagnostic.
    fn part(&mut self, heading: &Heading, span: Span) -> usize {
        let title = md::plain(&heading.text);
        let folded = fold(&title);
        if let Some(at) = PARTS.iter().position(|part| fold(part) == folded) {
            return at + 1;
        }
        let meant = parts::meant(&title);
        self.out.push(say::unknown_part(span, &title, meant));
        // A part that is there is not missing.
        PARTS.iter().position(|part| Some(*part) == meant).map_or(0, |at| at + 1)
    }

    /// Names of étapes become anchors of one page: each must be a name, and no other's, `etape-2` included.
    fn names(&mut self, drafts: &[Draft<'_>]) {
        let mut taken: BTreeMap<String, (usize, Span)> = drafts
            .iter()
            .enumerate()
            .map(|(at, draft)| (format!("etape-{}", at + 1), (at, draft.span)))
            .collect();
        for (at, draft) in drafts.iter().enumerate() {
            let Some(id) = &draft.heading.id else { continue };
            // The anchor of the page's own contents.
            if id == "contenu" || !is_slug(id) {
                self.out.push(identity::bad_id(draft.span, id, &format!("etape-{}", slug(id))));
                continue;
            }
            match taken.get(id) {
                Some((other, first)) if *other != at => {
                    self.out.push(identity::duplicate_id(draft.span, id, *first));
                }
                _ => {
                    taken.insert(id.clone(), (at, draft.span));
                }
            }
        }
    }

    fn step(&mut self, draft: &Draft<'_>) -> Step<Unresolved> {
        let title = french(&md::plain(&draft.heading.text));
        let span = draft.span;
        if looks_like_code(&title) {
            self.out.push(say_markdown::raw_html(span, &title));
        }
        let (mut films, action) = screen::take(draft.parts[0].iter().copied(), self.out);
        let (pictures, action) = split_pictures(&action);
        let action = prose::prose(&action, self.out);
        let (after, outcome) = screen::take(draft.parts[1].iter().copied(), self.out);
        let first = pictures.first().map(|picture| picture.span);
        let outcome = self.blocks(&outcome, first);
        if let (Some(first), Some(second)) = (films.first(), after.first()) {
            self.out.push(say_screen::several(second.span, first.span));
        }
        films.extend(after);
        let fallback = self.blocks(draft.parts[2].iter().copied(), first);
        if title.trim().is_empty() {
            self.out.push(say_marks::empty_title(span));
        }
        if action.is_empty() {
            self.out.push(say::no_action(span, &title));
        }
        if !draft.seen[1] || outcome.is_empty() {
            self.out.push(say::no_outcome(span, &title));
        }
        if !draft.seen[2] || fallback.is_empty() {
            self.out.push(say::no_fallback(span, &title));
        } else if links(&fallback).is_empty() && !draft.parts[2].iter().any(|block| holds(block, is_link)) {
            let place = draft.parts[2].first().map_or(span, |block| block.span);
            self.out.push(say::fallback_without_link(place));
        }
        for extra in pictures.iter().skip(1) {
            self.out.push(say::several_pictures(extra.span, pictures[0].span));
        }
        let proof = self.step_proof(draft);
        // A picture that is there is not missing: where it stands is told.
        if pictures.is_empty() && !draft.parts.iter().flatten().any(|block| holds(block, is_picture)) {
            self.out.push(say::no_picture(span, &title));
        }
        Step {
            id: draft.heading.id.clone(),
            title,
            action,
            picture: pictures.first().and_then(|picture| self.picture(picture)),
            film: self.film(&films),
            outcome,
            fallback,
            proof,
            span,
        }
    }

    /// The first film; the others were said to be too many.
    fn film(&mut self, films: &[PlacedInline]) -> Option<Film> {
        let film = screen::film(self.sources, self.folder, films.first()?, self.out);
        self.film_lost |= film.is_none();
        film
    }

    /// The blocks of a part, which has no picture; `first`: that of the étape.
    fn blocks<'b>(
        &mut self,
        blocks: impl IntoIterator<Item = &'b PlacedBlock>,
        first: Option<Span>,
    ) -> prose::NamedProse {
        let (pictures, rest) = split_pictures(blocks);
        for extra in &pictures {
            match first.filter(|_| is_picture(&extra.kind)) {
                Some(first) => self.out.push(say::several_pictures(extra.span, first)),
                None => screen::refuse(extra, self.out),
            }
        }
        prose::prose(&rest, self.out)
    }

    fn step_proof(&mut self, draft: &Draft<'_>) -> Proof {
        let mut proof = self.proof;
        for (key, value) in &draft.heading.attributes {
            match (key.as_str(), value.as_str()) {
                ("preuve", "sur") => proof = Proof::Sure,
                ("depend_de", product) => self.depends_on.push(At::new(product.to_owned(), draft.span)),
                ("preuve", "probable") => proof = Proof::Probable,
                ("preuve", other) => self.out.push(say_fields::unknown_value(
                    draft.span,
                    "preuve",
                    other,
                    None,
                    &["sur", "probable"],
                )),
                (other, _) => self.out.push(say_fields::unknown_key(
                    draft.span,
                    other,
                    nearest(other, ["preuve", "depend_de"]),
                    &["preuve", "depend_de"],
                )),
            }
        }
        proof
    }

    fn picture(&mut self, inline: &PlacedInline) -> Option<Picture> {
        let InlineKind::Image { target, alt, caption } = &inline.kind else { return None };
        for text in [alt, caption] {
            if looks_like_code(text) {
                self.out.push(say_markdown::raw_html(inline.span, text));
            }
        }
        if alt.trim().is_empty() {
            self.out.push(say::no_alt(inline.span));
        }
        if caption.trim().is_empty() {
            self.out.push(say::no_caption(inline.span));
        }
        let found = picture::find(self.sources, self.folder, target, inline.span, self.out)?;
        Some(Picture {
            file: found.file,
            name: found.name,
            alt: french(alt),
            caption: french(caption),
            size: found.size,
        })
    }
}

fn level(block: &PlacedBlock) -> Option<u8> {
    match &block.kind {
        BlockKind::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// Whether some piece of a block, at any depth, is one.
fn holds(block: &PlacedBlock, one: fn(&InlineKind) -> bool) -> bool {
    fn line(inlines: &[PlacedInline], one: fn(&InlineKind) -> bool) -> bool {
        inlines.iter().any(|inline| {
            one(&inline.kind)
                || match &inline.kind {
                    InlineKind::Strong(inner)
                    | InlineKind::Emphasis(inner)
                    | InlineKind::Link { text: inner, .. } => line(inner, one),
                    _ => false,
                }
        })
    }
    match &block.kind {
        BlockKind::Heading(heading) => line(&heading.text, one),
        BlockKind::Paragraph(inlines) => line(inlines, one),
        BlockKind::List { items, .. } => items.iter().flatten().any(|block| holds(block, one)),
        BlockKind::Quote(inner) => inner.iter().any(|block| holds(block, one)),
    }
}

fn is_link(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Link { .. })
}

fn is_picture(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Image { target, .. } if !crate::source::is_film(target))
}

/// Takes the pictures out of an étape's paragraphs.
fn split_pictures<'a>(
    blocks: impl IntoIterator<Item = &'a PlacedBlock>,
) -> (Vec<PlacedInline>, Vec<PlacedBlock>) {
    let mut pictures = Vec::new();
    let mut rest = Vec::new();
    for block in blocks {
        let BlockKind::Paragraph(line) = &block.kind else {
            rest.push((*block).clone());
            continue;
        };
        let (images, words): (Vec<PlacedInline>, Vec<PlacedInline>) =
            line.iter().cloned().partition(|inline| matches!(inline.kind, InlineKind::Image { .. }));
        pictures.extend(images);
        if words.iter().any(|w| !matches!(&w.kind, InlineKind::Text(t) if t.trim().is_empty())) {
            rest.push(PlacedBlock { span: block.span, kind: BlockKind::Paragraph(words) });
        }
    }
    (pictures, rest)
}
