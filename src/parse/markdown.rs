//! Markdown as a tree with places: the only file that knows pulldown-cmark.
//!
//! 1. pulldown-cmark gives events with byte ranges;
//! 2. a stack turns them into [`Block`]s and [`Inline`]s;
//! 3. what Éliane does not show (HTML, tables, code blocks, deep lists) becomes a diagnostic on the way.
//!
//! One tree serves the screen and the paper.

use crate::diag::catalogue::markdown as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{File, FileId, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A block and its place.
#[derive(Clone, Debug)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Clone, Debug)]
pub enum BlockKind {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    /// Numbered from `start`, or with bullets.
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
}

/// `## Titre {#id cle=valeur}`
#[derive(Clone, Debug)]
pub struct Heading {
    pub level: u8,
    pub text: Vec<Inline>,
    pub id: Option<String>,
    pub attributes: Vec<(String, String)>,
}

/// A piece of a line and its place.
#[derive(Clone, Debug)]
pub struct Inline {
    pub span: Span,
    pub kind: InlineKind,
}

#[derive(Clone, Debug)]
pub enum InlineKind {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Code(String),
    Break,
    Link { target: String, text: Vec<Inline> },
    Image { target: String, alt: String, caption: String },
}

/// How deep blocks may nest: a list in a list in a quote.
const MAX_DEPTH: usize = 6;

/// Reads the Markdown that stands at `range` of a file.
#[must_use]
pub fn parse(id: FileId, file: &File, range: Range<usize>) -> (Vec<Block>, Diagnostics) {
    let text = &file.text()[range.clone()];
    let mut builder = Builder {
        id,
        offset: range.start,
        stack: vec![Frame::new(FrameKind::Root, 0..text.len())],
        diagnostics: Diagnostics::default(),
        skipping: 0,
        deep: false,
    };
    for (event, place) in
        Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES).into_offset_iter()
    {
        builder.event(event, place);
    }
    builder.finish()
}

struct Builder {
    id: FileId,
    offset: usize,
    stack: Vec<Frame>,
    diagnostics: Diagnostics,
    /// How many refused containers are open: their contents are not kept.
    skipping: usize,
    /// Whether too deep a nesting was already said.
    deep: bool,
}

struct Frame {
    kind: FrameKind,
    range: Range<usize>,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Vec<Block>>,
}

impl Frame {
    fn new(kind: FrameKind, range: Range<usize>) -> Self {
        Self { kind, range, blocks: Vec::new(), inlines: Vec::new(), items: Vec::new() }
    }
}

enum FrameKind {
    Root,
    Paragraph,
    Heading { level: u8, id: Option<String>, attributes: Vec<(String, String)> },
    List(Option<u64>),
    Item,
    Quote,
    Strong,
    Emphasis,
    Link(String),
    Image { target: String, caption: String },
}

