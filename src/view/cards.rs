//! Cards: a guide or a service as lists show it, and the age of a sheet.

use super::Builder;
use super::contract::{AFaire, CarteGuide, CarteService, Echeances, Lien, Source, Telephone, Verification};
use crate::model::{self, Address, GuideId, Service, ServiceId, Sound, WayToBeHeard};
use crate::text::{PartialDate, in_words};

impl Builder<'_> {
    pub(super) fn guide_card(&self, id: GuideId) -> CarteGuide {
        let guide = self.site().guide(id);
        CarteGuide {
            numero: guide.number,
            titre: guide.title.clone(),
            resume: guide.summary.clone(),
            href: self.guide_href(id),
            duree_min: guide.minutes,
            a_faire: self.to_do(guide).into_iter().next(),
        }
    }

    /// What must still be done by a day, the first day first.
    pub(super) fn to_do(&self, guide: &model::Guide<Sound>) -> Vec<AFaire> {
        guide
            .due(self.context.date)
            .map(|due| AFaire {
                jour: due.date.to_string(),
                date: in_words(due.date),
                texte: due.text.clone(),
            })
            .collect()
    }

    /// Cards of the guides that lists show, by number.
    pub(super) fn guide_cards(&self, ids: impl IntoIterator<Item = GuideId>) -> Vec<CarteGuide> {
        let mut cards: Vec<_> = ids
            .into_iter()
            .filter(|id| self.site().guide(*id).is_listed())
            .map(|id| self.guide_card(id))
            .collect();
        cards.sort_by_key(|card| card.numero);
        cards
    }

    pub(super) fn service_card(&self, id: ServiceId) -> CarteService {
        let s = self.site().service(id);
        CarteService {
            nom: s.name.clone(),
            href: self.href(self.site().addresses.service(id)),
            type_cle: format!("type_{}", s.kind.key()),
            resume: s.summary.clone(),
            fait: s.does.clone(),
            ne_fait_pas: s.does_not.clone(),
            mode_aide: s.help_modes.iter().map(|mode| mode.key()).collect(),
            telephones: telephones(s),
            sms: s
                .sms
                .as_ref()
                .map(|phone| Lien { titre: phone.spoken(), href: format!("sms:{}", phone.dialled()) }),
            courriel: s.email.as_ref().map(|email| Lien {
                titre: email.as_str().to_owned(),
                href: format!("mailto:{}", email.as_str()),
            }),
            site: s
                .site
                .as_ref()
                .map(|site| Lien { titre: site.spoken().to_owned(), href: site.as_str().to_owned() }),
            adresse: s.address.as_ref().map(lines).unwrap_or_default(),
            horaires: s.hours.as_ref().map(|hours| self.hour_lines(hours)).unwrap_or_default(),
            horaires_bruts: s.hours.as_ref().and_then(|hours| self.raw_hours(hours)),
            horaires_exceptions: s.hours.as_ref().map(|hours| self.exceptions(hours)).unwrap_or_default(),
            tournee: self.rounds(&s.rounds),
            horaires_precision: s.hours.as_ref().and_then(|hours| hours.note.clone()),
            entendre: heard(s),
            entendre_precision: s.hearing_note.clone(),
            relais_heures: s.relay_hours.clone(),
            relais: self.relay(s),
            capacite: s.capacity.as_ref().map(|capacity| capacity.room.key()),
            capacite_delai: s.capacity.as_ref().and_then(|capacity| capacity.delay.clone()),
            capacite_date: s.capacity.as_ref().and_then(|c| c.date).map(PartialDate::in_words),
            verification: self.verification(&s.verification),
        }
    }

    /// Where the telephone relay is explained, for a service that has one.
    fn relay(&self, s: &Service<Sound>) -> Option<Lien> {
        let guide = self.site().settings.relay_guide.filter(|id| self.site().guide(*id).is_listed())?;
        has_relay(s).then(|| self.lien(self.say("entendre_relais_guide"), self.site().addresses.guide(guide)))
    }

    pub(super) fn verification(&self, v: &model::Verification) -> Verification {
        Verification {
            etat: v.age(self.context.date).key(),
            comment: v.verified.as_ref().map_or("", |verified| verified.how.key()),
            par: v.verified.as_ref().and_then(|verified| verified.by.clone()),
            le: v.verified.as_ref().map(|verified| in_words(verified.on)),
            revoir_le: v.review_on().map(in_words),
            echeances: v
                .review_on()
                .zip(v.old_after())
                .map(|(revoir, perime)| Echeances { revoir: revoir.to_string(), perime: perime.to_string() }),
            date_source: v.source_date.map(PartialDate::in_words),
            absente: v.is_gone(),
            fermee: v.is_closed(),
        }
    }
}

pub(super) fn sources(v: &model::Verification) -> Vec<Source> {
    v.references.iter().map(source).collect()
}

pub(super) fn source(reference: &model::Reference) -> Source {
    Source {
        titre: reference.title.clone(),
        adresse: reference.address.as_ref().map(|address| address.as_str().to_owned()),
        date: reference.date.map(PartialDate::in_words),
        licence: reference.licence.clone(),
    }
}

pub(super) fn telephones(service: &Service<Sound>) -> Vec<Telephone> {
    let line = |line: &model::Line| Telephone {
        numero: line.phone.spoken(),
        href: format!("tel:{}", line.phone.dialled()),
        prix: line.price.key(),
        touches: line.keys.clone(),
        precision: line.note.clone(),
    };
    service.phones.iter().map(line).collect()
}

/// What a person who does not hear can use, a key of a sentence each: what the sheet says, else the ways to write
/// that it gives; nothing where it gives none.
fn heard(s: &Service<Sound>) -> Vec<&'static str> {
    let says = |way: WayToBeHeard| s.hearing.contains(&way);
    let silent = s.hearing.is_empty();
    let sms = says(WayToBeHeard::Sms) || silent && s.sms.is_some();
    let email = says(WayToBeHeard::Email) || silent && s.email.is_some();
    let written = match (sms, email) {
        (true, true) => Some("sms_courriel"),
        (true, false) => Some("sms"),
        (false, true) => Some("courriel"),
        (false, false) => says(WayToBeHeard::Writing).then_some("ecrit"),
    };
    let relay = has_relay(s).then_some(if s.relay_hours.is_some() { "relais_heures" } else { "relais" });
    let signs = match (says(WayToBeHeard::Lsf), says(WayToBeHeard::Lpc)) {
        (true, true) => Some("lsf_lpc"),
        (true, false) => Some("lsf"),
        (false, true) => Some("lpc"),
        (false, false) => None,
    };
    let on_site = says(WayToBeHeard::OnSite).then_some("sur_place");
    let a_loop = says(WayToBeHeard::Loop).then_some("boucle");
    [written, relay, signs, on_site, a_loop].into_iter().flatten().collect()
}

/// Hours of a relay say that there is one.
fn has_relay(s: &Service<Sound>) -> bool {
    s.hearing.contains(&WayToBeHeard::Relay) || s.relay_hours.is_some()
}

/// The lines of an envelope.
pub(super) fn lines(address: &Address) -> Vec<String> {
    let mut lines: Vec<String> =
        [&address.name, &address.street, &address.more].into_iter().flatten().cloned().collect();
    let town: Vec<&str> =
        [&address.postal_code, &address.town].into_iter().flatten().map(String::as_str).collect();
    if !town.is_empty() {
        lines.push(town.join(" "));
    }
    lines
}
