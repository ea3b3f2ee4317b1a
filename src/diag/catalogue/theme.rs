//! The theme: templates, style sheet and strings.

use super::{codes, did_you_mean, quoted};
use crate::diag::{Diagnostic, Place};

codes! {
    /// Le thème « kiosque » est dans le programme. Un autre thème est un dossier themes/NOM du site. La clé « theme »
    /// de site.yaml le nomme.
    E090: "thème inconnu";
    /// Un fichier .html du thème contient une erreur, ou nomme une valeur qui n’existe pas. Les valeurs possibles sont
    /// décrites dans src/view/contract.rs du programme. Pour revenir au modèle d’origine, supprimez ce fichier de
    /// themes/.
    E091: "modèle de page fautif";
    /// Les phrases du thème sont dans textes.yaml. Un modèle en nomme une qui n’y est pas, ou une phrase attend une
    /// valeur que le modèle ne donne pas.
    E092: "phrase qui manque au thème";
    /// Un fichier de themes/ ne remplace aucun fichier du thème : son nom est sans doute mal écrit.
    A090: "fichier de thème non utilisé";
}

pub(crate) fn unknown_theme(place: impl Into<Place>, name: &str) -> Diagnostic {
    Diagnostic::new(
        &E090,
        place,
        format!("Le thème {} n’existe pas.", quoted(name)),
        "Écrivez « theme: kiosque », ou créez le dossier themes/NOM.",
    )
}

pub(crate) fn bad_template(path: &str, detail: &str) -> Diagnostic {
    Diagnostic::new(
        &E091,
        path,
        format!("Ce modèle de page ne peut pas être lu :\n{detail}"),
        "Corrigez-le, ou supprimez-le pour revenir au modèle d’origine.",
    )
}

pub(crate) fn missing_phrase(path: &str, key: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E092,
        path,
        format!("La phrase {} n’est pas dans textes.yaml.", quoted(key)),
        did_you_mean(near, "Ajoutez-la à textes.yaml."),
    )
}

pub(crate) fn unused_file(path: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &A090,
        path,
        "Ce fichier ne remplace aucun fichier du thème.",
        did_you_mean(near, "Supprimez-le, ou donnez-lui le nom du fichier à remplacer."),
    )
}
