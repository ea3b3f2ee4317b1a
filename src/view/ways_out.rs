//! What a visitor of a public screen takes along: the numbers and addresses of a page, each with a code for
//! the telephone, since no link may leave the screen.

use super::contract::WayOut;
use super::{PageBuilder, qr};
use crate::model::{Delivery, Prose, Target, links};
use crate::site::Page;

impl PageBuilder<'_> {
    /// The addresses of that page that lead out, each once, in reading order; none but on a public screen.
    pub(super) fn ways_out(&self, page: Page) -> Vec<WayOut> {
        let site = self.site();
        if site.settings.delivery != Delivery::Kiosk {
            return Vec::new();
        }
        let mut found: Vec<(&'static str, String, String)> = Vec::new();
        let mut add = |kind, address: String, words: String| {
            if !found.iter().any(|(_, there, _)| *there == address) {
                found.push((kind, address, words));
            }
        };
        match page {
            Page::Guide(id) if site.guide(id).is_listed() => {
                let guide = site.guide(id);
                let prose = guide.steps.iter().flat_map(|step| [&step.action, &step.outcome, &step.fallback]);
                for address in [&guide.intro].into_iter().chain(prose).flat_map(outgoing) {
                    let words = spoken(address);
                    add(kind_of(address), address.to_owned(), words);
                }
            }
            Page::Service(id) => {
                let card = self.service_card(id);
                for phone in card.phones {
                    add("telephone", phone.href, phone.number);
                }
                for (kind, link) in [("sms", card.sms), ("courriel", card.email), ("site", card.site)] {
                    if let Some(link) = link {
                        add(kind, link.href, link.title);
                    }
                }
            }
            Page::Product(id) => {
                if let Some(address) = &site.product(id).site {
                    add("site", address.as_str().to_owned(), address.spoken().to_owned());
                }
            }
            // What these show leads to other pages, which have codes; or to cards, whose numbers are written out.
            Page::Guide(_)
            | Page::Home
            | Page::Need(_)
            | Page::Moved(..)
            | Page::FormerService(..)
            | Page::Cases
            | Page::Case(_)
            | Page::Commune(_)
            | Page::Help(..)
            | Page::Territories
            | Page::France
            | Page::Departement(_)
            | Page::Role(_)
            | Page::Epci(_)
            | Page::Communes
            | Page::CommuneSheet(_)
            | Page::PostalCodes(_)
            | Page::Az
            | Page::Letter(_)
            | Page::Glossary
            | Page::Numbers
            | Page::Search
            | Page::Triage(_)
            | Page::Map
            | Page::About
            | Page::Sources(_)
            | Page::Accessibility
            | Page::NotFound
            | Page::Mediator
            | Page::Dashboard => {}
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
