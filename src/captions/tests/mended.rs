//! Repairs: what is mended, what is left, and that no word ever changes.

use super::{file, read_as};
use crate::captions::{check, repair};
use proptest::prelude::*;

fn mend(name: &str, text: &str, film_ms: Option<u64>) -> String {
    let (track, _) = read_as(name, text);
    track.map_or_else(|| text.to_owned(), |track| repair(text, &track, film_ms))
}

fn text_of_one(text: &str) -> String {
    let whole = mend("film.fr.vtt", &file(&[("1 7", text)]), None);
    whole.splitn(4, '\n').nth(3).unwrap().trim_end_matches('\n').to_owned()
}

#[test]
fn lines_are_cut_by_groups_of_sense() {
    for (text, expected) in [
        (
            "Ouvrez le lien que vous avez reçu dans le message de votre fille.",
            "Ouvrez le lien que vous avez reçu\ndans le message de votre fille.",
        ),
        ("Appuyez sur le\nbouton bleu.", "Appuyez sur le bouton bleu."),
        ("Un\ndeux\ntrois", "Un deux trois"),
        (
            "Ouvrez le\nlien que vous\navez reçu dans le message\nde votre fille.",
            "Ouvrez le lien que vous avez reçu\ndans le message de votre fille.",
        ),
        // Tags stay where they are.
        (
            "<i>Ouvrez le lien que vous avez <b>reçu dans</b> le message de votre fille.</i>",
            "<i>Ouvrez le lien que vous avez <b>reçu\ndans</b> le message de votre fille.</i>",
        ),
        // A line without words is none, and the words around it do not grow together.
        ("«Non»\n<c.yellow>\nle\nbouton</c>", "«\u{202f}Non\u{202f}» <c.yellow>le bouton</c>"),
        ("<v Claire Le Goff>Appuyez sur le\nbouton bleu.", "<v Claire Le Goff>Appuyez sur le bouton bleu."),
    ] {
        assert_eq!(text_of_one(text), expected);
    }
}

#[test]
fn what_cannot_be_mended_stays() {
    let long = "mot ".repeat(40);
    for text in [
        "Bien coupé,\nen deux lignes.",
        long.trim(),
        "– Un\n– Deux\n– Trois",
        "anticonstitutionnellement-anticonstitutionnellement",
    ] {
        assert_eq!(text_of_one(text), text);
    }
}

#[test]
fn speakers_and_sounds_keep_their_lines() {
    for text in ["– Vous m’entendez ?\n– Oui.", "[Musique]\nBonjour à tous.", "CLAIRE : Oui.\nPAUL : Non."]
    {
        assert_eq!(text_of_one(text), text);
    }
    // Joined when they are of one speaker.
    assert_eq!(text_of_one("– Vous\nm’entendez ?\n– Oui."), "– Vous m’entendez ?\n– Oui.");
}

