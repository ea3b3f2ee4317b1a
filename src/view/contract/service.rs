//! A service: in a list, in an answer, on its own page.

use super::{CarteCas, DejaArrive, Lien, Source, Verification};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Telephone {
    /// By pairs: « 02 98 85 99 08 ».
    pub numero: String,
    /// `tel:+33298859908`, or `tel:3646`.
    pub href: String,
    /// `normal`, `gratuit`, `majore`.
    pub prix: &'static str,
    /// Keys to press, one after the other.
    pub touches: Vec<String>,
    pub precision: Option<String>,
}

/// A place where an itinerant service passes.
#[derive(Clone, Debug, Serialize)]
pub struct Passage {
    /// « Le 1er mardi du mois, de 9 h à 12 h, à la mairie de Ploudiry. »
    pub texte: String,
    pub precision: Option<String>,
}

/// `carte.html`: a service in a list. Shown once for all the pages that list it: it knows nothing of them.
#[derive(Clone, Debug, Serialize)]
pub struct Carte {
    pub service: CarteService,
    /// Without the postal address and what it does.
    pub court: bool,
    /// With the hours, even when short.
    pub heures: bool,
}

/// How to reach a service; shown whole on a contact sheet and on the service's own page.
#[derive(Clone, Debug, Serialize)]
pub struct CarteService {
    pub nom: String,
    /// Address of the service's own page.
    pub href: String,
    /// Key into the theme's strings: `type_clic`…
    pub type_cle: String,
    pub resume: Option<String>,
    pub fait: Vec<String>,
    pub ne_fait_pas: Vec<String>,
    pub mode_aide: Vec<&'static str>,
    pub telephones: Vec<Telephone>,
    /// « 114 », and its `sms:` address.
    pub sms: Option<Lien>,
    pub courriel: Option<Lien>,
    pub site: Option<Lien>,
    /// Postal lines, in order.
    pub adresse: Vec<String>,
    /// One line a group of days.
    pub horaires: Vec<String>,
    /// Hours that nobody could put into words, as they were given.
    pub horaires_bruts: Option<String>,
    pub horaires_precision: Option<String>,
    /// Closings and other hours to come, a sentence each.
    pub horaires_exceptions: Vec<String>,
    /// Where an itinerant service passes, and when.
    pub tournee: Vec<Passage>,
    /// Sentences for who does not hear, the first line after the name: `ecrit`, `sms`, `courriel`, `sms_courriel`,
    /// `relais`, `relais_heures`, `lsf`, `lpc`, `lsf_lpc`, `sur_place`, `boucle`.
    pub entendre: Vec<&'static str>,
    pub entendre_precision: Option<String>,
    /// « aux heures d’ouverture »
    pub relais_heures: Option<String>,
    /// The guide that explains the relay.
    pub relais: Option<Lien>,
    /// `accepte`, `attente`, `complet`.
    pub capacite: Option<&'static str>,
    pub capacite_delai: Option<String>,
    /// In words.
    pub capacite_date: Option<String>,
    pub verification: Verification,
}

/// `service.html`: the card, and what only its own page says.
#[derive(Clone, Debug, Serialize)]
pub struct Service {
    pub carte: CarteService,
    pub autres_noms: Vec<String>,
    pub anciens_noms: Vec<String>,
    pub organisation: Option<String>,
    pub besoins: Vec<Lien>,
    pub zone: Vec<String>,
    pub pour_qui: Vec<String>,
    /// `personne`, `proche`, `professionnel`.
    pub qui_peut_demander: Vec<&'static str>,
    /// `telephone`, `sms`, `courriel`, `courrier`, `en_ligne`, `sur_place`, `rendez_vous`.
    pub mode_contact: Vec<&'static str>,
    pub adresse_postale: Vec<String>,
    pub voir: Option<String>,
    pub bouger: Option<String>,
    pub lire: Option<String>,
    pub langues: Vec<String>,
    pub cout: Option<String>,
    pub a_apporter: Vec<String>,
    pub si_non: Vec<SiNon>,
    /// Whom to try when its sheet names nobody.
    pub filet: Option<Lien>,
    /// Cases where it was tried in vain.
    pub deja: Vec<DejaArrive>,
    /// Other cases that it concerns: those that it solved first.
    pub cas: Vec<CarteCas>,
    pub sources: Vec<Source>,
}

/// The next road when a service refuses.
#[derive(Clone, Debug, Serialize)]
pub struct SiNon {
    pub raison: String,
    pub service: Lien,
}
