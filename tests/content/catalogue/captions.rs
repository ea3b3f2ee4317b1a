//! Codes of captions: most in a file alone, as `eliane sous-titres` looks at it; some in a site, which is not built then.

use super::{At, Broken, Fixture};
use crate::small_site::{CAPTIONS, PHOTO, codes, findings, site};
use eliane::captions;
use eliane::source::Sources;

const VTT: &str = "content/guides/appel/film.fr.vtt";
const SRT: &str = "content/guides/appel/film.fr.srt";

/// The text of a film, written by its author.
const TEXT: &str = "content/guides/photo/prise.fr.txt";

/// As YouTube writes them: each line below, then above the next.
const ROLLING: &str = "1\n00:00:00,160 --> 00:00:02,230\nbonjour à tous\n\n2\n00:00:02,240 --> 00:00:04,150\nbonjour à tous\nnous ouvrons\n\n3\n00:00:04,160 --> 00:00:06,990\nnous ouvrons\nun message\n\n4\n00:00:07,000 --> 00:00:09,000\nun message\nde votre fille\n";

/// A good file, of two captions.
const GOOD: &str = "WEBVTT\n\n00:00:00.500 --> 00:00:04.000\nOuvrez le lien reçu.\n\n00:00:04.500 --> 00:00:08.000\nPuis appuyez sur « Rejoindre ».\n";

/// How long the film lasts, in milliseconds.
const FILM: u64 = 10_000;

/// What is found in a file that is wrong by one change of the good one.
fn changed(from: &str, to: &str) -> Broken {
    assert!(GOOD.contains(from), "no « {from} »");
    found(VTT, &GOOD.replacen(from, to, 1))
}

