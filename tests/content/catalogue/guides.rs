//! Codes of the guides: Markdown, étapes, pictures, links.

use super::{At, Fixture};
use crate::small_site::{CALL, CLIC, MAIRIE, PHOTO, SKYPE, site};

const TITLE: &str = "## Tenez l'appareil droit";
const PICTURE: &str = "![Deux mains tiennent un téléphone](appareil.svg \"Les deux mains\")";
const ACTION: &str = "Tenez l'appareil à deux mains.";
const OUTCOME: &str = "### Ce que vous voyez\nL'image ne bouge plus.\n";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E050",
        file: PHOTO,
        at: At::Words("<b>"),
        says: "Le HTML n’est pas accepté dans les textes : « <b> ».",
        make: || site().replace(PHOTO, "deux mains.", "<b>deux</b> mains.").into(),
    },
    Fixture {
        code: "E051",
        file: PHOTO,
        at: At::Words("- quatre"),
        says: "Cette liste est emboîtée trop profondément.",
        make: || {
            let list = "Tenez :\n\n- un\n  - deux\n    - trois\n      - quatre\n";
            site().replace(PHOTO, ACTION, list).into()
        },
    },
    Fixture {
        code: "E052",
        file: PHOTO,
        at: At::Words("# Un grand titre"),
        says: "Un titre de niveau 1 n’a pas sa place ici.",
        make: || site().replace(PHOTO, TITLE, "# Un grand titre\n\n## Tenez").into(),
    },
    Fixture {
        code: "E053",
        file: PHOTO,
        at: At::Words("| a | b |"),
        says: "Éliane n’affiche pas un tableau dans un guide.",
        make: || site().replace(PHOTO, ACTION, "Tenez.\n\n| a | b |\n|---|---|\n| c | d |\n").into(),
    },
    Fixture {
        code: "A010",
        file: PHOTO,
        at: At::Words("** deux**"),
        says: "Des astérisques de mise en gras apparaîtraient à l’écran.",
        make: || site().replace(PHOTO, "deux mains.", "** deux** mains.").into(),
    },
    Fixture {
        code: "E060",
        file: "content/guides/vide/guide.md",
        at: At::Line(1),
        says: "Ce guide n’a aucune étape.",
        make: || {
            let head = "---\nnumero: 9\ntitre: Vide\nresume: Rien.\nbesoins: [materiel]\nfaut_entendre: non\nfaut_un_email: non\n---\nRien.\n";
            site().with("content/guides/vide/guide.md", head).into()
        },
    },
    Fixture {
        code: "E061",
        file: CALL,
        at: At::Words("## Ouvrez le lien reçu"),
        says: "L’étape « Ouvrez le lien reçu » n’a pas d’image.",
        make: || {
            let picture = "![Une main appuie sur le bouton jaune « Rejoindre »](bouton.svg \"Le bouton est au milieu\")";
            site().replace(CALL, picture, "").into()
        },
    },
    Fixture {
        code: "E062",
        file: PHOTO,
        at: At::Words("![Encore]"),
        says: "Cette étape a déjà une image.",
        make: || {
            site().replace(PHOTO, PICTURE, &format!("{PICTURE}\n\n![Encore](appareil.svg \"Encore\")")).into()
        },
    },
    Fixture {
        code: "E063",
        file: PHOTO,
        at: At::Words("![ ]"),
        says: "Cette image n’a pas de description.",
        make: || site().replace(PHOTO, "Deux mains tiennent un téléphone", " ").into(),
    },
    Fixture {
        code: "E064",
        file: PHOTO,
        at: At::Words("appareil.svg"),
        says: "Cette image n’a pas de légende.",
        make: || site().replace(PHOTO, " \"Les deux mains\"", "").into(),
    },
    Fixture {
        code: "E065",
        file: PHOTO,
        at: At::Words(TITLE),
        says: "ne dit pas ce que l’on voit.",
        make: || site().replace(PHOTO, OUTCOME, "").into(),
    },
    Fixture {
        code: "E066",
        file: PHOTO,
        at: At::Words("## Rangez l'appareil"),
        says: "ne dit pas que faire en cas d’échec.",
        make: || {
            site().append(PHOTO, &format!("\n## Rangez l'appareil\nRangez.\n\n{PICTURE}\n\n{OUTCOME}")).into()
        },
    },
    Fixture {
        code: "E067",
        file: PHOTO,
        at: At::Words("Recommencez."),
        says: "Cette partie ne mène à aucun guide, aucune étape, aucun service.",
        make: || {
            let link = "Suivez le guide [Rejoindre un appel vidéo](guide:appel#etape-2). Lisez [navigateur](mot:navigateur).";
            site().replace(PHOTO, link, "Recommencez.").into()
        },
    },
    Fixture {
        code: "E068",
        file: PHOTO,
        at: At::Words(TITLE),
        says: "ne dit pas quoi faire.",
        make: || site().replace(PHOTO, ACTION, "").into(),
    },
    Fixture {
        code: "E069",
        file: PHOTO,
        at: At::Words("### Astuce"),
        says: "« Astuce » n’est pas une partie d’étape.",
        make: || {
            site().replace(PHOTO, OUTCOME, &format!("### Astuce\nPosez les coudes.\n\n{OUTCOME}")).into()
        },
    },
    Fixture {
        code: "E070",
        file: CALL,
        at: At::Words("boutons.svg"),
        says: "L’image « boutons.svg » n’est pas dans le dossier.",
        make: || site().replace(CALL, "(bouton.svg", "(boutons.svg").into(),
    },
    Fixture {
        code: "E071",
        file: PHOTO,
        at: At::Words("![Deux mains"),
        says: "L’image « ../appel/bouton.svg » n’est pas un simple nom de fichier.",
        make: || {
            site()
                .replace(PHOTO, "appareil.svg", "../appel/bouton.svg")
                .without("content/guides/photo/appareil.svg")
                .into()
        },
    },
    Fixture {
        code: "E072",
        file: "content/guides/photo/appareil.svg",
        at: At::Line(2),
        says: "Ce dessin contient un programme (script)",
        make: || {
            site()
                .with(
                    "content/guides/photo/appareil.svg",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script>1</script><path d=\"M0 0\"/></svg>",
                )
                .into()
        },
    },
    Fixture {
        code: "E080",
        file: PHOTO,
        at: At::Words("(mot:navigateurs)"),
        says: "« navigateurs » n’est pas un mot du glossaire de ce site.",
        make: || site().replace(PHOTO, "(mot:navigateur)", "(mot:navigateurs)").into(),
    },
    Fixture {
        code: "E086",
        file: CALL,
        at: At::Words("{libelle: jitsi.rejoindr}"),
        says: "La fiche de Jitsi n’a pas de libellé « rejoindr ».",
        make: || site().replace(CALL, "jitsi.rejoindre}", "jitsi.rejoindr}").into(),
    },
    Fixture {
        code: "E086",
        file: CALL,
        at: At::Words("resume: \"Touchez"),
        says: "Un libellé se cite dans le texte d’un guide ou d’un cas, pas ici.",
        make: || {
            site().replace(CALL, "resume: ", "resume: \"Touchez {libelle: jitsi.rejoindre}.\" # ").into()
        },
    },
    Fixture {
        code: "A071",
        file: CALL,
        at: At::Words("{libelle: skype.appeler}"),
        says: "« Appel vidéo » est un bouton de Skype, qui est arrêté.",
        make: || {
            site()
                .replace(SKYPE, "etat: arrete", "libelles: { appeler: Appel vidéo }\netat: arrete")
                .replace(CALL, "{libelle: jitsi.rejoindre}", "{libelle: skype.appeler}")
                .into()
        },
    },
    Fixture {
        code: "E081",
        file: PHOTO,
        at: At::Words("javascript:"),
        says: "Cette sorte de lien est refusée : « javascript:alert(1) ».",
        make: || site().replace(PHOTO, "(mot:navigateur)", "(javascript:alert(1))").into(),
    },
    Fixture {
        code: "E082",
        file: PHOTO,
        at: At::Words("../glossaire.html"),
        says: "Un lien nomme une fiche, pas un fichier : « ../glossaire.html ».",
        make: || site().replace(PHOTO, "(mot:navigateur)", "(../glossaire.html)").into(),
    },
    Fixture {
        code: "E083",
        file: PHOTO,
        at: At::Words("#etape-3"),
        says: "Aucune étape ne se nomme « etape-3 » dans ce guide.",
        make: || site().replace(PHOTO, "#etape-2", "#etape-3").into(),
    },
    Fixture {
        code: "E084",
        file: PHOTO,
        at: At::Words("[](mot"),
        says: "Ce lien n’a pas de texte.",
        make: || site().replace(PHOTO, "[navigateur](mot", "[](mot").into(),
    },
    Fixture {
        code: "E085",
        file: CALL,
        at: At::Words("(service:mairie)"),
        says: "« Mairie de Landerneau » n’est pas publié",
        make: || {
            let road = "  - raison: Sinon\n    service: departement\n";
            site().append(MAIRIE, "visibilite: pro\n").append(CLIC, road).into()
        },
    },
];
