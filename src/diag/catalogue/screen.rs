//! Films as guides show them: each whole without its sound, or the build stops.

use super::{codes, did_you_mean, quoted};
use crate::diag::{Diagnostic, Place};
use crate::source::Span;

codes! {
    /// Le film nommé dans le texte n’est pas dans le dossier du guide. Vérifiez le nom du fichier, lettre par lettre,
    /// et son extension.
    E200: "film introuvable";
    /// Un film se place dans le dossier du guide qui le montre, à côté de guide.md. On écrit seulement son nom de
    /// fichier, sans chemin ni adresse web : le site doit marcher sans réseau.
    E201: "film hors du dossier";
    /// Une personne qui n’entend pas doit pouvoir suivre chaque film. Un film sans parole en a besoin aussi : ses
    /// sous-titres disent ce qu’il montre. Les sous-titres sont dans un fichier à côté du film, au même nom, suivi de
    /// .fr.vtt (ou .fr.srt) :
    ///
    ///   mon-film.webm
    ///   mon-film.fr.vtt
    ///
    /// Un fichier WebVTT commence ainsi :
    ///
    ///   WEBVTT
    ///
    ///   00:00.500 --> 00:04.000
    ///   Ouvrez le lien reçu.
    E202: "sous-titres français manquants";
    /// L’affiche est l’image qui représente le film avant qu’on le lance, et sur le papier. Elle est à côté du film, au
    /// même nom : mon-film.png, mon-film.jpg, mon-film.webp ou mon-film.svg. Prenez une image du film où l’on comprend
    /// de quoi il parle.
    E203: "affiche manquante";
    /// Le titre, entre crochets, dit ce que montre le film. Il est écrit au-dessus, et lu à voix haute à qui ne voit
    /// pas l’écran :
    ///
    ///   ![Transférer un SMS au 33700](transferer.webm)
    E206: "film sans titre";
    /// Un film est seul sur sa ligne, dans l’introduction du guide, ou dans une étape, avant « Si ça ne marche pas ».
    /// Dans une phrase, une liste ou un encadré, il n’aurait pas la place d’être vu.
    E207: "film mal placé";
    /// Un film suffit à une étape, et un autre à l’introduction. S’il en faut deux, c’est sans doute qu’il y a deux
    /// étapes.
    E208: "deux films au même endroit";
    /// Le film a deux fichiers de sous-titres pour la même langue, l’un en .vtt et l’autre en .srt. Éliane ne peut pas
    /// deviner lequel est à jour. Gardez-en un.
    E209: "deux fichiers pour les mêmes sous-titres";
    /// Les sous-titres sont écrits dans la page elle-même : c’est la seule façon de les montrer depuis une clé USB.
    /// Au-delà de 60 kilo-octets, soit une demi-heure de paroles, la page s’ouvre lentement sur un vieil ordinateur.
    /// Coupez le film en plusieurs, ou gardez moins de langues.
    A060: "sous-titres lourds";
    /// Ce fichier ressemble à des sous-titres ou à une transcription, mais aucun film montré ne porte son nom :
    /// personne ne le lira. Les noms possibles, à côté de mon-film.webm :
    ///
    ///   mon-film.fr.vtt               sous-titres français (ou .fr.srt)
    ///   mon-film.en.vtt               sous-titres dans une autre langue
    ///   mon-film.fr.descriptions.vtt  ce que l’on voit, en mots
    ///   mon-film.fr.chapitres.vtt     chapitres
    ///   mon-film.fr.txt               texte du film, à la place de celui fait des sous-titres
    A061: "fichier d’aucun film";
    /// Le fichier .fr.txt remplace le texte que le programme fait avec les sous-titres. Il peut dire plus, ou
    /// autrement. Mais un mot qui n’est que d’un côté est souvent un oubli : relisez les deux. Un chiffre ou un nom de
    /// bouton doit être le même partout.
    A062: "le texte du film ne dit pas la même chose que ses sous-titres";
    /// Ce film est à côté d’un guide qui ne le montre pas. C’est souvent un nom mal écrit, ou du poids pour rien : il
    /// n’ira pas sur le site.
    A063: "film que rien ne montre";
}

