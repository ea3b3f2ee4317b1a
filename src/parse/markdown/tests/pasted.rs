//! What word processors, notebooks and other sites leave in a text.

use super::*;

/// Each of two lines is told, and both make a list of two.
fn two_items(first: &str, second: &str) {
    for between in ["\n", "\n\n"] {
        let text = format!(
            "Deux cas\u{a0}:\n\n{first}le bouton est gris\u{a0};{between}{second}vous êtes bloqué.\n"
        );
        let (blocks, codes) = read(&text);
        assert_eq!(codes, ["A011", "A011"], "{text:?}");
        let BlockKind::List { items, .. } = &blocks[1].kind else { panic!("{text:?} {blocks:?}") };
        assert_eq!(items.len(), 2, "{text:?}");
    }
}

#[test]
fn bullets_of_other_programs_make_a_list() {
    for mark in [
        "*",
        "–",
        "—",
        "→",
        "+",
        "👉",
        "✅",
        "☐",
        "☐ ",
        "☑ ",
        "❏ ",
        "❑ ",
        "❖ ",
        "o ",
        "o\u{a0}",
        "o\t",
        "Ø ",
        "§ ",
        "ü ",
        "v ",
        "q ",
        "n ",
        "l ",
        "è ",
        "¨ ",
        "➜ ",
        "➝ ",
        "➡️ ",
        "⇒ ",
        "⟶ ",
        "-> ",
        "--> ",
        "=> ",
        "» ",
        "~ ",
        "_ ",
        "★ ",
        "👉 ",
        "✅ ",
        "🔹 ",
        "\u{f0d8} ",
        "\u{f0fc} ",
        "° ",
        "\\- ",
        "\\* ",
    ] {
        two_items(mark, mark);
    }
    for (first, second) in [
        ("a) ", "b) "),
        ("(a) ", "(b) "),
        ("A. ", "B. "),
        ("i) ", "ii) "),
        ("iv. ", "v. "),
        ("h) ", "i) "),
        ("I. ", "II. "),
        ("IX) ", "X) "),
        ("(1) ", "(2) "),
        ("1: ", "2: "),
        ("1 : ", "2 : "),
        ("❶ ", "❷ "),
        ("➊ ", "➋ "),
        ("⑴ ", "⑵ "),
        ("⒈ ", "⒉ "),
        ("ⓐ ", "ⓑ "),
        ("1\\. ", "2\\. "),
        ("①", "②"),
    ] {
        two_items(first, second);
    }
    for mark in ["☐ ", "❑ ", "o ", "§ ", "Ø "] {
        one_fault("A011", &format!("{mark}Le bouton est gris.\n"), 1, "- Le bouton est gris.");
    }
    // An item that goes on below.
    let (blocks, codes) = read("a) Un texte\nqui continue.\nb) Deux.\n");
    assert_eq!(codes, ["A011", "A011"]);
    assert!(matches!(&blocks[0].kind, BlockKind::List { items, .. } if items.len() == 2), "{blocks:?}");
}

#[test]
fn sentences_that_begin_with_a_sign_are_left() {
    for text in [
        "a) Oui, c’est le premier choix.\n",
        "– Bonjour, dit-elle.\n\n– Bonjour, madame.\n",
        "*Champ obligatoire.\n",
        "§ 3 du règlement\n",
        "Ø 20 mm\n",
        "→ Touchez Réglages -> Son.\n",
        "✅ C’est fait.\n",
        "👉 Touchez le bouton.\n",
        "M. Le Gall\nA. Martin\n",
        "I. Durand et A. Martin\n",
        "à Brest\nà Quimper\n",
        "*Attention* ici\n*Attention* là\n",
        "*Attention\nencore*\n",
        "(1) Voir plus bas.\n",
        "2 œufs\n3 pommes\n",
        "Voir a) et b).\n",
        "Il dit :\n« Un.\n» Deux.\n",
        "Tapez 1 : oui\n",
        "n° 2\n",
        "*** Attention ***\n",
    ] {
        let found = read(text).1;
        assert!(!found.contains(&"A011"), "{text:?}: {found:?}");
    }
}