impl Builder {
    fn event(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, place),
            Event::End(end) => self.end(end),
            _ if self.skipping > 0 => {}
            Event::Text(text) => self.text(&text, place),
            Event::Code(code) => self.inline(InlineKind::Code(code.into_string()), place),
            Event::SoftBreak => self.text(" ", place),
            Event::HardBreak => self.inline(InlineKind::Break, place),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, place),
            Event::Rule => self.refuse(place, "un trait de séparation"),
            Event::FootnoteReference(_) => self.refuse(place, "une note"),
            Event::TaskListMarker(_) => self.refuse(place, "une case à cocher"),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.refuse(place, "une formule"),
        }
    }

    fn start(&mut self, tag: Tag<'_>, place: Range<usize>) {
        if self.skipping > 0 {
            self.skipping += 1;
            return;
        }
        let kind = match tag {
            Tag::Paragraph => FrameKind::Paragraph,
            Tag::Heading { level, id, attrs, .. } => FrameKind::Heading {
                level: level_of(level),
                id: id.map(pulldown_cmark::CowStr::into_string),
                attributes: attrs
                    .into_iter()
                    .map(|(key, value)| {
                        (
                            key.into_string(),
                            value.map_or_else(String::new, pulldown_cmark::CowStr::into_string),
                        )
                    })
                    .collect(),
            },
            Tag::List(start) => FrameKind::List(start),
            Tag::Item => FrameKind::Item,
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::Strong => FrameKind::Strong,
            Tag::Emphasis => FrameKind::Emphasis,
            Tag::Link { dest_url, .. } => FrameKind::Link(dest_url.into_string()),
            Tag::Image { dest_url, title, .. } => {
                FrameKind::Image { target: dest_url.into_string(), caption: title.into_string() }
            }
            // Its content comes as `Event::Html`, one event a line.
            Tag::HtmlBlock => return,
            Tag::CodeBlock(_) => return self.skip(place, "un bloc de code"),
            Tag::Table(_) => return self.skip(place, "un tableau"),
            _ => return self.skip(place, "cette mise en forme"),
        };
        if self.stack.len() > MAX_DEPTH + 1 {
            if !self.deep {
                self.deep = true;
                let span = self.span(place);
                self.push(say::too_deep(span));
            }
            self.skipping += 1;
            return;
        }
        self.stack.push(Frame::new(kind, place));
    }

    fn skip(&mut self, place: Range<usize>, what: &str) {
        self.refuse(place, what);
        self.skipping += 1;
    }

    fn end(&mut self, end: TagEnd) {
        if matches!(end, TagEnd::HtmlBlock) {
            return;
        }
        if self.skipping > 0 {
            self.skipping -= 1;
            return;
        }
        let Some(mut frame) = self.stack.pop() else { return };
        let place = frame.range.clone();
        match frame.kind {
            FrameKind::Root => self.stack.push(frame),
            FrameKind::Paragraph => self.block(BlockKind::Paragraph(frame.inlines), place),
            FrameKind::Heading { level, id, attributes } => {
                self.block(BlockKind::Heading(Heading { level, text: frame.inlines, id, attributes }), place);
            }
            FrameKind::List(start) => self.block(BlockKind::List { start, items: frame.items }, place),
            FrameKind::Item => {
                // A tight list has text straight in its items.
                if !frame.inlines.is_empty() {
                    let paragraph =
                        Block { span: self.span(place), kind: BlockKind::Paragraph(frame.inlines) };
                    frame.blocks.insert(0, paragraph);
                }
                if let Some(list) = self.stack.last_mut() {
                    list.items.push(frame.blocks);
                }
            }
            FrameKind::Quote => self.block(BlockKind::Quote(frame.blocks), place),
            FrameKind::Strong => self.inline(InlineKind::Strong(frame.inlines), place),
            FrameKind::Emphasis => self.inline(InlineKind::Emphasis(frame.inlines), place),
            FrameKind::Link(target) => self.inline(InlineKind::Link { target, text: frame.inlines }, place),
            FrameKind::Image { target, caption } => {
                let alt = plain(&frame.inlines);
                self.inline(InlineKind::Image { target, alt, caption }, place);
            }
        }
    }

    fn block(&mut self, kind: BlockKind, place: Range<usize>) {
        let block = Block { span: self.span(place), kind };
        let Some(parent) = self.stack.last_mut() else { return };
        // Text before this block, in a tight item, comes first.
        if !parent.inlines.is_empty() {
            let span = parent.inlines[0].span;
            let inlines = std::mem::take(&mut parent.inlines);
            parent.blocks.push(Block { span, kind: BlockKind::Paragraph(inlines) });
        }
        parent.blocks.push(block);
    }

    fn inline(&mut self, kind: InlineKind, place: Range<usize>) {
        let inline = Inline { span: self.span(place), kind };
        if let Some(frame) = self.stack.last_mut() {
            frame.inlines.push(inline);
        }
    }

    fn text(&mut self, text: &str, place: Range<usize>) {
        let span = self.span(place.clone());
        if let Some(frame) = self.stack.last_mut()
            && let Some(Inline { kind: InlineKind::Text(before), span: first }) = frame.inlines.last_mut()
        {
            // One run of text, so that French spacing sees both sides of an entity or a line end.
            before.push_str(text);
            first.end = span.end;
        } else {
            self.inline(InlineKind::Text(text.to_owned()), place);
        }
    }

    fn html(&mut self, html: &str, place: Range<usize>) {
        // A permission is read by the check of plain language, from the file's own text.
        if !html.trim().is_empty() && !is_permission(html) {
            let span = self.span(place);
            self.push(say::raw_html(span, html));
        }
    }

    fn refuse(&mut self, place: Range<usize>, what: &str) {
        let span = self.span(place);
        self.push(say::unsupported(span, what));
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn span(&self, place: Range<usize>) -> Span {
        Span::new(self.id, self.offset + place.start..self.offset + place.end)
    }

    fn finish(mut self) -> (Vec<Block>, Diagnostics) {
        self.stack.truncate(1);
        let blocks = self.stack.pop().map(|root| root.blocks).unwrap_or_default();
        for block in &blocks {
            stray(block, &mut self.diagnostics);
        }
        (blocks, self.diagnostics)
    }
}

