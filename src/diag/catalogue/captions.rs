//! Captions: files that browsers do not take as their author meant, and captions that people cannot follow.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    E170: "ce n’est pas un fichier de sous-titres", "Un fichier de sous-titres .vtt commence par une ligne qui porte le seul mot WEBVTT, en capitales, puis une ligne vide. Sans elle, les navigateurs n’affichent rien.\n\n  WEBVTT\n\n  00:00.500 --> 00:04.000\n  Ouvrez le lien reçu.\n\nUn fichier .srt n’a pas cette ligne. Il ne suffit pas de changer son nom : la commande « eliane captions film.fr.srt -o film.fr.vtt » le convertit.";
    E171: "temps illisible", "La ligne de temps dit quand un sous-titre paraît, et quand il disparaît. Mal écrite, le navigateur saute tout le sous-titre sans rien dire. Dans un fichier .vtt, les millièmes ont trois chiffres et suivent un point ; la flèche est faite de deux traits d’union et d’un signe supérieur :\n\n  00:01.500 --> 00:04.000\n  01:02:03.500 --> 01:02:06.000";
    E172: "un sous-titre finit avant de commencer", "Le second temps doit être après le premier. Sinon, le sous-titre ne paraît jamais. C’est souvent un chiffre mal tapé.";
    E173: "texte que personne ne verra", "Ce texte n’a pas de ligne de temps juste au-dessus de lui : aucun lecteur ne l’affiche. C’est souvent une ligne vide de trop au milieu d’un sous-titre. Une remarque pour vous-même commence par NOTE :\n\n  NOTE relu le 12 mars";
    E174: "signe qui cache du texte", "Dans un fichier .vtt, le signe inférieur commence une balise : ce qui le suit ne se voit plus, jusqu’au signe supérieur. Pour montrer ce signe lui-même, écrivez &lt; (et &amp; pour l’esperluette). Les balises possibles : <i>, <b>, <u>, <c.yellow>, <v Prénom>, <lang en>, <ruby>, <rt>.";
    A040: "réglage que le navigateur ignore", "Après les temps, un réglage place le sous-titre : line:0 le met en haut, line:90% presque en bas, position:10% à gauche, align:start, size:50%. Le navigateur saute en silence un réglage mal écrit. Les blocs STYLE et REGION doivent être avant le premier sous-titre.";
    A041: "balise inconnue ou mal fermée", "Le navigateur saute une balise qu’il ne connaît pas. Les balises possibles : <i>, <b>, <u>, <c.yellow>, <v Prénom>, <lang en>, <ruby>, <rt>. Chacune se ferme, dans l’ordre contraire de l’ouverture : <i><b>…</b></i>. Les couleurs sont des classes : <c.yellow>…</c>.";
    A049: "couleur inconnue", "Les couleurs des sous-titres ont un sens, le même sur toutes les chaînes françaises : white (blanc) à l’écran, yellow (jaune) hors de l’écran, red (rouge) les bruits, magenta la musique, cyan les pensées et le narrateur, lime (vert) une langue étrangère. Une autre couleur ne se verrait pas : <c.yellow>…</c>.";
}

/// Which caption a finding is about, as people name it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Who {
    /// From 1, in the order of the file.
    pub number: usize,
    pub start_ms: u64,
}

impl Who {
    /// « Sous-titre 12 (à 01:02,5) »
    fn named(self) -> String {
        format!("Sous-titre {} (à {})", self.number, clock(self.start_ms))
    }
}

/// « 01:02,5 »; with hours when there are some.
fn clock(ms: u64) -> String {
    let (seconds, tenths) = (ms / 1000, ms / 100 % 10);
    let short = format!("{:02}:{:02},{tenths}", seconds / 60 % 60, seconds % 60);
    if seconds >= 3600 { format!("{}:{short}", seconds / 3600) } else { short }
}

/// What is most likely wrong with a line of times.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BadTime {
    /// SRT's commas in a WebVTT file.
    Comma,
    /// `->` for `-->`.
    Arrow,
    Digits,
}

/// The same fault stands in the file so many times more.
pub(crate) fn and_more(finding: &mut Diagnostic, more: usize) {
    finding.message.push_str(&format!(" (Et {more} fois encore dans ce fichier.)"));
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

pub(crate) fn bad_time(span: Span, why: BadTime) -> Diagnostic {
    let (message, repair) = match why {
        BadTime::Comma => (
            "Cette ligne de temps a des virgules : le navigateur saute tout le sous-titre.",
            "Remplacez chaque virgule par un point : 00:01.500 --> 00:04.000",
        ),
        BadTime::Arrow => (
            "La flèche de cette ligne de temps est mal écrite : le navigateur saute tout le sous-titre.",
            "La flèche est faite de deux traits d’union et d’un signe supérieur : 00:01.500 --> 00:04.000",
        ),
        BadTime::Digits => (
            "Cette ligne de temps ne se lit pas : le sous-titre ne paraîtra jamais.",
            "Écrivez minutes, secondes et millièmes : 00:01.500 --> 00:04.000",
        ),
    };
    Diagnostic::new(&E171, span, message, repair)
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
