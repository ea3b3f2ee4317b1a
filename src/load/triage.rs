//! `content/orientation.yaml`: questions in a list, the first one first.

use super::fields::Fields;
use super::small::{entries, entry_id};
use crate::diag::Diagnostics;
use crate::diag::catalogue::triage as say;
use crate::model::{Asker, Choice, Exit, Facts, TriageQuestion, Unresolved, Visit, Worded};
use crate::parse::yaml::Node;
use crate::source::At;

/// Reads the questions.
pub fn questions(node: &Node, out: &mut Diagnostics) -> Vec<TriageQuestion<Unresolved>> {
    let mut questions = Vec::new();
    for entry in entries(node, "orientation.yaml", out) {
        let mut f = Fields::new(entry, "question", out);
        let id = entry_id(&mut f);
        let span = f.key_span("id");
        let text = Worded {
            text: Some(f.required_text("question", "question: Qui a besoin d’aide ?")),
            own: f.text("question_moi"),
        };
        let help = Worded { text: f.text("aide"), own: f.text("aide_moi") };
        f.demand("reponses", "reponses: …");
        let mut choices = Vec::new();
        for node in f.maps("reponses") {
            choices.push(choice(node, f.out()));
        }
        f.finish();
        questions.push(TriageQuestion { id: At::new(id, span), text, help, choices });
    }
    questions
}

fn choice(node: &Node, out: &mut Diagnostics) -> Choice<Unresolved> {
    let mut f = Fields::new(node, "reponses", out);
    let text = Worded { text: Some(f.required_text("texte", "texte: Moi")), own: f.text("texte_moi") };
    let example = Worded { text: f.text("exemple"), own: f.text("exemple_moi") };
    let facts = Facts {
        need: f.raw("besoin"),
        asker: f.choice("qui", Asker::KEYS, Asker::ALL),
        hears: f.yes_no("entend"),
        device: f.yes_no("appareil"),
        visit: f.choice("venir", Visit::KEYS, Visit::ALL),
        guides: f.list("guides"),
        more_guides: f.list("guides_aussi"),
        services: f.list("services"),
        advice: f.texts("conseil"),
    };
    let next = f.raw("suite");
    let ends = f.choice("fin", &["oui"], &[true]).unwrap_or(false);
    let exit = f.choice("sortie", Exit::KEYS, Exit::ALL);
    let span = f.span();
    // A « suite », « fin » or « sortie » that is there and wrong has been spoken of already.
    let there = ["suite", "fin", "sortie"].into_iter().filter(|key| f.has(key)).count();
    if there == 0 {
        f.out().push(say::goes_nowhere(span, text.plain()));
    } else if usize::from(next.is_some()) + usize::from(ends) + usize::from(exit.is_some()) > 1 {
        f.out().push(say::ends_and_goes_on(span, text.plain()));
    }
    f.finish();
    Choice { text, example, facts, next, exit, span }
}
