//! The ways in which real files say that a service is no more: a column of state, a mark in the name, a date of
//! closing, a comment. « Fermé le mercredi » and « fermé en août » are hours, « La Ferme » is a name.

use super::dates;
use super::record::Record;
use crate::text::fold;

/// What a row says of its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The day, when the row gives one: a day to come is no closing yet.
    pub on: Option<String>,
}

/// Columns that hold a word of state.
const STATE: &[&str] = &[
    "affichage",
    "etat",
    "statut",
    "status",
    "situation",
    "state",
    "etat-administratif",
    "etat-etablissement",
    "activite",
    "etat-du-lieu",
    "statut-du-lieu",
    "etat-structure",
    "statut-structure",
    "publication",
    "visibilite",
    "etat-fs",
    "statut-fs",
    "ouverture",
    "operational-status",
    "business-status",
];

/// Columns that say « yes » of a service that is there.
const OPEN: &[&str] = &[
    "ouvert",
    "ouverte",
    "actif",
    "active",
    "est-actif",
    "is-active",
    "en-activite",
    "est-ouvert",
    "is-open",
    "publie",
    "en-service",
    "open",
    "enabled",
    "existe",
];

/// Columns that say « yes » of a service that is no more.
const SHUT: &[&str] = &[
    "ferme",
    "fermee",
    "est-ferme",
    "is-closed",
    "closed",
    "ferme-definitivement",
    "fermeture-definitive",
    "supprime",
    "supprimee",
    "archive",
    "archivee",
    "inactif",
    "inactive",
    "desactive",
    "cesse",
    "deleted",
    "is-deleted",
    "obsolete",
    "disused",
    "permanently-closed",
    "suspendu",
];

/// Columns that hold the day of an end.
const DAYS: &[&str] = &[
    "date-fermeture",
    "date-de-fermeture",
    "date-fin",
    "date-de-fin",
    "date-cloture",
    "date-de-cloture",
    "date-cessation",
    "closed-at",
    "date-fin-activite",
    "date-suppression",
    "date-suspension",
    "fermeture",
    "fermeture-le",
    "ferme-le",
    "end-date",
    "date-radiation",
    "date-fin-labellisation",
    "deleted-at",
];

/// Words of state that say the end, folded.
const WORDS: &[&str] = &[
    "ferme",
    "fermee",
    "fermes",
    "fermees",
    "off",
    "closed",
    "clos",
    "close",
    "cloture",
    "cloturee",
    "supprime",
    "supprimee",
    "inactif",
    "inactive",
    "archive",
    "archivee",
    "desactive",
    "desactivee",
    "cesse",
    "cessee",
    "cessation",
    "radie",
    "radiee",
    "dissous",
    "dissoute",
    "obsolete",
    "disparu",
    "disparue",
    "demantele",
    "f",
    "c",
    "hs",
    "permanently closed",
    "closed permanently",
    "closed_permanently",
    "ancien",
    "ancienne",
    "n'existe plus",
    "plus en activite",
    "plus actif",
    "plus en service",
    "hors service",
    "non actif",
    "non active",
    "non ouvert",
    "en liquidation",
    "liquide",
    "liquidee",
    "depublie",
    "depubliee",
    "a supprimer",
    "disused",
    "deleted",
    "abandonne",
    "abandonnee",
    "fini",
    "termine",
    "terminee",
    "cesse d'exister",
    "ferme definitivement",
    "fermeture definitive",
];

/// Whether the row says it, and when.
#[must_use]
pub fn of_row(record: &Record, name: &str, comments: &[&str], hours: &[&str]) -> Option<Closed> {
    let day = DAYS.iter().find_map(|key| dates::read(&record.text(&[*key])?));
    let words = STATE.iter().filter_map(|key| record.text(&[*key])).any(|text| is_a_state(&text));
    let not_open = OPEN.iter().filter_map(|key| record.text(&[*key])).any(|text| is_no(&text));
    let shut = SHUT.iter().filter_map(|key| record.text(&[*key])).any(|text| is_yes(&text));
    let said = words
        || not_open
        || shut
        || marked(name).is_some()
        || record.list_of_lines(comments).iter().any(|text| is_told(text))
        || record.text(hours).is_some_and(|text| is_never_open(&text));
    (said || day.is_some()).then_some(Closed { on: day })
}

