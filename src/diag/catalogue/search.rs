//! The searches of `requetes.yaml`.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// « requetes.yaml » dit ce que les gens cherchent, et la fiche qu’ils doivent trouver parmi les trois premières
    /// réponses. À chaque construction, Éliane cherche comme le fera le lecteur. Quand la fiche n’y est pas, les mots
    /// des gens lui manquent : ajoutez-les à son « dit_aussi ».
    E150: "recherche qui n’aboutit pas";
    /// La clé « attendu » nomme une fiche : guide:nom, service:nom, produit:nom, besoin:nom, mot:nom, cas:nom ou
    /// role:mairie. Une étape, une commune ou une adresse du web ne sont pas des réponses de la recherche.
    E151: "réponse qui ne se cherche pas";
    /// Chaque requête est un mot ou quelques mots, comme les gens les écrivent, avec leurs fautes. Les accents et les
    /// capitales ne comptent pas : « Skaip » et « skaip » sont la même requête. Plusieurs fiches possibles s’écrivent
    /// en une seule fois.
    ///
    ///   - requete: skaip
    ///     attendu: [guide:skype-arrete, produit:skype]
    E152: "requête sans mot, ou écrite deux fois";
}

pub(crate) fn not_found(span: Span, query: &str, wanted: &[&str], found: &[&str]) -> Diagnostic {
    let list = |titles: &[&str]| titles.iter().map(|title| quoted(title)).collect::<Vec<_>>();
    let instead = match found {
        [] => "on ne trouve rien".to_owned(),
        found => format!("on trouve {}", list(found).join(", ")),
    };
    Diagnostic::new(
        &E150,
        span,
        format!("La recherche {} ne mène pas à {} : {instead}.", quoted(query), list(wanted).join(" ou à ")),
        "Ajoutez ces mots au « dit_aussi » de la fiche attendue, ou changez « attendu ».",
    )
}

pub(crate) fn not_a_page(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &E151,
        span,
        format!("La recherche ne donne pas {} pour réponse.", quoted(name)),
        "Nommez une fiche, par exemple « guide:nom-du-guide » ou « service:nom-du-service ».",
    )
}

pub(crate) fn role_without_page(span: Span, role: &str) -> Diagnostic {
    Diagnostic::new(
        &E151,
        span,
        format!("Le rôle « {role} » n’a pas de page dans ce site : aucun texte n’y mène."),
        format!(
            "Écrivez dans un guide un lien vers role:{role}, ou nommez une fiche, par exemple « service:nom-du-service »."
        ),
    )
}

pub(crate) fn no_words(span: Span) -> Diagnostic {
    Diagnostic::new(&E152, span, "Cette requête n’a ni lettre ni chiffre.", "Écrivez un mot à chercher.")
}

pub(crate) fn twice(span: Span, query: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        &E152,
        span,
        format!("La requête {} est écrite deux fois.", quoted(query)),
        "Gardez-en une, avec toutes les fiches qui conviennent.",
    )
    .other(first, "déjà ici")
}
