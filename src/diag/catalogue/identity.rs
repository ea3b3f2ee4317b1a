//! Names, numbers, addresses and references.

use super::{codes, did_you_mean, quoted};
use crate::diag::Diagnostic;
use crate::diag::Place;
use crate::source::Span;

codes! {
    /// Le nom du dossier d’un guide, ou du fichier d’une fiche, devient l’adresse de sa page. Pour marcher sur toutes
    /// les clés USB et tous les ordinateurs, il n’a que des lettres minuscules sans accent, des chiffres et des traits
    /// d’union.
    E040: "nom qui ne peut pas être une adresse";
    /// Le numéro d’un guide se dit au téléphone et s’imprime : deux guides ne peuvent pas le partager, même si l’un est
    /// retiré. Un guide retiré garde son fichier (etat: retire) et donc son numéro.
    E041: "numéro de fiche déjà pris";
    /// Deux contenus donneraient le même fichier. Renommez l’un des deux, ou retirez l’alias en trop.
    E042: "deux pages à la même adresse";
    /// Un alias est une ancienne adresse du site, relative, en minuscules, qui finit par .html :
    /// guides/ancien-nom.html. Windows garde quelques noms pour lui (con, nul, aux, com1…) : une page qui le porte ne
    /// se copie pas sur une clé USB.
    E043: "ancienne adresse mal écrite";
    /// La clé nomme une autre fiche (un besoin, un produit, un guide, un service, un mot) par son nom de dossier ou de
    /// fichier. Ce nom n’existe pas.
    E044: "renvoi à un nom qui n’existe pas";
    /// Un territoire se nomme par son code officiel, entre guillemets : code INSEE de la commune ("29103"), numéro
    /// SIREN de l’intercommunalité ("242900801"), numéro du département ("29"), de la région ("R53"), ou "FR" pour
    /// toute la France. Le code postal n’est pas un code de commune : plusieurs communes partagent souvent le même.
    E045: "territoire inconnu";
    /// Dans une liste, deux entrées portent le même nom (id). Un lien vers ce nom ne saurait où aller.
    E046: "nom écrit deux fois";
}

pub(crate) fn bad_id(place: impl Into<Place>, name: &str, slug: &str) -> Diagnostic {
    Diagnostic::new(
        &E040,
        place,
        format!("{} ne peut pas servir d’adresse.", quoted(name)),
        if slug.is_empty() {
            "Choisissez un nom fait de lettres minuscules sans accent, de chiffres et de traits d’union."
                .to_owned()
        } else {
            format!("Renommez-le : {slug}")
        },
    )
}

/// Windows keeps the name for a device. `slug`: the name as an address, that may be kept as well.
pub(crate) fn reserved_id(place: impl Into<Place>, name: &str, slug: &str) -> Diagnostic {
    Diagnostic::new(
        &E040,
        place,
        format!(
            "Windows garde le nom {} pour lui : une clé USB qui le porte ne pourrait pas y être copiée.",
            quoted(name)
        ),
        format!("Donnez-lui un autre nom, par exemple : fiche-{slug}"),
    )
}

pub(crate) fn number_taken(span: Span, number: u16, first: Span, free: u16) -> Diagnostic {
    Diagnostic::new(
        &E041,
        span,
        format!("Le numéro {number} est déjà celui d’un autre guide."),
        format!("Choisissez un numéro libre, par exemple {free}."),
    )
    .other(first, "pris ici")
}

pub(crate) fn same_address(place: Place, address: &str, other: Place) -> Diagnostic {
    // Pictures and films have the names of their files, without accents, capitals and spaces.
    let (message, repair) = if address.ends_with(".html") || !address.contains('.') {
        (
            format!("Deux contenus donneraient la page {}.", quoted(address)),
            "Renommez l’un des deux, ou retirez l’alias en trop.",
        )
    } else {
        (
            format!("Deux fichiers montrés auraient la même adresse : {}.", quoted(address)),
            "Renommez l’un des deux fichiers, dans le texte aussi : leurs noms ne diffèrent que par des accents, des majuscules ou des espaces.",
        )
    };
    Diagnostic::new(&E042, place, message, repair).other(other, "l’autre est ici")
}

pub(crate) fn bad_alias(span: Span, alias: &str) -> Diagnostic {
    Diagnostic::new(
        &E043,
        span,
        format!("{} n’est pas une ancienne adresse du site.", quoted(alias)),
        "Écrivez une adresse relative, en minuscules sans accent, qui finit par .html : guides/ancien-nom.html",
    )
}

/// `name`: the part that no file of Windows can bear; `meant`: an address that passes.
pub(crate) fn reserved_alias(span: Span, alias: &str, name: &str, meant: &str) -> Diagnostic {
    Diagnostic::new(
        &E043,
        span,
        format!(
            "Windows garde le nom {} pour lui : la page {} ne pourrait pas être copiée sur une clé USB.",
            quoted(name),
            quoted(alias)
        ),
        format!("Retirez cette ancienne adresse, ou donnez-lui un autre nom, par exemple : {meant}"),
    )
}

/// `kind`: « guide », « besoin »…, with its article in `article` (« un guide »).
pub(crate) fn unknown_reference(span: Span, article: &str, id: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E044,
        span,
        format!("{} n’est pas {article} de ce site.", quoted(id)),
        did_you_mean(near, "Corrigez le nom, ou créez la fiche."),
    )
}

pub(crate) fn unknown_territory(span: Span, code: &str) -> Diagnostic {
    let repair = if code.len() == 4 {
        "Il manque sans doute le zéro du début : écrivez le code entre guillemets, par exemple \"01001\"."
    } else {
        "Écrivez entre guillemets le code INSEE de la commune, le SIREN de l’intercommunalité, le numéro du département, ou \"FR\"."
    };
    Diagnostic::new(
        &E045,
        span,
        format!("{} n’est pas le code d’un territoire de 2026.", quoted(code)),
        repair,
    )
}

/// `communes`: names and INSEE codes of those that the postal code serves.
pub(crate) fn postal_code(span: Span, code: &str, communes: &[(&str, &str)]) -> Diagnostic {
    let one = |(name, insee): &(&str, &str)| format!("{name} (\"{insee}\")");
    let repair = match communes {
        [(name, insee)] => format!("Le code INSEE de {name} est \"{insee}\"."),
        _ => {
            let first: Vec<String> = communes.iter().take(12).map(one).collect();
            let more = if communes.len() > first.len() { "…" } else { "." };
            format!("Choisissez le code INSEE de la commune : {}{more}", first.join(", "))
        }
    };
    Diagnostic::new(
        &E045,
        span,
        format!("{} n’est pas le code d’un territoire de 2026 : c’est un code postal.", quoted(code)),
        repair,
    )
}

pub(crate) fn duplicate_id(span: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        &E046,
        span,
        format!("Le nom {} est déjà pris dans cette liste.", quoted(id)),
        "Donnez un autre nom à l’une des deux entrées.",
    )
    .other(first, "pris ici")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_address_are_no_pages() {
        for (address, says) in [
            ("guides/g/e.png", "Deux fichiers montrés"),
            ("guides/g/film.webm", "Deux fichiers montrés"),
            ("guides/g.html", "donneraient la page"),
        ] {
            let found = same_address(Place::from("a"), address, Place::from("b"));
            assert!(found.message.contains(says) && found.message.contains(address), "{}", found.message);
        }
    }
}