/// The name without its mark: « Les Chênes (FERMÉ) », « FERMÉ - Les Chênes ».
#[must_use]
pub fn marked(name: &str) -> Option<String> {
    let name = name.trim_start_matches(['*', ' ', '!']);
    for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
        let Some((before, rest)) = name.split_once(open) else { continue };
        let Some((inside, after)) = rest.split_once(close) else { continue };
        if is_a_mark(inside) {
            return Some(tidy(&format!("{before} {after}")));
        }
    }
    for sign in [" - ", " – ", " — ", " : ", ": ", " / ", "***", "**", ", "] {
        if let Some((first, rest)) = name.split_once(sign)
            && is_a_mark(first)
        {
            return Some(tidy(rest));
        }
        if let Some((rest, last)) = name.rsplit_once(sign)
            && is_a_mark(last)
        {
            return Some(tidy(rest));
        }
    }
    let folded = fold(name);
    for end in [
        " definitivement ferme",
        " definitivement fermee",
        " ferme definitivement",
        " fermee definitivement",
        " n'existe plus",
    ] {
        if let Some(kept) = folded.replace('’', "'").strip_suffix(end) {
            let letters = kept.chars().count();
            return Some(tidy(&name.chars().take(letters).collect::<String>()));
        }
    }
    None
}

fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "-–—:*/,".contains(c));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether those words, apart from the name, say the end. A farm is « ferme », without accent and in small letters.
fn is_a_mark(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(text).replace('’', "'");
    match folded.as_str() {
        "ferme" => text.to_lowercase().contains('é') || text.chars().all(char::is_uppercase),
        "off" | "f" | "c" | "hs" | "fini" | "close" | "clos" | "archive" | "ancien" | "ancienne"
        | "liquide" => {
            text.len() > 2
                && (text.chars().all(char::is_uppercase)
                    || ["ancien", "ancienne", "clos", "archive"].contains(&folded.as_str()))
        }
        word => WORDS.contains(&word) || is_told(text),
    }
}

/// A word of a column of state.
fn is_a_state(text: &str) -> bool {
    let folded = fold(text).replace('’', "'");
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.contains(&bare) || is_told(text)
}