#[test]
fn times_move_by_a_hair() {
    let mended = |cues: &[(&str, &str)], film| {
        let text = mend("film.fr.vtt", &file(cues), film);
        text.lines().filter(|line| line.contains("-->")).map(|l| l.replace("00:00:0", "")).collect::<Vec<_>>()
    };
    // A gap is taken from the one before, else from the next.
    assert_eq!(mended(&[("1 3", "Oui."), ("3 5", "Non.")], None), ["1.000 --> 2.920", "3.000 --> 5.000"]);
    assert_eq!(mended(&[("1 2", "Oui."), ("2 4", "Non.")], None), ["1.000 --> 2.000", "2.080 --> 4.000"]);
    assert_eq!(mended(&[("1 3.05", "Oui."), ("3 5", "Non.")], None), ["1.000 --> 2.920", "3.000 --> 5.000"]);
    // Neither can give: both stay.
    assert_eq!(mended(&[("1 2", "Oui."), ("2 3", "Non.")], None), ["1.000 --> 2.000", "2.000 --> 3.000"]);
    // More than a hair is for people to say.
    assert_eq!(mended(&[("1 4", "Oui."), ("3 5", "Non.")], None), ["1.000 --> 4.000", "3.000 --> 5.000"]);
    // Too fast or too short: longer, when there is room.
    let fast = "Ouvrez le lien que\nvous avez reçu.";
    assert_eq!(mended(&[("1 2", fast), ("5 7", "Non.")], None), ["1.000 --> 3.600", "5.000 --> 7.000"]);
    assert_eq!(mended(&[("1 2", fast), ("3 5", "Non.")], None), ["1.000 --> 2.000", "3.000 --> 5.000"]);
    assert_eq!(mended(&[("1 1.5", "Oui.")], None), ["1.000 --> 1.500"], "nobody knows what comes after");
    assert_eq!(mended(&[("1 1.5", "Oui.")], Some(3000)), ["1.000 --> 2.000"]);
    // A little after the film: with it.
    assert_eq!(mended(&[("1 3.3", "Oui.")], Some(3000)), ["1.000 --> 3.000"]);
    assert_eq!(mended(&[("1 4", "Oui.")], Some(3000)), ["1.000 --> 4.000"]);
}

#[test]
fn a_file_keeps_its_manner() {
    let srt = "7\r\n00:00:01,000 --> 00:00:03,000\r\nAppuyez sur le\r\nbouton.\r\n\r\n9\r\n00:00:03,000 --> 00:00:05,000\r\n<font color=yellow>– Oui!</font>\r\n";
    let expected = "7\r\n00:00:01,000 --> 00:00:02,920\r\nAppuyez sur le bouton.\r\n\r\n9\r\n00:00:03,000 --> 00:00:05,000\r\n<font color=yellow>– Oui\u{202f}!</font>\r\n";
    assert_eq!(mend("film.fr.srt", srt, None), expected);
    for end in ["\n", "\r\n", "\r"] {
        let cut = |lines: [&str; 4]| lines.join(end);
        let text =
            cut(["WEBVTT", "", "00:01.000 --> 00:04.000", "Appuyez sur le§bouton bleu, puis attendez."]);
        let expected =
            cut(["WEBVTT", "", "00:01.000 --> 00:04.000", "Appuyez sur le bouton bleu,§puis attendez."]);
        assert_eq!(mend("film.fr.vtt", &text.replace('§', end), None), expected.replace('§', end), "{end:?}");
    }
    let short = "WEBVTT - titre\n\nNOTE relu\n\nun\n00:01.000 --> 00:03.000 align:left\nOui.\n\n00:03.000 --> 00:05.000\nNon.";
    assert_eq!(mend("film.fr.vtt", short, None), short.replace("00:03.000 align", "00:02.920 align"));
}

#[test]
fn times_that_cannot_be_read_stay_unreadable() {
    // Joined to « 12 », the second line of times would be one, of another caption.
    let srt = "1\n00:00:01,000 --> 00:00:03,000\nOui.\n0:0:4,0 --> 0:0:\n12\nle\nlien!\n";
    assert_eq!(mend("film.fr.srt", srt, None), srt);
}

#[test]
fn other_languages_chapters_and_descriptions_are_left() {
    let text = file(&[("1 3", "Un!\nle\nlien"), ("3 5", "Non.")]);
    assert_eq!(mend("film.fr.chapitres.vtt", &text, None), text);
    assert_eq!(mend("film.fr.descriptions.vtt", &text, None), text);
    assert!(mend("film.en.vtt", &text, None).contains("Un! le lien"), "no French space");
}

/// What people read, white space aside.
fn letters(name: &str, text: &str) -> Vec<String> {
    let (track, _) = read_as(name, text);
    let bare = |text: String| text.chars().filter(|c| !c.is_whitespace()).collect();
    track.map(|track| track.cues().map(|cue| bare(cue.plain())).collect()).unwrap_or_default()
}

