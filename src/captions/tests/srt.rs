//! SRT as people and programs write it.

use super::{cues, read_as};
use crate::captions::{TrackFormat, write_webvtt};

fn srt(text: &str) -> (Vec<String>, Vec<String>) {
    let (track, said) = read_as("film.fr.srt", text);
    (track.map(|track| cues(&track)).unwrap_or_default(), said)
}

fn assert_cues(text: &str, expected: &[&str]) {
    assert_eq!(srt(text), (expected.iter().map(ToString::to_string).collect(), vec![]), "{text:?}");
}

#[test]
fn the_plain_form_is_read() {
    let text = "1\n00:00:01,000 --> 00:00:02,500\nUn\ndeux\n\n2\n00:00:03,000 --> 00:00:04,000\nTrois\n";
    assert_cues(text, &["1000 2500 Un|deux", "3000 4000 Trois"]);
    assert_cues(&text.replace('\n', "\r\n"), &["1000 2500 Un|deux", "3000 4000 Trois"]);
    assert_cues(&format!("\u{feff}{text}"), &["1000 2500 Un|deux", "3000 4000 Trois"]);
}

#[test]
fn numbers_may_miss_jump_or_repeat() {
    for (first, second) in [("1\n", ""), ("", ""), ("7\n", "3\n"), ("1\n", "1\n"), ("0001\n", "  2 \n")] {
        let text = format!(
            "{first}00:00:01,000 --> 00:00:02,000\nUn\n\n{second}00:00:03,000 --> 00:00:04,000\nDeux\n"
        );
        assert_cues(&text, &["1000 2000 Un", "3000 4000 Deux"]);
    }
}

#[test]
fn commas_full_stops_and_short_times_are_times() {
    for times in [
        "00:00:01,000 --> 00:00:02,000",
        "00:00:01.000 --> 00:00:02.000",
        "0:0:1 --> 0:0:2",
        "00:01,0-->00:02,0",
    ] {
        assert_cues(&format!("1\n{times}\nUn\n"), &["1000 2000 Un"]);
    }
    assert_cues("1\n00:00:01,000 --> 00:00:02,000  X1:100 X2:200 Y1:1 Y2:2\nUn\n", &["1000 2000 Un"]);
}

#[test]
fn empty_lines_may_miss_or_be_too_many() {
    assert_cues(
        "1\n00:00:01,000 --> 00:00:02,000\nUn\n2\n00:00:03,000 --> 00:00:04,000\nDeux\n",
        &["1000 2000 Un", "3000 4000 Deux"],
    );
    // Nothing is lost after an empty line, as it would be for a browser.
    assert_cues(
        "1\n\n00:00:01,000 --> 00:00:02,000\n\nUn\n\ndeux\n\n\n2\n\n00:00:03,000 --> 00:00:04,000\nTrois",
        &["1000 2000 Un|deux", "3000 4000 Trois"],
    );
}

#[test]
fn a_text_that_is_a_number_stays() {
    assert_cues("1\n00:00:01,000 --> 00:00:02,000\n42\n", &["1000 2000 42"]);
    assert_cues(
        "1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nDeux",
        &["1000 2000 42", "3000 4000 Deux"],
    );
    assert_cues(
        "1\n00:00:01,000 --> 00:00:02,000\n42\n\n00:00:03,000 --> 00:00:04,000\nDeux",
        &["1000 2000 42", "3000 4000 Deux"],
    );
}

