//! Files that browsers do not take as their author meant.

use super::{A040, A041, E170, E171, E172, E173, E174, E175, E176, Who, stamped};
use crate::diag::Diagnostic;
use crate::diag::catalogue::quoted;
use crate::source::Span;

/// What is most likely wrong with a line of times.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BadTime {
    /// SRT's commas in a WebVTT file.
    Comma,
    /// `->` for `-->`.
    Arrow,
    /// One that is no ordinary space.
    Space,
    /// An arrow in a text.
    Words,
    /// The last digits count the pictures of a second.
    Frames,
    /// The words stand on the line of times.
    Beside,
    Digits,
}

pub(crate) fn no_signature(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E170,
        span,
        "Ce fichier ne commence pas par la ligne « WEBVTT » : aucun navigateur ne le lira.",
        "Écrivez WEBVTT sur la première ligne, puis laissez une ligne vide.",
    )
}

pub(crate) fn srt_named_vtt(span: Span, path: &str) -> Diagnostic {
    let stem = path.strip_suffix(".vtt").unwrap_or(path);
    Diagnostic::new(
        &E170,
        span,
        "Ce fichier est écrit comme un .srt, et son nom finit par .vtt.",
        format!("Renommez-le {stem}.srt : Éliane lit les deux sortes."),
    )
}

pub(crate) fn no_captions_here(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E170,
        span,
        "Ce texte n’est pas un fichier de sous-titres : il n’a aucune ligne de temps.",
        "Écrivez WEBVTT sur la première ligne, puis vos sous-titres : 00:00.500 --> 00:04.000, et le texte à la ligne.",
    )
}

/// `times`: what was meant, when it can be guessed; the repair is that very line then.
pub(crate) fn bad_time(span: Span, why: BadTime, times: Option<(u64, u64)>, srt: bool) -> Diagnostic {
    let (message, repair) = match why {
        BadTime::Comma => (
            "Cette ligne de temps a des virgules : le navigateur saute tout le sous-titre.",
            "Remplacez chaque virgule par un point : 00:01.500 --> 00:04.000",
        ),
        BadTime::Arrow => (
            "La flèche de cette ligne de temps est mal écrite : le sous-titre ne paraîtra jamais.",
            "La flèche est faite de deux traits d’union et d’un signe supérieur : 00:01.500 --> 00:04.000",
        ),
        BadTime::Space => (
            "Cette ligne de temps contient une espace insécable : le navigateur saute tout le sous-titre.",
            "Tapez une espace ordinaire de chaque côté de la flèche : 00:01.500 --> 00:04.000",
        ),
        BadTime::Words => (
            "Dans un fichier .vtt, la flèche --> est réservée aux temps : elle coupe le sous-titre.",
            "Pour montrer une flèche, écrivez → ou --&gt;",
        ),
        BadTime::Frames => (
            "Ces temps comptent des images (les deux derniers chiffres), et non des millièmes : le sous-titre ne paraîtra jamais.",
            "Dans le programme de montage, exportez les sous-titres en .srt.",
        ),
        BadTime::Beside => (
            "Ces temps et ces mots sont sur la même ligne : le sous-titre ne paraîtra jamais.",
            "Mettez les mots à la ligne, sous les temps : 00:01.500 --> 00:04.000",
        ),
        BadTime::Digits => (
            "Cette ligne de temps ne se lit pas : le sous-titre ne paraîtra jamais.",
            "Écrivez minutes, secondes et millièmes : 00:01.500 --> 00:04.000",
        ),
    };
    let repair = match times {
        Some((start, end)) => {
            let line = format!("{} --> {}", stamped(start), stamped(end));
            let line = if srt { line.replace('.', ",") } else { line };
            match why {
                BadTime::Frames => format!("À 25 images par seconde, écrivez : {line}").replacen(
                    "25",
                    if [start, end].iter().all(|ms| ms % 40 == 0) { "25" } else { "30" },
                    1,
                ),
                BadTime::Beside => format!("Mettez les mots à la ligne, sous : {line}"),
                _ => format!("Écrivez : {line}"),
            }
        }
        None => repair.to_owned(),
    };
    Diagnostic::new(&E171, span, message, repair)
}

