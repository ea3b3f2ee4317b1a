//! The verification block and the status, which several kinds of sheets share.

use super::fields::Fields;
use crate::diag::catalogue::fields as say;
use crate::model::{Dated, Deed, How, Reference, Status, Unresolved, Verification, Verified, WebAddress};
use crate::parse::yaml::{Node, ValueKind};
use crate::text::PartialDate;

/// A web address, in words.
pub const WEB_ADDRESS: &str = "une adresse complète, par exemple https://www.service-public.gouv.fr";

/// Reads the verification block. How long it holds unless it says so is for the site's table, once all is read.
pub fn verification(fields: &mut Fields<'_>) -> Verification {
    let on = fields.date("verifie_le");
    let by = fields.text("verifie_par");
    let how = fields.choice("verifie_comment", &How::KEYS, &How::ALL);
    let every = fields.number("revoir_tous_les", 1, 3650);
    let source_date = fields.partial_date("date_source");
    let verified = match (on, how) {
        (Some(on), Some(how)) => Some(Verified { on, by, how }),
        // A key that is there and wrong has been spoken of already.
        (Some(_), None) if !fields.has("verifie_comment") => {
            let span = fields.key_span("verifie_le");
            fields.out().push(say::missing_key(span, "verifie_comment", "verifie_comment: documents"));
            None
        }
        (None, Some(_)) if !fields.has("verifie_le") => {
            let span = fields.key_span("verifie_comment");
            fields.out().push(say::missing_key(span, "verifie_le", "verifie_le: 2026-11-24"));
            None
        }
        // A role without a day would be lost without a sound.
        (None, None)
            if fields.has("verifie_par") && !fields.has("verifie_le") && !fields.has("verifie_comment") =>
        {
            let span = fields.key_span("verifie_par");
            fields.out().push(say::missing_day(span));
            None
        }
        _ => None,
    };
    let references = references(fields);
    Verification {
        dates: dates(fields),
        verified,
        own_interval: every.is_some(),
        review_every: every.map_or(0, |n| n.value),
        source_date,
        references,
        origin: None,
    }
}

/// The dates of a sheet; those that are no dates have been spoken of already.
fn dates(fields: &Fields<'_>) -> Vec<Dated> {
    const OWN: [(&str, Deed); 4] = [
        ("verifie_le", Deed::Done),
        ("date_source", Deed::Directory),
        ("retire_le", Deed::Done),
        ("fin", Deed::End),
    ];
    const WITHIN: [(&str, &str, Deed); 5] = [
        ("sources", "date", Deed::Document),
        ("import", "date", Deed::Directory),
        ("capacite", "date", Deed::Done),
        ("tournee", "dates", Deed::Hours),
        ("a_faire_avant", "date", Deed::End),
    ];
    let own = OWN.iter().filter_map(|(key, deed)| Some((*key, *deed, fields.peek(key)?)));
    let within = WITHIN.iter().flat_map(|(key, date, deed)| {
        let maps = fields.peek(key).map(items).unwrap_or_default();
        maps.iter().filter_map(|map| value(map, date)).map(|node| (*date, *deed, node))
    });
    let hours = fields.peek("horaires").and_then(|hours| value(hours, "exceptions")).map(items);
    let exceptions = hours.unwrap_or_default().iter().flat_map(|exception| {
        ["du", "au"].into_iter().filter_map(|key| Some((key, Deed::Hours, value(exception, key)?)))
    });
    own.chain(within)
        .chain(exceptions)
        .flat_map(|(key, deed, node)| items(node).iter().map(move |node| (key, deed, node)))
        .filter_map(|(key, deed, node)| match &node.kind {
            ValueKind::Scalar(text) => {
                PartialDate::parse(text.trim()).map(|date| Dated { key, deed, date, span: node.span })
            }
            _ => None,
        })
        .collect()
}

/// The items of a list; of anything else, itself.
fn items(node: &Node) -> &[Node] {
    match &node.kind {
        ValueKind::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// What a key of a map holds.
fn value<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let ValueKind::Map(entries) = &node.kind else { return None };
    entries.iter().find(|(key, _)| key.name == name).map(|(_, value)| value)
}

fn references(fields: &mut Fields<'_>) -> Vec<Reference> {
    let mut out = Vec::new();
    for node in fields.maps("sources") {
        let mut source = Fields::new(node, "sources", fields.out());
        out.push(Reference {
            title: source.required_text("titre", "titre: Notice officielle"),
            address: source.convert("adresse", WEB_ADDRESS, WebAddress::parse),
            date: source.partial_date("date"),
            licence: source.text("licence"),
        });
        source.finish();
    }
    out
}

/// Reads `etat` and what goes with it.
pub fn status(fields: &mut Fields<'_>) -> Status<Unresolved> {
    #[derive(Clone, Copy)]
    enum StatusWord {
        Draft,
        Published,
        Suspended,
        Withdrawn,
    }
    let word = fields.choice(
        "etat",
        &["brouillon", "publie", "suspendu", "retire"],
        &[StatusWord::Draft, StatusWord::Published, StatusWord::Suspended, StatusWord::Withdrawn],
    );
    let reason = fields.text("retire_raison");
    let since = fields.date("retire_le");
    let replaced_by = fields.list("remplace_par");
    // What is said of a retreat that did not take place would be lost without a sound.
    if (word.is_some() || !fields.has("etat"))
        && !matches!(word, Some(StatusWord::Withdrawn))
        && let Some(key) = ["retire_raison", "retire_le", "remplace_par"].iter().find(|key| fields.has(key))
    {
        let span = fields.key_span(key);
        fields.out().push(say::missing_key(span, "etat: retire", "etat: retire"));
    }
    match word.unwrap_or(StatusWord::Published) {
        StatusWord::Draft => Status::Draft,
        StatusWord::Published => Status::Published,
        StatusWord::Suspended => Status::Suspended,
        StatusWord::Withdrawn => {
            let reason = reason.unwrap_or_else(|| {
                let span = fields.key_span("etat");
                fields.out().push(say::missing_key(
                    span,
                    "retire_raison",
                    "retire_raison: Ce service est fermé depuis mai 2025.",
                ));
                String::new()
            });
            Status::Withdrawn { reason, since, replaced_by }
        }
    }
}
