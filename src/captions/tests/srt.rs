//! SRT as people and programs write it.

use super::{cues, read_as};
use crate::captions::{Format, write_webvtt};

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
    // The words of the bad one are not dropped: they are seen a little too early, and the fault is told.
    assert_eq!(found, ["1000 2000 Un|2|00:00:xx --&gt; 00:00:04,000|Deux"]);
    assert_eq!(said, ["E171 8:1", "E173 1:1"]);
}

#[test]
fn the_text_says_what_it_is_better_than_the_name() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nUn\n";
    let (track, said) = read_as("film.fr.srt", vtt);
    assert_eq!((track.unwrap().format, said.len()), (Format::WebVtt, 0));
    let (track, said) = read_as("film.fr.vtt", "1\n00:00:01,000 --> 00:00:02,000\nUn\n");
    assert_eq!((track.unwrap().format, said), (Format::Srt, vec!["E170 1:1".to_owned()]));
}
