//! Words of the glossary in running text: the first time that a guide or a case uses one, it leads to its definition.

use super::Site;
use crate::model::{Block, Inline, Prose, Resolved, Target, Word, WordId, words_linked};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The forms of all words, by their first piece.
#[derive(Default)]
pub struct Terms {
    /// Longest first, so that « lien de réunion » is not taken for « lien ».
    forms: BTreeMap<String, Vec<TermForm>>,
}

struct TermForm {
    /// The pieces after the first.
    rest: Vec<String>,
    /// « APA »: written in capitals, or not meant.
    acronym: bool,
    /// None for a turn in which the word means something else.
    word: Option<WordId>,
}

/// Letters and digits that stand together.
struct TermPiece {
    range: Range<usize>,
    low: String,
    acronym: bool,
}

fn pieces(text: &str) -> Vec<TermPiece> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                out.push(piece(text, start..at));
                from = None;
            }
            _ => {}
        }
    }
    out
}

fn piece(text: &str, range: Range<usize>) -> TermPiece {
    let written = &text[range.clone()];
    let acronym =
        written.chars().filter(|c| c.is_alphabetic()).count() > 1 && !written.chars().any(char::is_lowercase);
    TermPiece { range, low: written.to_lowercase(), acronym }
}

/// Whether what stands between two pieces of a form holds them together: « adresse e-mail », « nom d’usage ».
fn joins(gap: &str) -> bool {
    let mut chars = gap.chars();
    let one = chars.next().is_some_and(|c| c.is_whitespace() || matches!(c, '-' | '’' | '\'' | '\u{2011}'));
    one && chars.next().is_none()
}

/// A piece in the singular: « liens », « réseaux ».
fn singular(low: &str) -> Option<&str> {
    low.strip_suffix(['s', 'x']).filter(|stem| stem.chars().count() > 2)
}

fn same(piece: &TermPiece, form: &str) -> bool {
    piece.low == form || singular(&piece.low) == Some(form)
}

impl Terms {
    /// `wanted` tells which words are looked for.
    pub fn of(words: &[Word<Resolved>], wanted: impl Fn(&Word<Resolved>) -> bool) -> Self {
        let mut terms = Self::default();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| wanted(word)) {
            std::iter::once(&word.word)
                .chain(&word.other_forms)
                .for_each(|form| terms.add(form, Some(WordId(at))));
            word.not_in.iter().for_each(|form| terms.add(form, None));
        }
        terms
    }

    fn add(&mut self, written: &str, word: Option<WordId>) {
        let mut list = pieces(written).into_iter();
        let Some(first) = list.next() else { return };
        let rest: Vec<TermPiece> = list.collect();
        let acronym = first.acronym && rest.iter().all(|piece| piece.acronym);
        let rest = rest.into_iter().map(|piece| piece.low).collect();
        let forms = self.forms.entry(first.low).or_default();
        let size = |form: &TermForm| form.rest.len();
        let form = TermForm { rest, acronym, word };
        // After those as long: the word that stands first in the glossary wins.
        forms.insert(forms.partition_point(|other| size(other) >= size(&form)), form);
    }

    /// Every use of a word, in order. Uses do not overlap.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, WordId)> {
        let list = pieces(text);
        let mut out = Vec::new();
        let mut at = 0;
        while at < list.len() {
            match self.at(text, &list[at..]) {
                Some((size, word)) => {
                    let range = list[at].range.start..list[at + size - 1].range.end;
                    out.extend(word.map(|word| (range, word)));
                    at += size;
                }
                None => at += 1,
            }
        }
        out
    }

    /// The longest form that the pieces begin with: how many pieces, and of which word.
    fn at(&self, text: &str, list: &[TermPiece]) -> Option<(usize, Option<WordId>)> {
        let first = &list[0];
        let keys = [Some(first.low.as_str()), singular(&first.low)];
        keys.into_iter().flatten().find_map(|key| {
            let form = self.forms.get(key)?.iter().find(|form| {
                let size = form.rest.len() + 1;
                list.len() >= size
                    && (!form.acronym || list[..size].iter().all(|piece| piece.acronym))
                    && list[1..].iter().zip(&form.rest).all(|(piece, part)| same(piece, part))
                    && list[..size].windows(2).all(|two| joins(&text[two[0].range.end..two[1].range.start]))
            })?;
            Some((form.rest.len() + 1, form.word))
        })
    }
}

impl Site {
    /// Leads from the first use of each word to its definition, on every guide and case in French. What is quoted or bold is a screen's
    /// word, and stays as it is; a word that the curator linked is not linked again.
    pub(super) fn explain_words(&mut self) {
        let terms = Terms::of(&self.words, |word| word.in_texts);
        if terms.forms.is_empty() {
            return;
        }
        for guide in self.guides.iter_mut().filter(|guide| guide.language.starts_with("fr")) {
            let mut seen = linked(guide.texts());
            guide.texts_mut().for_each(|text| terms.link(text, &mut seen));
        }
        for case in &mut self.cases {
            let mut seen = linked(case.prose());
            case.prose_mut().for_each(|text| terms.link(text, &mut seen));
        }
    }
}