#[test]
fn tags_become_those_of_webvtt() {
    for (text, expected) in [
        ("<i>Un</i>", "<i>Un</i>"),
        ("<I>Un</I> <B>deux</b> <u>trois</u>", "<i>Un</i> <b>deux</b> <u>trois</u>"),
        ("<font color=\"yellow\">Un</font>", "<c.yellow>Un</c>"),
        ("<font color='#FF00FF' size=\"2\">Un</font>", "<c.magenta>Un</c>"),
        ("<font face=\"Arial\" color=#00ff00>Un</font>", "<c.lime>Un</c>"),
        ("<font color=green>Un</font>", "<c.lime>Un</c>"),
        ("<i>Un <b>deux</i>", "<i>Un <b>deux</b></i>"),
        ("<i>Un", "<i>Un</i>"),
        ("Un</i>", "Un"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<3 et <coucou toi>", "&lt;3 et &lt;coucou toi&gt;"),
        ("R&D &amp; co", "R&amp;D &amp; co"),
        ("{pas un ordre}", "{pas un ordre}"),
        ("<i>Un\ndeux</i>", "<i>Un|deux</i>"),
    ] {
        assert_cues(
            &format!("1\n00:00:01,000 --> 00:00:02,000\n{text}\n"),
            &[&format!("1000 2000 {expected}")],
        );
    }
}

#[test]
fn what_webvtt_cannot_hold_is_told() {
    let one = |text: &str| srt(&format!("1\n00:00:01,000 --> 00:00:02,000\n{text}\n"));
    assert_eq!(
        one("Ah <font color=\"#123456\">Un</font>"),
        (vec!["1000 2000 Ah Un".to_owned()], vec!["A049 3:4".to_owned()])
    );
    assert_eq!(one("<s>Un</s>").0, ["1000 2000 Un"]);
    assert_eq!(one("<s>Un</s>").1, ["A041 3:1", "A041 3:6"]);
    assert_eq!(one("{\\fad(1,2)}Un"), (vec!["1000 2000 Un".to_owned()], vec!["A041 3:1".to_owned()]));
}

#[test]
fn places_of_a_keypad_become_settings() {
    for (key, settings) in [
        (1, " align:start"),
        (2, ""),
        (3, " align:end"),
        (4, " line:50% align:start"),
        (5, " line:50%"),
        (7, " line:0 align:start"),
        (8, " line:0"),
        (9, " line:0 align:end"),
    ] {
        let text = format!("1\n00:00:01,000 --> 00:00:02,000\n{{\\an{key}}}Un\n");
        let (track, said) = read_as("film.srt", &text);
        let expected = format!("WEBVTT\n\n00:00:01.000 --> 00:00:02.000{settings}\nUn\n");
        assert_eq!((write_webvtt(&track.unwrap()), said.len()), (expected, 0), "{key}");
    }
}

#[test]
fn text_before_the_first_times_and_bad_times_are_told() {
    let (found, said) =
        srt("Titre\n\n1\n00:00:01,000 --> 00:00:02,000\nUn\n\n2\n00:00:xx --> 00:00:04,000\nDeux\n");
    // The words of the bad one are nobody's: neither seen too early, nor counted against the one before.
    assert_eq!(found, ["1000 2000 Un"]);
    assert_eq!(said, ["E171 8:1", "E173 1:1"]);
}

#[test]
fn the_text_says_what_it_is_better_than_the_name() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nUn\n";
    let (track, said) = read_as("film.fr.srt", vtt);
    assert_eq!((track.unwrap().format, said.len()), (TrackFormat::WebVtt, 0));
    let (track, said) = read_as("film.fr.vtt", "1\n00:00:01,000 --> 00:00:02,000\nUn\n");
    assert_eq!((track.unwrap().format, said), (TrackFormat::Srt, vec!["E170 1:1".to_owned()]));
}

/// A film of three captions, the line of times of the second as given.
fn three(times: &str) -> String {
    format!(
        "1\n00:00:01,000 --> 00:00:03,000\nUn\n\n2\n{times}\nDeux\n\n3\n00:00:06,000 --> 00:00:08,000\nTrois\n"
    )
}

#[test]
fn a_line_of_times_that_is_none_is_told_at_its_line_and_passed_on_as_no_words() {
    for times in [
        "00:00:03,500 —> 00:00:05,000",
        "00:00:03,500 -> 00:00:05,000",
        "00:00:03,500 → 00:00:05,000",
        "00:00:03,500 –> 00:00:05,000",
        "00:00:03,500 =>00:00:05,000",
        "00:00:03,500 - -> 00:00:05,000",
        "00:00:03,500 -- > 00:00:05,000",
        "00:00:03,500 --&gt; 00:00:05,000",
        "00:00:03,500 > 00:00:05,000",
        "00:00:03,500 -- 00:00:05,000",
        "00:00:03,500 – 00:00:05,000",
        "00:00:03,500 / 00:00:05,000",
        "00:00:03,500 à 00:00:05,000",
        "00:00:03,500 00:00:05,000",
        "00:00:03,500\u{a0}→\u{a0}00:00:05,000",
        "00:00:03;500 --> 00:00:05;000",
        "00:00:03:500 --> 00:00:05:000",
        "00.00.03,500 -> 00.00.05,000",
        "00:00:03,500 -->",
        "--> 00:00:05,000",
        "00:00:03,500 --> 00:00:xx",
        "00:61:03,500 --> 00:61:05,000",
        "0:03 -> 0:05",
        "3 --> 5",
    ] {
        for gap in ["\n\n2\n", "\n2\n", "\n\n"] {
            let text = three(times).replace("\n\n2\n", gap);
            let line = 1 + text[..text.find(times).unwrap()].matches('\n').count();
            let said = [format!("E171 {line}:1")].to_vec();
            let cues = ["1000 3000 Un".to_owned(), "6000 8000 Trois".to_owned()].to_vec();
            assert_eq!(srt(&text), (cues, said), "{text}");
        }
    }
}

