//! The rules, one small file each, named as in [`Rule::key`]. The line in `rules!` declares the file as well: « Add a rule of
//! plain language » in CONTRIBUTING.md names all that belongs to a rule, and a test compares.

mod verbs;

use super::sentence::Sentence;
use super::token::Token;
use super::{AuthorMark, Finding, MarkKind, Passage, PassagesOfPage};
use std::ops::Range;

/// What a rule looks at: one sentence, and where it stands.
struct SentenceLook<'a> {
    passage: &'a Passage,
    tokens: &'a [Token<'a>],
    sentence: &'a Sentence,
}

impl SentenceLook<'_> {
    /// A finding at the tokens from `from` to `to`, both counted from the sentence's first.
    fn found(&self, rule: Rule, from: usize, to: usize, instead: impl Into<String>) -> Finding {
        let last = to.clamp(from + 1, self.tokens.len()) - 1;
        let range = self.tokens[from].range.start..self.tokens[last].range.end;
        Finding { rule, range, count: self.sentence.words, instead: instead.into(), certain: None }
    }

    /// The marks on these bytes. Looks back at a few marks only: they nest one in another, not in hundreds.
    fn marks(&self, range: &Range<usize>) -> impl Iterator<Item = &AuthorMark> {
        let marks = &self.passage.marks;
        let after = marks.partition_point(|mark| mark.range.start <= range.start);
        let (start, end) = (range.start, range.end);
        marks[after.saturating_sub(6)..after]
            .iter()
            .filter(move |m| m.range.start <= start && end <= m.range.end)
    }

    /// Whether a link to the glossary explains these words.
    fn is_word(&self, range: &Range<usize>) -> bool {
        self.marks(range).any(|mark| mark.kind == MarkKind::Word)
    }

    /// A finding about the whole sentence.
    fn whole(&self, rule: Rule) -> Finding {
        Finding {
            rule,
            range: self.sentence.range.clone(),
            count: self.sentence.words,
            instead: String::new(),
            certain: None,
        }
    }
}

/// A whole passage, for rules that look beyond one sentence.
struct Paragraph<'a> {
    passage: &'a Passage,
    tokens: &'a [Token<'a>],
    sentences: &'a [Sentence],
}

/// What a rule reads. It finds one thing at most there.
enum Check {
    /// A sentence by itself.
    Sentence(fn(&SentenceLook<'_>) -> Option<Finding>),
    /// A sentence, after what its page has said.
    Page(fn(&mut PassagesOfPage<'_>, &SentenceLook<'_>) -> Option<Finding>),
    /// The same, for words that the glossary may explain.
    Glossary(fn(&mut PassagesOfPage<'_>, &SentenceLook<'_>) -> Option<Finding>),
    Paragraph(fn(&Paragraph<'_>) -> Option<Finding>),
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident: $file:ident;)*) => {
        $(mod $file;)*

        /// What can be found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The one name of a rule: of its file here, of its list of words, of its examples.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => stringify!($file),)* }
            }

            fn checks(self) -> &'static [Check] {
                match self { $(Self::$name => $file::CHECKS,)* }
            }
        }
    };
}

rules! {
    /// More than 25 words.
    TooLong: too_long;
    /// More than 20 words.
    Long: long;
    /// More than 15 words, in an étape.
    LongInStep: long_in_step;
    /// Two things to do in one sentence of an étape, or four in one paragraph.
    Actions: actions;
    /// Initials that nothing explains.
    Acronym: acronym;
    /// A shortened word.
    Abbreviation: abbreviation;
    /// A word of the trade, neither linked to the glossary nor explained.
    Jargon: jargon;
    /// « est fait par ».
    Passive: passive;
    /// Two negations that one must undo.
    DoubleNegation: double_negation;
    /// An instruction that says what not to do.
    Negation: negation;
    /// A turn of offices.
    Office: office;
    /// 12/05/2025.
    NumericDate: numeric_date;
    /// A telephone number that is not written by pairs.
    Phone: phone;
    /// « cliquez ici ».
    VagueLink: vague_link;
    /// « le bouton vert », without its label.
    Senses: senses;
    /// Heavy punctuation, a long parenthesis, capitals.
    Signs: signs;
    /// More than 60 words or three sentences.
    Paragraph: paragraph;
    /// Tu and vous, or vous and on.
    Persons: persons;
}

impl Rule {
    /// Whether the glossary may explain what it finds.
    #[must_use]
    pub fn leans_on_glossary(self) -> bool {
        self.checks().iter().any(|check| matches!(check, Check::Glossary(_)))
    }
}

/// What all rules find in one passage.
pub fn find(
    page: &mut PassagesOfPage<'_>,
    passage: &Passage,
    tokens: &[Token<'_>],
    sentences: &[Sentence],
) -> Vec<Finding> {
    let checks = || Rule::ALL.iter().flat_map(|rule| rule.checks());
    let mut out = Vec::new();
    for sentence in sentences {
        let look = SentenceLook { passage, tokens: &tokens[sentence.tokens.clone()], sentence };
        out.extend(checks().filter_map(|check| match check {
            Check::Sentence(find) => find(&look),
            Check::Page(find) | Check::Glossary(find) => find(page, &look),
            Check::Paragraph(_) => None,
        }));
    }
    let whole = Paragraph { passage, tokens, sentences };
    out.extend(checks().filter_map(|check| match check {
        Check::Paragraph(find) => find(&whole),
        _ => None,
    }));
    out
}
