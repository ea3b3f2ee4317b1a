//! Guides that can be followed without hearing and without speaking.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Le guide dit « faut_entendre: oui » : une personne sourde ne peut pas le suivre. Il doit alors mener, par un
    /// lien, à quelqu’un ou à une façon d’écrire. Sinon la page la laisse seule. Éliane accepte un lien vers un service
    /// que l’on peut joindre ou voir sans téléphoner, vers un besoin ou une commune (ces pages montrent qui peut
    /// aider), vers un SMS ou un courriel. Par exemple, dans l’introduction :
    ///
    ///   Vous entendez mal ? [Voyez qui peut vous aider](besoin:appel-video).
    E225: "guide à entendre, sans issue";
    /// Une personne sur trois, après 90 ans, entend très mal ou n’entend plus. Une étape qui dit « appelez » ou
    /// « écoutez » l’arrête, si rien d’autre n’est écrit à côté. Chaque étape se lit seule : l’autre moyen doit être
    /// dans la même étape. Mauvais : « Appelez le cabinet. » Bon : « Appelez le cabinet, ou écrivez un courriel. » La
    /// liste des mots, et celle des autres moyens, sont dans docs/contenu.md, « Sans entendre ». Ce qui est entre
    /// guillemets « … » et les titres des liens vers d’autres guides ne comptent pas.
    A070: "étape où il faut entendre ou parler";
}

/// An étape whose words suppose hearing or speaking, and give no other way.
pub(crate) fn supposes_sound(place: Span, word: &str, step: &str) -> Diagnostic {
    Diagnostic::new(
        &A070,
        place,
        format!(
            "{} suppose d’entendre ou de parler, et l’étape {} ne donne pas d’autre moyen.",
            quoted(word),
            quoted(step)
        ),
        "Ajoutez un moyen écrit dans cette étape (« ou écrivez un SMS »), ou une personne (« demandez à un proche », « allez sur place »).",
    )
}

/// A guide that cannot be followed without hearing, and leads nowhere else.
pub(crate) fn no_way_out(place: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E225,
        place,
        format!("Il faut entendre pour suivre {}, et ce guide ne mène à personne d’autre.", quoted(title)),
        "Ajoutez un lien vers un service que l’on joint sans téléphoner, vers un besoin (besoin:…) ou vers un SMS ; ou dites comment faire sans le son et écrivez « faut_entendre: contournable ».",
    )
}