/// The words that texts lead to.
fn linked<'a>(texts: impl Iterator<Item = &'a Prose<Target>>) -> BTreeSet<WordId> {
    texts.flat_map(|text| words_linked(text)).collect()
}

impl Terms {
    fn link(&self, prose: &mut Prose<Target>, seen: &mut BTreeSet<WordId>) {
        for block in prose {
            match block {
                Block::Paragraph(line) => self.link_line(line, seen),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.link(item, seen)),
                Block::Notice(inner) => self.link(inner, seen),
            }
        }
    }

    fn link_line(&self, line: &mut Vec<Inline<Target>>, seen: &mut BTreeSet<WordId>) {
        // A quotation may begin in one piece of text and end in another.
        let mut quoted = false;
        let mut out = Vec::with_capacity(line.len());
        for inline in std::mem::take(line) {
            match inline {
                Inline::Text(text) => {
                    let labels = quotes(&text, &mut quoted);
                    self.cut(text, &labels, seen, &mut out);
                }
                Inline::Emphasis(mut inner) => {
                    if !quoted {
                        self.link_line(&mut inner, seen);
                    }
                    out.push(Inline::Emphasis(inner));
                }
                other => out.push(other),
            }
        }
        *line = out;
    }

    /// A text, cut where a word is used for the first time.
    fn cut(
        &self,
        text: String,
        quotes: &[Range<usize>],
        seen: &mut BTreeSet<WordId>,
        out: &mut Vec<Inline<Target>>,
    ) {
        let mut from = 0;
        for (range, word) in self.find(&text) {
            if quotes.iter().any(|quote| quote.contains(&range.start)) || !seen.insert(word) {
                continue;
            }
            if from < range.start {
                out.push(Inline::Text(text[from..range.start].to_owned()));
            }
            from = range.end;
            out.push(Inline::Link {
                target: Target::Word(word),
                text: vec![Inline::Text(text[range].to_owned())],
            });
        }
        if from == 0 {
            out.push(Inline::Text(text));
        } else if from < text.len() {
            out.push(Inline::Text(text[from..].to_owned()));
        }
    }
}

/// Where a text is quoted; `open` is whether it begins, then whether it ends, inside a quotation.
fn quotes(text: &str, open: &mut bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        match c {
            '«' if !*open => (*open, from) = (true, at),
            '»' if *open => {
                *open = false;
                out.push(from..at);
            }
            _ => {}
        }
    }
    if *open {
        out.push(from..text.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms of the first word, then of the second…; the last list is of turns that mean something else.
    fn terms(words: &[&[&str]], others: &[&str]) -> Terms {
        let mut terms = Terms::default();
        for (at, forms) in words.iter().enumerate() {
            forms.iter().for_each(|form| terms.add(form, Some(WordId(at))));
        }
        for form in others {
            terms.add(form, None);
        }
        terms
    }

    fn found<'t>(terms: &Terms, text: &'t str) -> Vec<(&'t str, usize)> {
        terms.find(text).into_iter().map(|(range, word)| (&text[range], word.0)).collect()
    }

    #[test]
    fn words_are_found_in_their_forms_and_nowhere_else() {
        let terms = terms(
            &[
                &["lien", "liens internet"],
                &["adresse e-mail", "adresse mail"],
                &["allocation personnalisée d’autonomie", "APA"],
            ],
            &["lien de famille", "ne lien"],
        );
        assert_eq!(found(&terms, "Un Lien, des liens internet."), [("Lien", 0), ("liens internet", 0)]);
        assert_eq!(found(&terms, "Vos adresses e-mail"), [("adresses e-mail", 1)]);
        assert_eq!(
            found(&terms, "l’APA est l’allocation personnalisée d’autonomie"),
            [("APA", 2), ("allocation personnalisée d’autonomie", 2)]
        );
        for nothing in [
            "un lien de famille",
            "il ne lien pas",
            "apa",
            "client",
            "lienne",
            "adresse, mail",
            "adresse  mail",
            "",
        ] {
            assert_eq!(found(&terms, nothing), [], "{nothing}");
        }
    }

    #[test]
    fn the_first_use_leads_to_the_definition_and_what_is_quoted_does_not() {
        let terms = terms(&[&["lien"]], &[]);
        let text = |text: &str| Inline::Text(text.to_owned());
        let mut prose = vec![
            Block::Paragraph(vec![
                text("Touchez « Copier le "),
                Inline::Break,
                text("lien », puis le lien."),
            ]),
            Block::Paragraph(vec![text("Le lien est là.")]),
        ];
        terms.link(&mut prose, &mut BTreeSet::new());
        let link = Inline::Link { target: Target::Word(WordId(0)), text: vec![text("lien")] };
        assert_eq!(
            prose,
            [
                Block::Paragraph(vec![
                    text("Touchez « Copier le "),
                    Inline::Break,
                    text("lien », puis le "),
                    link,
                    text("."),
                ]),
                Block::Paragraph(vec![text("Le lien est là.")]),
            ]
        );
    }
}
