//! The shape of a guide: its étapes, their picture and their two parts.

use super::{codes, did_you_mean, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Un guide est une suite d’étapes. Chaque titre de niveau 2 (## Ouvrez le lien) en commence une.
    E060: "guide sans étape";
    /// Beaucoup de lecteurs suivent les images plus que le texte. Chaque étape en a une, et une seule :
    ///
    ///   ![Une main appuie sur le bouton « Rejoindre »](rejoindre.svg "Le bouton est jaune")
    E061: "étape sans image";
    /// Une étape, une action, une image. S’il en faut deux, c’est sans doute qu’il y a deux étapes. L’image est seule
    /// sur sa ligne, entre le titre de l’étape et « ### Ce que vous voyez ».
    ///
    ///   ## Touchez le bouton
    ///
    ///   Touchez le bouton jaune.
    ///
    ///   ![Une main appuie sur le bouton](bouton.svg "Le bouton est jaune")
    ///
    ///   ### Ce que vous voyez
    E062: "image de trop, ou mal placée";
    /// La description (le texte entre crochets) est lue à voix haute à qui ne voit pas l’image, et s’affiche si l’image
    /// manque. Dites ce que l’on voit, avec les mots écrits dans l’image.
    E063: "image sans description";
    /// La légende (entre guillemets, après le nom du fichier) dit en quelques mots ce qu’il faut regarder :
    ///
    ///   ![description](image.svg "Le bouton est en bas")
    E064: "image sans légende";
    /// Qui suit un guide seul a besoin de savoir si l’étape a réussi. Ajoutez à l’étape un titre « ### Ce que vous
    /// voyez » et une phrase qui décrit l’écran.
    E065: "« Ce que vous voyez » manque";
    /// Qui reste bloqué seul abandonne. Ajoutez à l’étape un titre « ### Si ça ne marche pas » et dites que faire, avec
    /// un lien vers un guide, une étape ou un service.
    E066: "« Si ça ne marche pas » manque";
    /// Cette partie doit contenir au moins un lien vers un guide, une étape, un service ou un rôle, pour que personne
    /// ne reste bloqué :
    ///
    ///   Demandez à [France services](role:france-services).
    E067: "« Si ça ne marche pas » ne mène nulle part";
    /// Après le titre d’une étape, dites ce qu’il faut faire, en une ou deux phrases courtes.
    E068: "étape sans action";
    /// Une étape a deux parties, et leurs titres sont toujours les mêmes : « ### Ce que vous voyez » et « ### Si ça ne
    /// marche pas ».
    E069: "titre inconnu dans une étape";
    /// L’image nommée dans le texte n’est pas dans le dossier du guide. Vérifiez le nom du fichier, lettre par lettre,
    /// et son extension.
    E070: "image introuvable";
    /// Une image se place dans le dossier du guide qui la montre, à côté de guide.md. On écrit seulement son nom de
    /// fichier, sans chemin ni adresse web : le site doit marcher sans réseau.
    E071: "image hors du dossier";
    /// Un dessin SVG peut contenir un programme, ou aller chercher un fichier ailleurs. Éliane a la liste des éléments
    /// et des attributs qu’un dessin peut avoir, et refuse les autres : script, foreignObject, animations, attributs
    /// on…, adresses externes. Le message dit la ligne du dessin. Enregistrez le dessin en « SVG simple » (Inkscape :
    /// SVG simple).
    E072: "dessin SVG dangereux";
}

pub(crate) fn no_step(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E060,
        span,
        "Ce guide n’a aucune étape.",
        "Ajoutez un titre de niveau 2 par étape : ## Ouvrez le lien reçu",
    )
}

pub(crate) fn no_picture(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E061,
        span,
        format!("L’étape {} n’a pas d’image.", quoted(title)),
        "Ajoutez : ![description](image.svg \"légende\")",
    )
}

pub(crate) fn several_pictures(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        &E062,
        span,
        "Cette étape a déjà une image.",
        "Gardez une image, ou coupez l’étape en deux.",
    )
    .other(first, "la première est ici")
}

/// In a list, a notice, a link, bold words, or one of the two parts.
pub(crate) fn misplaced_picture(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E062,
        span,
        "Cette image n’est pas à la place d’une image.",
        "Mettez-la seule sur sa ligne, sous le titre de l’étape, avant « ### Ce que vous voyez » : ni liste, ni encadré, ni lien, ni gras.",
    )
}

pub(crate) fn no_alt(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E063,
        span,
        "Cette image n’a pas de description.",
        "Écrivez entre les crochets ce que l’image montre : ![Une main appuie sur « Rejoindre »](…)",
    )
}

pub(crate) fn no_caption(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E064,
        span,
        "Cette image n’a pas de légende.",
        "Ajoutez-la entre guillemets après le nom du fichier : ![…](image.svg \"Le bouton est en bas\")",
    )
}

pub(crate) fn no_outcome(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E065,
        span,
        format!("L’étape {} ne dit pas ce que l’on voit.", quoted(title)),
        "Ajoutez : ### Ce que vous voyez",
    )
}

pub(crate) fn no_fallback(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E066,
        span,
        format!("L’étape {} ne dit pas que faire en cas d’échec.", quoted(title)),
        "Ajoutez : ### Si ça ne marche pas",
    )
}

pub(crate) fn fallback_without_link(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E067,
        span,
        "Cette partie ne mène à aucun guide, aucune étape, aucun service.",
        "Ajoutez un lien, par exemple : [Demander de l’aide](role:france-services)",
    )
}

pub(crate) fn no_action(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E068,
        span,
        format!("L’étape {} ne dit pas quoi faire.", quoted(title)),
        "Écrivez une phrase sous le titre.",
    )
}

pub(crate) fn unknown_part(span: Span, title: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E069,
        span,
        format!("{} n’est pas une partie d’étape.", quoted(title)),
        did_you_mean(near, "Les deux titres possibles : « Ce que vous voyez » et « Si ça ne marche pas »."),
    )
}

pub(crate) fn picture_missing(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E070,
        span,
        format!("L’image {} n’est pas dans le dossier.", quoted(name)),
        did_you_mean(near, "Placez l’image à côté du texte, ou corrigez son nom."),
    )
}

pub(crate) fn picture_elsewhere(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &E071,
        span,
        format!("L’image {} n’est pas un simple nom de fichier.", quoted(name)),
        match name.strip_prefix("./").filter(|name| !name.contains(['/', '\\', ':'])) {
            Some(name) => format!("Écrivez seulement son nom : {name}"),
            None => "Copiez l’image dans le dossier du guide et écrivez seulement son nom.".to_owned(),
        },
    )
}
