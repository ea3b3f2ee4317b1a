//! The small kinds: needs, products, words of the glossary, settings.

use super::fields::Fields;
use super::picture;
use super::verification::{WEB_ADDRESS, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::{fields as say, identity};
use crate::model::{
    Delivery, Email, FILM_MEGABYTES, Interval, Intervals, LANGUAGE_BUDGET, Life, Need, Product, STALE_BUDGET,
    Settings, Unresolved, WebAddress, Word,
};
use crate::parse::yaml::{self, Node, ValueKind};
use crate::source::{At, File, FileId, Sources};
use crate::text::{french, is_reserved, is_slug, slug};
use std::collections::BTreeMap;

/// The folder of the drawings that no guide owns.
pub const DRAWINGS: &str = "content/dessins/";

pub(super) fn tree(id: FileId, file: &File, out: &mut Diagnostics) -> Option<Node> {
    yaml::parse(id, file, 0..file.text().len(), out)
}

/// The entries of a file that is a list, each with its checked id.
pub(super) fn entries<'n>(node: &'n Node, what: &str, out: &mut Diagnostics) -> &'n [Node] {
    match &node.kind {
        ValueKind::List(items) => items,
        _ => {
            out.push(say::wrong_type(node.span, what, "une liste, un tiret par entrée", "autre chose"));
            &[]
        }
    }
}

pub(super) fn entry_id(fields: &mut Fields<'_>) -> String {
    let id = fields.required("id", "id: nom-court");
    if is_reserved(&id.value) {
        fields.out().push(identity::reserved_id(id.span, &id.value, &slug(&id.value)));
    } else if !id.value.is_empty() && !is_slug(&id.value) {
        fields.out().push(identity::bad_id(id.span, &id.value, &slug(&id.value)));
    }
    id.value
}

/// `content/besoins.yaml`
pub fn needs(sources: &Sources, node: &Node, out: &mut Diagnostics) -> Vec<Need> {
    let mut needs = Vec::new();
    for entry in entries(node, "besoins.yaml", out) {
        let mut f = Fields::new(entry, "besoin", out);
        let id = entry_id(&mut f);
        let title = f.required_text("titre", "titre: Voir et parler à mes proches");
        let example = f.required_text("exemple", "exemple: Un appel vidéo avec ma fille");
        let drawing = f.raw("dessin").and_then(|name| {
            let found = picture::find(sources, DRAWINGS, &name.value, name.span, f.out())?;
            Some((found.file, found.name))
        });
        let span = f.span();
        f.finish();
        needs.push(Need { id, title, example, drawing, span });
    }
    needs
}

/// `content/glossaire.yaml`
pub fn words(node: &Node, out: &mut Diagnostics) -> Vec<Word<Unresolved>> {
    let mut words = Vec::new();
    for entry in entries(node, "glossaire.yaml", out) {
        let mut f = Fields::new(entry, "mot", out);
        words.push(Word {
            id: entry_id(&mut f),
            word: f.required_text("mot", "mot: navigateur"),
            other_forms: f.words("autres_formes"),
            definition: f
                .required_text("definition", "definition: Le programme qui montre les pages du web."),
            in_texts: f.choice("dans_les_textes", &["oui", "non"], &[true, false]).unwrap_or(true),
            not_in: f.texts("sauf_dans"),
            see_also: f.list("voir_aussi"),
            span: f.span(),
        });
        // Where the definition comes from, for curators; readers need no footnote here.
        f.plain("source");
        f.finish();
    }
    words
}

/// `content/produits/<id>.yaml`
pub fn product(id: &str, node: &Node, out: &mut Diagnostics) -> Product<Unresolved> {
    #[derive(Clone, Copy, PartialEq)]
    enum ProductState {
        Active,
        Stopped,
        Unknown,
    }
    let mut f = Fields::new(node, "produit", out);
    let name = f.required_text("nom", "nom: Skype");
    let state = f.choice(
        "etat",
        &["actif", "arrete", "inconnu"],
        &[ProductState::Active, ProductState::Stopped, ProductState::Unknown],
    );
    let end = f.partial_date("fin");
    let product = Product {
        id: id.to_owned(),
        name,
        other_names: f.words("autres_noms"),
        summary: f.required_text("resume", "resume: Un outil pour les appels vidéo."),
        also_said: f.words("dit_aussi"),
        life: match state {
            Some(ProductState::Active) => Life::Active,
            Some(ProductState::Stopped) => Life::Stopped(end),
            Some(ProductState::Unknown) | None => Life::Unknown,
        },
        replaced_by: f.list("remplace_par"),
        site: f.convert("site", WEB_ADDRESS, WebAddress::parse),
        labels: labels(&mut f),
        verification: verification(&mut f),
        span: f.span(),
    };
    f.finish();
    product
}

