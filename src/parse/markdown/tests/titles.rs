//! Titles that Markdown does not read, numbers and names in titles, lines with an indent.

use super::*;

fn first_heading(blocks: &[PlacedBlock]) -> Option<&Heading> {
    blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Heading(heading) => Some(heading),
        _ => None,
    })
}

#[test]
fn titles_that_are_none_are_read_and_told() {
    for (line, name) in [
        ("#Touchez le bouton", None),
        ("#Touchez le bouton {#toucher}", Some("toucher")),
        ("#touchez {#toucher}", Some("toucher")),
        ("\\## Touchez le bouton", None),
        ("\\##Touchez le bouton", None),
        ("\\#\\# Touchez le bouton", None),
        ("\\#\\# Touchez le bouton {#toucher}", Some("toucher")),
        ("    ## Touchez le bouton {#toucher}", Some("toucher")),
        ("\t## Touchez le bouton", None),
        ("     ## Touchez le bouton", None),
        ("- ## Touchez le bouton", None),
        ("1. ## Touchez le bouton", None),
        ("> ## Touchez le bouton", None),
        ("**## Touchez le bouton**", None),
        ("*## Touchez le bouton*", None),
        ("`## Touchez le bouton`", None),
        ("_## Touchez le bouton_", None),
    ] {
        let blocks = one_fault("A011", &format!("Avant.\n\n{line}\n\nAprès.\n"), 3, "## ");
        let heading = first_heading(&blocks).unwrap_or_else(|| panic!("{line} {blocks:?}"));
        assert_eq!((heading.level, heading.id.as_deref()), (2, name), "{line}");
        assert!(
            plain(&heading.text).eq_ignore_ascii_case("Touchez le bouton") || line.contains("#touchez"),
            "{line}"
        );
    }
    for text in [
        "#MaLiberté est un mot de réseau.\n",
        "#MeToo en France\n",
        "#Balance est un mot.\n",
        "Avant.\n#Touchez le bouton\n",
        "#31# puis le numéro\n",
        "\\#31\\# puis le numéro\n",
        "\\# est le dièse\n",
        "La touche # en bas\n",
        "- # est le dièse\n",
        "2 ## 3\n",
    ] {
        assert!(!read(text).1.contains(&"A011"), "{text:?}");
    }
}

#[test]
fn the_number_of_an_etape_is_not_written() {
    for written in [
        "2. ",
        "2) ",
        "2 - ",
        "2 – ",
        "2° ",
        "2/ ",
        "2 / ",
        "2 : ",
        "2\u{a0}: ",
        "2.- ",
        "2\\. ",
        "② ",
        "Étape 2 : ",
        "Etape 2 - ",
        "ÉTAPE 2 : ",
        "Étape n° 2 : ",
        "étape 2. ",
        "Étape 2 ",
        "Étape 12 : ",
        "Phase 2 : ",
    ] {
        let text = format!("## Ouvrez\n\n## {written}touchez le bouton {{#toucher}}\n");
        one_fault("A018", &text, 3, "Écrivez : ## Touchez le bouton {#toucher}");
    }
    for title in [
        "2 touches à presser",
        "112 : appelez",
        "2e appel",
        "3-4 minutes d’attente",
        "1/2 tasse",
        "2.5 litres",
        "15. rue",
        "Étapes suivantes",
        "Étape par étape",
        "1er appel",
        "Touchez 2.",
        "Touchez le 2 : oui",
        "3,50 €",
    ] {
        assert_eq!(read(&format!("## {title}\n\n## Puis\n")).1, Vec::<&str>::new(), "{title}");
    }
}

#[test]
fn the_name_of_an_etape_between_other_signs_is_read_and_told() {
    for name in [
        "(#toucher)",
        "[#toucher]",
        "<#toucher>",
        "#toucher",
        "{#toucher",
        "{#toucher.",
        "{#toucher}.",
        "{toucher}",
        "{# toucher}",
        "{id=toucher}",
        "{id=\"toucher\"}",
        "{#toucher} ##",
        "\\{#toucher}",
        "｛#toucher｝",
    ] {
        let text = format!("## Touchez le bouton {name}\n");
        let blocks = one_fault("A015", &text, 1, "## Touchez le bouton {#toucher}");
        let heading = first_heading(&blocks).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(
            (plain(&heading.text).as_str(), heading.id.as_deref()),
            ("Touchez le bouton", Some("toucher")),
            "{name}"
        );
    }
    one_fault("A015", "## Touchez {#toucher preuve=probable\n", 1, "{#toucher preuve=probable}");
    for text in [
        "## Touchez {#toucher}\n",
        "## Touchez { #toucher }\n",
        "## Touchez {#toucher preuve=probable}\n",
        "## Touchez {#toucher} \n",
        "## Touchez {preuve=probable}\n",
        "## Touchez ##\n",
        "## Touchez la touche dièse (#)\n",
        "## Touchez (oui)\n",
        "## Touchez [Oui]\n",
        "## Composez #31#\n",
        "## [Touchez](#toucher)\n",
        "## Touchez {libelle: jitsi.entrer}\n",
        "## Touchez {libelle: jitsi.entrer} {#toucher}\n",
        "### Le vendeur {service=mairie}\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn lists_and_pictures_with_an_indent_are_read_and_told() {
    for lead in ["    ", "\t", "     ", "      ", " \t"] {
        let text = format!("Avant.\n\n{lead}- un\n{lead}- deux\n\nAprès.\n");
        let blocks = one_fault("A011", &text, 3, "- un");
        assert!(
            matches!(&blocks[1].kind, BlockKind::List { items, .. } if items.len() == 2),
            "{text:?} {blocks:?}"
        );
        let glued = format!("Avant.\n{lead}- un\n{lead}- deux\n");
        let blocks = one_fault("A011", &glued, 2, "- un");
        assert!(
            matches!(&blocks[1].kind, BlockKind::List { items, .. } if items.len() == 2),
            "{glued:?} {blocks:?}"
        );
        one_fault("A011", &format!("Avant.\n\n{lead}1. un\n{lead}2. deux\n"), 3, "1. un");
        one_fault("A011", &format!("Avant.\n\n{lead}![Une](a.png \"b\")\n"), 3, "![Une](a.png \"b\")");
        one_fault("A011", &format!("Avant.\n\n{lead}### Ce que vous voyez\n"), 3, "### Ce que vous voyez");
    }
    let blocks = one_fault("A011", "- un\n\n        - deux\n", 3, "- deux");
    assert!(matches!(&blocks[0].kind, BlockKind::List { items, .. } if items[0].len() == 2), "{blocks:?}");
    for text in [
        "- un\n    - deux\n",
        "- un\n\n    - deux\n",
        "1. un\n    - deux\n",
        "1. un\n\n    ![Une](a.png \"b\")\n",
        "- un\n    suite\n",
        "   - un\n   - deux\n",
        "   ## Touchez\n",
        "Avant.\n    suite\n",
        "- un\n  - deux\n      suite\n",
        "10. un\n    - deux\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
    assert_eq!(read("    sudo apt install\n").1, ["E053"]);
    assert_eq!(read("```\n    - un\n```\n").1, ["E053"]);
}
