//! Captions that roll, and texts of other kinds.

use super::{checked, cues, file, read_as, said};
use crate::captions::{check, folded, repair};
use crate::source::Sources;

/// As YouTube makes them: each line below, then alone for a hundredth of a second, then above the next.
const YOUTUBE: &str = "WEBVTT\nKind: captions\nLanguage: fr\n\n00:00:00.160 --> 00:00:02.230 align:start position:0%\n \nbonjour<00:00:00.320><c> à</c><00:00:00.480><c> tous</c>\n\n00:00:02.230 --> 00:00:02.240 align:start position:0%\nbonjour à tous\n \n\n00:00:02.240 --> 00:00:04.150 align:start position:0%\nbonjour à tous\nnous<00:00:02.399><c> ouvrons</c>\n\n00:00:04.150 --> 00:00:04.160 align:start position:0%\nnous ouvrons\n \n\n00:00:04.160 --> 00:00:06.990 align:start position:0%\nnous ouvrons\nun<00:00:04.319><c> message</c>\n\n00:00:06.990 --> 00:00:07.000 align:start position:0%\nun message\n \n";

#[test]
fn captions_that_roll_are_named_once() {
    assert_eq!(checked("film.fr.vtt", YOUTUBE, Some(20_000)), ["E185 13:1"]);
    // The same, as programs write it in SRT.
    let srt = "1\n00:00:00,160 --> 00:00:02,230\nbonjour à tous\n\n2\n00:00:02,240 --> 00:00:04,150\nbonjour à tous\nnous ouvrons\n\n3\n00:00:04,160 --> 00:00:06,990\nnous ouvrons\nun message\n\n4\n00:00:07,000 --> 00:00:09,000\nun message\nde votre fille\n";
    assert_eq!(checked("film.fr.srt", srt, Some(20_000)), ["E185 6:1"]);
}

#[test]
fn a_few_captions_that_all_roll_are_enough() {
    let four: Vec<&str> = YOUTUBE.split("\n\n").take(5).collect();
    for (cues, rolls) in [
        (vec![("1 3", "Un."), ("3 5", "Un.\nDeux."), ("5 7", "Deux.\nTrois.")], true),
        (vec![("1 3", "Un."), ("3 3.01", "Un."), ("3.01 5", "Un.\nDeux."), ("5 5.01", "Deux.")], true),
        (vec![("1 3", "Un."), ("3 5", "Un.\nDeux."), ("5 7", "Trois.")], false),
        (vec![("1 3", "Non."), ("3 5", "Non.\nOui.")], false),
        (vec![("1 3", "Non."), ("3 5", "Non."), ("5 7", "Non.")], false),
        (vec![("1 3", "Un."), ("8 9", "Un.\nDeux."), ("15 17", "Deux.\nTrois.")], false),
    ] {
        let text = file(&cues);
        let (track, _) = read_as("film.fr.vtt", &text);
        assert_eq!(folded(&track.unwrap()).is_some(), rolls, "{text}");
    }
    let (track, _) = read_as("film.fr.vtt", &four.join("\n\n"));
    assert!(folded(&track.unwrap()).is_some(), "{four:?}");
}

#[test]
fn captions_that_roll_are_folded_and_lose_no_word() {
    let (track, _) = read_as("film.fr.vtt", YOUTUBE);
    let (text, count) = folded(&track.unwrap()).unwrap();
    let (track, found) = read_as("film.fr.vtt", &text);
    let track = track.unwrap();
    assert_eq!((count, found), (3, vec![]));
    assert_eq!(cues(&track), ["160 2240 bonjour à tous", "2240 4160 nous ouvrons", "4160 7000 un message"]);
    // Folded, they are captions like others; folding is done once.
    assert_eq!(folded(&track), None);
    let mended = repair(&text, &track, Some(20_000));
    let sources = Sources::memory([("film.fr.vtt", mended.as_str())]);
    let (id, _) = sources.find("film.fr.vtt").unwrap();
    let (track, _) = crate::captions::read(id, "film.fr.vtt", &mended);
    assert_eq!(said(&check(&track.unwrap(), Some(20_000)), &sources), Vec::<String>::new(), "{mended}");
}

#[test]
fn what_is_said_again_does_not_roll() {
    for cues in [
        vec![("1 3", "Non."), ("3.1 5", "Non."), ("5.1 7", "Non."), ("7.1 9", "Non."), ("9.1 11", "Non.")],
        vec![("1 3", "[Musique]"), ("4 6", "Oui."), ("7 9", "[Musique]"), ("10 12", "[Musique]\nOui.")],
        vec![("1 3", "Un.\nDeux."), ("3.1 5", "Trois."), ("5.1 7", "Quatre."), ("7.1 9", "Cinq.")],
    ] {
        let text = file(&cues);
        let (track, _) = read_as("film.fr.vtt", &text);
        assert_eq!(folded(&track.unwrap()), None, "{text}");
    }
}

