//! The standard's rules for files and for texts, one test a rule.

use super::{cues, read_as};
use crate::captions::{PieceKind, TagKind, TrackBlock};

/// The cues of a WebVTT text, and what is said.
fn vtt(text: &str) -> (Vec<String>, Vec<String>) {
    let (track, said) = read_as("film.fr.vtt", text);
    (track.map(|track| cues(&track)).unwrap_or_default(), said)
}

fn assert_cues(text: &str, expected: &[&str]) {
    assert_eq!(vtt(text), (expected.iter().map(ToString::to_string).collect(), vec![]), "{text:?}");
}

const ONE: &str = "00:01.000 --> 00:02.000\nun";

#[test]
fn the_signature_is_wanted() {
    for head in ["WEBVTT", "WEBVTT ", "WEBVTT\t", "WEBVTT titre du film", "\u{feff}WEBVTT"] {
        assert_cues(&format!("{head}\n\n{ONE}\n"), &["1000 2000 un"]);
    }
    for head in ["WEBVT", "webvtt", " WEBVTT", "WEBVTTx", "WEBVTT:", "\u{feff}\u{feff}WEBVTT"] {
        let (found, said) = vtt(&format!("{head}\n\n{ONE}\n"));
        // What is there is read all the same, so that all its faults are said at once.
        assert_eq!(found, ["1000 2000 un"], "{head}");
        assert_eq!(said[0].split(' ').next(), Some("E170"), "{head:?}");
        assert_eq!(said.len(), 1, "{head:?}: the line is not said to be lost text too");
    }
}

#[test]
fn a_file_of_a_signature_alone_is_one() {
    for text in ["WEBVTT", "WEBVTT\n", "WEBVTT\n\n", "WEBVTT\n\n\n\n"] {
        assert_cues(text, &[]);
    }
}

#[test]
fn a_text_of_another_kind_is_none() {
    let (track, said) = read_as("film.fr.vtt", "Bonjour.\n\nAu revoir.\n");
    assert!(track.is_none());
    assert_eq!(said, ["E170 1:1"], "one fault, not one a line");
}

#[test]
fn the_header_may_have_lines_of_its_own() {
    let (track, said) =
        read_as("film.vtt", &format!("WEBVTT - titre\nKind: captions\nLanguage: fr\n\n{ONE}"));
    assert_eq!(track.unwrap().header, " - titre\nKind: captions\nLanguage: fr");
    assert_eq!(said, Vec::<String>::new());
    // Times end the header.
    assert_cues(&format!("WEBVTT\n{ONE}"), &["1000 2000 un"]);
    assert_cues(&format!("WEBVTT\ntitre\n{ONE}"), &["1000 2000 un"]);
}

#[test]
fn any_line_end_will_do() {
    let text = format!("WEBVTT\n\n{ONE}\ndeux\n\n{ONE}\n");
    for end in ["\n", "\r\n", "\r"] {
        assert_cues(&text.replace('\n', end), &["1000 2000 un|deux", "1000 2000 un"]);
    }
}

#[test]
fn a_null_character_becomes_a_sign_of_loss() {
    assert_cues(&format!("WEBVTT\n\n{ONE}\0"), &["1000 2000 un\u{fffd}"]);
}

#[test]
fn empty_lines_may_be_many_and_the_last_line_end_may_miss() {
    assert_cues(&format!("WEBVTT\n\n\n\n{ONE}\n\n\n\n{ONE}"), &["1000 2000 un", "1000 2000 un"]);
}

#[test]
fn a_line_of_spaces_is_not_empty() {
    let (found, _) = vtt(&format!("WEBVTT\n\n{ONE}\n \ndeux\n"));
    assert_eq!(found, ["1000 2000 un| |deux"]);
}

