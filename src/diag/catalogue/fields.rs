//! Keys and values of a sheet.

use super::{codes, did_you_mean, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::thousands;

codes! {
    /// Chaque sorte de fiche a ses clés, en français, sans accent, avec des traits bas : titre, numero, dit_aussi… Une
    /// clé inconnue serait perdue sans bruit ; Éliane préfère le dire. La liste complète est dans docs/contenu.md.
    E030: "clé inconnue";
    /// Certaines clés sont nécessaires : sans elles, la page n’aurait pas de titre, pas de numéro, ou pas de sens. La
    /// liste est dans docs/contenu.md.
    E031: "clé qui manque";
    /// La clé attend un texte, un nombre entier, une liste ou un groupe de clés, et a reçu autre chose.
    ///
    ///   une liste : besoins: [appel-video]
    ///   un texte  : titre: Rejoindre un appel
    ///   un nombre : duree_min: 15
    E032: "valeur d’une autre sorte";
    /// La clé n’accepte que quelques mots, toujours les mêmes, pour que les pages et les tris les comprennent. Le
    /// message donne la liste.
    E033: "valeur inconnue";
    /// Certaines valeurs ont une forme précise : date AAAA-MM-JJ (2026-11-24), numéro de téléphone par paires (02 98 85
    /// 99 08), adresse web qui commence par https://, courriel nom@domaine.fr, code de territoire entre guillemets
    /// ("29103").
    E034: "valeur mal écrite";
    /// La même clé apparaît deux fois dans la même fiche : Éliane ne peut pas savoir laquelle est la bonne. Gardez-en
    /// une.
    E035: "clé écrite deux fois";
    /// Dans une liste YAML, chaque ligne commence par un tiret et une espace. Sans cette espace, ou avec une puce, YAML
    /// colle toutes les lignes en un seul texte.
    ///
    ///   à éviter :   -Aide aux papiers
    ///   écrire   :   - Aide aux papiers
    E029: "liste sans espace après le tiret";
    /// Plusieurs noms sur une ligne se mettent entre crochets, séparés par des virgules. Sans crochets, YAML n’y voit
    /// qu’un seul mot.
    ///
    ///   à éviter : besoins: appel-video, materiel
    ///   écrire   : besoins: [appel-video, materiel]
    E038: "liste sans crochets";
    /// Cette liste doit contenir quelque chose : sans cela, la fiche n’apparaîtrait nulle part.
    E039: "liste vide";
    /// Une liste de mots se met entre crochets. Sans crochets, YAML lit toute la ligne comme un seul mot.
    ///
    ///   à éviter : dit_aussi: visio, skype
    ///   écrire   : dit_aussi: [visio, skype]
    ///
    /// Si la virgule fait partie du nom, écrivez-le sur une ligne à lui, après un tiret.
    A004: "plusieurs mots en un seul";
    /// La clé est là, mais rien ne la suit. Écrivez sa valeur, ou supprimez la ligne.
    E036: "valeur vide";
}

pub(crate) fn unknown_key(span: Span, key: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let otherwise = format!("Clés possibles ici : {}.", known.join(", "));
    Diagnostic::new(
        &E030,
        span,
        format!("La clé {} n’existe pas.", quoted(key)),
        did_you_mean(near, &otherwise),
    )
}

pub(crate) fn more_unknown_keys(span: Span, more: usize) -> Diagnostic {
    Diagnostic::new(
        &E030,
        span,
        format!("{} autres clés n’existent pas non plus, à partir d’ici.", thousands(more as u64)),
        "Ce fichier n’est sans doute pas une fiche d’Éliane : sortez-le de « content ».",
    )
}

pub(crate) fn missing_key(span: Span, key: &str, example: &str) -> Diagnostic {
    Diagnostic::new(
        &E031,
        span,
        format!("La clé {} manque.", quoted(key)),
        format!("Ajoutez une ligne : {example}"),
    )
}

/// `verifie_par` alone.
pub(crate) fn missing_day(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E031,
        span,
        "« verifie_par » ne dit ni quel jour, ni comment.",
        "Ajoutez deux lignes, avec le bon jour :\n  verifie_le: 2026-11-24\n  verifie_comment: documents",
    )
}

pub(crate) fn wrong_type(span: Span, key: &str, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::new(
        &E032,
        span,
        format!("{} attend {expected}, et a reçu {found}.", quoted(key)),
        format!("Écrivez {expected} après « {key}: »."),
    )
}

