//! Rules over a whole site, once every reference is sound.

use super::{codes, quoted};
use crate::diag::{Diagnostic, Place};
use crate::source::Span;
use jiff::civil::Date;

codes! {
    /// Une vérification, un retrait ou une source ont une date déjà passée. Une date à venir est presque toujours une
    /// faute de frappe (2062 pour 2026) : la fiche paraîtrait fraîche pendant des années. Si toutes les dates récentes
    /// sont signalées, c’est l’horloge de cet ordinateur qui retarde.
    E037: "date encore à venir";
    /// Une vérification, un retrait ou une place libre ne peuvent pas dater d’avant l’an 2000. C’est une faute de
    /// frappe (0026, 1026 ou 1926 pour 2026) : la fiche paraîtrait périmée, et la page dirait une date absurde.
    E108: "année d’une vérification impossible";
    /// Une fermeture, un passage ou une échéance dans plus de cinq ou quinze ans, une source d’avant l’an 1500 :
    /// presque toujours, deux chiffres sont inversés ou un chiffre est faux (2062, 1026 pour 2026). Le lecteur croirait
    /// le service ouvert ce jour-là.
    A009: "date d’une autre époque";
    /// La plupart des fiches ont été vérifiées après le jour que dit cet ordinateur : c’est son horloge qui retarde,
    /// par exemple parce que sa pile est vide. Les âges des fiches seraient faux, et les pages diraient un jour qui est
    /// passé. Réglez la date de l’ordinateur, puis recommencez. Pour construire sans attendre, dites le jour : eliane
    /// construire --date 2026-11-24.
    A005: "horloge en retard";
    /// Les « si_non » de plusieurs services se renvoient les uns aux autres : la personne tournerait sans fin, de refus
    /// en refus. Un des services du rond doit renvoyer à quelqu’un d’autre, par exemple au département.
    E110: "renvois en rond";
    /// Une suite de « si_non » doit finir par un service qui répond pour tout un département, une région ou toute la
    /// France. Sinon, la dernière porte peut se fermer comme les autres.
    E111: "renvoi sans filet";
    /// Une porte de la page d’accueil ne mène à aucun guide. Écrivez un guide pour ce besoin, ou retirez la porte : une
    /// porte vide décourage.
    A020: "besoin sans guide";
    /// Personne n’a vérifié ce service depuis deux fois son délai. En vingt mois, plus de la moitié des guichets
    /// changent de téléphone, d’horaires ou d’adresse : un mauvais numéro fait du tort. Appelez, corrigez la fiche,
    /// puis écrivez-le : eliane attester NOM --comment appel. Avec --strict, un contact périmé arrête la construction.
    A025: "contact périmé";
    /// Personne n’a relu cette fiche depuis deux fois son délai. La page le dit au lecteur. « fraicheur: { perimees: 3
    /// } », dans site.yaml, dit combien de guides, de produits et de cas peuvent attendre ; au-delà, tous sont des
    /// avertissements. Relisez, puis écrivez-le : eliane attester NOM --comment documents.
    A026: "fiche périmée";
    /// Le guide annonce quelque chose à faire avant un jour qui est passé. Le site ne le montre plus : il n’y a rien
    /// d’urgent à faire. Retirez ces lignes quand vous relirez le guide.
    I002: "échéance passée";
    /// Aucune page n’emploie ce mot : personne n’ira lire sa définition. Peut-être vos textes l’écrivent-ils
    /// autrement : ajoutez cette façon dans « autres_formes ». Sinon, retirez le mot, ou gardez-le pour un prochain
    /// guide.
    I003: "mot du glossaire jamais rencontré";
    /// Le guide repose sur un produit qui n’existe plus. Le site le retire tout seul : sa page dit que le produit est
    /// arrêté, et mène à ce qui le remplace. Son adresse, son numéro et ses mots répondent encore. S’il explique quoi
    /// faire à la place, il ne dépend pas du produit : nommez-le dans « produits » au lieu de « depend_de ». Sinon,
    /// retirez le guide (etat: retire).
    A021: "guide d’un produit arrêté";
    /// La fiche ne donne ni téléphone, ni SMS, ni courriel, ni site, ni adresse. Sur papier, elle ne servirait à rien.
    A022: "service que personne ne peut joindre";
    /// La fiche est un brouillon, ou réservée aux professionnels : elle n’apparaît sur aucune page.
    A023: "fiche jamais publiée";
}

pub(crate) fn need_without_guide(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &A020,
        span,
        format!("Aucun guide ne répond au besoin {}.", quoted(title)),
        "Écrivez un guide pour ce besoin, ou retirez-le de besoins.yaml.",
    )
}

pub(crate) fn stopped_product(span: Span, product: &str) -> Diagnostic {
    Diagnostic::new(
        &A021,
        span,
        format!("Ce guide repose sur {}, qui est arrêté : le site le retire tout seul.", quoted(product)),
        "Dites vous-même pourquoi et quoi faire (etat: retire, retire_raison, remplace_par), ou écrivez « produits » au lieu de « depend_de » s’il explique quoi faire à la place.",
    )
}

pub(crate) fn unreachable_service(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &A022,
        span,
        format!("{} n’a ni téléphone, ni SMS, ni courriel, ni site, ni adresse.", quoted(name)),
        "Ajoutez au moins une façon de joindre ce service.",
    )
}

