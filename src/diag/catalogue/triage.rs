//! The question tree of `orientation.yaml`.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    E160: "question que rien n’atteint", "La première question d’« orientation.yaml » est celle par où l’on commence. Chaque autre doit être la « suite » d’une réponse : sinon, personne ne la verra.";
    E161: "réponse qui ne mène nulle part", "Chaque réponse mène à une autre question (« suite: nom-de-la-question »), ou au conseil (« fin: oui »). Une seule des deux.\n\n  - texte: Moi\n    qui: personne\n    suite: quoi";
    E162: "conseil sans besoin", "Quand les questions finissent, on doit savoir de quoi la personne a besoin. Une des réponses du chemin doit donner « besoin: ».";
    E163: "trop de questions", "Cinq questions au plus mènent à un conseil : au-delà, les gens abandonnent. Des questions qui se renvoient en rond n’en finissent jamais.";
}

pub(crate) fn unreachable(span: Span, question: &str) -> Diagnostic {
    Diagnostic::new(
        &E160,
        span,
        format!("Aucune réponse ne mène à la question {}.", quoted(question)),
        "Nommez-la dans la « suite » d’une réponse, ou retirez-la.",
    )
}

pub(crate) fn goes_nowhere(span: Span, answer: &str) -> Diagnostic {
    Diagnostic::new(
        &E161,
        span,
        format!("La réponse {} ne mène ni à une question, ni au conseil.", quoted(answer)),
        "Ajoutez « suite: nom-de-la-question », ou « fin: oui ».",
    )
}

pub(crate) fn ends_and_goes_on(span: Span, answer: &str) -> Diagnostic {
    Diagnostic::new(
        &E161,
        span,
        format!("La réponse {} a une « suite » et une « fin ».", quoted(answer)),
        "Gardez l’une des deux.",
    )
}

pub(crate) fn no_answers(span: Span, question: &str) -> Diagnostic {
    Diagnostic::new(
        &E161,
        span,
        format!("La question {} n’a pas de réponse à choisir.", quoted(question)),
        "Écrivez au moins deux réponses sous « reponses: ».",
    )
}

pub(crate) fn without_need(span: Span, way: &[String]) -> Diagnostic {
    let way: Vec<String> = way.iter().map(|answer| quoted(answer)).collect();
    Diagnostic::new(
        &E162,
        span,
        format!("Le chemin {} finit sans que l’on sache de quoi la personne a besoin.", way.join(" → ")),
        "Ajoutez « besoin: » à l’une de ces réponses, par exemple « besoin: appel-video ».",
    )
}

pub(crate) fn too_long(span: Span, most: usize, way: &[String]) -> Diagnostic {
    let way: Vec<String> = way.iter().map(|question| quoted(question)).collect();
    Diagnostic::new(
        &E163,
        span,
        format!("Plus de {most} questions avant un conseil : {}…", way.join(" → ")),
        "Raccourcissez ce chemin : « fin: oui », ou une autre « suite ».",
    )
}

pub(crate) fn too_many_ways(span: Span, most: usize) -> Diagnostic {
    Diagnostic::new(
        &E163,
        span,
        format!("Les réponses se combinent en plus de {most} chemins : chacun serait une page."),
        "Retirez une question, ou quelques réponses.",
    )
}