fn found(path: &str, text: &str) -> Broken {
    let sources = Sources::memory([(path, text)]);
    let (file, _) = sources.find(path).unwrap();
    let (track, mut out) = captions::read(file, path, text);
    if let Some(track) = &track {
        out.extend(captions::check(track, Some(FILM)));
    }
    findings(&out, &sources).into()
}

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E170",
        file: VTT,
        at: At::Line(1),
        says: "Ce fichier ne commence pas par la ligne « WEBVTT »",
        make: || changed("WEBVTT", "Webvtt"),
    },
    Fixture {
        code: "E171",
        file: VTT,
        at: At::Line(3),
        says: "Cette ligne de temps a des virgules",
        make: || changed("00:00:00.500", "00:00:00,500"),
    },
    Fixture {
        code: "E172",
        file: VTT,
        at: At::Line(6),
        says: "Sous-titre 2 (à 00:04,5) : il finit avant de commencer",
        make: || changed("00:00:08.000", "00:00:03.000"),
    },
    Fixture {
        code: "E173",
        file: VTT,
        at: At::Line(6),
        says: "Personne ne verra ce texte : « Il est bleu. » n’a pas de ligne de temps.",
        make: || changed("reçu.\n", "reçu.\n\nIl est bleu.\n"),
    },
    Fixture {
        code: "E174",
        file: VTT,
        at: At::Line(4),
        says: "Sous-titre 1 (à 00:00,5) : le signe « < » cache « reçu ».",
        make: || changed("reçu", "<reçu>"),
    },
    Fixture {
        code: "E175",
        file: CAPTIONS,
        at: At::Line(1),
        says: "Ce fichier ne contient aucun sous-titre.",
        make: || site().with(CAPTIONS, "WEBVTT\n\nNOTE à faire\n").into(),
    },
    Fixture {
        code: "E176",
        file: VTT,
        at: At::Line(3),
        says: "Sous-titre 1 (à 00:00,5) : il n’a pas de texte.",
        make: || changed("Ouvrez le lien reçu.\n", ""),
    },
    Fixture {
        code: "E177",
        file: VTT,
        at: At::Line(6),
        says: "il a 3 lignes, pour deux au plus",
        make: || changed("Ouvrez le lien reçu.", "Ouvrez le lien\nreçu\nhier."),
    },
    Fixture {
        code: "E178",
        file: VTT,
        at: At::Line(4),
        says: "cette ligne a 47 caractères, pour 42 au plus",
        make: || changed("Ouvrez le lien reçu.", "Ouvrez le lien que vous avez reçu par courriel."),
    },
    Fixture {
        code: "E179",
        file: VTT,
        at: At::Line(7),
        says: "31 caractères en 2,0 s, c’est trop pour lire (24 au plus)",
        make: || changed("00:00:08.000", "00:00:06.500"),
    },
    Fixture {
        code: "E180",
        file: VTT,
        at: At::Line(3),
        says: "il reste 0,5 s, moins d’une seconde",
        make: || changed("00:00:04.000", "00:00:01.000"),
    },
    Fixture {
        code: "E181",
        file: VTT,
        at: At::Line(6),
        says: "il commence avant que le sous-titre 1 soit parti",
        make: || changed("00:00:04.000", "00:00:05.000"),
    },
    Fixture {
        code: "E182",
        file: VTT,
        at: At::Line(9),
        says: "il commence avant le sous-titre 2, qui est au-dessus de lui",
        make: || found(VTT, &format!("{GOOD}\n00:00:00.000 --> 00:00:01.000\nBonjour.\n")),
    },
    Fixture {
        code: "E183",
        file: CAPTIONS,
        at: At::Words("-->"),
        says: "Sous-titre 1 (à 00:00,5) : il finit après le film.",
        make: || site().with(CAPTIONS, "WEBVTT\n\n00:00.500 --> 00:02.500\nUne photo.\n").into(),
    },
    Fixture {
        code: "E184",
        file: VTT,
        at: At::Line(7),
        says: "la couleur change, et rien d’autre ne dit qui parle",
        make: || changed("Puis appuyez sur « Rejoindre ».", "<c.yellow>Puis appuyez.</c>"),
    },
    Fixture {
        code: "E185",
        file: SRT,
        at: At::Line(6),
        says: "Ces sous-titres défilent : chaque ligne y est deux fois",
        make: || found(SRT, ROLLING),
    },
    Fixture {
        code: "A040",
        file: VTT,
        at: At::Line(3),
        says: "Le navigateur ne comprend pas ce réglage : « ligne:0 ».",
        make: || changed("04.000\n", "04.000 ligne:0\n"),
    },
    Fixture {
        code: "A041",
        file: VTT,
        at: At::Line(4),
        says: "la balise « <i> » n’est jamais fermée",
        make: || changed("Ouvrez", "<i>Ouvrez"),
    },
    Fixture {
        code: "A042",
        file: VTT,
        at: At::Line(4),
        says: "la ligne est coupée entre « le » et « lien »",
        make: || changed("Ouvrez le lien", "Ouvrez le\nlien"),
    },
    Fixture {
        code: "A043",
        file: VTT,
        at: At::Line(4),
        says: "cette ligne a 41 caractères ; mieux vaut 40 au plus",
        make: || changed("Ouvrez le lien reçu.", "Ouvrez le lien que vous avez reçu ce soir"),
    },
    Fixture {
        code: "A044",
        file: VTT,
        at: At::Line(3),
        says: "il reste 7,5 s, plus de 7 secondes",
        make: || found(VTT, "WEBVTT\n\n00:00:00.500 --> 00:00:08.000\nOuvrez le lien reçu.\n"),
    },
    Fixture {
        code: "A045",
        file: VTT,
        at: At::Line(6),
        says: "il suit le précédent sans aucun vide",
        make: || changed("00:00:04.000", "00:00:04.500"),
    },
    Fixture {
        code: "A046",
        file: VTT,
        at: At::Line(7),
        says: "« Paul » prend la parole, et rien ne le montre",
        make: || found(VTT, &GOOD.replace("Ouvrez", "<v Claire>Ouvrez").replace("Puis", "<v Paul>Puis")),
    },
    Fixture {
        code: "A047",
        file: VTT,
        at: At::Line(4),
        says: "« Musique douce » semble être un bruit",
        make: || changed("Ouvrez le lien reçu.", "Musique douce"),
    },
    Fixture {
        code: "A048",
        file: VTT,
        at: At::Line(7),
        says: "il manque une espace avant « ! »",
        make: || changed("« Rejoindre ».", "le bouton!"),
    },
    Fixture {
        code: "A049",
        file: SRT,
        at: At::Line(3),
        says: "la couleur « #123456 » ne se verra pas",
        make: || {
            found(
                SRT,
                "1\n00:00:01,000 --> 00:00:04,000\n<font color=\"#123456\">Ouvrez le lien</font> reçu.\n",
            )
        },
    },
    Fixture {
        code: "A052",
        file: VTT,
        at: At::Line(4),
        says: "Sous-titre 1 (à 00:00,5) : « {\\an8} » s’afficherait tel quel sur le film.",
        make: || changed("Ouvrez", "{\\an8}Ouvrez"),
    },
    Fixture {
        code: "A053",
        file: TEXT,
        at: At::Line(2),
        says: "Le texte du film contient une ligne de fichier de sous-titres : « 00:00.000 --> 00:01.000 ».",
        make: || site().with(TEXT, "Une photo.\n00:00.000 --> 00:01.000\n").into(),
    },
];

#[test]
fn a_good_file_is_left_in_peace() {
    assert_eq!(found(VTT, GOOD).found, vec![]);
}

/// What people cannot follow stops the build, each fault told once however often the film is shown.
#[test]
fn a_site_with_captions_that_nobody_can_follow_is_not_built() {
    let rushed = "WEBVTT\n\n00:00.000 --> 00:01.000\nUne photo de vos petits-enfants.\n";
    let one = site().with(CAPTIONS, rushed);
    assert_eq!(codes(&one.findings()), ["E179"]);
    assert!(one.examine().renderer.is_none());
    let twice = one.replace(PHOTO, "rien de rare.\n", "rien de rare.\n\n![La photo](prise.webm)\n");
    assert_eq!(codes(&twice.findings()), ["E179"]);
}
