//! Links in prose.

use super::{codes, did_you_mean, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Un lien interne nomme ce qu’il vise : [texte](guide:nom), service:nom, produit:nom, mot:nom, besoin:nom,
    /// cas:nom, commune:29103, ou un rôle : role:mairie. Le nom est celui du dossier ou du fichier. Celui-ci n’existe
    /// pas.
    E080: "lien vers un nom qui n’existe pas";
    /// Éliane accepte les liens vers ses propres pages (guide:, service:, produit:, mot:, besoin:, cas:, role:,
    /// commune:), vers le web (https:, http:), et mailto:, tel:, sms:. Tout autre lien (javascript:, data:, file:…) est
    /// refusé : il pourrait exécuter un programme ou ne marcher que sur votre ordinateur.
    E081: "sorte de lien refusée";
    /// Un lien interne nomme une fiche, jamais un fichier : l’adresse des pages peut changer, leur nom reste. Un lien
    /// vers le web commence par https:, un courriel par mailto:, un numéro par tel:.
    ///
    ///   à éviter : [le guide](../guides/jitsi.html)
    ///   écrire   : [le guide](guide:jitsi)
    E082: "lien par chemin";
    /// Le lien vise une étape d’un guide par son nom, celui écrit entre accolades après le titre : ## Ouvrez le lien
    /// {#ouvrir}. Cette étape n’existe pas dans ce guide.
    E083: "étape inconnue";
    /// Un lien se lit seul, à voix haute comme sur papier : il lui faut des mots qui disent où il mène.
    E084: "lien sans texte";
    /// Le lien vise un brouillon, un service réservé aux professionnels, ou un service retiré : ils n’ont pas de page,
    /// et le lien ne mènerait nulle part. Publiez la fiche, nommez ce qui la remplace (« remplace_par »), ou retirez le
    /// lien.
    E085: "lien vers une fiche sans page";
    /// Une étape cite un mot de l’écran par son nom, écrit une seule fois dans la fiche du produit :
    ///
    ///   content/produits/jitsi.yaml   libelles:
    ///                                   entrer: Rejoindre la réunion
    ///   dans un guide                 Touchez {libelle: jitsi.entrer}.
    ///
    /// Le site écrit « Rejoindre la réunion », avec ses guillemets. Quand le bouton change de nom, une ligne suffit.
    E086: "libellé introuvable";
    /// Une étape demande de toucher un bouton d’un produit qui n’existe plus : le lecteur ne le trouvera pas. Retirez
    /// cette étape ou citez ce qui remplace le produit. Si tout le guide repose sur lui, nommez-le dans « depend_de » :
    /// le site retire alors le guide.
    A071: "libellé d’un produit arrêté";
}

pub(crate) fn unknown_target(span: Span, article: &str, id: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E080,
        span,
        format!("{} n’est pas {article} de ce site.", quoted(id)),
        did_you_mean(near, "Corrigez le nom, ou créez la fiche."),
    )
}

/// `meant`: the target as it should be.
pub(crate) fn scheme(span: Span, target: &str, meant: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E081,
        span,
        format!("Cette sorte de lien est refusée : {}.", quoted(target)),
        meant.map_or_else(
            || "Utilisez guide:, service:, produit:, mot:, besoin:, cas:, role:, commune:, https:, mailto:, tel: ou sms:".to_owned(),
            |good| format!("Écrivez : [mots]({good})"),
        ),
    )
}

pub(crate) fn path(span: Span, target: &str, meant: Option<&str>) -> Diagnostic {
    let outside = |good: &&str| ["https:", "mailto:", "tel:"].iter().any(|scheme| good.starts_with(scheme));
    let message = match meant {
        _ if target.trim().is_empty() => "Ce lien ne mène nulle part.".to_owned(),
        Some(good) if outside(&good) => {
            let scheme = good.split_inclusive(':').next().unwrap_or_default();
            format!("À ce lien, il manque « {scheme} » : {}.", quoted(target))
        }
        _ => format!("Un lien nomme une fiche, pas un fichier : {}.", quoted(target)),
    };
    let repair = match meant {
        // A word alone may be an étape's.
        Some(good) if good.strip_prefix("guide:") == Some(target) => {
            format!("Écrivez : [mots]({good}) ; ou [mots](#{target}) pour une étape de ce guide.")
        }
        Some(good) => format!("Écrivez : [mots]({good})"),
        None => "Écrivez par exemple : [texte](guide:nom-du-guide)".to_owned(),
    };
    Diagnostic::new(&E082, span, message, repair)
}

pub(crate) fn unknown_step(span: Span, step: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E083,
        span,
        format!("Aucune étape ne se nomme {} dans ce guide.", quoted(step)),
        did_you_mean(near, "Nommez l’étape après son titre : ## Titre {#nom}, ou écrivez #etape-3."),
    )
}

pub(crate) fn no_text(span: Span) -> Diagnostic {
    Diagnostic::new(&E084, span, "Ce lien n’a pas de texte.", "Écrivez entre les crochets où il mène.")
}

pub(crate) fn unpublished(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &E085,
        span,
        format!("{} n’est pas publié : ce lien ne mènerait nulle part.", quoted(title)),
        "Publiez la fiche (sans « etat: brouillon » ni « visibilite: pro »), ou retirez le lien.",
    )
}

/// `instead`: the names of the services that replace it.
pub(crate) fn withdrawn(span: Span, title: &str, instead: &[String]) -> Diagnostic {
    let links: Vec<String> = instead.iter().map(|id| format!("service:{id}")).collect();
    Diagnostic::new(
        &E085,
        span,
        format!("{} est retiré (« etat: retire ») : ce lien ne mènerait nulle part.", quoted(title)),
        if links.is_empty() {
            "Nommez un autre service, ou dites dans la fiche retirée ce qui la remplace : remplace_par: [nom-du-service]"
                .to_owned()
        } else {
            format!("Nommez le service qui le remplace : {}", links.join(" ou "))
        },
    )
}

pub(crate) fn label_unreadable(span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        &E086,
        span,
        format!("Ce libellé est mal cité\u{a0}: {}.", quoted(written)),
        "Écrivez le nom du produit, un point, le nom du libellé\u{a0}: {libelle: jitsi.entrer}",
    )
}

pub(crate) fn label_elsewhere(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E086,
        span,
        "Un libellé se cite dans le texte d’un guide ou d’un cas, pas ici.",
        "Écrivez les mots de l’écran entre « ».",
    )
}

pub(crate) fn label_of_nothing(span: Span, product: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E086,
        span,
        format!("{} n’est pas un produit de ce site.", quoted(product)),
        did_you_mean(near, "Corrigez le nom, ou créez la fiche du produit."),
    )
}

pub(crate) fn label_unknown(span: Span, product: &str, label: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E086,
        span,
        format!("La fiche de {product} n’a pas de libellé {}.", quoted(label)),
        did_you_mean(near, "Ajoutez-le sous « libelles » dans la fiche du produit."),
    )
}

pub(crate) fn label_of_stopped(span: Span, product: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        &A071,
        span,
        format!("{} est un bouton de {product}, qui est arrêté.", quoted(words)),
        "Retirez l’étape, citez ce qui remplace le produit, ou ajoutez-le à « depend_de ».",
    )
}