#[test]
fn a_cue_may_have_a_name() {
    let (track, said) = read_as("film.vtt", &format!("WEBVTT\n\npremier\n{ONE}\n\nNOTE b\n{ONE}\n"));
    let names: Vec<String> = track.unwrap().cues().map(|cue| cue.id.clone()).collect();
    assert_eq!(names, ["premier", "NOTE b"], "with times under it, a note is a name");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn times_end_the_cue_before() {
    assert_cues(&format!("WEBVTT\n\n{ONE}\n{ONE}\n"), &["1000 2000 un", "1000 2000 un"]);
    assert_cues(&format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{ONE}\n"), &["1000 2000 ", "1000 2000 un"]);
}

#[test]
fn white_space_around_the_arrow_is_free() {
    for line in
        ["00:01.000-->00:02.000", "  00:01.000\t-->\t00:02.000  ", "00:01.000 -->00:02.000 align:left"]
    {
        let (found, said) = vtt(&format!("WEBVTT\n\n{line}\nun\n"));
        assert_eq!((found.as_slice(), said.len()), (["1000 2000 un".to_owned()].as_slice(), 0), "{line}");
    }
}

#[test]
fn a_wrong_time_loses_its_cue_only() {
    for line in [
        "00:01,000 --> 00:02,000",
        "00:01.000 --> 00:02",
        "00:01.000 --> ",
        "--> 00:02.000",
        "0:01.000 --> 00:02.000",
        "00:61.000 --> 00:62.000",
        "00:01.000 ---> 00:02.000",
        "00:01.000 a --> 00:02.000",
        "x --> y",
    ] {
        let (found, said) = vtt(&format!("WEBVTT\n\nnom\n{line}\nperdu\n\n{ONE}\n"));
        assert_eq!((found, said), (vec!["1000 2000 un".to_owned()], vec!["E171 4:1".to_owned()]), "{line}");
    }
    // As browsers do: what follows times at once is a setting, even when no space parts them.
    assert_eq!(vtt("WEBVTT\n\n00:01.000 --> 00:02.000align:left\nun\n").0, ["1000 2000 un"]);
}

#[test]
fn an_arrow_that_is_none_is_told() {
    for line in
        ["00:01.000 -> 00:02.000", "00:01.000 –> 00:02.000", "00:01.000 → 00:02.000", "00:01.000 00:02.000"]
    {
        let (found, said) = vtt(&format!("WEBVTT\n\n{line}\nperdu\n\n{ONE}\n"));
        assert_eq!((found.len(), said), (1, vec!["E171 3:1".to_owned()]), "{line}");
    }
}

/// Whatever stands around it: a name above, the words of the caption before.
#[test]
fn an_arrow_that_is_none_takes_no_word_along() {
    for times in [
        "00:03.000 -> 00:04.000",
        "00:00:03.000 —> 00:00:04.000",
        "00:00:03,000 → 00:00:04,000",
        "00:00:03.000 - 00:00:04.000",
        "00:00:03.000 --&gt; 00:00:04.000",
        "0:03 -> 0:04",
        "00:00:03;000 --> 00:00:04;000",
        "00:03.000\u{a0}--> 00:04.000",
        "00:00:03:000 --> 00:00:04:000",
    ] {
        for (before, after) in [("\n", "\n\n"), ("\nsecond\n", "\n\n"), ("\n\n2\n", "\n")] {
            // Times that could be hours of opening are known where times are expected only.
            if before == "\n" && times.starts_with("0:") || before == "\nsecond\n" && times.starts_with("0:")
            {
                continue;
            }
            let before = if before.starts_with("\n\n") { before.to_owned() } else { format!("\n{before}") };
            let text = format!(
                "WEBVTT\n\n00:01.000 --> 00:02.000\nun{before}{times}\ndeux{after}00:05.000 --> 00:06.000\ntrois\n"
            );
            let line = 1 + text[..text.find(times).unwrap()].matches('\n').count();
            let (found, said) = vtt(&text);
            assert_eq!(said, [format!("E171 {line}:1")], "{text}");
            assert_eq!(found, ["1000 2000 un", "5000 6000 trois"], "{text}");
        }
    }
}

#[test]
fn hours_in_a_text_and_times_in_a_remark_stay() {
    for text in ["8:30 - 12:00", "8:30 → 12:00", "Menu -> Réglages"] {
        let shown = text.replace('>', "&gt;");
        let file = format!("WEBVTT\n\n00:01.000 --> 00:03.000\n{text}\n");
        assert_eq!(vtt(&file), (vec![format!("1000 3000 {shown}")], vec![]), "{text}");
    }
    let note = format!("WEBVTT\n\nNOTE à refaire\n00:01.000 -> 00:02.000\n\n{ONE}\n");
    assert_eq!(vtt(&note).1, Vec::<String>::new());
}

#[test]
fn text_without_times_is_told_to_be_lost() {
    let (found, said) = vtt(&format!("WEBVTT\n\n{ONE}\n\ndeux\n\n{ONE}\n"));
    assert_eq!((found.len(), said), (2, vec!["E173 6:1".to_owned()]));
}

#[test]
fn an_end_before_its_start_is_told_and_kept() {
    let (found, said) = vtt("WEBVTT\n\n00:02.000 --> 00:01.000\nun\n\n00:03.000 --> 00:03.000\ndeux\n");
    assert_eq!((found.len(), said), (2, vec!["E172 3:15".to_owned(), "E172 6:15".to_owned()]));
}

#[test]
fn notes_are_kept_and_shown_to_nobody() {
    let text = format!("WEBVTT\n\nNOTE\nsur deux\nlignes\n\nNOTE une\n\n{ONE}\n\nNOTE\tfin\n");
    let (track, said) = read_as("film.vtt", &text);
    let notes: Vec<String> = track
        .unwrap()
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            TrackBlock::Note(text) => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(notes, ["NOTE\nsur deux\nlignes", "NOTE une", "NOTE\tfin"]);
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(vtt(&format!("WEBVTT\n\nNOTES\n\n{ONE}\n")).1, ["E173 3:1"], "a longer word is no note");
}

#[test]
fn styles_and_regions_come_before_the_first_cue() {
    let head = "STYLE \n::cue(.yellow) { color: yellow }\n\nREGION\t\nid:bas width:50%\nlines:2\n\n";
    let cue = "00:01.000 --> 00:02.000 region:bas\nun\n";
    let (track, said) = read_as("film.vtt", &format!("WEBVTT\n\n{head}{cue}"));
    let track = track.unwrap();
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(track.blocks[0], TrackBlock::Style("::cue(.yellow) { color: yellow }".to_owned()));
    let TrackBlock::Region(region) = &track.blocks[1] else { panic!("{:?}", track.blocks[1]) };
    assert_eq!((region.id.as_str(), region.width.to_string().as_str(), region.lines), ("bas", "50", 2));
    assert_eq!(track.cues().next().unwrap().settings.region.as_deref(), Some("bas"));
    // After it, they do nothing; and neither does a region that is not there.
    let (track, said) = read_as("film.vtt", &format!("WEBVTT\n\n{cue}\n{head}"));
    assert_eq!(track.unwrap().blocks.len(), 1);
    assert_eq!(said, ["A040 3:25", "A040 6:1", "A040 9:1"]);
}

#[test]
fn settings_that_browsers_pass_by_are_told_with_their_place() {
    let (_, said) = vtt("WEBVTT\n\n00:01.000 --> 00:02.000 align:left line:haut  size:50\nun\n");
    assert_eq!(said, ["A040 3:36", "A040 3:47"]);
}

/// Pieces of a text, in short: letters, `|`, tags.
fn pieces(text: &str) -> (String, Vec<String>) {
    let (track, said) = read_as("film.vtt", &format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}"));
    let track = track.unwrap();
    let show = |piece: &crate::captions::CuePiece| match &piece.what {
        PieceKind::Text(text) => text.clone(),
        PieceKind::Break => "|".to_owned(),
        PieceKind::Open(tag) => {
            let classes: String = tag.classes.iter().map(|class| format!(".{class}")).collect();
            format!("({}{classes} {}:", tag.kind.name(), tag.note)
        }
        PieceKind::Close(kind) => format!(":{})", kind.name()),
        PieceKind::Time(ms) => format!("[{ms}]"),
    };
    (track.cues().next().unwrap().text.iter().map(show).collect(), said)
}

fn assert_pieces(text: &str, expected: &str) {
    assert_eq!(pieces(text), (expected.to_owned(), vec![]), "{text}");
}

#[test]
fn every_tag_is_read() {
    for (text, expected) in [
        ("a<i>b</i>c", "a(i :b:i)c"),
        ("<b>a</b><u>b</u>", "(b :a:b)(u :b:u)"),
        ("<c>a</c>", "(c :a:c)"),
        ("<c.yellow.bg_blue>a</c>", "(c.yellow.bg_blue :a:c)"),
        ("<c..yellow.>a</c>", "(c.yellow :a:c)"),
        ("<i.grand>a</i>", "(i.grand :a:i)"),
        ("<v Claire>a</v>", "(v Claire:a:v)"),
        ("<v Claire>a", "(v Claire:a:v)"),
        ("<v.loud  Claire \t Le  Goff >a</v>", "(v.loud Claire Le Goff:a:v)"),
        ("<v\nClaire>a", "(v Claire:a:v)"),
        ("<v Zoé &amp; Léa &gt; tous>a", "(v Zoé & Léa > tous:a:v)"),
        ("<lang en-GB>a</lang>", "(lang en-GB:a:lang)"),
        ("<ruby>a<rt>b</rt></ruby>", "(ruby :a(rt :b:rt):ruby)"),
        ("<ruby>a<rt>b</ruby>c", "(ruby :a(rt :b:rt):ruby)c"),
        ("<i>a\nb</i>", "(i :a|b:i)"),
        ("a<00:01.500>b<00:00:01.750>c", "a[1500]b[1750]c"),
    ] {
        assert_pieces(text, expected);
    }
}

#[test]
fn tags_that_do_not_fit_are_passed_by_and_told() {
    for (text, expected, code) in [
        ("<rt>a</rt>", "a", "A041"),
        ("a</i>", "a", "A041"),
        ("<i>a</b></i>", "(i :a:i)", "A041"),
        ("<i>a", "(i :a:i)", "A041"),
        ("<font color=red>a</font>", "a", "A041"),
        ("a<br>b", "a b", "A041"),
        ("a<br/>b", "a b", "A041"),
        ("<I>a</I>", "a", "A041"),
        ("1 <2 et 3> 2", "1  2", "E174"),
        ("<>a", "a", "E174"),
        ("<.jaune>a", "a", "E174"),
        ("a < b", "a ", "E174"),
        ("<Bonjour à tous>", "", "E174"),
        ("<00:01.5>a", "a", "E174"),
    ] {
        let (found, said) = pieces(text);
        assert_eq!(found, expected, "{text}");
        assert!(said.first().is_some_and(|said| said.starts_with(code)), "{text}: {said:?}");
    }
}

#[test]
fn a_text_that_is_cut_in_a_tag_keeps_what_it_has() {
    for (text, expected) in
        [("a<", "a"), ("a<i", "a(i ::i)"), ("a</", "a"), ("a<v Claire", "a(v Claire::v)"), ("a<1", "a")]
    {
        let (found, said) = pieces(text);
        assert_eq!(found, expected, "{text}");
        assert!(said[0].starts_with("E174"), "{text}: {said:?}");
    }
}

#[test]
fn entities_are_those_of_pages() {
    for (text, expected) in [
        ("&amp;&lt;&gt;", "&<>"),
        ("a&nbsp;b", "a\u{a0}b"),
        ("&eacute;&#233;&#xE9;", "ééé"),
        ("&lrm;&rlm;", "\u{200e}\u{200f}"),
        ("&amp;lt;", "&lt;"),
        ("&ampx", "&x"),
        ("a & b", "a & b"),
        ("&inconnu;", "&inconnu;"),
        ("&;&", "&;&"),
        ("R&D", "R&D"),
    ] {
        assert_pieces(text, expected);
    }
}

#[test]
fn a_hundred_thousand_tags_are_no_burden() {
    let deep = "<i>".repeat(100_000) + "a";
    let (track, said) = read_as("film.vtt", &format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{deep}"));
    assert_eq!(said.len(), 50, "one fault a hundred thousand times is said fifty times");
    let cue = track.unwrap().cues().next().unwrap().clone();
    assert_eq!(cue.plain(), "a");
    let closes = cue.text.iter().filter(|piece| piece.what == PieceKind::Close(TagKind::Italic)).count();
    assert_eq!(closes, 64, "nobody means more");
}
