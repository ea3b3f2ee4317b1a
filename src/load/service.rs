//! `content/services/<id>.yaml`.

use super::fields::Fields;
use super::guide::aliases;
use super::hours::{hours, rounds};
use super::origin::origin;
use super::phones::{phones, sms};
use super::verification::{WEB_ADDRESS, status, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::services;
use crate::model::{
    Address, Asker, Capacity, ContactMode, Email, HelpMode, IfNot, Room, Service, ServiceKind, Status,
    Unresolved, Verification, Visibility, WayToBeHeard, WebAddress,
};
use crate::parse::yaml::Node;

const EMAIL: &str = "une adresse nom@domaine.fr";

/// Reads one service.
pub fn service(id: &str, node: &Node, out: &mut Diagnostics) -> Service<Unresolved> {
    let mut f = Fields::new(node, "service", out);
    let name = f.required_text("nom", "nom: Mairie de Landerneau");
    let kind = kind(&mut f);
    let rounds = rounds(&mut f);
    let mut help_modes = f.choices("mode_aide", HelpMode::KEYS, HelpMode::ALL);
    // Who passes somewhere is itinerant, whether the sheet says so twice or not.
    if !rounds.is_empty() && !help_modes.contains(&HelpMode::Round) {
        help_modes.push(HelpMode::Round);
    }
    let mut status = status(&mut f);
    // What replaces a service is a service.
    let replaced_by = match &mut status {
        Status::Withdrawn { replaced_by, .. } => std::mem::take(replaced_by),
        _ => Vec::new(),
    };
    let service = Service {
        id: id.to_owned(),
        name,
        other_names: f.words("autres_noms"),
        former_names: f.words("anciens_noms"),
        kind,
        organisation: f.text("organisation"),
        summary: f.text("resume"),
        needs: f.list("besoins"),
        stands_in_for: roles(&mut f),
        zone: f.some("zone", "zone: [\"29103\"]"),
        does: f.texts("fait"),
        does_not: f.texts("ne_fait_pas"),
        for_whom: f.texts("pour_qui"),
        askers: f.choices("qui_peut_demander", Asker::KEYS, Asker::ALL),
        help_modes,
        contact_modes: f.choices("mode_contact", ContactMode::KEYS, ContactMode::ALL),
        address: address(&mut f, "adresse"),
        postal_address: address(&mut f, "adresse_postale"),
        phones: phones(&mut f),
        sms: sms(&mut f),
        email: f.convert("courriel", EMAIL, Email::parse),
        site: f.convert("site", WEB_ADDRESS, WebAddress::parse),
        hours: hours(&mut f),
        rounds,
        hearing: f.choices("entendre", WayToBeHeard::KEYS, WayToBeHeard::ALL),
        hearing_note: f.text("entendre_precision"),
        relay_hours: f.text("relais_heures"),
        sight: f.text("voir"),
        movement: f.text("bouger"),
        reading: f.text("lire"),
        languages: f.words("langues"),
        capacity: capacity(&mut f),
        cost: f.text("cout"),
        to_bring: f.texts("a_apporter"),
        if_not: if_not(&mut f),
        also_said: f.words("dit_aussi"),
        visibility: f.choice("visibilite", Visibility::KEYS, Visibility::ALL).unwrap_or(Visibility::Public),
        aliases: aliases(&mut f),
        replaced_by,
        status,
        verification: Verification { origin: origin(&mut f), ..verification(&mut f) },
        span: f.span(),
    };
    f.finish();
    service
}

fn kind(f: &mut Fields<'_>) -> ServiceKind {
    f.demand("type", "type: mairie");
    f.choice("type", ServiceKind::KEYS, ServiceKind::ALL).unwrap_or(ServiceKind::Other)
}

/// The list is that of `role:` in texts, and no wider.
fn roles(f: &mut Fields<'_>) -> Vec<ServiceKind> {
    f.choices("tient_lieu_de", ServiceKind::ROLE_KEYS, ServiceKind::ROLES)
}

fn address(f: &mut Fields<'_>, key: &'static str) -> Option<Address> {
    let node = f.node(key)?;
    let mut a = Fields::new(node, key, f.out());
    let address = Address {
        name: a.text("nom"),
        street: a.text("rue"),
        more: a.text("complement"),
        postal_code: a.convert(
            "code_postal",
            "cinq chiffres entre guillemets, par exemple \"29800\"",
            |text| (text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned()),
        ),
        town: a.text("commune"),
    };
    a.finish();
    Some(address)
}

fn capacity(f: &mut Fields<'_>) -> Option<Capacity> {
    let node = f.node("capacite")?;
    let mut c = Fields::new(node, "capacite", f.out());
    c.demand("etat", "etat: accepte");
    let room = c.choice("etat", Room::KEYS, Room::ALL);
    let date = c.partial_date("date");
    if room.is_some() && !c.has("date") {
        let span = c.span();
        c.out().push(services::undated_room(span));
    }
    let delay = c.text("delai");
    c.finish();
    room.map(|room| Capacity { room, date, delay })
}

fn if_not(f: &mut Fields<'_>) -> Vec<IfNot<Unresolved>> {
    let mut roads = Vec::new();
    for node in f.maps("si_non") {
        let mut r = Fields::new(node, "si_non", f.out());
        let reason = r.required_text("raison", "raison: Si le service est complet");
        let service = r.required("service", "service: mairie-landerneau");
        r.finish();
        if !service.value.is_empty() {
            let span = service.span;
            roads.push(IfNot { reason, service, span });
        }
    }
    roads
}
