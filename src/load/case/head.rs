//! The head of a case.

use super::super::fields::Fields;
use super::super::verification::{status, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::fields as say;
use crate::keys::KeyForm::{Choice, Date, Text, Texts};
use crate::keys::{keys, may, must};
use crate::model::{Case, CaseFacts, FirstNames, Unresolved};
use crate::parse::yaml::Node;
use crate::plain::PassageKind;
use crate::source::Span;

keys! {
    /// The head of a case.
    CASE {
        TITLE = must(
            "titre",
            "titre: Il n’entend pas, et vit seul",
            Text,
            "la situation, en peu de mots",
        )
        .read_as(PassageKind::Title);
        SUMMARY = must(
            "resume",
            "resume: Une personne est allée chez lui.",
            Text,
            "la situation, en une ou deux phrases",
        )
        .read_as(PassageKind::Text);
        NEEDS = must(
            "besoins",
            "besoins: [appel-video]",
            Texts,
            "les besoins concernés, par leur `id` ; leur page montre le cas",
        );
        ZONE = must(
            "territoires",
            "territoires: [\"29103\"]",
            Texts,
            "où c’est arrivé, par [codes](#les-territoires)",
        );
        DATE = must("date", "date: 2020-04", Date, "quand : une année, un mois ou un jour");
        SERVICES = may("services", Texts, "d’autres services concernés, en plus de ceux des essais");
        FIRST_NAMES = may(
            "prenoms_changes",
            Choice(&["oui", "publies"]),
            "si un prénom apparaît ; `oui` : les prénoms ont été changés ; `publies` : ils viennent d’un récit déjà publié",
        );
        STORY = may("prenoms_recit", Text, "avec `publies` : quel récit");
        ALSO_SAID = may("dit_aussi", Texts, "les mots des gens, fautes comprises, qui mènent au cas dans « A à Z »");
    }
}

/// The first lines of a case; its parts are read after.
pub fn head(id: &str, span: Span, node: &Node, out: &mut Diagnostics) -> Case<Unresolved> {
    let mut f = Fields::new(node, "cas", out);
    let case = Case {
        facts: CaseFacts {
            id: id.to_owned(),
            title: f.required_text(key::TITLE),
            summary: f.required_text(key::SUMMARY),
            date: f.partial_date(key::DATE),
            also_said: f.words(key::ALSO_SAID),
            first_names: first_names(&mut f),
            verification: verification(&mut f),
            texts: Vec::new(),
            span,
        },
        needs: f.some(key::NEEDS),
        concerned: f.list(key::SERVICES),
        zone: f.some(key::ZONE),
        situation: Vec::new(),
        tried: Vec::new(),
        worked: Vec::new(),
        advice: Vec::new(),
        status: status(&mut f),
    };
    f.finish();
    case
}

/// `prenoms_changes: oui`, or `publies` with the story that they come from.
fn first_names(f: &mut Fields<'_>) -> Option<FirstNames> {
    let changed = f.choice(key::FIRST_NAMES, &[true, false]);
    let story = f.text(key::STORY);
    match (changed, story) {
        (Some(false), Some(story)) => Some(FirstNames::Published(story)),
        (Some(false), None) => {
            if !f.has(key::STORY) {
                let span = f.key_span(key::FIRST_NAMES);
                f.out().push(say::missing_key(span, "prenoms_recit", "prenoms_recit: Récit publié en 2020"));
            }
            None
        }
        (Some(true), story) => {
            if story.is_some() {
                let span = f.key_span(key::STORY);
                f.out().push(say::missing_key(span, "prenoms_changes: publies", "prenoms_changes: publies"));
            }
            Some(FirstNames::Changed)
        }
        (None, Some(_)) if !f.has(key::FIRST_NAMES) => {
            let span = f.key_span(key::STORY);
            f.out().push(say::missing_key(span, key::FIRST_NAMES.name, "prenoms_changes: publies"));
            None
        }
        (None, _) => None,
    }
}