/// Text that stands on the line of times, where no reader looks for it.
pub(crate) fn words_beside_times(span: Span, words: &str) -> Diagnostic {
    Diagnostic::new(
        &E171,
        span,
        format!("Du texte suit les temps sur la même ligne, et personne ne le verra : {}.", quoted(words)),
        "Mettez-le à la ligne, sous les temps.",
    )
}

pub(crate) fn backwards(span: Span, who: Who) -> Diagnostic {
    Diagnostic::new(
        &E172,
        span,
        format!("{} : il finit avant de commencer, et ne paraîtra jamais.", who.named()),
        "Corrigez le second temps : il doit être après le premier.",
    )
}

pub(crate) fn lost_text(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(
        &E173,
        span,
        format!("Personne ne verra ce texte : {} n’a pas de ligne de temps.", quoted(text.trim())),
        "Ôtez la ligne vide qui le précède, ou écrivez ses temps au-dessus : 00:01.500 --> 00:04.000",
    )
}

/// `inside`: what follows the `<`.
pub(crate) fn hidden(span: Span, who: Who, inside: &str) -> Diagnostic {
    Diagnostic::new(
        &E174,
        span,
        format!("{} : le signe « < » cache {}.", who.named(), quoted(inside.trim())),
        "Écrivez &lt; à la place du signe, ou corrigez la balise.",
    )
}

pub(crate) fn ignored_setting(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(
        &A040,
        span,
        format!("Le navigateur ne comprend pas ce réglage : {}.", quoted(word)),
        "Corrigez-le ou ôtez-le. Par exemple : line:0 pour placer le sous-titre en haut.",
    )
}

pub(crate) fn late_block(span: Span, head: &str) -> Diagnostic {
    Diagnostic::new(
        &A040,
        span,
        format!("Le bloc {} est après un sous-titre : le navigateur l’ignore.", quoted(head)),
        "Placez-le au début du fichier, après WEBVTT et une ligne vide.",
    )
}

pub(crate) fn unknown_tag(span: Span, who: Who, inside: &str) -> Diagnostic {
    let shown = if inside.starts_with('{') { inside.to_owned() } else { format!("<{inside}>") };
    Diagnostic::new(
        &A041,
        span,
        format!("{} : la balise {} n’existe pas dans les sous-titres.", who.named(), quoted(&shown)),
        "Ôtez-la, ou choisissez : <i>, <b>, <u>, <c.yellow>, <v Prénom>.",
    )
}

pub(crate) fn stray_tag(span: Span, who: Who, inside: &str) -> Diagnostic {
    Diagnostic::new(
        &A041,
        span,
        format!("{} : la balise {} n’est pas à sa place.", who.named(), quoted(&format!("<{inside}>"))),
        "Ôtez-la, ou ouvrez avant elle la balise qu’elle ferme.",
    )
}

pub(crate) fn open_tag(span: Span, who: Who, name: &str) -> Diagnostic {
    Diagnostic::new(
        &A041,
        span,
        format!("{} : la balise {} n’est jamais fermée.", who.named(), quoted(&format!("<{name}>"))),
        format!("Écrivez </{name}> à la fin de ce qu’elle marque."),
    )
}

pub(crate) fn empty_track(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E175,
        span,
        "Ce fichier ne contient aucun sous-titre.",
        "Écrivez au moins un sous-titre : 00:00.500 --> 00:04.000, puis son texte à la ligne.",
    )
}

pub(crate) fn empty_cue(span: Span, who: Who) -> Diagnostic {
    Diagnostic::new(
        &E176,
        span,
        format!("{} : il n’a pas de texte.", who.named()),
        "Écrivez son texte juste sous cette ligne, ou supprimez-le.",
    )
}
