//! What a visitor of a public screen takes along: the numbers and addresses of a page, each with a code for
//! the telephone, since no link may leave the screen. Makers of pages ask for them; the others show links to pages that have
//! codes, or cards, whose numbers are written out.

use super::contract::{ServiceCard, WayOut};
use super::{PageBuilder, qr};
use crate::model::{Delivery, Guide, Product, Prose, Resolved, Target, links};

/// What leads out, as it is found: its means, where it leads, how people write it.
type Lead = (&'static str, String, String);

impl PageBuilder<'_> {
    /// Those of a guide's texts.
    pub(super) fn ways_out_of_guide(&self, guide: &Guide<Resolved>) -> Vec<WayOut> {
        let prose = guide.steps.iter().flat_map(|step| [&step.action, &step.outcome, &step.fallback]);
        let leads = [&guide.intro].into_iter().chain(prose).flat_map(outgoing);
        self.ways_out(leads.map(|address| (kind_of(address), address.to_owned(), spoken(address))))
    }

    /// Those of a service's card.
    pub(super) fn ways_out_of_service(&self, card: &ServiceCard) -> Vec<WayOut> {
        let phones = card.phones.iter().map(|phone| ("telephone", phone.href.clone(), phone.number.clone()));
        let others = [("sms", &card.sms), ("courriel", &card.email), ("site", &card.site)];
        let others = others.into_iter().filter_map(|(means, link)| {
            link.as_ref().map(|link| (means, link.href.clone(), link.title.clone()))
        });
        self.ways_out(phones.chain(others))
    }

    /// That of a product: its own site.
    pub(super) fn ways_out_of_product(&self, product: &Product<Resolved>) -> Vec<WayOut> {
        let site = product.site.iter();
        self.ways_out(site.map(|site| ("site", site.as_str().to_owned(), site.spoken().to_owned())))
    }

    /// Each address once, in reading order; none but on a public screen.
    fn ways_out(&self, leads: impl Iterator<Item = Lead>) -> Vec<WayOut> {
        if self.site().settings.delivery != Delivery::Kiosk {
            return Vec::new();
        }
        let mut found: Vec<Lead> = Vec::new();
        for lead in leads {
            if !found.iter().any(|(_, there, _)| *there == lead.1) {
                found.push(lead);
            }
        }
        found
            .into_iter()
            .map(|(means, address, text)| WayOut {
                means,
                qr_html: qr::svg(&address, &self.context.texts.fill("sortie_code", &[("adresse", &text)])),
                text,
            })
            .collect()
    }
}

fn outgoing(prose: &Prose<Target>) -> impl Iterator<Item = &str> {
    links(prose).into_iter().filter_map(|target| match target {
        Target::External(address) => Some(address.as_str()),
        _ => None,
    })
}

fn kind_of(address: &str) -> &'static str {
    match address.split(':').next() {
        Some("tel") => "telephone",
        Some("sms") => "sms",
        Some("mailto") => "courriel",
        _ => "site",
    }
}

/// As people write it down.
fn spoken(address: &str) -> String {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest).trim_start_matches('/');
    rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