fn is_no(text: &str) -> bool {
    let folded = fold(text);
    ["non", "n", "no", "false", "faux", "0", "ferme", "fermee", "inactif", "off"]
        .contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn is_yes(text: &str) -> bool {
    let folded = fold(text);
    ["oui", "o", "yes", "y", "true", "vrai", "1", "x", "ferme", "fermee", "on"]
        .contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Ends of a service, in a sentence, folded.
const TOLD: [&str; 26] = [
    "ferme definitivement",
    "fermee definitivement",
    "definitivement ferme",
    "fermeture definitive",
    "ferme ses portes definitivement",
    "a ferme ses portes",
    "a definitivement ferme",
    "n'existe plus",
    "n'existent plus",
    "a cesse son activite",
    "a cesse ses activites",
    "a cesse d'exister",
    "cessation d'activite",
    "cessation definitive",
    "n'est plus en activite",
    "n'est plus en service",
    "plus en activite",
    "structure fermee",
    "etablissement ferme",
    "service supprime",
    "permanence supprimee",
    "permanences supprimees",
    "lieu supprime",
    "est dissoute",
    "a ete supprime",
    "liquidation judiciaire",
];

/// A sentence that says that the place is no more, whole or in part.
fn is_told(text: &str) -> bool {
    let folded = fold(text).replace('’', "'");
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if ["ferme", "fermee", "closed", "n'existe plus", "plus d'activite", "supprime", "supprimee"]
        .contains(&bare)
    {
        return bare != "ferme"
            || text.to_lowercase().contains('é')
            || text.trim().chars().all(|c| !c.is_lowercase());
    }
    TOLD.iter().any(|told| {
        folded.match_indices(told).any(|(at, _)| {
            let before = folded.get(..at).unwrap_or_default().trim_end();
            // « n'est pas fermé définitivement », « avant la fermeture définitive »
            !["pas", "jamais", "avant la", "avant sa", "sans", "non", "risque de", "evite la"]
                .iter()
                .any(|word| before.ends_with(word))
        })
    }) || ["ferme depuis le", "fermee depuis le", "ferme depuis 20", "fermee depuis 20"]
        .iter()
        .any(|told| folded.contains(told))
}

/// Hours that say that it never opens.
fn is_never_open(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| c.is_whitespace() || ".;\"'".contains(c));
    let whole = bare.replace(' ', "");
    ["off", "closed", "24/7off", "24/7closed", "mo-suoff", "mo-suclosed", "mo-su,phoff", "ph,mo-suoff"]
        .contains(&whole.as_str())
        || is_told(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(key: &str, value: &str) -> Record {
        Record { line: 1, fields: vec![(key.into(), serde_json::Value::from(value))] }
    }

    fn said(key: &str, value: &str) -> bool {
        of_row(&record(key, value), "Les Chênes", &["commentaire"], &["horaires"]).is_some()
    }

    #[test]
    fn a_closed_service_is_known_in_every_way_of_saying_it() {
        for (key, value) in [
            ("etat", "fermé"),
            ("etat", "FERMÉ"),
            ("etat", "Fermée"),
            ("statut", "Fermé définitivement"),
            ("status", "closed"),
            ("etat", "off"),
            ("affichage", "INACTIF"),
            ("etat-administratif", "F"),
            ("etat", "supprimé"),
            ("situation", "n’existe plus"),
            ("statut", "Archivé"),
            ("ouvert", "Non"),
            ("actif", "0"),
            ("is-active", "false"),
            ("en-activite", "N"),
            ("ferme", "oui"),
            ("is-closed", "true"),
            ("ferme-definitivement", "Oui"),
            ("archive", "1"),
            ("date-fermeture", "31/12/2023"),
            ("date-de-fermeture", "2023-12-31"),
            ("commentaire", "Fermé définitivement."),
            ("commentaire", "Cette structure n’existe plus."),
            ("commentaire", "L’association a cessé son activité en mai."),
            ("commentaire", "Fermé"),
            ("commentaire", "Service fermé depuis le 1er mai."),
            ("commentaire", "La maison a fermé ses portes."),
            ("commentaire", "Permanence supprimée"),
            ("horaires", "off"),
            ("horaires", "Fermé définitivement"),
            ("horaires", "Mo-Su off"),
            ("business-status", "CLOSED_PERMANENTLY"),
            ("statut", "Cessation d’activité"),
            ("statut", "Désactivée"),
            ("etat", "Ancien"),
            ("activite", "plus en activité"),
        ] {
            assert!(said(key, value), "{key} {value}");
        }
        for (key, value) in [
            ("etat", "ouvert"),
            ("etat", "Publié"),
            ("statut", "Association"),
            ("affichage", "OUVERT"),
            ("etat-administratif", "A"),
            ("ouvert", "Oui"),
            ("ouvert", "du lundi au vendredi"),
            ("actif", "1"),
            ("ferme", "non"),
            ("ferme", "le mercredi"),
            ("ferme", "Dimanche"),
            ("commentaire", "Fermé le mercredi."),
            ("commentaire", "Fermé en août."),
            ("commentaire", "Fermé du 9 au 30 août pour congés."),
            ("commentaire", "L’accueil n’est pas fermé définitivement."),
            ("commentaire", "Fermeture le vendredi"),
            ("commentaire", "fermé jusqu’à nouvel ordre l’après-midi"),
            ("commentaire", "La ferme"),
            ("horaires", "Mo-Fr 09:00-12:00; Sa off"),
            ("horaires", "Sa off"),
            ("statut", ""),
            ("etat", "en cours"),
            ("date-fermeture", "vacances"),
            ("statut", "public"),
            ("visibilite", "tous"),
            ("situation", "centre-ville"),
        ] {
            assert!(!said(key, value), "{key} {value}");
        }
    }

    #[test]
    fn a_mark_in_the_name_is_no_part_of_it() {
        for name in [
            "Les Chênes (FERMÉ)",
            "Les Chênes (fermé)",
            "Les Chênes [FERME]",
            "Les Chênes (Fermée)",
            "(FERMÉ) Les Chênes",
            "FERMÉ - Les Chênes",
            "Les Chênes - FERMÉ",
            "Les Chênes – fermé définitivement",
            "Les Chênes (n’existe plus)",
            "Les Chênes (définitivement fermé)",
            "Les Chênes (ancien)",
            "*** FERMÉ *** Les Chênes",
            "Les Chênes : fermé",
            "Les Chênes (OFF)",
            "Les Chênes (supprimé)",
            "Les Chênes fermé définitivement",
            "Les Chênes, fermé",
            "Les Chênes (inactif)",
            "Les Chênes (à supprimer)",
            "Les Chênes (CLOS)",
        ] {
            assert_eq!(marked(name).as_deref(), Some("Les Chênes"), "{name}");
        }
        for name in [
            "Les Chênes",
            "La Ferme",
            "La Ferme des Chênes",
            "Les Chênes (ferme)",
            "Espace ferme - Les Chênes",
            "Ancienne mairie",
            "Les Chênes (mairie)",
            "Maison fermière",
            "Centre fermé le lundi",
            "Le Clos",
            "Les Chênes - Le Clos des Pins",
            "Archives (dépôt)",
            "LA FERME DU PARC",
        ] {
            assert_eq!(marked(name), None, "{name}");
        }
    }
}
