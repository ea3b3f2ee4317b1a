//! What is written is read again as it was; no text makes the readers fail or dawdle.

use super::read_as;
use crate::captions::{CaptionTrack, PieceKind, TrackBlock, write_webvtt};
use proptest::prelude::*;

/// A track without places, and with bits of text put together.
fn bare(track: &CaptionTrack) -> Vec<String> {
    let block = |block: &TrackBlock| match block {
        TrackBlock::Cue(cue) => {
            let mut text = String::new();
            for piece in &cue.text {
                match &piece.what {
                    PieceKind::Text(t) => text += t,
                    other => text += &format!("{other:?}"),
                }
            }
            format!("{} {} {} {:?} {text}", cue.id, cue.start_ms, cue.end_ms, cue.settings)
        }
        other => format!("{other:?}"),
    };
    track.blocks.iter().map(block).collect()
}

#[test]
fn a_full_file_comes_out_as_it_went_in() {
    let text = "WEBVTT - Un film\nLanguage: fr\n\nNOTE\nrelu\n\nSTYLE\n::cue(.yellow) {\n  color: yellow;\n}\n\nREGION\nid:bas\nwidth:50%\nlines:3\nregionanchor:0%,100%\nviewportanchor:10.5%,90%\nscroll:up\n\npremier\n00:00:01.000 --> 00:00:02.500 vertical:rl line:-1,end position:10%,line-left size:35% align:start\n<v.loud Claire &amp; Zoé>Bonjour <c.yellow>à <i>tous</i></c>\n<00:00:01.500>et à toutes</v>\n\n01:00:03.000 --> 01:00:04.000 region:bas\n<ruby>a<rt>b</rt></ruby> &lt;3\n";
    let (track, said) = read_as("film.fr.vtt", text);
    assert_eq!(write_webvtt(&track.unwrap()), text);
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn what_is_written_never_holds_an_arrow_in_its_text() {
    for tag in ["<v Claire -- >", "<c.a-- >"] {
        let text = format!("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n{tag}Oui --&gt; non</{}>\n", &tag[1..2]);
        let (track, _) = read_as("film.fr.vtt", &text);
        assert_eq!(write_webvtt(&track.unwrap()), text);
    }
}

/// Lines that look like captions more often than not.
fn captions() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => Just(String::new()),
        2 => Just("00:00:01,000 --> 00:00:02,000".to_owned()),
        3 => "[0-9]{1,2}:[0-9]{2}\\.[0-9]{3} --> 00:[0-9]{2}\\.[0-9]{3}( (line|size|position|align|region|vertical):[a-z0-9%,.-]{0,6})?",
        1 => Just("NOTE note".to_owned()),
        1 => Just("STYLE".to_owned()),
        1 => Just("REGION".to_owned()),
        1 => "id:[a-z]{0,3}",
        1 => "[0-9]{1,3}",
        4 => "(</?(c|i|b|u|v|ruby|rt|lang|font|00:01\\.000)[. a=]?>|&[a-z#0-9]{0,5};?|\\{\\\\an[0-9]\\}|[-–A-Zé .!?<>&\\[\\]]|[a-z]{1,9} ){0,12}",
        1 => "\\PC{0,20}",
    ];
    let end = prop_oneof![8 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\0")];
    let head = prop_oneof![6 => Just("WEBVTT\n\n"), 1 => Just("\u{feff}WEBVTT x\n"), 3 => Just("")];
    (head, prop::collection::vec((line, end), 0..24)).prop_map(|(head, lines)| {
        lines.into_iter().fold(head.to_owned(), |text, (line, end)| text + &line + end)
    })
}

/// All that can be done with a text: nothing panics, places are within it, and what is written is stable.
fn all(name: &str, text: &str) -> Result<(), TestCaseError> {
    let (track, _) = read_as(name, text);
    let Some(track) = track else { return Ok(()) };
    for cue in track.cues() {
        prop_assert!(cue.body.end as usize <= text.len() && cue.timing.end as usize <= text.len());
        prop_assert!(text.get(cue.body.range()).is_some(), "a place cuts a character");
        let mut depth = 0_i64;
        for piece in &cue.text {
            prop_assert!(piece.at as usize <= text.len());
            depth += match piece.what {
                PieceKind::Open(_) => 1,
                PieceKind::Close(_) => -1,
                _ => 0,
            };
            prop_assert!(depth >= 0);
        }
        prop_assert_eq!(depth, 0);
    }
    let written = write_webvtt(&track);
    let (again, _) = read_as("film.vtt", &written);
    let again = again.unwrap();
    let rewritten = write_webvtt(&again);
    prop_assert_eq!(&written, &rewritten);
    let count = |track: &CaptionTrack| (track.cues().count(), track.blocks.len());
    prop_assert_eq!(count(&track), count(&again));
    prop_assert_eq!(bare(&again), bare(&read_as("film.vtt", &rewritten).0.unwrap()));
    Ok(())
}

proptest! {
    #[test]
    fn likely_texts_are_read_and_written(text in captions()) {
        all("film.vtt", &text)?;
        all("film.srt", &text)?;
    }

    #[test]
    fn any_text_is_read_and_written(text in "\\PC{0,200}") {
        all("film.vtt", &text)?;
        all("film.srt", &text)?;
    }
}