/// Cues of words that French cuts well or badly, with times that touch or not; no-break spaces are within words, as
/// people write them.
fn likely() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("le"),
        Just("lien"),
        Just("qui"),
        Just("est"),
        Just("bleu,"),
        Just("12"),
        Just("euros"),
        Just("–"),
        Just("Oui!"),
        Just("«Non»"),
        Just("[Rires]"),
        Just("CLAIRE"),
        Just(":"),
        Just("<i>"),
        Just("</i>"),
        Just("&amp;"),
        Just("<v Paul>"),
        Just("anticonstitutionnellement"),
        Just(""),
        Just("<c.yellow>"),
        Just("</c>"),
        Just("l’"),
        Just("12\u{a0}km"),
    ];
    let gap = prop_oneof![6 => Just(" "), 2 => Just("\n"), 1 => Just("\r\n")];
    let text = prop::collection::vec((word, gap), 0..24)
        .prop_map(|words| words.into_iter().map(|(word, gap)| format!("{word}{gap}")).collect::<String>());
    prop::collection::vec((0_u64..200, 0_u64..8000, text), 0..6).prop_map(|cues| {
        let mut at = 0;
        cues.into_iter().fold("WEBVTT\n".to_owned(), |out, (gap, length, text)| {
            let (start, end) = (at + gap, at + gap + length);
            at = end;
            let stamp = crate::captions::stamp;
            out + &format!("\n{} --> {}\n{}\n", stamp(start), stamp(end), text.trim())
        })
    })
}

proptest! {
    #[test]
    fn no_repair_changes_a_word(text in likely(), film in prop::option::of(0_u64..40_000)) {
        for name in ["film.fr.vtt", "film.fr.srt"] {
            let once = mend(name, &text, film);
            prop_assert_eq!(letters(name, &text), letters(name, &once));
            let twice = mend(name, &once, film);
            prop_assert_eq!(&once, &twice, "mending twice changes something more");
            // Nothing gets worse; which line a colour begins is another matter.
            let count = |text: &str| {
                let (track, said) = read_as(name, text);
                let found = track.map(|track| check(&track, film)).unwrap_or_default();
                let errors = found.iter().filter(|f| f.code.id.starts_with('E') && f.code.id != "E184");
                said.len() + errors.count()
            };
            prop_assert!(count(&once) <= count(&text));
        }
    }
}

#[test]
fn a_repair_never_writes_inside_an_entity() {
    for (text, expected) in [
        ("&laquo;Oui&raquo; dit-elle", "&laquo;\u{202f}Oui\u{202f}&raquo; dit-elle"),
        ("L&#39;&eacute;cran s&#39;allume!", "L&#39;&eacute;cran s&#39;allume\u{202f}!"),
        ("Un&#32;mot", "Un&#32;mot"),
        (
            "Ouvrez&#32;le lien que vous avez re&ccedil;u dans le message de votre fille.",
            "Ouvrez&#32;le lien que vous avez re&ccedil;u\ndans le message de votre fille.",
        ),
    ] {
        let srt = format!("1\n00:00:01,000 --> 00:00:07,000\n{text}\n");
        let mended = mend("film.fr.srt", &srt, None);
        assert_eq!(mended, format!("1\n00:00:01,000 --> 00:00:07,000\n{expected}\n"), "srt {text}");
        assert_eq!(text_of_one(text), expected, "vtt {text}");
    }
}

/// A caption whose times cannot be read is somewhere in between: nothing grows over it.
#[test]
fn a_caption_does_not_grow_over_one_that_cannot_be_read() {
    let text = "1\n00:00:01,000 --> 00:00:01,500\nOuvrez le lien reçu.\n\n2\n00:00:02,000 -> 00:00:04,000\nOui.\n\n3\n00:00:09,000 --> 00:00:11,000\nNon.\n";
    assert_eq!(mend("film.fr.srt", text, None), text);
}
