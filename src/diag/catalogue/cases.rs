//! Cases: their parts, and nobody who could be recognised.

use super::{codes, did_you_mean, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Un cas résolu est anonyme : aucun numéro de téléphone, même celui d’un service. Nommez le service : sa fiche
    /// donne le numéro, et il y est tenu à jour.
    ///
    ///   à éviter : Elle a appelé le 02 98 00 00 00.
    ///   écrire   : Elle a appelé [la mairie](service:mairie-exemple).
    E140: "numéro de téléphone dans un cas";
    /// Un cas résolu est anonyme : aucune adresse électronique, même écrite « nom arobase exemple point fr ».
    E141: "adresse électronique dans un cas";
    /// Un cas résolu est anonyme : ni rue, ni avenue, ni lieu-dit, ni résidence. La commune suffit : écrivez-la dans
    /// « territoires ». Les noms des services de ce site sont permis.
    ///
    ///   à éviter : Il habite 12 rue des Lilas.
    ///   écrire   : Il vit seul chez lui.
    E142: "adresse postale dans un cas";
    /// Un cas résolu est anonyme : des prénoms seuls, et changés. Un prénom suivi d’un nom, ou « M. » et « Mme » suivis
    /// d’un nom, désignent quelqu’un. Les noms officiels de communes et de services sont permis.
    ///
    ///   à éviter : Mme Le Goff a appelé.
    ///   écrire   : Une voisine a appelé.
    E143: "nom de famille dans un cas";
    /// Quand un prénom apparaît, la fiche dit pourquoi il peut être lu par tous : « prenoms_changes: oui », ou, pour un
    /// récit déjà publié, « prenoms_changes: publies » avec « prenoms_recit », qui dit lequel. Le lecteur voit cette
    /// phrase. Il n’y a pas d’autre réponse : un vrai prénom n’a pas sa place dans un cas.
    E144: "prénom dont la fiche ne dit pas s’il est changé";
    /// Un cas a quatre parties : la situation (au début, sans titre), puis « ## Ce qui a été essayé », « ## Ce qui a
    /// marché » et « ## Conseil ». Aucune ne peut être vide : ce qui a échoué évite à d’autres de perdre du temps.
    E145: "partie qui manque dans un cas";
    /// Les titres de niveau 2 d’un cas sont toujours les mêmes, une fois chacun : « ## Ce qui a été essayé », « ## Ce
    /// qui a marché », « ## Conseil ».
    E146: "titre inconnu ou répété dans un cas";
    /// Dans « Ce qui a été essayé » et « Ce qui a marché », chaque essai a son titre, et une phrase qui dit pourquoi il
    /// a échoué, ou réussi :
    ///
    ///   ### La mairie {service=mairie-exemple}
    ///   Elle était fermée.
    E147: "essai sans titre ou sans raison";
    /// Une photo, une lettre ou un écran copié montre souvent à qui c’est arrivé. Un cas n’a pas d’image : racontez.
    E148: "image dans un cas";
}

/// What a text of a case may not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Private {
    Phone,
    Email,
    Street,
    Surname,
}

pub(crate) fn private(span: Span, kind: Private, words: &str) -> Diagnostic {
    let words = quoted(words);
    let (code, message, repair) = match kind {
        Private::Phone => (
            &E140,
            format!("{words} ressemble à un numéro de téléphone : un cas est anonyme."),
            "Retirez le numéro. Pour un service, écrivez un lien vers sa fiche : [la mairie](service:nom)",
        ),
        Private::Email => (
            &E141,
            format!("{words} ressemble à une adresse électronique : un cas est anonyme."),
            "Retirez l’adresse. Pour un service, écrivez un lien vers sa fiche : [la mairie](service:nom)",
        ),
        Private::Street => (
            &E142,
            format!("{words} ressemble à une adresse postale : un cas est anonyme."),
            "Retirez l’adresse : la commune, dans « territoires », suffit.",
        ),
        Private::Surname => (
            &E143,
            format!("{words} ressemble au nom d’une personne : un cas est anonyme."),
            "Gardez un prénom seul, et changé, ou écrivez « une voisine », « un agent ».",
        ),
    };
    Diagnostic::new(code, span, message, repair)
}

pub(crate) fn first_name(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &E144,
        span,
        format!("Le prénom {} apparaît, et la fiche ne dit pas s’il est changé.", quoted(name)),
        "Changez le prénom, puis ajoutez à l’en-tête : prenoms_changes: oui",
    )
}

/// `name`: the heading, or the beginning of the file when there is none.
pub(crate) fn no_part(span: Span, name: Option<&str>, roads: bool) -> Diagnostic {
    match name {
        None => Diagnostic::new(
            &E145,
            span,
            "La situation manque.",
            "Racontez-la juste après l’en-tête, en quelques phrases, avant le premier titre.",
        ),
        Some(name) => Diagnostic::new(
            &E145,
            span,
            format!("La partie {} manque, ou elle est vide.", quoted(name)),
            if roads {
                format!("Ajoutez : ## {name}, puis un titre ### et une phrase par essai.")
            } else {
                format!("Ajoutez : ## {name}, puis une ou deux phrases.")
            },
        ),
    }
}

pub(crate) fn unknown_part(span: Span, title: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E146,
        span,
        format!("Un cas n’a pas de partie {}.", quoted(title)),
        did_you_mean(near, "Les parties sont : Ce qui a été essayé, Ce qui a marché, Conseil."),
    )
}

pub(crate) fn part_twice(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E146,
        span,
        format!("La partie {} est là deux fois.", quoted(title)),
        "Réunissez les deux sous un seul titre.",
    )
}

pub(crate) fn no_road_heading(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E147,
        span,
        "Ce texte n’est sous le titre d’aucun essai.",
        "Écrivez d’abord ce qui a été essayé : ### La mairie {service=nom}, ou ### Un ami",
    )
}

pub(crate) fn road_without_reason(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(
        &E147,
        span,
        format!("L’essai {} ne dit pas pourquoi il a échoué, ou réussi.", quoted(what)),
        "Écrivez une phrase sous son titre.",
    )
}

pub(crate) fn picture(span: Span) -> Diagnostic {
    Diagnostic::new(&E148, span, "Un cas n’a pas d’image.", "Retirez l’image, et dites ce qu’elle montrait.")
}
