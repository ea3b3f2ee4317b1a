//! Paper: PDFs laid out from the same model as the pages.

use super::{codes, quoted};
use crate::diag::{Diagnostic, Place};
use crate::source::Span;

codes! {
    /// Un fichier de papier/ du thème (.typ) contient une erreur, ou nomme une valeur qui n’existe pas. Les valeurs
    /// possibles sont décrites dans src/view/contract/papier.rs du programme. Pour revenir au modèle d’origine,
    /// supprimez ce fichier de themes/.
    E220: "modèle de papier fautif";
    /// Éliane n’écrit que des PDF que tout le monde peut lire (PDF/UA-1 et PDF/A-2a) : chaque image y a sa description,
    /// chaque signe est dans la police. Une feuille qui ne le permet pas n’est pas écrite. Le plus souvent, un texte
    /// contient un signe que la police du papier n’a pas, par exemple un mot en chinois : remplacez-le.
    E221: "feuille qui ne serait pas accessible";
    /// Les pages montrent cette image, et les feuilles PDF ne le peuvent pas : le format AVIF, un profil de couleurs
    /// abîmé, un dessin qui emploie ce que Typst, le programme de mise en page, ne connaît pas. Enregistrez l’image en
    /// PNG ou en JPEG, ou le dessin en « SVG simple ». Sans feuilles (papier: non), elle reste permise.
    E226: "image que le papier ne sait pas placer";
    /// site.yaml demande des feuilles PDF (papier: oui), et ce programme a été construit sans elles. Le site est
    /// construit sans PDF. Le programme complet se construit sans « --no-default-features ».
    A096: "programme sans papier";
}

pub(crate) fn bad_template(path: &str, line: usize, detail: &str) -> Diagnostic {
    let path = format!("themes/kiosque/{path}");
    Diagnostic::new(
        &E220,
        (path.as_str(), line),
        format!(
            "Ce modèle de papier ne peut pas être suivi. Typst, le programme de mise en page, dit en anglais :\n{detail}"
        ),
        "Corrigez-le, ou supprimez-le pour revenir au modèle d’origine.",
    )
}

/// The program that made a PDF, as its properties say.
pub(crate) const CREATOR: &str = concat!("Éliane ", env!("CARGO_PKG_VERSION"));

pub(crate) fn no_sign(place: Place, title: &str, sign: char) -> Diagnostic {
    Diagnostic::new(
        &E221,
        place,
        format!(
            "La feuille {} contient le signe {}, que la police du papier n’a pas.",
            quoted(title),
            quoted(&sign.to_string())
        ),
        "Remplacez ce signe par un mot.",
    )
}

/// Where it is written.
pub(crate) fn no_sign_here(span: Span, sign: char) -> Diagnostic {
    Diagnostic::new(
        &E221,
        span,
        format!("Ce texte contient le signe {}, que la police du papier n’a pas.", quoted(&sign.to_string())),
        "Remplacez ce signe par un mot.",
    )
}

pub(crate) fn no_sign_in_drawing(path: &str, line: usize, sign: char, shown: Span) -> Diagnostic {
    Diagnostic::new(
        &E221,
        (path, line),
        format!(
            "Un texte de ce dessin contient le signe {}, que la police du papier n’a pas.",
            quoted(&sign.to_string())
        ),
        "Dessinez ce signe (Inkscape : Chemin, puis Objet en chemin), ou remplacez-le par un mot.",
    )
    .other(shown, "le dessin est montré ici")
}

/// `shown`: the guide that shows the picture.
pub(crate) fn picture_refused(path: &str, shown: Place, detail: &str) -> Diagnostic {
    let said = detail.rsplit("dit en anglais :\n").next().unwrap_or(detail);
    Diagnostic::new(
        &E226,
        path,
        format!("Le papier ne sait pas placer cette image. Typst, le programme de mise en page, dit en anglais :\n{said}"),
        "Enregistrez-la en PNG ou en JPEG (un dessin : en « SVG simple »), et corrigez son nom dans le texte.",
    )
    .other(shown, "l’image est montrée par ce guide")
}

/// A kind that browsers show, and paper does not.
pub(crate) fn kind_refused(path: &str, kind: &str, shown: Place) -> Diagnostic {
    Diagnostic::new(
        &E226,
        path,
        format!("Le papier ne sait pas placer une image {kind}."),
        "Enregistrez-la en PNG ou en JPEG, et corrigez son nom dans le texte.",
    )
    .other(shown, "l’image est montrée par ce guide")
}

pub(crate) fn not_accessible(place: Place, title: &str, detail: &str) -> Diagnostic {
    Diagnostic::new(
        &E221,
        place,
        format!(
            "La feuille {} ne peut pas devenir un PDF que tout le monde peut lire. Typst, le programme de mise en page, dit en anglais :\n{detail}",
            quoted(title)
        ),
        "Cherchez dans ses textes le signe cité, ou l’image sans description, et remplacez-le.",
    )
}

pub(crate) fn not_in_this_program() -> Diagnostic {
    Diagnostic::new(
        &A096,
        "content/site.yaml",
        "Ce programme ne sait pas faire de PDF : le site est construit sans eux.",
        "Écrivez « papier: non », ou prenez le programme complet.",
    )
}
