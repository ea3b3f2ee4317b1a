//! Codes of captions. They are found in a file alone, as `eliane captions` does.

use super::{At, Broken, Fixture};
use crate::petit_site::findings;
use eliane::captions;
use eliane::source::Sources;

const VTT: &str = "content/guides/appel/film.fr.vtt";
const SRT: &str = "content/guides/appel/film.fr.srt";

/// A good file, of two captions.
const GOOD: &str = "WEBVTT\n\n00:00:00.500 --> 00:00:04.000\nOuvrez le lien reçu.\n\n00:00:04.500 --> 00:00:08.000\nPuis appuyez sur « Rejoindre ».\n";

/// What is found in a file that is wrong by one change of the good one.
fn changed(from: &str, to: &str) -> Broken {
    assert!(GOOD.contains(from), "no « {from} »");
    found(VTT, &GOOD.replacen(from, to, 1))
}

fn found(path: &str, text: &str) -> Broken {
    let sources = Sources::memory([(path, text)]);
    let (file, _) = sources.find(path).unwrap();
    let (_, out) = captions::read(file, path, text);
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
];

#[test]
fn a_good_file_is_left_in_peace() {
    assert_eq!(found(VTT, GOOD).found, vec![]);
}
