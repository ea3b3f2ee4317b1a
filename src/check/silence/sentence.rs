//! Sentences: where a form of the lists stands in a text.

use super::forms::{FORMS, HEARD_AFTER_ALL, NOUNS, QUOTED, SenseWord, Takes, WAYS};
use crate::check::patterns::{Patterns, matching};
use crate::check::words::TextWords;
use std::ops::Range;
use std::sync::LazyLock;

static SUPPOSED: LazyLock<Patterns<&SenseWord>> =
    LazyLock::new(|| Patterns::with(FORMS.iter().map(|form| (form.pattern, form))));
static GIVEN: LazyLock<Patterns> = LazyLock::new(|| Patterns::of(WAYS));
static HEARD: LazyLock<Patterns> = LazyLock::new(|| Patterns::of(HEARD_AFTER_ALL));

/// The first words of a text that suppose hearing or speaking, by their places in it.
pub fn spoken(text: &str) -> Option<Range<usize>> {
    sentences(text).find_map(|range| {
        let words = TextWords::new(&text[range.clone()]);
        let found = (0..words.len()).find_map(|at| {
            let mut forms = SUPPOSED.at(&words, at);
            forms.find_map(|(end, form)| supposes(&words, at..end, form).then_some(at..end))
        })?;
        let place = words.range(found.start, found.end - 1);
        Some(range.start + place.start..range.start + place.end)
    })
}

/// Whether a text gives a way that needs neither hearing nor speaking.
pub fn silent(text: &str) -> bool {
    sentences(text).any(|range| {
        let words = TextWords::new(&text[range]);
        (0..words.len()).any(|at| {
            let given =
                |end: usize| !negated(&words, at) && !without(&words, at) && !HEARD.stands(&words, end);
            GIVEN.at(&words, at).any(|(end, ())| given(end))
        })
    })
}

/// Whether the words of a form suppose hearing where they stand.
fn supposes(words: &TextWords<'_>, Range { start: at, end }: Range<usize>, form: &SenseWord) -> bool {
    let takes = match form.takes {
        Takes::Nothing => true,
        Takes::Clause => begins(words, at),
        Takes::Order => is_order(words),
    };
    let spared = || {
        form.not_after.iter().any(|before| ends_at(words, at, before))
            || form.not_before.iter().any(|after| matching(words, end, after).is_some())
            || negated(words, at)
            || NOUNS.contains(&form.pattern) && refused(words, at)
    };
    takes && !spared()
}

/// Whether a pattern ends just before a word.
fn ends_at(words: &TextWords<'_>, at: usize, pattern: &'static str) -> bool {
    (0..at).any(|start| matching(words, start, pattern) == Some(at))
}

/// « N’appelez pas », « ne l’écoutez pas »; but not « n’appelez que ».
pub fn negated(words: &TextWords<'_>, at: usize) -> bool {
    const NOT: [&str; 2] = ["ne", "n"];
    const PRONOUNS: [&str; 9] = ["l", "le", "la", "les", "lui", "leur", "y", "en", "nous"];
    let directly = at >= 1 && words.is(at - 1, &NOT);
    let over_a_pronoun = at >= 2 && words.is(at - 1, &PRONOUNS) && words.is(at - 2, &NOT);
    (directly || over_a_pronoun) && !words.is(at + 1, &["que", "qu"])
}

/// « Jamais par téléphone », « sans bip ».
fn refused(words: &TextWords<'_>, at: usize) -> bool {
    (0..at).any(|before| words.is(before, &["ne", "n", "pas", "jamais", "sans", "ni", "aucun", "aucune"]))
}

/// « Pas de formulaire », « ni SMS », « sans courriel ».
fn without(words: &TextWords<'_>, at: usize) -> bool {
    at >= 1 && words.is(at - 1, &["ni", "sans", "aucun", "aucune"])
        || at >= 2 && words.is(at - 1, &["de", "d"]) && words.is(at - 2, &["pas", "plus"])
}

/// Whether a word begins a clause.
fn begins(words: &TextWords<'_>, at: usize) -> bool {
    at == 0
        || words.is(at - 1, &["et", "puis", "ou", "alors", "ensuite", "enfin", "simplement", "abord", QUOTED])
}

/// Whether a sentence begins with a verb in « -ez ».
fn is_order(words: &TextWords<'_>) -> bool {
    words.get(0).is_some_and(|word| {
        word.folded
            .split('-')
            .next()
            .is_some_and(|verb| verb.ends_with("ez") && verb != "avez" && verb != "chez")
    })
}

/// Sentences of a text: a stop inside an address or a number ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    let mut ends: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| {
            let after = text[at + c.len_utf8()..].chars().next();
            matches!(c, '!' | '?' | '…' | ';' | ':' | '\n')
                || *c == '.' && after.is_none_or(|next| next.is_whitespace() || next == '»')
        })
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    ends.push(text.len());
    ends.into_iter().map(move |end| {
        let range = start..end;
        start = end;
        range
    })
}
