//! Captions that people cannot follow.

use super::{
    A042, A043, A044, A045, A046, A047, A048, A049, E177, E178, E179, E180, E181, E182, E183, E184, Who,
    seconds, stamped,
};
use crate::diag::Diagnostic;
use crate::diag::catalogue::quoted;
use crate::source::Span;

pub(crate) fn too_many_lines(span: Span, who: Who, lines: usize) -> Diagnostic {
    Diagnostic::new(
        &E177,
        span,
        format!("{} : il a {lines} lignes, pour deux au plus.", who.named()),
        "Coupez-le en deux sous-titres, ou joignez ses lignes si elles sont courtes.",
    )
}

pub(crate) fn line_too_long(span: Span, who: Who, width: usize) -> Diagnostic {
    Diagnostic::new(
        &E178,
        span,
        format!("{} : cette ligne a {width} caractères, pour 42 au plus.", who.named()),
        "Coupez-la à un groupe de sens, ou coupez le sous-titre en deux.",
    )
}

pub(crate) fn line_long(span: Span, who: Who, width: usize) -> Diagnostic {
    Diagnostic::new(
        &A043,
        span,
        format!("{} : cette ligne a {width} caractères ; mieux vaut 40 au plus.", who.named()),
        "Coupez-la à un groupe de sens.",
    )
}

/// `count`: characters that are there, and the most that can be read. `until`: when it could end, if it is not too much.
pub(crate) fn too_fast(span: Span, who: Who, count: (usize, u64), ms: u64, until: Option<u64>) -> Diagnostic {
    let repair = match until {
        Some(until) => {
            format!("Laissez-le jusqu’à {}, ou dites la même chose en moins de mots.", stamped(until))
        }
        None => "Coupez-le en deux sous-titres, ou dites la même chose en moins de mots.".to_owned(),
    };
    Diagnostic::new(
        &E179,
        span,
        format!(
            "{} : {} caractères en {}, c’est trop pour lire ({} au plus).",
            who.named(),
            count.0,
            seconds(ms),
            count.1
        ),
        repair,
    )
}

pub(crate) fn too_short(span: Span, who: Who, ms: u64, until: u64) -> Diagnostic {
    Diagnostic::new(
        &E180,
        span,
        format!("{} : il reste {}, moins d’une seconde.", who.named(), seconds(ms)),
        format!("Laissez-le jusqu’à {}, ou joignez-le à son voisin.", stamped(until)),
    )
}

pub(crate) fn too_long(span: Span, who: Who, ms: u64) -> Diagnostic {
    Diagnostic::new(
        &A044,
        span,
        format!("{} : il reste {}, plus de 7 secondes.", who.named(), seconds(ms)),
        "Coupez-le en deux, ou faites-le partir plus tôt.",
    )
}

pub(crate) fn overlap(span: Span, who: Who, other: Who, end: Span) -> Diagnostic {
    Diagnostic::new(
        &E181,
        span,
        format!("{} : il commence avant que le sous-titre {} soit parti.", who.named(), other.number),
        "Faites finir l’autre plus tôt, ou réunissez les deux en un seul.",
    )
    .other(end, "l’autre finit ici")
}

pub(crate) fn out_of_order(span: Span, who: Who, other: Who, timing: Span) -> Diagnostic {
    Diagnostic::new(
        &E182,
        span,
        format!(
            "{} : il commence avant le sous-titre {}, qui est au-dessus de lui.",
            who.named(),
            other.number
        ),
        "Corrigez son temps, ou remettez-le à sa place.",
    )
    .other(timing, "celui du dessus")
}

pub(crate) fn no_gap(span: Span, who: Who, gap: u64) -> Diagnostic {
    let gap = match gap {
        0 => "sans aucun vide".to_owned(),
        gap => format!("après un vide de {gap} millièmes de seconde"),
    };
    Diagnostic::new(
        &A045,
        span,
        format!("{} : il suit le précédent {gap}.", who.named()),
        "Faites finir le précédent 80 millièmes de seconde plus tôt. « eliane sous-titres --corriger FICHIER » le fait.",
    )
}

