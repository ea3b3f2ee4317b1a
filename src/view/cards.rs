//! Cards: a guide or a service as lists show it, and the age of a sheet.

use super::PageBuilder;
use super::contract::{
    AgeLimits, AgeNotice, DeadlineNotice, GuideCard, PageLink, ServiceCard, ShownPhone, SourceLine,
};
use crate::model::{self, Address, GuideId, Resolved, Service, ServiceId, WayToBeHeard};
use crate::text::{PartialDate, in_words};

impl PageBuilder<'_> {
    pub(super) fn guide_card(&self, id: GuideId) -> GuideCard {
        let guide = self.site().guide(id);
        GuideCard {
            number: guide.number,
            title: guide.title.clone(),
            summary: guide.summary.clone(),
            href: self.guide_href(id),
            minutes: guide.minutes,
            to_do: self.to_do(guide).into_iter().next(),
        }
    }

    /// What must still be done by a day, the first day first.
    pub(super) fn to_do(&self, guide: &model::Guide<Resolved>) -> Vec<DeadlineNotice> {
        guide
            .due(self.context.date)
            .map(|due| DeadlineNotice {
                day: due.date.to_string(),
                date: in_words(due.date),
                text: due.text.clone(),
            })
            .collect()
    }

    /// Cards of the guides that lists show, by number.
    pub(super) fn guide_cards(&self, ids: impl IntoIterator<Item = GuideId>) -> Vec<GuideCard> {
        let mut cards: Vec<_> = ids
            .into_iter()
            .filter(|id| self.site().guide(*id).is_listed())
            .map(|id| self.guide_card(id))
            .collect();
        cards.sort_by_key(|card| card.number);
        cards
    }

    pub(super) fn service_card(&self, id: ServiceId) -> ServiceCard {
        let s = self.site().service(id);
        ServiceCard {
            said: (&s.facts).into(),
            name: s.name.clone(),
            href: self.href(self.site().addresses.service(id)),
            type_key: format!("type_{}", s.kind.key()),
            help_modes: s.help_modes.iter().map(|mode| mode.key()).collect(),
            phones: phones(s),
            sms: s
                .sms
                .as_ref()
                .map(|phone| PageLink { title: phone.spoken(), href: format!("sms:{}", phone.dialled()) }),
            email: s.email.as_ref().map(|email| PageLink {
                title: email.as_str().to_owned(),
                href: format!("mailto:{}", email.as_str()),
            }),
            site: s
                .site
                .as_ref()
                .map(|site| PageLink { title: site.spoken().to_owned(), href: site.as_str().to_owned() }),
            address: s.address.as_ref().map(lines).unwrap_or_default(),
            hours: s.hours.as_ref().map(|hours| self.hour_lines(hours)).unwrap_or_default(),
            raw_hours: s.hours.as_ref().and_then(|hours| self.raw_hours(hours)),
            hours_exceptions: s.hours.as_ref().map(|hours| self.exceptions(hours)).unwrap_or_default(),
            rounds: self.rounds(&s.rounds),
            hours_note: s.hours.as_ref().and_then(|hours| hours.note.clone()),
            hearing: heard(s),
            relay: self.relay(s),
            capacity: s.capacity.as_ref().map(|capacity| capacity.room.key()),
            capacity_delay: s.capacity.as_ref().and_then(|capacity| capacity.delay.clone()),
            capacity_date: s.capacity.as_ref().and_then(|c| c.date).map(PartialDate::in_words),
            verification: self.verification(&s.verification),
        }
    }

    /// Where the telephone relay is explained, for a service that has one.
    fn relay(&self, s: &Service<Resolved>) -> Option<PageLink> {
        let guide = self.site().settings.relay_guide.filter(|id| self.site().guide(*id).is_listed())?;
        has_relay(s).then(|| self.link(self.say("entendre_relais_guide"), self.site().addresses.guide(guide)))
    }

    pub(super) fn verification(&self, v: &model::Verification) -> AgeNotice {
        AgeNotice {
            state: v.age(self.context.date).key(),
            how: v.verified.as_ref().map_or("", |verified| verified.how.key()),
            by: v.verified.as_ref().and_then(|verified| verified.by.clone()),
            on: v.verified.as_ref().map(|verified| in_words(verified.on)),
            review_on: v.review_on().map(in_words),
            limits: v.review_on().zip(v.old_after()).map(|(review, expired)| AgeLimits {
                review: review.to_string(),
                expired: expired.to_string(),
            }),
            source_date: v.source_date.map(PartialDate::in_words),
            absent: v.is_gone(),
            closed: v.is_closed(),
        }
    }
}

pub(super) fn sources(v: &model::Verification) -> Vec<SourceLine> {
    v.references.iter().map(source).collect()
}

pub(super) fn source(reference: &model::Reference) -> SourceLine {
    SourceLine {
        title: reference.title.clone(),
        address: reference.address.as_ref().map(|address| address.as_str().to_owned()),
        date: reference.date.map(PartialDate::in_words),
        licence: reference.licence.clone(),
    }
}

pub(super) fn phones(service: &Service<Resolved>) -> Vec<ShownPhone> {
    let line = |line: &model::PhoneLine| ShownPhone {
        number: line.phone.spoken(),
        href: format!("tel:{}", line.phone.dialled()),
        price: line.price.key(),
        keys: line.keys.clone(),
        note: line.note.clone(),
    };
    service.phones.iter().map(line).collect()
}

/// What a person who does not hear can use, a key of a sentence each: what the sheet says, else the ways to write
/// that it gives; nothing where it gives none.
fn heard(s: &Service<Resolved>) -> Vec<&'static str> {
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
fn has_relay(s: &Service<Resolved>) -> bool {
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
