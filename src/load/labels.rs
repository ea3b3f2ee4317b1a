//! The words on screens: written once in a product's file, cited by étapes as `{libelle: jitsi.entrer}`.
//!
//! When a product renames a button, one line changes and every étape follows. A citation is filled in the Markdown
//! tree, before anything else reads it: titles, texts, alternatives and captions of pictures.

use crate::diag::Diagnostics;
use crate::diag::catalogue::links as say;
use crate::model::{Life, Product, Unresolved};
use crate::parse::markdown::{BlockKind, Heading, InlineKind, PlacedBlock, PlacedInline};
use crate::source::{File, Span};
use crate::text::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// What stands before a citation's name. The accent is forgiven.
const MARKS: [&str; 2] = ["{libelle", "{libellé"];

/// The labels of all products that could be read.
#[derive(Default)]
pub struct Labels {
    products: BTreeMap<String, KnownLabels>,
    /// Products whose file could not be read: what cites them says no more.
    lost: BTreeSet<String>,
}

struct KnownLabels {
    name: String,
    stopped: bool,
    labels: BTreeMap<String, String>,
}

/// A citation: where it stands in a text, and what it names.
struct Citation<'t> {
    range: std::ops::Range<usize>,
    /// `jitsi.entrer`; none when what follows is no name.
    names: Option<(&'t str, &'t str)>,
}

impl Labels {
    /// The labels of `products`, and the names of the products that could not be read.
    pub fn of(products: &[Product<Unresolved>], lost: BTreeSet<String>) -> Self {
        let products = products
            .iter()
            .map(|product| {
                let known = KnownLabels {
                    name: product.name.clone(),
                    stopped: matches!(product.life, Life::Stopped(_)),
                    labels: product.labels.clone(),
                };
                (product.id.clone(), known)
            })
            .collect();
        Self { products, lost }
    }

    /// Puts the words of labels where they are cited.
    pub fn fill(&self, blocks: &mut [PlacedBlock], file: &File, out: &mut Diagnostics) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading(heading) => {
                    unwrap_attributes(heading, block.span);
                    self.line(&mut heading.text, file, out);
                }
                BlockKind::Paragraph(line) => self.line(line, file, out),
                BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.fill(item, file, out)),
                BlockKind::Quote(inner) => self.fill(inner, file, out),
            }
        }
    }

    fn line(&self, line: &mut [PlacedInline], file: &File, out: &mut Diagnostics) {
        for inline in line {
            let span = inline.span;
            match &mut inline.kind {
                InlineKind::Text(text) => self.text(text, span, file, out),
                InlineKind::Strong(inner)
                | InlineKind::Emphasis(inner)
                | InlineKind::Link { text: inner, .. } => self.line(inner, file, out),
                InlineKind::Image { alt, caption, .. } => {
                    self.text(alt, span, file, out);
                    self.text(caption, span, file, out);
                }
                InlineKind::Code(_) | InlineKind::Break => {}
            }
        }
    }

    fn text(&self, text: &mut String, span: Span, file: &File, out: &mut Diagnostics) {
        if !MARKS.iter().any(|mark| text.contains(mark)) {
            return;
        }
        let mut filled = String::with_capacity(text.len());
        let mut from = 0;
        for citation in citations(text) {
            let written = &text[citation.range.clone()];
            let place = place(written, span, file);
            filled.push_str(&text[from..citation.range.start]);
            from = citation.range.end;
            match self.find(&citation, place, written, out) {
                // Guillemets are ours, unless the author wrote some.
                Some(words) if filled.trim_end().ends_with(['«', '"', '“']) => filled.push_str(words),
                Some(words) => {
                    filled.push_str("«\u{202f}");
                    filled.push_str(words);
                    filled.push_str("\u{202f}»");
                }
                None => filled.push_str(written),
            }
        }
        filled.push_str(&text[from..]);
        *text = filled;
    }

    fn find(
        &self,
        citation: &Citation<'_>,
        span: Span,
        written: &str,
        out: &mut Diagnostics,
    ) -> Option<&str> {
        let Some((product, label)) = citation.names else {
            out.push(say::label_unreadable(span, written));
            return None;
        };
        let Some(known) = self.products.get(product) else {
            if !self.lost.contains(product) {
                let near = nearest(product, self.products.keys().map(String::as_str));
                out.push(say::label_of_nothing(span, product, near));
            }
            return None;
        };
        let Some(words) = known.labels.get(label) else {
            let near = nearest(label, known.labels.keys().map(String::as_str));
            out.push(say::label_unknown(span, &known.name, label, near));
            return None;
        };
        if known.stopped {
            out.push(say::label_of_stopped(span, &known.name, words));
        }
        Some(words)
    }
}

