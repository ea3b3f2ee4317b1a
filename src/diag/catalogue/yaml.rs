//! YAML that cannot be read.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    E020: "YAML mal formé", "Les fiches sont écrites en YAML : « clé: valeur », une par ligne ; les listes ont un tiret par ligne, ou des crochets [a, b]. Les retraits se font avec des espaces, jamais avec des tabulations. Un guillemet ouvert doit être fermé.";
    E021: "deux-points dans une valeur", "En YAML, un deux-points suivi d’un espace sépare une clé de sa valeur. Quand la valeur elle-même en contient, entourez-la de guillemets droits.\n\n  à éviter : titre: Skype : que faire ?\n  écrire   : titre: \"Skype : que faire ?\"";
    E022: "YAML trop compliqué", "Éliane refuse les ancres (&), les renvois (*) et les emboîtements très profonds : ils ne servent pas à écrire une fiche, et un fichier piégé peut s’en servir pour bloquer la machine.";
    E023: "pas d’en-tête", "Un guide commence par un en-tête entre deux lignes de trois tirets :\n\n  ---\n  numero: 412\n  titre: Rejoindre un appel vidéo\n  ---\n\n  Le texte vient ensuite.";
    E024: "espace insécable ou tabulation dans une clé", "Le clavier français produit parfois un espace insécable (Maj + Espace, ou Alt Gr + Espace). Il ne se voit pas, mais change le nom de la clé. Effacez l’espace et retapez-le.";
}

pub(crate) fn syntax(span: Span, detail: &str) -> Diagnostic {
    Diagnostic::new(
        &E020,
        span,
        format!("Cette fiche n’est pas du YAML bien formé : {detail}."),
        "Vérifiez les retraits (des espaces, pas de tabulation), les guillemets et les tirets autour de cette ligne.",
    )
}

pub(crate) fn colon(span: Span, key: &str, value: &str) -> Diagnostic {
    Diagnostic::new(
        &E021,
        span,
        "La valeur contient un deux-points : YAML croit y voir une autre clé.",
        format!("Entourez la valeur de guillemets droits : {key}: \"{}\"", value.replace('"', "\\\"")),
    )
}

pub(crate) fn too_complex(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E022,
        span,
        "Cette fiche est trop compliquée : ancres, renvois ou emboîtements trop nombreux.",
        "Écrivez chaque valeur en clair, sans « & » ni « * » devant un nom.",
    )
}

pub(crate) fn no_front_matter(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E023,
        span,
        "Ce guide n’a pas d’en-tête entre deux lignes « --- ».",
        "Commencez le fichier par « --- », les clés (numero, titre…), puis une autre ligne « --- ».",
    )
}

pub(crate) fn odd_space_in_key(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &E024,
        span,
        format!("La clé {} contient un espace insécable ou une tabulation.", quoted(key)),
        "Effacez l’espace et retapez-le avec la barre d’espace.",
    )
}