/// The film lasts `film_ms`.
pub(crate) fn after_the_end(span: Span, who: Who, film_ms: u64) -> Diagnostic {
    let message = if who.start_ms >= film_ms {
        format!("{} : il commence quand le film est fini.", who.named())
    } else {
        format!("{} : il finit après le film.", who.named())
    };
    Diagnostic::new(
        &E183,
        span,
        message,
        format!("Le film dure {} : il doit partir avant {}.", seconds(film_ms), stamped(film_ms)),
    )
}

pub(crate) fn speaker_unmarked(span: Span, who: Who, name: &str) -> Diagnostic {
    Diagnostic::new(
        &A046,
        span,
        format!("{} : {} prend la parole, et rien ne le montre.", who.named(), quoted(name)),
        format!("Commencez par un tiret, « – », ou par le nom : « {} : ».", name.to_uppercase()),
    )
}

pub(crate) fn colour_alone(span: Span, who: Who, colour: &str) -> Diagnostic {
    let (message, repair) = match colour {
        "red" | "magenta" => (
            "ce bruit ou cette musique n’est dit que par la couleur",
            "Mettez-le entre crochets : [Le téléphone sonne].",
        ),
        _ => (
            "la couleur change, et rien d’autre ne dit qui parle",
            "Commencez par un tiret, « – », ou par un nom : « CLAIRE : ».",
        ),
    };
    Diagnostic::new(&E184, span, format!("{} : {message}.", who.named()), repair)
}

pub(crate) fn sound_unmarked(span: Span, who: Who, text: &str) -> Diagnostic {
    let bare = text.trim_matches(['*', ' ', '.']);
    Diagnostic::new(
        &A047,
        span,
        format!("{} : {} semble être un bruit, et il est écrit comme une parole.", who.named(), quoted(text)),
        format!("Mettez-le entre crochets : [{bare}]"),
    )
}

pub(crate) fn bad_cut(span: Span, who: Who, words: (&str, &str), better: &str) -> Diagnostic {
    let (last, next) = words;
    Diagnostic::new(
        &A042,
        span,
        format!("{} : la ligne est coupée entre {} et {}.", who.named(), quoted(last), quoted(next)),
        format!("Coupez ainsi : {better}"),
    )
}

pub(crate) fn straight_quote(span: Span, who: Who) -> Diagnostic {
    Diagnostic::new(
        &A048,
        span,
        format!("{} : ces guillemets sont droits.", who.named()),
        "Écrivez « et », avec une espace à l’intérieur.",
    )
}

pub(crate) fn missing_space(span: Span, who: Who, sign: char, after: bool) -> Diagnostic {
    let where_ = if after { "après" } else { "avant" };
    Diagnostic::new(
        &A048,
        span,
        format!("{} : il manque une espace {where_} « {sign} ».", who.named()),
        "Ajoutez-la. « eliane sous-titres --corriger FICHIER » le fait.",
    )
}

/// `better`: the name of that colour in captions; empty when they have none.
pub(crate) fn other_colour(span: Span, who: Who, colour: &str, better: &str) -> Diagnostic {
    if better.is_empty() {
        return unknown_colour(span, who, colour);
    }
    Diagnostic::new(
        &A049,
        span,
        format!("{} : la couleur {} ne se verra pas.", who.named(), quoted(colour)),
        format!("Écrivez {better} : <c.{better}>…</c>."),
    )
}

pub(crate) fn unknown_colour(span: Span, who: Who, colour: &str) -> Diagnostic {
    let repair = match colour {
        "green" => "Écrivez lime : le vert des sous-titres porte ce nom.",
        _ => "Choisissez : white, yellow, red, magenta, cyan ou lime.",
    };
    Diagnostic::new(
        &A049,
        span,
        format!("{} : la couleur {} ne se verra pas.", who.named(), quoted(colour)),
        repair,
    )
}
