//! `content/services/<id>.yaml`.

use super::fields::Fields;
use super::origin::origin;
use super::verification::{WEB_ADDRESS, status, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::fields as say;
use crate::model::{
    Address, Asker, Capacity, ContactMode, Email, HelpMode, Hours, IfNot, Kind, Line, Named, Phone, Price,
    Room, Service, Verification, Visibility, WayToBeHeard, WebAddress,
};
use crate::parse::yaml::{self, Node};
use crate::source::{File, FileId};

const PHONE: &str = "un numéro par paires, par exemple 02 98 85 99 08";
const EMAIL: &str = "une adresse nom@domaine.fr";

/// Reads one service; `None` when its YAML cannot be read.
pub fn service(id: &str, file_id: FileId, file: &File, out: &mut Diagnostics) -> Option<Service<Named>> {
    let node = match yaml::parse(file_id, file, 0..file.text().len()) {
        Ok(node) => node,
        Err(diagnostic) => {
            out.push(diagnostic);
            return None;
        }
    };
    let mut f = Fields::new(&node, "service", out);
    let name = f.required_text("nom", "nom: Mairie de Landerneau");
    let kind = kind(&mut f);
    f.demand("zone", "zone: [\"29103\"]");
    let service = Service {
        id: id.to_owned(),
        name,
        other_names: f.texts("autres_noms"),
        former_names: f.texts("anciens_noms"),
        kind,
        organisation: f.text("organisation"),
        summary: f.text("resume"),
        needs: f.list("besoins"),
        zone: f.list("zone"),
        does: f.texts("fait"),
        does_not: f.texts("ne_fait_pas"),
        for_whom: f.texts("pour_qui"),
        askers: f.choices("qui_peut_demander", Asker::KEYS, Asker::ALL),
        help_modes: f.choices("mode_aide", HelpMode::KEYS, HelpMode::ALL),
        contact_modes: f.choices("mode_contact", ContactMode::KEYS, ContactMode::ALL),
        address: address(&mut f, "adresse"),
        postal_address: address(&mut f, "adresse_postale"),
        phones: phones(&mut f),
        sms: f.convert("sms", "un numéro, par exemple 114", Phone::parse),
        email: f.convert("courriel", EMAIL, Email::parse),
        site: f.convert("site", WEB_ADDRESS, WebAddress::parse),
        hours: hours(&mut f),
        hearing: f.choices("entendre", WayToBeHeard::KEYS, WayToBeHeard::ALL),
        hearing_note: f.text("entendre_precision"),
        sight: f.text("voir"),
        movement: f.text("bouger"),
        reading: f.text("lire"),
        languages: f.texts("langues"),
        capacity: capacity(&mut f),
        cost: f.text("cout"),
        to_bring: f.texts("a_apporter"),
        if_not: if_not(&mut f),
        also_said: f.texts("dit_aussi"),
        visibility: f.choice("visibilite", Visibility::KEYS, Visibility::ALL).unwrap_or(Visibility::Public),
        status: status(&mut f),
        verification: Verification { origin: origin(&mut f), ..verification(&mut f, kind.review_every()) },
        span: f.span(),
    };
    f.finish();
    Some(service)
}

fn kind(f: &mut Fields<'_>) -> Kind {
    f.demand("type", "type: mairie");
    f.choice("type", Kind::KEYS, Kind::ALL).unwrap_or(Kind::Autre)
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

fn phones(f: &mut Fields<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for node in f.maps("telephone") {
        if matches!(node.kind, yaml::Kind::Scalar(_)) {
            lines.extend(bare_phone(node, f.out()));
            continue;
        }
        let mut p = Fields::new(node, "telephone", f.out());
        p.demand("numero", "numero: 02 98 85 99 08");
        let phone = p.convert("numero", PHONE, Phone::parse);
        let price = p.choice("prix", Price::KEYS, Price::ALL).unwrap_or(Price::Normal);
        let note = p.text("precision");
        p.finish();
        lines.extend(phone.map(|phone| Line { phone, price, note }));
    }
    lines
}

/// `telephone: 02 98 85 99 08`, the short form.
fn bare_phone(node: &Node, out: &mut Diagnostics) -> Option<Line> {
    let yaml::Kind::Scalar(text) = &node.kind else { return None };
    let phone = Phone::parse(text);
    if phone.is_none() {
        out.push(say::bad_format(node.span, "telephone", text, PHONE));
    }
    phone.map(|phone| Line { phone, price: Price::Normal, note: None })
}

fn hours(f: &mut Fields<'_>) -> Option<Hours> {
    let node = f.node("horaires")?;
    let mut h = Fields::new(node, "horaires", f.out());
    let words = h.text("texte").unwrap_or_default();
    let hours = Hours {
        words: words.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
        osm: h.plain("osm"),
        note: h.text("precision"),
    };
    h.finish();
    Some(hours)
}

fn capacity(f: &mut Fields<'_>) -> Option<Capacity> {
    let node = f.node("capacite")?;
    let mut c = Fields::new(node, "capacite", f.out());
    c.demand("etat", "etat: accepte");
    let room = c.choice("etat", Room::KEYS, Room::ALL);
    let date = c.partial_date("date");
    let delay = c.text("delai");
    c.finish();
    room.map(|room| Capacity { room, date, delay })
}

fn if_not(f: &mut Fields<'_>) -> Vec<IfNot<Named>> {
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