#[test]
fn a_line_of_times_with_signs_that_nobody_sees_is_one() {
    for times in [
        "\u{feff}00:00:03,500 --> 00:00:05,000",
        "00:00:03,500\u{a0}-->\u{a0}00:00:05,000",
        "00:00:03,500\u{202f}-->\u{202f}00:00:05,000\u{200e}",
        "\t00:00:03.500-->00:00:05.000 ",
        "00:00:03,5 --> 00:00:05",
    ] {
        assert_cues(&three(times), &["1000 3000 Un", "3500 5000 Deux", "6000 8000 Trois"]);
    }
    // Two files put together: the second has its mark of byte order in the middle.
    let twice = three("00:00:03,500 --> 00:00:05,000").replace("\n2\n", "\n\u{feff}2\n");
    assert_cues(&twice, &["1000 3000 Un", "3500 5000 Deux", "6000 8000 Trois"]);
}

#[test]
fn a_line_of_times_cut_in_two_is_one_fault() {
    let (found, said) = srt(&three("00:00:03,500\n--> 00:00:05,000"));
    assert_eq!(
        (found, said),
        (vec!["1000 3000 Un".into(), "6000 8000 Trois".into()], vec!["E171 7:1".into()])
    );
}

#[test]
fn words_beside_times_are_told() {
    let (found, said) = srt(&three("00:00:03,500 --> 00:00:05,000 Bonjour à tous"));
    assert_eq!(found, ["1000 3000 Un", "3500 5000 Deux", "6000 8000 Trois"]);
    assert_eq!(said, ["E171 6:31"]);
}

#[test]
fn arrows_and_hours_of_the_author_stay() {
    for (text, shown) in [
        ("Menu --> Réglages", "Menu --&gt; Réglages"),
        ("Étape 1 --> Étape 2", "Étape 1 --&gt; Étape 2"),
        ("8:30 - 12:00", "8:30 - 12:00"),
        ("8:30 → 12:00", "8:30 → 12:00"),
        ("Menu -> Réglages", "Menu -&gt; Réglages"),
        ("De 8:30 à 12:00", "De 8:30 à 12:00"),
        ("02.98.85.43.00", "02.98.85.43.00"),
    ] {
        assert_cues(&format!("1\n00:00:01,000 --> 00:00:02,000\n{text}\n"), &[&format!("1000 2000 {shown}")]);
    }
}

#[test]
fn entities_are_the_characters_that_they_name() {
    for (text, expected) in [
        ("L&#39;&eacute;cran s&#39;allume.", "L'écran s'allume."),
        ("C&apos;est fini&hellip;", "C'est fini…"),
        ("C&rsquo;est &agrave; vous", "C’est à vous"),
        ("&laquo; Oui &raquo;", "« Oui »"),
        ("&laquo;&nbsp;Oui&nbsp;&raquo;", "«\u{a0}Oui\u{a0}»"),
        ("&quot;Oui&quot;", "\"Oui\""),
        ("5 &euro;", "5 €"),
        ("5 &#8364;", "5 €"),
        ("5 &#x20AC;", "5 €"),
        ("5 &#X20ac;", "5 €"),
        ("c&oelig;ur", "cœur"),
        ("&Eacute;cran", "Écran"),
        ("&ndash; Oui", "– Oui"),
        ("&mdash; Oui", "— Oui"),
        ("n&deg; 5", "n° 5"),
        ("L&eacutecran", "Lécran"),
        ("Site a.fr/?x=1&copy=3", "Site a.fr/?x=1&amp;copy=3"),
        ("Site a.fr/?x=1&reg=3&copy;", "Site a.fr/?x=1&amp;reg=3©"),
        ("d&eacutej&agrave vu", "déjà vu"),
        ("L&#39ami", "L'ami"),
        ("Tom &amp Jerry", "Tom &amp; Jerry"),
        ("Tom &amp; Jerry", "Tom &amp; Jerry"),
        ("1 &lt; 2", "1 &lt; 2"),
        // The author's own signs.
        ("R&D, Q&A, AT&T", "R&amp;D, Q&amp;A, AT&amp;T"),
        ("Rock&notes", "Rock&amp;notes"),
        ("Bed & breakfast", "Bed &amp; breakfast"),
        ("a&b;c", "a&amp;b;c"),
        ("&", "&amp;"),
    ] {
        assert_cues(
            &format!("1\n00:00:01,000 --> 00:00:03,000\n{text}\n"),
            &[&format!("1000 3000 {expected}")],
        );
    }
}
