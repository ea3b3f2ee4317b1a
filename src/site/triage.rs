//! The question tree, one page for each way of answering so far.
//!
//! Questions are written once and may be reached by several ways; the pages are the ways, so that each one knows
//! all that was answered before it, without any script.

use super::Site;
use super::names::SheetNames;
use crate::diag::Diagnostics;
use crate::diag::catalogue::triage as say;
use crate::model::{
    Asker, Choice, Exit, Facts, GuideId, MOST_QUESTIONS, NeedId, QuestionId, Resolved, ServiceId,
    TriageQuestion, Unresolved,
};
use crate::source::Span;

/// Pages that a tree may have: five questions of five answers would make 3,906.
const MOST_PAGES: usize = 2_000;

/// The question tree of a site; without questions when the site has none.
#[derive(Default)]
pub struct Triage {
    pub questions: Vec<TriageQuestion<Resolved>>,
    /// Every page, parents before their children.
    pub pages: Vec<TriagePage>,
}

/// One way of answering so far.
pub struct TriagePage {
    pub address: String,
    /// The pages before it, from the first question, and the answer chosen on each.
    pub before: Vec<(usize, usize)>,
    /// What the answers say together.
    pub facts: Facts<Resolved>,
    /// The question to answer; none at the end.
    pub question: Option<QuestionId>,
    /// How it ends, when it does otherwise than with advice about a need.
    pub exit: Option<Exit>,
    /// For each answer, in order, where it leads.
    pub next: Vec<Next>,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To a page of the tree, by its place.
    Page(usize),
    /// To what the site has for people whose work is to help.
    Professionals,
}

impl Site {
    /// The guides that an end of the tree shows: those that answers chose, in their author's order, else all those
    /// of the need, by number.
    #[must_use]
    pub fn advised(&self, page: &TriagePage) -> Vec<GuideId> {
        let facts = &page.facts;
        let mut found: Vec<GuideId> = Vec::new();
        if facts.guides.is_empty() && page.exit.is_none() {
            found.extend(
                self.guide_ids()
                    .filter(|id| facts.need.is_some_and(|need| self.guide(*id).needs.contains(&need))),
            );
            found.sort_by_key(|id| self.guide(*id).number);
        }
        for id in facts.guides.iter().chain(&facts.more_guides) {
            if !found.contains(id) {
                found.push(*id);
            }
        }
        found.retain(|id| self.guide(*id).is_listed());
        found
    }
}

/// Looks the names up, and makes the pages of a tree without fault.
pub(super) fn resolve(
    written: Vec<TriageQuestion<Unresolved>>,
    needs: &SheetNames,
    guides: &SheetNames,
    services: &SheetNames,
    out: &mut Diagnostics,
) -> Triage {
    let found = out.len();
    let names = SheetNames::new(
        "une question",
        written.iter().map(|question| (question.id.value.as_str(), question.id.span)),
        false.into(),
        out,
    );
    let mut reached = vec![false; written.len()];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    // A need whose file could not be read: nothing can be said of the ways that it ends.
    let mut lost = false;
    let mut questions = Vec::with_capacity(written.len());
    for question in written {
        if question.choices.is_empty() {
            out.push(say::no_answers(question.id.span, question.text.plain()));
        }
        let choices = question.choices.into_iter().map(|choice| {
            let next = choice.next.and_then(|name| names.find(&name, QuestionId, out));
            if let Some(QuestionId(at)) = next {
                reached[at] = true;
            }
            Choice {
                text: choice.text,
                example: choice.example,
                facts: Facts {
                    need: choice.facts.need.and_then(|need| {
                        let found = needs.find(&need, NeedId, out);
                        lost |= found.is_none();
                        found
                    }),
                    asker: choice.facts.asker,
                    hears: choice.facts.hears,
                    device: choice.facts.device,
                    visit: choice.facts.visit,
                    guides: guides.list(&choice.facts.guides, GuideId, out),
                    more_guides: guides.list(&choice.facts.more_guides, GuideId, out),
                    services: services.list(&choice.facts.services, ServiceId, out),
                    advice: choice.facts.advice,
                },
                next,
                exit: choice.exit,
                span: choice.span,
            }
        });
        questions.push(TriageQuestion {
            choices: choices.collect(),
            id: question.id,
            text: question.text,
            help: question.help,
        });
    }
    for (question, _) in questions.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        out.push(say::unreachable(question.id.span, question.text.plain()));
    }
    let mut pages = Vec::new();
    // A tree with a fault has no pages: the build stops anyway.
    if out.len() == found && !lost && !questions.is_empty() {
        let first = TriageStep {
            before: Vec::new(),
            facts: Facts::default(),
            question: Some(QuestionId(0)),
            exit: None,
            span: questions[0].id.span,
        };
        TriageWalk { questions: &questions, pages: &mut pages, told: Vec::new(), out }.page(first);
    }
    Triage { questions, pages }
}

