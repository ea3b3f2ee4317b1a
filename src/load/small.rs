//! The small kinds: needs, products, words of the glossary, settings.

use super::fields::Fields;
use super::picture;
use super::verification::{WEB_ADDRESS, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::{fields as say, identity};
use crate::keys::KeyForm::{Choice, Date, Labels, Map, Number, Text, Texts};
use crate::keys::{KeyRow, keys, may, must, yes_no};
use crate::model::{
    Delivery, Email, FILM_MEGABYTES, Interval, Intervals, LANGUAGE_BUDGET, Life, Need, Product, ProductFacts,
    STALE_BUDGET, Settings, SettingsFacts, Unresolved, WebAddress, Word, WordFacts,
};
use crate::parse::yaml::{self, Node, ValueKind};
use crate::plain::PassageKind;
use crate::source::{At, File, FileId, Sources};
use crate::text::{french, is_reserved, is_slug, slug};
use std::collections::BTreeMap;

/// What the `id` of an entry looks like.
pub(super) const ENTRY: &str = "id: nom-court";

keys! {
    /// A need.
    NEED {
        NEED_ID = must("id", ENTRY, Text, "le nom court, écrit dans `besoins` des guides et des services");
        NEED_TITLE = must(
            "titre",
            "titre: Voir et parler à mes proches",
            Text,
            "ce que disent les gens, à la première personne",
        )
        .read_as(PassageKind::Title);
        NEED_EXAMPLE = must("exemple", "exemple: Un appel vidéo avec ma fille", Text, "une ligne courte")
            .read_as(PassageKind::Title);
        DRAWING = may("dessin", Text, "le nom d’un fichier de `content/dessins/`");
    }
    /// A word of the glossary.
    WORD {
        WORD_ID = must("id", ENTRY, Text, "le nom court, écrit dans les liens `mot:`");
        SPELT = must("mot", "mot: navigateur", Text, "le mot");
        DEFINITION = must(
            "definition",
            "definition: Le programme qui montre les pages du web.",
            Text,
            "une ou deux phrases simples",
        )
        .read_as(PassageKind::Text);
        OTHER_FORMS = may(
            "autres_formes",
            Texts,
            "pluriel, sigle, mots des gens ; elles mènent au mot dans « A à Z » (sauf celles qui commencent par le même mot, déjà voisines), et se lisent sous la définition ; la recherche pardonne les fautes toute seule",
        );
        IN_TEXTS = yes_no(
            "dans_les_textes",
            "`non` : les guides et les cas n’y mènent pas tout seuls ; utile quand le mot a trop de sens",
        );
        NOT_IN = may(
            "sauf_dans",
            Texts,
            "des tournures où le mot veut dire autre chose : `compte rendu`, pour « compte »",
        );
        WORD_SEE_ALSO = may("voir_aussi", Texts, "d’autres mots, par leur `id`");
        WORD_SOURCE = may("source", Text, "d’où vient la définition ; ne s’affiche pas");
    }
    /// A product.
    PRODUCT {
        PRODUCT_NAME = must("nom", "nom: Skype", Text, "le nom de l’outil");
        PRODUCT_SUMMARY = must(
            "resume",
            "resume: Un outil pour les appels vidéo.",
            Text,
            "ce qu’il fait, en une ou deux phrases",
        )
        .read_as(PassageKind::Text);
        LIFE = may(
            "etat",
            Choice(&["actif", "arrete", "inconnu"]),
            "`actif`, `arrete` ou `inconnu` (au départ : `inconnu`)",
        );
        STOPPED_ON = may("fin", Date, "quand il s’est arrêté ; s’écrit avec `etat: arrete`");
        PRODUCT_INSTEAD =
            may("remplace_par", Texts, "d’autres produits, qui ne sont pas arrêtés (A115)");
        PRODUCT_OTHER_NAMES = may("autres_noms", Texts, "des noms qui mènent à sa page");
        PRODUCT_ALSO_SAID =
            may("dit_aussi", Texts, "les mots des gens, fautes comprises, qui mènent à sa page");
        PRODUCT_SITE = may("site", Text, "son adresse officielle");
        LABELS = may("libelles", Labels, "les mots de ses écrans, que les étapes citent");
    }
    /// The site.
    SITE {
        TITLE = must("titre", "titre: Éliane", Text, "le nom du site").read_as(PassageKind::Title);
        SUBTITLE = may("sous_titre", Text, "sous la question de l’accueil").read_as(PassageKind::Title);
        SUMMARY = may("resume", Text, "à quoi sert le site ; page « À propos »").read_as(PassageKind::Text);
        TERRITORIES = may(
            "territoires",
            Texts,
            "les [codes](#les-territoires) dont chaque commune aura sa fiche contact, entre guillemets",
        );
        PUBLISHER = may("editeur", Text, "qui publie");
        CONTACT = may("contact", Text, "comment écrire");
        BASE_URL = may(
            "base_url",
            Text,
            "l’adresse du site sur le web, avec une barre à la fin ; sans elle, ni plan pour les moteurs de recherche, ni adresse à envoyer, ni code à photographier sur les guides ; inutile sur une clé USB",
        );
        THEME = may("theme", Text, "`kiosque` au départ");
        LANGUAGE_TAG = may("langue", Text, "`fr` au départ");
        LICENCE = may("licence", Text, "`Licence Ouverte 2.0` au départ");
        ACCESSIBILITY = may("mention_accessibilite", Text, "« Accessibilité : non conforme » au départ");
        PAPER = yes_no(
            "papier",
            "`oui` ajoute des PDF à imprimer, et la page `mediateur.html` : voir [Imprimer](papier.md) ; `non` au départ",
        );
        RELAY_GUIDE = may(
            "guide_relais",
            Text,
            "le nom du guide qui explique le relais téléphonique ; les fiches avec un relais y mènent",
        );
        DELIVERY = may(
            "cible",
            Choice(Delivery::KEYS),
            "où le site sera lu : `usb` (au départ), `web` ou `borne` ; sur une borne, aucun lien ne sort du site : les numéros et les adresses sont écrits en clair, avec un code à viser avec un téléphone",
        );
        FILM_MEGABYTES_KEY = may("film_max_mo", Number(1, 200), "le poids permis d’un film, en mégaoctets");
        LANGUAGE = may(
            "langage",
            Map(LANGUAGE_KEYS),
            "`avertissements: 2` (au départ) : combien d’avertissements de [langage clair](langage.md) une page peut garder",
        );
        FRESHNESS = may(
            "fraicheur",
            Map(FRESHNESS_KEYS),
            "`perimees: 3` (au départ) : combien de guides, de produits et de cas périmés le site peut garder avant que chacun soit un avertissement (A026) ; un contact périmé en est toujours un (A025), et une erreur avec `--strict` ; `delais` : [combien de jours tient une vérification](#les-dates-et-la-vérification)",
        );
    }
    /// What a page affords.
    LANGUAGE_KEYS {
        WARNINGS = may("avertissements", Number(0, 1000), "2 au départ");
    }
    /// What a site affords.
    FRESHNESS_KEYS {
        STALE = may("perimees", Number(0, 1000), "combien de guides, de produits et de cas ; 3 au départ");
        INTERVALS = may("delais", Map(INTERVAL_KEYS), "combien de jours tient une vérification");
    }
    /// How many days a verification holds.
    INTERVAL_KEYS {
        EMERGENCY_DAYS = days(Interval::Emergency, "les numéros d’urgence ; 90 au départ");
        HOURS_DAYS = days(Interval::Hours, "un service qui donne ses horaires ; 90 au départ");
        ROUND_DAYS = days(Interval::Rounds, "un service itinérant ; 90 au départ");
        CAPACITY_DAYS = days(Interval::Capacity, "un service qui dit s’il reste de la place ; 30 au départ");
        FRANCE_SERVICES_DAYS = days(Interval::FranceServices, "180 au départ");
        ADVISER_DAYS = days(Interval::DigitalAdviser, "180 au départ");
        NATIONAL_DAYS = days(Interval::National, "180 au départ");
        TOWN_HALL_DAYS = days(Interval::TownHall, "730 au départ");
        SERVICE_DAYS = days(Interval::Service, "tous les autres services ; 365 au départ");
        APP_DAYS = days(Interval::App, "un guide avec `depend_de` ; 120 au départ");
        GUIDE_DAYS = days(Interval::Guide, "les autres guides ; 180 au départ");
        PRODUCT_DAYS = days(Interval::Product, "180 au départ");
        CASE_DAYS = days(Interval::Case, "730 au départ");
    }
}

const fn days(interval: Interval, says: &'static str) -> KeyRow {
    may(interval.key(), Number(1, 3650), says)
}

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

pub(super) fn entry_id(fields: &mut Fields<'_>, key: KeyRow) -> String {
    let id = fields.required(key);
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
        let id = entry_id(&mut f, key::NEED_ID);
        let title = f.required_text(key::NEED_TITLE);
        let example = f.required_text(key::NEED_EXAMPLE);
        let drawing = f.raw(key::DRAWING).and_then(|name| {
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
            facts: WordFacts {
                id: entry_id(&mut f, key::WORD_ID),
                word: f.required_text(key::SPELT),
                other_forms: f.words(key::OTHER_FORMS),
                definition: f.required_text(key::DEFINITION),
                in_texts: f.yes_no(key::IN_TEXTS).unwrap_or(true),
                not_in: f.texts(key::NOT_IN),
                span: f.span(),
            },
            see_also: f.list(key::WORD_SEE_ALSO),
        });
        // Where the definition comes from, for curators; readers need no footnote here.
        f.plain(key::WORD_SOURCE);
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
    let name = f.required_text(key::PRODUCT_NAME);
    let state = f.choice(key::LIFE, &[ProductState::Active, ProductState::Stopped, ProductState::Unknown]);
    let end = f.partial_date(key::STOPPED_ON);
    let product = Product {
        facts: ProductFacts {
            id: id.to_owned(),
            name,
            other_names: f.words(key::PRODUCT_OTHER_NAMES),
            summary: f.required_text(key::PRODUCT_SUMMARY),
            also_said: f.words(key::PRODUCT_ALSO_SAID),
            life: match state {
                Some(ProductState::Active) => Life::Active,
                Some(ProductState::Stopped) => Life::Stopped(end),
                Some(ProductState::Unknown) | None => Life::Unknown,
            },
            site: f.convert(key::PRODUCT_SITE, WEB_ADDRESS, WebAddress::parse),
            labels: labels(&mut f),
            verification: verification(&mut f),
            span: f.span(),
        },
        replaced_by: f.list(key::PRODUCT_INSTEAD),
    };
    f.finish();
    product
}

/// Words on the product's screens, each under a name of its own.
fn labels(f: &mut Fields<'_>) -> BTreeMap<String, String> {
    let Some(node) = f.node(key::LABELS) else { return BTreeMap::new() };
    let ValueKind::Map(entries) = &node.kind else {
        f.out().push(say::wrong_type(
            node.span,
            key::LABELS.name,
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
    let raw = f.raw(key::CONTACT)?;
    let text = f.text(key::CONTACT)?;
    if text.contains('@') && !text.contains(char::is_whitespace) && Email::parse(&raw.value).is_none() {
        f.out().push(say::bad_format(
            raw.span,
            key::CONTACT.name,
            &raw.value,
            "une adresse, comme aide@exemple.fr",
        ));
        return None;
    }
    Some(text)
}

/// `langage: {avertissements: 2}`: how many warnings of plain language a page affords.
fn budget(f: &mut Fields<'_>) -> u16 {
    let usual = LANGUAGE_BUDGET;
    let Some(node) = f.node(key::LANGUAGE) else { return usual };
    let mut inner = Fields::new(node, key::LANGUAGE.name, f.out());
    let budget = inner.number(key::WARNINGS).map_or(usual, |n| n.value);
    inner.finish();
    budget
}

/// `fraicheur`: how many old sheets a site affords, and how long verifications hold.
fn freshness(f: &mut Fields<'_>) -> (u16, Intervals) {
    let (mut budget, mut intervals) = (STALE_BUDGET, Intervals::default());
    if let Some(node) = f.node(key::FRESHNESS) {
        let mut inner = Fields::new(node, key::FRESHNESS.name, f.out());
        budget = inner.number(key::STALE).map_or(budget, |n| n.value);
        if let Some(node) = inner.node(key::INTERVALS) {
            let mut table = Fields::new(node, key::INTERVALS.name, inner.out());
            for key in key::INTERVAL_KEYS {
                if let (Some(days), Some(interval)) = (table.number(*key), Interval::named(key.name)) {
                    intervals.set(interval, days.value);
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
        facts: SettingsFacts {
            title: f.required_text(key::TITLE),
            subtitle: f.text(key::SUBTITLE).unwrap_or_default(),
            summary: f.text(key::SUMMARY).unwrap_or_default(),
            language: f.language(key::LANGUAGE_TAG).unwrap_or_else(|| "fr".to_owned()),
            base_url: f.convert(
                key::BASE_URL,
                "l’adresse du site, avec une barre à la fin : https://exemple.fr/",
                |text| text.ends_with('/').then(|| WebAddress::parse(text)).flatten(),
            ),
            theme: f.raw(key::THEME),
            publisher: f.text(key::PUBLISHER).unwrap_or_default(),
            contact: contact(&mut f),
            licence: f.text(key::LICENCE).unwrap_or_else(|| "Licence Ouverte 2.0".to_owned()),
            accessibility: f
                .text(key::ACCESSIBILITY)
                .unwrap_or_else(|| "Accessibilité\u{a0}: non conforme".to_owned()),
            paper: f.yes_no(key::PAPER).unwrap_or(false),
            delivery: f.choice(key::DELIVERY, Delivery::ALL).unwrap_or_default(),
            film_megabytes: f.number(key::FILM_MEGABYTES_KEY).map_or(FILM_MEGABYTES, |n| n.value),
            language_budget: budget(&mut f),
            stale_budget,
            intervals,
        },
        territories: f.list(key::TERRITORIES),
        relay_guide: f.raw(key::RELAY_GUIDE),
    };
    f.finish();
    settings
}