#[test]
fn notices_of_other_programs_are_notices() {
    for (text, words) in [
        ("> [!NOTE]\n> Attention à ceci.\n", "Attention à ceci."),
        ("> [!note]- Attention à ceci.\n", "Attention à ceci."),
        (">[!tip] Attention à ceci.\n", "Attention à ceci."),
        ("[!WARNING] Attention à ceci.\n", "Attention à ceci."),
        ("!!! note\n    Attention à ceci.\n", "Attention à ceci."),
        ("!!! warning \"Attention à ceci\"\n", "Attention à ceci"),
        ("!!! note inline\n    Attention à ceci.\n", "Attention à ceci."),
        ("??? note\n    Attention à ceci.\n", "Attention à ceci."),
        ("???+ tip \"Attention\"\n", "Attention"),
        (".. note::\n   Attention à ceci.\n", "Attention à ceci."),
    ] {
        let blocks = one_fault("A015", text, 1, "Un encadré");
        let BlockKind::Quote(inner) = &blocks[0].kind else { panic!("{text:?} {blocks:?}") };
        let BlockKind::Paragraph(line) = &inner[0].kind else { panic!("{text:?} {blocks:?}") };
        assert_eq!(plain(line).trim(), words, "{text:?}");
    }
    for text in
        ["!!! Attention !\n", "Quoi ??? Comment\n", "??? Vraiment ?\n", "[!] Attention\n", ".. et puis ::\n"]
    {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn marks_of_notebooks_and_sites_are_told() {
    for (line, good) in [
        ("%% à relire %%", "remarque"),
        ("Un texte. %%relire%%", "remarque"),
        ("// à relire", "remarque"),
        ("/* à relire */", "remarque"),
        ("&gt; Attention à ceci.", "Un encadré"),
        ("\\> Attention à ceci.", "Un encadré"),
        ("Touchez [[Oui]].", "[mots](guide:nom)"),
        ("Voir [[Une page|la page]].", "[mots](guide:nom)"),
        ("Voir [la page][1].", "[mots](guide:nom)"),
        ("Voir [la page][accueil].", "[mots](guide:nom)"),
        ("{.note}", "accolades"),
        ("Un texte {.note}", "accolades"),
        ("Un texte {: .note #x}", "accolades"),
        ("{#ancre}", "accolades"),
        ("Un texte {width=300}", "accolades"),
        ("{toc}", "accolades"),
        ("![Une](a.png \"b\"){width=300}", "accolades"),
        ("![Une](a.png \"b\") {.x}", "accolades"),
        ("#tag", "ne range rien"),
        ("#à-relire #aide/numérique", "ne range rien"),
        ("H~2~O", "H₂O"),
        ("C’est ~faux~ vrai.", "Éliane ne barre rien"),
        ("C’est ~~faux.", "Éliane ne barre rien"),
        ("C’est ==important.", "**mot**"),
        ("C’est ^^important^^.", "**mot**"),
        ("Le calcul $x^2$ ici.", "en mots"),
        ("$$\\frac{a}{b}$$", "en mots"),
        ("C’est [b]important[/b].", "autre programme"),
        ("C’est '''important'''.", "**mot**"),
        ("Un texte. ^a1b2c3", "seule une étape"),
        ("=====", "Retirez ce trait"),
        ("————", "Retirez ce trait"),
        ("== Un titre ==", "## "),
        ("_Oui.", "**mot**"),
        ("Touchez Oui_ puis.", "**mot**"),
        ("Touchez *Oui puis.", "**mot**"),
        ("Touchez (*Oui) puis.", "**mot**"),
    ] {
        one_fault("A015", &format!("Avant.\n\n{line}\n"), 3, good);
    }
}

#[test]
fn captions_have_no_marks() {
    for (caption, good) in [
        ("Le **bouton** jaune", "écrivez : bouton"),
        ("Le *bouton* jaune", "écrivez : bouton"),
        ("Le _bouton_ jaune", "écrivez : bouton"),
        ("Le __bouton__ jaune", "écrivez : bouton"),
        ("Le ***bouton*** jaune", "écrivez : bouton"),
        ("Le `bouton` jaune", "écrivez : bouton"),
        ("Le [bouton](#ouvrir) jaune", "écrivez : bouton"),
        ("Le ~~bouton~~ jaune", "Éliane ne barre rien"),
        ("Le ==bouton== jaune", "**mot**"),
        ("Le bouton [[Oui]]", "[mots]"),
        ("L’&eacutecran", "é"),
        ("Le bouton :warning:", "Écrivez le mot"),
    ] {
        one_fault("A015", &format!("Avant.\n\n![Une](a.png \"{caption}\")\n"), 3, good);
    }
    one_fault("A010", "![Une](a.png \"Le **bouton\")\n", 1, "**");
    one_fault("A015", "![Une ~~fenêtre~~](a.png \"b\")\n", 1, "Éliane ne barre rien");
    for caption in [
        "Le bouton « Oui »",
        "Composez *21*",
        "Les champs *",
        "mon_nom_long",
        "Le \\*bouton\\*",
        "5 * 3",
        "1. Ouvrez",
    ] {
        assert_eq!(read(&format!("![Une](a.png \"{caption}\")\n")).1, Vec::<&str>::new(), "{caption:?}");
    }
}

#[test]
fn signs_of_ordinary_french_are_left() {
    for text in [
        "Le n° 2, a) ou b), *** et 100 %.\n",
        "Prix : 5 $ et 6 $, soit 100 %% de plus.\n",
        "Vers ~5 km et ~6 km, de 5~6 minutes.\n",
        "Touchez [Ctrl]+[C], ou [Ctrl][C].\n",
        "Écrivez à mon_nom_@exemple.fr ou mon_adresse.\n",
        "Nom*, prénom* (* obligatoire)\n",
        "Le champ* est obligatoire.\n",
        "C# et F#, la touche #.\n",
        "#MaLiberté est un mot de réseau.\n",
        "Composez #31#, ou *#06#.\n",
        "\\#mot\n",
        "\\[\\[Oui\\]\\] et \\~~x~~\n",
        "> 5 Mo\n",
        "&gt; 5 Mo, c’est trop.\n",
        "x^2 + y^2, 10^-3\n",
        "https://exemple.fr/a//b/*c*/d\n",
        "Et/ou // ou bien.\n",
        "{libelle: jitsi.entrer}\n",
        "Un {mot: deux} ici.\n",
        "Nom : ____\n",
        "« _ » est le trait bas.\n",
        "[Oui] [Non] […] [1]\n",
        "[…](guide:a) et [b](guide:c)\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}
