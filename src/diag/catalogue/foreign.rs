//! Timed texts of other programs: kinds that Éliane does not read, captions that roll, signs of a format.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::diag::catalogue::captions::{E170, Who};
use crate::source::{Span, extension};

codes! {
    /// Chaque ligne y est dite deux fois : en bas, puis en haut, avec la suivante dessous. C’est la forme des
    /// sous-titres automatiques de YouTube, quand on les télécharge avec le film. À l’écran, ils bougent sans arrêt ;
    /// ils ne tiennent ni les durées, ni les lignes.
    ///
    /// « eliane sous-titres --corriger FICHIER » les replie : chaque ligne une fois. Relisez ensuite : ces textes sont faits
    /// par une machine, sans ponctuation.
    E185: "sous-titres qui défilent";
    /// Éliane lit deux sortes de sous-titres, .vtt (WebVTT) et .srt (SubRip), parce que les navigateurs lisent la
    /// première, et que presque tous les programmes savent écrire la seconde. Dans le programme qui a fait ce fichier,
    /// enregistrez ou exportez les sous-titres en .srt ou en .vtt. Subtitle Edit, un programme gratuit, convertit
    /// presque toutes les sortes.
    E186: "sous-titres d’une autre sorte";
    /// Ces signes ne sont pas des mots : ils disent à un autre programme où placer le texte, comment le mettre en
    /// forme, ou quelle lettre écrire. Ici, ils s’afficheraient tels quels sur le film, et dans son texte. Retirez-les,
    /// ou écrivez ce qu’ils veulent dire : é pour &eacute;, une nouvelle ligne pour \N, line:0 après les temps pour
    /// placer en haut.
    A052: "signes d’un format dans un sous-titre";
    /// Le fichier .fr.txt est lu par les gens, à la place du film. Il n’a ni temps, ni numéros, ni balises : des
    /// phrases, en paragraphes séparés par une ligne vide. Si vous y avez copié les sous-titres, supprimez ce fichier :
    /// Éliane fait elle-même ce texte avec les sous-titres.
    A053: "temps et signes dans le texte du film";
}

/// How a kind of captions that Éliane does not read is called, by the name of its file.
#[must_use]
pub fn kind_of(path: &str) -> Option<&'static str> {
    Some(match extension(path).as_str() {
        "sbv" => "SBV, de YouTube",
        "ass" | "ssa" => "ASS, d’Aegisub",
        "ttml" | "dfxp" | "itt" => "TTML, de la télévision",
        "sub" => "MicroDVD ou SubViewer",
        "smi" | "sami" => "SAMI",
        "lrc" => "LRC, des paroles de chansons",
        "stl" => "STL, de la télévision",
        "scc" => "SCC, de la télévision",
        "idx" | "sup" => "images de DVD ou de Blu-ray",
        "srv1" | "srv2" | "srv3" | "json3" => "fichier interne de YouTube",
        "usf" | "mpl" | "mpl2" | "cap" | "xds" | "psb" => "d’un ancien programme",
        _ => return None,
    })
}

fn what_to_do(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!(
        "Dans le programme qui l’a fait, exportez-le en {stem}.srt ou en {stem}.vtt (Subtitle Edit, gratuit, sait le convertir)."
    )
}

/// A file of captions of another kind, beside the guides.
pub(crate) fn other_kind(path: &str, kind: &str) -> Diagnostic {
    Diagnostic::new(
        &E186,
        path,
        format!("Éliane ne lit pas cette sorte de sous-titres ({kind})."),
        what_to_do(path),
    )
}

/// The same, said where no site is.
#[must_use]
pub fn other_kind_alone(path: &str) -> Option<(String, String)> {
    let kind = kind_of(path)?;
    Some((format!("Éliane ne lit pas cette sorte de sous-titres ({kind})"), what_to_do(path)))
}

/// A text of another kind under the name of one that Éliane reads.
pub(crate) fn other_kind_inside(span: Span, path: &str, kind: &str) -> Diagnostic {
    Diagnostic::new(
        &E170,
        span,
        format!("Malgré son nom, ce fichier est d’une sorte qu’Éliane ne lit pas ({kind})."),
        what_to_do(path),
    )
}

/// `captions`: how many there are; `lines`: how many would be left.
pub(crate) fn rolling(span: Span, who: Who, captions: usize, lines: usize) -> Diagnostic {
    Diagnostic::new(
        &E185,
        span,
        format!(
            "Ces sous-titres défilent : chaque ligne y est deux fois, comme dans ceux que YouTube fait tout seul (à partir du sous-titre {}).",
            who.number
        ),
        format!(
            "« eliane sous-titres --corriger FICHIER » les replie : de {captions} sous-titres, il en reste {lines}. Relisez-les ensuite."
        ),
    )
}

/// Signs of a format that would be seen as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// With the sign that it names; empty when it names none.
    Entity(String),
    /// `\N`, `<br>`, `|`.
    LineEnd,
    /// `{\an8}`, `{y:i}`.
    Order,
    /// `<i>` that was escaped, `[/i]`.
    Tag,
    /// `>>`
    Turn,
    /// `\h`: a hard space.
    Space,
    /// `**`, `_mot_`: marks of Markdown.
    Mark,
    /// `<!-- -->`
    Remark,
    /// A number that names no letter.
    NoLetter,
}

pub(crate) fn sign(span: Span, who: Who, written: &str, sign: &Sign) -> Diagnostic {
    let repair = match sign {
        Sign::Entity(letter) if letter.is_empty() => "Tapez le signe lui-même.".to_owned(),
        Sign::Entity(letter) => format!("Tapez le signe lui-même : {letter}"),
        Sign::LineEnd => "Allez à la ligne à cet endroit.".to_owned(),
        Sign::Order => {
            "Retirez-le. Pour placer le sous-titre en haut, dans un .vtt : line:0 après les temps.".to_owned()
        }
        Sign::Tag => "Retirez-le. Pour de l’italique : <i>…</i>, sans &lt; ni &gt;.".to_owned(),
        Sign::Space => "Tapez une espace à cet endroit.".to_owned(),
        Sign::Mark => "Écrivez les mots seuls. Pour de l’italique : <i>…</i>".to_owned(),
        Sign::Remark => "Retirez la remarque.".to_owned(),
        Sign::NoLetter => {
            "Le code écrit à cet endroit ne nomme aucun signe : retirez-le, ou tapez le signe.".to_owned()
        }
        Sign::Turn => "Quand une autre personne parle, commencez par un tiret : « – ».".to_owned(),
    };
    Diagnostic::new(
        &A052,
        span,
        format!("{} : {} s’afficherait tel quel sur le film.", who.named(), quoted(written)),
        repair,
    )
}

pub(crate) fn timed_transcript(span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(
        &A053,
        span,
        format!("Le texte du film contient une ligne de fichier de sous-titres : {}.", quoted(line)),
        "Gardez les phrases seules, ou supprimez ce fichier : Éliane fait le texte avec les sous-titres.",
    )
}
