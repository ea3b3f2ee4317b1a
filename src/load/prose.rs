//! From the Markdown tree to prose: links become typed, texts become French.

use super::fields::looks_like_code;
use super::target;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{links as say, markdown, roles, services};
use crate::model::{Block, Email, Inline, Link, Phone, Prose, ServiceKind, Tariff, WebAddress};
use crate::parse::markdown::{self as md, BlockKind, InlineKind};
use crate::source::{At, Span};
use crate::text::{fold, french, is_slug};

/// Prose with links that nobody has looked up yet.
pub type NamedProse = Prose<At<Link>>;

/// Converts blocks that hold no picture of their own: a picture among them is one too many.
pub fn prose(blocks: &[md::PlacedBlock], out: &mut Diagnostics) -> NamedProse {
    blocks.iter().filter_map(|block| one(block, out)).collect()
}

fn one(block: &md::PlacedBlock, out: &mut Diagnostics) -> Option<Block<At<Link>>> {
    match &block.kind {
        BlockKind::Paragraph(line) => {
            let line = inlines(line, out);
            prices_are_said(&line, out);
            (!line.is_empty()).then_some(Block::Paragraph(line))
        }
        BlockKind::List { start, items } => {
            Some(Block::List { start: *start, items: items.iter().map(|item| prose(item, out)).collect() })
        }
        BlockKind::Quote(inner) => Some(Block::Notice(prose(inner, out))),
        BlockKind::Heading(heading) => {
            out.push(markdown::heading_level(block.span, heading.level));
            None
        }
    }
}

/// Whoever calls a surcharged number knows it: the paragraph that holds the link says so.
fn prices_are_said(line: &[Inline<At<Link>>], out: &mut Diagnostics) {
    const TELLING: [&str; 6] = ["payant", "surtax", "major", "centime", "euro", "€"];
    let words = fold(&crate::model::words(line));
    if TELLING.iter().any(|word| words.contains(word)) {
        return;
    }
    let paragraph = Block::Paragraph(line.to_vec());
    for link in crate::model::links(std::slice::from_ref(&paragraph)) {
        if let Link::External(address) = &link.value
            && let Some(phone) = address.strip_prefix("tel:").and_then(Phone::parse)
            && phone.tariff() == Tariff::Surcharged
        {
            out.push(services::surcharged_link(link.span, &phone.spoken()));
        }
    }
}

/// Converts a line; pictures in it are refused.
pub fn inlines(line: &[md::PlacedInline], out: &mut Diagnostics) -> Vec<Inline<At<Link>>> {
    line.iter().filter_map(|inline| piece(inline, out)).collect()
}

fn piece(inline: &md::PlacedInline, out: &mut Diagnostics) -> Option<Inline<At<Link>>> {
    Some(match &inline.kind {
        InlineKind::Text(text) => {
            if looks_like_code(text) {
                out.push(markdown::raw_html(inline.span, text));
            }
            if let Some(why) = services::dead_number_in(text) {
                out.push(services::dead_number(inline.span, why));
            }
            Inline::Text(french(text))
        }
        InlineKind::Code(text) => Inline::Code(text.clone()),
        InlineKind::Break => Inline::Break,
        InlineKind::Strong(inner) => Inline::Strong(inlines(inner, out)),
        InlineKind::Emphasis(inner) => Inline::Emphasis(inlines(inner, out)),
        InlineKind::Link { target, text } => {
            let words = inlines(text, out);
            if crate::model::words(&words).trim().is_empty() {
                out.push(say::no_text(inline.span));
            }
            match link(target, inline.span, out) {
                Some(target) => Inline::Link { target: At::new(target, inline.span), text: words },
                // Its words stay: what they do is not missing.
                None => Inline::Text(crate::model::words(&words)),
            }
        }
        InlineKind::Image { .. } => {
            super::screen::refuse(inline, out);
            return None;
        }
    })
}

/// Reads the target of a link; one that is refused leads where it was meant to, so that nothing else is accused.
pub(super) fn link(target: &str, span: Span, out: &mut Diagnostics) -> Option<Link> {
    read(target, span, out).or_else(|| {
        let mut again = Diagnostics::default();
        let link = read(&target::meant(target)?, span, &mut again);
        // The name of a file may be no name of a sheet.
        let link = link.filter(|link| target.contains(':') || matches!(link, Link::External(_)));
        link.filter(|_| again.iter().next().is_none())
    })
}

