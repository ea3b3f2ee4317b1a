//! `content/requetes.yaml`: what people search, and what they must find.

use super::fields::Fields;
use super::prose::link;
use super::small::{entries, tree};
use crate::diag::Diagnostics;
use crate::diag::catalogue::search as say;
use crate::keys::KeyForm::{Text, Texts};
use crate::keys::{keys, must};
use crate::model::{Link, Query, Unresolved};
use crate::source::{At, File, FileId, Span};
use crate::text::slug;
use std::collections::BTreeMap;

keys! {
    /// What people search.
    QUERY {
        WORDS = must("requete", "requete: skaip", Text, "ce que les gens écrivent, fautes comprises");
        EXPECTED = must(
            "attendu",
            "attendu: guide:nom-du-guide",
            Texts,
            "la fiche à trouver, ou plusieurs dont une suffit : `guide:`, `service:`, `produit:`, `besoin:`, `mot:` ou `cas:`, et son nom",
        );
    }
}

/// Reads the queries; `None` when the YAML cannot be read.
pub fn queries(id: FileId, file: &File, out: &mut Diagnostics) -> Option<Vec<Query<Unresolved>>> {
    let node = tree(id, file, out)?;
    let mut queries = Vec::new();
    let mut known: BTreeMap<String, Span> = BTreeMap::new();
    for entry in entries(&node, "requetes.yaml", out) {
        let mut f = Fields::new(entry, "requete", out);
        let text = f.required(key::WORDS);
        f.refuse_code(&text);
        let mut expected = Vec::new();
        for name in f.list(key::EXPECTED) {
            match link(&name.value, name.span, f.out()) {
                Some(Link::External(_) | Link::Commune(_) | Link::Guide { step: Some(_), .. }) => {
                    f.out().push(say::not_a_page(name.span, &name.value));
                }
                Some(found) => expected.push(At::new(found, name.span)),
                None => {}
            }
        }
        let words = slug(&text.value);
        if f.has(key::WORDS) && words.is_empty() {
            f.out().push(say::no_words(text.span));
        } else if let Some(first) = known.get(&words).filter(|_| f.has(key::WORDS)) {
            f.out().push(say::twice(text.span, &text.value, *first));
        }
        known.entry(words).or_insert(text.span);
        f.finish();
        queries.push(Query { text, expected });
    }
    Some(queries)
}
