//! What a service says of itself: numbers, hours, rounds, room.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Un numéro surtaxé (081, 082, 089, 118…) coûte cher à qui ne le sait pas. Un numéro court (10.., 3...) peut
    /// coûter ou non. La fiche doit le dire, et la page le dira.
    ///
    ///   telephone:
    ///     - numero: 0 892 705 705
    ///       prix: majore
    ///
    ///   Dans un guide, dites près du lien que l’appel est payant.
    E130: "prix d’un appel qui n’est pas dit";
    /// Le 114 est l’urgence pour les personnes qui n’entendent pas ou ne parlent pas. Il se joint par SMS, par son
    /// application ou par son site. Un appel vocal n’y est pas possible : une personne perdrait un temps précieux.
    /// Écrivez « sms: "114" », ou le lien sms:114.
    E131: "appel vocal au 114";
    /// Ce numéro a servi, et ne sert plus. Une personne qui l’appelle perd son temps, ou tombe sur quelqu’un d’autre.
    /// La liste de ces numéros est dans le programme, avec la source de chacun.
    E132: "numéro qui ne répond plus";
    /// Une exception a un premier jour (du), un dernier jour (au) qui ne vient pas avant, et dit une seule chose :
    /// « ferme: oui », ou d’autres « heures ».
    ///
    ///   exceptions:
    ///     - du: 2026-08-03
    ///       au: 2026-08-21
    ///       ferme: oui
    ///       raison: Congés d’été
    E133: "dates qui se contredisent";
    /// Un passage d’une tournée dit quand il a lieu : « jours » en syntaxe d’OpenStreetMap (Tu[1] pour le premier mardi
    /// du mois), ou « dates », une liste de jours. L’un des deux, pas les deux.
    ///
    ///   tournee:
    ///     - commune: "29180"
    ///       lieu: à la mairie de Ploudiry
    ///       jours: Tu-Th
    ///       heures: 09:00-12:30
    E134: "passage sans jour";
    /// La page d’un service retiré dit où aller à la place, avec « remplace_par ». Elle ne peut pas mener à un autre
    /// service retiré, à un brouillon, ni à une fiche pour les professionnels : la personne trouverait une seconde
    /// porte fermée.
    ///
    ///   etat: retire
    ///   retire_raison: Ce point d’accueil a fermé.
    ///   remplace_par: [mairie-landerneau]
    ///
    ///   Nommez un service publié, ou retirez la clé : la page dira que l’on n’en connaît pas.
    E154: "service remplacé par un service qui n’est plus là";
    /// La page d’un service retiré envoie les personnes qu’il aidait vers « remplace_par ». Si celui-ci n’aide pas leur
    /// commune, elles seront refusées. Nommez un service dont la zone couvre celle du premier ; plusieurs peuvent se la
    /// partager :
    ///
    ///   remplace_par: [mairie-landerneau, mairie-daoulas]
    ///
    ///   Si la zone de l’un des deux est fausse, corrigez-la dans sa fiche. Seules comptent les communes du \
    ///   territoire du site, quand le service en aidait.
    A007: "service remplacé par celui d’un autre territoire";
    /// La clé « osm » attend la syntaxe d’OpenStreetMap : Mo-Fr 09:00-12:00,13:30-17:00; Sa off. Les jours sont Mo, Tu,
    /// We, Th, Fr, Sa, Su ; une heure va de 00:00 à 24:00. Ce qui n’est pas compris est montré tel quel, faute de
    /// mieux, et ne s’exporte pas. Dites plutôt ces horaires en mots, dans « texte ».
    A030: "horaires non compris";
    /// Les jours dits en mots (texte) et ceux de la syntaxe d’OpenStreetMap (osm) ne sont pas les mêmes, ou leurs
    /// heures, quand les deux se comprennent. La page montre les mots, l’export donne la syntaxe : l’un des deux
    /// trompe.
    A031: "horaires qui se contredisent";
    /// Le même nombre est le code INSEE d’une commune et le code postal d’une autre. Le code postal de l’adresse est le
    /// même que la zone : l’un a peut-être été pris pour l’autre. La zone s’écrit avec le code INSEE.
    A032: "code INSEE qui est aussi un code postal";
    /// « capacite » dit s’il reste de la place. Cela change vite : sans date, personne ne sait si c’est encore vrai.
    /// Ajoutez « date: 2026-11 ».
    A033: "place sans date";
    /// Dans la syntaxe d’OpenStreetMap, ce qui suit un point-virgule remplace, pour ses jours, ce qui le précède.
    /// « Mo-Fr 09:00-12:00; We off » est une exception, et c’est bien. Mais quand les mêmes jours reviennent, les
    /// premières heures sont perdues. Personne ne veut cela. Les horaires sont montrés tels quels, jusqu’à ce que ce
    /// soit corrigé.
    ///
    ///   Non : Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00
    ///   Oui : Mo-Fr 09:00-12:00,14:00-17:00
    ///   Non : PH off; Mo-Fr 09:00-12:00
    ///   Oui : Mo-Fr 09:00-12:00; PH off
    A034: "horaires qui en effacent d’autres";
}

