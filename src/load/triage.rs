//! `content/orientation.yaml`: questions in a list, the first one first.

use super::fields::Fields;
use super::small::{ENTRY, entries, entry_id};
use crate::diag::Diagnostics;
use crate::diag::catalogue::triage as say;
use crate::keys::KeyForm::{Choice as OneOf, Maps, Text, Texts};
use crate::keys::{keys, may, must, yes_no};
use crate::model::{Asker, Choice, Exit, Facts, TriageQuestion, Unresolved, Visit, Worded};
use crate::parse::yaml::Node;
use crate::plain::PassageKind;
use crate::source::At;

keys! {
    /// A question.
    QUESTION {
        ID = must("id", ENTRY, Text, "le nom court, écrit dans `suite`");
        QUESTION_TEXT =
            must("question", "question: Qui a besoin d’aide ?", Text, "la question").read_as(PassageKind::Title);
        QUESTION_OWN = may("question_moi", Text, "la même, pour qui a répondu « moi » : avec « vous »")
            .read_as(PassageKind::Title);
        HELP = may("aide", Text, "une phrase pour aider à répondre").read_as(PassageKind::Text);
        HELP_OWN =
            may("aide_moi", Text, "la même, pour qui a répondu « moi »").read_as(PassageKind::Text);
        ANSWERS =
            must("reponses", "reponses: …", Maps(ANSWER), "les réponses possibles").read_as(PassageKind::Text);
    }
    /// A possible answer: what it says, then what it means.
    ANSWER {
        ANSWER_TEXT = must("texte", "texte: Moi", Text, "la réponse").read_as(PassageKind::Title);
        ANSWER_OWN = may("texte_moi", Text, "la même, pour qui a répondu « moi » : avec « vous »")
            .read_as(PassageKind::Title);
        EXAMPLE = may("exemple", Text, "une ligne courte").read_as(PassageKind::Title);
        EXAMPLE_OWN =
            may("exemple_moi", Text, "la même, pour qui a répondu « moi »").read_as(PassageKind::Title);
        NEED = may("besoin", Text, "de quoi la personne a besoin ; il faut le savoir avant la fin");
        ASKER = may("qui", OneOf(Asker::KEYS), "qui demande");
        HEARS = yes_no("entend", "si la personne entend au téléphone");
        DEVICE = yes_no(
            "appareil",
            "si elle a un appareil ; sans appareil, le conseil montre d’abord les personnes",
        );
        VISIT = may(
            "venir",
            OneOf(Visit::KEYS),
            "s’il faut que quelqu’un vienne : `oui`, `non`, ou `distance` (par téléphone ou par écrit)",
        );
        GUIDES =
            may("guides", Texts, "les guides à montrer, **dans cet ordre**, au lieu de tous ceux du besoin");
        MORE_GUIDES = may("guides_aussi", Texts, "des guides à montrer en plus");
        SERVICES = may("services", Texts, "les services à montrer tout en haut");
        ADVICE = may(
            "conseil",
            Texts,
            "ce qu’il faut faire tout de suite : une phrase par ligne, dans l’ordre",
        )
        .read_as(PassageKind::Text);
        NEXT = may("suite", Text, "la question d’après, par son `id`");
        END = may("fin", OneOf(&["oui"]), "si c’est la dernière question");
        EXIT = may("sortie", OneOf(Exit::KEYS), "une fin sans besoin");
    }
}

/// Reads the questions.
pub fn questions(node: &Node, out: &mut Diagnostics) -> Vec<TriageQuestion<Unresolved>> {
    let mut questions = Vec::new();
    for entry in entries(node, "orientation.yaml", out) {
        let mut f = Fields::new(entry, "question", out);
        let id = entry_id(&mut f, key::ID);
        let span = f.key_span(key::ID);
        let text = Worded { text: Some(f.required_text(key::QUESTION_TEXT)), own: f.text(key::QUESTION_OWN) };
        let help = Worded { text: f.text(key::HELP), own: f.text(key::HELP_OWN) };
        let mut choices = Vec::new();
        for node in f.maps(key::ANSWERS) {
            choices.push(choice(node, f.out()));
        }
        f.finish();
        questions.push(TriageQuestion { id: At::new(id, span), text, help, choices });
    }
    questions
}

fn choice(node: &Node, out: &mut Diagnostics) -> Choice<Unresolved> {
    let mut f = Fields::new(node, key::ANSWERS.name, out);
    let text = Worded { text: Some(f.required_text(key::ANSWER_TEXT)), own: f.text(key::ANSWER_OWN) };
    let example = Worded { text: f.text(key::EXAMPLE), own: f.text(key::EXAMPLE_OWN) };
    let facts = Facts {
        need: f.raw(key::NEED),
        asker: f.choice(key::ASKER, Asker::ALL),
        hears: f.yes_no(key::HEARS),
        device: f.yes_no(key::DEVICE),
        visit: f.choice(key::VISIT, Visit::ALL),
        guides: f.list(key::GUIDES),
        more_guides: f.list(key::MORE_GUIDES),
        services: f.list(key::SERVICES),
        advice: f.texts(key::ADVICE),
    };
    let next = f.raw(key::NEXT);
    let ends = f.choice(key::END, &[true]).unwrap_or(false);
    let exit = f.choice(key::EXIT, Exit::ALL);
    let span = f.span();
    // A « suite », « fin » or « sortie » that is there and wrong has been spoken of already.
    let there = [key::NEXT, key::END, key::EXIT].into_iter().filter(|key| f.has(*key)).count();
    if there == 0 {
        f.out().push(say::goes_nowhere(span, text.plain()));
    } else if usize::from(next.is_some()) + usize::from(ends) + usize::from(exit.is_some()) > 1 {
        f.out().push(say::ends_and_goes_on(span, text.plain()));
    }
    f.finish();
    Choice { text, example, facts, next, exit, span }
}
