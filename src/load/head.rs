//! The head of a guide.

use super::fields::Fields;
use super::verification::{status, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::identity;
use crate::keys::KeyForm::{Choice, Day, Maps, Number, Text, Texts};
use crate::keys::{KeyRow, YES_NO, keys, may, must, yes_no};
use crate::model::{Deadline, Guide, GuideFacts, Hearing, Means, Proof, Unresolved};
use crate::parse::yaml;
use crate::plain::PassageKind;
use crate::source::{At, Span};
use crate::text::{is_slug, slug};

keys! {
    /// The head of a guide.
    GUIDE {
        NUMBER = must(
            "numero",
            "numero: 412",
            Number(1, 9999),
            "de 1 à 9999 ; se dit au téléphone et s’imprime ; jamais donné à un autre guide",
        );
        TITLE = must("titre", "titre: Rejoindre un appel vidéo", Text, "une réponse plutôt qu’une question")
            .read_as(PassageKind::Title);
        SUMMARY = must(
            "resume",
            "resume: Vous verrez et entendrez votre famille.",
            Text,
            "une ou deux phrases courtes : ce que l’on saura faire",
        )
        .read_as(PassageKind::Text);
        NEEDS =
            must("besoins", "besoins: [appel-video]", Texts, "les besoins auxquels il répond, par leur `id`");
        HEARING = must(
            "faut_entendre",
            "faut_entendre: non",
            Choice(&["oui", "non", "contournable"]),
            "`oui`, `non` ou `contournable` (le guide dit alors comment faire sans le son)",
        );
        NEEDS_EMAIL =
            must(Means::Email.key(), "faut_un_email: non", Choice(YES_NO), "s’il faut une adresse e-mail");
        NEEDS_SMARTPHONE = yes_no(
            Means::Smartphone.key(),
            "s’il faut un téléphone avec un écran tactile ; `oui` le dit au lecteur, `non` au départ : voir [Ce qu’il faut avoir](#ce-quil-faut-avoir)",
        );
        NEEDS_CAMERA = yes_no(Means::Camera.key(), "s’il faut une caméra ; `non` au départ");
        NEEDS_CARD = yes_no(Means::BankCard.key(), "s’il faut une carte bancaire ; `non` au départ");
        MINUTES = may("duree_min", Number(1, 600), "en minutes, de 1 à 600");
        TO_HAVE = may("a_avoir", Texts, "ce qu’il faut avoir près de soi").read_as(PassageKind::Title);
        ABOUT = may("produits", Texts, "les outils dont le guide **parle**");
        DEPENDS_ON = may(
            "depend_de",
            Texts,
            "les outils **sans lesquels il ne sert à rien** : voir [Un produit](#un-produit)",
        );
        ALSO_SAID = may(
            "dit_aussi",
            Texts,
            "les mots des gens, fautes comprises ; ils mènent au guide dans la page « A à Z » et dans le champ « Chercher » : voir [Les recherches](#les-recherches)",
        );
        ALIASES = may(
            "alias",
            Texts,
            "d’anciennes adresses de la page : voir [La vie d’une fiche](#la-vie-dune-fiche)",
        );
        SEE_ALSO = may("voir_aussi", Texts, "d’autres guides, que l’on peut suivre aujourd’hui (A112)");
        DEADLINES = may(
            "a_faire_avant",
            Maps(DEADLINE),
            "ce qu’il faut faire avant un jour ; le site le montre en tête du guide et dans les listes, et le retire tout seul le lendemain",
        )
        .read_as(PassageKind::Text);
        PROOF = may(
            "preuve",
            Choice(&["sur", "probable"]),
            "certitude des étapes : `sur` (au départ) ou `probable`",
        );
        LICENCE = may("licence", Text, "si elle n’est pas celle du site");
        LANGUAGE = may("langue", Text, "`fr` au départ");
    }
    /// What must be done by a day.
    DEADLINE {
        LAST_DAY = must("date", "date: 2026-12-31", Day, "le dernier jour");
        TO_DO = must(
            "texte",
            "texte: Demandez la nouvelle carte.",
            Text,
            "ce qu’il faut faire, en une phrase",
        )
        .read_as(PassageKind::Title);
    }
}

/// The keys of what not everybody has; an e-mail address is asked for apart.
const MEANS: [(KeyRow, Means); 3] = [
    (key::NEEDS_SMARTPHONE, Means::Smartphone),
    (key::NEEDS_CAMERA, Means::Camera),
    (key::NEEDS_CARD, Means::BankCard),
];

/// The front matter, and the certainty that its étapes have unless they say otherwise.
pub fn head(id: &str, span: Span, node: &yaml::Node, out: &mut Diagnostics) -> (Guide<Unresolved>, Proof) {
    let mut f = Fields::new(node, "guide", out);
    let number = f.number(key::NUMBER);
    let proof = f.choice(key::PROOF, &[Proof::Sure, Proof::Probable]);
    let guide = Guide {
        facts: GuideFacts {
            id: id.to_owned(),
            number_span: number.as_ref().map_or(span, |n| n.span),
            number: number.map_or(0, |n| n.value),
            title: f.required_text(key::TITLE),
            summary: f.required_text(key::SUMMARY),
            minutes: f.number(key::MINUTES).map(|n| n.value),
            to_have: f.texts(key::TO_HAVE),
            hearing: f
                .choice(key::HEARING, &[Hearing::Needed, Hearing::NotNeeded, Hearing::Avoidable])
                .unwrap_or(Hearing::NotNeeded),
            needs_email: f.yes_no(key::NEEDS_EMAIL).unwrap_or(false),
            needs_means: MEANS
                .into_iter()
                .filter_map(|(key, means)| (f.yes_no(key) == Some(true)).then_some(means))
                .collect(),
            also_said: f.words(key::ALSO_SAID),
            aliases: aliases(&mut f, key::ALIASES),
            deadlines: deadlines(&mut f),
            film: None,
            film_lost: false,
            licence: f.text(key::LICENCE),
            language: f.language(key::LANGUAGE).unwrap_or_else(|| "fr".to_owned()),
            verification: verification(&mut f),
            span,
        },
        needs: f.some(key::NEEDS),
        about: f.list(key::ABOUT),
        depends_on: f.list(key::DEPENDS_ON),
        see_also: f.list(key::SEE_ALSO),
        intro: Vec::new(),
        steps: Vec::new(),
        status: status(&mut f),
    };
    f.finish();
    (guide, proof.unwrap_or(Proof::Sure))
}

/// `a_faire_avant`: a day and a sentence each.
fn deadlines(fields: &mut Fields<'_>) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    for node in fields.maps(key::DEADLINES) {
        let mut f = Fields::new(node, key::DEADLINES.name, fields.out());
        let date = f.date(key::LAST_DAY);
        let text = f.required_text(key::TO_DO);
        let span = f.span();
        f.finish();
        deadlines.extend(date.map(|date| Deadline { date, text, span }));
    }
    deadlines.sort_by_key(|deadline| deadline.date);
    deadlines
}

/// Old addresses: relative, lower-case ASCII, ending with `.html`.
pub(super) fn aliases(fields: &mut Fields<'_>, key: KeyRow) -> Vec<At<String>> {
    let aliases = fields.list(key);
    for alias in &aliases {
        let stem = alias.value.strip_suffix(".html").unwrap_or("");
        let good =
            !stem.is_empty() && stem.split('/').all(|part| is_slug(part) && !crate::text::is_reserved(part));
        if !good {
            let reserved = alias.value.split('/').find(|part| crate::text::is_reserved(part));
            fields.out().push(match reserved {
                Some(name) => {
                    let stem = alias.value.trim_end_matches(".html").trim_matches('/');
                    let parts = stem.split('/').filter(|part| !slug(part).is_empty()).map(|part| {
                        let head = if crate::text::is_reserved(part) { "fiche-" } else { "" };
                        format!("{head}{}", slug(part))
                    });
                    let meant = format!("{}.html", parts.collect::<Vec<_>>().join("/"));
                    identity::reserved_alias(alias.span, &alias.value, name, &meant)
                }
                None => identity::bad_alias(alias.span, &alias.value),
            });
        }
    }
    aliases
}
