//! The words of somebody in danger, in `urgences.yaml`.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// « urgences.yaml » dit ce qu’écrit une personne en danger, et le numéro à montrer avant tout le reste. À chaque
    /// construction, Éliane cherche chacun de ces mots. Un mot doit mener d’abord à sa propre entrée. Un mot trop
    /// court, déjà pris par une autre entrée, ou effacé par « sauf », ne mène nulle part : une personne en danger ne
    /// verrait pas son numéro.
    E112: "mot d’urgence qui n’aboutit pas";
    /// Une entrée nouvelle de « urgences.yaml » dit quoi faire (« phrase »), comment faire sans entendre ni parler
    /// (« par_ecrit »), les mots des gens (« mots » ou « seuls »), et qui joindre : « numero » pour un numéro,
    /// « service » pour une fiche du site, ou « sms » pour un numéro qui répond par écrit.
    ///
    ///   - id: marees
    ///     phrase: La mer vous entoure ? Appelez le 196.
    ///     par_ecrit: Vous n'entendez pas ? Envoyez un SMS au 114.
    ///     numero: "196"
    ///     mots: [la mer monte, bloqué sur un rocher]
    E113: "urgence incomplète";
    /// Chaque entrée de « urgences.yaml » a son « id ». Le même « id » que dans la liste du programme complète cette
    /// entrée ; écrit deux fois dans votre fichier, l’un des deux serait perdu.
    E114: "urgence écrite deux fois";
    /// Une personne en danger doit voir un numéro tout de suite, sans ouvrir une fiche. Le service que nomme
    /// « urgences.yaml » n’a ni téléphone ni SMS : seul son nom serait montré.
    A130: "urgence dont la fiche n’a aucun numéro";
}

pub(crate) fn lost(span: Span, word: &str, other: Option<&str>) -> Diagnostic {
    let (message, repair) = match other {
        Some(other) => (
            format!("Le mot d’urgence {} mène d’abord à l’entrée {}.", quoted(word), quoted(other)),
            "Changez ce mot, ou écrivez-le dans l’entrée qui convient.",
        ),
        None => (
            format!("Le mot d’urgence {} ne mène à rien.", quoted(word)),
            "Écrivez une phrase plus longue, ou retirez ce qui l’efface dans « sauf ».",
        ),
    };
    Diagnostic::new(&E112, span, message, repair)
}

pub(crate) fn hidden(span: Span, word: &str, own: &str, other: &str) -> Diagnostic {
    Diagnostic::new(
        &E112,
        span,
        format!(
            "Cette entrée passe avant {} : le mot d’urgence {} mène maintenant à {}.",
            quoted(own),
            quoted(word),
            quoted(other)
        ),
        "Écrivez des mots plus longs, qui ne disent que ce danger.",
    )
}

/// What a new entry may lack.
#[derive(Clone, Copy)]
pub(crate) enum Lack {
    Sentence,
    Written,
    Number,
    Words,
}

pub(crate) fn incomplete(span: Span, id: &str, lack: Lack) -> Diagnostic {
    let (what, repair) = match lack {
        Lack::Sentence => {
            ("ce qu’il faut faire", "Ajoutez par exemple « phrase: Un danger ? Appelez le 112. »")
        }
        Lack::Written => (
            "comment faire sans entendre ni parler",
            "Ajoutez par exemple « par_ecrit: Vous n'entendez pas ? Envoyez un SMS au 114. »",
        ),
        Lack::Number => {
            ("qui joindre", "Ajoutez par exemple « numero: \"112\" », ou « service: nom-de-la-fiche ».")
        }
        Lack::Words => ("avec quels mots on la cherche", "Ajoutez par exemple « mots: [la mer monte] »."),
    };
    Diagnostic::new(&E113, span, format!("L’urgence {} ne dit pas {what}.", quoted(id)), repair)
}

pub(crate) fn twice(span: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        &E114,
        span,
        format!("L’urgence {} est écrite deux fois.", quoted(id)),
        "Réunissez les deux entrées en une.",
    )
    .other(first, "déjà ici")
}

pub(crate) fn no_line(span: Span, id: &str) -> Diagnostic {
    Diagnostic::new(
        &A130,
        span,
        format!("L’urgence {} mène à une fiche sans numéro.", quoted(id)),
        "Ajoutez « numero », ou le téléphone de la fiche.",
    )
}
