//! What a guide needs that not everybody has.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Une étape demande une adresse e-mail, un smartphone, une caméra ou une carte bancaire, et le début du guide ne
    /// le dit pas. La personne le découvre au milieu, et s’arrête. Dites-le dans l’en-tête : « faut_un_email: oui »,
    /// « faut_un_smartphone: oui », « faut_une_camera: oui » ou « faut_une_carte_bancaire: oui » ; ou nommez la chose
    /// dans « a_avoir ». De même, « faut_un_email: non » ne va pas avec « un accès à vos courriels » dans « a_avoir ».
    /// La liste des mots est dans docs/contenu.md, « Ce qu’il faut avoir ».
    A110: "chose nécessaire que le guide n’annonce pas";
    /// Tout le monde n’a pas une adresse e-mail, un smartphone, une caméra ou une carte bancaire. Là où le guide le
    /// demande, il dit aussi comment faire sans : un guichet, le papier, un proche, un autre appareil, une autre façon
    /// de payer. L’autre moyen est dans la première étape qui demande la chose, ou dans l’introduction.
    ///
    ///   à éviter : Écrivez votre adresse e-mail.
    ///   écrire   : Écrivez votre adresse e-mail. Vous n’en avez pas ? Demandez le papier au guichet.
    A111: "chose nécessaire, sans autre moyen";
}

/// A thing in words, by the key that declares it.
fn name(key: &str) -> &'static str {
    match key {
        "faut_un_email" => "une adresse e-mail",
        "faut_un_smartphone" => "un smartphone",
        "faut_une_camera" => "une caméra",
        _ => "une carte bancaire",
    }
}

pub(crate) fn not_said(place: Span, key: &str, word: &str) -> Diagnostic {
    Diagnostic::new(
        &A110,
        place,
        format!("{} suppose {}, et « Avant de commencer » n’en parle pas.", quoted(word), name(key)),
        format!("Ajoutez « {key}: oui » dans l’en-tête, ou nommez la chose dans « a_avoir »."),
    )
}

pub(crate) fn contradiction(place: Span) -> Diagnostic {
    Diagnostic::new(
        &A110,
        place,
        "« a_avoir » demande un accès aux courriels, et « faut_un_email » dit « non ».",
        "Écrivez « faut_un_email: oui », ou dites dans « a_avoir » dans quel cas il en faut une (« si… »).",
    )
}

pub(crate) fn no_other_way(place: Span, key: &str, step: Option<&str>) -> Diagnostic {
    let what = name(key);
    Diagnostic::new(
        &A111,
        place,
        match step {
            Some(step) => {
                format!("L’étape {} demande {what}, et ne dit pas comment faire sans.", quoted(step))
            }
            None => format!("Le guide demande {what}, et ne dit nulle part comment faire sans."),
        },
        "Ajoutez un autre moyen dans cette étape ou dans l’introduction : « Vous n’en avez pas ? Allez au guichet », « Demandez à un proche ».",
    )
}