/// The list of schemes is closed: what is not on it is refused.
fn read(target: &str, span: Span, out: &mut Diagnostics) -> Option<Link> {
    if let Some(step) = target.strip_prefix('#') {
        return Some(Link::Guide { id: None, step: Some(step.to_owned()) });
    }
    let Some((scheme, rest)) = target.split_once(':') else {
        out.push(say::path(span, target, target::meant(target).as_deref()));
        return None;
    };
    let id = |make: fn(String) -> Link| is_slug(rest).then(|| make(rest.to_owned()));
    let external = |good: bool| good.then(|| Link::External(target.to_owned()));
    let link = match scheme {
        "guide" => {
            let (id, step) = rest.split_once('#').map_or((rest, None), |(id, step)| (id, Some(step)));
            is_slug(id).then(|| Link::Guide { id: Some(id.to_owned()), step: step.map(str::to_owned) })
        }
        "service" => id(Link::Service),
        "produit" => id(Link::Product),
        "mot" => id(Link::Word),
        "besoin" => id(Link::Need),
        "cas" => id(Link::Case),
        "role" => {
            let role = ServiceKind::role(rest);
            if role.is_none() {
                let meant = ServiceKind::role_meant(rest).map(ServiceKind::key);
                out.push(roles::unknown(
                    span,
                    rest,
                    meant,
                    ServiceKind::ROLE_KEYS,
                    ServiceKind::is_everywhere(rest),
                ));
                return None;
            }
            role.map(Link::Role)
        }
        "commune" => Some(Link::Commune(rest.to_owned())),
        "https" | "http" => external(WebAddress::parse(target).is_some()),
        "mailto" => external(Email::parse(rest).is_some()),
        "tel" | "sms" => {
            let phone = Phone::parse(rest);
            if let Some(why) = services::dead_number_in(rest) {
                out.push(services::dead_number(span, why));
            } else if scheme == "tel" && phone.as_ref().is_some_and(|phone| !phone.takes_calls()) {
                out.push(services::voice_call(span, rest));
            }
            phone.map(|phone| Link::External(format!("{scheme}:{}", phone.dialled())))
        }
        _ => {
            out.push(say::scheme(span, target, target::meant(target).as_deref()));
            return None;
        }
    };
    if link.is_none() {
        out.push(match scheme {
            "guide" | "service" | "produit" | "mot" | "besoin" | "cas" => {
                let near = target::meant(target);
                let near = near.as_ref().and_then(|near| near.split_once(':')).map(|(_, name)| name);
                say::unknown_target(span, "un nom possible", rest, near)
            }
            _ => say::scheme(span, target, target::meant(target).as_deref().filter(|good| *good != target)),
        });
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn codes(text: &str) -> Vec<&'static str> {
        let sources = Sources::memory([("a.md", text)]);
        let (id, file) = sources.find("a.md").unwrap();
        let (blocks, mut out) = md::parse(id, file, 0..text.len());
        prose(&blocks, &mut out);
        out.iter().map(|d| d.code.id).collect()
    }

    #[test]
    fn links_of_the_list_pass() {
        for good in [
            "guide:a",
            "guide:a#b",
            "#b",
            "service:a",
            "mot:a",
            "cas:a",
            "role:france-services",
            "commune:29103",
            "https://a.fr/x",
            "mailto:a@b.fr",
            "tel:3646",
            "sms:114",
        ] {
            assert_eq!(codes(&format!("[mots]({good})")), Vec::<&str>::new(), "{good}");
        }
    }

    #[test]
    fn other_links_are_refused() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "https://x\"onload=",
            "mailto:a@b.fr?body=x",
            "tel:abc",
        ] {
            assert_eq!(codes(&format!("[mots](<{bad}>)")), ["E081"], "{bad}");
        }
        assert_eq!(codes("[mots](../guides/a.html)"), ["E082"]);
        for bad in ["www.a.fr", "a@b.fr", "a.fr/x", "//a.fr", "02 98 85 43 00x", "guide/a", "a.md", ""] {
            assert_eq!(codes(&format!("[mots](<{bad}>)")), ["E082"], "{bad}");
        }
        for bad in ["Guide:a", "guides:a", "htps://a.fr", "mail:a@b.fr", "rôle:ccas", "téléphone:3646"] {
            assert_eq!(codes(&format!("[mots](<{bad}>)")), ["E081"], "{bad}");
        }
        assert_eq!(codes("[](guide:a)"), ["E084"]);
        assert_eq!(codes("[mots](guide:Été)"), ["E080"]);
    }
}
