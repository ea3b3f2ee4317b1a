//! A guide that needs what not everybody has says so, and says how to do without.
//!
//! An e-mail address, a telephone with a screen that one touches, a camera, a bank card: found in the head of the guide
//! or in the words of its étapes, by closed lists. As for hearing, precision matters more than recall.

mod forms;

#[cfg(test)]
mod tests;

use super::patterns::Patterns;
use super::silence::sentence::{negated, sentences};
use super::silence::text::{self, SaidText};
use super::words::TextWords;
use super::{RuleContext, key_of};
use crate::diag::Diagnostics;
use crate::diag::catalogue::means as say;
use crate::model::{Guide, Means, Resolved, Status};
use forms::Lists;
use std::ops::Range;
use std::sync::LazyLock;

/// What one must have is said before one begins, with another way where it is needed.
pub fn guides_say_what_one_must_have(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let shown = context.site.guides.iter().filter(|guide| {
        !matches!(guide.status, Status::Withdrawn { .. } | Status::Outlived(_)) && guide.language == "fr"
    });
    for guide in shown {
        let intro = text::of_prose(&guide.intro);
        let orders: Vec<Vec<SaidText>> = guide.steps.iter().map(text::of_order).collect();
        let intro: Vec<MeansText<'_>> = intro.iter().map(MeansText::read).collect();
        let orders: Vec<Vec<MeansText<'_>>> =
            orders.iter().map(|order| order.iter().map(MeansText::read).collect()).collect();
        for lists in LISTS.iter() {
            look(context, guide, &intro, &orders, lists, out);
        }
    }
}

