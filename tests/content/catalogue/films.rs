//! Codes of films as guides show them: a curator who forgets a piece is told which file to make.

use super::{At, Fixture};
use crate::small_site::{CAPTIONS, FILM, PHOTO, POSTER, SmallSite, codes, site};

const SHOWN: &str = "![Prendre une photo](prise.webm \"Regardez les mains\")";

/// The good site with the line that shows its film written otherwise.
fn shown(line: &str) -> SmallSite {
    site().replace(PHOTO, SHOWN, line)
}

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E200",
        file: PHOTO,
        at: At::Words("prisse.webm"),
        says: "Le film « prisse.webm » n’est pas dans le dossier.",
        make: || shown("![Prendre une photo](prisse.webm)").into(),
    },
    Fixture {
        code: "E201",
        file: PHOTO,
        at: At::Words("../films"),
        says: "Le film « ../films/prise.webm » n’est pas un simple nom de fichier.",
        make: || shown("![Prendre une photo](../films/prise.webm)").into(),
    },
    Fixture {
        code: "E202",
        file: PHOTO,
        at: At::Words("prise.webm"),
        says: "Le film « prise.webm » n’a pas de sous-titres en français.",
        make: || site().without(CAPTIONS).into(),
    },
    Fixture {
        code: "E203",
        file: PHOTO,
        at: At::Words("prise.webm"),
        says: "Le film « prise.webm » n’a pas d’affiche.",
        make: || site().without(POSTER).into(),
    },
    Fixture {
        code: "E206",
        file: PHOTO,
        at: At::Words("prise.webm"),
        says: "Ce film n’a pas de titre.",
        make: || shown("![](prise.webm)").into(),
    },
    Fixture {
        code: "E207",
        file: PHOTO,
        at: At::Words("Voyez"),
        says: "Un film ne peut pas être à cet endroit.",
        make: || shown("Voyez ![Prendre une photo](prise.webm) d'abord.").into(),
    },
    Fixture {
        code: "E208",
        file: PHOTO,
        at: At::Words("![La même photo]"),
        says: "Il y a déjà un film ici.",
        make: || shown(&format!("{SHOWN}\n\n![La même photo](prise.webm)")).into(),
    },
    Fixture {
        code: "E209",
        file: "content/guides/photo/prise.fr.vtt",
        at: At::WholeFile,
        says: "Ces sous-titres sont aussi dans « prise.fr.srt ».",
        make: || {
            let srt = "1\n00:00:00,000 --> 00:00:01,000\nUne photo.\n";
            site().with("content/guides/photo/prise.fr.srt", srt).into()
        },
    },
    Fixture {
        code: "A060",
        file: PHOTO,
        at: At::Words("prise.webm"),
        says: "Les sous-titres du film « prise.webm » pèsent 61 ko dans la page.",
        make: || {
            let vtt = format!(
                "WEBVTT\n\nSTYLE\n/* {} */\n\n00:00.000 --> 00:01.000\nA photo.\n",
                "mot ".repeat(15_000)
            );
            site().with("content/guides/photo/prise.en.vtt", vtt).into()
        },
    },
    Fixture {
        code: "A062",
        file: "content/guides/photo/prise.fr.txt",
        at: At::WholeFile,
        says: "seulement dans les sous-titres : « photo » ; seulement dans le texte : « image »",
        make: || site().with("content/guides/photo/prise.fr.txt", "Une image.\n").into(),
    },
    Fixture {
        code: "A061",
        file: "content/guides/photo/prisse.en.vtt",
        at: At::WholeFile,
        says: "Ce fichier n’accompagne aucun film de ce guide.",
        make: || {
            let vtt = "WEBVTT\n\n00:00.000 --> 00:01.000\nA photo.\n";
            site().with("content/guides/photo/prisse.en.vtt", vtt).into()
        },
    },
    Fixture {
        code: "A063",
        file: "content/guides/appel/autre.webm",
        at: At::WholeFile,
        says: "Aucun guide ne montre ce film.",
        make: || {
            let film: &[u8] = include_bytes!("../media/films/vp9.webm");
            site().with("content/guides/appel/autre.webm", film).into()
        },
    },
];

/// The repair names the very file to make, as the story « un rédacteur comprend » asks.
#[test]
fn the_repair_names_the_file_to_create() {
    let examined = site().without(CAPTIONS).without(POSTER).examine();
    let said = eliane::diag::render_plain(&examined.diagnostics, &examined.sources);
    assert!(examined.renderer.is_none());
    assert!(said.contains("Créez le fichier : content/guides/photo/prise.fr.vtt"), "{said}");
    assert!(said.contains("ffmpeg -ss 1 -i \"content/guides/photo/prise.webm\""), "{said}");
    let near = site().without(CAPTIONS).with("content/guides/photo/prise.vtt", "WEBVTT\n").examine();
    let said =
        eliane::diag::render_plain(&near.diagnostics, &near.sources).replace(['\u{202f}', '\u{a0}'], " ");
    assert!(said.contains("Renommez « prise.vtt » en « prise.fr.vtt »"), "{said}");
}

/// The signs that differ are not seen: the film, its poster and its captions are named by three programs.
#[test]
fn names_that_look_the_same_are_of_one_film() {
    let film: &[u8] = include_bytes!("../media/films/vp9.webm");
    for (written, of_film, of_poster, of_captions) in [
        ("ma prise", "ma\u{202f}prise", "ma prise", "ma prise"),
        ("ma prise", "ma prise", "ma\u{a0}prise", "ma\u{a0}prise"),
        ("l’écran", "l'écran", "l’écran", "l'écran"),
        ("l'écran", "l’écran", "l'écran", "l’écran"),
        ("prise", "prise", "pri\u{200b}se", "prise\u{feff}"),
        ("ma-prise", "ma‑prise", "ma-prise", "ma‑prise"),
    ] {
        let folder = "content/guides/photo/";
        let (poster, captions) = (site().text(POSTER).to_owned(), site().text(CAPTIONS).to_owned());
        let found = shown(&format!("![Prendre une photo](<{written}.webm>)"))
            .without(FILM)
            .without(POSTER)
            .without(CAPTIONS)
            .with(&format!("{folder}{of_film}.webm"), film)
            .with(&format!("{folder}{of_poster}.svg"), poster)
            .with(&format!("{folder}{of_captions}.fr.vtt"), captions)
            .findings();
        let found: Vec<&str> = codes(&found).into_iter().filter(|code| code.starts_with(['E'])).collect();
        assert_eq!(found, Vec::<&str>::new(), "{written} {of_film} {of_poster} {of_captions}");
    }
}
