//! What is read, what is told, and what stays silent.

use super::*;
mod images;
mod pasted;
mod titles;
use crate::source::Sources;

fn read(text: &str) -> (Vec<PlacedBlock>, Vec<&'static str>) {
    let sources = Sources::memory([("a.md", text)]);
    let (id, file) = sources.find("a.md").unwrap();
    let (blocks, diagnostics) = parse(id, file, 0..text.len());
    (blocks, diagnostics.iter().map(|d| d.code.id).collect())
}

#[test]
fn a_heading_carries_its_id_and_its_attributes() {
    let (blocks, _) = read("## Ouvrez **vite** {#ouvrir preuve=probable}\n");
    let BlockKind::Heading(heading) = &blocks[0].kind else { panic!() };
    assert_eq!(plain(&heading.text), "Ouvrez vite");
    assert_eq!(heading.id.as_deref(), Some("ouvrir"));
    assert_eq!(heading.attributes, [("preuve".into(), "probable".into())]);
}

#[test]
fn tight_and_nested_lists_keep_their_order() {
    let (blocks, codes) = read("- un\n  - deux\n- trois\n");
    let BlockKind::List { items, .. } = &blocks[0].kind else { panic!() };
    assert!(codes.is_empty());
    assert!(matches!(items[0][0].kind, BlockKind::Paragraph(_)));
    assert!(matches!(items[0][1].kind, BlockKind::List { .. }));
    assert_eq!(items.len(), 2);
}

#[test]
fn html_is_refused_wherever_it_stands() {
    for text in ["<script>alert(1)</script>\n", "a <b onclick=x>c</b>\n", "- <img src=x>\n", "<!-- x -->\n"] {
        assert!(read(text).1.contains(&"E050"), "{text}");
    }
}

#[test]
fn an_arrow_is_not_html() {
    assert!(read("1 < 2 et 3 > 2, &lt;b&gt;\n").1.is_empty());
}

#[test]
fn two_hundred_lists_in_one_another_are_one_finding() {
    let text = (0..200).map(|i| format!("{}- a\n", "  ".repeat(i))).collect::<String>();
    assert_eq!(read(&text).1.iter().filter(|c| **c == "E051").count(), 1);
}

#[test]
fn bold_marks_left_in_the_text_are_told() {
    assert_eq!(read("appuyez ** ici**\n").1, ["A010"]);
}