/// `<!-- langage: permet … -->`, on one line.
fn is_permission(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!-- langage:") && html.ends_with("-->") && html.matches("-->").count() == 1
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The words of a line without their marks.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Break => out.push(' '),
            InlineKind::Strong(inner)
            | InlineKind::Emphasis(inner)
            | InlineKind::Link { text: inner, .. } => {
                out.push_str(&plain(inner));
            }
            InlineKind::Image { alt, .. } => out.push_str(alt),
        }
    }
    out
}

/// `**` that CommonMark left in the text, because of a space beside it.
fn stray(block: &Block, out: &mut Diagnostics) {
    match &block.kind {
        BlockKind::Heading(Heading { text: inlines, .. }) | BlockKind::Paragraph(inlines) => {
            for inline in inlines {
                if let InlineKind::Text(text) = &inline.kind
                    && text.contains("**")
                {
                    out.push(say::stray_marks(inline.span));
                }
            }
        }
        BlockKind::List { items, .. } => items.iter().flatten().for_each(|block| stray(block, out)),
        BlockKind::Quote(blocks) => blocks.iter().for_each(|block| stray(block, out)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn read(text: &str) -> (Vec<Block>, Vec<&'static str>) {
        let sources = Sources::memory([("a.md", text)]);
        let (id, file) = sources.find("a.md").unwrap();
        let (blocks, diagnostics) = parse(id, file, 0..text.len());
        (blocks, diagnostics.iter().map(|d| d.code.id).collect())
    }

    #[test]
    fn a_heading_carries_its_id_and_its_attributes() {
        let (blocks, _) = read("## Ouvrez **vite** {#ouvrir preuve=probable}\n");
        let BlockKind::Heading(heading) = &blocks[0].kind else { panic!() };
        assert_eq!(plain(&heading.text), "Ouvrez vite");
        assert_eq!(heading.id.as_deref(), Some("ouvrir"));
        assert_eq!(heading.attributes, [("preuve".into(), "probable".into())]);
    }

    #[test]
    fn tight_and_nested_lists_keep_their_order() {
        let (blocks, codes) = read("- un\n  - deux\n- trois\n");
        let BlockKind::List { items, .. } = &blocks[0].kind else { panic!() };
        assert!(codes.is_empty());
        assert!(matches!(items[0][0].kind, BlockKind::Paragraph(_)));
        assert!(matches!(items[0][1].kind, BlockKind::List { .. }));
        assert_eq!(items.len(), 2);
    }

    #[test]
    fn html_is_refused_wherever_it_stands() {
        for text in
            ["<script>alert(1)</script>\n", "a <b onclick=x>c</b>\n", "- <img src=x>\n", "<!-- x -->\n"]
        {
            assert!(read(text).1.contains(&"E050"), "{text}");
        }
    }

    #[test]
    fn an_arrow_is_not_html() {
        assert!(read("1 < 2 et 3 > 2, &lt;b&gt;\n").1.is_empty());
    }

    #[test]
    fn two_hundred_lists_in_one_another_are_one_finding() {
        let text = (0..200).map(|i| format!("{}- a\n", "  ".repeat(i))).collect::<String>();
        assert_eq!(read(&text).1.iter().filter(|c| **c == "E051").count(), 1);
    }

    #[test]
    fn bold_marks_left_in_the_text_are_told() {
        assert_eq!(read("appuyez ** ici**\n").1, ["A010"]);
    }

    #[test]
    fn tables_and_code_are_refused() {
        assert_eq!(read("| a | b |\n|---|---|\n| c | d |\n").1, ["E053"]);
        assert_eq!(read("```\nx\n```\n").1, ["E053"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-c#*_`<>!\\[\\]()|\\-{}=&; \n\té]{0,80}") {
            let _ = read(&text);
        }
    }
}