/// A heading that ends with a citation: Markdown took its braces for attributes.
fn unwrap_attributes(heading: &mut Heading, span: Span) {
    let Some((first, _)) = heading.attributes.first() else { return };
    if !(first.starts_with("libelle:") || first.starts_with("libellé:")) {
        return;
    }
    let written: Vec<&str> = heading.attributes.iter().map(|(key, _)| key.as_str()).collect();
    let text = format!(" {{{}}}", written.join(" "));
    heading.attributes.clear();
    heading.text.push(PlacedInline { span, kind: InlineKind::Text(text) });
}

/// The citations of a text, in order.
fn citations(text: &str) -> Vec<Citation<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, mark)) = MARKS
        .iter()
        .filter_map(|mark| text[from..].find(mark).map(|at| (from + at, *mark)))
        .min_by_key(|(at, _)| *at)
    {
        let name = start + mark.len();
        // A brace that is never closed ends with its mark: the rest of the text stays.
        let end = text[name..].find(['}', '{']).filter(|at| text[name + at..].starts_with('}'));
        let range = start..end.map_or(name, |at| name + at + 1);
        let names = end.and_then(|at| names(&text[name..name + at]));
        from = range.end;
        found.push(Citation { range, names });
    }
    found
}

/// `: jitsi.entrer`
fn names(text: &str) -> Option<(&str, &str)> {
    let (product, label) = text.trim().strip_prefix(':')?.trim().split_once('.')?;
    let good = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
    };
    (good(product) && good(label)).then_some((product, label))
}

/// Where a citation stands in its file; the whole text when it was written otherwise there.
fn place(written: &str, span: Span, file: &File) -> Span {
    let text = file.text().get(span.range()).unwrap_or_default();
    text.find(written).map_or(span, |at| {
        let start = span.range().start + at;
        Span::new(span.file, start..start + written.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown;
    use crate::source::Sources;

    fn labels() -> Labels {
        let one = |name: &str, stopped, words: &str| KnownLabels {
            name: name.to_owned(),
            stopped,
            labels: [("entrer".to_owned(), words.to_owned())].into(),
        };
        let products = [
            ("jitsi".to_owned(), one("Jitsi", false, "Rejoindre")),
            ("skype".to_owned(), one("Skype", true, "Appel")),
        ];
        Labels { products: products.into(), lost: ["teams".to_owned()].into() }
    }

    fn filled(text: &str) -> (String, Vec<&'static str>) {
        let sources = Sources::memory([("a.md", text)]);
        let (id, file) = sources.find("a.md").unwrap();
        let (mut blocks, mut out) = markdown::parse(id, file, 0..text.len());
        labels().fill(&mut blocks, file, &mut out);
        let words = match &blocks[0].kind {
            BlockKind::Heading(Heading { text, .. }) | BlockKind::Paragraph(text) => markdown::plain(text),
            _ => String::new(),
        };
        (words, out.iter().map(|d| d.code.id).collect())
    }

    #[test]
    fn a_label_is_quoted_wherever_it_is_cited() {
        let words = "«\u{202f}Rejoindre\u{202f}»";
        for (text, wanted) in [
            ("Touchez {libelle: jitsi.entrer}.", format!("Touchez {words}.")),
            ("Touchez **{libelle:jitsi.entrer}**.", format!("Touchez {words}.")),
            ("Touchez «\u{a0}{libellé: jitsi.entrer}\u{a0}».", "Touchez «\u{a0}Rejoindre\u{a0}».".to_owned()),
            ("## Touchez {libelle: jitsi.entrer}", format!("Touchez {words}")),
            ("## Touchez {libelle: jitsi.entrer} {#entrer}", format!("Touchez {words}")),
            ("{libelle: jitsi.entrer} puis {libelle: jitsi.entrer}", format!("{words} puis {words}")),
            ("![Une main sur {libelle: jitsi.entrer}](a.svg \"Ici\")", format!("Une main sur {words}")),
        ] {
            assert_eq!(filled(text), (wanted, vec![]), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_found_is_told_and_stays_as_written() {
        for text in [
            "{libelle: jitsy.entrer}",
            "{libelle: jitsi.sortir}",
            "{libelle: jitsi}",
            "{libelle jitsi.entrer",
            "{libelle: Jitsi.Entrer}",
        ] {
            let (words, codes) = filled(text);
            assert_eq!(codes, ["E086"], "{text}");
            assert_eq!(words, text);
        }
        assert_eq!(filled("{libelle: teams.entrer}").1, Vec::<&str>::new(), "its file was told about");
        assert_eq!(filled("{libelle: skype.entrer}"), ("«\u{202f}Appel\u{202f}»".to_owned(), vec!["A071"]));
    }
}
