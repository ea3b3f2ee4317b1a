//! The question tree of `orientation.yaml`.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// La première question d’« orientation.yaml » est celle par où l’on commence. Chaque autre doit être la « suite »
    /// d’une réponse : sinon, personne ne la verra.
    E160: "question que rien n’atteint";
    /// Chaque réponse mène à une autre question (« suite: nom-de-la-question »), ou au conseil (« fin: oui »), ou à une
    /// sortie (« sortie: urgence », « personnes » ou « professionnel »). Une seule des trois.
    ///
    ///   - texte: Moi
    ///     qui: personne
    ///     suite: quoi
    E161: "réponse qui ne mène nulle part";
    /// Quand les questions finissent, on doit savoir de quoi la personne a besoin. Une des réponses du chemin doit
    /// donner « besoin: ».
    E162: "conseil sans besoin";
    /// Cinq questions au plus mènent à un conseil : au-delà, les gens abandonnent. Des questions qui se renvoient en
    /// rond n’en finissent jamais.
    E163: "trop de questions";
    /// « sortie: urgence » mène à une page que l’on lit quand il faut agir tout de suite. Elle montre d’abord les
    /// services nommés (« services: »), puis les guides nommés (« guides: »). Sans aucun des deux, elle serait vide.
    ///
    ///   - texte: C’est une urgence de santé
    ///     sortie: urgence
    ///     services: [urgence-15, "114"]
    E234: "sortie qui ne montre rien";
    /// Cette réponse choisit un guide retiré, un brouillon, ou un service qui n’a pas de page : le conseil ne le montre
    /// pas. Quand un produit s’arrête, ses guides se retirent tout seuls ; nommez alors ce qui les remplace.
    A113: "réponse qui mène à une fiche sans page";
    /// Les questions servent à choisir : six guides au plus à la fin d’un chemin. Au-delà, la personne n’est pas plus
    /// avancée qu’avant de répondre. Choisissez les guides dans la réponse, du plus utile au moins utile :
    ///
    ///   - texte: Les impôts
    ///     guides: [espace-finances-publiques, franceconnect]
    ///
    /// La page finit toujours par un lien vers tous les guides du besoin.
    A114: "trop de guides dans un conseil";
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
        "Ajoutez « suite: nom-de-la-question », « fin: oui » ou « sortie: personnes ».",
    )
}

pub(crate) fn ends_and_goes_on(span: Span, answer: &str) -> Diagnostic {
    Diagnostic::new(
        &E161,
        span,
        format!("La réponse {} a plusieurs suites : « suite », « fin » ou « sortie ».", quoted(answer)),
        "Gardez-en une seule.",
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

pub(crate) fn exit_without_help(span: Span, way: &[String]) -> Diagnostic {
    let way: Vec<String> = way.iter().map(|answer| quoted(answer)).collect();
    Diagnostic::new(
        &E234,
        span,
        format!("La sortie {} ne montre ni service, ni guide.", way.join(" → ")),
        "Ajoutez « services: » ou « guides: » à cette réponse.",
    )
}

pub(crate) fn leads_to_no_page(span: Span, answer: &str, title: &str, instead: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &A113,
        span,
        format!("La réponse {} mène à {}, qui n’a pas de page à montrer.", quoted(answer), quoted(title)),
        match instead {
            Some(id) => format!("Nommez plutôt {}.", quoted(id)),
            None => "Nommez une autre fiche, ou retirez celle-ci de la réponse.".to_owned(),
        },
    )
}

pub(crate) fn too_many_guides(span: Span, found: usize, most: usize, way: &[String]) -> Diagnostic {
    let way: Vec<String> = way.iter().map(|answer| quoted(answer)).collect();
    Diagnostic::new(
        &A114,
        span,
        format!("Le chemin {} montre {found} guides : {most} au plus se lisent.", way.join(" → ")),
        "Choisissez les guides dans cette réponse, ou dans une réponse du chemin : guides: […]",
    )
}
