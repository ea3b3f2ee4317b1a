//! Services named by their role, and services of another territory.

use super::{codes, did_you_mean, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Un guide ne sait pas où habite son lecteur. Il nomme donc un service par son rôle, et chacun arrive à celui de
    /// sa commune :
    ///
    ///   à éviter : [France services](service:france-services-landerneau-daoulas)
    ///   écrire   : [France services](role:france-services)
    ///
    /// La liste des rôles est fermée : ce sont les valeurs de « type » d’une fiche, sans « urgence » ni « national »,
    /// qui sont les mêmes partout, ni « association » ni « autre », qui ne disent pas où aller.
    E240: "rôle inconnu";
    /// Le site dit dans « territoires » où habitent ses lecteurs. Ce service aide d’autres habitants : personne ici ne
    /// peut y aller. Cela arrive quand on copie un guide ou une fiche d’un autre site. Nommez le service par son rôle :
    ///
    ///   à éviter : [votre mairie](service:mairie-landerneau)
    ///   écrire   : [votre mairie](role:mairie)
    ///
    /// Dans un « si_non », nommez un service qui aide les mêmes habitants. Une fiche qui n’aide personne d’ici se
    /// retire du dossier « content/services ».
    A120: "service d’un autre territoire";
    /// Un texte envoie le lecteur à un service par son rôle, et le site ne connaît aucun service de ce type sur son
    /// territoire. La page du rôle répond quand même : elle donne le département, un numéro national s’il y en a un
    /// (« tient_lieu_de » dans sa fiche), ou elle renvoie à la mairie. Elle sera meilleure avec une fiche.
    A121: "rôle que personne ne tient ici";
}

/// `meant`: the role that the word was perhaps meant for; `roles`: all of them; `everywhere`: whether it names a number
/// that is the same for all of France.
pub(crate) fn unknown(
    span: Span,
    word: &str,
    meant: Option<&str>,
    roles: &[&str],
    everywhere: bool,
) -> Diagnostic {
    let repair = if everywhere {
        "Un numéro d’urgence est le même partout : nommez sa fiche, par exemple [le 15](service:urgence-15)."
            .to_owned()
    } else {
        let otherwise = format!("Rôles possibles : {}.", roles.join(", "));
        did_you_mean(meant.map(|role| format!("role:{role}")).as_deref(), &otherwise)
    };
    Diagnostic::new(&E240, span, format!("{} n’est pas un rôle.", quoted(word)), repair)
}

/// A link of a guide, or of the advice of a case; `role`: that of the service, when texts can name it.
pub(crate) fn foreign_link(span: Span, name: &str, zone: &str, role: Option<&str>) -> Diagnostic {
    let repair = if let Some(role) = role {
        format!("Nommez-le par son rôle : écrivez role:{role} à la place du nom de la fiche.")
    } else {
        "Retirez ce lien, ou nommez un service qui aide les habitants de ce territoire.".to_owned()
    };
    Diagnostic::new(&A120, span, elsewhere(name, zone), repair)
}

/// A « si_non » of a service of the territory.
pub(crate) fn foreign_road(span: Span, name: &str, zone: &str) -> Diagnostic {
    Diagnostic::new(
        &A120,
        span,
        elsewhere(name, zone),
        "Nommez ici un service qui aide les habitants de ce territoire, ou retirez ce « si_non ».",
    )
}

/// Sheets that help nobody of the territory; `names` are some of them.
pub(crate) fn foreign_sheets(span: Span, names: &[&str], count: usize, zone: &str) -> Diagnostic {
    if let ([name], 1) = (names, count) {
        return Diagnostic::new(
            &A120,
            span,
            elsewhere(name, zone),
            "Corrigez « zone » dans cette fiche, retirez la fiche, ou ajoutez ce territoire à « territoires » dans site.yaml.",
        );
    }
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    Diagnostic::new(
        &A120,
        span,
        format!("{count} fiches n’aident personne du territoire de ce site : {}…", names.join(", ")),
        "Retirez ces fiches, ou ajoutez leur territoire à « territoires » dans site.yaml.",
    )
}

fn elsewhere(name: &str, zone: &str) -> String {
    format!("{} n’aide personne du territoire de ce site. Sa zone : {zone}.", quoted(name))
}

/// The first text that names the role, and how many links do.
pub(crate) fn held_by_nobody(span: Span, role: &str, count: usize) -> Diagnostic {
    let links = if count == 1 { "un lien y mène".to_owned() } else { format!("{count} liens y mènent") };
    Diagnostic::new(
        &A121,
        span,
        format!(
            "Le site ne connaît aucun service pour le rôle {} sur son territoire, et {links}.",
            quoted(role)
        ),
        format!(
            "Ajoutez une fiche avec « type: {role} » et votre zone : eliane commencer service NOM, ou eliane importer. Un numéro national convient aussi, avec « tient_lieu_de: [{role}] »."
        ),
    )
}
