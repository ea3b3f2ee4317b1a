//! Where « Si ça ne marche pas » leads.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Une personne bloquée suit les liens de « Si ça ne marche pas ». Ici, ils la ramènent d’étape en étape au même
    /// endroit : elle tourne, puis abandonne. Une des étapes du rond doit mener à quelqu’un : un service, un besoin ou
    /// une commune dont la page montre un service, un cas où un service a aidé, un appel (tel:), un SMS (sms:) ou un
    /// courriel (mailto:).
    ///
    ///   à éviter : [Recommencez cette étape](#ouvrir).
    ///   écrire   : [Recommencez cette étape](#ouvrir). Sinon, demandez à [une personne près de chez \
    ///   vous](besoin:materiel).
    E230: "« Si ça ne marche pas » tourne en rond";
    /// Les liens de cette étape, suivis jusqu’au bout, finissent sans personne : à la page d’un produit, à un mot du
    /// glossaire, à une page du web, à un besoin auquel aucun service ne répond, à un guide retiré que rien ne
    /// remplace. Ajoutez un lien vers quelqu’un : un service (service:), un besoin ou une commune dont la page montre
    /// un service (besoin:, commune:), un appel (tel:), un SMS (sms:) ou un courriel (mailto:).
    E231: "« Si ça ne marche pas » ne mène à personne";
    /// « Si ça ne marche pas » envoie le lecteur à la page d’un besoin, et aucun service du site n’y répond sur son
    /// territoire : cette page n’a personne à montrer. Écrivez la fiche d’un service qui aide près de chez vous, avec
    /// ce besoin dans « besoins » : eliane commencer service NOM.
    A122: "besoin auquel personne ne répond";
    /// Une personne bloquée doit trouver quelqu’un sans lire plus de trois guides, celui où elle est compris. Au-delà,
    /// elle a abandonné. Ajoutez un lien vers un service plus près de cette étape.
    E232: "personne à moins de trois guides";
}

/// A place on a way: an étape, or the page of a retired guide; the guide is told where it changes.
pub(crate) struct Stop {
    pub step: Option<String>,
    pub guide: Option<String>,
}

fn told(way: &[Stop]) -> String {
    let stops: Vec<String> = way
        .iter()
        .map(|stop| match (&stop.step, &stop.guide) {
            (Some(step), Some(guide)) => format!("{} (guide {})", quoted(step), quoted(guide)),
            (Some(step), None) => quoted(step),
            (None, Some(guide)) => format!("le guide retiré {}", quoted(guide)),
            (None, None) => "ce guide retiré".to_owned(),
        })
        .collect();
    stops.join(" → ")
}

const LEAD: &str = "Ajoutez à « Si ça ne marche pas », dans cette étape ou plus loin sur ce chemin, un lien vers quelqu’un : [une personne près de chez vous](besoin:…) ou un service:…";

pub(crate) fn circle(place: Span, way: &[Stop]) -> Diagnostic {
    Diagnostic::new(
        &E230,
        place,
        format!("« Si ça ne marche pas » tourne en rond, sans mener à quelqu’un : {}.", told(way)),
        LEAD,
    )
}

pub(crate) fn dead_end(place: Span, way: &[Stop]) -> Diagnostic {
    Diagnostic::new(
        &E231,
        place,
        format!("« Si ça ne marche pas » ne mène à personne : {} → rien.", told(way)),
        LEAD,
    )
}

/// The first étape that sends there, and how many do.
pub(crate) fn need_of_nobody(place: Span, need: &str, id: &str, steps: usize) -> Diagnostic {
    let others = match steps {
        0 | 1 => "une étape y envoie".to_owned(),
        steps => format!("{steps} étapes y envoient"),
    };
    Diagnostic::new(
        &A122,
        place,
        format!("Personne ne répond au besoin {} sur ce territoire, et {others}.", quoted(need)),
        format!("Ajoutez dans la fiche d’un service qui aide ici : besoins: [{id}]"),
    )
}

pub(crate) fn too_far(place: Span, guides: usize, most: usize, way: &[Stop]) -> Diagnostic {
    Diagnostic::new(
        &E232,
        place,
        format!(
            "« Si ça ne marche pas » mène à quelqu’un après {guides} guides, {most} au plus : {}.",
            told(way)
        ),
        LEAD,
    )
}
