//! Transcripts, and what an author's own text says otherwise.

use super::{file, read_as};
use crate::captions::{Difference, compare, transcript};

/// Paragraphs as « start speaker: text ».
fn told(cues: &[(&str, &str)]) -> Vec<String> {
    let (track, _) = read_as("film.fr.vtt", &file(cues));
    transcript(&track.unwrap())
        .paragraphs
        .iter()
        .map(|p| {
            let who = p.speaker.clone().map(|name| format!("{name}: ")).unwrap_or_default();
            let kind = if p.is_sound { "(son) " } else { "" };
            format!("{} {kind}{who}{}", p.start_ms, p.text()).replace(['\u{a0}', '\u{202f}'], " ")
        })
        .collect()
}

#[test]
fn sentences_go_on_from_one_caption_to_the_next() {
    assert_eq!(
        told(&[("1 3", "Ouvrez le lien"), ("3.1 5", "que vous avez reçu."), ("5.1 7", "Puis attendez.")]),
        ["1000 Ouvrez le lien que vous avez reçu. Puis attendez."]
    );
}

#[test]
fn each_sentence_has_its_time() {
    let (track, _) = read_as(
        "film.fr.vtt",
        &file(&[
            ("1 3", "Bonjour. Ouvrez le lien"),
            ("3.1 5", "reçu. M. Le Goff vous attend"),
            ("5.1 7", "à 8 h."),
        ]),
    );
    let told = transcript(&track.unwrap());
    let sentences: Vec<(u64, String)> =
        told.paragraphs[0].sentences.iter().map(|s| (s.start_ms, s.text.replace('\u{a0}', " "))).collect();
    assert_eq!(
        sentences,
        [
            (1000, "Bonjour.".to_owned()),
            (1000, "Ouvrez le lien reçu.".to_owned()),
            (3100, "M. Le Goff vous attend à 8 h.".to_owned()),
        ]
    );
}

#[test]
fn speakers_are_named_by_voices_names_and_dashes() {
    assert_eq!(
        told(&[
            ("1 3", "<v Claire>Vous m’entendez ?"),
            ("3.1 5", "<v Paul>– Très bien."),
            ("5.1 7", "<v Paul>Et vous ?"),
            ("7.1 9", "CLAIRE LE GOFF : Moi aussi."),
            ("9.1 11", "– Parfait.\n– À demain."),
        ]),
        [
            "1000 Claire: Vous m’entendez ?",
            "3100 Paul: Très bien. Et vous ?",
            "7100 Claire Le Goff: Moi aussi.",
            "9100 Parfait.",
            "9100 À demain.",
        ]
    );
}

#[test]
fn a_colon_in_a_sentence_names_nobody() {
    assert_eq!(told(&[("1 3", "Attention : c’est chaud.")]), ["1000 Attention : c’est chaud."]);
    assert_eq!(told(&[("1 3", "– 5 degrés\nsous zéro.")]), ["1000 5 degrés sous zéro."]);
    assert_eq!(told(&[("1 3", "-5 degrés.")]), ["1000 -5 degrés."]);
}

#[test]
fn sounds_stand_by_themselves() {
    assert_eq!(
        told(&[
            ("1 3", "[Un téléphone sonne] Allô ?"),
            ("3.1 5", "<c.red>[Porte]</c>"),
            ("5.1 7", "Qui est là ?")
        ]),
        ["1000 (son) [Un téléphone sonne]", "1000 Allô ?", "3100 (son) [Porte]", "5100 Qui est là ?"]
    );
}

#[test]
fn a_long_silence_begins_a_paragraph() {
    assert_eq!(
        told(&[("1 3", "Un."), ("3.1 5", "Deux."), ("8.2 10", "Trois.")]),
        ["1000 Un. Deux.", "8200 Trois."]
    );
}

#[test]
fn long_talk_is_cut_into_paragraphs() {
    let sentence = format!("{} fin.", "mot ".repeat(30).trim());
    let cues: Vec<(String, &str)> =
        (0..12).map(|n| (format!("{} {}", n * 3, n * 3 + 2), sentence.as_str())).collect();
    let cues: Vec<(&str, &str)> = cues.iter().map(|(times, text)| (times.as_str(), *text)).collect();
    let found = told(&cues);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|p| p.len() < 600));
    // Without any full stop, it does not grow for ever.
    let endless: Vec<(&str, &str)> = cues
        .iter()
        .map(|(times, _)| (*times, "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot"))
        .collect();
    assert!(told(&endless).len() > 1);
}

#[test]
fn what_rolls_is_told_once() {
    assert_eq!(
        told(&[
            ("1 3", "un deux"),
            ("3 5", "un deux\ntrois quatre"),
            ("5 7", "trois quatre\ncinq."),
            ("7 9", "cinq.")
        ]),
        ["1000 un deux trois quatre cinq."]
    );
    // Said twice is told twice.
    assert_eq!(told(&[("1 3", "Non."), ("3.5 5", "Non.")]), ["1000 Non. Non."]);
}

#[test]
fn what_goes_on_after_three_dots_goes_on() {
    assert_eq!(told(&[("1 3", "Si vous voulez..."), ("3.1 5", "venez.")]), ["1000 Si vous voulez… venez."]);
}

#[test]
fn quotations_and_brackets_are_not_cut() {
    let (track, _) = read_as("film.fr.vtt", &file(&[("1 5", "Elle dit : « Non. Jamais. » Puis elle part.")]));
    let told = transcript(&track.unwrap());
    assert_eq!(told.paragraphs[0].sentences.len(), 2);
}

#[test]
fn captions_are_told_in_the_order_of_the_film() {
    assert_eq!(told(&[("4 6", "Deux."), ("1 3", "Un.")]), ["1000 Un. Deux."]);
}

#[test]
fn words_of_one_side_only_are_found() {
    let (track, _) = read_as(
        "film.fr.vtt",
        &file(&[
            ("1 3", "<v Claire>Ouvrez le lien bleu."),
            ("3.1 5", "[Téléphone] Appelez le 33700 demain."),
        ]),
    );
    let told = transcript(&track.unwrap());
    let same = "Claire : OUVREZ le lien bleu. (Telephone) Appelez demain le 33700 !";
    assert!(compare(&told, same).is_empty(), "{:?}", compare(&told, same));
    assert_eq!(
        compare(&told, "Fermez le lien. Appelez le 33701 demain, au téléphone."),
        Difference {
            only_captions: ["Ouvrez", "bleu", "33700"].map(str::to_owned).to_vec(),
            only_text: ["Fermez", "33701"].map(str::to_owned).to_vec(),
        }
    );
}