pub(crate) fn missing(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E200,
        span,
        format!("Le film {} n’est pas dans le dossier.", quoted(name)),
        did_you_mean(near, "Placez le film à côté du texte, ou corrigez son nom."),
    )
}

pub(crate) fn elsewhere(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &E201,
        span,
        format!("Le film {} n’est pas un simple nom de fichier.", quoted(name)),
        "Copiez le film dans le dossier du guide et écrivez seulement son nom.",
    )
}

/// `path` is that of the file to create; `near`, a file that was perhaps meant for it.
pub(crate) fn no_captions(span: Span, film: &str, path: &str, near: Option<&str>) -> Diagnostic {
    let repair = match near {
        Some(near) => format!("Renommez {} en {}", quoted(near), quoted(name(path))),
        None => format!("Créez le fichier : {path}"),
    };
    Diagnostic::new(
        &E202,
        span,
        format!("Le film {} n’a pas de sous-titres en français.", quoted(film)),
        repair,
    )
}

/// `path` is that of the picture to make, `of` that of the film.
pub(crate) fn no_poster(span: Span, film: &str, path: &str, of: &str) -> Diagnostic {
    Diagnostic::new(
        &E203,
        span,
        format!("Le film {} n’a pas d’affiche.", quoted(film)),
        format!("Créez l’image {path} (par exemple : ffmpeg -ss 1 -i \"{of}\" -frames:v 1 \"{path}\")"),
    )
}

pub(crate) fn no_title(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E206,
        span,
        "Ce film n’a pas de titre.",
        "Écrivez-le entre les crochets : ![Ce que montre le film](…)",
    )
}

pub(crate) fn misplaced(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E207,
        span,
        "Un film ne peut pas être à cet endroit.",
        "Placez-le seul sur sa ligne, avec une ligne vide avant et après, avant « Si ça ne marche pas ».",
    )
}

pub(crate) fn several(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        &E208,
        span,
        "Il y a déjà un film ici.",
        "Gardez un film, ou placez le second dans une autre étape.",
    )
    .other(first, "le premier est ici")
}

pub(crate) fn twice(path: &str, other: &str) -> Diagnostic {
    Diagnostic::new(
        &E209,
        path,
        format!("Ces sous-titres sont aussi dans {}.", quoted(name(other))),
        "Gardez un seul des deux fichiers.",
    )
    .other(Place::Path(other.to_owned(), None), "l’autre fichier est ici")
}

/// `bytes`: what all the tracks of one film weigh.
pub(crate) fn heavy_captions(span: Span, film: &str, bytes: usize) -> Diagnostic {
    Diagnostic::new(
        &A060,
        span,
        format!(
            "Les sous-titres du film {} pèsent {}\u{a0}ko dans la page.",
            quoted(film),
            bytes.div_ceil(1000)
        ),
        "Coupez le film en plusieurs, ou gardez moins de langues.",
    )
}

pub(crate) fn orphan(path: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &A061,
        path,
        "Ce fichier n’accompagne aucun film de ce guide.",
        did_you_mean(near, "Donnez-lui le nom du film, suivi de .fr.vtt ou de .fr.txt, ou supprimez-le."),
    )
}

pub(crate) fn other_words(path: &str, only_here: &[String], only_captions: &[String]) -> Diagnostic {
    let some = |words: &[String]| {
        let dots = if words.len() > 5 { "…" } else { "" };
        words.iter().take(5).map(|word| quoted(word)).collect::<Vec<_>>().join(", ") + dots
    };
    let mut parts = Vec::new();
    if !only_captions.is_empty() {
        parts.push(format!("seulement dans les sous-titres : {}", some(only_captions)));
    }
    if !only_here.is_empty() {
        parts.push(format!("seulement dans le texte : {}", some(only_here)));
    }
    Diagnostic::new(
        &A062,
        path,
        format!("Le texte du film et ses sous-titres diffèrent : {}.", parts.join(" ; ")),
        "Relisez les deux, et complétez celui à qui il manque quelque chose.",
    )
}

pub(crate) fn unused(path: &str) -> Diagnostic {
    Diagnostic::new(
        &A063,
        path,
        "Aucun guide ne montre ce film.",
        format!("Montrez-le : ![Titre du film]({}), ou supprimez-le.", name(path)),
    )
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
