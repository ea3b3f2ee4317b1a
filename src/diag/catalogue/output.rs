//! Writing the site.

use super::{codes, quoted};
use crate::diag::{Diagnostic, Place};

codes! {
    /// Le site serait écrit dans ses propres sources (content, themes), ou les contiendrait : la construction suivante
    /// les effacerait. Choisissez un autre dossier avec --sortie.
    E100: "dossier de sortie mal placé";
    /// Le dossier contient des fichiers qu’Éliane n’a pas écrits. Elle ne remplace que ses propres fichiers (ceux que
    /// cite manifeste.json) et ne touche pas aux noms qui commencent par un point, pour ne jamais effacer vos
    /// documents. Déplacez ces fichiers, ou choisissez un dossier vide.
    E101: "dossier de sortie déjà occupé";
    /// Le disque est plein, protégé, ou la clé USB a été retirée. L’ancien site est resté entier : rien n’est perdu.
    /// Réglez le problème, puis recommencez.
    E102: "écriture impossible";
}

pub(crate) fn misplaced(path: &str) -> Diagnostic {
    Diagnostic::new(
        &E100,
        path,
        format!("Le site ne peut pas être écrit dans {} : ses sources y sont, ou y seraient.", quoted(path)),
        "Choisissez un autre dossier : --sortie public",
    )
}

pub(crate) fn occupied(path: &str, example: &str) -> Diagnostic {
    Diagnostic::new(
        &E101,
        path,
        format!(
            "{} contient des fichiers qu’Éliane n’a pas écrits, par exemple {}.",
            quoted(path),
            quoted(example)
        ),
        "Choisissez un dossier vide ou nouveau : --sortie AUTRE-DOSSIER",
    )
}

pub(crate) fn write_failed(path: impl Into<Place>, reason: &str) -> Diagnostic {
    Diagnostic::new(
        &E102,
        path,
        format!("Impossible d’écrire le site : {reason}. L’ancien site est resté entier."),
        "Libérez de la place ou vérifiez les droits du dossier, puis recommencez.",
    )
}
