//! What replaces what is retired.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Ce qui remplace un guide retiré doit servir aujourd’hui : ni un guide retiré lui aussi, ni le guide d’un produit
    /// arrêté, ni un guide dont les étapes disent d’installer ce produit, ni un brouillon. Sinon, la page d’une
    /// ancienne adresse mène à une autre porte fermée.
    E233: "remplacement qui ne sert plus";
    /// « remplace_par » d’un produit arrêté nomme un autre produit arrêté : sa page mène à une seconde porte fermée.
    /// Nommez ce qui sert aujourd’hui.
    A115: "produit remplacé par un produit arrêté";
    /// « voir_aussi » nomme un guide retiré, le guide d’un produit arrêté, un brouillon, ou un guide qui dit
    /// d’installer un produit arrêté. La page ne montre pas les guides retirés : la ligne ne sert à rien. Nommez ce qui
    /// le remplace, ou dites dans le texte que ce guide ne sert plus.
    A112: "« voir aussi » d’un guide que l’on ne peut plus suivre";
}

/// Why a guide cannot be followed any more.
pub(crate) enum Useless<'a> {
    Itself,
    Draft,
    Retired,
    /// Its product stopped.
    Outlived(&'a str),
    /// It tells to install that product, which stopped.
    Installs(&'a str),
}

impl Useless<'_> {
    fn told(&self) -> String {
        match self {
            Self::Itself => "ce guide lui-même".to_owned(),
            Self::Draft => "un brouillon".to_owned(),
            Self::Retired => "un guide retiré".to_owned(),
            Self::Outlived(product) => format!("le guide d’un produit arrêté, {}", quoted(product)),
            Self::Installs(product) => {
                format!("un guide qui dit d’installer un produit arrêté, {}", quoted(product))
            }
        }
    }
}

fn instead(found: &[&str], otherwise: &str) -> String {
    match found {
        [] => otherwise.to_owned(),
        found => format!("Nommez plutôt : [{}]", found.join(", ")),
    }
}

pub(crate) fn useless_replacement(place: Span, title: &str, why: &Useless<'_>, found: &[&str]) -> Diagnostic {
    Diagnostic::new(
        &E233,
        place,
        format!("« remplace_par » nomme {} : c’est {}.", quoted(title), why.told()),
        instead(found, "Nommez un guide que l’on peut suivre aujourd’hui, ou retirez ce nom."),
    )
}

pub(crate) fn stopped_replacement(place: Span, product: &str, by: &str, found: &[&str]) -> Diagnostic {
    Diagnostic::new(
        &A115,
        place,
        format!("{} est remplacé par {}, qui est arrêté aussi.", quoted(product), quoted(by)),
        instead(found, "Nommez un produit qui sert aujourd’hui, ou retirez ce nom."),
    )
}

pub(crate) fn useless_see_also(place: Span, title: &str, why: &Useless<'_>, found: &[&str]) -> Diagnostic {
    Diagnostic::new(
        &A112,
        place,
        format!("« voir_aussi » nomme {} : c’est {}.", quoted(title), why.told()),
        instead(found, "Retirez ce nom de « voir_aussi »."),
    )
}