/// Numbers that answered once and do not any more: their digits, and why, with the source.
const DEAD: [(&str, &str); 1] = [(
    "0170772372",
    "Solidarité numérique, ouvert le 30 mars 2020, ne répondait plus en janvier 2022 (La Gazette des communes)",
)];

/// Why a number that stands in this text, in any spelling, must not be printed.
pub(crate) fn dead_number_in(text: &str) -> Option<&'static str> {
    let separator = |c: char| matches!(c, ' ' | '.' | '-' | '/' | '\u{a0}' | '\u{202f}');
    let digits: String =
        text.chars().filter(|c| !separator(*c)).map(|c| if c.is_ascii_digit() { c } else { '|' }).collect();
    DEAD.iter()
        .find(|(number, _)| digits.contains(number) || digits.contains(&format!("33{}", &number[1..])))
        .map(|(_, why)| *why)
}

pub(crate) fn price_unsaid(span: Span, number: &str, surcharged: bool) -> Diagnostic {
    if surcharged {
        return Diagnostic::new(
            &E130,
            span,
            format!("{} est un numéro surtaxé, et la fiche ne le dit pas.", quoted(number)),
            "Ajoutez « prix: majore », ou donnez un numéro non surtaxé.",
        );
    }
    Diagnostic::new(
        &E130,
        span,
        format!("Le prix d’un appel au {} ne se devine pas.", quoted(number)),
        "Ajoutez « prix: normal », « prix: gratuit » ou « prix: majore », d’après une source.",
    )
}

pub(crate) fn surcharged_link(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(
        &E130,
        span,
        format!("Ce lien appelle le {}, un numéro surtaxé, et le texte ne le dit pas.", quoted(number)),
        "Ajoutez dans le même paragraphe : Cet appel est payant.",
    )
}

pub(crate) fn voice_call(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(
        &E131,
        span,
        format!("Personne ne peut téléphoner au {} : il ne répond qu’aux messages.", quoted(number)),
        "Écrivez « sms: \"114\" » dans une fiche, ou un lien sms:114 dans un texte.",
    )
}

pub(crate) fn dead_number(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(
        &E132,
        span,
        format!("Ce numéro ne répond plus : {why}."),
        "Retirez ce numéro. Nommez plutôt un service qui répond.",
    )
}

pub(crate) fn inverted_dates(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E133,
        span,
        "Le dernier jour (au) vient avant le premier (du).",
        "Échangez les deux dates, ou corrigez l’année.",
    )
}

pub(crate) fn closed_and_open(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E133,
        span,
        "Une exception dit « ferme: oui », ou d’autres « heures » : l’un des deux, et un seul.",
        "Gardez « ferme: oui », ou « heures: 09:00-12:00 ».",
    )
}

pub(crate) fn round_without_days(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E134,
        span,
        "Ce passage doit dire « jours » ou « dates » : l’un des deux, et un seul.",
        "Écrivez par exemple « jours: Tu[1] » (le premier mardi du mois), ou « dates: [2026-12-01] ».",
    )
}

pub(crate) fn hours_not_read(span: Span, text: &str, time: Option<&str>) -> Diagnostic {
    let message = match time {
        Some(time) => format!("L’heure {} n’existe pas.", quoted(time)),
        None => format!("Ces horaires ne se comprennent pas : {}.", quoted(text)),
    };
    let repair = match time {
        Some(_) => "Une journée va de 00:00 à 24:00. Corrigez l’heure, ou dites les horaires dans « texte ».",
        None => {
            "Écrivez par exemple « Mo-Fr 09:00-12:00,13:30-17:00; Sa off », ou dites les horaires dans « texte »."
        }
    };
    Diagnostic::new(&A030, span, message, repair)
}

/// Codes stand where words should be.
pub(crate) fn words_not_read(span: Span, line: &str, time: Option<&str>) -> Diagnostic {
    let message = match time {
        Some(time) => format!("L’heure {} n’existe pas.", quoted(time)),
        None => format!("Ces horaires ne se comprennent pas : {}.", quoted(line)),
    };
    let repair = "Dites-les en mots, par exemple : « Du lundi au vendredi, de 9 h à 12 h. » La page les montre tels quels, en le disant.";
    Diagnostic::new(&A030, span, message, repair)
}

/// The syntax is right, but words cannot follow it.
pub(crate) fn hours_without_words(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(
        &A030,
        span,
        format!("Ces horaires ne peuvent pas être dits en mots : {}.", quoted(text)),
        "Ajoutez « texte », avec les mêmes horaires en mots simples.",
    )
}

/// A stretch that ends when it begins: other programs take it for day and night.
pub(crate) fn hours_without_length(span: Span, times: &str) -> Diagnostic {
    Diagnostic::new(
        &A030,
        span,
        format!("{} commence et finit à la même heure.", quoted(times)),
        "Corrigez l’une des deux heures. Si c’est fermé, écrivez « off » ; si c’est ouvert jour et nuit, « 00:00-24:00 ».",
    )
}