/// A text where keys are wanted: the one it belongs to.
pub(crate) fn text_without_key(span: Span, group: &str, key: &str, text: &str) -> Diagnostic {
    let text = if text.contains(": ") || text.contains(" #") || text.contains('\n') {
        super::yaml::in_quotes(&text.replace('\n', " "))
    } else {
        text.to_owned()
    };
    Diagnostic::new(
        &E032,
        span,
        format!("{} attend des clés, une par ligne, et a reçu un texte.", quoted(group)),
        format!("Laissez « {group}: » seul, puis écrivez dessous, avec deux espaces devant : {key}: {text}"),
    )
}

pub(crate) fn unknown_value(
    span: Span,
    key: &str,
    value: &str,
    near: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    let list = format!("Valeurs possibles : {}.", known.join(", "));
    Diagnostic::new(
        &E033,
        span,
        format!("{} n’accepte pas {}.", quoted(key), quoted(value)),
        match near {
            Some(_) => format!("{} {list}", did_you_mean(near, "")),
            None => list,
        },
    )
}

pub(crate) fn bad_format(span: Span, key: &str, value: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(
        &E034,
        span,
        format!("{} : {} n’a pas la forme attendue.", quoted(key), quoted(value)),
        format!("Écrivez {expected}."),
    )
}

pub(crate) fn no_such_day(span: Span, key: &str, value: &str, month: &str, last: i8) -> Diagnostic {
    Diagnostic::new(
        &E034,
        span,
        format!("{} : {} n’existe pas.", quoted(key), quoted(value)),
        format!("Corrigez le jour : {month} finit le {last}."),
    )
}

/// `line` is the line as it should be.
pub(crate) fn date_written_otherwise(span: Span, key: &str, value: &str, line: &str) -> Diagnostic {
    Diagnostic::new(
        &E034,
        span,
        format!("{} : {} n’est pas écrit AAAA-MM-JJ.", quoted(key), quoted(value)),
        format!("Écrivez : {line}"),
    )
}

pub(crate) fn duplicate_key(span: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        &E035,
        span,
        format!("La clé {} est écrite deux fois.", quoted(key)),
        "Gardez une seule des deux lignes.",
    )
    .other(first, "écrite ici d’abord")
}

pub(crate) fn empty_value(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &E036,
        span,
        format!("{} est vide.", quoted(key)),
        "Écrivez une valeur, ou supprimez la ligne.",
    )
}

pub(crate) fn dash_without_space(span: Span, key: &str, text: &str) -> Diagnostic {
    let first = text.trim_start_matches(|c: char| !c.is_alphabetic() && !"\"«'".contains(c));
    let first: String = first.chars().take(40).take_while(|c| *c != '\n').collect();
    Diagnostic::new(
        &E029,
        span,
        format!(
            "{} est une liste, et il manque une espace après ses tirets : YAML n’y voit qu’un seul texte.",
            quoted(key)
        ),
        format!("Écrivez chaque ligne ainsi : - {first}"),
    )
}

pub(crate) fn list_without_brackets(span: Span, key: &str, names: &[String]) -> Diagnostic {
    Diagnostic::new(
        &E038,
        span,
        format!(
            "{} a plusieurs noms sur une ligne, sans crochets : YAML n’y voit qu’un seul mot.",
            quoted(key)
        ),
        format!("Écrivez : {key}: [{}]", names.join(", ")),
    )
}

pub(crate) fn empty_list(span: Span, key: &str, example: &str) -> Diagnostic {
    Diagnostic::new(
        &E039,
        span,
        format!("La liste {} est vide : la fiche n’apparaîtrait nulle part.", quoted(key)),
        format!("Écrivez par exemple : {example}"),
    )
}

/// An item of a list that holds several words.
pub(crate) fn several_in_one(span: Span, key: &str, text: &str, words: &[String]) -> Diagnostic {
    Diagnostic::new(
        &A004,
        span,
        format!("Dans {}, ceci serait lu comme un seul mot : {}.", quoted(key), quoted(text)),
        format!("Écrivez chaque mot sur une ligne à lui, après un tiret : - {}", words.join(", puis - ")),
    )
}

/// `words` are what was meant, as items of a list.
pub(crate) fn one_word(span: Span, key: &str, text: &str, words: &[String]) -> Diagnostic {
    Diagnostic::new(
        &A004,
        span,
        format!("{} serait lu comme un seul mot : {}.", quoted(key), quoted(text)),
        format!("Écrivez : {key}: [{}]", words.join(", ")),
    )
}
