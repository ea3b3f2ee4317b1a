//! Prose that Éliane does not accept.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Les textes s’écrivent en Markdown, sans balises HTML : elles pourraient casser la page, la rendre illisible à
    /// voix haute, ou exécuter un programme. Pour du gras : **mot**. Pour un lien : [texte](guide:nom). Le signe « < »
    /// seul, entre deux espaces, est accepté.
    E050: "HTML dans un texte";
    /// Une liste dans une liste se lit mal, en grand caractère comme à voix haute. Éliane accepte un niveau, et au plus
    /// un second. Coupez en plusieurs étapes.
    E051: "listes trop emboîtées";
    /// Dans un guide, « ## » ouvre une étape et « ### » une de ses deux parties : Ce que vous voyez, Si ça ne marche
    /// pas. Les autres niveaux de titre n’ont pas de sens ici : le titre du guide est dans l’en-tête (titre:).
    E052: "titre de trop";
    /// Un guide n’a que des paragraphes, des listes, du gras, des liens, des images et des encadrés (>). Les tableaux
    /// et les blocs de code se lisent mal en grand caractère, à voix haute et sur papier.
    E053: "mise en forme non prévue";
    /// Les guides et les cas s’écrivent en Markdown ; les fiches en YAML, non. Dans une fiche, **gras**, _italique_,
    /// `code` et [lien](adresse) apparaîtraient tels quels aux lecteurs. Écrivez les mots seuls.
    A003: "mise en forme dans une fiche";
    /// Des astérisques apparaissent tels quels à l’écran : il y a sans doute une espace de trop entre les ** et le mot,
    /// ou une de moins entre les ** et le mot d’à côté. Écrivez **mot**, sans espace à l’intérieur ; et, quand le gras
    /// finit par un signe, une espace après lui :
    ///
    ///   Touchez **« Oui »** puis attendez.
    A010: "marques de gras restées dans le texte";
}

pub(crate) fn raw_html(span: Span, html: &str) -> Diagnostic {
    Diagnostic::new(
        &E050,
        span,
        format!("Le HTML n’est pas accepté dans les textes : {}.", quoted(html.trim())),
        "Retirez la balise. Pour du gras : **mot**. Le signe « < » seul, entre deux espaces, est accepté.",
    )
}

/// A sheet shows its texts as they are: no mark of Markdown would be read there.
pub(crate) fn html_in_a_sheet(span: Span, html: &str) -> Diagnostic {
    Diagnostic::new(
        &E050,
        span,
        format!("Le HTML n’est pas accepté dans les textes : {}.", quoted(html.trim())),
        "Retirez la balise : une fiche montre ses textes tels quels. Le signe « < » seul, entre deux espaces, est accepté.",
    )
}

pub(crate) fn marks_in_a_sheet(span: Span, marks: &str) -> Diagnostic {
    Diagnostic::new(
        &A003,
        span,
        format!("Une fiche montre ses textes tels quels : {} apparaîtrait avec ses signes.", quoted(marks)),
        "Écrivez les mots seuls, sans étoile, crochet ni trait. Le site d’un service a sa clé : « site ».",
    )
}

/// `sign` is what the entity names.
pub(crate) fn entity_in_a_sheet(span: Span, written: &str, sign: &str) -> Diagnostic {
    let sign = if sign.trim().is_empty() { "une espace" } else { sign };
    Diagnostic::new(
        &A003,
        span,
        format!("Une fiche montre ses textes tels quels : {} apparaîtrait à l’écran.", quoted(written)),
        format!("À la place de {}, tapez : {sign}", quoted(written)),
    )
}

pub(crate) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E051,
        span,
        "Cette liste est emboîtée trop profondément.",
        "Gardez deux niveaux au plus, ou coupez en plusieurs étapes.",
    )
}

pub(crate) fn heading_level(span: Span, level: u8) -> Diagnostic {
    Diagnostic::new(
        &E052,
        span,
        format!("Un titre de niveau {level} n’a pas sa place ici."),
        "Utilisez « ## » pour une étape, et « ### » pour « Ce que vous voyez » et « Si ça ne marche pas ».",
    )
}

pub(crate) fn unsupported(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(
        &E053,
        span,
        format!("Éliane n’affiche pas {what} dans un guide."),
        "Écrivez un paragraphe ou une liste.",
    )
}

/// `good`: the line as it should be; `None` when one of the marks is alone.
pub(crate) fn stray_marks(span: Span, good: Option<&str>) -> Diagnostic {
    let repair = match good {
        Some(good) => format!("Écrivez : {good}"),
        None => "Il manque ** d’un côté du mot. Écrivez **mot**, ou retirez les astérisques.".to_owned(),
    };
    Diagnostic::new(&A010, span, "Des astérisques de mise en gras apparaîtraient à l’écran.", repair)
}
