//! Transcripts, and what an author's own text says otherwise.

use super::{file, read_as};
use crate::captions::{WordDifference, compare, transcript};

/// Paragraphs as « start speaker: text ».
fn told(cues: &[(&str, &str)]) -> Vec<String> {
    let (track, _) = read_as("film.fr.vtt", &file(cues));
    transcript(&track.unwrap())
        .iter()
        .map(|p| {
            let who = p.speaker.clone().map(|name| format!("{name}: ")).unwrap_or_default();
            format!("{} {who}{}", p.at_ms.unwrap(), p.text).replace(['\u{a0}', '\u{202f}'], " ")
        })
        .collect()
}

#[test]
fn sentences_go_on_from_one_caption_to_the_next() {
    assert_eq!(
        told(&[("1 3", "Ouvrez le lien"), ("3.1 5", "que vous avez reçu."), ("5.1 7", "Puis attendez.")]),
        ["1000 Ouvrez le lien que vous avez reçu.", "5100 Puis attendez."]
    );
    // A name goes on too, when it follows at once; a title without full stop does not take what comes after it.
    assert_eq!(told(&[("1 3", "Appelez"), ("3.1 5", "Claire demain.")]), ["1000 Appelez Claire demain."]);
    assert_eq!(
        told(&[("1 3", "Rejoindre un appel"), ("3.5 5", "Ouvrez le lien.")]),
        ["1000 Rejoindre un appel", "3500 Ouvrez le lien."]
    );
}

#[test]
fn each_moment_of_a_short_film_has_its_time_and_no_caption_is_cut() {
    assert_eq!(
        told(&[
            ("1 3", "Bonjour. Ouvrez le lien"),
            ("3.1 5", "reçu. M. Le Goff vous attend"),
            ("5.1 7", "à 8 h. Entrez."),
        ]),
        ["1000 Bonjour. Ouvrez le lien reçu.", "3100 M. Le Goff vous attend à 8 h.", "5100 Entrez."]
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
            "3100 Paul: Très bien.",
            "5100 Paul: Et vous ?",
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
        ["1000 [Un téléphone sonne]", "1000 Allô ?", "3100 [Porte]", "5100 Qui est là ?"]
    );
}

#[test]
fn a_long_silence_begins_a_paragraph() {
    // So long a film that a paragraph holds three sentences, had there been no silence after the second.
    let sentence = format!("{} fin.", "mot ".repeat(20).trim());
    let later: Vec<String> = (4..28).map(|n| format!("{}.5 {}", n * 3, n * 3 + 3)).collect();
    let cues = ["1 3", "3.5 6"].into_iter().chain(later.iter().map(String::as_str));
    let found = told(&cues.map(|times| (times, sentence.as_str())).collect::<Vec<_>>());
    let times: Vec<&str> = found.iter().filter_map(|passage| passage.split(' ').next()).collect();
    assert_eq!(times[..3], ["1000", "12500", "21500"]);
}

#[test]
fn long_talk_is_cut_into_paragraphs() {
    let sentence = format!("{} fin.", "mot ".repeat(30).trim());
    let cues: Vec<(String, &str)> =
        (0..48).map(|n| (format!("{} {}", n * 3, n * 3 + 2), sentence.as_str())).collect();
    let cues: Vec<(&str, &str)> = cues.iter().map(|(times, text)| (times.as_str(), *text)).collect();
    let found = told(&cues);
    assert_eq!(found.len(), 12);
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
    assert_eq!(told(&[("1 3", "Non."), ("3.5 5", "Non.")]), ["1000 Non.", "3500 Non."]);
}

#[test]
fn what_goes_on_after_three_dots_goes_on() {
    assert_eq!(told(&[("1 3", "Si vous voulez..."), ("3.1 5", "venez.")]), ["1000 Si vous voulez… venez."]);
}

#[test]
fn quotations_and_brackets_are_not_cut() {
    assert_eq!(
        told(&[("1 5", "Elle dit : « Non."), ("5.1 7", "Jamais. » Puis elle part.")]),
        ["1000 Elle dit : « Non.", "5100 Jamais. » Puis elle part."]
    );
    assert_eq!(
        told(&[("1 5", "Elle dit : « Non. Jamais. »"), ("5.1 7", "Puis elle part.")]),
        ["1000 Elle dit : « Non. Jamais. »", "5100 Puis elle part."]
    );
}

#[test]
fn captions_are_told_in_the_order_of_the_film() {
    assert_eq!(told(&[("4 6", "Deux."), ("1 3", "Un.")]), ["1000 Un.", "4000 Deux."]);
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
        WordDifference {
            only_captions: ["Ouvrez", "bleu", "33700"].map(str::to_owned).to_vec(),
            only_text: ["Fermez", "33701"].map(str::to_owned).to_vec(),
        }
    );
}