fn look(
    context: &RuleContext<'_>,
    guide: &Guide<Resolved>,
    intro: &[MeansText<'_>],
    orders: &[Vec<MeansText<'_>>],
    lists: &Indexed,
    out: &mut Diagnostics,
) {
    let means = lists.of.means;
    let key = means.key();
    let declared = guide.says_it_needs(means);
    let items: Vec<TextWords<'_>> = guide.to_have.iter().map(|item| TextWords::new(item)).collect();
    let named = |item: &&TextWords<'_>| (0..item.len()).any(|at| lists.said.stands(item, at));
    let asked = |item: &&TextWords<'_>| (0..item.len()).any(|at| lists.asked.stands(item, at));
    let sure = items.iter().filter(asked).any(|item| !is_conditional(item));
    // « Avant de commencer » would say both that it is needed and that it is not.
    if means == Means::Email && !declared && sure {
        out.push(say::contradiction(key_of(context, guide, key)));
        return;
    }
    let gives = |said: &[SaidText]| said.iter().any(|one| gives_way(&TextWords::new(&one.whole), lists));
    let in_intro = intro.iter().any(|text| gives_way(&text.whole, lists));
    let Some((at, order, range)) = first_need(intro, orders, lists) else {
        let anywhere = || guide.steps.iter().any(|step| gives(&text::of_step(step)));
        if (declared || sure) && !in_intro && !anywhere() {
            let place = if declared { key } else { "a_avoir" };
            out.push(say::no_other_way(key_of(context, guide, place), key, None));
        }
        return;
    };
    let step = &guide.steps[at];
    let end = guide
        .steps
        .get(at + 1)
        .map_or_else(|| context.sources.get(step.span.file).text().len(), |next| next.span.range().start);
    let word = &order[range.clone()];
    let (before, after) = (&order[..range.start], &order[range.end..]);
    let place = text::place(context.sources, step.span, end, word, before, after);
    if !declared && !items.iter().any(|item| named(&item)) {
        out.push(say::not_said(place, key, word));
    }
    if !in_intro && !gives(&text::of_step(step)) {
        out.push(say::no_other_way(place, key, Some(&step.title)));
    }
}

/// A text cut into words once, for all that is looked for in it.
struct MeansText<'t> {
    order: &'t str,
    whole: TextWords<'t>,
    /// Where each sentence that may need something begins, and its words: no question, no condition.
    sentences: Vec<(usize, TextWords<'t>)>,
}

impl<'t> MeansText<'t> {
    fn read(said: &'t SaidText) -> Self {
        let sentences = sentences(&said.order)
            .filter(|range| !said.order[range.clone()].trim_end().ends_with('?'))
            .map(|range| (range.start, TextWords::new(&said.order[range])))
            .filter(|(_, words)| !(0..words.len()).any(|at| words.is(at, &["si"])));
        Self { order: &said.order, whole: TextWords::new(&said.whole), sentences: sentences.collect() }
    }
}

struct Indexed {
    of: &'static Lists,
    needs: Patterns,
    not_after: Patterns,
    not_before: Patterns,
    said: Patterns,
    asked: Patterns,
    names: Patterns,
}

static LISTS: LazyLock<Vec<Indexed>> = LazyLock::new(|| {
    let index = |of: &'static Lists| Indexed {
        of,
        needs: Patterns::of(of.needs),
        not_after: Patterns::of(of.not_after),
        not_before: Patterns::of(of.not_before),
        said: Patterns::of(of.said),
        asked: Patterns::of(of.asked),
        names: Patterns::of(of.names),
    };
    forms::LISTS.iter().map(index).collect()
});

static WAYS: LazyLock<Patterns> = LazyLock::new(|| Patterns::of(forms::WAYS));

/// The first étape that needs it, and the words that say so. Where the guide lets one choose, before or in the action
/// itself, who has it not goes another way: nothing is needed.
fn first_need<'t>(
    intro: &[MeansText<'t>],
    orders: &[Vec<MeansText<'t>>],
    lists: &Indexed,
) -> Option<(usize, &'t str, Range<usize>)> {
    let chooses = |texts: &[MeansText<'_>]| {
        texts.iter().any(|text| (0..text.whole.len()).any(|at| is_without(&text.whole, at, lists)))
    };
    if chooses(intro) {
        return None;
    }
    for (at, order) in orders.iter().enumerate() {
        if chooses(order) {
            return None;
        }
        let found = order.iter().find_map(|text| Some((text.order, needed(text, lists)?)));
        if let Some((text, range)) = found
            && !order.iter().any(|text| gives_way(&text.whole, lists))
        {
            return Some((at, text, range));
        }
    }
    None
}

/// « Si vous choisissez… », « ou un téléphone »: not everybody needs it.
fn is_conditional(words: &TextWords<'_>) -> bool {
    const SOMETIMES: [&str; 6] = ["si", "selon", "ou", "sinon", "parfois", "peut-etre"];
    (0..words.len()).any(|at| words.is(at, &SOMETIMES))
}

/// Where a text needs it, in an order or a fact.
fn needed(text: &MeansText<'_>, lists: &Indexed) -> Option<Range<usize>> {
    text.sentences.iter().find_map(|(start, words)| {
        (0..words.len()).find_map(|at| {
            let end = lists.needs.end(words, at)?;
            let spared = negated(words, at)
                || at > 0 && lists.not_after.stands(words, at - 1)
                || lists.not_before.stands(words, end);
            let place = words.range(at, end - 1);
            (!spared && end > at).then_some(start + place.start..start + place.end)
        })
    })
}

/// Whether a text gives another way, or speaks to who has it not.
fn gives_way(words: &TextWords<'_>, lists: &Indexed) -> bool {
    (0..words.len()).any(|at| {
        WAYS.stands(words, at) && !negated(words, at)
            || is_without(words, at, lists)
            || words.is(at, &["sinon"]) && !words.is(at + 1, forms::AGAIN)
    })
}

/// « Pas de smartphone », « sans votre carte », « ni caméra ».
fn is_without(words: &TextWords<'_>, at: usize, lists: &Indexed) -> bool {
    const BETWEEN: [&str; 12] =
        ["de", "d", "un", "une", "le", "la", "l", "votre", "vos", "ce", "cette", "autre"];
    words.is(at, &["pas", "plus", "sans", "ni", "aucun", "aucune"])
        && (1..=3).any(|step| {
            (1..step).all(|one| words.is(at + one, &BETWEEN)) && lists.names.stands(words, at + step)
        })
}
