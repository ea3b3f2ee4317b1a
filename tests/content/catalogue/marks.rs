//! Codes of Markdown that is not read as it was meant: each told once, and read so, so that nothing else is accused.

use super::{At, Fixture};
use crate::small_site::{CALL, PHOTO, codes, site};

const TITLE: &str = "## Tenez l'appareil droit";
const PICTURE: &str = "![Deux mains tiennent un téléphone](appareil.svg \"Les deux mains\")";
const ACTION: &str = "Tenez l'appareil à deux mains.";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "A011",
        file: PHOTO,
        at: At::Words("Tenez l'appareil droit"),
        says: "Après « ## », l’espace est insécable : ce titre ne se lit pas.",
        make: || site().replace(PHOTO, TITLE, "##\u{a0}Tenez l'appareil droit").into(),
    },
    Fixture {
        code: "A012",
        file: PHOTO,
        at: At::Words("*21*"),
        says: "Les étoiles de « *21* » disparaîtraient",
        make: || site().replace(PHOTO, ACTION, "Prenez le modèle *21* à deux mains.").into(),
    },
    Fixture {
        code: "A013",
        file: PHOTO,
        at: At::Words("appareil.svg"),
        says: "Cette ligne ressemble à une image, et n’en est pas une : la légende se met entre guillemets droits",
        make: || {
            let curly = "![Deux mains tiennent un téléphone](appareil.svg « Les deux mains »)";
            site().replace(PHOTO, PICTURE, curly).into()
        },
    },
    Fixture {
        code: "A014",
        file: CALL,
        at: At::Words("[votre mairie]"),
        says: "« [votre mairie] (service:mairie) » ressemble à un lien, et n’en est pas un.",
        make: || site().replace(CALL, "[votre mairie](", "[votre mairie] (").into(),
    },
    Fixture {
        code: "A015",
        file: PHOTO,
        at: At::Words("~~droit~~"),
        says: "« ~~droit~~ » apparaîtrait tel quel à l’écran.",
        make: || site().replace(PHOTO, ACTION, "Tenez l'appareil ~~droit~~ à deux mains.").into(),
    },
    Fixture {
        code: "A016",
        file: PHOTO,
        at: At::Words("Tenez l'appareil droit"),
        says: "Une ligne de traits sous un texte en fait un titre.",
        make: || site().replace(PHOTO, TITLE, "Tenez l'appareil droit\n----------------------").into(),
    },
    Fixture {
        code: "A017",
        file: PHOTO,
        at: At::Words("[Attention]"),
        says: "Cette ligne ne se verrait nulle part : « [Attention]: fragile ».",
        make: || site().replace(PHOTO, ACTION, &format!("{ACTION}\n\n[Attention]: fragile")).into(),
    },
    Fixture {
        code: "A018",
        file: CALL,
        at: At::Words("**Ce que vous voyez**"),
        says: "« Ce que vous voyez » n’est pas écrit comme un titre de partie.",
        make: || {
            let part = "### Ce que vous voyez\nLa page";
            site().replace(CALL, part, "**Ce que vous voyez**\nLa page").into()
        },
    },
];

