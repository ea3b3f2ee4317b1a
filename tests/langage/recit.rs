//! The story of a curator without developer skills: what she pastes, what she is told, what she mends.

use eliane::diag::{Diagnostic, Level, Place};
use eliane::source::Sources;
use eliane::{Examined, Order, examine};
use jiff::civil::Date;

const GUIDE: &str = "content/guides/lettre/guide.md";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"40\"><path d=\"M0 0h64v40H0z\"/></svg>\n";

/// What she pasted from a leaflet.
const PASTED: [&str; 4] = [
    "Si vous avez reçu une lettre de votre caisse de retraite qui vous demande de renvoyer un papier signé avant la fin du mois, vous devez prendre rendez-vous avec un agent de la mairie qui vous aidera à le remplir.",
    "La CNAV peut aussi vous aider.",
    "Pour prendre une photo de la lettre, cliquez ici.",
    "Le service est ouvert depuis le 12/05/2025.",
];

/// What she writes instead.
const MENDED: [&str; 4] = [
    "Votre caisse de retraite vous demande un papier signé ? Prenez rendez-vous à la mairie.",
    "La caisse nationale de retraite (CNAV) peut aussi vous aider.",
    "Pour garder la lettre, [recommencez cette étape](#garder).",
    "Le service est ouvert depuis le 12 mai 2025.",
];

fn guide(paragraphs: [&str; 4]) -> String {
    format!(
        "---\nnumero: 7\ntitre: Garder une lettre\nresume: Vous gardez une photo de votre lettre.\nbesoins: [materiel]\nfaut_entendre: non\nfaut_un_email: non\nverifie_le: 2026-11-01\nverifie_par: rédaction\nverifie_comment: documents\nsources:\n  - titre: Notice de l'appareil\n    date: 2026\n---\n{}\n\n![Garder une lettre](lettre.webm)\n\n## Prenez la lettre en photo {{#garder}}\nAppuyez sur « Photo ».\n\n![Une main tient un téléphone](dessin.svg \"Le téléphone est droit\")\n\n### Ce que vous voyez\nLa lettre est à l'écran.\n\n### Si ça ne marche pas\nLisez de nouveau [le début de l'étape](#garder).\n",
        paragraphs.join("\n\n")
    )
}

fn site(paragraphs: [&str; 4], captions: bool) -> Examined {
    let film: &[u8] = include_bytes!("../contenu/medias/films/vp9.webm");
    let guide = guide(paragraphs);
    let mut files: Vec<(&str, &[u8])> = vec![
        ("content/site.yaml", "titre: Essai\nlangue: fr\nterritoires: [\"29103\"]\n".as_bytes()),
        (
            "content/besoins.yaml",
            b"- id: materiel\n  titre: Me servir de mon appareil\n  exemple: Prendre une photo\n",
        ),
        (GUIDE, guide.as_bytes()),
        ("content/guides/lettre/dessin.svg", DRAWING.as_bytes()),
        ("content/guides/lettre/lettre.svg", DRAWING.as_bytes()),
        ("content/guides/lettre/lettre.webm", film),
    ];
    if captions {
        files.push((
            "content/guides/lettre/lettre.fr.vtt",
            b"WEBVTT\n\n00:00.000 --> 00:01.000\nUne photo.\n",
        ));
    }
    examine(Sources::memory(files), &[], Order::of(Date::constant(2026, 11, 24)))
}

fn line(examined: &Examined, found: &Diagnostic) -> Option<usize> {
    match &found.place {
        Place::Span(span) => Some(examined.sources.line_column(span.file, span.start as usize).0),
        Place::Path(_, line) => *line,
        Place::Nowhere => None,
    }
}

#[test]
fn five_faults_are_five_findings_with_line_reason_and_repair() {
    let examined = site(PASTED, false);
    let errors: Vec<&Diagnostic> =
        examined.diagnostics.iter().filter(|found| found.level() == Level::Error).collect();
    let text = guide(PASTED);
    let line_of = |words: &str| Some(text.lines().position(|line| line.contains(words)).unwrap() + 1);
    let expected = [
        ("E210", line_of("Si vous avez reçu"), "Cette phrase a 40 mots.", "Coupez-la en deux"),
        ("E211", line_of("CNAV"), "n’est pas expliqué", "Écrivez les mots, puis le sigle"),
        ("E214", line_of("cliquez ici"), "ne dit pas où l’on va", "ce que l’on va trouver"),
        ("E212", line_of("12/05/2025"), "est en chiffres", "Écrivez : 12\u{a0}mai\u{a0}2025"),
        ("E202", line_of("lettre.webm"), "n’a pas de sous-titres", ""),
    ];
    let codes: Vec<&str> = errors.iter().map(|found| found.code.id).collect();
    assert_eq!(codes, expected.map(|(code, ..)| code), "{errors:#?}");
    for (found, (code, line_expected, says, repair)) in errors.iter().zip(expected) {
        assert_eq!(line(&examined, found), line_expected, "{code}");
        assert!(found.message.contains(says) && found.repair.contains(repair), "{found:#?}");
        assert!(!found.repair.is_empty() && !found.code.explanation.is_empty());
    }
    assert!(examined.renderer.is_none(), "nothing is built");
}

#[test]
fn after_the_repair_the_site_is_built() {
    let examined = site(MENDED, true);
    let said = eliane::diag::render_plain(&examined.diagnostics, &examined.sources);
    assert!(examined.renderer.is_some() && examined.diagnostics.is_empty(), "{said}");
}
