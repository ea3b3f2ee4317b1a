//! The story of a curator without developer skills: what she pastes, what the program tells her, what she mends.

use crate::common::{Ended, Site};
use fs_err as fs;

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
        "---\nnumero: 7\ntitre: Garder une lettre\nresume: Vous gardez une photo de votre lettre.\nbesoins: [materiel]\nfaut_entendre: non\nfaut_un_email: non\nverifie_le: 2026-11-01\nverifie_par: rédaction\nverifie_comment: documents\nsources:\n  - titre: Notice de l'appareil\n    date: 2026\n---\n{}\n\n![Garder une lettre](lettre.webm)\n\n## Prenez la lettre en photo {{#garder}}\nAppuyez sur « Photo ».\n\n![Une main tient un téléphone](dessin.svg \"Le téléphone est droit\")\n\n### Ce que vous voyez\nLa lettre est à l'écran.\n\n### Si ça ne marche pas\nLisez de nouveau [le début de l'étape](#garder), ou demandez [au service d'aide](service:mon-service).\n",
        paragraphs.join("\n\n")
    )
}

/// What `eliane creer` makes, and her guide, whose film has no captions yet.
fn pasted() -> Site {
    let site = Site::new();
    site.change(
        "content/besoins.yaml",
        "- id: appel-video",
        "- id: materiel\n  titre: Me servir de mon appareil\n  exemple: Prendre une photo\n- id: appel-video",
    );
    site.write(GUIDE, &guide(PASTED));
    site.write("content/guides/lettre/dessin.svg", DRAWING);
    site.write("content/guides/lettre/lettre.svg", DRAWING);
    let film: &[u8] = include_bytes!("../content/media/films/vp9.webm");
    fs::write(site.path("content/guides/lettre/lettre.webm"), film).unwrap();
    site
}

fn build(site: &Site) -> Ended {
    site.run(&["construire", "--date", crate::common::DATE])
}

#[test]
fn five_faults_are_five_findings_in_french_and_nothing_is_built() {
    let site = pasted();
    let told = build(&site);
    assert_eq!(told.code, 1, "{told:?}");
    let said = told.stderr.replace(['\u{a0}', '\u{202f}'], " ");
    let text = guide(PASTED);
    let line_of = |words: &str| text.lines().position(|line| line.contains(words)).unwrap() + 1;
    let expected = [
        ("E210", line_of("Si vous avez reçu"), "Cette phrase a 40 mots.", "Coupez-la en deux"),
        ("E211", line_of("CNAV"), "n’est pas expliqué", "Écrivez les mots, puis le sigle"),
        ("E214", line_of("cliquez ici"), "ne dit pas où l’on va", "ce que l’on va trouver"),
        ("E212", line_of("12/05/2025"), "est en chiffres", "Écrivez : 12 mai 2025"),
        ("E202", line_of("lettre.webm"), "n’a pas de sous-titres", "lettre.fr.vtt"),
    ];
    assert_eq!(said.matches("erreur[").count(), expected.len(), "{said}");
    for (code, line, reason, repair) in expected {
        let one = said.split(&format!("erreur[{code}]")).nth(1).unwrap_or_else(|| panic!("{code}: {said}"));
        let one = one.split("erreur[").next().unwrap();
        assert!(one.contains(&format!("guide.md:{line}:")), "{code}, line {line}: {one}");
        assert!(one.contains(reason) && one.contains("réparation") && one.contains(repair), "{code}: {one}");
    }
    assert!(!site.path("public").exists(), "nothing is built");
}

#[test]
fn after_the_repair_the_site_is_built() {
    let site = pasted();
    site.write(GUIDE, &guide(MENDED));
    site.write("content/guides/lettre/lettre.fr.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nUne photo.\n");
    let told = build(&site);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(!told.stderr.contains("erreur") && !told.stderr.contains("avertissement"), "{told:?}");
    assert!(site.path("public/guides/lettre.html").exists());
}
