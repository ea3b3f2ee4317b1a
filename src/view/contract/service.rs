//! A service: in a list, in an answer, on its own page.

use super::{AgeNotice, CaseCard, PageLink, SourceLine, TriedHere};
use crate::model::ServiceFacts;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct ShownPhone {
    /// By pairs: « 02 98 85 99 08 ».
    #[serde(rename = "numero")]
    pub number: String,
    /// `tel:+33298859908`, or `tel:3646`.
    pub href: String,
    /// `normal`, `gratuit`, `majore`.
    #[serde(rename = "prix")]
    pub price: &'static str,
    /// Keys to press, one after the other.
    #[serde(rename = "touches")]
    pub keys: Vec<String>,
    #[serde(rename = "precision")]
    pub note: Option<String>,
}

/// A place where an itinerant service passes.
#[derive(Clone, Debug, Serialize)]
pub struct RoundStop {
    /// « Le 1er mardi du mois, de 9 h à 12 h, à la mairie de Ploudiry. »
    #[serde(rename = "texte")]
    pub text: String,
    #[serde(rename = "precision")]
    pub note: Option<String>,
}

/// `carte.html`: a service in a list. Shown once for all the pages that list it: it knows nothing of them.
#[derive(Clone, Debug, Serialize)]
pub struct CardPart {
    pub service: ServiceCard,
    /// Without the postal address and what it does.
    #[serde(rename = "court")]
    pub short: bool,
    /// With the hours, even when short.
    #[serde(rename = "heures")]
    pub with_hours: bool,
}

/// How to reach a service; shown whole on a contact sheet and on the service's own page.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceCard {
    #[serde(flatten)]
    pub said: CardSaid,
    #[serde(rename = "nom")]
    pub name: String,
    /// Address of the service's own page.
    pub href: String,
    /// Key into the theme's strings: `type_clic`…
    #[serde(rename = "type_cle")]
    pub type_key: String,
    #[serde(rename = "mode_aide")]
    pub help_modes: Vec<&'static str>,
    #[serde(rename = "telephones")]
    pub phones: Vec<ShownPhone>,
    /// « 114 », and its `sms:` address.
    pub sms: Option<PageLink>,
    #[serde(rename = "courriel")]
    pub email: Option<PageLink>,
    pub site: Option<PageLink>,
    /// Postal lines, in order.
    #[serde(rename = "adresse")]
    pub address: Vec<String>,
    /// One line a group of days.
    #[serde(rename = "horaires")]
    pub hours: Vec<String>,
    /// Hours that nobody could put into words, as they were given.
    #[serde(rename = "horaires_bruts")]
    pub raw_hours: Option<String>,
    #[serde(rename = "horaires_precision")]
    pub hours_note: Option<String>,
    /// Closings and other hours to come, a sentence each.
    #[serde(rename = "horaires_exceptions")]
    pub hours_exceptions: Vec<String>,
    /// Where an itinerant service passes, and when.
    #[serde(rename = "tournee")]
    pub rounds: Vec<RoundStop>,
    /// Sentences for who does not hear, the first line after the name: `ecrit`, `sms`, `courriel`, `sms_courriel`,
    /// `relais`, `relais_heures`, `lsf`, `lpc`, `lsf_lpc`, `sur_place`, `boucle`.
    #[serde(rename = "entendre")]
    pub hearing: Vec<&'static str>,
    /// The guide that explains the relay.
    #[serde(rename = "relais")]
    pub relay: Option<PageLink>,
    /// `accepte`, `attente`, `complet`.
    #[serde(rename = "capacite")]
    pub capacity: Option<&'static str>,
    #[serde(rename = "capacite_delai")]
    pub capacity_delay: Option<String>,
    /// In words.
    #[serde(rename = "capacite_date")]
    pub capacity_date: Option<String>,
    pub verification: AgeNotice,
}

/// What a card repeats as its sheet says it.
#[derive(Clone, Debug, Serialize)]
pub struct CardSaid {
    #[serde(rename = "resume")]
    pub summary: Option<String>,
    #[serde(rename = "fait")]
    pub does: Vec<String>,
    #[serde(rename = "ne_fait_pas")]
    pub does_not: Vec<String>,
    #[serde(rename = "entendre_precision")]
    pub hearing_note: Option<String>,
    /// « aux heures d’ouverture »
    #[serde(rename = "relais_heures")]
    pub relay_hours: Option<String>,
}

/// `service.html`: the card, and what only its own page says.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceBody {
    #[serde(flatten)]
    pub said: ServiceSaid,
    #[serde(rename = "carte")]
    pub card: ServiceCard,
    #[serde(rename = "besoins")]
    pub needs: Vec<PageLink>,
    pub zone: Vec<String>,
    /// `personne`, `proche`, `professionnel`.
    #[serde(rename = "qui_peut_demander")]
    pub askers: Vec<&'static str>,
    /// `telephone`, `sms`, `courriel`, `courrier`, `en_ligne`, `sur_place`, `rendez_vous`.
    #[serde(rename = "mode_contact")]
    pub contact_modes: Vec<&'static str>,
    #[serde(rename = "adresse_postale")]
    pub postal_address: Vec<String>,
    #[serde(rename = "si_non")]
    pub if_not: Vec<RefusalLine>,
    /// Whom to try when its sheet names nobody.
    #[serde(rename = "filet")]
    pub net: Option<PageLink>,
    /// Cases where it was tried in vain.
    #[serde(rename = "deja")]
    pub already: Vec<TriedHere>,
    /// Other cases that it concerns: those that it solved first.
    #[serde(rename = "cas")]
    pub cases: Vec<CaseCard>,
    pub sources: Vec<SourceLine>,
}

/// What a service’s own page repeats as its sheet says it.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceSaid {
    #[serde(rename = "autres_noms")]
    pub other_names: Vec<String>,
    #[serde(rename = "anciens_noms")]
    pub former_names: Vec<String>,
    pub organisation: Option<String>,
    #[serde(rename = "pour_qui")]
    pub for_whom: Vec<String>,
    #[serde(rename = "voir")]
    pub sight: Option<String>,
    #[serde(rename = "bouger")]
    pub movement: Option<String>,
    #[serde(rename = "lire")]
    pub reading: Option<String>,
    #[serde(rename = "langues")]
    pub languages: Vec<String>,
    #[serde(rename = "cout")]
    pub cost: Option<String>,
    #[serde(rename = "a_apporter")]
    pub to_bring: Vec<String>,
}

/// The next road when a service refuses.
#[derive(Clone, Debug, Serialize)]
pub struct RefusalLine {
    #[serde(rename = "raison")]
    pub reason: String,
    pub service: PageLink,
}

impl From<&ServiceFacts> for CardSaid {
    fn from(facts: &ServiceFacts) -> Self {
        Self {
            summary: facts.summary.clone(),
            does: facts.does.clone(),
            does_not: facts.does_not.clone(),
            hearing_note: facts.hearing_note.clone(),
            relay_hours: facts.relay_hours.clone(),
        }
    }
}

impl From<&ServiceFacts> for ServiceSaid {
    fn from(facts: &ServiceFacts) -> Self {
        Self {
            other_names: facts.other_names.clone(),
            former_names: facts.former_names.clone(),
            organisation: facts.organisation.clone(),
            for_whom: facts.for_whom.clone(),
            sight: facts.sight.clone(),
            movement: facts.movement.clone(),
            reading: facts.reading.clone(),
            languages: facts.languages.clone(),
            cost: facts.cost.clone(),
            to_bring: facts.to_bring.clone(),
        }
    }
}
