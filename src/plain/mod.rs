//! Plain French: sentences, words, and the rules that keep texts readable.
//!
//! A pure engine: it knows texts, and neither files nor findings for curators. A [`PassagesOfPage`] reads its passages in the
//! order in which people read them, and says what each rule finds, with bytes of the passage.
//!
//! 1. `token` cuts a passage into words, numbers, signs; knows what is quoted, and is thus not the author's wording;
//! 2. `sentence` finds where sentences end;
//! 3. `rules` holds one small file a rule. A rule finds at most one thing a sentence: a list of remarks nobody reads
//!    mends nothing.
//!
//! Linear in the length of the text. Thresholds: 25, 20 and 15 words come from the project's own charter; measured on real
//! texts, office French has 21 to 25 % of its sentences above 25 words, texts written to be easy have none.

mod lists;
mod rules;
mod sentence;
mod token;

#[cfg(test)]
mod tests;

pub use rules::Rule;

use std::collections::BTreeSet;
use std::ops::Range;

/// What a passage is for readers: some rules look at instructions only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// Titles and labels: few words, seldom a sentence.
    Title,
    /// Running text.
    Text,
    /// What an étape asks to do.
    Action,
    /// What one sees, and what to do if it does not work.
    Step,
}

impl PassageKind {
    /// Whether it is read with one hand on the mouse.
    fn in_step(self) -> bool {
        matches!(self, Self::Action | Self::Step)
    }
}

/// A mark of the author's on some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorMark {
    pub range: Range<usize>,
    pub kind: MarkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Bold, or letters of a machine: the label of a button, unless it is long.
    Label,
    Link,
    /// A link to a word of the glossary.
    Word,
}

/// A paragraph, a title, an item of a list, without marks of any language.
#[derive(Clone, Debug)]
pub struct Passage {
    pub text: String,
    pub kind: PassageKind,
    pub marks: Vec<AuthorMark>,
    /// Whether its words can be links: those of plain sheets cannot.
    pub linkable: bool,
}

impl Passage {
    /// Words without any mark, that cannot be links.
    #[must_use]
    pub fn plain(text: &str, kind: PassageKind) -> Self {
        Self { text: text.to_owned(), kind, marks: Vec::new(), linkable: false }
    }
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    /// Bytes of the passage.
    pub range: Range<usize>,
    /// Words of the sentence or the paragraph, where the rule counts.
    pub count: usize,
    /// What to write instead, when the rule knows.
    pub instead: String,
    /// What can stand in its place for certain: the same said otherwise, whatever surrounds it.
    pub certain: Option<String>,
}

impl Finding {
    /// With what can stand in its place for certain.
    fn certainly(mut self, certain: Option<String>) -> Self {
        self.certain = certain;
        self
    }
}

/// What the site explains: the words of its glossary.
#[derive(Clone, Debug, Default)]
pub struct KnownWords {
    /// As they are written, capitals kept.
    words: BTreeSet<String>,
    /// In lower case.
    folded: BTreeSet<String>,
}

impl KnownWords {
    /// A glossary, from its words and their other forms.
    #[must_use]
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: BTreeSet<String> = words.into_iter().map(|word| word.replace('’', "'")).collect();
        let folded = words.iter().map(|word| word.to_lowercase()).collect();
        Self { words, folded }
    }

    fn has_acronym(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    fn has(&self, lower: &str) -> bool {
        self.folded.contains(lower)
    }
}

/// A page, read from its first passage to its last.
pub struct PassagesOfPage<'k> {
    known: &'k KnownWords,
    /// Initials that the page has explained, or that were said once.
    acronyms: BTreeSet<String>,
    /// Words of the trade that the page has explained, or that were said once.
    terms: BTreeSet<&'static str>,
    /// Whether the page said vous, tu.
    vous: bool,
    tu: bool,
    /// Whether that was said to be one too many.
    mixed: bool,
}

impl<'k> PassagesOfPage<'k> {
    /// An unread page.
    #[must_use]
    pub fn new(known: &'k KnownWords) -> Self {
        Self {
            known,
            acronyms: BTreeSet::new(),
            terms: BTreeSet::new(),
            vous: false,
            tu: false,
            mixed: false,
        }
    }

    /// Reads one more passage; findings in the order of the text.
    pub fn read(&mut self, passage: &Passage) -> Vec<Finding> {
        let tokens = token::tokens(passage);
        let sentences = sentence::sentences(&tokens);
        let mut out = rules::find(self, passage, &tokens, &sentences);
        out.sort_by_key(|finding| (finding.range.start, finding.rule));
        out
    }
}
