//! Cards that many pages show alike, and the marks that hold their places.
//!
//! The card of a CLIC stands on the sheets of twenty communes, letter for letter. A page that shows it holds
//! its mark only; rendering shows the card once and puts it wherever the mark stands. The mark is an element:
//! what people write is escaped, so that no text of theirs can be taken for one.

use super::contract::Carte;
use super::{Builder, Context};
use crate::model::ServiceId;
use crate::territory::Level;

/// How much of a service a card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Everything needed to go there or to call.
    Whole,
    /// For numbers that serve all of France: no address, but the hours.
    ShortWithHours,
    /// Below a guide: name and way to reach.
    Short,
}

/// One card of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fragment {
    pub service: ServiceId,
    pub extent: Extent,
}

/// The marks of cards, in order.
pub(super) fn marks(ids: impl IntoIterator<Item = ServiceId>, extent: Extent) -> Vec<String> {
    ids.into_iter().map(|service| Fragment { service, extent }.mark()).collect()
}

const OPEN: &str = "<eliane-carte n=";
const CLOSE: &str = "></eliane-carte>";

impl Fragment {
    /// What the page holds in its place.
    #[must_use]
    pub fn mark(self) -> String {
        let extent = match self.extent {
            Extent::Whole => 'e',
            Extent::ShortWithHours => 'h',
            Extent::Short => 'c',
        };
        format!("{OPEN}\"{extent}{}\"{CLOSE}", self.service.0)
    }

    fn parse(name: &str) -> Option<Self> {
        let extent = match name.bytes().next()? {
            b'e' => Extent::Whole,
            b'h' => Extent::ShortWithHours,
            b'c' => Extent::Short,
            _ => return None,
        };
        Some(Self { service: ServiceId(name[1..].parse().ok()?), extent })
    }

    /// Whether more than a few pages show it, so that it is worth keeping.
    #[must_use]
    pub fn is_shared(self, context: Context<'_>) -> bool {
        let zone = &context.site.service(self.service).zone;
        zone.len() > 3 || zone.iter().any(|zone| zone.level() != Level::Commune)
    }

    /// What its template sees, on a page that is `depth` folders deep.
    #[must_use]
    pub fn view(self, context: Context<'_>, depth: usize) -> Carte {
        let builder = Builder { context, address: "", root: "../".repeat(depth) };
        Carte {
            service: builder.service_card(self.service),
            court: self.extent != Extent::Whole,
            heures: self.extent != Extent::Short,
        }
    }
}

/// Puts a card in the place of each mark of a page, minified or not.
///
/// # Errors
/// The first of `show`.
pub fn fill<E>(
    page: Vec<u8>,
    mut show: impl FnMut(Fragment, &mut Vec<u8>) -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    let mut marks = memchr::memmem::find_iter(&page, OPEN).peekable();
    if marks.peek().is_none() {
        return Ok(page);
    }
    let mut out = Vec::with_capacity(page.len() * 4);
    let mut from = 0;
    for at in marks {
        let name = at + OPEN.len();
        let Some(end) = memchr::memmem::find(&page[name..], CLOSE.as_bytes()).map(|end| name + end) else {
            continue;
        };
        let text = std::str::from_utf8(&page[name..end]).unwrap_or_default();
        if let Some(fragment) = Fragment::parse(text.trim_matches('"')) {
            out.extend_from_slice(&page[from..at]);
            show(fragment, &mut out)?;
            from = end + CLOSE.len();
        }
    }
    out.extend_from_slice(&page[from..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_finds_its_card_quoted_or_not() {
        let card = Fragment { service: ServiceId(12), extent: Extent::ShortWithHours };
        for mark in [card.mark(), card.mark().replace('"', "")] {
            let page = format!("<p>a</p>{mark}<p>b</p>{mark}").into_bytes();
            let mut seen = Vec::new();
            let filled = fill(page, |fragment, out| {
                seen.push(fragment);
                out.extend_from_slice(b"<i>");
                Ok::<_, ()>(())
            });
            assert_eq!(filled.unwrap(), b"<p>a</p><i><p>b</p><i>");
            assert_eq!(seen, [card, card]);
        }
    }

    #[test]
    fn a_page_without_cards_is_left_alone() {
        let page = b"<p>&lt;eliane-carte n=e1&gt;</p>".to_vec();
        assert_eq!(fill(page.clone(), |_, _| Err(())), Ok(page));
    }
}
