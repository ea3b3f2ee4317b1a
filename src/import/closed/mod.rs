//! The ways in which real files say that a service is no more: a column of state, a mark in the name, a date of
//! closing, a comment. « Fermé le mercredi » and « fermé en août » are hours, « La Ferme » is a name.

mod name;
mod told;

pub use name::marked;

use super::dates;
use super::record::Record;
use crate::text::fold;
use told::{EndTold, is_never_open, is_told, told_of_itself};

/// What a row says of its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The day, when the row gives one: a day to come is no closing yet.
    pub on: Option<String>,
}

/// Columns of words about the service, in which a sentence may tell its end, or that of another.
const WORDS_ABOUT: &[&str] = &[
    "presentation-resume",
    "presentation-detail",
    "presentation",
    "information-complementaire",
    "informations-complementaires",
    "information",
    "informations",
    "infos",
    "description",
    "descriptif",
    "resume",
    "observation",
    "observations",
    "remarque",
    "remarques",
    "note",
    "message",
    "actualite",
    "actualites",
    "complement-adresse",
    "comp-adresse",
    "commentaire-plage-ouverture",
    "plage-ouverture-commentaire",
    "itinerance-commentaire",
    "commentaire-itinerance",
];

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
        || record.list_of_lines(WORDS_ABOUT).iter().any(|text| told_of_itself(text) == EndTold::Surely)
        || record.text(hours).is_some_and(|text| is_never_open(&text));
    (said || day.is_some()).then_some(Closed { on: day })
}

/// What may say so, and may say something else, in the words of the row: a person must read it.
#[must_use]
pub fn doubt(record: &Record, name: &str) -> Option<String> {
    let said = record.list_of_lines(WORDS_ABOUT);
    let perhaps = said.iter().find(|text| told_of_itself(text) == EndTold::Perhaps);
    let said = if name::is_doubtful(name) { Some(name) } else { perhaps.map(String::as_str) };
    said.map(|text| text.chars().take(120).collect())
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
}
