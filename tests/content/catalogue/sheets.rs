//! Codes of the sheets: YAML, keys, names, and rules over the whole site.

use super::{At, Fixture};
use crate::small_site::{CALL, CASE, CLIC, DEPARTEMENT, GLOSSARY, MAIRIE, NEEDS, PHOTO, SITE, SKYPE, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E020",
        file: SKYPE,
        at: At::Words("remplace_par"),
        says: "un crochet ouvert n’est pas fermé",
        make: || site().replace(SKYPE, "[jitsi]", "[jitsi").into(),
    },
    Fixture {
        code: "E021",
        file: MAIRIE,
        at: At::Words("nom:"),
        says: "La valeur contient un deux-points",
        make: || site().replace(MAIRIE, "nom: Mairie de", "nom: Mairie : accueil de").into(),
    },
    Fixture {
        code: "E022",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "ancres, renvois ou emboîtements trop nombreux",
        make: || site().append(MAIRIE, "cout: &prix Gratuit\n").into(),
    },
    Fixture {
        code: "E023",
        file: CALL,
        at: At::Line(1),
        says: "il manque la ligne qui ouvre l’en-tête",
        make: || site().replace(CALL, "---\n", "").into(),
    },
    Fixture {
        code: "E024",
        file: MAIRIE,
        at: At::Words("resume"),
        says: "contient un espace insécable ou une tabulation",
        make: || site().replace(MAIRIE, "resume:", "resume\u{a0}:").into(),
    },
    Fixture {
        code: "E025",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "Le dièse commence une remarque",
        make: || site().append(MAIRIE, "cout: Appuyez sur # puis 2\n").into(),
    },
    Fixture {
        code: "E026",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "un signe invisible",
        make: || site().append(MAIRIE, "cout: \"Gratuit\\u202E\"\n").into(),
    },
    Fixture {
        code: "E026",
        file: PHOTO,
        at: At::Words("à deux mains."),
        says: "un signe invisible (espace sans largeur, U+200B), qui changerait ce qui l’entoure.",
        make: || site().replace(PHOTO, "à deux mains.", "à deux ma&#8203;ins, à deux mains.").into(),
    },
    Fixture {
        code: "E027",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "une étiquette de YAML",
        make: || site().append(MAIRIE, "cout: !Gratuit pour tous\n").into(),
    },
    Fixture {
        code: "E028",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "une barre oblique",
        make: || site().append(MAIRIE, "cout: \"C:\\new\"\n").into(),
    },
    Fixture {
        code: "E029",
        file: MAIRIE,
        at: At::Words("-Aide"),
        says: "« ne_fait_pas » est une liste, et il manque une espace après ses tirets",
        make: || site().append(MAIRIE, "ne_fait_pas:\n  -Aide aux papiers\n  -Autre\n").into(),
    },
    Fixture {
        code: "E037",
        file: MAIRIE,
        at: At::Words("date_source:"),
        says: "« date_source » est encore à venir : janvier 2062. Nous sommes le 24 novembre 2026.",
        make: || site().append(MAIRIE, "date_source: 2062-01\n").into(),
    },
    Fixture {
        code: "E108",
        file: MAIRIE,
        at: At::Words("verifie_le:"),
        says: "« verifie_le » ne peut pas être si ancien : 24 novembre 26",
        make: || site().append(MAIRIE, "verifie_le: 0026-11-24\nverifie_comment: appel\n").into(),
    },
    Fixture {
        code: "A009",
        file: MAIRIE,
        at: At::Words("date_source:"),
        says: "« date_source » est d’une autre époque : 1026",
        make: || site().append(MAIRIE, "date_source: \"1026\"\n").into(),
    },
    Fixture {
        code: "A005",
        file: "guides/appel/guide.md",
        at: At::Line(14),
        says: "Cette construction se croit le 1er janvier 2009, et la fiche la plus récente du site est du 1er novembre 2026.",
        make: || site().findings_on(jiff::civil::date(2009, 1, 1)).into(),
    },
    Fixture {
        code: "E038",
        file: MAIRIE,
        at: At::Words("mode_aide:"),
        says: "« mode_aide » a plusieurs noms sur une ligne, sans crochets",
        make: || site().append(MAIRIE, "mode_aide: sur_place, domicile\n").into(),
    },
    Fixture {
        code: "E039",
        file: CASE,
        at: At::Words("territoires:"),
        says: "La liste « territoires » est vide",
        make: || site().replace(CASE, "territoires: [", "territoires: [] # [").into(),
    },
    Fixture {
        code: "A003",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "« **Gratuit** » apparaîtrait avec ses signes",
        make: || site().append(MAIRIE, "cout: \"**Gratuit** pour tous\"\n").into(),
    },
    Fixture {
        code: "A004",
        file: MAIRIE,
        at: At::Words("dit_aussi:"),
        says: "« dit_aussi » serait lu comme un seul mot",
        make: || site().append(MAIRIE, "dit_aussi: visio, skype\n").into(),
    },
    Fixture {
        code: "E030",
        file: MAIRIE,
        at: At::Words("prix:"),
        says: "La clé « prix » n’existe pas.",
        make: || site().append(MAIRIE, "prix: Gratuit\n").into(),
    },
    Fixture {
        code: "E031",
        file: MAIRIE,
        at: At::Line(1),
        says: "La clé « zone » manque.",
        make: || site().replace(MAIRIE, "zone: [\"29103\"]\n", "").into(),
    },
    Fixture {
        code: "E032",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "« cout » attend un texte, et a reçu une liste.",
        make: || site().append(MAIRIE, "cout: [Gratuit]\n").into(),
    },
    Fixture {
        code: "E033",
        file: MAIRIE,
        at: At::Words("type:"),
        says: "« type » n’accepte pas « mairies ».",
        make: || site().replace(MAIRIE, "type: mairie", "type: mairies").into(),
    },
    Fixture {
        code: "E034",
        file: CLIC,
        at: At::Words("numero:"),
        says: "« 02 98 85 » n’a pas la forme attendue.",
        make: || site().replace(CLIC, "02 98 85 99 02", "02 98 85").into(),
    },
    Fixture {
        code: "E035",
        file: MAIRIE,
        at: At::Words("resume: encore"),
        says: "La clé « resume » est écrite deux fois.",
        make: || site().append(MAIRIE, "resume: encore\n").into(),
    },
    Fixture {
        code: "E036",
        file: MAIRIE,
        at: At::Words("cout:"),
        says: "« cout » est vide.",
        make: || site().append(MAIRIE, "cout:\n").into(),
    },
    Fixture {
        code: "E040",
        file: "content/services/Été à l’île.yaml",
        at: At::WholeFile,
        says: "« Été à l’île » ne peut pas servir d’adresse.",
        make: || {
            let text = site().text(CLIC).to_owned();
            site().with("content/services/Été à l’île.yaml", text).into()
        },
    },
    Fixture {
        code: "E041",
        file: PHOTO,
        at: At::Words("numero:"),
        says: "Le numéro 412 est déjà celui d’un autre guide.",
        make: || site().replace(PHOTO, "numero: 7", "numero: 412").into(),
    },
    Fixture {
        code: "E042",
        file: CALL,
        at: At::Words("alias:"),
        says: "Deux contenus donneraient la page « guides/photo.html ».",
        make: || site().replace(CALL, "guides/visio.html", "guides/photo.html").into(),
    },
    Fixture {
        code: "E043",
        file: CALL,
        at: At::Words("alias:"),
        says: "« /guides/Visio.html » n’est pas une ancienne adresse du site.",
        make: || site().replace(CALL, "guides/visio.html", "/guides/Visio.html").into(),
    },
    Fixture {
        code: "E044",
        file: CALL,
        at: At::Words("voir_aussi:"),
        says: "« photos » n’est pas un guide de ce site.",
        make: || site().replace(CALL, "voir_aussi: [photo]", "voir_aussi: [photos]").into(),
    },
    Fixture {
        code: "E045",
        file: MAIRIE,
        at: At::Words("zone:"),
        says: "« 29800 » n’est pas le code d’un territoire",
        make: || site().replace(MAIRIE, "zone: [\"29103\"]", "zone: [\"29800\"]").into(),
    },
    Fixture {
        code: "E046",
        file: GLOSSARY,
        at: At::Words("# encore"),
        says: "Le nom « lien » est déjà pris dans cette liste.",
        make: || {
            site()
                .append(
                    GLOSSARY,
                    "- id: \"lien\" # encore\n  mot: page\n  definition: Une feuille à l’écran.\n",
                )
                .into()
        },
    },
    Fixture {
        code: "A020",
        file: NEEDS,
        at: At::Words("id: compte"),
        says: "Aucun guide ne répond au besoin « Retrouver mon compte ».",
        make: || {
            let need = "- id: compte\n  titre: Retrouver mon compte\n  exemple: Un mot de passe perdu\n";
            site().append(NEEDS, need).into()
        },
    },
    Fixture {
        code: "A025",
        file: MAIRIE,
        at: At::Line(1),
        says: "Le contact « Mairie de Landerneau » est périmé : personne ne l’a vérifié depuis longtemps.",
        make: || {
            site()
                .append(
                    MAIRIE,
                    "verifie_le: 2019-01-10\nverifie_par: rédaction\nverifie_comment: documents\n",
                )
                .into()
        },
    },
    Fixture {
        code: "A026",
        file: CALL,
        at: At::Line(1),
        says: "« Rejoindre un appel vidéo » est périmé : personne ne l’a relu depuis longtemps.",
        make: || {
            site()
                .replace(CALL, "verifie_le: 2026-11-01", "verifie_le: 2019-11-01")
                .append(SITE, "fraicheur: { perimees: 0 }\n")
                .into()
        },
    },
    Fixture {
        code: "I002",
        file: PHOTO,
        at: At::Words("- date: 2026-11-23"),
        says: "L’échéance du 23 novembre 2026 est passée : le site ne la montre plus.",
        make: || {
            let due =
                "depend_de: [jitsi]\na_faire_avant:\n  - date: 2026-11-23\n    texte: Demandez la carte.";
            site().replace(PHOTO, "depend_de: [jitsi]", due).into()
        },
    },
    Fixture {
        code: "I003",
        file: "content/glossaire.yaml",
        at: At::Words("- id: onglet"),
        says: "Aucune page n’emploie le mot « onglet ».",
        make: || {
            let word =
                "- id: onglet\n  mot: onglet\n  definition: Une des pages ouvertes dans la même fenêtre.\n";
            let first = "- id: navigateur\n";
            site().replace("content/glossaire.yaml", first, &format!("{word}{first}")).into()
        },
    },
    Fixture {
        code: "A021",
        file: PHOTO,
        at: At::Words("numero:"),
        says: "Ce guide repose sur « Skype », qui est arrêté : le site le retire tout seul.",
        make: || {
            site()
                .replace(CALL, "besoins: [appel-video]", "besoins: [appel-video, materiel]")
                .replace(PHOTO, "depend_de: [jitsi]", "depend_de: [skype]")
                .into()
        },
    },
    Fixture {
        code: "A022",
        file: "content/services/muet.yaml",
        at: At::Line(1),
        says: "« Muet » n’a ni téléphone, ni SMS, ni courriel, ni site, ni adresse.",
        make: || site().with("content/services/muet.yaml", "nom: Muet\ntype: autre\nzone: [\"FR\"]\n").into(),
    },
    Fixture {
        code: "A023",
        file: CLIC,
        at: At::Line(1),
        says: "« CLIC de Landerneau » n’apparaît sur aucune page.",
        make: || site().append(CLIC, "etat: brouillon\n").into(),
    },
    Fixture {
        code: "A030",
        file: CLIC,
        at: At::Words("osm:"),
        says: "L’heure « 25:00 » n’existe pas.",
        make: || site().replace(CLIC, "13:30-17:00", "13:30-25:00").into(),
    },
    Fixture {
        code: "A031",
        file: MAIRIE,
        at: At::Words("osm:"),
        says: "« texte » dit : lundi, mardi, mercredi, jeudi, vendredi ; « osm » dit : lundi, mardi, mercredi, jeudi.",
        make: || site().replace(MAIRIE, "osm: Mo-Fr", "osm: Mo-Th").into(),
    },
    Fixture {
        code: "A032",
        file: MAIRIE,
        at: At::Words("zone:"),
        says: "« 29260 » est ici Saint-Renan. C’est aussi le code postal de l’adresse.",
        make: || {
            site()
                .replace(MAIRIE, "zone: [\"29103\"]", "zone: [\"29260\"]")
                .replace(
                    MAIRIE,
                    "code_postal: \"29800\"\n  commune: Landerneau",
                    "code_postal: \"29260\"\n  commune: Lesneven",
                )
                .into()
        },
    },
    Fixture {
        code: "A033",
        file: CLIC,
        at: At::Words("etat: accepte"),
        says: "« capacite » ne dit pas de quand elle date.",
        make: || site().replace(CLIC, "  date: 2026-11\n", "").into(),
    },
    Fixture {
        code: "A034",
        file: CLIC,
        at: At::Words("osm:"),
        says: "« Mo-Fr 09:00-12:00 » ne compte plus : « Mo-Fr 13:30-17:00 », qui vient après, le remplace.",
        make: || site().replace(CLIC, "09:00-12:00,13:30-17:00", "09:00-12:00; Mo-Fr 13:30-17:00").into(),
    },
    Fixture {
        code: "E130",
        file: CLIC,
        at: At::Words("0 892 70 57 05"),
        says: "« 0 892 705 705 » est un numéro surtaxé, et la fiche ne le dit pas.",
        make: || site().replace(CLIC, "    prix: majore\n", "").into(),
    },
    Fixture {
        code: "E131",
        file: MAIRIE,
        at: At::Words("telephone:"),
        says: "Personne ne peut téléphoner au « 114 »",
        make: || site().replace(MAIRIE, "02 98 85 99 08", "114").into(),
    },
    Fixture {
        code: "E132",
        file: MAIRIE,
        at: At::Words("telephone:"),
        says: "Ce numéro ne répond plus : Solidarité numérique",
        make: || site().replace(MAIRIE, "02 98 85 99 08", "01 70 772 372").into(),
    },
    Fixture {
        code: "E133",
        file: CLIC,
        at: At::Words("au: 2025-12-31"),
        says: "Le dernier jour (au) vient avant le premier (du).",
        make: || site().replace(CLIC, "au: 2026-12-31", "au: 2025-12-31").into(),
    },
    Fixture {
        code: "E134",
        file: CLIC,
        at: At::Words("commune: \"29180\""),
        says: "Ce passage doit dire « jours » ou « dates »",
        make: || site().replace(CLIC, "    jours: Tu[1]\n", "").into(),
    },
    Fixture {
        code: "E110",
        file: MAIRIE,
        at: At::Words("clic"),
        says: "« CLIC de Landerneau » → « Mairie de Landerneau » → « CLIC de Landerneau »",
        make: || site().replace(MAIRIE, "service: departement", "service: clic").into(),
    },
    Fixture {
        code: "E111",
        file: MAIRIE,
        at: At::Words("service: departement"),
        says: "« Département du Finistère », qui ne répond pas pour tout un département",
        make: || site().replace(DEPARTEMENT, "[\"29\"]", "[\"29103\"]").into(),
    },
];
