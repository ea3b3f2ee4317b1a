//! Paper: PDFs laid out from the same model as the pages.

use super::{codes, quoted};
use crate::diag::{Diagnostic, Place};

codes! {
    E220: "modèle de papier fautif", "Un fichier de papier/ du thème (.typ) contient une erreur, ou nomme une valeur qui n’existe pas. Les valeurs possibles sont décrites dans src/view/contract/papier.rs du programme. Pour revenir au modèle d’origine, supprimez ce fichier de themes/.";
    E221: "feuille qui ne serait pas accessible", "Éliane n’écrit que des PDF que tout le monde peut lire (PDF/UA-1 et PDF/A-2a) : chaque image y a sa description, chaque signe est dans la police. Une feuille qui ne le permet pas n’est pas écrite. Le plus souvent, un texte contient un signe que la police du papier n’a pas, par exemple un mot en chinois : remplacez-le.";
    A096: "programme sans papier", "site.yaml demande des feuilles PDF (papier: oui), et ce programme a été construit sans elles. Le site est construit sans PDF. Le programme complet se construit sans « --no-default-features ».";
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
