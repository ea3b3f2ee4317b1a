//! Running text, free of any markup language.

use super::{Target, WordId};

/// Paragraphs and lists, with links of type `L`.
pub type Prose<L> = Vec<Block<L>>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<L> {
    Paragraph(Vec<Inline<L>>),
    /// Numbered from `start`, or with bullets.
    List {
        start: Option<u64>,
        items: Vec<Prose<L>>,
    },
    /// A notice: something to beware of.
    Notice(Prose<L>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline<L> {
    Text(String),
    Strong(Vec<Inline<L>>),
    Emphasis(Vec<Inline<L>>),
    Code(String),
    Break,
    Link { target: L, text: Vec<Inline<L>> },
}

impl<L> Block<L> {
    /// The same block with other links; where `f` gives `None`, the link's words stay as plain text.
    pub fn map_links<M>(self, f: &mut impl FnMut(L) -> Option<M>) -> Block<M> {
        let mut prose =
            |blocks: Prose<L>| -> Prose<M> { blocks.into_iter().map(|block| block.map_links(f)).collect() };
        match self {
            Self::List { start, items } => {
                Block::List { start, items: items.into_iter().map(&mut prose).collect() }
            }
            Self::Notice(blocks) => Block::Notice(prose(blocks)),
            Self::Paragraph(inlines) => Block::Paragraph(map_inlines(inlines, f)),
        }
    }
}

fn map_inlines<L, M>(inlines: Vec<Inline<L>>, f: &mut impl FnMut(L) -> Option<M>) -> Vec<Inline<M>> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(Inline::Text(text)),
            Inline::Code(text) => out.push(Inline::Code(text)),
            Inline::Break => out.push(Inline::Break),
            Inline::Strong(inner) => out.push(Inline::Strong(map_inlines(inner, f))),
            Inline::Emphasis(inner) => out.push(Inline::Emphasis(map_inlines(inner, f))),
            Inline::Link { target, text } => {
                let text = map_inlines(text, f);
                match f(target) {
                    Some(target) => out.push(Inline::Link { target, text }),
                    None => out.extend(text),
                }
            }
        }
    }
    out
}

/// The links of a text, in order.
pub fn links<L>(prose: &[Block<L>]) -> Vec<&L> {
    fn inlines<'a, L>(list: &'a [Inline<L>], out: &mut Vec<&'a L>) {
        for inline in list {
            match inline {
                Inline::Link { target, text } => {
                    out.push(target);
                    inlines(text, out);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => inlines(inner, out),
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }
    fn blocks<'a, L>(list: &'a [Block<L>], out: &mut Vec<&'a L>) {
        for block in list {
            match block {
                Block::Paragraph(line) => inlines(line, out),
                Block::List { items, .. } => items.iter().for_each(|item| blocks(item, out)),
                Block::Notice(inner) => blocks(inner, out),
            }
        }
    }
    let mut out = Vec::new();
    blocks(prose, &mut out);
    out
}

/// The words of the glossary that a text leads to, in order, as often as it does.
pub fn words_linked(prose: &[Block<Target>]) -> impl Iterator<Item = WordId> {
    links(prose).into_iter().filter_map(|target| if let Target::Word(id) = target { Some(*id) } else { None })
}

/// The words of a line, without marks.
#[must_use]
pub fn words<L>(inlines: &[Inline<L>]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push(' '),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                out.push_str(&words(inner));
            }
        }
    }
    out
}

/// The words of a text, its lines apart.
#[must_use]
pub fn text_of<L>(prose: &[Block<L>]) -> String {
    fn add<L>(prose: &[Block<L>], out: &mut String) {
        for block in prose {
            match block {
                Block::Paragraph(line) => {
                    out.push_str(&words(line));
                    out.push_str("\n\n");
                }
                Block::List { items, .. } => items.iter().for_each(|item| add(item, out)),
                Block::Notice(inner) => add(inner, out),
            }
        }
    }
    let mut out = String::new();
    add(prose, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_leaves_its_words() {
        let block =
            Block::Paragraph(vec![Inline::Link { target: "a", text: vec![Inline::Text("mots".into())] }]);
        assert_eq!(links(std::slice::from_ref(&block)), [&"a"]);
        assert_eq!(block.map_links(&mut |_| None::<()>), Block::Paragraph(vec![Inline::Text("mots".into())]));
    }
}
