//! Who verified a sheet, and how.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// « verifie_par » dit qui a vérifié, et se lit sur la page : un rôle, jamais le nom d’une personne. Ces fichiers
    /// sont publics, et restent : un nom y serait pour toujours. Un rôle sert mieux le lecteur, et ne change pas quand
    /// la personne part.
    ///
    ///   à éviter : verifie_par: Marie Dupont
    ///   écrire   : verifie_par: médiatrice numérique
    E103: "personne nommée dans « verifie_par »";
    /// « verifie_comment » dit ce que l’on a fait. On ne téléphone pas à un guide, on ne lui rend pas visite et on ne
    /// lui écrit pas : on fait chaque étape (essai), ou on lit les documents (documents). Pour le service que le guide
    /// nomme, écrivez la vérification dans la fiche du service.
    ///
    ///   verifie_comment: essai
    E104: "vérification impossible pour un guide";
    /// « verifie_par » demande un rôle, jamais le nom d’une personne. Ce texte contient un mot qui est peut-être un
    /// nom. Si c’est un service ou un lieu, dites-le avec lui : « médiathèque Rose », « agent du CCAS ».
    A006: "nom, peut-être, dans « verifie_par »";
}

pub(crate) fn somebody(span: Span, by: &str) -> Diagnostic {
    Diagnostic::new(
        &E103,
        span,
        format!("« verifie_par » nomme quelqu’un : {}.", quoted(by)),
        "Écrivez un rôle : verifie_par: médiatrice numérique (ou : agent du CCAS, rédaction, bénévole).",
    )
}

pub(crate) fn perhaps_somebody(span: Span, by: &str) -> Diagnostic {
    Diagnostic::new(
        &A006,
        span,
        format!("« verifie_par » contient peut-être le nom d’une personne : {}.", quoted(by)),
        "Écrivez un rôle : verifie_par: médiatrice numérique. Le nom d’un lieu se dit avec lui : médiathèque Rose.",
    )
}

pub(crate) fn not_of_a_guide(span: Span, how: &str) -> Diagnostic {
    Diagnostic::new(
        &E104,
        span,
        format!("« verifie_comment: {how} » ne se dit pas d’un guide."),
        "Écrivez verifie_comment: essai si chaque étape a été faite, verifie_comment: documents si les documents ont été lus.",
    )
}