#[test]
fn tables_and_code_are_refused() {
    assert_eq!(read("| a | b |\n|---|---|\n| c | d |\n").1, ["E053"]);
    assert_eq!(read("```\nx\n```\n").1, ["E053"]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[a-c#*_`<>!\\[\\]()|\\-{}=&; \n\té]{0,80}") {
        let _ = read(&text);
    }
}

/// Each line is told once, where it stands, with the line as it should be, and read so.
fn one_fault(code: &str, text: &str, line: usize, good: &str) -> Vec<PlacedBlock> {
    let sources = Sources::memory([("a.md", text)]);
    let (id, file) = sources.find("a.md").unwrap();
    let (blocks, found) = parse(id, file, 0..text.len());
    let said: Vec<String> = found
        .iter()
        .map(|one| {
            let crate::diag::Place::Span(span) = one.place else { panic!("{text:?}") };
            assert!(file.text().get(span.range()).is_some(), "a place within a letter: {text:?}");
            format!("{} {}", one.code.id, sources.line_column(span.file, span.start as usize).0)
        })
        .collect();
    assert_eq!(said, [format!("{code} {line}")], "{text:?}: {found:#?}");
    let repair = &found.iter().next().unwrap().repair;
    assert!(repair.contains(good), "{text:?}: {repair}");
    blocks
}

#[test]
fn a_heading_without_an_ordinary_space_is_read_and_told() {
    for (mark, good) in [
        ("##\u{a0}", "## "),
        ("##\u{202f}", "## "),
        ("##\u{2009}", "## "),
        ("##\u{2007}", "## "),
        ("##\u{3000}", "## "),
        ("##\u{feff}", "## "),
        ("##\u{200b}", "## "),
        ("## \u{a0}", "## "),
        ("##\u{a0} ", "## "),
        ("##", "## "),
        ("###", "### "),
        ("###\u{a0}", "### "),
        ("###\u{202f}", "### "),
        ("####\u{a0}", "#### "),
        ("\u{a0}## ", "## "),
        ("\u{feff}## ", "## "),
        ("\u{200b}### ", "### "),
        (" \u{a0}##\u{a0}", "## "),
        ("＃＃ ", "## "),
        ("##\t\u{a0}", "## "),
    ] {
        let title = if mark == "##" { "Touchez" } else { "Écrivez" };
        let text = format!("Avant.\n\n{mark}{title} le bouton\nAprès.\n");
        let blocks = one_fault("A011", &text, 3, &format!("{good}{title} le bouton"));
        let BlockKind::Heading(heading) = &blocks[1].kind else { panic!("{text:?}") };
        assert_eq!(plain(&heading.text), format!("{title} le bouton"), "{text:?}");
        assert_eq!(usize::from(heading.level), good.trim().len(), "{text:?}");
    }
    let blocks = one_fault("A011", "##\u{a0}Touchez {#toucher preuve=probable}\n", 1, "## Touchez {#toucher");
    let BlockKind::Heading(heading) = &blocks[0].kind else { panic!() };
    assert_eq!(heading.id.as_deref(), Some("toucher"));
}

#[test]
fn codes_words_of_networks_and_good_headings_are_left() {
    for text in [
        "## Touchez le bouton\n",
        "##\tTouchez\n",
        "   ## Touchez\n",
        "## Touchez ##\n",
        "#31#0612345678\n",
        "##002#\n",
        "#MaLiberté est un mot de réseau.\n",
        "Composez #31# puis le numéro.\n",
        "Le n° 5, ou #5.\n",
        "## Touchez\u{a0}: le bouton\n",
        "##\n",
        "\u{a0}Un texte en retrait.\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn lists_that_are_none_are_read_and_told() {
    for (mark, good) in [
        ("-\u{a0}", "- "),
        ("-\u{202f}", "- "),
        ("-\u{2003}", "- "),
        ("- \u{a0}", "- "),
        ("*\u{a0}", "* "),
        ("+\u{a0}", "+ "),
        ("• ", "- "),
        ("•\u{a0}", "- "),
        ("•\t", "- "),
        ("•", "- "),
        ("◦ ", "- "),
        ("▪ ", "- "),
        ("‣ ", "- "),
        ("● ", "- "),
        ("■ ", "- "),
        ("· ", "- "),
        ("\u{f0b7}\t", "- "),
        ("– ", "- "),
        ("—\u{a0}", "- "),
        ("− ", "- "),
        ("‑ ", "- "),
        ("→ ", "- "),
        ("✓ ", "- "),
        ("-", "- "),
        ("\u{a0}- ", "- "),
        ("\u{feff}- ", "- "),
    ] {
        let text = format!("Deux cas\u{a0}:\n\n{mark}Le bouton est gris.\n{mark}Vous êtes bloqué.\n");
        let (blocks, codes) = read(&text);
        assert_eq!(codes, ["A011", "A011"], "{text:?}");
        let BlockKind::List { items, .. } = &blocks[1].kind else { panic!("{text:?} {blocks:?}") };
        assert_eq!(items.len(), 2, "{text:?}");
        // Glued to the words above, it is a list too.
        let glued = text.replace("\n\n", "\n");
        let (blocks, codes) = read(&glued);
        assert_eq!((codes.len(), matches!(blocks[1].kind, BlockKind::List { .. })), (2, true), "{glued:?}");
        if !mark.starts_with(['–', '—', '−', '‑', '→', '✓']) && mark != "-" {
            one_fault("A011", &format!("{mark}Un seul.\n"), 1, &format!("{good}Un seul."));
        }
    }
    for (first, second) in [
        ("1.\u{a0}", "2.\u{a0}"),
        ("1)\u{a0}", "2)\u{a0}"),
        ("1.", "2."),
        ("1° ", "2° "),
        ("1/ ", "2/ "),
        ("1 - ", "2 - "),
        ("1- ", "2- "),
        ("1 – ", "2 – "),
        ("a) ", "b) "),
        ("① ", "② "),
        ("1\u{fe0f}\u{20e3} ", "2\u{fe0f}\u{20e3} "),
    ] {
        let text = format!("Faites\u{a0}:\n\n{first}Ouvrez le message.\n{second}Touchez le lien.\n");
        let (blocks, codes) = read(&text);
        assert_eq!(codes, ["A011", "A011"], "{text:?}");
        let BlockKind::List { items, start } = &blocks[1].kind else { panic!("{text:?} {blocks:?}") };
        assert_eq!((items.len(), *start), (2, Some(1)), "{text:?}");
    }
}

#[test]
fn lists_and_lines_that_are_right_are_left() {
    for text in [
        "- un\n- deux\n",
        "* un\n* deux\n",
        "1. un\n2. deux\n",
        "1) un\n2) deux\n",
        "Texte :\n- un\n- deux\n",
        "- un\n\n  suite\n- deux\n",
        "– Bonjour, dit-elle.\n",
        "— Un tiret long commence une phrase, seul.\n",
        "→ Une flèche seule.\n",
        "-5 degrés ce matin.\n",
        "*Attention* à ceci.\n",
        "**Attention** à ceci.\n",
        "12 - 14 rue de Brest\n",
        "1/2 tasse de lait\n2/3 de farine\n",
        "2026. Une année.\n",
        "1er étage\n2e étage\n",
        "8 h 30 à 12 h\n",
        "Le tiret - au milieu • et la puce.\n",
        "> Fermez les programmes.\n",
        "> - un\n> - deux\n",
        ">\u{a0}Fermez les programmes.\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn a_line_that_was_meant_for_a_picture_is_one_and_is_told() {
    let straight = "![Une fenêtre](ecran.png \"Le bouton\")";
    for (line, good) in [
        (
            "![Une fenêtre](Capture d’écran 2024-05-05 à 10.22.33.png \"Le bouton\")",
            "![Une fenêtre](<Capture d’écran 2024-05-05 à 10.22.33.png> \"Le bouton\")",
        ),
        ("![Une fenêtre](mon écran.png)", "![Une fenêtre](<mon écran.png>)"),
        ("![Une fenêtre](écran (2).png \"Le bouton\")", "![Une fenêtre](<écran (2).png> \"Le bouton\")"),
        ("![Une fenêtre](ecran.png “Le bouton”)", straight),
        ("![Une fenêtre](ecran.png « Le bouton »)", straight),
        ("![Une fenêtre](ecran.png «\u{a0}Le bouton\u{a0}»)", straight),
        ("![Une fenêtre](ecran.png „Le bouton“)", straight),
        ("![Une fenêtre](ecran.png ”Le bouton”)", straight),
        ("![Une fenêtre](ecran.png ‘Le bouton’)", straight),
        ("![Une fenêtre](ecran.png ’Le bouton’)", straight),
        ("![Une fenêtre](ecran.png &quot;Le bouton&quot;)", straight),
        ("![Une fenêtre](ecran.png\"Le bouton\")", straight),
        ("![Une fenêtre](ecran.png“Le bouton”)", straight),
        ("![Une fenêtre](ecran.png, \"Le bouton\")", straight),
        ("![Une fenêtre](ecran.png Le bouton)", straight),
        ("![Une fenêtre](ecran.png | Le bouton)", straight),
        ("![Une fenêtre](ecran.png \"Le bouton)", straight),
        ("![Une fenêtre](ecran.png\u{a0}\"Le bouton\")", straight),
        ("![Une fenêtre](ecran.png) \"Le bouton\"", straight),
        ("![Une fenêtre](ecran.png \"Le bouton\"", straight),
        ("! [Une fenêtre](ecran.png \"Le bouton\")", straight),
        ("!\u{a0}[Une fenêtre](ecran.png \"Le bouton\")", straight),
        ("![Une fenêtre] (ecran.png \"Le bouton\")", straight),
        ("![Une fenêtre]\u{a0}(ecran.png \"Le bouton\")", straight),
        ("! [Une fenêtre] (ecran.png \"Le bouton\")", straight),
        ("![Une fenêtre]:(ecran.png \"Le bouton\")", straight),
        ("!(Une fenêtre)[ecran.png \"Le bouton\"]", straight),
        ("(Une fenêtre)[ecran.png \"Le bouton\"]", straight),
        ("[Une fenêtre](ecran.png \"Le bouton\")", straight),
        ("\\![Une fenêtre](ecran.png \"Le bouton\")", straight),
        ("![[ecran.png|Une fenêtre]]", "![Une fenêtre](ecran.png)"),
        (
            "![Une fenêtre](ecran.png \"Le bouton \"Oui\" est là\")",
            "![Une fenêtre](ecran.png \"Le bouton « Oui » est là\")",
        ),
        ("![Une fenêtre](film court.webm \"Le film\")", "![Une fenêtre](<film court.webm> \"Le film\")"),
    ] {
        let blocks = one_fault("A013", &format!("Touchez.\n\n{line}\n"), 3, good);
        let BlockKind::Paragraph(found) = &blocks[1].kind else { panic!("{line}") };
        let InlineKind::Image { target, alt, caption } = &found[0].kind else { panic!("{line} {found:?}") };
        assert_eq!((alt.as_str(), found.len()), ("Une fenêtre", 1), "{line}");
        assert!(good.contains(target.as_str()) && good.contains(caption.as_str()), "{line}");
    }
}

#[test]
fn pictures_that_are_right_and_lines_that_are_none_are_left() {
    for text in [
        "![Une fenêtre](ecran.png \"Le bouton\")\n",
        "![Une fenêtre](<mon écran.png> \"Le bouton\")\n",
        "![Une fenêtre](ecran.png 'Le bouton')\n",
        "![Une fenêtre](ecran.png)\n",
        "![Une fenêtre](écran\u{a0}1.png \"Le bouton\")\n",
        "![Une fenêtre](Capture%20d.png \"Le bouton\")\n",
        "![a](a.png \"b\") ![c](c.png \"d\")\n",
        "![Une fenêtre\nlarge](ecran.png \"Le bouton\")\n",
        "![Une fenêtre](ecran.png\n\"Le bouton\")\n",
        "![Le bouton « Oui »](ecran.png \"Le bouton « Oui »\")\n",
        "![Un [crochet] dedans](ecran.png \"Le bouton\")\n",
        "! Attention (voir plus bas).\n",
        "(voir la photo) [Oui]\n",
        "Touchez [Oui] (photo.png) puis attendez.\n",
        "![x](dossier/a.png \"b\")\n",
        "Touchez ! [Oui](guide:a) ou (non).\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn links_that_are_none_are_read_and_told() {
    for (line, good) in [
        ("Voir [l’aide] (service:x).", "[l’aide](service:x)"),
        ("Voir (l’aide)[service:x].", "[l’aide](service:x)"),
        ("Voir [l’aide]\u{a0}(#aide).", "[l’aide](#aide)"),
        ("Voir [l’aide][service:x].", "[l’aide](service:x)"),
        ("Voir [l’aide](service: x).", "[l’aide](service:x)"),
        ("Voir [[service:x|l’aide]].", "[l’aide](service:x)"),
        ("- Vous êtes bloqué ? (l’aide)[#aide]", "[l’aide](#aide)"),
    ] {
        let blocks = one_fault("A014", &format!("Avant.\n\n{line}\n"), 3, good);
        let text = format!("{blocks:?}");
        assert!(text.contains("Link {"), "{line}: {text}");
    }
    one_fault("A014", "Avant.\nVoir guide:rejoindre.\n", 2, "[mots](guide:rejoindre)");
    one_fault("A014", "Avant.\nVoir [l’aide](deux mots).\n", 2, "sans espace");
    one_fault("A014", "Avant.\n\n![x](deux mots)\n", 3, "sans espace");
}

#[test]
fn codes_to_dial_keep_their_stars() {
    for (line, words, good) in [
        ("Composez le *21* puis le numéro.", "Composez le *21* puis le numéro.", "\\*21\\*"),
        ("Composez *21*0612345678#.", "Composez *21*0612345678#.", "\\*21\\*"),
        ("*61*", "*61*", "\\*61\\*"),
        ("Composez _21_ puis.", "Composez _21_ puis.", "\\_21\\_"),
        ("Composez (*144#*).", "Composez (*144#*).", "\\*144#\\*"),
        ("Composez #*62*# puis.", "Composez #*62*# puis.", "\\*62\\*"),
        ("3*4*5 font 60.", "3*4*5 font 60.", "\\*4\\*"),
        ("2*3 et 4*5.", "2*3 et 4*5.", "\\*3 et 4\\*"),
        ("Composez le *3 1* puis.", "Composez le *3 1* puis.", "\\*3 1\\*"),
    ] {
        let blocks = one_fault("A012", &format!("Avant.\n\n{line}\n"), 3, good);
        let BlockKind::Paragraph(found) = &blocks[1].kind else { panic!() };
        assert_eq!(plain(found), words, "{line}");
    }
    for text in [
        "Composez le \\*21\\* puis le numéro.\n",
        "Composez `*21*` puis.\n",
        "Composez *#06#.\n",
        "Composez *#21# ou *#62#.\n",
        "Composez *144# puis attendez.\n",
        "Composez #31# puis le numéro.\n",
        "Composez le **15** ou le **3646**.\n",
        "Les champs marqués * sont obligatoires.\n",
        "Nom*, prénom* et adresse*\n",
        "5 * 3 = 15\n",
        "*Touchez* le bouton, *vite*.\n",
        "Le fichier mon_nom_long.pdf\n",
        "Nom : ____\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}

#[test]
fn bold_that_is_none_is_told_with_the_line_as_it_should_be() {
    for (line, good) in [
        ("Touchez **« Oui »**puis attendez.", "Touchez **« Oui »** puis attendez."),
        ("Touchez**« Oui »** puis.", "Touchez **« Oui »** puis."),
        ("Touchez ** Oui** puis.", "Touchez **Oui** puis."),
        ("Touchez **Oui ** puis.", "Touchez **Oui** puis."),
        ("Touchez **\u{a0}Oui** puis.", "Touchez **Oui** puis."),
        ("Touchez **Oui.**Puis.", "Touchez **Oui.** Puis."),
        ("Touchez **Oui puis.", "Il manque **"),
        ("Touchez Oui** puis.", "Il manque **"),
    ] {
        one_fault("A010", &format!("Avant.\nEncore.\n{line}\n"), 3, good);
    }
    assert_eq!(read("Deux étoiles : \\*\\* et **gras**.\n").1, Vec::<&str>::new());
}

#[test]
fn marks_of_other_programs_are_told_where_they_stand() {
    for (line, good) in [
        ("C’est ~~faux~~ vrai.", "Éliane ne barre rien"),
        ("C’est ==important==.", "**mot**"),
        ("C’est ++important++.", "**mot**"),
        ("Un mot[^1].", "la note dans le texte"),
        ("- [ ] Faites ceci", "gardez le tiret"),
        ("- [x] Faites ceci", "gardez le tiret"),
        ("> [!NOTE] Attention.", "Un encadré"),
        ("> [!ATTENTION] Attention.", "Un encadré"),
        ("Bonjour {{ nom }}.", "autre programme"),
        ("{% include a %}", "autre programme"),
        (":::note", "encadré"),
        ("Bravo :tada: à vous.", "Écrivez le mot"),
        ("L’&eacutecran", "é"),
        ("Un &foobar; ici.", "Tapez le signe"),
        ("L’&amp;eacute;cran", "é"),
        ("Fin de ligne\\", "Retirez la barre"),
        ("L`écran est noir.", "’"),
        ("L`écran s`allume.", "’"),
        ("| Nom | Téléphone |", "une liste"),
        ("| Nom | Téléphone |\n| Mairie | 02 |", "une liste"),
        ("Le 1^er^ mai.", "1er"),
        ("[TOC]", "sommaire"),
        ("####### Trop", "## "),
        ("C’est * important*.", "**mot**"),
        ("C’est *important *.", "**mot**"),
        ("C’est __important __.", "**mot**"),
    ] {
        one_fault("A015", &format!("Avant.\n\n{line}\n"), 3, good);
    }
    one_fault("A015", "## Touchez le bouton { #toucher\n", 1, "{#toucher}");
    one_fault("A015", "## Touchez le bouton##\n", 1, "deux #");
    one_fault("A016", "Avant.\n\nTouchez le bouton\n-----------------\n", 3, "## Touchez le bouton");
    one_fault("A016", "Avant.\n\nTouchez le bouton\n=====\n", 3, "## Touchez le bouton");
    one_fault("A016", "Un texte fini.\n---\n", 1, "retirez les traits");
    one_fault("A017", "Avant.\n\n[Note]: important\n", 3, "Note : important");
    one_fault("A017", "Avant.\n\n[^1]: important\n", 3, "^1 : important");
}

#[test]
fn signs_that_are_words_are_left() {
    for text in [
        "Un \\`accent\\` et \\~\\~.\n",
        "R&D, Q&A, Tom & Jerry, AT&T;\n",
        "Il est 8:30:00, voir https://a.fr/:nom:/x\n",
        "Vers 10 ~ 12 minutes, ou ~5.\n",
        "a == b, ou a ==\n",
        "C++ et encore C++\n",
        "Touchez Accueil | Aide | Contact.\n",
        "Le dossier C:\\photos\n",
        "Tapez `code`.\n",
        "Ligne\\\nsuite\n",
        "Ligne  \nsuite\n",
        "Touchez [Oui] ou [Non].\n",
        "Un lien [aide] utile.\n\n[aide]: service:x\n",
        "## Touchez {libelle: jitsi.entrer}\n",
        "## Touchez {#toucher}\n",
        "Citez {libelle: jitsi.entrer}.\n",
        "Le service : la mairie.\n",
        "&lt;b&gt; et &amp;.\n",
        "Un cas: deux.\n",
        "2^10 = 1024, x^2 + y^2\n",
    ] {
        assert_eq!(read(text).1, Vec::<&str>::new(), "{text:?}");
    }
}