#[test]
fn texts_of_other_programs_are_refused_by_name() {
    for (text, name) in [
        ("0:00:00.599,0:00:04.160\nBonjour à tous\n", "SBV"),
        ("\n0:00:00.599,0:00:04.160\nBonjour\n", "SBV"),
        (
            "[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,Bonjour\n",
            "ASS",
        ),
        ("; commentaire\nDialogue: Marked=0,0:00:01.00,0:00:03.00,Default,,0,0,0,,Bonjour\n", "ASS"),
        ("<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\"><body/></tt>\n", "TTML"),
        ("<tt xml:lang=\"fr\"><body/></tt>\n", "TTML"),
        ("<?xml version=\"1.0\"?><timedtext format=\"3\"><body/></timedtext>\n", "YouTube"),
        ("<transcript><text start=\"0\">Bonjour</text></transcript>\n", "YouTube"),
        ("{\"events\": [{\"tStartMs\": 0}]}\n", "YouTube"),
        ("<SAMI><BODY><SYNC Start=0><P>Bonjour</SAMI>\n", "SAMI"),
        ("{0}{25}Bonjour\n{30}{50}Au revoir\n", "MicroDVD"),
        ("[INFORMATION]\n[TITLE]x\n", "SubViewer"),
        ("[0][25] Bonjour\n", "ancien programme"),
        ("[00:12.00]Bonjour\n[00:15.00]Au revoir\n", "LRC"),
        ("[ti:Chanson]\n[00:12.00]Bonjour\n", "LRC"),
        ("Scenarist_SCC V1.0\n\n00:00:00:00 9420\n", "SCC"),
        ("# VobSub index file, v7\n", "DVD"),
        ("{\\rtf1\\ansi Bonjour}\n", "RTF"),
        ("<!DOCTYPE html><html><body>Introuvable</body></html>\n", "page web"),
    ] {
        for path in ["film.fr.srt", "film.fr.vtt"] {
            let sources = Sources::memory([(path, text)]);
            let (id, _) = sources.find(path).unwrap();
            let (track, found) = crate::captions::read(id, path, text);
            let found: Vec<_> = found.iter().collect();
            assert_eq!((track.is_none(), found.len()), (true, 1), "{text}");
            assert_eq!(found[0].code.id, "E170");
            assert!(found[0].message.contains(name), "{text}: {}", found[0].message);
            assert!(found[0].repair.contains("film.fr.srt"), "{}", found[0].repair);
        }
    }
}

#[test]
fn signs_of_a_format_are_told_in_both_kinds() {
    for text in [
        "L’&amp;eacute;cran",
        "&lt;i&gt;Oui.&lt;/i&gt;",
        "{y:i}Oui.",
        "Un\\Ndeux.",
        "&gt;&gt; Oui.",
        "Un &foobar; ici",
    ] {
        let vtt = file(&[("1 4", text)]);
        assert_eq!(checked("film.fr.vtt", &vtt, None).len(), 1, "{text}");
        assert!(checked("film.fr.vtt", &vtt, None)[0].starts_with("A052 4:"), "{text}");
        let srt = format!("1\n00:00:01,000 --> 00:00:04,000\n{text}\n");
        assert_eq!(checked("film.fr.srt", &srt, None).len(), 1, "{text}");
        assert!(checked("film.fr.srt", &srt, None)[0].starts_with("A052 3:"), "{text}");
    }
    // SRT has its own order for the top; a .vtt shows it.
    assert_eq!(checked("film.fr.vtt", &file(&[("1 4", "{\\an8}Oui.")]), None), ["A052 4:1"]);
}

#[test]
fn tags_of_webvtt_are_read_in_srt() {
    for (text, expected) in [
        ("<c.yellow>Oui</c>", "<c.yellow>Oui</c>"),
        ("<v Claire>Oui</v>", "<v Claire>Oui</v>"),
        ("<v Claire>Oui", "<v Claire>Oui</v>"),
        ("<lang en>Yes</lang>", "<lang en>Yes</lang>"),
        ("<coucou toi>", "&lt;coucou toi&gt;"),
    ] {
        let srt = format!("1\n00:00:01,000 --> 00:00:04,000\n{text}\n");
        let (track, found) = read_as("film.fr.srt", &srt);
        assert_eq!((cues(&track.unwrap()), found), (vec![format!("1000 4000 {expected}")], vec![]), "{text}");
    }
    // A line end of pages parts two words.
    for path in ["film.fr.srt", "film.fr.vtt"] {
        let text = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nUn<br>deux\n";
        let text = if path.ends_with("srt") {
            text.replace("WEBVTT\n\n", "1\n").replace('.', ",")
        } else {
            text.to_owned()
        };
        let (track, found) = read_as(path, &text);
        assert_eq!(cues(&track.unwrap()), ["1000 4000 Un deux"], "{path}");
        assert_eq!(found.len(), 1, "{path}");
    }
}