pub(crate) fn never_published(place: impl Into<Place>, what: &str) -> Diagnostic {
    Diagnostic::new(
        &A023,
        place,
        format!("{} n’apparaît sur aucune page.", quoted(what)),
        "Retirez « etat: brouillon » ou « visibilite: pro » quand la fiche est prête pour tous.",
    )
}

pub(crate) fn circle(span: Span, names: &[&str]) -> Diagnostic {
    let mut way: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    way.extend(way.first().cloned());
    Diagnostic::new(
        &E110,
        span,
        format!("Ces services se renvoient en rond : {}.", way.join(" → ")),
        "Renvoyez l’un d’eux à un autre service, ou retirez ce renvoi.",
    )
}

pub(crate) fn chain_ends_low(span: Span, end: &str) -> Diagnostic {
    Diagnostic::new(
        &E111,
        span,
        format!("Les renvois finissent à {}, qui ne répond pas pour tout un département.", quoted(end)),
        "Ajoutez à cette dernière fiche un « si_non » vers un service du département ou de toute la France.",
    )
}

pub(crate) fn chain_ends_unpublished(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &E111,
        span,
        format!("Tous les renvois de {} mènent à des fiches qui n’ont pas de page.", quoted(name)),
        "Publiez une de ces fiches, ou renvoyez aussi à un service du département ou de toute la France.",
    )
}

pub(crate) fn chain_ends_elsewhere(span: Span, name: &str, departement: &str) -> Diagnostic {
    Diagnostic::new(
        &E111,
        span,
        format!(
            "Les renvois de {} ne mènent à personne qui réponde pour tout le département : {departement}.",
            quoted(name)
        ),
        "Ajoutez en dernier un « si_non » vers un service de ce département ou de toute la France.",
    )
}

pub(crate) fn deadline_past(span: Span, date: &str) -> Diagnostic {
    Diagnostic::new(
        &I002,
        span,
        format!("L’échéance du {date} est passée : le site ne la montre plus."),
        "Retirez ces lignes de « a_faire_avant ».",
    )
}

pub(crate) fn old_contact(span: Span, name: &str, id: &str) -> Diagnostic {
    Diagnostic::new(
        &A025,
        span,
        format!("Le contact {} est périmé : personne ne l’a vérifié depuis longtemps.", quoted(name)),
        format!("Appelez, corrigez, puis : eliane attester {id} --comment appel"),
    )
}

pub(crate) fn old_sheet(span: Span, title: &str, id: &str) -> Diagnostic {
    Diagnostic::new(
        &A026,
        span,
        format!("{} est périmé : personne ne l’a relu depuis longtemps.", quoted(title)),
        format!("Relisez, corrigez, puis : eliane attester {id} --comment documents"),
    )
}

pub(crate) fn word_unused(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(
        &I003,
        span,
        format!("Aucune page n’emploie le mot {}.", quoted(word)),
        "Ajoutez dans « autres_formes » la façon dont vos textes l’écrivent, ou retirez le mot.",
    )
}

pub(crate) fn late_clock(span: Span, today: &str, latest: &str, day: Date) -> Diagnostic {
    Diagnostic::new(
        &A005,
        span,
        format!(
            "Cette construction se croit le {today}, et la fiche la plus récente du site est du {latest}."
        ),
        format!("Réglez l’horloge de cet ordinateur, ou dites le jour d’aujourd’hui : --date {day}"),
    )
}

pub(crate) fn hours_are_over(span: Span, osm: &str, today: &str) -> Diagnostic {
    Diagnostic::new(
        &super::services::A030,
        span,
        format!("Ces horaires ne disent que des jours passés : {}. Nous sommes le {today}.", quoted(osm)),
        "Écrivez ceux de chaque semaine, par exemple « Mo-Fr 09:00-12:00 », ou ôtez « osm ».",
    )
}

fn another_year(meant: Option<&str>) -> String {
    meant.map_or_else(
        || "Corrigez l’année.".to_owned(),
        |meant| format!("Corrigez l’année, par exemple : {meant}"),
    )
}

pub(crate) fn long_ago(span: Span, key: &str, date: &str, meant: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E108,
        span,
        format!("{} ne peut pas être si ancien : {date}.", quoted(key)),
        another_year(meant),
    )
}

/// What to do with a date of another age that is true all the same.
pub(crate) enum IfTrue {
    /// It dates a document: its title can say the year.
    InTitle,
    /// A term that is far away.
    Later,
    /// Nobody needs it.
    Out,
}

pub(crate) fn another_age(
    span: Span,
    key: &str,
    date: &str,
    meant: Option<&str>,
    if_true: &IfTrue,
) -> Diagnostic {
    let year = another_year(meant);
    let year = year.trim_end_matches('.');
    let otherwise = match if_true {
        IfTrue::InTitle => "retirez cette ligne, et dites l’année dans « titre »",
        IfTrue::Later => "retirez cette date jusqu’à ce que l’échéance approche",
        IfTrue::Out => "retirez cette ligne : le lecteur n’en a pas besoin",
    };
    Diagnostic::new(
        &A009,
        span,
        format!("{} est d’une autre époque : {date}.", quoted(key)),
        format!("{year}. Si elle est vraie, {otherwise}."),
    )
}

pub(crate) fn still_to_come(span: Span, key: &str, date: &str, today: &str) -> Diagnostic {
    Diagnostic::new(
        &E037,
        span,
        format!("{} est encore à venir : {date}. Nous sommes le {today}.", quoted(key)),
        "Corrigez l’année, le mois ou le jour. Si la date est juste, réglez l’horloge de cet ordinateur.",
    )
}