pub(crate) fn hours_undone(span: Span, rule: &str, by: &str, repair: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &A034,
        span,
        format!("{} ne compte plus : {}, qui vient après, le remplace.", quoted(rule), quoted(by)),
        match repair {
            Some(repair) => format!(
                "Pour dire les deux : {}. Sinon, retirez celui des deux qui est de trop.",
                quoted(repair)
            ),
            None => "Retirez celui des deux qui est de trop.".to_owned(),
        },
    )
}

pub(crate) fn hours_disagree(span: Span, words: &str, osm: &str) -> Diagnostic {
    Diagnostic::new(
        &A031,
        span,
        format!("« texte » dit : {words} ; « osm » dit : {osm}."),
        "Corrigez l’un des deux.",
    )
}

pub(crate) fn hours_disagree_at(span: Span, day: &str, words: &str, osm: &str) -> Diagnostic {
    Diagnostic::new(
        &A031,
        span,
        format!("Pour {day}, « texte » dit : {words} ; « osm » dit : {osm}."),
        "Corrigez l’un des deux.",
    )
}

pub(crate) fn hours_disagree_half(span: Span, day: &str, morning: bool, osm: &str) -> Diagnostic {
    let half = if morning { "matin" } else { "après-midi" };
    hours_disagree_at(span, &format!("{day} {half}"), "fermé", osm)
}

pub(crate) fn hours_disagree_some_weeks(span: Span, day: &str, osm: &str) -> Diagnostic {
    hours_disagree_at(span, day, "fermé certaines semaines", &format!("{osm}, toutes les semaines"))
}

pub(crate) fn postal_twin(span: Span, code: &str, meant: &str, town: Option<(&str, &str)>) -> Diagnostic {
    Diagnostic::new(
        &A032,
        span,
        format!("{} est ici {meant}. C’est aussi le code postal de l’adresse.", quoted(code)),
        match town {
            Some((name, insee)) => format!("Si vous pensiez à {name}, écrivez son code INSEE : \"{insee}\"."),
            None => "Vérifiez le nom de la commune ; la zone s’écrit avec le code INSEE.".to_owned(),
        },
    )
}

pub(crate) fn undated_room(span: Span) -> Diagnostic {
    Diagnostic::new(
        &A033,
        span,
        "« capacite » ne dit pas de quand elle date.",
        "Ajoutez une date : « date: 2026-11 ».",
    )
}

pub(crate) fn useless_replacement(span: Span, service: &str, by: &str) -> Diagnostic {
    Diagnostic::new(
        &E154,
        span,
        format!("{} est remplacé par {}, qui n’est plus là pour le public.", quoted(service), quoted(by)),
        "Nommez un service publié dans « remplace_par », ou retirez cette clé.",
    )
}

/// Each service with its zones. `found`: what may be named instead.
pub(crate) fn replaced_elsewhere(
    span: Span,
    (service, zones): (&str, &str),
    (by, elsewhere): (&str, &str),
    found: &[&str],
) -> Diagnostic {
    Diagnostic::new(
        &A007,
        span,
        format!(
            "{} aidait ici : {zones}. {}, qui le remplace, n’y aide personne. Sa zone : {elsewhere}.",
            quoted(service),
            quoted(by)
        ),
        named_instead(found),
    )
}

/// `alone`: communes that nobody helps any more.
pub(crate) fn replaced_in_part(
    span: Span,
    service: &str,
    by: &[&str],
    alone: &[&str],
    found: &[&str],
) -> Diagnostic {
    const NAMED: usize = 3;
    let by: Vec<String> = by.iter().map(|name| quoted(name)).collect();
    let named = alone.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let more = match alone.len().saturating_sub(NAMED) {
        0 => String::new(),
        1 => " et une autre commune".to_owned(),
        more => format!(" et {more} autres communes"),
    };
    Diagnostic::new(
        &A007,
        span,
        format!("{} aidait aussi {named}{more}, et {} n’y aide pas.", quoted(service), by.join(", ")),
        named_instead(found),
    )
}

fn named_instead(found: &[&str]) -> String {
    if found.is_empty() {
        "Nommez un service qui aide les mêmes communes, corrigez « zone » dans sa fiche, ou retirez « remplace_par » : la page dira que l’on n’en connaît pas.".to_owned()
    } else {
        format!("Écrivez, par exemple : remplace_par: [{}]", found.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::dead_number_in;

    #[test]
    fn a_dead_number_is_found_in_every_spelling() {
        for text in [
            "01 70 772 372",
            "Appelez le 01.70.77.23.72 !",
            "+33 1 70 77 23 72",
            "tel:+33170772372",
            "0170772372",
            "01\u{a0}70\u{a0}77\u{a0}23\u{a0}72",
        ] {
            assert!(dead_number_in(text).is_some(), "{text}");
        }
        for text in ["02 98 85 99 08", "01 70, puis 77 23 72", "2026-01-17"] {
            assert!(dead_number_in(text).is_none(), "{text}");
        }
    }
}
