//! Permissions to write otherwise than a rule of plain language asks, and the budget of a page.

use super::codes;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::in_words;
use jiff::civil::Date;

codes! {
    /// On peut permettre ce qu’une règle de langage refuse, à un endroit, pour une raison, jusqu’à une date. La ligne
    /// s’écrit juste avant le texte :
    ///
    ///   <!-- langage: permet A080 parce que « c’est le texte de la loi » jusqu’au 2027-03-01 -->
    ///
    /// Dans une fiche YAML, elle commence par un dièse :
    ///
    ///   # langage: permet A080 parce que « c’est le texte de la loi » jusqu’au 2027-03-01
    E215: "permission mal écrite";
    /// La date de la permission est passée. Récrivez le texte, ou donnez une nouvelle date si la raison est toujours
    /// vraie.
    A093: "permission qui a pris fin";
    /// Le texte qui suit ne contient plus ce que la permission permet. Retirez-la : elle tromperait le suivant.
    A094: "permission qui ne sert à rien";
    /// Une page a droit à quelques avertissements de langage : c’est son budget, dans site.yaml.
    ///
    ///   langage:
    ///     avertissements: 2
    ///
    /// Dans le budget, ils sont dits comme de simples informations. Au-delà, ils comptent tous.
    A095: "trop d’avertissements de langage sur une page";
}

pub(crate) fn bad_permission(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(
        &E215,
        span,
        format!("Cette permission ne se lit pas : {why}."),
        "Écrivez : langage: permet A080 parce que « la raison » jusqu’au 2027-03-01",
    )
}

/// Why a permission cannot be read.
pub(crate) mod why {
    pub const VERB: &str = "après « langage: », on attend « permet »";
    pub const CODE: &str = "on attend un code de langage, comme A080";
    pub const REASON: &str = "on attend « parce que », puis la raison entre guillemets";
    pub const DATE: &str = "on attend « jusqu’au », puis une date comme 2027-03-01";
}

pub(crate) fn expired(span: Span, code: &str, date: Date) -> Diagnostic {
    Diagnostic::new(
        &A093,
        span,
        format!("La permission de {code} a pris fin le {}.", in_words(date)),
        "Récrivez le texte, ou donnez une nouvelle date si la raison est toujours vraie.",
    )
}

pub(crate) fn idle(span: Span, code: &str) -> Diagnostic {
    Diagnostic::new(
        &A094,
        span,
        format!("Le texte qui suit n’a pas besoin de la permission de {code}."),
        "Retirez cette permission, ou placez-la juste avant le paragraphe qui en a besoin.",
    )
}

pub(crate) fn over_budget(path: &str, count: usize, budget: usize) -> Diagnostic {
    Diagnostic::new(
        &A095,
        path,
        format!("Cette page a {count} avertissements de langage ; son budget est de {budget}."),
        "Récrivez les phrases que les avertissements montrent.",
    )
}