struct TriageStep {
    before: Vec<(usize, usize)>,
    facts: Facts<Resolved>,
    question: Option<QuestionId>,
    exit: Option<Exit>,
    /// Where the answer that leads here is written.
    span: Span,
}

struct TriageWalk<'a> {
    questions: &'a [TriageQuestion<Resolved>],
    pages: &'a mut Vec<TriagePage>,
    /// Where a fault was told: once, not once for each way that leads to it.
    told: Vec<Span>,
    out: &'a mut Diagnostics,
}

impl TriageWalk<'_> {
    /// Makes a page and all that follow it; its place in the list.
    fn page(&mut self, step: TriageStep) -> usize {
        let at = self.pages.len();
        let answers: Vec<String> = step.before.iter().map(|(_, answer)| (answer + 1).to_string()).collect();
        let address = match &answers[..] {
            [] => "orientation.html".to_owned(),
            answers => format!("orientation/{}.html", answers.join("-")),
        };
        let (before, facts, question, exit) = (step.before, step.facts, step.question, step.exit);
        self.pages.push(TriagePage {
            address,
            before: before.clone(),
            facts: facts.clone(),
            question,
            exit,
            next: Vec::new(),
        });
        let Some(QuestionId(number)) = question else {
            let way = |question: &TriageQuestion<Resolved>, answer: usize, asker: Option<Asker>| {
                question.choices[answer].text.to(asker).unwrap_or_default().to_owned()
            };
            if exit.is_none() && facts.need.is_none() && self.first_at(step.span) {
                let way = self.way(&before, way);
                self.out.push(say::without_need(step.span, &way));
            }
            let shows =
                !(facts.guides.is_empty() && facts.more_guides.is_empty() && facts.services.is_empty());
            if exit == Some(Exit::Urgent) && !shows && self.first_at(step.span) {
                let way = self.way(&before, way);
                self.out.push(say::exit_without_help(step.span, &way));
            }
            return at;
        };
        if before.len() >= MOST_QUESTIONS {
            if self.first_at(step.span) {
                let way = self.way(&before, |question, _, asker| {
                    question.text.to(asker).unwrap_or_default().to_owned()
                });
                self.out.push(say::too_long(step.span, MOST_QUESTIONS, &way));
            }
            return at;
        }
        if at >= MOST_PAGES {
            if self.first_at(self.questions[0].id.span) {
                self.out.push(say::too_many_ways(self.questions[0].id.span, MOST_PAGES));
            }
            return at;
        }
        for (rank, choice) in self.questions[number].choices.iter().enumerate() {
            let mut before = before.clone();
            before.push((at, rank));
            let next = TriageStep {
                before,
                facts: together(&facts, &choice.facts),
                question: choice.next,
                exit: choice.exit,
                span: choice.span,
            };
            let next = match choice.exit {
                Some(Exit::Professional) => Next::Professionals,
                _ => Next::Page(self.page(next)),
            };
            self.pages[at].next.push(next);
        }
        at
    }

    fn first_at(&mut self, span: Span) -> bool {
        let first = !self.told.contains(&span);
        if first {
            self.told.push(span);
        }
        first
    }

    /// The questions of a way, or its answers, in words.
    fn way(
        &self,
        before: &[(usize, usize)],
        words: impl Fn(&TriageQuestion<Resolved>, usize, Option<Asker>) -> String,
    ) -> Vec<String> {
        before
            .iter()
            .filter_map(|(page, answer)| {
                let QuestionId(question) = self.pages[*page].question?;
                Some(words(&self.questions[question], *answer, self.pages[*page].facts.asker))
            })
            .collect()
    }
}

/// What an answer adds to those before it.
fn together(before: &Facts<Resolved>, new: &Facts<Resolved>) -> Facts<Resolved> {
    Facts {
        need: new.need.or(before.need),
        asker: new.asker.or(before.asker),
        hears: new.hears.or(before.hears),
        device: new.device.or(before.device),
        visit: new.visit.or(before.visit),
        guides: latest(&before.guides, &new.guides),
        more_guides: before.more_guides.iter().chain(&new.more_guides).copied().collect(),
        services: latest(&before.services, &new.services),
        advice: latest(&before.advice, &new.advice),
    }
}

/// The last that was said.
fn latest<T: Clone>(before: &[T], new: &[T]) -> Vec<T> {
    if new.is_empty() { before } else { new }.to_vec()
}
