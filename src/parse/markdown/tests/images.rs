//! Pictures whose brackets are anywhere, or that stand where no étape looks for one.

use super::*;

/// The picture that a text shows, with nothing else in its paragraph.
fn shown(blocks: &[PlacedBlock]) -> Option<(String, String, String)> {
    blocks.iter().find_map(|block| {
        let BlockKind::Paragraph(line) = &block.kind else { return None };
        let [PlacedInline { kind: InlineKind::Image { target, alt, caption }, .. }] = line.as_slice() else {
            return None;
        };
        Some((target.clone(), alt.clone(), caption.clone()))
    })
}

#[test]
fn a_picture_in_a_list_a_link_or_bold_words_stands_alone() {
    let picture = "![Une fenêtre](a.png \"Le bouton\")";
    for line in [
        "**P**",
        "*P*",
        "__P__",
        "_P_",
        "***P***",
        "- P",
        "* P",
        "+ P",
        "1. P",
        "2) P",
        "> P",
        ">P",
        "> - P",
        "- **P**",
        "[P](https://a.fr)",
        "[P](a.png)",
        "[P](<a.png>)",
        "## P",
        "### P",
        "#### P",
        "**[P](a.png)**",
        "  - P",
    ] {
        let text = format!("Avant.\n\n{}\n\nAprès.\n", line.replace('P', picture));
        let blocks = one_fault("A013", &text, 3, picture);
        assert_eq!(
            shown(&blocks),
            Some(("a.png".to_owned(), "Une fenêtre".to_owned(), "Le bouton".to_owned())),
            "{line}"
        );
    }
    // Among other items.
    let blocks = one_fault("A013", &format!("- un\n- {picture}\n- deux\n"), 2, picture);
    assert!(shown(&blocks).is_some(), "{blocks:?}");
}

#[test]
fn brackets_that_miss_and_sizes_are_told_as_pictures() {
    let good = "![Une fenêtre](a.png \"Le bouton\")";
    for line in [
        "![Une fenêtre](a.png =100x \"Le bouton\")",
        "![Une fenêtre](a.png =100x200 \"Le bouton\")",
        "![Une fenêtre](a.png \"Le bouton\" =100x)",
        "![Une fenêtre](a.png =50% \"Le bouton\")",
        "![Une fenêtre](a.png|100 \"Le bouton\")",
        "![Une fenêtre|300](a.png \"Le bouton\")",
        "![Une fenêtre|300x200](a.png \"Le bouton\")",
        "![Une fenêtre(a.png \"Le bouton\")",
        "![Une fenêtre a.png \"Le bouton\")",
        "!Une fenêtre](a.png \"Le bouton\")",
        "!Une fenêtre(a.png \"Le bouton\")",
        "![Une ]fenêtre](a.png \"Le bouton\")",
        "![Une fenêtre]](a.png \"Le bouton\")",
        "![Une fenêtre] [a.png] \"Le bouton\"",
        "![Une fenêtre][a.png \"Le bouton\"]",
        "![Une fenêtre][a.png] \"Le bouton\"",
        "![Une fenêtre]{a.png \"Le bouton\"}",
        "![Une fenêtre] a.png \"Le bouton\"",
        "![Une fenêtre] : a.png « Le bouton »",
        "![Une fenêtre](a.png \"\"Le bouton\"\")",
        "![Une fenêtre](a.png)[\"Le bouton\"]",
        "![Une fenêtre](a.png)(\"Le bouton\")",
        "![Une fenêtre]((a.png \"Le bouton\"))",
    ] {
        let blocks = one_fault("A013", &format!("Avant.\n\n{line}\n"), 3, good);
        assert_eq!(
            shown(&blocks),
            Some(("a.png".to_owned(), "Une fenêtre".to_owned(), "Le bouton".to_owned())),
            "{line}"
        );
    }
    one_fault("A013", "![[a.png|300]]\n", 1, "![description](a.png)");
    for text in [
        "- Touchez ![Oui](a.png \"b\") puis attendez.\n",
        "![Une|300 euros](a.png \"b\")\n",
        "![Une](a.png \"3=4\")\n",
        "![Une fenêtre](a.png \"Le bouton |2\")\n",
        "! Voyez a.png\n",
        "!!! Voyez (a.png)\n",
        "Quoi ! (a.png)\n",
        "[![x](a.png \"b\") et des mots](guide:a)\n",
        "> Voyez ![x](a.png \"b\")\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn an_address_of_mail_between_angles_is_a_link() {
    let (blocks, codes) = read("Écrivez à <a@b.fr>.\n");
    assert!(codes.is_empty() && format!("{blocks:?}").contains("mailto:a@b.fr"), "{blocks:?}");
}
