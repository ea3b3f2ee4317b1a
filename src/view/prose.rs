//! Prose as HTML: the one place where the program writes tags, and escapes everything else.

use super::PageBuilder;
use super::contract::ExplainedWord;
use crate::model::{Block, Inline, Prose, Target, words_linked};
use std::collections::BTreeSet;

/// Escapes what HTML would read, in text and in quoted attributes alike.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

impl PageBuilder<'_> {
    /// The blocks, one after another.
    pub(super) fn prose(&self, prose: &Prose<Target>) -> String {
        let mut out = String::new();
        self.blocks(prose, &mut out);
        out
    }

    /// The words that texts lead to, each once, as they are met; a text comes with the number of its étape.
    pub(super) fn explained<'p>(
        &self,
        texts: impl Iterator<Item = (Option<usize>, &'p Prose<Target>)>,
    ) -> Vec<ExplainedWord> {
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        for (back_to, text) in texts {
            for id in words_linked(text) {
                if seen.insert(id) {
                    let word = self.site().word(id);
                    out.push(ExplainedWord {
                        anchor: format!("mot-{}", word.id),
                        word: word.word.clone(),
                        definition: word.definition.clone(),
                        back_to,
                    });
                }
            }
        }
        out
    }

    fn blocks(&self, prose: &Prose<Target>, out: &mut String) {
        for block in prose {
            match block {
                Block::Paragraph(line) => {
                    out.push_str("<p>");
                    self.line(line, out);
                    out.push_str("</p>");
                }
                Block::Notice(inner) => {
                    // A notice is no quotation: a word says what it is, for those who see no colour.
                    out.push_str("<div class=\"avis\"><p class=\"avis-titre\"><strong>");
                    escape(&self.say("prose_attention"), out);
                    out.push_str("</strong></p>");
                    self.blocks(inner, out);
                    out.push_str("</div>");
                }
                Block::List { start, items } => self.list(*start, items, out),
            }
        }
    }

    fn list(&self, start: Option<u64>, items: &[Prose<Target>], out: &mut String) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        out.push('<');
        out.push_str(tag);
        if let Some(first) = start.filter(|n| *n != 1) {
            out.push_str(&format!(" start=\"{first}\""));
        }
        out.push('>');
        for item in items {
            out.push_str("<li>");
            match &item[..] {
                // One line needs no paragraph of its own.
                [Block::Paragraph(line)] => self.line(line, out),
                blocks => self.blocks(&blocks.to_vec(), out),
            }
            out.push_str("</li>");
        }
        out.push_str(&format!("</{tag}>"));
    }

    fn line(&self, line: &[Inline<Target>], out: &mut String) {
        for inline in line {
            match inline {
                Inline::Text(text) => escape(text, out),
                Inline::Strong(inner) => self.tagged("strong", inner, out),
                Inline::Emphasis(inner) => self.tagged("em", inner, out),
                Inline::Code(text) => {
                    out.push_str("<code>");
                    escape(text, out);
                    out.push_str("</code>");
                }
                Inline::Break => out.push_str("<br>"),
                Inline::Link { target, text } => {
                    let external = matches!(target, Target::External(a) if a.starts_with("http"));
                    out.push_str(match target {
                        Target::Word(_) => "<a class=\"mot\" href=\"",
                        _ if external => "<a rel=\"noreferrer\" href=\"",
                        _ => "<a href=\"",
                    });
                    escape(&self.target(target), out);
                    out.push_str("\">");
                    self.line(text, out);
                    out.push_str("</a>");
                }
            }
        }
    }

    fn tagged(&self, tag: &str, inner: &[Inline<Target>], out: &mut String) {
        out.push_str(&format!("<{tag}>"));
        self.line(inner, out);
        out.push_str(&format!("</{tag}>"));
    }
}
