//! Rules over a whole site, once every reference is sound.

use super::{codes, quoted};
use crate::diag::{Diagnostic, Place};
use crate::source::Span;

codes! {
    A020: "besoin sans guide", "Une porte de la page d’accueil ne mène à aucun guide. Écrivez un guide pour ce besoin, ou retirez la porte : une porte vide décourage.";
    A021: "guide d’un produit arrêté", "Le guide repose sur un produit qui n’existe plus. S’il explique quoi faire à la place, il ne dépend pas du produit : nommez-le dans « produits » au lieu de « depend_de ». Sinon, retirez le guide (etat: retire).";
    A022: "service que personne ne peut joindre", "La fiche ne donne ni téléphone, ni SMS, ni courriel, ni site, ni adresse. Sur papier, elle ne servirait à rien.";
    A023: "fiche jamais publiée", "La fiche est un brouillon, ou réservée aux professionnels : elle n’apparaît sur aucune page.";
}

pub(crate) fn need_without_guide(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &A020,
        span,
        format!("Aucun guide ne répond au besoin {}.", quoted(title)),
        "Écrivez un guide pour ce besoin, ou retirez-le de besoins.yaml.",
    )
}

pub(crate) fn stopped_product(span: Span, product: &str) -> Diagnostic {
    Diagnostic::new(
        &A021,
        span,
        format!("Ce guide repose sur {}, qui est arrêté.", quoted(product)),
        "Retirez le guide (etat: retire), ou écrivez « produits » au lieu de « depend_de » s’il explique quoi faire à la place.",
    )
}

pub(crate) fn unreachable_service(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &A022,
        span,
        format!("{} n’a ni téléphone, ni SMS, ni courriel, ni site, ni adresse.", quoted(name)),
        "Ajoutez au moins une façon de joindre ce service.",
    )
}

pub(crate) fn never_published(place: impl Into<Place>, what: &str) -> Diagnostic {
    Diagnostic::new(
        &A023,
        place,
        format!("{} n’apparaît sur aucune page.", quoted(what)),
        "Retirez « etat: brouillon » quand la fiche est prête.",
    )
}
