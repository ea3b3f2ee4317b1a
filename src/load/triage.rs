//! `content/orientation.yaml`: questions in a list, the first one first.

use super::fields::Fields;
use super::small::{entries, entry_id, tree};
use crate::diag::Diagnostics;
use crate::diag::catalogue::triage as say;
use crate::model::{Asker, Choice, Facts, Named, TriageQuestion};
use crate::parse::yaml::Node;
use crate::source::{At, File, FileId};

/// Reads the questions; `None` when the YAML cannot be read.
pub fn questions(id: FileId, file: &File, out: &mut Diagnostics) -> Option<Vec<TriageQuestion<Named>>> {
    let node = tree(id, file, out)?;
    let mut questions = Vec::new();
    for entry in entries(&node, "orientation.yaml", out) {
        let mut f = Fields::new(entry, "question", out);
        let id = entry_id(&mut f);
        let span = f.key_span("id");
        let text = f.required_text("question", "question: Qui a besoin d’aide ?");
        let help = f.text("aide");
        f.demand("reponses", "reponses: …");
        let mut choices = Vec::new();
        for node in f.maps("reponses") {
            choices.push(choice(node, f.out()));
        }
        f.finish();
        questions.push(TriageQuestion { id: At::new(id, span), text, help, choices });
    }
    Some(questions)
}

fn choice(node: &Node, out: &mut Diagnostics) -> Choice<Named> {
    let mut f = Fields::new(node, "reponses", out);
    let text = f.required_text("texte", "texte: Moi");
    let example = f.text("exemple");
    let facts = Facts {
        need: f.raw("besoin"),
        asker: f.choice("qui", Asker::KEYS, Asker::ALL),
        hears: f.yes_no("entend"),
        device: f.yes_no("appareil"),
        visit: f.yes_no("venir"),
        guides: f.list("guides"),
    };
    let next = f.raw("suite");
    let ends = f.choice("fin", &["oui"], &[true]).unwrap_or(false);
    let span = f.span();
    // A « suite » or « fin » that is there and wrong has been spoken of already.
    if !f.has("suite") && !f.has("fin") {
        f.out().push(say::goes_nowhere(span, &text));
    } else if next.is_some() && ends {
        f.out().push(say::ends_and_goes_on(span, &text));
    }
    f.finish();
    Choice { text, example, facts, next, span }
}