/// Words on the product's screens, each under a name of its own.
fn labels(f: &mut Fields<'_>) -> BTreeMap<String, String> {
    const KEY: &str = "libelles";
    let Some(node) = f.node(KEY) else { return BTreeMap::new() };
    let ValueKind::Map(entries) = &node.kind else {
        f.out().push(say::wrong_type(
            node.span,
            KEY,
            "un nom et les mots de l’écran par ligne",
            "autre chose",
        ));
        return BTreeMap::new();
    };
    let mut labels = BTreeMap::new();
    for (key, value) in entries {
        if !is_slug(&key.name.replace('_', "-")) {
            f.out().push(identity::bad_id(key.span, &key.name, &slug(&key.name)));
        }
        let ValueKind::Scalar(words) = &value.kind else {
            f.out().push(say::wrong_type(value.span, &key.name, "les mots de l’écran", "autre chose"));
            continue;
        };
        let words = At::new(words.trim().to_owned(), value.span);
        f.refuse_code(&words);
        if labels.insert(key.name.clone(), french(&words.value)).is_some() {
            f.out().push(say::duplicate_key(key.span, &key.name, key.span));
        }
    }
    labels
}

/// Where to write: an e-mail address, which becomes a link, or a sentence.
fn contact(f: &mut Fields<'_>) -> Option<String> {
    const KEY: &str = "contact";
    let raw = f.raw(KEY)?;
    let text = f.text(KEY)?;
    if text.contains('@') && !text.contains(char::is_whitespace) && Email::parse(&raw.value).is_none() {
        f.out().push(say::bad_format(raw.span, KEY, &raw.value, "une adresse, comme aide@exemple.fr"));
        return None;
    }
    Some(text)
}

/// `langage: {avertissements: 2}`: how many of something a site affords.
fn budget(f: &mut Fields<'_>, key: &'static str, what: &'static str, usual: u16) -> u16 {
    let Some(node) = f.node(key) else { return usual };
    let mut inner = Fields::new(node, key, f.out());
    let budget = inner.number(what, 0, 1000).map_or(usual, |n| n.value);
    inner.finish();
    budget
}

/// `fraicheur`: how many old sheets a site affords, and how long verifications hold.
fn freshness(f: &mut Fields<'_>) -> (u16, Intervals) {
    let (mut budget, mut intervals) = (STALE_BUDGET, Intervals::default());
    if let Some(node) = f.node("fraicheur") {
        let mut inner = Fields::new(node, "fraicheur", f.out());
        budget = inner.number("perimees", 0, 1000).map_or(budget, |n| n.value);
        if let Some(node) = inner.node("delais") {
            let mut table = Fields::new(node, "delais", inner.out());
            for (key, interval) in Interval::KEYS.iter().zip(Interval::ALL) {
                if let Some(days) = table.number(key, 1, 3650) {
                    intervals.set(*interval, days.value);
                }
            }
            table.finish();
        }
        inner.finish();
    }
    (budget, intervals)
}

/// `content/site.yaml`
pub fn settings(node: &Node, out: &mut Diagnostics) -> Settings<Unresolved> {
    let mut f = Fields::new(node, "site", out);
    let (stale_budget, intervals) = freshness(&mut f);
    let settings = Settings {
        title: f.required_text("titre", "titre: Éliane"),
        subtitle: f.text("sous_titre").unwrap_or_default(),
        summary: f.text("resume").unwrap_or_default(),
        language: f.language("langue").unwrap_or_else(|| "fr".to_owned()),
        base_url: f.convert(
            "base_url",
            "l’adresse du site, avec une barre à la fin : https://exemple.fr/",
            |text| text.ends_with('/').then(|| WebAddress::parse(text)).flatten(),
        ),
        theme: f.raw("theme"),
        territories: f.list("territoires"),
        publisher: f.text("editeur").unwrap_or_default(),
        contact: contact(&mut f),
        licence: f.text("licence").unwrap_or_else(|| "Licence Ouverte 2.0".to_owned()),
        accessibility: f
            .text("mention_accessibilite")
            .unwrap_or_else(|| "Accessibilité\u{a0}: non conforme".to_owned()),
        paper: f.choice("papier", &["oui", "non"], &[true, false]).unwrap_or(false),
        relay_guide: f.raw("guide_relais"),
        delivery: f.choice("cible", Delivery::KEYS, Delivery::ALL).unwrap_or_default(),
        film_megabytes: f.number("film_max_mo", 1, 200).map_or(FILM_MEGABYTES, |n| n.value),
        language_budget: budget(&mut f, "langage", "avertissements", LANGUAGE_BUDGET),
        stale_budget,
        intervals,
    };
    f.finish();
    settings
}
