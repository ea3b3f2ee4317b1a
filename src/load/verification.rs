//! The verification block and the status, which several kinds of sheets share.

use super::fields::Fields;
use crate::diag::catalogue::fields as say;
use crate::keys::KeyForm::{Choice, Date, Day, Maps, Number, Text, Texts};
use crate::keys::{keys, may, must};
use crate::model::{Dated, Deed, How, Reference, Status, Unresolved, Verification, Verified, WebAddress};
use crate::parse::yaml::{Node, ValueKind};
use crate::text::PartialDate;

keys! {
    /// Who verified what, and when.
    VERIFICATION {
        VERIFIED_ON = may("verifie_le", Day, "le jour où quelqu’un a vérifié ; demande `verifie_comment`");
        VERIFIED_HOW = may(
            "verifie_comment",
            Choice(How::KEYS),
            "ce qui a vraiment été fait : `essai` (chaque étape a été faite), `appel`, `visite`, `courriel`, `site` (lu sur le site du service), `documents` (lu, jamais essayé), `import` (recopié d’un fichier public) ; un guide se lit ou s’essaie ; ni `appel`, ni `visite`, ni `courriel` (E104) ; demande `verifie_le`",
        );
        VERIFIED_BY = may(
            "verifie_par",
            Text,
            "un rôle, **jamais le nom d’une personne** (E103 ; A006 quand un mot est peut-être un nom) : « rédaction », « médiatrice numérique »",
        );
        REVIEW_EVERY = may("revoir_tous_les", Number(1, 3650), "en jours, de 1 à 3650");
        SOURCE_DATE = may("date_source", Date, "la date que donne la source, quand personne ici n’a vérifié");
        SOURCES = may(
            "sources",
            Maps(SOURCE),
            "où les faits ont été lus ; la page « À propos » rassemble les documents : une adresse y est dite une fois, par son titre le plus court ; au-delà de 150 documents, chaque lettre a sa page",
        );
    }
    /// A document.
    SOURCE {
        SOURCE_TITLE = must("titre", "titre: Notice officielle", Text, "le titre du document");
        SOURCE_ADDRESS = may("adresse", Text, "son adresse, en entier");
        SOURCE_DAY = may("date", Date, "sa date");
        SOURCE_LICENCE = may("licence", Text, "sa licence");
    }
    /// Where a sheet stands in its life.
    STATUS {
        STATE = may(
            "etat",
            Choice(&["brouillon", "publie", "suspendu", "retire"]),
            "où en est la fiche ; `publie` au départ : voir [La vie d’une fiche](#la-vie-dune-fiche)",
        );
        WITHDRAWN_WHY = may(
            "retire_raison",
            Text,
            "ce qui s’est passé, en une phrase montrée au lecteur ; nécessaire avec `etat: retire`",
        );
        WITHDRAWN_ON = may("retire_le", Day, "le jour du retrait");
        REPLACED_BY = may(
            "remplace_par",
            Texts,
            "d’autres guides, que l’on peut suivre aujourd’hui (E233), ou les services qui prennent sa place",
        );
    }
}

/// A web address, in words.
pub const WEB_ADDRESS: &str = "une adresse complète, par exemple https://www.service-public.gouv.fr";

/// Reads the verification block. How long it holds unless it says so is for the site's table, once all is read.
pub fn verification(fields: &mut Fields<'_>) -> Verification {
    let on = fields.date(key::VERIFIED_ON);
    let by = fields.text(key::VERIFIED_BY);
    let how = fields.choice(key::VERIFIED_HOW, How::ALL);
    let every = fields.number(key::REVIEW_EVERY);
    let source_date = fields.partial_date(key::SOURCE_DATE);
    let verified = match (on, how) {
        (Some(on), Some(how)) => Some(Verified { on, by, how }),
        // A key that is there and wrong has been spoken of already.
        (Some(_), None) if !fields.has(key::VERIFIED_HOW) => {
            let span = fields.key_span(key::VERIFIED_ON);
            fields.out().push(say::missing_key(span, "verifie_comment", "verifie_comment: documents"));
            None
        }
        (None, Some(_)) if !fields.has(key::VERIFIED_ON) => {
            let span = fields.key_span(key::VERIFIED_HOW);
            fields.out().push(say::missing_key(span, "verifie_le", "verifie_le: 2026-11-24"));
            None
        }
        // A role without a day would be lost without a sound.
        (None, None)
            if fields.has(key::VERIFIED_BY)
                && !fields.has(key::VERIFIED_ON)
                && !fields.has(key::VERIFIED_HOW) =>
        {
            let span = fields.key_span(key::VERIFIED_BY);
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
    for node in fields.maps(key::SOURCES) {
        let mut source = Fields::new(node, "sources", fields.out());
        out.push(Reference {
            title: source.required_text(key::SOURCE_TITLE),
            address: source.convert(key::SOURCE_ADDRESS, WEB_ADDRESS, WebAddress::parse),
            date: source.partial_date(key::SOURCE_DAY),
            licence: source.text(key::SOURCE_LICENCE),
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
        key::STATE,
        &[StatusWord::Draft, StatusWord::Published, StatusWord::Suspended, StatusWord::Withdrawn],
    );
    let reason = fields.text(key::WITHDRAWN_WHY);
    let since = fields.date(key::WITHDRAWN_ON);
    let replaced_by = fields.list(key::REPLACED_BY);
    // What is said of a retreat that did not take place would be lost without a sound.
    if (word.is_some() || !fields.has(key::STATE))
        && !matches!(word, Some(StatusWord::Withdrawn))
        && let Some(key) =
            [key::WITHDRAWN_WHY, key::WITHDRAWN_ON, key::REPLACED_BY].into_iter().find(|key| fields.has(*key))
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
                let span = fields.key_span(key::STATE);
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