/// What hangs on a badly written line is not accused: the étape has its picture, its parts, its links.
#[test]
fn a_line_that_is_badly_written_is_the_only_one_accused() {
    let outcome = "### Ce que vous voyez\nLa page";
    let part = "### Si ça ne marche pas\nAppelez";
    let list = "- une page s'ouvre ;\n- elle demande votre nom.";
    let picture =
        "![Une main appuie sur le bouton jaune « Rejoindre »](bouton.svg \"Le bouton est au milieu\")";
    let alt = "Une main appuie sur le bouton jaune « Rejoindre »";
    for (from, to, code) in [
        ("## Ouvrez le lien reçu", "##\u{a0}Ouvrez le lien reçu", "A011"),
        ("## Ouvrez le lien reçu", "##Ouvrez le lien reçu", "A011"),
        ("## Écrivez votre prénom", "##\u{202f}Écrivez votre prénom", "A011"),
        ("## Écrivez votre prénom", "##Écrivez votre prénom", "A011"),
        (outcome, "###\u{a0}Ce que vous voyez\nLa page", "A011"),
        (outcome, "###Ce que vous voyez\nLa page", "A011"),
        (part, "###\u{a0}Si ça ne marche pas\nAppelez", "A011"),
        (part, "**Si ça ne marche pas**\nAppelez", "A018"),
        (part, "**Si ça ne marche pas :** appelez", "A018"),
        (part, "#### Si ça ne marche pas\nAppelez", "A018"),
        (part, "## Si ça ne marche pas\nAppelez", "A018"),
        (part, "Si ça ne marche pas :\n\nAppelez", "A018"),
        (outcome, "### Ce que vous voyez :\nLa page", "A018"),
        (outcome, "### Ce que vous voyez\u{a0}?\nLa page", "A018"),
        (outcome, "### Ce que vous voyez.\nLa page", "A018"),
        (outcome, "### Ce que vous voyez…\nLa page", "A018"),
        (outcome, "### Ce  que vous voyez\nLa page", "A018"),
        (outcome, "### 1. Ce que vous voyez\nLa page", "A018"),
        (outcome, "### « Ce que vous voyez »\nLa page", "A018"),
        (outcome, "### ✅ Ce que vous voyez\nLa page", "A018"),
        (outcome, "### Ce que vous voyez -\nLa page", "A018"),
        (outcome, "### Ce que vous voyez à l’écran\nLa page", "E069"),
        (outcome, "### Ce que vous verrez\nLa page", "E069"),
        (outcome, "### Ce que je vois\nLa page", "E069"),
        (outcome, "### Vous voyez\nLa page", "E069"),
        (outcome, "### Résultat\nLa page", "E069"),
        (part, "### Si ça ne marche pas !\nAppelez", "A018"),
        (part, "### Si ça ne marche pas\u{202f}?\nAppelez", "A018"),
        (part, "### Si ça ne marche pas:\nAppelez", "A018"),
        (part, "### Si cela ne marche pas\nAppelez", "E069"),
        (part, "### Si ça ne fonctionne pas\nAppelez", "E069"),
        (part, "### Si ça ne marche pas, que faire ?\nAppelez", "E069"),
        (part, "### En cas de problème\nAppelez", "E069"),
        (list, "-\u{a0}une page s'ouvre et demande votre nom.", "A011"),
        (list, "• une page s'ouvre et demande votre nom.", "A011"),
        (picture, &format!("![{alt}](bouton.svg “Le bouton est au milieu”)"), "A013"),
        (picture, &format!("![{alt}](bouton.svg « Le bouton est au milieu »)"), "A013"),
        (picture, &format!("! [{alt}](bouton.svg \"Le bouton est au milieu\")"), "A013"),
        (picture, &format!("![{alt}] (bouton.svg \"Le bouton est au milieu\")"), "A013"),
        (picture, &format!("({alt})[bouton.svg \"Le bouton est au milieu\"]"), "A013"),
        (picture, &format!("**{picture}**"), "A013"),
        (picture, &format!("- {picture}"), "A013"),
        (picture, &format!("> {picture}"), "A013"),
        (picture, &format!("[{picture}](https://exemple.fr)"), "A013"),
        (picture, &format!("![{alt}(bouton.svg \"Le bouton est au milieu\")"), "A013"),
        (picture, &format!("![{alt}] [bouton.svg] \"Le bouton est au milieu\""), "A013"),
        (picture, &format!("![{alt}](bouton.svg =100x \"Le bouton est au milieu\")"), "A013"),
        (picture, &format!("- Touchez : {picture} puis attendez."), "E062"),
        (outcome, &format!("### Ce que vous voyez\n\n{picture}\n\nLa page"), "E062"),
        ("[votre mairie](service:mairie)", "[votre mairie](Service:mairie)", "E081"),
        ("[votre mairie](service:mairie)", "[votre mairie](services:mairie)", "E081"),
        ("[votre mairie](service:mairie)", "[votre mairie](service:mairié)", "E080"),
        ("[votre mairie](service:mairie)", "(votre mairie)[service:mairie]", "A014"),
        ("[votre mairie](service:mairie)", "[votre mairie]\u{a0}(service:mairie)", "A014"),
        ("[Ouvrez le lien reçu](#ouvrir)", "[Ouvrez le lien reçu] (#ouvrir)", "A014"),
    ] {
        let found = site().replace(CALL, from, to).findings();
        assert_eq!(codes(&found), [code], "{to}: {found:#?}");
    }
}

/// A name with spaces, the file being there.
#[test]
fn a_picture_whose_name_has_spaces_is_shown() {
    let name = "Capture d’écran 2024-05-05 à 10.22.33.svg";
    let bare = format!("![Deux mains tiennent un téléphone]({name} \"Les deux mains\")");
    let wrapped = format!("![Deux mains tiennent un téléphone](<{name}> \"Les deux mains\")");
    let of = |line: &str| {
        let drawing = site().text("content/guides/photo/appareil.svg").to_owned();
        let folder = "content/guides/photo/";
        site()
            .without("content/guides/photo/appareil.svg")
            .with(&format!("{folder}{name}"), drawing)
            .replace(PHOTO, PICTURE, line)
    };
    assert_eq!(codes(&of(&wrapped).findings()), Vec::<&str>::new());
    let found = of(&bare).findings();
    assert_eq!(codes(&found), ["A013"], "{found:#?}");
    assert!(found[0].message.contains("le nom du fichier contient des espaces"));
}
