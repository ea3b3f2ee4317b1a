//! The question tree chooses: guides that can be followed, and few of them.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::triage as say;
use crate::model::{MOST_GUIDES, QuestionId};
use crate::source::Span;
use std::collections::BTreeSet;

/// What an answer chooses has a page.
pub fn answers_lead_to_pages(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    for choice in site.triage.questions.iter().flat_map(|question| &question.choices) {
        let answer = choice.text.plain();
        for id in choice.facts.guides.iter().chain(&choice.facts.more_guides) {
            let guide = site.guide(*id);
            if !guide.is_listed() {
                let instead = site.instead_of(*id).first().map(|id| site.guide(*id).id.as_str());
                out.push(say::leads_to_no_page(choice.span, answer, &guide.title, instead));
            }
        }
        for id in &choice.facts.services {
            let service = site.service(*id);
            if !service.is_listed() {
                out.push(say::leads_to_no_page(choice.span, answer, &service.name, None));
            }
        }
    }
}

/// Each end shows few guides: who must choose among many was not advised.
pub fn advice_is_short(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let triage = &site.triage;
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for page in triage.pages.iter().filter(|page| page.question.is_none()) {
        let found = site.advised(page).len();
        if found <= MOST_GUIDES {
            continue;
        }
        let mut answers = page.before.iter().filter_map(|(before, answer)| {
            let QuestionId(question) = triage.pages[*before].question?;
            Some((&triage.questions[question].choices[*answer], triage.pages[*before].facts.asker))
        });
        let way: Vec<String> =
            answers.clone().filter_map(|(choice, asker)| choice.text.to(asker).map(str::to_owned)).collect();
        if let Some((last, _)) = answers.next_back()
            && told.insert(last.span)
        {
            out.push(say::too_many_guides(last.span, found, MOST_GUIDES, &way));
        }
    }
}
